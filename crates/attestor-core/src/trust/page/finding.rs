//! What was met while a page was read; it never stops the reading.

use std::fmt;

use serde::Serialize;

/// Something worth knowing, and where it was met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The line of the page, counted from 1; 0 is the page as a whole.
    pub line: u32,
    /// What it is.
    #[serde(flatten)]
    pub kind: FindingKind,
}

/// What can be met.
#[expect(missing_docs, reason = "each field is named for what it holds")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum FindingKind {
    /// A line that is not in the form of these pages; it is kept as it is.
    NotInForm { found: String },
    /// A pair whose two halves have different ids.
    PairDisagrees { translated: String, source: String },
    /// An id of a text that stands twice; the second text got another one.
    TextTwice { id: String, renamed: String },
    /// The title names no standard with its number.
    NoStandard,
    /// The page names no provider.
    NoProvider,
    /// No section about this.
    NoSection { section: &'static str },
    /// A document names a service that is not in scope on the page.
    ServiceNotInScope { name: String },
    /// A document names no service that is in scope.
    NoService { title: String },
}

impl fmt::Display for FindingKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotInForm { found } => {
                write!(
                    f,
                    "the line is not in the form of these pages and is kept as it is: `{found}`"
                )
            }
            Self::PairDisagrees { translated, source } => {
                write!(f, "the translated text is `{translated}` and its source `{source}`")
            }
            Self::TextTwice { id, renamed } => {
                write!(f, "the text `{id}` stands twice; the second one is now `{renamed}`")
            }
            Self::NoStandard => f.write_str("the title names no standard with its number"),
            Self::NoProvider => f.write_str("the page names no provider"),
            Self::NoSection { section } => write!(f, "the page has no section about {section}"),
            Self::ServiceNotInScope { name } => {
                write!(f, "`{name}` is named here and is not in scope on the page")
            }
            Self::NoService { title } => write!(f, "no service in scope is named by `{title}`"),
        }
    }
}
