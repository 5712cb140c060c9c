use super::*;

const TEXTS: [&str; 4] = [
    "0123456789abcdef fr-FR",
    "0123456789abcdef fr-FR 0-3 5? - - 7 9 8 10-11",
    "0123456789abcdef und 0? 1? 2?",
    "0123456789abcdef zh-TW -",
];

#[test]
fn the_text_form_comes_back_as_it_was() {
    for text in TEXTS {
        let read = Recognition::parse(text).expect("the form");
        assert_eq!(read.to_string(), text);
    }
    let read = Recognition::parse(TEXTS[1]).expect("the form");
    let named = |numbers: &[usize]| numbers.iter().copied().map(Found::Named).collect::<Vec<_>>();
    let middle = [Found::ByPlace(5), Found::Nothing, Found::Nothing];
    assert_eq!(
        read.found,
        [&named(&[0, 1, 2, 3])[..], &middle, &named(&[7, 9, 8, 10, 11])].concat()
    );
}

#[test]
fn other_texts_are_no_recognition() {
    for text in [
        "",
        " ",
        "0123456789abcdef",
        "0123456789abcdef ",
        "0123 fr-FR 0",
        "0123456789abcdef fr-FR x",
        "0123456789abcdef fr-FR +1",
        "0123456789abcdef fr-FR 0- 1",
        "0123456789abcdef fr-FR 0  1",
        "0123456789abcdef fr-FR 70000",
        "0123456789abcdef fr-FR 0-65535",
        "0123456789abcdef fr-FR 0-1999 -",
    ] {
        assert_eq!(Recognition::parse(text), None, "{text}");
    }
}
