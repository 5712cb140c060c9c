//! How one signs in: password, second factors, recovery codes, sessions.

use askama::Template;
use axum::Form;
use axum::http::StatusCode;
use serde::Deserialize;

use super::entry::new_password;
use crate::people::caller::SecondFactor;
use crate::people::passkeys;
use crate::people::refused::Refused;
use crate::people::totp::Draft;
use crate::store::people::{PasskeyRow, SessionRow};
use crate::web::desk_frame::DeskFrame;
use crate::web::form::{Faults, Field};
use crate::web::seat::Seat;
use crate::web::visit::Reply;

#[derive(Template)]
#[template(path = "web/people/security.html")]
struct Security<'s> {
    frame: DeskFrame<'s>,
    /// Whether nothing else can be done before a second factor is there.
    must: bool,
    factor: SecondFactor,
    draft: Option<Draft>,
    code: Field,
    passkeys: Vec<PasskeyRow>,
    /// Whether devices make keys for this site.
    can_have_passkeys: bool,
    codes_left: String,
    /// New recovery codes, shown once.
    codes: Vec<String>,
    /// The address of the account, for programs that keep passwords.
    email: String,
    passwords: Vec<Field>,
    sessions: Vec<SessionRow>,
    here: String,
    faults: Faults,
}

/// What the forms send.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Typed {
    code: String,
    session: String,
    password: String,
    #[serde(rename = "old-password")]
    old_password: String,
}

/// The page.
pub(super) async fn show(seat: Seat) -> Reply {
    page(&seat, StatusCode::OK, None, Vec::new()).await
}

async fn page(
    seat: &Seat,
    status: StatusCode,
    refused: Option<Refused>,
    codes: Vec<String>,
) -> Reply {
    let caller = seat.caller()?;
    let (people, store) = (&seat.site.people, seat.site.people.store());
    let frame = DeskFrame::new(seat, seat.phrases().word("people-security-title"));
    let faults =
        refused.map_or_else(|| Ok(Faults::default()), |refused| Faults::told(refused, &frame))?;
    let draft = if caller.second_factor.app { None } else { people.totp_draft(caller).await.ok() };
    let left = store.recovery_codes_left(&caller.account_id).await?;
    let now = seat.now.to_string();
    let page = Security {
        must: !caller.has_enough_factors(),
        factor: caller.second_factor,
        draft,
        code: Field::new(&frame, "code", "text").autocomplete("one-time-code").told(&faults),
        can_have_passkeys: passkeys::are_possible(&seat.site.settings.public_url),
        passkeys: store.passkeys_of(&caller.account_id).await?,
        codes_left: frame.text("people-recovery-left", &[("count", left.into())]),
        codes,
        email: store.account(&caller.account_id).await?.map_or_else(String::new, |one| one.email),
        passwords: vec![
            Field::new(&frame, "old-password", "password")
                .autocomplete("current-password")
                .told(&faults),
            new_password(&frame).labeled(frame.t("people-new-password")).told(&faults),
        ],
        sessions: store.sessions_of(&caller.account_id, &now).await?,
        here: caller.session().unwrap_or_default().to_owned(),
        faults,
        frame,
    };
    seat.page(status, &page)
}

async fn again(seat: &Seat, refused: Refused) -> Reply {
    page(seat, StatusCode::UNPROCESSABLE_ENTITY, Some(refused), Vec::new()).await
}

/// Leads back to the page with what was done, or tells why it was not.
pub(super) async fn done(seat: &Seat, end: Result<(), Refused>, said: &str) -> Reply {
    match end {
        Ok(()) => Ok(Seat::go(&format!("/account/security?said={said}"))),
        Err(refused) => again(seat, refused).await,
    }
}

/// Changes the password.
pub(super) async fn password(seat: Seat, Form(typed): Form<Typed>) -> Reply {
    let people = &seat.site.people;
    let end = people.change_password(seat.caller()?, &typed.old_password, &typed.password).await;
    done(&seat, end, "password").await
}

/// Takes an authenticator app into use; the recovery codes follow on the same page.
pub(super) async fn confirm_app(seat: Seat, Form(typed): Form<Typed>) -> Reply {
    match seat.site.people.confirm_totp(seat.caller()?, &typed.code).await {
        Ok(began) => Ok(seat.go_with(&began, "/account/security?said=app")),
        Err(refused) => again(&seat, refused).await,
    }
}

/// Takes the authenticator app out of use.
pub(super) async fn remove_app(seat: Seat) -> Reply {
    let end = seat.site.people.remove_totp(seat.caller()?).await;
    done(&seat, end, "app-removed").await
}

/// Makes new recovery codes and shows them once.
pub(super) async fn recovery_codes(seat: Seat) -> Reply {
    match seat.site.people.new_recovery_codes(seat.caller()?).await {
        Ok(codes) => page(&seat, StatusCode::OK, None, codes).await,
        Err(refused) => again(&seat, refused).await,
    }
}

/// Ends one session.
pub(super) async fn end_session(seat: Seat, Form(typed): Form<Typed>) -> Reply {
    let caller = seat.caller()?;
    let end = seat.site.people.end_session(caller, &typed.session).await;
    if caller.session() == Some(&typed.session) && end.is_ok() {
        return Ok(seat.go_without("/sign-in?said=signed-out"));
    }
    done(&seat, end, "session").await
}

/// Ends all other sessions.
pub(super) async fn end_others(seat: Seat) -> Reply {
    let end = seat.site.people.end_other_sessions(seat.caller()?).await;
    done(&seat, end.map(drop), "sessions").await
}

impl Security<'_> {
    /// The first words of a session's browser.
    fn agent<'a>(&self, session: &'a SessionRow) -> &'a str {
        if session.agent.is_empty() { "–" } else { &session.agent }
    }
}
