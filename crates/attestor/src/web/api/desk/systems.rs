//! Systems of customers: the services that they use, what is written about them, what they rest on.

use attestor_core::id::Id;
use attestor_core::trust::system::{OwnText, Used};
use axum::extract::{Path, Request};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::call::{Answered, Call, bytes, expect_json, json, put, read, text};
use super::once::{self, Once};
use super::refusal::No;
use crate::actions::trust::systems::rest::covered;
use crate::actions::trust::systems::{Change, NotChanged, System};
use crate::web::systems::wanted;
use crate::web::systems::wire::{Inheritance, SystemCoverage};

/// A system of the caller's organization.
#[derive(Debug, Serialize, ToSchema)]
struct CustomerSystem {
    /// The id.
    id: String,
    /// The name.
    name: String,
    /// How often it was written, from 1.
    number: i64,
    /// When it was made.
    #[schema(format = "date-time")]
    made_at: String,
    /// When it was changed last.
    #[schema(format = "date-time")]
    changed_at: String,
    /// The services that it uses.
    uses: Vec<UsedService>,
    /// What the customer does itself.
    own: Vec<OwnPartText>,
}

/// All systems of the caller's organization, the oldest first.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::web::api) struct SystemList {
    /// The systems.
    systems: Vec<CustomerSystem>,
}

/// A service of a published portal.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct UsedService {
    /// The organization whose portal tells of it.
    organization: String,
    /// The service.
    service: String,
    /// The cloud.
    cloud: String,
}

/// What the customer does itself for a control.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct OwnPartText {
    /// The framework.
    framework: String,
    /// The control.
    control: String,
    /// The text.
    #[schema(min_length = 1, max_length = 4000)]
    text: String,
}

/// A system that is wanted, or what is wanted of one; what is absent stays as it is.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::web::api) struct WantedSystem {
    /// The name; a new system needs one.
    #[serde(default)]
    #[schema(min_length = 1, max_length = 120)]
    name: Option<String>,
    /// All services that it uses from now on.
    #[serde(default)]
    #[schema(max_items = 200)]
    uses: Option<Vec<UsedService>>,
    /// All own texts from now on, at most 2000.
    #[serde(default)]
    own: Option<Vec<OwnPartText>>,
    /// Whether somebody looked at what is not given any more, so that it is the customer's own.
    #[serde(default)]
    looked: bool,
}

impl From<&System> for CustomerSystem {
    fn from(system: &System) -> Self {
        let used = |it: &Used| UsedService {
            organization: it.organization.clone(),
            service: it.service.to_string(),
            cloud: it.cloud.to_string(),
        };
        let own = |it: &OwnText| OwnPartText {
            framework: it.framework.to_string(),
            control: it.control.to_string(),
            text: it.text.clone(),
        };
        Self {
            id: system.id.clone(),
            name: system.name.clone(),
            number: system.number,
            made_at: system.made_at.clone(),
            changed_at: system.changed_at.clone(),
            uses: system.content.uses.iter().map(used).collect(),
            own: system.content.own.iter().map(own).collect(),
        }
    }
}

impl WantedSystem {
    fn change(self) -> Result<Change, No> {
        let id = |text: &str, field: &str| {
            Id::parse(text).ok_or_else(|| No::field(field, format!("`{text}` is not an id")))
        };
        let used = |it: UsedService| {
            let (service, cloud) = (id(&it.service, "service")?, id(&it.cloud, "cloud")?);
            Ok(Used { organization: it.organization, service, cloud })
        };
        let own = |it: OwnPartText| {
            let (framework, control) =
                (id(&it.framework, "framework")?, id(&it.control, "control")?);
            Ok(OwnText { framework, control, text: it.text })
        };
        let uses = self.uses.map(|all| all.into_iter().map(used).collect::<Result<_, No>>());
        let own = self.own.map(|all| all.into_iter().map(own).collect::<Result<_, No>>());
        Ok(Change {
            name: self.name,
            uses: uses.transpose()?,
            own: own.transpose()?,
            looked: self.looked,
        })
    }
}

