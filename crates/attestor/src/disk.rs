//! Files on the disk: a dossier's folder read within bounds, and files written whole or not at all.

use std::fs::{self, File};
use std::io::{self, BufWriter, Read as _, Write as _};
use std::path::{Path, PathBuf};

use attestor_core::digest::{Digest, Digesting};
use attestor_core::dossier::Folder;
use attestor_core::fault::Problem;
use attestor_core::source::MAX_BYTES;

use crate::stop::Stop;

/// The most bytes of one file that a dossier names: 2 GiB.
const MAX_SEALED_BYTES: u64 = 2 * 1024 * 1024 * 1024;

/// A dossier's folder on the disk. Nothing outside it is read, not even through a link.
pub(crate) struct DiskFolder {
    root: PathBuf,
}

impl DiskFolder {
    /// Opens a folder.
    pub(crate) fn open(path: &Path) -> Result<Self, Stop> {
        if !path.is_dir() {
            let words = format!(
                "{} is not a folder; `attestor init {0}` makes a dossier there",
                path.display()
            );
            return Err(Stop::Usage(words));
        }
        let root = path.canonicalize().map_err(|error| Stop::io("open", path, &error))?;
        Ok(Self { root })
    }

    /// Opens a file inside the folder; `None` when there is none.
    fn file(&self, path: &str) -> Result<Option<(File, u64)>, Problem> {
        let unreadable = |error: &io::Error| Problem::Unreadable { reason: error.to_string() };
        let whole = match self.root.join(path).canonicalize() {
            Ok(whole) => whole,
            Err(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
                ) =>
            {
                return Ok(None);
            }
            Err(error) => return Err(unreadable(&error)),
        };
        if !whole.starts_with(&self.root) {
            return Err(Problem::OutsideFolder { path: path.to_owned() });
        }
        let known = fs::metadata(&whole).map_err(|error| unreadable(&error))?;
        if !known.is_file() {
            return Err(Problem::Unreadable { reason: format!("`{path}` is not a file") });
        }
        let file = File::open(&whole).map_err(|error| unreadable(&error))?;
        Ok(Some((file, known.len())))
    }
}

impl Folder for DiskFolder {
    fn text(&self, path: &str) -> Result<Option<String>, Problem> {
        let Some((file, bytes)) = self.file(path)? else { return Ok(None) };
        if bytes > MAX_BYTES {
            return Err(Problem::TooLarge { bytes, limit: MAX_BYTES });
        }
        let mut content = Vec::new();
        file.take(MAX_BYTES)
            .read_to_end(&mut content)
            .map_err(|error| Problem::Unreadable { reason: error.to_string() })?;
        String::from_utf8(content).map(Some).map_err(|_| Problem::NotUtf8)
    }

    fn digest(&self, path: &str) -> Result<Option<Digest>, Problem> {
        let Some((mut file, bytes)) = self.file(path)? else { return Ok(None) };
        if bytes > MAX_SEALED_BYTES {
            return Err(Problem::TooLarge { bytes, limit: MAX_SEALED_BYTES });
        }
        let mut digesting = Digesting::default();
        let mut piece = vec![0; 64 * 1024];
        loop {
            let read = file
                .read(&mut piece)
                .map_err(|error| Problem::Unreadable { reason: error.to_string() })?;
            if read == 0 {
                return Ok(Some(digesting.finish()));
            }
            digesting.take(piece.get(..read).unwrap_or_default());
        }
    }
}

/// The bytes of a text file of at most `limit` bytes. The message says why there are none.
pub(crate) fn text_bytes(path: &Path, limit: u64) -> Result<Vec<u8>, String> {
    let words = |error: io::Error| format!("cannot be read: {error}");
    let file = File::open(path).map_err(words)?;
    if !file.metadata().map_err(words)?.is_file() {
        return Err("is not a file".to_owned());
    }
    let mut bytes = Vec::new();
    file.take(limit + 1).read_to_end(&mut bytes).map_err(words)?;
    if bytes.len() as u64 > limit {
        return Err(format!("is larger than {} MiB", limit / (1024 * 1024)));
    }
    if bytes.contains(&0) {
        return Err("is not a text file".to_owned());
    }
    Ok(bytes)
}

