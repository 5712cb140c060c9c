//! The zones of a page with their tables.

use super::super::controls::Outcome;
use super::super::facts::Value;
use super::super::outline::{Table, visible};
use super::super::permission::{HEADING, Permission};
use super::super::{CERTIFICATION, cell::Cell};
use super::{Writer, anchor, escape, mark};
use crate::attestation::question::{Control, ControlKind, Form, Question, Questionnaire};
use crate::attestation::text::Text;

/// The page about the domains of a certification, to whose parts the domains link.
const GUIDE: &str = "../docs/certification-submission-guide.md";
/// Where an app's entry in the embedded catalog of 2021 is.
const CATALOG: &str = "https://appmcasinfoprod.azurewebsites.net/#/dashboard/";

/// A zone, or tables that stand outside of zones.
struct Part<'a> {
    key: &'a str,
    /// The number of the zone on the page; `None` for rows whose zone the page does not have.
    zone: Option<usize>,
}

pub(super) fn write(writer: &mut Writer<'_>, questionnaire: &Questionnaire) {
    let facts = writer.original.facts;
    let parts = parts(writer, questionnaire);
    for (at, part) in parts.iter().enumerate() {
        let first = parts.iter().position(|other| other.key == part.key) == Some(at);
        if part.zone.is_some() {
            writer.paragraph(&format!("::: zone pivot=\"{}\"", escape::attribute(part.key)));
            heading(writer, part.key);
        }
        if first {
            answers(writer, part.key, questionnaire);
            if part.key == CERTIFICATION {
                certification(writer, questionnaire);
            }
            if part.key == home(facts.generation) {
                permissions(writer);
            }
            if part.key == "mcas" {
                catalog(writer);
            }
        }
        notes(writer, part.zone);
        further(writer, part.zone);
        if part.zone.is_some() {
            writer.paragraph("::: zone-end");
        }
    }
    let has = |key: &str| parts.iter().any(|part| part.key == key);
    if !has(home(facts.generation)) {
        permissions(writer);
    }
    if !has("mcas") {
        catalog(writer);
    }
    further(writer, None);
}

/// The zone of the permission table.
const fn home(form: Form) -> &'static str {
    match form {
        Form::Form2021 => "data",
        Form::Form2022 => "zerotrust",
    }
}

/// The zones of the page in their order, and between them the zones that the page lacks although
/// it answers their questions, where the form has them.
fn parts<'a>(writer: &Writer<'a>, questionnaire: &'a Questionnaire) -> Vec<Part<'a>> {
    let facts = writer.original.facts;
    let zones = facts.pivots.iter().enumerate();
    let mut parts: Vec<Part<'a>> =
        zones.map(|(at, key)| Part { key: key.as_str(), zone: Some(at) }).collect();
    let mut before: Option<&str> = None;
    for &number in questionnaire.on_form(facts.generation) {
        let Some(question) = questionnaire.questions().get(number) else { continue };
        let Some(place) = question.position(facts.generation) else { continue };
        let known = parts.iter().any(|part| part.key == &*place.zone);
        if !known && facts.value(&question.id).is_some() {
            let after = parts.iter().position(|part| Some(part.key) == before);
            let part = Part { key: &place.zone, zone: None };
            parts.insert(after.map_or(0, |at| at + 1), part);
        }
        if parts.iter().any(|part| part.key == &*place.zone) {
            before = Some(&place.zone);
        }
    }
    parts
}

fn heading(writer: &mut Writer<'_>, key: &str) {
    let Some(words) = writer.wording.zone(key) else { return };
    let (heading, intro) = (escape::text(&words.heading), escape::text(&words.intro));
    writer.paragraph(&format!("### <a name=\"zone-{}\"></a>{heading}", anchor(key)));
    writer.paragraph(&intro);
}

/// The table of questions and answers of a zone; none where no question is answered or blank.
fn answers(writer: &mut Writer<'_>, key: &str, questionnaire: &Questionnaire) {
    let facts = writer.original.facts;
    let mut rows = Vec::new();
    for &number in questionnaire.on_form(facts.generation) {
        let Some(question) = questionnaire.questions().get(number) else { continue };
        let here = question.position(facts.generation).is_some_and(|place| &*place.zone == key);
        let Some(value) = facts.value(&question.id).filter(|_| here) else { continue };
        let label = writer.wording.questions.get(number).map_or("", String::as_str);
        rows.push([escape::text(label), answer(writer, number, question, value)]);
    }
    if !rows.is_empty() {
        table(writer, ["columns.question", "columns.answer"], &rows);
    }
}

fn answer(writer: &Writer<'_>, number: usize, question: &Question, value: &Value) -> String {
    let wording = writer.wording;
    match value {
        Value::Answer(answer) => escape::text(wording.answer(*answer)),
        Value::Day(day) => day.to_string(),
        Value::Link(target) => escape::link(target),
        Value::Id(text) | Value::Unreadable(text) => escape::text(text),
        Value::Code(code) => escape::text(wording.choice(number, code)),
        Value::Codes(codes) => {
            let words = codes.iter().map(|code| escape::text(wording.choice(number, code)));
            words.collect::<Vec<_>>().join(&wording.separator)
        }
        Value::Text(body) => {
            mark::write(&writer.original.text(&question.id, body), &wording.locale)
        }
        Value::Blank => String::new(),
    }
}