fn refused(not: NotChanged) -> No {
    match not {
        NotChanged::NotFound => No::not_found("system"),
        NotChanged::Outdated => No::new(
            StatusCode::PRECONDITION_FAILED,
            "somebody changed the system since you looked; look at it as it is now",
        ),
        NotChanged::Repeated => {
            No::new(StatusCode::CONFLICT, "the key of the request was used meanwhile; ask again")
        }
        NotChanged::Name => No::field("name", "a name of 1 to 120 letters in one line"),
        NotChanged::Service(used) => {
            let (service, cloud) = (used.service, used.cloud);
            No::field("uses", format!("no published portal offers `{service}` in `{cloud}`"))
        }
        NotChanged::Control(own) => {
            let (framework, control) = (own.framework, own.control);
            No::field("own", format!("the framework `{framework}` has no control `{control}`"))
        }
        NotChanged::Content(fault) => No::field("body", fault.to_string()),
        NotChanged::Failed(stop) => stop.into(),
    }
}

fn etag(system: &System) -> String {
    format!("\"{}\"", system.number)
}

/// A system with its `ETag`.
fn told(status: StatusCode, system: &System) -> Answered {
    let mut answer = json(status, &CustomerSystem::from(system))?;
    put(&mut answer, header::ETAG, &etag(system));
    Ok(answer)
}

async fn own(call: &Call, id: &str) -> Result<System, No> {
    let organization = &call.worker.organization;
    let found = call.site.portals.system(organization, id).await?;
    found.ok_or_else(|| No::not_found("system"))
}

/// The number that a change is made behind: that of `If-Match`, else today's.
fn seen(call: &Call, system: &System) -> Result<i64, No> {
    let tags = call.headers.get_all(header::IF_MATCH).iter();
    let tags: Vec<&str> = tags.filter_map(|value| value.to_str().ok()).collect();
    let tag = etag(system);
    let fits = |all: &&str| all.split(',').any(|it| it.trim() == "*" || it.trim() == tag);
    if call.headers.contains_key(header::IF_MATCH) && !tags.iter().any(fits) {
        return Err(refused(NotChanged::Outdated).with_field(header::ETAG, tag));
    }
    Ok(system.number)
}

/// The systems of the caller's organization.
#[utoipa::path(
    get,
    path = "/api/v1/systems",
    tag = "systems",
    responses((status = 200, description = "The systems, the oldest first", body = SystemList))
)]
pub(in crate::web::api) async fn list(call: Call) -> Response {
    let found = async {
        call.asked(&[])?;
        let all = call.site.portals.systems(&call.worker.organization).await?;
        json(StatusCode::OK, &SystemList { systems: all.iter().map(Into::into).collect() })
    };
    call.tell(found.await)
}

/// Makes a system.
#[utoipa::path(
    post,
    path = "/api/v1/systems",
    tag = "systems",
    request_body = WantedSystem,
    responses((status = 201, description = "The system", body = CustomerSystem))
)]
pub(in crate::web::api) async fn make(call: Call, request: Request) -> Response {
    call.tell(made(&call, request).await)
}

async fn made(call: &Call, request: Request) -> Answered {
    call.asked(&[])?;
    expect_json(&call.headers)?;
    let body = bytes(request).await?;
    let once = Once::read(call, &body)?;
    if let Some(answer) = once::before(call, once.as_ref()).await? {
        return Ok(answer);
    }
    let change = read::<WantedSystem>(&body)?.change()?;
    let repeatable = once.as_ref().map(|once| once.repeatable(call));
    let answer =
        |system: &System| Ok((StatusCode::CREATED.as_u16(), text(&CustomerSystem::from(system))?));
    let repeat = repeatable.as_ref().map(|it| (it, &answer as _));
    match call.site.portals.make_system(&call.caller, change, repeat).await {
        Ok(system) => told(StatusCode::CREATED, &system),
        Err(NotChanged::Repeated) => match once::before(call, once.as_ref()).await? {
            Some(answer) => Ok(answer),
            None => Err(refused(NotChanged::Repeated)),
        },
        Err(not) => Err(refused(not)),
    }
}

/// A system.
#[utoipa::path(
    get,
    path = "/api/v1/systems/{system}",
    tag = "systems",
    params(("system" = String, Path, description = "The system's id")),
    responses((status = 200, description = "The system, with an `ETag`", body = CustomerSystem))
)]
pub(in crate::web::api) async fn show(call: Call, Path(id): Path<String>) -> Response {
    let found = async {
        call.asked(&[])?;
        told(StatusCode::OK, &own(&call, &id).await?)
    };
    call.tell(found.await)
}

