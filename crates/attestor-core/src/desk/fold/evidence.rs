//! Evidence and its versions, and what is handed in for review.

use crate::certification::case::{Evidence, Review, Verdict};
use crate::id::Id;

use super::super::act::{Act, Piece, Recorded};
use super::super::file::{CaseFile, EvidencePiece};

impl CaseFile {
    pub(super) fn fold_evidence(&mut self, one: &Recorded) {
        match &one.act {
            Act::AddEvidence { piece } => self.add_evidence(one, piece),
            Act::DescribeEvidence { evidence, piece } => self.describe(evidence, piece),
            Act::RemoveEvidence { evidence } => self.remove_evidence(evidence),
            Act::SubmitControl { control, note } => {
                self.submit(one, control);
                self.say_of_control(one, control, note);
            }
            Act::DeclareNotInPlace { control, reason } => {
                let review =
                    Review { verdict: Verdict::NotInPlace, reason: reason.clone(), external: None };
                self.case.reviews.insert(control.clone(), review);
                self.progress.entry(control.clone()).or_default().waits = false;
            }
            Act::CompleteEvidence {} => {
                for control in self.unsubmitted() {
                    self.submit_the_rest(one, &control);
                }
                self.case.dates.evidence_complete_on = Some(one.at.day());
            }
            _ => {}
        }
    }

    fn add_evidence(&mut self, one: &Recorded, piece: &Piece) {
        let id = self.free_id('E');
        let path = self.keep_file(&format!("evidence/{id}"), &piece.file);
        let facts = facts(&id, &path, piece);
        let before = piece.replaces.as_ref().and_then(|id| self.replace(id, &facts));
        self.case.evidence.push(facts.clone());
        self.pieces.push(EvidencePiece {
            id,
            path,
            facts,
            by: one.actor.clone(),
            at: one.at,
            version: before.unwrap_or(0) + 1,
            replaces: piece.replaces.clone(),
            replaced_by: None,
            removed: false,
        });
    }

    /// The older version no longer counts, and what was said about it is marked. Gives its number.
    fn replace(&mut self, old: &Id, new: &Evidence) -> Option<u32> {
        self.case.evidence.retain(|it| it.id != *old);
        for thread in self.threads.iter_mut().filter(|it| it.item.as_ref() == Some(old)) {
            thread.outdated = true;
        }
        let piece = self.pieces.iter_mut().find(|it| it.id == *old)?;
        piece.replaced_by = Some(new.id.clone());
        let version = piece.version;
        let targets: Vec<Id> = piece.facts.targets.iter().map(|it| it.control.clone()).collect();
        for control in targets.iter().chain(new.targets.iter().map(|it| &it.control)) {
            self.unsettle(control);
        }
        Some(version)
    }

    /// What an analyst approved, or was about to look at, is no longer what is there: the publisher
    /// hands it in anew.
    fn unsettle(&mut self, control: &Id) {
        let approved =
            self.case.reviews.get(control).is_some_and(|it| it.verdict == Verdict::Approved);
        if approved {
            self.case.reviews.remove(control);
        }
        if let Some(progress) = self.progress.get_mut(control) {
            progress.waits = false;
        }
    }

    fn describe(&mut self, id: &Id, piece: &Piece) {
        let Some(kept) = self.pieces.iter_mut().find(|it| it.id == *id) else { return };
        let submitted_on = kept.facts.submitted_on;
        kept.facts = Evidence { submitted_on, ..facts(id, &kept.path, piece) };
        for one in self.case.evidence.iter_mut().filter(|it| it.id == *id) {
            *one = kept.facts.clone();
        }
    }

    fn remove_evidence(&mut self, id: &Id) {
        self.case.evidence.retain(|it| it.id != *id);
        for piece in self.pieces.iter_mut().filter(|it| it.id == *id) {
            piece.removed = true;
        }
    }

    /// Hands a control in: its pieces count from today, and an older verdict gives way.
    fn submit(&mut self, one: &Recorded, control: &Id) {
        self.submit_pieces(one, control);
        self.case.reviews.remove(control);
        let progress = self.progress.entry(control.clone()).or_default();
        progress.submitted_at = Some(one.at);
        progress.rounds += 1;
        progress.waits = true;
    }

    /// With the word that everything is in, the rest is handed in too. What an analyst took out of
    /// scope stays out.
    fn submit_the_rest(&mut self, one: &Recorded, control: &Id) {
        let out =
            self.case.reviews.get(control).is_some_and(|it| it.verdict == Verdict::NotApplicable);
        if out {
            self.submit_pieces(one, control);
        } else {
            self.submit(one, control);
        }
    }

    fn submit_pieces(&mut self, one: &Recorded, control: &Id) {
        let day = one.at.day();
        let is_for = |facts: &Evidence| facts.targets.iter().any(|it| it.control == *control);
        for facts in self.case.evidence.iter_mut().filter(|facts| is_for(facts)) {
            facts.submitted_on.get_or_insert(day);
        }
        for piece in self.pieces.iter_mut().filter(|it| it.is_current() && is_for(&it.facts)) {
            piece.facts.submitted_on.get_or_insert(day);
        }
    }

    /// Controls with evidence that was not handed in, for them or at all.
    #[must_use]
    pub fn unsubmitted(&self) -> Vec<Id> {
        let never = |control: &Id| {
            self.progress.get(control).is_none_or(|it| it.submitted_at.is_none())
                && !self.case.reviews.contains_key(control)
        };
        let mut controls: Vec<Id> = Vec::new();
        for piece in &self.case.evidence {
            let of_piece = piece.targets.iter().map(|target| &target.control);
            let open = of_piece.filter(|it| piece.submitted_on.is_none() || never(it));
            controls.extend(open.cloned());
        }
        controls.sort();
        controls.dedup();
        controls
    }
}

fn facts(id: &Id, path: &str, piece: &Piece) -> Evidence {
    Evidence {
        id: id.clone(),
        file: path.to_owned(),
        kind: piece.kind.clone(),
        form: piece.form.clone(),
        captured_on: piece.captured_on,
        submitted_on: None,
        targets: piece.targets.clone(),
        components: piece.components.clone(),
        shows: piece.shows.clone(),
        figures: piece.figures.clone(),
        process_built_on: piece.process_built_on,
        runs: piece.runs,
    }
}
