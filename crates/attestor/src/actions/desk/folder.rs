//! A dossier's folder becomes a case, and a case becomes a folder again.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use attestor_core::certification::case::Case;
use attestor_core::desk::act::{Act, FileRef};
use attestor_core::desk::file::CaseFile;
use attestor_core::desk::role::Role;
use attestor_core::dossier;
use serde_json::json;

use super::evidence::lies_there;
use super::{Desk, Refused, Worker, new_id};
use crate::disk::{self, DiskFolder};
use crate::stop::Stop;
use crate::store::evidence::FileRow;
use crate::store::people::OrganizationRow;
use crate::store::record::Told;
use crate::vault::{Offer, ReadFailure, UploadRefusal, Vault};

/// The account of who works at the machine itself.
const OPERATOR: &str = "operator";

/// Who acts on the command line: for the certification body, as its owner.
pub(crate) fn operator() -> Worker {
    Worker {
        account: OPERATOR.to_owned(),
        name: "Operator".to_owned(),
        organization: String::new(),
        role: Role::ProgramOwner,
    }
}

/// A case that was written to a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Exported {
    /// How many files of the dossier itself.
    pub(crate) dossier: usize,
    /// How many files that it names.
    pub(crate) files: usize,
    /// Those whose bytes were erased when their time was over.
    pub(crate) erased: Vec<String>,
}

impl Desk {
    /// Makes a case of a dossier's folder, for the organization with a name; one that is not there
    /// is made. Its files are kept first: should this end early, the case has all its files or there
    /// is none.
    pub(crate) async fn import(
        &self,
        files: &Vault,
        folder: &Path,
        publisher: &str,
    ) -> Result<std::sync::Arc<CaseFile>, Refused> {
        let disk = DiskFolder::open(folder)?;
        let read = dossier::read(&disk, self.programs().guide()).map_err(Stop::Faults)?;
        let organization = self.organization_named(publisher).await?;
        let kept = self.keep_all(files, folder, &organization, &read.case).await?;
        let worker = operator();
        let open = Act::Open {
            app: read.case.app.clone(),
            framework: read.framework.edition.framework.clone(),
            certified_on: None,
            edition: Some(read.framework.edition.edition.clone()),
        };
        let opened = self.open(&worker, &organization, open).await?;
        let mut case = read.case;
        case.app.id.clone_from(&opened.case.app.id);
        let take = Act::TakeDossier { case: Box::new(case), files: kept };
        self.act(&worker, &opened.id, Some(opened.number), take).await
    }

    /// The id of the publisher with a name; one that is not there is made.
    async fn organization_named(&self, name: &str) -> Result<String, Stop> {
        let all = self.store().organizations().await?;
        let found = all.iter().find(|it| it.name == name && it.kind == "publisher");
        if let Some(found) = found {
            return Ok(found.organization_id.clone());
        }
        let row = OrganizationRow {
            organization_id: new_id()?,
            name: name.to_owned(),
            kind: "publisher".to_owned(),
            created_at: self.clock().now().to_string(),
            members: 0,
        };
        let content = json!({"name": name, "kind": "publisher"}).to_string();
        let mut work = self.store().begin().await?;
        work.put_organization(&row).await?;
        let id = row.organization_id.as_str();
        work.note(self.told(id, ("organization", id), "organization_made", &content)).await?;
        work.commit().await?;
        Ok(row.organization_id)
    }

