//! What the catalog's index holds about an app.

use std::collections::BTreeSet;

use super::facet::{Facet, facets};
use super::terms::{Run, runs, terms};
use crate::answer::Answer;
use crate::attestation::page::facts::{Facts, Tier, Value};
use crate::attestation::question::{Questionnaire, Section};
use crate::day::Day;

/// The most terms of one page; the first texts of a page count first. The longest published page
/// has about 900.
const MAX_TERMS: usize = 2000;
/// The bytes of an app registration's id.
const REGISTRATION_BYTES: usize = 36;

/// One app in a list: as its current version shows it, found by the words of all versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// The id.
    pub app_id: String,
    /// The name.
    pub name: String,
    /// The publisher's name, if the page has one.
    pub publisher: Option<String>,
    /// How far the app was looked at.
    pub tier: Option<Tier>,
    /// Whether customer data is stored.
    pub stores_data: Answer,
    /// The page's day.
    pub updated: Option<Day>,
    /// The current version's locale; empty where its page names none.
    pub locale: String,
    /// The current version's number.
    pub current: i64,
    /// How many versions there are.
    pub versions: i64,
    /// By what the app is counted: sorted, each once.
    pub facets: Vec<(Facet, String)>,
    /// Ids of the app registrations that ask for permissions: sorted, each once, lower case.
    pub registrations: Vec<String>,
    /// How many permissions it asks for, each name once.
    pub permission_count: usize,
    /// The terms of all versions: sorted, each once, parted by spaces. Empty once it is in an index.
    pub terms: String,
    /// What apps are ordered by; the id decides between equal ones. Empty once it is in an index.
    pub sort_key: Vec<u8>,
}

/// What a page gives to its app's listing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Content {
    /// By what the app is counted.
    pub facets: Vec<(Facet, String)>,
    /// Ids of the app registrations that ask for permissions: sorted, each once, lower case.
    pub registrations: Vec<String>,
    /// How many permissions it asks for, each name once.
    pub permission_count: usize,
    /// The words by which it is found, in the page's language.
    pub terms: BTreeSet<String>,
}

impl Content {
    /// Takes from a page what its app is listed with. The name is the one under which the app is
    /// shown, which may come from the page's title.
    #[must_use]
    pub fn of(facts: &Facts, app_id: &str, name: &str, questionnaire: &Questionnaire) -> Self {
        let names: BTreeSet<&str> = facts.permissions.iter().map(|one| one.name.as_str()).collect();
        let registrations: BTreeSet<String> = facts
            .permissions
            .iter()
            .map(|one| one.app_id.to_ascii_lowercase())
            .filter(|id| is_registration(id))
            .collect();
        Self {
            facets: facets(facts, questionnaire),
            registrations: registrations.into_iter().collect(),
            permission_count: names.len(),
            terms: words(facts, app_id, name, &names, questionnaire),
        }
    }
}

/// Terms as one text: sorted, parted by spaces.
#[must_use]
pub fn joined(terms: &BTreeSet<String>) -> String {
    terms.iter().map(String::as_str).collect::<Vec<_>>().join(" ")
}

/// The terms of a text that [`joined`] made.
#[must_use]
pub fn parted(text: &str) -> BTreeSet<String> {
    text.split(' ').filter(|term| !term.is_empty()).map(str::to_owned).collect()
}

/// A publisher's name in addresses: its folded words joined by `-`; empty for a name without
/// letters and digits.
#[must_use]
pub fn publisher_key(name: &str) -> String {
    let words: Vec<String> = runs(name)
        .into_iter()
        .map(|run| match run {
            Run::Word(word) | Run::Letters(word) => word,
        })
        .collect();
    words.join("-")
}

/// The words of names, ids, permissions, and texts about the app and its data.
fn words(
    facts: &Facts,
    app_id: &str,
    name: &str,
    permissions: &BTreeSet<&str>,
    questionnaire: &Questionnaire,
) -> BTreeSet<String> {
    let ids = [&facts.appsource_id, &facts.teams_store_id].into_iter().flatten();
    let first = [name, app_id].into_iter().chain(ids.map(String::as_str)).chain(facts.publisher());
    let described = facts.answers.iter().filter_map(|(id, value)| match value {
        Value::Text(text) => Some((questionnaire.get(id)?.section, text.as_str())),
        _ => None,
    });
    let texts = described
        .filter(|(section, _)| matches!(section, Section::General | Section::Data))
        .map(|(_, text)| text);
    let mut found = BTreeSet::new();
    for text in first.chain(permissions.iter().copied()).chain(texts) {
        let mut own = BTreeSet::new();
        terms(text, &mut own);
        own.retain(|term| !found.contains(term));
        let room = MAX_TERMS.saturating_sub(found.len());
        found.extend(own.into_iter().take(room));
    }
    found
}

fn is_registration(id: &str) -> bool {
    id.len() == REGISTRATION_BYTES
        && id.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
}
