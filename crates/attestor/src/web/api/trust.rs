//! Trust portals as data: what providers publish, and where it stands today.

use attestor_core::day::Day;
use attestor_core::trust::oscal::component;
use attestor_core::trust::standing::{Cycle, Standing};
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use serde::Serialize;
use serde_json::Value as Json;
use utoipa::ToSchema;

use super::call::{Asked, Call, json};
use super::problem::{Problem, Refused};
use crate::actions::trust::view::OfferingView;
use crate::actions::trust::{Portal, Published};
use crate::web::address;

/// The most portals of one answer.
const MOST: usize = 200;
/// How many an answer has that no number is asked for.
const USUAL: usize = 50;

/// The published portals.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct PortalList {
    /// How many there are in all.
    total: usize,
    /// The portals by the ids of their organizations.
    portals: Vec<PortalHead>,
    /// Where the next part begins; absent at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    cursor: Option<String>,
}

/// A portal in short.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct PortalHead {
    /// The organization in addresses.
    #[schema(example = "harborline")]
    organization: String,
    /// Its name.
    name: String,
    /// The number of the published version.
    version: i64,
    /// When it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    published_at: Option<String>,
    /// The page for people.
    page: String,
    /// What it offers.
    offerings: Vec<OfferingHead>,
}

/// An offering as it stands today.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct OfferingHead {
    /// The id.
    id: String,
    /// The id of the edition.
    edition: String,
    /// The title of the standard.
    #[serde(skip_serializing_if = "Option::is_none")]
    standard: Option<String>,
    /// The last day of certificates to the edition.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    edition_ends: Option<Day>,
    /// How many certificates hold.
    holding: usize,
    /// How many of those end within 90 days.
    expiring: usize,
    /// `unknown`, `running` or `overdue`.
    #[schema(example = "running")]
    audit_cycle: &'static str,
    /// The day by which the next audit is or was due.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    audit_due: Option<Day>,
    /// Where each certificate stands.
    certificates: Vec<CertificateHead>,
}

/// Where a certificate stands.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct CertificateHead {
    /// The id.
    id: String,
    /// `future`, `published`, `expiring`, `expired`, `superseded`, `withdrawn` or `undated`.
    #[schema(example = "published")]
    standing: &'static str,
    /// Whether somebody may rest on it.
    holds: bool,
    /// Its last day, or that of its edition if that is earlier.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    last_day: Option<Day>,
}

/// A whole portal.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct WholePortal {
    /// The portal in short.
    #[serde(flatten)]
    head: PortalHead,
    /// The day on which everything stands as told.
    #[schema(value_type = String, format = Date)]
    on: Day,
    /// What it says, in the lists of the files of an offering: no drafts, no reasons of statements
    /// whose full form is a document, no addresses of files that not everybody may open.
    #[schema(value_type = Object)]
    content: Json,
}

