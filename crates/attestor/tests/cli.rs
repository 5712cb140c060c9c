//! The command line as transcripts: exit code, stdout, stderr. Update them with
//! `INSTA_UPDATE=always cargo test -p attestor --test cli` and read the difference.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::float_arithmetic,
    unreachable_pub,
    reason = "tests stop at the first surprise, and say what they skip"
)]

#[path = "cli/answers.rs"]
mod answers;
#[path = "cli/catalog.rs"]
mod catalog;
#[path = "cli/desk.rs"]
mod desk;
#[path = "cli/dossiers.rs"]
mod dossiers;
#[cfg(unix)]
#[path = "cli/full_disk.rs"]
mod full_disk;
#[path = "cli/hostile.rs"]
mod hostile;
#[path = "cli/people.rs"]
mod people;
#[path = "cli/run.rs"]
mod run;
#[path = "cli/seeds.rs"]
mod seeds;
#[path = "cli/trust.rs"]
mod trust;
