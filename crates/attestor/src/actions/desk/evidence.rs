//! Evidence files as the desk sees them: rows and entries of the record. The bytes lie in the vault,
//! and are there before a row says so.

use attestor_core::desk::act::{Act, FileRef, Piece};
use attestor_core::desk::file::CaseFile;
use attestor_core::desk::refusal::{Refusal, Rule};
use attestor_core::digest::Digest;
use serde_json::json;

use super::repeat::{Given, Repeatable};
use super::{Desk, Refused, Worker};
use crate::stop::Stop;
use crate::store::evidence::{FileRow, FileState};
use crate::store::gate::Work;
use crate::store::record::Told;
use crate::vault::{UploadId, Vault};

/// The subject of entries about uploads.
pub(crate) const UPLOAD: &str = "upload";

/// An upload that was refused, as the record tells it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RefusedUpload<'a> {
    /// The upload's id; empty for one that did not begin.
    pub(crate) id: &'a str,
    /// The code of the reason.
    pub(crate) code: &'a str,
    /// The reason in one sentence.
    pub(crate) words: &'a str,
}

impl Desk {
    /// Completes the files of an act with what is known of them: size and type. A file that the
    /// organization does not have refuses the act.
    pub(crate) async fn with_files(&self, organization: &str, act: Act) -> Result<Act, Refused> {
        let mut act = act;
        for file in files(&mut act) {
            let known = self.store().file(organization, file.digest).await?;
            let refused = || Refusal::new(Rule::NotThere).with("id", file.digest);
            let known = known.ok_or_else(|| Refused::Rule(refused()))?;
            file.size_bytes = known.size_bytes;
            file.media_type = known.media_type;
        }
        Ok(act)
    }

    /// Writes down that a file came in for a case: its row and its entry in the record, and the
    /// answer to who sent it, all or nothing. False, and nothing is done, where the key of the
    /// request was used meanwhile. An upload whose end was written down before has one entry.
    pub(crate) async fn add_file(
        &self,
        vault: &Vault,
        (worker, case): (&Worker, &CaseFile),
        (upload, file): (&str, &FileRef),
        repeat: Option<(&Repeatable, Given)>,
    ) -> Result<bool, Stop> {
        let at = self.clock().now();
        let content = json!({
            "case": case.id, "digest": file.digest, "size_bytes": file.size_bytes,
            "media_type": file.media_type,
        });
        let row = FileRow { size_bytes: file.size_bytes, media_type: file.media_type.clone() };
        let mut work = self.store().begin().await?;
        work.hold_record().await?;
        lies_there(vault, &case.organization, file.digest).await?;
        work.add_file((&case.organization, file.digest), &row, &at.to_string()).await?;
        let told = Told {
            at,
            actor: &worker.account,
            role: worker.role.as_str(),
            organization: Some(&case.organization),
            subject: UPLOAD,
            subject_id: upload,
            kind: "file_added",
            content: &content.to_string(),
        };
        // An upload comes in once, however often its end is repeated; forms have no id of their own.
        let is_upload = UploadId::parse(upload).is_some();
        if !is_upload || work.last_number(UPLOAD, upload).await? == 0 {
            work.note(told).await?;
        }
        if let Some((request, answer)) = repeat
            && !request.keep(&mut work, answer, at).await?
        {
            return Ok(false);
        }
        work.commit().await.map(|()| true)
    }

    /// Writes down that an upload was refused: the only thing that stays of it.
    pub(crate) async fn note_refused_upload(
        &self,
        worker: &Worker,
        case: &CaseFile,
        refused: RefusedUpload<'_>,
    ) -> Result<(), Stop> {
        let content = json!({"case": case.id, "code": refused.code, "words": refused.words});
        // One that did not begin is told of under its case.
        let id = if refused.id.is_empty() { &case.id } else { refused.id };
        let mut work = self.store().begin().await?;
        work.note(Told {
            at: self.clock().now(),
            actor: &worker.account,
            role: worker.role.as_str(),
            organization: Some(&case.organization),
            subject: UPLOAD,
            subject_id: id,
            kind: "upload_refused",
            content: &content.to_string(),
        })
        .await?;
        work.commit().await
    }

    /// The file of a case with a digest, by the name that the case gives it.
    pub(crate) fn file_of(case: &CaseFile, digest: Digest) -> Option<&FileRef> {
        case.files.values().find(|file| file.digest == digest)
    }
}

/// Whether the bytes of a file are there still: an erasure of the same bytes may have come between.
pub(super) async fn lies_there(
    vault: &Vault,
    organization: &str,
    digest: Digest,
) -> Result<(), Stop> {
    let why = match vault.exists(organization, digest).await {
        Ok(true) => return Ok(()),
        Ok(false) => "it was erased at the same time; send it again".to_owned(),
        Err(failure) => failure.to_string(),
    };
    Err(Stop::Failure(format!("the file {digest} is not kept: {why}")))
}

/// Whether all files of an act are kept, while nobody else writes; the first that is not.
pub(super) async fn lost_file(
    work: &mut Work,
    organization: &str,
    act: &Act,
) -> Result<Option<Digest>, Stop> {
    let files = files_of(act);
    if files.is_empty() {
        return Ok(None);
    }
    work.hold_record().await?;
    for file in files {
        if work.file_state(organization, file.digest).await? != Some(FileState::Clean) {
            return Ok(Some(file.digest));
        }
    }
    Ok(None)
}

/// The files that an act names, also such as are taken back later.
pub(super) fn files_of(act: &Act) -> Vec<&FileRef> {
    match act {
        Act::TakeDossier { files, .. } => files.values().collect(),
        Act::AddEvidence { piece } | Act::DescribeEvidence { piece, .. } => vec![&piece.file],
        Act::AddDocument { file, .. }
        | Act::AddExternal { file, .. }
        | Act::ReportPentest { file, .. } => vec![file],
        _ => Vec::new(),
    }
}

/// Every file that an act names, to be completed.
pub(super) fn files(act: &mut Act) -> Vec<&mut FileRef> {
    match act {
        Act::AddDocument { file, .. }
        | Act::AddExternal { file, .. }
        | Act::ReportPentest { file, .. } => vec![file],
        Act::AddEvidence { piece } | Act::DescribeEvidence { piece, .. } => {
            let Piece { file, .. } = &mut **piece;
            vec![file]
        }
        Act::TakeDossier { files, .. } => files.values_mut().collect(),
        _ => Vec::new(),
    }
}
