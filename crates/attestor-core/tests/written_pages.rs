//! Laws of writing pages, with the project's own questionnaire, lexicons and words: what is read
//! from a written page are the facts that it was written from, in every language.

#![allow(clippy::expect_used, reason = "a test may stop at what it does not expect")]

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use attestor_core::answer::Answer;
use attestor_core::attestation::page::controls::Outcome;
use attestor_core::attestation::page::facts::{Facts, Tier, Value};
use attestor_core::attestation::page::lexicon::Lexicons;
use attestor_core::attestation::page::permission::{Permission, PermissionType};
use attestor_core::attestation::page::render::{Original, export, page};
use attestor_core::attestation::page::wording::Wordings;
use attestor_core::attestation::page::{Page, read, read_bytes};
use attestor_core::attestation::question::{AnswerType, Form, Question, Questionnaire, Section};
use attestor_core::day::Day;
use proptest::collection::vec;
use proptest::prelude::*;

struct Known {
    questionnaire: Questionnaire,
    lexicons: Lexicons,
    wordings: Wordings,
}

static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let questions = texts(&root().join("frameworks/m365-certification/questionnaire"), ".yaml");
    let questionnaire = Questionnaire::load(&questions).expect("a sound questionnaire");
    let words = texts(&root().join("locales"), "page.yaml");
    let wordings = Wordings::load(&words, &questionnaire).expect("sound words");
    let lexicons = texts(&root().join("locales"), "lexicon.yaml");
    let lexicons = Lexicons::load(&lexicons, &questionnaire).expect("sound").learn(&wordings);
    Known { questionnaire, lexicons, wordings }
});

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn texts(folder: &Path, name: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for path in files(folder, name) {
        let text = fs::read_to_string(&path).expect("text");
        found.push((path.display().to_string(), text));
    }
    found
}

fn files(folder: &Path, name: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path, name));
        } else if path.to_string_lossy().ends_with(name) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn read_page(text: &str) -> Page {
    read(text, &KNOWN.questionnaire, &KNOWN.lexicons).0
}

/// The first thing in which two pages differ.
fn difference(written: &Facts, read: &Facts) -> Option<String> {
    if written == read {
        return None;
    }
    let only = |left: &Facts, right: &Facts| {
        left.answers.iter().find(|one| !right.answers.contains(one)).cloned()
    };
    let answers = (only(written, read), only(read, written));
    let rest = |facts: &Facts| Facts { answers: Vec::new(), ..facts.clone() };
    if rest(written) == rest(read) {
        return Some(format!("{answers:?}"));
    }
    Some(format!("{answers:?}\n{:?}\n{:?}", rest(written), rest(read)))
}

