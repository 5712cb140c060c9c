use super::*;
use crate::answer::Answer;

const QUESTIONS: &str = "\
section: general
questions:
  - {id: app_name, order: 1, text: Name, type: text, form_2022: {zone: general, position: 1}}
  - {id: app_id, order: 2, text: Id, type: id, form_2022: {zone: general, position: 2}}
  - {id: web, order: 3, text: Address, type: url, form_2022: {zone: general, position: 3}}
  - {id: wall, order: 4, text: Wall, type: yesno, good: yes, form_2022: {zone: security, position: 1}, anchors: [firewall]}
  - {id: logs, order: 5, text: Logs, type: yesno, good: yes, form_2022: {zone: security, position: 2}}
  - {id: read, order: 6, text: Reads logs, type: yesno, shown_if: {question: logs, answer: yes}, form_2022: {zone: security, position: 3}}
  - {id: soc, order: 7, text: SOC, type: yesnona, form_2022: {zone: security, position: 4}}
  - {id: soc_day, order: 8, text: SOC day, type: date, shown_if: {question: soc, answer: yes}, form_2022: {zone: security, position: 5}}
  - id: methods
    order: 9
    text: Methods
    type: enum_list
    other_text: own_words
    form_2022: {zone: security, position: 6}
    choices: [{code: fast, published: Fast}, {code: slow, published: Slow}]
";
const CONTROLS: &str = "\
section: certification
zone: certification
rows:
  - {id: one, order: 1, kind: domain, text: One, anchors: ['#one']}
  - {id: two, order: 2, kind: control, text: Two}
  - {id: three, order: 3, kind: control, text: Three}
";
const LEXICON: &str = "\
locale: xx-XX
answers: {yes: [jes], no: [ne], na: ['–']}
months: [jan, feb, mar, apr, maj, jun, jul, aug, sep, okt, nov, dec]
permission_types: {delegated: [delego], application: [mem]}
permission_names: {profile: [profilo]}
results: {pass: [bone], fail: [malbone], in_scope: [ene], na: ['–']}
choices: {methods: {fast: [rapide]}}
controls: {two: [du], three: [tri]}
questions:
  app_name: [nomo]
  app_id: ['=id']
  web: [retejo]
  logs: [protokolo]
  read: [legas]
  soc: [raporto]
  soc_day: [dato]
  methods: [metodoj]
";

fn data() -> (Questionnaire, Lexicons) {
    let questionnaire =
        Questionnaire::load(&[("q.yaml", QUESTIONS), ("c.yaml", CONTROLS)]).expect("sound");
    let lexicons = Lexicons::load(&[("l.yaml", LEXICON)], &questionnaire).expect("sound");
    (questionnaire, lexicons)
}

fn page(locale: &str, rows: &str) -> (Page, Vec<Finding>) {
    let (questionnaire, lexicons) = data();
    let text = format!(
        "---\nms.date: 02/03/2021\ncertification_type: attested\nms.contentlocale: {locale}\n---\n\
         # <a name=\"a\"></a>App\n<img src=\"../media/attested.png\" />\n<p>Lasta: 4. aug 2020</p>\n\
         * [T](https://teams.microsoft.com/l/app/11-22)\n* <a href=\"https://appsource.microsoft.com/product/office/WA7?x=1\">A</a>\n\n\
         ::: zone pivot=\"general\"\n| **I** | **R** |\n|:-|:-|\n| nomo | Exemplo |\n| ID | WA007 |\n\
         | retejo | [http://e...](http://e.example/?a=1&amp;b=2) |\n::: zone-end\n\
         ::: zone pivot=\"security\"\n| **I** | **R** |\n|:-|:-|\n{rows}\n::: zone-end\n"
    );
    read(&text, &questionnaire, &lexicons)
}

fn codes(findings: &[Finding]) -> Vec<&'static str> {
    findings.iter().map(|finding| finding.kind.code()).collect()
}

const ROWS: &str = "| firewall? | jes |\n| protokolo? | ne |\n| raporto? | jes |\n\
                    | raporto dato | 5.6.2020 |\n| metodoj | rapide、Slow, own |\n";

