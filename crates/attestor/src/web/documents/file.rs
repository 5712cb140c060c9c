//! The document itself, as an attachment that nothing runs.

use axum::body::Body;
use axum::extract::Path;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse as _, Response};

use super::gate::{Place, find, lead};
use crate::actions::trust::documents::Refused;
use crate::actions::trust::documents::access::Needed;
use crate::actions::trust::documents::downloads::Given;
use crate::actions::trust::documents::standing::reader;
use crate::store::trust::documents::DocumentRow;
use crate::web::address;
use crate::web::seat::Seat;
use crate::web::visit::{Refusal, Reply};

/// Nothing in a file may do anything, wherever a browser shows it.
const POLICY: HeaderValue =
    HeaderValue::from_static("sandbox; default-src 'none'; frame-ancestors 'none'");

/// Sends a document, or leads to what is needed first. Who only asks for the head is given nothing,
/// so nothing is written down.
pub(super) async fn send(
    seat: Seat,
    method: Method,
    Path((organization, kind, item)): Place,
) -> Reply {
    let found = find(&seat, (&organization, &kind, &item)).await?;
    let (portals, caller) = (&seat.site.portals, seat.caller.as_ref());
    if method == Method::HEAD {
        return match portals.standing(&found, reader(caller)).await {
            Ok(it) if it.needed == Needed::Nothing => Ok(StatusCode::OK.into_response()),
            Ok(it) => Ok(lead(&seat, &found, it.needed)),
            Err(refused) => Err(refusal(refused)),
        };
    }
    match portals.download(seat.site.vault()?, caller, &found).await {
        Ok(given) => Ok(answer(given)),
        Err(Refused::Needed(needed)) => Ok(lead(&seat, &found, needed)),
        Err(refused) => Err(refusal(refused)),
    }
}

fn refusal(refused: Refused) -> Refusal {
    match refused {
        Refused::Failed(stop) => stop.into(),
        _ => Refusal::NotFound,
    }
}

/// A document as it is sent.
pub(in crate::web) fn answer(given: Given) -> Response {
    let (row, size, body) = match given {
        Given::AsItIs(row, reading) => {
            let size = reading.size();
            (row, size, Body::from_stream(reading.into_stream()))
        }
        Given::Marked(row, bytes) => (row, bytes.len() as u64, Body::from(bytes)),
    };
    with_fields(&row, size, body)
}

fn with_fields(row: &DocumentRow, size: u64, body: Body) -> Response {
    let mut answer = body.into_response();
    let media_type = HeaderValue::from_str(&row.media_type)
        .unwrap_or(HeaderValue::from_static("application/octet-stream"));
    let disposition = format!("attachment; filename*=UTF-8''{}", address::part(&row.name));
    let fields = answer.headers_mut();
    fields.insert(header::CONTENT_TYPE, media_type);
    fields.insert(header::CONTENT_LENGTH, HeaderValue::from(size));
    fields.insert(header::CONTENT_SECURITY_POLICY, POLICY);
    fields.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if let Ok(disposition) = HeaderValue::from_str(&disposition) {
        fields.insert(header::CONTENT_DISPOSITION, disposition);
    }
    answer
}