struct Dice {
    words: Vec<u32>,
    at: usize,
}

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        let word = self.words.get(self.at).copied().unwrap_or_default();
        self.at += 1;
        word as usize % sides
    }

    fn pick<T: Clone>(&mut self, list: &[T]) -> T {
        list.get(self.roll(list.len())).expect("a list that is not empty").clone()
    }

    fn day(&mut self) -> Day {
        let (year, month, day) = (self.roll(60), self.roll(12), self.roll(28));
        let [year, month, day] = [1990 + year, 1 + month, 1 + day];
        Day::new(
            i16::try_from(year).expect("a year"),
            i8::try_from(month).expect("a month"),
            i8::try_from(day).expect("a day"),
        )
        .expect("a day")
    }

    /// Texts that a page could take for something else.
    fn text(&mut self) -> String {
        let parts = [
            "Word",
            "예",
            "Yes",
            "|",
            "\\",
            "\n",
            "`",
            "**",
            "<b>",
            "</span>",
            "&amp;",
            "[a](b)",
            "::: zone-end",
            "---",
            "::: zone pivot=\"data\"",
            "# x",
            ">",
            "~~",
            "_",
            "30 日",
            ",",
            "、",
            "#/dashboard/7",
            "<!--",
            "Ünïcode",
            "\u{e000}",
            "{0}",
        ];
        let count = self.roll(6);
        let words: Vec<&str> = (0..count).map(|_| self.pick(&parts)).collect();
        words.join(self.pick(&[" ", ""])).trim().to_owned()
    }

    fn value(&mut self, question: &Question, store_id: &str) -> Value {
        let blank = self.roll(6) == 5;
        match question.kind {
            AnswerType::YesNo | AnswerType::YesNoNa => Value::Answer(self.pick(Answer::ALL)),
            AnswerType::Enum if !blank => {
                let codes: Vec<_> = question.choices.iter().map(|one| one.code.clone()).collect();
                Value::Code(self.pick(&codes))
            }
            AnswerType::EnumList => {
                let known = question.choices.iter().map(|one| one.code.clone());
                let mut codes: Vec<_> = known.chain(question.other_text.clone()).collect();
                codes.retain(|_| self.roll(3) == 0);
                codes.sort();
                Value::Codes(codes)
            }
            AnswerType::Date if !blank => Value::Day(self.day()),
            AnswerType::Url if !blank => Value::Link(self.pick(&[
                "https://a.example/x".to_owned(),
                format!("https://a.example/{}?a=(1)&b=|#/dashboard/3", "long/".repeat(30)),
                "not an address".to_owned(),
            ])),
            AnswerType::Id => Value::Id(store_id.to_owned()),
            kind if kind.is_free_text() => Value::Text(self.text()),
            _ => Value::Blank,
        }
    }

    fn facts(&mut self, form: Form) -> Facts {
        let zones: &[&str] = match form {
            Form::Form2021 => &["general", "data", "mcas", "identity"],
            Form::Form2022 => {
                &["general", "data", "security", "compliance", "privsection", "zerotrust"]
            }
        };
        let mut pivots: Vec<String> = zones.iter().map(|zone| (*zone).to_owned()).collect();
        let mut certification = Vec::new();
        if form == Form::Form2022 && self.roll(2) == 1 {
            pivots.push("certification".to_owned());
            let controls = KNOWN.questionnaire.controls().iter();
            let some = controls.filter(|_| self.roll(5) < 4);
            let ids: Vec<_> = some.map(|one| one.id.clone()).collect();
            certification = ids.into_iter().map(|id| (id, self.pick(Outcome::ALL))).collect();
        }
        let store_id = format!("WA{}", 100_000 + self.roll(900_000));
        let gap = 2 + self.roll(8);
        let mut answers = Vec::new();
        for &zone in zones {
            let mut here: Vec<&Question> = KNOWN.questionnaire.questions().iter().collect();
            here.retain(|one| one.position(form).is_some_and(|place| &*place.zone == zone));
            here.sort_by_key(|one| one.position(form).map(|place| place.position));
            for question in here {
                if self.roll(gap) > 0 {
                    answers.push((question.id.clone(), self.value(question, &store_id)));
                }
            }
        }
        let count = self.roll(5);
        let permissions: Vec<Permission> = (0..count).map(|_| self.permission()).collect();
        let counts = vec![("cert_rows".to_owned(), certification.len())];
        Facts {
            generation: form,
            certification_type: self.pick(&[None, Some(Tier::Attested), Some(Tier::Certified)]),
            badge: self.pick(&[None, Some(Tier::Attested), Some(Tier::Certified)]),
            ms_date: Some(self.day()).filter(|_| self.roll(4) > 0),
            last_updated: Some(self.day()).filter(|_| self.roll(4) > 0),
            teams_store_id: self.pick(&[None, Some("f708066c-137d-41a1".to_owned())]),
            appsource_id: Some(store_id).filter(|_| self.roll(3) > 0),
            mcas_dashboard_id: Some("4711".to_owned()).filter(|_| form == Form::Form2021),
            pivots,
            answers,
            uses_graph: !permissions.is_empty(),
            permissions,
            counts: if certification.is_empty() { Vec::new() } else { counts },
            certification,
            has_additional_apis_table: false,
        }
    }

    fn permission(&mut self) -> Permission {
        let ids = ["", "0bb1641a-3b3b-47f7-a11e-01279d92abfb"];
        let names = ["Files.Read.All", "offline_access", "openid", "User.Read", "A_b-c.D"];
        let some = [PermissionType::ALL, &[]].concat();
        Permission {
            name: self.pick(&names).to_owned(),
            kind: Some(self.pick(&some)).filter(|_| self.roll(5) > 0),
            app_id: self.pick(&ids).to_owned(),
            justification: self.text(),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn reading_a_written_page_gives_its_facts_in_every_language(
        words in vec(any::<u32>(), 1..900),
        early in any::<bool>(),
    ) {
        let form = if early { Form::Form2021 } else { Form::Form2022 };
        let mut dice = Dice { words, at: 0 };
        let facts = dice.facts(form);
        let title = dice.text();
        let lang = dice.pick(&["en-US", "ko-KR", "und"]);
        for wording in KNOWN.wordings.all() {
            let original = Original::new(&facts, &title, lang);
            let text = page(&original, wording, &KNOWN.questionnaire);
            let found = read_page(&text);
            let difference = difference(&facts, &found.facts);
            prop_assert!(difference.is_none(), "{}: {difference:?}\n{text}", wording.locale);
            prop_assert_eq!(&found.title, &title);
            prop_assert_eq!(found.lexicon.as_ref(), Some(&wording.locale));
        }
    }
}

#[test]
fn there_are_words_for_eleven_languages() {
    let locales: Vec<&str> = KNOWN.wordings.all().iter().map(|one| &*one.locale).collect();
    let known: Vec<&str> = KNOWN.lexicons.all().iter().map(|one| &*one.locale).collect();
    assert_eq!(locales.len(), 11);
    assert_eq!(locales, known);
}

#[test]
fn days_of_every_month_are_read_in_every_language() {
    for wording in KNOWN.wordings.all() {
        for month in 1..=12 {
            let mut facts = Dice { words: Vec::new(), at: 0 }.facts(Form::Form2022);
            facts.last_updated = Day::new(2022, month, 9);
            let text = page(&Original::new(&facts, "App", "en-US"), wording, &KNOWN.questionnaire);
            let found = read_page(&text).facts.last_updated;
            assert_eq!(found, facts.last_updated, "{} {month}", wording.locale);
        }
    }
}

/// Written past the capture of the test runner, so that a skipped test and the figure are seen.
fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// A folder beside the project, or in the folder that `ATTESTOR_SHARED` names; prints a line when
/// it is not there.
fn beside(path: &str) -> Option<PathBuf> {
    let named = std::env::var_os("ATTESTOR_SHARED").map(PathBuf::from);
    let found = named.unwrap_or_else(|| root().join("../shared")).join(path);
    if !found.exists() {
        say(&format!("skipped: {path} is not beside the project"));
        return None;
    }
    Some(found)
}

#[test]
fn published_pages_say_the_same_in_every_language() {
    let mut paths = beside("seeds").map_or_else(Vec::new, |folder| files(&folder, ".txt"));
    paths.retain(|path| {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        name.is_some_and(|name| name.starts_with("000_") || name.starts_with("003_"))
    });
    let corpus = beside("corpus/pages").map_or_else(Vec::new, |folder| files(&folder, ".md"));
    paths.extend(corpus.iter().step_by((corpus.len() / 200).max(1)).cloned());
    let (mut pages, mut equal) = (0_usize, 0_usize);
    let mut differences = Vec::new();
    for path in &paths {
        let bytes = fs::read(path).expect("a file");
        let (known, _) = read_bytes(&bytes, &KNOWN.questionnaire, &KNOWN.lexicons);
        let same = export(&known, &known.facts, &KNOWN.wordings, &KNOWN.questionnaire);
        assert_eq!(same.as_deref().map(str::as_bytes), Some(&*bytes), "{}", path.display());
        for wording in KNOWN.wordings.all() {
            pages += 1;
            let text = page(&Original::of(&known), wording, &KNOWN.questionnaire);
            match difference(&known.facts, &read_page(&text).facts) {
                None => equal += 1,
                Some(found) => {
                    differences.push(format!("{} {}: {found}", path.display(), wording.locale));
                }
            }
        }
    }
    let percent = equal * 100 / pages.max(1);
    say(&format!("{percent} %: {equal} of {pages} written pages say what their originals say"));
    assert!(differences.is_empty(), "{} differ\n{}", differences.len(), differences.join("\n"));
}

#[test]
fn every_question_choice_and_row_has_words_in_every_language() {
    let questionnaire = &KNOWN.questionnaire;
    for wording in KNOWN.wordings.all() {
        let locale = &wording.locale;
        for question in questionnaire.questions() {
            let label = wording.question_label(questionnaire, &question.id);
            assert!(label.is_some_and(|label| !label.is_empty()), "{locale}: {}", question.id);
            for choice in &question.choices {
                let words = wording.choice_label(questionnaire, &question.id, &choice.code);
                assert!(!words.contains('_'), "{locale}: {} {words}", question.id);
            }
        }
        for control in questionnaire.controls() {
            let label = wording.control_label(questionnaire, &control.id);
            assert!(label.is_some_and(|label| !label.is_empty()), "{locale}: {}", control.id);
        }
        for &section in Section::ALL {
            assert!(!wording.section_heading(section).is_empty(), "{locale}: {section:?}");
        }
    }
}

#[test]
fn words_are_asked_for_by_id() {
    let questionnaire = &KNOWN.questionnaire;
    let korean = KNOWN.wordings.get("ko-kr").expect("Korean");
    let label = |id| korean.question_label(questionnaire, id);
    assert_eq!(label("soc2_type"), Some("어떤 SOC 2 유형을 받았나요?"));
    assert_eq!(label("no_such_question"), None);
    assert_eq!(korean.choice_label(questionnaire, "soc2_type", "type_1"), "유형 1");
    assert_eq!(korean.choice_label(questionnaire, "soc2_type", "type_9"), "type_9");
    assert_eq!(korean.choice_label(questionnaire, "no_such_question", "type_1"), "type_1");
    assert_eq!(korean.answer(Answer::NotApplicable), "해당 없음");
    let french = KNOWN.wordings.get("fr-FR").expect("French");
    assert_eq!(french.section_heading(Section::Privacy), "Vie privée");
    assert_eq!(french.zone_heading("no_such_zone"), None);
    assert_eq!(
        french.control_label(questionnaire, "penetration_testing"),
        Some("Tests d’intrusion")
    );
    assert_eq!(french.permission_type(PermissionType::Both), "Les deux");
    assert_eq!(french.outcome(Outcome::InScope), "Dans l’étendue");
}