fn certification(writer: &mut Writer<'_>, questionnaire: &Questionnaire) {
    let controls = questionnaire.controls();
    let mut rows = Vec::new();
    for (number, control) in controls.iter().enumerate() {
        let found = writer.original.facts.certification.iter().find(|(id, _)| *id == control.id);
        let Some((_, outcome)) = found else { continue };
        let label = writer.wording.controls.get(number).map_or("", String::as_str);
        rows.push([control_label(control, label), result(writer, control, *outcome)]);
    }
    if !rows.is_empty() {
        table(writer, ["columns.control", "columns.outcome"], &rows);
    }
}

/// Domains are links, controls are set in.
fn control_label(control: &Control, label: &str) -> String {
    match control.kind {
        ControlKind::Domain => {
            format!("[**{}**]({GUIDE}#{})", escape::text(label), control.id.replace('_', "-"))
        }
        ControlKind::Control => format!("&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;{}", escape::text(label)),
    }
}

fn result(writer: &Writer<'_>, control: &Control, outcome: Outcome) -> String {
    let words = escape::text(writer.wording.outcome(outcome));
    match control.kind {
        ControlKind::Domain => format!("**{words}**"),
        ControlKind::Control => words,
    }
}

/// The head, with its phrases, and the rows of a table with two columns.
fn table(writer: &mut Writer<'_>, head: [&str; 2], rows: &[[String; 2]]) {
    let [left, right] = head.map(|key| escape::text(writer.wording.phrase(key)));
    writer.line(&format!("| **{left}** | **{right}** |"));
    writer.line("|:----------------|:-------------|");
    for [label, answer] in rows {
        writer.line(&format!("| {label} | {answer} |"));
    }
    writer.out.push('\n');
}

fn permissions(writer: &mut Writer<'_>) {
    let facts = writer.original.facts;
    if facts.permissions.is_empty() {
        return;
    }
    let wording = writer.wording;
    let heading = escape::text(wording.phrase("headings.permissions"));
    writer.paragraph(&format!("#### <a name=\"{HEADING}\"></a>{heading}"));
    let keys = ["permission", "permission_type", "justification", "app_id"];
    let head = keys.map(|key| escape::text(wording.phrase(&format!("columns.{key}"))));
    writer.line(&format!(">| **{}** |", head.join("** | **")));
    writer.line(">|:------------------------|:--------------------|:--------------------|:--------------------|");
    for (number, one) in facts.permissions.iter().enumerate() {
        let reason = writer.original.reason(number, &one.justification);
        let row = permission(writer, one, &reason);
        writer.line(&row);
    }
    writer.out.push('\n');
}

fn permission(writer: &Writer<'_>, one: &Permission, reason: &Text) -> String {
    let name = escape::text(&one.name).replace("\\_", "_");
    let kind = one.kind.map_or("", |kind| writer.wording.permission_type(kind));
    let reason = mark::write(reason, &writer.wording.locale);
    let id = match one.app_id.len() {
        36 => escape::linked(&one.app_id, &format!("../azure/{}.md", one.app_id)),
        _ => escape::text(&one.app_id),
    };
    format!(">| {name} | {} | {reason} | {id} |", escape::text(kind))
}

/// The link to the app's entry in the embedded catalog.
fn catalog(writer: &mut Writer<'_>) {
    let Some(number) = &writer.original.facts.mcas_dashboard_id else { return };
    let words = writer.wording.zone("mcas").map_or("", |words| &words.heading);
    let target = escape::attribute(number);
    writer.paragraph(&format!("<a href=\"{CATALOG}{target}\" target=\"_blank\">{words}</a>"));
}

/// The tables that the facts only count, as they stand, in their language.
fn further(writer: &mut Writer<'_>, zone: Option<usize>) {
    let tables: Vec<&Table> =
        writer.original.tables.iter().copied().filter(|table| table.zone == zone).collect();
    for table in tables {
        further_heading(writer, &table.heading);
        if !table.head.is_empty() {
            further_row(writer, &table.head);
            writer.line(&format!(">|{}", ":----------------|".repeat(table.head.len())));
        }
        table.rows.iter().for_each(|(_, cells)| further_row(writer, cells));
        writer.out.push('\n');
    }
}

/// A heading for something of the publisher's, with the name that it has on the original page.
fn further_heading(writer: &mut Writer<'_>, name: &str) {
    let words = escape::text(writer.wording.phrase("headings.further"));
    let name = match name {
        "" => String::new(),
        name => format!("<a name=\"{}\"></a>", escape::attribute(name)),
    };
    writer.paragraph(&format!("#### {name}{words}"));
}

/// Answers in own words, in their language.
fn notes(writer: &mut Writer<'_>, zone: Option<usize>) {
    let mut above: Option<&str> = None;
    let original = writer.original;
    for note in original.notes.iter().filter(|note| note.zone == zone) {
        if above != Some(&note.heading) {
            further_heading(writer, &note.heading);
        }
        above = Some(&note.heading);
        let text = Text::source(&visible(&note.text), original.lang);
        writer.paragraph(&format!("> {}", mark::write(&text, &writer.wording.locale)));
    }
}

fn further_row(writer: &mut Writer<'_>, cells: &[Cell]) {
    let locale = &*writer.wording.locale;
    let lang = writer.original.lang;
    let text = |cell: &Cell| match &cell.link {
        Some(target) => escape::linked(&cell.text, target),
        None => mark::write(&Text::source(&cell.text, lang), locale),
    };
    let row: Vec<String> = cells.iter().map(text).collect();
    writer.line(&format!(">| {} |", row.join(" | ")));
}
