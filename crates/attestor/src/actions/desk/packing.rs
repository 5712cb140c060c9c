//! A case as one stream: the dossier that `case export` writes as a folder, with all its files, as a
//! tar archive (POSIX 2001, so that names may have any letters and length).
//!
//! Nothing of it lies anywhere unencrypted on its way: files are opened piece by piece as the reader
//! takes them. The dossier's main file comes last, as in a folder: an archive that has it is whole.

mod tar;

use std::io;

use attestor_core::desk::file::CaseFile;
use attestor_core::digest::Digest;
use attestor_core::dossier;
use futures_util::stream::{self, Stream};
use tokio::sync::mpsc;

use super::Desk;
use super::folder::named;
use crate::stop::Stop;
use crate::store::evidence::FileState;
use crate::vault::Vault;

/// How many pieces wait for a slow reader.
const PIECES: usize = 4;

type Sender = mpsc::Sender<io::Result<Vec<u8>>>;

/// What goes into an archive.
pub(crate) struct Packing {
    organization: String,
    files: Vec<(String, Digest)>,
    texts: Vec<(String, Vec<u8>)>,
    /// Seconds since the beginning of 1970: when the case last changed.
    at: u64,
}

impl Desk {
    /// Prepares the dossier of a case. Files that were erased are left out; one that is lost is a
    /// failure before anything is sent.
    pub(crate) async fn pack(&self, files: &Vault, file: &CaseFile) -> Result<Packing, Stop> {
        let program = self.rules(file)?.program;
        let texts = dossier::write(self.library(), program, &file.case);
        let texts: Vec<_> =
            texts.into_iter().map(|(path, text)| (path, text.into_bytes())).collect();
        let states = self.store().files_of(&file.organization).await?;
        let mut packed = Vec::new();
        for path in named(&file.case) {
            let lost =
                || Stop::Failure(format!("the file `{path}` is missing; see `attestor fsck`"));
            let kept = file.files.get(path).filter(|_| dossier::is_inside(path));
            let digest = kept.ok_or_else(lost)?.digest;
            if states.get(&digest.to_string()) == Some(&FileState::Erased) {
                continue;
            }
            if !files.exists(&file.organization, digest).await.unwrap_or(false) {
                return Err(lost());
            }
            packed.push((path.to_owned(), digest));
        }
        Ok(Packing {
            organization: file.organization.clone(),
            files: packed,
            texts: texts.into_iter().rev().collect(),
            at: file.changed_at.seconds(),
        })
    }
}

impl Packing {
    /// The archive, piece by piece. A file that turns out to be damaged breaks it off.
    pub(crate) fn into_stream(self, vault: Vault) -> impl Stream<Item = io::Result<Vec<u8>>> {
        let (sender, pieces) = mpsc::channel(PIECES);
        tokio::spawn(async move {
            if let Err(error) = self.send(&vault, &sender).await {
                // A reader that is gone needs no error.
                let _ = sender.send(Err(error)).await;
            }
        });
        stream::unfold(pieces, async |mut pieces| Some((pieces.recv().await?, pieces)))
    }

    async fn send(&self, vault: &Vault, sender: &Sender) -> io::Result<()> {
        for (path, digest) in &self.files {
            let reading = vault.read(&self.organization, *digest).await;
            let mut reading = reading.map_err(io::Error::other)?;
            let size = reading.size();
            put(sender, tar::head(path, size, self.at)).await?;
            while let Some(piece) = reading.next().await {
                put(sender, piece.map_err(io::Error::other)?).await?;
            }
            put(sender, tar::rest(size)).await?;
        }
        for (path, text) in &self.texts {
            let size = u64::try_from(text.len()).unwrap_or(u64::MAX);
            put(sender, tar::head(path, size, self.at)).await?;
            put(sender, text.clone()).await?;
            put(sender, tar::rest(size)).await?;
        }
        put(sender, tar::end()).await
    }
}

async fn put(sender: &Sender, piece: Vec<u8>) -> io::Result<()> {
    if piece.is_empty() {
        return Ok(());
    }
    sender.send(Ok(piece)).await.map_err(|_| io::ErrorKind::BrokenPipe.into())
}

#[cfg(test)]
mod tests;