/// Files below a folder by their ending, and the folders that could not be listed.
#[derive(Debug, Default)]
pub(crate) struct Listed {
    /// The files, sorted by path.
    pub(crate) files: Vec<PathBuf>,
    /// Folders with the reason.
    pub(crate) broken: Vec<(PathBuf, String)>,
}

/// Lists all files with an ending below a folder, hidden ones left out. Links to folders are not
/// followed, so that the listing ends.
pub(crate) fn list(folder: &Path, ending: &str) -> Listed {
    let mut listed = Listed::default();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        if let Err(error) = list_one(&folder, ending, &mut listed.files, &mut folders) {
            listed.broken.push((folder, format!("cannot be listed: {error}")));
        }
    }
    listed.files.sort();
    listed
}

fn list_one(
    folder: &Path,
    ending: &str,
    files: &mut Vec<PathBuf>,
    folders: &mut Vec<PathBuf>,
) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let (path, kind) = (entry.path(), entry.file_type()?);
        if entry.file_name().as_encoded_bytes().starts_with(b".") {
            continue;
        }
        if kind.is_dir() {
            folders.push(path);
        } else if path.extension().is_some_and(|found| found.eq_ignore_ascii_case(ending)) {
            files.push(path);
        }
    }
    Ok(())
}

/// Writes a file whole or not at all: beside its place first, then moved there.
pub(crate) fn write_whole(path: &Path, content: &[u8]) -> Result<(), Stop> {
    let mut whole = Whole::begin(path)?;
    whole.write_all(content).map_err(|error| Stop::io("write", path, &error))?;
    whole.finish()
}

/// A file that is written piece by piece, and appears whole or not at all.
pub(crate) struct Whole {
    path: PathBuf,
    beside: BufWriter<tempfile::NamedTempFile>,
}

impl Whole {
    /// Begins a file beside its place.
    pub(crate) fn begin(path: &Path) -> Result<Self, Stop> {
        let folder =
            path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let beside = tempfile::NamedTempFile::new_in(folder)
            .map_err(|error| Stop::io("write", path, &error))?;
        Ok(Self { path: path.to_owned(), beside: BufWriter::new(beside) })
    }

    /// Moves it to its place. Without this it goes away.
    pub(crate) fn finish(self) -> Result<(), Stop> {
        let Self { path, beside } = self;
        let failed = |error: &io::Error| Stop::io("write", &path, error);
        let beside = beside.into_inner().map_err(|error| failed(error.error()))?;
        beside.as_file().sync_all().map_err(|error| failed(&error))?;
        readable_by_all(beside.as_file()).map_err(|error| failed(&error))?;
        beside.persist(&path).map_err(|error| failed(&error.error))?;
        Ok(())
    }
}

impl io::Write for Whole {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.beside.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.beside.flush()
    }
}

/// A temporary file is private; a report is an ordinary file.
#[cfg(unix)]
fn readable_by_all(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable_by_all(_file: &File) -> io::Result<()> {
    Ok(())
}

/// Writes files below a folder, making the folders they need. Files that are there are replaced.
pub(crate) fn write_all(
    root: &Path,
    files: impl Iterator<Item = (String, Vec<u8>)>,
) -> Result<usize, Stop> {
    let mut count = 0;
    for (path, content) in files {
        let whole = root.join(path);
        if let Some(folder) = whole.parent() {
            fs::create_dir_all(folder).map_err(|error| Stop::io("make", folder, &error))?;
        }
        write_whole(&whole, &content)?;
        count += 1;
    }
    Ok(count)
}

/// What tells this program from another build of it: version, size and day of its own file.
pub(crate) fn program() -> String {
    let file = std::env::current_exe().and_then(fs::metadata);
    let stamp = file.map(|file| (file.len(), file.modified().ok()));
    format!("{} {stamp:?}", env!("CARGO_PKG_VERSION"))
}
