use super::super::lexicon::Lexicons;
use super::super::read;
use super::*;
use crate::answer::Answer;

const QUESTIONS: &str = "\
section: security
questions:
  - {id: wall, order: 1, text: Wall, type: yesno, form_2022: {zone: security, position: 1}, form_2021: {zone: mcas, position: 1}}
  - {id: about, order: 2, text: About, type: text, form_2022: {zone: security, position: 2}}
";
const LEXICON: &str = "\
locale: xx-XX
answers: {yes: [jes], no: [ne], na: ['–']}
months: [jan, feb, mar, apr, maj, jun, jul, aug, sep, okt, nov, dec]
permission_types: {delegated: [delego], application: [mem]}
permission_names: {}
results: {pass: [bone], fail: [malbone], in_scope: [ene], na: ['–']}
choices: {}
controls: {}
questions: {wall: [muro], about: [pri]}
";

fn shown<T>(front: &str, body: &str, look: impl Fn(&Page, &Questionnaire) -> T) -> T {
    let questionnaire = Questionnaire::load(&[("q.yaml", QUESTIONS)]).expect("sound");
    let lexicons = Lexicons::load(&[("l.yaml", LEXICON)], &questionnaire).expect("sound");
    let text = format!("---\nms.contentlocale: xx-XX\n{front}---\n# A\n\n{body}");
    look(&read(&text, &questionnaire, &lexicons).0, &questionnaire)
}

/// A translated text with its source, the way side-by-side pages write it.
fn pair(shown: &str, source: &str) -> String {
    format!(
        "<span data-ttu-id=\"1\">{shown}</span><span class=\"sxs-lookup\"><span data-stu-id=\"1\">{source}</span></span>"
    )
}

#[test]
fn rows_stand_in_their_order_with_value_text_source_and_link() {
    let muro = pair("muro?", "Wall?");
    let body = format!(
        "::: zone pivot=\"security\"\n| **I** | **R** |\n|:-|:-|\n| {muro} | {} |\n\
         | Kio estas tio? | [Io](https://io.example) |\n\
         | pri | <span lang=\"ko-KR\" data-provenance=\"reviewed\" data-stale=\"true\">벽</span> |\n\
         ::: zone-end\n",
        pair("jes", "Yes")
    );
    shown("ms.translationtype: MT\n", &body, |page, questionnaire| {
        let rows = rows(page, questionnaire);
        let ids: Vec<Option<&str>> = rows.iter().map(|row| row.question.map(|id| &**id)).collect();
        assert_eq!(ids, [Some("wall"), None, Some("about")]);
        assert!(rows.iter().all(|row| row.section == Some(Section::Security)));
        let [wall, unknown, about] = rows.as_slice() else { panic!("{rows:?}") };
        assert_eq!(wall.value, Some(&Value::Answer(Answer::Yes)));
        assert_eq!((wall.label.body, wall.label.source), ("muro?", Some("Wall?")));
        assert_eq!((wall.text.body, wall.text.source), ("jes", Some("Yes")));
        assert_eq!((wall.text.lang, wall.text.provenance), ("xx-XX", Provenance::Machine));
        assert_eq!((unknown.value, unknown.text.body), (None, "Io"));
        assert_eq!(unknown.link, Some("https://io.example"));
        assert_eq!((about.text.lang, about.text.provenance), ("ko-KR", Provenance::Reviewed));
        assert!(about.text.stale);
    });
}

#[test]
fn a_blank_row_is_shown_with_its_blank_value() {
    let body =
        "::: zone pivot=\"security\"\n| **I** | **R** |\n|:-|:-|\n| muro? |  |\n::: zone-end\n";
    shown("", body, |page, questionnaire| {
        let rows = rows(page, questionnaire);
        assert_eq!(rows[0].value, Some(&Value::Answer(Answer::Unanswered)));
        assert_eq!((rows[0].text.body, rows[0].text.source), ("", None));
    });
}

#[test]
fn a_permission_keeps_every_reason_with_its_source_and_column() {
    let body = format!(
        "::: zone pivot=\"data\"\n#### <a name=\"data-access-using-microsoft-graph\"></a>G\n\n\
         >| P | T | Collected? | Stored? | I |\n>|:-|:-|:-|:-|:-|\n\
         >|  | delego | lost | lost |  |\n\
         >| User.Read | delego | {} | tiel | 1 |\n>| Mail.Read | mem |  |  |  |\n::: zone-end\n",
        pair("kial", "why")
    );
    shown("zone_pivot_groups: app-info-data-mcas\n", &body, |page, _| {
        let permissions = permissions(page);
        let names: Vec<&str> = permissions.iter().map(|one| one.permission.name.as_str()).collect();
        assert_eq!(names, ["User.Read", "Mail.Read"]);
        let reasons: Vec<(&str, &str, Option<&str>)> = permissions[0]
            .reasons
            .iter()
            .map(|reason| (reason.about.body, reason.text.body, reason.text.source))
            .collect();
        assert_eq!(reasons, [("Collected?", "kial", Some("why")), ("Stored?", "tiel", None)]);
        assert!(permissions[1].reasons.is_empty());
    });
}

#[test]
fn own_words_of_the_early_form_are_shown_below_their_heading() {
    let body = format!(
        "::: zone pivot=\"mcas\"\n#### <a name=\"telemetry-data\"></a>T\n\nQu?\n\n> {}\n\n- Du\n\n[!INCLUDE [x](y)]\n::: zone-end\n",
        pair("Neniuj", "None")
    );
    shown("", &body, |page, _| {
        let notes = notes(page);
        let found: Vec<(&str, &str, &str, Option<&str>)> = notes
            .iter()
            .map(|note| (note.zone, note.heading, note.body.as_str(), note.source.as_deref()))
            .collect();
        let below = ("mcas", "telemetry-data");
        let [first, second] = [("Neniuj", Some("None")), ("- Du", None)];
        assert_eq!(found, [first, second].map(|(body, source)| (below.0, below.1, body, source)));
    });
    let later = body.replace("mcas", "security");
    assert!(shown("", &later, |page, _| notes(page).is_empty()));
}

#[test]
fn the_origin_comes_from_the_front_matter() {
    let front = "ms.translationtype: HT\nms.lasthandoff: 04/15/2022\nms.sourcegitcommit: 5e2c\n\
                 ms.openlocfilehash: c6de\n";
    shown(front, "", |page, _| {
        let origin = origin(page);
        assert_eq!(origin.provenance, Provenance::Human);
        assert_eq!(origin.handed_over, Day::new(2022, 4, 15));
        assert_eq!((origin.source_commit, origin.source_hash), (Some("5e2c"), Some("c6de")));
        assert!(!origin.bilingual);
    });
    shown("", "", |page, _| {
        let origin = origin(page);
        assert_eq!((origin.provenance, origin.handed_over), (Provenance::Source, None));
        assert_eq!((origin.source_commit, origin.source_hash), (None, None));
    });
}
