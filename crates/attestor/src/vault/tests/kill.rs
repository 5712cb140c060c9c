//! A writer that is killed at any moment loses nothing that it was told is kept.

use std::collections::BTreeMap;
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::process::{Command, Stdio};

use super::*;

/// Tells the test below that it is the writer, and where.
const FOLDER: &str = "ATTESTOR_TEST_KILL_FOLDER";

/// How often the writer is killed.
const KILLS: usize = 20;

/// What the writer was told.
#[derive(Default)]
struct Told {
    /// For each upload the digest that it will have, and the offset that was acknowledged.
    uploads: BTreeMap<String, (String, u64)>,
    kept: Vec<String>,
}

impl Told {
    fn hear(&mut self, line: &str) {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words.as_slice() {
            ["begun", id, digest] => {
                self.uploads.insert((*id).to_owned(), ((*digest).to_owned(), 0));
            }
            ["offset", id, offset] => {
                let upload = self.uploads.get_mut(*id).expect("begun");
                upload.1 = offset.parse().expect("a number");
            }
            ["kept", id, digest] => {
                self.uploads.remove(*id);
                self.kept.push((*digest).to_owned());
            }
            _ => {}
        }
    }
}

#[tokio::test]
async fn a_killed_writer_loses_nothing_that_was_acknowledged() {
    let desk = Desk::new();
    let mut told = Told::default();
    for kill in 0..KILLS {
        let mut writer = Command::new(std::env::current_exe().expect("this program"))
            .args(["--exact", "vault::tests::kill::writer", "--nocapture"])
            .env(FOLDER, desk.folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("a writer");
        let mut lines = BufReader::new(writer.stdout.take().expect("its words")).lines();
        for line in lines.by_ref().take(8 + 2 * kill) {
            told.hear(&line.expect("a line"));
        }
        writer.kill().expect("killed");
        lines.for_each(|line| told.hear(&line.unwrap_or_default()));
        writer.wait().expect("gone");
        all_is_there(&desk, &told).await;
    }
    assert!(told.kept.len() >= 20, "{} files were kept", told.kept.len());
}

/// Everything that was acknowledged is there, and everything that is there is whole.
async fn all_is_there(desk: &Desk, told: &Told) {
    let vault = desk.again();
    let listing = vault.list().await.expect("a list");
    assert_eq!(listing.strays, Vec::<String>::new());
    for (organization, digest) in &listing.files {
        vault.check(organization, *digest).await.expect("whole");
    }
    let is_kept = |digest: &String| listing.files.iter().any(|it| it.1.to_string() == *digest);
    assert!(told.kept.iter().all(is_kept));
    for (id, (digest, offset)) in &told.uploads {
        let id = UploadId::parse(id).expect("an id");
        match vault.state(&id).await {
            Ok(upload) => assert!(upload.offset >= *offset, "{} < {offset}", upload.offset),
            Err(UploadRefusal::NotFound) => assert!(is_kept(digest), "{id} is lost"),
            Err(other) => panic!("{other}"),
        }
    }
}

/// Writes until it is killed; passes at once when nobody asked for it.
#[tokio::test]
async fn writer() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let vault = Vault::open(settings(Path::new(&folder))).expect("a store");
    let say = |line: String| {
        let mut out = io::stdout().lock();
        writeln!(out, "\n{line}").and_then(|()| out.flush()).expect("said");
    };
    for number in 0_u32.. {
        let seed = format!("{} {number}\n", std::process::id());
        let text = seed.repeat(30_000 / seed.len()).into_bytes();
        let digest = Digest::of(&text);
        let size = text.len() as u64;
        let id = vault.begin(offer("a.txt", Some(size))).await.expect("begun").id;
        say(format!("begun {id} {digest}"));
        for piece in text.chunks(10_000) {
            let at = vault.state(&id).await.expect("known").offset;
            let offset = vault.append(&id, at, piece.to_vec()).await.expect("added");
            say(format!("offset {id} {offset}"));
        }
        vault.finish(&id).await.expect("taken");
        say(format!("kept {id} {digest}"));
    }
}
