//! External frameworks: whether a report may stand in for own evidence, and for what.
//!
//! Source: framework overview, "external compliance frameworks". A specific rule of a framework
//! takes the place of the general age rule.

use crate::answer::Answer;
use crate::day::Day;
use crate::framework::{
    AgeFrom, AgeRule, Control, Coverage, ExternalEdition, ExternalFramework, Framework,
};
use crate::id::Id;

use super::case::{About, Case, ExternalReport};
use super::reason::{Reason, RuleId};

/// A report and what is said of it.
#[derive(Debug, Clone, PartialEq)]
pub struct ExternalOutcome<'a> {
    /// The report.
    pub report: &'a ExternalReport,
    /// The rule that decided: a refusal, or the acceptance with its last day.
    pub decided_by: Reason,
    /// Whether it counts.
    pub verdict: ExternalVerdict,
}

/// Whether a report counts on the day of the assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExternalVerdict {
    /// It counts until this day, inclusive.
    Accepted {
        /// The last day.
        until: Day,
    },
    /// It counts for nothing.
    Refused,
}

/// Judges a report on `today`. The first rule that refuses decides.
#[must_use]
pub fn judge<'a>(
    program: &Framework,
    report: &'a ExternalReport,
    today: Day,
) -> ExternalOutcome<'a> {
    let decided = match program.external_framework(&report.framework) {
        None => Err(Reason::new(RuleId::ExternalUnknown).with("framework", &report.framework)),
        Some(rules) => accept(rules, report, today),
    };
    match decided {
        Err(refusal) => {
            ExternalOutcome { report, decided_by: refusal, verdict: ExternalVerdict::Refused }
        }
        Ok((rule, until)) => {
            let reason =
                Reason::new(rule).with("framework", &report.framework).with("until", until);
            ExternalOutcome {
                report,
                decided_by: reason,
                verdict: ExternalVerdict::Accepted { until },
            }
        }
    }
}

fn accept(
    rules: &ExternalFramework,
    report: &ExternalReport,
    today: Day,
) -> Result<(RuleId, Day), Reason> {
    form(rules, report)?;
    let edition_end = edition(rules, report, today)?;
    let (rule, until) = age(rules, report, today)?;
    Ok((rule, edition_end.map_or(until, |end| end.min(until))))
}

/// Type, assessor, level, package and scope.
fn form(rules: &ExternalFramework, report: &ExternalReport) -> Result<(), Reason> {
    let refused = |rule: RuleId| Err(Reason::new(rule).with("framework", &report.framework));
    let differs = |allowed: &[String], found: &Option<String>| {
        !allowed.is_empty() && !found.as_ref().is_some_and(|it| allowed.contains(it))
    };
    if differs(&rules.types, &report.report_type) {
        return refused(RuleId::ExternalType);
    }
    if differs(&rules.packages, &report.package) {
        return refused(RuleId::ExternalPackage);
    }
    if report.assessor.as_ref() != Some(&rules.assessor.id.value) {
        return refused(RuleId::ExternalAssessor);
    }
    if rules.level.is_some() && report.level != rules.level {
        return refused(RuleId::ExternalLevel);
    }
    if report.covers_environment != Answer::Yes {
        return refused(RuleId::ExternalScope);
    }
    Ok(())
}

/// The edition's last day, where it has one, and the rows of the statement of applicability.
fn edition(
    rules: &ExternalFramework,
    report: &ExternalReport,
    today: Day,
) -> Result<Option<Day>, Reason> {
    let Some(edition) = edition_of(rules, report) else {
        return Err(Reason::new(RuleId::ExternalUnknown).with("framework", &report.framework));
    };
    if let Some(end) = edition.accepted_until.filter(|&end| today > end) {
        let reason = Reason::new(RuleId::ExternalEditionEnded).with("framework", &report.framework);
        return Err(reason.with("edition", &edition.id.value).with("ended", end));
    }
    if edition.soa_rows.is_some() && report.soa_rows != edition.soa_rows {
        let expected = edition.soa_rows.unwrap_or_default();
        let found = report.soa_rows.map_or_else(|| "0".to_owned(), |rows| rows.to_string());
        let reason = Reason::new(RuleId::ExternalSoaRows).with("edition", &edition.id.value);
        return Err(reason.with("expected", expected).with("found", found));
    }
    Ok(edition.accepted_until)
}

