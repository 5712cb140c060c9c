//! The files of the repository, read once: all that git tracks or would add.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// The endings of the files whose text is read; of all others only the path is known.
const READ: &[&str] = &["rs", "md", "yaml", "yml", "ftl", "toml", "txt", "html", "css"];

/// Paths and texts, in the order of paths. Paths use `/` and start at the root.
#[derive(Debug, Default)]
pub(crate) struct Repo {
    files: BTreeMap<String, String>,
}

impl Repo {
    /// Reads the work tree at `root`.
    pub(crate) fn read(root: &Path) -> Result<Self, String> {
        let listing = Command::new("git")
            .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
            .current_dir(root)
            .output()
            .map_err(|error| format!("cannot run git: {error}"))?;
        if !listing.status.success() {
            return Err("git ls-files failed; is this a git work tree?".to_owned());
        }
        let paths = String::from_utf8_lossy(&listing.stdout);
        let mut files = BTreeMap::new();
        for path in paths.split('\0').filter(|path| !path.is_empty()) {
            let place = root.join(path);
            // A file that is deleted but not yet committed is still listed.
            if !place.is_file() {
                continue;
            }
            let text = if READ.contains(&ending(path)) { text_of(&place)? } else { String::new() };
            files.insert(path.to_owned(), text);
        }
        Ok(Self { files })
    }

    /// A repository of a few files, for tests.
    #[cfg(test)]
    pub(crate) fn of(files: &[(&str, &str)]) -> Self {
        let files = files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
        Self { files: files.collect() }
    }

    /// All paths.
    pub(crate) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Paths and texts of the files with one of these endings.
    pub(crate) fn ending_in<'r>(
        &'r self,
        endings: &'r [&str],
    ) -> impl Iterator<Item = (&'r str, &'r str)> {
        self.files
            .iter()
            .filter(|(path, _)| endings.contains(&ending(path)))
            .map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// The text of one file.
    pub(crate) fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// Whether there is such a file, or a folder with a file in it. The root is there.
    pub(crate) fn has(&self, path: &str) -> bool {
        let folder = format!("{}/", path.trim_end_matches('/'));
        folder == "/"
            || self.files.contains_key(path)
            || self.paths().any(|known| known.starts_with(&folder))
    }
}

fn text_of(path: &Path) -> Result<String, String> {
    std::fs::read(path)
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        .map_err(|error| format!("cannot read {}: {error}", path.display()))
}

/// What stands behind the last dot of a path, or nothing.
fn ending(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, ending)| ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_exist_by_their_files() {
        let repo = Repo::of(&[("docs/adr/0001-core.md", "")]);
        for (path, there) in [
            ("docs", true),
            ("docs/adr/", true),
            ("docs/adr/0001-core.md", true),
            ("doc", false),
            ("docs/ad", false),
        ] {
            assert_eq!(repo.has(path), there, "{path}");
        }
    }

    #[test]
    fn files_are_found_by_ending() {
        let repo = Repo::of(&[("a.rs", "x"), ("b.md", "y"), ("Makefile", "z")]);
        assert_eq!(repo.ending_in(&["md"]).collect::<Vec<_>>(), [("b.md", "y")]);
    }
}
