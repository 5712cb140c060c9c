//! What was acknowledged over HTTP stays, whatever happens to the server: it is killed, its database
//! is killed, its disk is full, its clients are slow. The real program, real signals, real disks.
//!
//! Read in this order: `served` (the program), `http` (a client), `people` (who works on it), `writer`
//! (what they write, and what must be there afterwards), then the tests: `killed`, `away`, `full`,
//! `slow`. `cargo xtask kill --full` runs the first two at length; `ATTESTOR_KILLS` says how often.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::disallowed_methods,
    unreachable_pub,
    reason = "tests stop at the first surprise"
)]

#[path = "durability/away.rs"]
mod away;
#[path = "durability/disk.rs"]
mod disk;
#[path = "durability/full.rs"]
mod full;
#[path = "durability/http.rs"]
mod http;
#[path = "durability/killed.rs"]
mod killed;
#[path = "durability/people.rs"]
mod people;
#[path = "durability/served.rs"]
mod served;
#[path = "../src/store/suite/server.rs"]
mod server;
#[path = "durability/slow.rs"]
mod slow;
#[path = "durability/writer.rs"]
mod writer;

use std::io::Write as _;

/// How often something is killed: the variable's number, or a few.
fn kills(few: u32) -> u32 {
    std::env::var("ATTESTOR_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(few)
}

/// Says something past the capture of the test runner, so that it is seen.
fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}
