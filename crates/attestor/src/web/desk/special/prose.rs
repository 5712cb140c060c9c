//! Reasons in words.

use attestor_core::certification::reason::Reason;
use attestor_core::desk::act::Actor;
use attestor_core::framework::Framework;
use attestor_core::id::Id;
use attestor_core::instant::Instant;

use super::{Moment, framework_title};
use crate::phrases::Arg;
use crate::web::desk::visit::DeskVisit;

/// A sentence in which identifiers are told apart from words.
pub(in crate::web::desk) type Prose = Vec<Run>;

/// A part of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web::desk) struct Run {
    /// Whether it is an identifier, which nobody translates.
    pub(in crate::web::desk) code: bool,
    /// The letters.
    pub(in crate::web::desk) text: String,
}

/// A sentence of the program: identifiers stand between backticks.
pub(in crate::web::desk) fn prose(text: &str) -> Prose {
    let parts = text.split('`').enumerate().filter(|(_, part)| !part.is_empty());
    parts.map(|(place, part)| Run { code: place % 2 == 1, text: part.to_owned() }).collect()
}

/// The same as one text without backticks.
pub(in crate::web::desk) fn plain(text: &str) -> String {
    text.replace('`', "")
}

/// What a reason says, with the titles of the program instead of its ids.
pub(in crate::web::desk) fn told(
    visit: &DeskVisit,
    program: &Framework,
    reason: &Reason,
) -> String {
    let titled = |name: &str, value: &str| match name {
        "condition" => {
            let known = program.conditions.iter().find(|it| it.id.value == *value);
            known.map_or_else(|| value.to_owned(), |condition| condition.text.clone())
        }
        "framework" => {
            Id::parse(value).map_or_else(|| value.to_owned(), |id| framework_title(program, &id))
        }
        "missing" => value.replace('-', " "),
        _ => value.replace('`', "'"),
    };
    let facts = reason.facts.iter().map(|(name, value)| (*name, titled(name, value))).collect();
    visit.phrases().reason(&Reason { rule: reason.rule, facts })
}

/// Who said something, and when.
pub(in crate::web::desk) fn said_by(visit: &DeskVisit, by: &Actor, at: Instant) -> String {
    let moment = Moment::new(at, visit.phrases()).text;
    let args = [("name", Arg::from(&by.name)), ("moment", Arg::from(&moment))];
    visit.phrases().text("desk-said-by", &args)
}
