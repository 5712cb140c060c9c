//! The parameters of the list of apps, read strictly: what cannot be meant is said, not passed over.

use attestor_core::answer::Answer;
use attestor_core::attestation::catalog::facet::Facet;
use attestor_core::attestation::catalog::index::{Index, Query};
use attestor_core::attestation::page::facts::Tier;
use attestor_core::attestation::question::{Good, Questionnaire, Section};

use crate::web::address;
use crate::web::api::call::Asked;
use crate::web::api::problem::{ParameterFault, Refused, fault};
use crate::web::wish::Wish;

/// All names.
pub(super) const NAMES: [&str; 13] = [
    "q",
    "tier",
    "host_product",
    "stores_data",
    "hosting",
    "framework",
    "permission",
    "freshness",
    "sort",
    "limit",
    "after",
    "total",
    "facets",
];
/// Names that stand at most once.
const SINGLE: [&str; 6] = ["q", "sort", "limit", "after", "total", "facets"];
/// How many apps a part has if the request names no number.
const APPS: usize = 50;
/// The most apps of a part, inclusive.
const MOST: usize = 200;
/// What cursors begin with, so that a later form can be told from this one.
const CURSOR: &str = "a1";

/// What a request for a list asks for.
#[derive(Debug)]
pub(super) struct Parameters {
    /// The question to the index.
    pub(super) query: Query,
    /// Whether the number of all apps is wanted.
    pub(super) total: bool,
    /// Whether the counts of facets are wanted.
    pub(super) facets: bool,
}

impl Parameters {
    /// Reads a query with known names, or tells all its faults.
    pub(super) fn read(
        asked: &Asked,
        index: &Index,
        questionnaire: &Questionnaire,
    ) -> Result<Self, Refused> {
        let mut faults: Vec<ParameterFault> = doubles(asked);
        faults.extend(asked.iter().filter_map(|(name, value)| {
            Some(fault(name, wrong(name, value, index, questionnaire)?))
        }));
        if !faults.is_empty() {
            return Err(Refused::Faults(faults));
        }
        let ours = |name: &str| matches!(name, "after" | "total" | "facets");
        let own = asked.iter().filter(|(name, _)| !ours(name));
        let query = address::query(own.map(|(name, value)| (name.as_str(), value.as_str())));
        let too_much = || Refused::parameter("q", "there are too many values, or one is too long");
        let wish = Wish::parse(query.trim_start_matches('?')).ok_or_else(too_much)?;
        let after = value(asked, "after").and_then(app_of);
        Ok(Self {
            query: Query { after, ..wish.query(APPS) },
            total: value(asked, "total") == Some("true"),
            facets: value(asked, "facets") == Some("true"),
        })
    }
}

fn value<'a>(asked: &'a Asked, name: &str) -> Option<&'a str> {
    asked.iter().find(|(one, _)| one == name).map(|(_, value)| value.as_str())
}

fn doubles(asked: &Asked) -> Vec<ParameterFault> {
    let times = |name: &str| asked.iter().filter(|(one, _)| one == name).count();
    let double = SINGLE.iter().filter(|name| times(name) > 1);
    double.map(|name| fault(name, "it may stand only once")).collect()
}

/// What is wrong with a value; `None` for a good one.
fn wrong(name: &str, value: &str, index: &Index, all: &Questionnaire) -> Option<String> {
    let none_of = |known: &[&str]| {
        let known = known.join("`, `");
        Some(format!("`{value}` is none of `{known}`"))
    };
    let good = match name {
        "total" | "facets" => return (!matches!(value, "true" | "false")).then(|| flag(value)),
        "limit" => return limit(value),
        "after" => app_of(value).is_some_and(|id| index.get(&id).is_some()),
        "tier" if Tier::parse(value).is_none() => return none_of(&["attested", "certified"]),
        "stores_data" if Answer::parse(value).is_none() => {
            return none_of(&["yes", "no", "na", "unanswered"]);
        }
        "framework" => is_framework(all, value),
        "hosting" => is_choice(all, "hosting_model", value),
        "q" => true,
        other => !value.is_empty() && (Facet::parse(other).is_some() || is_wish(other, value)),
    };
    (!good).then(|| format!("`{value}` is not one of its values"))
}

fn flag(value: &str) -> String {
    format!("`{value}` is neither `true` nor `false`")
}

fn limit(value: &str) -> Option<String> {
    let good = value.parse().is_ok_and(|limit: usize| limit <= MOST);
    (!good).then(|| format!("`{value}` is no number from 0 to {MOST}"))
}

fn is_wish(name: &str, value: &str) -> bool {
    Wish::parse(address::query([(name, value)]).trim_start_matches('?')).is_some()
}

fn is_framework(all: &Questionnaire, id: &str) -> bool {
    all.get(id).is_some_and(|one| one.section == Section::Compliance && one.good == Some(Good::Yes))
}

fn is_choice(all: &Questionnaire, question: &str, code: &str) -> bool {
    all.get(question).is_some_and(|one| one.choices.iter().any(|choice| &*choice.code == code))
}

/// The place behind an app. Clients keep it as it is.
pub(super) fn cursor(app_id: &str) -> String {
    let digits: String = app_id.bytes().map(|byte| format!("{byte:02x}")).collect();
    format!("{CURSOR}{digits}")
}

/// The app behind which a cursor stands; `None` for a text that is no cursor.
fn app_of(cursor: &str) -> Option<String> {
    let digits = cursor.strip_prefix(CURSOR)?.as_bytes();
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    String::from_utf8(digits.chunks(2).map(byte).collect::<Option<Vec<u8>>>()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cursors_lead_back_to_their_app() {
        for id in ["WA104381050", "com.example_a-b", ""] {
            assert_eq!(app_of(&cursor(id)).as_deref(), Some(id));
        }
        for bad in ["", "WA104381050", "a1zz", "a1ff", "b161"] {
            assert_eq!(app_of(bad), None, "{bad}");
        }
    }
}
