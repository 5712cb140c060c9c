//! Which controls a customer's system inherits, shares, or keeps, on a day.
//!
//! Source: compliance offerings, section 4. Nothing here approves a control: an inherited one still
//! waits for whoever decides about it. A control of a system is as far covered as by the service
//! that covers it least, so that nothing that is taken away ever gives more.

use std::collections::BTreeMap;

use crate::day::Day;
use crate::framework::Catalog;
use crate::id::Id;
use crate::word::words;

use super::crosswalk::{Mapping, Relation};
use super::model::{System, Trust, Use};

mod basis;
pub mod holds;
mod rows;
pub mod several;

use basis::{Basis, bases};
use rows::{Rows, Statements};

words! {
    /// Who does what a control asks for. The order is that of what is given: later is more.
    pub enum Share {
        /// The customer alone, with own evidence.
        Customer = "customer",
        /// It was covered, and somebody must look again.
        NeedsReview = "needs-review",
        /// Both; the customer's part needs a text.
        Shared = "shared",
        /// The provider alone.
        Inherited = "inherited",
    }
}

impl Share {
    /// Whether the provider gives anything today.
    #[must_use]
    pub const fn gives(self) -> bool {
        matches!(self, Self::Shared | Self::Inherited)
    }
}

words! {
    /// Why a service gives what it gives.
    pub enum Why {
        /// A valid certificate covers it, and its statement says that the provider does it.
        ProviderDoes = "provider-does",
        /// A valid certificate covers it, and nobody said that the provider does it alone.
        BothDo = "both-do",
        /// The statement is of an edition that only in part asks for the same.
        OtherEdition = "other-edition",
        /// The statement says that the customer does it.
        CustomerDoes = "customer-does",
        /// The certificate has no statement.
        NoStatement = "no-statement",
        /// The statement has no row for it.
        NoRow = "no-row",
        /// The statement says that it does not apply.
        NotApplicable = "not-applicable",
        /// The statement says that it is not done.
        NotImplemented = "not-implemented",
        /// No certificate covers the service in this cloud.
        NotCovered = "not-covered",
        /// The certificate does not hold yet, is a draft, or names no last day.
        NotYetValid = "not-yet-valid",
        /// The service left the scope.
        LeftScope = "left-scope",
        /// The certificate is over.
        CertificateExpired = "certificate-expired",
        /// The certificate was taken back, or a newer one took its place.
        CertificateWithdrawn = "certificate-withdrawn",
        /// The portal that told of the service is gone or was withdrawn.
        PortalWithdrawn = "portal-withdrawn",
    }
}

/// A control that is asked about, and the items of each edition that stand for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The control.
    pub control: Id,
    /// What stands for it.
    pub by: Vec<StandsFor>,
}

/// The items of an edition that stand for a control.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandsFor {
    /// The edition.
    pub edition: Id,
    /// The items; all of them are needed.
    pub items: Vec<Id>,
    /// Whether they ask for no less than the control.
    pub is_whole: bool,
}

/// The items of a catalog as controls: each stands for itself, and those of other editions stand
/// for it as the mappings that lead to this edition say.
#[must_use]
pub fn asked(edition: &Id, catalog: &Catalog, mappings: &[Mapping]) -> Vec<Asked> {
    let mappings: Vec<&Mapping> = mappings.iter().filter(|it| it.to.value == *edition).collect();
    let ask = |id: &Id| {
        let own = StandsFor { edition: edition.clone(), items: vec![id.clone()], is_whole: true };
        let others = mappings.iter().filter_map(|mapping| stands_for(mapping, id));
        Asked { control: id.clone(), by: std::iter::once(own).chain(others).collect() }
    };
    catalog.items.iter().map(|item| ask(&item.id.value)).collect()
}

fn stands_for(mapping: &Mapping, id: &Id) -> Option<StandsFor> {
    let pairs: Vec<_> = mapping.pairs.iter().filter(|pair| pair.to.value == *id).collect();
    let whole = |relation| matches!(relation, Relation::Equal | Relation::Superset);
    (!pairs.is_empty()).then(|| StandsFor {
        edition: mapping.from.value.clone(),
        items: pairs.iter().map(|pair| pair.from.value.clone()).collect(),
        is_whole: pairs.iter().any(|pair| whole(pair.relation)),
    })
}

