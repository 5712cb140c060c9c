//! The documents behind a portal: who reads them, agreements, requests, downloads.
//!
//! Read in this order:
//! - [`routes`]: every address with what it needs.
//! - `gate`: the page before a document, and what a reader does there. `watch`: its button to be told
//!   what becomes of it. `file`: the document itself.
//! - `own`, `agreement`, `requests`, `log`: what the owner sees and does.
//! - `words`: titles, sizes, states and refusals in words.

mod agreement;
pub(super) mod file;
mod gate;
mod log;
mod own;
mod requests;
mod watch;
mod words;

#[cfg(test)]
mod tests;

use attestor_core::desk::role::Right;

use super::access::{Need, Routes};
use super::desk_frame::DeskFrame;
use super::seat::Seat;
use super::visit::Refusal;
use crate::people::caller::Caller;
use crate::phrases::Arg;

/// All addresses.
pub(super) fn routes() -> Routes {
    let own = Need::Right(Right::OfferingsPublish);
    Routes::new()
        .get("/documents/{organization}/{kind}/{item}", Need::Public, gate::show)
        .post("/documents/{organization}/{kind}/{item}/accept", Need::Account, gate::accept)
        .post("/documents/{organization}/{kind}/{item}/ask", Need::Account, gate::ask)
        .post("/documents/{organization}/{kind}/{item}/withdraw", Need::Account, gate::withdraw)
        .get("/documents/{organization}/{kind}/{item}/file", Need::Public, file::send)
        .get("/offerings/documents", own, own::show)
        .post("/offerings/documents", own, own::add)
        .post("/offerings/documents/withdraw", own, own::withdraw)
        .get("/offerings/agreement", own, agreement::show)
        .post("/offerings/agreement", own, agreement::write)
        .get("/offerings/requests", own, requests::show)
        .post("/offerings/requests", own, requests::decide)
        .get("/offerings/downloads", own, log::show)
        .get("/offerings/downloads.csv", own, log::csv)
}

/// One of the owner's pages in the bar above them.
struct Tab {
    address: &'static str,
    text: String,
    here: bool,
}

/// The owner's pages: address and key of the words.
const TABS: [(&str, &str); 5] = [
    ("/offerings", "documents-tab-portal"),
    ("/offerings/documents", "documents-tab-documents"),
    ("/offerings/agreement", "documents-tab-agreement"),
    ("/offerings/requests", "documents-tab-requests"),
    ("/offerings/downloads", "documents-tab-downloads"),
];

/// The bar above the owner's pages.
fn tabs(seat: &Seat) -> Vec<Tab> {
    let here = seat.uri.path();
    let tab = |(address, key): &(&'static str, &str)| Tab {
        address,
        text: seat.phrases().word(key),
        here: here == *address,
    };
    TABS.iter().map(tab).collect()
}

/// The frame of a page with what has just been done, in the words of this room.
fn frame(seat: &Seat, title: String) -> DeskFrame<'_> {
    let mut frame = DeskFrame::new(seat, title);
    let name = seat.asked("said");
    let plain = name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    if plain && !name.is_empty() {
        let said =
            seat.phrases().text(&format!("documents-said-{name}"), &[] as &[(&str, Arg<'_>)]);
        frame.said = Some(said).filter(|said| !said.starts_with('['));
    }
    frame
}

/// The caller and the organization that it acts for.
fn owner(seat: &Seat) -> Result<(&Caller, &str), Refusal> {
    let caller = seat.caller()?;
    Ok((caller, caller.organization().ok_or(Refusal::NotFound)?))
}

/// An id of ours, as a form sends it; no other text is looked for.
fn id(text: &str) -> Option<&str> {
    let plain =
        text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    (plain && !text.is_empty() && text.len() <= 64).then_some(text)
}
