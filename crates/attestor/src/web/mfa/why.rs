//! Why a number is below 100 %: the causes with their users, the accounts, the forecast.

use std::collections::BTreeSet;

use attestor_core::day::Day;
use attestor_core::mfa::diagnosis::Cause;
use attestor_core::mfa::directory::Missing;

use super::metric::{count, counted};
use crate::actions::mfa::report::Report;
use crate::actions::mfa::report::document::{
    AccountLacking, CauseCount, EnforcedBy, Evidence, Forecast, Mechanism, UserWithout,
};
use crate::phrases::{Arg, Phrases};
use crate::web::address;

/// Something that keeps a number below 100 %, or explains it.
pub(super) struct Item {
    /// The class of its color, and its symbol.
    pub(super) class: &'static str,
    /// The symbol.
    pub(super) symbol: &'static str,
    /// What it is.
    pub(super) title: String,
    /// How many it concerns; empty for none.
    pub(super) about: String,
    /// Whether it is shown open.
    pub(super) open: bool,
    /// Paragraphs: a heading, which may be empty, and a text.
    pub(super) lines: Vec<(String, String)>,
    /// What would have to be handed in.
    pub(super) missing: Vec<String>,
    /// Users or accounts.
    pub(super) names: Vec<Name>,
    /// How many more there are; empty for none.
    pub(super) more: String,
}

/// A user or an account.
pub(super) struct Name {
    /// The name.
    pub(super) name: String,
    /// What about it.
    pub(super) about: String,
    /// What speaks for the cause.
    pub(super) evidence: Vec<String>,
    /// Where its requests are shown; empty for nowhere.
    pub(super) rows: String,
}

/// How many names one cause shows.
const NAMES: usize = 8;
/// The days in which a new account may still be registering.
const NEW_DAYS: i32 = 14;

/// Everything that explains the numbers of a report.
pub(super) fn all(phrases: &Phrases, report: &Report) -> Vec<Item> {
    let mut items: Vec<Item> =
        report.causes.iter().map(|cause| of_cause(phrases, report, cause)).collect();
    if let Some(first) = items.first_mut() {
        first.open = true;
    }
    items.extend(lacking(phrases, report));
    items.extend(held(phrases, report));
    items.extend(alone(phrases, report));
    items
}

fn item(class: &'static str, symbol: &'static str, title: String) -> Item {
    Item {
        class,
        symbol,
        title,
        about: String::new(),
        open: false,
        lines: Vec::new(),
        missing: Vec::new(),
        names: Vec::new(),
        more: String::new(),
    }
}

fn of_cause(phrases: &Phrases, report: &Report, found: &CauseCount) -> Item {
    let cause = found.cause;
    let (class, symbol) = match cause {
        Cause::RecentRollout | Cause::SecurityDefaultsGrace => ("info", "clock"),
        Cause::SecurityDefaultsRiskBased | Cause::Unknown => ("warn", "alert"),
        Cause::NotImplemented
        | Cause::ExcludedUser
        | Cause::CustomControl
        | Cause::FederationClaimMissing
        | Cause::NotRegistered
        | Cause::ConditionNotMet
        | Cause::LegacyClient => ("bad", "alert"),
    };
    let own: Vec<&UserWithout> = report.users.iter().filter(|it| it.cause == cause).collect();
    let missing: BTreeSet<Missing> = own.iter().flat_map(|it| &it.missing).copied().collect();
    let users = counted(phrases, "mfa-why-users", found.users);
    let requests = counted(phrases, "mfa-why-requests", found.requests);
    let (fix, verify) = (phrases.word(&cause.fix_key()), phrases.word(&cause.verify_key()));
    Item {
        about: format!("{users} · {requests}"),
        lines: vec![(phrases.word("mfa-why-fix"), fix), (phrases.word("mfa-why-verify"), verify)],
        missing: missing.iter().map(|one| missing_words(phrases, *one)).collect(),
        names: own.iter().take(NAMES).map(|it| user(phrases, report, it)).collect(),
        more: more(phrases, found.users),
        ..item(class, symbol, phrases.word(&format!("mfa-cause-{cause}")))
    }
}

fn missing_words(phrases: &Phrases, missing: Missing) -> String {
    phrases.word(&format!("mfa-missing-{missing}"))
}

fn more(phrases: &Phrases, all: u64) -> String {
    match all.saturating_sub(NAMES as u64) {
        0 => String::new(),
        more => counted(phrases, "mfa-why-more", more),
    }
}

fn user(phrases: &Phrases, report: &Report, it: &UserWithout) -> Name {
    let without = count(phrases, it.without);
    let moment = it.last_without.as_deref().map_or_else(String::new, |at| moment(phrases, at));
    let args = [("text", Arg::from(&without)), ("moment", Arg::from(&moment))];
    let matching = it.matching.iter().filter(|one| one.cause == it.cause);
    let evidence = matching.flat_map(|one| &one.evidence);
    let user_id = it.user_id.map(|id| id.to_string()).unwrap_or_default();
    let day = report.day.to_string();
    let query =
        address::query([("id", user_id.as_str()), ("upn", it.upn.as_str()), ("day", day.as_str())]);
    Name {
        name: shown_name(phrases, &it.upn, &user_id),
        about: phrases.text("mfa-why-last", &args),
        evidence: evidence.filter_map(|one| evidence_words(phrases, one)).collect(),
        rows: format!("{}/users{query}", super::address(&report.organization)),
    }
}

/// The name of a user: the principal name, else the id.
pub(super) fn shown_name(phrases: &Phrases, upn: &str, id: &str) -> String {
    match (upn, id) {
        ("", "") => phrases.word("mfa-nobody"),
        ("", id) => id.to_owned(),
        (upn, _) => upn.to_owned(),
    }
}

