//! What goes into the store and what comes out.

use attestor_core::answer::Answer;
use attestor_core::attestation::catalog::current::Standing;
use attestor_core::attestation::catalog::facet::Facet;
use attestor_core::attestation::catalog::identity::Identity;
use attestor_core::attestation::page::facts::Tier;
use attestor_core::attestation::question::Form;
use attestor_core::day::Day;
use attestor_core::digest::Digest;
use serde_json::{Value as Json, json};

/// A page as it comes in, read.
#[derive(Debug, Clone)]
pub(crate) struct NewPage {
    /// The app it speaks of.
    pub(crate) identity: Identity,
    /// The app's name.
    pub(crate) name: String,
    /// The publisher's name, if the page has one.
    pub(crate) publisher: Option<String>,
    /// How far the app was looked at.
    pub(crate) tier: Option<Tier>,
    /// Whether customer data is stored.
    pub(crate) stores_data: Answer,
    /// Day, form and language.
    pub(crate) standing: Standing,
    /// The digest of its bytes.
    pub(crate) digest: Digest,
    /// Its bytes, as they were.
    pub(crate) page: Vec<u8>,
    /// Its facts as JSON.
    pub(crate) facts: String,
    /// Its permissions, in its order.
    pub(crate) permissions: Vec<PermissionRow>,
    /// What was found.
    pub(crate) findings: Vec<FindingRow>,
    /// By what the app is counted.
    pub(crate) facets: Vec<(Facet, String)>,
}

impl NewPage {
    /// The name by which apps are ordered; case does not matter, and neither does what follows the
    /// first 200 letters, because an index takes no longer texts.
    pub(super) fn name_key(&self) -> String {
        self.name.chars().flat_map(char::to_lowercase).take(200).collect()
    }

    /// The permissions as rows of a JSON list, so that one statement takes them all.
    pub(super) fn permission_rows(&self) -> String {
        let row = |one: &PermissionRow| json!([one.name, one.kind, one.registration]);
        self.permissions.iter().map(row).collect::<Json>().to_string()
    }

    /// The findings as rows of a JSON list.
    pub(super) fn finding_rows(&self) -> String {
        let row = |one: &FindingRow| json!([one.code, one.line, one.message]);
        self.findings.iter().map(row).collect::<Json>().to_string()
    }

    /// The facets as rows of a JSON list.
    pub(super) fn facet_rows(&self) -> String {
        let row = |(facet, value): &(Facet, String)| json!([facet.as_str(), value]);
        self.facets.iter().map(row).collect::<Json>().to_string()
    }

    /// The day as text.
    pub(super) fn updated_on(&self) -> Option<String> {
        self.standing.updated.map(|day| day.to_string())
    }
}

/// What became of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Put {
    /// It became this version of its app, counted from 1.
    New {
        /// The version's number.
        number: i64,
    },
    /// It was kept already.
    Unchanged,
}

/// A permission of a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PermissionRow {
    /// The permission's name.
    pub(crate) name: String,
    /// How it is held, if the page says so.
    pub(crate) kind: Option<String>,
    /// The id of the app registration, if the page has one.
    pub(crate) registration: Option<String>,
}

/// Something found about a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FindingRow {
    /// The kind of finding.
    pub(crate) code: String,
    /// The line of the page, counted from 1; 0 is the page as a whole.
    pub(crate) line: i64,
    /// One sentence.
    pub(crate) message: String,
}

/// An app as its current version shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AppRow {
    /// The id.
    pub(crate) app_id: String,
    /// The name.
    pub(crate) name: String,
    /// The publisher's name.
    pub(crate) publisher: Option<String>,
    /// How far the app was looked at.
    pub(crate) tier: Option<String>,
    /// Whether customer data is stored: one of the four answer states.
    pub(crate) stores_data: String,
    /// The page's day.
    pub(crate) updated_on: Option<String>,
    /// The number of the current version.
    pub(crate) current: i64,
    /// How many versions there are.
    pub(crate) versions: i64,
}

