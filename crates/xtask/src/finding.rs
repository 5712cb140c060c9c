//! What a check found, with the place where it can be mended.

use std::fmt;

/// One thing that is not as the house wants it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Finding {
    /// The file, from the root of the repository.
    pub(crate) file: String,
    /// The line, counted from 1.
    pub(crate) line: usize,
    /// The name of the check, as `tidy-allow.txt` names it.
    pub(crate) check: &'static str,
    /// One sentence, lower case, no full stop; what was found stands in backticks.
    pub(crate) message: String,
}

impl Finding {
    /// A finding in one line of a file.
    pub(crate) fn new(
        check: &'static str,
        file: &str,
        line: usize,
        message: impl Into<String>,
    ) -> Self {
        Self { file: file.to_owned(), line, check, message: message.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {} [{}]", self.file, self.line, self.message, self.check)
    }
}
