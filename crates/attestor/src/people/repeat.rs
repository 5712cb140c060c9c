//! Requests that may come twice: the answer, without what is shown once, is kept in the transaction of
//! what was made, so that a key makes one token, one invitation, one organization, whatever happens.

use std::sync::Arc;

use super::People;
use super::caller::Caller;
use super::refused::Refused;
use crate::stop::Stop;
use crate::store::gate::Work;
use crate::store::people::OrganizationRow;
use crate::store::repeated::{AnswerRow, swept};

/// Makes the JSON that is kept; for an organization, from what was made.
type Answer = Box<dyn Fn(Option<&OrganizationRow>) -> Result<String, Stop> + Send + Sync>;

/// A request that may come twice.
pub(crate) struct Repeat {
    /// The key that the client chose.
    pub(crate) key: String,
    /// The digest of the request.
    pub(crate) request: String,
    /// How it is answered the next time.
    pub(crate) answer: Answer,
}

impl People {
    /// The same people for one request that may come twice.
    pub(crate) fn repeating(&self, repeat: Option<Repeat>) -> Self {
        Self { repeat: repeat.map(Arc::new), ..self.clone() }
    }

    /// Keeps the answer of this request with the work. Where the key was used meanwhile nothing is
    /// done, and there is nothing but the answer that was given.
    pub(super) async fn keep_answer(
        &self,
        work: &mut Work,
        caller: &Caller,
        made: Option<&OrganizationRow>,
    ) -> Result<(), Refused> {
        let Some(repeat) = &self.repeat else { return Ok(()) };
        let row = AnswerRow {
            request_digest: repeat.request.clone(),
            status: 201,
            answer: (repeat.answer)(made)?.into_bytes(),
            media_type: "application/json".to_owned(),
        };
        let (place, at) = ((caller.account_id.as_str(), repeat.key.as_str()), self.now());
        let kept = work.put_answer(place, &row, (&at.to_string(), &swept(at))).await?;
        if kept { Ok(()) } else { Err(Refused::NotFound) }
    }
}
