//! `attestor external check`: may a report on another framework stand in for own evidence?

use std::collections::BTreeSet;

use attestor_core::answer::Answer;
use attestor_core::certification::case::{About, ExternalReport};
use attestor_core::certification::external::{self, ExternalVerdict};
use attestor_core::day::Day;
use attestor_core::framework::{ExternalFramework, Framework};
use attestor_core::id::Id;
use clap::{Args, Subcommand};
use serde::Serialize;

use super::day_arg::day;
use super::{Exit, Format, Out, Program, Stop};
use crate::phrases::Phrases;

/// About reports on other frameworks.
#[derive(Debug, Subcommand)]
pub(crate) enum ExternalCommand {
    /// Whether a report may stand in for own evidence on a day. Facts that are not given are taken
    /// to be in order, and the answer lists them.
    #[command(
        after_help = "Examples:\n  attestor external check --framework soc2 --type 2 --issued 2025-04-15 --period-start 2024-04-01 --on 2026-06-30\n  attestor external check --framework iso27001 --edition 2013 --issued 2026-01-10 --on 2026-06-30"
    )]
    Check(CheckArgs),
}

/// The facts of a report.
#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    /// The framework: iso27001, pci-dss, soc2 or fedramp.
    #[arg(long, value_name = "ID")]
    framework: String,
    /// When the report was issued.
    #[arg(long, value_name = "DATE", value_parser = day)]
    issued: Day,
    /// The day on which it shall count.
    #[arg(long, value_name = "DATE", value_parser = day)]
    on: Day,
    /// The report type (SOC 2: 1 or 2).
    #[arg(long = "type", value_name = "TYPE")]
    report_type: Option<String>,
    /// When its period began (SOC 2).
    #[arg(long, value_name = "DATE", value_parser = day)]
    period_start: Option<Day>,
    /// A reassessment is shown to be under way.
    #[arg(long)]
    reassessment: bool,
    /// When the newest surveillance audit or annual assessment was (ISO 27001, FedRAMP).
    #[arg(long, value_name = "DATE", value_parser = day)]
    surveillance: Option<Day>,
    /// The edition (ISO 27001: 2013 or 2022).
    #[arg(long, value_name = "EDITION")]
    edition: Option<String>,
    /// How many rows its statement of applicability has (ISO 27001).
    #[arg(long, value_name = "N")]
    soa_rows: Option<u16>,
    /// Who assessed it: accredited, qsa or self.
    #[arg(long, value_name = "WHO")]
    assessor: Option<String>,
    /// The level (PCI DSS).
    #[arg(long, value_name = "N")]
    level: Option<u8>,
    /// The package: authorization or readiness (FedRAMP).
    #[arg(long, value_name = "PACKAGE")]
    package: Option<String>,
    /// The app's environment is not in its scope.
    #[arg(long)]
    other_scope: bool,
    #[command(flatten)]
    program: Program,
}

#[derive(Serialize)]
struct Checked<'a> {
    accepted: bool,
    rule: &'a str,
    until: Option<String>,
    reason: String,
    assumed: Vec<&'a str>,
}

/// Runs the command.
pub(crate) fn run(command: &ExternalCommand, out: &mut Out) -> Result<Exit, Stop> {
    match command {
        ExternalCommand::Check(args) => check(args, out),
    }
}

