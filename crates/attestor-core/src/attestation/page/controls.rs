//! The certification table of certified apps.

use std::sync::Arc;

use super::align;
use super::cell::Cell;
use super::finding::{FindingKind, Findings, quote};
use super::fold::Label;
use super::lexicon::Lexicon;
use super::outline::Table;
use crate::attestation::question::{Control, ControlKind, Questionnaire};
use crate::word::words;

words! {
    /// What the certification table says about a domain or control.
    pub enum Outcome {
        /// The domain passed.
        Pass = "pass",
        /// The domain failed.
        Fail = "fail",
        /// The control was looked at.
        InScope = "in_scope",
        /// The domain or control does not apply.
        NotApplicable = "na",
    }
}

/// The outcomes by id, in the order of the page.
pub(super) fn outcomes(
    table: &Table,
    lexicon: &Lexicon,
    questionnaire: &Questionnaire,
    findings: &mut Findings,
) -> Vec<(Arc<str>, Outcome)> {
    let controls = questionnaire.controls();
    let rows: Vec<Vec<i32>> =
        table.rows.iter().map(|(_, cells)| scores(cells, lexicon, controls)).collect();
    let matched = align::align(&rows, &vec![align::Gap { skipped: -30 }; controls.len()]);
    let mut found = Vec::with_capacity(rows.len());
    for ((line, cells), control) in table.rows.iter().zip(matched) {
        let Some(control) = control.and_then(|number| controls.get(number)) else {
            let label = quote(cells.first().map_or("", |cell| &cell.text));
            findings.add(*line, FindingKind::UnknownRow { label });
            continue;
        };
        let Some(result) = cells.get(1) else { continue };
        match read(result, lexicon) {
            Some(outcome) => found.push((Arc::clone(&control.id), outcome)),
            None => {
                let (control, found) = (Arc::clone(&control.id), quote(&result.text));
                findings.add(*line, FindingKind::UnknownResult { control, found });
            }
        }
    }
    found
}

fn read(cell: &Cell, lexicon: &Lexicon) -> Option<Outcome> {
    lexicon
        .result(&cell.text)
        .or_else(|| lexicon.result(&cell.source).filter(|_| !cell.source.is_empty()))
}

/// How well a row fits each control. A link at the label marks a domain in every language.
fn scores(cells: &[Cell], lexicon: &Lexicon, controls: &[Control]) -> Vec<i32> {
    let Some(label) = cells.first() else { return vec![0; controls.len()] };
    let mut scores = lexicon.controls.scores(&Label::new(&label.text));
    if !label.source.is_empty() {
        let source = lexicon.controls.scores(&Label::new(&label.source));
        scores.iter_mut().zip(source).for_each(|(score, more)| *score += more);
    }
    let result = cells.get(1).and_then(|cell| read(cell, lexicon));
    for (score, control) in scores.iter_mut().zip(controls) {
        let domain = control.kind == ControlKind::Domain;
        *score += if domain == label.link.is_some() { 10 } else { -40 };
        *score += match result {
            Some(Outcome::Pass | Outcome::Fail) if !domain => -40,
            Some(Outcome::InScope) if domain => -40,
            _ => 0,
        };
        let end = control.anchors.iter().find(|anchor| anchor.starts_with('#'));
        if let (Some(link), Some(end)) = (&label.link, end) {
            *score += if link.ends_with(end.as_str()) { 100 } else { 0 };
        }
    }
    scores
}
