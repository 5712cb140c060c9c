//! Who a token acts for, for programs.

use axum::http::header;
use axum::response::IntoResponse as _;
use serde_json::json;

use crate::people::caller::Via;
use crate::web::seat::Seat;
use crate::web::visit::Reply;

/// The caller as JSON.
pub(super) async fn show(seat: Seat) -> Reply {
    let caller = seat.caller()?;
    let organization = caller.membership.as_ref().map(|member| {
        json!({
            "id": member.organization_id,
            "name": member.organization_name,
            "kind": member.kind.as_str(),
            "role": member.role.as_str(),
        })
    });
    let scopes = match &caller.via {
        Via::Session { .. } => None,
        Via::Token { scopes, .. } => Some(scopes.to_string()),
    };
    let me = json!({
        "account_id": caller.account_id,
        "name": caller.name,
        "organization": organization,
        "scopes": scopes,
    });
    Ok(([(header::CONTENT_TYPE, "application/json")], me.to_string()).into_response())
}
