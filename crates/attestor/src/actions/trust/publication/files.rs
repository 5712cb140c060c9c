//! Files as they were sent, unpacked and sorted: pages, and YAML files.

use std::io::{Cursor, Read as _};

use attestor_core::fault::{Fault, Place, Problem};
use attestor_core::framework::SourceFile;
use zip::ZipArchive;

/// The most files of one portal.
const MAX_FILES: usize = 200;

/// The most bytes of all files, unpacked: 16 MiB.
pub(crate) const MAX_BYTES: u64 = 16 << 20;

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

/// The files of a portal.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Files {
    /// Pages, by name.
    pub(super) pages: Vec<SourceFile>,
    /// YAML files, by name.
    pub(super) yaml: Vec<SourceFile>,
}

/// Unpacks archives, and sorts what is in them and beside them.
///
/// # Errors
/// Every file that is none of a portal; an archive that is damaged; more or larger files than one
/// portal has.
pub(super) fn read(sent: Vec<SentFile>) -> Result<Files, Vec<Fault>> {
    sorted(unpacked(sent)?)
}

/// A fault of a whole file; an empty name is all of them.
pub(super) fn fault(file: &str, problem: Problem) -> Fault {
    Fault { place: Place { file: file.to_owned(), line: 0 }, problem }
}

fn unreadable(file: &str, reason: &str) -> Fault {
    fault(file, Problem::Unreadable { reason: reason.to_owned() })
}

/// Pages and YAML files; others are faults.
fn sorted(all: Vec<SentFile>) -> Result<Files, Vec<Fault>> {
    let (mut files, mut faults) = (Files::default(), Vec::new());
    for SentFile { name, bytes } in all {
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        let list = match ending.as_deref() {
            Some("md") => &mut files.pages,
            Some("yaml" | "yml") => &mut files.yaml,
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
    if faults.is_empty() && files == Files::default() {
        faults.push(fault("", Problem::MissingFile));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    for list in [&mut files.pages, &mut files.yaml] {
        list.sort_by(|one, other| one.path.cmp(&other.path));
    }
    Ok(files)
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
