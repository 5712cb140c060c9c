//! An entry in words.

use std::collections::BTreeMap;

use attestor_core::desk::file::CaseFile;
use attestor_core::instant::Instant;
use serde_json::Value as Json;

use super::visible;
use crate::store::desk::CASE;
use crate::store::record::Entry;
use crate::web::address;
use crate::web::desk::special::Moment;
use crate::web::desk::visit::DeskVisit;
use crate::web::shape::Link;
use crate::web::visit::Refusal;

/// The most details of an entry that are shown.
const DETAILS: usize = 12;
/// The most letters of a detail that are shown.
const LETTERS: usize = 400;

/// An entry.
pub(super) struct Line {
    /// Its place: in the record, or in the case.
    pub(super) number: String,
    pub(super) at: Moment,
    /// Who, and the address that seeks what they did.
    pub(super) actor: Link,
    pub(super) role: String,
    pub(super) what: String,
    /// What it is about, where the whole record is shown.
    pub(super) subject: Option<Link>,
    /// Names and values.
    pub(super) details: Vec<(String, String)>,
    pub(super) digest: String,
}

/// The lines of entries, as far as the worker may see them. One statement for names.
pub(super) async fn lines(
    visit: &DeskVisit,
    file: Option<&CaseFile>,
    here: &str,
    entries: &[Entry],
) -> Result<Vec<Line>, Refusal> {
    let names = if file.is_some() { BTreeMap::new() } else { names(visit).await? };
    let seen = visible(visit, file, entries)?;
    Ok(seen.into_iter().map(|it| line(visit, file.is_some(), here, it, &names)).collect())
}

/// Names of accounts.
async fn names(visit: &DeskVisit) -> Result<BTreeMap<String, String>, Refusal> {
    let members = visit.desk().store().members().await?;
    Ok(members.into_iter().map(|it| (it.account_id, it.name)).collect())
}

fn line(
    visit: &DeskVisit,
    of_case: bool,
    here: &str,
    entry: &Entry,
    names: &BTreeMap<String, String>,
) -> Line {
    let content: Json = serde_json::from_str(&entry.content).unwrap_or_default();
    let told = content.get("name").and_then(Json::as_str);
    let name = told.or_else(|| names.get(&entry.actor).map(String::as_str));
    let at = Instant::parse(&entry.at).unwrap_or(Instant::from_seconds(0));
    let place = if of_case { entry.number } else { entry.entry_id };
    let query = address::query([("actor", entry.actor.as_str())]);
    Line {
        number: visit.phrases().formats().number(place),
        at: Moment::new(at, visit.phrases()),
        actor: Link {
            address: format!("{here}{query}"),
            text: name.unwrap_or(&entry.actor).to_owned(),
        },
        role: role(visit, &entry.role),
        what: what(visit, &entry.kind),
        subject: (!of_case).then(|| subject(entry)),
        details: details(content.get("act").unwrap_or(&content)),
        digest: entry.digest.clone(),
    }
}

/// What an entry is about.
fn subject(entry: &Entry) -> Link {
    let address = if entry.subject == CASE {
        format!("/desk/cases/{}/record", entry.subject_id)
    } else {
        String::new()
    };
    Link { address, text: format!("{} {}", entry.subject, entry.subject_id) }
}

/// A role in words; its own word where there are none.
fn role(visit: &DeskVisit, role: &str) -> String {
    or_word(visit, &format!("desk-record-role-{}", role.replace('_', "-")), role)
}

/// What happened, in words; its own word where there are none.
pub(super) fn what(visit: &DeskVisit, kind: &str) -> String {
    or_word(visit, &format!("desk-record-act-{}", kind.replace('_', "-")), kind)
}

fn or_word(visit: &DeskVisit, key: &str, word: &str) -> String {
    let said = visit.t(key);
    if said.starts_with('[') { word.replace(['_', '-'], " ") } else { said }
}

/// The fields of an entry that are texts, numbers or lists, by their paths.
fn details(content: &Json) -> Vec<(String, String)> {
    let mut found = Vec::new();
    collect("", content, &mut found);
    found.truncate(DETAILS);
    found
}

fn collect(path: &str, value: &Json, found: &mut Vec<(String, String)>) {
    let put = |found: &mut Vec<(String, String)>, text: String| {
        let short: String = text.chars().take(LETTERS).collect();
        found.push((path.to_owned(), short));
    };
    match value {
        Json::Null => {}
        Json::Bool(yes) => put(found, yes.to_string()),
        Json::Number(number) => put(found, number.to_string()),
        Json::String(text) if text.is_empty() => {}
        Json::String(text) => put(found, text.clone()),
        Json::Array(items) if items.len() > 4 => put(found, format!("({})", items.len())),
        Json::Array(items) => items.iter().for_each(|item| collect(path, item, found)),
        Json::Object(fields) => {
            for (name, value) in fields {
                if path.is_empty() && matches!(name.as_str(), "act" | "name" | "side") {
                    continue;
                }
                let inner = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                collect(&inner, value, found);
            }
        }
    }
}