/// All published portals.
#[utoipa::path(
    get,
    path = "/api/v1/trust",
    tag = "trust",
    params(
        ("limit" = Option<u8>, Query, description = "The most portals, 1 to 200; 50 without it", example = 50),
        ("after" = Option<String>, Query, description = "The `cursor` of the part before"),
    ),
    responses(
        (status = 200, description = "The portals by organization", body = PortalList),
        (status = 400, description = "A parameter is not in its form", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn list(call: Call) -> Response {
    portals(&call, &["limit", "after"], async |published, asked| {
        let list = part(&call, published, asked)?;
        let next = list.cursor.as_deref().map(|cursor| next(asked, cursor));
        let mut answer = json(&list)?;
        let link = next.map(|next| format!("<{}>; rel=\"next\"", call.absolute(&next)));
        if let Some(link) = link.and_then(|link| link.parse().ok()) {
            answer.headers_mut().insert(header::LINK, link);
        }
        Ok(answer)
    })
    .await
}

fn part(call: &Call, published: &Published, asked: &Asked) -> Result<PortalList, Refused> {
    let of = |name: &str| asked.iter().find(|(own, _)| own == name).map(|(_, it)| it.as_str());
    let limit = match of("limit") {
        None => USUAL,
        Some(text) => text
            .parse()
            .ok()
            .filter(|limit| (1..=MOST).contains(limit))
            .ok_or_else(|| Refused::parameter("limit", "it is no number from 1 to 200"))?,
    };
    let all = published.portals.iter();
    let mut rest =
        all.skip_while(|it| of("after").is_some_and(|end| it.organization.as_str() <= end));
    let portals: Vec<PortalHead> = rest.by_ref().take(limit).map(|it| head(call, it)).collect();
    let last = portals.last().map(|it| it.organization.clone());
    Ok(PortalList {
        total: published.portals.len(),
        cursor: last.filter(|_| rest.next().is_some()),
        portals,
    })
}

/// The address of the part behind a cursor.
fn next(asked: &Asked, cursor: &str) -> String {
    let same = asked.iter().filter(|(name, _)| name != "after");
    let pairs = same.map(|(name, value)| (name.as_str(), value.as_str()));
    format!("/api/v1/trust{}", address::query(pairs.chain([("after", cursor)])))
}

/// A portal with everything that everybody sees of it.
#[utoipa::path(
    get,
    path = "/api/v1/trust/{organization}",
    tag = "trust",
    params(("organization" = String, Path, description = "The organization's id", example = "harborline")),
    responses(
        (status = 200, description = "The portal", body = WholePortal),
        (status = 404, description = "It publishes no portal", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn show(call: Call, Path(id): Path<String>) -> Response {
    portals(&call, &[], async |published, _| {
        let portal = published.of(&id).ok_or_else(|| none(&id))?;
        let content = serde_json::to_value(&portal.view.trust)
            .map_err(|error| Refused::Failed(error.to_string().into()))?;
        json(&WholePortal { head: head(&call, portal), on: call.today, content })
    })
    .await
}

/// The services of a portal as an OSCAL component definition, with the rows of statements under
/// certificates that hold today.
#[utoipa::path(
    get,
    path = "/api/v1/trust/{organization}/oscal",
    tag = "trust",
    params(("organization" = String, Path, description = "The organization's id", example = "harborline")),
    responses(
        (status = 200, description = "A component definition of OSCAL 1.1.2", body = Object),
        (status = 404, description = "It publishes no portal", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn oscal(call: Call, Path(id): Path<String>) -> Response {
    portals(&call, &[], async |published, _| {
        let portal = published.of(&id).ok_or_else(|| none(&id))?;
        json(&component::definition(&portal.view.trust, call.today))
    })
    .await
}

/// Answers with what `make` makes of the published portals, whose revision is a part of the tag.
async fn portals(
    call: &Call,
    known: &[&str],
    make: impl AsyncFnOnce(&Published, &Asked) -> Result<Response, Refused>,
) -> Response {
    let published = match call.site.portals.published().await {
        Ok(published) => published,
        Err(stop) => return crate::web::broken::Broken::of(&stop).into_response(),
    };
    let more = published.revision.text();
    call.reply(known, &more, async |_, asked| make(&published, asked).await).await
}

fn none(id: &str) -> Refused {
    Refused::NotFound(format!("`{id}` publishes no portal"))
}

fn head(call: &Call, portal: &Portal) -> PortalHead {
    let path = format!("/trust/{}", address::part(&portal.organization));
    PortalHead {
        organization: portal.organization.clone(),
        name: portal.name.clone(),
        version: portal.number,
        published_at: portal.published_at.map(|at| at.to_string()),
        page: call.absolute(&path),
        offerings: portal.view.offerings(call.today).iter().map(offering).collect(),
    }
}

fn offering(it: &OfferingView<'_>) -> OfferingHead {
    let (audit_cycle, audit_due) = match it.cycle {
        Cycle::Unknown => ("unknown", None),
        Cycle::Running { due, .. } => ("running", Some(due)),
        Cycle::Overdue { due, .. } => ("overdue", Some(due)),
    };
    let certificates = it.certificates.iter().map(|(one, standing)| CertificateHead {
        id: one.id.value.to_string(),
        standing: standing.as_str(),
        holds: standing.holds(),
        last_day: it.last_day(one),
    });
    OfferingHead {
        id: it.id().to_owned(),
        edition: it.offering.edition.value.to_string(),
        standard: it.standard.map(|it| it.title.clone()),
        edition_ends: it.edition.and_then(|it| it.ends),
        holding: it.holding(),
        expiring: it.certificates.iter().filter(|(_, one)| *one == Standing::Expiring).count(),
        audit_cycle,
        audit_due,
        certificates: certificates.collect(),
    }
}
