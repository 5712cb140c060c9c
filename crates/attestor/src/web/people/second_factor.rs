//! The second step of signing in.

use askama::Template;
use axum::Form;
use axum::http::StatusCode;
use serde::Deserialize;

use crate::people::caller::SecondFactor;
use crate::web::desk_frame::DeskFrame;
use crate::web::form::{Faults, Field};
use crate::web::seat::{Seat, way_on};
use crate::web::visit::Reply;

#[derive(Template)]
#[template(path = "web/people/second_factor.html")]
struct Page<'s> {
    frame: DeskFrame<'s>,
    factor: SecondFactor,
    code: Field,
    recovery: Field,
    next: String,
    faults: Faults,
}

/// What the forms send: a code of the app or a recovery code.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Typed {
    code: String,
    recovery: String,
    next: String,
}

/// The page; who has shown it goes on, and who has none sets one up.
pub(super) async fn show(seat: Seat) -> Reply {
    let next = seat.asked("next");
    let caller = seat.caller()?;
    if caller.has_enough_factors() {
        return Ok(Seat::go(way_on(&next)));
    }
    if !caller.second_factor.is_set_up() {
        return Ok(Seat::go("/account/security"));
    }
    page(&seat, &Typed { next, ..Typed::default() }, StatusCode::OK, Faults::default())
}

fn page(seat: &Seat, typed: &Typed, status: StatusCode, faults: Faults) -> Reply {
    let frame = DeskFrame::new(seat, seat.phrases().word("people-second-title"));
    let code = Field::new(&frame, "code", "text").autocomplete("one-time-code").told(&faults);
    let recovery = Field::new(&frame, "recovery", "text").told(&faults);
    let factor = seat.caller()?.second_factor;
    let next = way_on(&typed.next).to_owned();
    seat.page(status, &Page { factor, code, recovery, next, faults, frame })
}

/// Takes a code.
pub(super) async fn submit(seat: Seat, Form(typed): Form<Typed>) -> Reply {
    let (people, caller) = (&seat.site.people, seat.caller()?);
    let shown = if typed.recovery.trim().is_empty() {
        people.show_code(caller, &typed.code).await
    } else {
        people.show_recovery_code(caller, &typed.recovery).await
    };
    match shown {
        Ok(began) => Ok(seat.go_with(&began, way_on(&typed.next))),
        Err(refused) => {
            let frame = DeskFrame::new(&seat, String::new());
            let faults = Faults::told(refused, &frame)?;
            page(&seat, &typed, StatusCode::UNPROCESSABLE_ENTITY, faults)
        }
    }
}
