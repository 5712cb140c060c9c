//! The pages behind links that work once: the first start, an invitation, the way back into an
//! account. The code stands in the query, which no log keeps.

use askama::Template;
use axum::Form;
use axum::http::StatusCode;
use serde::Deserialize;

use crate::people::invitations::NewAccount;
use crate::people::passwords::{LEAST, MOST};
use crate::people::refused::Refused;
use crate::store::people::InvitationRow;
use crate::web::desk_frame::DeskFrame;
use crate::web::form::{Faults, Field};
use crate::web::seat::Seat;
use crate::web::visit::{Refusal, Reply};

/// A page that is one form.
#[derive(Template)]
#[template(path = "web/people/entry.html")]
struct Entry<'s> {
    frame: DeskFrame<'s>,
    heading: String,
    lead: String,
    action: &'static str,
    code: String,
    fields: Vec<Field>,
    submit: String,
    faults: Faults,
    /// Whether who is signed in may join as they are, with the words of the button.
    join: Option<String>,
}

/// What the forms of this room send.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Typed {
    code: String,
    organization: String,
    email: String,
    name: String,
    password: String,
}

impl Typed {
    fn account(&self) -> NewAccount<'_> {
        NewAccount { email: &self.email, name: &self.name, password: &self.password }
    }
}

/// The page of the first start.
pub(super) async fn setup(seat: Seat) -> Reply {
    let code = seat.asked("code");
    let typed = Typed { code, ..Typed::default() };
    setup_page(&seat, &typed, StatusCode::OK, None).await
}

/// Makes the certification body and its first program owner.
pub(super) async fn set_up(seat: Seat, Form(typed): Form<Typed>) -> Reply {
    let people = &seat.site.people;
    let made = people.set_up(&typed.code, &typed.organization, typed.account(), seat.agent());
    match made.await {
        Ok(began) => Ok(seat.go_with(&began, "/account/security?said=set-up")),
        Err(refused) => {
            setup_page(&seat, &typed, StatusCode::UNPROCESSABLE_ENTITY, Some(refused)).await
        }
    }
}

async fn setup_page(
    seat: &Seat,
    typed: &Typed,
    status: StatusCode,
    refused: Option<Refused>,
) -> Reply {
    if !seat.site.people.is_setup_code(&typed.code).await? {
        return gone(seat, "people-setup-gone");
    }
    let frame = DeskFrame::new(seat, seat.phrases().word("people-setup-title"));
    let faults = told(refused, &frame)?;
    let organization = Field::new(&frame, "organization", "text")
        .with(&typed.organization)
        .autocomplete("organization");
    let mut fields = vec![organization];
    fields.extend(person(&frame, typed));
    let page = Entry {
        heading: frame.t("people-setup-title"),
        lead: frame.t("people-setup-lead"),
        action: "/setup",
        code: typed.code.clone(),
        fields: fields.into_iter().map(|field| field.told(&faults)).collect(),
        submit: frame.t("people-setup-submit"),
        faults,
        join: None,
        frame,
    };
    seat.page(status, &page)
}

/// The page of an invitation.
pub(super) async fn invitation(seat: Seat) -> Reply {
    let typed = Typed { code: seat.asked("code"), ..Typed::default() };
    invitation_page(&seat, &typed, StatusCode::OK, None).await
}

/// Makes an account for who was invited.
pub(super) async fn accept(seat: Seat, Form(typed): Form<Typed>) -> Reply {
    match seat.site.people.accept(&typed.code, typed.account(), seat.agent()).await {
        Ok(began) => Ok(seat.go_with(&began, "/account/security?said=welcome")),
        Err(refused) => {
            invitation_page(&seat, &typed, StatusCode::UNPROCESSABLE_ENTITY, Some(refused)).await
        }
    }
}

/// Makes who is signed in a member.
pub(super) async fn join(seat: Seat, Form(typed): Form<Typed>) -> Reply {
    match seat.site.people.join(seat.caller()?, &typed.code).await {
        Ok(began) => Ok(seat.go_with(&began, "/account?said=joined")),
        Err(refused) => {
            invitation_page(&seat, &typed, StatusCode::UNPROCESSABLE_ENTITY, Some(refused)).await
        }
    }
}

