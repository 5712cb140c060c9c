//! Who may do which act: every act, every role.

use attestor_core::desk::act::Act;
use attestor_core::desk::role::Role;

use super::builder::{Bench, everywhere, worker};
use crate::actions::desk::Refused;

/// One act of each kind, as the core's tests keep them.
const EXAMPLES: &str = include_str!("../../../../../attestor-core/tests/desk/acts.jsonl");

fn examples() -> Vec<Act> {
    EXAMPLES.lines().map(|line| serde_json::from_str(line).expect("an act")).collect()
}

/// Whether a role gets past the question of who may: `x`, or `-`.
fn mark(bench: &Bench, case_id: &str, role: Role, act: &Act) -> char {
    let worker = worker(role.as_str());
    let done = match act {
        Act::Open { .. } => bench.waiting.on(bench.desk.open(&worker, "contoso", act.clone())),
        _ => {
            bench.knows_files_of(act);
            bench.waiting.on(bench.desk.act(&worker, case_id, None, act.clone()))
        }
    };
    match done {
        Err(Refused::NotFound | Refused::Forbidden) => '-',
        // With a field, it is the content that is somebody else's to say.
        Err(Refused::Rule(refusal)) if refusal.rule.as_str() == "wrong-side" => {
            if refusal.facts.iter().any(|(name, _)| *name == "field") { 'x' } else { '-' }
        }
        Err(Refused::Failed(stop)) => panic!("{stop:?}"),
        _ => 'x',
    }
}

#[test]
fn roles_do_the_acts_of_the_table_and_no_others() {
    let bench = Bench::sqlite();
    let names: Vec<&str> = Role::ALL.iter().map(|role| role.as_str()).collect();
    let mut table = format!("{:<22} {}\n", "act", names.join(" "));
    for act in examples() {
        table.push_str(&format!("{:<22}", act.kind()));
        for &role in Role::ALL {
            // A new case each, so that no act stands in the way of the next.
            let case_id = bench.try_open("publisher", &format!("{}-{role}", act.kind()));
            let mark = mark(&bench, &case_id.expect("opened"), role, &act);
            table.push_str(&format!(" {mark:^width$}", width = role.as_str().len()));
        }
        table.truncate(table.trim_end().len());
        table.push('\n');
    }
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/actions/desk/acts.txt");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &table).expect("written");
    }
    let kept = std::fs::read_to_string(path).expect("the table");
    assert!(kept == table, "run again with BLESS=1 and read the difference\n{table}");
}

#[test]
fn every_kind_of_act_is_in_the_table() {
    let kinds: Vec<&str> = examples().iter().map(Act::kind).collect();
    assert_eq!(kinds, Act::KINDS);
}

#[test]
fn cases_of_others_are_found_for_no_act() {
    everywhere(|bench| {
        let case_id = bench.open("publisher", "app-1");
        for act in examples() {
            let kind = act.kind();
            let done = bench.waiting.on(bench.desk.act(&worker("stranger"), &case_id, None, act));
            assert!(matches!(done, Err(Refused::NotFound)), "{kind}");
        }
        assert_eq!(bench.case(&case_id).number, 1);
    });
}
