//! Logs: records out of chunks of bytes, and events out of records.
//!
//! [`Records`] cuts a stream into records, whatever its form; a [`Reader`] turns one record after
//! the other into an [event](super::event::Event) and remembers which log it reads. What cannot be read is a
//! [`Reject`] with its line and a [`Reason`], and reading goes on.

use std::fmt;

use crate::word::words;

mod convert;
mod reader;
mod record;
mod records;
mod row;
mod total;
pub(super) mod value;

pub(super) use reader::form;
pub use reader::{Reader, detect};
pub use records::{MAX_RECORD, Records};
pub use row::{Header, Row};
pub use total::{AppTotal, PrincipalTotal, Total};

/// One record of a stream.
#[derive(Debug, Clone, Copy)]
pub struct Record<'a> {
    /// The line that it begins on, counted from 1.
    pub line: u64,
    /// The byte that it begins at, counted from 0.
    pub offset: u64,
    /// What stands there.
    pub body: Body<'a>,
}

/// What a record consists of.
#[derive(Debug, Clone, Copy)]
pub enum Body<'a> {
    /// One JSON object, not yet looked at beyond its end.
    Json(&'a [u8]),
    /// One row of a table with a head.
    Row(Row<'a>),
}

words! {
    /// The logs and downloads that are recognized. Source: MFA facts 1.4.
    pub enum SourceKind {
        /// `auditLogs/signIns` of Microsoft Graph.
        GraphSignIn = "graph-sign-in",
        /// The diagnostic export of Azure Monitor: an envelope with `properties`.
        AzureMonitor = "azure-monitor",
        /// Rows of Log Analytics: names in Pascal case, JSON columns as texts.
        LogAnalytics = "log-analytics",
        /// Partner Center's list of API requests.
        PartnerRequests = "partner-requests",
        /// Partner Center's list of users without multifactor authentication; totals, no events.
        PartnerPrincipals = "partner-principals",
        /// Partner Center's summary by application; totals, no events.
        PartnerSummary = "partner-summary",
        /// The request log described in `docs/formats/mfa.md`, with claims of tokens.
        Requests = "requests",
    }
}

impl SourceKind {
    /// Whether the log has one row an operation. Reports from others are an approximation by
    /// sign-ins, and say so.
    #[must_use]
    pub const fn has_operations(self) -> bool {
        match self {
            Self::PartnerRequests
            | Self::PartnerPrincipals
            | Self::PartnerSummary
            | Self::Requests => true,
            Self::GraphSignIn | Self::AzureMonitor | Self::LogAnalytics => false,
        }
    }
}

/// A record that could not be read, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reject {
    /// The line of the stream that the record begins on, counted from 1.
    pub line: u64,
    /// The byte of the stream that the record begins at, counted from 0.
    pub offset: u64,
    /// Why.
    pub reason: Reason,
}

impl fmt::Display for Reject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.reason)
    }
}

/// Why a record gives no event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The record is not UTF-8.
    NotUtf8,
    /// The record is not JSON; the parser's words, at most 200 bytes.
    NotJson(String),
    /// The stream ends inside of the record.
    Cut,
    /// The record is longer than allowed.
    TooLong {
        /// The most bytes of a record.
        limit: usize,
    },
    /// A name stands twice.
    DuplicateKey(String),
    /// A value of the wrong type; the parser's words, at most 200 bytes.
    WrongType(String),
    /// A value that must be there is missing or empty.
    Missing(&'static str),
    /// Not a time in a known form, at most 40 bytes of it.
    NotATime(String),
    /// A time before 1970 or after 9998, at most 40 bytes of it.
    TimeOutOfRange(String),
    /// Not a number where one must stand, at most 40 bytes of it.
    NotANumber(String),
    /// Nothing that is known here.
    UnknownShape,
    /// A row of a known kind of log, but not about a sign-in; its category.
    NotASignIn(String),
    /// A total, which holds no single request and is counted nowhere.
    Totals(Total),
    /// Something else than a record stands in a list.
    NotARecord,
}

impl Reason {
    /// A short stable word for the reason, to count by.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotUtf8 => "not-utf8",
            Self::NotJson(_) => "not-json",
            Self::Cut => "cut",
            Self::TooLong { .. } => "too-long",
            Self::DuplicateKey(_) => "duplicate-key",
            Self::WrongType(_) => "wrong-type",
            Self::Missing(_) => "missing",
            Self::NotATime(_) => "not-a-time",
            Self::TimeOutOfRange(_) => "time-out-of-range",
            Self::NotANumber(_) => "not-a-number",
            Self::UnknownShape => "unknown-shape",
            Self::NotASignIn(_) => "not-a-sign-in",
            Self::Totals(_) => "totals",
            Self::NotARecord => "not-a-record",
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotUtf8 => f.write_str("not UTF-8"),
            Self::NotJson(words) => write!(f, "not JSON: {words}"),
            Self::Cut => f.write_str("the input ends inside of the record"),
            Self::TooLong { limit } => write!(f, "the record is longer than {limit} bytes"),
            Self::DuplicateKey(key) => write!(f, "`{key}` stands twice"),
            Self::WrongType(words) => write!(f, "a value of the wrong type: {words}"),
            Self::Missing(key) => write!(f, "`{key}` is missing"),
            Self::NotATime(found) => write!(f, "`{found}` is not a time in a known form"),
            Self::TimeOutOfRange(found) => {
                write!(f, "`{found}` is not in the years from 1970 to 9998")
            }
            Self::NotANumber(found) => write!(f, "`{found}` is not a number"),
            Self::UnknownShape => f.write_str("not a record that is known here"),
            Self::NotASignIn(category) => write!(f, "`{category}` is not about sign-ins"),
            Self::Totals(total) => write!(f, "a total, not a single request: {total}"),
            Self::NotARecord => f.write_str("something else than a record stands in the list"),
        }
    }
}
