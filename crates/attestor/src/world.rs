//! The data that commands work with: programs, questions, languages, permission rules.
//!
//! It comes from the binary, or from a folder that a program owner keeps.

pub(crate) mod catalogs;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use attestor_core::attestation::page::lexicon::Lexicons;
use attestor_core::attestation::page::wording::Wordings;
use attestor_core::attestation::permission::{Catalog, PermissionRules};
use attestor_core::attestation::question::Questionnaire;
use attestor_core::desk::guard::Rules;
use attestor_core::dossier::Guide;
use attestor_core::fault::{Fault, Place, Problem};
use attestor_core::framework::{Framework, Library, SourceFile};
use attestor_core::id::Id;
use attestor_core::source::MAX_BYTES;

use crate::embedded;
use crate::stop::Stop;

/// The program whose questionnaire and permission rules stand in where another has none.
const FIRST_PROGRAM: &str = "m365-certification";
/// The most files that a folder of programs may hold.
const MAX_FILES: usize = 2000;

/// Everything that a dossier is read and assessed with.
pub(crate) struct World {
    files: Vec<SourceFile>,
    library: Library,
    questionnaire: Questionnaire,
    lexicons: Lexicons,
}

impl World {
    /// Loads the programs of the binary, or those of a folder.
    pub(crate) fn load(folder: Option<&Path>) -> Result<Self, Stop> {
        let files = sources(folder)?;
        let library = Library::load(&files).map_err(Stop::Faults)?;
        let questionnaire = questionnaire(&files)?;
        let lexicons = lexicons(&questionnaire)?;
        Ok(Self { files, library, questionnaire, lexicons })
    }

    /// What dossiers are read with.
    pub(crate) fn guide(&self) -> Guide<'_> {
        Guide {
            library: &self.library,
            questionnaire: &self.questionnaire,
            lexicons: &self.lexicons,
        }
    }

    /// The permission rules of a program.
    pub(crate) fn permission_rules(&self, program: &Framework) -> Result<PermissionRules, Stop> {
        let own = format!("{}/permissions.yaml", program.edition.framework);
        let file = self.files.iter().find(|file| file.path == own);
        let (path, text) = match file {
            Some(file) => (file.path.clone(), file.text.clone()),
            None => {
                let path = format!("{FIRST_PROGRAM}/permissions.yaml");
                let text = embedded::framework_text(&path)?;
                (path, text)
            }
        };
        PermissionRules::load(&path, &text).map_err(Stop::Faults)
    }
}

impl World {
    /// The programs with the permission rules of each, for a server.
    pub(crate) fn into_programs(self) -> Result<Programs, Stop> {
        let rules = |program: &Framework| {
            let id = program.edition.framework.clone();
            self.permission_rules(program).map(|rules| (id, rules))
        };
        let permissions = self.library.frameworks.iter().map(rules).collect::<Result<_, _>>()?;
        let Self { library, questionnaire, lexicons, .. } = self;
        Ok(Programs { library, questionnaire, lexicons, permissions })
    }
}

/// All programs with what belongs to them.
pub(crate) struct Programs {
    library: Library,
    questionnaire: Questionnaire,
    lexicons: Lexicons,
    permissions: BTreeMap<Id, PermissionRules>,
}

impl Programs {
    /// The programs.
    pub(crate) const fn library(&self) -> &Library {
        &self.library
    }

    /// What dossiers are read with.
    pub(crate) const fn guide(&self) -> Guide<'_> {
        Guide {
            library: &self.library,
            questionnaire: &self.questionnaire,
            lexicons: &self.lexicons,
        }
    }

    /// What cases of an edition are judged by.
    pub(crate) fn rules(&self, framework: &Id, edition: &str) -> Result<Rules<'_>, Stop> {
        let program = self.library.edition(framework.as_str(), edition);
        match (program, self.permissions.get(framework)) {
            (Some(program), Some(permissions)) => Ok(Rules { program, permissions }),
            _ => Err(Stop::Failure(format!(
                "edition `{edition}` of `{framework}` is not loaded; a case keeps the edition that \
                 it began with, so put its folder back"
            ))),
        }
    }
}

/// The permission rules of the binary's first program.
pub(crate) fn first_permission_rules() -> Result<PermissionRules, Stop> {
    let path = format!("{FIRST_PROGRAM}/permissions.yaml");
    PermissionRules::load(&path, &embedded::framework_text(&path)?).map_err(Stop::Faults)
}

/// The ids and names of the permissions that the first program's rules are about.
pub(crate) fn permission_catalog() -> Result<Catalog, Stop> {
    let path = format!("{FIRST_PROGRAM}/graph-permissions.csv");
    let text = embedded::framework_text(&path)?;
    Catalog::load(&first_permission_rules()?.resource_app, &path, &text).map_err(Stop::Faults)
}

/// The text of a file of the demo's trust portal.
pub(crate) fn demo_trust(path: &str) -> Result<String, Stop> {
    Ok(embedded::demo_trust(path)?)
}

