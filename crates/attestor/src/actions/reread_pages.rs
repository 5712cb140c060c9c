//! Read all kept pages anew, so that a better reader, or a new kind of facet, reaches pages that came
//! in before it. The pages themselves never change.

use std::collections::BTreeSet;

use attestor_core::attestation::catalog::listing::joined;
use attestor_core::instant::Instant;

use super::import_pages::Progress;
use super::reader::Reader;
use crate::stop::Stop;
use crate::store::{AppState, KeptApp, NewPage, RereadApp, Store, VersionState};

/// The most apps that are written together. What is stopped loses at most these, and finds them
/// again, because what is right already is not written.
const TOGETHER: i64 = 16;
/// How often apps are tried that get new versions meanwhile.
const ATTEMPTS: usize = 5;

/// What was read anew.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Reread {
    /// Apps.
    pub(crate) apps: usize,
    /// Pages of these.
    pub(crate) pages: usize,
    /// Pages that say something else now, or whose app is listed differently.
    pub(crate) changed: usize,
}

/// Reads all kept pages anew and writes what differs.
pub(crate) async fn reread(
    store: &Store,
    reader: &Reader,
    at: Instant,
    mut tell: impl FnMut(Progress),
) -> Result<Reread, Stop> {
    let all = usize::try_from(store.app_count().await?).unwrap_or_default();
    let mut done = Reread::default();
    let mut after = String::new();
    while let Some((last, part)) = reread_next(store, reader, &after, at).await? {
        done.apps += part.apps;
        done.pages += part.pages;
        done.changed += part.changed;
        after = last;
        tell(Progress { done: done.apps, all });
    }
    Ok(done)
}

/// Reads all kept pages anew if there are apps that are not listed, because an older program kept
/// them; `None` where there are none.
pub(crate) async fn reread_unlisted(
    store: &Store,
    reader: &Reader,
    at: Instant,
    tell: impl FnMut(Progress),
) -> Result<Option<Reread>, Stop> {
    if !store.lacks_listings().await? {
        return Ok(None);
    }
    reread(store, reader, at, tell).await.map(Some)
}

/// Reads the next apps behind one, and gives the last one's id; `None` at the end.
async fn reread_next(
    store: &Store,
    reader: &Reader,
    after: &str,
    at: Instant,
) -> Result<Option<(String, Reread)>, Stop> {
    for _ in 0..ATTEMPTS {
        let kept = store.kept_apps(after, TOGETHER).await?;
        let Some(last) = kept.last().map(|app| app.identity.id.clone()) else { return Ok(None) };
        let apps = kept.len();
        let pages = kept.iter().map(|app| app.versions.len()).sum();
        let anew: Vec<RereadApp> =
            kept.into_iter().filter_map(|app| read_anew(reader, app)).collect();
        let changed = anew.iter().map(|app| app.changed.len()).sum();
        if anew.is_empty() || store.put_reread(&anew, at).await? {
            return Ok(Some((last, Reread { apps, pages, changed })));
        }
    }
    Err(Stop::Failure("pages come in all the time; try again later".to_owned()))
}

/// What an app's pages say today; `None` where that is what is kept.
fn read_anew(reader: &Reader, kept: KeptApp) -> Option<RereadApp> {
    let KeptApp { identity, state, versions } = kept;
    let count = versions.len();
    let pages: Vec<(i64, VersionState, NewPage)> = (1..)
        .zip(versions)
        .map(|(number, (said, bytes))| (number, said, reader.page_of(&identity, bytes)))
        .collect();
    let (current, shown) = current(&pages)?;
    let mut terms = BTreeSet::new();
    pages.iter().for_each(|(_, _, page)| terms.extend(page.content.terms.iter().cloned()));
    let identity = shown.identity.clone();
    let now = AppState::of(shown, current, joined(&terms));
    let differs = |said: &VersionState, page: &NewPage| *said != VersionState::of(page);
    let any = pages.iter().any(|(_, said, page)| differs(said, page));
    if !any && state.as_ref() == Some(&now) {
        return None;
    }
    // An app that is listed differently is told by its current version.
    let is_told = |number: i64, said: &VersionState, page: &NewPage| {
        differs(said, page) || !any && number == current
    };
    let changed = pages
        .into_iter()
        .filter(|(number, said, page)| is_told(*number, said, page))
        .map(|(number, _, page)| (number, page))
        .collect();
    let versions = i64::try_from(count).ok()?;
    Some(RereadApp { identity, state: now, versions, changed })
}

/// The version that speaks for an app; `None` for no versions.
fn current(pages: &[(i64, VersionState, NewPage)]) -> Option<(i64, &NewPage)> {
    let mut all = pages.iter().map(|(number, _, page)| (*number, page));
    let first = all.next()?;
    Some(all.fold(first, |current, next| {
        if next.1.standing.replaces(&current.1.standing) { next } else { current }
    }))
}
