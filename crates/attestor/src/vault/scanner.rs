//! The daemon of ClamAV, asked with `INSTREAM`. What it does not answer with a clear yes is refused:
//! a scanner that cannot be asked lets nothing pass.

use std::io::{self, Read};
use std::path::PathBuf;
use std::time::Duration;

use attestor_core::digest::Digest;
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::sync::mpsc;

use super::check::Clear;
use super::refusal::UploadRefusal;
use crate::stop::Stop;

/// How much is sent at once.
const PIECE_BYTES: usize = 1 << 16;

/// The longest answer that is read.
const ANSWER_BYTES: u64 = 4096;

/// Where the daemon listens.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Address {
    /// A host and a port.
    Tcp(String),
    /// A socket in the file system.
    Unix(PathBuf),
}

/// The daemon of ClamAV.
#[derive(Debug, Clone)]
pub(super) struct Scanner {
    address: Address,
    limit: Duration,
}

/// Both ways of a connection.
trait Line: AsyncRead + AsyncWrite + Unpin + Send {}

impl<T: AsyncRead + AsyncWrite + Unpin + Send> Line for T {}

impl Scanner {
    /// Reads an address: `HOST:PORT` or `unix:PATH`.
    pub(super) fn at(address: &str, limit: Duration) -> Result<Self, Stop> {
        let host_port = |text: &str| {
            let (host, port) = text.rsplit_once(':')?;
            (!host.is_empty() && port.parse::<u16>().is_ok()).then(|| text.to_owned())
        };
        let read = match address.strip_prefix("unix:") {
            Some(path) => path.starts_with('/').then(|| Address::Unix(path.into())),
            None => host_port(address).map(Address::Tcp),
        };
        let wrong = || {
            let words =
                format!("`{address}` is no address of a scanner; write HOST:PORT or unix:/PATH");
            Stop::Usage(words)
        };
        Ok(Self { address: read.ok_or_else(wrong)?, limit })
    }

    /// Passes what the daemon calls clean.
    pub(super) async fn scan(
        &self,
        bytes: Box<dyn Clear>,
        digest: Digest,
    ) -> Result<(), UploadRefusal> {
        let asked = tokio::time::timeout(self.limit, self.ask(bytes)).await;
        let unavailable = |why: String| Err(UploadRefusal::ScannerUnavailable(why));
        match asked {
            Err(_) => unavailable("it did not answer in time".to_owned()),
            Ok(Err(error)) => unavailable(error.to_string()),
            Ok(Ok(answer)) => judge(&answer, digest),
        }
    }

    async fn ask(&self, bytes: Box<dyn Clear>) -> io::Result<String> {
        let mut line = self.connect().await?;
        let sent = send(&mut *line, bytes).await;
        let mut answer = Vec::new();
        let heard = line.take(ANSWER_BYTES).read_to_end(&mut answer).await;
        let answer = String::from_utf8_lossy(&answer).trim_matches(['\0', '\n', ' ']).to_owned();
        // The daemon hangs up early when a stream is too long, and says so before.
        if !answer.is_empty() {
            return Ok(answer);
        }
        sent?;
        heard?;
        Err(io::Error::other("it hung up without an answer"))
    }

    async fn connect(&self) -> io::Result<Box<dyn Line>> {
        match &self.address {
            Address::Tcp(address) => Ok(Box::new(TcpStream::connect(address).await?)),
            #[cfg(unix)]
            Address::Unix(path) => Ok(Box::new(tokio::net::UnixStream::connect(path).await?)),
            #[cfg(not(unix))]
            Address::Unix(_) => Err(io::Error::from(io::ErrorKind::Unsupported)),
        }
    }
}

/// Sends all bytes in pieces that tell their lengths; a piece without bytes ends them.
async fn send(line: &mut dyn Line, bytes: Box<dyn Clear>) -> io::Result<()> {
    line.write_all(b"zINSTREAM\0").await?;
    let (sender, mut pieces) = mpsc::channel(2);
    tokio::task::spawn_blocking(move || read_all(bytes, &sender));
    while let Some(piece) = pieces.recv().await {
        let piece: Vec<u8> = piece?;
        let length = u32::try_from(piece.len()).unwrap_or(u32::MAX);
        line.write_all(&length.to_be_bytes()).await?;
        line.write_all(&piece).await?;
    }
    line.write_all(&[0; 4]).await?;
    line.flush().await
}

/// Hands over all bytes until nobody takes them any more.
fn read_all(mut bytes: Box<dyn Clear>, sender: &mpsc::Sender<io::Result<Vec<u8>>>) {
    loop {
        let mut piece = Vec::with_capacity(PIECE_BYTES);
        let read = (&mut bytes).take(PIECE_BYTES as u64).read_to_end(&mut piece);
        let failed = read.is_err();
        if matches!(read, Ok(0)) || sender.blocking_send(read.map(|_| piece)).is_err() || failed {
            return;
        }
    }
}

/// What an answer means.
fn judge(answer: &str, digest: Digest) -> Result<(), UploadRefusal> {
    let words = answer.strip_prefix("stream: ").unwrap_or(answer);
    if words == "OK" {
        return Ok(());
    }
    let signature = words.strip_suffix(" FOUND");
    let infected = signature.map(|it| UploadRefusal::Infected { signature: it.to_owned(), digest });
    Err(infected.unwrap_or_else(|| UploadRefusal::ScannerUnavailable(words.to_owned())))
}
