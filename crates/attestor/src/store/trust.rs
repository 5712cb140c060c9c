//! Trust portals as rows. What is here reads and writes, and decides nothing: rules are in
//! `actions/trust`.
//!
//! - `versions`: what organizations published, version by version.

mod versions;

pub(crate) use versions::{NewVersion, PortalsRevision, TrustVersionRow};
