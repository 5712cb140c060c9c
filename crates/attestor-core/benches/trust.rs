//! How fast offerings are worked with: a catalog of the size of the largest that is published is
//! read and checked within 0.15 s, and a table over 1,000 controls and 200 services is made within
//! 50 ms. Run with `cargo bench -p attestor-core --bench trust`.
//!
//! The catalog is made here: 1,200 controls with texts, parameters and links, about 5 MB. With
//! `OSCAL_CATALOG=FILE`, that file is read as well.
#![allow(clippy::unwrap_used, reason = "a benchmark fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use attestor_core::day::Day;
use attestor_core::framework::SourceFile;
use attestor_core::id::Id;
use attestor_core::trust::crosswalk::{Mapping, coverage};
use attestor_core::trust::inherit::{Asked, StandsFor, inherit};
use attestor_core::trust::load;
use attestor_core::trust::model::Trust;
use attestor_core::trust::oscal::catalog::Catalog;
use divan::Bencher;
use divan::counter::BytesCount;

const CONTROLS: usize = 1000;
const SERVICES: usize = 200;

fn main() {
    divan::main();
}

#[divan::bench]
fn catalog_of_full_size(bencher: Bencher<'_, '_>) {
    read(bencher, &catalog(1200));
}

#[divan::bench]
fn catalog_from_a_file(bencher: Bencher<'_, '_>) {
    let path = std::env::var_os("OSCAL_CATALOG");
    let text = path.map_or_else(|| catalog(1), |path| std::fs::read_to_string(path).unwrap());
    read(bencher, &text);
}

fn read(bencher: Bencher<'_, '_>, text: &str) {
    let count = |text: &str| Catalog::load("catalog.json", text).unwrap().all_controls().len();
    bencher.counter(BytesCount::of_str(text)).bench_local(|| count(text));
}

/// What a system inherits, control by control, and what that covers of another framework.
#[divan::bench]
fn table_of_controls_and_services(bencher: Bencher<'_, '_>) {
    let (trust, asked, mapping) = (trust(), asked(), mapping());
    let today = Day::parse("2026-06-30").unwrap();
    bencher.bench_local(|| {
        let found = inherit(&trust, trust.systems.first().unwrap(), &asked, today);
        let given = found.iter().filter(|it| it.share.gives());
        let covered: BTreeSet<Id> = given.map(|it| it.control.clone()).collect();
        coverage(&mapping, &covered, asked.iter().map(|it| &it.control)).len()
    });
}

fn catalog(controls: usize) -> String {
    let prose = "The organization looks at it, writes it down and tells who must know. ".repeat(45);
    let mut text = String::from(
        r#"{"catalog": {"uuid": "11111111-2222-4333-8444-555555555555", "metadata": {"title": "Example",
        "last-modified": "2026-01-01T00:00:00Z", "version": "1", "oscal-version": "1.1.2"}, "controls": ["#,
    );
    for number in 0..controls {
        let comma = if number == 0 { "" } else { "," };
        let other = (number + 7) % controls;
        write!(
            text,
            r##"{comma}{{"id": "c-{number}", "title": "Control {number}",
            "params": [{{"id": "c-{number}_prm_1", "label": "time"}}, {{"id": "c-{number}_prm_2", "label": "who"}}],
            "props": [{{"name": "label", "value": "C-{number}"}}, {{"name": "sort-id", "value": "c-{number}"}}],
            "links": [{{"href": "#c-{other}", "rel": "related"}}],
            "parts": [{{"id": "c-{number}_smt", "name": "statement", "prose": "{prose} {{{{ insert: param, c-{number}_prm_1 }}}}"}},
            {{"id": "c-{number}_gdn", "name": "guidance", "prose": "{prose}"}}]}}"##
        )
        .unwrap();
    }
    text.push_str("]}}");
    text
}

fn trust() -> Trust {
    let mut text = String::from(
        "providers: [{id: p, name: P}]\nstandards: [{id: s, title: S}]\n\
         editions: [{id: e, standard: s, year: 2026}]\nclouds: [{id: public, name: Public, kind: public}]\n\
         services:\n",
    );
    for number in 0..SERVICES {
        writeln!(text, "- {{id: s{number}, provider: p, name: S{number}, clouds: [public]}}")
            .unwrap();
    }
    text.push_str(
        "offerings:\n- id: o\n  provider: p\n  edition: e\n  cycle_months: 12\n  services:\n",
    );
    for number in 0..SERVICES {
        writeln!(text, "  - {{service: s{number}, cloud: public}}").unwrap();
    }
    let names: Vec<String> = (0..SERVICES).map(|number| format!("s{number}")).collect();
    writeln!(
        text,
        "certificates: [{{id: c, offering: o, state: published, services: [{}], issued: 2026-01-01, expires: 2028-01-01}}]",
        names.join(", ")
    )
    .unwrap();
    text.push_str(
        "statements:\n- id: soa\n  certificate: c\n  edition: e\n  variant: public\n  rows:\n",
    );
    for number in 0..CONTROLS {
        writeln!(text, "  - {{id: c-{number}, applicable: true, duty: provider}}").unwrap();
    }
    text.push_str("systems:\n- id: x\n  name: X\n  uses:\n");
    for number in 0..SERVICES {
        writeln!(text, "  - {{service: s{number}, cloud: public}}").unwrap();
    }
    let file = SourceFile { path: "trust.yaml".to_owned(), text };
    load::load(&[file], &BTreeMap::new()).unwrap()
}

fn id(number: usize) -> Id {
    Id::parse(&format!("c-{number}")).unwrap()
}

fn asked() -> Vec<Asked> {
    let edition = Id::parse("e").unwrap();
    let ask = |number| {
        let by = StandsFor { edition: edition.clone(), items: vec![id(number)], is_whole: true };
        Asked { control: id(number), by: vec![by] }
    };
    (0..CONTROLS).map(ask).collect()
}

fn mapping() -> Mapping {
    let mut text = String::from("from: e\nto: f\nsource: made\npairs:\n");
    for number in 0..CONTROLS {
        let to = (number * 7) % CONTROLS;
        writeln!(text, "- {{from: c-{number}, to: c-{to}, relation: equal}}").unwrap();
    }
    attestor_core::source::read("mapping.yaml", &text).unwrap()
}
