//! An app's case as a folder of plain files, which lives in the publisher's own version control.
//!
//! [`read`] turns a folder into a [`Dossier`], or into every fault of all its files at once;
//! [`write()`] turns a case back into files. The form is described in `docs/formats/dossier.md`.

mod attestation;
mod evidence;
mod external;
mod inventory;
mod main_file;
mod pentest;
mod permissions;
mod resolve;
mod reviews;
mod scope;
mod write;

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::attestation::page::finding::Finding;
use crate::attestation::page::lexicon::Lexicons;
use crate::attestation::question::Questionnaire;
use crate::certification::case::Case;
use crate::digest::Digest;
use crate::fault::{Fault, Place, Problem, nearest};
use crate::framework::{Framework, Library};
use crate::source::{self, Decode, Sink};

pub use attestation::{attested, requested};
pub use inventory::components;
use resolve::Words;
pub use resolve::is_inside;
pub use write::write;

/// The file that makes a folder a dossier.
pub const MAIN_FILE: &str = "dossier.yaml";
/// The other files of a dossier; each may be absent.
pub const FILES: &[&str] = &[
    "scope.yaml",
    "inventory.csv",
    "documents.yaml",
    "evidence.yaml",
    "pentest.yaml",
    "external.yaml",
    "permissions.yaml",
    "controls.yaml",
];

/// A folder that a dossier is read from. Paths are relative and have passed [`is_inside`].
pub trait Folder {
    /// The text of a file; `None` when there is no such file.
    ///
    /// # Errors
    /// Why the file cannot be read: too large, not UTF-8, outside the folder.
    fn text(&self, path: &str) -> Result<Option<String>, Problem>;

    /// The digest of a file's bytes; `None` when there is no such file.
    ///
    /// # Errors
    /// Why the file cannot be read.
    fn digest(&self, path: &str) -> Result<Option<Digest>, Problem>;
}

/// What every dossier is read with.
#[derive(Debug, Clone, Copy)]
pub struct Guide<'a> {
    /// The programs.
    pub library: &'a Library,
    /// The questions of the attestation.
    pub questionnaire: &'a Questionnaire,
    /// The languages of published pages.
    pub lexicons: &'a Lexicons,
}

/// A dossier that was read without a fault.
#[derive(Debug, Clone)]
pub struct Dossier<'a> {
    /// The program that it is for.
    pub framework: &'a Framework,
    /// The case.
    pub case: Case,
    /// The digest of all files that were read.
    pub digest: Digest,
    /// What was noticed on the published page, where the attestation is one.
    pub findings: Vec<Finding>,
}

/// Reads a dossier.
///
/// # Errors
/// Every fault of all files, in the order of path and line.
pub fn read<'a>(folder: &dyn Folder, guide: Guide<'a>) -> Result<Dossier<'a>, Vec<Fault>> {
    let faults = RefCell::default();
    let mut reading =
        Reading { folder, faults: &faults, digests: BTreeMap::new(), words: Words::default() };
    let dossier = reading.dossier(guide);
    let mut faults = faults.into_inner();
    faults.sort();
    faults.dedup();
    match dossier {
        Some(dossier) if faults.is_empty() => Ok(dossier),
        _ => Err(faults),
    }
}

/// The state of one reading.
struct Reading<'r> {
    folder: &'r dyn Folder,
    faults: &'r RefCell<Vec<Fault>>,
    digests: BTreeMap<String, Digest>,
    words: Words,
}

