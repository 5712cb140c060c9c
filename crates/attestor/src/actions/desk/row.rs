//! What lists need to know of a case.

use attestor_core::day::Day;
use attestor_core::desk::file::CaseFile;
use attestor_core::desk::guard::Rules;
use attestor_core::desk::standing::{Standing, standing};

use crate::store::desk::CaseRow;

/// Where a case stands on a day.
pub(super) fn standing_on(file: &CaseFile, rules: Rules<'_>, today: Day) -> Standing {
    standing(rules.program, file, &rules.assess(file, today))
}

/// The row of a case that stands so.
pub(super) fn of(file: &CaseFile, standing: &Standing) -> CaseRow {
    CaseRow {
        case_id: file.id.clone(),
        organization_id: file.organization.clone(),
        app_id: file.case.app.id.clone(),
        app_name: file.case.app.name.clone(),
        framework: file.framework.to_string(),
        edition: file.edition.clone(),
        state: standing.stage.to_string(),
        whose_move: standing.party.to_string(),
        due_on: standing.due.map(|day| day.to_string()),
        analyst: file.analyst.as_ref().map(|(account, _)| account.clone()),
        opened_at: file.opened_at.to_string(),
        changed_at: file.changed_at.to_string(),
        number: i64::try_from(file.number).unwrap_or(i64::MAX),
        open: !standing.stage.is_over(),
        waiting: i64::try_from(standing.counts.submitted).unwrap_or(i64::MAX),
    }
}
