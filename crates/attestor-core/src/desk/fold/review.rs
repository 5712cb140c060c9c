//! Threads, verdicts, and what is kept back until a review is sent.

use crate::certification::case::{Review, Verdict};
use crate::id::Id;

use super::super::act::{Act, Judged, Recorded, Said};
use super::super::file::CaseFile;
use super::super::thread::{Kept, Pending, Remark, Thread, Visibility};

impl CaseFile {
    pub(super) fn fold_review(&mut self, one: &Recorded) {
        match &one.act {
            Act::Say { said } => self.say(one, said),
            Act::Draft { said } => self.keep_back(one, Kept::Said(said.clone())),
            Act::DraftVerdict { judged } => self.keep_verdict_back(one, judged),
            Act::DropDraft { draft } => {
                if let Some(kept) = self.pending.get_mut(&one.actor.account) {
                    kept.retain(|it| it.id != *draft);
                }
            }
            Act::SendReview {} => self.send(one),
            Act::Judge { verdicts } => {
                for judged in verdicts {
                    self.judge(one, judged);
                }
            }
            Act::Resolve { thread } => self.set_resolved(thread, true),
            Act::Reopen { thread } => self.set_resolved(thread, false),
            Act::Assign { analyst, name } => {
                self.analyst = analyst.clone().map(|account| (account, name.clone()));
            }
            _ => {}
        }
    }

    fn say(&mut self, one: &Recorded, said: &Said) {
        let remark = Remark {
            number: one.number,
            at: one.at,
            by: one.actor.clone(),
            visibility: said.visibility,
            words: said.words.clone(),
        };
        let known = said.thread.as_ref();
        if let Some(thread) = self.threads.iter_mut().find(|it| Some(&it.id) == known) {
            // Internal words change nothing that the publisher sees.
            if said.visibility == Visibility::Shared || !thread.is_shared() {
                thread.resolved = false;
            }
            thread.remarks.push(remark);
            return;
        }
        let id = self.free_id('T');
        self.threads.push(Thread {
            id,
            about: said.about.clone(),
            item: said.item.clone(),
            outdated: false,
            resolved: false,
            remarks: vec![remark],
        });
    }

    /// Words that come with a control: in the conversation about it that goes on, or a new one.
    pub(super) fn say_of_control(&mut self, one: &Recorded, control: &Id, words: &str) {
        if words.trim().is_empty() {
            return;
        }
        let about = Self::about_control(control);
        let open = self.threads_about(&about).filter(|it| it.is_shared() && !it.resolved).last();
        let said = Said {
            thread: open.map(|it| it.id.clone()),
            about,
            item: None,
            visibility: Visibility::Shared,
            words: words.to_owned(),
        };
        self.say(one, &said);
    }

    fn set_resolved(&mut self, id: &Id, resolved: bool) {
        for thread in self.threads.iter_mut().filter(|it| it.id == *id) {
            thread.resolved = resolved;
        }
    }

    fn keep_back(&mut self, one: &Recorded, what: Kept) {
        // A letter and digits are always an id.
        let Some(id) = Id::parse(&format!("P{}", one.number)) else { return };
        let pending = Pending { id, at: one.at, what };
        self.pending.entry(one.actor.account.clone()).or_default().push(pending);
    }

    /// A later verdict on the same control takes the place of the earlier one.
    fn keep_verdict_back(&mut self, one: &Recorded, judged: &Judged) {
        if let Some(kept) = self.pending.get_mut(&one.actor.account) {
            kept.retain(
                |it| !matches!(&it.what, Kept::Judged(other) if other.control == judged.control),
            );
        }
        self.keep_back(one, Kept::Judged(judged.clone()));
    }

    fn send(&mut self, one: &Recorded) {
        for pending in self.pending.remove(&one.actor.account).unwrap_or_default() {
            match pending.what {
                Kept::Said(said) => self.say(one, &said),
                Kept::Judged(judged) => self.judge(one, &judged),
            }
        }
    }

    fn judge(&mut self, one: &Recorded, judged: &Judged) {
        let review = Review {
            verdict: judged.verdict,
            reason: judged.reason.clone(),
            external: judged.external.clone(),
        };
        self.case.reviews.insert(judged.control.clone(), review);
        let progress = self.progress.entry(judged.control.clone()).or_default();
        progress.waits = false;
        progress.judged_at = Some(one.at);
        if judged.verdict == Verdict::RevisionRequested {
            // The publisher may hand in again, as long as the clock runs.
            self.case.dates.evidence_complete_on = None;
        }
    }
}
