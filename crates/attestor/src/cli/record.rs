//! `attestor record …`: who changed what, when.

mod export;
mod search;

use attestor_core::day::Day;
use clap::Subcommand;
use serde_json::value::RawValue;
use serde_json::{Value as Json, json};

use super::at_desk::AtDesk;
use super::{Exit, Out, Stop};
use crate::store::record::Entry;

/// What can be done with the record.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Export(export::Export),
    Search(search::Search),
}

/// Runs the command.
pub(crate) fn run(command: &Command, out: &mut Out) -> Result<Exit, Stop> {
    match command {
        Command::Export(args) => export::run(args, out),
        Command::Search(args) => search::run(args, out),
    }
}

/// From where on entries are read.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Since {
    /// From this place on.
    Place(i64),
    /// From this day on.
    Day(Day),
}

fn since(text: &str) -> Result<Since, String> {
    if let Some(day) = Day::parse(text) {
        return Ok(Since::Day(day));
    }
    let place = text.parse().ok().filter(|place| *place >= 1);
    place.map(Since::Place).ok_or_else(|| "an entry's number, or a day as YYYY-MM-DD".to_owned())
}

/// An entry as JSON; its content stands in it as it is kept, letter by letter.
fn wire(entry: &Entry) -> impl serde::Serialize {
    let content = RawValue::from_string(entry.content.clone());
    let content = content.map_or_else(|_| Content::Broken(entry.content.clone()), Content::Json);
    Wire {
        head: head(entry),
        content,
        previous: entry.previous.clone(),
        digest: entry.digest.clone(),
    }
}

#[derive(serde::Serialize)]
struct Wire {
    #[serde(flatten)]
    head: Json,
    content: Content,
    previous: String,
    digest: String,
}

#[derive(serde::Serialize)]
#[serde(untagged)]
enum Content {
    Json(Box<RawValue>),
    Broken(String),
}

fn head(entry: &Entry) -> Json {
    json!({
        "entry_id": entry.entry_id,
        "at": entry.at,
        "actor": entry.actor,
        "role": entry.role,
        "organization_id": entry.organization,
        "subject": entry.subject,
        "subject_id": entry.subject_id,
        "number": entry.number,
        "kind": entry.kind,
    })
}
