//! Interests, proposal, decision.

use super::super::act::{Act, Recorded};
use super::super::file::{CaseFile, Decision, Proposal};

impl CaseFile {
    pub(super) fn fold_decision(&mut self, one: &Recorded) {
        match &one.act {
            Act::DeclareInterest { interest, words } => {
                let declared = (*interest, words.clone());
                self.interests.insert(one.actor.account.clone(), declared);
            }
            Act::Propose { ruling, words, grounds: Some(grounds) } => {
                self.proposal_returned = None;
                self.proposal = Some(Proposal {
                    ruling: *ruling,
                    words: words.clone(),
                    grounds: grounds.clone(),
                    by: one.actor.clone(),
                    at: one.at,
                });
            }
            Act::ReturnProposal { reason } => {
                self.proposal = None;
                self.proposal_returned = Some(reason.clone());
            }
            Act::Confirm { .. } => {
                self.decision = self.proposal.take().map(|proposal| Decision {
                    proposal,
                    by: one.actor.clone(),
                    at: one.at,
                });
            }
            _ => {}
        }
    }
}
