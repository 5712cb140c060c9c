//! Proposals and decisions: two people without an interest, exact reasons.

use crate::certification::controls::ControlState;
use crate::certification::decision::Outcome;
use crate::certification::reason::{Reason, RuleId};
use crate::digest::Digest;
use crate::framework::Rule as ControlRule;

use super::super::act::{Act, Interest, Ruling};
use super::super::refusal::{Refusal, Rule};
use super::super::status::{ControlStatus, status};
use super::{Answered, Asked};

impl Asked<'_> {
    pub(super) fn decision(&self, act: &Act) -> Answered {
        match act {
            Act::Propose { ruling, words, .. } => {
                self.without_interest()?;
                self.ruling(*ruling, words)
            }
            Act::ReturnProposal { .. } => self.proposal().map(drop),
            Act::Confirm { assessment } => self.confirm(*assessment),
            _ => Ok(()),
        }
    }

    fn without_interest(&self) -> Answered {
        self.interest_of(&self.actor.account)
    }

    fn interest_of(&self, account: &str) -> Answered {
        match self.file.interests.get(account) {
            Some((Interest::None, _)) => Ok(()),
            Some((Interest::Conflict, _)) => Err(Refusal::new(Rule::InterestConflict)),
            None => Err(Refusal::new(Rule::InterestUndeclared)),
        }
    }

    fn proposal(&self) -> Result<&super::super::file::Proposal, Refusal> {
        self.file.proposal.as_ref().ok_or_else(|| Refusal::new(Rule::NoProposal))
    }

    fn confirm(&self, seen: Digest) -> Answered {
        let proposal = self.proposal()?;
        self.without_interest()?;
        if proposal.by.account == self.actor.account {
            return Err(Refusal::new(Rule::SamePerson));
        }
        // Who proposed may have declared an interest since.
        self.interest_of(&proposal.by.account)?;
        if proposal.grounds.assessment != seen {
            return Err(Refusal::new(Rule::AssessmentChanged));
        }
        self.ruling(proposal.ruling, &proposal.words)
    }

    fn ruling(&self, ruling: Ruling, words: &str) -> Answered {
        let assessment = self.rules.assess(self.file, self.today);
        match ruling {
            Ruling::Reject if words.trim().is_empty() => Err(Refusal::new(Rule::WordsMissing)),
            Ruling::Reject => Ok(()),
            Ruling::Certify => {
                if assessment.outcome != Outcome::Certifiable {
                    let reasons = assessment.reasons;
                    return Err(Refusal::new(Rule::RulingNotAllowed).because(reasons));
                }
                if self.file.case.dates.evidence_complete_on.is_none() {
                    return Err(Refusal::new(Rule::WrongStage).with("stage", self.file.stage()));
                }
                self.all_seen(&assessment)?;
                self.connections_explained()
            }
        }
    }

    /// Points count only for what an analyst approved or facts show by themselves.
    fn all_seen(&self, assessment: &crate::certification::decision::Assessment<'_>) -> Answered {
        let unseen = assessment.controls.iter().filter(|outcome| {
            let met_unseen = outcome.state == ControlState::Met
                && outcome.control.rule == ControlRule::Evidence
                && !status(self.file, outcome).is_approved();
            met_unseen || status(self.file, outcome) == ControlStatus::Submitted
        });
        let names: Vec<&str> = unseen.map(|it| it.control.id.value.as_str()).collect();
        if names.is_empty() {
            return Ok(());
        }
        let refusal = Refusal::new(Rule::ControlsWaiting).with("count", names.len());
        Err(refusal.with("controls", names.join(", ")))
    }

    fn connections_explained(&self) -> Answered {
        let said = |host: &str| self.file.services.get(host).is_some_and(|it| !it.fine);
        let services = self.file.case.scope.services.iter().flatten();
        let reasons: Vec<Reason> = services
            .map(|it| &it.host)
            .filter(|host| said(host))
            .map(|host| Reason::new(RuleId::ConnectionUnexplained).with("host", host))
            .collect();
        if reasons.is_empty() {
            return Ok(());
        }
        Err(Refusal::new(Rule::RulingNotAllowed).because(reasons))
    }
}
