//! The words by which apps are counted and chosen.

use super::difference::tier;
use crate::answer::Answer;
use crate::attestation::page::facts::Facts;
use crate::attestation::question::{Good, Questionnaire, Section};
use crate::day::Day;
use crate::word::words;

words! {
    /// A side from which apps are counted.
    pub enum Facet {
        /// `attested` or `certified`.
        Tier = "tier",
        /// The products in which the app runs.
        HostProduct = "host_product",
        /// Whether customer data is stored: one of the four answer states.
        StoresData = "stores_data",
        /// Who runs the servers.
        Hosting = "hosting",
        /// Standards and laws with which the publisher says to comply, by question.
        Framework = "framework",
        /// Graph permissions by name.
        Permission = "permission",
    }
}

words! {
    /// How long ago the publisher last changed an answer.
    pub enum Freshness {
        /// At most three months, the last day counts.
        Months3 = "within_3_months",
        /// At most twelve months, the last day counts.
        Months12 = "within_12_months",
        /// Longer.
        Older = "older",
        /// The page has no readable date, or one still to come.
        Unknown = "unknown",
    }
}

/// The most bytes of a value, inclusive. The longest name of a permission has about 60; what is
/// longer is a text in the wrong place, which nobody looks for.
const MAX_BYTES: usize = 200;

/// Host products: the code, and the name that no translation changes.
const PRODUCTS: [(&str, &str); 8] = [
    ("excel", "excel"),
    ("onenote", "onenote"),
    ("outlook", "outlook"),
    ("powerpoint", "powerpoint"),
    ("project", "project"),
    ("sharepoint", "sharepoint"),
    ("teams", "teams"),
    ("word", "word"),
];

/// The facets of a page with their values: in the order of [`Facet`], values sorted, each once, at
/// most 200 bytes long. A facet that the page says nothing about is absent, except for
/// [`Facet::StoresData`].
#[must_use]
pub fn facets(facts: &Facts, questionnaire: &Questionnaire) -> Vec<(Facet, String)> {
    let mut found: Vec<(Facet, String)> = Vec::new();
    let mut add = |facet, value: &str| found.push((facet, value.to_owned()));
    if let Some(tier) = tier(facts) {
        add(Facet::Tier, tier.as_str());
    }
    for product in host_products(facts) {
        add(Facet::HostProduct, product);
    }
    add(Facet::StoresData, facts.answer("stores_customer_data").as_str());
    for code in facts.codes("hosting_model") {
        add(Facet::Hosting, code);
    }
    for question in questionnaire.questions() {
        let claim = question.section == Section::Compliance && question.good == Some(Good::Yes);
        if claim && facts.answer(&question.id) == Answer::Yes {
            add(Facet::Framework, &question.id);
        }
    }
    for permission in facts.permissions.iter().filter(|one| one.name.len() <= MAX_BYTES) {
        add(Facet::Permission, &permission.name);
    }
    found.sort();
    found.dedup();
    found
}

/// How fresh a page of a day is today.
#[must_use]
pub fn freshness(updated: Option<Day>, today: Day) -> Freshness {
    match updated {
        Some(day) if day > today => Freshness::Unknown,
        Some(day) if today <= day.plus_months(3) => Freshness::Months3,
        Some(day) if today <= day.plus_months(12) => Freshness::Months12,
        Some(_) => Freshness::Older,
        None => Freshness::Unknown,
    }
}

/// Products whose names stand as words in the list of supported clients; Teams also by its store.
fn host_products(facts: &Facts) -> Vec<&'static str> {
    let text = facts.text("office_365_clients_supported").unwrap_or_default().to_lowercase();
    let words: Vec<&str> = text.split(|letter: char| !letter.is_ascii_alphanumeric()).collect();
    let in_teams_store = facts.teams_store_id.is_some();
    PRODUCTS
        .iter()
        .filter(|(code, name)| words.contains(name) || (*code == "teams" && in_teams_store))
        .map(|(code, _)| *code)
        .collect()
}
