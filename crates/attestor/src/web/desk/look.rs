//! A case as a page looks at it: assessed once, with what who visits may do and see.

use attestor_core::certification::decision::Assessment;
use attestor_core::certification::reason::Reason;
use attestor_core::day::Day;
use attestor_core::desk::file::CaseFile;
use attestor_core::desk::guard::Rules;
use attestor_core::desk::role::{Right, grants};
use attestor_core::desk::standing::{Standing, standing};
use attestor_core::framework::Visibility;
use attestor_core::id::Id;
use attestor_core::party::Party;

use super::special::plain;
use super::visit::DeskVisit;
use crate::phrases::{Arg, Phrases};
use crate::web::shape::Date;
use crate::web::visit::Refusal;

/// A case, its assessment of today, and who looks.
pub(in crate::web) struct Look<'a> {
    /// Who looks.
    pub(in crate::web) visit: &'a DeskVisit,
    /// The case.
    pub(in crate::web) file: &'a CaseFile,
    /// What it is judged by.
    pub(in crate::web) rules: Rules<'a>,
    /// What an assessment says today.
    pub(in crate::web) assessment: Assessment<'a>,
    /// Whose move it is.
    pub(in crate::web) standing: Standing,
}

impl<'a> Look<'a> {
    /// Looks at a case.
    pub(in crate::web) fn of(visit: &'a DeskVisit, file: &'a CaseFile) -> Result<Self, Refusal> {
        let rules = visit.desk().rules(file)?;
        let assessment = rules.assess(file, visit.today);
        let standing = standing(rules.program, file, &assessment);
        Ok(Self { visit, file, rules, assessment, standing })
    }

    /// The words.
    pub(in crate::web) fn phrases(&self) -> &'a Phrases {
        self.visit.phrases()
    }

    /// The words of a key.
    pub(in crate::web) fn t(&self, key: &str) -> String {
        self.phrases().word(key)
    }

    /// The words of a key with values.
    pub(in crate::web) fn text(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.phrases().text(key, args)
    }

    /// The words of a key with a count.
    pub(in crate::web) fn counted(&self, key: &str, count: usize) -> String {
        self.text(key, &[("count", Arg::from(count))])
    }

    /// What a rule says, with conditions in the program's words.
    pub(in crate::web) fn reason(&self, reason: &Reason) -> String {
        let mut told = reason.clone();
        for (name, value) in &mut told.facts {
            let id = Id::parse(value).filter(|_| *name == "condition");
            if let Some(condition) = id.and_then(|id| self.rules.program.condition(&id)) {
                value.clone_from(&condition.text);
            }
        }
        plain(&self.phrases().reason(&told))
    }

    /// A day for people and machines.
    pub(in crate::web) fn day(&self, day: Day) -> Date {
        Date::new(day, self.phrases())
    }

    /// Whether who looks holds a right over the case.
    pub(in crate::web) fn may(&self, right: Right) -> bool {
        let worker = &self.visit.worker;
        grants(worker.role, right, worker.relation(&self.file.organization))
    }

    /// Whether who looks sees points.
    pub(in crate::web) fn shows_scores(&self) -> bool {
        self.may(Right::ScoresRead) || self.rules.program.edition.scores == Visibility::Shown
    }

    /// Whether who looks sees pass marks.
    pub(in crate::web) fn shows_marks(&self) -> bool {
        self.may(Right::ScoresRead) || self.rules.program.edition.pass_marks == Visibility::Shown
    }

    /// Whether it is the move of who looks.
    pub(in crate::web) fn is_own_move(&self) -> bool {
        match self.standing.party {
            Party::Publisher => self.may(Right::CaseHandIn),
            Party::Analyst => self.may(Right::CaseReview),
            Party::Owner | Party::Platform | Party::Nobody => false,
        }
    }
}