/// The bytes of a file of the demo's trust portal.
pub(crate) fn demo_trust_file(path: &str) -> Result<Vec<u8>, Stop> {
    Ok(embedded::demo_trust_file(path)?)
}

/// The programs of the binary, or those of a folder.
pub(crate) fn library(folder: Option<&Path>) -> Result<Library, Stop> {
    Library::load(&sources(folder)?).map_err(Stop::Faults)
}

/// The questionnaire and the lexicons of the binary, with which pages are read.
pub(crate) fn page_data() -> Result<(Questionnaire, Lexicons), Stop> {
    let questionnaire = questionnaire(&embedded::frameworks()?)?;
    let lexicons = lexicons(&questionnaire)?;
    Ok((questionnaire, lexicons))
}

fn questionnaire(files: &[SourceFile]) -> Result<Questionnaire, Stop> {
    let below = |file: &&SourceFile| file.path.contains("/questionnaire/");
    let mut found: Vec<(String, String)> =
        files.iter().filter(below).map(|file| (file.path.clone(), file.text.clone())).collect();
    if found.is_empty() {
        let own = embedded::frameworks()?;
        found = own
            .into_iter()
            .filter(|file| below(&file))
            .map(|file| (file.path, file.text))
            .collect();
    }
    Questionnaire::load(&found).map_err(Stop::Faults)
}

/// The languages of published pages, from the binary; they know our own words, too.
fn lexicons(questionnaire: &Questionnaire) -> Result<Lexicons, Stop> {
    let files = embedded::locale_files("lexicon.yaml")?;
    let lexicons = Lexicons::load(&files, questionnaire).map_err(Stop::Faults)?;
    Ok(lexicons.learn(&wordings(questionnaire)?))
}

/// The words that our own pages are written with, from the binary.
pub(crate) fn wordings(questionnaire: &Questionnaire) -> Result<Wordings, Stop> {
    Wordings::load(&embedded::locale_files("page.yaml")?, questionnaire).map_err(Stop::Faults)
}

/// The data files of the binary, or those of a folder. A folder that is one program (it holds
/// `edition.yaml`) is loaded with the catalogs of the binary.
fn sources(folder: Option<&Path>) -> Result<Vec<SourceFile>, Stop> {
    let Some(folder) = folder else { return Ok(embedded::frameworks()?) };
    if !folder.is_dir() {
        let file = folder.display().to_string();
        return Err(Stop::Faults(vec![Fault {
            place: Place { file, line: 0 },
            problem: Problem::MissingFile,
        }]));
    }
    let single = folder.join("edition.yaml").is_file();
    let prefix = if single { program_name(folder)? } else { String::new() };
    let mut files = Vec::new();
    let mut faults = Vec::new();
    collect(folder, &prefix, &mut files, &mut faults)?;
    if !faults.is_empty() {
        return Err(Stop::Faults(faults));
    }
    if single {
        let own = embedded::frameworks()?;
        files.extend(own.into_iter().filter(|file| file.path.starts_with("external/")));
    }
    Ok(files)
}

/// The name of a program's folder, which must be the program's id.
fn program_name(folder: &Path) -> Result<String, Stop> {
    let whole = folder.canonicalize().map_err(|error| Stop::io("read", folder, &error))?;
    let name = whole.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    Ok(format!("{name}/"))
}

/// Collects the data files below a folder; hidden files and folders are left out.
fn collect(
    folder: &Path,
    prefix: &str,
    files: &mut Vec<SourceFile>,
    faults: &mut Vec<Fault>,
) -> Result<(), Stop> {
    for path in entries(folder)? {
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        let below = format!("{prefix}{name}");
        if path.is_dir() {
            collect(&path, &format!("{below}/"), files, faults)?;
            continue;
        }
        if files.len() >= MAX_FILES {
            return Err(Stop::Usage(format!(
                "{} holds more than {MAX_FILES} files",
                folder.display()
            )));
        }
        match data_file(&path, MAX_BYTES)? {
            Ok(text) => files.push(SourceFile { path: below, text }),
            Err(problem) => faults.push(Fault { place: Place { file: below, line: 0 }, problem }),
        }
    }
    Ok(())
}

/// What is in a folder, by name; hidden files and names that are no text are left out.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, Stop> {
    let read = |error: &std::io::Error| Stop::io("read", folder, error);
    let mut found: Vec<PathBuf> = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|error| read(&error))? {
        let path = entry.map_err(|error| read(&error))?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        if name.is_some_and(|name| !name.starts_with('.')) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The text of a file of at most `limit` bytes.
fn data_file(path: &Path, limit: u64) -> Result<Result<String, Problem>, Stop> {
    let bytes = path.metadata().map_err(|error| Stop::io("read", path, &error))?.len();
    if bytes > limit {
        return Ok(Err(Problem::TooLarge { bytes, limit }));
    }
    let bytes = std::fs::read(path).map_err(|error| Stop::io("read", path, &error))?;
    Ok(String::from_utf8(bytes).map_err(|_| Problem::NotUtf8))
}
