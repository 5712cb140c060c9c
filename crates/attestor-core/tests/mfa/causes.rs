//! The ten causes: each can be the primary one, the order holds, and nothing is guessed.

use std::collections::HashSet;

use attestor_core::day::Day;
use attestor_core::mfa::diagnosis::{Activities, Activity, Case, Cause, Diagnosis, Evidence};
use attestor_core::mfa::directory::{Directory, FactKind, Missing, Scene};
use attestor_core::mfa::event::{CaStatus, Channel, Event, MfaBasis, TokenIssuer};
use attestor_core::mfa::metric::Window;
use attestor_core::mfa::source::Body;
use attestor_core::mfa::zone::Zone;

use super::directory::{JANE, PORTAL, directory, key, policy};
use super::metrics::event;
use super::rule;

fn window() -> Window {
    Window::of(Day::parse("2026-11-22").unwrap(), &Zone::utc())
}

fn activity(events: &[Event<'_>]) -> Activity {
    let mut all = Activities::default();
    let rule = rule();
    events.iter().for_each(|event| all.add(Channel::Portal, event, &window(), &rule));
    all.without().remove(0)
}

fn diagnose(directory: &Directory, activity: &Activity) -> Diagnosis {
    let rule = rule();
    let (apps, claim_proven) = (HashSet::from([key(PORTAL)]), HashSet::new());
    let scene = Scene { apps: &apps, claim_proven: &claim_proven };
    Case { directory, scene, rule: &rule, window: window(), activity }.diagnose()
}

/// One operation of Jane without multifactor authentication.
fn visit() -> Event<'static> {
    event("2026-11-17T10:00:00Z", "jane", false)
}

const REGISTERED: &str = r#"{"id":"jane","isMfaRegistered":true,"isAdmin":false}"#;
const UNREGISTERED: &str = r#"{"id":"jane","isMfaRegistered":false,"isAdmin":false}"#;
const DEFAULTS: &str = r#"{"id":"x","isEnabled":true}"#;
const FEDERATED: &str = r#"{"id":"contoso.example","authenticationType":"Federated"}"#;

#[test]
fn every_cause_can_be_the_primary_one() {
    let young = JANE.replace("}", ",\"createdDateTime\":\"2026-11-12T00:00:00Z\"}");
    let all = policy(&[]);
    let recent =
        policy(&[("\"modifiedDateTime\":null", "\"modifiedDateTime\":\"2026-11-20T00:00:00Z\"")]);
    let without_jane = policy(&[("\"excludeUsers\":[]", "\"excludeUsers\":[\"jane\"]")]);
    let reporting = policy(&[("\"enabled\"", "\"enabledForReportingButNotEnforced\"")]);
    let other = policy(&[
        ("\"id\":\"p\"", "\"id\":\"q\""),
        ("\"includeUsers\":[\"All\"]", "\"includeUsers\":[\"john\"]"),
    ]);
    let custom = policy(&[
        ("[\"mfa\"]", "[]"),
        ("\"customAuthenticationFactors\":[]", "\"customAuthenticationFactors\":[\"x\"]"),
    ]);
    let risky = policy(&[("\"signInRiskLevels\":[]", "\"signInRiskLevels\":[\"high\"]")]);
    let adfs = Event { issuer: TokenIssuer::Federated, ..visit() };
    let not_applied = Event { ca_status: CaStatus::NotApplied, ..visit() };
    let old_client = Event { client_app: "Exchange ActiveSync".into(), ..visit() };
    for (facts, visit, cause) in [
        (vec![JANE, &recent, REGISTERED], visit(), Cause::RecentRollout),
        (vec![JANE, &reporting, REGISTERED], visit(), Cause::NotImplemented),
        (vec![JANE, REGISTERED], visit(), Cause::NotImplemented),
        (vec![JANE, &without_jane, REGISTERED], visit(), Cause::ExcludedUser),
        (vec![JANE, &reporting, &other, REGISTERED], visit(), Cause::ExcludedUser),
        (vec![JANE, &custom, REGISTERED], visit(), Cause::CustomControl),
        (vec![JANE, FEDERATED, REGISTERED], adfs, Cause::FederationClaimMissing),
        (vec![&young, DEFAULTS, UNREGISTERED], visit(), Cause::SecurityDefaultsGrace),
        (vec![JANE, DEFAULTS, REGISTERED], visit(), Cause::SecurityDefaultsRiskBased),
        (vec![JANE, &all, UNREGISTERED], visit(), Cause::NotRegistered),
        (vec![JANE, &risky, REGISTERED], not_applied, Cause::ConditionNotMet),
        (vec![JANE, &all, REGISTERED], old_client, Cause::LegacyClient),
        (vec![JANE, &all, REGISTERED], visit(), Cause::Unknown),
    ] {
        let found = diagnose(&directory(&facts), &activity(std::slice::from_ref(&visit)));
        assert_eq!(found.primary, cause, "{found:?}");
        assert!(found.missing.is_empty(), "{found:?}");
        let evidence = Evidence::Request(visit.request_id);
        let told = found.matched.iter().all(|matched| matched.evidence.contains(&evidence));
        assert!(told, "{found:?}");
    }
}

