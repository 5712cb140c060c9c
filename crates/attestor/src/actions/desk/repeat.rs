//! Requests that may come twice: the answer is kept in the transaction of what was done, so that a
//! client that repeats a request, even after a crash, gets the same answer and nothing is done twice.

use attestor_core::desk::file::CaseFile;
use attestor_core::desk::standing::Standing;
use attestor_core::instant::Instant;

use super::{Desk, Refused};
use crate::stop::Stop;
use crate::store::gate::Work;
use crate::store::repeated::{AnswerRow, swept};

/// Status and JSON of an answer.
pub(crate) type Given = (u16, String);

/// Makes the answer from the case that something was done to, and where it stands now.
type Answer = Box<dyn Fn(&CaseFile, &Standing) -> Result<Given, Stop> + Send + Sync>;

/// A request that may come twice.
pub(crate) struct Repeatable {
    /// Who asks.
    pub(crate) account: String,
    /// The key that the client chose.
    pub(crate) key: String,
    /// The digest of the request.
    pub(crate) request: String,
}

/// A request that may come twice, and how it is answered once its act is done.
pub(super) struct Repeating {
    request: Repeatable,
    answer: Answer,
}

impl Repeatable {
    /// Keeps the answer with the work; false where somebody used the key meanwhile.
    pub(in crate::actions) async fn keep(
        &self,
        work: &mut Work,
        (status, text): Given,
        at: Instant,
    ) -> Result<bool, Stop> {
        let row = AnswerRow {
            request_digest: self.request.clone(),
            status: i64::from(status),
            answer: text.into_bytes(),
            media_type: "application/json".to_owned(),
        };
        let place = (self.account.as_str(), self.key.as_str());
        work.put_answer(place, &row, (&at.to_string(), &swept(at))).await
    }
}

impl Desk {
    /// The desk for one request that may come twice.
    pub(crate) fn repeating(
        &self,
        request: Repeatable,
        answer: impl Fn(&CaseFile, &Standing) -> Result<Given, Stop> + Send + Sync + 'static,
    ) -> Self {
        let repeating = Repeating { request, answer: Box::new(answer) };
        Self(self.0.clone(), Some(std::sync::Arc::new(repeating)))
    }

    /// The answer that a request got before.
    pub(crate) async fn answered(
        &self,
        account: &str,
        key: &str,
    ) -> Result<Option<AnswerRow>, Stop> {
        self.store().answer((account, key), &swept(self.clock().now())).await
    }

    /// Keeps the answer to a request that did something outside of cases.
    pub(crate) async fn keep_answer_of(
        &self,
        (account, key): (&str, &str),
        row: &AnswerRow,
    ) -> Result<(), Refused> {
        let at = self.clock().now();
        let mut work = self.store().begin().await?;
        work.put_answer((account, key), row, (&at.to_string(), &swept(at))).await?;
        Ok(work.commit().await?)
    }

    /// Keeps the answer of this request with the work; false where the key was used meanwhile.
    pub(super) async fn keep_answer(
        &self,
        work: &mut Work,
        (case, standing): (&CaseFile, &Standing),
        at: Instant,
    ) -> Result<bool, Stop> {
        let Some(Repeating { request, answer }) = self.1.as_deref() else { return Ok(true) };
        request.keep(work, answer(case, standing)?, at).await
    }
}
