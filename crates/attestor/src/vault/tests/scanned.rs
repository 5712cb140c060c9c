//! The scanner: a real daemon of ClamAV with a signature of its own, and none at all.

use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::*;

/// The harmless text that every scanner is tested with, in two parts: the source itself must not
/// be found.
fn eicar() -> Vec<u8> {
    let halves = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!$H+H*"];
    halves.concat().into_bytes()
}

/// A running daemon; it stops and its files go when this goes.
struct Daemon {
    process: Child,
    folder: TempDir,
    port: u16,
}

impl Daemon {
    /// Starts one that knows one signature and takes streams up to 2 MiB.
    fn start() -> Option<Self> {
        let places = ["/usr/sbin/clamd", "/usr/local/sbin/clamd", "/usr/bin/clamd"];
        let Some(program) = places.into_iter().find(|place| Path::new(place).exists()) else {
            skipped("clamd is not installed");
            return None;
        };
        let folder = tempfile::tempdir().expect("a folder");
        let signature = format!("Attestor.Test:0:*:{}\n", HEXLOWER.encode(&eicar()));
        std::fs::create_dir(folder.path().join("signatures")).expect("a folder");
        std::fs::write(folder.path().join("signatures/own.ndb"), signature).expect("written");
        let port = free_port();
        let settings = format!(
            "Foreground yes\nDatabaseDirectory {0}/signatures\nLocalSocket {0}/socket\n\
             TCPSocket {port}\nTCPAddr 127.0.0.1\nStreamMaxLength 2M\nTemporaryDirectory {0}\n",
            folder.path().display()
        );
        let file = folder.path().join("clamd.conf");
        std::fs::write(&file, settings).expect("written");
        let mut process = Command::new(program)
            .arg("--config-file")
            .arg(&file)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("started");
        let mut words = BufReader::new(process.stdout.take().expect("its words")).lines();
        let ready = words.any(|line| line.is_ok_and(|line| line.contains("Self checking")));
        assert!(ready, "the daemon ended before it was ready");
        // What it says later must not stop it.
        std::thread::spawn(move || words.for_each(drop));
        Some(Self { process, folder, port })
    }

    fn addresses(&self) -> [String; 2] {
        let socket = self.folder.path().join("socket");
        [format!("127.0.0.1:{}", self.port), format!("unix:{}", socket.display())]
    }
}

impl Drop for Daemon {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("an address").port()
}

fn scanned_by(address: &str) -> Desk {
    Desk::with(|settings| settings.scanner = Some(address.to_owned()))
}

#[tokio::test]
async fn the_daemon_decides_over_both_kinds_of_address() {
    let Some(daemon) = Daemon::start() else { return };
    for address in daemon.addresses() {
        let desk = scanned_by(&address);
        desk.take("a.pdf", &samples::pdf()).await.expect("clean");
        desk.take("a.png", &large(1 << 20)).await.expect("clean");
        let kept = desk.files();
        let zip = samples::zip(&[("a.txt", &eicar())]);
        for (name, bytes) in [
            ("a.txt", eicar()),
            ("a.html", [b"<pre>".to_vec(), eicar()].concat()),
            ("a.md", [b"# words\n".to_vec(), eicar()].concat()),
            ("a.zip", zip.clone()),
            ("stored.zip", samples::stored(&[("a.txt", &eicar())])),
            ("inner.zip", samples::zip(&[("b.zip", &zip)])),
            (
                "a.docx",
                samples::docx_with(&[("word/footer1.xml", &[b"<a>".to_vec(), eicar()].concat())]),
            ),
            ("a.pdf", [b"%PDF-1.4\n".to_vec(), eicar(), b"%%EOF".to_vec()].concat()),
        ] {
            let refusal = desk.take(name, &bytes).await.expect_err("infected");
            let signature = "Attestor.Test.UNOFFICIAL".to_owned();
            let digest = Digest::of(&bytes);
            assert_eq!(refusal, UploadRefusal::Infected { signature, digest }, "{name}");
            assert_eq!(desk.files(), kept, "{name}");
        }
    }
}

#[tokio::test]
async fn what_the_daemon_does_not_judge_is_not_taken() {
    let Some(daemon) = Daemon::start() else { return };
    let [address, _] = daemon.addresses();
    let refusal = scanned_by(&address).take("a.png", &large(3 << 20)).await;
    let words = "INSTREAM size limit exceeded. ERROR".to_owned();
    assert_eq!(refusal, Err(UploadRefusal::ScannerUnavailable(words)));
}

#[tokio::test]
async fn without_an_answer_nothing_is_taken_and_the_upload_waits() {
    // Connections wait there, and nobody reads.
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let silent = listener.local_addr().expect("an address").to_string();
    let nobody = format!("127.0.0.1:{}", free_port());
    let missing = "unix:/nonexistent/socket".to_owned();
    for address in [silent, nobody, missing] {
        let desk = Desk::with(|settings| {
            settings.scanner = Some(address.clone());
            settings.limits.scan = Duration::from_millis(200);
        });
        let id = desk.vault.begin(offer("a.txt", Some(5))).await.expect("begun").id;
        desk.vault.append(&id, 0, b"words".to_vec()).await.expect("added");
        for _ in 0..2 {
            let refusal = desk.vault.finish(&id).await.expect_err("nobody asked");
            assert_eq!(refusal.code(), "scanner_unavailable", "{address}");
        }
        assert_eq!(desk.files().len(), 2, "the upload waits");
        let sealed = desk.again().finish(&id).await.expect("taken without a scanner");
        assert_eq!(desk.vault.read_whole(CONTOSO, sealed.digest).await, Ok(b"words".to_vec()));
    }
}
