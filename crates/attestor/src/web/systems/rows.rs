//! The controls of a system, row by row, in words.

use attestor_core::framework::{Catalog, CatalogItem};
use attestor_core::trust::inherit::{Layer, Share, Standing, Why};
use attestor_core::trust::standing::last_day;

use super::family;
use crate::actions::trust::Published;
use crate::phrases::{Arg, Phrases};
use crate::web::address;
use crate::web::shape::Mark;

/// The most controls that one page shows; more are shown family by family.
const MOST_ROWS: usize = 200;

/// A control.
pub(super) struct Row {
    pub(super) control: String,
    pub(super) title: String,
    pub(super) mark: Mark,
    /// Whether the customer's own text is missing.
    pub(super) lacks: bool,
    /// Whether the customer may write what it does itself.
    pub(super) writes: bool,
    pub(super) own: String,
    pub(super) layers: Vec<Given>,
}

/// What a service gives.
pub(super) struct Given {
    /// Whether it gives anything.
    pub(super) mark: Mark,
    /// Service and cloud.
    pub(super) service: String,
    /// Who offers it.
    pub(super) provider: String,
    /// The certificate that decides; empty for none.
    pub(super) certificate: String,
    /// Where it is shown.
    pub(super) address: String,
    /// Why.
    pub(super) why: String,
}

/// The controls of a family.
pub(super) struct Family {
    pub(super) name: String,
    pub(super) rows: Vec<Row>,
}

/// Which controls are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Filter {
    All,
    Of(Share),
    /// Shared ones without an own text.
    Lacks,
}

impl Filter {
    /// The filter with a word; another word shows all.
    pub(super) fn parse(word: &str) -> Self {
        match word {
            "lacks" => Self::Lacks,
            word => Share::parse(word).map_or(Self::All, Self::Of),
        }
    }

    fn has(self, standing: &Standing<'_>) -> bool {
        match self {
            Self::All => true,
            Self::Of(share) => standing.share == share,
            Self::Lacks => standing.lacks_own_text(),
        }
    }
}

/// The mark of a share.
pub(super) fn mark(phrases: &Phrases, share: Share) -> Mark {
    let (class, symbol) = match share {
        Share::Inherited => ("ok", "check"),
        Share::Shared => ("info", "columns"),
        Share::Customer => ("none", "dash"),
        Share::NeedsReview => ("warn", "alert"),
    };
    Mark::new(class, symbol, phrases.word(&format!("systems-share-{share}")))
}

/// The controls of a page.
pub(super) struct Controls {
    /// The families that are shown.
    pub(super) families: Vec<Family>,
    /// The families to choose from; empty where all are shown.
    pub(super) choices: Vec<Choice>,
}

/// A family to choose.
pub(super) struct Choice {
    pub(super) name: String,
    pub(super) count: usize,
    /// Whether it is shown.
    pub(super) here: bool,
}

/// Whether a framework is too large for one page, so that it is shown family by family.
pub(super) const fn is_large(count: usize) -> bool {
    count > MOST_ROWS
}

/// Controls with their items, by family.
type Groups<'s> = Vec<(&'s str, Vec<(&'s Standing<'s>, &'s CatalogItem)>)>;

/// The controls of a page, of those that a filter has. Of too many only one family is shown: the
/// wanted one, or the first.
pub(super) fn controls(
    phrases: &Phrases,
    (published, catalog): (&Published, &Catalog),
    standings: &[Standing<'_>],
    (filter, wanted): (Filter, &str),
) -> Controls {
    let groups = groups(catalog, standings, filter);
    let rows = |groups: Groups<'_>| families_of(phrases, published, groups);
    if !is_large(groups.iter().map(|(_, rows)| rows.len()).sum()) {
        return Controls { families: rows(groups), choices: Vec::new() };
    }
    let at = groups.iter().position(|(name, _)| *name == wanted).unwrap_or_default();
    let choices = groups.iter().enumerate().map(|(place, (name, rows))| Choice {
        name: (*name).to_owned(),
        count: rows.len(),
        here: place == at,
    });
    let choices = choices.collect();
    Controls { families: rows(groups.into_iter().skip(at).take(1).collect()), choices }
}

/// All rows by family, of those that a filter has.
pub(super) fn families(
    phrases: &Phrases,
    (published, catalog): (&Published, &Catalog),
    standings: &[Standing<'_>],
    filter: Filter,
) -> Vec<Family> {
    families_of(phrases, published, groups(catalog, standings, filter))
}

fn groups<'s>(catalog: &'s Catalog, standings: &'s [Standing<'_>], filter: Filter) -> Groups<'s> {
    let mut groups: Groups<'s> = Vec::new();
    let all = standings.iter().zip(&catalog.items);
    for (standing, item) in all.filter(|(standing, _)| filter.has(standing)) {
        let name = family(standing.control);
        match groups.last_mut().filter(|(last, _)| *last == name) {
            Some((_, rows)) => rows.push((standing, item)),
            None => groups.push((name, vec![(standing, item)])),
        }
    }
    groups
}

