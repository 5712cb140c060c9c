//! Which app a page speaks of.

use crate::attestation::page::facts::{Facts, Value};
use crate::word::words;

/// The question whose answer is the app's id in the store.
const APP_ID: &str = "app_id";
/// The most bytes of an id, inclusive. Published ids have 60 at most.
const MAX_BYTES: usize = 120;

words! {
    /// Where an app's id comes from, the most trusted first.
    pub enum IdSource {
        /// The link to AppSource.
        AppSource = "appsource",
        /// The link to the Teams store.
        TeamsStore = "teams_store",
        /// The row on the page, which nothing confirms.
        Row = "row",
    }
}

/// The id under which an app stands in the catalog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The id: ASCII letters, digits, `.`, `_` and `-`. Numbers of AppSource are upper case
    /// (`WA104381050`), all others lower case.
    pub id: String,
    /// Where it comes from.
    pub source: IdSource,
}

/// The app of a page: by the AppSource link, else the Teams link, else the row. `None` for a page
/// that names none in the form of an id, such as a list of apps.
///
/// Where ids disagree, this order decides and nothing is merged:
/// [`consistency`](super::consistency) tells it.
#[must_use]
pub fn identity(facts: &Facts) -> Option<Identity> {
    let row = match facts.value(APP_ID) {
        Some(Value::Id(id)) => Some(id.as_str()),
        _ => None,
    };
    let places = [
        (IdSource::AppSource, facts.appsource_id.as_deref()),
        (IdSource::TeamsStore, facts.teams_store_id.as_deref()),
        (IdSource::Row, row),
    ];
    places.into_iter().find_map(|(source, text)| Some(Identity { id: app_id(text?)?, source }))
}

/// An app's id in the one form in which ids are compared; `None` for a text that is no id.
#[must_use]
pub fn app_id(text: &str) -> Option<String> {
    let text = text.trim();
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
    let begins = text.bytes().next().is_some_and(|byte| byte.is_ascii_alphanumeric());
    if !begins || text.len() > MAX_BYTES || !text.bytes().all(plain) {
        return None;
    }
    let upper = text.to_ascii_uppercase();
    let number = upper.strip_prefix("WA").is_some_and(|digits| {
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
    });
    Some(if number { upper } else { text.to_ascii_lowercase() })
}
