//! Trust portals as rows. What is here reads and writes, and decides nothing: rules are in
//! `actions/trust`.
//!
//! - `versions`: what organizations published, version by version.
//! - `documents`, `agreements`, `requests`, `downloads`: files behind items, and who reads them.
//! - `watches`, `notices`: who watches what, and what they were told. `links`: addresses that were tried.
//! - `systems`: what customers rest on.

pub(crate) mod agreements;
pub(crate) mod documents;
pub(crate) mod downloads;
mod links;
mod notices;
pub(crate) mod requests;
mod systems;
mod versions;
mod watches;

pub(crate) use links::LinkRow;
pub(crate) use notices::NoticeRow;
pub(crate) use systems::SystemRow;
pub(crate) use versions::{NewVersion, PortalsRevision, TrustVersionRow, VersionLine};
pub(crate) use watches::WatchRow;
