//! From files to programs: every file read, every fault of all files listed at once.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::day::Day;
use crate::digest::Digest;
use crate::fault::{Fault, Place, Problem};
use crate::id::Id;
use crate::source::{self, Decode, Fields, Sink};

use super::bounds::{Row, Table};
use super::catalog::{Catalog, Crosswalk};
use super::change::{ChangeRule, Changes};
use super::condition::{Condition, Statement};
use super::control::{Control, Family};
use super::edition::{Edition, HostingType};
use super::external::{Claim, ExternalFramework, ExternalRules};
use super::handed_in::{DocumentRule, EvidenceRules};
use super::hard_fail::{HardFail, HardFails};
use super::pentest::PentestRules;
use super::sampling::Sampling;
use super::scoring::Scoring;
use super::window::Windows;

/// A data file: its path below `frameworks/` with `/` between folders, and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// The path.
    pub path: String,
    /// The text.
    pub text: String,
}

/// Files of a program folder that other rooms read.
const READ_ELSEWHERE: &[&str] = &[
    "permissions.yaml",
    "graph-permissions.csv",
    "tls-profile.yaml",
    "encryption-profile.yaml",
    "README.md",
];

/// One edition of a certification program.
#[derive(Debug, Clone)]
pub struct Framework {
    /// Its name, domains and publication rules.
    pub edition: Edition,
    /// What publishers may state.
    pub statements: Vec<Statement>,
    /// When documents and controls apply.
    pub conditions: Vec<Condition>,
    /// Where parts of apps run.
    pub hosting: Vec<HostingType>,
    /// Every length of time.
    pub windows: Windows,
    /// Sample sizes.
    pub sampling: Sampling,
    /// What is handed in first.
    pub documents: Vec<DocumentRule>,
    /// What counts as evidence.
    pub evidence: EvidenceRules,
    /// How points become a verdict.
    pub scoring: Scoring,
    /// What fails at once.
    pub hard_fails: Vec<HardFail>,
    /// Changes of certified apps.
    pub changes: Vec<ChangeRule>,
    /// The penetration test, where the program has one.
    pub pentest: Option<PentestRules>,
    /// External frameworks whose reports count.
    pub external: Vec<ExternalFramework>,
    /// Attestation answers that claim an external framework.
    pub claims: Vec<Claim>,
    /// The families with their controls, in order.
    pub families: Vec<Family>,
    /// The digest of all files that were read for it.
    pub digest: Digest,
    index: BTreeMap<Id, (usize, usize)>,
}

impl Framework {
    /// The controls with their families, in order.
    pub fn controls(&self) -> impl Iterator<Item = (&Family, &Control)> {
        self.families
            .iter()
            .flat_map(|family| family.controls.iter().map(move |control| (family, control)))
    }

    /// The control with this id, and its family.
    #[must_use]
    pub fn control(&self, id: &Id) -> Option<(&Family, &Control)> {
        let &(family, control) = self.index.get(id)?;
        let family = self.families.get(family)?;
        Some((family, family.controls.get(control)?))
    }

    /// The condition with this id.
    #[must_use]
    pub fn condition(&self, id: &Id) -> Option<&Condition> {
        self.conditions.iter().find(|condition| condition.id.value == *id)
    }

    /// The hosting type with this id.
    #[must_use]
    pub fn hosting_type(&self, id: &Id) -> Option<&HostingType> {
        self.hosting.iter().find(|hosting| hosting.id.value == *id)
    }

    /// The external framework with this id.
    #[must_use]
    pub fn external_framework(&self, id: &Id) -> Option<&ExternalFramework> {
        self.external.iter().find(|external| external.id.value == *id)
    }
}

/// All programs, catalogs and crosswalks of a data folder.
#[derive(Debug, Clone)]
pub struct Library {
    /// The programs, by id.
    pub frameworks: Vec<Framework>,
    /// The catalogs, by file name without ending.
    pub catalogs: BTreeMap<Id, Catalog>,
    /// The crosswalks.
    pub crosswalks: Vec<Crosswalk>,
}

impl Library {
    /// Loads a data folder. A folder named `external` holds catalogs, `mfa` the rules of the report
    /// on sign-ins, every other one a program: its folder is named by its id, a further edition's
    /// by id, `@` and edition.
    ///
    /// # Errors
    /// Every fault of all files, in the order of path and line; then nothing is loaded.
    pub fn load(files: &[SourceFile]) -> Result<Self, Vec<Fault>> {
        let faults = RefCell::default();
        let mut library =
            Self { frameworks: Vec::new(), catalogs: BTreeMap::new(), crosswalks: Vec::new() };
        library.load_external(files, &faults);
        for folder in program_folders(files) {
            let own: Vec<&SourceFile> =
                files.iter().filter(|file| folder_of(&file.path) == folder).collect();
            let shared = files.iter().filter(|file| folder_of(&file.path) == "external");
            let digest = digest(own.iter().copied().chain(shared));
            library.frameworks.extend(load_program(
                folder,
                &own,
                digest,
                &library.catalogs,
                &faults,
            ));
        }
        super::check::crosswalks(&library, &faults);
        let mut faults = faults.into_inner();
        faults.sort();
        faults.dedup();
        if faults.is_empty() { Ok(library) } else { Err(faults) }
    }

