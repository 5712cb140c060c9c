//! The SQL over the sign-in logs on many machines: a Ballista cluster of the same query engine.
//!
//! This is the only package that sees Ballista. [`Cluster`] asks, [`schedule`] and [`execute`] are
//! what answers. Nobody has to know Delta Lake but who asks: a plan names the files to read.

mod client;
mod executor;
mod scheduler;

pub use client::Cluster;
pub use executor::{Executor, execute};
pub use scheduler::schedule;
