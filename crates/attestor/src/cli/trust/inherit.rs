//! `attestor trust inherit`: which controls a system inherits, shares or keeps on a day.

use std::path::PathBuf;

use attestor_core::day::Day;
use attestor_core::id::Id;
use attestor_core::trust::crosswalk::mappings;
use attestor_core::trust::inherit::{Share, Standing, asked, inherit};
use clap::Args;
use serde::Serialize;

use super::super::day_arg::day;
use super::super::{Format, input};
use super::oscal::Catalogs;
use super::{Exit, Out, Stop, folder};
use crate::clock;

/// Tells which controls a system inherits, shares or keeps on a day, and which need review.
///
/// The system and its services stand in the files (`systems`). Nothing that is inherited is
/// approved by that: whoever decides about a control still does. Exit code 1 when something needs
/// review or a shared control lacks the customer's own text.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  attestor trust inherit offering --system shop --framework iso27001-2022 --on 2026-06-30"
)]
pub(crate) struct InheritArgs {
    /// The folder of the files.
    folder: PathBuf,
    /// The system.
    #[arg(long, value_name = "ID")]
    system: String,
    /// The framework whose controls are asked about; `attestor framework check` lists them.
    #[arg(long, value_name = "ID", default_value = "iso27001-2022")]
    framework: String,
    /// The day; today when not given.
    #[arg(long, value_name = "DAY", value_parser = day)]
    on: Option<Day>,
    #[command(flatten)]
    catalogs: Catalogs,
}

#[derive(Serialize)]
struct Answer<'a> {
    system: &'a str,
    framework: &'a str,
    on: Day,
    inherited: usize,
    shared: usize,
    customer: usize,
    needs_review: usize,
    lacks_own_text: usize,
    controls: &'a [Standing<'a>],
}

/// Runs the command.
pub(super) fn run(args: &InheritArgs, out: &mut Out) -> Result<Exit, Stop> {
    let library = args.catalogs.library()?;
    let trust = folder::read(&args.folder, &library)?;
    let on = args.on.unwrap_or_else(clock::today);
    let Some(system) = Id::parse(&args.system).and_then(|id| trust.system(&id)) else {
        return Err(Stop::Usage(format!("there is no system `{}` in the files", args.system)));
    };
    let (framework, catalog) = input::catalog(&library, &args.framework)?;
    let asked = asked(framework, catalog, &mappings(&library.crosswalks));
    let controls = inherit(&trust, system, &asked, on);
    let count = |share| controls.iter().filter(|it| it.share == share).count();
    let answer = Answer {
        system: &system.name,
        framework: framework.as_str(),
        on,
        inherited: count(Share::Inherited),
        shared: count(Share::Shared),
        customer: count(Share::Customer),
        needs_review: count(Share::NeedsReview),
        lacks_own_text: controls.iter().filter(|it| it.lacks_own_text()).count(),
        controls: &controls,
    };
    match out.format {
        Format::Json | Format::Jsonl => out.json(&answer),
        Format::Table => print(&answer, out),
    }
    let is_open = answer.needs_review > 0 || answer.lacks_own_text > 0;
    Ok(if is_open { Exit::Refused } else { Exit::Done })
}

fn print(answer: &Answer<'_>, out: &mut Out) {
    let Answer { system, framework, on, inherited, shared, customer, needs_review, .. } = answer;
    out.line(format_args!("{system} on {on}, {framework}"));
    out.line(format_args!(
        "{inherited} inherited, {shared} shared, {customer} own, {needs_review} to review"
    ));
    for control in answer.controls {
        let open = if control.lacks_own_text() { " (own text is missing)" } else { "" };
        out.line(format_args!("{:<10} {}{open}", control.control.as_str(), control.share));
        for layer in &control.layers {
            let certificate = layer.certificate.map_or("-", |id| id.as_str());
            let (service, cloud, why) = (layer.service, layer.cloud, layer.why);
            out.line(format_args!("           {service} ({cloud}), {certificate}: {why}"));
        }
    }
}
