//! Long lists in numbered pages: `?page=2`.

use super::frame::Frame;
use super::shape::Link;
use super::visit::{Refusal, Visit};
use super::wish;
use crate::phrases::Arg;

/// How many entries a page of a list has.
pub(super) const ENTRIES: usize = 100;

/// A part of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part {
    /// Its number, counted from 1.
    number: usize,
    /// How many entries all parts have.
    total: usize,
}

/// Where a part stands in its list, and the ways to its neighbors.
pub(super) struct Pager {
    /// `1–100 of 1,020`.
    pub(super) range: String,
    /// The part before.
    pub(super) before: Option<Link>,
    /// The part behind.
    pub(super) behind: Option<Link>,
}

impl Part {
    /// The part that a query asks for, the first one without a number. A number that is none is
    /// refused, and one behind the end is no page.
    pub(super) fn asked(query: &str, total: usize) -> Result<Self, Refusal> {
        let text = wish::pairs(query).find(|(name, _)| name == "page").map(|(_, value)| value);
        let number = match text {
            None => 1,
            Some(text) => text.parse().map_err(|_| Refusal::BadRequest)?,
        };
        let part = Self { number, total };
        let there = number >= 1 && (number == 1 || part.skipped() < total);
        if there { Ok(part) } else { Err(Refusal::NotFound) }
    }

    /// How many entries stand on the parts before.
    fn skipped(self) -> usize {
        self.number.saturating_sub(1).saturating_mul(ENTRIES)
    }

    /// The entries of this part.
    pub(super) fn of<T>(self, all: Vec<T>) -> Vec<T> {
        all.into_iter().skip(self.skipped()).take(ENTRIES).collect()
    }

    /// The ways to the neighbors at a path below the language; nothing for a list of one part.
    pub(super) fn pager(self, frame: &Frame<'_>, visit: &Visit, below: &str) -> Option<Pager> {
        if self.total <= ENTRIES {
            return None;
        }
        let last = self.skipped().saturating_add(ENTRIES).min(self.total);
        let link = |number: usize, key: &str| {
            let query = if number == 1 { String::new() } else { format!("?page={number}") };
            Link { address: frame.to(&format!("{below}{query}")), text: frame.t(key) }
        };
        Some(Pager {
            range: range(visit, self.skipped() + 1, last, self.total),
            before: (self.number > 1).then(|| link(self.number - 1, "web-previous")),
            behind: (last < self.total).then(|| link(self.number + 1, "web-next")),
        })
    }
}

fn range(visit: &Visit, first: usize, last: usize, total: usize) -> String {
    let [first, last, total] =
        [first, last, total].map(|count| visit.phrases().formats().count(count));
    let args =
        [("first", Arg::from(&first)), ("last", Arg::from(&last)), ("total", Arg::from(&total))];
    visit.phrases().text("web-range", &args)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(query: &str, total: usize) -> Option<Vec<usize>> {
        let part = Part::asked(query, total).ok()?;
        Some(part.of((1..=total).collect()))
    }

    #[test]
    fn parts_follow_each_other_without_a_gap() {
        let all: Vec<usize> = ["", "page=2", "page=3"]
            .iter()
            .flat_map(|query| entries(query, 250).expect("a part"))
            .collect();
        assert_eq!(all, (1..=250).collect::<Vec<_>>());
        assert_eq!(entries("page=1", 0), Some(Vec::new()));
    }

    #[test]
    fn parts_that_are_not_there_are_refused() {
        for query in ["page=0", "page=x", "page=-1", "page=4", "page=18446744073709551615"] {
            assert_eq!(entries(query, 300), None, "{query}");
        }
        assert_eq!(entries("page=2", 100), None);
        assert_eq!(entries("page=2", 101), Some(vec![101]));
    }
}