    fn told<'a>(
        &self,
        organization: &'a str,
        (subject, subject_id): (&'a str, &'a str),
        kind: &'a str,
        content: &'a str,
    ) -> Told<'a> {
        Told {
            at: self.clock().now(),
            actor: OPERATOR,
            role: Role::ProgramOwner.as_str(),
            organization: Some(organization),
            subject,
            subject_id,
            kind,
            content,
        }
    }

    /// Keeps every file that a case names.
    async fn keep_all(
        &self,
        files: &Vault,
        folder: &Path,
        organization: &str,
        case: &Case,
    ) -> Result<BTreeMap<String, FileRef>, Stop> {
        let mut kept = BTreeMap::new();
        for path in named(case) {
            let whole = folder.join(path);
            let bytes = std::fs::read(&whole).map_err(|error| Stop::io("read", &whole, &error))?;
            let file = self.keep_file(files, organization, path, bytes).await?;
            self.note_file(files, organization, &file).await?;
            kept.insert(path.to_owned(), file);
        }
        Ok(kept)
    }

    /// Keeps one file, under the rules that an upload is under.
    async fn keep_file(
        &self,
        files: &Vault,
        organization: &str,
        path: &str,
        bytes: Vec<u8>,
    ) -> Result<FileRef, Stop> {
        let offer = Offer {
            organization: organization.to_owned(),
            name: path.rsplit('/').next().unwrap_or(path).to_owned(),
            size: Some(bytes.len() as u64),
            sha256: None,
            by: OPERATOR.to_owned(),
            at: self.clock().now(),
        };
        let piece = std::future::ready(Ok::<_, std::convert::Infallible>(bytes));
        let taken = files.take_whole(offer, futures_util::stream::once(piece)).await;
        let taken = taken.map_err(|refusal| {
            let words = format!("{path}: {refusal}");
            match refusal {
                UploadRefusal::StorageFull
                | UploadRefusal::StorageUnavailable(_)
                | UploadRefusal::ScannerUnavailable(_) => Stop::Failure(words),
                _ => Stop::Usage(words),
            }
        })?;
        Ok(FileRef {
            digest: taken.digest,
            name: taken.name,
            size_bytes: taken.size,
            media_type: taken.media_type.to_owned(),
        })
    }

    async fn note_file(
        &self,
        files: &Vault,
        organization: &str,
        file: &FileRef,
    ) -> Result<(), Stop> {
        let at = self.clock().now().to_string();
        let digest = file.digest.to_string();
        let row = FileRow { size_bytes: file.size_bytes, media_type: file.media_type.clone() };
        let mut work = self.store().begin().await?;
        work.hold_record().await?;
        lies_there(files, organization, file.digest).await?;
        if !work.add_file((organization, file.digest), &row, &at).await? {
            return Ok(());
        }
        let content = json!({"name": file.name, "size_bytes": file.size_bytes}).to_string();
        let told = self.told(organization, ("file", &digest), "file_added", &content);
        work.note(told).await?;
        work.commit().await
    }

    /// Writes a case with all its files into a folder that is empty or not there.
    pub(crate) async fn export(
        &self,
        files: &Vault,
        case_id: &str,
        folder: &Path,
    ) -> Result<Exported, Refused> {
        let file = self.load(&operator(), case_id).await?;
        let filled = folder.read_dir().is_ok_and(|mut entries| entries.next().is_some());
        if filled {
            let words = format!("{} is not empty; name a new folder", folder.display());
            return Err(Stop::Usage(words).into());
        }
        let rules = self.rules(&file)?;
        let texts = dossier::write(self.library(), rules.program, &file.case);
        let texts = texts.into_iter().map(|(path, text)| (path, text.into_bytes()));
        let erased = self.export_files(files, &file, folder).await?;
        let count = named(&file.case).len() - erased.len();
        // The dossier's own files come last: a folder with a main file is whole.
        let dossier = disk::write_all(folder, texts.collect::<Vec<_>>().into_iter().rev())?;
        Ok(Exported { dossier, files: count, erased })
    }

    /// Writes the bytes of every file that the facts name. Gives those that were erased.
    async fn export_files(
        &self,
        files: &Vault,
        file: &CaseFile,
        folder: &Path,
    ) -> Result<Vec<String>, Stop> {
        let states = self.store().files_of(&file.organization).await?;
        let mut erased = Vec::new();
        for path in named(&file.case) {
            let kept = file.files.get(path).filter(|_| dossier::is_inside(path));
            let lost =
                || Stop::Failure(format!("the file `{path}` is missing; see `attestor fsck`"));
            let kept = kept.ok_or_else(lost)?;
            if states.get(&kept.digest.to_string())
                == Some(&crate::store::evidence::FileState::Erased)
            {
                erased.push(path.to_owned());
                continue;
            }
            let bytes = match files.read_whole(&file.organization, kept.digest).await {
                Ok(bytes) => bytes,
                Err(ReadFailure::Missing) => return Err(lost()),
                Err(failure) => return Err(Stop::Failure(format!("`{path}`: {failure}"))),
            };
            disk::write_all(folder, std::iter::once((path.to_owned(), bytes)))?;
        }
        Ok(erased)
    }
}

/// The paths of all files that the facts of a case name.
pub(super) fn named(case: &Case) -> BTreeSet<&str> {
    let documents = case.documents.iter().map(|it| it.file.as_str());
    let evidence = case.evidence.iter().map(|it| it.file.as_str());
    let pentest = case.pentest.iter().map(|it| it.file.as_str());
    let external = case.external.iter().map(|it| it.file.as_str());
    documents.chain(evidence).chain(pentest).chain(external).collect()
}
