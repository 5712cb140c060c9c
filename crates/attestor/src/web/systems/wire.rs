//! Systems as data: the form of files and of the API.

use attestor_core::day::Day;
use attestor_core::framework::Catalog;
use attestor_core::id::Id;
use attestor_core::trust::crosswalk::{Covered, Extent};
use attestor_core::trust::inherit::{Layer, Share, Standing};
use serde::Serialize;
use utoipa::ToSchema;

/// What a system inherits, shares and keeps.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::web) struct Inheritance {
    /// The system's id.
    system: String,
    /// Its name.
    name: String,
    /// The framework whose controls are told.
    framework: String,
    /// The day.
    #[schema(format = "date")]
    on: String,
    /// Controls that a provider does alone. Nothing is approved by that.
    inherited: usize,
    /// Controls that both do.
    shared: usize,
    /// Controls that the customer does alone.
    customer: usize,
    /// Controls that were covered and somebody must look at.
    needs_review: usize,
    /// Shared controls without a text of the customer.
    lacks_own_text: usize,
    /// Every control in the order of the framework.
    controls: Vec<SystemControl>,
}

/// A control of a system.
#[derive(Debug, Serialize, ToSchema)]
struct SystemControl {
    /// The control.
    control: String,
    /// Its title, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    /// `inherited`, `shared`, `customer` or `needs-review`.
    share: String,
    /// What the customer does itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    own: Option<String>,
    /// What each service gives.
    layers: Vec<SystemLayer>,
}

/// What a service gives for a control.
#[derive(Debug, Serialize, ToSchema)]
struct SystemLayer {
    /// The organization whose portal tells of the service.
    organization: String,
    /// The service.
    service: String,
    /// The cloud.
    cloud: String,
    /// The certificate that decides.
    #[serde(skip_serializing_if = "Option::is_none")]
    certificate: Option<String>,
    /// What it gives.
    share: String,
    /// Why, in one word.
    why: String,
}

/// What the controls of a system cover of another framework.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::web) struct SystemCoverage {
    /// The system's id.
    system: String,
    /// The framework of the controls.
    from: String,
    /// The framework that is asked about.
    to: String,
    /// The day.
    #[schema(format = "date")]
    on: String,
    /// Items that are covered by one control.
    whole: usize,
    /// Items that are covered by several together.
    together: usize,
    /// Items of which a part is covered.
    part: usize,
    /// Items that are open.
    open: usize,
    /// Every item.
    items: Vec<CoveredItem>,
}

/// An item of the framework that is asked about.
#[derive(Debug, Serialize, ToSchema)]
struct CoveredItem {
    /// The item.
    item: String,
    /// `whole`, `together`, `part` or `open`.
    extent: String,
    /// The controls that cover it.
    by: Vec<String>,
}

/// How many controls there are of a share.
pub(super) fn count(standings: &[Standing<'_>], share: Share) -> usize {
    standings.iter().filter(|it| it.share == share).count()
}

/// How many shared controls lack the customer's text.
pub(super) fn lacking(standings: &[Standing<'_>]) -> usize {
    standings.iter().filter(|it| it.lacks_own_text()).count()
}

impl Inheritance {
    /// The data of standings on a day.
    pub(in crate::web) fn new(
        (system, name): (&str, &str),
        (framework, catalog): (&Id, &Catalog),
        standings: &[Standing<'_>],
        on: Day,
    ) -> Self {
        let titles = catalog.items.iter().map(|item| item.title.clone());
        let control = |(it, title): (&Standing<'_>, Option<String>)| SystemControl {
            control: it.control.to_string(),
            title,
            share: it.share.to_string(),
            own: it.own.map(str::to_owned),
            layers: it.layers.iter().map(layer).collect(),
        };
        Self {
            system: system.to_owned(),
            name: name.to_owned(),
            framework: framework.to_string(),
            on: on.to_string(),
            inherited: count(standings, Share::Inherited),
            shared: count(standings, Share::Shared),
            customer: count(standings, Share::Customer),
            needs_review: count(standings, Share::NeedsReview),
            lacks_own_text: lacking(standings),
            controls: standings.iter().zip(titles).map(control).collect(),
        }
    }
}

fn layer(layer: &Layer<'_>) -> SystemLayer {
    SystemLayer {
        organization: layer.portal.unwrap_or_default().to_owned(),
        service: layer.service.to_string(),
        cloud: layer.cloud.to_string(),
        certificate: layer.certificate.map(ToString::to_string),
        share: layer.share.to_string(),
        why: layer.why.to_string(),
    }
}

impl SystemCoverage {
    /// The data of what is covered on a day.
    pub(in crate::web) fn new(
        system: &str,
        (from, to): (&Id, &Id),
        covered: &[Covered<'_>],
        on: Day,
    ) -> Self {
        let count = |extent| covered.iter().filter(|it| it.extent == extent).count();
        let item = |it: &Covered<'_>| CoveredItem {
            item: it.item.to_string(),
            extent: it.extent.to_string(),
            by: it.by.iter().map(ToString::to_string).collect(),
        };
        Self {
            system: system.to_owned(),
            from: from.to_string(),
            to: to.to_string(),
            on: on.to_string(),
            whole: count(Extent::Whole),
            together: count(Extent::Together),
            part: count(Extent::Part),
            open: count(Extent::Open),
            items: covered.iter().map(item).collect(),
        }
    }
}