/// What a service that a system uses gives for a control.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Layer<'a> {
    /// The organization whose portal tells of the service; none for the files of a folder.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub portal: Option<&'a str>,
    /// The service.
    pub service: &'a Id,
    /// The cloud.
    pub cloud: &'a Id,
    /// Who offers it.
    pub provider: Option<&'a Id>,
    /// The certificate that decided.
    pub certificate: Option<&'a Id>,
    /// What it gives.
    pub share: Share,
    /// Why.
    pub why: Why,
}

/// A control of a system on a day, with what each service gives.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Standing<'a> {
    /// The control.
    pub control: &'a Id,
    /// Who does it.
    pub share: Share,
    /// The customer's own text.
    pub own: Option<&'a str>,
    /// What each service gives, in the order of the system's list.
    pub layers: Vec<Layer<'a>>,
}

impl Standing<'_> {
    /// Whether the customer still has to write what it does itself.
    #[must_use]
    pub const fn lacks_own_text(&self) -> bool {
        matches!(self.share, Share::Shared) && self.own.is_none()
    }
}

/// Every control of a system on a day, in the order asked. A system without services keeps all.
#[must_use]
pub fn inherit<'a>(
    trust: &'a Trust,
    system: &'a System,
    asked: &'a [Asked],
    today: Day,
) -> Vec<Standing<'a>> {
    let statements = Statements::of(trust);
    let column = |used: &'a Use| {
        let (service, cloud) = (&used.service.value, &used.cloud.value);
        Column::of(trust, &statements, (None, service, cloud), today)
    };
    let columns: Vec<Column<'a, '_>> = system.uses.iter().map(column).collect();
    let own = system.own.iter().map(|part| (&part.control.value, part.text.as_str())).collect();
    standings(&columns, &own, asked)
}

/// A service that a system uses, ready to be asked about many controls.
struct Column<'a, 's> {
    portal: Option<&'a str>,
    service: &'a Id,
    cloud: &'a Id,
    provider: Option<&'a Id>,
    /// The certificates that cover it; `None` where the portal that told of them is gone.
    bases: Option<Vec<Basis<'a, 's>>>,
}

impl<'a, 's> Column<'a, 's> {
    fn of(
        trust: &'a Trust,
        statements: &'s Statements<'a>,
        (portal, service, cloud): (Option<&'a str>, &'a Id, &'a Id),
        today: Day,
    ) -> Self {
        let provider = trust.service(service).map(|it| &it.provider.value);
        let bases = Some(bases(trust, statements, (service, cloud), today));
        Self { portal, service, cloud, provider, bases }
    }

    fn layer(&self, asked: &Asked) -> Layer<'a> {
        let (share, why, certificate) = match &self.bases {
            Some(bases) => best(bases, asked),
            None => (Share::NeedsReview, Why::PortalWithdrawn, None),
        };
        let Self { portal, service, cloud, provider, .. } = *self;
        Layer { portal, service, cloud, provider, certificate, share, why }
    }
}

/// Every control with what each service gives.
fn standings<'a>(
    columns: &[Column<'a, '_>],
    own: &BTreeMap<&Id, &'a str>,
    asked: &'a [Asked],
) -> Vec<Standing<'a>> {
    let control = |asked: &'a Asked| {
        let layers: Vec<Layer<'a>> = columns.iter().map(|column| column.layer(asked)).collect();
        let own = own.get(&asked.control).copied();
        Standing { control: &asked.control, share: weakest(&layers), own, layers }
    };
    asked.iter().map(control).collect()
}

/// What the best certificate of a service gives.
fn best<'a>(bases: &[Basis<'a, '_>], asked: &Asked) -> (Share, Why, Option<&'a Id>) {
    let mut best = (Share::Customer, Why::NotCovered, None);
    for basis in bases {
        let (share, why) = basis.gives(asked);
        if best.2.is_none() || share > best.0 {
            best = (share, why, Some(basis.certificate));
        }
    }
    best
}

/// What all services give together: something that needs review flips the whole.
fn weakest(layers: &[Layer<'_>]) -> Share {
    if layers.iter().any(|layer| layer.share == Share::NeedsReview) {
        return Share::NeedsReview;
    }
    layers.iter().map(|layer| layer.share).min().unwrap_or(Share::Customer)
}

#[cfg(test)]
mod tests;
