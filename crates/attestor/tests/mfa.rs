//! The report on multifactor authentication from the command line: logs in, by file and from a server
//! in the manner of Microsoft Graph; numbers, rows and SQL out.
//!
//! Read in this order: `sample` (logs with the numbers of the published examples), `graph` (a server
//! on this machine), then the tests: `files`, `hostile`, `newcomers`, `export`, `pull`, `stopped`,
//! `directory`, and where others answer the same questions: `dialects`, `elsewhere`, `beside_duckdb`.
#![cfg(feature = "lake")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::float_arithmetic,
    unreachable_pub,
    dead_code,
    reason = "tests stop at the first surprise"
)]

#[cfg(unix)]
#[path = "mfa/beside_duckdb.rs"]
mod beside_duckdb;
#[cfg(unix)]
#[path = "mfa/dialects.rs"]
mod dialects;
#[path = "mfa/directory.rs"]
mod directory;
#[path = "durability/disk.rs"]
mod disk;
#[path = "mfa/elsewhere.rs"]
mod elsewhere;
#[path = "mfa/export.rs"]
mod export;
#[path = "mfa/files.rs"]
mod files;
#[path = "mfa/graph.rs"]
mod graph;
#[cfg(unix)]
#[path = "mfa/hostile.rs"]
mod hostile;
#[path = "mfa/newcomers.rs"]
mod newcomers;
#[path = "mfa/pull.rs"]
mod pull;
#[path = "cli/run.rs"]
mod run;
#[path = "mfa/sample.rs"]
mod sample;
#[cfg(unix)]
#[path = "../src/store/suite/server.rs"]
mod server;
#[path = "mfa/stopped.rs"]
mod stopped;
