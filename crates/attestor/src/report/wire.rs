//! The documented JSON form of an assessment. Same input, same bytes.
//!
//! Points are exact: `met` and `applicable` are whole points, `percent` is their share floored to
//! one decimal and written as that decimal, never through a binary fraction.

mod handed_in;

use attestor_core::certification::controls::ControlOutcome;
use attestor_core::certification::decision::Assessment;
use attestor_core::certification::hard_fails::HardFailOutcome;
use attestor_core::certification::reason::Reason;
use attestor_core::certification::score::DomainScore;
use attestor_core::certification::steps::{self, Due, Step};
use attestor_core::framework::Control;
use attestor_core::ratio::Ratio;
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

use super::Subject;
use super::teller::Teller;
use crate::phrases::Phrases;

use handed_in::{WireDocument, WireExternal, WireSample};

/// An assessment as JSON.
#[derive(Debug, Serialize)]
pub(crate) struct Wire<'a> {
    outcome: &'static str,
    whose_move: &'static str,
    day: String,
    app: WireApp<'a>,
    framework: WireFramework<'a>,
    dossier: WireDossier<'a>,
    state: &'static str,
    clock: Option<WireClock>,
    reasons: Vec<WireReason<'a>>,
    domains: Vec<WireDomain<'a>>,
    hard_fails: Vec<WireHardFail<'a>>,
    controls: Vec<WireControl<'a>>,
    documents: Vec<WireDocument<'a>>,
    external: Vec<WireExternal<'a>>,
    sample: WireSample<'a>,
    next_steps: Vec<WireStep>,
    calendar: Vec<WireDue>,
    scope: WireScope<'a>,
}

/// The JSON form of a subject. Texts are in the language of `phrases`; `pass_mark` is null where
/// the audience may not see it.
pub(crate) fn of<'a>(phrases: &Phrases, subject: &Subject<'a>) -> Wire<'a> {
    let teller = Teller { phrases, program: subject.program };
    let (program, case, found) = (subject.program, subject.case, subject.assessment);
    let marks = subject.shows_marks();
    let calendar = steps::calendar(program, case, found);
    Wire {
        outcome: found.outcome.as_str(),
        whose_move: found.outcome.whose_move().as_str(),
        day: found.today.to_string(),
        app: WireApp::of(subject),
        framework: WireFramework::of(subject),
        dossier: WireDossier { digest: subject.dossier_digest },
        state: found.state.as_str(),
        clock: clock(found),
        reasons: tell(&teller, &found.reasons, None),
        domains: found.domains.iter().map(|score| WireDomain::of(score, marks)).collect(),
        hard_fails: found.hard_fails.iter().map(|it| WireHardFail::of(&teller, it)).collect(),
        controls: found.controls.iter().map(|it| WireControl::of(&teller, it)).collect(),
        documents: found.documents.iter().map(|it| WireDocument::of(&teller, it)).collect(),
        external: found.external.iter().map(WireExternal::of).collect(),
        sample: WireSample::of(&found.draw),
        next_steps: steps::steps(found)
            .iter()
            .map(|step| WireStep::of(subject, &teller, step))
            .collect(),
        calendar: calendar.into_iter().map(WireDue::of).collect(),
        scope: WireScope {
            returned: tell(&teller, &found.scope.returned, None),
            needs_decision: tell(&teller, &found.scope.needs_decision, None),
            notes: tell(&teller, &found.scope.notes, None),
        },
    }
}

#[derive(Debug, Serialize)]
struct WireApp<'a> {
    id: &'a str,
    name: &'a str,
    kind: Option<&'a str>,
    publisher: &'a str,
}

impl<'a> WireApp<'a> {
    fn of(subject: &Subject<'a>) -> Self {
        let app = &subject.case.app;
        Self {
            id: &app.id,
            name: &app.name,
            kind: app.kind.as_ref().map(|kind| kind.as_str()),
            publisher: &app.publisher,
        }
    }
}

#[derive(Debug, Serialize)]
struct WireFramework<'a> {
    id: &'a str,
    edition: &'a str,
    digest: String,
}

impl<'a> WireFramework<'a> {
    fn of(subject: &Subject<'a>) -> Self {
        let edition = &subject.program.edition;
        Self {
            id: edition.framework.as_str(),
            edition: &edition.edition,
            digest: subject.program.digest.to_string(),
        }
    }
}

#[derive(Debug, Serialize)]
struct WireDossier<'a> {
    digest: &'a str,
}

#[derive(Debug, Serialize)]
struct WireClock {
    began_on: String,
    deadline: String,
    day: i32,
    days_left: i32,
}

fn clock(found: &Assessment<'_>) -> Option<WireClock> {
    found.clock.map(|clock| WireClock {
        began_on: clock.began_on.to_string(),
        deadline: clock.deadline.to_string(),
        day: clock.day,
        days_left: clock.days_left,
    })
}

