//! `attestor page read`: the facts of published pages.

use std::path::PathBuf;

use attestor_core::attestation::page::facts::{Facts, Value};
use attestor_core::attestation::page::finding::Finding;
use attestor_core::attestation::page::kind::Kind;
use attestor_core::attestation::page::{Page, read_bytes};
use clap::Args;
use serde_json::Value as Json;

use super::super::{Exit, Format, Out, Stop};
use super::wire;
use crate::world::page_data;

/// Reads published pages of any language and form, and prints their facts and findings.
///
/// Lists of apps, pages of app ids and tables of contents give their kind and their entries.
///
/// `table` is a summary for people, `json` a list of all pages, `jsonl` one object a page. Exit
/// code 2 when a file could not be read as text; the others are read all the same.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  attestor page read --format jsonl page.md")]
pub(crate) struct Read {
    /// Markdown files; `-` is standard input.
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

/// Runs the command.
pub(super) fn run(args: &Read, out: &mut Out) -> Result<Exit, Stop> {
    let (questionnaire, lexicons) = page_data()?;
    let mut all: Vec<Json> = Vec::new();
    let mut broken = 0_usize;
    for path in &args.files {
        let bytes = match super::bytes(path) {
            Ok(bytes) => bytes,
            Err(message) => {
                out.say(message);
                broken += 1;
                continue;
            }
        };
        let (page, findings) = read_bytes(&bytes, &questionnaire, &lexicons);
        let file = path.display().to_string();
        match out.format {
            Format::Table if page.kind != Kind::App => entries(&file, &page, &findings, out),
            Format::Table => table(&file, &page, &findings, out),
            Format::Json => all.push(wire::page(&file, &page, &findings, &questionnaire)),
            Format::Jsonl => out.json(&wire::page(&file, &page, &findings, &questionnaire)),
        }
    }
    if out.format == Format::Json {
        out.json(&all);
    }
    if broken > 0 {
        let files = args.files.len();
        return Err(Stop::Usage(format!("{broken} of {files} files could not be read")));
    }
    Ok(Exit::Done)
}

fn table(file: &str, page: &Page, findings: &[Finding], out: &mut Out) {
    let facts = &page.facts;
    out.line(file);
    let title = facts.app_name().unwrap_or(&page.title);
    let language = page.lexicon.as_deref().or(page.locale.as_deref());
    let tier = facts.badge.or(facts.certification_type).map(|tier| tier.as_str());
    let updated = facts.last_updated.map(|day| day.to_string());
    let lines = [
        ("app", Some(title)),
        ("publisher", facts.publisher()),
        ("language", language),
        ("form", Some(facts.generation.as_str())),
        ("tier", tier),
        ("last updated", updated.as_deref()),
        ("AppSource id", facts.appsource_id.as_deref()),
        ("Teams id", facts.teams_store_id.as_deref()),
    ];
    for (name, value) in lines {
        out.line(format_args!("  {name:<14}{}", value.unwrap_or("-")));
    }
    out.line("");
    for row in &page.rows {
        let Some(id) = &row.question else { continue };
        if let Some(value) = facts.value(id) {
            out.line(format_args!("  {id:<42}{}", words(value)));
        }
    }
    lists(facts, out);
    for row in page.rows.iter().filter(|row| row.question.is_none()) {
        out.line(format_args!("  unknown row  {}: {}", row.label.text, row.answer.text));
    }
    out.line("");
    for finding in findings {
        out.line(format_args!("  {finding}"));
    }
    out.line("");
}

/// A page about many apps, with its entries below their section.
fn entries(file: &str, page: &Page, findings: &[Finding], out: &mut Out) {
    out.line(file);
    out.line(format_args!("  {:<14}{}", "kind", page.kind));
    out.line(format_args!("  {:<14}{}", "entries", page.entries.len()));
    out.line("");
    for entry in &page.entries {
        let target = entry.target.as_deref().or(entry.registration.as_deref()).unwrap_or("-");
        out.line(format_args!("  {:<42}{target}", line(&entry.name)));
    }
    out.line("");
    for finding in findings {
        out.line(format_args!("  {finding}"));
    }
    out.line("");
}

fn lists(facts: &Facts, out: &mut Out) {
    if !facts.permissions.is_empty() {
        out.line("");
    }
    for one in &facts.permissions {
        let kind = one.kind.map_or("-", |kind| kind.as_str());
        out.line(format_args!("  permission  {:<36}{kind}", one.name));
    }
    if !facts.certification.is_empty() {
        out.line("");
    }
    for (id, outcome) in &facts.certification {
        out.line(format_args!("  {id:<42}{outcome}"));
    }
}

/// An answer on one line, in at most 60 characters.
fn words(value: &Value) -> String {
    let text = match value {
        Value::Answer(answer) => answer.to_string(),
        Value::Day(day) => day.to_string(),
        Value::Link(text) | Value::Id(text) | Value::Text(text) => text.clone(),
        Value::Code(code) => code.to_string(),
        Value::Codes(codes) => codes.join(", "),
        Value::Blank => String::new(),
        Value::Unreadable(text) => format!("? {text}"),
    };
    if text.is_empty() {
        return "-".to_owned();
    }
    line(&text)
}

/// A text on one line, in at most 60 characters.
fn line(text: &str) -> String {
    let flat = |letter: char| if letter.is_control() { ' ' } else { letter };
    let mut short: String = text.chars().take(60).map(flat).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
