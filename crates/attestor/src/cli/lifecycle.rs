//! `attestor lifecycle dates`: the days that follow from a certificate's own day.

use attestor_core::certification::lifecycle::{self, Renewal};
use attestor_core::day::Day;
use clap::{Args, Subcommand};
use serde::Serialize;

use super::day_arg::day;
use super::{Exit, Format, Out, Program, Stop};
use crate::clock;

/// About the life of a certificate.
#[derive(Debug, Subcommand)]
pub(crate) enum LifecycleCommand {
    /// Reminders, renewal and expiry of a certificate, and where it stands on a day.
    #[command(
        after_help = "Example:\n  attestor lifecycle dates --certified 2025-03-15 --on 2026-03-16 --documents-accepted 2026-03-12"
    )]
    Dates(DatesArgs),
}

/// What happened to a certificate.
#[derive(Debug, Args)]
pub(crate) struct DatesArgs {
    /// The day of the decision.
    #[arg(long, value_name = "DATE", value_parser = day)]
    certified: Day,
    /// The day to look at; today when not given.
    #[arg(long, value_name = "DATE", value_parser = day)]
    on: Option<Day>,
    /// The initial documents of the renewal were accepted.
    #[arg(long, value_name = "DATE", value_parser = day)]
    documents_accepted: Option<Day>,
    /// The renewal was approved.
    #[arg(long, value_name = "DATE", value_parser = day)]
    approved: Option<Day>,
    /// The certificate was revoked for a cause.
    #[arg(long, value_name = "DATE", value_parser = day)]
    revoked: Option<Day>,
    #[command(flatten)]
    program: Program,
}

#[derive(Serialize)]
struct Dates {
    certified: String,
    expires: String,
    recertification_opens: String,
    reminders: Vec<String>,
    on: String,
    state: &'static str,
    recertification_open: bool,
    grace_ends: String,
    renewed_until: Option<String>,
    whose_move: &'static str,
}

/// Runs the command.
pub(crate) fn run(command: &LifecycleCommand, out: &mut Out) -> Result<Exit, Stop> {
    match command {
        LifecycleCommand::Dates(args) => dates(args, out),
    }
}

fn dates(args: &DatesArgs, out: &mut Out) -> Result<Exit, Stop> {
    let library = args.program.library()?;
    let program = args.program.choose(&library)?;
    let on = args.on.unwrap_or_else(clock::today);
    let certificate = lifecycle::certificate(program, args.certified);
    let renewal = Renewal {
        documents_accepted_on: args.documents_accepted,
        approved_on: args.approved,
        revoked_on: args.revoked,
    };
    let state = lifecycle::state(program, &certificate, &renewal, on);
    let dates = Dates {
        certified: args.certified.to_string(),
        expires: certificate.expires.to_string(),
        recertification_opens: certificate.recertification_opens.to_string(),
        reminders: certificate.reminders.iter().map(ToString::to_string).collect(),
        on: on.to_string(),
        state: state.as_str(),
        recertification_open: certificate.recertification_opens <= on && on <= certificate.expires,
        grace_ends: lifecycle::grace_ends(program, &certificate, &renewal).to_string(),
        renewed_until: lifecycle::renewed_until(program, &certificate, &renewal)
            .map(|day| day.to_string()),
        whose_move: state.whose_move().as_str(),
    };
    match out.format {
        Format::Json | Format::Jsonl => out.json(&dates),
        Format::Table => table(&dates, out),
    }
    Ok(Exit::Done)
}

fn table(dates: &Dates, out: &mut Out) {
    let mut row = |name: &str, value: &str| out.line(format_args!("{name:<24}{value}"));
    row("certified", &dates.certified);
    row("reminders", &dates.reminders.join(", "));
    row("recertification opens", &dates.recertification_opens);
    row("expires", &dates.expires);
    if dates.grace_ends != dates.expires {
        row("shown in progress until", &dates.grace_ends);
    }
    if let Some(until) = &dates.renewed_until {
        row("renewed until", until);
    }
    row(&format!("on {}", dates.on), dates.state);
    row("whose move", dates.whose_move);
}
