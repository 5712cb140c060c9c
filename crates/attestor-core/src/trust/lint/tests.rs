use std::collections::BTreeMap;

use super::super::page::facts;
use super::super::unit::{Translation, Unit};
use super::*;
use crate::attestation::text::Provenance;
use crate::id::Spot;

const EXAMPLE: &str = include_str!("../../../tests/trust/example-page.md");

fn example() -> Trust {
    facts::import(EXAMPLE, "en-US", &BTreeMap::new()).0
}

/// What one pair disagrees about, beside the services of the example.
fn pair(source: &str, translated: &str) -> Vec<(About, String, String)> {
    let translation = Translation {
        locale: Spot::made("ko-KR".to_owned()),
        body: translated.to_owned(),
        provenance: Provenance::Human,
        source_hash: None,
        day: None,
    };
    let unit = Unit {
        id: Spot::made(Id::made("pair")),
        locale: "en-US".to_owned(),
        body: source.to_owned(),
        translations: vec![translation],
    };
    let trust = Trust { texts: vec![unit], ..example() };
    let told =
        |it: Disagreement| (it.code, it.source_only.join(" "), it.translation_only.join(" "));
    lint(&trust).into_iter().map(told).collect()
}

#[test]
fn both_disagreements_of_the_example_are_found() {
    let found: Vec<String> = lint(&example()).iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "the text `00042-106` disagrees about standards: only the source has `27017`",
            "the text `00042-119` disagrees about links: the source has `https://example.org/start`, \
             `ko-KR` has `https://example.org/portal`",
        ]
    );
}

#[test]
fn facts_are_told_apart_by_their_form() {
    let none = String::new;
    for (source, translated, expected) in [
        ("ISO 27001", "ISO 27018", vec![(About::Standards, "27001".into(), "27018".into())]),
        (
            "ISO 27001:2013",
            "ISO 27001: 2022",
            vec![(About::Editions, "2013".into(), "2022".into())],
        ),
        (
            "IS 619017",
            "IS 619018",
            vec![(About::CertificateNumbers, "IS 619017".into(), "IS 619018".into())],
        ),
        ("13 controls", "12개", vec![(About::Numbers, "13".into(), "12".into())]),
        ("Lantern", "Tidewater", vec![(About::Services, "Lantern".into(), "Tidewater".into())]),
        ("[a](x)", "a", vec![(About::Links, "x".into(), none())]),
    ] {
        assert_eq!(pair(source, translated), expected, "{source} / {translated}");
    }
}

#[test]
fn order_repetition_and_endings_are_a_matter_of_language() {
    for (source, translated) in [
        ("ISO 27001, ISO 27018, and ISO 27017", "ISO 27001 ISO 27017 및 ISO 27018"),
        ("Lantern and Tidewater", "Tidewater와 Lantern"),
        ("ISO 27001 and ISO 27001", "ISO 27001"),
        ("Tidewater Government", "Tidewater Government"),
    ] {
        assert_eq!(pair(source, translated), [], "{source} / {translated}");
    }
}

#[test]
fn a_text_that_is_only_a_name_says_how_it_is_translated() {
    let mut trust = example();
    let names = trust.texts.iter_mut().find(|unit| unit.body == "Lantern").unwrap();
    names.translations[0].body = "등불".to_owned();
    let other = trust.texts.iter_mut().find(|unit| unit.body == "Lantern data protection").unwrap();
    other.translations[0].body = "등불 데이터 보호".to_owned();
    assert_eq!(lint(&trust).len(), 2);
}
