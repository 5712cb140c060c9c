use super::super::write;
use super::*;
use crate::id::Spot;

const GOOD: &str = include_str!("../../../tests/trust/example.yaml");

fn catalogs() -> BTreeMap<Id, Catalog> {
    let catalog = |ids: &[&str], edition: &str| Catalog {
        standard: Id::made("iso27001"),
        edition: edition.to_owned(),
        title: edition.to_owned(),
        certificates_end: None,
        items: ids
            .iter()
            .map(|id| crate::framework::CatalogItem { id: Spot::made(Id::made(id)), title: None })
            .collect(),
    };
    BTreeMap::from([
        (Id::made("iso27001-2022"), catalog(&["A.5.1", "A.7.1", "A.8.7"], "2022")),
        (Id::made("iso27001-2013"), catalog(&["A.5.1.1"], "2013")),
    ])
}

fn file(text: &str) -> SourceFile {
    SourceFile { path: "trust.yaml".to_owned(), text: text.to_owned() }
}

/// The faults of the example with one text in the place of another.
fn faults(from: &str, to: &str) -> Vec<String> {
    assert!(GOOD.contains(from), "{from}");
    let faults = load(&[file(&GOOD.replacen(from, to, 1))], &catalogs()).unwrap_err();
    faults.iter().map(ToString::to_string).collect()
}

#[test]
fn what_is_written_is_read_the_same() {
    let trust = load(&[file(GOOD)], &catalogs()).unwrap();
    let written = write::files(&trust);
    assert!(written.len() > 1);
    assert_eq!(load(&written, &catalogs()).unwrap(), trust);
    assert_eq!(write::files(&load(&written, &catalogs()).unwrap()), written);
}

#[test]
fn every_thing_that_does_not_fit_is_told_with_its_place() {
    for (from, to, expected) in [
        ("id: lantern,", "id: tidewater,", "service `tidewater` stands twice"),
        ("group: harbor}", "group: lantern}", "own group: `lantern` in `lantern`"),
        (
            "name: Harbor}",
            "name: Harbor, group: lantern}",
            "own group: `harbor` in `lantern` in `harbor`",
        ),
        ("provider: harborlight,", "provider: harborligt,", "did you mean `harborlight`?"),
        ("issued: 2025-03-01", "issued: 2028-03-02", "expires before it was issued"),
        ("issued: 2025-03-01", "issued: 2022-03-01", "when its edition appeared"),
        ("issued: 2025-03-01", "issued: 2026-02-30", "is not a day"),
        ("surveillance: [2026-02-10]", "surveillance: [2025-02-10]", "under surveillance before"),
        ("until: 2027-01-31", "until: 2024-01-31", "leaves scope before it joins"),
        ("cycle_months: 12", "cycle_months: 13", "`13` is not a whole number from 1 to 12"),
        ("period_to: 2026-03-31", "period_to: 2026-04-01", "more than 3 months after 2025-12-31"),
        ("bridges: audit,", "", "names the report whose end it bridges"),
        ("kind: bridge-letter", "kind: soc", "only a bridge letter bridges"),
        (
            "id: A.8.7,",
            "id: A.5.1.1,",
            "`A.5.1.1` is no item of `iso27001-2022`; it is one of `iso27001-2013`",
        ),
        ("id: A.8.7,", "id: A.5.1,", "row `A.5.1` stands twice"),
        ("variant: public", "variant: full", "all 3 items, this one 2"),
        ("cloud: public, until", "cloud: government, until", "does not run in the cloud"),
        ("locale: fr-FR", "locale: ko-KR", "twice in `ko-KR`"),
        ("name: Lantern,", "nane: Lantern,", "did you mean `name`?"),
    ] {
        let found = faults(from, to);
        let fits = found.iter().any(|it| it.contains(expected) && it.starts_with("trust.yaml:"));
        assert!(fits, "{to}: {found:?}");
    }
}

#[test]
fn faults_of_all_places_come_at_once() {
    let text =
        GOOD.replace("cycle_months: 12", "cycle_months: 0").replace("id: A.8.7,", "id: X.1,");
    assert_eq!(load(&[file(&text)], &catalogs()).unwrap_err().len(), 2);
}

#[test]
fn a_translation_of_another_source_is_stale() {
    let mut trust = load(&[file(GOOD)], &catalogs()).unwrap();
    let unit = &mut trust.texts[0];
    unit.translations[0].source_hash = Some(unit.source_hash());
    assert!(!unit.shown_in("ko-KR").is_stale);
    unit.body.push('.');
    assert!(unit.shown_in("ko-KR").is_stale);
    assert!(!unit.shown_in("fr-FR").is_stale, "a translation that names no source");
    assert_eq!(unit.shown_in("de-DE").locale, "en-US");
}
