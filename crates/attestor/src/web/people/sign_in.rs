//! Signing in with a password, and signing out.

use askama::Template;
use axum::Form;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;

use crate::people::refused::Refused;
use crate::people::sign_in::From;
use crate::web::access::client::Client;
use crate::web::access::cookie;
use crate::web::address;
use crate::web::desk_frame::DeskFrame;
use crate::web::form::{Faults, Field};
use crate::web::seat::{Seat, way_on};
use crate::web::visit::{Refusal, Reply};

#[derive(Template)]
#[template(path = "web/people/sign_in.html")]
struct SignIn<'s> {
    frame: DeskFrame<'s>,
    fields: Vec<Field>,
    next: String,
    faults: Faults,
}

/// What the form sends.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Typed {
    email: String,
    password: String,
    next: String,
}

/// The page; who is signed in already goes on.
pub(super) async fn show(seat: Seat) -> Reply {
    let next = seat.asked("next");
    if seat.caller.is_some() {
        return Ok(Seat::go(way_on(&next)));
    }
    page(&seat, &Typed { next, ..Typed::default() }, StatusCode::OK, Faults::default())
}

fn page(seat: &Seat, typed: &Typed, status: StatusCode, faults: Faults) -> Reply {
    let frame = DeskFrame::new(seat, seat.phrases().word("people-sign-in-title"));
    let email = Field::new(&frame, "email", "email").with(&typed.email).autocomplete("username");
    let password = Field::new(&frame, "password", "password").autocomplete("current-password");
    let fields = vec![email, password];
    let next = way_on(&typed.next).to_owned();
    seat.page(status, &SignIn { fields, next, faults, frame })
}

/// Signs in, and leads to the second factor or on.
pub(super) async fn submit(seat: Seat, client: Client, Form(typed): Form<Typed>) -> Reply {
    let from = From { address: client.0, agent: seat.agent() };
    let people = &seat.site.people;
    let began = match people.sign_in((&typed.email, &typed.password), from).await {
        Ok(began) => began,
        Err(refused) => return again(&seat, &typed, refused),
    };
    forget(&seat).await?;
    let next = way_on(&typed.next);
    let caller = people.signed_in(&began.secret).await?;
    let enough = caller.as_ref().is_some_and(|caller| caller.has_enough_factors());
    let is_set_up = caller.is_some_and(|caller| caller.second_factor.is_set_up());
    let to = match (enough, is_set_up) {
        (true, _) => next.to_owned(),
        (false, true) => format!("/sign-in/second-factor{}", address::query([("next", next)])),
        (false, false) => "/account/security".to_owned(),
    };
    Ok(seat.go_with(&began, &to))
}

/// Ends the session that this browser had before.
pub(super) async fn forget(seat: &Seat) -> Result<(), Refusal> {
    let people = &seat.site.people;
    let Some(old) = cookie::read(&seat.headers, &seat.site) else { return Ok(()) };
    let Some(caller) = people.signed_in(&old).await? else { return Ok(()) };
    match people.end_session(&caller, caller.session().unwrap_or_default()).await {
        Err(Refused::Failed(stop)) => Err(Refusal::Failed(stop)),
        Ok(()) | Err(_) => Ok(()),
    }
}

fn again(seat: &Seat, typed: &Typed, refused: Refused) -> Reply {
    let frame = DeskFrame::new(seat, String::new());
    if let Refused::TooMany(seconds) = refused {
        let faults = Faults::told(refused, &frame)?;
        let answer = page(seat, typed, StatusCode::TOO_MANY_REQUESTS, faults)?;
        return Ok(later(answer, seconds));
    }
    let faults = Faults::told(refused, &frame)?;
    page(seat, typed, StatusCode::UNPROCESSABLE_ENTITY, faults)
}

fn later(answer: Response, seconds: u64) -> Response {
    let mut answer = answer.into_response();
    answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    answer
}

/// Ends the session.
pub(super) async fn sign_out(seat: Seat) -> Reply {
    let caller = seat.caller()?;
    match seat.site.people.end_session(caller, caller.session().unwrap_or_default()).await {
        Ok(()) | Err(Refused::NotFound) => Ok(seat.go_without("/sign-in?said=signed-out")),
        Err(refused) => {
            let frame = DeskFrame::new(&seat, String::new());
            Faults::told(refused, &frame)?;
            Ok(seat.go_without("/sign-in"))
        }
    }
}
