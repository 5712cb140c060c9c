//! The portal of the own organization: drafts, what was found in them, publishing, versions.
//!
//! Read in this order:
//! - [`routes`]: every address. [`publisher`]: for whom somebody publishes.
//! - `portal`: what is published, the draft, and how a new one comes in. `draft`: the draft in words.
//! - `versions`: what was published before, side by side and to take along. `links`: addresses.

mod draft;
mod files;
mod links;
mod portal;
mod versions;

#[cfg(test)]
pub(in crate::web) mod tests;

use attestor_core::desk::role::Right;

use super::access::{Caller, Need, Routes};
use super::visit::Refusal;
use crate::actions::trust::publication::{NotDone, Publisher};

/// All addresses.
pub(super) fn routes() -> Routes {
    let need = Need::Right(Right::OfferingsPublish);
    Routes::new()
        .get("/offerings", need, portal::show)
        .post("/offerings/draft", need, portal::send)
        .post("/offerings/publish", need, portal::publish)
        .post("/offerings/discard", need, portal::discard)
        .post("/offerings/withdraw", need, portal::withdraw)
        .get("/offerings/versions", need, versions::list)
        .get("/offerings/versions/{number}", need, versions::show)
        .get("/offerings/versions/{number}/{file}", need, files::send)
        .get("/offerings/links", need, links::show)
}

/// Who publishes for the own organization.
fn publisher(caller: &Caller) -> Result<Publisher<'_>, Refusal> {
    let organization = caller.organization().ok_or(Refusal::NotFound)?;
    let actor = caller.actor();
    Ok(Publisher { account: actor.account, role: actor.role, organization })
}

/// A refusal that no form can show.
fn refused(not: NotDone) -> Refusal {
    match not {
        NotDone::NotFound => Refusal::NotFound,
        NotDone::Failed(stop) => stop.into(),
        NotDone::Faults(_) | NotDone::Outdated | NotDone::NotAccepted(_) => Refusal::BadRequest,
    }
}
