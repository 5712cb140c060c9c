//! One's own access tokens.

use askama::Template;
use axum::Form;
use axum::http::StatusCode;
use serde::Deserialize;

use crate::people::refused::Refused;
use crate::people::tokens::{MOST_DAYS, Scope, Scopes, USUAL_DAYS, Wanted};
use crate::store::people::TokenRow;
use crate::web::desk_frame::DeskFrame;
use crate::web::form::{Faults, Field};
use crate::web::seat::Seat;
use crate::web::visit::{Refusal, Reply};

#[derive(Template)]
#[template(path = "web/people/tokens.html")]
struct Tokens<'s> {
    frame: DeskFrame<'s>,
    /// A new token, shown once.
    made: Option<String>,
    name: Field,
    days: Field,
    scopes: Vec<Choice>,
    scopes_fault: String,
    tokens: Vec<TokenRow>,
    faults: Faults,
}

/// A scope to tick.
struct Choice {
    name: &'static str,
    text: String,
    hint: String,
    ticked: bool,
}

/// What the form sends: a tick for each scope.
#[derive(Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    #[serde(rename = "token-name")]
    name: String,
    days: String,
    read: String,
    write: String,
    review: String,
    admin: String,
    token: String,
}

impl Default for Typed {
    fn default() -> Self {
        let empty = String::new;
        Self {
            name: empty(),
            days: USUAL_DAYS.to_string(),
            read: empty(),
            write: empty(),
            review: empty(),
            admin: empty(),
            token: empty(),
        }
    }
}

impl Typed {
    fn scopes(&self) -> Scopes {
        let ticks = [&self.read, &self.write, &self.review, &self.admin];
        let ticked = Scope::ALL.into_iter().zip(ticks).filter(|(_, tick)| !tick.is_empty());
        ticked.map(|(scope, _)| scope).collect()
    }
}

/// The page.
pub(super) async fn show(seat: Seat) -> Reply {
    let typed = Typed { read: "on".to_owned(), ..Typed::default() };
    page(&seat, &typed, StatusCode::OK, Ok(None)).await
}

async fn page(
    seat: &Seat,
    typed: &Typed,
    status: StatusCode,
    made: Result<Option<String>, Refused>,
) -> Reply {
    let member = seat.caller()?.membership.as_ref().ok_or(Refusal::NotFound)?;
    let frame = DeskFrame::new(seat, seat.phrases().word("people-tokens-title"));
    let (made, faults) = match made {
        Ok(made) => (made, Faults::default()),
        Err(refused) => (None, Faults::told(refused, &frame)?),
    };
    let concerned = Scope::ALL.into_iter().filter(|scope| scope.concerns(member.role));
    let choice = |scope: Scope| Choice {
        name: scope.as_str(),
        text: frame.t(&format!("people-scope-{}", scope.as_str())),
        hint: frame.t(&format!("people-scope-hint-{}", scope.as_str())),
        ticked: typed.scopes().has(scope),
    };
    let most = [("most", i64::from(MOST_DAYS).into())];
    let now = seat.now.to_string();
    let page = Tokens {
        name: Field::new(&frame, "token-name", "text").with(&typed.name).told(&faults),
        days: Field::new(&frame, "days", "number")
            .with(&typed.days)
            .hint(frame.text("people-days-hint", &most))
            .told(&faults),
        scopes: concerned.map(choice).collect(),
        scopes_fault: faults.of("scopes"),
        tokens: seat.site.people.store().tokens_of(&member.id, &now).await?,
        made,
        faults,
        frame,
    };
    seat.page(status, &page)
}

/// Makes a token and shows it once.
pub(super) async fn make(seat: Seat, Form(typed): Form<Typed>) -> Reply {
    let days = typed.days.trim().parse().unwrap_or(0);
    let wanted = Wanted { name: &typed.name, scopes: typed.scopes(), days };
    match seat.site.people.make_token(seat.caller()?, wanted).await {
        Ok(token) => page(&seat, &Typed::default(), StatusCode::OK, Ok(Some(token))).await,
        Err(refused) => page(&seat, &typed, StatusCode::UNPROCESSABLE_ENTITY, Err(refused)).await,
    }
}

/// Ends a token.
pub(super) async fn end(seat: Seat, Form(typed): Form<Typed>) -> Reply {
    match seat.site.people.end_token(seat.caller()?, &typed.token).await {
        Ok(()) => Ok(Seat::go("/account/tokens?said=token-ended")),
        Err(refused) => page(&seat, &typed, StatusCode::UNPROCESSABLE_ENTITY, Err(refused)).await,
    }
}
