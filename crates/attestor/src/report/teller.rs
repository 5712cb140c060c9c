//! Reasons told with the titles of the program instead of its ids.

use attestor_core::certification::reason::Reason;
use attestor_core::framework::{Control, Framework};
use attestor_core::id::Id;

use super::plain::clean;
use crate::phrases::{Arg, Phrases};

/// What a rule says, and which rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Said {
    /// A whole sentence. Ids stand in backticks.
    pub(crate) text: String,
    /// The rule's id.
    pub(crate) rule: &'static str,
}

/// Tells reasons of one program in one language.
#[derive(Clone, Copy)]
pub(crate) struct Teller<'a> {
    /// The language.
    pub(crate) phrases: &'a Phrases,
    /// The program.
    pub(crate) program: &'a Framework,
}

impl Teller<'_> {
    /// What a reason says.
    pub(crate) fn tell(&self, reason: &Reason) -> Said {
        self.said(reason, None)
    }

    /// What reasons say of a control; the parts they name are told with their texts.
    pub(crate) fn tell_all(&self, reasons: &[Reason], control: Option<&Control>) -> Vec<Said> {
        reasons.iter().map(|reason| self.said(reason, control)).collect()
    }

    fn said(&self, reason: &Reason, control: Option<&Control>) -> Said {
        let facts = reason.facts.iter();
        let told = Reason {
            rule: reason.rule,
            facts: facts.map(|(name, value)| (*name, self.titled(name, value))).collect(),
        };
        let sentence = self.phrases.reason(&told);
        let part = reason.facts.iter().find(|(name, _)| *name == "part").map(|(_, key)| key);
        let about = part.zip(control).and_then(|(key, control)| control.part(key));
        let text = about.map_or(sentence.clone(), |part| {
            let args = [
                ("part", Arg::from(part.key.value.as_str())),
                ("about", Arg::from(&part.text)),
                ("sentence", Arg::from(&sentence)),
            ];
            self.phrases.text("part-says", &args)
        });
        Said { text, rule: reason.rule.as_str() }
    }

    /// A fact with the title that the program gives it.
    fn titled(&self, name: &str, value: &str) -> String {
        match name {
            "condition" => self.condition(value),
            "framework" => self.framework(value),
            "missing" => value.replace('-', " "),
            _ => clean(value).replace('`', "'"),
        }
    }

    /// A condition in words. Facts of hard fails hold a title already.
    fn condition(&self, value: &str) -> String {
        let found = self.program.conditions.iter().find(|condition| condition.id.value == *value);
        found.map_or_else(|| value.to_owned(), |condition| condition.text.clone())
    }

    /// The title of an external framework; its id when the program does not know it.
    pub(crate) fn framework(&self, id: &str) -> String {
        let known = Id::parse(id);
        let found = known.and_then(|id| self.program.external_framework(&id));
        found.map_or_else(|| clean(id), |framework| framework.title.clone())
    }
}
