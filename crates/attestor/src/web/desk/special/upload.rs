//! The file of a form: it comes with it, or was taken before and is named by its digest.

use attestor_core::desk::act::FileRef;
use attestor_core::desk::file::CaseFile;

use crate::web::desk::files::Sent;
use crate::web::desk::refused::NotDone;
use crate::web::desk::visit::DeskVisit;
use crate::web::visit::Refusal;

/// A file that was taken and waits for the rest of its form.
pub(in crate::web::desk) struct Taken {
    /// Its digest.
    pub(in crate::web::desk) digest: String,
    /// Its name.
    pub(in crate::web::desk) name: String,
}

/// The same of the file of a form that came back.
pub(in crate::web::desk) fn taken(file: Option<&FileRef>) -> Option<Taken> {
    file.map(|file| Taken { digest: file.digest.to_string(), name: file.name.clone() })
}

/// The file of the field `file` of a form; why not, where there is none or it was refused.
pub(in crate::web::desk) async fn sent_file(
    visit: &DeskVisit,
    case: &CaseFile,
    sent: &mut Sent,
) -> Result<(Option<FileRef>, Option<NotDone>), Refusal> {
    let file = sent.file(visit, &case.organization, "file").await?;
    let missing = || NotDone::fault(visit.phrases(), "desk-file-missing");
    let fault = sent.not_done.take();
    let fault = fault.or_else(|| file.is_none().then(missing));
    Ok((file, fault))
}
