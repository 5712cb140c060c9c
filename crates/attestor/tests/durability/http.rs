//! A client that takes an answer for one only when it came whole.

use std::io::{self, Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::Value as Json;

/// How long an answer may take: longer than the server gives itself.
const PATIENCE: Duration = Duration::from_secs(60);

/// An answer that came whole.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// The value of a header field; empty where it is absent.
    pub(crate) fn field(&self, name: &str) -> &str {
        let value = self.head.lines().find_map(|line| {
            let (have, value) = line.split_once(": ")?;
            have.eq_ignore_ascii_case(name).then_some(value)
        });
        value.unwrap_or_default()
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub(crate) fn json(&self) -> Json {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("no JSON: {}", self.text()))
    }

    pub(crate) fn is_done(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// The last part of the problem's type.
    pub(crate) fn kind(&self) -> String {
        assert_eq!(self.field("content-type"), "application/problem+json", "{}", self.text());
        let kind = self.json()["type"].as_str().expect("a type").to_owned();
        kind.rsplit('/').next().unwrap_or_default().to_owned()
    }
}

/// Asks on a connection of its own. An answer that is cut is an error.
pub(crate) fn ask(
    address: &str,
    line: &str,
    fields: &[(&str, &str)],
    body: &[u8],
) -> io::Result<Answer> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut head = format!("{line} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n");
    for (name, value) in fields {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str(&format!("Content-Length: {}\r\n\r\n", body.len()));
    stream.write_all(&[head.as_bytes(), body].concat())?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    whole(&bytes).ok_or_else(|| io::Error::from(io::ErrorKind::UnexpectedEof))
}

/// An answer, if its head and all bytes that it promises are there.
pub(crate) fn whole(bytes: &[u8]) -> Option<Answer> {
    let at = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(&bytes[..at]).into_owned();
    let status = head.split(' ').nth(1)?.parse().ok()?;
    let answer = Answer { status, head, body: bytes[at + 4..].to_vec() };
    if answer.field("transfer-encoding") == "chunked" {
        return unchunked(answer);
    }
    let told = answer.field("content-length").parse::<usize>();
    let is_whole = status == 204 || told.is_ok_and(|told| told == answer.body.len());
    is_whole.then_some(answer)
}

fn unchunked(answer: Answer) -> Option<Answer> {
    let (mut body, mut rest) = (Vec::new(), answer.body.as_slice());
    loop {
        let end = rest.windows(2).position(|two| two == b"\r\n")?;
        let length = usize::from_str_radix(std::str::from_utf8(&rest[..end]).ok()?, 16).ok()?;
        rest = &rest[end + 2..];
        if length == 0 {
            return Some(Answer { body, ..answer });
        }
        body.extend_from_slice(rest.get(..length)?);
        rest = rest.get(length + 2..)?;
    }
}
