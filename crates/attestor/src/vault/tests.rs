//! The evidence store as its callers see it.

mod hostile;
mod kept;
mod kill;
mod rotation;
mod scanned;
mod speed;
mod taken;
mod under_way;

use std::convert::Infallible;
use std::path::Path;

use attestor_core::instant::Instant;
use futures_util::stream;
use tempfile::TempDir;

use super::check::Kind;
use super::*;

/// Who the files of these tests belong to.
const CONTOSO: &str = "contoso";

/// A store in a folder of its own.
struct Desk {
    vault: Vault,
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        Self::with(|_| {})
    }

    fn with(change: impl FnOnce(&mut VaultSettings)) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut settings = settings(folder.path());
        change(&mut settings);
        Self { vault: Vault::open(settings).expect("a store"), folder }
    }

    /// The same store as after a restart.
    fn again(&self) -> Vault {
        Vault::open(settings(self.folder.path())).expect("a store")
    }

    /// What lies in the folders of files and of uploads, by path.
    fn files(&self) -> Vec<String> {
        let mut found = Vec::new();
        collect(self.folder.path(), self.folder.path(), &mut found);
        found
    }

    async fn take(&self, name: &str, bytes: &[u8]) -> Result<Sealed, UploadRefusal> {
        let bytes = bytes.to_vec();
        let pieces: Vec<_> = bytes.chunks(100_000).map(Ok::<_, Infallible>).collect();
        self.vault.take_whole(offer(name, None), stream::iter(pieces)).await
    }
}

fn settings(folder: &Path) -> VaultSettings {
    VaultSettings {
        url: None,
        folder: folder.join("evidence"),
        staging: folder.join("uploads"),
        key: Keys::parse(&"11".repeat(32)).expect("a key"),
        limits: Limits::default(),
        scanner: None,
    }
}

fn offer(name: &str, size: Option<u64>) -> Offer {
    Offer {
        organization: CONTOSO.to_owned(),
        name: name.to_owned(),
        size,
        sha256: None,
        by: "account".to_owned(),
        at: Instant::from_seconds(1_800_000_000),
    }
}

fn collect(root: &Path, folder: &Path, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).expect("readable") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(root, &path, found);
        } else {
            let inner = path.strip_prefix(root).expect("below");
            found.push(inner.to_string_lossy().into_owned());
        }
    }
}

/// Bytes that do not repeat and do not compress; the same for the same seed.
fn noise(size: usize, seed: u64) -> Vec<u8> {
    let mut state = seed | 1;
    let mut bytes = Vec::with_capacity(size + 8);
    while bytes.len() < size {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        bytes.extend_from_slice(&state.to_le_bytes());
    }
    bytes.truncate(size);
    bytes
}

/// A large file that is taken: a PNG picture with noise in it.
fn large(size: usize) -> Vec<u8> {
    let small = samples::png();
    let (begin, end) = small.split_at(small.len() - 12);
    [begin, &noise(size - small.len(), 7), end].concat()
}

/// A line that is seen although the test passes; a failure where nothing may be skipped.
fn skipped(why: &str) {
    use std::io::Write as _;
    let line = format!("skipped: {why}");
    assert!(std::env::var_os("CI").is_none_or(|value| value != "true"), "{line}");
    let _ = writeln!(io::stderr(), "{line}");
}
