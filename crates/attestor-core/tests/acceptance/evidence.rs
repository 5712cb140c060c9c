//! Section D: which evidence counts, how old it may be, what becomes of it.

use attestor_core::certification::case::{Case, Evidence};
use attestor_core::certification::controls::ControlState;
use attestor_core::certification::lifecycle::CertificateState;
use attestor_core::certification::reason::RuleId;
use attestor_core::certification::retention::{CloneFamily, CloneRefusal, erased_on, may_clone};

use crate::case::{a_complete_case, assess, control, day, evidence_of, id, state_of, today};
use crate::program::program;

pub(crate) const ROWS: &[&str] = &["D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8", "D9", "D10"];

/// A control that one piece of evidence shows.
const POLICY: &str = "OPS-RSK-01";
const SETTING: &str = "OPS-NSC-01";

/// The complete case with its one piece of evidence for a control changed.
fn with(name: &str, change: impl FnOnce(&mut Evidence)) -> Case {
    let mut case = a_complete_case();
    let mut items = evidence_of(&mut case, name);
    assert_eq!(items.len(), 1);
    change(items[0]);
    case
}

fn found(case: &Case, name: &str) -> (ControlState, RuleId) {
    let assessment = assess(case, today());
    let outcome = control(&assessment, name);
    (outcome.state, outcome.reasons[0].rule)
}

const MET: (ControlState, RuleId) = (ControlState::Met, RuleId::MetByEvidence);
const STALE: (ControlState, RuleId) = (ControlState::Stale, RuleId::EvidenceStale);

#[test]
fn evidence_is_less_than_three_months_old_when_it_is_handed_in() {
    for (row, captured, submitted, expected) in [
        ("D1", "2026-01-15", "2026-04-14", MET),
        ("D2", "2026-01-15", "2026-04-15", STALE),
        ("D3", "2026-01-31", "2026-04-29", MET),
        ("D3", "2026-01-31", "2026-04-30", STALE),
        ("D6", "2025-09-01", "2026-02-01", STALE),
    ] {
        let case = with(POLICY, |item| {
            item.captured_on = day(captured);
            item.submitted_on = Some(day(submitted));
        });
        assert_eq!(found(&case, POLICY), expected, "{row} {submitted}");
    }
}

#[test]
fn d4_picture_of_a_policy_is_returned() {
    let case = with(POLICY, |item| {
        item.form = id("screenshot");
        item.shows = crate::case::ids(&["full-screen", "user", "timestamp"]);
    });
    assert_eq!(found(&case, POLICY), (ControlState::Returned, RuleId::EvidenceForm));
}

#[test]
fn d5_screenshot_without_time_stamp_or_user_is_returned() {
    let shown = |shows: &[&str]| {
        let case = with(SETTING, |item| {
            item.form = id("screenshot");
            item.shows = crate::case::ids(shows);
        });
        found(&case, SETTING)
    };
    let returned = (ControlState::Returned, RuleId::EvidenceShows);
    assert_eq!(shown(&["full-screen", "user"]), returned);
    assert_eq!(shown(&["full-screen", "timestamp"]), returned);
    assert_eq!(shown(&["full-screen", "user", "timestamp"]), MET);
}

#[test]
fn d6_taking_over_from_a_certified_app_is_allowed() {
    let allowed =
        may_clone(Some(CertificateState::Certified), CloneFamily::M365, CloneFamily::M365);
    assert_eq!(allowed, Ok(()));
}

#[test]
fn d7_taking_over_from_an_open_case_or_another_family_is_refused() {
    let (m365, saas) = (CloneFamily::M365, CloneFamily::SaaS);
    let certified = Some(CertificateState::Certified);
    for source in [None, Some(CertificateState::InProgress)] {
        assert_eq!(may_clone(source, m365, m365), Err(CloneRefusal::SourceNotCertified));
    }
    assert_eq!(may_clone(certified, saas, m365), Err(CloneRefusal::AcrossFamilies));
    assert_eq!(may_clone(certified, m365, saas), Err(CloneRefusal::AcrossFamilies));
}

#[test]
fn d8_evidence_is_erased_after_eighteen_months() {
    assert_eq!(erased_on(program(), day("2025-01-31")), day("2026-07-31"));
}

/// The assessment is on 2026-06-30.
#[test]
fn new_process_is_shown_by_one_run_and_an_old_one_by_its_history() {
    let history = (ControlState::Returned, RuleId::EvidenceHistory);
    for (row, built, runs, expected) in [
        ("D9", "2026-04-30", 1, MET),
        ("D10", "2025-06-30", 1, history),
        ("D10", "2025-04-30", 1, history),
        ("D10", "2025-04-30", 4, MET),
    ] {
        let case = with(SETTING, |item| {
            item.process_built_on = Some(day(built));
            item.runs = Some(runs);
        });
        assert_eq!(found(&case, SETTING), expected, "{row} {built} {runs}");
    }
}

#[test]
fn d1_other_controls_do_not_notice_a_stale_piece() {
    let case = with(POLICY, |item| item.captured_on = day("2026-01-01"));
    assert_eq!(state_of(&case, POLICY), ControlState::Stale);
    assert_eq!(state_of(&case, SETTING), ControlState::Met);
}
