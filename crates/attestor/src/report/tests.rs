//! Reports of one rich case, as text; laws that hold for every report.

mod markup;
mod sample_case;
mod secrets;
mod snapshots;
mod verdicts;

use attestor_core::attestation::permission::PermissionRules;
use attestor_core::certification::case::Case;
use attestor_core::certification::decision::assess;
use attestor_core::day::Day;
use attestor_core::framework::{Framework, Library, SourceFile};

use super::view::View;
use super::{Audience, Subject};
use crate::phrases::{DEFAULT_LOCALE, Phrases};

/// A day from text.
fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

/// Every data file under `frameworks/` that a library reads.
fn files() -> Vec<SourceFile> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../frameworks");
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(&root).expect("below the root");
            let text = std::fs::read_to_string(&path).expect("a text");
            found
                .push(SourceFile { path: name.to_str().expect("a name").replace('\\', "/"), text });
        }
    }
    found.sort_by(|left, right| left.path.cmp(&right.path));
    found
}

/// The program with an edit of its files.
fn program(edit: impl Fn(&str, String) -> String) -> Framework {
    let edited = files()
        .into_iter()
        .map(|file| SourceFile { text: edit(&file.path, file.text), path: file.path });
    let library = Library::load(&edited.collect::<Vec<_>>()).expect("a library");
    library.framework("m365-certification").expect("the program").clone()
}

fn permission_rules() -> PermissionRules {
    let path = "m365-certification/permissions.yaml";
    let file = files().into_iter().find(|file| file.path == path).expect("the file");
    PermissionRules::load(path, &file.text).expect("rules")
}

/// Does something with the view of a case.
fn with_view<T>(
    program: &Framework,
    case: &Case,
    audience: Audience,
    then: impl FnOnce(&View<'_>, &Subject<'_>) -> T,
) -> T {
    let rules = permission_rules();
    let phrases = Phrases::load(DEFAULT_LOCALE).expect("phrases");
    let assessment = assess(program, &rules, case, day("2026-11-08"));
    let digest = "0".repeat(64);
    let subject =
        Subject { program, case, assessment: &assessment, dossier_digest: &digest, audience };
    then(&View::of(&phrases, &subject), &subject)
}