/// J8.
#[test]
fn custom_control_of_a_third_party_is_named() {
    let custom = policy(&[
        ("[\"mfa\"]", "[]"),
        ("\"customAuthenticationFactors\":[]", "\"customAuthenticationFactors\":[\"x\"]"),
    ]);
    let found = diagnose(&directory(&[JANE, &custom, REGISTERED]), &activity(&[visit()]));
    assert_eq!(found.primary, Cause::CustomControl);
    assert_eq!(found.matched[0].evidence[0], Evidence::Policy(key("p")));
    assert_eq!(found.primary.fix_key(), "mfa-cause-custom-control-fix");
}

/// J9: the fourteenth day is the last of grace.
#[test]
fn new_user_is_within_the_enrollment_of_14_days() {
    for (created, cause) in [
        ("2026-11-12", Cause::SecurityDefaultsGrace),
        ("2026-11-08", Cause::SecurityDefaultsGrace),
        ("2026-11-07", Cause::NotRegistered),
    ] {
        let jane = JANE.replace('}', &format!(",\"createdDateTime\":\"{created}T00:00:00Z\"}}"));
        let found = diagnose(&directory(&[&jane, DEFAULTS, UNREGISTERED]), &activity(&[visit()]));
        assert_eq!(found.primary, cause, "{created}");
    }
}

/// J11: everything is enforced since yesterday, and the numbers of requests lag.
#[test]
fn requests_lag_behind_a_rollout() {
    let recent =
        policy(&[("\"modifiedDateTime\":null", "\"modifiedDateTime\":\"2026-11-21T00:00:00Z\"")]);
    let directory = directory(&[JANE, &recent]);
    let (apps, none) = (HashSet::from([key(PORTAL)]), HashSet::new());
    let scene = Scene { apps: &apps, claim_proven: &none };
    assert_eq!(directory.configuration(&scene).unwrap().ratio().to_string(), "100.0 %");
    let found = diagnose(&directory, &activity(&[visit()]));
    assert_eq!(found.primary, Cause::RecentRollout);
    let late = event("2026-11-21T10:00:00Z", "jane", false);
    let found = diagnose(&directory, &activity(&[visit(), late]));
    assert_ne!(found.primary, Cause::RecentRollout, "somebody came without after the rollout");
}

#[test]
fn all_matching_causes_are_kept_in_their_order() {
    let without_jane = policy(&[("\"excludeUsers\":[]", "\"excludeUsers\":[\"jane\"]")]);
    let old_client = Event { client_app: "POP3".into(), ..visit() };
    let found =
        diagnose(&directory(&[JANE, &without_jane, UNREGISTERED]), &activity(&[old_client]));
    let causes: Vec<Cause> = found.matched.iter().map(|matched| matched.cause).collect();
    assert_eq!(causes, [Cause::ExcludedUser, Cause::NotRegistered, Cause::LegacyClient]);
}

#[test]
fn missing_files_make_the_cause_unknown() {
    let nothing = diagnose(&Directory::default(), &activity(&[visit()]));
    assert_eq!(nothing.primary, Cause::Unknown);
    assert!(nothing.missing.contains(&Missing::Users));
    let rule = rule();
    let mut some = Directory::default();
    for fact in [JANE, UNREGISTERED] {
        some.take(&Body::Json(fact.as_bytes()), &rule).unwrap();
    }
    let found = diagnose(&some, &activity(&[visit()]));
    assert_eq!(found.primary, Cause::Unknown, "an earlier cause may be the first");
    assert!(found.missing.contains(&Missing::Policies) && Missing::Policies.needs_license());
    assert_eq!(found.matched[0].cause, Cause::NotRegistered);
    some.know(FactKind::Policy);
    assert!(!diagnose(&some, &activity(&[visit()])).missing.contains(&Missing::Policies));
}

#[test]
fn who_proved_the_claim_once_is_not_told_that_it_is_missing() {
    let proven = Event {
        mfa: true,
        basis: MfaBasis::Federated,
        ..event("2026-11-16T10:00:00Z", "jane", true)
    };
    let adfs = Event { issuer: TokenIssuer::Federated, ..visit() };
    let found = diagnose(&directory(&[JANE, FEDERATED, REGISTERED]), &activity(&[proven, adfs]));
    let causes: Vec<Cause> = found.matched.iter().map(|matched| matched.cause).collect();
    assert!(!causes.contains(&Cause::FederationClaimMissing), "{causes:?}");
}

#[test]
fn evidence_is_the_newest_ten_requests() {
    let events: Vec<Event<'_>> =
        (0..30).map(|at| event(&format!("2026-11-17T10:00:{at:02}Z"), "jane", false)).collect();
    let found = activity(&events);
    assert_eq!((found.without, found.newest.len()), (30, 10));
    assert_eq!(found.newest[0].1, events[29].request_id);
}
