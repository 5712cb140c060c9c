//! Words, shapes and colors for where a control stands.

use attestor_core::certification::controls::{ControlOutcome, ControlState};
use attestor_core::desk::status::ControlStatus;
use attestor_core::party::Party;

use super::look::Look;
use crate::phrases::{Arg, Phrases};
use crate::web::shape::Mark;

/// A few days before evidence gets too old, its day stands out.
const SOON_DAYS: i32 = 7;

/// Who has to act on a control, in words; a dash for nobody.
pub(in crate::web::desk) fn whose_move(status: ControlStatus, phrases: &Phrases) -> String {
    match status.whose_move() {
        Party::Nobody => String::new(),
        party => phrases.word(&format!("party-{party}")),
    }
}

/// How fresh the evidence of a control is; `None` where it has none.
pub(in crate::web::desk) fn freshness(
    look: &Look<'_>,
    outcome: &ControlOutcome<'_>,
) -> Option<Mark> {
    let phrases = look.phrases();
    if outcome.state == ControlState::Stale {
        return Some(Mark::new("bad", "alert", phrases.word("desk-fresh-too-old")));
    }
    if let Some(by) = outcome.hand_in_by {
        let day = phrases.day(by);
        let soon = look.today().days_until(by) <= SOON_DAYS;
        let (class, symbol) = if soon { ("warn", "clock") } else { ("", "clock") };
        let text = phrases.text("desk-fresh-until", &[("day", Arg::from(&day))]);
        return Some(Mark::new(class, symbol, text));
    }
    let captured = phrases.day(outcome.oldest_capture?);
    let text = phrases.text("desk-fresh-captured", &[("day", Arg::from(&captured))]);
    Some(Mark::new("", "check", text))
}
