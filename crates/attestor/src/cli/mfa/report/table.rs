//! The report as text for people, with the words of the web page.

use attestor_core::day::Day;
use attestor_core::mfa::directory::Missing;

use super::super::super::{Out, Stop};
use super::super::ids::UNKNOWN_IDS;
use super::super::words;
use crate::actions::mfa::report::document::{Forecast, Mechanism, Report, Share};
use crate::phrases::{DEFAULT_LOCALE, Phrases};

/// How many users and accounts a table names.
const NAMES: usize = 20;

/// How wide the text is.
const COLUMNS: usize = 80;

/// Prints a report; `days` are the first and the last one that the logs hold.
pub(super) fn show(report: &Report, days: Option<(Day, Day)>, out: &mut Out) -> Result<(), Stop> {
    let phrases = Phrases::load(DEFAULT_LOCALE)?;
    let first = report.days.first().map_or(report.day.plus_days(-7), |one| one.day);
    let (last, zone) = (report.day.plus_days(-1), &report.zone);
    out.line(format_args!("{}, {first} to {last} ({zone})", report.organization));
    if !report.offered {
        out.line("The report is not offered in this cloud; multifactor authentication is advised.");
        return Ok(());
    }
    out.line("");
    let mut table = Table { report, phrases: &phrases, out };
    table.configuration();
    table.requests();
    table.elsewhere(days);
    if report.approximation {
        table.out.line("");
        table.text("", &phrases.word("mfa-approximation"));
    }
    table.users();
    table.lacking();
    Ok(())
}

/// A report on its way to people.
struct Table<'a> {
    report: &'a Report,
    phrases: &'a Phrases,
    out: &'a mut Out,
}

