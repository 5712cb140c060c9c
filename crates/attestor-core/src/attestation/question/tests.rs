use super::*;

const GENERAL: &str = "\
section: general
questions:
  - {id: name, order: 1, text: The name, type: text, form_2022: {zone: general, position: 1}}
  - {id: runs, order: 2, text: Whether it runs, type: yesno, good: yes, form_2022: {zone: general, position: 2}}
  - id: where
    order: 3
    text: Where it runs
    type: enum
    shown_if: {question: runs, answer: yes}
    form_2022: {zone: general, position: 3}
    choices:
      - {code: here, published: Here}
";

fn load(text: &str) -> Result<Questionnaire, Vec<String>> {
    Questionnaire::load(&[("general.yaml", text)])
        .map_err(|faults| faults.iter().map(ToString::to_string).collect())
}

#[test]
fn questions_are_found_by_id_in_the_order_of_the_form() {
    let questionnaire = load(GENERAL).expect("sound");
    assert_eq!(questionnaire.get("where").map(|q| q.order), Some(3));
    assert_eq!(questionnaire.on_form(Form::Form2022), [0, 1, 2]);
    assert!(questionnaire.on_form(Form::Form2021).is_empty());
    assert!(questionnaire.questions()[2].may_be_absent(Form::Form2022));
}

#[test]
fn every_fault_is_named_at_once() {
    let broken = GENERAL
        .replace("id: runs", "id: name")
        .replace("order: 3", "order: 5")
        .replace("type: text", "type: yesno, choices: [{code: a, published: A}]")
        .replace("question: runs", "question: nam");
    let faults = load(&broken).expect_err("broken");
    assert_eq!(faults.len(), 4, "{faults:#?}");
    for part in ["stands twice", "covers 3", "only `enum`", "did you mean `name`"] {
        assert!(faults.iter().any(|fault| fault.contains(part)), "{part}: {faults:#?}");
    }
}
