//! Who asks, their tokens, organizations and their people.

use attestor_core::desk::role::{OrganizationKind, Relation, Right, Role};
use axum::extract::{Path, Request};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::call::{Answered, Call, bytes, expect_json, json, read, text};
use super::once::{self, Once};
use super::refusal::No;
use super::shapes::{
    InvitationList, Invited, MadeToken, Me, MemberList, Organization, OrganizationList, TokenList,
};
use crate::people::caller::Via;
use crate::people::refused::Refused;
use crate::people::tokens::{Scope, USUAL_DAYS, Wanted};
use crate::store::people::OrganizationRow;

/// Who asks.
#[utoipa::path(
    get,
    path = "/api/v1/me",
    tag = "people",
    responses((status = 200, description = "The caller", body = Me))
)]
pub(in crate::web::api) async fn me(call: Call) -> Response {
    call.tell(myself(&call))
}

fn myself(call: &Call) -> Answered {
    call.asked(&[])?;
    let member = call.caller.membership.as_ref().ok_or_else(|| No::not_found("membership"))?;
    let (via, scopes) = match &call.caller.via {
        Via::Session { .. } => ("session", Vec::new()),
        Via::Token { scopes, .. } => {
            let held = Scope::ALL.into_iter().filter(|scope| scopes.has(*scope));
            ("token", held.map(|scope| scope.as_str().to_owned()).collect())
        }
    };
    let rights = Right::ALL.iter().filter(|right| call.caller.may(**right, Relation::None));
    json(
        StatusCode::OK,
        &Me {
            account: call.caller.account_id.clone(),
            name: call.caller.name.clone(),
            organization_id: member.organization_id.clone(),
            organization: member.organization_name.clone(),
            role: member.role.to_string(),
            via: via.to_owned(),
            scopes,
            rights: rights.map(ToString::to_string).collect(),
        },
    )
}

/// The caller's access tokens.
#[utoipa::path(
    get,
    path = "/api/v1/tokens",
    tag = "people",
    responses((status = 200, description = "The tokens", body = TokenList))
)]
pub(in crate::web::api) async fn tokens(call: Call) -> Response {
    call.tell(own_tokens(&call).await)
}

async fn own_tokens(call: &Call) -> Answered {
    call.asked(&[])?;
    let member = call.caller.membership.as_ref().ok_or_else(|| No::not_found("membership"))?;
    let now = call.site.people.now().to_string();
    let rows = call.site.people.store().tokens_of(&member.id, &now).await?;
    json(StatusCode::OK, &TokenList { tokens: rows.into_iter().map(Into::into).collect() })
}

/// A token that is wanted.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct WantedToken {
    /// What it is for.
    #[schema(min_length = 1, max_length = 80)]
    name: String,
    /// What it may do: `read`, `write`, `review`, `admin`.
    scopes: Vec<String>,
    /// How many days it lasts; 90 if nothing is said.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 365)]
    days: Option<u32>,
}

/// Makes an access token. Only somebody who is signed in in a browser does.
#[utoipa::path(
    post,
    path = "/api/v1/tokens",
    tag = "people",
    request_body = WantedToken,
    responses((status = 201, description = "The token, shown this once", body = MadeToken))
)]
pub(in crate::web::api) async fn make_token(call: Call, request: Request) -> Response {
    call.tell(made_token(&call, request).await)
}

async fn made_token(call: &Call, request: Request) -> Answered {
    if call.caller.session().is_none() {
        return Err(No::forbidden("a token makes no tokens; sign in"));
    }
    let (once, wanted) = match typed::<WantedToken>(call, request).await? {
        Typed::Before(answer) => return Ok(answer),
        Typed::New(once, wanted) => (once, wanted),
    };
    let words = wanted.scopes.iter().map(|word| Scope::parse(word));
    let scopes = words.collect::<Option<Vec<_>>>();
    let scopes = scopes.ok_or_else(|| No::field("scopes", "read, write, review, admin"))?;
    let days = wanted.days.unwrap_or(USUAL_DAYS);
    let asked = Wanted { name: &wanted.name, scopes: scopes.into_iter().collect(), days };
    let repeat = once.as_ref().map(|once| once.repeat(|_| text(&MadeToken { token: None })));
    let token = call.site.people.repeating(repeat).make_token(&call.caller, asked).await;
    shown_once(call, once.as_ref(), token, |token| MadeToken { token: Some(token) }).await
}

