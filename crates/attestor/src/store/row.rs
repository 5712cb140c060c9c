//! What goes into the store and what comes out.

mod state;

use attestor_core::answer::Answer;
use attestor_core::attestation::catalog::current::Standing;
use attestor_core::attestation::catalog::facet::Facet;
use attestor_core::attestation::catalog::identity::Identity;
use attestor_core::attestation::catalog::listing::{Content, Listing, joined, parted};
use attestor_core::attestation::page::facts::Tier;
use attestor_core::attestation::question::Form;
use attestor_core::day::Day;
use attestor_core::digest::Digest;
use serde_json::{Value as Json, json};

pub(crate) use self::state::{AppState, KeptApp, RereadApp, VersionState};
pub(super) use self::state::{StateColumns, kept_apps};

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
    /// What was recognized on it, as text.
    pub(crate) recognized: String,
    /// Its permissions, in its order.
    pub(crate) permissions: Vec<PermissionRow>,
    /// What was found.
    pub(crate) findings: Vec<FindingRow>,
    /// By what the app is listed, counted and found.
    pub(crate) content: Content,
}

impl NewPage {
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

/// The page of a version, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct KeptPage {
    /// Its bytes, as they were.
    pub(crate) bytes: Vec<u8>,
    /// What was recognized on it, as text; `None` where an older program kept it.
    pub(crate) recognized: Option<String>,
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

/// A state of the catalog: any change gives another one. It compares as equal or not, in no order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Revision(pub(super) Option<String>);

impl Revision {
    /// The digest of the journal's last row; empty for an empty journal.
    pub(crate) fn as_str(&self) -> &str {
        self.0.as_deref().unwrap_or_default()
    }
}

/// What an app's versions have been until now.
#[derive(Debug)]
pub(super) struct Kept {
    /// How many there are.
    pub(super) versions: i64,
    /// What the current one is ranked by; `None` when its form is not known here.
    pub(super) standing: Option<Standing>,
    /// The terms of all; `None` where the app was kept before apps had listings.
    pub(super) terms: Option<String>,
}

/// The terms of all versions with those of a page that comes in; `None` where the app was kept before
/// apps had listings.
pub(super) fn all_terms(kept: Option<&Kept>, page: &NewPage) -> Option<String> {
    let Some(kept) = kept else { return Some(joined(&page.content.terms)) };
    let mut terms = parted(kept.terms.as_deref()?);
    terms.extend(page.content.terms.iter().cloned());
    Some(joined(&terms))
}

/// The columns of a kept app: count, day, form, locale, terms.
pub(super) type KeptColumns = (i64, Option<String>, String, String, Option<String>);

impl From<KeptColumns> for Kept {
    fn from((versions, updated, form, locale, terms): KeptColumns) -> Self {
        let updated = updated.as_deref().and_then(Day::parse);
        let standing = Form::parse(&form).map(|form| Standing { updated, form, locale });
        Self { versions, standing, terms }
    }
}

/// The columns of a listing.
pub(super) type ListingColumns = (
    String,
    String,
    Option<String>,
    Option<String>,
    String,
    Option<String>,
    String,
    i64,
    i64,
    String,
    String,
    i64,
    String,
);

/// A listing without its sort key. Words that this program does not know are left out.
pub(super) fn listing(columns: ListingColumns) -> Listing {
    let (app_id, name, publisher, tier, stores_data, updated_on, locale, ..) = columns;
    let (.., current, versions, facets, registrations, permission_count, terms) = columns;
    let facets: Vec<(String, String)> = serde_json::from_str(&facets).unwrap_or_default();
    let known = |(facet, value): (String, String)| Some((Facet::parse(&facet)?, value));
    Listing {
        app_id,
        name,
        publisher,
        tier: tier.as_deref().and_then(Tier::parse),
        stores_data: Answer::parse(&stores_data).unwrap_or_default(),
        updated: updated_on.as_deref().and_then(Day::parse),
        locale,
        current,
        versions,
        facets: facets.into_iter().filter_map(known).collect(),
        registrations: serde_json::from_str(&registrations).unwrap_or_default(),
        permission_count: usize::try_from(permission_count).unwrap_or_default(),
        terms,
        sort_key: Vec::new(),
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

/// The columns of a kept page: bytes, what was recognized.
pub(super) type KeptPageColumns = (Vec<u8>, Option<String>);

impl From<KeptPageColumns> for KeptPage {
    fn from((bytes, recognized): KeptPageColumns) -> Self {
        Self { bytes, recognized }
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
