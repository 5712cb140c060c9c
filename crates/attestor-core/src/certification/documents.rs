//! The initial documents: which are due, which are there, which are too old.

use crate::day::Day;
use crate::framework::{DocumentRule, Framework, Rule, WindowId};
use crate::word::words;

use super::case::{Case, Document, PentestReport};
use super::conditions::{Conditions, Known};
use super::reason::{Reason, RuleId};
use super::{external, pentest};

words! {
    /// Where a document stands.
    pub enum DocumentState {
        /// It is there and counts.
        Present = "present",
        /// It is due and not there.
        Missing = "missing",
        /// It is there and too old, or has no date although its age counts.
        Stale = "stale",
        /// It is there and does not count for another reason.
        Returned = "returned",
        /// It is not due.
        NotDue = "not-due",
    }
}

/// A document and what is said of it.
#[derive(Debug, Clone, PartialEq)]
pub struct DocumentOutcome<'a> {
    /// Which document.
    pub rule: &'a DocumentRule,
    /// Where it stands.
    pub state: DocumentState,
    /// The path of the one that counts or comes closest.
    pub file: Option<&'a str>,
    /// The last day on which it counts, where its age matters.
    pub fresh_until: Option<Day>,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// Judges every document of the program for a case on `today`.
#[must_use]
pub fn review<'a>(
    program: &'a Framework,
    case: &'a Case,
    conditions: &Conditions<'_>,
    today: Day,
) -> Vec<DocumentOutcome<'a>> {
    program.documents.iter().map(|rule| outcome(program, case, conditions, rule, today)).collect()
}

fn outcome<'a>(
    program: &'a Framework,
    case: &'a Case,
    conditions: &Conditions<'_>,
    rule: &'a DocumentRule,
    today: Day,
) -> DocumentOutcome<'a> {
    let due = due(program, case, conditions, rule);
    let handed_in: Vec<&Document> =
        case.documents.iter().filter(|document| document.kind == rule.id.value).collect();
    let newest = newest(&handed_in);
    let mut found = DocumentOutcome {
        rule,
        state: DocumentState::NotDue,
        file: None,
        fresh_until: None,
        reasons: Vec::new(),
    };
    if due == Known::False {
        found.file = newest.map(|document| document.file.as_str());
        return found;
    }
    if let Some(dated_on) = newest.and_then(|it| it.dated_on).filter(|&dated_on| dated_on > today) {
        found.state = DocumentState::Returned;
        found.reasons.push(
            Reason::new(RuleId::DocumentFuture)
                .with("document", &rule.title)
                .with("dated", dated_on),
        );
        return found;
    }
    match (pentest_report(program, case, rule), newest) {
        (Some(report), _) => judge_report(program, case, report, today, &mut found),
        (None, Some(document)) => judge(program, case, document, today, &mut found),
        (None, None) => missing(program, case, due, &mut found),
    }
    found
}

fn missing(program: &Framework, case: &Case, due: Known, found: &mut DocumentOutcome<'_>) {
    let rule = found.rule;
    found.state = DocumentState::Missing;
    found.reasons.push(Reason::new(RuleId::DocumentMissing).with("document", &rule.title));
    if rule.when_claimed {
        let claims = external::unproved_claims(program, case);
        found.reasons.extend(
            claims.map(|it| Reason::new(RuleId::ExternalClaimUnproved).with("framework", it)),
        );
    }
    if let (Known::Unknown, Some(condition)) = (due, &rule.when) {
        let reason = Reason::new(RuleId::ConditionUnknown).with("condition", &condition.value);
        found.reasons.push(reason);
    }
}

/// The facts of the penetration-test report, where the document is that report and they are known:
/// they say more of it than its date. A document is that report when its age counts like one.
fn pentest_report<'a>(
    program: &Framework,
    case: &'a Case,
    rule: &DocumentRule,
) -> Option<&'a PentestReport> {
    let is_report = rule.max_age == Some(WindowId::PenTestReportAge);
    case.pentest.as_ref().filter(|_| is_report && program.pentest.is_some())
}

/// A report that does not count goes back with the initial documents. Source: acceptance C3 to C5.
fn judge_report<'a>(
    program: &Framework,
    case: &Case,
    report: &'a PentestReport,
    today: Day,
    found: &mut DocumentOutcome<'a>,
) {
    found.file = Some(&report.file);
    found.fresh_until =
        Some(program.windows.get(WindowId::PenTestReportAge).last_day(report.ended_on));
    found.reasons = pentest::lacks(program, case, Rule::PenTestReport, None, today);
    let too_old = found.reasons.iter().all(|it| it.rule == RuleId::PentestReportStale);
    found.state = match (found.reasons.is_empty(), too_old) {
        (true, _) => DocumentState::Present,
        (false, true) => DocumentState::Stale,
        (false, false) => DocumentState::Returned,
    };
}

fn due(
    program: &Framework,
    case: &Case,
    conditions: &Conditions<'_>,
    rule: &DocumentRule,
) -> Known {
    if rule.when_claimed {
        return external::unproved_claims(program, case).next().is_some().into();
    }
    rule.when.as_ref().map_or(Known::True, |condition| conditions.get(&condition.value))
}

/// The document with the latest date; an undated one comes last. Ties go to the smaller path, so
/// that the order of the list never matters.
fn newest<'a>(documents: &[&'a Document]) -> Option<&'a Document> {
    documents
        .iter()
        .copied()
        .max_by(|left, right| left.dated_on.cmp(&right.dated_on).then(right.file.cmp(&left.file)))
}

/// An accepted document does not age while evidence comes in.
fn judge<'a>(
    program: &Framework,
    case: &Case,
    document: &'a Document,
    today: Day,
    found: &mut DocumentOutcome<'a>,
) {
    let rule = found.rule;
    found.file = Some(&document.file);
    found.state = DocumentState::Present;
    let Some(window) = rule.max_age.map(|id| program.windows.get(id)) else { return };
    let Some(dated_on) = document.dated_on else {
        found.state = DocumentState::Stale;
        found.reasons.push(Reason::new(RuleId::DocumentUndated).with("document", &rule.title));
        return;
    };
    let last = window.last_day(dated_on);
    found.fresh_until = Some(last);
    if case.dates.documents_accepted_on.unwrap_or(today) > last {
        found.state = DocumentState::Stale;
        let reason = Reason::new(RuleId::DocumentStale)
            .with("document", &rule.title)
            .with("dated", dated_on);
        found.reasons.push(reason.with("fresh_until", last));
    }
}
