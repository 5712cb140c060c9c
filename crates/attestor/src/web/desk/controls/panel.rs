//! What who looks at a control may say of it now.

use attestor_core::certification::controls::{ControlOutcome, ControlState};
use attestor_core::desk::file::Stage;
use attestor_core::desk::status::ControlStatus;

use super::list::Choice;
use super::look::Look;
use super::verdict::VERDICTS;
use crate::phrases::Arg;
use crate::web::desk::form::Typed;

/// The forms for verdicts.
pub(in crate::web::desk) struct VerdictPanel {
    /// Where they are sent.
    pub(in crate::web::desk) action: String,
    /// How things stood when the page was made.
    pub(in crate::web::desk) stand: String,
    /// The verdicts.
    pub(in crate::web::desk) verdicts: Vec<Choice>,
    /// External frameworks whose report may be accepted.
    pub(in crate::web::desk) external: Vec<Choice>,
    /// The reason as it was typed.
    pub(in crate::web::desk) reason: String,
    /// The verdict that is kept back.
    pub(in crate::web::desk) kept: Option<KeptVerdict>,
    /// Where a draft is dropped.
    pub(in crate::web::desk) drop: String,
}

/// A verdict that is kept back.
pub(in crate::web::desk) struct KeptVerdict {
    /// Its id among the drafts.
    pub(in crate::web::desk) id: String,
    /// The verdict in words.
    pub(in crate::web::desk) text: String,
    /// Why.
    pub(in crate::web::desk) reason: String,
}

impl VerdictPanel {
    /// The forms; `None` where who looks gives no verdicts, or none can be given.
    pub(in crate::web::desk) fn of(
        look: &Look<'_>,
        outcome: &ControlOutcome<'_>,
        typed: &Typed,
    ) -> Option<Self> {
        let control = &outcome.control.id.value;
        let judged = look.file.case.reviews.contains_key(control);
        if !look.may_judge() || (outcome.state == ControlState::NotApplicable && !judged) {
            return None;
        }
        let t = |key: &str| look.phrases().word(key);
        let kept = look.kept_verdict(control).map(|(id, judged)| KeptVerdict {
            id: id.to_string(),
            text: match &judged.external {
                Some(_) => t("desk-judge-external"),
                None => t(&format!("desk-judge-{}", judged.verdict)),
            },
            reason: judged.reason.clone(),
        });
        let chosen = typed.get("verdict");
        let choice = |value: String| Choice {
            text: t(&format!("desk-judge-{value}")),
            chosen: value == chosen,
            value,
        };
        let external = external(look, outcome, typed);
        let mut verdicts: Vec<Choice> = VERDICTS.iter().map(|it| choice(it.to_string())).collect();
        if !external.is_empty() {
            verdicts.push(choice("external".to_owned()));
        }
        Some(Self {
            action: look.address(&format!("/controls/{control}/verdict")),
            stand: look.stand(control),
            verdicts,
            external,
            reason: typed.raw("reason").to_owned(),
            kept,
            drop: look.address("/review/drop"),
        })
    }
}

/// External frameworks that say something of a control and whose report is there.
fn external(look: &Look<'_>, outcome: &ControlOutcome<'_>, typed: &Typed) -> Vec<Choice> {
    let reports = &look.file.case.external;
    let named = outcome.control.external.iter().map(|(id, _)| &id.value);
    let there = named.filter(|id| reports.iter().any(|report| report.framework == **id));
    let choice = |id: &attestor_core::id::Id| Choice {
        value: id.to_string(),
        text: look
            .program()
            .external_framework(id)
            .map_or_else(|| id.to_string(), |it| it.title.clone()),
        chosen: typed.get("external") == id.as_str(),
    };
    there.map(choice).collect()
}

/// The forms of a publisher.
pub(in crate::web::desk) struct PublisherPanel {
    /// The address of the control, below which they are sent.
    pub(in crate::web::desk) action: String,
    /// How things stood when the page was made.
    pub(in crate::web::desk) stand: String,
    /// What the button says that hands it in; empty where it cannot be handed in now.
    pub(in crate::web::desk) submit: String,
    /// What stands in the place of that button.
    pub(in crate::web::desk) waits: String,
    /// The note as it was typed.
    pub(in crate::web::desk) note: String,
    /// Why it is not in place, as it was typed.
    pub(in crate::web::desk) absent: String,
    /// Whether it may be declared not to be in place.
    pub(in crate::web::desk) may_declare: bool,
}

impl PublisherPanel {
    /// The forms; `None` where who looks hands nothing in.
    pub(in crate::web::desk) fn of(
        look: &Look<'_>,
        outcome: &ControlOutcome<'_>,
        typed: &Typed,
    ) -> Option<Self> {
        let control = &outcome.control.id.value;
        let status = look.status(outcome);
        if !look.may_hand_in() || status == ControlStatus::NotApplicable {
            return None;
        }
        let (submit, waits) = submit(look, outcome, status);
        Some(Self {
            action: look.address(&format!("/controls/{control}")),
            stand: look.stand(control),
            submit,
            waits,
            note: typed.raw("note").to_owned(),
            absent: typed.raw("absent").to_owned(),
            may_declare: status != ControlStatus::Failed,
        })
    }
}

/// What the button says, or what stands in its place.
fn submit(
    look: &Look<'_>,
    outcome: &ControlOutcome<'_>,
    status: ControlStatus,
) -> (String, String) {
    let t = |key: &str| look.phrases().word(key);
    let control = &outcome.control.id.value;
    let progress = look.file.progress.get(control).copied().unwrap_or_default();
    if look.file.stage() != Stage::EvidenceOpen {
        return (String::new(), t("desk-submit-later"));
    }
    match status {
        ControlStatus::Submitted => {
            let round = [("round", Arg::from(u64::from(progress.rounds)))];
            (String::new(), look.phrases().text("desk-submit-waits", &round))
        }
        ControlStatus::Approved
        | ControlStatus::ApprovedByExternal
        | ControlStatus::AutomatedPass
        | ControlStatus::NotApplicable => (String::new(), t("desk-submit-done")),
        ControlStatus::Open | ControlStatus::RevisionRequested | ControlStatus::Failed => {
            let key = if progress.rounds > 0 { "desk-resubmit" } else { "desk-submit" };
            (t(key), String::new())
        }
    }
}
