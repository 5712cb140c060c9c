//! `attestor catalog list`: the apps by name, or how many there are of each kind.

use attestor_core::answer::Answer;
use attestor_core::attestation::page::facts::Tier;
use clap::Args;
use serde_json::{Map, Value as Json, json};

use super::super::{Exit, Format, Out, Stop};
use super::Kept;
use crate::actions::show_app::{self, Listed};
use crate::clock;
use crate::store::{AppRow, Matching, Missing, Range};

/// Lists the apps of the catalog by name.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  attestor catalog list --tier certified --permission Mail.Read")]
pub(crate) struct List {
    #[command(flatten)]
    kept: Kept,
    /// Apps of this tier: attested or certified.
    #[arg(long, value_parser = tier)]
    tier: Option<Tier>,
    /// Apps that ask for this Graph permission.
    #[arg(long, value_name = "NAME")]
    permission: Option<String>,
    /// Apps by whether they store customer data: yes, no, na or unanswered.
    #[arg(long, value_name = "ANSWER", value_parser = answer)]
    stores_data: Option<Answer>,
    /// How many apps have each value of each facet, in the place of the apps.
    #[arg(long)]
    facets: bool,
    /// Begin behind the app with this id.
    #[arg(long, value_name = "ID", conflicts_with = "facets")]
    after: Option<String>,
    /// The most apps.
    #[arg(long, value_name = "COUNT", default_value_t = 100, value_parser = clap::value_parser!(u16).range(1..))]
    limit: u16,
}

fn tier(word: &str) -> Result<Tier, String> {
    Tier::parse(word).ok_or_else(|| "neither attested nor certified".to_owned())
}

fn answer(word: &str) -> Result<Answer, String> {
    Answer::parse(word).ok_or_else(|| "not one of yes, no, na, unanswered".to_owned())
}

/// Runs the command.
pub(super) fn run(args: &List, out: &mut Out) -> Result<Exit, Stop> {
    let matching = Matching {
        tier: args.tier,
        permission: args.permission.clone(),
        stores_data: args.stores_data,
    };
    if args.facets {
        let counts = args.kept.open(Missing::Refused, |store, waiting| {
            show_app::counts(store, waiting, &matching, clock::today())
        })?;
        facets(&counts, out);
        return Ok(Exit::Done);
    }
    let range = Range { after: args.after.clone(), limit: i64::from(args.limit) };
    let listed = args.kept.open(Missing::Refused, |store, waiting| {
        show_app::list(store, waiting, &matching, &range)
    })?;
    match out.format {
        Format::Table => table(&listed, out),
        Format::Json => {
            let apps: Vec<Json> = listed.apps.iter().map(app).collect();
            out.json(&json!({"apps": apps, "next": listed.next}));
        }
        Format::Jsonl => listed.apps.iter().for_each(|row| out.json(&app(row))),
    }
    Ok(Exit::Done)
}

fn table(listed: &Listed, out: &mut Out) {
    for row in &listed.apps {
        let tier = row.tier.as_deref().unwrap_or("-");
        let day = row.updated_on.as_deref().unwrap_or("-");
        out.line(format_args!("{day:<10}  {tier:<9}  {}", row.name));
        let publisher = row.publisher.as_deref().unwrap_or("-");
        out.line(format_args!("{:23}{} · {publisher}", "", row.app_id));
    }
    match &listed.next {
        Some(next) => out.say(format_args!("there are more: --after {next}")),
        None if listed.apps.is_empty() => out.say("no app matches"),
        None => {}
    }
}

fn facets(counts: &[(String, String, i64)], out: &mut Out) {
    if out.format == Format::Table {
        let mut last = "";
        for (facet, value, count) in counts {
            if facet != last {
                out.line(facet);
                last = facet;
            }
            out.line(format_args!("  {count:>6}  {value}"));
        }
        return;
    }
    let mut all: Map<String, Json> = Map::new();
    for (facet, value, count) in counts {
        let values = all.entry(facet.clone()).or_insert_with(|| json!({}));
        if let Some(values) = values.as_object_mut() {
            values.insert(value.clone(), json!(count));
        }
    }
    out.json(&all);
}

/// An app as JSON.
pub(super) fn app(row: &AppRow) -> Json {
    json!({
        "id": row.app_id,
        "name": row.name,
        "publisher": row.publisher,
        "tier": row.tier,
        "stores_data": row.stores_data,
        "updated_on": row.updated_on,
        "current_version": row.current,
        "versions": row.versions,
    })
}
