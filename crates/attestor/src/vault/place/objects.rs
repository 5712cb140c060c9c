//! An object store behind a URL. Its credentials come from the environment, under the names that
//! its own tools use. A file appears there when its upload is complete, and not before.

use std::env;
use std::fs::File;
use std::io::{self, BufWriter, Read as _, Seek as _, Write as _};
use std::path::{Path as FilePath, PathBuf};

use futures_util::{StreamExt as _, TryStreamExt as _};
use object_store::path::Path;
use object_store::{Error, MultipartUpload, ObjectStore, ObjectStoreExt as _, PutPayload};
use tokio::sync::mpsc;
use url::Url;

use super::super::seal::ReadFailure;
use super::{Bytes, Fill, blocking};

/// How much is sent at once: object stores want at least 5 MiB in every part but the last.
const PART_BYTES: u64 = 8 << 20;

/// An object store and the folder in it.
pub(in super::super) struct Objects {
    store: Box<dyn ObjectStore>,
    prefix: Path,
    staging: PathBuf,
}

impl Objects {
    pub(super) fn open(url: &Url, staging: &FilePath) -> Result<Self, Error> {
        let settings = env::vars_os().filter_map(|(name, value)| {
            let name = name.into_string().ok()?;
            let own = name.starts_with("AWS_") || name.starts_with("AZURE_");
            own.then(|| Some((name, value.into_string().ok()?))).flatten()
        });
        Self::open_with(url, settings, staging)
    }

    /// Opens with settings from elsewhere.
    pub(super) fn open_with(
        url: &Url,
        settings: impl IntoIterator<Item = (String, String)>,
        staging: &FilePath,
    ) -> Result<Self, Error> {
        let (store, prefix) = object_store::parse_url_opts(url, settings)?;
        Ok(Self { store, prefix, staging: staging.to_owned() })
    }

    pub(super) async fn put(&self, path: &str, fill: Fill) -> io::Result<()> {
        let staging = self.staging.clone();
        let (mut file, size) = blocking(move || sealed(&staging, fill)).await?;
        let target = self.at(path);
        if size <= PART_BYTES {
            let (_, part) = next_part(file).await?;
            self.store.put(&target, PutPayload::from(part)).await.map_err(broken)?;
            return Ok(());
        }
        let mut upload = self.store.put_multipart(&target).await.map_err(broken)?;
        loop {
            let (rest, part) = next_part(file).await?;
            file = rest;
            if part.is_empty() {
                upload.complete().await.map_err(broken)?;
                return Ok(());
            }
            if let Err(error) = upload.put_part(PutPayload::from(part)).await {
                let _ = upload.abort().await;
                return Err(broken(error));
            }
        }
    }

    pub(super) async fn get(&self, path: &str) -> Result<Bytes, ReadFailure> {
        let got = self.store.get(&self.at(path)).await.map_err(broken)?;
        let size = got.meta.size;
        let (sender, pieces) = mpsc::channel(2);
        tokio::spawn(async move {
            let mut stream = got.into_stream();
            while let Some(piece) = stream.next().await {
                let piece = piece.map(|bytes| bytes.to_vec()).map_err(broken);
                if sender.send(piece).await.is_err() {
                    return;
                }
            }
        });
        Ok(Bytes { size, pieces })
    }

    pub(super) async fn has(&self, path: &str) -> io::Result<bool> {
        match self.store.head(&self.at(path)).await {
            Ok(_) => Ok(true),
            Err(Error::NotFound { .. }) => Ok(false),
            Err(error) => Err(broken(error)),
        }
    }

    pub(super) async fn remove(&self, path: &str) -> io::Result<bool> {
        let there = self.has(path).await?;
        match self.store.delete(&self.at(path)).await {
            Ok(()) | Err(Error::NotFound { .. }) => Ok(there),
            Err(error) => Err(broken(error)),
        }
    }

    pub(super) async fn list(&self) -> io::Result<Vec<String>> {
        let listed: Vec<_> =
            self.store.list(Some(&self.prefix)).try_collect().await.map_err(broken)?;
        let inner = |path: &Path| -> Option<String> {
            let parts: Vec<_> =
                path.prefix_match(&self.prefix)?.map(|part| part.as_ref().to_owned()).collect();
            Some(parts.join("/"))
        };
        Ok(listed.iter().filter_map(|object| inner(&object.location)).collect())
    }

    fn at(&self, path: &str) -> Path {
        path.split('/').fold(self.prefix.clone(), |path, part| path.join(part))
    }
}

/// A file without a name that holds the sealed bytes, at its beginning.
fn sealed(staging: &FilePath, fill: Fill) -> io::Result<(File, u64)> {
    let mut out = BufWriter::new(tempfile::tempfile_in(staging)?);
    fill(&mut out)?;
    out.flush()?;
    let mut file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
    let size = file.stream_position()?;
    file.rewind()?;
    Ok((file, size))
}

/// The file again, and what comes next in it; nothing at its end.
async fn next_part(mut file: File) -> io::Result<(File, Vec<u8>)> {
    blocking(move || {
        let mut part = Vec::new();
        (&mut file).take(PART_BYTES).read_to_end(&mut part)?;
        Ok((file, part))
    })
    .await
}

fn broken(error: Error) -> io::Error {
    match error {
        Error::NotFound { .. } => io::Error::from(io::ErrorKind::NotFound),
        other => io::Error::other(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The object store of a folder behaves as the others do; what is tried is how it is used.
    fn objects(folder: &FilePath) -> Objects {
        let url = Url::from_directory_path(folder.join("store/inner")).expect("a URL");
        Objects::open_with(&url, [], folder).expect("a store")
    }

    async fn read(objects: &Objects, path: &str) -> Vec<u8> {
        let mut bytes = objects.get(path).await.expect("there");
        let mut read = Vec::new();
        while let Some(piece) = bytes.pieces.recv().await {
            read.extend(piece.expect("read"));
        }
        assert_eq!(read.len() as u64, bytes.size);
        read
    }

    #[tokio::test]
    async fn objects_of_one_and_of_several_parts_come_back_and_go() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::create_dir_all(folder.path().join("store/inner")).expect("a folder");
        let objects = objects(folder.path());
        let large: Vec<u8> = (0..20_000_000_u32).map(|number| number.to_le_bytes()[0]).collect();
        for (path, bytes) in [("a/00/small", b"words".to_vec()), ("a/01/large", large)] {
            assert!(!objects.has(path).await.expect("asked"));
            assert!(matches!(objects.get(path).await, Err(ReadFailure::Missing)));
            let sent = bytes.clone();
            objects.put(path, Box::new(move |out| out.write_all(&sent))).await.expect("put");
            assert!(read(&objects, path).await == bytes, "{path}");
        }
        let mut listed = objects.list().await.expect("listed");
        listed.sort();
        assert_eq!(listed, ["a/00/small", "a/01/large"]);
        let failing: Fill = Box::new(|_| Err(io::Error::other("no")));
        assert!(objects.put("a/02/none", failing).await.is_err());
        assert!(!objects.has("a/02/none").await.expect("asked"));
        assert!(objects.remove("a/00/small").await.expect("removed"));
        assert!(!objects.remove("a/00/small").await.expect("removed"));
        assert_eq!(objects.list().await.expect("listed"), ["a/01/large"]);
    }
}
