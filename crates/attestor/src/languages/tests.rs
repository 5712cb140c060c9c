//! Names of languages, and how each writes the same facts.

use attestor_core::day::Day;

use super::*;

#[test]
fn every_language_is_found_by_its_tag_and_by_its_address() {
    for language in Language::all() {
        assert_eq!(Language::of_tag(language.tag()), Some(language));
        assert_eq!(Language::of_tag(language.path()), Some(language));
        assert_eq!(Language::of_path(language.path()), Some(language));
        assert_eq!(language.path(), language.tag().to_lowercase());
        assert_eq!((language.dir(), language.html_lang()), ("ltr", language.tag()));
        assert!(!language.own_name().is_empty());
    }
    assert_eq!(Language::of_tag("FR-fr"), Some(Language::French));
    assert_eq!((Language::of_tag("pt-PT"), Language::of_tag("ko")), (None, None));
    assert_eq!((Language::of_path("ko-KR"), Language::of_path("ko-KR/")), (None, None));
}

#[test]
fn languages_stand_in_the_order_of_their_tags() {
    let tags: Vec<&str> = Language::all().map(Language::tag).collect();
    assert!(tags.is_sorted(), "{tags:?}");
}

/// Tag, day in full, day in a table, day without year, number, share.
const WRITTEN: &[(&str, &str, &str, &str, &str, &str)] = &[
    ("de-DE", "9. Dezember 2021", "09.12.2021", "9. Dez.", "-12.345", "66\u{A0}%"),
    ("en-US", "December 9, 2021", "Dec 9, 2021", "Dec 9", "-12,345", "66%"),
    ("es-ES", "9 de diciembre de 2021", "9 dic 2021", "9 dic", "-12.345", "66\u{A0}%"),
    ("fr-FR", "9 décembre 2021", "9 déc. 2021", "9 déc.", "-12\u{202F}345", "66\u{202F}%"),
    ("it-IT", "9 dicembre 2021", "9 dic 2021", "9 dic", "-12.345", "66%"),
    ("ja-JP", "2021年12月9日", "2021/12/09", "12月9日", "-12,345", "66%"),
    ("ko-KR", "2021년 12월 9일", "2021/12/9", "12월 9일", "-12,345", "66%"),
    ("pt-BR", "9 de dezembro de 2021", "9 de dez. de 2021", "9 de dez.", "-12.345", "66%"),
    (
        "ru-RU",
        "9 декабря 2021\u{202F}г.",
        "9 дек. 2021\u{202F}г.",
        "9 дек.",
        "-12\u{A0}345",
        "66\u{A0}%",
    ),
    ("zh-CN", "2021年12月9日", "2021年12月9日", "12月9日", "-12,345", "66%"),
    ("zh-TW", "2021年12月9日", "2021年12月9日", "12月9日", "-12,345", "66%"),
];

#[test]
fn days_numbers_and_shares_are_written_as_the_language_does() {
    let day = Day::parse("2021-12-09").expect("a day");
    for (tag, long, short, yearless, number, share) in WRITTEN {
        let formats = Formats::of(Language::of_tag(tag).expect("a language")).expect("formats");
        let days = (formats.day(day), formats.day_short(day), formats.day_of_year(day));
        assert_eq!(days, ((*long).into(), (*short).into(), (*yearless).into()), "{tag}");
        let figures = (formats.number(-12345), formats.percent(2, 3));
        assert_eq!(figures, ((*number).into(), Some((*share).into())), "{tag}");
    }
}

#[test]
fn nothing_less_than_all_is_a_hundred_per_cent() {
    let english = Formats::of(Language::English).expect("formats");
    assert_eq!(english.percent(2999, 3000).as_deref(), Some("99%"));
    assert_eq!(english.percent(3000, 3000).as_deref(), Some("100%"));
    assert_eq!(english.percent(0, 0), None);
    assert_eq!(english.count(1_234_567), "1,234,567");
}

#[test]
fn the_calendar_s_ends_are_written() {
    for language in Language::all() {
        let formats = Formats::of(language).expect("formats");
        assert!(formats.day(Day::MAX).contains("9999"), "{language:?}");
        assert!(formats.number(i64::MIN).ends_with("808"), "{language:?}");
    }
}

#[test]
fn lists_are_in_the_order_of_the_language() {
    let sorted = |language, mut names: Vec<&'static str>| {
        Formats::of(language).expect("formats").sort(&mut names, |name| name);
        names
    };
    let names = vec!["Zoom", "Été", "apple", "Etat", "école"];
    let wanted = ["apple", "école", "Etat", "Été", "Zoom"];
    assert_eq!(sorted(Language::French, names), wanted);
    assert_eq!(sorted(Language::Spanish, vec!["nz", "ñu", "o"]), ["nz", "ñu", "o"]);
    assert_eq!(sorted(Language::English, vec!["nz", "ñu", "o"]), ["ñu", "nz", "o"]);
    assert_eq!(sorted(Language::Korean, vec!["zoom", "나", "가"]), ["가", "나", "zoom"]);
}

#[test]
fn french_spaces_before_punctuation_do_not_break() {
    let french = |text| typography(Language::French, text).into_owned();
    assert_eq!(
        french("Prêt ? Oui ! 90 % ; fin :"),
        "Prêt\u{202F}? Oui\u{202F}! 90\u{202F}%\u{202F}; fin\u{A0}:"
    );
    assert_eq!(french("« mot » ici"), "«\u{202F}mot\u{202F}» ici");
    assert_eq!(french("https://a.b/c?d"), "https://a.b/c?d");
    assert_eq!(typography(Language::English, "a ?"), "a ?");
}

#[test]
fn formats_are_shared_by_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Formats>();
}
