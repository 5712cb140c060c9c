use std::collections::BTreeSet;

use proptest::prelude::{any, proptest};

use super::{Search, terms};

fn terms_of(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    terms(text, &mut found);
    found
}

#[test]
fn texts_become_folded_words_and_pairs_of_letters() {
    for (text, expected) in [
        ("", &[][..]),
        ("–  / !", &[]),
        ("Sécurité, Élevée", &["elevee", "securite"]),
        ("Straße œuvre ÆØŁ", &["aeol", "oeuvre", "strasse"]),
        ("Ёлка ещё", &["елка", "еще"]),
        ("Ｍｉｃｒｏｓｏｆｔ　３６５", &["365", "microsoft"]),
        ("Mail.Read WA104381050", &["mail", "read", "wa104381050"]),
        ("앱", &["앱"]),
        ("인증", &["인증", "증"]),
        ("ｶﾞｽ", &["ガス", "ス"]),
        ("Teams用アプリ", &["teams", "アプ", "プリ", "リ", "用ア"]),
        ("应用", &["应用", "用"]),
    ] {
        let expected: BTreeSet<String> = expected.iter().map(|term| (*term).to_owned()).collect();
        assert_eq!(terms_of(text), expected, "{text}");
    }
}

#[test]
fn searches_find_what_people_mean() {
    for (search, text, found) in [
        ("인증", "앱 인증 프로그램", true),
        ("인증", "증인", false),
        ("인증", "인 증", false),
        ("인", "앱 인증", true),
        ("증", "앱 인증", true),
        ("망", "앱 인증", false),
        ("会議", "オンライン会議の予約", true),
        ("議会", "オンライン会議の予約", false),
        ("ｵﾝﾗｲﾝ", "オンライン会議", true),
        ("数据安全", "我们重视数据安全。", true),
        ("数据", "安全", false),
        ("securite", "Politique de Sécurité", true),
        ("SÉCUR", "securite", true),
        ("еще", "Ещё один", true),
        ("ёлка", "Елка", true),
        ("strasse", "Straße", true),
        ("STRAẞE", "strasse", true),
        ("３６５", "Office 365", true),
        ("365", "Office ３６５", true),
        ("tea", "Microsoft Teams", true),
        ("eams", "Microsoft Teams", false),
        ("teams 会議", "会議 for Teams", true),
        ("teams 会議", "会議 for Word", false),
        ("mail.read", "Mail.ReadWrite", true),
        ("", "anything", true),
        (" ?! ", "anything", true),
    ] {
        assert_eq!(Search::parse(search).finds(&terms_of(text)), found, "{search} in {text}");
    }
}

#[test]
fn long_searches_are_cut() {
    let many: Vec<String> = (0..40).map(|number| format!("w{number}")).collect();
    assert_eq!(Search::parse(&many.join(" ")).wanted().len(), 16);
    let long = format!("{} behind", "a".repeat(200));
    assert!(Search::parse(&long).finds(&terms_of(&"a".repeat(300))));
}

proptest! {
    #[test]
    fn a_text_is_found_by_itself(text in any::<String>()) {
        assert!(Search::parse(&text).finds(&terms_of(&text)));
    }

    #[test]
    fn terms_are_their_own_terms(text in "[a-zß-ž가-힣ぁ-ヺ一-丿А-я ｡-ﾟ]{0,20}") {
        let once = terms_of(&text);
        let again: Vec<String> = once.iter().cloned().collect();
        assert!(terms_of(&again.join(" ")).is_superset(&once));
    }
}