/// Changes a system.
#[utoipa::path(
    patch,
    path = "/api/v1/systems/{system}",
    tag = "systems",
    params(("system" = String, Path, description = "The system's id")),
    request_body = WantedSystem,
    responses((status = 200, description = "The system as it is now", body = CustomerSystem))
)]
pub(in crate::web::api) async fn change(
    call: Call,
    Path(id): Path<String>,
    request: Request,
) -> Response {
    let changed = async {
        call.asked(&[])?;
        expect_json(&call.headers)?;
        let change = read::<WantedSystem>(&bytes(request).await?)?.change()?;
        let seen = seen(&call, &own(&call, &id).await?)?;
        let changed = call.site.portals.change_system(&call.caller, (&id, seen), change).await;
        told(StatusCode::OK, &changed.map_err(refused)?)
    };
    call.tell(changed.await)
}

/// Ends a system.
#[utoipa::path(
    delete,
    path = "/api/v1/systems/{system}",
    tag = "systems",
    params(("system" = String, Path, description = "The system's id")),
    responses((status = 204, description = "It is ended"))
)]
pub(in crate::web::api) async fn end(call: Call, Path(id): Path<String>) -> Response {
    let ended = async {
        call.asked(&[])?;
        let seen = seen(&call, &own(&call, &id).await?)?;
        let ended = call.site.portals.end_system(&call.caller, (&id, seen)).await;
        ended.map_err(refused)?;
        Ok(StatusCode::NO_CONTENT.into_response())
    };
    call.tell(ended.await)
}

/// A parameter of the query; empty where it is not there.
fn parameter<'a>(asked: &'a [(String, String)], name: &str) -> &'a str {
    asked.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
}

/// What a system inherits, shares and keeps.
#[utoipa::path(
    get,
    path = "/api/v1/systems/{system}/inheritance",
    tag = "systems",
    params(
        ("system" = String, Path, description = "The system's id"),
        ("framework" = Option<String>, Query, description = "The framework; `iso27001-2022` if nothing is said"),
        ("on" = Option<String>, Query, description = "The day; today if nothing is said"),
    ),
    responses((status = 200, description = "Every control, in the framework's order", body = Inheritance))
)]
pub(in crate::web::api) async fn inheritance(call: Call, Path(id): Path<String>) -> Response {
    let found = async {
        let asked = call.asked(&["framework", "on"])?;
        let system = own(&call, &id).await?;
        let portals = &call.site.portals;
        let (framework, day) =
            wanted(portals, parameter(&asked, "framework"), parameter(&asked, "on")).ok_or_else(
                || No::parameter("framework", "a framework that is known, and a day"),
            )?;
        let (questions, published) = (portals.asked(framework), portals.published().await?);
        let standings =
            portals.standings(&published, &system.content, (framework.0, &questions), day);
        let names = (system.id.as_str(), system.name.as_str());
        json(StatusCode::OK, &Inheritance::new(names, framework, &standings, day))
    };
    call.tell(found.await)
}

/// What the controls that a system inherits or shares cover of another framework.
#[utoipa::path(
    get,
    path = "/api/v1/systems/{system}/coverage",
    tag = "systems",
    params(
        ("system" = String, Path, description = "The system's id"),
        ("to" = String, Query, description = "The framework that is asked about"),
        ("framework" = Option<String>, Query, description = "The framework of the controls; `iso27001-2022` if nothing is said"),
        ("on" = Option<String>, Query, description = "The day; today if nothing is said"),
    ),
    responses((status = 200, description = "Every item of the framework that is asked about", body = SystemCoverage))
)]
pub(in crate::web::api) async fn coverage(call: Call, Path(id): Path<String>) -> Response {
    let found = async {
        let asked = call.asked(&["to", "framework", "on"])?;
        let system = own(&call, &id).await?;
        let portals = &call.site.portals;
        let (framework, day) =
            wanted(portals, parameter(&asked, "framework"), parameter(&asked, "on")).ok_or_else(
                || No::parameter("framework", "a framework that is known, and a day"),
            )?;
        let none = || No::parameter("to", "a framework to which a crosswalk leads");
        let (to, catalog) = portals.framework(parameter(&asked, "to")).ok_or_else(none)?;
        let mapping = portals.mapping(framework.0, to).ok_or_else(none)?;
        let (questions, published) = (portals.asked(framework), portals.published().await?);
        let standings =
            portals.standings(&published, &system.content, (framework.0, &questions), day);
        let found = covered(mapping, &standings, catalog);
        json(StatusCode::OK, &SystemCoverage::new(&system.id, (framework.0, to), &found, day))
    };
    call.tell(found.await)
}
