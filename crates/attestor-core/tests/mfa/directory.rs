//! Who must use multifactor authentication: every part of the definition.

use std::collections::HashSet;

use attestor_core::mfa::directory::{
    Directory, Enforcement, FactKind, Mechanism, MissReason, Missing, Scene,
};
use attestor_core::mfa::key::Key;
use attestor_core::mfa::source::{Body, Record, Records, Reject};

use super::{rule, sample};

pub(super) const PORTAL: &str = "11111111-0000-4000-8000-000000000001";

pub(super) fn key(text: &str) -> Key {
    Key::of(text).unwrap()
}

/// A directory of these facts, in which nothing else is.
pub(super) fn directory(facts: &[&str]) -> Directory {
    let mut directory = Directory::default();
    FactKind::ALL.iter().for_each(|kind| directory.know(*kind));
    directory.security_defaults = Some(false);
    let rule = rule();
    for fact in facts {
        directory.take(&Body::Json(fact.as_bytes()), &rule).unwrap();
    }
    directory
}

pub(super) const JANE: &str = r#"{"id":"jane","userPrincipalName":"Jane@contoso.example","accountEnabled":true,"userType":"Member"}"#;

/// A policy that demands multifactor authentication of all, with something replaced.
pub(super) fn policy(replace: &[(&str, &str)]) -> String {
    let all = r#"{"id":"p","displayName":"All","state":"enabled","createdDateTime":"2026-01-01T00:00:00Z",
        "modifiedDateTime":null,"conditions":{"clientAppTypes":["all"],"applications":{"includeApplications":["All"],
        "excludeApplications":[]},"users":{"includeUsers":["All"],"excludeUsers":[],"includeGroups":[],"excludeGroups":[],
        "includeRoles":[],"excludeRoles":[]},"locations":null,"platforms":null,"signInRiskLevels":[]},
        "grantControls":{"operator":"OR","builtInControls":["mfa"],"customAuthenticationFactors":[],"termsOfUse":[],
        "authenticationStrength":null}}"#;
    replace.iter().fold(all.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replace(from, to)
    })
}

fn of_jane(directory: &Directory) -> Enforcement {
    let apps = HashSet::from([key(PORTAL)]);
    let scene = Scene { apps: &apps, claim_proven: &HashSet::from([key("jane")]) };
    let user = &directory.users.as_ref().unwrap()[&key("jane")];
    directory.enforcement(user, &scene)
}

