//! Sign-in logs as Delta Lake tables, and the SQL over them.
//!
//! This is the only package that sees the query engine. What the numbers mean stands in
//! `attestor_core::mfa`; here is how they are found in many rows.

mod accounts;
mod append;
mod commit;
mod compact;
mod daily;
mod documents;
mod downloads;
mod export;
mod fault;
mod file;
mod ingest;
mod lake;
mod listed;
mod place;
mod query;
mod read;
mod report;
mod rows;
mod session;
mod tables;

pub use accounts::AccountRow;
pub use compact::Compacted;
pub use downloads::{Principal, RequestWithout};
pub use export::{Column, Export, Exported, Form};
pub use fault::Fault;
pub use ingest::{HeldLog, Import, Imported, ImportedLog, look};
pub use lake::Lake;
pub use place::Place;
pub use query::{Answer, Limits, answer, asked};
pub use report::ApiRequest;
