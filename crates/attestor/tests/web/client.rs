//! A server over a catalog of its own, and a client that speaks plain HTTP to it.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// The program, serving until the test ends.
pub(crate) struct Site {
    process: Child,
    address: String,
    _folder: tempfile::TempDir,
}

/// An answer.
pub(crate) struct Answer {
    pub(crate) status: u16,
    head: String,
    pub(crate) body: String,
}

impl Answer {
    /// The value of a header field; `None` where it is absent.
    pub(crate) fn field(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (have, value) = line.split_once(": ")?;
            have.eq_ignore_ascii_case(name).then_some(value)
        })
    }
}

fn attestor(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_attestor"));
    command.args(args).stdin(Stdio::null());
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("ATTESTOR_") {
            command.env_remove(name);
        }
    }
    command
}

impl Site {
    /// A site over the demo catalog.
    pub(crate) fn of_demo() -> Self {
        Self::of(&[&Path::new(env!("CARGO_MANIFEST_DIR")).join("demo-catalog")])
    }

    /// A site over the pages of folders.
    pub(crate) fn of(folders: &[&Path]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let data = folder.path().join("data").display().to_string();
        for pages in folders {
            let pages = pages.display().to_string();
            let mut import = attestor(&["catalog", "import", "--data-dir", &data, &pages]);
            let output = import.output().expect("runs");
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        }
        let serve =
            ["serve", "--listen", "127.0.0.1:0", "--log-level", "error", "--data-dir", &data];
        let mut process =
            attestor(&serve).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("runs");
        let mut line = String::new();
        let stdout = process.stdout.take().expect("a pipe");
        BufReader::new(stdout).read_line(&mut line).expect("a line");
        let address = line.trim_end().split_once("http://").expect("an address").1.to_owned();
        Self { process, address, _folder: folder }
    }

    /// Asks as a browser does.
    pub(crate) fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, "")
    }

    /// Asks with further header fields, each with its end of line.
    pub(crate) fn ask(&self, method: &str, path: &str, fields: &str) -> Answer {
        let mut stream = TcpStream::connect(&self.address).expect("connected");
        let head = "Host: a\r\nConnection: close\r\nAccept: text/html\r\n";
        let request = format!("{method} {path} HTTP/1.1\r\n{head}{fields}\r\n");
        stream.write_all(request.as_bytes()).expect("sent");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("an answer");
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").expect("a head");
        let status = head.split(' ').nth(1).and_then(|code| code.parse().ok()).expect("a status");
        Answer { status, head: head.to_owned(), body: unchunked(head, body) }
    }

    /// A page that is there.
    pub(crate) fn page(&self, path: &str) -> String {
        let answer = self.get(path);
        assert_eq!(answer.status, 200, "{path}\n{}", answer.body);
        answer.body
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The body without the lengths of its chunks.
fn unchunked(head: &str, body: &str) -> String {
    if !head.to_ascii_lowercase().contains("transfer-encoding: chunked") {
        return body.to_owned();
    }
    let (mut whole, mut rest) = (String::new(), body);
    while let Some((length, behind)) = rest.split_once("\r\n") {
        let length = usize::from_str_radix(length.trim(), 16).expect("a length");
        if length == 0 {
            break;
        }
        whole.push_str(&behind[..length]);
        rest = behind[length..].trim_start_matches("\r\n");
    }
    whole
}