#[test]
fn policies_enforce_as_defined() {
    let strength = |satisfied: &str, id: &str| {
        format!(r#""authenticationStrength":{{"id":"{id}","requirementsSatisfied":{satisfied}}}"#)
    };
    let by_satisfied = strength("\"mfa\"", "x");
    let by_id = strength("null", "00000000-0000-0000-0000-000000000004");
    let no_strength = r#""authenticationStrength":null"#;
    for (replace, miss) in [
        (vec![], None),
        (
            vec![("\"enabled\"", "\"enabledForReportingButNotEnforced\"")],
            Some(MissReason::ReportOnly),
        ),
        (vec![("\"enabled\"", "\"disabled\"")], Some(MissReason::Disabled)),
        (vec![("[\"mfa\"]", "[]"), (no_strength, &by_satisfied)], None),
        (vec![("[\"mfa\"]", "[]"), (no_strength, &by_id)], None),
        (vec![("[\"mfa\"]", "[\"mfa\",\"compliantDevice\"]")], Some(MissReason::Weakened)),
        (vec![("[\"mfa\"]", "[\"mfa\",\"compliantDevice\"]"), ("OR", "AND")], None),
        (
            vec![("\"customAuthenticationFactors\":[]", "\"customAuthenticationFactors\":[\"x\"]")],
            Some(MissReason::Weakened),
        ),
        (
            vec![
                ("[\"mfa\"]", "[]"),
                ("\"customAuthenticationFactors\":[]", "\"customAuthenticationFactors\":[\"x\"]"),
            ],
            Some(MissReason::CustomControl),
        ),
        (vec![("\"excludeUsers\":[]", "\"excludeUsers\":[\"jane\"]")], Some(MissReason::Excluded)),
        (vec![("\"excludeGroups\":[]", "\"excludeGroups\":[\"g\"]")], Some(MissReason::Excluded)),
        (vec![("\"excludeRoles\":[]", "\"excludeRoles\":[\"r\"]")], Some(MissReason::Excluded)),
        (
            vec![("\"includeUsers\":[\"All\"]", "\"includeUsers\":[\"john\"]")],
            Some(MissReason::NotIncluded),
        ),
        (
            vec![
                ("\"includeUsers\":[\"All\"]", "\"includeUsers\":[]"),
                ("\"includeGroups\":[]", "\"includeGroups\":[\"g\"]"),
            ],
            None,
        ),
        (
            vec![
                ("\"includeUsers\":[\"All\"]", "\"includeUsers\":[]"),
                ("\"includeRoles\":[]", "\"includeRoles\":[\"r\"]"),
            ],
            None,
        ),
        (
            vec![("[\"All\"],\n        \"exclude", "[\"Office365\"],\n        \"exclude")],
            Some(MissReason::OtherApps),
        ),
        (
            vec![(
                "\"excludeApplications\":[]",
                "\"excludeApplications\":[\"11111111-0000-4000-8000-000000000001\"]",
            )],
            Some(MissReason::OtherApps),
        ),
    ] {
        // Jane is in the group by way of another one, and holds the role by the group.
        let groups = [
            r##"{"id":"g","members":[{"@odata.type":"#microsoft.graph.group","id":"h"}]}"##,
            r#"{"groupId":"h","members":["jane"]}"#,
            r#"{"principalId":"g","roleDefinitionId":"r"}"#,
        ];
        let policy = policy(&replace);
        let facts: Vec<&str> = [JANE, &policy].into_iter().chain(groups).collect();
        let found = of_jane(&directory(&facts));
        assert_eq!(found.is_enforced(), Some(miss.is_none()), "{replace:?}");
        let misses: Vec<MissReason> = found.misses.iter().map(|miss| miss.why).collect();
        assert_eq!(misses, miss.into_iter().collect::<Vec<_>>(), "{replace:?}");
    }
}

#[test]
fn conditions_are_told() {
    for (from, to, expected) in [
        (
            "\"locations\":null",
            "\"locations\":{\"includeLocations\":[\"All\"],\"excludeLocations\":[\"AllTrusted\"]}",
            true,
        ),
        (
            "\"locations\":null",
            "\"locations\":{\"includeLocations\":[\"All\"],\"excludeLocations\":[]}",
            false,
        ),
        ("\"signInRiskLevels\":[]", "\"signInRiskLevels\":[\"high\"]", true),
        ("\"clientAppTypes\":[\"all\"]", "\"clientAppTypes\":[\"exchangeActiveSync\"]", true),
        (
            "\"clientAppTypes\":[\"all\"]",
            "\"clientAppTypes\":[\"browser\",\"mobileAppsAndDesktopClients\"]",
            false,
        ),
        ("\"platforms\":null", "\"platforms\":{\"includePlatforms\":[\"windows\"]}", true),
    ] {
        let policy = policy(&[(from, to)]);
        let found = of_jane(&directory(&[JANE, &policy]));
        let told: Vec<bool> = found
            .mechanisms
            .iter()
            .map(|it| matches!(it, Mechanism::Policy { conditional: true, .. }))
            .collect();
        assert_eq!(told, [expected], "{to}");
    }
}

#[test]
fn other_mechanisms_count() {
    let domain = r#"{"id":"contoso.example","authenticationType":"Federated"}"#;
    for (fact, expected) in [
        (r#"{"userId":"jane","perUserMfaState":"enforced"}"#, vec![Mechanism::PerUser]),
        (r#"{"userId":"jane","perUserMfaState":"enabled"}"#, vec![]),
        (r#"{"id":"x","isEnabled":true}"#, vec![Mechanism::SecurityDefaults]),
        (domain, vec![Mechanism::Federation]),
        (r#"{"id":"jane","isMfaRegistered":true,"isMfaCapable":true}"#, vec![]),
    ] {
        assert_eq!(of_jane(&directory(&[JANE, fact])).mechanisms, expected, "{fact}");
    }
    let unproven = Scene { apps: &HashSet::new(), claim_proven: &HashSet::new() };
    let directory = directory(&[JANE, domain]);
    let user = &directory.users.as_ref().unwrap()[&key("jane")];
    assert_eq!(directory.enforcement(user, &unproven).is_enforced(), Some(false));
}

#[test]
fn missing_facts_are_named_instead_of_guessed() {
    let rule = rule();
    let mut only_users = Directory::default();
    only_users.take(&Body::Json(JANE.as_bytes()), &rule).unwrap();
    let found = of_jane(&only_users);
    assert_eq!(found.is_enforced(), None);
    let named: Vec<Missing> = found.missing.into_iter().collect();
    assert_eq!(
        named,
        [Missing::PerUserStates, Missing::SecurityDefaults, Missing::Policies, Missing::Domains]
    );
    let policy = policy(&[("\"excludeGroups\":[]", "\"excludeGroups\":[\"g\"]")]);
    let found = of_jane(&directory(&[JANE, &policy]));
    assert_eq!((found.is_enforced(), found.missing.contains(&Missing::Groups)), (None, true));
}

/// J1, and the first worked example of the source.
#[test]
fn contoso_has_90_percent_of_100_enabled_accounts() {
    let mut directory = directory(&[]);
    let rule = rule();
    let mut take = |text: String| directory.take(&Body::Json(text.as_bytes()), &rule).unwrap();
    for at in 0..110 {
        take(format!(
            "{{\"id\":\"u{at}\",\"userPrincipalName\":\"u{at}@contoso.example\",\"accountEnabled\":{}}}",
            at >= 10
        ));
        if at < 100 {
            take(format!("{{\"userId\":\"u{at}\",\"perUserMfaState\":\"enforced\"}}"));
        }
    }
    let scene = Scene { apps: &HashSet::new(), claim_proven: &HashSet::new() };
    let found = directory.configuration(&scene).unwrap();
    assert_eq!((found.accounts, found.enabled, found.enforced, found.unknown), (110, 100, 90, 0));
    assert_eq!(found.ratio().to_string(), "90.0 %");
    assert_eq!(Directory::default().configuration(&scene), None);
}

#[test]
fn pages_of_facts_are_read() {
    let page = format!("{{\"@odata.context\":\"x\",\"value\":[{JANE}]}}");
    let mut directory = Directory::default();
    let rule = rule();
    let mut records = Records::new();
    records.push(page.as_bytes(), |item| {
        directory.take(&item.unwrap().body, &rule).unwrap();
    });
    assert_eq!(directory.users.unwrap()[&key("jane")].upn, "jane@contoso.example");
}

#[test]
fn broken_facts_are_refused() {
    let rule = rule();
    for (fact, code) in [
        (r#"{"id":"x","accountEnabled":null}"#, "missing"),
        (r#"{"id":"x","accountEnabled":"perhaps"}"#, "wrong-type"),
        (r#"{"id":"x","id":"x","accountEnabled":true}"#, "duplicate-key"),
        (r#"{"id":"x"}"#, "unknown-shape"),
        (r#"{"id":"x","grantControls":null}"#, "missing"),
        ("[]", "unknown-shape"),
    ] {
        let found = Directory::default().take(&Body::Json(fact.as_bytes()), &rule);
        assert_eq!(found.unwrap_err().code(), code, "{fact}");
    }
}

#[test]
fn an_export_with_many_facts_is_taken_policy_by_policy() {
    let export = r#"{"baseline_version":"1","privileged_users":{"x":{"roles":[]}},
        "conditional_access_policies":[
            {"Id":"p","State":"enabled","Conditions":{},"GrantControls":{"BuiltInControls":["mfa"]}},
            {"Id":"q","State":"enabled"}]}"#;
    let (mut directory, mut told) = (Directory::default(), Vec::new());
    let body = Body::Json(export.as_bytes());
    directory.take_all(&body, &rule(), |one| told.push(one.map_err(|reason| reason.code())));
    assert_eq!(told, [Ok(FactKind::Policy), Err("missing")]);
    assert_eq!(directory.policies.as_ref().unwrap().len(), 1);
    assert!(directory.users.is_none() && directory.roles.is_none(), "not in it as a whole");
    let empty = Body::Json(br#"{"conditional_access_policies":[]}"#);
    let mut directory = Directory::default();
    directory.take_all(&empty, &rule(), |one| panic!("{one:?}"));
    assert!(directory.policies.is_some_and(|policies| policies.is_empty()), "handed in, and none");
}

/// The policies of a real directory, which use only authentication strengths.
#[test]
fn policies_written_by_powershell_are_read() {
    let Some(bytes) = sample("scuba/aad_settings_export.json") else { return };
    let mut directory = directory(&[JANE]);
    let (rule, mut records) = (rule(), Records::new());
    let mut take = |item: Result<Record<'_>, Reject>| {
        directory.take_all(&item.unwrap().body, &rule, |told| assert!(told.is_ok(), "{told:?}"));
    };
    records.push(&bytes, &mut take);
    records.finish(&mut take);
    let read = directory.policies.as_ref().unwrap();
    assert_eq!(read.len(), 7);
    let enforcing: Vec<&str> = read
        .values()
        .filter(|policy| policy.enforces())
        .map(|policy| policy.name.as_str())
        .collect();
    assert!(!enforcing.is_empty() && enforcing.len() < 7, "{enforcing:?}");
    assert!(read.values().all(|policy| policy.modified.is_some()));
    assert_eq!(of_jane(&directory).is_enforced(), Some(true));
}
