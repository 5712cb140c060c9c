//! Show an app of the catalog, and what changed between two versions of its page.

use attestor_core::attestation::catalog::consistency::date;
use attestor_core::attestation::catalog::difference::{Difference, Texts, difference};
use attestor_core::attestation::catalog::identity::app_id;
use attestor_core::day::Day;

use super::reader::Reader;
use crate::stop::Stop;
use crate::store::{AppRow, FindingRow, KeptPage, PermissionRow, Store, VersionRow};

/// An app with its versions, and what its current version says.
#[derive(Debug)]
pub(crate) struct ShownApp {
    /// The app.
    pub(crate) app: AppRow,
    /// All versions, in the order in which they came in.
    pub(crate) versions: Vec<VersionRow>,
    /// The facts of the current one, as JSON.
    pub(crate) facts: String,
    /// Its permissions.
    pub(crate) permissions: Vec<PermissionRow>,
    /// What was found on it, and what does not fit today.
    pub(crate) findings: Vec<FindingRow>,
}

/// Two versions of an app's page and what changed from one to the other.
#[derive(Debug)]
pub(crate) struct Changed {
    /// The earlier one.
    pub(crate) from: VersionRow,
    /// The later one.
    pub(crate) to: VersionRow,
    /// What changed.
    pub(crate) difference: Difference,
    /// Whether free texts were compared.
    pub(crate) texts: Texts,
}

/// Shows an app as its current version shows it. Six statements, however many versions there are.
pub(crate) async fn show(
    store: &Store,
    reader: &Reader,
    id: &str,
    today: Day,
) -> Result<ShownApp, Stop> {
    let app = find(store, id).await?;
    let (id, number) = (app.app_id.as_str(), app.current);
    let versions = store.versions(id).await?;
    let facts = store.facts(id, number).await?.ok_or_else(|| lost(id, number))?;
    let page = page(store, id, number).await?;
    let permissions = store.permissions(id, number).await?;
    let mut findings = store.findings(id, number).await?;
    findings.extend(date(&reader.facts(&page), today).map(|one| FindingRow {
        code: one.code().to_owned(),
        line: 0,
        message: one.to_string(),
    }));
    Ok(ShownApp { app, versions, facts, permissions, findings })
}

/// Which versions are compared; `None` is the current one, and the one before it in its language.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pair {
    /// The earlier one.
    pub(crate) from: Option<i64>,
    /// The later one.
    pub(crate) to: Option<i64>,
}

/// Tells what changed between two versions. Both pages are read anew, by one reader, so that
/// nothing but the pages can differ.
pub(crate) async fn changed(
    store: &Store,
    reader: &Reader,
    id: &str,
    pair: Pair,
) -> Result<Changed, Stop> {
    let app = find(store, id).await?;
    let id = app.app_id.as_str();
    let versions = store.versions(id).await?;
    let to = version(&versions, pair.to.unwrap_or(app.current), id)?;
    let from = match pair.from {
        Some(number) => version(&versions, number, id)?,
        None => before(&versions, to).ok_or_else(|| {
            let number = to.number;
            Stop::Usage(format!("`{id}` has no version before {number} in its language"))
        })?,
    };
    let before = reader.facts(&page(store, id, from.number).await?);
    let after = reader.facts(&page(store, id, to.number).await?);
    let texts = if from.locale == to.locale { Texts::Compared } else { Texts::LeftOut };
    let difference = difference(&before, &after, texts);
    Ok(Changed { from: from.clone(), to: to.clone(), difference, texts })
}

/// The version before another in its language: by the pages' days, then by when they came in.
pub(crate) fn before<'a>(versions: &'a [VersionRow], of: &VersionRow) -> Option<&'a VersionRow> {
    let key = |version: &VersionRow| (version.updated_on.clone(), version.number);
    versions
        .iter()
        .filter(|version| version.locale == of.locale && key(version) < key(of))
        .max_by_key(|version| key(version))
}

fn version<'a>(versions: &'a [VersionRow], number: i64, id: &str) -> Result<&'a VersionRow, Stop> {
    versions.iter().find(|version| version.number == number).ok_or_else(|| {
        let count = versions.len();
        Stop::Usage(format!("`{id}` has no version {number}; it has {count}"))
    })
}

async fn find(store: &Store, id: &str) -> Result<AppRow, Stop> {
    let unknown = || Stop::Usage(format!("there is no app `{id}` in the catalog"));
    let id = app_id(id).ok_or_else(unknown)?;
    store.app(&id).await?.ok_or_else(unknown)
}

async fn page(store: &Store, id: &str, number: i64) -> Result<KeptPage, Stop> {
    store.page(id, number).await?.ok_or_else(|| lost(id, number))
}

fn lost(id: &str, number: i64) -> Stop {
    Stop::Failure(format!("the database has no version {number} of `{id}`"))
}