#[test]
fn typed_facts_are_read() {
    let (page, findings) = page("xx-XX", ROWS);
    let facts = &page.facts;
    assert_eq!(facts.app_name(), Some("Exemplo"));
    assert_eq!(facts.text("app_id"), Some("WA7"));
    assert_eq!(facts.text("web"), Some("http://e.example/?a=1&b=2"));
    assert_eq!(facts.answer("wall"), Answer::Yes);
    assert_eq!(facts.answer("logs"), Answer::No);
    assert_eq!(facts.value("read"), None);
    assert_eq!(facts.day("soc_day").map(|day| day.to_string()).as_deref(), Some("2020-06-05"));
    let methods: Vec<&str> = facts.codes("methods").iter().map(|code| &**code).collect();
    assert_eq!(methods, ["fast", "own_words", "slow"]);
    assert_eq!(facts.last_updated.map(|day| day.to_string()).as_deref(), Some("2020-08-04"));
    assert_eq!(facts.ms_date.map(|day| day.to_string()).as_deref(), Some("2021-02-03"));
    assert_eq!(facts.teams_store_id.as_deref(), Some("11-22"));
    assert_eq!(facts.pivots, ["general", "security"]);
    assert_eq!(codes(&findings), ["id_from_link", "unknown_choice"]);
}

#[test]
fn blank_is_not_no_and_not_applicable_is_neither() {
    let rows = ROWS
        .replace("firewall? | jes", "firewall? |  ")
        .replace("raporto? | jes", "raporto? | –")
        .replace("| protokolo? | ne", "| protokolo? | iom");
    let (page, findings) = page("xx-XX", &rows);
    assert_eq!(page.facts.answer("wall"), Answer::Unanswered);
    assert_eq!(page.facts.value("wall"), Some(&Value::Answer(Answer::Unanswered)));
    assert_eq!(page.facts.answer("soc"), Answer::NotApplicable);
    assert_eq!(page.facts.value("logs"), Some(&Value::Unreadable("iom".to_owned())));
    assert!(codes(&findings).contains(&"unreadable_answer"));
    assert!(codes(&findings).contains(&"blank_answers"));
}

#[test]
fn a_choice_in_brackets_counts_and_own_words_in_brackets_stay_together() {
    for (answer, expected) in [
        ("rapide(Slow)", vec!["fast", "slow"]),
        ("Slow（rapide）", vec!["fast", "slow"]),
        ("rapide (iom)", vec!["own_words"]),
        ("()", vec!["own_words"]),
    ] {
        let (page, _) = page("xx-XX", &ROWS.replace("rapide、Slow, own", answer));
        let codes: Vec<&str> = page.facts.codes("methods").iter().map(|code| &**code).collect();
        assert_eq!(codes, expected, "{answer}");
    }
}

#[test]
fn a_page_in_an_unknown_language_is_read_from_order_and_form() {
    let rows = ROWS.replace("protokolo", "qq").replace("raporto", "ww").replace("metodoj", "zz");
    let (page, findings) = page("yy-YY", &rows);
    let ids: Vec<Option<&str>> = page.rows.iter().map(|row| row.question.as_deref()).collect();
    let expected = ["app_name", "app_id", "web", "wall", "logs", "soc", "soc_day", "methods"];
    assert_eq!(ids, expected.map(Some));
    assert_eq!(page.lexicon, None);
    assert!(codes(&findings).contains(&"unknown_language"));
}

#[test]
fn a_row_that_fits_nothing_is_kept() {
    let rows = format!("{ROWS}| Kio estas tio? | Io |\n");
    let (page, findings) = page("xx-XX", &rows);
    let last = page.rows.last().expect("a row");
    assert_eq!((last.question.as_deref(), last.answer.text.as_str()), (None, "Io"));
    assert!(codes(&findings).contains(&"unknown_row"));
}

#[test]
fn permissions_and_results_are_read() {
    let id = "585c6702-a0cb-4e6a-8234-0123456789ab";
    let rows = format!(
        "{ROWS}\n#### <a name=\"data-access-using-microsoft-graph\"></a>G\n\n>| P | T | J | I |\n>|:-|:-|:-|:-|\n\
         >| Files. Read | delego | kial | [585c](../azure/{id}.md) |\n>| profilo | alia | | |\n::: zone-end\n\
         ::: zone pivot=\"certification\"\n| C | R |\n|:-|:-|\n| [**Unu**](../x.md#one) | **bone** |\n\
         | &nbsp;du | ene |\n| tri | – |\n"
    );
    let (page, findings) = page("xx-XX", &rows);
    let found: Vec<(&str, Option<&str>, &str)> = page
        .facts
        .permissions
        .iter()
        .map(|one| (one.name.as_str(), one.kind.map(|kind| kind.as_str()), one.app_id.as_str()))
        .collect();
    assert_eq!(found, [("Files.Read", Some("delegated"), id), ("profile", None, "")]);
    let results: Vec<(&str, &str)> =
        page.facts.certification.iter().map(|(id, outcome)| (&**id, outcome.as_str())).collect();
    assert_eq!(results, [("one", "pass"), ("two", "in_scope"), ("three", "na")]);
    let codes = codes(&findings);
    for code in ["permission_restored", "unknown_permission_type"] {
        assert!(codes.contains(&code), "{code}: {codes:?}");
    }
}

