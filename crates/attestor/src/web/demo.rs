//! The demo's door to the desk: a button for each member. It is there only in `attestor demo`.

use std::sync::Arc;

use askama::Template;
use attestor_core::desk::role::Role;
use axum::Form;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;

use super::Site;
use super::access::{Need, Routes};
use super::desk_frame::DeskFrame;
use super::seat::Seat;
use super::visit::{Refusal, Reply};
use crate::actions::demo_desk::MEMBERS;

/// The addresses of the demo.
pub(super) fn routes() -> Routes {
    Routes::new().get("/demo", Need::Public, show).post("/demo", Need::Public, enter)
}

/// A member to enter as.
struct Door {
    account: &'static str,
    name: &'static str,
    role: String,
    text: String,
}

#[derive(Template)]
#[template(path = "web/demo.html")]
struct Page<'s> {
    frame: DeskFrame<'s>,
    doors: Vec<Door>,
}

async fn show(seat: Seat) -> Reply {
    let frame = DeskFrame::new(&seat, seat.phrases().word("people-demo-title"));
    let door = |(account, name, role): (&'static str, &'static str, _)| Door {
        account,
        name,
        role: frame.t(&format!("people-role-{role}")),
        text: frame.t(&format!("people-demo-as-{account}")),
    };
    let doors = MEMBERS.into_iter().map(door).collect();
    seat.page(StatusCode::OK, &Page { doors, frame })
}

#[derive(Deserialize)]
struct Wanted {
    account: String,
}

async fn enter(State(site): State<Arc<Site>>, seat: Seat, Form(wanted): Form<Wanted>) -> Reply {
    let began = site.people.enter_demo(&wanted.account, seat.agent()).await?;
    let began = began.ok_or(Refusal::NotFound)?;
    Ok(seat.go_with(&began, first_page(&wanted.account)))
}

/// Where a member begins: customers have no part in cases.
fn first_page(account: &str) -> &'static str {
    let role = MEMBERS.into_iter().find(|(own, ..)| *own == account).map(|(.., role)| role);
    match role {
        Some(Role::CustomerAdmin) if cfg!(feature = "lake") => "/mfa",
        Some(Role::CustomerAdmin) => "/people",
        _ => "/desk",
    }
}