/// Answers with what was made, which is shown once; where somebody used the key meanwhile, with what
/// they got.
async fn shown_once<T: Serialize, M>(
    call: &Call,
    once: Option<&Once>,
    made: Result<M, Refused>,
    shown: impl FnOnce(M) -> T,
) -> Answered {
    match made {
        Ok(made) => json(StatusCode::CREATED, &shown(made)),
        Err(refused) => match once::before(call, once).await? {
            Some(answer) => Ok(answer),
            None => Err(refused.into()),
        },
    }
}

/// What came with a request.
pub(super) enum Typed<T> {
    /// The answer that the request got before.
    Before(Response),
    /// Something to do.
    New(Option<Once>, T),
}

/// Reads a request that may come twice.
pub(super) async fn typed<T: serde::de::DeserializeOwned>(
    call: &Call,
    request: Request,
) -> Result<Typed<T>, No> {
    call.asked(&[])?;
    expect_json(&call.headers)?;
    let body = bytes(request).await?;
    let once = Once::read(call, &body)?;
    if let Some(answer) = once::before(call, once.as_ref()).await? {
        return Ok(Typed::Before(answer));
    }
    Ok(Typed::New(once, read(&body)?))
}

/// Ends a token of the caller.
#[utoipa::path(
    delete,
    path = "/api/v1/tokens/{token}",
    tag = "people",
    params(("token" = String, Path, description = "The token's id")),
    responses((status = 204, description = "It is of no use any more"))
)]
pub(in crate::web::api) async fn end_token(call: Call, Path(token): Path<String>) -> Response {
    let ended = async {
        named(&token)?;
        call.site.people.end_token(&call.caller, &token).await?;
        Ok(StatusCode::NO_CONTENT.into_response())
    };
    call.tell(ended.await)
}

/// An id from an address: whatever cannot be one names nothing.
fn named(id: &str) -> Result<(), No> {
    if id.bytes().all(|byte| byte.is_ascii_graphic()) {
        Ok(())
    } else {
        Err(No::not_found("thing"))
    }
}

/// The organizations that the caller may know: the certification body all of them, others their own.
#[utoipa::path(
    get,
    path = "/api/v1/organizations",
    tag = "people",
    responses((status = 200, description = "The organizations", body = OrganizationList))
)]
pub(in crate::web::api) async fn organizations(call: Call) -> Response {
    call.tell(known_organizations(&call).await)
}

async fn known_organizations(call: &Call) -> Answered {
    call.asked(&[])?;
    let rows = call.site.people.store().organizations().await?;
    let own = |id: &str| call.caller.organization() == Some(id);
    let seen = rows.into_iter().filter(|row| call.is_staff() || own(&row.organization_id));
    let organizations = seen.map(Organization::from).collect();
    json(StatusCode::OK, &OrganizationList { organizations })
}

/// An organization that somebody makes.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewOrganization {
    /// The name.
    #[schema(min_length = 1, max_length = 120)]
    name: String,
    /// `publisher` or `customer`.
    kind: String,
}

/// Makes an organization.
#[utoipa::path(
    post,
    path = "/api/v1/organizations",
    tag = "people",
    request_body = NewOrganization,
    responses((status = 201, description = "The organization", body = Organization))
)]
pub(in crate::web::api) async fn make(call: Call, request: Request) -> Response {
    call.tell(made(&call, request).await)
}

async fn made(call: &Call, request: Request) -> Answered {
    let (once, new) = match typed::<NewOrganization>(call, request).await? {
        Typed::Before(answer) => return Ok(answer),
        Typed::New(once, new) => (once, new),
    };
    let told = |made: Option<&OrganizationRow>| text(&made.cloned().map(Organization::from));
    let people = call.site.people.repeating(once.as_ref().map(|once| once.repeat(told)));
    let kind = OrganizationKind::parse(&new.kind);
    let made = match people.make_organization(&call.caller, &new.name, kind).await {
        Ok(id) => {
            let row = people.store().organization(&id).await?;
            row.map(Organization::from).ok_or(Refused::NotFound)
        }
        Err(refused) => Err(refused),
    };
    shown_once(call, once.as_ref(), made, |made| made).await
}

/// Refuses who does not manage the people of an organization.
fn manages(call: &Call, organization: &str) -> Result<(), No> {
    named(organization)?;
    let relation = call.caller.relation(Some(organization));
    let may = |right| call.caller.may(right, relation);
    if may(Right::PeopleOwn) || may(Right::PeopleAll) {
        return Ok(());
    }
    // Whether there is such an organization is nothing to others.
    Err(No::not_found("organization"))
}

