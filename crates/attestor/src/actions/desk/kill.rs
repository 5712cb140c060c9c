//! A writer that is killed at any moment loses nothing that it acknowledged.
//!
//! The test starts itself again as the writer, reads what it acknowledges, kills it, and looks at what
//! is kept. `cargo xtask kill --full` does it often; `ATTESTOR_KILLS` says how often.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use attestor_core::desk::act::{Act, FileRef, Piece, Said};
use attestor_core::desk::thread::Visibility;
use attestor_core::digest::Digest;
use attestor_core::id::Id;

use super::folder::operator;
use super::fsck::Depth;
use super::{Desk, Worker, files};
use crate::clock::Clock;
use crate::runtime::Waiting;
use crate::store::desk::CASE;
use crate::store::suite::server::Server;
use crate::store::{Missing, Place, Store};
use crate::vault::{Offer, Vault};
use attestor_core::certification::case::{App, Target};
use attestor_core::desk::role::Role;

/// The folder that the writer works in; it is the writer where this is set.
const FOLDER: &str = "ATTESTOR_KILL_FOLDER";
/// The database that it works in, where that is not in the folder.
const DATABASE: &str = "ATTESTOR_KILL_DATABASE";
/// How often a writer is killed.
const KILLS: &str = "ATTESTOR_KILLS";

fn kills(few: u64) -> u64 {
    std::env::var(KILLS).ok().and_then(|text| text.parse().ok()).unwrap_or(few)
}

fn place(folder: &Path, database: Option<&str>) -> Place {
    database.map_or_else(|| Place::Folder(folder.to_owned()), |url| Place::Url(url.to_owned()))
}

/// An act that was acknowledged: the case, its number there, and the file that it names.
struct Written {
    case: String,
    number: i64,
    file: Option<Digest>,
}

impl Written {
    fn parse(line: &str) -> Option<Self> {
        let mut words = line.strip_prefix("written ")?.split(' ');
        let (case, number) = (words.next()?.to_owned(), words.next()?.parse().ok()?);
        let file = words.next()?;
        let file = if file == "-" { None } else { Some(Digest::parse(file)?) };
        Some(Self { case, number, file })
    }
}

fn publisher() -> Worker {
    Worker {
        account: "p1".to_owned(),
        name: "P1".to_owned(),
        organization: "contoso".to_owned(),
        role: Role::Publisher,
    }
}

/// The writer: it does nothing unless the tests below start it.
#[test]
fn writer() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let folder = Path::new(&folder);
    let database = std::env::var(DATABASE).ok();
    let waiting = Waiting::new().expect("a runtime");
    waiting.on(async {
        let place = place(folder, database.as_deref());
        let store = Store::open(&place, Missing::Made).await.expect("opened");
        let desk = Desk::new(store, Clock::system()).expect("a desk");
        let vault = files::vault(folder).expect("a vault");
        let case = a_case(&desk).await;
        for round in 1..100_000_u64 {
            write(&desk, &vault, &case, round).await;
        }
    });
}

/// A new case each time: an old one would take ever longer.
async fn a_case(desk: &Desk) -> String {
    let app = App { name: "Kill".to_owned(), ..App::default() };
    let framework = Id::parse("m365-certification").expect("an id");
    let open = Act::Open { app, framework, certified_on: None, edition: None };
    let file = desk.open(&publisher(), "contoso", open).await.expect("opened");
    tell(&file.id, file.number, None);
    file.id.clone()
}

async fn write(desk: &Desk, vault: &Vault, case: &str, round: u64) {
    let (act, file) = if round.is_multiple_of(3) {
        let (act, file) = evidence(vault, case, round).await;
        let whole = desk.case(case).await.expect("read").expect("a case");
        let upload = format!("upload-{case}-{round}");
        let added = desk.add_file(vault, (&publisher(), &whole), (&upload, &file), None).await;
        assert!(added.expect("a row"));
        (act, Some(file.digest))
    } else {
        (remark(round), None)
    };
    let worker = if round.is_multiple_of(2) || file.is_some() { publisher() } else { operator() };
    let file_after = desk.act(&worker, case, None, act).await.expect("written");
    tell(case, file_after.number, file);
}

fn remark(round: u64) -> Act {
    Act::Say {
        said: Said {
            about: "case".to_owned(),
            item: None,
            thread: None,
            visibility: Visibility::Shared,
            words: format!("round {round}"),
        },
    }
}

