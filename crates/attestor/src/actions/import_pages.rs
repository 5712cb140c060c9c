//! Import published pages into the catalog: whole pages only, each once.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::slice::Iter;

use attestor_core::digest::Digest;
use attestor_core::instant::Instant;

use super::reader::{Incoming, Reader};
use crate::disk;
use crate::stop::Stop;
use crate::store::{NewPage, Put, Store};

/// The most bytes of one page: 16 MiB. The largest published page has about 200 kB.
const MAX_BYTES: u64 = 16 * 1024 * 1024;
/// The most pages that are kept together; once they have [`MAX_BYTES`], no further one is added. A
/// stopped import loses at most these, and finds them again.
const TOGETHER: usize = 64;

/// What an import did.
#[derive(Debug, Default)]
pub(crate) struct Imported {
    /// Pages that became versions.
    pub(crate) new: usize,
    /// Pages that were kept already.
    pub(crate) unchanged: usize,
    /// Pages that are not about one app: lists and tables of contents.
    pub(crate) skipped: usize,
    /// What was found on the new pages.
    pub(crate) findings: usize,
    /// Files and folders that gave no page, with the reason.
    pub(crate) broken: Vec<(PathBuf, String)>,
}

/// How far a long work is: files that come in, or apps that are read anew.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Progress {
    /// Those that are done.
    pub(crate) done: usize,
    /// All of them.
    pub(crate) all: usize,
}

/// Imports all `.md` files below a folder in the order of their paths. A broken file is noted, and
/// the import goes on.
pub(crate) async fn import(
    store: &Store,
    reader: &Reader,
    folder: &Path,
    at: Instant,
    mut tell: impl FnMut(Progress),
) -> Result<Imported, Stop> {
    let listed = disk::list(folder, "md");
    let mut imported = Imported { broken: listed.broken, ..Imported::default() };
    let all = listed.files.len();
    let mut files = listed.files.iter();
    while files.len() > 0 {
        let texts = texts(&mut files, &mut imported.broken);
        let digests: Vec<Digest> = texts.iter().map(|text| text.digest).collect();
        let known = store.known(&digests).await?.into_iter().collect();
        let pages = new_pages(reader, texts, &known, &mut imported);
        let answers = store.put_pages(&pages, at).await?;
        for (page, answer) in pages.iter().zip(answers) {
            match answer {
                Put::New { .. } => {
                    imported.new += 1;
                    imported.findings += page.findings.len();
                }
                Put::Unchanged => imported.unchanged += 1,
            }
        }
        tell(Progress { done: all - files.len(), all });
    }
    Ok(imported)
}

/// The bytes of a file.
struct Text<'a> {
    path: &'a Path,
    bytes: Vec<u8>,
    digest: Digest,
}

/// The next files, with their bytes.
fn texts<'a>(files: &mut Iter<'a, PathBuf>, broken: &mut Vec<(PathBuf, String)>) -> Vec<Text<'a>> {
    let mut texts = Vec::with_capacity(TOGETHER);
    let mut size_bytes = 0;
    for path in files.by_ref().take(TOGETHER) {
        match disk::text_bytes(path, MAX_BYTES) {
            Ok(bytes) => {
                size_bytes += bytes.len() as u64;
                texts.push(Text { path, digest: Digest::of(&bytes), bytes });
            }
            Err(reason) => broken.push((path.clone(), reason)),
        }
        if size_bytes >= MAX_BYTES {
            break;
        }
    }
    texts
}

/// Reads the pages that are not kept yet; the others are counted.
fn new_pages(
    reader: &Reader,
    texts: Vec<Text<'_>>,
    known: &HashSet<Digest>,
    imported: &mut Imported,
) -> Vec<NewPage> {
    let mut pages = Vec::with_capacity(texts.len());
    for text in texts {
        if known.contains(&text.digest) {
            imported.unchanged += 1;
            continue;
        }
        match reader.page(text.bytes, text.digest) {
            Incoming::App(page) => pages.push(*page),
            Incoming::NotOfAnApp => imported.skipped += 1,
            Incoming::Nameless => {
                imported.broken.push((text.path.to_owned(), "names no app".to_owned()));
            }
        }
    }
    pages
}
