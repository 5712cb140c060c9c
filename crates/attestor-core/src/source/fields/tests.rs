use super::*;
use crate::source::parse;

#[derive(Debug, PartialEq)]
struct Row {
    id: String,
    weight: u8,
}

impl Decode for Row {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let id = fields.required("id");
        let weight = fields.required("weight");
        fields.finish();
        Some(Self { id: id?, weight: weight? })
    }
}

#[test]
fn one_reading_reports_every_fault() {
    let found = RefCell::default();
    let sink = Sink::new("rows.yaml", &found);
    let node =
        parse("- id: a\n  weight: many\n- wieght: 2\n  id: b\n- id: ''\n  weight: 1\n", &sink)
            .unwrap();
    assert_eq!(list::<Row>(&node, &sink), None);
    let lines: Vec<String> = found.borrow().iter().map(ToString::to_string).collect();
    assert_eq!(lines.len(), 4, "{lines:?}");
    assert!(lines[0].starts_with("rows.yaml:2: `many` is not a whole number"));
    assert!(lines[1].contains("`weight` is missing"));
    assert!(lines[2].contains("did you mean `weight`?"));
    assert!(lines[3].contains("empty"));
}

#[test]
fn absent_and_null_are_the_same_for_optional_keys() {
    let found = RefCell::default();
    let sink = Sink::new("f.yaml", &found);
    let node = parse("a: ~\n", &sink).unwrap();
    let mut fields = Fields::of(&node, &sink).unwrap();
    assert_eq!(fields.optional::<String>("a"), Some(None));
    assert_eq!(fields.optional::<String>("b"), Some(None));
    assert_eq!(fields.items::<String>("c"), Some(Vec::new()));
}
