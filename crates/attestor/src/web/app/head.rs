//! The head of an app's page: names, seal, figures, and the page as data.

use attestor_core::attestation::catalog::current::page_day;
use attestor_core::attestation::catalog::difference::tier;
use attestor_core::attestation::catalog::facet::{Facet, Freshness, facets, freshness};
use attestor_core::attestation::catalog::index::Index;
use attestor_core::attestation::catalog::listing::publisher_key;
use attestor_core::attestation::page::controls::Outcome;
use attestor_core::attestation::page::facts::{Facts, Tier};
use serde_json::json;

use super::permissions::PermissionView;
use super::section::SectionView;
use super::version::Version;
use crate::phrases::Arg;
use crate::web::address;
use crate::web::catalog::line::{foreign, tier_mark};
use crate::web::frame::Frame;
use crate::web::shape::{Date, Figure, Link, Mark, monogram};
use crate::web::visit::Visit;

/// The head of an app's page.
pub(super) struct Head {
    pub(super) id: String,
    pub(super) name: String,
    /// The language of the name; empty where it is the page's.
    pub(super) lang: String,
    pub(super) monogram: String,
    pub(super) publisher: Option<Link>,
    pub(super) tags: Vec<Mark>,
    pub(super) updated: Option<Date>,
    pub(super) seal: Option<Seal>,
    pub(super) history: String,
    /// The app as data.
    pub(super) json: String,
    /// The page as it was published.
    pub(super) markdown: String,
}

/// The mark of a certified app.
pub(super) struct Seal {
    pub(super) title: String,
    pub(super) text: String,
    /// `warn` where a domain failed.
    pub(super) class: &'static str,
}

/// The app's name on this version.
fn name(version: &Version) -> &str {
    let page = &version.page;
    let own = page.facts.app_name().or(Some(page.title.as_str()));
    own.filter(|name| !name.is_empty()).unwrap_or(&version.listing.name)
}

/// The frame: title, way, description, data for search engines.
pub(super) fn frame<'v>(visit: &'v Visit, version: &Version) -> Frame<'v> {
    let name = name(version);
    let publisher = version.page.facts.publisher().or(version.listing.publisher.as_deref());
    let title = match publisher {
        Some(publisher) => {
            let args = [("app", Arg::from(name)), ("publisher", Arg::from(publisher))];
            visit.phrases().text("web-app-title", &args)
        }
        None => name.to_owned(),
    };
    let catalog = ("apps", visit.phrases().word("web-nav-catalog"));
    let mut frame = Frame::new(visit, title).with_way(&[catalog], name);
    frame.description = frame.text("web-app-description", &[("app", Arg::from(name))]);
    frame.hidden = version.chosen;
    frame.json_ld = Some(json_ld(&frame, version, name, publisher));
    frame
}

/// What schema.org calls a software application. `<` is escaped, so that no text ends the element.
fn json_ld(frame: &Frame<'_>, version: &Version, name: &str, publisher: Option<&str>) -> String {
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": "SoftwareApplication",
        "name": name,
        "identifier": version.listing.app_id,
        "applicationCategory": "BusinessApplication",
        "url": frame.absolute(&frame.app(&version.listing.app_id)),
        "inLanguage": frame.language.tag(),
    });
    if let Some(fields) = data.as_object_mut() {
        if let Some(publisher) = publisher {
            fields.insert("publisher".into(), json!({"@type": "Organization", "name": publisher}));
        }
        if let Some(day) = page_day(&version.page.facts) {
            fields.insert("dateModified".into(), json!(day.to_string()));
        }
    }
    data.to_string().replace('<', "\\u003c")
}

/// The head of a version.
pub(super) fn head(frame: &Frame<'_>, visit: &Visit, index: &Index, version: &Version) -> Head {
    let (facts, listing) = (&version.page.facts, &version.listing);
    let name = name(version);
    let updated = page_day(facts);
    let tier = tier(facts);
    let mut tags: Vec<Mark> = tier.map(|tier| tier_mark(frame, tier)).into_iter().collect();
    if freshness(updated, visit.today) == Freshness::Older {
        tags.push(Mark::new("warn", "clock", frame.t("web-stale")));
    }
    let id = address::part(&listing.app_id);
    let data = format!("/api/v1/apps/{id}/versions/{}", version.row.number);
    Head {
        id: listing.app_id.clone(),
        name: name.to_owned(),
        lang: foreign(&version.row.locale, visit.language),
        monogram: monogram(name),
        publisher: facts.publisher().map(|publisher| publisher_link(frame, index, publisher)),
        tags,
        updated: updated.map(|day| Date::new(day, visit.phrases())),
        seal: (tier == Some(Tier::Certified)).then(|| seal(frame, facts)),
        history: frame.to(&format!("apps/{id}/history")),
        markdown: format!("{data}/page"),
        json: data,
    }
}

/// The seal says no more than what the results below it say.
fn seal(frame: &Frame<'_>, facts: &Facts) -> Seal {
    let failed = facts.certification.iter().any(|(_, outcome)| *outcome == Outcome::Fail);
    let text = match (facts.certification.is_empty(), failed) {
        (true, _) => frame.t("web-seal-plain"),
        (false, true) => frame.t("web-seal-failed"),
        (false, false) => frame.t("web-seal-text"),
    };
    Seal { title: frame.t("web-seal-title"), text, class: if failed { "warn" } else { "" } }
}

/// A publisher leads to its page; one that has none is searched for.
pub(in crate::web) fn publisher_link(frame: &Frame<'_>, index: &Index, name: &str) -> Link {
    let key = publisher_key(name);
    let address = if index.publisher(&key).is_empty() {
        frame.to(&format!("apps{}", address::query([("q", name)])))
    } else {
        frame.publisher(&key)
    };
    Link { address, text: name.to_owned() }
}

/// The figures in short.
pub(super) fn figures(
    frame: &Frame<'_>,
    visit: &Visit,
    version: &Version,
    sections: &[SectionView],
    permissions: &[PermissionView],
) -> Vec<Figure> {
    let count = |count| visit.phrases().formats().count(count);
    let facts = &version.page.facts;
    let stores = facts.answer("stores_customer_data");
    let answered = count(sections.iter().map(|section| section.answered).sum());
    let asked = count(sections.iter().map(|section| section.asked).sum());
    let asked = frame.text("web-summary-of", &[("count", Arg::from(&asked))]);
    let all = facets(facts, &visit.site.reader.questionnaire);
    let frameworks = all.iter().filter(|(facet, _)| *facet == Facet::Framework).count();
    let figure = |key: &str, value: String, more: String| Figure {
        name: frame.t(key),
        value,
        more,
        address: String::new(),
    };
    vec![
        figure("web-summary-stores", frame.t(&format!("web-answer-{stores}")), String::new()),
        figure("web-summary-answered", answered, asked),
        figure("web-summary-frameworks", count(frameworks), String::new()),
        figure(
            "web-summary-permissions",
            count(permissions.len()),
            broad(frame, visit, permissions),
        ),
    ]
}

/// How many of the permissions reach far; nothing where there are none.
fn broad(frame: &Frame<'_>, visit: &Visit, permissions: &[PermissionView]) -> String {
    if permissions.is_empty() {
        return String::new();
    }
    let broad = permissions.iter().filter(|one| one.broad).count();
    let shown = visit.phrases().formats().count(broad);
    frame.text("web-summary-broad", &[("count", Arg::from(broad)), ("shown", Arg::from(&shown))])
}
