//! Cases: lists, one case, a new one.

use std::sync::Arc;

use attestor_core::certification::case::App;
use attestor_core::desk::act::{Act, Side};
use attestor_core::desk::file::{CaseFile, Stage};
use attestor_core::desk::role::OrganizationKind;
use attestor_core::id::Id;
use attestor_core::party::Party;
use axum::extract::{Path, Request};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use data_encoding::BASE64URL_NOPAD;
use serde::Deserialize;

use super::call::{Answered, Call, bytes, expect_json, json, put, read};
use super::once::{self, Once};
use super::refusal::No;
use super::shapes::{CaseLine, CaseList, Did, WholeCase};
use crate::actions::desk::Refused;
use crate::store::desk::CaseFilter;
use crate::web::address;
use crate::web::api::problem::Problem;

/// How many rows a list has if nobody says otherwise.
const USUAL: usize = 50;

/// The most rows of a list.
const MOST: usize = 200;

/// The parameters of the list.
const NAMES: [&str; 9] =
    ["organization_id", "stage", "whose_move", "analyst", "app_id", "q", "open", "after", "limit"];

/// The list of cases that the caller may see, what is due first on top.
#[utoipa::path(
    get,
    path = "/api/v1/cases",
    tag = "cases",
    params(
        ("organization_id" = Option<String>, Query, description = "Of this publisher only"),
        ("stage" = Option<String>, Query, description = "In this stage only", example = "evidence_open"),
        ("whose_move" = Option<String>, Query, description = "Where this party has to act only", example = "analyst"),
        ("analyst" = Option<String>, Query, description = "With this analyst's account only; `me` is the caller"),
        ("app_id" = Option<String>, Query, description = "Of this app only"),
        ("q" = Option<String>, Query, description = "Letters in the app's name"),
        ("open" = Option<bool>, Query, description = "Only those that go on, or only those that are over"),
        ("limit" = Option<usize>, Query, description = "How many cases, 50 if nothing is said", minimum = 1, maximum = 200),
        ("after" = Option<String>, Query, description = "The `cursor` of the part before"),
    ),
    responses((status = 200, description = "A part of the list; the field `Link` leads to the next", body = CaseList))
)]
pub(in crate::web::api) async fn list(call: Call) -> Response {
    call.tell(listed(&call).await)
}

async fn listed(call: &Call) -> Answered {
    let asked = call.asked(&NAMES)?;
    let limit = limit(&asked)?;
    let filter = filter(call, &asked)?;
    let mut rows = call.desk().store().cases(&filter, past(limit)).await?;
    let more = rows.len() > limit;
    rows.truncate(limit);
    let last = rows.last().filter(|_| more);
    let cursor = last.map(|row| {
        let due = row.due_on.as_deref().unwrap_or("9999-12-31");
        BASE64URL_NOPAD.encode(format!("{due} {}", row.case_id).as_bytes())
    });
    let cases = rows.into_iter().map(|row| CaseLine::of(row, call)).collect();
    let mut answer = json(StatusCode::OK, &CaseList { cases, cursor: cursor.clone() })?;
    link_next(call, &mut answer, &asked, cursor.as_deref());
    Ok(answer)
}

/// One row more than a part has, to see whether there is a next part.
pub(super) fn past(limit: usize) -> i64 {
    i64::try_from(limit).unwrap_or(i64::MAX).saturating_add(1)
}

/// How many rows are wanted.
pub(super) fn limit(asked: &[(String, String)]) -> Result<usize, No> {
    let Some(text) = value(asked, "limit") else { return Ok(USUAL) };
    let number = text.parse().ok().filter(|number| (1..=MOST).contains(number));
    number.ok_or_else(|| No::parameter("limit", format!("a number from 1 to {MOST} is wanted")))
}

/// The value of a parameter.
pub(super) fn value<'a>(asked: &'a [(String, String)], name: &str) -> Option<&'a str> {
    asked.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
}

/// Leads to the next part of a list.
pub(super) fn link_next(
    call: &Call,
    answer: &mut Response,
    asked: &[(String, String)],
    cursor: Option<&str>,
) {
    let Some(cursor) = cursor else { return };
    let same = asked.iter().filter(|(name, _)| name != "after");
    let pairs = same.map(|(name, value)| (name.as_str(), value.as_str()));
    let query = address::query(pairs.chain([("after", cursor)]));
    let whole = format!("{}{}{query}", call.site.settings.public_url, call.uri.path());
    if let Ok(link) = HeaderValue::from_str(&format!("<{whole}>; rel=\"next\"")) {
        answer.headers_mut().insert(header::LINK, link);
    }
}

