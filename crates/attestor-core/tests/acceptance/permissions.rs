//! Section K: permissions at the decision. Rows K1 to K4 stand beside the permission rules.

use attestor_core::certification::case::{Judgment, Permission};
use attestor_core::certification::controls::ControlState;
use attestor_core::certification::decision::Outcome;
use attestor_core::certification::hard_fails::HardFailState;
use attestor_core::certification::reason::RuleId;

use crate::case::{a_complete_case, a_permission, assess, control, today};

pub(crate) const ROWS: &[&str] = &["K5"];

#[test]
fn k5_over_broad_permission_fails_at_once() {
    let mut case = a_complete_case();
    let judgment = Some(Judgment::OverBroad);
    case.permissions = Some(vec![Permission { judgment, ..a_permission("User.Read") }]);
    let found = assess(&case, today());
    let hard_fail = found.hard_fails.iter().find(|it| it.hard_fail.id.value == *"HF-PERM").unwrap();
    assert_eq!(hard_fail.state, HardFailState::Fails);
    assert_eq!(found.outcome, Outcome::Fails);
    assert!(found.domains.iter().all(|it| it.passed), "the score alone would pass");
}

/// Row K4 from the case's side.
#[test]
fn permission_that_only_the_manifest_has_is_a_difference() {
    let mut case = a_complete_case();
    case.permissions.as_mut().unwrap().push(a_permission("Mail.Read"));
    let found = assess(&case, today());
    let outcome = control(&found, "APP-PERM-02");
    assert_eq!(outcome.state, ControlState::NotMet);
    assert_eq!(outcome.reasons[0].rule, RuleId::PermissionDifference);
}
