//! What an assessment says, for people and for programs.
//!
//! [`view`] turns a [`Subject`] into final texts, once; [`html`], [`markdown`] and [`text`] only lay
//! them out. [`wire`] is the form that scripts read. All of them are pure: the same subject gives
//! the same bytes.

pub(crate) mod html;
pub(crate) mod markdown;
pub(crate) mod plain;
pub(crate) mod teller;
pub(crate) mod text;
pub(crate) mod view;
pub(crate) mod wire;

use attestor_core::certification::case::Case;
use attestor_core::certification::decision::Assessment;
use attestor_core::framework::{Framework, Visibility};

/// For whom a report is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Audience {
    /// The software vendor: sees points and pass marks only where the edition shows them.
    #[default]
    Publisher,
    /// The certification body: sees everything.
    Analyst,
}

/// What a report is about.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Subject<'a> {
    /// The edition that was applied.
    pub(crate) program: &'a Framework,
    /// What was handed in.
    pub(crate) case: &'a Case,
    /// What the rules say of it.
    pub(crate) assessment: &'a Assessment<'a>,
    /// The digest of the dossier, in hexadecimal digits.
    pub(crate) dossier_digest: &'a str,
    /// For whom.
    pub(crate) audience: Audience,
}

impl Subject<'_> {
    /// Whether points and shares of points may be shown.
    pub(crate) fn shows_points(&self) -> bool {
        self.may_see(self.program.edition.scores)
    }

    /// Whether pass marks may be shown.
    pub(crate) fn shows_marks(&self) -> bool {
        self.may_see(self.program.edition.pass_marks)
    }

    fn may_see(&self, visibility: Visibility) -> bool {
        self.audience == Audience::Analyst || visibility == Visibility::Shown
    }
}

#[cfg(test)]
mod tests;