fn filter(call: &Call, asked: &[(String, String)]) -> Result<CaseFilter, No> {
    let own = |name: &str| value(asked, name).map(str::to_owned);
    let seen = call.seen_organization();
    let is_other = |wanted: &String| seen.as_ref().is_some_and(|own| own != wanted);
    let organization = own("organization_id");
    if organization.as_ref().is_some_and(is_other) {
        return Err(No::forbidden("these are cases of another organization"));
    }
    let known = |name: &str, known: bool| {
        let wrong = || No::parameter(name, "this is none of the words of the parameter");
        if known { Ok(()) } else { Err(wrong()) }
    };
    known("stage", value(asked, "stage").is_none_or(|word| Stage::parse(word).is_some()))?;
    known("whose_move", value(asked, "whose_move").is_none_or(|it| Party::parse(it).is_some()))?;
    let open = match value(asked, "open") {
        None => None,
        Some("true") => Some(true),
        Some("false") => Some(false),
        Some(_) => return Err(No::parameter("open", "`true` or `false` is wanted")),
    };
    let analyst =
        own("analyst").map(|who| if who == "me" { call.worker.account.clone() } else { who });
    if analyst.is_some() && !call.is_staff() {
        return Err(No::forbidden("who works on a case is for the certification body"));
    }
    Ok(CaseFilter {
        organization: organization.or(seen),
        state: own("stage"),
        whose_move: own("whose_move"),
        analyst,
        app_id: own("app_id"),
        name: own("q").map(|letters| letters.to_lowercase()),
        open,
        after: value(asked, "after").map(after).transpose()?,
    })
}

/// Day and case of a cursor.
fn after(cursor: &str) -> Result<(String, String), No> {
    let bytes = BASE64URL_NOPAD.decode(cursor.as_bytes()).ok();
    let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
    let text = text.filter(|text| text.bytes().all(|it| it == b' ' || it.is_ascii_graphic()));
    let pair = text.as_ref().and_then(|text| text.split_once(' '));
    let (day, case) = pair.ok_or_else(|| No::parameter("after", "this is no `cursor`"))?;
    Ok((day.to_owned(), case.to_owned()))
}

/// A case that somebody wants to open.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Opening {
    /// The publisher; the own organization where none is named.
    #[serde(default)]
    organization_id: Option<String>,
    app: App,
    framework: Id,
    #[serde(default)]
    edition: Option<String>,
}

/// Opens a case for an app. Publishers open cases of their own organization, the certification body
/// names one.
#[utoipa::path(
    post,
    path = "/api/v1/cases",
    tag = "cases",
    request_body(content = ref("#/components/schemas/Opening"), content_type = "application/json"),
    responses(
        (status = 201, description = "It is open; `Location` leads to it", body = Did),
        (status = 409, description = "The app has an open case", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(in crate::web::api) async fn open(call: Call, request: Request) -> Response {
    let call = Arc::new(call);
    call.tell(opened(&call, request).await)
}

async fn opened(call: &Arc<Call>, request: Request) -> Answered {
    expect_json(&call.headers)?;
    let body = bytes(request).await?;
    let once = Once::read(call, &body)?;
    if let Some(answer) = once::before(call, once.as_ref()).await? {
        return Ok(answer);
    }
    let Opening { organization_id, app, framework, edition } = read(&body)?;
    let organization = publisher(call, organization_id).await?;
    let act = Act::Open { app, framework, certified_on: None, edition };
    if !call.has_scope_for(&act, &organization) {
        return Err(No::forbidden("the token lacks the scope for this"));
    }
    let desk = once::desk(call, once.as_ref(), StatusCode::CREATED);
    match desk.open(&call.worker, &organization, act).await {
        Ok(file) => {
            let answer = once::done(call, once.as_ref(), || new_case(call, &file)).await?;
            Ok(with_place(call, &file, answer))
        }
        Err(refused) => again(call, once.as_ref(), refused).await,
    }
}

/// Another request with the same key may have been faster.
pub(super) async fn again(call: &Call, once: Option<&Once>, refused: Refused) -> Answered {
    match once::before(call, once).await? {
        Some(answer) => Ok(answer),
        None => Err(call.no(refused)),
    }
}

fn new_case(call: &Call, file: &CaseFile) -> Answered {
    json(StatusCode::CREATED, &Did::of(file, call)?)
}

fn with_place(call: &Call, file: &CaseFile, mut answer: Response) -> Response {
    let place = format!("{}/api/v1/cases/{}", call.site.settings.public_url, file.id);
    put(&mut answer, header::LOCATION, &place);
    put(&mut answer, header::ETAG, &call.etag(file));
    answer
}

/// The publisher that a new case is of.
async fn publisher(call: &Call, named: Option<String>) -> Result<String, No> {
    let own = &call.worker.organization;
    let side = Side::of(call.worker.role);
    if side == Some(Side::Publisher) {
        return match named {
            Some(other) if other != *own => {
                Err(No::forbidden("cases are opened for the own organization"))
            }
            _ => Ok(own.clone()),
        };
    }
    let named = named.ok_or_else(|| No::field("organization_id", "name the publisher"))?;
    let found = call.site.people.store().organization(&named).await?;
    let is_publisher = |kind: &str| kind == OrganizationKind::Publisher.as_str();
    match found.filter(|row| is_publisher(&row.kind)) {
        Some(row) => Ok(row.organization_id),
        None => Err(No::field("organization_id", "there is no such publisher")),
    }
}

/// A case.
#[utoipa::path(
    get,
    path = "/api/v1/cases/{case}",
    tag = "cases",
    params(("case" = String, Path, description = "The case's id")),
    responses(
        (status = 200, description = "The case; its `ETag` is what `If-Match` of an act names", body = WholeCase),
        (status = 304, description = "Not changed since the answer that `If-None-Match` names"),
    )
)]
pub(in crate::web::api) async fn show(call: Call, Path(case): Path<String>) -> Response {
    call.tell(shown(&call, &case).await)
}

async fn shown(call: &Call, case: &str) -> Answered {
    call.asked(&[])?;
    let file = call.case(case).await?;
    call.of_case(&file, &WholeCase::of(&file, call)?)
}
