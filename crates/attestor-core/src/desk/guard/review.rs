//! Words and verdicts.

use crate::certification::case::{Review, Verdict};
use crate::certification::controls::{ControlOutcome, ControlState};
use crate::certification::reason::RuleId;
use crate::framework::Rule as ControlRule;
use crate::id::Id;

use super::super::act::{Act, Interest, Judged, Said};
use super::super::refusal::{Refusal, Rule};
use super::super::thread::{Kept, Visibility};
use super::{Answered, Asked};

/// What words may be about, beside controls.
const SCREENS: [&str; 7] =
    ["case", "documents", "scope", "permissions", "connections", "pentest", "external"];

impl Asked<'_> {
    pub(super) fn review(&self, act: &Act) -> Answered {
        match act {
            Act::Say { said } | Act::Draft { said } => self.said(said),
            Act::DraftVerdict { judged } => self.names_known(judged),
            Act::Judge { verdicts } => self.verdicts(&verdicts.iter().collect::<Vec<_>>()),
            Act::DropDraft { draft } => {
                let kept = self.file.pending.get(&self.actor.account);
                let known = kept.is_some_and(|kept| kept.iter().any(|it| it.id == *draft));
                if known { Ok(()) } else { Err(not_there(draft)) }
            }
            Act::SendReview {} => self.send(),
            Act::Resolve { thread } => self.thread(thread, false),
            Act::Reopen { thread } => self.thread(thread, true),
            Act::JudgePermission { permission, .. } => self.permission(permission),
            Act::JudgeService { host, .. } => {
                let services = self.file.case.scope.services.iter().flatten();
                let known = services.into_iter().any(|it| it.host == *host);
                if known { Ok(()) } else { Err(not_there(host)) }
            }
            Act::JudgeExternal { path, accepted, .. } => {
                self.external(path)?;
                if *accepted && !self.file.set_aside.contains_key(path) {
                    return Err(Refusal::new(Rule::AlreadySo).with("id", path));
                }
                Ok(())
            }
            Act::Assign { analyst: Some(account), .. } => self.may_judge(account),
            Act::EnlargeSample { component, .. } => self.enlarge(component),
            Act::Redraw { .. } => {
                let outdated = self.rules.assess(self.file, self.today).sample_outdated;
                outdated.map(drop).ok_or_else(|| Refusal::new(Rule::AlreadySo))
            }
            _ => Ok(()),
        }
    }

    fn said(&self, said: &Said) -> Answered {
        if said.visibility == Visibility::Internal && !self.staff() {
            return Err(Refusal::new(Rule::InternalNotYours));
        }
        let control = said.about.strip_prefix("control:").map(Id::parse);
        match control {
            Some(Some(control)) => self.control(&control)?,
            Some(None) => return Err(not_there(&said.about)),
            None if SCREENS.contains(&said.about.as_str()) => {}
            None => return Err(not_there(&said.about)),
        }
        if let Some(item) = &said.item
            && self.file.piece(item).is_none()
            && self.file.document(item).is_none()
        {
            return Err(not_there(item));
        }
        let Some(thread) = &said.thread else { return Ok(()) };
        let known = self.file.thread(thread).filter(|it| self.staff() || it.is_shared());
        let known = known.ok_or_else(|| not_there(thread))?;
        if known.about == said.about { Ok(()) } else { Err(not_there(thread)) }
    }

    /// A case is not given to who acted for its publisher or has an interest in it.
    fn may_judge(&self, account: &str) -> Answered {
        let interest = self.file.interests.get(account).map(|(interest, _)| *interest);
        if interest == Some(Interest::Conflict) || self.file.publishers.contains(account) {
            return Err(Refusal::new(Rule::InterestConflict));
        }
        Ok(())
    }

    fn thread(&self, id: &Id, resolved: bool) -> Answered {
        let thread = self.file.thread(id).filter(|it| self.staff() || it.is_shared());
        let thread = thread.ok_or_else(|| not_there(id))?;
        if thread.resolved == resolved {
            return Ok(());
        }
        Err(Refusal::new(Rule::AlreadySo).with("id", id))
    }

    fn permission(&self, name: &str) -> Answered {
        let listed = self.file.case.permissions.iter().flatten();
        let attested = self.file.case.attestation.iter().flat_map(|it| &it.permissions);
        let known =
            listed.chain(attested).any(|it| it.requested.name.as_str().eq_ignore_ascii_case(name));
        if known { Ok(()) } else { Err(not_there(name)) }
    }

    fn send(&self) -> Answered {
        let kept = self.file.pending.get(&self.actor.account);
        let Some(kept) = kept.filter(|kept| !kept.is_empty()) else {
            return Err(Refusal::new(Rule::NothingKept));
        };
        let mut verdicts = Vec::new();
        for pending in kept {
            match &pending.what {
                Kept::Said(said) => self.said(said)?,
                Kept::Judged(judged) => verdicts.push(judged),
            }
        }
        self.verdicts(&verdicts)
    }

    fn names_known(&self, judged: &Judged) -> Answered {
        self.control(&judged.control)?;
        let Some(framework) = &judged.external else { return Ok(()) };
        if self.rules.program.external_framework(framework).is_none() {
            return Err(Refusal::new(Rule::NotOfEdition).with("id", framework));
        }
        let there = self.file.case.external.iter().any(|it| it.framework == *framework);
        if there { Ok(()) } else { Err(not_there(framework)) }
    }

    /// Whether verdicts may be given, all together. They are tried on the case without what was
    /// said of their controls before, and with what was handed in only.
    fn verdicts(&self, verdicts: &[&Judged]) -> Answered {
        verdicts.iter().try_for_each(|judged| self.names_known(judged))?;
        if verdicts.is_empty() {
            return Ok(());
        }
        let mut case = self.file.case.clone();
        case.evidence.retain(|it| it.submitted_on.is_some());
        for judged in verdicts {
            case.reviews.remove(&judged.control);
            if judged.verdict == Verdict::Approved && judged.external.is_some() {
                let review = Review {
                    verdict: Verdict::Approved,
                    reason: String::new(),
                    external: judged.external.clone(),
                };
                case.reviews.insert(judged.control.clone(), review);
            }
        }
        let assessment = self.rules.assess_case(&case, self.today);
        verdicts.iter().try_for_each(|judged| {
            let mut outcomes = assessment.controls.iter();
            let outcome = outcomes.find(|it| it.control.id.value == judged.control);
            self.verdict(judged, outcome.ok_or_else(|| not_there(&judged.control))?)
        })
    }

    /// An approval by itself shows nothing: what was handed in must hold.
    fn verdict(&self, judged: &Judged, outcome: &ControlOutcome<'_>) -> Answered {
        let control = &judged.control;
        if outcome.state == ControlState::NotApplicable {
            return Err(Refusal::new(Rule::NotApplicable).with("control", control));
        }
        let progress = self.file.progress.get(control);
        let never = progress.is_none_or(|it| it.submitted_at.is_none());
        let by_own = outcome.state != ControlState::Met
            || outcome.reasons.iter().any(|it| it.rule == RuleId::MetByEvidence);
        let is_evidence = outcome.control.rule == ControlRule::Evidence;
        match judged.verdict {
            Verdict::Approved | Verdict::RevisionRequested if never && by_own && is_evidence => {
                Err(Refusal::new(Rule::NotSubmitted).with("control", control))
            }
            Verdict::Approved if outcome.state != ControlState::Met => {
                let refusal = Refusal::new(Rule::NotShown).with("control", control);
                Err(refusal.because(outcome.reasons.iter().cloned()))
            }
            Verdict::Approved
            | Verdict::RevisionRequested
            | Verdict::Failed
            | Verdict::NotApplicable
            | Verdict::NotInPlace => Ok(()),
        }
    }
}

fn not_there(id: impl std::fmt::Display) -> Refusal {
    Refusal::new(Rule::NotThere).with("id", id)
}
