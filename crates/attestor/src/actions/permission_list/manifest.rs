//! The app manifest: what an app registration requests, as exported from the portal, from
//! Microsoft Graph or by `az ad app show`.
//!
//! All of them hold the list `requiredResourceAccess`; other keys differ and are not read. An
//! export of a search holds the app in a list, which must then have one entry.

use attestor_core::attestation::permission::Access;
use attestor_core::fault::{Fault, Place, Problem};
use serde::Deserialize;

use super::whole;

/// One app, or a list of apps as searches give it.
#[derive(Deserialize)]
struct Manifest {
    #[serde(rename = "requiredResourceAccess", alias = "RequiredResourceAccess")]
    resources: Option<Vec<Resource>>,
    value: Option<Vec<App>>,
}

/// One app in a list of apps.
#[derive(Deserialize)]
struct App {
    #[serde(rename = "requiredResourceAccess", alias = "RequiredResourceAccess")]
    resources: Option<Vec<Resource>>,
}

/// What the app requests of one API.
#[derive(Deserialize)]
struct Resource {
    #[serde(rename = "resourceAppId", alias = "ResourceAppId")]
    resource_app: String,
    #[serde(rename = "resourceAccess", alias = "ResourceAccess")]
    accesses: Vec<Entry>,
}

/// One permission, by id.
#[derive(Deserialize)]
struct Entry {
    #[serde(alias = "Id")]
    id: String,
    #[serde(rename = "type", alias = "Type")]
    kind: String,
}

/// The requests of the app in a manifest, in its order.
pub(super) fn read(file: &str, json: &str) -> Result<Vec<Access>, Fault> {
    let resources = if json.starts_with('[') {
        only(file, typed(file, json)?)?
    } else {
        let manifest: Manifest = typed(file, json)?;
        match (manifest.resources, manifest.value) {
            (Some(resources), _) => resources,
            (None, Some(apps)) => only(file, apps)?,
            (None, None) => return Err(whole(file, missing())),
        }
    };
    Ok(resources.into_iter().flat_map(accesses).collect())
}

/// The only app of a list.
fn only(file: &str, apps: Vec<App>) -> Result<Vec<Resource>, Fault> {
    let count = apps.len();
    match <[App; 1]>::try_from(apps) {
        Ok([app]) => app.resources.ok_or_else(|| whole(file, missing())),
        Err(_) => {
            let sentence = format!("expected one app, found {count}");
            Err(whole(file, Problem::Inconsistent(sentence)))
        }
    }
}

fn missing() -> Problem {
    Problem::MissingKey { key: "requiredResourceAccess" }
}

fn typed<T: for<'a> Deserialize<'a>>(file: &str, json: &str) -> Result<T, Fault> {
    serde_json::from_str(json).map_err(|error| {
        let line = u32::try_from(error.line()).unwrap_or(u32::MAX);
        let reason = match error.classify() {
            serde_json::error::Category::Data => "not an app manifest",
            _ => "not valid JSON",
        };
        let words = error.to_string();
        let words = words.split(" at line ").next().unwrap_or_default();
        let problem = Problem::Unreadable { reason: format!("{reason}: {words}") };
        Fault { place: Place { file: file.to_owned(), line }, problem }
    })
}

fn accesses(resource: Resource) -> impl Iterator<Item = Access> {
    let Resource { resource_app, accesses } = resource;
    let access = move |Entry { id, kind }| Access { resource_app: resource_app.clone(), id, kind };
    accesses.into_iter().map(access)
}
