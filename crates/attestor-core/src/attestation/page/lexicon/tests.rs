use super::*;

const QUESTIONS: &str = "\
section: general
questions:
  - {id: name, order: 1, text: The name, type: text, form_2022: {zone: general, position: 1}}
  - id: where
    order: 2
    text: Where it runs
    type: enum
    form_2022: {zone: general, position: 2}
    choices: [{code: here, published: Here}]
";

fn load(text: &str) -> Result<Lexicons, Vec<String>> {
    let questionnaire = Questionnaire::load(&[("general.yaml", QUESTIONS)]).expect("sound");
    Lexicons::load(&[("xx/lexicon.yaml", text)], &questionnaire)
        .map_err(|faults| faults.iter().map(ToString::to_string).collect())
}

#[test]
fn words_are_found_whatever_their_case_and_accents() {
    let lexicons =
        load("locale: xx-YY\nanswers:\n  yes: [Sí]\n  na: ['–', N/A]\nchoices:\n  where:\n    here: [Aquí]\n")
            .expect("sound");
    let lexicon = lexicons.get("XX-zz").expect("same language");
    assert_eq!(lexicon.answer("si"), Some(Answer::Yes));
    assert_eq!(lexicon.answer("–"), Some(Answer::NotApplicable));
    assert_eq!(lexicon.answer("n/a "), Some(Answer::NotApplicable));
    assert_eq!(lexicon.answer(""), Some(Answer::Unanswered));
    assert_eq!(lexicon.answer("perhaps"), None);
    assert_eq!(lexicon.choice(1, "AQUI").map(|code| &**code), Some("here"));
    assert!(lexicons.get("zz-ZZ").is_none() && lexicons.get("").is_none());
}

#[test]
fn every_fault_is_named_at_once() {
    let faults = load(
        "locale: xx-YY\nmonths: [a]\nanswers:\n  maybe: [x]\nquestions:\n  nam: [x]\nchoices:\n  where:\n    her: [x]\n",
    )
    .expect_err("broken");
    for part in ["not 1", "`maybe`", "did you mean `name`", "did you mean `here`"] {
        assert!(faults.iter().any(|fault| fault.contains(part)), "{part}: {faults:#?}");
    }
    assert_eq!(faults.len(), 4, "{faults:#?}");
}
