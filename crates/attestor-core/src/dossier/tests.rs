use std::collections::BTreeMap;

use super::*;
use crate::framework::SourceFile;

/// A folder in memory.
#[derive(Default)]
struct Memory(BTreeMap<String, String>);

impl Folder for Memory {
    fn text(&self, path: &str) -> Result<Option<String>, Problem> {
        Ok(self.0.get(path).cloned())
    }

    fn digest(&self, path: &str) -> Result<Option<Digest>, Problem> {
        Ok(self.0.get(path).map(|text| Digest::of(text.as_bytes())))
    }
}

fn files_below(folder: &str) -> Vec<(String, String)> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder);
    let mut open = vec![root.clone()];
    let mut files = Vec::new();
    while let Some(next) = open.pop() {
        for entry in std::fs::read_dir(next).unwrap().map(Result::unwrap) {
            if entry.file_type().unwrap().is_dir() {
                open.push(entry.path());
                continue;
            }
            let path = entry.path().strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
            files.push((path, std::fs::read_to_string(entry.path()).unwrap()));
        }
    }
    files
}

struct World {
    library: Library,
    questionnaire: Questionnaire,
    lexicons: Lexicons,
}

impl World {
    fn load() -> Self {
        let files = files_below("frameworks");
        let sources: Vec<SourceFile> = files
            .iter()
            .map(|(path, text)| SourceFile { path: path.clone(), text: text.clone() })
            .collect();
        let library = Library::load(&sources).unwrap();
        let questions: Vec<(String, String)> = files
            .into_iter()
            .filter(|(path, _)| path.starts_with("m365-certification/questionnaire/"))
            .collect();
        let questionnaire = Questionnaire::load(&questions).unwrap();
        let words: Vec<(String, String)> = files_below("locales")
            .into_iter()
            .filter(|(path, _)| path.ends_with("lexicon.yaml"))
            .collect();
        let lexicons = Lexicons::load(&words, &questionnaire).unwrap();
        Self { library, questionnaire, lexicons }
    }

    fn guide(&self) -> Guide<'_> {
        Guide {
            library: &self.library,
            questionnaire: &self.questionnaire,
            lexicons: &self.lexicons,
        }
    }
}

const MAIN: &str = "dossier: 1\nframework: m365-certification\napp: {id: WA1, name: Sample app}\n";

fn folder(files: &[(&str, &str)]) -> Memory {
    Memory(files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect())
}

fn faults(files: &[(&str, &str)]) -> Vec<String> {
    let world = World::load();
    let found = read(&folder(files), world.guide()).err().unwrap_or_default();
    found.iter().map(ToString::to_string).collect()
}

#[test]
fn smallest_dossier_is_a_case_with_nothing_in_it() {
    let world = World::load();
    let dossier = read(&folder(&[("dossier.yaml", MAIN)]), world.guide()).unwrap();
    assert_eq!(dossier.case.app.name, "Sample app");
    assert!(dossier.case.evidence.is_empty());
}

#[test]
fn every_fault_of_every_file_comes_at_once() {
    let found = faults(&[
        (
            "dossier.yaml",
            "dossier: 1\nframework: m365-certificaton\napp: {}\ncase: {started_on: 2026-02-30}\n",
        ),
        ("scope.yaml", "environments:\n- {id: live, hosting: pass}\n"),
        (
            "evidence.yaml",
            "evidence:\n- id: e1\n  file: ../../etc/passwd\n  kind: policy\n  form: document\n  captured_on: 2026-01-01\n  for: [OPS-TRN-01]\n",
        ),
        ("inventory.csv", "id,environment\nweb 01,live\n"),
    ]);
    let has =
        |text: &str| assert!(found.iter().any(|line| line.contains(text)), "{text}: {found:#?}");
    has("dossier.yaml:4: `2026-02-30` is not a day");
    has("evidence.yaml:3: `../../etc/passwd` leaves the folder");
    has("inventory.csv:1: the key `operating_system` is missing");
}

