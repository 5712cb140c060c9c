//! Reports on multifactor authentication as data: the report itself, and the three lists of the
//! public interfaces under their names.

use attestor_core::day::Day;
use attestor_core::mfa::metric::WINDOW_DAYS;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};

use super::call::{Answered, Call, json};
use super::refusal::No;
use crate::actions::mfa::downloads::{AppAdoption, PartnerRequest, Principal};
use crate::actions::mfa::report::document::Share;
use crate::web::mfa::{Asked, NotAsked, may_read};

/// The addresses of this room, for the description.
#[derive(OpenApi)]
#[openapi(
    paths(organizations, report, principals, adoption, requests),
    tags((name = "mfa", description = "Reports on multifactor authentication"))
)]
pub(in crate::web::api) struct Description;

/// The most days of a summary.
const MOST_DAYS: i32 = 366;

/// A list in the form of the public interfaces.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct Collection<T> {
    /// How many items there are here.
    total_count: usize,
    /// The items.
    items: Vec<T>,
    /// What this is.
    attributes: Attributes,
}

/// What a list is.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct Attributes {
    /// `Collection`.
    object_type: &'static str,
}

impl<T> Collection<T> {
    fn of(items: Vec<T>) -> Self {
        let attributes = Attributes { object_type: "Collection" };
        Self { total_count: items.len(), items, attributes }
    }
}

/// The organizations whose reports the caller may read.
#[derive(Debug, Serialize, ToSchema)]
struct OrganizationReports {
    organizations: Vec<OrganizationReport>,
}

/// An organization with the numbers of its newest report.
#[derive(Debug, Serialize, ToSchema)]
struct OrganizationReport {
    /// The organization's name.
    organization: String,
    /// The day of the newest report that is kept; `null` where none is.
    #[schema(value_type = Option<String>)]
    day: Option<Day>,
    /// Metric A: `part`, `whole`, `percent`.
    #[schema(value_type = Option<Object>)]
    configuration: Option<Share>,
    /// Metric B.
    #[schema(value_type = Option<Object>)]
    portal: Option<Share>,
    /// Metric C.
    #[schema(value_type = Option<Object>)]
    api: Option<Share>,
}

/// The organizations with their newest numbers.
#[utoipa::path(
    get,
    path = "/api/v1/mfa",
    tag = "mfa",
    responses((status = 200, description = "The organizations by name", body = OrganizationReports))
)]
pub(in crate::web::api) async fn organizations(call: Call) -> Response {
    call.tell(listed(&call).await)
}

async fn listed(call: &Call) -> Answered {
    call.asked(&[])?;
    let mut organizations = Vec::new();
    if let Some(reports) = &call.site.reports {
        for settings in reports.organizations().await? {
            if !may_read(&call.caller, &settings.organization) {
                continue;
            }
            let newest = reports.newest(&settings.organization).await?;
            let newest = newest.as_ref();
            organizations.push(OrganizationReport {
                day: newest.map(|it| it.day),
                configuration: newest.map(|it| it.configuration.share),
                portal: newest.map(|it| it.portal.share),
                api: newest.map(|it| it.api.share),
                organization: settings.organization,
            });
        }
    }
    json(StatusCode::OK, &OrganizationReports { organizations })
}

/// The report of a day.
#[utoipa::path(
    get,
    path = "/api/v1/mfa/{organization}/report",
    tag = "mfa",
    params(
        ("organization" = String, Path, description = "The organization's name"),
        ("day" = Option<String>, Query, description = "The report's day; today otherwise"),
    ),
    responses((status = 200, description = "The report; docs/formats/mfa-report.md tells its fields", body = Object))
)]
pub(in crate::web::api) async fn report(call: Call, Path(name): Path<String>) -> Response {
    let found = async {
        let asked = of_day(&call, &name).await?;
        json(StatusCode::OK, &asked.reports.report(&name, asked.day).await?)
    };
    call.tell(found.await)
}

