use super::*;
use crate::attestation::permission::tests::{name, rules};

#[test]
fn own_rules_load_and_say_what_they_rest_on() {
    let rules = rules();
    assert!(rules.grounds().count() > 10);
    assert!(rules.grounds().all(|(_, grounds)| !grounds.source.is_empty()));
    assert!(rules.not_taken.len() > 5);
}

#[test]
fn names_cover_by_action_and_by_reach() {
    let rules = rules();
    for (wider, narrower, step) in [
        ("Group.ReadWrite.All", "Group.Read.All", Some(Step::Action)),
        ("User.Read.All", "User.ReadBasic.All", Some(Step::Action)),
        ("User.Read.All", "User.Read", Some(Step::Reach)),
        ("user.read.all", "USER.READ", Some(Step::Reach)),
        ("User.ReadWrite.All", "User.Read", Some(Step::Both)),
        ("Sites.FullControl.All", "Sites.Selected", None),
        ("Sites.FullControl.All", "Sites.Manage.All", Some(Step::Action)),
        ("Files.ReadWrite", "Files.ReadWrite.AppFolder", Some(Step::Reach)),
        ("Group.ReadWrite.All", "GroupMember.Read.All", Some(Step::Pair)),
        ("GroupMember.ReadWrite.All", "Group.Read.All", None),
        ("PrintJob.Manage.All", "PrintJob.Read.All", None),
        ("User.Read", "User.Read", None),
        ("User.Read", "User.Read.All", None),
        ("User.ReadWrite", "Group.Read", None),
        ("openid", "profile", None),
        ("Mail.ReadWrite", "Mail.Send", None),
    ] {
        let cover = rules.cover(&name(wider), &name(narrower));
        assert_eq!(cover.map(|cover| cover.step), step, "{wider} over {narrower}");
    }
}

const HEAD: &str = "id: x\nsince: 2026-01-01\nresource_app: a\n";
const TAIL: &str = "reasons: {id: R, same_from_rows: 2, basis: proposed, source: s}\n";

fn faults(middle: &str) -> Vec<String> {
    let read = PermissionRules::load("p.yaml", &format!("{HEAD}{middle}{TAIL}"));
    read.unwrap_err().iter().map(ToString::to_string).collect()
}

fn rung(id: &str, wider: &str, covers: &str) -> String {
    format!("  - {{id: {id}, wider: {wider}, covers: [{covers}], basis: proposed, source: s}}\n")
}

#[test]
fn circles_and_overturned_choices_are_refused_at_once() {
    let middle = format!(
        "actions:\n{}{}reaches:\n{}pairs:\n{}not_taken:\n  - {}\n",
        rung("A", "Read", "Write"),
        rung("B", "Write", "Read"),
        rung("B", "All", "own"),
        rung("P", "X.Read", "X.Read.All"),
        "{wider: X.Read.All, narrower: X.Read, because: b}"
    );
    let found = faults(&middle);
    let expected = [
        "p.yaml:5: `A` covers itself",
        "p.yaml:6: `B` covers itself",
        "p.yaml:10: `X.Read` covers a permission that covers it",
        "p.yaml:12: `X.Read.All` is said not to cover `X.Read`, but `B` says so",
        "p.yaml:8: rule `B` stands twice; first at p.yaml:6",
    ];
    assert_eq!(found.len(), expected.len(), "{found:#?}");
    for (found, expected) in found.iter().zip(expected) {
        assert!(found.starts_with(expected), "{found} / {expected}");
    }
}

#[test]
fn unknown_keys_and_empty_lists_are_refused() {
    let found = faults("actions: []\nreaches:\n  - {id: B, wide: All}\n");
    assert!(found.iter().any(|fault| fault.contains("list is empty")), "{found:?}");
    assert!(found.iter().any(|fault| fault.contains("unknown key `wide`")), "{found:?}");
}
