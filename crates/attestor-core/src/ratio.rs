//! Exact shares. A ratio stays a pair of whole numbers until it is shown.

use std::cmp::Ordering;
use std::fmt;

/// A part of a whole, both counted in the same unit (points, users, requests, controls).
///
/// An empty whole is "no activity": it is neither 0 % nor 100 %.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ratio {
    /// The part that counts. It may exceed `whole` only where a rule grants extra credit, and is
    /// then capped by [`Ratio::capped`].
    pub part: u64,
    /// The whole. 0 means that there is nothing to take a share of.
    pub whole: u64,
}

impl Ratio {
    /// A ratio of `part` in `whole`.
    #[must_use]
    pub const fn new(part: u64, whole: u64) -> Self {
        Self { part, whole }
    }

    /// The same ratio with its part cut to the whole, so that it never exceeds 100 %.
    #[must_use]
    pub const fn capped(self) -> Self {
        Self {
            part: if self.part > self.whole { self.whole } else { self.part },
            whole: self.whole,
        }
    }

    /// Tenths of a per cent, rounded down, so that 1000 means "all of it" and nothing less does.
    /// `None` when the whole is empty.
    ///
    /// ```
    /// use attestor_core::ratio::Ratio;
    /// assert_eq!(Ratio::new(2999, 3000).tenths(), Some(999));
    /// assert_eq!(Ratio::new(0, 0).tenths(), None);
    /// ```
    #[must_use]
    pub fn tenths(self) -> Option<u64> {
        if self.whole == 0 {
            return None;
        }
        u64::try_from(u128::from(self.part) * 1000 / u128::from(self.whole)).ok()
    }

    /// Whether the share is at least `percent` (inclusive), compared without rounding.
    /// An empty whole reaches every mark. Source: process 4.5, "a domain with nothing applicable passes".
    #[must_use]
    pub fn reaches(self, percent: u64) -> bool {
        u128::from(self.part) * 100 >= u128::from(percent) * u128::from(self.whole)
    }

    /// Compares two shares exactly. `None` when either whole is empty.
    #[must_use]
    pub fn compare(self, other: Self) -> Option<Ordering> {
        if self.whole == 0 || other.whole == 0 {
            return None;
        }
        let left = u128::from(self.part) * u128::from(other.whole);
        Some(left.cmp(&(u128::from(other.part) * u128::from(self.whole))))
    }
}

/// Prints the share floored to 0.1 %, or `no activity` for an empty whole.
impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.tenths() {
            Some(tenths) => write!(f, "{}.{} %", tenths / 10, tenths % 10),
            None => f.write_str("no activity"),
        }
    }
}

#[cfg(test)]
mod tests;
