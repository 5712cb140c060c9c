//! Cases whose time ran out.

use attestor_core::desk::act::{Act, Actor, Side};

use super::{Desk, Refused};
use crate::stop::Stop;

impl Desk {
    /// Ends every case whose deadline passed. Gives how many. Done at the start of a server and then
    /// from time to time: between two times the guards refuse what comes too late.
    pub(crate) async fn end_late(&self) -> Result<usize, Stop> {
        let today = self.clock().today().to_string();
        let mut ended = 0;
        for case_id in self.store().late_cases(&today).await? {
            let Some(file) = self.case(&case_id).await? else { continue };
            let actor = Actor {
                account: "system".to_owned(),
                name: "Attestor".to_owned(),
                side: Side::Platform,
            };
            match self.record(file, (&actor, "system"), None, Act::TimeOut {}).await {
                Ok(_) => ended += 1,
                Err(Refused::Failed(stop)) => return Err(stop),
                // Somebody was faster, or the list was made before the last act.
                Err(_) => {}
            }
        }
        Ok(ended)
    }
}
