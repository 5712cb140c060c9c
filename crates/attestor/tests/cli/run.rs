//! Running the program as a person does, and telling what happened.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The program in a folder, without the environment's wishes for color.
pub fn attestor(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_attestor"));
    command.current_dir(folder).args(args).stdin(Stdio::null());
    for name in ["NO_COLOR", "CLICOLOR_FORCE", "COLUMNS"] {
        command.env_remove(name);
    }
    command.output().expect("the program runs")
}

/// Exit code, stdout and stderr as one text; the folder's own path is left out.
pub fn transcript(folder: &Path, args: &[&str]) -> String {
    let output = attestor(folder, args);
    let code = output.status.code().map_or("killed".to_owned(), |code| code.to_string());
    let text = |bytes: &[u8]| {
        let whole = folder.canonicalize().expect("the folder is there").display().to_string();
        String::from_utf8(bytes.to_vec()).expect("UTF-8").replace(&whole, "FOLDER")
    };
    let (data, talk) = (text(&output.stdout), text(&output.stderr));
    format!("$ attestor {}\nexit {code}\n--- stdout\n{data}--- stderr\n{talk}", args.join(" "))
}

/// The JSON that a command prints.
pub fn json(folder: &Path, args: &[&str]) -> serde_json::Value {
    let output = attestor(folder, args);
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| {
        panic!("{args:?}: {error}: {}", String::from_utf8_lossy(&output.stderr))
    })
}

/// An empty folder that goes away with the test.
pub fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

/// The root of the repository.
pub fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A file of the source documents, or `None` and a visible line when they are not here.
pub fn seed(name: &str) -> Option<PathBuf> {
    let path = repository().join("../shared/seeds").join(name);
    if path.is_file() {
        return Some(path);
    }
    skipped(&format!("{name} is not in ../shared/seeds"));
    None
}

/// Says what is skipped, past the capture of the test runner, so that it is seen.
pub fn skipped(what: &str) {
    let _ = writeln!(std::io::stderr(), "skipped: {what}");
}

/// A copy of the example dossier.
pub fn example(folder: &Path) -> PathBuf {
    let dossier = folder.join("dossier");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("demo"), &dossier);
    dossier
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("made");
    for entry in std::fs::read_dir(from).expect("readable") {
        let entry = entry.expect("readable");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("copied");
        }
    }
}
