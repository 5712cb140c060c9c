//! The file of a form: one that was uploaded before, named by its digest.

use attestor_core::desk::act::FileRef;
use attestor_core::desk::file::CaseFile;
use attestor_core::digest::Digest;

use super::{Choice, choices};
use crate::web::desk::form::Typed;

/// The file that a form names; `None` where it names none that the case has.
pub(in crate::web::desk) fn file_of(typed: &Typed, file: &CaseFile) -> Option<FileRef> {
    let digest = Digest::parse(typed.get("file_digest"))?;
    file.files.values().find(|it| it.digest == digest).cloned()
}

/// The files of a case to choose from, each once, by name.
pub(in crate::web::desk) fn file_choices(file: &CaseFile, chosen: &str) -> Vec<Choice> {
    let mut all: Vec<(String, String)> =
        file.files.iter().map(|(path, it)| (it.digest.to_string(), path.clone())).collect();
    all.sort();
    all.dedup_by(|next, one| next.0 == one.0);
    all.sort_by(|left, right| left.1.cmp(&right.1));
    choices(all, chosen)
}
