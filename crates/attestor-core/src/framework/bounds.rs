//! Tables in which each row covers a range of whole numbers, without a gap and without an overlap.

use crate::fault::{Place, Problem};
use crate::source::{Node, Sink, nonempty_list};

/// A range of whole numbers, both ends inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// The first number covered.
    pub from: i64,
    /// The last number covered; `None` for no upper end.
    pub to: Option<i64>,
}

impl Bounds {
    /// Whether `value` lies in the range.
    #[must_use]
    pub fn contains(self, value: i64) -> bool {
        value >= self.from && self.to.is_none_or(|to| value <= to)
    }
}

/// A row of such a table.
pub trait Row: crate::source::Decode {
    /// The range that the row covers.
    fn bounds(&self) -> Bounds;
}

/// Rows that together cover every number from a first one up to a last one or without end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table<R> {
    rows: Vec<R>,
}

impl<R: Row> Table<R> {
    /// Reads the rows and checks that they start at `first`, leave nothing out, cover nothing twice
    /// and end at `last` (`None`: without an upper end).
    pub(crate) fn decode(
        node: &Node,
        sink: &Sink<'_>,
        first: i64,
        last: Option<i64>,
    ) -> Option<Self> {
        let mut rows: Vec<R> = nonempty_list(node, sink)?;
        rows.sort_by_key(|row| row.bounds().from);
        let place = sink.place(node.line);
        let problems = problems(rows.iter().map(Row::bounds), first, last);
        let clean = problems.is_empty();
        for problem in problems {
            report(sink, &place, problem);
        }
        clean.then_some(Self { rows })
    }

    /// The row that covers `value`; `None` outside the table.
    #[must_use]
    pub fn row(&self, value: i64) -> Option<&R> {
        self.rows.iter().find(|row| row.bounds().contains(value))
    }

    /// All rows, lowest first.
    #[must_use]
    pub fn rows(&self) -> &[R] {
        &self.rows
    }
}

fn report(sink: &Sink<'_>, place: &Place, problem: Problem) {
    sink.add_at(place.line, problem);
}

/// What is wrong with ranges sorted by their first number.
fn problems(ranges: impl Iterator<Item = Bounds>, first: i64, last: Option<i64>) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut next = Some(first);
    for range in ranges {
        match next {
            None => found.push(Problem::Overlap { at: range.from }),
            Some(expected) if range.from > expected => {
                found.push(Problem::Gap { from: expected, to: range.from - 1 });
            }
            Some(expected) if range.from < expected => {
                found.push(Problem::Overlap { at: range.from });
            }
            Some(_) => {}
        }
        if range.to.is_some_and(|to| to < range.from) {
            found.push(Problem::Inconsistent(format!(
                "the row from {} ends before it begins",
                range.from
            )));
        }
        next = range.to.map(|to| to.saturating_add(1));
    }
    match (next, last) {
        (Some(from), Some(to)) if from <= to => found.push(Problem::Gap { from, to }),
        (Some(from), Some(to)) if from > to + 1 => {
            found.push(Problem::Inconsistent(format!(
                "the table ends at {}, not at {to}",
                from - 1
            )));
        }
        (Some(from), None) => found.push(Problem::Gap { from, to: i64::MAX }),
        (None, Some(to)) => found.push(Problem::Inconsistent(format!(
            "the table has no end, but {to} is the last value"
        ))),
        (Some(_), Some(_)) | (None, None) => {}
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ranges(pairs: &[(i64, i64)]) -> Vec<Bounds> {
        pairs.iter().map(|&(from, to)| Bounds { from, to: (to >= 0).then_some(to) }).collect()
    }

    #[test]
    fn gap_overlap_and_open_end_are_found() {
        let check = |pairs: &[(i64, i64)], last| problems(ranges(pairs).into_iter(), 0, last);
        assert_eq!(check(&[(0, 5), (6, -1)], None), []);
        assert_eq!(check(&[(0, 5), (7, -1)], None), [Problem::Gap { from: 6, to: 6 }]);
        assert_eq!(check(&[(0, 5), (5, -1)], None), [Problem::Overlap { at: 5 }]);
        assert_eq!(check(&[(1, -1)], None), [Problem::Gap { from: 0, to: 0 }]);
        assert_eq!(check(&[(0, 5)], None).len(), 1);
        assert_eq!(check(&[(0, 39), (40, 100)], Some(100)), []);
        assert_eq!(check(&[(0, 39)], Some(100)), [Problem::Gap { from: 40, to: 100 }]);
    }
}
