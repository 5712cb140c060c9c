use super::*;

const RULES: &str = include_str!("../../../../../frameworks/m365-certification/permissions.yaml");
const GRAPH: &str =
    include_str!("../../../../../frameworks/m365-certification/graph-permissions.csv");

/// The names of K1 (seed 000); two are translated on the page and stand here as identifiers.
const K1: [&str; 18] = [
    "Calendars.ReadWrite",
    "Contacts.ReadWrite",
    "Directory.AccessAsUser.All",
    "Directory.ReadWrite.All",
    "Files.ReadWrite.All",
    "Group.Read.All",
    "Group.ReadWrite.All",
    "Mail.ReadWrite",
    "MailboxSettings.ReadWrite",
    "Tasks.ReadWrite",
    "User.Read",
    "User.Read.All",
    "User.ReadBasic.All",
    "User.ReadWrite",
    "email",
    "offline_access",
    "openid",
    "profile",
];

/// The names of K2 (seed 003).
const K2: [&str; 13] = [
    "Calendars.ReadWrite",
    "Contacts.ReadWrite",
    "Directory.Read.All",
    "Directory.ReadWrite.All",
    "Files.ReadWrite.All",
    "Group.Read.All",
    "Group.ReadWrite.All",
    "Mail.ReadWrite",
    "Sites.Manage.All",
    "Sites.Read.All",
    "Sites.ReadWrite.All",
    "Tasks.ReadWrite",
    "User.Read",
];

pub(super) fn rules() -> PermissionRules {
    PermissionRules::load("permissions.yaml", RULES).unwrap()
}

fn graph() -> Catalog {
    Catalog::load(&rules().resource_app, "graph-permissions.csv", GRAPH).unwrap()
}

pub(super) fn name(text: &str) -> PermissionName {
    PermissionName::parse(text).unwrap()
}

fn row(text: &str) -> Requested {
    Requested::named(name(text))
}

fn typed(text: &str, kind: PermissionKind) -> Requested {
    Requested { kind: Some(kind), ..row(text) }
}

fn because(text: &str, reason: &str) -> Requested {
    Requested { justification: Some(reason.to_owned()), ..row(text) }
}

fn delegated(names: &[&str]) -> Vec<Requested> {
    names.iter().map(|text| typed(text, PermissionKind::Delegated)).collect()
}

fn covers(rows: &[Requested]) -> Vec<(String, String)> {
    let found = implied(rows, &rules());
    found.iter().map(|one| (one.row.name.to_string(), one.covered_by.to_string())).collect()
}

fn pairs(rows: &[(&str, &str)]) -> Vec<(String, String)> {
    rows.iter().map(|(row, cover)| ((*row).to_owned(), (*cover).to_owned())).collect()
}

#[test]
fn k1_names_exactly_three_of_eighteen() {
    let expected = pairs(&[
        ("Group.Read.All", "Group.ReadWrite.All"),
        ("User.Read", "User.ReadWrite"),
        ("User.ReadBasic.All", "User.Read.All"),
    ]);
    assert_eq!(covers(&delegated(&K1)), expected);
    let untyped: Vec<Requested> = K1.iter().map(|text| row(text)).collect();
    assert_eq!(covers(&untyped), expected);
}

#[test]
fn k2_names_exactly_four_of_thirteen() {
    let expected = pairs(&[
        ("Directory.Read.All", "Directory.ReadWrite.All"),
        ("Group.Read.All", "Group.ReadWrite.All"),
        ("Sites.Read.All", "Sites.Manage.All"),
        ("Sites.ReadWrite.All", "Sites.Manage.All"),
    ]);
    assert_eq!(covers(&delegated(&K2)), expected);
}

#[test]
fn k3_one_reason_on_all_rows_flags_every_row() {
    let rows: Vec<Requested> =
        K1.iter().map(|text| because(text, "No data is kept in the app's database.")).collect();
    let found = check(&rows, &rules());
    assert_eq!(found.unjustified.len(), 18);
    for one in &found.unjustified {
        assert_eq!(one.why, Why::SameEverywhere { rows: 18 });
        assert_eq!(one.why.to_string(), "reason does not name a feature");
        assert_eq!(one.rule, "PERM-REASON");
    }
    assert_eq!(found.justified, Some(false));
}

#[test]
fn k4_a_nineteenth_permission_in_the_manifest_is_a_difference() {
    let attested = delegated(&K1);
    let mut manifest = delegated(&K1);
    manifest.push(typed("Mail.Send", PermissionKind::Delegated));
    let found = compare(&attested, &manifest);
    assert_eq!(found.only_first, []);
    assert_eq!(found.only_second, [typed("Mail.Send", PermissionKind::Delegated)]);
    assert!(!found.is_empty());
    assert!(compare(&attested, &attested).is_empty());
}

#[test]
fn types_differ_in_a_comparison_unless_one_is_unknown() {
    let delegated = [typed("Mail.Read", PermissionKind::Delegated)];
    let application = [typed("Mail.Read", PermissionKind::Application)];
    assert_eq!(compare(&delegated, &application).only_first.len(), 1);
    assert!(compare(&delegated, &[row("mail.read")]).is_empty());
}

#[test]
fn implication_stays_within_one_type_and_one_registration() {
    use PermissionKind::{Application, Delegated};
    let across = [typed("Mail.ReadWrite", Delegated), typed("Mail.Read", Application)];
    assert_eq!(covers(&across), []);
    let unknown = [typed("Mail.ReadWrite", Delegated), row("Mail.Read")];
    assert_eq!(covers(&unknown).len(), 1);
    let app = |name, app: &str| Requested { app: Some(app.to_owned()), ..row(name) };
    assert_eq!(covers(&[app("Mail.ReadWrite", "a"), app("Mail.Read", "b")]), []);
}

