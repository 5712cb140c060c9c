//! What is kept and what is told as lost.

use super::*;

fn keeper() -> Keeper {
    let months = [
        ("december", 12),
        ("decembre", 12),
        ("dezembro", 12),
        ("декабря", 12),
        ("mai", 5),
        ("may", 5),
    ];
    Keeper { months: months.map(|(name, number)| (name.to_owned(), number)).into() }
}

#[test]
fn what_both_texts_have_is_kept_however_it_is_written() {
    for (left, right) in [
        ("ISO 27018 certificate", "ISO/IEC 27018 인증서"),
        ("SOC2 and PCI-DSS", "SOC 2, PCI DSS"),
        ("NIST SP 800-171", "NIST 800-171"),
        ("on December 9, 2021", "le 9 décembre 2021"),
        ("on December 9, 2021", "2021년 12월 9일에"),
        ("2021-12-09", "2021年12月9日時点"),
        ("December 9, 2021", "9 de dezembro de 2021"),
        ("9 декабря 2021 г.", "9.12.2021"),
        ("1 May 2020", "1er mai 2020"),
        ("December 2021", "2021年12月"),
        ("12/9/2021", "2021-12-09"),
        ("9/12/2021", "2021-12-09"),
        ("1,000 users, 1.5 %", "1.000 Nutzer, 1,5 %"),
        ("1,234,567", "1\u{202f}234\u{202f}567"),
        ("３ days", "3 jours"),
        ("TLS 1.2 and 10.0.0.1", "10.0.0.1, TLS 1.2"),
        ("see https://learn.example.com/en-us/a.", "voir http://www.learn.example.com/fr-fr/a/"),
        ("may have 3", "3 kann"),
        ("", "27001"),
    ] {
        assert_eq!(keeper().lost(left, right), [], "{left} | {right}");
    }
}

/// Texts, the kind that is lost, what only the first has, what only the second has.
const LOST: &[(&str, &str, Kept, &str, &str)] = &[
    ("ISO 27018", "ISO 27001", Kept::Standard, "ISO 27018", "ISO 27001"),
    ("SOC 2 Type 1", "SOC 1 Type 1", Kept::Standard, "SOC 2", "SOC 1"),
    ("PCI DSS", "PCI", Kept::Standard, "PCI DSS", ""),
    ("NIST 800-53", "NIST 800-171", Kept::Standard, "NIST 800-53", "NIST 800-171"),
    ("within 30 days", "sous 90 jours", Kept::Number, "30", "90"),
    ("3 and 3", "3", Kept::Number, "3", ""),
    ("1.5", "15", Kept::Number, "1.5", "15"),
    ("December 9, 2021", "8 décembre 2021", Kept::Date, "2021-12-09", "2021-12-08"),
    ("2021-03-05", "2021-05-03", Kept::Date, "2021-03-05", "2021-05-03"),
    ("http://a.example/x", "http://b.example/x", Kept::Address, "a.example/x", "b.example/x"),
];

#[test]
fn what_only_one_text_has_is_lost() {
    for (left, right, kind, only_left, only_right) in LOST {
        let list = |text: &str| -> Vec<String> {
            if text.is_empty() { Vec::new() } else { vec![text.to_owned()] }
        };
        let wanted = Lost { kind: *kind, left: list(only_left), right: list(only_right) };
        assert_eq!(keeper().lost(left, right), [wanted], "{left} | {right}");
    }
}

#[test]
fn no_text_breaks_the_reading() {
    for text in [
        "1.",
        "1,",
        "1.2.3.4.5",
        "99999999999999999999/1/2021",
        "www.",
        "https://",
        "31/31/2021",
        "ISO/",
        "NIST -",
    ] {
        assert_eq!(keeper().lost(text, text), [], "{text}");
    }
}
