//! A local folder. A file is written beside, brought to the disk, named, and its name brought to
//! the disk; what a crash leaves lies in `.temp` and is nobody's file.

use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Write as _};
use std::path::{Path, PathBuf};

use attestor_core::instant::Instant;
use tokio::sync::mpsc;

use super::super::disk;
use super::super::seal::ReadFailure;
use super::super::staging::remove_if_older;
use super::{Bytes, Fill, blocking};

const TEMPORARY: &str = ".temp";

/// How much is read at once.
const PIECE_BYTES: usize = 1 << 17;

/// A local folder.
pub(in super::super) struct Folder(PathBuf);

impl Folder {
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        disk::make_folder(&path.join(TEMPORARY))?;
        Ok(Self(path.to_owned()))
    }

    pub(super) async fn put(&self, path: &str, fill: Fill) -> io::Result<()> {
        let (root, target) = (self.0.clone(), self.0.join(path));
        blocking(move || put(&root, &target, fill)).await
    }

    pub(super) async fn get(&self, path: &str) -> Result<Bytes, ReadFailure> {
        let path = self.0.join(path);
        let (file, size) = blocking(move || {
            let file = File::open(path)?;
            let size = file.metadata()?.len();
            Ok((file, size))
        })
        .await?;
        let (sender, pieces) = mpsc::channel(2);
        tokio::task::spawn_blocking(move || send(file, &sender));
        Ok(Bytes { size, pieces })
    }

    pub(super) async fn has(&self, path: &str) -> io::Result<bool> {
        let path = self.0.join(path);
        blocking(move || path.try_exists()).await
    }

    pub(super) async fn remove(&self, path: &str) -> io::Result<bool> {
        let path = self.0.join(path);
        blocking(move || match fs::remove_file(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
            Ok(()) => path.parent().map_or(Ok(()), disk::sync_folder).map(|()| true),
        })
        .await
    }

    pub(super) async fn list(&self) -> io::Result<Vec<String>> {
        let root = self.0.clone();
        blocking(move || {
            let mut paths = Vec::new();
            collect(&root, "", &mut paths)?;
            Ok(paths)
        })
        .await
    }

    /// Removes what crashes left, if it was written before an instant.
    pub(in super::super) fn sweep(&self, before: Instant) -> io::Result<()> {
        for entry in fs::read_dir(self.0.join(TEMPORARY))? {
            remove_if_older(&entry?.path(), before)?;
        }
        Ok(())
    }
}

fn put(root: &Path, target: &Path, fill: Fill) -> io::Result<()> {
    let file = tempfile::NamedTempFile::new_in(root.join(TEMPORARY))?;
    let mut out = BufWriter::new(file);
    fill(&mut out)?;
    out.flush()?;
    let file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
    file.as_file().sync_all()?;
    let folder = target.parent().unwrap_or(root);
    disk::make_folder(folder)?;
    file.persist(target).map_err(|error| error.error)?;
    disk::sync_folder(folder)
}

/// Sends a file's bytes until nobody takes them any more.
fn send(mut file: File, sender: &mpsc::Sender<io::Result<Vec<u8>>>) {
    loop {
        let mut piece = Vec::with_capacity(PIECE_BYTES);
        let read = (&mut file).take(PIECE_BYTES as u64).read_to_end(&mut piece);
        let over = read.as_ref().map_or(true, |&count| count == 0);
        let ended = matches!(read, Ok(0));
        if ended || sender.blocking_send(read.map(|_| piece)).is_err() || over {
            return;
        }
    }
}

/// Paths of all files below a folder, apart from what is being written.
fn collect(folder: &Path, below: &str, paths: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if below.is_empty() && name == TEMPORARY {
            continue;
        }
        let path = if below.is_empty() { name } else { format!("{below}/{name}") };
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &path, paths)?;
        } else {
            paths.push(path);
        }
    }
    Ok(())
}
