//! One row a kind of document: whether it is due and why, how it stands, the files that are there.

use attestor_core::certification::documents::{DocumentOutcome, DocumentState};
use attestor_core::desk::file::DocumentPiece;

use crate::phrases::Arg;
use crate::web::desk::files;
use crate::web::desk::form::Typed;
use crate::web::desk::look::Look;
use crate::web::shape::{Date, Mark};

/// A kind of document.
pub(super) struct Row {
    /// The kind.
    pub(super) id: String,
    /// Its name.
    pub(super) title: String,
    /// What it has to hold.
    pub(super) text: String,
    /// When it is due, where not always.
    pub(super) when: String,
    /// How it stands.
    pub(super) mark: Mark,
    /// Whether nothing is missing.
    pub(super) counts: bool,
    /// Why it does not count, and until when it does.
    pub(super) notes: Vec<String>,
    /// What is there.
    pub(super) files: Vec<FileRow>,
    /// Whether its form is open: something came back for it.
    pub(super) open: bool,
    /// The day that was typed.
    pub(super) dated_on: String,
}

/// A document that is there.
pub(super) struct FileRow {
    /// Its id in the case.
    pub(super) id: String,
    /// The name of its file.
    pub(super) name: String,
    /// Where it is sent; empty where its bytes are not kept.
    pub(super) address: String,
    /// Its size.
    pub(super) size: String,
    /// The day it is of.
    pub(super) dated: Option<Date>,
    /// How old it is.
    pub(super) age: String,
    /// Who handed it in, and when.
    pub(super) by: String,
    /// Why it was given back; empty where it was not.
    pub(super) returned: String,
    /// Why it goes back, as it was typed.
    pub(super) reason: String,
}

/// The rows: what is due, and what is not.
pub(super) fn rows(look: &Look<'_>, typed: &Typed) -> (Vec<Row>, Vec<Row>) {
    let all = look.assessment.documents.iter();
    let (due, later): (Vec<_>, Vec<_>) = all.partition(|it| it.state != DocumentState::NotDue);
    let rows = |list: Vec<&DocumentOutcome<'_>>| {
        list.into_iter().map(|outcome| row(look, outcome, typed)).collect()
    };
    (rows(due), rows(later))
}

fn row(look: &Look<'_>, outcome: &DocumentOutcome<'_>, typed: &Typed) -> Row {
    let rule = outcome.rule;
    let there = look.file.documents.iter();
    let there = there.filter(|it| !it.removed && it.kind == rule.id.value);
    let mut notes: Vec<String> = outcome.reasons.iter().map(|reason| look.reason(reason)).collect();
    if let Some(until) = outcome.fresh_until.filter(|_| outcome.state == DocumentState::Present) {
        let day = look.day(until).text;
        notes.push(look.text("desk-documents-until", &[("day", Arg::from(&day))]));
    }
    let condition = rule.when.as_ref().and_then(|id| look.rules.program.condition(&id.value));
    let back = typed.get("kind") == rule.id.value.as_str();
    Row {
        id: rule.id.value.to_string(),
        title: rule.title.clone(),
        text: rule.text.clone(),
        when: condition.map(|it| it.text.clone()).unwrap_or_default(),
        mark: mark(look, outcome.state),
        counts: matches!(outcome.state, DocumentState::Present | DocumentState::NotDue),
        notes,
        files: there.map(|document| file(look, document, typed)).collect(),
        open: back,
        dated_on: if back { typed.get("dated_on").to_owned() } else { String::new() },
    }
}

fn mark(look: &Look<'_>, state: DocumentState) -> Mark {
    let (class, symbol) = match state {
        DocumentState::Present => ("ok", "check"),
        DocumentState::Missing => ("none", "empty"),
        DocumentState::Stale => ("warn", "clock"),
        DocumentState::Returned => ("warn", "alert"),
        DocumentState::NotDue => ("", "dash"),
    };
    Mark::new(class, symbol, look.t(&format!("document-state-{state}")))
}

fn file(look: &Look<'_>, document: &DocumentPiece, typed: &Typed) -> FileRow {
    let kept = look.file.files.get(&document.path);
    let age = document.dated_on.map(|day| i64::from(day.days_until(look.visit.today)));
    let day = look.day(document.at.day()).text;
    let by = [("who", Arg::from(&document.by.name)), ("day", Arg::from(&day))];
    FileRow {
        id: document.id.to_string(),
        name: kept.map_or_else(|| document.path.clone(), |file| file.name.clone()),
        address: kept.map_or_else(String::new, |it| files::address(look.file, it.digest)),
        size: kept.map_or_else(String::new, |file| size(look, file.size_bytes)),
        dated: document.dated_on.map(|day| look.day(day)),
        age: age.map_or_else(String::new, |days| {
            look.text("desk-family-days", &[("days", Arg::Count(days))])
        }),
        by: look.text("desk-documents-by", &by),
        returned: document.returned.clone().unwrap_or_default(),
        reason: typed.raw(&format!("reason-{}", document.id)).to_owned(),
    }
}

/// A size in kilobytes, rounded up.
fn size(look: &Look<'_>, bytes: u64) -> String {
    look.text("desk-documents-size", &[("size", Arg::from(bytes.div_ceil(1024)))])
}
