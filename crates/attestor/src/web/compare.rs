//! Two to four apps side by side.

mod table;

use askama::Template;
use attestor_core::attestation::catalog::identity::app_id;
use attestor_core::attestation::catalog::index::{Index, Query};
use attestor_core::attestation::catalog::listing::Listing;
use attestor_core::attestation::page::facts::Facts;

use self::table::Group;
use super::app::version;
use super::catalog::line::foreign;
use super::frame::Frame;
use super::visit::{Refusal, Reply, Visit};
use super::{address, wish};
use crate::phrases::Arg;

/// The most apps that are compared.
const MOST: usize = 4;
/// How many apps are offered for a word.
const OFFERED: usize = 10;
/// The most unknown ids that are named, and the most letters of one.
const UNKNOWN: (usize, usize) = (10, 80);

#[derive(Template)]
#[template(path = "web/compare.html")]
struct Compare<'v> {
    frame: Frame<'v>,
    heading: String,
    notes: Vec<String>,
    unknown: Vec<String>,
    apps: Vec<Head>,
    groups: Vec<Group>,
    only: bool,
    /// The comparison with all rows, or with those that differ.
    switch: String,
    /// Whether there is room for another app.
    room: bool,
    words: String,
    offers: Vec<Head>,
}

/// An app above its column, or one that may be added.
struct Head {
    id: String,
    name: String,
    /// The language of the name; empty where it is the page's.
    lang: String,
    address: String,
    /// The comparison without the app, or with it.
    other: String,
}

/// What a comparison is asked for.
#[derive(Debug, Default, PartialEq, Eq)]
struct Wanted {
    /// Ids in their form, each once, in order.
    ids: Vec<String>,
    /// Texts that are no ids.
    wrong: Vec<String>,
    /// Whether only rows that differ are shown.
    only: bool,
    /// Words to find another app by.
    words: String,
}

/// An app with the facts of its current version.
struct Side<'i> {
    listing: &'i Listing,
    facts: Facts,
}

impl Wanted {
    fn parse(query: &str) -> Self {
        let mut wanted = Self::default();
        for (name, value) in wish::pairs(query).filter(|(_, value)| !value.is_empty()) {
            match name.as_str() {
                "id" => wanted.take(&value),
                "only" => wanted.only = value == "differing",
                "q" => wanted.words = value.trim().to_owned(),
                _ => {}
            }
        }
        wanted
    }

    fn take(&mut self, text: &str) {
        let (list, id) = match app_id(text) {
            Some(id) => (&mut self.ids, id),
            None => (&mut self.wrong, text.to_owned()),
        };
        if !list.contains(&id) {
            list.push(id);
        }
    }
}

/// Compares the apps that are named with `?id=A&id=B`.
pub(super) async fn show(visit: Visit) -> Reply {
    let wanted = Wanted::parse(visit.uri.query().unwrap_or_default());
    visit.page(async |index| compare(&visit, index, wanted).await).await
}

/// One statement an app.
async fn compare<'v>(
    visit: &'v Visit,
    index: &Index,
    wanted: Wanted,
) -> Result<Compare<'v>, Refusal> {
    let heading = visit.phrases().word("web-compare-title");
    let way = ("apps", visit.phrases().word("web-nav-catalog"));
    let mut frame = Frame::new(visit, heading.clone()).with_way(&[way], &heading);
    frame.hidden = true;
    let known: Vec<&Listing> = wanted.ids.iter().filter_map(|id| index.get(id)).collect();
    let notes = too_many(visit, known.len());
    let known: Vec<&Listing> = known.into_iter().take(MOST).collect();
    let ids: Vec<&str> = known.iter().map(|one| one.app_id.as_str()).collect();
    let groups = if known.len() < 2 {
        Vec::new()
    } else {
        table::groups(&frame, visit, &read(visit, &known).await?, wanted.only)
    };
    let without = |id: &str| ids.iter().copied().filter(|one| *one != id).collect::<Vec<_>>();
    let apps =
        known.iter().map(|one| head(&frame, one, to(&frame, &without(&one.app_id), wanted.only)));
    Ok(Compare {
        apps: apps.collect(),
        switch: to(&frame, &ids, !wanted.only),
        room: ids.len() < MOST,
        offers: offers(&frame, visit, index, &ids, &wanted),
        unknown: unknown(index, &wanted),
        only: wanted.only,
        words: wanted.words,
        notes,
        groups,
        heading,
        frame,
    })
}

async fn read<'i>(visit: &Visit, known: &[&'i Listing]) -> Result<Vec<Side<'i>>, Refusal> {
    let mut sides = Vec::with_capacity(known.len());
    for listing in known {
        let (page, _) = version::read(visit, &listing.app_id, listing.current).await?;
        sides.push(Side { listing, facts: page.facts });
    }
    Ok(sides)
}

/// The address of a comparison.
fn to(frame: &Frame<'_>, ids: &[&str], only: bool) -> String {
    let ids = ids.iter().map(|id| ("id", *id));
    let query = address::query(ids.chain(only.then_some(("only", "differing"))));
    frame.to(&format!("compare{query}"))
}

fn head(frame: &Frame<'_>, listing: &Listing, other: String) -> Head {
    Head {
        id: listing.app_id.clone(),
        name: listing.name.clone(),
        lang: foreign(&listing.locale, frame.language),
        address: frame.app(&listing.app_id),
        other,
    }
}

fn too_many(visit: &Visit, count: usize) -> Vec<String> {
    if count <= MOST {
        return Vec::new();
    }
    let (most, shown) =
        (visit.phrases().formats().count(MOST), visit.phrases().formats().count(count));
    let args = [("most", Arg::from(&most)), ("count", Arg::from(&shown))];
    vec![visit.phrases().text("web-compare-too-many", &args)]
}

/// What was asked for and is no app of the catalog.
fn unknown(index: &Index, wanted: &Wanted) -> Vec<String> {
    let ids = wanted.ids.iter().filter(|id| index.get(id).is_none());
    let texts = ids.chain(&wanted.wrong).take(UNKNOWN.0);
    texts.map(|text| text.chars().take(UNKNOWN.1).collect()).collect()
}

/// Apps that the words find and that may be added.
fn offers(
    frame: &Frame<'_>,
    visit: &Visit,
    index: &Index,
    ids: &[&str],
    wanted: &Wanted,
) -> Vec<Head> {
    if wanted.words.is_empty() || ids.len() >= MOST {
        return Vec::new();
    }
    let query = Query { words: wanted.words.clone(), limit: OFFERED, ..Query::default() };
    let found = index.find(&query, visit.today).listings;
    let new = found.into_iter().filter(|one| !ids.contains(&one.app_id.as_str()));
    let with = |one: &Listing| {
        let mut all = ids.to_vec();
        all.push(&one.app_id);
        to(frame, &all, wanted.only)
    };
    new.map(|one| head(frame, one, with(one))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_taken_once_and_texts_that_are_none_are_kept_apart() {
        let wanted =
            Wanted::parse("id=WA1&id=wa1&id=Other.App&id=%3Cb%3E&id=&only=differing&q=+a+");
        assert_eq!(wanted.ids, ["WA1", "other.app"]);
        assert_eq!(wanted.wrong, ["<b>"]);
        assert!(wanted.only);
        assert_eq!(wanted.words, "a");
        assert!(!Wanted::parse("only=all").only);
    }
}