    /// The program with this id; of several editions the one in the folder without a suffix.
    #[must_use]
    pub fn framework(&self, id: &str) -> Option<&Framework> {
        self.editions(id).next()
    }

    /// One edition of a program.
    #[must_use]
    pub fn edition(&self, id: &str, edition: &str) -> Option<&Framework> {
        self.editions(id).find(|framework| framework.edition.edition == edition)
    }

    /// The edition that a case keeps which starts on `day`: the newest that holds then, or the
    /// oldest when none does yet. Source: acceptance C17.
    #[must_use]
    pub fn edition_on(&self, id: &str, day: Day) -> Option<&Framework> {
        let since = |framework: &&Framework| framework.edition.since;
        let holding = self.editions(id).filter(|framework| framework.edition.since <= day);
        holding.max_by_key(since).or_else(|| self.editions(id).min_by_key(since))
    }

    fn editions(&self, id: &str) -> impl Iterator<Item = &Framework> {
        self.frameworks.iter().filter(move |framework| framework.edition.framework == *id)
    }

    fn load_external(&mut self, files: &[SourceFile], faults: &RefCell<Vec<Fault>>) {
        for file in files.iter().filter(|file| folder_of(&file.path) == "external") {
            let name = file.path.trim_start_matches("external/");
            if name.starts_with("crosswalks/") {
                self.crosswalks.extend(read::<Crosswalk>(file, faults));
                continue;
            }
            let catalog = read::<Catalog>(file, faults);
            let id = name.strip_suffix(".yaml").and_then(Id::parse);
            match (id, catalog) {
                (Some(id), Some(catalog)) => {
                    super::check::unique("item", catalog.items.iter().map(|item| &item.id), faults);
                    self.catalogs.insert(id, catalog);
                }
                (None, _) => unread(file, faults),
                (Some(_), None) => {}
            }
        }
    }
}

/// Folders that hold no program: catalogs of others, and the rules of the report on sign-ins.
const NO_PROGRAMS: [&str; 2] = ["external", "mfa"];

fn program_folders(files: &[SourceFile]) -> Vec<&str> {
    let mut folders: Vec<&str> = files.iter().map(|file| folder_of(&file.path)).collect();
    folders.sort_unstable();
    folders.dedup();
    folders.retain(|folder| !folder.is_empty() && !NO_PROGRAMS.contains(folder));
    folders
}

fn folder_of(path: &str) -> &str {
    path.split_once('/').map_or("", |(folder, _)| folder)
}

fn digest<'a>(files: impl Iterator<Item = &'a SourceFile>) -> Digest {
    let mut files: Vec<&SourceFile> = files.collect();
    files.sort_by(|left, right| left.path.cmp(&right.path));
    Digest::of_parts(files.iter().map(|file| (file.path.as_str(), file.text.as_bytes())))
}

/// Reads one file into a value.
fn read<T: Decode>(file: &SourceFile, faults: &RefCell<Vec<Fault>>) -> Option<T> {
    let sink = Sink::new(&file.path, faults);
    let node = source::parse(&file.text, &sink)?;
    T::decode(&node, &sink)
}

fn unread(file: &SourceFile, faults: &RefCell<Vec<Fault>>) {
    let problem =
        Problem::Inconsistent("no part of a program is read from a file of this name".to_owned());
    faults.borrow_mut().push(Fault { place: Place { file: file.path.clone(), line: 0 }, problem });
}

/// Reads a table of bounds from a key that must be there.
pub(super) fn table<R: Row>(
    fields: &mut Fields<'_, '_>,
    key: &'static str,
    sink: &Sink<'_>,
    first: i64,
    last: Option<i64>,
) -> Option<Table<R>> {
    let Some(node) = fields.node(key) else {
        sink.add_at(fields.line, Problem::MissingKey { key });
        return None;
    };
    Table::decode(node, sink, first, last)
}

struct Conditions {
    statements: Vec<Statement>,
    conditions: Vec<Condition>,
}

impl Decode for Conditions {
    fn decode(node: &source::Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let statements = fields.items("statements");
        let conditions = fields.items("conditions");
        fields.finish();
        Some(Self { statements: statements?, conditions: conditions? })
    }
}

