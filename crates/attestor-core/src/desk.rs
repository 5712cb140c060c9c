//! The certification desk: what people may do, and what they do to a case.
//!
//! Read first: [`role`], who may do what.

pub mod role;
