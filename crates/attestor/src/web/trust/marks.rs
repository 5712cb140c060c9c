//! Words with shape and color: where certificates, cycles and scopes stand, who may open what.

use attestor_core::day::Day;
use attestor_core::trust::document::{Access, Report, State};
use attestor_core::trust::model::InScope;
use attestor_core::trust::standing::{Cycle, Standing};

use crate::actions::trust::view::OfferingView;
use crate::phrases::Arg;
use crate::web::frame::Frame;
use crate::web::shape::Mark;
use crate::web::visit::Visit;

/// Where a certificate stands, with the days to its last one where it is near.
pub(super) fn standing(visit: &Visit, standing: Standing, last: Option<Day>) -> Mark {
    let word = |key: &str| visit.phrases().word(key);
    let left = last.map_or(0, |last| visit.today.days_until(last)).max(0);
    match standing {
        // Drafts are in no view; the word is that of what is not there yet.
        Standing::Draft | Standing::Future => {
            Mark::new("info", "clock", word("trust-state-future"))
        }
        Standing::Published => Mark::new("ok", "check", word("trust-state-published")),
        Standing::Expiring => {
            let shown = visit.phrases().formats().number(i64::from(left));
            let args = [("count", Arg::from(i64::from(left))), ("shown", Arg::from(&shown))];
            Mark::new("warn", "clock", visit.phrases().text("trust-state-expiring", &args))
        }
        Standing::Expired => Mark::new("bad", "cross", word("trust-state-expired")),
        Standing::Superseded => Mark::new("none", "history", word("trust-state-superseded")),
        Standing::Withdrawn => Mark::new("bad", "dash", word("trust-state-withdrawn")),
        Standing::Undated => Mark::new("warn", "empty", word("trust-state-undated")),
    }
}

/// What the owner of a report says of it; none for one that holds.
pub(super) fn report_state(frame: &Frame<'_>, report: &Report) -> Option<Mark> {
    match report.state {
        State::Draft | State::Published => None,
        State::Superseded => Some(Mark::new("none", "history", frame.t("trust-state-superseded"))),
        State::Withdrawn => Some(Mark::new("bad", "dash", frame.t("trust-state-withdrawn"))),
    }
}

/// Who may open a document.
pub(super) fn access(frame: &Frame<'_>, access: Access) -> Mark {
    let (class, symbol) = match access {
        Access::Public => ("ok", "down"),
        Access::SignedIn | Access::Agreement | Access::Approval => ("", "key"),
    };
    Mark::new(class, symbol, frame.t(&format!("trust-access-{access}")))
}

/// Where an offering stands, in short.
pub(super) fn offering(frame: &Frame<'_>, visit: &Visit, it: &OfferingView<'_>) -> Vec<Mark> {
    let mut marks = Vec::new();
    let holding = it.holding();
    if holding > 0 {
        let shown = visit.phrases().formats().count(holding);
        let args = [("count", Arg::from(holding)), ("shown", Arg::from(&shown))];
        marks.push(Mark::new("ok", "seal", frame.text("trust-holding", &args)));
    } else {
        marks.push(Mark::new("none", "empty", frame.t("trust-holding-none")));
    }
    let expiring = it.certificates.iter().filter(|(_, one)| *one == Standing::Expiring).count();
    if expiring > 0 {
        let shown = visit.phrases().formats().count(expiring);
        let args = [("count", Arg::from(expiring)), ("shown", Arg::from(&shown))];
        marks.push(Mark::new("warn", "clock", frame.text("trust-expiring-count", &args)));
    }
    if matches!(it.cycle, Cycle::Overdue { .. }) {
        marks.push(Mark::new("bad", "alert", frame.t("trust-overdue")));
    }
    if it.ended().is_some() {
        marks.push(Mark::new("none", "history", frame.t("trust-edition-ended")));
    }
    marks
}

/// Whether a service is in scope in a cloud, and since or until when.
pub(super) fn scope(visit: &Visit, row: &InScope) -> Vec<Mark> {
    let today = visit.today;
    let day = |key: &str, day: Day| {
        let shown = visit.phrases().formats().day_short(day);
        visit.phrases().text(key, &[("day", Arg::from(&shown))])
    };
    let (from, until) =
        (row.from.as_ref().map(|it| it.value), row.until.as_ref().map(|it| it.value));
    let mut marks = Vec::new();
    match (from, until) {
        (_, Some(until)) if until < today => {
            return vec![Mark::new("none", "cross", day("trust-scope-ended", until))];
        }
        (Some(from), _) if from > today => {
            marks.push(Mark::new("info", "clock", day("trust-scope-from", from)));
        }
        (Some(from), _) => marks.push(Mark::new("ok", "check", day("trust-scope-since", from))),
        (None, _) => marks.push(Mark::new("ok", "check", visit.phrases().word("trust-scope-in"))),
    }
    if let Some(until) = until {
        marks.push(Mark::new("warn", "clock", day("trust-scope-until", until)));
    }
    marks
}