#[test]
fn side_by_side_pages_use_the_source_where_the_translation_fails() {
    let pair = |shown: &str, source: &str| {
        format!(
            "<span data-ttu-id=\"1\">{shown}</span><span class=\"sxs-lookup\"><span data-stu-id=\"1\">{source}</span></span>"
        )
    };
    let rows = ROWS
        .replace("protokolo? | ne", &format!("{} | {}", pair("qq", "protokolo"), pair("ni", "ne")));
    let (page, _) = page("xx-XX", &rows);
    assert_eq!(page.facts.answer("logs"), Answer::No);
    assert_eq!(page.rows[4].label.source, "protokolo");
}

#[test]
fn no_bytes_stop_the_reader() {
    let (questionnaire, lexicons) = data();
    for bytes in [&b""[..], b"\xff\xfe|", b"---\n", b"| |\n|-|\n|", b"::: zone pivot=\"", b">|"] {
        let (page, _) = read_bytes(bytes, &questionnaire, &lexicons);
        assert_eq!(page.text, String::from_utf8_lossy(bytes));
    }
    let (_, findings) = read_bytes(b"\xff", &questionnaire, &lexicons);
    assert_eq!(codes(&findings)[0], "not_utf8");
}

fn again(page: &Page, recognition: &Recognition) -> (Page, Vec<Finding>) {
    let (questionnaire, lexicons) = data();
    read_recognized(page.text.as_bytes(), &questionnaire, &lexicons, recognition)
}

#[test]
fn a_recognized_page_is_read_the_same_again() {
    let (questionnaire, lexicons) = data();
    let strange = format!("{ROWS}| Kio estas tio? | Io |\n").replace("protokolo", "qq");
    for (locale, rows) in [("xx-XX", ROWS), ("xx-XX", &strange), ("yy-YY", &strange)] {
        let (page, findings) = page(locale, rows);
        let recognition = Recognition::of(&page, &findings, &questionnaire, &lexicons);
        assert_eq!(Recognition::parse(&recognition.to_string()).as_ref(), Some(&recognition));
        assert_eq!(again(&page, &recognition), (page, findings), "{recognition}");
    }
}

#[test]
fn what_was_recognized_is_used() {
    let (page, findings) = page("xx-XX", ROWS);
    let (questionnaire, lexicons) = data();
    let recognition = Recognition::of(&page, &findings, &questionnaire, &lexicons).to_string();
    let start = recognition.split_once(' ').expect("words").0;
    let wrong = Recognition::parse(&format!("{start} xx-XX - 1-2 3? - - - 8")).expect("the form");
    let (read, findings) = again(&page, &wrong);
    let ids: Vec<Option<&str>> = read.rows.iter().map(|row| row.question.as_deref()).collect();
    assert_eq!(ids[..4], [None, Some("app_id"), Some("web"), Some("wall")]);
    let answers = |page: &Page| page.rows.iter().map(|row| row.answer.clone()).collect::<Vec<_>>();
    assert_eq!(answers(&read), answers(&page), "no row is lost");
    assert!(codes(&findings).contains(&"row_by_place"));
}

#[test]
fn what_does_not_fit_is_recognized_afresh() {
    let (page, findings) = page("xx-XX", ROWS);
    let (questionnaire, lexicons) = data();
    let recognition = Recognition::of(&page, &findings, &questionnaire, &lexicons).to_string();
    let start = recognition.split_once(' ').expect("words").0;
    for text in [
        format!("{start} xx-XX 0-6"),
        format!("{start} xx-XX 0-8"),
        format!("{start} xx-XX 900-907"),
        format!("{start} qq-QQ - - - - - - - -"),
        "0123456789abcdef xx-XX - - - - - - - -".to_owned(),
    ] {
        let other = Recognition::parse(&text).expect("the form");
        assert_eq!(again(&page, &other), (page.clone(), findings.clone()), "{text}");
    }
}

#[test]
fn other_words_make_another_recognition() {
    let (questionnaire, lexicons) = data();
    let (page, findings) = page("xx-XX", ROWS);
    let of = |lexicons: &Lexicons| Recognition::of(&page, &findings, &questionnaire, lexicons);
    let changed = LEXICON.replace("[raporto]", "[raporto, alia]");
    let changed = Lexicons::load(&[("l.yaml", changed.as_str())], &questionnaire).expect("sound");
    assert_eq!(of(&lexicons), of(&data().1));
    assert_ne!(of(&lexicons), of(&changed));
}
