//! A component definition: what a provider's services do for the items of an edition.

use serde_json::{Map, Value as Json, json};

use super::super::document::{Certificate, SoaRow, Statement};
use super::super::model::{Service, Trust};
use super::super::standing::standing;
use super::is_token;
use crate::day::Day;
use crate::digest::Digest;

/// The version of OSCAL that is written.
const VERSION: &str = "1.1.2";

/// The services of a model as components, with the rows of the statements of those certificates
/// that hold on a day. Rows that do not apply or are not done are left out. The same model and day
/// give the same document, ids included.
#[must_use]
pub fn definition(trust: &Trust, today: Day) -> Json {
    let title = trust.providers.first().map_or("Services", |it| it.name.as_str());
    let components: Vec<Json> =
        trust.services.iter().map(|service| component(trust, service, today)).collect();
    let version = today.to_string();
    let mut definition = Map::new();
    definition.insert("uuid".to_owned(), json!(uuid(&["definition", title, &version])));
    definition.insert(
        "metadata".to_owned(),
        json!({
            "title": title,
            "last-modified": format!("{today}T00:00:00Z"),
            "version": version,
            "oscal-version": VERSION,
        }),
    );
    if !components.is_empty() {
        definition.insert("components".to_owned(), json!(components));
    }
    json!({ "component-definition": definition })
}

fn component(trust: &Trust, service: &Service, today: Day) -> Json {
    let id = service.id.value.as_str();
    let mut component = Map::new();
    component.insert("uuid".to_owned(), json!(uuid(&["component", id])));
    component.insert("type".to_owned(), json!("service"));
    component.insert("title".to_owned(), json!(service.name));
    component.insert("description".to_owned(), json!(description(service)));
    if let Some(link) = &service.link {
        component.insert("links".to_owned(), json!([{ "href": link, "rel": "reference" }]));
    }
    let implementations: Vec<Json> = trust
        .certificates
        .iter()
        .filter(|it| it.services.iter().any(|spot| spot.value == service.id.value))
        .filter(|it| is_open(trust, it, service, today))
        .filter_map(|it| implementation(trust, id, it))
        .collect();
    if !implementations.is_empty() {
        component.insert("control-implementations".to_owned(), json!(implementations));
    }
    Json::Object(component)
}

fn description(service: &Service) -> String {
    let parts = [Some(&service.name), service.detail.as_ref(), service.clause.as_ref()];
    let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
    parts.join(", ")
}

/// Whether a certificate holds, and the service is in its offering's scope in some cloud.
fn is_open(trust: &Trust, certificate: &Certificate, service: &Service, today: Day) -> bool {
    let Some(offering) = trust.offering(&certificate.offering.value) else { return false };
    let in_scope = offering
        .services
        .iter()
        .any(|row| row.service.value == service.id.value && row.is_open_on(today));
    in_scope && standing(certificate, trust.edition_of(certificate), today).holds()
}

fn implementation(trust: &Trust, service: &str, certificate: &Certificate) -> Option<Json> {
    let id = &certificate.id.value;
    let statement = trust.statements.iter().find(|it| it.certificate.value == *id)?;
    let done = |row: &&SoaRow| {
        row.applicable && row.implemented != Some(false) && is_token(row.id.value.as_str())
    };
    let rows: Vec<Json> = statement
        .rows
        .iter()
        .filter(done)
        .map(|row| requirement(service, statement, row))
        .collect();
    if rows.is_empty() {
        return None;
    }
    let edition = statement.edition.value.as_str();
    let number = certificate.number.as_deref().unwrap_or_else(|| id.as_str());
    Some(json!({
        "uuid": uuid(&["implementation", service, id.as_str()]),
        "source": format!("#{edition}"),
        "description": format!("Certificate {number} to {edition}"),
        "implemented-requirements": rows,
    }))
}

fn requirement(service: &str, statement: &Statement, row: &SoaRow) -> Json {
    let (id, of) = (row.id.value.as_str(), statement.id.value.as_str());
    let fallback = || format!("Stated as applicable in {of}");
    let mut requirement = Map::new();
    requirement.insert("uuid".to_owned(), json!(uuid(&["requirement", service, of, id])));
    requirement.insert("control-id".to_owned(), json!(id));
    let description = row.reason.clone().unwrap_or_else(fallback);
    requirement.insert("description".to_owned(), json!(description));
    if row.implemented == Some(true) {
        let prop = json!([{ "name": "implementation-status", "value": "implemented" }]);
        requirement.insert("props".to_owned(), prop);
    }
    if let Some(duty) = row.duty {
        requirement.insert("remarks".to_owned(), json!(format!("Done by: {duty}")));
    }
    Json::Object(requirement)
}

/// An id made of names, in the form of a UUID of version 5; the digest is SHA-256.
fn uuid(names: &[&str]) -> String {
    let digest = Digest::of_parts(names.iter().map(|name| (*name, &b""[..]))).to_string();
    let part = |from: usize, to: usize| digest.get(from..to).unwrap_or_default();
    format!("{}-{}-5{}-a{}-{}", part(0, 8), part(8, 12), part(13, 16), part(17, 20), part(20, 32))
}
