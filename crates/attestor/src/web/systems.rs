//! Systems and the services of providers that they stand on: what is inherited, shared, own.
//!
//! Read in this order:
//! - [`routes`]: every address. [`Asked`]: which system, framework and day a request means.
//! - `list`: all systems. `page`: one system, with `picture` (who covers what), `rows` (every
//!   control) and `cover` (what that covers of another framework).
//! - `services`: choosing services. `edit`: forms that change a system.
//! - `wire`: the same as data, for files and the API. `files`: tables to take along.

mod cover;
mod edit;
mod files;
mod list;
mod page;
mod picture;
mod rows;
mod services;
pub(super) mod wire;

#[cfg(test)]
pub(in crate::web) mod tests;

use std::sync::Arc;

use attestor_core::day::Day;
use attestor_core::desk::role::Right;
use attestor_core::framework::Catalog;
use attestor_core::id::Id;

use super::access::{Need, Routes};
use super::address;
use super::seat::Seat;
use super::visit::Refusal;
use crate::actions::trust::systems::System;
use crate::actions::trust::{Portals, Published};

/// The framework that is shown when nobody asks for one.
const USUAL: &str = "iso27001-2022";

/// All addresses.
pub(super) fn routes() -> Routes {
    let need = Need::Right(Right::SystemsEdit);
    Routes::new()
        .get("/systems", need, list::show)
        .post("/systems", need, edit::make)
        .get("/systems/{system}", need, page::show)
        .post("/systems/{system}/name", need, edit::rename)
        .get("/systems/{system}/services", need, services::show)
        .post("/systems/{system}/services", need, edit::add)
        .post("/systems/{system}/services/remove", need, edit::remove)
        .post("/systems/{system}/own", need, edit::own)
        .post("/systems/{system}/looked", need, edit::looked)
        .post("/systems/{system}/end", need, edit::end)
        .get("/systems/{system}/files/{file}", need, files::send)
}

/// The address of a system.
fn here(system: &System) -> String {
    format!("/systems/{}", address::part(&system.id))
}

/// What is asked of a system.
struct Asked<'s> {
    system: System,
    published: Arc<Published>,
    framework: (&'s Id, &'s Catalog),
    day: Day,
    today: Day,
}

impl<'s> Asked<'s> {
    /// What a request asks for: an empty framework is the usual one, an empty day today.
    async fn of(seat: &'s Seat, system: &str) -> Result<Self, Refusal> {
        let portals = &seat.site.portals;
        let system = own(seat, system).await?;
        let (framework, day) = (seat.asked("framework"), seat.asked("on"));
        let (framework, day) = wanted(portals, &framework, &day).ok_or(Refusal::BadRequest)?;
        let (published, today) = (portals.published().await?, portals.clock().today());
        Ok(Self { system, published, framework, day, today })
    }

    /// The query that asks for the same again, with one pair more where its value is not empty.
    fn query(&self, name: &str, value: &str) -> String {
        let day = self.day.to_string();
        let mut pairs = vec![("framework", self.framework.0.as_str())];
        if self.day != self.today {
            pairs.push(("on", &day));
        }
        if !value.is_empty() {
            pairs.push((name, value));
        }
        address::query(pairs)
    }
}

/// Framework and day of two texts.
pub(in crate::web) fn wanted<'p>(
    portals: &'p Portals,
    framework: &str,
    day: &str,
) -> Option<((&'p Id, &'p Catalog), Day)> {
    let framework = if framework.is_empty() { USUAL } else { framework };
    let day = if day.is_empty() { portals.clock().today() } else { Day::parse(day)? };
    Some((portals.framework(framework)?, day))
}

/// A system of the caller's organization; that of another one is not there.
async fn own(seat: &Seat, system: &str) -> Result<System, Refusal> {
    let organization = seat.caller()?.organization().ok_or(Refusal::NotFound)?;
    seat.site.portals.system(organization, system).await?.ok_or(Refusal::NotFound)
}

/// The family of a control: what stands before its first `-`, else all to the end of its first
/// number: `AC` of `AC-2`, `A.5` of `A.5.1`, `CC1` of `CC1.1`.
fn family(control: &Id) -> &str {
    let text = control.as_str();
    if let Some((family, _)) = text.split_once('-') {
        return family;
    }
    let first = text.find(|letter: char| letter.is_ascii_digit()).unwrap_or(text.len());
    let rest = text.get(first..).unwrap_or_default();
    let digits = rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
    text.get(..first + digits).unwrap_or(text)
}
