//! Why something is not done.

use crate::stop::Stop;

/// What is wrong with a field of a form. Both are parts of keys of the words for people:
/// `people-field-…` and `people-fault-…`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The field; empty for the form as a whole.
    pub(crate) field: &'static str,
    /// What is wrong.
    pub(crate) reason: &'static str,
}

/// Why something is not done.
#[derive(Debug)]
pub(crate) enum Refused {
    /// Something in the form is wrong.
    Faults(Vec<Fault>),
    /// There is no such thing, or none that concerns who asks.
    NotFound,
    /// Too many tries; again after this many seconds.
    TooMany(u64),
    /// The world broke.
    Failed(Stop),
}

impl Refused {
    /// One field is wrong.
    pub(crate) fn field(field: &'static str, reason: &'static str) -> Self {
        Self::Faults(vec![Fault { field, reason }])
    }

    /// The form as a whole is refused.
    pub(crate) fn whole(reason: &'static str) -> Self {
        Self::field("", reason)
    }

    /// Goes on if nothing is wrong.
    pub(crate) fn unless_good(faults: Vec<Fault>) -> Result<(), Self> {
        if faults.is_empty() { Ok(()) } else { Err(Self::Faults(faults)) }
    }
}

impl From<Stop> for Refused {
    fn from(stop: Stop) -> Self {
        Self::Failed(stop)
    }
}
