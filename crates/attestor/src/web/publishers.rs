//! The publishers: all of them in the order of the language, and one with its apps.

use askama::Template;
use attestor_core::attestation::catalog::index::Index;
use attestor_core::attestation::catalog::listing::Listing;
use attestor_core::attestation::page::facts::Value;
use axum::extract::Path;

use super::address::{self, outside, spoken};
use super::app::version;
use super::catalog::line::{Line, line};
use super::frame::Frame;
use super::paging::{Pager, Part};
use super::shape::Link;
use super::visit::{Refusal, Reply, Visit};
use crate::phrases::Arg;

/// From how many publishers on the list is grouped by letters.
const GROUPED: usize = 60;
/// The question for a publisher's web site.
const SITE: &str = "company_website_url";
/// The sign above Chinese characters, which are too many for a group each.
const HAN: &str = "漢字";

#[derive(Template)]
#[template(path = "web/publishers.html")]
struct Publishers<'v> {
    frame: Frame<'v>,
    heading: String,
    found: String,
    groups: Vec<Group>,
}

#[derive(Template)]
#[template(path = "web/publisher.html")]
struct Publisher<'v> {
    frame: Frame<'v>,
    name: String,
    found: String,
    site: Option<Link>,
    apps: Vec<Line>,
    pager: Option<Pager>,
}

/// Publishers whose names begin alike.
#[derive(Debug, PartialEq, Eq)]
struct Group {
    /// What they begin with; empty for a list without groups.
    letter: String,
    entries: Vec<Entry>,
}

/// A publisher with the number of its apps.
#[derive(Debug, PartialEq, Eq)]
struct Entry {
    key: String,
    address: String,
    name: String,
    count: String,
}

/// Shows all publishers.
pub(super) async fn list(visit: Visit) -> Reply {
    visit.page(async |index| Ok(all(&visit, index))).await
}

/// Shows a publisher with its apps.
pub(super) async fn show(visit: Visit, Path((_, key)): Path<(String, String)>) -> Reply {
    visit.page(async |index| one(&visit, index, &key).await).await
}

fn all<'v>(visit: &'v Visit, index: &Index) -> Publishers<'v> {
    let heading = visit.phrases().word("web-nav-publishers");
    let mut frame = Frame::new(visit, heading.clone()).with_way(&[], &heading);
    frame.description = frame.t("web-publishers-lead");
    let formats = visit.phrases().formats();
    let entry = |(key, name, count): (&str, &str, usize)| Entry {
        address: frame.publisher(key),
        key: key.to_owned(),
        name: name.to_owned(),
        count: formats.count(count),
    };
    let mut entries: Vec<Entry> = index.publishers().map(entry).collect();
    formats.sort(&mut entries, |entry| &entry.name);
    let found = counted(visit, "web-publishers-found", entries.len());
    Publishers { groups: groups(entries), found, heading, frame }
}

fn counted(visit: &Visit, key: &str, count: usize) -> String {
    let shown = visit.phrases().formats().count(count);
    visit.phrases().text(key, &[("count", Arg::from(count)), ("shown", Arg::from(&shown))])
}

/// One group for a short list, otherwise one a letter in the order in which letters first appear.
fn groups(entries: Vec<Entry>) -> Vec<Group> {
    if entries.len() <= GROUPED {
        return vec![Group { letter: String::new(), entries }];
    }
    let mut groups: Vec<Group> = Vec::new();
    for entry in entries {
        let letter = letter(&entry.key);
        match groups.iter_mut().find(|group| group.letter == letter) {
            Some(group) => group.entries.push(entry),
            None => groups.push(Group { letter, entries: vec![entry] }),
        }
    }
    groups
}

/// What a key is found under: its first letter in upper case, the first consonant of a Korean
/// syllable, one sign for all digits and one for all Chinese characters.
fn letter(key: &str) -> String {
    const FIRST: [char; 19] = [
        'ㄱ', 'ㄱ', 'ㄴ', 'ㄷ', 'ㄷ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅂ', 'ㅅ', 'ㅅ', 'ㅇ', 'ㅈ', 'ㅈ', 'ㅊ',
        'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ',
    ];
    let Some(first) = key.chars().next() else { return String::new() };
    match first {
        '\u{ac00}'..='\u{d7a3}' => {
            let place = (u32::from(first) - 0xac00) / 588;
            let place = usize::try_from(place).unwrap_or_default();
            FIRST.get(place).map_or_else(String::new, char::to_string)
        }
        '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' => HAN.to_owned(),
        '0'..='9' => "0–9".to_owned(),
        other => other.to_uppercase().collect(),
    }
}

async fn one<'v>(visit: &'v Visit, index: &Index, key: &str) -> Result<Publisher<'v>, Refusal> {
    let known = index.publishers().find(|(other, _, _)| *other == key);
    let (_, name, count) = known.ok_or(Refusal::NotFound)?;
    let listings = index.publisher(key);
    let heading = ("publishers", visit.phrases().word("web-nav-publishers"));
    let mut frame = Frame::new(visit, name.to_owned()).with_way(&[heading], name);
    frame.description = frame.text("web-publisher-lead", &[("publisher", Arg::from(name))]);
    let part = Part::asked(visit.uri.query().unwrap_or_default(), count)?;
    let site = site(visit, &listings).await?;
    let below = format!("publishers/{}", address::part(key));
    let apps = part.of(listings);
    Ok(Publisher {
        found: counted(visit, "web-found", count),
        apps: apps.into_iter().map(|one| line(&frame, one, visit.today)).collect(),
        pager: part.pager(&frame, visit, &below),
        name: name.to_owned(),
        site,
        frame,
    })
}

/// The web site that the newest page of a publisher names. One statement.
async fn site(visit: &Visit, listings: &[&Listing]) -> Result<Option<Link>, Refusal> {
    let Some(newest) = listings.iter().max_by_key(|one| one.updated) else { return Ok(None) };
    let (page, _) = version::read(visit, &newest.app_id, newest.current).await?;
    let Some(Value::Link(target)) = page.facts.value(SITE) else { return Ok(None) };
    let link = |target: &str| Link { address: target.to_owned(), text: spoken(target).to_owned() };
    Ok(outside(target).map(link))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(key: &str) -> Entry {
        let text = key.to_owned();
        Entry { key: text.clone(), address: String::new(), name: text, count: String::new() }
    }

    #[test]
    fn publishers_stand_under_the_letter_they_are_looked_for_under() {
        for (key, wanted) in [
            ("muller", "M"),
            ("3m", "0–9"),
            ("가나", "ㄱ"),
            ("한글", "ㅎ"),
            ("株式会社", "漢字"),
            ("яндекс", "Я"),
            ("", ""),
        ] {
            assert_eq!(letter(key), wanted, "{key}");
        }
    }

    #[test]
    fn only_long_lists_are_grouped_and_no_letter_stands_twice() {
        let keys: Vec<String> = (0..=GROUPED).map(|at| format!("{}x", at % 3)).collect();
        let short = groups(keys.iter().take(GROUPED).map(|key| entry(key)).collect());
        assert_eq!(short.iter().map(|one| one.letter.as_str()).collect::<Vec<_>>(), [""]);
        let mut long: Vec<Entry> = keys.iter().map(|key| entry(key)).collect();
        long.insert(1, entry("a"));
        let long = groups(long);
        let sizes: Vec<(&str, usize)> =
            long.iter().map(|one| (one.letter.as_str(), one.entries.len())).collect();
        assert_eq!(sizes, [("0–9", GROUPED + 1), ("A", 1)]);
    }
}
