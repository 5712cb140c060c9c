//! `attestor catalog list`: the apps by name, or how many there are of each kind.

use attestor_core::answer::Answer;
use attestor_core::attestation::catalog::facet::{Facet, Freshness};
use attestor_core::attestation::catalog::identity::app_id;
use attestor_core::attestation::catalog::index::{Found, Index, Query, Sort};
use attestor_core::attestation::catalog::listing::Listing;
use attestor_core::attestation::page::facts::Tier;
use clap::{Args, ValueEnum};
use serde_json::{Map, Value as Json, json};

use super::super::{Exit, Format, Out, Stop};
use super::{Kept, reread};
use crate::clock;
use crate::store::{AppRow, Missing};

/// The name by which freshness is chosen and counted beside the facets.
const FRESHNESS: &str = "freshness";

/// Lists the apps of the catalog by name.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  attestor catalog list --search mail --tier certified --permission Mail.Read"
)]
pub(crate) struct List {
    #[command(flatten)]
    kept: Kept,
    /// Apps that have all these words, in any language.
    #[arg(long, value_name = "WORDS", default_value = "", hide_default_value = true)]
    search: String,
    /// Apps with a value of a facet, such as `hosting=paas`; of one facet any, of several each.
    #[arg(long, value_name = "NAME=VALUE", value_parser = choice)]
    facet: Vec<Choice>,
    /// Apps of this tier: attested or certified.
    #[arg(long, value_parser = tier)]
    tier: Option<Tier>,
    /// Apps that ask for this Graph permission.
    #[arg(long, value_name = "NAME")]
    permission: Option<String>,
    /// Apps by whether they store customer data: yes, no, na or unanswered.
    #[arg(long, value_name = "ANSWER", value_parser = answer)]
    stores_data: Option<Answer>,
    /// The order: by name, the newest page first, or those whose name has the words first.
    #[arg(long, value_name = "ORDER", default_value = "name")]
    sort: Order,
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

/// The orders of a list.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Order {
    Name,
    Newest,
    Relevance,
}

/// A value of a facet, or of what is beside facets.
#[derive(Debug, Clone)]
enum Choice {
    Facet(Facet, String),
    Freshness(Freshness),
}

fn choice(text: &str) -> Result<Choice, String> {
    let (name, value) = text.split_once('=').ok_or("not in the form NAME=VALUE")?;
    if name == FRESHNESS {
        return Freshness::parse(value).map(Choice::Freshness).ok_or_else(|| {
            format!(
                "not one of {}",
                Freshness::ALL.iter().map(|one| one.as_str()).collect::<Vec<_>>().join(", ")
            )
        });
    }
    let facet = Facet::parse(name).ok_or_else(|| {
        let names: Vec<&str> = Facet::ALL.iter().map(|facet| facet.as_str()).collect();
        format!("facets are {}, {FRESHNESS}", names.join(", "))
    })?;
    Ok(Choice::Facet(facet, value.to_owned()))
}

/// Runs the command.
pub(super) fn run(args: &List, out: &mut Out) -> Result<Exit, Stop> {
    let index = args.kept.open(Missing::Refused, |catalog, waiting| {
        reread::if_unlisted(catalog, waiting)?;
        waiting.on(catalog.index())
    })?;
    let query = query(args, &index)?;
    let found = index.find(&query, clock::today());
    if args.facets {
        facets(&found, out);
        return Ok(Exit::Done);
    }
    match out.format {
        Format::Table => table(&found, out),
        Format::Json => {
            let apps: Vec<Json> = found.listings.iter().map(|one| app(&row(one))).collect();
            out.json(&json!({"apps": apps, "total": found.total, "next": found.next}));
        }
        Format::Jsonl => found.listings.iter().for_each(|one| out.json(&app(&row(one)))),
    }
    Ok(Exit::Done)
}

/// What the flags ask. An app to go on behind that is not kept is refused.
fn query(args: &List, index: &Index) -> Result<Query, Stop> {
    let mut query = Query {
        words: args.search.clone(),
        sort: match args.sort {
            Order::Name => Sort::Name,
            Order::Newest => Sort::Newest,
            Order::Relevance => Sort::Relevance,
        },
        limit: usize::from(args.limit),
        ..Query::default()
    };
    let mut choose = |facet, value: &str| query.chosen.push((facet, value.to_owned()));
    args.tier.into_iter().for_each(|tier| choose(Facet::Tier, tier.as_str()));
    args.permission.iter().for_each(|name| choose(Facet::Permission, name));
    args.stores_data.into_iter().for_each(|answer| choose(Facet::StoresData, answer.as_str()));
    for choice in &args.facet {
        match choice {
            Choice::Facet(facet, value) => query.chosen.push((*facet, value.clone())),
            Choice::Freshness(kind) => query.freshness.push(*kind),
        }
    }
    if let Some(after) = &args.after {
        let kept = app_id(after).filter(|id| index.get(id).is_some());
        let unknown = || Stop::Usage(format!("there is no app `{after}` in the catalog"));
        query.after = Some(kept.ok_or_else(unknown)?);
    }
    Ok(query)
}

/// The app as `show` has it, too.
fn row(listing: &Listing) -> AppRow {
    AppRow {
        app_id: listing.app_id.clone(),
        name: listing.name.clone(),
        publisher: listing.publisher.clone(),
        tier: listing.tier.map(|tier| tier.as_str().to_owned()),
        stores_data: listing.stores_data.as_str().to_owned(),
        updated_on: listing.updated.map(|day| day.to_string()),
        current: listing.current,
        versions: listing.versions,
    }
}

fn table(found: &Found<'_>, out: &mut Out) {
    for one in &found.listings {
        let row = row(one);
        let tier = row.tier.as_deref().unwrap_or("-");
        let day = row.updated_on.as_deref().unwrap_or("-");
        out.line(format_args!("{day:<10}  {tier:<9}  {}", row.name));
        let publisher = row.publisher.as_deref().unwrap_or("-");
        out.line(format_args!("{:23}{} · {publisher}", "", row.app_id));
    }
    match &found.next {
        Some(next) => out.say(format_args!("there are more: --after {next}")),
        None if found.listings.is_empty() => out.say("no app matches"),
        None => {}
    }
}

fn facets(found: &Found<'_>, out: &mut Out) {
    let fresh = found.freshness.iter().map(|(kind, count)| (kind.as_str(), *count)).collect();
    let facets = found.counts.iter().map(|(facet, values)| (facet.as_str(), values.clone()));
    let all: Vec<(&str, Vec<(&str, usize)>)> = facets.chain([(FRESHNESS, fresh)]).collect();
    let mut whole: Map<String, Json> = Map::new();
    for (facet, values) in all.into_iter().filter(|(_, values)| !values.is_empty()) {
        if out.format == Format::Table {
            out.line(facet);
            values
                .iter()
                .for_each(|(value, count)| out.line(format_args!("  {count:>6}  {value}")));
            continue;
        }
        let values = values.into_iter().map(|(value, count)| (value.to_owned(), json!(count)));
        whole.insert(facet.to_owned(), values.collect());
    }
    if out.format != Format::Table {
        out.json(&whole);
    }
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