/// A version of an app's page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct VersionRow {
    /// The number, counted from 1 in the order in which versions came in.
    pub(crate) number: i64,
    /// The page's locale; empty where it names none.
    pub(crate) locale: String,
    /// The page's form.
    pub(crate) form: String,
    /// The page's day.
    pub(crate) updated_on: Option<String>,
    /// The digest of its bytes.
    pub(crate) page_digest: String,
    /// When it came in.
    pub(crate) added_at: String,
}

/// Which apps are meant; `None` is all.
#[derive(Debug, Clone, Default)]
pub(crate) struct Matching {
    /// Those of this tier.
    pub(crate) tier: Option<Tier>,
    /// Those that ask for this permission.
    pub(crate) permission: Option<String>,
    /// Those with this answer on storing customer data.
    pub(crate) stores_data: Option<Answer>,
}

impl Matching {
    pub(super) fn tier(&self) -> Option<&'static str> {
        self.tier.map(Tier::as_str)
    }

    pub(super) fn stores_data(&self) -> Option<&'static str> {
        self.stores_data.map(Answer::as_str)
    }
}

/// A part of a list.
#[derive(Debug, Clone)]
pub(crate) struct Range {
    /// The id of the app behind which the part begins; `None` is the beginning. Behind an app that
    /// is not kept there is nothing.
    pub(crate) after: Option<String>,
    /// The most rows.
    pub(crate) limit: i64,
}

/// How many apps there are of each kind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// Facet, value and count: by facet, the most frequent first.
    pub(crate) facets: Vec<(String, String, i64)>,
    /// Day and count, by day; no day first.
    pub(crate) days: Vec<(Option<Day>, i64)>,
}

/// What an app's versions have been until now.
#[derive(Debug)]
pub(super) struct Kept {
    /// How many there are.
    pub(super) versions: i64,
    /// What the current one is ranked by; `None` when its form is not known here.
    pub(super) standing: Option<Standing>,
}

/// The columns of a kept app: count, day, form, locale.
pub(super) type KeptColumns = (i64, Option<String>, String, String);

impl From<KeptColumns> for Kept {
    fn from((versions, updated, form, locale): KeptColumns) -> Self {
        let updated = updated.as_deref().and_then(Day::parse);
        let standing = Form::parse(&form).map(|form| Standing { updated, form, locale });
        Self { versions, standing }
    }
}

/// The columns of an app.
pub(super) type AppColumns =
    (String, String, Option<String>, Option<String>, String, Option<String>, i64, i64);

impl From<AppColumns> for AppRow {
    fn from(columns: AppColumns) -> Self {
        let (app_id, name, publisher, tier, stores_data, updated_on, current, versions) = columns;
        Self { app_id, name, publisher, tier, stores_data, updated_on, current, versions }
    }
}

/// The columns of a version.
pub(super) type VersionColumns = (i64, String, String, Option<String>, String, String);

impl From<VersionColumns> for VersionRow {
    fn from((number, locale, form, updated_on, page_digest, added_at): VersionColumns) -> Self {
        Self { number, locale, form, updated_on, page_digest, added_at }
    }
}

impl From<(String, Option<String>, Option<String>)> for PermissionRow {
    fn from((name, kind, registration): (String, Option<String>, Option<String>)) -> Self {
        Self { name, kind, registration }
    }
}

impl From<(String, i64, String)> for FindingRow {
    fn from((code, line, message): (String, i64, String)) -> Self {
        Self { code, line, message }
    }
}

/// Days as they are counted; a text that is no day counts as none.
pub(super) fn day_counts(rows: Vec<(Option<String>, i64)>) -> Vec<(Option<Day>, i64)> {
    rows.into_iter().map(|(day, count)| (day.as_deref().and_then(Day::parse), count)).collect()
}
