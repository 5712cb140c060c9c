//! The master keys: where they come from, and how they keep the key of each file.

use std::fmt;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use attestor_core::digest::Digest;
use data_encoding::{BASE64, HEXLOWER, HEXLOWER_PERMISSIVE};

use super::cipher::{Cipher, TAG_BYTES, random};
use super::disk;
use crate::stop::Stop;

/// The key file in the data folder, made when no key is given.
const FILE_NAME: &str = "evidence.key";

/// A file's own key, kept under a master key: which one, the nonce, the encrypted key.
pub(super) const WRAPPED_BYTES: usize = 4 + 12 + 32 + TAG_BYTES;

/// Names a master key without telling it: the first 8 hexadecimal digits of its digest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct KeyId([u8; 4]);

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&HEXLOWER.encode(&self.0))
    }
}

#[derive(Clone)]
struct Key {
    id: KeyId,
    cipher: Cipher,
}

impl Key {
    fn new(bytes: &[u8; 32]) -> Option<Self> {
        let [a, b, c, d, ..] = Digest::of(bytes).bytes();
        Some(Self { id: KeyId([a, b, c, d]), cipher: Cipher::new(bytes).ok()? })
    }
}

/// Where the keys came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum KeyOrigin {
    /// From a setting.
    Given,
    /// From this file.
    File(PathBuf),
    /// From this file, which was made just now; it must be backed up apart from the files.
    Made(PathBuf),
}

/// The master keys: one that new files are kept under, and older ones that still open files.
#[derive(Clone)]
pub(crate) struct Keys {
    current: Key,
    old: Vec<Key>,
}

/// Says which keys these are, and nothing that is secret.
impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Keys({} and {} older)", self.current.id, self.old.len())
    }
}

impl Keys {
    /// The keys from a setting, or from a file, or from the key file in the data folder, which is
    /// made if it is not there.
    pub(crate) fn load(
        value: Option<&str>,
        file: Option<&Path>,
        data: &Path,
    ) -> Result<(Self, KeyOrigin), Stop> {
        match (value, file) {
            (Some(_), Some(_)) => {
                Err(Stop::Usage("give the key of the evidence store or its file, not both".into()))
            }
            (Some(value), None) => Ok((Self::parse(value).map_err(Stop::Usage)?, KeyOrigin::Given)),
            (None, Some(file)) => Ok((Self::read(file)?, KeyOrigin::File(file.to_owned()))),
            (None, None) => Self::of_folder(data),
        }
    }

    /// Keys of 32 bytes, in hexadecimal digits or base64, apart by white space; the first is the
    /// current one. Lines that begin with `#` say nothing.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let lines = text.lines().filter(|line| !line.trim_start().starts_with('#'));
        let keys: Option<Vec<Key>> = lines.flat_map(str::split_whitespace).map(key_of).collect();
        let wrong = "a key has 32 bytes, written as 64 hexadecimal digits or 44 letters of base64";
        let mut keys = keys.ok_or(wrong)?.into_iter();
        Ok(Self { current: keys.next().ok_or("no key is given")?, old: keys.collect() })
    }

    /// The current key's name.
    #[cfg(test)]
    pub(crate) fn current(&self) -> KeyId {
        self.current.id
    }

    fn read(file: &Path) -> Result<Self, Stop> {
        let text = fs::read_to_string(file).map_err(|error| Stop::io("read", file, &error))?;
        Self::parse(&text).map_err(|why| Stop::Usage(format!("{}: {why}", file.display())))
    }

    fn of_folder(data: &Path) -> Result<(Self, KeyOrigin), Stop> {
        let file = data.join(FILE_NAME);
        if file.exists() {
            return Ok((Self::read(&file)?, KeyOrigin::File(file)));
        }
        let made = make(data, &file).map_err(|error| Stop::io("write", &file, &error))?;
        let origin =
            if made { KeyOrigin::Made(file.clone()) } else { KeyOrigin::File(file.clone()) };
        Ok((Self::read(&file)?, origin))
    }

    /// Keeps a file's own key under the current master key. It opens only in the same context.
    pub(super) fn wrap(&self, key: &[u8; 32], context: &[u8]) -> io::Result<[u8; WRAPPED_BYTES]> {
        let nonce = random::<12>()?;
        let mut sealed = key.to_vec();
        self.current.cipher.seal(nonce, context, &mut sealed)?;
        let all = [self.current.id.0.as_slice(), &nonce, &sealed].concat();
        all.try_into().map_err(|_| io::Error::other("cannot keep a key"))
    }

    /// A file's own key.
    pub(super) fn unwrap(
        &self,
        wrapped: &[u8; WRAPPED_BYTES],
        context: &[u8],
    ) -> Result<[u8; 32], UnwrapFailure> {
        let (id, rest) = wrapped.split_first_chunk::<4>().ok_or(UnwrapFailure::Damaged)?;
        let (nonce, sealed) = rest.split_first_chunk::<12>().ok_or(UnwrapFailure::Damaged)?;
        let id = KeyId(*id);
        let known = std::iter::once(&self.current).chain(&self.old).find(|key| key.id == id);
        let mut bytes = sealed.to_vec();
        let cipher = &known.ok_or(UnwrapFailure::Missing(id))?.cipher;
        cipher.open(*nonce, context, &mut bytes).ok_or(UnwrapFailure::Damaged)?;
        bytes.try_into().map_err(|_| UnwrapFailure::Damaged)
    }

    /// Whether a file's own key is kept under the current master key.
    pub(super) fn is_current(&self, wrapped: &[u8; WRAPPED_BYTES]) -> bool {
        wrapped.starts_with(&self.current.id.0)
    }
}

/// Why a file's own key cannot be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum UnwrapFailure {
    /// The master key of this name is not among the keys.
    Missing(KeyId),
    /// The kept key was changed, or moved from another file.
    Damaged,
}

fn key_of(word: &str) -> Option<Key> {
    let hex = HEXLOWER_PERMISSIVE.decode(word.as_bytes());
    let bytes = hex.or_else(|_| BASE64.decode(word.as_bytes())).ok()?;
    Key::new(&bytes.try_into().ok()?)
}

/// Makes a key file that only its owner reads; whether it was made here and not by somebody else
/// at the same time.
fn make(data: &Path, file: &Path) -> io::Result<bool> {
    fs::create_dir_all(data)?;
    // Temporary files are made with the right to read for their owner only.
    let mut temporary = tempfile::NamedTempFile::new_in(data)?;
    let key = HEXLOWER.encode(&random::<32>()?);
    writeln!(
        temporary,
        "# The current key first, older ones below. Losing it loses the files.\n{key}"
    )?;
    temporary.as_file().sync_all()?;
    match temporary.persist_noclobber(file) {
        Ok(_) => disk::sync_folder(data).map(|()| true),
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(error.error),
    }
}
