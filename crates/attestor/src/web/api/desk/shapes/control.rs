//! Controls as JSON.

use attestor_core::certification::case;
use attestor_core::certification::controls::ControlOutcome;
use attestor_core::desk::file::CaseFile;
use attestor_core::desk::status::status;
use attestor_core::framework::Framework;
use serde::Serialize;
use utoipa::ToSchema;

use super::super::call::Call;
use super::{Because, Evidence};
use crate::actions::desk::sees_points;

/// A control in a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api::desk) struct ControlLine {
    /// The id.
    id: String,
    /// The family.
    family: String,
    /// The domain.
    domain: String,
    /// The title.
    title: String,
    /// Where it stands on the desk.
    status: String,
    /// Whose move it is.
    whose_move: String,
    /// What everything that was handed in shows of it.
    state: String,
    /// How often it was handed in for review.
    rounds: u32,
    /// When it was last handed in.
    submitted_at: Option<String>,
    /// When the analyst last gave a verdict.
    judged_at: Option<String>,
    /// How many current pieces of evidence are for it.
    evidence: usize,
    /// What it weighs; null where the edition hides points from the caller.
    weight: Option<u8>,
}

impl ControlLine {
    pub(in crate::web::api::desk) fn of(
        file: &CaseFile,
        program: &Framework,
        outcome: &ControlOutcome<'_>,
        call: &Call,
    ) -> Self {
        let id = &outcome.control.id.value;
        let status = status(file, outcome);
        let progress = file.progress.get(id).copied().unwrap_or_default();
        let shows = sees_points(&call.worker, program);
        Self {
            id: id.to_string(),
            family: outcome.family.id.value.to_string(),
            domain: outcome.family.domain.value.to_string(),
            title: outcome.control.title.clone(),
            status: status.to_string(),
            whose_move: status.whose_move().to_string(),
            state: outcome.state.to_string(),
            rounds: progress.rounds,
            submitted_at: progress.submitted_at.map(|at| at.to_string()),
            judged_at: progress.judged_at.map(|at| at.to_string()),
            evidence: file.evidence_for(id).count(),
            weight: shows.then_some(outcome.control.weight.points),
        }
    }
}

/// All controls of the program.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api::desk) struct ControlList {
    /// The controls, in the program's order.
    pub(in crate::web::api::desk) controls: Vec<ControlLine>,
}

/// A part of a control.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api::desk) struct Part {
    /// The key: what evidence names as its part.
    key: String,
    /// What it asks for; empty for the one part of a control without parts.
    text: String,
}

/// What was said of a control.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api::desk) struct Review {
    /// The verdict.
    verdict: String,
    /// Why.
    reason: String,
    /// The external framework whose report is accepted for it.
    external: Option<String>,
}

impl From<&case::Review> for Review {
    fn from(review: &case::Review) -> Self {
        Self {
            verdict: review.verdict.to_string(),
            reason: review.reason.clone(),
            external: review.external.as_ref().map(ToString::to_string),
        }
    }
}

/// A control with everything that is known of it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api::desk) struct WholeControl {
    /// The control.
    #[serde(flatten)]
    line: ControlLine,
    /// What must be in place.
    requirement: String,
    /// Its parts.
    parts: Vec<Part>,
    /// Ways to meet it: each names the parts that together suffice.
    paths: Vec<Vec<String>>,
    /// The kinds of evidence that count.
    kinds: Vec<String>,
    /// Whether evidence must cover the drawn components.
    sampled: bool,
    /// Why it stands as it does, most telling first.
    reasons: Vec<Because>,
    /// The last verdict.
    review: Option<Review>,
    /// The current evidence, newest first.
    pieces: Vec<Evidence>,
    /// When the oldest evidence that counts was captured.
    oldest_capture: Option<String>,
    /// The last day for handing in what was captured and not yet handed in.
    hand_in_by: Option<String>,
}

impl WholeControl {
    pub(in crate::web::api::desk) fn of(
        file: &CaseFile,
        program: &Framework,
        outcome: &ControlOutcome<'_>,
        call: &Call,
    ) -> Self {
        let control = outcome.control;
        let id = &control.id.value;
        let part = |part: &attestor_core::framework::Part| Part {
            key: part.key.value.to_string(),
            text: part.text.clone(),
        };
        let path = |path: &Vec<_>| path.iter().map(|key: &SpotId| key.value.to_string()).collect();
        Self {
            line: ControlLine::of(file, program, outcome, call),
            requirement: control.requirement.clone(),
            parts: control.parts.iter().map(part).collect(),
            paths: control.paths.iter().map(path).collect(),
            kinds: control.evidence.iter().map(|kind| kind.value.to_string()).collect(),
            sampled: control.sampled.is_some(),
            reasons: Because::all(&outcome.reasons, call),
            review: file.case.reviews.get(id).map(Review::from),
            pieces: file.evidence_for(id).map(|piece| Evidence::of(file, piece, call)).collect(),
            oldest_capture: outcome.oldest_capture.map(|day| day.to_string()),
            hand_in_by: outcome.hand_in_by.map(|day| day.to_string()),
        }
    }
}

type SpotId = attestor_core::id::Spot<attestor_core::id::Id>;
