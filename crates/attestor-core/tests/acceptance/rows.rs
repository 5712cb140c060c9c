//! Every row of the sections that the core decides is covered by a test, here or where it says.

use std::collections::BTreeMap;

use crate::{
    attestation, clock, evidence, external, offerings, pentest, permissions, recertification,
    sampling, scope, scoring,
};

/// Sections and their last numbers. The section about the report on sign-in is decided elsewhere.
const SECTIONS: [(&str, usize); 11] = [
    ("A", 13),
    ("B", 10),
    ("C", 17),
    ("D", 10),
    ("E", 19),
    ("F", 12),
    ("G", 12),
    ("H", 18),
    ("I", 14),
    ("K", 5),
    ("L", 6),
];

/// Rows that stand nearer to what they are about.
const ELSEWHERE: [(&str, &[&str]); 3] = [
    (
        "src/checks/tests.rs and its neighbors",
        &["I1", "I2", "I3", "I4", "I5", "I6", "I7", "I8", "I9", "I10", "I11", "I12", "I13", "I14"],
    ),
    ("src/attestation/permission/tests.rs", &["K1", "K2", "K3", "K4"]),
    ("the reader of published pages", &["B9", "B10"]),
];

#[test]
fn every_row_is_covered() {
    let here = [
        sampling::ROWS,
        attestation::ROWS,
        scope::ROWS,
        clock::ROWS,
        evidence::ROWS,
        pentest::ROWS,
        scoring::ROWS,
        recertification::ROWS,
        external::ROWS,
        permissions::ROWS,
        offerings::ROWS,
    ];
    let elsewhere = ELSEWHERE.iter().map(|(_, rows)| *rows);
    let mut covered: BTreeMap<&str, usize> = BTreeMap::new();
    for row in here.into_iter().chain(elsewhere).flatten() {
        *covered.entry(row).or_default() += 1;
    }
    let all: Vec<String> = SECTIONS
        .iter()
        .flat_map(|(section, last)| (1..=*last).map(move |number| format!("{section}{number}")))
        .collect();
    assert_eq!(all.len(), 136);
    let missing: Vec<&String> =
        all.iter().filter(|row| !covered.contains_key(row.as_str())).collect();
    assert!(missing.is_empty(), "no test names {missing:?}");
    let unknown: Vec<&&str> =
        covered.keys().filter(|row| !all.iter().any(|it| it == *row)).collect();
    assert!(unknown.is_empty(), "no such row: {unknown:?}");
    let twice: Vec<_> = covered.iter().filter(|(_, count)| **count > 1).collect();
    assert!(twice.is_empty(), "{twice:?}");
}
