//! The publisher says that all evidence is in: what has evidence is handed in, and a decision is due.

use attestor_core::desk::act::Act;
use attestor_core::desk::file::Stage;
use attestor_core::desk::role::Right;
use attestor_core::desk::standing::{Move, standing};
use attestor_core::desk::status::counts;
use axum::extract::Path;

use super::list;
use super::look::Look;
use crate::phrases::Arg;
use crate::web::desk::form::Typed;
use crate::web::desk::nav::Here;
use crate::web::desk::refused::NotDone;
use crate::web::desk::visit::DeskVisit;
use crate::web::visit::Reply;

/// The form.
pub(super) struct Complete {
    /// Where it is sent.
    pub(super) action: String,
    /// The number of the last act that the page shows.
    pub(super) seen: u64,
    /// Whether this is what the case waits for; else it can be done, and is not what is next.
    pub(super) is_next: bool,
    /// How much is still with the publisher, in words; empty for nothing.
    pub(super) open: String,
}

impl Complete {
    /// The form for who may hand in, while evidence comes in.
    pub(super) fn of(look: &Look<'_>) -> Option<Self> {
        if look.file.stage() != Stage::EvidenceOpen || !look.may(Right::CaseHandIn) {
            return None;
        }
        let counts = counts(look.file, &look.assessment);
        let with_publisher = counts.open + counts.revision_requested;
        let args = [("count", Arg::from(with_publisher))];
        let open = (with_publisher > 0).then(|| look.phrases().text("desk-complete-open", &args));
        Some(Self {
            action: look.address("/complete"),
            seen: look.file.number,
            is_next: standing(look.program(), look.file, &look.assessment).next == Move::Complete,
            open: open.unwrap_or_default(),
        })
    }
}

/// Says it.
pub(super) async fn say(visit: DeskVisit, Path(case): Path<String>, typed: Typed) -> Reply {
    match visit.act(&case, typed.seen(), Act::CompleteEvidence {}).await {
        Ok(_) => visit.done(&Here::Controls.address(&case), "desk-done-complete"),
        Err(refused) => {
            let not_done = NotDone::of(refused, visit.phrases())?;
            list::again(&visit, &case, &typed, not_done).await
        }
    }
}
