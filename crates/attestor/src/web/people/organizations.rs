//! All organizations, and how a new one comes in.

use askama::Template;
use attestor_core::desk::role::OrganizationKind;
use axum::Form;
use axum::http::StatusCode;
use serde::Deserialize;

use crate::people::refused::Refused;
use crate::store::people::OrganizationRow;
use crate::web::desk_frame::DeskFrame;
use crate::web::form::{Faults, Field};
use crate::web::seat::Seat;
use crate::web::visit::Reply;

/// The kinds that a new organization can have: there is one certification body.
const KINDS: [OrganizationKind; 2] = [OrganizationKind::Publisher, OrganizationKind::Customer];

#[derive(Template)]
#[template(path = "web/people/organizations.html")]
struct Organizations<'s> {
    frame: DeskFrame<'s>,
    organizations: Vec<OrganizationRow>,
    name: Field,
    kinds: Vec<(OrganizationKind, String, bool)>,
    faults: Faults,
}

/// What the form sends.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Typed {
    organization: String,
    kind: String,
}

/// The list.
pub(super) async fn list(seat: Seat) -> Reply {
    page(&seat, &Typed::default(), None).await
}

async fn page(seat: &Seat, typed: &Typed, refused: Option<Refused>) -> Reply {
    let frame = DeskFrame::new(seat, seat.phrases().word("people-organizations-title"));
    let status = if refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let faults =
        refused.map_or_else(|| Ok(Faults::default()), |refused| Faults::told(refused, &frame))?;
    let name = Field::new(&frame, "organization", "text");
    let kind = |kind: OrganizationKind| {
        (kind, frame.t(&format!("people-kind-{kind}")), typed.kind == kind.as_str())
    };
    let page = Organizations {
        organizations: seat.site.people.store().organizations().await?,
        name: name.with(&typed.organization).told(&faults),
        kinds: KINDS.map(kind).to_vec(),
        faults,
        frame,
    };
    seat.page(status, &page)
}

/// Makes an organization.
pub(super) async fn make(seat: Seat, Form(typed): Form<Typed>) -> Reply {
    let kind = OrganizationKind::parse(&typed.kind);
    match seat.site.people.make_organization(seat.caller()?, &typed.organization, kind).await {
        Ok(id) => Ok(Seat::go(&format!("/organizations/{id}?said=organization"))),
        Err(refused) => page(&seat, &typed, Some(refused)).await,
    }
}
