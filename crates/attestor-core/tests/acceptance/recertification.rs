//! Section G: how long a certificate holds, when it is renewed, which changes must be reported.

use attestor_core::certification::change::{ChangeState, Notice, undecided};
use attestor_core::certification::lifecycle::{
    Certificate, CertificateState, Renewal, certificate, grace_ends, renewed_until, state,
};
use attestor_core::certification::reason::RuleId;
use attestor_core::certification::start::refusals;
use attestor_core::day::Day;
use attestor_core::party::Party;

use crate::case::{a_complete_case, day, id};
use crate::program::program;

pub(crate) const ROWS: &[&str] =
    &["G1", "G2", "G3", "G4", "G5", "G6", "G7", "G8", "G9", "G10", "G11", "G12"];

/// The certificate of rows G1 to G8.
fn of_march() -> Certificate {
    certificate(program(), day("2025-03-15"))
}

fn at(renewal: &Renewal, today: &str) -> CertificateState {
    state(program(), &of_march(), renewal, day(today))
}

#[test]
fn g1_certificate_names_its_expiry_window_and_reminders() {
    let found = of_march();
    assert_eq!(found.expires, day("2026-03-15"));
    assert_eq!(found.recertification_opens, day("2025-12-15"));
    assert_eq!(found.reminders, ["2025-12-15", "2026-01-14", "2026-02-13"].map(day));
}

#[test]
fn g2_renewal_starts_on_the_first_day_of_its_window() {
    let mut case = a_complete_case();
    case.dates.certified_on = Some(day("2025-03-15"));
    case.attestation.as_mut().unwrap().submitted_on = Some(day("2025-12-01"));
    let rules = |on: &str| -> Vec<RuleId> {
        refusals(program(), &case, day(on)).into_iter().map(|it| it.rule).collect()
    };
    assert_eq!(rules("2025-12-14"), [RuleId::RecertificationTooEarly]);
    assert_eq!(rules("2025-12-15"), []);
}

/// A renewal with the day its documents were accepted and the day it was approved.
fn renewal(accepted_on: Option<&str>, approved_on: Option<&str>) -> Renewal {
    Renewal {
        documents_accepted_on: accepted_on.map(day),
        approved_on: approved_on.map(day),
        revoked_on: None,
    }
}

#[test]
fn renewed_certificate_keeps_its_anniversary_unless_it_lapsed() {
    for (row, renewal, expected) in [
        ("G3", renewal(Some("2025-12-20"), Some("2026-01-20")), "2027-03-15"),
        ("G5", renewal(Some("2026-03-12"), Some("2026-04-20")), "2027-03-15"),
        ("G8", renewal(Some("2026-07-01"), Some("2026-08-01")), "2027-08-01"),
    ] {
        let found = renewed_until(program(), &of_march(), &renewal);
        assert_eq!(found, Some(day(expected)), "{row}");
        let approved_on = renewal.approved_on.map_or_else(String::new, |it| it.to_string());
        assert_eq!(at(&renewal, &approved_on), CertificateState::Certified, "{row}");
        assert_eq!(at(&renewal, expected), CertificateState::Certified, "{row}");
    }
}

#[test]
fn certificate_is_shown_until_its_grace_ends() {
    let accepted = renewal(Some("2026-03-12"), None);
    let nothing = Renewal::default();
    for (row, renewal, today, expected) in [
        ("G4", &accepted, "2026-03-16", CertificateState::InProgress),
        ("G4", &accepted, "2026-05-11", CertificateState::InProgress),
        ("G6", &accepted, "2026-05-12", CertificateState::RevokedExpired),
        ("G7", &nothing, "2026-03-15", CertificateState::Certified),
        ("G7", &nothing, "2026-03-16", CertificateState::RevokedExpired),
        ("G8", &nothing, "2026-07-31", CertificateState::RevokedExpired),
    ] {
        assert_eq!(at(renewal, today), expected, "{row} {today}");
    }
    assert_eq!(grace_ends(program(), &of_march(), &accepted), day("2026-05-11"));
}

#[test]
fn g6_badge_page_and_logo_right_end_with_the_certificate() {
    let shown = |state: CertificateState| state.is_shown();
    assert!(shown(CertificateState::Certified));
    assert!(shown(CertificateState::InProgress));
    assert!(!shown(CertificateState::RevokedExpired));
    assert!(!shown(CertificateState::Revoked));
    assert_eq!(CertificateState::RevokedExpired.as_str(), "revoked_expired");
}

#[test]
fn certificate_days_are_clamped_to_the_end_of_the_month() {
    let days = |certified_on: &str| -> (Day, Day) {
        let found = certificate(program(), day(certified_on));
        (found.expires, found.recertification_opens)
    };
    assert_eq!(days("2024-02-29"), (day("2025-02-28"), day("2024-11-30")), "G9");
    assert_eq!(days("2026-05-31").1, day("2027-03-02"), "G10");
}

#[test]
fn g11_hosting_move_is_reported_or_may_cost_the_certificate() {
    let moved = |notice| undecided(program(), &id("hosting-move"), notice);
    assert_eq!(moved(Notice::Given), Some(ChangeState::Reported));
    assert_eq!(moved(Notice::Missing), Some(ChangeState::NoticeMissed));
    assert_eq!(moved(Notice::Missing).map(ChangeState::whose_move), Some(Party::Analyst));
    let revoked = Renewal { revoked_on: Some(day("2025-09-01")), ..Renewal::default() };
    assert_eq!(at(&revoked, "2025-09-01"), CertificateState::Revoked);
}

#[test]
fn g12_patches_need_no_notice() {
    assert_eq!(undecided(program(), &id("patch"), Notice::Missing), None);
}
