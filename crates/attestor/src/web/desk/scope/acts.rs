//! From a form of the page to an act. Rows are columns of fields with the same name; a row with
//! nothing in its first field is not there.

use attestor_core::answer::Answer;
use attestor_core::certification::case::{
    Component, Connection, Environment, Role, Segmentation, Service, ServiceOwner,
};
use attestor_core::desk::act::Act;
use attestor_core::desk::file::CaseFile;
use attestor_core::desk::inventory;
use attestor_core::fault::Fault;
use attestor_core::id::Id;
use axum::http::StatusCode;

use crate::phrases::{Arg, Phrases};
use crate::web::desk::form::Typed;
use crate::web::desk::refused::NotDone;

/// The most faults of an inventory that are told.
const FAULTS: usize = 10;

/// The part of the page that a form belongs to.
pub(super) fn part(what: &str) -> &'static str {
    match what {
        "environments" => "environments",
        "connections" => "connected",
        "services" => "services",
        "sites" => "sites",
        "footprint" => "footprint",
        "inventory" => "inventory",
        "state" => "statements",
        _ => "sample",
    }
}

/// The act that a form asks for.
pub(super) fn act(phrases: &Phrases, file: &CaseFile, typed: &Typed) -> Result<Act, NotDone> {
    let fault = |key: &str| NotDone::fault(phrases, key);
    match typed.get("do") {
        "environments" => environments(typed).map_err(fault),
        "connections" => connections(typed).map_err(fault),
        "services" => services(typed).map_err(fault),
        "sites" => Ok(Act::SetSites {
            recovery_site: answer(typed.get("recovery_site")),
            backup_site: answer(typed.get("backup_site")),
        }),
        "footprint" => {
            let lines = typed.raw("footprint").lines().map(str::trim);
            let footprint = lines.filter(|line| !line.is_empty()).map(str::to_owned).collect();
            Ok(Act::SetFootprint { footprint })
        }
        "state" => state(typed).map_err(fault),
        "inventory" => components(file, typed)
            .map(|components| Act::SetInventory { components })
            .map_err(|faults| told(phrases, &faults)),
        _ => Err(fault("desk-scope-no-form")),
    }
}

fn answer(text: &str) -> Answer {
    Answer::parse(text).unwrap_or_default()
}

fn rows<'t>(typed: &'t Typed, names: [&'t str; 4]) -> Vec<[&'t str; 4]> {
    let [first, second, third, fourth] = names.map(|name| typed.column(name).collect::<Vec<_>>());
    let at = |column: &[&'t str], row: usize| column.get(row).copied().unwrap_or_default();
    let all = (0..first.len().max(second.len()))
        .map(|row| [at(&first, row), at(&second, row), at(&third, row), at(&fourth, row)]);
    all.filter(|row| row.iter().take(2).any(|cell| !cell.is_empty())).collect()
}

fn environments(typed: &Typed) -> Result<Act, &'static str> {
    let mut environments = Vec::new();
    for [name, id, hosting, role] in rows(typed, ["env_name", "env_id", "env_hosting", "env_role"])
    {
        let id = if id.is_empty() { plain(name) } else { id.to_owned() };
        environments.push(Environment {
            id: Id::parse(&id).ok_or("desk-scope-bad-id")?,
            name: if name.is_empty() { id.clone() } else { name.to_owned() },
            hosting: Id::parse(hosting).ok_or("desk-scope-no-hosting")?,
            role: Role::parse(role).unwrap_or(Role::Production),
        });
    }
    Ok(Act::SetEnvironments { environments })
}

/// The letters and digits of a name as an id.
fn plain(name: &str) -> String {
    let lower = name.to_lowercase();
    let words = lower.split(|letter: char| !letter.is_ascii_alphanumeric());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

fn connections(typed: &Typed) -> Result<Act, &'static str> {
    let mut connections = Vec::new();
    let all = rows(typed, ["con_name", "", "con_segmentation", "con_harm"]);
    for [name, _, segmentation, harm] in all {
        connections.push(Connection {
            name: name.to_owned(),
            segmentation: Segmentation::parse(segmentation).unwrap_or(Segmentation::None),
            can_harm: answer(harm),
        });
    }
    Ok(Act::SetConnections { connections })
}

fn services(typed: &Typed) -> Result<Act, &'static str> {
    let all = rows(typed, ["svc_host", "svc_purpose", "svc_owner", ""]);
    let mut services = Vec::new();
    for [host, purpose, owner, _] in all {
        if host.is_empty() {
            return Err("desk-scope-no-host");
        }
        services.push(Service {
            host: host.to_owned(),
            owner: ServiceOwner::parse(owner).unwrap_or(ServiceOwner::ThirdParty),
            purpose: Some(purpose.to_owned()).filter(|purpose| !purpose.is_empty()),
        });
    }
    Ok(Act::SetServices { services })
}

/// One statement: the button names it, with its answer.
fn state(typed: &Typed) -> Result<Act, &'static str> {
    let statement = Id::parse(typed.get("statement")).ok_or("desk-scope-no-form")?;
    let holds = match typed.get("holds") {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    Ok(Act::State { statement, holds })
}

/// A table, or a bill of materials for one environment.
fn components(file: &CaseFile, typed: &Typed) -> Result<Vec<Component>, Vec<Fault>> {
    let text = typed.raw("inventory");
    if !text.trim_start().starts_with('{') {
        return inventory::from_csv(text);
    }
    let chosen = Id::parse(typed.get("environment"));
    let first = file.case.scope.environments.first().map(|it| it.id.clone());
    match chosen.or(first) {
        Some(environment) => inventory::from_cyclonedx(text, &environment),
        None => inventory::from_csv(text),
    }
}

/// The faults of an inventory, the first of them in full.
fn told(phrases: &Phrases, faults: &[Fault]) -> NotDone {
    NotDone {
        status: StatusCode::UNPROCESSABLE_ENTITY,
        text: phrases.text("desk-scope-faults", &[("count", Arg::from(faults.len()))]),
        reasons: faults.iter().take(FAULTS).map(ToString::to_string).collect(),
    }
}
