//! Which controls are reviewed, in which order: those that wait, then the rest.

use attestor_core::desk::status::ControlStatus;
use attestor_core::id::Id;

use crate::phrases::Arg;
use crate::web::desk::controls::look::Look;

/// The controls of a review.
pub(super) struct Queue {
    waiting: Vec<Id>,
    rest: Vec<Id>,
}

impl Queue {
    /// The queue of a case, in the order of the program.
    pub(super) fn of(look: &Look<'_>) -> Self {
        let mut queue = Self { waiting: Vec::new(), rest: Vec::new() };
        for outcome in &look.assessment.controls {
            let id = outcome.control.id.value.clone();
            match look.status(outcome) {
                ControlStatus::Submitted => queue.waiting.push(id),
                ControlStatus::NotApplicable => {}
                ControlStatus::Open
                | ControlStatus::RevisionRequested
                | ControlStatus::Approved
                | ControlStatus::ApprovedByExternal
                | ControlStatus::AutomatedPass
                | ControlStatus::Failed => queue.rest.push(id),
            }
        }
        queue
    }

    /// Those that do not wait.
    pub(super) fn rest(&self) -> &[Id] {
        &self.rest
    }

    fn all(&self) -> impl Iterator<Item = &Id> {
        self.waiting.iter().chain(&self.rest)
    }

    /// How many wait on which nothing is kept back.
    pub(super) fn left(&self, look: &Look<'_>) -> usize {
        self.waiting.iter().filter(|id| look.kept_verdict(id).is_none()).count()
    }

    /// The next one that waits and on which nothing is kept back: after a control, else the first.
    pub(super) fn next(&self, look: &Look<'_>, after: Option<&Id>) -> Option<&Id> {
        let place = after.and_then(|after| self.waiting.iter().position(|id| id == after));
        let behind = place.map_or(0, |place| place + 1);
        let (earlier, later) = self.waiting.split_at_checked(behind)?;
        let mut open = later.iter().chain(earlier);
        open.find(|id| look.kept_verdict(id).is_none() && Some(*id) != after)
    }

    /// The controls before and after one.
    pub(super) fn beside(&self, control: &Id) -> (Option<&Id>, Option<&Id>) {
        let all: Vec<&Id> = self.all().collect();
        let place = all.iter().position(|id| *id == control);
        let before = place.and_then(|place| place.checked_sub(1)).and_then(|it| all.get(it));
        let after = all.get(place.map_or(0, |place| place + 1));
        (before.copied(), after.copied())
    }

    /// Where a control stands in the queue, in words.
    pub(super) fn place(&self, look: &Look<'_>, control: &Id) -> String {
        let phrases = look.phrases();
        let total = Arg::from(self.waiting.len());
        match self.waiting.iter().position(|id| id == control) {
            Some(place) => {
                let args = [("place", Arg::from(place + 1)), ("total", total)];
                phrases.text("desk-review-place", &args)
            }
            None => phrases.text("desk-review-not-waiting", &[("total", total)]),
        }
    }
}
