//! Trust portals as rows. What is here reads and writes, and decides nothing: rules are in
//! `actions/trust`.
//!
//! - `versions`: what organizations published, version by version.
//! - `systems`: what customers rest on.

mod systems;
mod versions;

pub(crate) use systems::{SystemNotice, SystemRow};
pub(crate) use versions::{NewVersion, PortalsRevision, TrustVersionRow};