async fn invitation_page(
    seat: &Seat,
    typed: &Typed,
    status: StatusCode,
    refused: Option<Refused>,
) -> Reply {
    let found = seat.site.people.invitation(&typed.code).await?;
    let Some(found) = found.filter(|one| one.organization_id.is_some()) else {
        return gone(seat, "people-invitation-gone");
    };
    let frame = DeskFrame::new(seat, seat.phrases().word("people-invitation-title"));
    let faults = told(refused, &frame)?;
    let meant = found.email.clone().unwrap_or_default();
    let email = if typed.email.is_empty() { meant } else { typed.email.clone() };
    let typed =
        Typed { email, name: typed.name.clone(), code: typed.code.clone(), ..Typed::default() };
    let page = Entry {
        heading: heading(&frame, &found),
        lead: frame.t("people-invitation-lead"),
        action: "/invitations",
        fields: person(&frame, &typed).into_iter().map(|field| field.told(&faults)).collect(),
        submit: frame.t("people-invitation-submit"),
        faults,
        join: frame.caller().map(|_| frame.t("people-invitation-join")),
        code: typed.code,
        frame,
    };
    seat.page(status, &page)
}

fn heading(frame: &DeskFrame<'_>, found: &InvitationRow) -> String {
    let role = frame.t(&format!("people-role-{}", found.role));
    let values =
        [("organization", found.organization.as_str().into()), ("role", role.as_str().into())];
    frame.text("people-invitation-heading", &values)
}

/// The page of the way back into an account.
pub(super) async fn link(seat: Seat) -> Reply {
    let typed = Typed { code: seat.asked("code"), ..Typed::default() };
    link_page(&seat, &typed, StatusCode::OK, None).await
}

/// Comes back into an account with a new password.
pub(super) async fn come_back(seat: Seat, Form(typed): Form<Typed>) -> Reply {
    match seat.site.people.come_back(&typed.code, &typed.password, seat.agent()).await {
        Ok(began) => Ok(seat.go_with(&began, "/account/security?said=back")),
        Err(refused) => {
            link_page(&seat, &typed, StatusCode::UNPROCESSABLE_ENTITY, Some(refused)).await
        }
    }
}

async fn link_page(
    seat: &Seat,
    typed: &Typed,
    status: StatusCode,
    refused: Option<Refused>,
) -> Reply {
    let found = seat.site.people.invitation(&typed.code).await?;
    if found.is_none_or(|one| one.account_id.is_none()) {
        return gone(seat, "people-link-gone");
    }
    let frame = DeskFrame::new(seat, seat.phrases().word("people-link-title"));
    let faults = told(refused, &frame)?;
    let page = Entry {
        heading: frame.t("people-link-title"),
        lead: frame.t("people-link-lead"),
        action: "/sign-in/link",
        code: typed.code.clone(),
        fields: vec![new_password(&frame).told(&faults)],
        submit: frame.t("people-link-submit"),
        faults,
        join: None,
        frame,
    };
    seat.page(status, &page)
}

/// What is wrong, if anything was refused. A code that was used meanwhile is a page that is gone.
fn told(refused: Option<Refused>, frame: &DeskFrame<'_>) -> Result<Faults, Refusal> {
    refused.map_or_else(|| Ok(Faults::default()), |refused| Faults::told(refused, frame))
}

fn person(frame: &DeskFrame<'_>, typed: &Typed) -> Vec<Field> {
    let name = Field::new(frame, "name", "text").with(&typed.name).autocomplete("name");
    let email = Field::new(frame, "email", "email").with(&typed.email).autocomplete("username");
    vec![name, email, new_password(frame)]
}

/// The field for a password to be.
pub(super) fn new_password(frame: &DeskFrame<'_>) -> Field {
    let values = [("least", LEAST.into()), ("most", MOST.into())];
    Field::new(frame, "password", "password")
        .autocomplete("new-password")
        .hint(frame.text("people-password-hint", &values))
}

/// A code that is not there (any more) is told with what to do about it.
fn gone(seat: &Seat, key: &'static str) -> Reply {
    #[derive(Template)]
    #[template(path = "web/people/gone.html")]
    struct Gone<'s> {
        frame: DeskFrame<'s>,
        text: String,
    }
    let frame = DeskFrame::new(seat, seat.phrases().word("people-gone-title"));
    let page = Gone { text: frame.t(key), frame };
    seat.page(StatusCode::NOT_FOUND, &page)
}