#[test]
fn references_are_checked_against_the_program() {
    let found = faults(&[
        ("dossier.yaml", MAIN),
        ("scope.yaml", "environments:\n- {id: live, hosting: pass}\n"),
        ("e.txt", "x"),
        (
            "evidence.yaml",
            "evidence:\n- {id: e1, file: e.txt, kind: polcy, form: document, captured_on: 2026-01-01, for: [OPS-TRN-10, OPS-MAL-01/A9], components: [web-1]}\n",
        ),
    ]);
    let has =
        |text: &str| assert!(found.iter().any(|line| line.contains(text)), "{text}: {found:#?}");
    has("scope.yaml:2: there is no hosting type `pass`; did you mean `paas`?");
    has("there is no kind of evidence `polcy`; did you mean `policy`?");
    has("evidence.yaml:2: there is no control `OPS-TRN-10`");
    has("there is no part `OPS-MAL-01/A9`");
    has("evidence.yaml:2: there is no component `web-1`");
}

#[test]
fn missing_main_file_still_lists_the_faults_of_the_others() {
    let found = faults(&[("scope.yaml", "environment: []\n")]);
    assert!(found.iter().any(|line| line == "dossier.yaml: the file is missing"), "{found:?}");
    assert!(
        found.iter().any(|line| line.starts_with("scope.yaml:1: unknown key `environment`")),
        "{found:?}"
    );
}

#[test]
fn days_that_cannot_follow_each_other_are_faults() {
    let found = faults(&[
        (
            "dossier.yaml",
            "dossier: 1\nframework: m365-certification\napp: {}\ncase: {started_on: 2026-03-01, documents_accepted_on: 2026-02-01}\n",
        ),
        ("e.txt", "x"),
        (
            "evidence.yaml",
            "evidence:\n- {id: e1, file: e.txt, kind: policy, form: document, captured_on: 2026-03-01, submitted_on: 2026-02-01, for: [OPS-TRN-01]}\n",
        ),
    ]);
    assert_eq!(found.len(), 2, "{found:#?}");
}

#[test]
fn written_dossier_reads_back_as_the_same_case() {
    let world = World::load();
    let files = folder(&[
        (
            "dossier.yaml",
            "dossier: 1\nframework: m365-certification\napp: {name: 'Quote \" and: #hash', kind: teams-app}\npublisher_verification: {state: verified, partner_id: '1'}\nconsent: given\nstatements: {handles-health-data: no}\nattestation: {file: a.yaml, submitted_on: 2026-01-02}\ncase: {started_on: 2026-02-01}\n",
        ),
        (
            "a.yaml",
            "answers: {stores_customer_data: no, hosting_model: paas}\npermissions:\n- {name: User.Read, type: delegated, justification: 'Sign in\tand more'}\n",
        ),
        (
            "scope.yaml",
            "environments:\n- {id: live, name: '실 운영', hosting: paas}\nservices: []\nrecovery_site: no\nfootprint: ['https://a.example']\n",
        ),
        (
            "inventory.csv",
            "id,environment,operating_system,function,device_type,location\nweb-1,live,,\"web, api\",app service,EU\n",
        ),
        ("e.txt", "x"),
        (
            "evidence.yaml",
            "evidence:\n- {id: e1, file: e.txt, kind: config-setting, form: screenshot, captured_on: 2026-01-01, for: [OPS-ACC-01, OPS-MAL-01/A2], components: [web-1], shows: [user], figures: {signature_age_days: 0}}\n",
        ),
        ("r.pdf", "x"),
        (
            "pentest.yaml",
            "file: r.pdf\nfirm: F\nmethod: manual\nended_on: 2026-01-01\ncovers: [external]\npatch_window_days: {critical: 14}\nfindings:\n- {id: F1, title: T, cvss: 7.5}\n",
        ),
        (
            "external.yaml",
            "reports:\n- {framework: soc2, file: r.pdf, issued_on: 2026-01-01, type: '2'}\n",
        ),
        (
            "controls.yaml",
            "controls:\n- {control: OPS-ACC-04, verdict: not-in-place, reason: planned}\n",
        ),
    ]);
    let first = read(&files, world.guide()).unwrap();
    let mut written =
        Memory(write(&world.library, first.framework, &first.case).into_iter().collect());
    for path in ["e.txt", "r.pdf"] {
        written.0.insert(path.to_owned(), "x".to_owned());
    }
    let second = read(&written, world.guide()).unwrap_or_else(|faults| panic!("{faults:#?}"));
    assert_eq!(first.case, second.case);
}
