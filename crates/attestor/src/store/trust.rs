//! Trust portals as rows. What is here reads and writes, and decides nothing: rules are in
//! `actions/trust`.
//!
//! - `versions`: what organizations published, version by version.
//! - `documents`, `agreements`, `requests`, `downloads`: files behind items, and who reads them.

pub(crate) mod agreements;
pub(crate) mod documents;
pub(crate) mod downloads;
pub(crate) mod requests;
mod versions;

pub(crate) use versions::{NewVersion, PortalsRevision, TrustVersionRow};
