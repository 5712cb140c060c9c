//! What stands for and against a certificate today.

use attestor_core::certification::controls::{ControlOutcome, ControlState};
use attestor_core::certification::decision::{Assessment, Outcome};
use attestor_core::certification::hard_fails::HardFailState;
use attestor_core::certification::score::DomainScore;
use attestor_core::desk::file::CaseFile;
use attestor_core::desk::status::{ControlStatus, status};
use attestor_core::framework::{Framework, Rule};

use crate::phrases::Arg;
use crate::web::desk::special::{May, Prose, prose, told};
use crate::web::desk::visit::DeskVisit;
use crate::web::shape::{Bar, Mark};

/// The most reasons of a condition that are shown.
const REASONS: usize = 4;

/// A condition that fails outright.
pub(super) struct Condition {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) mark: Mark,
    pub(super) why: Vec<Prose>,
}

/// A domain. What the edition hides from who asks is not in here.
pub(super) struct Domain {
    pub(super) title: String,
    pub(super) shown: String,
    pub(super) bar: Bar,
    pub(super) points: Option<String>,
    pub(super) pass_mark: Option<String>,
    pub(super) passed: Option<Mark>,
}

/// A control that no analyst looked at.
pub(super) struct Unseen {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) mark: Mark,
}

/// What all of it is made from.
pub(super) struct Sheet<'a> {
    pub(super) visit: &'a DeskVisit,
    pub(super) file: &'a CaseFile,
    pub(super) program: &'a Framework,
    pub(super) may: May,
}

/// What a decision today would be.
pub(super) fn outcome(visit: &DeskVisit, outcome: Outcome) -> Mark {
    let (class, symbol) = match outcome {
        Outcome::Certifiable => ("ok", "check"),
        Outcome::NotReady | Outcome::NotStartable => ("info", "clock"),
        Outcome::Fails | Outcome::TimedOut => ("bad", "cross"),
        Outcome::NeedsProgramDecision => ("warn", "alert"),
    };
    Mark::new(class, symbol, visit.t(&format!("outcome-{outcome}")))
}

impl Sheet<'_> {
    /// Whether who asks sees points and pass marks.
    pub(super) fn shows_all(&self) -> bool {
        let edition = &self.program.edition;
        self.may.sees(edition.scores) && self.may.sees(edition.pass_marks)
    }

    /// The conditions that fail outright, in the program's order.
    pub(super) fn conditions(&self, assessment: &Assessment<'_>) -> Vec<Condition> {
        let condition = |it: &attestor_core::certification::hard_fails::HardFailOutcome<'_>| {
            let (class, symbol) = match it.state {
                HardFailState::Holds => ("ok", "check"),
                HardFailState::NotShown => ("warn", "empty"),
                HardFailState::Fails => ("bad", "cross"),
                HardFailState::NotApplicable => ("none", "dash"),
            };
            let mut why: Vec<Prose> =
                it.reasons.iter().map(|it| prose(&told(self.visit, self.program, it))).collect();
            why.dedup();
            why.truncate(REASONS);
            Condition {
                id: it.hard_fail.id.value.to_string(),
                title: it.hard_fail.title.clone(),
                mark: Mark::new(class, symbol, self.visit.t(&format!("hard-fail-{}", it.state))),
                why,
            }
        };
        assessment.hard_fails.iter().map(condition).collect()
    }

    /// The domains, in the program's order.
    pub(super) fn domains(&self, assessment: &Assessment<'_>) -> Vec<Domain> {
        assessment.domains.iter().map(|it| self.domain(it)).collect()
    }

    fn domain(&self, score: &DomainScore<'_>) -> Domain {
        let words = self.visit.phrases();
        let edition = &self.program.edition;
        let (scores, marks) = (self.may.sees(edition.scores), self.may.sees(edition.pass_marks));
        let of = |key: &str, part: u64, whole: u64| {
            words.text(key, &[("part", Arg::from(part)), ("whole", Arg::from(whole))])
        };
        let shown = of("desk-decision-shown", score.controls.part, score.controls.whole);
        let count = |count: u64| usize::try_from(count).unwrap_or_default();
        let rest = score.controls.whole.saturating_sub(score.controls.part);
        let percent = i64::from(score.domain.pass_mark_percent);
        let mark = [("percent", Arg::from(percent))];
        let (class, symbol, key) = if score.passed {
            ("ok", "check", "desk-decision-passed")
        } else {
            ("bad", "cross", "desk-decision-below")
        };
        Domain {
            title: score.domain.title.clone(),
            bar: Bar::new(
                shown.clone(),
                &[("ok", count(score.controls.part)), ("none", count(rest))],
            ),
            shown,
            points: scores
                .then(|| of("desk-decision-points", score.points.part, score.points.whole)),
            pass_mark: marks.then(|| words.text("desk-decision-pass-mark", &mark)),
            passed: (scores && marks).then(|| Mark::new(class, symbol, words.word(key))),
        }
    }

    /// Controls that wait for an analyst, or that count without one having looked.
    pub(super) fn unseen(&self, assessment: &Assessment<'_>) -> Vec<Unseen> {
        let row = |it: &ControlOutcome<'_>| {
            let waits = status(self.file, it) == ControlStatus::Submitted;
            let met_unseen = it.state == ControlState::Met
                && it.control.rule == Rule::Evidence
                && !status(self.file, it).is_approved();
            let key = if waits { "desk-decision-waits" } else { "desk-decision-not-approved" };
            (waits || met_unseen).then(|| Unseen {
                id: it.control.id.value.to_string(),
                title: it.control.title.clone(),
                mark: Mark::new("warn", "clock", self.visit.t(key)),
            })
        };
        assessment.controls.iter().filter_map(row).collect()
    }
}
