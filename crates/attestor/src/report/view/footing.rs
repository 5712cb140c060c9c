//! The days that matter, and how all of it was computed.

use std::collections::BTreeSet;

use attestor_core::basis::Basis;
use attestor_core::certification::reason::{Reason, RuleId};
use attestor_core::certification::steps::{self, Due, DueKind};
use attestor_core::day::{Day, Length};

use super::status::{Icon, Tone};
use super::{DayText, Maker};
use crate::phrases::Arg;
use crate::report::plain::clean;

/// How many subjects of a day are named.
const SUBJECTS: usize = 6;
/// How soon a day must come to stand out.
const SOON_DAYS: i32 = 14;

/// A day that matters.
#[derive(Debug, Clone)]
pub(crate) struct CalendarRow {
    /// The day.
    pub(crate) day: DayText,
    /// How far from today.
    pub(crate) distance: String,
    /// What happens.
    pub(crate) what: String,
    /// About what; empty for the case as a whole.
    pub(crate) subjects: String,
    /// How pressing it is.
    pub(crate) tone: Tone,
    /// Its shape.
    pub(crate) icon: Icon,
}

/// The days, earliest first; equal things of one day stand together.
pub(super) fn calendar(maker: &Maker<'_>) -> Vec<CalendarRow> {
    let subject = maker.subject;
    let days = steps::calendar(subject.program, subject.case, subject.assessment);
    let mut groups: Vec<(Day, DueKind, Vec<&Due>)> = Vec::new();
    for due in &days {
        match groups.last_mut() {
            Some((on, kind, list)) if *on == due.on && *kind == due.kind => list.push(due),
            _ => groups.push((due.on, due.kind, vec![due])),
        }
    }
    groups.iter().map(|(on, kind, list)| row(maker, *on, *kind, list)).collect()
}

fn row(maker: &Maker<'_>, on: Day, kind: DueKind, list: &[&Due]) -> CalendarRow {
    let framework = kind == DueKind::ExternalUntil;
    let named = |due: &&Due| {
        if framework { maker.teller.framework(&due.subject) } else { clean(&due.subject) }
    };
    let mut names: Vec<String> =
        list.iter().filter(|due| !due.subject.is_empty()).map(named).collect();
    let hidden = names.len().saturating_sub(SUBJECTS);
    names.truncate(SUBJECTS);
    let joined = names.join(", ");
    let subjects = if hidden == 0 {
        joined
    } else {
        let args = [("names", Arg::from(&joined)), ("count", Arg::from(hidden))];
        maker.text("report-and-more", &args)
    };
    let (tone, icon) = match maker.today().days_until(on) {
        ..0 => (Tone::Mute, Icon::Dash),
        0..=SOON_DAYS => (Tone::Warn, Icon::Clock),
        _ => (Tone::Info, Icon::Dots),
    };
    CalendarRow {
        day: maker.day(on),
        distance: maker.distance(on),
        what: maker.word(&format!("due-{kind}")),
        subjects,
        tone,
        icon,
    }
}

/// How all of it was computed.
#[derive(Debug, Clone)]
pub(crate) struct Footing {
    /// The digest of the edition.
    pub(crate) edition_digest: String,
    /// The digest of the dossier.
    pub(crate) dossier_digest: String,
    /// What was taken for granted.
    pub(crate) assumptions: Vec<String>,
    /// Lengths of time that the program does not print.
    pub(crate) proposals: Vec<Proposal>,
    /// The rules that said something.
    pub(crate) rules: Vec<&'static str>,
    /// That points stay with the certification body, where they do.
    pub(crate) hidden: Option<String>,
}

/// A length of time that the program does not print.
#[derive(Debug, Clone)]
pub(crate) struct Proposal {
    /// From what to what.
    pub(crate) text: String,
    /// How long.
    pub(crate) length: String,
    /// What it rests on.
    pub(crate) basis: String,
}

/// The footing.
pub(super) fn footing(maker: &Maker<'_>) -> Footing {
    let subject = maker.subject;
    let hides = !subject.shows_points() || !subject.shows_marks();
    let rules: BTreeSet<&str> = reasons(maker).map(|reason| reason.rule.as_str()).collect();
    let windows = subject.program.windows.all().iter();
    let proposal = |window: &attestor_core::framework::Window| Proposal {
        text: window.text.clone(),
        length: length(maker, window.length),
        basis: maker.word(&format!("basis-{}", window.basis)),
    };
    Footing {
        edition_digest: subject.program.digest.to_string(),
        dossier_digest: clean(subject.dossier_digest),
        assumptions: assumptions(maker),
        proposals: windows.filter(|it| it.basis != Basis::Stated).map(proposal).collect(),
        rules: rules.into_iter().collect(),
        hidden: hides.then(|| maker.word("report-hidden")),
    }
}

fn reasons<'a>(maker: &'a Maker<'_>) -> impl Iterator<Item = &'a Reason> {
    let found = maker.subject.assessment;
    let scope = &found.scope;
    let said = found.reasons.iter().chain(&scope.notes).chain(&scope.returned);
    said.chain(&scope.needs_decision)
        .chain(found.controls.iter().flat_map(|it| &it.reasons))
        .chain(found.hard_fails.iter().flat_map(|it| &it.reasons))
        .chain(found.documents.iter().flat_map(|it| &it.reasons))
        .chain(found.external.iter().map(|it| &it.decided_by))
}

fn length(maker: &Maker<'_>, length: Length) -> String {
    let (key, count) = match length {
        Length::Days(count) => ("report-length-days", count),
        Length::Months(count) => ("report-length-months", count),
        Length::Years(count) => ("report-length-years", count),
    };
    maker.text(key, &[("count", Arg::from(i64::from(count)))])
}

/// What was taken for granted because nobody said it.
fn assumptions(maker: &Maker<'_>) -> Vec<String> {
    let case = maker.subject.case;
    let mut found = Vec::new();
    let unsubmitted = case.evidence.iter().filter(|item| item.submitted_on.is_none()).count();
    if unsubmitted > 0 {
        found.push(maker.text("report-assume-today", &[("count", Arg::from(unsubmitted))]));
    }
    if case.draw.is_none() && !case.scope.components.is_empty() {
        found.push(maker.word("report-assume-seed"));
    }
    let unknown = reasons(maker).filter(|reason| reason.rule == RuleId::ConditionUnknown);
    let told: BTreeSet<String> = unknown.map(|reason| maker.teller.tell(reason).text).collect();
    found.extend(told);
    found
}
