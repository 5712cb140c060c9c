use super::super::facts::Value;
use super::super::lexicon::Lexicons;
use super::super::{Page, read};
use super::*;
use crate::attestation::text::Provenance;

const QUESTIONS: &str =
    include_str!("../../../../../../frameworks/m365-certification/questionnaire/general.yaml");
const LEXICON: &str = "locale: xx-XX\nanswers: {yes: [jes]}\n";
const PAGE: &str = "---\nms.contentlocale: xx-XX\nms.translationtype: MT\n---\n# App\n\n\
    ::: zone pivot=\"general\"\n| **I** | **R** |\n|:-|:-|\n| App name | Nomo |\n\
    | Core functionality | Ĝi faras |\n::: zone-end\n";

/// Words for the general questions, made from the English ones.
fn words() -> String {
    let own = include_str!("../../../../../../locales/en-US/page.yaml");
    let questionnaire = questionnaire();
    let known = |line: &str| {
        let key = line.trim_start().split_once(':').map_or("", |(key, _)| key);
        questionnaire.get(key).is_some()
    };
    let (head, rest) = own.split_once("choices:\n").expect("choices");
    let (choices, rest) = rest.split_once("controls:\n").expect("controls");
    let (_, questions) = rest.split_once("questions:\n").expect("questions");
    let some = |lines: &str| -> String {
        lines.lines().filter(|line| known(line)).map(|line| format!("{line}\n")).collect()
    };
    let (choices, questions) = (some(choices), some(questions));
    format!("{head}choices:\n{choices}controls: {{}}\nquestions:\n{questions}")
}

fn questionnaire() -> Questionnaire {
    Questionnaire::load(&[("general.yaml", QUESTIONS)]).expect("sound")
}

fn wordings() -> Wordings {
    let english = words();
    let other = english.replace("locale: en-US", "locale: yy-YY");
    let files = [("a", english.as_str()), ("b", other.as_str())];
    Wordings::load(&files, &questionnaire()).expect("sound words")
}

fn read_page(text: &str) -> Page {
    let english = "locale: en-US\nanswers: {yes: ['yes']}\n";
    let files = [("x", LEXICON), ("e", english), ("y", "locale: yy-YY\nanswers: {no: [ne]}\n")];
    let lexicons = Lexicons::load(&files, &questionnaire()).expect("sound").learn(&wordings());
    read(text, &questionnaire(), &lexicons).0
}

#[test]
fn a_text_keeps_its_language_and_origin_over_several_pages() {
    let first = read_page(PAGE);
    let wordings = wordings();
    let words = |locale: &str| wordings.get(locale).expect("words");
    let second = page(&Original::of(&first), words("en-US"), &questionnaire());
    let mark = "<span lang=\"xx-XX\" translate=\"no\" data-provenance=\"machine\">Ĝi faras</span>";
    assert!(second.contains(mark), "{second}");
    let second = read_page(&second);
    let third = page(&Original::of(&second), words("yy-YY"), &questionnaire());
    assert!(third.contains(mark), "{third}");
    assert_eq!(read_page(&third).facts.answers, first.facts.answers);
}

#[test]
fn source_hash_and_stale_mark_come_back() {
    let source = Text::source("It works", "en-US");
    let old = source.translated("Es geht | gut", "de-DE", Provenance::Reviewed);
    let old = old.beside(&Text::source("It works well", "en-US"));
    assert!(old.stale);
    let mut facts = read_page(PAGE).facts;
    let (id, value) = facts.answers.last_mut().expect("an answer");
    *value = Value::Text(old.body.clone());
    let id = Arc::clone(id);
    let original =
        Original { texts: vec![(id, old.clone())], ..Original::new(&facts, "A", "en-US") };
    let wordings = wordings();
    let text = page(&original, wordings.get("en-US").expect("words"), &questionnaire());
    let read = read_page(&text);
    assert_eq!(Original::of(&read).texts.last().map(|(_, text)| text), Some(&old));
}

#[test]
fn an_unchanged_page_gives_its_bytes_back_and_a_changed_one_its_new_facts() {
    let known = read_page(PAGE);
    let (wordings, questionnaire) = (wordings(), questionnaire());
    let same = export(&known, &known.facts, &wordings, &questionnaire);
    assert_eq!(same.as_deref(), Some(PAGE));
    let mut facts = known.facts.clone();
    let (_, value) = facts.answers.first_mut().expect("an answer");
    *value = Value::Text("Other".to_owned());
    let changed = export(&known, &facts, &wordings, &questionnaire).expect("words");
    assert_eq!(read_page(&changed).facts, facts);
}

#[test]
fn answers_in_own_words_of_the_form_of_2021_stay() {
    let known = read_page(
        "---\nms.contentlocale: xx-XX\n---\n# App\n\n::: zone pivot=\"data\"\n\
         ### <a name=\"telemetry-data\"></a>Telemetrio\n>Jes, <b>30</b> tagoj | longe\n\n\
         ::: zone-end\n::: zone pivot=\"identity\"\n::: zone-end\n",
    );
    let wordings = wordings();
    let text = page(&Original::of(&known), wordings.get("en-US").expect("words"), &questionnaire());
    let read = read_page(&text);
    let note = read.outline.notes.iter().find(|note| note.quoted).expect("the answer");
    assert_eq!(note.heading, "telemetry-data");
    assert!(note.text.contains("lang=\"xx-XX\"") && note.text.contains("Jes, 30 tagoj"), "{text}");
    assert_eq!(read.facts, known.facts);
}
