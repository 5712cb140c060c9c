//! Verdicts on observed facts: what a listener offers, what a site answers, what a store encrypts.
//!
//! Whoever looks (a probe, an import, a person) gives facts; the functions here weigh them against
//! the rules in [`tls_profile`] and [`encryption_profile`]. Read in this order: [`Checked`] is the
//! answer for one control; [`tls`], [`hsts`], [`plain_http`] and [`crypto`] give it.
//!
//! Source: controls DAT-TRN-01, DAT-TRN-02, DAT-RST-01; acceptance section I.

pub mod crypto;
pub mod encryption_profile;
mod fact;
pub mod hsts;
pub mod plain_http;
pub mod tls;
pub mod tls_profile;

pub use fact::{CryptoFact, Fact, PlainHttpFact, WireFact};

use crate::basis::Grounds;
use crate::fault::Problem;
use crate::source::Sink;
use crate::word::words;

words! {
    /// What a check says. Ordered from good to bad, so that the greatest verdict is the worst.
    pub enum Verdict {
        /// The control's demand is met.
        Pass = "pass",
        /// Acceptable by the profile, but less than the control asks for: a finding.
        BelowControl = "below-control",
        /// The demand is not met.
        Fail = "fail",
    }
}

/// One rule put to one fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The id of the rule, as in the profile's file.
    pub rule: String,
    /// What the rule says about the fact.
    pub verdict: Verdict,
    /// What was observed, and what was asked for.
    pub fact: Fact,
}

impl Reason {
    fn new(rule: &str, verdict: Verdict, fact: impl Into<Fact>) -> Self {
        Self { rule: rule.to_owned(), verdict, fact: fact.into() }
    }

    /// A reason that passes when the demand is met and fails otherwise.
    fn met_if(met: bool, rule: &str, fact: impl Into<Fact>) -> Self {
        Self::new(rule, if met { Verdict::Pass } else { Verdict::Fail }, fact)
    }
}

/// The result for one listener, site, endpoint or store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What was looked at, such as `app.example.com:8443`.
    pub subject: String,
    /// The worst verdict of the reasons.
    pub verdict: Verdict,
    /// Every rule that was put, with good and bad verdicts. Never empty.
    pub reasons: Vec<Reason>,
}

impl Row {
    fn new(subject: &str, reasons: Vec<Reason>) -> Self {
        let worst = reasons.iter().map(|reason| reason.verdict).max();
        Self { subject: subject.to_owned(), verdict: worst.unwrap_or(Verdict::Pass), reasons }
    }
}

/// The result of one check for one control: a row for everything that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// The id of the control.
    pub control: String,
    /// The worst verdict of the rows: one bad site of many fails the control. `None` when nothing
    /// was looked at, which is neither a pass nor a failure. Source: acceptance I3, I11.
    pub verdict: Option<Verdict>,
    /// The rows, in the order of the facts.
    pub rows: Vec<Row>,
}

impl Checked {
    fn new(control: &str, rows: Vec<Row>) -> Self {
        let verdict = rows.iter().map(|row| row.verdict).max();
        Self { control: control.to_owned(), verdict, rows }
    }
}

/// A rule's id, the line it stands on and what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// The stable id.
    pub id: String,
    /// What the rule's values rest on.
    pub grounds: Grounds,
    line: u32,
}

impl Rule {
    fn take(fields: &mut crate::source::Fields<'_, '_>) -> Option<Self> {
        let line = fields.line;
        let id = fields.required("id");
        let grounds = Grounds::take(fields);
        Some(Self { id: id?, grounds: grounds?, line })
    }
}

/// Reports rule ids that stand twice in one profile.
fn check_ids<'a>(rules: impl Iterator<Item = &'a Rule>, sink: &Sink<'_>) {
    let mut seen: Vec<&Rule> = Vec::new();
    for rule in rules {
        match seen.iter().find(|other| other.id == rule.id) {
            None => seen.push(rule),
            Some(first) => {
                let (id, first) = (rule.id.clone(), sink.place(first.line));
                sink.add_at(rule.line, Problem::DuplicateId { kind: "rule", id, first });
            }
        }
    }
}

#[cfg(test)]
mod tests;
