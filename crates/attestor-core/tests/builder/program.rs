//! The repository's programs, as they are or with a text edited, loaded once.

use std::path::Path;
use std::sync::OnceLock;

use attestor_core::attestation::permission::PermissionRules;
use attestor_core::framework::{Framework, Library, SourceFile};

/// The program that the rows are about.
pub(crate) const M365: &str = "m365-certification";

/// Every data file below `frameworks/`.
pub(crate) fn files() -> Vec<SourceFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../frameworks");
    let mut files = Vec::new();
    walk(&root, "", &mut files);
    files
}

fn walk(root: &Path, below: &str, files: &mut Vec<SourceFile>) {
    for entry in std::fs::read_dir(root.join(below)).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        let path = if below.is_empty() { name } else { format!("{below}/{name}") };
        if entry.file_type().unwrap().is_dir() {
            walk(root, &path, files);
        } else {
            let text = std::fs::read_to_string(root.join(&path)).unwrap();
            files.push(SourceFile { path, text });
        }
    }
}

/// The repository's library.
pub(crate) fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| load(&files()))
}

/// The repository's edition of the program.
pub(crate) fn program() -> &'static Framework {
    library().framework(M365).unwrap()
}

/// The repository's permission rules.
pub(crate) fn permission_rules() -> &'static PermissionRules {
    static RULES: OnceLock<PermissionRules> = OnceLock::new();
    RULES.get_or_init(|| {
        let files = files();
        let file = files.iter().find(|file| file.path.ends_with("permissions.yaml")).unwrap();
        PermissionRules::load(&file.path, &file.text).unwrap()
    })
}

/// An edit of one file: its name in the program's folder, the text to find and the one instead.
pub(crate) type Edit<'a> = (&'a str, &'a str, &'a str);

/// The library with some texts of the program edited; each text to find stands there.
pub(crate) fn edited(edits: &[Edit<'_>]) -> Library {
    let mut files = files();
    for (name, from, to) in edits {
        let path = format!("{M365}/{name}");
        let file = files.iter_mut().find(|file| file.path == path).unwrap();
        assert!(file.text.contains(from), "{path} has no `{from}`");
        file.text = file.text.replacen(from, to, 1);
    }
    load(&files)
}

/// Loads files that are expected to be right.
pub(crate) fn load(files: &[SourceFile]) -> Library {
    Library::load(files).unwrap_or_else(|faults| {
        let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
        panic!("{}", lines.join("\n"))
    })
}
