use super::*;

const QUESTIONS: &str = "\
section: general
questions:
  - {id: name, order: 1, text: Name, type: text, form_2022: {zone: general, position: 1}}
  - {id: firm, order: 2, text: Firm, type: text, form_2022: {zone: general, position: 2}}
";
const ENGLISH: &str = include_str!("../../../../../../locales/en-US/page.yaml");

fn faults(text: &str) -> Vec<String> {
    let questionnaire = Questionnaire::load(&[("q.yaml", QUESTIONS)]).expect("sound");
    Wordings::load(&[("xx/page.yaml", text)], &questionnaire)
        .expect_err("broken")
        .iter()
        .map(ToString::to_string)
        .collect()
}

#[test]
fn missing_unknown_and_equal_words_are_named_at_once() {
    let head = ENGLISH.split("choices:").next().expect("a head");
    let head = head.replace("  teams:", "  team:").replace("{day}, ", "");
    let found = faults(&format!(
        "{head}choices: {{}}\ncontrols: {{}}\nquestions: {{name: Name, firm: NAME?, form: Form}}\n"
    ));
    for part in ["`team`", "did you mean `teams`", "no `{day}`", "one label", "`form`"] {
        assert!(found.iter().any(|fault| fault.contains(part)), "{part}: {found:#?}");
    }
    assert!(faults("locale: xx-XX\n").iter().any(|fault| fault.contains("`months`")));
}
