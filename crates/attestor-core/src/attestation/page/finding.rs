//! What a reader repaired, could not read, or wants somebody to look at.

use std::fmt;
use std::sync::Arc;

/// One finding about a page. Findings never stop the reading.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The line of the page, counted from 1. 0 means the page as a whole.
    pub line: u32,
    /// What was found.
    pub kind: FindingKind,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line > 0 {
            write!(f, "line {}: ", self.line)?;
        }
        self.kind.fmt(f)
    }
}

/// What can be found. Texts are the page's own, as they stand, cut after 200 characters.
#[expect(
    missing_docs,
    reason = "each field is named for what it holds, and the variant says the rest"
)]
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum FindingKind {
    /// The bytes are not UTF-8; broken sequences were replaced.
    NotUtf8,
    /// The page has no front matter between `---` lines.
    NoFrontMatter,
    /// The page names no language, or one without a lexicon; read from order and form alone.
    UnknownLanguage { named: Option<String> },
    /// The language was guessed from the labels.
    GuessedLanguage { locale: Arc<str> },
    /// A span of a side-by-side page was never closed.
    UnclosedSpan,
    /// A zone was opened inside another, or never closed.
    UnclosedZone { zone: String },
    /// A zone whose key no page form has.
    UnknownZone { zone: String },
    /// A row of a table went on in the next line; the lines were joined.
    RowContinued,
    /// A row without its closing `|`.
    UnclosedRow,
    /// A lone `|` that begins no row.
    LonePipe,
    /// A `|` inside a cell that was not escaped; the cells were joined.
    BarePipe,
    /// The head of a table begins inside a line of text.
    HeadInText,
    /// A row that fits no question; it is kept.
    UnknownRow { label: String },
    /// A row that was recognized from its place and form, not from its words.
    RowByPlace { question: Arc<str>, label: String },
    /// More rows than a page can have; those behind are kept as unknown rows.
    TooManyRows { limit: usize },
    /// A row or line of a list that is no entry; it is kept in the page.
    UnknownEntry { found: String },
    /// More entries than a list can have; those behind are left out of the entries.
    TooManyEntries { limit: usize },
    /// An answer to a yes-or-no question that is none of the known words.
    UnreadableAnswer { question: Arc<str>, found: String },
    /// An answer that is none of the question's choices.
    UnknownChoice { question: Arc<str>, found: String },
    /// A day that could not be read.
    UnreadableDate { what: Arc<str>, found: String },
    /// A day that could be read in two ways; the program's order, month first, was taken.
    AmbiguousDate { what: Arc<str>, found: String },
    /// A text that stands for an answer which was never filled in.
    Placeholder { question: Arc<str>, found: String },
    /// Rows without an answer.
    BlankAnswers { count: usize },
    /// An identifier whose text differs from its link; the link was taken.
    IdFromLink { what: Arc<str>, text: String, id: String },
    /// An identifier of an app registration that is not in its form.
    DamagedId { found: String },
    /// A permission's name that had been translated or torn apart.
    PermissionRestored { found: String, name: String },
    /// A name that does not look like a permission.
    UnknownPermission { found: String },
    /// A kind of permission that is none of the known words.
    UnknownPermissionType { permission: String, found: String },
    /// A result in the certification table that is none of the known words.
    UnknownResult { control: Arc<str>, found: String },
    /// Front matter and picture disagree about the tier.
    TierDisagrees { named: String, shown: String },
}

impl FindingKind {
    /// The kind's name in machine-readable output.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotUtf8 => "not_utf8",
            Self::NoFrontMatter => "no_front_matter",
            Self::UnknownLanguage { .. } => "unknown_language",
            Self::GuessedLanguage { .. } => "guessed_language",
            Self::UnclosedSpan => "unclosed_span",
            Self::UnclosedZone { .. } => "unclosed_zone",
            Self::UnknownZone { .. } => "unknown_zone",
            Self::RowContinued => "row_continued",
            Self::UnclosedRow => "unclosed_row",
            Self::LonePipe => "lone_pipe",
            Self::BarePipe => "bare_pipe",
            Self::HeadInText => "head_in_text",
            Self::UnknownRow { .. } => "unknown_row",
            Self::RowByPlace { .. } => "row_by_place",
            Self::TooManyRows { .. } => "too_many_rows",
            Self::UnknownEntry { .. } => "unknown_entry",
            Self::TooManyEntries { .. } => "too_many_entries",
            Self::UnreadableAnswer { .. } => "unreadable_answer",
            Self::UnknownChoice { .. } => "unknown_choice",
            Self::UnreadableDate { .. } => "unreadable_date",
            Self::AmbiguousDate { .. } => "ambiguous_date",
            Self::Placeholder { .. } => "placeholder",
            Self::BlankAnswers { .. } => "blank_answers",
            Self::IdFromLink { .. } => "id_from_link",
            Self::DamagedId { .. } => "damaged_id",
            Self::PermissionRestored { .. } => "permission_restored",
            Self::UnknownPermission { .. } => "unknown_permission",
            Self::UnknownPermissionType { .. } => "unknown_permission_type",
            Self::UnknownResult { .. } => "unknown_result",
            Self::TierDisagrees { .. } => "tier_disagrees",
        }
    }
}

