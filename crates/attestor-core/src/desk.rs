//! The certification desk: a case that publishers and analysts work on together.
//!
//! A case is what its acts add up to. Read in this order:
//! - `act`: everything that can be done to a case.
//! - `file`: what a case is made of, beside the facts that decide it (`certification::case`).
//! - `guard`: may this be done now? `fold`: what it changes. Guards look at today's rules and are
//!   asked once; folding never refuses, so that an old case reads the same for ever.
//! - `thread`: conversations. `status`: where each control stands on the desk. `standing`: whose move
//!   it is, and by when. `decision`: what a decision rests on, by digests.
//! - `inventory`: components from the lists of other tools. `applicability`: which controls are asked,
//!   and why. `erase`: which files are to be erased.
//!   `copy`: a new case begins with what an earlier one said.

pub mod act;
pub mod applicability;
pub mod copy;
pub mod decision;
pub mod erase;
pub mod file;
mod fold;
pub mod guard;
pub mod inventory;
pub mod refusal;
pub mod role;
pub mod standing;
pub mod status;
pub mod thread;
