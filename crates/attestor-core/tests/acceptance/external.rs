//! Section H: which reports on other frameworks count, and what they leave open.
//!
//! The reference date is 2026-06-30 where a row names none.

use attestor_core::answer::Answer;
use attestor_core::certification::case::{Case, ExternalReport, Review, Verdict};
use attestor_core::certification::controls::ControlState;
use attestor_core::certification::external::{ExternalVerdict, Remainder, judge, remainder};
use attestor_core::certification::reason::RuleId;

use crate::case::{
    a_complete_case_on, a_report, assess, control, day, id, ids, state_of, take_away,
};
use crate::program::{library, program};

pub(crate) const ROWS: &[&str] = &[
    "H1", "H2", "H3", "H4", "H5", "H6", "H7", "H8", "H9", "H10", "H11", "H12", "H13", "H14", "H15",
    "H16", "H17", "H18",
];

/// The last day on which a report counts, or the rule that refuses it.
fn judged(report: &ExternalReport, today: &str) -> Result<String, RuleId> {
    let found = judge(program(), report, day(today));
    match found.verdict {
        ExternalVerdict::Accepted { until } => Ok(until.to_string()),
        ExternalVerdict::Refused => Err(found.decided_by.rule),
    }
}

fn soc2(issued_on: &str, period_began_on: Option<&str>) -> ExternalReport {
    let period_began_on = period_began_on.map(day);
    ExternalReport { issued_on: day(issued_on), period_began_on, ..a_report("soc2") }
}

#[test]
fn soc2_follows_its_own_age_rule() {
    let today = "2026-06-30";
    for (row, report, today, expected) in [
        ("H1", soc2("2025-03-30", Some("2024-03-30")), today, Ok("2026-06-30")),
        ("H2", soc2("2025-03-29", Some("2024-10-01")), today, Err(RuleId::ExternalIssued)),
        ("H3", soc2("2026-01-10", Some("2024-03-29")), today, Err(RuleId::ExternalPeriod)),
        ("H5", soc2("2025-04-15", None), today, Ok("2026-07-15")),
        ("H6", soc2("2025-02-28", None), "2026-05-31", Err(RuleId::ExternalIssued)),
    ] {
        assert_eq!(judged(&report, today), expected.map(str::to_owned), "{row}");
    }
}

#[test]
fn h4_first_type_of_soc2_satisfies_nothing() {
    let report = ExternalReport { report_type: Some("1".to_owned()), ..soc2("2026-05-01", None) };
    assert_eq!(judged(&report, "2026-06-30"), Err(RuleId::ExternalType));
    assert_eq!(state_with(report, "OPS-RSK-05"), ControlState::Missing);
}

fn pci(issued_on: &str, reassessment: Answer) -> ExternalReport {
    ExternalReport { issued_on: day(issued_on), reassessment, ..a_report("pci-dss") }
}

#[test]
fn pci_attestation_counts_twelve_months_or_fifteen_in_a_reassessment() {
    for (row, report, expected) in [
        ("H7", pci("2025-06-30", Answer::No), Ok("2026-06-30")),
        ("H7", pci("2025-06-29", Answer::No), Err(RuleId::ExternalAge)),
        ("H8", pci("2025-06-29", Answer::Yes), Ok("2026-09-29")),
        ("H9", pci("2025-03-30", Answer::Yes), Ok("2026-06-30")),
        ("H9", pci("2025-03-29", Answer::Yes), Err(RuleId::ExternalReassessmentAge)),
    ] {
        assert_eq!(judged(&report, "2026-06-30"), expected.map(str::to_owned), "{row}");
    }
}

#[test]
fn h10_aoc_by_the_publisher_itself_is_refused() {
    let report = ExternalReport { assessor: Some(id("self")), ..pci("2026-06-23", Answer::No) };
    assert_eq!(judged(&report, "2026-06-30"), Err(RuleId::ExternalAssessor));
}

fn iso(edition: &str, soa_rows: u16, issued_on: &str) -> ExternalReport {
    ExternalReport {
        edition: Some(id(edition)),
        soa_rows: Some(soa_rows),
        issued_on: day(issued_on),
        ..a_report("iso27001")
    }
}

