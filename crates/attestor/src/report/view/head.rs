//! Who and what the report is about, and the fact that stands on top.

use attestor_core::certification::clock::CaseState;
use attestor_core::certification::controls::ControlState;
use attestor_core::certification::decision::Outcome;
use attestor_core::certification::hard_fails::HardFailState;

use super::status::{Icon, Tag, Tone};
use super::{DayText, Maker};
use crate::phrases::Arg;
use crate::report::plain::clean;
use crate::report::teller::Said;

/// Who and what the report is about.
#[derive(Debug, Clone)]
pub(crate) struct Header {
    /// The app's name.
    pub(crate) app: String,
    /// The id under which it is published.
    pub(crate) app_id: String,
    /// The kind of app; empty when nobody said.
    pub(crate) kind: String,
    /// The publisher's name.
    pub(crate) publisher: String,
    /// Program and edition.
    pub(crate) program: String,
    /// The day of the assessment.
    pub(crate) day: DayText,
}

/// The fact that stands on top.
#[derive(Debug, Clone)]
pub(crate) struct Verdict {
    /// The outcome.
    pub(crate) tag: Tag,
    /// The fact as a heading.
    pub(crate) title: String,
    /// What it means and whose move it is.
    pub(crate) lead: String,
    /// The label of the reasons.
    pub(crate) why: String,
    /// Why, most telling first.
    pub(crate) reasons: Vec<Said>,
}

/// The header.
pub(super) fn header(maker: &Maker<'_>) -> Header {
    let app = &maker.subject.case.app;
    let edition = &maker.subject.program.edition;
    let kinds = edition.app_kinds.iter();
    let kind = kinds.clone().find(|kind| app.kind.as_ref() == Some(&kind.id.value));
    let named = |text: &str, fallback: &str| {
        let text = clean(text);
        if text.is_empty() { maker.word(fallback) } else { text }
    };
    let args = [("program", Arg::from(&edition.title)), ("edition", Arg::from(&edition.edition))];
    Header {
        app: named(&app.name, "report-app-unnamed"),
        app_id: clean(&app.id),
        kind: kind.map_or_else(String::new, |kind| kind.title.clone()),
        publisher: named(&app.publisher, "report-publisher-unnamed"),
        program: maker.text("report-program", &args),
        day: maker.day(maker.today()),
    }
}

/// The verdict.
pub(super) fn verdict(maker: &Maker<'_>) -> Verdict {
    let assessment = maker.subject.assessment;
    let outcome = assessment.outcome;
    let (tone, icon) = match outcome {
        Outcome::Certifiable => (Tone::Ok, Icon::Check),
        Outcome::NotReady => (Tone::Warn, Icon::Dots),
        Outcome::NotStartable => (Tone::Warn, Icon::Alert),
        Outcome::Fails | Outcome::TimedOut => (Tone::Bad, Icon::Cross),
        Outcome::NeedsProgramDecision => (Tone::Info, Icon::Question),
    };
    Verdict {
        tag: maker.tag((tone, icon, format!("outcome-{outcome}"))),
        title: title(maker),
        lead: lead(maker),
        why: maker.text("report-why", &[("count", Arg::from(assessment.reasons.len()))]),
        reasons: maker.teller.tell_all(&assessment.reasons, None),
    }
}

/// The counts that the title names: shown, and asked at all.
pub(super) fn shown_of_asked(maker: &Maker<'_>) -> (usize, usize) {
    let controls = &maker.subject.assessment.controls;
    let asked = controls.iter().filter(|it| it.state.is_applicable()).count();
    let shown = controls
        .iter()
        .filter(|it| matches!(it.state, ControlState::Met | ControlState::Alternative))
        .count();
    (shown, asked)
}

fn title(maker: &Maker<'_>) -> String {
    let assessment = maker.subject.assessment;
    let (shown, asked) = shown_of_asked(maker);
    let failing =
        assessment.hard_fails.iter().filter(|it| it.state == HardFailState::Fails).count();
    let days_left = assessment.clock.map(|clock| i64::from(clock.days_left));
    let mut args = vec![("shown", Arg::from(shown)), ("asked", Arg::from(asked))];
    let key = match (assessment.outcome, days_left) {
        (Outcome::Certifiable, _) => "report-title-certifiable",
        (Outcome::NotReady, Some(days)) if days >= 0 => {
            args.push(("days", Arg::Count(days)));
            "report-title-not-ready-clock"
        }
        (Outcome::NotReady, _) => "report-title-not-ready",
        (Outcome::NotStartable, _) => {
            args = vec![("count", Arg::from(assessment.start.len()))];
            "report-title-not-startable"
        }
        (Outcome::Fails, _) if failing == 0 => "report-title-fails-share",
        (Outcome::Fails, _) => {
            args = vec![("count", Arg::from(failing))];
            "report-title-fails"
        }
        (Outcome::TimedOut, _) => "report-title-timed-out",
        (Outcome::NeedsProgramDecision, _) => {
            args = vec![("count", Arg::from(assessment.scope.needs_decision.len()))];
            "report-title-needs-decision"
        }
    };
    maker.text(key, &args)
}

fn lead(maker: &Maker<'_>) -> String {
    let assessment = maker.subject.assessment;
    let party = maker.word(&format!("party-{}", assessment.outcome.whose_move()));
    let state = maker.word(&format!("case-state-{}", assessment.state));
    let mut args = vec![("party", Arg::from(&party)), ("state", Arg::from(&state))];
    let deadline = assessment.clock.map(|clock| maker.day(clock.deadline).text);
    let key = match &deadline {
        None => "report-lead",
        Some(day) => {
            args.push(("deadline", Arg::from(day)));
            match assessment.state {
                CaseState::EvidenceOpen => "report-lead-open",
                CaseState::FailedTimeout => "report-lead-late",
                CaseState::NotStarted | CaseState::InitialDocuments | CaseState::FinalReview => {
                    "report-lead-clock"
                }
            }
        }
    };
    maker.text(key, &args)
}