/// A rule, its facts in their order, and what it says.
#[derive(Debug, Serialize)]
pub(super) struct WireReason<'a> {
    rule: &'static str,
    facts: Facts<'a>,
    text: String,
}

#[derive(Debug)]
struct Facts<'a>(std::borrow::Cow<'a, [(&'static str, String)]>);

impl Serialize for Facts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

fn tell<'a>(
    teller: &Teller<'_>,
    reasons: &'a [Reason],
    control: Option<&Control>,
) -> Vec<WireReason<'a>> {
    let texts = teller.tell_all(reasons, control);
    let wire = |(reason, said): (&'a Reason, super::teller::Said)| WireReason {
        rule: reason.rule.as_str(),
        facts: Facts(reason.facts.as_slice().into()),
        text: said.text,
    };
    reasons.iter().zip(texts).map(wire).collect()
}

#[derive(Debug, Serialize)]
struct WireDomain<'a> {
    id: &'a str,
    met: u64,
    applicable: u64,
    percent: Option<Box<RawValue>>,
    pass_mark: Option<u8>,
    passed: bool,
}

impl<'a> WireDomain<'a> {
    fn of(score: &DomainScore<'a>, shows_marks: bool) -> Self {
        Self {
            id: score.domain.id.value.as_str(),
            met: score.points.part,
            applicable: score.points.whole,
            percent: percent(score.points),
            pass_mark: shows_marks.then_some(score.domain.pass_mark_percent),
            passed: score.passed,
        }
    }
}

/// The share with one decimal, floored; `None` when there is nothing to take a share of.
fn percent(points: Ratio) -> Option<Box<RawValue>> {
    let tenths = points.tenths()?;
    RawValue::from_string(format!("{}.{}", tenths / 10, tenths % 10)).ok()
}

#[derive(Debug, Serialize)]
struct WireHardFail<'a> {
    id: &'a str,
    title: &'a str,
    state: &'static str,
    reasons: Vec<WireReason<'a>>,
}

impl<'a> WireHardFail<'a> {
    fn of(teller: &Teller<'_>, outcome: &'a HardFailOutcome<'a>) -> Self {
        Self {
            id: outcome.hard_fail.id.value.as_str(),
            title: &outcome.hard_fail.title,
            state: outcome.state.as_str(),
            reasons: tell(teller, &outcome.reasons, None),
        }
    }
}

#[derive(Debug, Serialize)]
struct WireControl<'a> {
    id: &'a str,
    family: &'a str,
    domain: &'a str,
    title: &'a str,
    state: &'static str,
    whose_move: &'static str,
    weight: u8,
    reasons: Vec<WireReason<'a>>,
    evidence: Vec<&'a str>,
    oldest_capture: Option<String>,
    hand_in_by: Option<String>,
}

impl<'a> WireControl<'a> {
    fn of(teller: &Teller<'_>, outcome: &'a ControlOutcome<'a>) -> Self {
        let control = outcome.control;
        Self {
            id: control.id.value.as_str(),
            family: outcome.family.id.value.as_str(),
            domain: outcome.family.domain.value.as_str(),
            title: &control.title,
            state: outcome.state.as_str(),
            whose_move: outcome.state.whose_move().as_str(),
            weight: control.weight.points,
            reasons: tell(teller, &outcome.reasons, Some(control)),
            evidence: outcome.items.iter().map(|id| id.as_str()).collect(),
            oldest_capture: outcome.oldest_capture.map(|day| day.to_string()),
            hand_in_by: outcome.hand_in_by.map(|day| day.to_string()),
        }
    }
}

#[derive(Debug, Serialize)]
struct WireStep {
    kind: &'static str,
    subject: String,
    title: String,
    party: &'static str,
    due: Option<String>,
    reasons: Vec<WireReason<'static>>,
}

impl WireStep {
    fn of(subject: &Subject<'_>, teller: &Teller<'_>, step: &Step) -> Self {
        let controls = &subject.assessment.controls;
        let control = controls.iter().find(|it| it.control.id.value == *step.subject.as_str());
        let reasons = tell(teller, &step.reasons, control.map(|it| it.control)).into_iter();
        let owned = |it: WireReason<'_>| WireReason {
            rule: it.rule,
            facts: Facts(it.facts.0.into_owned().into()),
            text: it.text,
        };
        Self {
            kind: step.kind.as_str(),
            subject: step.subject.clone(),
            title: step.title.clone(),
            party: step.party.as_str(),
            due: step.due.map(|day| day.to_string()),
            reasons: reasons.map(owned).collect(),
        }
    }
}

#[derive(Debug, Serialize)]
struct WireDue {
    on: String,
    kind: &'static str,
    subject: String,
}

impl WireDue {
    fn of(due: Due) -> Self {
        Self { on: due.on.to_string(), kind: due.kind.as_str(), subject: due.subject }
    }
}

#[derive(Debug, Serialize)]
struct WireScope<'a> {
    returned: Vec<WireReason<'a>>,
    needs_decision: Vec<WireReason<'a>>,
    notes: Vec<WireReason<'a>>,
}
