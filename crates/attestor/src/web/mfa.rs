//! The report on multifactor authentication: who may read whose, its pages, its rows to take along.
//!
//! Read in this order:
//! - [`routes`]: every address. [`Asked`]: whose report of which day a request means.
//! - `list`: all organizations. `page`: one report, with `metric`, `chart`, `trend` and `why`.
//! - `user`: the requests behind a cause. `files`: rows to take along.

mod chart;
mod files;
mod list;
mod metric;
mod page;
mod trend;
mod user;
mod why;

#[cfg(test)]
pub(in crate::web) mod tests;

use std::sync::Arc;

use attestor_core::day::Day;
use attestor_core::desk::role::{Relation, Right};

use super::Site;
use super::access::{Caller, Need, Routes};
use super::seat::Seat;
use super::visit::Refusal;
use crate::actions::mfa::reports::Reports;
use crate::actions::mfa::settings::Settings;

/// All addresses.
pub(super) fn routes() -> Routes {
    let need = Need::Right(Right::MfaRead);
    Routes::new()
        .get("/mfa", need, list::show)
        .get("/mfa/{organization}", need, page::show)
        .get("/mfa/{organization}/users", need, user::show)
        .get("/mfa/{organization}/files/{file}", need, files::send)
}

/// Whose report of which day is asked for.
pub(super) struct Asked {
    /// The reports.
    pub(super) reports: Arc<Reports>,
    /// What is set for the organization.
    pub(super) settings: Settings,
    /// The report's day.
    pub(super) day: Day,
    /// Today where the organization's days begin.
    pub(super) today: Day,
}

/// Why a report is not shown.
pub(super) enum NotAsked {
    /// There is no such organization, or it is not for the caller: which of both, nobody is told.
    NotFound,
    /// The day is none, or has not begun yet.
    Day,
    /// The world broke.
    Failed(crate::stop::Stop),
}

impl From<crate::stop::Stop> for NotAsked {
    fn from(stop: crate::stop::Stop) -> Self {
        Self::Failed(stop)
    }
}

impl From<NotAsked> for Refusal {
    fn from(not: NotAsked) -> Self {
        match not {
            NotAsked::NotFound => Self::NotFound,
            NotAsked::Day => Self::BadRequest,
            NotAsked::Failed(stop) => stop.into(),
        }
    }
}

impl Asked {
    /// What a caller asks for; an empty day is today.
    pub(super) async fn read(
        site: &Site,
        caller: &Caller,
        organization: &str,
        day: &str,
    ) -> Result<Self, NotAsked> {
        if !may_read(caller, organization) {
            return Err(NotAsked::NotFound);
        }
        let reports = Arc::clone(site.reports.as_ref().ok_or(NotAsked::NotFound)?);
        let settings = reports.known(organization).await?.ok_or(NotAsked::NotFound)?;
        let today = reports.today(&settings);
        let day = if day.is_empty() { today } else { Day::parse(day).ok_or(NotAsked::Day)? };
        if day > today {
            return Err(NotAsked::Day);
        }
        Ok(Self { reports, settings, day, today })
    }

    /// What a request for a page asks for.
    async fn of(seat: &Seat, organization: &str) -> Result<Self, Refusal> {
        let day = seat.asked("day");
        Ok(Self::read(&seat.site, seat.caller()?, organization, &day).await?)
    }
}

/// Whether somebody may read the report of an organization of the logs: the own one, which has
/// exactly the id or the name of the desk's, or any.
pub(super) fn may_read(caller: &Caller, organization: &str) -> bool {
    let own = caller.membership.as_ref().is_some_and(|membership| {
        membership.organization_id == organization || membership.organization_name == organization
    });
    caller.may(Right::MfaRead, if own { Relation::Own } else { Relation::Other })
}

/// The address of an organization's report.
fn address(organization: &str) -> String {
    format!("/mfa/{}", super::address::part(organization))
}
