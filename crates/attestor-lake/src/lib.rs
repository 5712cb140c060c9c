//! Sign-in logs as Delta Lake tables, and the SQL over them.
//!
//! This is the only package that sees the query engine. What the numbers mean stands in
//! `attestor_core::mfa`; here is how they are found in many rows.

mod append;
mod commit;
mod daily;
mod fault;
mod file;
mod place;
mod read;
mod rows;
mod session;
mod tables;

pub use fault::Fault;
pub use place::Place;