#[test]
fn h11_certificates_to_the_edition_of_2013_ended() {
    let report = iso("2013", 114, "2025-05-01");
    assert_eq!(judged(&report, "2025-10-31"), Ok("2025-10-31".to_owned()));
    assert_eq!(judged(&report, "2025-11-01"), Err(RuleId::ExternalEditionEnded));
    assert_eq!(judged(&report, "2026-06-30"), Err(RuleId::ExternalEditionEnded));
}

#[test]
fn h12_certificate_is_as_old_as_its_surveillance_audit() {
    let audited_on = Some(day("2026-02-10"));
    let report = ExternalReport { audited_on, ..iso("2022", 93, "2024-05-01") };
    assert_eq!(judged(&report, "2026-06-30"), Ok("2027-02-10".to_owned()));
}

#[test]
fn h13_statement_of_another_edition_is_returned() {
    let report = iso("2022", 114, "2026-05-01");
    assert_eq!(judged(&report, "2026-06-30"), Err(RuleId::ExternalSoaRows));
}

/// A case on virtual machines with a report and without own evidence for a control.
fn with(report: ExternalReport, name: &str) -> Case {
    let mut case = a_complete_case_on(program(), &["iaas"]);
    case.external.push(report);
    take_away(&mut case, &[name]);
    case
}

fn state_with(report: ExternalReport, name: &str) -> ControlState {
    state_of(&with(report, name), name)
}

#[test]
fn h14_excluded_item_leaves_everything_to_own_evidence() {
    let excluded = ids(&["A.8.7"]);
    let report = ExternalReport { excluded, ..a_report("iso27001") };
    let (_, malware) = program().control(&id("OPS-MAL-01")).unwrap();
    assert_eq!(remainder(program(), malware, &report), Remainder::Everything);
    let Remainder::Gaps(gaps) = remainder(program(), malware, &a_report("iso27001")) else {
        panic!("the list of gaps is what a report without exclusions leaves");
    };
    assert_eq!(gaps.len(), 3);
}

#[test]
fn h15_report_does_not_stand_in_for_what_its_framework_does_not_assess() {
    assert_eq!(state_with(a_report("iso27001"), "OPS-SCN-01"), ControlState::Missing);
    assert_eq!(state_with(a_report("iso27001"), "OPS-RSK-05"), ControlState::Met);
}

/// An analyst's word opens only what nobody published a list for.
#[test]
fn h15_analyst_cannot_accept_what_a_framework_does_not_assess() {
    let accepted = |framework: &str, name: &str| {
        let mut case = with(a_report(framework), name);
        let external = Some(id(framework));
        let reason = "shown in the report".to_owned();
        let verdict = Verdict::Approved;
        case.reviews.insert(id(name), Review { verdict, reason, external });
        state_of(&case, name)
    };
    assert_eq!(accepted("iso27001", "OPS-SCN-01"), ControlState::Missing);
    assert_eq!(accepted("fedramp", "OPS-SCN-01"), ControlState::Met);
}

#[test]
fn h16_certificate_for_the_head_office_satisfies_nothing() {
    let report = ExternalReport { covers_environment: Answer::No, ..a_report("iso27001") };
    assert_eq!(judged(&report, "2026-06-30"), Err(RuleId::ExternalScope));
    let case = with(report, "OPS-RSK-05");
    let found = assess(&case, day("2026-06-30"));
    assert_eq!(control(&found, "OPS-RSK-05").state, ControlState::Missing);
}

#[test]
fn items_of_2013_are_asked_in_the_terms_of_2022() {
    let crosswalk = &library().crosswalks[0];
    for (row, old, expected) in
        [("H17", "A.13.2.1", &["A.5.14"][..]), ("H18", "A.18.2.3", &["A.5.36", "A.8.8"])]
    {
        let mut found: Vec<&str> =
            crosswalk.forward(&id(old)).iter().map(|it| it.as_str()).collect();
        found.sort_unstable();
        assert_eq!(found, expected, "{row}");
    }
}
