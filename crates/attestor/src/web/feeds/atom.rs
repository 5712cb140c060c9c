//! The apps that changed last, for feed readers.

use askama::Template;
use attestor_core::attestation::catalog::index::{Index, Query, Sort};
use attestor_core::attestation::catalog::listing::Listing;
use attestor_core::day::Day;

use super::{Tongue, tongues, xml};
use crate::phrases::Arg;
use crate::web::address;
use crate::web::visit::{Refusal, Reply, Visit};

/// How many apps a feed has.
const APPS: usize = 50;
/// The year in which the names of entries were given, as RFC 4151 wants one.
const YEAR: &str = "2026";

#[derive(Template)]
#[template(path = "web/feeds/apps.xml")]
struct Feed {
    lang: &'static str,
    id: String,
    title: String,
    lead: String,
    updated: String,
    own: String,
    page: String,
    entries: Vec<Entry>,
}

/// An app that changed.
struct Entry {
    id: String,
    title: String,
    updated: String,
    author: Option<String>,
    links: Vec<Tongue>,
    summary: String,
}

/// Shows the feed.
pub(super) async fn show(visit: Visit) -> Reply {
    let make = async |index: &Index| {
        let text = feed(&visit, index).render();
        text.map(String::into_bytes).map_err(|error| Refusal::Failed(error.to_string().into()))
    };
    visit.file("application/atom+xml; charset=utf-8", make).await
}

/// Apps without a day have no place in an order of changes.
fn feed(visit: &Visit, index: &Index) -> Feed {
    let query = Query { sort: Sort::Newest, limit: APPS, ..Query::default() };
    let found = index.find(&query, visit.today);
    let dated = found.listings.iter().filter_map(|one| Some((*one, one.updated?)));
    let entries: Vec<Entry> = dated.map(|(one, day)| entry(visit, one, day)).collect();
    let (path, public_url) = (visit.language.path(), &visit.site.settings.public_url);
    Feed {
        lang: visit.language.html_lang(),
        id: name(public_url, &format!("{path}/apps")),
        title: visit.phrases().word("web-feed-title"),
        lead: visit.phrases().word("web-feed-lead"),
        updated: entries.first().map_or_else(|| instant(Day::EPOCH), |one| one.updated.clone()),
        own: format!("{public_url}/{path}/apps.atom"),
        page: format!("{public_url}/{path}/apps"),
        entries,
    }
}

fn entry(visit: &Visit, listing: &Listing, updated: Day) -> Entry {
    let id = address::part(&listing.app_id);
    Entry {
        id: name(&visit.site.settings.public_url, &format!("apps/{id}/{}", listing.current)),
        title: xml(&listing.name),
        updated: instant(updated),
        author: listing.publisher.as_deref().map(xml),
        links: tongues(&visit.site, &format!("apps/{id}")),
        summary: summary(visit, listing, updated),
    }
}

fn summary(visit: &Visit, listing: &Listing, updated: Day) -> String {
    let day = visit.phrases().day(updated);
    let day = ("day", Arg::from(&day));
    match listing.publisher.as_deref().map(xml) {
        Some(publisher) => {
            let publisher = ("publisher", Arg::from(&publisher));
            visit.phrases().text("web-feed-changed", &[publisher, day])
        }
        None => visit.phrases().text("web-feed-changed-by-nobody", &[day]),
    }
}

/// A name that stays when pages move: `tag:catalog.example.org,2026:apps/WA1/3`. The number of the
/// version is in it, so that an app that changes again is news again.
fn name(public_url: &str, what: &str) -> String {
    let rest = public_url.split_once("://").map_or(public_url, |(_, rest)| rest);
    let host = rest.split(['/', ':']).next().unwrap_or_default();
    format!("tag:{host},{YEAR}:{what}")
}

/// The beginning of a day.
fn instant(day: Day) -> String {
    format!("{day}T00:00:00Z")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_hold_the_host_alone() {
        for url in ["https://example.org", "http://example.org:8080", "https://example.org/a"] {
            assert_eq!(name(url, "apps/WA1/3"), "tag:example.org,2026:apps/WA1/3");
        }
    }

    #[test]
    fn texts_of_publishers_stay_texts() {
        let entry = Entry {
            id: "tag:x".to_owned(),
            title: "A & <b>B</b> ]]>".to_owned(),
            updated: instant(Day::EPOCH),
            author: Some("\"O'Neil\"".to_owned()),
            links: Vec::new(),
            summary: String::new(),
        };
        let feed = Feed {
            lang: "en-US",
            id: String::new(),
            title: String::new(),
            lead: String::new(),
            updated: instant(Day::EPOCH),
            own: String::new(),
            page: String::new(),
            entries: vec![entry],
        };
        let text = feed.render().unwrap();
        assert!(text.contains("<title>A &#38; &#60;b&#62;B&#60;/b&#62; ]]&#62;</title>"), "{text}");
        assert!(!text.contains("<b>"));
    }
}
