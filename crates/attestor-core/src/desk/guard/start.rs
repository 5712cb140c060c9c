//! What may be done before the start, and whether the case may start.

use crate::certification::case::App;
use crate::certification::start;
use crate::framework::Framework;

use super::super::act::Act;
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
            Act::TakeDossier { case, files } => self.dossier(case, files),
            Act::ApproveAttestation {} | Act::ReturnAttestation { .. } => {
                if self.file.attestation == AttestationReview::Submitted {
                    return Ok(());
                }
                Err(Refusal::new(Rule::NotThere).with("id", "attestation"))
            }
            Act::Attest { attestation } => self.not_future(attestation.submitted_on),
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
