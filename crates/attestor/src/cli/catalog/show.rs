//! `attestor catalog show`: one app, its versions and what is known of it.

use clap::Args;
use serde_json::value::RawValue;
use serde_json::{Value as Json, json};

use super::super::{Exit, Format, Out, Stop};
use super::{Kept, list};
use crate::actions::reader::Reader;
use crate::actions::show_app::{self, ShownApp};
use crate::clock;
use crate::store::{FindingRow, Missing, PermissionRow, VersionRow};

/// Shows an app: what its current version says, all versions, and what does not fit.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  attestor catalog show WA104381050")]
pub(crate) struct Show {
    /// The app's id, from AppSource or the Teams store.
    id: String,
    #[command(flatten)]
    kept: Kept,
}

/// Runs the command.
pub(super) fn run(args: &Show, out: &mut Out) -> Result<Exit, Stop> {
    let shown = args.kept.open(Missing::Refused, |catalog, waiting| {
        let reader = Reader::load()?;
        waiting.on(show_app::show(catalog.store(), &reader, &args.id, clock::today()))
    })?;
    match out.format {
        Format::Table => table(&shown, out),
        Format::Json | Format::Jsonl => {
            let facts = RawValue::from_string(shown.facts.clone())
                .map_err(|error| Stop::Failure(format!("stored facts are no JSON: {error}")))?;
            let mut whole = list::app(&shown.app);
            if let Some(fields) = whole.as_object_mut() {
                fields.insert("facts".to_owned(), json!(facts));
                fields.insert("versions".to_owned(), shown.versions.iter().map(version).collect());
                let permissions = shown.permissions.iter().map(permission).collect();
                fields.insert("permissions".to_owned(), permissions);
                fields.insert("findings".to_owned(), shown.findings.iter().map(finding).collect());
            }
            out.json(&whole);
        }
    }
    Ok(Exit::Done)
}

fn table(shown: &ShownApp, out: &mut Out) {
    let app = &shown.app;
    out.line(&app.name);
    for (name, value) in [
        ("id", Some(app.app_id.as_str())),
        ("publisher", app.publisher.as_deref()),
        ("tier", app.tier.as_deref()),
        ("stores data", Some(&app.stores_data)),
        ("last updated", app.updated_on.as_deref()),
    ] {
        out.line(format_args!("  {name:<14}{}", value.unwrap_or("-")));
    }
    out.line("\nversions");
    for one in &shown.versions {
        let mark = if one.number == app.current { "current" } else { "" };
        let day = one.updated_on.as_deref().unwrap_or("-");
        let number = one.number;
        let line = format!("  {number:>4}  {day:<10}  {:<6}  {:<9}  {mark}", one.locale, one.form);
        out.line(line.trim_end());
    }
    if !shown.permissions.is_empty() {
        out.line("\npermissions");
    }
    for one in &shown.permissions {
        out.line(format_args!("  {:<40}{}", one.name, one.kind.as_deref().unwrap_or("-")));
    }
    if !shown.findings.is_empty() {
        out.line("\nfindings");
    }
    for one in &shown.findings {
        match one.line {
            0 => out.line(format_args!("  {}", one.message)),
            line => out.line(format_args!("  line {line}: {}", one.message)),
        }
    }
}

/// A version as JSON.
pub(super) fn version(row: &VersionRow) -> Json {
    json!({
        "number": row.number,
        "locale": row.locale,
        "form": row.form,
        "updated_on": row.updated_on,
        "page_sha256": row.page_digest,
        "added_at": row.added_at,
    })
}

fn permission(row: &PermissionRow) -> Json {
    json!({"permission": row.name, "type": row.kind, "app_id": row.registration})
}

fn finding(row: &FindingRow) -> Json {
    json!({"kind": row.code, "line": row.line, "message": row.message})
}
