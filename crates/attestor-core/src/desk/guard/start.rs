//! What may be done before the start, and whether the case may start.

use crate::certification::case::{App, Case, Dates, Verdict, Verification};
use crate::certification::start;
use crate::framework::Framework;

use super::super::act::{Act, Side};
use super::super::file::AttestationReview;
use super::super::refusal::{Refusal, Rule};
use super::{Answered, Asked};

/// The app is of a kind that the edition has.
pub(super) fn app(program: &Framework, app: &App) -> Answered {
    let Some(kind) = &app.kind else { return Ok(()) };
    if program.edition.app_kinds.iter().any(|it| it.id.value == *kind) {
        return Ok(());
    }
    Err(Refusal::new(Rule::NotOfEdition).with("id", kind))
}

impl Asked<'_> {
    pub(super) fn before_start(&self, act: &Act) -> Answered {
        match act {
            Act::DescribeApp { app: described } => app(self.rules.program, described),
            Act::TakeDossier { case, .. } if self.actor.side == Side::Publisher => own_words(case),
            Act::ApproveAttestation {} | Act::ReturnAttestation { .. } => {
                if self.file.attestation == AttestationReview::Submitted {
                    return Ok(());
                }
                Err(Refusal::new(Rule::NotThere).with("id", "attestation"))
            }
            Act::Attest { attestation } => match attestation.submitted_on {
                Some(day) if day > self.today => {
                    Err(Refusal::new(Rule::DayFuture).with("day", day))
                }
                Some(_) | None => Ok(()),
            },
            Act::Start {} => self.start(),
            _ => Ok(()),
        }
    }

    fn start(&self) -> Answered {
        let refusals = start::refusals(self.rules.program, &self.file.case, self.today);
        if !refusals.is_empty() {
            return Err(Refusal::new(Rule::NotStartable).because(refusals));
        }
        if self.file.attestation != AttestationReview::Approved {
            return Err(Refusal::new(Rule::AttestationUnreviewed));
        }
        Ok(())
    }
}

/// A publisher's dossier holds nothing that only the certification body says.
fn own_words(case: &Case) -> Answered {
    let judged = |it: &crate::certification::case::Review| it.verdict != Verdict::NotInPlace;
    let listed = case.permissions.iter().flatten();
    let attested = case.attestation.iter().flat_map(|it| &it.permissions);
    let foreign = if case.reviews.values().any(judged) {
        "reviews"
    } else if listed.chain(attested).any(|it| it.judgment.is_some()) {
        "permissions"
    } else if case.verification != Verification::default() {
        "verification"
    } else if case.draw.is_some() {
        "draw"
    } else if case.dates != Dates::default() {
        "dates"
    } else {
        return Ok(());
    };
    Err(Refusal::new(Rule::WrongSide).with("side", Side::Publisher).with("field", foreign))
}
