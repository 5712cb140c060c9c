//! One's own account: name, language, and as a member of what one acts.

use askama::Template;
use axum::Form;
use axum::http::StatusCode;
use serde::Deserialize;

use crate::languages::Language;
use crate::web::desk_frame::DeskFrame;
use crate::web::form::{Faults, Field};
use crate::web::seat::Seat;
use crate::web::visit::{Refusal, Reply};

#[derive(Template)]
#[template(path = "web/people/account.html")]
struct Account<'s> {
    frame: DeskFrame<'s>,
    email: String,
    name: Field,
    language: String,
    languages: &'static [Language],
    members: Vec<Member>,
    faults: Faults,
}

/// A membership to act in.
struct Member {
    id: String,
    organization: String,
    role: String,
    here: bool,
}

/// What the form sends.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Typed {
    name: String,
    language: String,
}

/// What the choice of a membership sends.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Chosen {
    membership: String,
}

/// The page.
pub(super) async fn show(seat: Seat) -> Reply {
    let caller = seat.caller()?;
    let typed = Typed { name: caller.name.clone(), language: caller.language.clone() };
    page(&seat, &typed, StatusCode::OK, |_| Ok(Faults::default())).await
}

async fn page(
    seat: &Seat,
    typed: &Typed,
    status: StatusCode,
    told: impl FnOnce(&DeskFrame<'_>) -> Result<Faults, Refusal>,
) -> Reply {
    let caller = seat.caller()?;
    let store = seat.site.people.store();
    let account = store.account(&caller.account_id).await?.ok_or(Refusal::NotFound)?;
    let frame = DeskFrame::new(seat, seat.phrases().word("people-account-title"));
    let faults = told(&frame)?;
    let here = caller.membership.as_ref().map(|member| member.id.as_str());
    let members = store.memberships_of(&caller.account_id).await?.into_iter().map(|row| Member {
        here: here == Some(&row.membership_id),
        id: row.membership_id,
        organization: row.organization,
        role: frame.t(&format!("people-role-{}", row.role)),
    });
    let page = Account {
        email: account.email,
        name: Field::new(&frame, "name", "text")
            .with(&typed.name)
            .autocomplete("name")
            .told(&faults),
        language: typed.language.clone(),
        languages: &Language::ALL,
        members: members.collect(),
        faults,
        frame,
    };
    seat.page(status, &page)
}

/// Changes name and language.
pub(super) async fn submit(seat: Seat, Form(typed): Form<Typed>) -> Reply {
    let language = Language::of_tag(&typed.language).map_or("", Language::tag);
    match seat.site.people.change_profile(seat.caller()?, &typed.name, language).await {
        Ok(()) => Ok(Seat::go("/account?said=saved")),
        Err(refused) => {
            page(&seat, &typed, StatusCode::UNPROCESSABLE_ENTITY, |frame| {
                Faults::told(refused, frame)
            })
            .await
        }
    }
}

/// Goes on in another membership.
pub(super) async fn act_for(seat: Seat, Form(chosen): Form<Chosen>) -> Reply {
    match seat.site.people.act_for(seat.caller()?, &chosen.membership).await {
        Ok(began) => Ok(seat.go_with(&began, "/account?said=chosen")),
        Err(refused) => {
            let frame = DeskFrame::new(&seat, String::new());
            Faults::told(refused, &frame)?;
            Ok(Seat::go("/account"))
        }
    }
}