/// The edition of a report; the newest when it names none.
#[must_use]
pub fn edition_of<'a>(
    rules: &'a ExternalFramework,
    report: &ExternalReport,
) -> Option<&'a ExternalEdition> {
    match &report.edition {
        None => rules.editions.last(),
        Some(id) => rules.editions.iter().find(|edition| edition.id.value == *id),
    }
}

/// The rule that decides the age, and the last day on which the report counts.
fn age(
    rules: &ExternalFramework,
    report: &ExternalReport,
    today: Day,
) -> Result<(RuleId, Day), Reason> {
    if report.issued_on > today {
        return Err(Reason::new(RuleId::ExternalFuture).with("issued", report.issued_on));
    }
    let mut decided = (RuleId::ExternalAccepted, Day::MAX);
    if let Some(limit) = &rules.issued_within {
        let until = report.issued_on.plus_months(limit.months);
        check(RuleId::ExternalIssued, report.issued_on, until, today)?;
        decided = (RuleId::ExternalIssued, until);
    }
    if let (Some(limit), Some(began_on)) = (&rules.period_began_within, report.period_began_on) {
        let until = began_on.plus_months(limit.months);
        check(RuleId::ExternalPeriod, began_on, until, today)?;
        decided.1 = decided.1.min(until);
    }
    let Some(general) = &rules.age else { return Ok(decided) };
    let (rule, from, until) = general_age(general, report);
    check(rule, from, until, today)?;
    Ok((rule, until.min(decided.1)))
}

fn general_age(rule: &AgeRule, report: &ExternalReport) -> (RuleId, Day, Day) {
    let from = match rule.from {
        AgeFrom::Issue => report.issued_on,
        AgeFrom::NewestAudit => report
            .audited_on
            .map_or(report.issued_on, |audited_on| audited_on.max(report.issued_on)),
    };
    if report.reassessment == Answer::Yes {
        return (RuleId::ExternalReassessmentAge, from, from.plus_months(rule.reassessment_months));
    }
    (RuleId::ExternalAge, from, from.plus_months(rule.months))
}

fn check(rule: RuleId, from: Day, until: Day, today: Day) -> Result<(), Reason> {
    if today <= until {
        return Ok(());
    }
    Err(Reason::new(rule).with("from", from).with("until", until))
}

/// What an accepted report leaves of a control.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remainder<'a> {
    /// Nothing: the report shows the control.
    Nothing,
    /// Own evidence for these gaps.
    Gaps(Vec<&'a Id>),
    /// Everything, unless the analyst accepts the report: nobody published what it leaves open.
    AnalystDecides,
    /// Everything: the report does not show the control.
    Everything,
}

/// What an accepted report leaves of a control. An excluded or unassessed item of those that stand
/// for the control leaves everything. Source: acceptance H14 to H16.
#[must_use]
pub fn remainder<'a>(
    program: &Framework,
    control: &'a Control,
    report: &ExternalReport,
) -> Remainder<'a> {
    let Some(cover) = control.cover(&report.framework) else { return Remainder::Everything };
    let Some(edition) =
        program.external_framework(&report.framework).and_then(|rules| edition_of(rules, report))
    else {
        return Remainder::Everything;
    };
    let refs = cover.refs_in(&edition.catalog.value);
    let shown = |id: &Id| {
        !report.excluded.contains(id)
            && report.assessed.as_ref().is_none_or(|assessed| assessed.contains(id))
    };
    if refs.is_empty() || !refs.iter().all(|spot| shown(&spot.value)) {
        return Remainder::Everything;
    }
    match cover.coverage {
        Coverage::NoneListed => Remainder::Nothing,
        Coverage::Part => Remainder::Gaps(cover.gaps.iter().map(|gap| &gap.key.value).collect()),
        Coverage::AnalystDecides => Remainder::AnalystDecides,
        Coverage::Whole | Coverage::NotUsable => Remainder::Everything,
    }
}

/// External frameworks that the attestation claims and for which no report about the app is there.
pub fn unproved_claims<'a>(program: &'a Framework, case: &'a Case) -> impl Iterator<Item = &'a Id> {
    let claimed = program.claims.iter().filter(|claim| {
        case.attestation
            .as_ref()
            .is_some_and(|attestation| attestation.answer(&claim.question) == Answer::Yes)
    });
    let shown = |framework: &Id| {
        case.external
            .iter()
            .any(|report| report.about == About::App && report.framework == *framework)
    };
    claimed.map(|claim| &claim.framework.value).filter(move |framework| !shown(framework))
}
