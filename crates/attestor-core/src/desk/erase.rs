//! Which files are to be erased. Their digests and the decision stay.
//!
//! Source: submission guide 2022, questions and answers: 18 months after submission.

use std::collections::{BTreeMap, BTreeSet};

use crate::certification::retention;
use crate::day::Day;
use crate::digest::Digest;
use crate::framework::Framework;

use super::file::CaseFile;

/// The digests of files of a case whose last day of keeping is before `today`. An empty set: nothing
/// is due.
///
/// A file that was handed in counts from that day; one that never was, once the case is over, from
/// the day on which the case ended. A file that the case names several times is kept as long as any
/// of them.
#[must_use]
pub fn due(program: &Framework, file: &CaseFile, today: Day) -> BTreeSet<Digest> {
    let over = file.stage().is_over().then(|| file.changed_at.day());
    let mut until: BTreeMap<Digest, Option<Day>> = BTreeMap::new();
    for (path, kept) in &file.files {
        let counts_from = submitted_on(file, path).or(over);
        let last = counts_from.map(|day| retention::erased_on(program, day));
        let known = until.entry(kept.digest).or_insert(last);
        // No day at all is longer than any day.
        *known = known.zip(last).map(|(known, last)| known.max(last));
    }
    let is_due = |(digest, last): (Digest, Option<Day>)| (last? < today).then_some(digest);
    until.into_iter().filter_map(is_due).collect()
}

/// The day on which a file was handed in.
fn submitted_on(file: &CaseFile, path: &str) -> Option<Day> {
    let piece = file.pieces.iter().find(|it| it.path == path);
    if let Some(piece) = piece {
        return piece.facts.submitted_on;
    }
    let report = file.case.pentest.as_ref().filter(|it| it.file == path);
    if let Some(report) = report {
        return report.submitted_on;
    }
    file.case.dates.documents_accepted_on
}
