//! Answers that are given again when a client repeats a request, because it does not know whether the
//! first one arrived.

use attestor_core::instant::Instant;

use super::Store;
use super::gate::{Row, Value, Work};
use crate::stop::Stop;

const PUT: &str = "
insert into repeated_request (account_id, request_key, request_digest, status, answer, media_type, at)
values ($1, $2, $3, $4, $5, $6, $7)
on conflict do nothing";

const ONE: &str = "
select request_digest, status, answer, media_type
from repeated_request
where account_id = $1 and request_key = $2 and at > $3";

const SWEEP: &str = "
delete from repeated_request
where at <= $1";

/// The seconds that answers are kept.
const KEPT: u64 = 24 * 60 * 60;

/// The newest instant whose answers are forgotten now.
pub(crate) fn swept(now: Instant) -> String {
    Instant::from_seconds(now.seconds().saturating_sub(KEPT)).to_string()
}

/// An answer that was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AnswerRow {
    /// The digest of the request.
    pub(crate) request_digest: String,
    /// The status.
    pub(crate) status: i64,
    /// The body.
    pub(crate) answer: Vec<u8>,
    /// Its type.
    pub(crate) media_type: String,
}

impl AnswerRow {
    fn read(row: &Row) -> Result<Self, Stop> {
        Ok(Self {
            request_digest: row.text(0)?,
            status: row.number(1)?,
            answer: row.bytes(2)?,
            media_type: row.text(3)?,
        })
    }
}

impl Work {
    /// Keeps an answer, and forgets all that are not newer than `swept`. False where the account used
    /// the key before.
    pub(crate) async fn put_answer(
        &mut self,
        (account, key): (&str, &str),
        row: &AnswerRow,
        (at, swept): (&str, &str),
    ) -> Result<bool, Stop> {
        self.run(SWEEP, &[swept.into()]).await?;
        let values: [Value<'_>; 7] = [
            account.into(),
            key.into(),
            (&row.request_digest).into(),
            row.status.into(),
            row.answer.as_slice().into(),
            (&row.media_type).into(),
            at.into(),
        ];
        Ok(self.run(PUT, &values).await? == 1)
    }
}

impl Store {
    /// The answer to an account's request with a key, if it is newer than `swept`. One statement.
    pub(crate) async fn answer(
        &self,
        (account, key): (&str, &str),
        swept: &str,
    ) -> Result<Option<AnswerRow>, Stop> {
        let row = self.row(ONE, &[account.into(), key.into(), swept.into()]).await?;
        row.as_ref().map(AnswerRow::read).transpose()
    }
}
