use std::cell::RefCell;

use super::*;

fn faults(text: &str) -> Vec<String> {
    let found = RefCell::default();
    let _ = parse(text, &Sink::new("f.yaml", &found));
    found.into_inner().iter().map(ToString::to_string).collect()
}

#[test]
fn every_value_knows_its_line() {
    let found = RefCell::default();
    let node = parse("a: 1\nb:\n  - x\n  - y\n", &Sink::new("f.yaml", &found)).unwrap();
    let Kind::Map(entries) = &node.kind else { panic!("{node:?}") };
    let Kind::List(items) = &entries[1].2.kind else { panic!("{entries:?}") };
    assert_eq!((entries[1].1, items[1].line), (2, 4));
}

#[test]
fn bombs_and_nests_are_refused() {
    assert!(faults("a: &a [x]\nb: *a\n")[0].contains("anchors"));
    assert!(faults(&format!("{}x", "- ".repeat(40)))[0].contains("nested deeper"));
    assert_eq!(faults(&"[".repeat(100_000)).len(), 1);
    assert!(faults("a: !!binary x\n")[0].contains("tags"));
    assert!(faults("a: 1\na: 2\n")[0].starts_with("f.yaml:2: the key `a` stands twice"));
    assert!(faults("a: 1\n---\nb: 1\n")[0].contains("only one document"));
}

#[test]
fn broken_text_names_its_line() {
    let found = faults("a: [1, 2\nb: 3\n");
    assert!(found[0].starts_with("f.yaml:"), "{found:?}");
}

#[test]
fn a_map_with_very_many_keys_is_read_in_linear_time() {
    let keys = |count: usize| (0..count).map(|at| format!("k{at}: 1\n")).collect::<String>();
    assert_eq!(faults(&format!("{}k7: 2\n", keys(90_000))).len(), 1);
    assert!(faults(&keys(110_000))[0].contains("more than 200000 values"));
}
