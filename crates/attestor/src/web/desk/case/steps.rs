//! What to do next, and what ends when.

use attestor_core::certification::steps::{self, DueKind, StepKind};
use attestor_core::desk::file::Stage;
use attestor_core::desk::status::{ControlStatus, status};
use attestor_core::id::Id;
use attestor_core::party::Party;

use super::head::next_page;
use crate::phrases::Arg;
use crate::web::desk::look::Look;
use crate::web::desk::nav::Here;
use crate::web::shape::Date;

/// How many steps the page shows.
const SHOWN: usize = 7;
/// How many days that matter the page shows.
const DUES: usize = 8;

/// Something to do.
pub(super) struct Step {
    /// The class of its color.
    pub(super) class: &'static str,
    /// Its symbol.
    pub(super) symbol: &'static str,
    /// Where it is done.
    pub(super) address: String,
    /// What.
    pub(super) title: String,
    /// Why.
    pub(super) more: String,
    /// By when, in words; empty for no such day.
    pub(super) due: String,
}

/// A day that matters.
pub(super) struct Due {
    /// The day.
    pub(super) day: Date,
    /// What happens.
    pub(super) what: String,
    /// What it is about; may be empty.
    pub(super) subject: String,
    /// In how many days.
    pub(super) left: String,
    /// Whether it is near.
    pub(super) near: bool,
}

/// The first steps of who looks, and how many there are in all.
pub(super) fn steps(look: &Look<'_>) -> (Vec<Step>, String) {
    if look.standing.stage.is_over() {
        return (Vec::new(), String::new());
    }
    let mut found = vec![first(look)];
    let is_staff = look.visit.worker.is_staff();
    found.extend(if is_staff { waiting(look) } else { open(look) });
    let count = found.len();
    let more = if count > SHOWN { look.counted("desk-steps-all", count) } else { String::new() };
    found.truncate(SHOWN);
    (found, more)
}

/// The move that the case waits for.
fn first(look: &Look<'_>) -> Step {
    let standing = look.standing;
    let own = look.is_own_move();
    let who = look.t(&format!("desk-party-{}", standing.party));
    let key = if own { "desk-steps-yours" } else { "desk-steps-theirs" };
    Step {
        class: if own { "brass" } else { "mute" },
        symbol: if own { "alert" } else { "clock" },
        address: next_page(standing.next).address(&look.file.id),
        title: look.t(&format!("desk-move-{}", standing.next)),
        more: look.text(key, &[("who", Arg::from(&who))]),
        due: standing.due.map_or_else(String::new, |day| days(look, day)),
    }
}

fn days(look: &Look<'_>, day: attestor_core::day::Day) -> String {
    let left = look.visit.today.days_until(day);
    let key = if left < 0 { "desk-days-over" } else { "desk-days-in" };
    look.text(key, &[("days", Arg::Count(left.abs().into()))])
}

/// For the certification body: the controls that wait.
fn waiting(look: &Look<'_>) -> Vec<Step> {
    let controls = look.assessment.controls.iter();
    let waits = controls.filter(|it| status(look.file, it) == ControlStatus::Submitted);
    waits
        .map(|it| Step {
            class: "info",
            symbol: "search",
            address: format!("{}/{}", Here::Controls.address(&look.file.id), it.control.id.value),
            title: it.control.title.clone(),
            more: submitted(look, &it.control.id.value),
            due: String::new(),
        })
        .collect()
}

fn submitted(look: &Look<'_>, control: &Id) -> String {
    let progress = look.file.progress.get(control);
    let day = progress.and_then(|it| it.submitted_at).map(|at| look.phrases().day(at.day()));
    let rounds = progress.map_or(0, |it| i64::from(it.rounds));
    let day = day.unwrap_or_default();
    let args = [("day", Arg::from(&day)), ("round", Arg::Count(rounds))];
    look.text("desk-steps-submitted", &args)
}

/// For the publisher: what the assessment still lacks, what waits for the analyst left out.
fn open(look: &Look<'_>) -> Vec<Step> {
    let stage = look.standing.stage;
    let all = steps::steps(&look.assessment);
    let counts = |step: &&steps::Step| {
        let is_control = matches!(step.kind, StepKind::Mend | StepKind::Complete | StepKind::Begin);
        let later =
            matches!(stage, Stage::NotStarted | Stage::InitialDocuments | Stage::DocumentsReview);
        let waits = Id::parse(&step.subject)
            .and_then(|id| look.file.progress.get(&id))
            .is_some_and(|progress| progress.waits);
        let is_start = step.kind == StepKind::Start;
        let started = stage != Stage::NotStarted;
        step.party == Party::Publisher
            && !(is_control && (later || waits))
            && !(is_start && started)
            && !(stage == Stage::NotStarted && step.kind != StepKind::Start)
    };
    all.iter().filter(counts).map(|step| shown(look, step)).collect()
}

fn shown(look: &Look<'_>, step: &steps::Step) -> Step {
    let (class, symbol) = match step.kind {
        StepKind::HardFail | StepKind::Decision => ("bad", "alert"),
        StepKind::Mend | StepKind::Start | StepKind::Scope => ("warn", "alert"),
        StepKind::Document | StepKind::Complete | StepKind::Begin => ("mute", "empty"),
    };
    let page = match step.kind {
        StepKind::HardFail => Here::Decision,
        StepKind::Start => Here::Start,
        StepKind::Scope | StepKind::Decision => Here::Scope,
        StepKind::Document => Here::Documents,
        StepKind::Mend | StepKind::Complete | StepKind::Begin => Here::Controls,
    };
    let mut address = page.address(&look.file.id);
    if page == Here::Controls {
        address = format!("{address}/{}", step.subject);
    }
    let why = step.reasons.first().map(|reason| look.reason(reason)).unwrap_or_default();
    let kind = look.t(&format!("step-{}", step.kind));
    let whole = step.subject.is_empty();
    Step {
        class,
        symbol,
        address,
        title: if whole { kind } else { step.title.clone() },
        more: why,
        due: step.due.map_or_else(String::new, |day| days(look, day)),
    }
}

/// The next days that matter.
pub(super) fn dues(look: &Look<'_>) -> Vec<Due> {
    let (program, case) = (look.rules.program, &look.file.case);
    let all = steps::calendar(program, case, &look.assessment);
    let own = |due: &&steps::Due| due.on >= look.visit.today && due.kind != DueKind::Deadline;
    all.iter().filter(own).take(DUES).map(|due| one_due(look, due)).collect()
}

fn one_due(look: &Look<'_>, due: &steps::Due) -> Due {
    let control = Id::parse(&due.subject).and_then(|id| look.rules.program.control(&id));
    Due {
        day: look.day(due.on),
        what: look.t(&format!("due-{}", due.kind)),
        subject: control.map_or_else(|| due.subject.clone(), |(_, it)| it.title.clone()),
        left: days(look, due.on),
        near: look.visit.today.days_until(due.on) <= 14,
    }
}
