//! The pages of the site over HTTP, made from the demo catalog by the real program.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "tests stop at the first surprise"
)]

#[path = "web/client.rs"]
mod client;
#[path = "web/crawl.rs"]
mod crawl;
#[path = "web/hostile.rs"]
mod hostile;
#[path = "web/pages.rs"]
mod pages;
