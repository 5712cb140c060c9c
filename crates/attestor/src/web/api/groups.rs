//! What apps share: permissions, publishers, app registrations.

use std::collections::BTreeMap;

use attestor_core::attestation::catalog::listing::Listing;
use attestor_core::attestation::permission::PermissionName;
use axum::extract::Path;
use axum::response::Response;
use serde::Serialize;
use utoipa::ToSchema;

use super::call::Call;
use super::problem::{Problem, Refused};
use super::shapes::AppName;

/// A permission that apps ask for.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(example = json!({"name": "Mail.Read", "broad": false, "app_count": 12}))]
pub(super) struct AskedPermission {
    /// The name, as most apps write it.
    name: String,
    /// Whether it reaches beyond the user's own data.
    broad: bool,
    /// How many apps ask for it.
    app_count: usize,
}

/// The permissions that apps ask for, the most frequent first.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct PermissionList {
    permissions: Vec<AskedPermission>,
}

/// A permission with the apps that ask for it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct WholePermission {
    /// The permission.
    #[serde(flatten)]
    permission: AskedPermission,
    /// The apps by name.
    apps: Vec<AppName>,
}

/// A publisher.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(example = json!({"key": "contoso", "name": "Contoso", "app_count": 3}))]
pub(super) struct Publisher {
    /// The publisher in addresses.
    key: String,
    /// The name, as most apps write it.
    name: String,
    /// How many apps it has.
    app_count: usize,
}

/// The publishers by their keys.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct PublisherList {
    publishers: Vec<Publisher>,
}

/// A publisher with its apps.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct WholePublisher {
    /// The publisher.
    #[serde(flatten)]
    publisher: Publisher,
    /// The apps by name.
    apps: Vec<AppName>,
}

/// An app registration.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(example = json!({"id": "585c6702-a0cb-4e6a-9234-0123456789ab", "app_count": 1}))]
pub(super) struct Registration {
    /// The id.
    id: String,
    /// How many apps ask for permissions through it.
    app_count: usize,
}

/// The app registrations by id.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct RegistrationList {
    registrations: Vec<Registration>,
}

/// An app registration with the apps that ask for permissions through it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct WholeRegistration {
    /// The registration.
    #[serde(flatten)]
    registration: Registration,
    /// The apps by name.
    apps: Vec<AppName>,
}

/// All permissions that apps ask for.
#[utoipa::path(
    get,
    path = "/api/v1/permissions",
    tag = "permissions",
    responses((status = 200, description = "The most frequent first", body = PermissionList))
)]
pub(super) async fn permissions(call: Call) -> Response {
    call.json(&[], async |index, _| {
        let all = index.permissions();
        let permissions = all.iter().map(|(name, count)| asked(&call, name, *count)).collect();
        Ok(PermissionList { permissions })
    })
    .await
}

/// A permission and who asks for it.
#[utoipa::path(
    get,
    path = "/api/v1/permissions/{name}",
    tag = "permissions",
    params(("name" = String, Path, description = "The permission's name; case does not matter", example = "Mail.Read")),
    responses(
        (status = 200, description = "The permission with its apps", body = WholePermission),
        (status = 404, description = "No app asks for it", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn permission(call: Call, Path(name): Path<String>) -> Response {
    call.json(&[], async |index, _| {
        let listings = index.with_permission(&name);
        let known = index.permissions();
        let own = known.iter().find(|(one, _)| one.eq_ignore_ascii_case(&name));
        let (own, count) = own.ok_or_else(|| none("permission", &name))?;
        Ok(WholePermission { permission: asked(&call, own, *count), apps: names(&listings) })
    })
    .await
}

fn asked(call: &Call, name: &str, app_count: usize) -> AskedPermission {
    let parsed = PermissionName::parse(name);
    let broad = parsed.is_some_and(|name| call.site.permission_rules.reaches_far(&name));
    AskedPermission { name: name.to_owned(), broad, app_count }
}

/// All publishers.
#[utoipa::path(
    get,
    path = "/api/v1/publishers",
    tag = "publishers",
    responses((status = 200, description = "The publishers by key", body = PublisherList))
)]
pub(super) async fn publishers(call: Call) -> Response {
    call.json(&[], async |index, _| {
        let publishers = index.publishers().map(|(key, name, app_count)| Publisher {
            key: key.to_owned(),
            name: name.to_owned(),
            app_count,
        });
        Ok(PublisherList { publishers: publishers.collect() })
    })
    .await
}

/// A publisher and its apps.
#[utoipa::path(
    get,
    path = "/api/v1/publishers/{key}",
    tag = "publishers",
    params(("key" = String, Path, description = "The publisher's key", example = "contoso")),
    responses(
        (status = 200, description = "The publisher with its apps", body = WholePublisher),
        (status = 404, description = "There is no such publisher", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn publisher(call: Call, Path(key): Path<String>) -> Response {
    call.json(&[], async |index, _| {
        let own = index.publishers().find(|(one, _, _)| *one == key);
        let (key, name, app_count) = own.ok_or_else(|| none("publisher", &key))?;
        let publisher = Publisher { key: key.to_owned(), name: name.to_owned(), app_count };
        Ok(WholePublisher { publisher, apps: names(&index.publisher(key)) })
    })
    .await
}

/// All app registrations.
#[utoipa::path(
    get,
    path = "/api/v1/registrations",
    tag = "registrations",
    responses((status = 200, description = "The registrations by id", body = RegistrationList))
)]
pub(super) async fn registrations(call: Call) -> Response {
    call.json(&[], async |index, _| {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for id in index.listings().iter().flat_map(|one| &one.registrations) {
            *counts.entry(id).or_default() += 1;
        }
        let registration =
            |(id, app_count): (&str, usize)| Registration { id: id.to_owned(), app_count };
        Ok(RegistrationList { registrations: counts.into_iter().map(registration).collect() })
    })
    .await
}

/// An app registration and the apps that ask through it.
#[utoipa::path(
    get,
    path = "/api/v1/registrations/{id}",
    tag = "registrations",
    params(("id" = String, Path, description = "The registration's id", example = "585c6702-a0cb-4e6a-9234-0123456789ab")),
    responses(
        (status = 200, description = "The registration with its apps", body = WholeRegistration),
        (status = 404, description = "No app asks through it", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn registration(call: Call, Path(id): Path<String>) -> Response {
    call.json(&[], async |index, _| {
        let listings = index.with_registration(&id);
        if listings.is_empty() {
            return Err(none("app registration", &id));
        }
        let registration = Registration { id: id.to_ascii_lowercase(), app_count: listings.len() };
        Ok(WholeRegistration { registration, apps: names(&listings) })
    })
    .await
}

fn none(what: &str, name: &str) -> Refused {
    Refused::NotFound(format!("no app in the catalog has the {what} `{name}`"))
}

fn names(listings: &[&Listing]) -> Vec<AppName> {
    listings.iter().map(|one| AppName::from(*one)).collect()
}