fn check(args: &CheckArgs, out: &mut Out) -> Result<Exit, Stop> {
    let library = args.program.library()?;
    let program = args.program.choose(&library)?;
    let phrases = Phrases::load(crate::phrases::DEFAULT_LOCALE).map_err(Stop::Failure)?;
    let rules = rules(args, program)?;
    let mut assumed = Vec::new();
    let report = report(args, rules, &mut assumed)?;
    let outcome = external::judge(program, &report, args.on);
    let until = match outcome.verdict {
        ExternalVerdict::Accepted { until } => Some(until),
        ExternalVerdict::Refused => None,
    };
    let checked = Checked {
        accepted: until.is_some(),
        rule: outcome.decided_by.rule.as_str(),
        until: until.map(|until| until.to_string()),
        reason: match until {
            Some(until) => format!("It counts until {until}, inclusive."),
            None => phrases.reason(&outcome.decided_by),
        },
        assumed,
    };
    match out.format {
        Format::Json | Format::Jsonl => out.json(&checked),
        Format::Table => {
            out.line(format_args!(
                "{} ({}): {}",
                if checked.accepted { "accepted" } else { "refused" },
                checked.rule,
                checked.reason
            ));
            if !checked.assumed.is_empty() {
                out.line(format_args!("taken to be so: {}", checked.assumed.join("; ")));
            }
        }
    }
    Ok(if checked.accepted { Exit::Done } else { Exit::Refused })
}

fn rules<'a>(args: &CheckArgs, program: &'a Framework) -> Result<&'a ExternalFramework, Stop> {
    let id = Id::parse(&args.framework);
    id.and_then(|id| program.external_framework(&id)).ok_or_else(|| {
        let known: Vec<&str> =
            program.external.iter().map(|external| external.id.value.as_str()).collect();
        Stop::Usage(format!(
            "there is no external framework `{}`; known: {}",
            args.framework,
            known.join(", ")
        ))
    })
}

/// The report; facts that are not given are taken to be in order.
fn report<'a>(
    args: &CheckArgs,
    rules: &ExternalFramework,
    assumed: &mut Vec<&'a str>,
) -> Result<ExternalReport, Stop> {
    let edition = args.edition.as_deref().map(|edition| id("edition", edition)).transpose()?;
    let chosen = match &edition {
        None => rules.editions.last(),
        Some(edition) => rules.editions.iter().find(|known| known.id.value == *edition),
    };
    let Some(chosen) = chosen else {
        let known: Vec<&str> =
            rules.editions.iter().map(|edition| edition.id.value.as_str()).collect();
        return Err(Stop::Usage(format!(
            "{} has no such edition; known: {}",
            rules.title,
            known.join(", ")
        )));
    };
    let mut assume = |needed: bool, words: &'a str| {
        if needed {
            assumed.push(words);
        }
    };
    assume(rules.editions.len() > 1 && edition.is_none(), "the newest edition");
    assume(
        chosen.soa_rows.is_some() && args.soa_rows.is_none(),
        "a statement of applicability with all rows",
    );
    assume(args.assessor.is_none(), "an assessor that counts");
    assume(!rules.types.is_empty() && args.report_type.is_none(), "a type that counts");
    assume(
        rules.period_began_within.is_some() && args.period_start.is_none(),
        "a period that began in time",
    );
    assume(rules.level.is_some() && args.level.is_none(), "a level that counts");
    assume(!rules.packages.is_empty() && args.package.is_none(), "a package that counts");
    assume(!args.other_scope, "the app's environment and processes are in its scope");
    let assessor = args.assessor.as_deref().map(|assessor| id("assessor", assessor)).transpose()?;
    Ok(ExternalReport {
        framework: rules.id.value.clone(),
        edition: Some(chosen.id.value.clone()),
        file: String::new(),
        about: About::App,
        issued_on: args.issued,
        audited_on: args.surveillance,
        period_began_on: args.period_start,
        report_type: args.report_type.clone().or_else(|| rules.types.first().cloned()),
        level: args.level.or(rules.level),
        package: args.package.clone().or_else(|| rules.packages.first().cloned()),
        assessor: assessor.or_else(|| Some(rules.assessor.id.value.clone())),
        reassessment: if args.reassessment { Answer::Yes } else { Answer::No },
        covers_environment: if args.other_scope { Answer::No } else { Answer::Yes },
        soa_rows: args.soa_rows.or(chosen.soa_rows),
        assessed: None,
        excluded: BTreeSet::new(),
    })
}

fn id(what: &str, text: &str) -> Result<Id, Stop> {
    Id::parse(text).ok_or_else(|| Stop::Usage(format!("`{text}` is not the id of an {what}")))
}
