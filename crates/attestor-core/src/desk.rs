//! The certification desk: a case that publishers and analysts work on together.
//!
//! A case is what its acts add up to. Read in this order:
//! - `act`: everything that can be done to a case.
//! - `file`: what a case is made of, beside the facts that decide it (`certification::case`).
//! - `guard`: may this be done now? `fold`: what it changes. Guards look at today's rules and are
//!   asked once; folding never refuses, so that an old case reads the same for ever.
//! - `thread`: conversations. `status`: where each control stands on the desk. `standing`: whose move
//!   it is, and by when. `decision`: what a decision rests on, by digests.

pub mod act;
pub mod applicability;
pub mod decision;
pub mod file;
mod fold;
pub mod guard;
pub mod refusal;
pub mod role;
pub mod standing;
pub mod status;
pub mod thread;

#[cfg(test)]
mod tests;
