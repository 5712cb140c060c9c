//! Write the site as files that need no server.
//!
//! Read in this order:
//! - [`export`]: walk, write, exchange.
//! - `place`: which file an address becomes. `links`: how pages lead to the files.
//!
//! Every page is asked of the site itself, so that files and server say the same. Links become
//! relative, so that the files work below any address.

mod links;
mod place;

use std::collections::{HashMap, VecDeque};
use std::fs;
use std::path::{Path, PathBuf};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use tower::ServiceExt as _;

use self::links::{Target, rewritten, targets};
use self::place::Place;
use super::import_pages::Progress;
use crate::stop::Stop;

/// The file that tells an export from any other folder.
const MARK: &str = ".attestor-export";

/// Rooms below the languages that are nothing without a server.
const SERVED: [&str; 1] = ["compare"];

/// What is exported, and where to.
pub(crate) struct Order<'o> {
    /// The addresses where the walk begins.
    pub(crate) beginnings: Vec<String>,
    /// The first parts of addresses of languages that are left out.
    pub(crate) left_out: Vec<&'static str>,
    /// Where people will reach the files.
    pub(crate) public_url: &'o str,
    /// The folder; an export in it is exchanged for the new one.
    pub(crate) folder: &'o Path,
}

/// What was written.
#[derive(Debug, Default)]
pub(crate) struct Exported {
    /// How many files.
    pub(crate) files: usize,
    /// Their bytes.
    pub(crate) bytes: u64,
}

/// Writes the site into a folder beside the old one and exchanges them at the end, so that an export
/// that was stopped changes nothing.
pub(crate) async fn export(
    site: Router,
    order: &Order<'_>,
    mut tell: impl FnMut(Progress),
) -> Result<Exported, Stop> {
    let folder = order.folder;
    refuse_strangers(folder)?;
    let parent = folder.parent().filter(|parent| !parent.as_os_str().is_empty());
    let parent = parent.unwrap_or(Path::new("."));
    fs::create_dir_all(parent).map_err(|error| Stop::io("make", parent, &error))?;
    let beside = tempfile::Builder::new().prefix(".export-").tempdir_in(parent);
    let beside = beside.map_err(|error| Stop::io("write in", parent, &error))?;
    let fresh = beside.path().join("new");
    let mut walk = Walk::new(site, order, fresh.clone());
    walk.all(&mut tell).await?;
    let exported = walk.link()?;
    write(&fresh.join(MARK), b"")?;
    exchange(&fresh, folder, &beside.path().join("old"))?;
    Ok(exported)
}

/// Whether a query asks for nothing but a further part of a list, behind an app or by its number.
fn is_part(query: &str) -> bool {
    match query.split_once('=') {
        Some(("after", app)) => !app.contains('&'),
        Some(("page", number)) => number.parse::<usize>().is_ok(),
        _ => false,
    }
}

/// A folder with other things in it would be lost.
fn refuse_strangers(folder: &Path) -> Result<(), Stop> {
    if !folder.exists() || folder.join(MARK).is_file() {
        return Ok(());
    }
    let mut entries = fs::read_dir(folder).map_err(|error| Stop::io("read", folder, &error))?;
    if entries.next().is_none() {
        return Ok(());
    }
    let shown = folder.display();
    Err(Stop::Usage(format!("{shown} holds something that is no export; choose another folder")))
}

/// Puts the new folder in the place of the old one, which comes back if that fails.
fn exchange(fresh: &Path, folder: &Path, old: &Path) -> Result<(), Stop> {
    let failed = |error| Stop::io("exchange", folder, &error);
    let had = folder.exists();
    if had {
        fs::rename(folder, old).map_err(failed)?;
    }
    fs::rename(fresh, folder).map_err(|error| {
        if had {
            // Nothing better can be done when this fails too: the old one is in `old`.
            let _ = fs::rename(old, folder);
        }
        failed(error)
    })
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Stop> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| Stop::io("make", folder, &error))?;
    }
    fs::write(path, bytes).map_err(|error| Stop::io("write", path, &error))
}

/// A walk through the site.
struct Walk<'o> {
    site: Router,
    order: &'o Order<'o>,
    root: PathBuf,
    waiting: VecDeque<String>,
    /// What became of each address: a file, or nothing.
    places: HashMap<String, Option<Place>>,
    /// How many parts the list of apps has so far, by its address.
    parts: HashMap<String, usize>,
}

