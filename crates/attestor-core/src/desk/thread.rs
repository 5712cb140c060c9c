//! Conversations about parts of a case.

use crate::id::Id;
use crate::instant::Instant;
use crate::word::words;

use super::act::{Actor, Judged, Said};

words! {
    /// Who may read words.
    pub enum Visibility {
        /// Everybody who works on the case.
        Shared = "shared",
        /// The certification body only.
        Internal = "internal",
    }
}

/// Words of one person.
#[derive(Debug, Clone, PartialEq)]
pub struct Remark {
    /// The number of the act that said it.
    pub number: u64,
    /// When.
    pub at: Instant,
    /// Who.
    pub by: Actor,
    /// Who may read it.
    pub visibility: Visibility,
    /// The words.
    pub words: String,
}

/// A conversation.
#[derive(Debug, Clone, PartialEq)]
pub struct Thread {
    /// The id in the case: `T1`, `T2`.
    pub id: Id,
    /// What it is about; the form of [`Said::about`].
    pub about: String,
    /// The piece of evidence or document that it points at.
    pub item: Option<Id>,
    /// Whether a newer version of that item came in since the thread began.
    pub outdated: bool,
    /// Whether it is ended.
    pub resolved: bool,
    /// The words, oldest first; never empty.
    pub remarks: Vec<Remark>,
}

impl Thread {
    /// Whether somebody who may not read internal words sees anything of it.
    #[must_use]
    pub fn is_shared(&self) -> bool {
        self.remarks.iter().any(|it| it.visibility == Visibility::Shared)
    }

    /// The remarks that somebody may read.
    pub fn remarks_for(&self, staff: bool) -> impl Iterator<Item = &Remark> {
        self.remarks.iter().filter(move |it| staff || it.visibility == Visibility::Shared)
    }
}

/// Something that an analyst keeps back until the review is sent.
#[derive(Debug, Clone, PartialEq)]
pub struct Pending {
    /// The id among the drafts of its author: `P` and the number of its act.
    pub id: Id,
    /// When it was kept back.
    pub at: Instant,
    /// What.
    pub what: Kept,
}

/// What is kept back.
#[derive(Debug, Clone, PartialEq)]
pub enum Kept {
    /// Words.
    Said(Said),
    /// A verdict.
    Judged(Judged),
}