async fn evidence(vault: &Vault, case: &str, round: u64) -> (Act, FileRef) {
    let bytes = format!("{case} {round}\n").repeat(2_000).into_bytes();
    let offer = Offer {
        organization: "contoso".to_owned(),
        name: "log.txt".to_owned(),
        size: Some(bytes.len() as u64),
        sha256: None,
        by: "p1".to_owned(),
        at: crate::clock::now(),
    };
    let piece = futures_util::stream::iter([Ok::<_, std::io::Error>(bytes)]);
    let taken = vault.take_whole(offer, piece).await.expect("taken");
    let file = FileRef {
        digest: taken.digest,
        name: taken.name,
        size_bytes: taken.size,
        media_type: taken.media_type.to_owned(),
    };
    let piece = Piece {
        file: file.clone(),
        kind: Id::parse("config-setting").expect("an id"),
        form: Id::parse("document").expect("an id"),
        captured_on: crate::clock::today(),
        targets: vec![Target { control: Id::parse("OPS-MAL-01").expect("an id"), part: None }],
        components: std::collections::BTreeSet::new(),
        shows: std::collections::BTreeSet::new(),
        figures: std::collections::BTreeMap::new(),
        process_built_on: None,
        runs: None,
        replaces: None,
    };
    (Act::AddEvidence { piece: Box::new(piece) }, file)
}

/// Acknowledges an act, past the capture of the test runner.
fn tell(case: &str, number: u64, file: Option<Digest>) {
    let file = file.map_or_else(|| "-".to_owned(), |digest| digest.to_string());
    let mut out = std::io::stderr().lock();
    writeln!(out, "written {case} {number} {file}").expect("told");
}

/// Starts the writer, kills it after a while, and gives what it acknowledged.
fn killed(folder: &Path, database: Option<&str>, patience: Duration) -> Vec<Written> {
    let mut command = Command::new(std::env::current_exe().expect("this program"));
    command.args(["actions::desk::kill::writer", "--exact", "--nocapture", "--test-threads=1"]);
    command.env(FOLDER, folder).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    if let Some(url) = database {
        command.env(DATABASE, url);
    }
    let mut child = command.spawn().expect("started");
    let mut lines = BufReader::new(child.stderr.take().expect("a pipe")).lines();
    // The time counts from the first sign of life, so that kills meet work and not only starts.
    let first = lines.next().expect("a line").expect("read");
    assert!(first.starts_with("written "), "{first}");
    let reader = std::thread::spawn(move || {
        let all = std::iter::once(first).chain(lines.map_while(Result::ok));
        all.collect::<Vec<String>>()
    });
    // Sleeps, because the kill has to come at a moment that the writer does not know: no event of it
    // can be waited for. Nothing that is asserted depends on how long this takes.
    std::thread::sleep(patience);
    let alive = child.try_wait().expect("asked").is_none();
    child.kill().expect("killed");
    child.wait().expect("ended");
    let lines = reader.join().expect("read");
    assert!(alive, "the writer ended by itself: {lines:#?}");
    lines.iter().filter_map(|line| Written::parse(line)).collect()
}

/// Everything acknowledged is there, and everything that is there is whole.
fn assert_kept(folder: &Path, database: Option<&str>, written: &[Written], depth: Depth) {
    let waiting = Waiting::new().expect("a runtime");
    waiting.on(async {
        let store = Store::open(&place(folder, database), Missing::Refused).await.expect("opened");
        let desk = Desk::new(store.clone(), Clock::system()).expect("a desk");
        let vault = files::vault(folder).expect("a vault");
        for one in written {
            let entries = store.entries_of(CASE, &one.case, one.number - 1).await.expect("read");
            assert!(!entries.is_empty(), "act {} of {} is lost", one.number, one.case);
            if let Some(digest) = one.file {
                vault.check("contoso", digest).await.expect("a whole file");
            }
        }
        let checked = desk.fsck(&vault, depth).await.expect("looked at");
        assert_eq!(checked.first_break, None);
        store.close().await;
    });
}

/// How many kills one folder sees: looking at everything takes ever longer.
const BATCH: u64 = 40;

/// Kills writers, each time at another moment, and looks at everything after each.
fn survives(database: impl Fn(u64) -> Option<String>, kills: u64) {
    let mut acknowledged = 0;
    for batch in 0..kills.div_ceil(BATCH) {
        let folder = tempfile::tempdir().expect("a folder");
        let database = database(batch);
        let database = database.as_deref();
        for kill in batch * BATCH..kills.min((batch + 1) * BATCH) {
            let patience = Duration::from_micros(100_000 + kill * 97_919 % 500_000);
            let written = killed(folder.path(), database, patience);
            acknowledged += written.len();
            let depth = if kill % 10 == 9 { Depth::Whole } else { Depth::Quick };
            assert_kept(folder.path(), database, &written, depth);
        }
    }
    assert!(acknowledged as u64 > kills, "{acknowledged} acts in {kills} kills is no load");
    let line = format!("{kills} kills, {acknowledged} acknowledged acts, none lost");
    let _ = writeln!(std::io::stderr(), "{line}");
}

#[test]
fn nothing_acknowledged_is_lost_when_the_writer_is_killed() {
    survives(|_| None, kills(12));
}

#[test]
fn nothing_acknowledged_is_lost_on_postgres_either() {
    let Some(server) = Server::shared() else { return };
    survives(|batch| Some(server.database(&format!("kill_{batch}"))), kills(6));
}
