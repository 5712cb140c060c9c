//! Words and verdicts.

use crate::certification::case::Verdict;
use crate::certification::controls::ControlState;
use crate::id::Id;

use super::super::act::{Act, Judged, Said};
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
            Act::DraftVerdict { judged } => self.verdict(judged, Now::Later),
            Act::Judge { verdicts } => {
                verdicts.iter().try_for_each(|judged| self.verdict(judged, Now::AtOnce))
            }
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
            Act::JudgeExternal { path, .. } => self.external(path),
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
        kept.iter().try_for_each(|pending| match &pending.what {
            Kept::Said(said) => self.said(said),
            Kept::Judged(judged) => self.verdict(judged, Now::AtOnce),
        })
    }

    /// An approval by itself shows nothing: what was handed in must hold.
    fn verdict(&self, judged: &Judged, now: Now) -> Answered {
        self.control(&judged.control)?;
        if now == Now::Later {
            return Ok(());
        }
        let mut trial = self.file.clone();
        trial.case.reviews.remove(&judged.control);
        if judged.verdict == Verdict::Approved && judged.external.is_some() {
            let review = crate::certification::case::Review {
                verdict: Verdict::Approved,
                reason: String::new(),
                external: judged.external.clone(),
            };
            trial.case.reviews.insert(judged.control.clone(), review);
        }
        let assessment = self.rules.assess(&trial, self.today);
        let outcome = assessment.controls.iter().find(|it| it.control.id.value == judged.control);
        let Some(outcome) = outcome else { return Err(not_there(&judged.control)) };
        if outcome.state == ControlState::NotApplicable {
            return Err(Refusal::new(Rule::NotApplicable).with("control", &judged.control));
        }
        if judged.verdict != Verdict::Approved || outcome.state == ControlState::Met {
            return Ok(());
        }
        let refusal = Refusal::new(Rule::NotShown).with("control", &judged.control);
        Err(refusal.because(outcome.reasons.iter().cloned()))
    }
}

/// When a verdict takes effect.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Now {
    /// At once, so that it must be right now.
    AtOnce,
    /// When the review is sent.
    Later,
}

fn not_there(id: impl std::fmt::Display) -> Refusal {
    Refusal::new(Rule::NotThere).with("id", id)
}
