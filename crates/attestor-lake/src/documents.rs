//! Small documents beside the tables: settings, directories, reports. Each is written whole.

use attestor_core::digest::Digest;
use futures_util::TryStreamExt as _;
use object_store::path::Path;
use object_store::{Error, ObjectMeta, ObjectStore as _, ObjectStoreExt as _};

use crate::Lake;
use crate::fault::Fault;

/// How many letters of the digest of a name are its folder.
const FOLDER_LETTERS: usize = 32;

impl Lake {
    /// A document of an organization; `None` where there is none.
    ///
    /// # Errors
    /// The place cannot be read.
    pub async fn document(
        &self,
        kind: &str,
        organization: &str,
        name: &str,
    ) -> Result<Option<Vec<u8>>, Fault> {
        self.content(&self.folder(kind, organization).join(name)).await
    }

    /// Keeps a document in the place of the one with the same name.
    ///
    /// # Errors
    /// The place cannot be written.
    pub async fn keep_document(
        &self,
        kind: &str,
        organization: &str,
        name: &str,
        content: Vec<u8>,
    ) -> Result<(), Fault> {
        let path = self.folder(kind, organization).join(name);
        self.documents.put(&path, content.into()).await.map_err(|error| wrong(&error))?;
        Ok(())
    }

    /// The names of an organization's documents of a kind, in order.
    ///
    /// # Errors
    /// The place cannot be read.
    pub async fn document_names(
        &self,
        kind: &str,
        organization: &str,
    ) -> Result<Vec<String>, Fault> {
        let found = self.listed(&self.folder(kind, organization)).await?;
        let mut names: Vec<String> =
            found.iter().filter_map(|one| one.location.filename().map(str::to_owned)).collect();
        names.sort();
        Ok(names)
    }

    /// What tells the state of an organization's documents of a kind: their names, sizes and times of
    /// change. Any change to them changes it.
    ///
    /// # Errors
    /// The place cannot be read.
    pub async fn document_marks(&self, kind: &str, organization: &str) -> Result<String, Fault> {
        let found = self.listed(&self.folder(kind, organization)).await?;
        let mark =
            |one: &ObjectMeta| format!("{} {} {:?}", one.location, one.last_modified, one.e_tag);
        let mut marks: Vec<String> = found.iter().map(mark).collect();
        marks.sort();
        Ok(Digest::of(marks.join("\n").as_bytes()).to_string())
    }

    /// Every organization's document with a kind and a name.
    ///
    /// # Errors
    /// The place cannot be read.
    pub async fn everyones_document(&self, kind: &str, name: &str) -> Result<Vec<Vec<u8>>, Fault> {
        let found = self.listed(&self.root.clone().join(kind)).await?;
        let mut all = Vec::new();
        for one in found.iter().filter(|one| one.location.filename() == Some(name)) {
            all.extend(self.content(&one.location).await?);
        }
        Ok(all)
    }

    /// Everything below a folder, in no order.
    async fn listed(&self, folder: &Path) -> Result<Vec<ObjectMeta>, Fault> {
        let found = self.documents.list(Some(folder)).try_collect().await;
        found.map_err(|error| wrong(&error))
    }

    /// What stands under a path; `None` where nothing does.
    async fn content(&self, path: &Path) -> Result<Option<Vec<u8>>, Fault> {
        let found = match self.documents.get(path).await {
            Ok(found) => found,
            Err(Error::NotFound { .. }) => return Ok(None),
            Err(error) => return Err(wrong(&error)),
        };
        let bytes = found.bytes().await.map_err(|error| wrong(&error))?;
        Ok(Some(bytes.to_vec()))
    }

    /// Any name may be an organization's; its folder is named by the digest.
    fn folder(&self, kind: &str, organization: &str) -> Path {
        let digest = Digest::of(organization.as_bytes()).to_string();
        let digits = digest.rsplit(':').next().unwrap_or_default();
        let folder = digits.get(..FOLDER_LETTERS).unwrap_or(digits);
        self.root.clone().join(kind).join(folder)
    }
}

fn wrong(error: &Error) -> Fault {
    Fault::Tables(error.to_string())
}
