//! `Accept-Language` as browsers send it and as nobody should.

use super::*;

/// Headers and the tag of the language that they give.
const HEADERS: &[(&str, &str)] = &[
    ("", "en-US"),
    ("ko-KR,ko;q=0.9,en-US;q=0.8,en;q=0.7", "ko-KR"),
    ("ko", "ko-KR"),
    ("KO-kr", "ko-KR"),
    ("fr-CA", "fr-FR"),
    ("fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5", "fr-FR"),
    ("pt", "pt-BR"),
    ("pt-PT", "pt-BR"),
    ("zh", "zh-CN"),
    ("zh-CN", "zh-CN"),
    ("zh-SG", "zh-CN"),
    ("zh-Hans-TW", "zh-CN"),
    ("zh-TW", "zh-TW"),
    ("zh-HK", "zh-TW"),
    ("zh-MO", "zh-TW"),
    ("zh-Hant", "zh-TW"),
    ("zh-Hant-HK", "zh-TW"),
    ("zh-hant-hk;q=0.4,zh-cn;q=0.3", "zh-TW"),
    ("en-GB,en;q=0.9", "en-US"),
    ("sr-Latn, ru;q=0.3", "ru-RU"),
    // Weights, not order; of equal weights the first.
    ("de;q=0.5, es;q=0.9", "es-ES"),
    ("de;q=0.5, es;q=0.5", "de-DE"),
    ("it;q=0.001, ja;q=0.002", "ja-JP"),
    ("nl, sv;q=0.9, it;q=0.2", "it-IT"),
    ("nl", "en-US"),
    ("ja-JP-u-ca-japanese", "ja-JP"),
    // Refusals, and what is left for `*`.
    ("fr;q=0", "en-US"),
    ("fr;q=0, fr-CA", "en-US"),
    ("zh-Hant;q=0, zh-TW, ko;q=0.1", "ko-KR"),
    ("en-GB;q=0, en;q=0.4, fr;q=0.3", "en-US"),
    ("*", "en-US"),
    ("*, en;q=0", "de-DE"),
    ("*;q=0.5, es;q=0.4", "en-US"),
    ("*;q=0.5, en;q=0.1, es;q=0.6", "es-ES"),
    // What is not in its form counts as not sent.
    ("fr;q=2, de;q=0.1", "de-DE"),
    ("fr;q=1.001, de;q=0.1", "de-DE"),
    ("fr;q=0.1234, de;q=0.1", "de-DE"),
    ("fr;q=-1, de;q=0.1", "de-DE"),
    ("fr;level=1, de;q=0.1", "de-DE"),
    ("fr ; Q = 0.7 , de;q=0.1", "fr-FR"),
    ("fr;q=1.000, de", "fr-FR"),
    ("🦀, ;;;, =, q=1, -, , it", "it-IT"),
    ("fr/../etc, <script>, \u{0}", "en-US"),
];

#[test]
fn the_header_gives_the_language_that_its_reader_reads() {
    for (header, tag) in HEADERS {
        assert_eq!(negotiate(Some(header), None).tag(), *tag, "{header:?}");
    }
}

#[test]
fn a_choice_kept_in_the_cookie_wins_over_the_header() {
    let tag = |cookie| negotiate(Some("fr"), Some(cookie)).tag();
    assert_eq!((tag("ko-kr"), tag(" ja-JP ")), ("ko-KR", "ja-JP"));
    assert_eq!((tag("xx"), tag("")), ("fr-FR", "fr-FR"));
    assert_eq!(negotiate(None, None).tag(), "en-US");
}

#[test]
fn a_header_of_any_length_is_answered() {
    let long = "nl,".repeat(100_000) + "ko";
    assert_eq!(negotiate(Some(&long), None), Language::English);
}
