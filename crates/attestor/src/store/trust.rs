//! Trust portals as rows. What is here reads and writes, and decides nothing: rules are in
//! `actions/trust`.
//!
//! - `versions`: what organizations published, version by version.
//! - `watches`, `notices`: who watches what, and what they were told. `links`: addresses that were tried.

mod links;
mod notices;
mod versions;
mod watches;

pub(crate) use links::LinkRow;
pub(crate) use notices::NoticeRow;
pub(crate) use versions::{NewVersion, PortalsRevision, TrustVersionRow, VersionLine};
pub(crate) use watches::WatchRow;