/// The members of an organization.
#[utoipa::path(
    get,
    path = "/api/v1/organizations/{id}/members",
    tag = "people",
    params(("id" = String, Path, description = "The organization's id")),
    responses((status = 200, description = "The members", body = MemberList))
)]
pub(in crate::web::api) async fn members(call: Call, Path(id): Path<String>) -> Response {
    let found = async {
        call.asked(&[])?;
        manages(&call, &id)?;
        let rows = call.site.people.store().members_of(&id).await?;
        json(StatusCode::OK, &MemberList { members: rows.into_iter().map(Into::into).collect() })
    };
    call.tell(found.await)
}

/// Ends a membership with its sessions and tokens.
#[utoipa::path(
    delete,
    path = "/api/v1/organizations/{id}/members/{member}",
    tag = "people",
    params(
        ("id" = String, Path, description = "The organization's id"),
        ("member" = String, Path, description = "The membership's id"),
    ),
    responses((status = 204, description = "It is ended"))
)]
pub(in crate::web::api) async fn end_member(
    call: Call,
    Path((id, member)): Path<(String, String)>,
) -> Response {
    let ended = async {
        manages(&call, &id)?;
        named(&member)?;
        call.site.people.end_member(&call.caller, &id, &member).await?;
        Ok(StatusCode::NO_CONTENT.into_response())
    };
    call.tell(ended.await)
}

/// The open invitations to an organization.
#[utoipa::path(
    get,
    path = "/api/v1/organizations/{id}/invitations",
    tag = "people",
    params(("id" = String, Path, description = "The organization's id")),
    responses((status = 200, description = "The invitations", body = InvitationList))
)]
pub(in crate::web::api) async fn invitations(call: Call, Path(id): Path<String>) -> Response {
    let found = async {
        call.asked(&[])?;
        manages(&call, &id)?;
        let now = call.site.people.now().to_string();
        let rows = call.site.people.store().invitations_to(&id, &now).await?;
        let invitations = rows.into_iter().map(Into::into).collect();
        json(StatusCode::OK, &InvitationList { invitations })
    };
    call.tell(found.await)
}

/// Somebody who is invited.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewInvitation {
    /// The role.
    role: String,
    /// The address that it is for; anybody who has the link may use it where there is none.
    #[serde(default)]
    email: Option<String>,
}

/// Invites somebody to an organization.
#[utoipa::path(
    post,
    path = "/api/v1/organizations/{id}/invitations",
    tag = "people",
    params(("id" = String, Path, description = "The organization's id")),
    request_body = NewInvitation,
    responses((status = 201, description = "The address to hand over, shown this once", body = Invited))
)]
pub(in crate::web::api) async fn invite(
    call: Call,
    Path(id): Path<String>,
    request: Request,
) -> Response {
    call.tell(invited(&call, &id, request).await)
}

async fn invited(call: &Call, id: &str, request: Request) -> Answered {
    manages(call, id)?;
    let (once, new) = match typed::<NewInvitation>(call, request).await? {
        Typed::Before(answer) => return Ok(answer),
        Typed::New(once, new) => (once, new),
    };
    let role = Role::parse(&new.role).ok_or_else(|| No::field("role", "there is no such role"))?;
    let address = new.email.as_deref().unwrap_or_default();
    let repeat = once.as_ref().map(|once| once.repeat(|_| text(&Invited { url: None })));
    let people = call.site.people.repeating(repeat);
    let code = people.invite(&call.caller, (id, role), address).await;
    let url = |code| format!("{}/invitations?code={code}", call.site.settings.public_url);
    shown_once(call, once.as_ref(), code, |code: String| Invited { url: Some(url(code)) }).await
}

/// Withdraws an invitation.
#[utoipa::path(
    delete,
    path = "/api/v1/organizations/{id}/invitations/{invitation}",
    tag = "people",
    params(
        ("id" = String, Path, description = "The organization's id"),
        ("invitation" = String, Path, description = "The invitation's id"),
    ),
    responses((status = 204, description = "It is of no use any more"))
)]
pub(in crate::web::api) async fn withdraw(
    call: Call,
    Path((id, invitation)): Path<(String, String)>,
) -> Response {
    let withdrawn = async {
        manages(&call, &id)?;
        named(&invitation)?;
        call.site.people.withdraw_invitation(&call.caller, &id, &invitation).await?;
        Ok(StatusCode::NO_CONTENT.into_response())
    };
    call.tell(withdrawn.await)
}
