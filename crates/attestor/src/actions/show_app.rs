//! Show an app of the catalog, and what changed between two versions of its page.

use attestor_core::attestation::catalog::consistency::date;
use attestor_core::attestation::catalog::difference::{Difference, Texts, difference};
use attestor_core::attestation::catalog::facet::{Freshness, freshness};
use attestor_core::attestation::catalog::identity::app_id;
use attestor_core::attestation::page::facts::Facts;
use attestor_core::attestation::page::read_bytes;
use attestor_core::attestation::question::Questionnaire;
use attestor_core::day::Day;

use crate::runtime::Waiting;
use crate::stop::Stop;
use crate::store::{AppRow, Counts, FindingRow, Matching, PermissionRow, Range, Store, VersionRow};
use crate::world::page_data;

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
    /// What the questions are.
    pub(crate) questionnaire: Questionnaire,
}

/// A part of the list of apps.
#[derive(Debug)]
pub(crate) struct Listed {
    /// The apps.
    pub(crate) apps: Vec<AppRow>,
    /// Behind which app the next part begins; `None` at the end.
    pub(crate) next: Option<String>,
}

/// Lists apps by name. An app to go on behind that is not kept is refused.
pub(crate) fn list(
    store: &Store,
    waiting: &Waiting,
    matching: &Matching,
    range: &Range,
) -> Result<Listed, Stop> {
    if let Some(after) = &range.after {
        find(store, waiting, after)?;
    }
    // One row more than asked for tells whether there are more.
    let wider = Range { after: range.after.clone(), limit: range.limit + 1 };
    let mut apps = waiting.on(store.apps(matching, &wider))?;
    let limit = usize::try_from(range.limit).unwrap_or(usize::MAX);
    let more = apps.len() > limit;
    apps.truncate(limit);
    let next = apps.last().filter(|_| more).map(|app| app.app_id.clone());
    Ok(Listed { apps, next })
}

/// How many apps have each value of each facet; freshness by the day.
pub(crate) fn counts(
    store: &Store,
    waiting: &Waiting,
    matching: &Matching,
    today: Day,
) -> Result<Vec<(String, String, i64)>, Stop> {
    let Counts { mut facets, days } = waiting.on(store.counts(matching))?;
    for kind in Freshness::ALL {
        let of_kind = days.iter().filter(|(day, _)| freshness(*day, today) == *kind);
        let count: i64 = of_kind.map(|(_, count)| count).sum();
        if count > 0 {
            facets.push(("freshness".to_owned(), kind.to_string(), count));
        }
    }
    Ok(facets)
}

/// Shows an app as its current version shows it. Five statements, however many versions there are.
pub(crate) fn show(
    store: &Store,
    waiting: &Waiting,
    id: &str,
    today: Day,
) -> Result<ShownApp, Stop> {
    let app = find(store, waiting, id)?;
    let (id, number) = (app.app_id.as_str(), app.current);
    let versions = waiting.on(store.versions(id))?;
    let (facts, bytes) = page(store, waiting, id, number)?;
    let permissions = waiting.on(store.permissions(id, number))?;
    let mut findings = waiting.on(store.findings(id, number))?;
    let (questionnaire, lexicons) = page_data()?;
    let read = read_bytes(&bytes, &questionnaire, &lexicons).0;
    findings.extend(date(&read.facts, today).map(|one| FindingRow {
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
pub(crate) fn changed(
    store: &Store,
    waiting: &Waiting,
    id: &str,
    pair: Pair,
) -> Result<Changed, Stop> {
    let app = find(store, waiting, id)?;
    let id = app.app_id.as_str();
    let versions = waiting.on(store.versions(id))?;
    let to = version(&versions, pair.to.unwrap_or(app.current), id)?;
    let from = match pair.from {
        Some(number) => version(&versions, number, id)?,
        None => before(&versions, to).ok_or_else(|| {
            let number = to.number;
            Stop::Usage(format!("`{id}` has no version before {number} in its language"))
        })?,
    };
    let (questionnaire, lexicons) = page_data()?;
    let facts = |number: i64| -> Result<Facts, Stop> {
        let (_, bytes) = page(store, waiting, id, number)?;
        Ok(read_bytes(&bytes, &questionnaire, &lexicons).0.facts)
    };
    let texts = if from.locale == to.locale { Texts::Compared } else { Texts::LeftOut };
    let difference = difference(&facts(from.number)?, &facts(to.number)?, texts);
    Ok(Changed { from: from.clone(), to: to.clone(), difference, texts, questionnaire })
}

/// The version before another in its language: by the pages' days, then by when they came in.
fn before<'a>(versions: &'a [VersionRow], of: &VersionRow) -> Option<&'a VersionRow> {
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

fn find(store: &Store, waiting: &Waiting, id: &str) -> Result<AppRow, Stop> {
    let unknown = || Stop::Usage(format!("there is no app `{id}` in the catalog"));
    let id = app_id(id).ok_or_else(unknown)?;
    waiting.on(store.app(&id))?.ok_or_else(unknown)
}

fn page(
    store: &Store,
    waiting: &Waiting,
    id: &str,
    number: i64,
) -> Result<(String, Vec<u8>), Stop> {
    let lost = || Stop::Failure(format!("the database has no version {number} of `{id}`"));
    waiting.on(store.page(id, number))?.ok_or_else(lost)
}
