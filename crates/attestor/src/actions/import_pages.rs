//! Import published pages into the catalog: whole pages only, each once.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::slice::Iter;

use attestor_core::attestation::catalog::consistency::inconsistencies;
use attestor_core::attestation::catalog::current::{Standing, page_day};
use attestor_core::attestation::catalog::difference::tier;
use attestor_core::attestation::catalog::facet::facets;
use attestor_core::attestation::catalog::identity::identity;
use attestor_core::attestation::page::finding::Finding;
use attestor_core::attestation::page::lexicon::Lexicons;
use attestor_core::attestation::page::permission::Permission;
use attestor_core::attestation::page::{Page, read_bytes};
use attestor_core::attestation::question::Questionnaire;
use attestor_core::digest::Digest;
use attestor_core::instant::Instant;

use crate::disk;
use crate::facts_json;
use crate::runtime::Waiting;
use crate::stop::Stop;
use crate::store::{FindingRow, NewPage, PermissionRow, Put, Store};
use crate::world::page_data;

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
    /// What was found on the new pages.
    pub(crate) findings: usize,
    /// Files and folders that gave no page, with the reason.
    pub(crate) broken: Vec<(PathBuf, String)>,
}

/// How far an import is, in files.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Progress {
    /// Files that are done.
    pub(crate) done: usize,
    /// All files.
    pub(crate) all: usize,
}

/// Imports all `.md` files below a folder in the order of their paths. A broken file is noted, and
/// the import goes on.
pub(crate) fn import(
    store: &Store,
    waiting: &Waiting,
    folder: &Path,
    at: Instant,
    mut tell: impl FnMut(Progress),
) -> Result<Imported, Stop> {
    let reader = Reader::load()?;
    let listed = disk::list(folder, "md");
    let mut imported = Imported { broken: listed.broken, ..Imported::default() };
    let all = listed.files.len();
    let mut files = listed.files.iter();
    while files.len() > 0 {
        let texts = texts(&mut files, &mut imported.broken);
        let digests: Vec<Digest> = texts.iter().map(|text| text.digest).collect();
        let known = waiting.on(store.known(&digests))?.into_iter().collect();
        let pages = reader.new_pages(texts, &known, &mut imported);
        let answers = waiting.on(store.put_pages(&pages, at))?;
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

/// What pages are read with.
struct Reader {
    questionnaire: Questionnaire,
    lexicons: Lexicons,
}

impl Reader {
    fn load() -> Result<Self, Stop> {
        let (questionnaire, lexicons) = page_data()?;
        Ok(Self { questionnaire, lexicons })
    }

    /// Reads the pages that are not kept yet; the others are counted.
    fn new_pages(
        &self,
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
            let path = text.path;
            match self.page(text.bytes, text.digest) {
                Some(page) => pages.push(page),
                None => imported.broken.push((path.to_owned(), "names no app".to_owned())),
            }
        }
        pages
    }

    fn page(&self, bytes: Vec<u8>, digest: Digest) -> Option<NewPage> {
        let (page, noticed) = read_bytes(&bytes, &self.questionnaire, &self.lexicons);
        let facts = &page.facts;
        let identity = identity(facts)?;
        let name = facts.app_name().or(Some(&page.title)).filter(|name| !name.is_empty());
        Some(NewPage {
            name: one_line(name.unwrap_or(&identity.id)),
            publisher: facts.publisher().map(one_line),
            tier: tier(facts),
            stores_data: facts.answer("stores_customer_data"),
            standing: standing(&page),
            digest,
            facts: facts_json::facts(facts, &self.questionnaire).to_string(),
            permissions: facts.permissions.iter().map(permission_row).collect(),
            findings: finding_rows(&page, &noticed),
            facets: facets(facts, &self.questionnaire),
            identity,
            page: bytes,
        })
    }
}

/// A name without control characters, which could do things to a terminal.
fn one_line(name: &str) -> String {
    name.replace(char::is_control, " ")
}

fn standing(page: &Page) -> Standing {
    Standing {
        updated: page_day(&page.facts),
        form: page.facts.generation,
        locale: one_line(page.locale.as_deref().unwrap_or_default()),
    }
}

fn permission_row(permission: &Permission) -> PermissionRow {
    PermissionRow {
        name: one_line(&permission.name),
        kind: permission.kind.map(|kind| kind.as_str().to_owned()),
        registration: Some(one_line(&permission.app_id)).filter(|id| !id.is_empty()),
    }
}

/// What the reader noticed, then what does not fit together. Blanks are told once, by name.
fn finding_rows(page: &Page, noticed: &[Finding]) -> Vec<FindingRow> {
    let read =
        noticed.iter().filter(|finding| finding.kind.code() != "blank_answers").map(|finding| {
            FindingRow {
                code: finding.kind.code().to_owned(),
                line: i64::from(finding.line),
                message: finding.kind.to_string(),
            }
        });
    let unfit = inconsistencies(&page.facts, noticed).into_iter().map(|one| FindingRow {
        code: one.code().to_owned(),
        line: 0,
        message: one.to_string(),
    });
    read.chain(unfit).collect()
}