impl fmt::Display for FindingKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotUtf8 => f.write_str("the page is not UTF-8; broken bytes were replaced"),
            Self::NoFrontMatter => f.write_str("the page has no front matter"),
            Self::UnknownLanguage { named: Some(named) } => {
                write!(f, "no lexicon for `{named}`; rows were read from order and form")
            }
            Self::UnknownLanguage { named: None } => {
                f.write_str("the page names no language; rows were read from order and form")
            }
            Self::GuessedLanguage { locale } => write!(f, "read as `{locale}`, from its labels"),
            Self::UnclosedSpan => f.write_str("a side-by-side span is never closed"),
            Self::UnclosedZone { zone } => write!(f, "the zone `{zone}` is never closed"),
            Self::UnknownZone { zone } => write!(f, "no page form has a zone `{zone}`"),
            Self::RowContinued => f.write_str("a row went on in the next line; it was joined"),
            Self::UnclosedRow => f.write_str("a row has no closing `|`"),
            Self::LonePipe => f.write_str("a `|` begins no row"),
            Self::BarePipe => f.write_str("a `|` inside a cell is not escaped; cells were joined"),
            Self::HeadInText => f.write_str("the head of a table begins inside a line of text"),
            Self::BlankAnswers { count: 1 } => f.write_str("1 row has no answer"),
            Self::BlankAnswers { count } => write!(f, "{count} rows have no answer"),
            Self::TooManyRows { limit } => write!(f, "only the first {limit} rows were aligned"),
            Self::TooManyEntries { limit } => write!(f, "only the first {limit} entries were kept"),
            other => other.about_a_value(f),
        }
    }
}

impl FindingKind {
    /// The sentences that quote the page.
    fn about_a_value(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownEntry { found } => write!(f, "`{found}` is no entry; kept as it is"),
            Self::UnknownRow { label } => write!(f, "`{label}` fits no question; kept as it is"),
            Self::RowByPlace { question, label } => {
                write!(f, "`{label}` was taken for `{question}` from its place")
            }
            Self::UnreadableAnswer { question, found } => {
                write!(f, "`{found}` is no answer to `{question}`")
            }
            Self::UnknownChoice { question, found } => {
                write!(f, "`{found}` is no choice of `{question}`")
            }
            Self::UnreadableDate { what, found } => {
                write!(f, "`{found}` is no day that could be read, in `{what}`")
            }
            Self::AmbiguousDate { what, found } => {
                write!(f, "`{found}` was read with the month first, in `{what}`")
            }
            Self::Placeholder { question, found } => {
                write!(f, "`{found}` in `{question}` looks like a placeholder")
            }
            Self::IdFromLink { what, text, id } => {
                write!(f, "`{text}` was taken as `{id}` from its link, in `{what}`")
            }
            Self::DamagedId { found } => write!(f, "`{found}` is not the id of an app"),
            Self::PermissionRestored { found, name } => {
                write!(f, "`{found}` was read as the permission `{name}`")
            }
            Self::UnknownPermission { found } => write!(f, "`{found}` is no permission name"),
            Self::UnknownPermissionType { permission, found } => {
                write!(f, "`{found}` is no kind of permission, at `{permission}`")
            }
            Self::UnknownResult { control, found } => {
                write!(f, "`{found}` is no result, at `{control}`")
            }
            Self::TierDisagrees { named, shown } => {
                write!(f, "the front matter says `{named}`, the picture `{shown}`")
            }
            plain => f.write_str(plain.code()),
        }
    }
}

/// The findings of one page, in the order in which they were made.
#[derive(Debug, Default)]
pub(super) struct Findings(pub(super) Vec<Finding>);

impl Findings {
    /// Adds a finding at a line.
    pub(super) fn add(&mut self, line: u32, kind: FindingKind) {
        self.0.push(Finding { line, kind });
    }
}

/// The first 200 characters of a text, with line breaks as spaces, for a message.
pub(super) fn quote(text: &str) -> String {
    let flat = |letter: char| if letter.is_control() { ' ' } else { letter };
    text.trim().chars().take(200).map(flat).collect()
}
