//! `attestor mfa report`: the three shares of a week, and why they are below 100 %.

use attestor_core::day::Day;
use attestor_core::mfa::directory::Missing;
use clap::Args;
use serde_json::json;

use super::super::day_arg::day;
use super::super::{Exit, Format, Out, Stop};
use super::AtLake;
use crate::actions::mfa::Mfa;
use crate::actions::mfa::report::document::{Forecast, Mechanism, Report as Document, Share};
use crate::clock;

/// The report of a day: three shares, what they are made of, and what keeps them below 100 %.
///
/// The window is the seven days before the day. Shares are rounded down to tenths of a per cent, so
/// that 100 % means all of it. The report of a day is kept, and shown again as it was.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  attestor mfa report --org Contoso --day 2026-11-22\n  attestor mfa report --org Contoso --day 2026-11-22 --replay"
)]
pub(crate) struct Report {
    /// Whose report it is.
    #[arg(long, value_name = "NAME")]
    org: String,
    /// The report's day, today otherwise.
    #[arg(long, value_name = "DAY", value_parser = day)]
    day: Option<Day>,
    /// Make the report anew, and keep it in the place of the one that was made before.
    #[arg(long, conflicts_with = "replay")]
    fresh: bool,
    /// Compute the kept report again, and tell whether it is the same.
    #[arg(long)]
    replay: bool,
    #[command(flatten)]
    at: AtLake,
}

/// How many users and accounts a table names.
const NAMES: usize = 20;

/// Runs the command.
pub(super) fn run(args: &Report, out: &mut Out) -> Result<Exit, Stop> {
    let day = args.day.unwrap_or_else(clock::today);
    if args.replay {
        return args.at.open(async |mut mfa| replay(args, day, &mut mfa, out).await);
    }
    let report = args.at.open(async |mut mfa| {
        if args.fresh {
            return mfa.fresh_report(&args.org, day).await;
        }
        mfa.report(&args.org, day).await
    })?;
    match out.format {
        Format::Table => table(&report, out),
        Format::Json | Format::Jsonl => out.json(&report),
    }
    Ok(Exit::Done)
}

async fn replay(args: &Report, day: Day, mfa: &mut Mfa, out: &mut Out) -> Result<Exit, Stop> {
    let Some(replay) = mfa.replay(&args.org, day).await? else {
        let org = &args.org;
        out.say(format_args!("no report of {org} is kept of {day}, so there is none to compare"));
        return Ok(Exit::Refused);
    };
    let same = replay.differences.is_empty();
    match out.format {
        Format::Table if same => {
            out.line(format_args!("the same as the report that was made at {}", replay.kept_at));
        }
        Format::Table => {
            out.line(format_args!("not the same as the report made at {}:", replay.kept_at));
            replay.differences.iter().for_each(|at| out.line(format_args!("  {at}")));
        }
        Format::Json | Format::Jsonl => out.json(&json!({
            "same": same, "kept_at": replay.kept_at, "differences": replay.differences,
        })),
    }
    Ok(if same { Exit::Done } else { Exit::Refused })
}

fn table(report: &Document, out: &mut Out) {
    let first = report.days.first().map_or(report.day.plus_days(-7), |one| one.day);
    let (last, zone) = (report.day.plus_days(-1), &report.zone);
    out.line(format_args!("{}, {first} to {last} ({zone})", report.organization));
    if !report.offered {
        out.line("The report is not offered in this cloud; multifactor authentication is advised.");
        return;
    }
    out.line("");
    configuration(report, out);
    let (portal, api) = (&report.portal, &report.api);
    share("Portal operations with MFA", portal.share, "operations", portal.reaches_all, out);
    share("App + user API requests with MFA", api.share, "requests", api.reaches_all, out);
    out.line(format_args!("  {} app-only requests are not counted", api.app_only_omitted));
    if report.approximation {
        out.line("");
        out.line(
            "Counted by sign-ins, of which one may stand for many operations: an approximation.",
        );
    }
    users(report, out);
    lacking(report, out);
}

