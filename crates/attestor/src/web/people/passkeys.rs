//! Passkeys: what scripts of the pages ask, as JSON. The pages work without; a browser offers
//! passkeys only to scripts.

use axum::Form;
use axum::body::Bytes;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;
use serde_json::json;
use serde_json::value::RawValue;

use crate::people::refused::Refused;
use crate::web::access::client::Client;
use crate::web::access::cookie;
use crate::web::desk_frame::DeskFrame;
use crate::web::form::Faults;
use crate::web::seat::{Seat, way_on, with_cookie};
use crate::web::visit::{Refusal, Reply};

/// What a page's script sends: the answer of a device and what belongs to it.
#[derive(Deserialize)]
struct Sent<'a> {
    /// What the owner calls the key.
    #[serde(default)]
    name: String,
    /// Where to go on to.
    #[serde(default)]
    next: String,
    /// The answer.
    #[serde(borrow)]
    credential: &'a RawValue,
}

/// What the form to remove one sends.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Chosen {
    passkey: String,
}

/// The question to a device for a new key.
pub(super) async fn ask_new(seat: Seat) -> Reply {
    let public_url = &seat.site.settings.public_url;
    match seat.site.people.ask_for_passkey(seat.caller()?, public_url).await {
        Ok(asked) => Ok(json_of(StatusCode::OK, asked)),
        Err(refused) => told(&seat, refused),
    }
}

/// Takes a new key.
pub(super) async fn add(seat: Seat, body: Bytes) -> Reply {
    let sent: Sent<'_> = serde_json::from_slice(&body).map_err(|_| Refusal::BadRequest)?;
    let public_url = &seat.site.settings.public_url;
    let answer = (sent.name.as_str(), sent.credential.get());
    match seat.site.people.add_passkey(seat.caller()?, public_url, answer).await {
        Ok(began) => {
            let on = json!({"next": "/account/security?said=passkey"}).to_string();
            Ok(with_cookie(json_of(StatusCode::OK, on), cookie::give(&began, &seat.site)))
        }
        Err(refused) => told(&seat, refused),
    }
}

/// Takes a key out of use.
pub(super) async fn remove(seat: Seat, Form(chosen): Form<Chosen>) -> Reply {
    let end = seat.site.people.remove_passkey(seat.caller()?, &chosen.passkey).await;
    super::security::done(&seat, end, "passkey-removed").await
}

/// The question to a device to sign in.
pub(super) async fn ask(seat: Seat, client: Client) -> Reply {
    match seat.site.people.ask_to_sign_in(client.0, &seat.site.settings.public_url) {
        Ok(asked) => Ok(json_of(StatusCode::OK, asked)),
        Err(refused) => told(&seat, refused),
    }
}

/// Signs in; whatever was signed in here before is not any more.
pub(super) async fn sign_in(seat: Seat, body: Bytes) -> Reply {
    let sent: Sent<'_> = serde_json::from_slice(&body).map_err(|_| Refusal::BadRequest)?;
    let public_url = &seat.site.settings.public_url;
    let people = &seat.site.people;
    match people.sign_in_with_passkey(public_url, sent.credential.get(), seat.agent()).await {
        Ok(began) => {
            super::sign_in::forget(&seat).await?;
            let on = json!({"next": way_on(&sent.next)}).to_string();
            Ok(with_cookie(json_of(StatusCode::OK, on), cookie::give(&began, &seat.site)))
        }
        Err(refused) => told(&seat, refused),
    }
}

fn json_of(status: StatusCode, text: String) -> Response {
    (status, [(header::CONTENT_TYPE, "application/json")], text).into_response()
}

/// What is wrong, for the script to show.
fn told(seat: &Seat, refused: Refused) -> Reply {
    let later = match &refused {
        Refused::TooMany(seconds) => Some(*seconds),
        Refused::Faults(_) | Refused::NotFound | Refused::Failed(_) => None,
    };
    let faults = Faults::told(refused, &DeskFrame::new(seat, String::new()))?;
    let words = faults.all().iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(" ");
    let body = json!({"fault": words}).to_string();
    let Some(seconds) = later else { return Ok(json_of(StatusCode::UNPROCESSABLE_ENTITY, body)) };
    let mut answer = json_of(StatusCode::TOO_MANY_REQUESTS, body);
    answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    Ok(answer)
}
