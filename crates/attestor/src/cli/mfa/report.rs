//! `attestor mfa report`: the three shares of a week, and why they are below 100 %.

use attestor_core::day::Day;
use attestor_core::mfa::metric::Forecast;
use attestor_core::ratio::Ratio;
use clap::Args;

use super::super::day_arg::day;
use super::super::{Exit, Format, Out, Stop};
use super::AtLake;
use crate::actions::mfa::report;
use crate::clock;

/// The report of a day: three shares, what they are made of, and what keeps them below 100 %.
///
/// The window is the seven days before the day. Shares are rounded down to tenths of a per cent, so
/// that 100 % means all of it.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  attestor mfa report --org Contoso --day 2026-11-22")]
pub(crate) struct Report {
    /// Whose report it is.
    #[arg(long, value_name = "NAME")]
    org: String,
    /// The report's day, today otherwise.
    #[arg(long, value_name = "DAY", value_parser = day)]
    day: Option<Day>,
    #[command(flatten)]
    at: AtLake,
}

/// How many users a table names.
const USERS: usize = 20;

/// Runs the command.
pub(super) fn run(args: &Report, out: &mut Out) -> Result<Exit, Stop> {
    let day = args.day.unwrap_or_else(clock::today);
    let report = args.at.open(async |mut mfa| mfa.report(&args.org, day).await)?;
    match out.format {
        Format::Table => table(&report, out),
        Format::Json | Format::Jsonl => out.json(&report::json(&report)),
    }
    Ok(Exit::Done)
}

fn table(report: &report::Report, out: &mut Out) {
    let last = report.window.day.plus_days(-1);
    let (first, zone) = (report.window.first_day(), &report.settings.zone);
    out.line(format_args!("{}, {first} to {last} ({zone})", report.settings.organization));
    if !report.settings.is_offered() {
        out.line("The report is not offered in this cloud; multifactor authentication is advised.");
    }
    out.line("");
    configuration(report, out);
    let (portal, api) = report.forecasts;
    share("Portal operations with MFA", report.shares.portal, "operations", portal, out);
    share("App + user API requests with MFA", report.shares.api, "requests", api, out);
    out.line(format_args!(
        "  {} app-only requests are not counted",
        report.shares.app_only_omitted
    ));
    if report.is_approximation() {
        out.line("");
        out.line(
            "Counted by sign-ins, of which one may stand for many operations: an approximation.",
        );
    }
    users(report, out);
}

fn configuration(report: &report::Report, out: &mut Out) {
    let title = "Enabled accounts with MFA enforced";
    let Some((taken, found)) = &report.configuration else {
        out.line(format_args!("{title}: unknown"));
        out.line("  no accounts were handed in; see `attestor mfa directory`");
        return;
    };
    out.line(format_args!("{title}: {}", found.ratio()));
    let disabled = found.accounts.saturating_sub(found.enabled);
    out.line(format_args!(
        "  {} of {} enabled accounts; {disabled} of {} are disabled and not counted (as of {taken})",
        found.enforced, found.enabled, found.accounts
    ));
    if found.unknown > 0 {
        let missing: Vec<&str> = found.missing.iter().map(|one| one.as_str()).collect();
        let missing = missing.join(", ");
        out.line(format_args!("  {} cannot be told without: {missing}", found.unknown));
    }
}

fn share(title: &str, ratio: Ratio, unit: &str, forecast: Forecast, out: &mut Out) {
    out.line(format_args!("{title}: {ratio}"));
    out.line(format_args!("  {} of {} {unit}", ratio.part, ratio.whole));
    match forecast {
        Forecast::On(day) => out.line(format_args!(
            "  100 % in the report of {day}, if the days to come are as the last one"
        )),
        Forecast::NotAsOf(day) => {
            out.line(format_args!("  not on the way to 100 %: {day} itself was below it"));
        }
        Forecast::NoActivity | Forecast::Reached => {}
    }
}

fn users(report: &report::Report, out: &mut Out) {
    if report.users.is_empty() {
        return;
    }
    out.line("");
    out.line("Why below 100 %");
    for (cause, (users, requests)) in report.causes() {
        out.line(format_args!("  {cause}: {users} users, {requests} requests"));
    }
    out.line("");
    for (activity, diagnosis) in report.users.iter().take(USERS) {
        let name = match (activity.upn.as_str(), activity.user_id) {
            ("", Some(id)) => id.to_string(),
            (upn, _) => upn.to_owned(),
        };
        let (without, cause) = (activity.without, diagnosis.primary);
        out.line(format_args!("  {name}: {without} without MFA, {cause}"));
        if !diagnosis.missing.is_empty() {
            let missing: Vec<&str> = diagnosis.missing.iter().map(|one| one.as_str()).collect();
            out.line(format_args!("    to tell, hand in: {}", missing.join(", ")));
        }
    }
    let more = report.users.len().saturating_sub(USERS);
    if more > 0 {
        out.line(format_args!("  and {more} more; `--format json` names all"));
    }
}
