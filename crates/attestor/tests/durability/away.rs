//! The database's server is killed under writes, while the program serves on.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Duration;

use crate::people::{set_up, started_case};
use crate::served::{Kept, Served, data_in};
use crate::server::Server;
use crate::writer::Writer;
use crate::{kills, say};

/// Writes until the end, and repeats what the program could not do meanwhile. What was refused last
/// is repeated even behind the end: a commit whose answer got lost may be there or not.
fn write_on(mut writer: Writer, address: &str, end: &AtomicBool, away: &AtomicU32) -> Writer {
    let mut is_open = false;
    while is_open || !end.load(Ordering::SeqCst) {
        let answer = writer.step(address).expect("the program itself answers");
        is_open = !answer.is_done();
        if is_open {
            assert_eq!((answer.status, answer.kind().as_str()), (503, "unavailable"));
            assert_ne!(answer.field("retry-after"), "");
            away.fetch_add(1, Ordering::SeqCst);
            std::thread::sleep(Duration::from_millis(100));
        }
    }
    writer
}

/// Asks until the answer has a status.
fn until(server: &Served, token: &str, path: &str, status: u16) {
    for _ in 0..100 {
        if server.get(token, path).status == status {
            return;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    panic!("{path} does not come to {status}: {}", server.get(token, path).text());
}

#[test]
fn a_killed_database_is_503_meanwhile_and_loses_nothing() {
    let Some(database) = Server::start_lasting() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let url = database.database("away");
    let kept = Kept { data: data_in(folder.path()), database: Some(url) };
    let server = &kept.serve(&[]);
    let tokens = &set_up(&kept, server);
    let case = &started_case(server, tokens, "shared");
    let (end, away) = (&AtomicBool::new(false), &AtomicU32::new(0));
    let rounds = kills(2);
    let writers: Vec<Writer> = std::thread::scope(|scope| {
        let talkers = (0..4).map(|it| Writer::talker(&format!("t{it}"), tokens));
        let all = talkers.chain([Writer::sender("f", tokens, case)]);
        let write = |writer| scope.spawn(move || write_on(writer, &server.address, end, away));
        let running: Vec<_> = all.map(write).collect();
        for round in 0..rounds {
            let patience = 300_000 + u64::from(round) * 97_919 % 500_000;
            std::thread::sleep(Duration::from_micros(patience));
            database.kill();
            until(server, &tokens.publisher, "/api/v1/cases", 503);
            until(server, "", "/readyz", 503);
            assert_eq!(server.get("", "/livez").status, 200);
            database.start_again();
            until(server, &tokens.publisher, "/api/v1/cases", 200);
        }
        std::thread::sleep(Duration::from_millis(300));
        end.store(true, Ordering::SeqCst);
        running.into_iter().map(|it| it.join().expect("a writer")).collect()
    });
    writers.iter().for_each(|writer| writer.assert_kept(server));
    let acknowledged: usize = writers.iter().map(Writer::acknowledged).sum();
    assert!(acknowledged as u32 > rounds, "{acknowledged} writes are no load");
    kept.assert_whole(&[]);
    let away = away.load(Ordering::SeqCst);
    say(&format!(
        "{rounds} kills of PostgreSQL, {acknowledged} acknowledged, {away} told to come again, none lost"
    ));
}
