//! The program is killed at any moment under the load of several writers at once.

use std::time::Duration;

use crate::people::{Case, Tokens, set_up, started_case};
use crate::served::{Kept, data_in};
use crate::server::Server;
use crate::writer::Writer;
use crate::{kills, say};

/// How many talk at once; one more sends files.
const TALKERS: u32 = 4;

/// How many kills one installation sees: looking at everything takes ever longer.
const BATCH: u32 = 20;

/// Several writers at once, until the program is killed; gives them.
fn killed(kept: &Kept, (tokens, case): (&Tokens, &Case), kill: u32) -> Vec<Writer> {
    let server = kept.serve(&[]);
    let address = &server.address.clone();
    let talkers = (0..TALKERS).map(|it| Writer::talker(&format!("k{kill}t{it}"), tokens));
    let sender = Writer::sender(&format!("k{kill}f"), tokens, case);
    let patience = Duration::from_micros(u64::from(200_000 + kill * 97_919 % 700_000));
    std::thread::scope(|scope| {
        let write = |mut writer: Writer| {
            scope.spawn(move || {
                if let Some(answer) = writer.run(address) {
                    panic!("refused: {} {}", answer.status, answer.text());
                }
                writer
            })
        };
        let running: Vec<_> = talkers.chain([sender]).map(write).collect();
        std::thread::sleep(patience);
        server.kill();
        running.into_iter().map(|it| it.join().expect("a writer")).collect()
    })
}

/// After a kill everything is whole; what was not acknowledged is repeated, and then all is there once.
fn assert_kept(kept: &Kept, writers: &mut [Writer], kill: u32) {
    kept.assert_whole(if kill % 10 == 9 { &[] } else { &["--quick"] });
    let server = kept.serve(&[]);
    for writer in writers {
        writer.catch_up(&server);
        writer.assert_kept(&server);
    }
}

fn survives(database: impl Fn(u32) -> Option<String>, kills: u32) {
    let mut acknowledged = 0;
    for batch in 0..kills.div_ceil(BATCH) {
        let folder = tempfile::tempdir().expect("a folder");
        let kept = Kept { data: data_in(folder.path()), database: database(batch) };
        let server = kept.serve(&[]);
        let tokens = set_up(&kept, &server);
        let case = started_case(&server, &tokens, "shared");
        drop(server);
        for kill in batch * BATCH..kills.min((batch + 1) * BATCH) {
            let mut writers = killed(&kept, (&tokens, &case), kill);
            acknowledged += writers.iter().map(Writer::acknowledged).sum::<usize>();
            assert_kept(&kept, &mut writers, kill);
        }
        kept.assert_whole(&[]);
    }
    assert!(acknowledged as u32 > kills, "{acknowledged} writes in {kills} kills is no load");
    say(&format!("{kills} kills under HTTP writes, {acknowledged} acknowledged, none lost"));
}

#[test]
fn nothing_acknowledged_over_http_is_lost_when_the_server_is_killed() {
    survives(|_| None, kills(4));
}

#[test]
fn nothing_acknowledged_over_http_is_lost_on_postgres_either() {
    let Some(server) = Server::shared() else { return };
    survives(|batch| Some(server.database(&format!("http_{batch}"))), kills(3));
}
