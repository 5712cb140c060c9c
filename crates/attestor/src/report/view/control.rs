//! One control in full: what it asks for, where it stands and why, what to hand in.

use attestor_core::certification::controls::{ControlOutcome, ControlState};
use attestor_core::framework::{Control, Rule};
use attestor_core::party::Party;

use super::status::{self, Tag};
use super::{DayText, Maker};
use crate::phrases::Arg;
use crate::report::plain::clean;
use crate::report::teller::Said;

/// A control.
#[derive(Debug, Clone)]
pub(crate) struct ControlCard {
    /// The id.
    pub(crate) id: String,
    /// The title.
    pub(crate) title: String,
    /// Where it stands.
    pub(crate) tag: Tag,
    /// How a printed report shows it: `lacking` ones in full, others by their line.
    pub(crate) class: &'static str,
    /// What must be in place.
    pub(crate) requirement: String,
    /// Where the requirement is written.
    pub(crate) source: String,
    /// Whose move it is; `None` when it is nobody's.
    pub(crate) whose_move: Option<String>,
    /// Why.
    pub(crate) reasons: Vec<Said>,
    /// The evidence that counts.
    pub(crate) evidence: Vec<EvidenceRow>,
    /// What to hand in, while something is missing.
    pub(crate) hand_in: Option<HandIn>,
    /// The last day for handing in what was captured.
    pub(crate) hand_in_by: Option<String>,
    /// The points, where they may be shown.
    pub(crate) weight: Option<String>,
}

/// A piece of evidence that counts.
#[derive(Debug, Clone)]
pub(crate) struct EvidenceRow {
    /// The id.
    pub(crate) id: String,
    /// The path in the dossier.
    pub(crate) file: String,
    /// When it was captured.
    pub(crate) captured: DayText,
}

/// What to hand in.
#[derive(Debug, Clone)]
pub(crate) struct HandIn {
    /// The kinds of evidence that count.
    pub(crate) kinds: String,
    /// The parts that must be shown; empty for a control without parts.
    pub(crate) parts: Vec<PartRow>,
    /// Which parts suffice together, where there is more than one way.
    pub(crate) paths: Option<String>,
    /// That evidence must cover the drawn components.
    pub(crate) sampled: Option<String>,
}

/// A part.
#[derive(Debug, Clone)]
pub(crate) struct PartRow {
    /// The key.
    pub(crate) key: String,
    /// What it asks for.
    pub(crate) text: String,
}

/// The card of a control.
pub(super) fn card(maker: &Maker<'_>, outcome: &ControlOutcome<'_>) -> ControlCard {
    let control = outcome.control;
    let party = outcome.state.whose_move();
    let moves = (party != Party::Nobody).then(|| maker.word(&format!("party-{party}")));
    let by = outcome
        .hand_in_by
        .map(|day| maker.text("report-hand-in-by", &[("day", Arg::from(&maker.day(day).text))]));
    let points = maker.subject.shows_points();
    ControlCard {
        id: control.id.value.to_string(),
        title: control.title.clone(),
        tag: maker.tag(status::control(outcome.state)),
        class: if lacks(outcome.state) { "lacking" } else { "settled" },
        requirement: control.requirement.clone(),
        source: control.source.clone(),
        whose_move: moves
            .map(|party| maker.text("report-whose-move", &[("party", Arg::from(&party))])),
        reasons: maker.teller.tell_all(&outcome.reasons, Some(control)),
        evidence: evidence(maker, outcome),
        hand_in: hand_in(maker, outcome),
        hand_in_by: by,
        weight: points.then(|| {
            let args = [("points", Arg::from(i64::from(control.weight.points)))];
            maker.text("report-weight", &args)
        }),
    }
}

fn lacks(state: ControlState) -> bool {
    state.is_open() || state == ControlState::NotMet
}

fn evidence(maker: &Maker<'_>, outcome: &ControlOutcome<'_>) -> Vec<EvidenceRow> {
    let all = maker.subject.case.evidence.iter();
    let mut own: Vec<_> = all.filter(|item| outcome.items.contains(&&item.id)).collect();
    own.sort_by(|left, right| left.id.cmp(&right.id));
    let row = |item: &attestor_core::certification::case::Evidence| EvidenceRow {
        id: item.id.to_string(),
        file: clean(&item.file),
        captured: maker.day(item.captured_on),
    };
    own.into_iter().map(row).collect()
}

fn hand_in(maker: &Maker<'_>, outcome: &ControlOutcome<'_>) -> Option<HandIn> {
    let control = outcome.control;
    if !lacks(outcome.state) || control.rule != Rule::Evidence {
        return None;
    }
    let kinds: Vec<String> =
        control.evidence.iter().map(|kind| format!("`{}`", kind.value)).collect();
    let parts = control.parts.iter().filter(|part| !part.text.is_empty());
    let parts =
        parts.map(|part| PartRow { key: part.key.value.to_string(), text: part.text.clone() });
    let size = maker.subject.assessment.draw.size();
    let sampled = control.sampled.filter(|_| size > 0);
    Some(HandIn {
        kinds: maker.text("report-kinds", &[("kinds", Arg::from(&kinds.join(", ")))]),
        parts: parts.collect(),
        paths: paths(maker, control),
        sampled: sampled.map(|_| maker.text("report-sampled", &[("count", Arg::from(size))])),
    })
}

fn paths(maker: &Maker<'_>, control: &Control) -> Option<String> {
    if control.paths.len() < 2 {
        return None;
    }
    let joined = |path: &Vec<attestor_core::id::Spot<attestor_core::id::Id>>| {
        path.iter().map(|key| format!("`{}`", key.value)).collect::<Vec<_>>().join(" + ")
    };
    let ways: Vec<String> = control.paths.iter().map(joined).collect();
    let or = maker.word("report-or");
    Some(maker.text("report-paths", &[("paths", Arg::from(&ways.join(&format!(" {or} "))))]))
}
