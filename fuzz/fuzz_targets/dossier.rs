//! Any folder of files is a case or a list of faults, never a panic; a case can be assessed, and
//! written and read again as the same case.
//!
//! An input is several files: a line `=== PATH` begins each. Files that others name exist when
//! their path ends in `.txt`.
#![no_main]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use attestor_core::attestation::page::lexicon::Lexicons;
use attestor_core::attestation::permission::PermissionRules;
use attestor_core::attestation::question::Questionnaire;
use attestor_core::certification::{decision, steps};
use attestor_core::day::Day;
use attestor_core::digest::Digest;
use attestor_core::dossier::{self, Folder, Guide};
use attestor_core::fault::Problem;
use attestor_core::framework::{Library, SourceFile};
use libfuzzer_sys::fuzz_target;

struct World {
    library: Library,
    questionnaire: Questionnaire,
    lexicons: Lexicons,
    permission_rules: PermissionRules,
}

static WORLD: LazyLock<World> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut files = Vec::new();
    collect(&root.join("frameworks"), "", &mut files);
    let questions: Vec<(String, String)> = files
        .iter()
        .filter(|file| file.path.starts_with("m365-certification/questionnaire/"))
        .map(|file| (file.path.clone(), file.text.clone()))
        .collect();
    let rules = files.iter().find(|file| file.path == "m365-certification/permissions.yaml");
    let rules = rules.expect("the permission rules are there");
    let permission_rules = PermissionRules::load(&rules.path, &rules.text).expect("sound");
    let questionnaire = Questionnaire::load(&questions).expect("the questionnaire is sound");
    let mut words = Vec::new();
    collect(&root.join("locales"), "", &mut words);
    let words: Vec<(String, String)> =
        words.into_iter().filter(|file| file.path.ends_with("lexicon.yaml")).map(|file| (file.path, file.text)).collect();
    let lexicons = Lexicons::load(&words, &questionnaire).expect("the lexicons are sound");
    World { library: Library::load(&files).expect("the programs are sound"), questionnaire, lexicons, permission_rules }
});

struct Memory(BTreeMap<String, String>);

impl Folder for Memory {
    fn text(&self, path: &str) -> Result<Option<String>, Problem> {
        Ok(self.0.get(path).cloned())
    }

    fn digest(&self, path: &str) -> Result<Option<Digest>, Problem> {
        Ok(path.ends_with(".txt").then(|| Digest::of(path.as_bytes())))
    }
}

fuzz_target!(|text: &str| {
    let world = &*WORLD;
    let guide = Guide { library: &world.library, questionnaire: &world.questionnaire, lexicons: &world.lexicons };
    let folder = Memory(split(text));
    let Ok(read) = dossier::read(&folder, guide) else { return };
    let today = Day::parse("2026-11-16").expect("a day");
    let assessment = decision::assess(read.framework, &world.permission_rules, &read.case, today);
    assert!(!assessment.reasons.is_empty(), "every outcome has a reason");
    let _ = steps::steps(&assessment);
    let _ = steps::calendar(read.framework, &read.case, &assessment);
    if read.case.external.iter().any(|report| report.soa_rows.is_some()) {
        return;
    }
    let written = Memory(dossier::write(&world.library, read.framework, &read.case).into_iter().collect());
    let again = dossier::read(&written, guide).expect("a written dossier is read");
    assert_eq!(strip(read.case), strip(again.case), "a written dossier is the same case");
});

/// Unanswered questions are not written, because leaving them out says the same.
fn strip(mut case: attestor_core::certification::case::Case) -> attestor_core::certification::case::Case {
    if let Some(attestation) = &mut case.attestation {
        attestation.answers.retain(|_, answer| *answer != attestor_core::answer::Answer::Unanswered);
    }
    case
}

fn split(text: &str) -> BTreeMap<String, String> {
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    let mut open = String::new();
    for line in text.split_inclusive('\n') {
        match line.strip_prefix("=== ") {
            Some(path) => open = path.trim_end().to_owned(),
            None => files.entry(open.clone()).or_default().push_str(line),
        }
    }
    files
}

fn collect(folder: &Path, below: &str, files: &mut Vec<SourceFile>) {
    let mut entries: Vec<_> = fs::read_dir(folder).expect("the folder is there").map(|entry| entry.expect("readable")).collect();
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name().into_string().expect("UTF-8");
        let path = if below.is_empty() { name } else { format!("{below}/{name}") };
        if entry.path().is_dir() {
            collect(&entry.path(), &path, files);
        } else {
            files.push(SourceFile { path, text: fs::read_to_string(entry.path()).expect("UTF-8") });
        }
    }
}
