//! `attestor catalog diff`: what changed from one version of an app's page to another.

use std::fmt::Display;

use attestor_core::attestation::catalog::difference::{Change, Held, Texts};
use attestor_core::attestation::question::Questionnaire;
use clap::Args;
use serde_json::{Value as Json, json};

use super::super::{Exit, Format, Out, Stop};
use super::{Kept, show};
use crate::actions::reader::Reader;
use crate::actions::show_app::{self, Changed, Pair};
use crate::facts_json;
use crate::store::Missing;

/// Tells what changed between two versions of an app's page, answer by answer.
///
/// Without numbers: the current version, against the one before it in its language. Free texts of
/// two languages are not compared.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  attestor catalog diff WA104381050 --from 1 --to 2")]
pub(crate) struct Diff {
    /// The app's id, from AppSource or the Teams store.
    id: String,
    #[command(flatten)]
    kept: Kept,
    /// The number of the earlier version.
    #[arg(long, value_name = "NUMBER")]
    from: Option<i64>,
    /// The number of the later version.
    #[arg(long, value_name = "NUMBER")]
    to: Option<i64>,
}

/// Runs the command.
pub(super) fn run(args: &Diff, out: &mut Out) -> Result<Exit, Stop> {
    let pair = Pair { from: args.from, to: args.to };
    let reader = Reader::load()?;
    let changed = args.kept.open(Missing::Refused, |catalog, waiting| {
        waiting.on(show_app::changed(catalog.store(), &reader, &args.id, pair))
    })?;
    let questionnaire = &reader.questionnaire;
    match out.format {
        Format::Table => table(&changed, questionnaire, out),
        Format::Json | Format::Jsonl => out.json(&wire(&changed, questionnaire)),
    }
    Ok(Exit::Done)
}

fn table(changed: &Changed, questionnaire: &Questionnaire, out: &mut Out) {
    for (word, version) in [("from", &changed.from), ("to", &changed.to)] {
        let day = version.updated_on.as_deref().unwrap_or("-");
        let (number, locale) = (version.number, &version.locale);
        out.line(format_args!("{word:<6}version {number}, {day}, {locale}"));
    }
    let all = &changed.difference;
    if all.is_empty() {
        out.line("nothing changed");
    }
    if let Some(change) = &all.form {
        line("form of the page", change, ToString::to_string, out);
    }
    if let Some(change) = &all.tier {
        line("tier", change, ToString::to_string, out);
    }
    if let Some(change) = &all.updated {
        line("last updated", change, ToString::to_string, out);
    }
    for (id, change) in &all.answers {
        let text = |value: &_| text(&facts_json::answer(id, value, questionnaire));
        line(id, change, text, out);
    }
    for (id, change) in &all.certification {
        line(id, change, ToString::to_string, out);
    }
    for (sign, list) in [('+', &all.permissions_added), ('-', &all.permissions_removed)] {
        for held in list {
            let kind = held.kind.map_or("-", |kind| kind.as_str());
            out.line(format_args!("{sign} {} ({kind})", held.name.replace(char::is_control, " ")));
        }
    }
}

fn line<T>(name: impl Display, change: &Change<T>, words: impl Fn(&T) -> String, out: &mut Out) {
    let side = |side: &Option<T>| side.as_ref().map_or("not on the page".to_owned(), &words);
    out.line(name);
    out.line(format_args!("  - {}", side(&change.before)));
    out.line(format_args!("  + {}", side(&change.after)));
}

/// An answer in one line, without characters that do things to a terminal; a blank says so.
fn text(answer: &Json) -> String {
    let text = match answer {
        Json::String(text) => text.clone(),
        Json::Array(codes) => codes.iter().filter_map(Json::as_str).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    };
    if text.is_empty() { "blank".to_owned() } else { text.replace(char::is_control, " ") }
}

fn wire(changed: &Changed, questionnaire: &Questionnaire) -> Json {
    let all = &changed.difference;
    let answers: Vec<Json> = all
        .answers
        .iter()
        .map(|(id, change)| {
            let value = |value: &_| facts_json::answer(id, value, questionnaire);
            let mut row = sides(change, value);
            if let Some(fields) = row.as_object_mut() {
                fields.insert("question".to_owned(), json!(**id));
            }
            row
        })
        .collect();
    let certification: Vec<Json> = all
        .certification
        .iter()
        .map(|(id, change)| {
            let mut row = sides(change, |outcome| json!(outcome.as_str()));
            if let Some(fields) = row.as_object_mut() {
                fields.insert("id".to_owned(), json!(**id));
            }
            row
        })
        .collect();
    json!({
        "from": show::version(&changed.from),
        "to": show::version(&changed.to),
        "texts_compared": changed.texts == Texts::Compared,
        "form": all.form.as_ref().map(|change| sides(change, |form| json!(form.as_str()))),
        "tier": all.tier.as_ref().map(|change| sides(change, |tier| json!(tier.as_str()))),
        "last_updated": all.updated.as_ref().map(|change| sides(change, |day| json!(day.to_string()))),
        "answers": answers,
        "permissions_added": all.permissions_added.iter().map(held).collect::<Vec<_>>(),
        "permissions_removed": all.permissions_removed.iter().map(held).collect::<Vec<_>>(),
        "certification": certification,
    })
}

/// Before and after; null where it was not on the page.
fn sides<T>(change: &Change<T>, value: impl Fn(&T) -> Json) -> Json {
    json!({"before": change.before.as_ref().map(&value), "after": change.after.as_ref().map(&value)})
}

fn held(held: &Held) -> Json {
    json!({"permission": held.name, "type": held.kind.map(|kind| kind.as_str())})
}