impl Table<'_> {
    fn configuration(&mut self) {
        let title = "Enabled accounts with MFA enforced";
        let found = &self.report.configuration;
        let Some(taken) = found.as_of else {
            self.out.line(format_args!("{title}: unknown"));
            self.out.line("  no accounts were handed in; see `attestor mfa directory`");
            return;
        };
        self.out.line(format_args!("{title}: {}", found.share.ratio()));
        let Share { part, whole } = found.share;
        let (all, disabled) = (found.accounts, found.accounts.saturating_sub(whole));
        self.out.line(format_args!("  {part} of {whole} enabled accounts, as of {taken}"));
        self.out.line(format_args!("  {disabled} of {all} accounts are disabled and not counted"));
        for by in &found.enforced_by {
            self.out.line(format_args!("  {} held by {}", by.accounts, mechanism(&by.by)));
        }
        if found.unknown > 0 {
            self.out.line(format_args!("  {} cannot be told without:", found.unknown));
            self.missing(found.missing.iter());
        }
        let speed = "if the accounts that are left are done at the speed of the last seven days";
        self.forecast(found.reaches_all, speed, |_| {
            "nothing moved in the last seven days, or more than a year is left".to_owned()
        });
    }

    fn requests(&mut self) {
        let (portal, api) = (&self.report.portal, &self.report.api);
        self.share("Portal operations with MFA", portal.share, "operations");
        self.days_to_come(portal.reaches_all);
        self.share("App + user API requests with MFA", api.share, "requests");
        let alone = words::counted(api.app_only_omitted, "request", "requests");
        self.out.line(format_args!("  beside {alone} by apps alone, which are not counted"));
        self.days_to_come(api.reaches_all);
    }

    fn share(&mut self, title: &str, share: Share, unit: &str) {
        self.out.line(format_args!("{title}: {}", share.ratio()));
        if share.whole > 0 {
            self.out.line(format_args!("  {} of {} {unit}", share.part, share.whole));
        }
    }

    fn days_to_come(&mut self, reaches: Forecast) {
        let as_before = "if the days to come are as the last one with activity";
        self.forecast(reaches, as_before, |day| format!("{day} itself was below 100 %"));
    }

    fn forecast(&mut self, reaches: Forecast, condition: &str, why: impl Fn(Day) -> String) {
        match reaches {
            Forecast::On { day } => {
                self.text("  ", &format!("100 % in the report of {day}, {condition}"));
            }
            Forecast::NotAsOf { day } => {
                self.text("  ", &format!("no day for 100 % can be told: {}", why(day)));
            }
            Forecast::NoActivity | Forecast::Reached => {}
        }
    }

    /// Where there is nothing in these days, tells which days there are.
    fn elsewhere(&mut self, days: Option<(Day, Day)>) {
        let report = self.report;
        let counted = report.portal.share.whole + report.api.share.whole;
        if counted + report.api.app_only_omitted > 0 {
            return;
        }
        self.out.line("");
        let Some((first, last)) = days else {
            return self.text(
                "",
                "There are no logs of this organization yet; `attestor mfa ingest` takes them in.",
            );
        };
        let next = last.plus_days(1);
        self.text(
            "",
            &format!(
                "In these seven days, there was nothing in the portal and at the API. The logs hold \
                 events from {first} to {last} (UTC); `--day {next}` shows the last of them."
            ),
        );
        let ids = &report.settings;
        if ids.portal_ids.is_empty() && ids.api_ids.is_empty() {
            self.text("", &format!("Also, {UNKNOWN_IDS}, with `attestor mfa ingest`."));
        }
    }

    fn users(&mut self) {
        let report = self.report;
        if report.users.is_empty() {
            return;
        }
        self.out.line("");
        self.out.line("Why below 100 %");
        for it in &report.causes {
            let cause = self.cause(it.cause);
            let users = words::counted(it.users, "user", "users");
            let requests = words::counted(it.requests, "request", "requests");
            self.text("  ", &format!("{cause}: {users}, {requests}"));
            let fix = self.phrases.word(&it.cause.fix_key());
            self.text("    ", &fix);
        }
        self.out.line("");
        for it in report.users.iter().take(NAMES) {
            let name = match (it.upn.as_str(), it.user_id) {
                ("", Some(id)) => id.to_string(),
                ("", None) => self.phrases.word("mfa-nobody"),
                (upn, _) => upn.to_owned(),
            };
            self.out.line(format_args!("  {name}: {} of {} without MFA", it.without, it.requests));
            let cause = self.cause(it.cause);
            self.text("    ", &cause);
            if !it.missing.is_empty() {
                self.out.line("    to tell the cause, hand in:");
                self.missing(it.missing.iter());
            }
        }
        self.more(report.users_without);
    }

    fn lacking(&mut self) {
        let found = &self.report.configuration;
        if found.lacking.is_empty() {
            return;
        }
        self.out.line("");
        self.out.line("Enabled accounts that nothing known holds to MFA");
        for it in found.lacking.iter().take(NAMES) {
            self.out.line(format_args!("  {}", it.upn));
            for near in &it.near {
                let why = self.phrases.word(&format!("mfa-near-{}", near.why));
                self.text("    ", &format!("not by the policy `{}`: {why}", near.name));
            }
        }
        self.more(found.share.rest());
    }

    fn more(&mut self, count: u64) {
        let more = count.saturating_sub(NAMES as u64);
        if more > 0 {
            self.out.line(format_args!("  and {more} more; `--format json` names them"));
        }
    }

    /// A text in lines of at most 80 columns, as far as its words allow it.
    fn text(&mut self, indent: &str, text: &str) {
        let mut line = String::new();
        for word in text.split(' ') {
            let width = indent.len() + line.chars().count() + 1 + word.chars().count();
            if !line.is_empty() && width > COLUMNS {
                self.out.line(format_args!("{indent}{line}"));
                line.clear();
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        self.out.line(format_args!("{indent}{line}"));
    }

    fn cause(&self, cause: attestor_core::mfa::diagnosis::Cause) -> String {
        self.phrases.word(&format!("mfa-cause-{cause}"))
    }

    fn missing<'m>(&mut self, missing: impl Iterator<Item = &'m Missing>) {
        for one in missing {
            let words = self.phrases.word(&format!("mfa-missing-{one}"));
            self.text("      ", &words);
        }
    }
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
