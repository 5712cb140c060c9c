//! Files that somebody sends for a portal: pages, YAML files, or both in a ZIP archive.

use std::io::{Cursor, Read as _};

use attestor_core::fault::{Fault, Place, Problem};
use attestor_core::framework::{Library, SourceFile};
use attestor_core::source;
use attestor_core::trust::model::Trust;
use attestor_core::trust::page::facts;
use attestor_core::trust::page::finding::FindingKind;
use attestor_core::trust::{load, merge};
use zip::ZipArchive;

use super::finding::{Finding, Findings};

/// The most files of one portal.
const MAX_FILES: usize = 200;

/// The most bytes of all files, unpacked: 16 MiB.
pub(crate) const MAX_BYTES: u64 = 16 << 20;

/// The language of the sources of pages.
const SOURCE_LOCALE: &str = "en-US";

/// The name that faults give a kept version.
const KEPT: &str = "trust.yaml";

/// A file as it was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SentFile {
    /// Its name.
    pub(crate) name: String,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
}

impl SentFile {
    /// A text that was typed: a page where it looks like one, otherwise YAML.
    pub(crate) fn typed(text: &str) -> Self {
        let is_page = text.contains("data-ttu-id") || text.contains("\n# ");
        let name = if is_page { "text.md" } else { "text.yaml" };
        Self { name: name.to_owned(), bytes: text.as_bytes().to_vec() }
    }
}

/// What was read.
#[derive(Debug)]
pub(in crate::actions) struct Read {
    /// The model, checked as a whole.
    pub(in crate::actions) trust: Trust,
    /// What was found in it.
    pub(super) findings: Findings,
    /// The names of the files.
    pub(super) source: String,
}

fn fault(file: &str, problem: Problem) -> Fault {
    Fault { place: Place { file: file.to_owned(), line: 0 }, problem }
}

fn unreadable(file: &str, reason: &str) -> Fault {
    fault(file, Problem::Unreadable { reason: reason.to_owned() })
}