fn families_of(phrases: &Phrases, published: &Published, groups: Groups<'_>) -> Vec<Family> {
    let made = |(standing, item): (&Standing<'_>, &CatalogItem)| {
        row(phrases, published, standing, item.title.as_deref())
    };
    let families = groups.into_iter().map(|(name, rows)| Family {
        name: name.to_owned(),
        rows: rows.into_iter().map(made).collect(),
    });
    families.collect()
}

fn row(
    phrases: &Phrases,
    published: &Published,
    standing: &Standing<'_>,
    title: Option<&str>,
) -> Row {
    let own = standing.own.unwrap_or_default().to_owned();
    Row {
        control: standing.control.to_string(),
        title: title.unwrap_or_default().to_owned(),
        mark: mark(phrases, standing.share),
        lacks: standing.lacks_own_text(),
        writes: standing.share == Share::Shared || !own.is_empty(),
        own,
        layers: standing.layers.iter().map(|layer| given(phrases, published, layer)).collect(),
    }
}

/// What a service gives, in words.
pub(super) fn given(phrases: &Phrases, published: &Published, layer: &Layer<'_>) -> Given {
    let names = Names::of(published, layer);
    Given {
        mark: mark(phrases, layer.share),
        why: why(phrases, layer.why, names.until.as_deref()),
        service: names.service,
        provider: names.provider,
        certificate: names.certificate,
        address: names.address,
    }
}

/// The names of a layer.
pub(super) struct Names {
    /// Service and cloud.
    pub(super) service: String,
    pub(super) provider: String,
    pub(super) certificate: String,
    pub(super) address: String,
    /// The last day of the certificate.
    until: Option<String>,
}

impl Names {
    /// The names as the portal has them; the ids where it is gone, and nobody as the provider.
    pub(super) fn of(published: &Published, layer: &Layer<'_>) -> Self {
        let organization = layer.portal.unwrap_or_default();
        let Some(portal) = published.of(organization) else {
            return Self {
                service: format!("{} ({})", layer.service, layer.cloud),
                provider: String::new(),
                certificate: String::new(),
                address: String::new(),
                until: None,
            };
        };
        let trust = &portal.trust;
        let service = trust.service(layer.service).map_or(layer.service.as_str(), |it| &it.name);
        let cloud = trust.clouds.iter().find(|it| it.id.value == *layer.cloud);
        let cloud = cloud.map_or(layer.cloud.as_str(), |it| &it.name);
        let found = layer
            .certificate
            .and_then(|id| trust.certificates.iter().find(|it| it.id.value == *id));
        let address = found.map_or_else(
            || format!("/trust/{}", address::part(organization)),
            |it| {
                let (organization, offering) =
                    (address::part(organization), address::part(it.offering.value.as_str()));
                format!("/trust/{organization}/{offering}")
            },
        );
        let number = |it: &attestor_core::trust::document::Certificate| {
            it.number.clone().unwrap_or_else(|| it.id.value.to_string())
        };
        let last = found.and_then(|it| last_day(it, trust.edition_of(it)));
        Self {
            service: format!("{service} ({cloud})"),
            provider: portal.name.clone(),
            certificate: found.map_or_else(String::new, number),
            address,
            until: last.map(|day| day.to_string()),
        }
    }
}

fn why(phrases: &Phrases, why: Why, until: Option<&str>) -> String {
    let day = until.and_then(attestor_core::day::Day::parse);
    let day = day.map_or_else(String::new, |day| phrases.day(day));
    let args = [("day", Arg::from(&day))];
    match why {
        Why::CertificateExpired if !day.is_empty() => phrases.text("systems-why-expired-on", &args),
        other => phrases.word(&format!("systems-why-{other}")),
    }
}