struct HostingTypes(Vec<HostingType>);

impl Decode for HostingTypes {
    fn decode(node: &source::Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let types = fields.some_items("types");
        fields.finish();
        types.map(Self)
    }
}

struct Documents(Vec<DocumentRule>);

impl Decode for Documents {
    fn decode(node: &source::Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let documents = fields.items("documents");
        fields.finish();
        documents.map(Self)
    }
}

/// The parts of a program as they are read; `None` is missing or faulty.
#[derive(Default)]
struct Draft {
    edition: Option<Edition>,
    conditions: Option<Conditions>,
    hosting: Option<HostingTypes>,
    windows: Option<Windows>,
    sampling: Option<Sampling>,
    documents: Option<Documents>,
    evidence: Option<EvidenceRules>,
    scoring: Option<Scoring>,
    hard_fails: Option<HardFails>,
    changes: Option<Changes>,
    pentest: Option<PentestRules>,
    external: Option<ExternalRules>,
    families: Vec<Family>,
}

/// Files that every program has; without the others it has no such rules.
const REQUIRED: &[&str] = &[
    "edition.yaml",
    "hosting.yaml",
    "windows.yaml",
    "sampling.yaml",
    "evidence.yaml",
    "scoring.yaml",
];

fn load_program(
    folder: &str,
    files: &[&SourceFile],
    digest: Digest,
    catalogs: &BTreeMap<Id, Catalog>,
    faults: &RefCell<Vec<Fault>>,
) -> Option<Framework> {
    let mut draft = Draft::default();
    let before = faults.borrow().len();
    for file in files {
        draft.take(file, file.path.get(folder.len() + 1..).unwrap_or_default(), faults);
    }
    for name in REQUIRED {
        let path = format!("{folder}/{name}");
        if !files.iter().any(|file| file.path == path) {
            faults.borrow_mut().push(Fault {
                place: Place { file: path, line: 0 },
                problem: Problem::MissingFile,
            });
        }
    }
    let framework = draft.finish(digest)?;
    super::check::framework(folder, &framework, catalogs, faults);
    (faults.borrow().len() == before).then_some(framework)
}

impl Draft {
    fn take(&mut self, file: &SourceFile, name: &str, faults: &RefCell<Vec<Fault>>) {
        match name {
            "edition.yaml" => self.edition = read(file, faults),
            "conditions.yaml" => self.conditions = read(file, faults),
            "hosting.yaml" => self.hosting = read(file, faults),
            "windows.yaml" => self.windows = read(file, faults),
            "sampling.yaml" => self.sampling = read(file, faults),
            "documents.yaml" => self.documents = read(file, faults),
            "evidence.yaml" => self.evidence = read(file, faults),
            "scoring.yaml" => self.scoring = read(file, faults),
            "hard-fails.yaml" => self.hard_fails = read(file, faults),
            "changes.yaml" => self.changes = read(file, faults),
            "pentest.yaml" => self.pentest = read(file, faults),
            "external.yaml" => self.external = read(file, faults),
            _ if name.starts_with("controls/") => {
                self.families.extend(read::<Family>(file, faults));
            }
            _ if name.starts_with("questionnaire/") || READ_ELSEWHERE.contains(&name) => {}
            _ => unread(file, faults),
        }
    }

    fn finish(self, digest: Digest) -> Option<Framework> {
        let conditions = self
            .conditions
            .unwrap_or(Conditions { statements: Vec::new(), conditions: Vec::new() });
        let external =
            self.external.unwrap_or(ExternalRules { frameworks: Vec::new(), claims: Vec::new() });
        let mut families = self.families;
        families.sort_by_key(|family| family.order);
        let index = index(&families);
        Some(Framework {
            edition: self.edition?,
            statements: conditions.statements,
            conditions: conditions.conditions,
            hosting: self.hosting?.0,
            windows: self.windows?,
            sampling: self.sampling?,
            documents: self.documents.map_or_else(Vec::new, |documents| documents.0),
            evidence: self.evidence?,
            scoring: self.scoring?,
            hard_fails: self.hard_fails.map_or_else(Vec::new, |list| list.0),
            changes: self.changes.map_or_else(Vec::new, |list| list.0),
            pentest: self.pentest,
            external: external.frameworks,
            claims: external.claims,
            families,
            digest,
            index,
        })
    }
}

fn index(families: &[Family]) -> BTreeMap<Id, (usize, usize)> {
    let mut index = BTreeMap::new();
    for (at, family) in families.iter().enumerate() {
        for (place, control) in family.controls.iter().enumerate() {
            index.insert(control.id.value.clone(), (at, place));
        }
    }
    index
}

#[cfg(test)]
mod tests;