/// Who made requests without multifactor authentication in the seven days before a day, on the
/// portal or at the API: the latest first, at most 10,000.
#[utoipa::path(
    get,
    path = "/api/v1/mfa/{organization}/nonMfaCompliantPartnerPrincipals",
    tag = "mfa",
    params(
        ("organization" = String, Path, description = "The organization's name"),
        ("day" = Option<String>, Query, description = "The report's day; today otherwise"),
    ),
    responses((status = 200, description = "The users", body = Collection<Principal>))
)]
pub(in crate::web::api) async fn principals(call: Call, Path(name): Path<String>) -> Response {
    let found = async {
        let asked = measured(of_day(&call, &name).await?)?;
        let rows = asked.reports.principals(&asked.settings, asked.day).await?;
        json(StatusCode::OK, &Collection::of(rows))
    };
    call.tell(found.await)
}

/// The requests of applications with a user at the API, by day and application.
#[utoipa::path(
    get,
    path = "/api/v1/mfa/{organization}/applicationmfaadoptionstatus",
    tag = "mfa",
    params(
        ("organization" = String, Path, description = "The organization's name"),
        ("startDate" = Option<String>, Query, description = "The first day; seven days before today otherwise"),
        ("endDate" = Option<String>, Query, description = "The last day, which counts; yesterday otherwise"),
    ),
    responses((status = 200, description = "The newest day first", body = Vec<AppAdoption>))
)]
pub(in crate::web::api) async fn adoption(call: Call, Path(name): Path<String>) -> Response {
    call.tell(adopted(&call, &name).await)
}

async fn adopted(call: &Call, name: &str) -> Answered {
    let pairs = call.asked(&["startDate", "endDate"])?;
    let asked = measured(read(call, name, "").await?)?;
    let day = |wanted: &str, usual: Day| match value(&pairs, wanted) {
        "" => Ok(usual),
        text => Day::parse(text).ok_or_else(|| No::parameter(wanted, "a day as YYYY-MM-DD")),
    };
    let first = day("startDate", asked.today.plus_days(-WINDOW_DAYS))?;
    let last = day("endDate", asked.today.plus_days(-1))?;
    if first > last || first.days_until(last) >= MOST_DAYS {
        let words = "a day from startDate on, at most 366 days with it";
        return Err(No::parameter("endDate", words));
    }
    let days = (first, last.plus_days(1));
    json(StatusCode::OK, &asked.reports.adoption(&asked.settings, days).await?)
}

/// The requests of applications with a user at the API in the seven days before a day: the newest
/// 10,000.
#[utoipa::path(
    get,
    path = "/api/v1/mfa/{organization}/partnerRequests",
    tag = "mfa",
    params(
        ("organization" = String, Path, description = "The organization's name"),
        ("day" = Option<String>, Query, description = "The report's day; today otherwise"),
    ),
    responses((status = 200, description = "The newest first", body = Collection<PartnerRequest>))
)]
pub(in crate::web::api) async fn requests(call: Call, Path(name): Path<String>) -> Response {
    let found = async {
        let asked = measured(of_day(&call, &name).await?)?;
        let rows = asked.reports.requests(&asked.settings, asked.day).await?;
        json(StatusCode::OK, &Collection::of(rows))
    };
    call.tell(found.await)
}

async fn of_day(call: &Call, name: &str) -> Result<Asked, No> {
    let pairs = call.asked(&["day"])?;
    read(call, name, value(&pairs, "day")).await
}

fn value<'p>(pairs: &'p [(String, String)], name: &str) -> &'p str {
    pairs.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
}

async fn read(call: &Call, name: &str, day: &str) -> Result<Asked, No> {
    let asked = Asked::read(&call.site, &call.caller, name, day).await;
    asked.map_err(|not| match not {
        NotAsked::NotFound => No::not_found("organization"),
        NotAsked::Day => No::parameter("day", "a day as YYYY-MM-DD that has begun"),
        NotAsked::Failed(stop) => stop.into(),
    })
}

/// Nothing is measured where the report is not offered.
fn measured(asked: Asked) -> Result<Asked, No> {
    if asked.settings.is_offered() {
        return Ok(asked);
    }
    Err(No::new(StatusCode::NOT_FOUND, "the report is not offered in the organization's cloud"))
}
