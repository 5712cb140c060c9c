//! The disk of the data runs full while the program serves.

use std::path::Path;
use std::process::Command;

use serde_json::json;

use crate::disk::Disk;
use crate::http::{Answer, ask};
use crate::people::{Tokens, set_up, started_case};
use crate::say;
use crate::served::{Kept, Served};
use crate::writer::Writer;

/// The number of a large upload, and where it stands: what a client knows of it.
struct Large<'s> {
    server: &'s Served,
    token: &'s str,
    case: &'s str,
    number: u32,
}

impl Large<'_> {
    const BYTES: usize = 900_000;

    fn post(&self, line: &str, fields: &[(&str, &str)], body: &[u8]) -> Answer {
        let bearer = format!("Bearer {}", self.token);
        let fields = [&[("Authorization", bearer.as_str())], fields].concat();
        ask(&self.server.address, line, &fields, body).expect("an answer")
    }

    fn bytes(&self) -> Vec<u8> {
        let line = format!("Line of large file {}.\n", self.number);
        line.into_bytes().into_iter().cycle().take(Self::BYTES).collect()
    }

    /// Begins it; the address, or the answer that says no.
    fn begin(&self) -> Result<String, Answer> {
        let body = json!({"name": format!("{}.txt", self.number), "size_bytes": Self::BYTES});
        let path = format!("/api/v1/cases/{}/uploads", self.case);
        let form = [("Content-Type", "application/json")];
        let begun = self.post(&format!("POST {path}"), &form, body.to_string().as_bytes());
        if !begun.is_done() {
            return Err(begun);
        }
        Ok(format!("{path}/{}", begun.json()["id"].as_str().expect("an id")))
    }

    /// Sends what is missing, and ends it.
    fn go_on(&self, upload: &str) -> Answer {
        let state = self.server.get(self.token, upload);
        let there = state.json()["offset"].as_u64().expect("a number");
        let rest = self.bytes().split_off(usize::try_from(there).expect("small"));
        if !rest.is_empty() {
            let offset = there.to_string();
            let sent = self.post(&format!("PATCH {upload}"), &[("Upload-Offset", &offset)], &rest);
            if !sent.is_done() {
                return sent;
            }
        }
        self.post(&format!("POST {upload}/finish"), &[], b"")
    }
}

/// Sends large files until one is not taken; gives it, if it had begun.
fn send_until_full<'s>(
    server: &'s Served,
    tokens: &'s Tokens,
    case: &'s str,
) -> Option<(Large<'s>, String)> {
    for number in 0..100 {
        let large = Large { server, token: &tokens.publisher, case, number };
        let (upload, answer) = match large.begin() {
            Ok(upload) => (Some(upload.clone()), large.go_on(&upload)),
            Err(answer) => (None, answer),
        };
        if !answer.is_done() {
            assert_full(&answer);
            return upload.map(|upload| (large, upload));
        }
    }
    panic!("the disk never runs full");
}

/// A refusal that says what was kept.
fn assert_full(answer: &Answer) {
    assert_eq!((answer.status, answer.kind().as_str()), (507, "storage-full"), "{}", answer.text());
    assert!(answer.json()["detail"].as_str().is_some_and(|it| it.contains("room")));
}

/// Writes until nothing more can be written.
fn assert_refuses(writer: &mut Writer, server: &Served) {
    for _ in 0..5_000 {
        let answer = writer.step(&server.address).expect("the program answers");
        if !answer.is_done() {
            return assert_full(&answer);
        }
    }
    panic!("a full disk takes everything");
}

fn written(writer: &mut Writer, steps: u32, server: &Served) {
    for _ in 0..steps {
        let answer = writer.step(&server.address).expect("an answer");
        assert!(answer.is_done(), "{}", answer.text());
    }
}

/// Reading goes on, and nothing half-done is there.
fn assert_reads(server: &Served, tokens: &Tokens, writers: [&Writer; 2]) {
    for path in ["/api/v1/cases", "/api/v1/me", "/readyz", "/en-us/apps"] {
        assert_eq!(server.get(&tokens.publisher, path).status, 200, "{path}");
    }
    writers.iter().for_each(|writer| writer.assert_kept(server));
}

#[test]
fn a_full_disk_refuses_writes_reads_on_and_recovers_without_a_restart() {
    let folder = tempfile::tempdir().expect("a folder");
    let Some(disk) = Disk::of(16_000, folder.path().join("disk")) else {
        return say("skipped: no right to mount a small disk");
    };
    let kept = Kept { data: disk.0.clone(), database: None };
    let server = kept.serve(&[]);
    let tokens = set_up(&kept, &server);
    let case = started_case(&server, &tokens, "shared");
    let mut talker = Writer::talker("t", &tokens);
    let mut sender = Writer::sender("f", &tokens, &case);
    written(&mut talker, 3, &server);
    // A whole file, and the beginning of another one.
    written(&mut sender, 4 + 3, &server);

    let reserve = disk.reserve();
    let cut = send_until_full(&server, &tokens, &case.id);
    let filler = disk.fill();
    assert_refuses(&mut talker, &server);
    assert_refuses(&mut sender, &server);
    assert_reads(&server, &tokens, [&talker, &sender]);
    assert!(kept_files(&disk.0).iter().all(|name| !name.ends_with(".tmp")));

    [filler, reserve].iter().for_each(|file| std::fs::remove_file(file).expect("removed"));
    for writer in [&mut talker, &mut sender] {
        writer.catch_up(&server);
        written(writer, 8, &server);
    }
    assert_reads(&server, &tokens, [&talker, &sender]);
    if let Some((large, upload)) = cut {
        let done = large.go_on(&upload);
        assert_eq!(done.status, 200, "the upload waited: {}", done.text());
    }
    drop(server);
    kept.assert_whole(&[]);
}

/// The names in the folder of evidence.
fn kept_files(data: &Path) -> Vec<String> {
    let found = Command::new("find").arg(data.join("evidence")).args(["-type", "f"]).output();
    let found = found.expect("find runs").stdout;
    String::from_utf8_lossy(&found).lines().map(str::to_owned).collect()
}