#[test]
fn removing_all_implied_rows_loses_nothing() {
    use PermissionKind::{Application, Delegated};
    // The delegated row covers the untyped one, which alone would cover the application row.
    let rows = [typed("A.ReadWrite", Delegated), row("A.Read"), typed("A.ReadBasic", Application)];
    assert_eq!(covers(&rows), pairs(&[("A.Read", "A.ReadWrite")]));
    assert_eq!(covers(&[row("User.Read"), row("User.Read")]), []);
    assert_eq!(check(&[], &rules()).implied, []);
}

#[test]
fn list_without_reasons_claims_nothing() {
    let found = check(&delegated(&K2), &rules());
    assert_eq!((found.unjustified.len(), found.justified), (0, None));
}

#[test]
fn reasons_that_name_no_feature_are_flagged_by_row() {
    let rows = [
        because("Mail.Read", "Shows unread mail beside the customer record"),
        because("Mail.Send", " Required. "),
        because("User.Read", "user.read"),
        because("Files.Read", "--"),
        because("Tasks.Read", "  "),
        row("Calendars.Read"),
    ];
    let why: Vec<(String, Why)> = unjustified(&rows, &rules())
        .iter()
        .map(|one| (one.row.name.to_string(), one.why))
        .collect();
    let expected = [
        ("Mail.Send", Why::Filler),
        ("User.Read", Why::Filler),
        ("Files.Read", Why::Filler),
        ("Tasks.Read", Why::Missing),
        ("Calendars.Read", Why::Missing),
    ];
    assert_eq!(why, expected.map(|(name, why)| (name.to_owned(), why)));
}

#[test]
fn one_reasoned_permission_is_not_the_same_everywhere() {
    let rows = [because("Mail.Read", "Shows unread mail")];
    assert_eq!(justified(&rows, &rules()), Some(true));
}

#[test]
fn narrower_permissions_are_the_next_ones_below() {
    let rows = [typed("Group.ReadWrite.All", PermissionKind::Delegated), row("openid")];
    let found = narrower(&rows, &rules(), &graph());
    assert_eq!(found.len(), 1);
    let names: Vec<&str> = found[0].alternatives.iter().map(PermissionName::as_str).collect();
    assert_eq!(names, ["Group.Read.All", "GroupMember.ReadWrite.All"]);
}

#[test]
fn every_k1_and_k2_name_is_known_to_the_catalog() {
    let graph = graph();
    for text in K1.iter().chain(&K2) {
        assert!(graph.has(&name(text), Some(PermissionKind::Delegated)), "{text}");
    }
}

#[test]
fn no_rule_names_a_permission_that_does_not_exist() {
    let (graph, rules) = (graph(), rules());
    for choice in &rules.not_taken {
        assert!(graph.has(&choice.wider, None), "{}", choice.wider);
        assert!(graph.has(&choice.narrower, None), "{}", choice.narrower);
    }
}

fn access(resource_app: &str, id: &str, kind: &str) -> Access {
    Access { resource_app: resource_app.to_owned(), id: id.to_owned(), kind: kind.to_owned() }
}

#[test]
fn registration_ids_are_resolved_and_never_guessed() {
    let graph_app = "00000003-0000-0000-C000-000000000000";
    let user_read = "E1FE6DD8-ba31-4d61-89e7-88639da4683d";
    let known = access(graph_app, user_read, "Scope");
    let unknown = [
        access(graph_app, user_read, "Role"),
        access(graph_app, user_read, "scope"),
        access(graph_app, "e1fe6dd8-ba31-4d61-89e7-000000000000", "Scope"),
        access("00000002-0000-0000-c000-000000000000", user_read, "Scope"),
    ];
    let mut all = unknown.to_vec();
    all.push(known);
    let resolved = graph().resolve(&all);
    assert_eq!(resolved.requested, [typed("User.Read", PermissionKind::Delegated)]);
    assert_eq!(resolved.unknown, unknown);
}

#[test]
fn broken_catalog_rows_are_all_named() {
    let text = "id,kind,name\nx,delegated\ny,scope,A.Read\nz,delegated,A Read\na,delegated,A.Read\nA,delegated,B.Read\n";
    let faults = Catalog::load("app", "c.csv", text).unwrap_err();
    let lines: Vec<u32> = faults.iter().map(|fault| fault.place.line).collect();
    assert_eq!(lines, [2, 3, 4, 6], "{faults:?}");
    assert!(Catalog::load("app", "c.csv", "").is_err());
}

#[test]
fn plain_lists_carry_types_and_reasons() {
    let text = "\u{feff}# app\n\nUser.Read # sign in\nMail.Read,Delegated\nMail.Send\tRole\tSends, on a schedule\nFiles.Read,,\"Opens \"\"this\"\" file\"\n";
    let rows = from_list("l.txt", text).unwrap();
    let expected = [
        row("User.Read"),
        typed("Mail.Read", PermissionKind::Delegated),
        Requested {
            kind: Some(PermissionKind::Application),
            ..because("Mail.Send", "Sends, on a schedule")
        },
        because("Files.Read", "Opens \"this\" file"),
    ];
    assert_eq!(rows, expected);
}

#[test]
fn broken_list_rows_are_all_named() {
    let faults = from_list("l.txt", "User Read\nMail.Read, daily\n메일\n,delegated\n").unwrap_err();
    let lines: Vec<u32> = faults.iter().map(|fault| fault.place.line).collect();
    assert_eq!(lines, [1, 2, 3, 4], "{faults:?}");
    assert_eq!(from_list("l.txt", "# none\n").unwrap_err().len(), 1);
    assert_eq!(from_list("l.txt", &"A.Read\n".repeat(1_001)).unwrap_err().len(), 1);
}
