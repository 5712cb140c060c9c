//! A new case begins with what an earlier one said of the app: see `core::desk::copy`.

use std::collections::BTreeSet;
use std::sync::Arc;

use attestor_core::desk::copy;
use attestor_core::desk::file::CaseFile;
use attestor_core::digest::Digest;

use super::{Desk, Refused, Worker};
use crate::store::evidence::FileState;

impl Desk {
    /// Takes over into a case that has not begun what a certified case of the same publisher said.
    /// Files that were erased are left out. Gives the case after it.
    pub(crate) async fn take_over(
        &self,
        worker: &Worker,
        (case_id, from): (&str, &str),
        seen: Option<u64>,
    ) -> Result<Arc<CaseFile>, Refused> {
        let (to, from) = (self.load(worker, case_id).await?, self.load(worker, from).await?);
        let side = worker.actor().ok_or(Refused::Forbidden)?.side;
        let files = self.store().files_of(&from.organization).await?;
        let clean = files.into_iter().filter(|(_, state)| *state == FileState::Clean);
        let kept: BTreeSet<Digest> = clean.filter_map(|(name, _)| Digest::parse(&name)).collect();
        let program = self.rules(&to)?.program;
        let act = copy::taking_over(program, (&from, &to), side, &kept).map_err(Refused::Rule)?;
        // What was looked at is what it is put behind.
        self.act(worker, case_id, Some(seen.unwrap_or(to.number)), act).await
    }
}
