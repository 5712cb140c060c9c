//! Findings of a penetration test: their severity, their class, when they are closed.
//!
//! Source: framework overview, "penetration test requirements".

use crate::day::Day;
use crate::framework::{FailingClass, Framework, PentestRules, WindowId};
use crate::id::Id;

use super::case::{Finding, FixProof, PentestReport};

/// The severity of a CVSS score in tenths; `None` above 100.
#[must_use]
pub fn severity(rules: &PentestRules, cvss_tenths: u8) -> Option<&Id> {
    rules.severities.row(i64::from(cvss_tenths)).map(|severity| &severity.id.value)
}

/// Whether a finding must be fixed in time and retested: a serious score, or a class that fails at
/// once.
#[must_use]
pub fn is_serious(rules: &PentestRules, finding: &Finding) -> bool {
    let by_score = severity(rules, finding.cvss_tenths)
        .is_some_and(|id| rules.serious.iter().any(|serious| serious.value == *id));
    by_score || failing_classes(rules, finding).next().is_some()
}

/// The classes that fail at once and to which a finding belongs, by name or by score.
pub fn failing_classes<'a>(
    rules: &'a PentestRules,
    finding: &'a Finding,
) -> impl Iterator<Item = &'a FailingClass> {
    rules.failing_classes.iter().filter(move |class| {
        let by_name = finding.class.as_ref() == Some(&class.id.value);
        by_name || class.cvss_from.is_some_and(|from| finding.cvss_tenths >= from)
    })
}

/// Whether a finding is closed on `today`: fixed, and shown so by whom it takes. A serious one
/// needs the testing firm's retest; others the publisher's own proof. Source: acceptance E18.
#[must_use]
pub fn is_closed(rules: &PentestRules, finding: &Finding, today: Day) -> bool {
    let fixed = finding.fixed_on.is_some_and(|fixed_on| fixed_on <= today);
    let proved = match (is_serious(rules, finding), finding.proof) {
        (_, Some(FixProof::FirmRetest)) | (false, Some(FixProof::Own)) => true,
        (true, Some(FixProof::Own)) | (_, None) => false,
    };
    fixed && proved
}

/// The last day for fixing a serious finding: the program's window from the end of the test, or the
/// publisher's own patch window of that severity when it ends sooner. Source: acceptance E14, E15.
#[must_use]
pub fn fix_due(
    program: &Framework,
    rules: &PentestRules,
    report: &PentestReport,
    finding: &Finding,
) -> Day {
    let limit = program.windows.get(WindowId::SeriousFindingFix).last_day(report.ended_on);
    let own = severity(rules, finding.cvss_tenths).and_then(|id| report.patch_windows.get(id));
    own.map_or(limit, |&days| limit.min(report.ended_on.plus_days(i32::from(days))))
}
