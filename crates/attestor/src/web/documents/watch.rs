//! The button with which a reader is told what becomes of a document.

use crate::actions::trust::documents::standing::Found;
use crate::web::seat::Seat;
use crate::web::visit::Refusal;

/// What the button sends.
pub(super) struct Watch {
    pub(super) organization: String,
    pub(super) kind: &'static str,
    pub(super) item: String,
    /// Whether the reader watches the item already, so that the button ends it.
    pub(super) on: bool,
    /// Where the reader goes on.
    pub(super) next: String,
}

/// The button for who is signed in; one that would end to watch stays also when a newer item came.
pub(super) async fn button(seat: &Seat, found: &Found) -> Result<Option<Watch>, Refusal> {
    let Some(caller) = seat.caller.as_ref().filter(|it| it.has_enough_factors()) else {
        return Ok(None);
    };
    let key = found.key();
    let watches = seat.site.portals.store().watches_of(&caller.account_id).await?;
    let on = watches.iter().any(|it| {
        it.organization_id == key.organization && it.item_kind == key.kind && it.item_id == key.item
    });
    let button = Watch {
        organization: key.organization.to_owned(),
        kind: found.kind.as_str(),
        item: key.item.to_owned(),
        on,
        next: super::gate::base(found),
    };
    Ok((on || !found.is_superseded()).then_some(button))
}