fn configuration(report: &Document, out: &mut Out) {
    let title = "Enabled accounts with MFA enforced";
    let found = &report.configuration;
    let Some(taken) = found.as_of else {
        out.line(format_args!("{title}: unknown"));
        out.line("  no accounts were handed in; see `attestor mfa directory`");
        return;
    };
    out.line(format_args!("{title}: {}", found.share.ratio()));
    let Share { part, whole } = found.share;
    let disabled = found.accounts.saturating_sub(whole);
    out.line(format_args!(
        "  {part} of {whole} enabled accounts; {disabled} of {} are disabled and not counted (as of {taken})",
        found.accounts
    ));
    for by in &found.enforced_by {
        out.line(format_args!("  {} by {}", by.accounts, mechanism(&by.by)));
    }
    if found.unknown > 0 {
        let missing = words(found.missing.iter());
        out.line(format_args!("  {} cannot be told without: {missing}", found.unknown));
    }
    forecast(found.reaches_all, "if the accounts that are left are done at the speed of now", out);
}

fn mechanism(by: &Mechanism) -> String {
    match by {
        Mechanism::PerUser => "the per-user setting".to_owned(),
        Mechanism::Policy { name, conditional: false, .. } => format!("the policy `{name}`"),
        Mechanism::Policy { name, conditional: true, .. } => {
            format!("the policy `{name}`, which does not always ask")
        }
        Mechanism::SecurityDefaults => "security defaults, which ask by risk".to_owned(),
        Mechanism::Federation => "a federated identity provider".to_owned(),
    }
}

fn share(title: &str, share: Share, unit: &str, reaches: Forecast, out: &mut Out) {
    out.line(format_args!("{title}: {}", share.ratio()));
    out.line(format_args!("  {} of {} {unit}", share.part, share.whole));
    forecast(reaches, "if the days to come are as the last one", out);
}

fn forecast(forecast: Forecast, condition: &str, out: &mut Out) {
    match forecast {
        Forecast::On { day } => {
            out.line(format_args!("  100 % in the report of {day}, {condition}"));
        }
        Forecast::NotAsOf { day } => {
            out.line(format_args!("  not on the way to 100 %, by what {day} shows"));
        }
        Forecast::NoActivity | Forecast::Reached => {}
    }
}

fn users(report: &Document, out: &mut Out) {
    if report.users.is_empty() {
        return;
    }
    out.line("");
    out.line("Why below 100 %");
    for it in &report.causes {
        out.line(format_args!("  {}: {} users, {} requests", it.cause, it.users, it.requests));
    }
    out.line("");
    for it in report.users.iter().take(NAMES) {
        let name = match (it.upn.as_str(), it.user_id) {
            ("", Some(id)) => id.to_string(),
            (upn, _) => upn.to_owned(),
        };
        out.line(format_args!("  {name}: {} without MFA, {}", it.without, it.cause));
        if !it.missing.is_empty() {
            out.line(format_args!("    to tell, hand in: {}", words(it.missing.iter())));
        }
    }
    more(report.users_without, out);
}

fn lacking(report: &Document, out: &mut Out) {
    let found = &report.configuration;
    if found.lacking.is_empty() {
        return;
    }
    out.line("");
    out.line("Enabled accounts that nothing known holds to MFA");
    for it in found.lacking.iter().take(NAMES) {
        out.line(format_args!("  {}", it.upn));
        for near in &it.near {
            out.line(format_args!("    `{}`: {}", near.name, near.why));
        }
    }
    more(found.share.rest(), out);
}

fn more(count: u64, out: &mut Out) {
    let more = count.saturating_sub(NAMES as u64);
    if more > 0 {
        out.line(format_args!("  and {more} more; `--format json` names them"));
    }
}

fn words<'m>(missing: impl Iterator<Item = &'m Missing>) -> String {
    missing.map(|one| one.as_str()).collect::<Vec<_>>().join(", ")
}
