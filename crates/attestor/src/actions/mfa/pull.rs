//! Sign-ins and the directory of an organization from Microsoft Graph.
//!
//! Read in this order:
//! - [`Pull`]: what is asked for. [`Pulled`]: what became of it.
//! - `sign_ins`: pages into the lake. `point`: where the next pull goes on. `facts`: the directory.

mod facts;
mod forms;
mod page;
mod per_user;
mod point;
mod sign_ins;

use attestor_core::day::Day;

use super::Mfa;
use crate::graph::{Access, Graph, Trouble};
use crate::stop::Stop;

pub(crate) use facts::{Piece, PulledFacts};
pub(crate) use sign_ins::PulledSignIns;

/// What is asked for.
#[derive(Debug)]
pub(crate) struct Pull<'a> {
    /// Whose logs and directory they are.
    pub(crate) organization: &'a str,
    /// Who asks whom.
    pub(crate) access: Access,
    /// The first day (UTC) whose sign-ins are read; without one, reading goes on where it ended.
    pub(crate) from: Option<Day>,
}

/// What came, kind by kind.
#[derive(Debug)]
pub(crate) struct Pulled {
    /// Sign-ins by kind.
    pub(crate) sign_ins: Vec<PulledSignIns>,
    /// The directory.
    pub(crate) facts: PulledFacts,
}

impl Pulled {
    /// Whether everything came that was asked for.
    pub(crate) fn is_whole(&self) -> bool {
        self.sign_ins.iter().all(|one| one.trouble.is_none()) && self.facts.troubles.is_empty()
    }
}

/// A step on the way, for people who wait.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Step {
    /// Which kind of sign-ins.
    pub(crate) kind: &'static str,
    /// How many were read so far.
    pub(crate) read: u64,
}

impl Mfa {
    /// Takes sign-ins and the directory in. Every portion that came stays, whatever happens
    /// afterwards; what cannot be had is told, and the rest goes on.
    pub(crate) async fn pull(
        &mut self,
        pull: Pull<'_>,
        say: &mut (dyn FnMut(Step) + Send),
    ) -> Result<Pulled, Stop> {
        let server = pull.access.login.host_str().unwrap_or("?").to_owned();
        let directory_id = pull.access.directory_id.clone();
        let mut graph = Graph::new(pull.access, self.clock.clone())?;
        let refused = |trouble: Trouble| {
            let words = format!("{trouble}; asked at `{server}`, and nothing was changed");
            if trouble.passes() { Stop::Away(words) } else { Stop::Usage(words) }
        };
        graph.sign_in().await.map_err(refused)?;
        let sign_ins = (pull.organization, directory_id.as_str(), pull.from);
        let sign_ins = self.pull_sign_ins(&mut graph, sign_ins, say).await?;
        let facts = self.pull_facts(&mut graph, pull.organization).await?;
        Ok(Pulled { sign_ins, facts })
    }
}
