//! What can go wrong with the lake, in words for people.

use std::fmt;

use deltalake::DeltaTableError;
use deltalake::datafusion::error::DataFusionError;

/// Why something was not done. What was there before is as it was.
#[derive(Debug)]
pub enum Fault {
    /// The address of the lake or of a log is not one that can be used.
    Address {
        /// The address as it was given.
        given: String,
        /// What is wrong with it.
        why: String,
    },
    /// There is no file or folder under the name of a log.
    Missing(String),
    /// A log or a file beside it could not be read or written.
    File {
        /// Which file.
        name: String,
        /// What the system says.
        why: String,
    },
    /// The tables could not be read or written.
    Tables(String),
    /// Others changed the tables at the same time, again and again.
    Busy,
    /// The query is wrong, or not one that only reads.
    Query(String),
    /// The query took longer than it may.
    TooLong,
    /// The cluster that was asked does not answer, or stopped in the middle.
    Cluster {
        /// Its address.
        given: String,
        /// What is wrong with it.
        why: String,
    },
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Address { given, why } => write!(f, "`{given}` cannot be used: {why}"),
            Self::Missing(given) => {
                write!(f, "there is no file and no folder `{given}`; nothing was taken in")
            }
            Self::File { name, why } => write!(f, "`{name}`: {why}"),
            Self::Tables(why) => write!(
                f,
                "the tables of the sign-in logs could not be used: {why}; what they held is kept"
            ),
            Self::Busy => f.write_str(
                "others change the sign-in logs at the same time; \
                 what was taken so far is kept, so run the command again",
            ),
            Self::Query(why) => write!(f, "the query: {why}"),
            Self::TooLong => f.write_str("the query took longer than it may"),
            Self::Cluster { given, why } => {
                write!(f, "the cluster at `{given}` gave no answer: {why}; nothing was changed")
            }
        }
    }
}

impl std::error::Error for Fault {}

impl From<DeltaTableError> for Fault {
    fn from(error: DeltaTableError) -> Self {
        Self::Tables(error.to_string())
    }
}

impl From<DataFusionError> for Fault {
    fn from(error: DataFusionError) -> Self {
        Self::Tables(error.strip_backtrace())
    }
}

impl From<deltalake::arrow::error::ArrowError> for Fault {
    fn from(error: deltalake::arrow::error::ArrowError) -> Self {
        Self::Tables(error.to_string())
    }
}