impl Reading<'_> {
    fn dossier<'a>(&mut self, guide: Guide<'a>) -> Option<Dossier<'a>> {
        let Some(main) = self.required::<main_file::Main>(MAIN_FILE) else {
            // The rest is still read, so that its faults are listed too.
            self.rest(guide, None);
            return None;
        };
        let framework = self.framework(guide.library, &main);
        let mut case = self.rest(guide, framework)?;
        let mut findings = Vec::new();
        main.fill(&mut case, framework, self.faults);
        if let Some(given) = &main.attestation {
            let mut read = self.attestation(given, guide)?;
            findings = std::mem::take(&mut read.findings);
            read.fill(&mut case);
        }
        let framework = framework?;
        resolve::case(framework, &case, &self.words, self.faults);
        let digest = Digest::of_parts(
            self.digests.iter().map(|(path, digest)| (path.as_str(), digest.as_bytes())),
        );
        Some(Dossier { framework, case, digest, findings })
    }

    fn framework<'a>(&self, library: &'a Library, main: &main_file::Main) -> Option<&'a Framework> {
        let wanted = &main.framework;
        let Some(framework) = library.framework(wanted.value.as_str()) else {
            let names =
                library.frameworks.iter().map(|framework| framework.edition.framework.as_str());
            let near = nearest(wanted.value.as_str(), names).map(str::to_owned);
            self.add(
                &wanted.place,
                Problem::UnknownReference { kind: "framework", id: wanted.value.to_string(), near },
            );
            return None;
        };
        if let Some(edition) =
            main.edition.as_ref().filter(|edition| edition.value != framework.edition.edition)
        {
            let words = format!(
                "the dossier is pinned to edition `{}`, and edition `{}` is loaded",
                edition.value, framework.edition.edition
            );
            self.add(&edition.place, Problem::Inconsistent(words));
        }
        Some(framework)
    }

    /// Reads every file but the main one. Without a framework only their form is checked.
    fn rest(&mut self, guide: Guide<'_>, framework: Option<&Framework>) -> Option<Case> {
        let mut case = Case::default();
        let scope = self.optional::<scope::ScopeFile>("scope.yaml");
        let inventory = self.inventory();
        let documents = self.optional::<evidence::DocumentsFile>("documents.yaml");
        let evidence = self.optional::<evidence::EvidenceFile>("evidence.yaml");
        let pentest = self.optional::<pentest::PentestFile>("pentest.yaml");
        let external = self.optional::<external::ExternalFile>("external.yaml");
        let permissions = self.optional::<permissions::PermissionsFile>("permissions.yaml");
        let reviews = self.optional::<reviews::ControlsFile>("controls.yaml");
        if let Some(scope) = scope.flatten() {
            scope.fill(&mut case);
        }
        case.scope.components = inventory.unwrap_or_default();
        case.documents = self
            .kept(documents.flatten().map(|file| file.0).unwrap_or_default(), |document| {
                &document.file
            });
        case.evidence =
            self.kept(evidence.flatten().map(|file| file.0).unwrap_or_default(), |item| &item.file);
        if let Some(report) = pentest.flatten() {
            self.seal(&report.file);
            case.pentest = Some(report.into_report());
        }
        for report in external.flatten().map(|file| file.0).unwrap_or_default() {
            self.seal(&report.file);
            case.external.push(self.external(report, guide, framework));
        }
        case.permissions = permissions.flatten().map(|file| file.0);
        case.reviews =
            reviews.flatten().map(|file| file.into_reviews(self.faults)).unwrap_or_default();
        Some(case)
    }

    /// Seals the file of each row and gives the rows without their places.
    fn kept<T>(&mut self, rows: Vec<resolve::Row<T>>, file: impl Fn(&T) -> &String) -> Vec<T> {
        let mut kept = Vec::new();
        for row in rows {
            let spot = crate::id::Spot { value: file(&row.value).clone(), place: row.file.clone() };
            self.seal(&spot);
            kept.push(row.value);
        }
        kept
    }

    fn add(&self, place: &Place, problem: Problem) {
        self.faults.borrow_mut().push(Fault { place: place.clone(), problem });
    }

    /// Reads a file that must be there.
    fn required<T: Decode>(&mut self, path: &'static str) -> Option<T> {
        let read = self.optional(path)?;
        if read.is_none() {
            self.add(&Place { file: path.to_owned(), line: 0 }, Problem::MissingFile);
        }
        read
    }

    /// Reads a file that may be absent. The outer `None` is a fault.
    fn optional<T: Decode>(&mut self, path: &'static str) -> Option<Option<T>> {
        let Some(text) = self.text(path)? else { return Some(None) };
        let sink = Sink::new(path, self.faults);
        let node = source::parse(&text, &sink)?;
        self.words.learn(path, &node);
        T::decode(&node, &sink).map(Some)
    }

    /// The text of a file; the outer `None` is a fault.
    fn text(&mut self, path: &str) -> Option<Option<String>> {
        match self.folder.text(path) {
            Ok(Some(text)) => {
                self.digests.insert(path.to_owned(), Digest::of(text.as_bytes()));
                Some(Some(text))
            }
            Ok(None) => Some(None),
            Err(problem) => {
                self.add(&Place { file: path.to_owned(), line: 0 }, problem);
                None
            }
        }
    }

    /// Takes the digest of a file that another file names.
    fn seal(&mut self, file: &crate::id::Spot<String>) {
        if !is_inside(&file.value) {
            self.add(&file.place, Problem::OutsideFolder { path: file.value.clone() });
            return;
        }
        if self.digests.contains_key(&file.value) {
            return;
        }
        match self.folder.digest(&file.value) {
            Ok(Some(digest)) => {
                self.digests.insert(file.value.clone(), digest);
            }
            Ok(None) => self.add(&file.place, Problem::NoSuchFile { path: file.value.clone() }),
            Err(problem) => self.add(&file.place, problem),
        }
    }
}

#[cfg(test)]
mod tests;
