//! Logs as bytes: from files, folders, standard input and object stores; plain, gzip or zstd.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use futures_util::StreamExt as _;
use object_store::ObjectStoreExt as _;
use tokio::sync::mpsc;
use url::Url;

use super::unpack::unpacked;
use crate::fault::Fault;
use crate::place;

/// The endings of names that are taken for logs in folders, before `.gz` and `.zst`.
const ENDINGS: [&str; 4] = ["json", "ndjson", "jsonl", "csv"];

/// A log in memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldLog {
    /// How people know it.
    pub name: String,
    /// What stands in it; plain, gzip or zstd.
    pub bytes: Arc<[u8]>,
}

/// One log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Input {
    /// A local file.
    File(PathBuf),
    /// Standard input.
    Stdin,
    /// A file in an object store.
    Object(Url),
    /// Bytes in memory.
    Held(HeldLog),
}

impl Input {
    /// The logs that a word of the command line names, folders in order of their names: `-` is
    /// standard input.
    pub(super) fn find(given: &str) -> Result<Vec<Self>, Fault> {
        if given == "-" {
            return Ok(vec![Self::Stdin]);
        }
        if let Ok(url) = Url::parse(given)
            && matches!(url.scheme(), "s3" | "az" | "azure")
        {
            return Ok(vec![Self::Object(url)]);
        }
        let path = Path::new(given.strip_prefix("file://").unwrap_or(given));
        if !path.exists() {
            return Err(Fault::Missing(given.to_owned()));
        }
        if !path.is_dir() {
            return Ok(vec![Self::File(path.to_owned())]);
        }
        let mut files = Vec::new();
        in_folder(path, &mut files)?;
        Ok(files.into_iter().map(Self::File).collect())
    }

    /// How people know it.
    pub(super) fn name(&self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::Stdin => "standard input".to_owned(),
            Self::Object(url) => url.to_string(),
            Self::Held(log) => log.name.clone(),
        }
    }

    /// Its bytes, unpacked. Blocks while it is read.
    pub(super) fn open(&self) -> io::Result<Box<dyn Read + Send>> {
        let plain: Box<dyn Read + Send> = match self {
            Self::File(path) => Box::new(File::open(path)?),
            Self::Stdin => Box::new(io::stdin()),
            Self::Object(url) => Box::new(Pieces::of(url)?),
            Self::Held(log) => Box::new(io::Cursor::new(Arc::clone(&log.bytes))),
        };
        unpacked(plain)
    }
}

fn in_folder(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Fault> {
    let wrong = |error: io::Error| Fault::File {
        name: folder.display().to_string(),
        why: error.to_string(),
    };
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(wrong)? {
        paths.push(entry.map_err(wrong)?.path());
    }
    paths.sort();
    for path in paths {
        if path.is_dir() {
            in_folder(&path, files)?;
        } else if is_log(&path) {
            files.push(path);
        }
    }
    Ok(())
}

fn is_log(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let name = name.strip_suffix(".gz").or_else(|| name.strip_suffix(".zst")).unwrap_or(name);
    name.rsplit_once('.').is_some_and(|(_, ending)| ENDINGS.contains(&ending))
}

/// An object as it comes in, piece by piece; a few pieces ahead of the reader.
struct Pieces {
    coming: mpsc::Receiver<io::Result<Vec<u8>>>,
    piece: io::Cursor<Vec<u8>>,
}

impl Pieces {
    fn of(url: &Url) -> io::Result<Self> {
        let (store, path) = place::open(url).map_err(io::Error::other)?;
        let (send, coming) = mpsc::channel(4);
        tokio::runtime::Handle::try_current().map_err(io::Error::other)?.spawn(async move {
            let found = match store.get(&path).await {
                Ok(found) => found,
                Err(error) => {
                    let _ = send.send(Err(io::Error::other(error))).await;
                    return;
                }
            };
            let mut stream = found.into_stream();
            while let Some(piece) = stream.next().await {
                let piece = piece.map(|piece| piece.to_vec()).map_err(io::Error::other);
                let is_last = piece.is_err();
                if send.send(piece).await.is_err() || is_last {
                    return;
                }
            }
        });
        Ok(Self { coming, piece: io::Cursor::default() })
    }
}

impl Read for Pieces {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        loop {
            let read = self.piece.read(into)?;
            if read > 0 || into.is_empty() {
                return Ok(read);
            }
            match self.coming.blocking_recv() {
                Some(piece) => self.piece = io::Cursor::new(piece?),
                None => return Ok(0),
            }
        }
    }
}
