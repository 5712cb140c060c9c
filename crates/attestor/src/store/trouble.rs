//! What an error of a database means for who waits for an answer.

use std::io;

use sqlx::Error;
use sqlx::error::DatabaseError;
use sqlx::sqlite::SqliteError;

use crate::stop::Stop;

/// What SQLite says when no room is left: of itself, and where it cannot lengthen a file.
const FULL: [i32; 4] = [13, 778, 4874, 5386];

/// What SQLite says while another program has the file for too long.
const BUSY: [i32; 2] = [5, 6];

/// What an error is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Full,
    Away,
    Other,
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        let words = format!("the database failed: {error}");
        match kind(&error) {
            Kind::Full => Self::Full(words),
            Kind::Away => Self::Away(words),
            Kind::Other => Self::Failure(words),
        }
    }
}

fn kind(error: &Error) -> Kind {
    match error {
        Error::Database(error) => of_database(&**error),
        Error::Io(error) if error.kind() == io::ErrorKind::StorageFull => Kind::Full,
        // A connection that ends in the middle of a word shows as a fault of the protocol, too.
        Error::Io(_)
        | Error::Tls(_)
        | Error::Protocol(_)
        | Error::PoolTimedOut
        | Error::PoolClosed
        | Error::WorkerCrashed => Kind::Away,
        _ => Kind::Other,
    }
}

fn of_database(error: &dyn DatabaseError) -> Kind {
    let code = error.code().unwrap_or_default();
    if error.try_downcast_ref::<SqliteError>().is_some() {
        return code.parse().map_or(Kind::Other, of_sqlite);
    }
    of_postgres(&code)
}

/// The extended result code; its last eight bits are the primary one.
fn of_sqlite(code: i32) -> Kind {
    if FULL.contains(&code) {
        Kind::Full
    } else if BUSY.contains(&(code & 0xff)) {
        Kind::Away
    } else {
        Kind::Other
    }
}

/// Five letters: class 08 is a lost connection, 53 too little of something (53100 is the disk), 57P a
/// server that stops or starts.
fn of_postgres(code: &str) -> Kind {
    match code {
        "53100" => Kind::Full,
        _ if ["08", "53", "57P"].iter().any(|class| code.starts_with(class)) => Kind::Away,
        _ => Kind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_both_databases_tell_a_full_disk_and_a_server_that_is_away() {
        // SQLITE_FULL, IOERR_WRITE, IOERR_SHMSIZE; BUSY, BUSY_SNAPSHOT, LOCKED; CORRUPT, CONSTRAINT.
        for (code, kind) in [
            (13, Kind::Full),
            (778, Kind::Full),
            (4874, Kind::Full),
            (5, Kind::Away),
            (517, Kind::Away),
            (6, Kind::Away),
            (11, Kind::Other),
            (2067, Kind::Other),
        ] {
            assert_eq!(of_sqlite(code), kind, "{code}");
        }
        for (code, kind) in [
            ("53100", Kind::Full),
            ("53300", Kind::Away),
            ("08006", Kind::Away),
            ("57P01", Kind::Away),
            ("57P03", Kind::Away),
            ("57014", Kind::Other),
            ("23505", Kind::Other),
        ] {
            assert_eq!(of_postgres(code), kind, "{code}");
        }
        assert_eq!(kind(&Error::PoolTimedOut), Kind::Away);
        assert_eq!(kind(&Error::RowNotFound), Kind::Other);
    }
}