/// Day and minute of a moment of the report.
pub(super) fn moment(phrases: &Phrases, at: &str) -> String {
    let day = at.get(..10).and_then(Day::parse);
    let day = day.map_or_else(String::new, |day| phrases.day(day));
    let time = at.get(11..16).unwrap_or_default();
    phrases.text("people-time", &[("day", Arg::from(&day)), ("time", Arg::from(time))])
}

fn evidence_words(phrases: &Phrases, evidence: &Evidence) -> Option<String> {
    match evidence {
        // The requests have a page of their own.
        Evidence::Request { .. } => None,
        Evidence::Policy { id, name } => {
            let id = id.to_string();
            let name = if name.is_empty() { &id } else { name };
            Some(phrases.text("mfa-evidence-policy", &[("name", Arg::from(name))]))
        }
        Evidence::Registration => Some(phrases.word("mfa-evidence-registration")),
        Evidence::SecurityDefaults => Some(phrases.word("mfa-evidence-security-defaults")),
        Evidence::Domain => Some(phrases.word("mfa-evidence-domain")),
        Evidence::Account { created } => {
            let day = phrases.day(*created);
            Some(phrases.text("mfa-evidence-account", &[("day", Arg::from(&day))]))
        }
    }
}

/// The accounts that nothing known holds to multifactor authentication.
fn lacking(phrases: &Phrases, report: &Report) -> Option<Item> {
    let found = &report.configuration;
    let left = found.share.rest();
    if left == 0 {
        return None;
    }
    let mut lines = Vec::new();
    let since = report.day.plus_days(-NEW_DAYS);
    let new = found.lacking.iter().filter(|it| it.created.is_some_and(|day| day >= since));
    let new = new.count() as u64;
    if new > 0 {
        lines.push((String::new(), counted(phrases, "mfa-lacking-new", new)));
    }
    if found.unknown > 0 {
        lines.push((String::new(), counted(phrases, "mfa-lacking-unknown", found.unknown)));
    }
    Some(Item {
        lines,
        missing: found.missing.iter().map(|one| missing_words(phrases, *one)).collect(),
        names: found.lacking.iter().take(NAMES).map(|it| account(phrases, it)).collect(),
        more: more(phrases, left),
        ..item("warn", "alert", counted(phrases, "mfa-lacking", left))
    })
}

fn account(phrases: &Phrases, it: &AccountLacking) -> Name {
    let near = it.near.iter().map(|near| {
        let why = phrases.word(&format!("mfa-near-{}", near.why));
        let args = [("name", Arg::from(&near.name)), ("why", Arg::from(&why))];
        phrases.text("mfa-near", &args)
    });
    let mut near: Vec<String> = near.collect();
    if near.is_empty() && it.missing.is_empty() {
        near.push(phrases.word("mfa-lacking-nothing"));
    }
    Name {
        name: shown_name(phrases, &it.upn, &it.user_id.to_string()),
        about: String::new(),
        evidence: near,
        rows: String::new(),
    }
}

/// What holds accounts to multifactor authentication.
fn held(phrases: &Phrases, report: &Report) -> Option<Item> {
    let by = &report.configuration.enforced_by;
    if by.is_empty() {
        return None;
    }
    let line = |it: &EnforcedBy| {
        let (by, text) = (mechanism(phrases, &it.by), count(phrases, it.accounts));
        let plural = i64::try_from(it.accounts).unwrap_or(i64::MAX);
        let args = [("count", plural.into()), ("by", Arg::from(&by)), ("text", Arg::from(&text))];
        (String::new(), phrases.text("mfa-held-by", &args))
    };
    let lines = by.iter().take(NAMES).map(line).collect();
    Some(Item { lines, ..item("mute", "info", phrases.word("mfa-held")) })
}

fn mechanism(phrases: &Phrases, by: &Mechanism) -> String {
    match by {
        Mechanism::PerUser => phrases.word("mfa-by-per-user"),
        Mechanism::Policy { name, conditional, .. } => {
            let key = if *conditional { "mfa-by-policy-conditional" } else { "mfa-by-policy" };
            phrases.text(key, &[("name", Arg::from(name))])
        }
        Mechanism::SecurityDefaults => phrases.word("mfa-by-security-defaults"),
        Mechanism::Federation => phrases.word("mfa-by-federation"),
    }
}

/// Requests of applications alone, which are left out.
fn alone(phrases: &Phrases, report: &Report) -> Option<Item> {
    let omitted = report.api.app_only_omitted;
    if omitted == 0 {
        return None;
    }
    let lines = vec![(String::new(), counted(phrases, "mfa-alone-more", omitted))];
    Some(Item { lines, ..item("mute", "info", phrases.word("mfa-alone")) })
}

/// When the numbers reach 100 %, a sentence each; nothing where all are there or have no activity.
pub(super) fn forecast(phrases: &Phrases, report: &Report) -> Vec<String> {
    let told = [
        ("configuration", report.configuration.reaches_all),
        ("portal", report.portal.reaches_all),
        ("api", report.api.reaches_all),
    ];
    let line = |(what, forecast): (&str, Forecast)| {
        let (end, day) = match forecast {
            Forecast::NoActivity | Forecast::Reached => return None,
            Forecast::On { day } => ("on", day),
            Forecast::NotAsOf { day } => ("not", day),
        };
        let day = phrases.day(day);
        Some(phrases.text(&format!("mfa-forecast-{what}-{end}"), &[("day", Arg::from(&day))]))
    };
    let mut lines: Vec<String> = told.into_iter().filter_map(line).collect();
    if !lines.is_empty() {
        lines.push(phrases.word("mfa-forecast-window"));
    }
    lines
}
