//! The people of an organization: members, open invitations, and how somebody new comes in.
//!
//! Whoever may manage the people of the own organization does so at `/people`; whoever may manage
//! those of all does the same at `/organizations/…`.

use askama::Template;
use attestor_core::desk::role::{OrganizationKind, Role};
use axum::Form;
use axum::extract::Path;
use axum::http::StatusCode;
use serde::Deserialize;

use crate::people::refused::Refused;
use crate::store::people::{InvitationRow, MemberRow, OrganizationRow};
use crate::web::desk_frame::DeskFrame;
use crate::web::form::{Faults, Field};
use crate::web::seat::Seat;
use crate::web::visit::{Refusal, Reply};

#[derive(Template)]
#[template(path = "web/people/members.html")]
struct Members<'s> {
    frame: DeskFrame<'s>,
    organization: OrganizationRow,
    /// The word for its kind.
    kind: String,
    /// Where the forms of the page go.
    base: String,
    members: Vec<Line>,
    invitations: Vec<InvitationRow>,
    /// The link to hand over, shown once.
    made: Option<String>,
    email: Field,
    roles: Vec<(Role, String, bool)>,
    role_fault: String,
    faults: Faults,
}

/// A member.
struct Line {
    row: MemberRow,
    role: String,
    /// Whether the caller may end the membership.
    ends: bool,
}

/// What the forms send.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Typed {
    email: String,
    role: String,
    invitation: String,
    membership: String,
}

/// Which organization a page is about.
struct Place {
    organization: String,
    base: String,
}

impl Place {
    fn own(seat: &Seat) -> Result<Self, Refusal> {
        let organization = seat.caller()?.organization().ok_or(Refusal::NotFound)?.to_owned();
        Ok(Self { organization, base: "/people".to_owned() })
    }

    fn any(organization: String) -> Self {
        let base = format!("/organizations/{}", crate::web::address::part(&organization));
        Self { organization, base }
    }
}

/// The own organization.
pub(super) async fn show_own(seat: Seat) -> Reply {
    page(&seat, &Place::own(&seat)?, &Typed::default(), Ok(None)).await
}

/// Any organization.
pub(super) async fn show(seat: Seat, Path(id): Path<String>) -> Reply {
    page(&seat, &Place::any(id), &Typed::default(), Ok(None)).await
}

/// Invites to the own organization.
pub(super) async fn invite_own(seat: Seat, Form(typed): Form<Typed>) -> Reply {
    invite_to(&seat, &Place::own(&seat)?, &typed).await
}

/// Invites to any organization.
pub(super) async fn invite(seat: Seat, Path(id): Path<String>, Form(typed): Form<Typed>) -> Reply {
    invite_to(&seat, &Place::any(id), &typed).await
}

/// Withdraws an invitation to the own organization.
pub(super) async fn withdraw_own(seat: Seat, Form(typed): Form<Typed>) -> Reply {
    withdraw_from(&seat, &Place::own(&seat)?, &typed).await
}

/// Withdraws an invitation to any organization.
pub(super) async fn withdraw(
    seat: Seat,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Reply {
    withdraw_from(&seat, &Place::any(id), &typed).await
}

/// Ends a membership of the own organization.
pub(super) async fn end_own(seat: Seat, Form(typed): Form<Typed>) -> Reply {
    end_in(&seat, &Place::own(&seat)?, &typed).await
}

/// Ends a membership of any organization.
pub(super) async fn end(seat: Seat, Path(id): Path<String>, Form(typed): Form<Typed>) -> Reply {
    end_in(&seat, &Place::any(id), &typed).await
}

async fn invite_to(seat: &Seat, place: &Place, typed: &Typed) -> Reply {
    let made = match Role::parse(&typed.role) {
        Some(role) => {
            let to = (place.organization.as_str(), role);
            seat.site.people.invite(seat.caller()?, to, &typed.email).await
        }
        None => Err(Refused::field("role", "role")),
    };
    let link =
        made.map(|code| Some(format!("{}/invitations?code={code}", seat.site.settings.public_url)));
    page(seat, place, typed, link).await
}

async fn withdraw_from(seat: &Seat, place: &Place, typed: &Typed) -> Reply {
    let people = &seat.site.people;
    let end = people.withdraw_invitation(seat.caller()?, &place.organization, &typed.invitation);
    match end.await {
        Ok(()) => Ok(Seat::go(&format!("{}?said=withdrawn", place.base))),
        Err(refused) => page(seat, place, typed, Err(refused)).await,
    }
}

async fn end_in(seat: &Seat, place: &Place, typed: &Typed) -> Reply {
    let people = &seat.site.people;
    match people.end_member(seat.caller()?, &place.organization, &typed.membership).await {
        Ok(()) => Ok(Seat::go(&format!("{}?said=member-ended", place.base))),
        Err(refused) => page(seat, place, typed, Err(refused)).await,
    }
}

async fn page(
    seat: &Seat,
    place: &Place,
    typed: &Typed,
    made: Result<Option<String>, Refused>,
) -> Reply {
    let (store, caller) = (seat.site.people.store(), seat.caller()?);
    let row = store.organization(&place.organization).await?.ok_or(Refusal::NotFound)?;
    let frame = DeskFrame::new(seat, row.name.clone());
    let (made, faults) = match made {
        Ok(made) => (made, Faults::default()),
        Err(refused) => (None, Faults::told(refused, &frame)?),
    };
    let status =
        if faults.all().is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let gives = |role: Role| caller.role().is_some_and(|own| own.may_give(role));
    let word = |role: Role| frame.t(&format!("people-role-{role}"));
    let kind = OrganizationKind::parse(&row.kind);
    let roles = kind.into_iter().flat_map(OrganizationKind::roles).filter(|role| gives(*role));
    let roles = roles.map(|role| (role, word(role), typed.role == role.as_str())).collect();
    let line = |row: MemberRow| {
        let role = Role::parse(&row.role);
        Line { role: role.map_or_else(String::new, word), ends: role.is_some_and(gives), row }
    };
    let now = seat.now.to_string();
    // What was typed stays only where something was wrong with it.
    let email = if faults.all().is_empty() { "" } else { &typed.email };
    let email = Field::new(&frame, "email", "email").with(email).optional();
    let page = Members {
        members: store.members_of(&place.organization).await?.into_iter().map(line).collect(),
        invitations: store.invitations_to(&place.organization, &now).await?,
        email: email.hint(frame.t("people-invite-email-hint")).told(&faults),
        role_fault: faults.of("role"),
        base: place.base.clone(),
        kind: frame.t(&format!("people-kind-{}", row.kind)),
        organization: row,
        roles,
        made,
        faults,
        frame,
    };
    seat.page(status, &page)
}
