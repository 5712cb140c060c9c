//! One file per thing the product does: load, ask the core, hand over the result. Doors call these.

pub(crate) mod assess;
pub(crate) mod browse;
pub(crate) mod demo_days;
pub(crate) mod demo_desk;
#[cfg(feature = "lake")]
pub(crate) mod demo_mfa;
pub(crate) mod demo_trust;
pub(crate) mod desk;
pub(crate) mod export_site;
pub(crate) mod import_pages;
#[cfg(feature = "lake")]
pub(crate) mod mfa;
pub(crate) mod permission_list;
pub(crate) mod reader;
pub(crate) mod report;
pub(crate) mod reread_pages;
pub(crate) mod show_app;
pub(crate) mod trust;
