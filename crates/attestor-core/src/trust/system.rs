//! A customer's system: the services of providers that it uses, what the customer does itself, and
//! what it rested on when somebody last looked.
//!
//! Read in this order:
//! - [`Content`]: what is kept of a system, and its strict reading.
//! - [`given`]: what a system is given on a day. [`flips`]: what it was given and is not any more.
//! - [`seen`]: the same as the reader of a page sees it. [`kept_after`]: what is kept from then on.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::inherit::{Layer, Share, Standing};
use crate::id::Id;

/// The most services of a system, inclusive.
pub const MAX_USES: usize = 200;
/// The most own texts of a system, inclusive.
pub const MAX_OWN: usize = 2000;
/// The most letters of an own text, inclusive.
pub const MAX_TEXT: usize = 4000;

/// What is kept of a system.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// The services that it uses, each once, in the customer's order.
    #[serde(default)]
    pub uses: Vec<Used>,
    /// What the customer does itself, at most one text for a control of a framework.
    #[serde(default)]
    pub own: Vec<OwnText>,
    /// What it rested on when somebody last looked, by framework.
    #[serde(default)]
    pub kept: BTreeMap<Id, Kept>,
}

/// A service of a portal that a system uses.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Used {
    /// The organization whose portal tells of it.
    pub organization: String,
    /// The service.
    pub service: Id,
    /// The cloud.
    pub cloud: Id,
}

/// What a customer does itself for a control of a framework.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnText {
    /// The framework, by the id of its catalog.
    pub framework: Id,
    /// The control.
    pub control: Id,
    /// The text, 1 to 4000 letters.
    pub text: String,
}

/// Controls and what was given for them: `shared` and `inherited` still were when somebody last
/// looked; `needs-review` was given before, is not any more, and was told. Other controls are absent.
pub type Kept = BTreeMap<Id, Share>;

/// Why a content is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ContentFault {
    /// It is not in its form: where and why.
    Unreadable(String),
    /// It has more services than the bound.
    TooManyUses,
    /// A service stands twice.
    UsedTwice(Used),
    /// It has more own texts than the bound.
    TooManyTexts,
    /// Two own texts are about the same control.
    TextTwice(Id),
    /// An own text is empty or has more letters than the bound.
    TextLength(Id),
}

impl std::fmt::Display for ContentFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Unreadable(why) => write!(f, "the system cannot be read: {why}"),
            Self::TooManyUses => write!(f, "a system uses at most {MAX_USES} services"),
            Self::UsedTwice(used) => {
                write!(f, "the service `{}` in `{}` stands twice", used.service, used.cloud)
            }
            Self::TooManyTexts => write!(f, "a system has at most {MAX_OWN} own texts"),
            Self::TextTwice(control) => write!(f, "the control `{control}` has two own texts"),
            Self::TextLength(control) => {
                write!(f, "the own text of `{control}` has 1 to {MAX_TEXT} letters")
            }
        }
    }
}

impl Content {
    /// Reads what is kept of a system.
    ///
    /// # Errors
    /// The first fault; unknown keys are faults.
    pub fn read(json: &str) -> Result<Self, ContentFault> {
        let content: Self = serde_json::from_str(json)
            .map_err(|error| ContentFault::Unreadable(error.to_string()))?;
        content.check()?;
        Ok(content)
    }

    /// What is kept, as JSON.
    #[must_use]
    pub fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Whether it is within its bounds, and nothing stands twice.
    ///
    /// # Errors
    /// The first fault.
    pub fn check(&self) -> Result<(), ContentFault> {
        if self.uses.len() > MAX_USES {
            return Err(ContentFault::TooManyUses);
        }
        if self.own.len() > MAX_OWN {
            return Err(ContentFault::TooManyTexts);
        }
        let mut used = std::collections::BTreeSet::new();
        if let Some(twice) = self.uses.iter().find(|it| !used.insert(*it)) {
            return Err(ContentFault::UsedTwice(twice.clone()));
        }
        let mut texts = std::collections::BTreeSet::new();
        for own in &self.own {
            if !texts.insert((&own.framework, &own.control)) {
                return Err(ContentFault::TextTwice(own.control.clone()));
            }
            if own.text.trim().is_empty() || own.text.chars().count() > MAX_TEXT {
                return Err(ContentFault::TextLength(own.control.clone()));
            }
        }
        Ok(())
    }

    /// Sets the own text of a control; an empty one takes it away.
    pub fn set_own(&mut self, framework: &Id, control: &Id, text: &str) {
        self.own.retain(|it| it.framework != *framework || it.control != *control);
        let text = text.trim();
        if !text.is_empty() {
            let (framework, control) = (framework.clone(), control.clone());
            self.own.push(OwnText { framework, control, text: text.to_owned() });
        }
    }
}

/// What a system is given: the controls that are inherited or shared.
#[must_use]
pub fn given(standings: &[Standing<'_>]) -> Kept {
    let gives = standings.iter().filter(|it| it.share.gives());
    gives.map(|it| (it.control.clone(), it.share)).collect()
}

/// A control that a system was given and is not given any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Flip<'a> {
    /// The control.
    pub control: &'a Id,
    /// What was given.
    pub was: Share,
    /// The services that do not give it, with the certificate and the reason. It is empty for a
    /// system that uses no services.
    pub reasons: Vec<Layer<'a>>,
}

/// The controls that were given before and are not any more, in the order of `after`, each with the
/// services that are the reason. What was told before (`needs-review`) is not told again.
#[must_use]
pub fn flips<'a>(before: &Kept, after: &[Standing<'a>]) -> Vec<Flip<'a>> {
    let flip = |standing: &Standing<'a>| {
        let was = *before.get(standing.control)?;
        if !was.gives() || standing.share.gives() {
            return None;
        }
        let reasons = standing.layers.iter().filter(|it| !it.share.gives()).copied().collect();
        Some(Flip { control: standing.control, was, reasons })
    };
    after.iter().filter_map(flip).collect()
}

/// What is kept after somebody was told of the flips: what is given now, and what was given before
/// and waits for review.
#[must_use]
pub fn kept_after(before: &Kept, after: &[Standing<'_>]) -> Kept {
    let keep = |standing: &Standing<'_>| {
        let share = match (standing.share.gives(), before.contains_key(standing.control)) {
            (true, _) => standing.share,
            (false, true) => Share::NeedsReview,
            (false, false) => return None,
        };
        Some((standing.control.clone(), share))
    };
    after.iter().filter_map(keep).collect()
}

/// What somebody sees today: a control that was given when they last looked, and of which today's
/// portals say nothing any more, needs review before it is the customer's alone.
pub fn seen(kept: &Kept, standings: &mut [Standing<'_>]) {
    for standing in standings {
        if standing.share == Share::Customer && kept.contains_key(standing.control) {
            standing.share = Share::NeedsReview;
        }
    }
}

#[cfg(test)]
mod tests;
