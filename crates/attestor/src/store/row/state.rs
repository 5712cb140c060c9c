//! What the catalog says about apps and versions, and what it is to say once pages are read anew.

use attestor_core::attestation::catalog::facet::Facet;
use attestor_core::attestation::catalog::identity::{IdSource, Identity};
use serde_json::{Value as Json, json};

use super::{FindingRow, NewPage, PermissionRow};

/// What the catalog says about an app by its current version, and the terms of all its versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AppState {
    pub(in crate::store) name: String,
    pub(in crate::store) publisher: Option<String>,
    pub(in crate::store) tier: Option<String>,
    pub(in crate::store) stores_data: String,
    pub(in crate::store) updated_on: Option<String>,
    pub(in crate::store) form: String,
    pub(in crate::store) locale: String,
    pub(in crate::store) current: i64,
    pub(in crate::store) facets: String,
    pub(in crate::store) registrations: String,
    pub(in crate::store) permission_count: i64,
    pub(in crate::store) terms: String,
}

impl AppState {
    /// What a page says that is the current version, with the terms of all versions.
    pub(crate) fn of(page: &NewPage, current: i64, terms: String) -> Self {
        let content = &page.content;
        let facet = |(facet, value): &(Facet, String)| json!([facet.as_str(), value]);
        Self {
            name: page.name.clone(),
            publisher: page.publisher.clone(),
            tier: page.tier.map(|tier| tier.as_str().to_owned()),
            stores_data: page.stores_data.as_str().to_owned(),
            updated_on: page.updated_on(),
            form: page.standing.form.as_str().to_owned(),
            locale: page.standing.locale.clone(),
            current,
            facets: content.facets.iter().map(facet).collect::<Json>().to_string(),
            registrations: json!(content.registrations).to_string(),
            permission_count: i64::try_from(content.permission_count).unwrap_or(i64::MAX),
            terms,
        }
    }
}

/// What the catalog says about a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct VersionState {
    pub(in crate::store) locale: String,
    pub(in crate::store) form: String,
    pub(in crate::store) updated_on: Option<String>,
    pub(in crate::store) facts: String,
    /// `None` where an older program kept the version.
    pub(in crate::store) recognized: Option<String>,
    pub(in crate::store) permissions: Vec<PermissionRow>,
    pub(in crate::store) findings: Vec<FindingRow>,
}

impl VersionState {
    /// What a page says.
    pub(crate) fn of(page: &NewPage) -> Self {
        Self {
            locale: page.standing.locale.clone(),
            form: page.standing.form.as_str().to_owned(),
            updated_on: page.updated_on(),
            facts: page.facts.clone(),
            recognized: Some(page.recognized.clone()),
            permissions: page.permissions.clone(),
            findings: page.findings.clone(),
        }
    }
}

/// An app with all its pages, as they are kept.
#[derive(Debug)]
pub(crate) struct KeptApp {
    /// Its id.
    pub(crate) identity: Identity,
    /// What the catalog says about it; `None` where it was kept before apps had listings.
    pub(crate) state: Option<AppState>,
    /// Its versions by number, from 1 without gaps: what is said, and the page.
    pub(crate) versions: Vec<(VersionState, Vec<u8>)>,
}

/// An app whose pages were read anew.
#[derive(Debug)]
pub(crate) struct RereadApp {
    /// Its id.
    pub(crate) identity: Identity,
    /// What the catalog is to say about it.
    pub(crate) state: AppState,
    /// How many versions it had when it was read.
    pub(crate) versions: i64,
    /// The versions that say something else now, by number.
    pub(crate) changed: Vec<(i64, NewPage)>,
}

/// The columns of an app's state.
pub(in crate::store) type StateColumns = (
    String,
    String,
    String,
    Option<String>,
    Option<String>,
    String,
    Option<String>,
    String,
    String,
    i64,
    Option<String>,
    Option<String>,
    Option<i64>,
    Option<String>,
);

/// The columns of a kept version: app, number, locale, form, day, facts, what was recognized,
/// page.
pub(in crate::store) type KeptVersionColumns =
    (String, i64, String, String, Option<String>, String, Option<String>, Vec<u8>);

/// The columns of a permission: app, number, name, kind, registration.
pub(in crate::store) type KeptPermissionColumns =
    (String, i64, String, Option<String>, Option<String>);

/// The columns of a finding: app, number, kind, line, message.
pub(in crate::store) type KeptFindingColumns = (String, i64, String, i64, String);

/// Puts apps, their versions, and the rows of these together; all by app and number.
pub(in crate::store) fn kept_apps(
    states: Vec<StateColumns>,
    versions: Vec<KeptVersionColumns>,
    permissions: Vec<KeptPermissionColumns>,
    findings: Vec<KeptFindingColumns>,
) -> Vec<KeptApp> {
    let mut permissions = permissions.into_iter().peekable();
    let mut findings = findings.into_iter().peekable();
    let mut versions = versions.into_iter().peekable();
    let mut apps: Vec<KeptApp> = states.into_iter().map(KeptApp::from).collect();
    for app in &mut apps {
        let id = app.identity.id.as_str();
        while let Some(row) = versions.next_if(|row| row.0 == id) {
            let (_, number, locale, form, updated_on, facts, recognized, page) = row;
            let mut state = VersionState {
                locale,
                form,
                updated_on,
                facts,
                recognized,
                permissions: Vec::new(),
                findings: Vec::new(),
            };
            while let Some(row) = permissions.next_if(|row| row.0 == id && row.1 == number) {
                state.permissions.push(PermissionRow::from((row.2, row.3, row.4)));
            }
            while let Some(row) = findings.next_if(|row| row.0 == id && row.1 == number) {
                state.findings.push(FindingRow::from((row.2, row.3, row.4)));
            }
            app.versions.push((state, page));
        }
    }
    apps
}

impl From<StateColumns> for KeptApp {
    fn from(columns: StateColumns) -> Self {
        let (app_id, source, name, publisher, tier, stores_data, updated_on, ..) = columns;
        let (.., form, locale, current, facets, registrations, permission_count, terms) = columns;
        let state = || {
            Some(AppState {
                name,
                publisher,
                tier,
                stores_data,
                updated_on,
                form,
                locale,
                current,
                facets: facets?,
                registrations: registrations?,
                permission_count: permission_count?,
                terms: terms?,
            })
        };
        let source = IdSource::parse(&source).unwrap_or(IdSource::Row);
        Self { identity: Identity { id: app_id, source }, state: state(), versions: Vec::new() }
    }
}