impl<'o> Walk<'o> {
    fn new(site: Router, order: &'o Order<'o>, root: PathBuf) -> Self {
        let mut walk = Self {
            site,
            order,
            root,
            waiting: VecDeque::new(),
            places: HashMap::new(),
            parts: HashMap::new(),
        };
        for address in &order.beginnings {
            walk.meet(address.clone());
        }
        walk
    }

    /// Remembers an address that was not met before.
    fn meet(&mut self, address: String) {
        if !self.places.contains_key(&address) {
            self.places.insert(address.clone(), None);
            self.waiting.push_back(address);
        }
    }

    async fn all(&mut self, tell: &mut impl FnMut(Progress)) -> Result<(), Stop> {
        let mut done = 0;
        while let Some(address) = self.waiting.pop_front() {
            self.visit(&address).await?;
            done += 1;
            tell(Progress { done, all: done + self.waiting.len() });
        }
        Ok(())
    }

    /// Writes what an address gives; an address that gives nothing stays without a file.
    async fn visit(&mut self, address: &str) -> Result<(), Stop> {
        let Some((form, bytes)) = self.ask(address).await? else { return Ok(()) };
        let number = self.part_number(address);
        let place = Place::of(address, &form, number);
        write(&self.root.join(&place.file), &bytes)?;
        if place.has_links() {
            let text = String::from_utf8_lossy(&bytes);
            for target in targets(&text, self.order.public_url) {
                if let Some(next) = self.followed(&target) {
                    self.meet(next);
                }
            }
        }
        self.places.insert(address.to_owned(), Some(place));
        Ok(())
    }

    async fn ask(&self, address: &str) -> Result<Option<(String, Vec<u8>)>, Stop> {
        let failed = |words: String| Stop::Failure(format!("cannot export {address}: {words}"));
        let request = Request::get(address).header(header::ACCEPT, "text/html,*/*");
        let request = request.body(Body::empty()).map_err(|error| failed(error.to_string()))?;
        let Ok(answer) = self.site.clone().oneshot(request).await;
        let (head, body) = answer.into_parts();
        if head.status.is_server_error() {
            return Err(failed(head.status.to_string()));
        }
        if head.status != StatusCode::OK {
            return Ok(None);
        }
        let bytes = to_bytes(body, usize::MAX).await.map_err(|error| failed(error.to_string()))?;
        let form = head.headers.get(header::CONTENT_TYPE).and_then(|form| form.to_str().ok());
        Ok(Some((form.unwrap_or_default().to_owned(), bytes.into())))
    }

    /// The number of a part of a list behind its first: parts are met in their order.
    fn part_number(&mut self, address: &str) -> Option<usize> {
        let (list, query) = address.split_once('?')?;
        if let Some(number) = query.strip_prefix("page=") {
            return number.parse().ok();
        }
        let number = self.parts.entry(list.to_owned()).or_insert(1);
        *number += 1;
        Some(*number)
    }

    /// The address behind a link, if it becomes a file: of queries only the next part of a list.
    fn followed(&self, target: &Target) -> Option<String> {
        let mut parts = target.path.split('/').skip(1);
        let language = parts.next().unwrap_or_default();
        let room = parts.next().unwrap_or_default();
        if self.order.left_out.contains(&language) || SERVED.contains(&room) {
            return None;
        }
        match &target.query {
            None => Some(target.path.clone()),
            Some(query) if is_part(query) => Some(format!("{}?{query}", target.path)),
            Some(_) => None,
        }
    }

    /// Lets all pages lead to the files. A link to what needs a server leads to the same page
    /// without its query, or stays as a text.
    fn link(&self) -> Result<Exported, Stop> {
        let mut exported = Exported::default();
        for place in self.places.values().flatten() {
            let path = self.root.join(&place.file);
            let failed = |error| Stop::io("read", &path, &error);
            exported.files += 1;
            if place.has_links() {
                let text = fs::read_to_string(&path).map_err(failed)?;
                let text = rewritten(&text, self.order.public_url, &place.up, |target| {
                    self.found(target).map(|place| place.link.clone())
                });
                write(&path, text.as_bytes())?;
            }
            exported.bytes += fs::metadata(&path).map_err(failed)?.len();
        }
        Ok(exported)
    }

    fn found(&self, target: &Target) -> Option<&Place> {
        let whole = target.query.as_ref().map(|query| format!("{}?{query}", target.path));
        let at = |address: &str| self.places.get(address).and_then(Option::as_ref);
        whole.and_then(|whole| at(&whole)).or_else(|| at(&target.path))
    }
}

#[cfg(test)]
mod tests;