/// Reads files into a model. YAML files alone say everything that a portal says. A page comes on top
/// of the published portal, and YAML files beside pages lie over them.
///
/// # Errors
/// Every fault of all files; then nothing is read.
pub(in crate::actions) fn read(
    sent: Vec<SentFile>,
    kept: Option<&Trust>,
    library: &Library,
) -> Result<Read, Vec<Fault>> {
    let source: Vec<String> = sent.iter().map(|it| it.name.clone()).collect();
    let (pages, files) = sorted(unpacked(sent)?)?;
    let mut trust = match kept {
        _ if pages.is_empty() => load::load(&files, &library.catalogs)?,
        Some(kept) => kept.clone(),
        None => Trust::default(),
    };
    let (mut met, mut taken) = (Vec::new(), Vec::new());
    let mut faults = Vec::new();
    for page in &pages {
        match on_top(&trust, page, library) {
            Ok((merged, found)) => {
                trust = merged.trust;
                taken.extend(merged.taken);
                met.extend(found);
            }
            Err(found) => faults.extend(found),
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    if !pages.is_empty() && !files.is_empty() {
        trust = load::over(trust, &files, &library.catalogs)?;
    }
    let strange = not_of_portals(&trust);
    if !strange.is_empty() {
        return Err(strange);
    }
    let findings = Findings::of(met, &trust, taken);
    Ok(Read { trust, findings, source: source.join(", ") })
}

/// A page on top of a model, and what was met on it.
fn on_top(
    trust: &Trust,
    page: &SourceFile,
    library: &Library,
) -> Result<(merge::Merged, Vec<Finding>), Vec<Fault>> {
    let (read, met) = facts::import(&page.text, SOURCE_LOCALE, &library.catalogs);
    if read.texts.is_empty() && met.iter().any(|it| it.kind == FindingKind::NoStandard) {
        let why = "there is no text in two languages and no standard in it";
        let words = format!("it is no page of an offering: {why}");
        return Err(vec![fault(&page.path, Problem::Inconsistent(words))]);
    }
    let named = |faults: Vec<Fault>| -> Vec<Fault> {
        faults.into_iter().map(|fault| of_file(&page.path, fault)).collect()
    };
    load::check(&read, &library.catalogs).map_err(named)?;
    let merged = merge::merge(trust, read, &library.catalogs).map_err(named)?;
    load::check(&merged.trust, &library.catalogs).map_err(named)?;
    let found = met.iter().map(|it| Finding::of_page(&page.path, it)).collect();
    Ok((merged, found))
}

/// A fault without a file is one of the page that came last.
fn of_file(file: &str, mut fault: Fault) -> Fault {
    if fault.place.file.is_empty() {
        file.clone_into(&mut fault.place.file);
    }
    fault
}

/// What no portal holds, or what every one does.
fn not_of_portals(trust: &Trust) -> Vec<Fault> {
    let system = |it: &attestor_core::trust::model::System| Fault {
        place: it.id.place.clone(),
        problem: Problem::Inconsistent(format!(
            "the system `{}` is a customer's; a portal holds none",
            it.id.value
        )),
    };
    let mut faults: Vec<Fault> = trust.systems.iter().map(system).collect();
    if trust.offerings.is_empty() && faults.is_empty() {
        faults.push(fault("", Problem::Inconsistent("there is no offering in it".to_owned())));
    }
    faults
}

/// Whether a version can be read again as it is kept.
pub(super) fn is_readable(content: &str, library: &Library) -> Result<(), Vec<Fault>> {
    let bytes = content.len() as u64;
    if bytes > source::MAX_BYTES {
        return Err(vec![fault(KEPT, Problem::TooLarge { bytes, limit: source::MAX_BYTES })]);
    }
    let files = [SourceFile { path: KEPT.to_owned(), text: content.to_owned() }];
    load::load(&files, &library.catalogs).map(drop)
}

/// Pages and YAML files; others are faults.
fn sorted(all: Vec<SentFile>) -> Result<(Vec<SourceFile>, Vec<SourceFile>), Vec<Fault>> {
    let (mut pages, mut files, mut faults) = (Vec::new(), Vec::new(), Vec::new());
    for SentFile { name, bytes } in all {
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        let list = match ending.as_deref() {
            Some("md") => &mut pages,
            Some("yaml" | "yml") => &mut files,
            _ => {
                let words = "it is none of .md, .yaml, .yml, .zip";
                faults.push(unreadable(&name, words));
                continue;
            }
        };
        match String::from_utf8(bytes) {
            Ok(text) => list.push(SourceFile { path: name, text }),
            Err(_) => faults.push(fault(&name, Problem::NotUtf8)),
        }
    }
    if faults.is_empty() && pages.is_empty() && files.is_empty() {
        faults.push(fault("", Problem::MissingFile));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    pages.sort_by(|one: &SourceFile, other| one.path.cmp(&other.path));
    files.sort_by(|one: &SourceFile, other| one.path.cmp(&other.path));
    Ok((pages, files))
}

/// All files, those of archives in their place.
fn unpacked(sent: Vec<SentFile>) -> Result<Vec<SentFile>, Vec<Fault>> {
    let (mut all, mut left) = (Vec::new(), MAX_BYTES);
    for file in sent {
        if file.name.to_ascii_lowercase().ends_with(".zip") {
            entries(&file, &mut left, &mut all).map_err(|fault| vec![fault])?;
        } else {
            let size = file.bytes.len() as u64;
            left = left.checked_sub(size).ok_or_else(|| {
                vec![fault(&file.name, Problem::TooLarge { bytes: size, limit: MAX_BYTES })]
            })?;
            all.push(file);
        }
        if all.len() > MAX_FILES {
            let words = format!("there are more than {MAX_FILES} files");
            return Err(vec![fault("", Problem::Inconsistent(words))]);
        }
    }
    Ok(all)
}

/// The files of an archive. `left` is how many bytes may still come.
fn entries(file: &SentFile, left: &mut u64, all: &mut Vec<SentFile>) -> Result<(), Fault> {
    let broken = || unreadable(&file.name, "it is no ZIP archive, or a damaged one");
    let mut archive = ZipArchive::new(Cursor::new(&file.bytes)).map_err(|_| broken())?;
    if archive.len() > MAX_FILES * 2 {
        return Err(unreadable(&file.name, "there are too many files in it"));
    }
    for at in 0..archive.len() {
        let entry = archive.by_index(at).map_err(|_| broken())?;
        let name = entry.name().map_err(|_| broken())?.replace('\\', "/");
        // Some programs put files of their own beside each file.
        let is_hidden = name.split('/').any(|part| part.starts_with('.') || part == "__MACOSX");
        if entry.is_dir() || is_hidden {
            continue;
        }
        let mut bytes = Vec::new();
        let most = left.saturating_add(1);
        let size = entry.take(most).read_to_end(&mut bytes).map_err(|_| broken())? as u64;
        let path = format!("{}/{name}", file.name);
        *left = left
            .checked_sub(size)
            .ok_or_else(|| fault(&path, Problem::TooLarge { bytes: size, limit: MAX_BYTES }))?;
        all.push(SentFile { name: path, bytes });
    }
    Ok(())
}

/// For fuzzing and tests: nothing that is sent ends the program.
#[cfg(test)]
pub(super) fn tried(name: &str, bytes: &[u8], library: &Library) -> Result<Read, Vec<Fault>> {
    read(vec![SentFile { name: name.to_owned(), bytes: bytes.to_vec() }], None, library)
}
