//! The shares of a week, what they are made of, how they move, and when they reach 100 %.
//!
//! Everything here is worked out twice: from events, and from sums by day ([`Rollups`]). Both give
//! the same. Source: MFA facts 1.1, 1.2, 1.4; acceptance J.

use super::event::{AuthType, Channel, Event};
use super::key::Key;
use super::zone::Zone;
use crate::day::Day;
use crate::ratio::Ratio;
use crate::word::words;

mod events;
mod forecast;
mod newest;
mod rollups;

pub use events::{portal_users, shares, summary};
pub use forecast::{Forecast, forecast, forecast_configuration};
pub use newest::{Newest, order};
pub use rollups::{Counts, RollupKey, Rollups, TrendDay};

/// The days of the window. Source: MFA facts 1.1.
pub const WINDOW_DAYS: i32 = 7;
/// The days of the trend, the report's own among them.
pub const TREND_DAYS: i32 = 30;
/// The most rows of a download.
pub const MAX_ROWS: usize = 10_000;

/// The seven days before a report's day: from the first moment of the seventh day before it, which
/// counts, to the first moment of the day itself, which does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// The report's day.
    pub day: Day,
    /// The first moment, inclusive.
    pub start: i64,
    /// The end, exclusive.
    pub end: i64,
}

impl Window {
    /// The window of a report of a day in a zone.
    #[must_use]
    pub fn of(day: Day, zone: &Zone) -> Self {
        let start = zone.start_of(day.plus_days(-WINDOW_DAYS));
        Self { day, start, end: zone.start_of(day) }
    }

    /// Whether a moment lies in the window.
    #[must_use]
    pub const fn holds(&self, micros: i64) -> bool {
        self.start <= micros && micros < self.end
    }

    /// The first day of the window, inclusive.
    #[must_use]
    pub fn first_day(&self) -> Day {
        self.day.plus_days(-WINDOW_DAYS)
    }
}

/// Metrics B and C of a window, and what metric C leaves out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shares {
    /// Metric B: operations in the portal. An empty whole is no activity.
    pub portal: Ratio,
    /// Metric C: requests of applications with a user at the API. An empty whole is no activity.
    pub api: Ratio,
    /// Requests at the API of applications alone, left out of both part and whole.
    pub app_only_omitted: u64,
}

impl Shares {
    const NONE: Self =
        Self { portal: Ratio::new(0, 0), api: Ratio::new(0, 0), app_only_omitted: 0 };
}

/// Somebody who used the portal without multifactor authentication. Download 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PortalUser {
    /// The user's object id, where the log has it.
    pub user_id: Option<Key>,
    /// The principal name; one user with two names gives two rows.
    pub upn: String,
    /// The last such operation of the window, in microseconds of UTC.
    pub last: i64,
}

/// The requests of one application on one day. Download 2.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppDay {
    /// The day of the requests.
    pub day: Day,
    /// The application.
    pub app_id: Option<Key>,
    /// Its name; empty where the log has none.
    pub app_name: String,
    /// How many requests were made with multifactor authentication, of how many.
    pub share: Ratio,
}

words! {
    /// The cloud that a directory lives in. Source: MFA facts 1.1; acceptance J13.
    pub enum Cloud {
        /// The worldwide one.
        Global = "global",
        /// Of the government of the United States.
        UsGovernment = "us-government",
        /// Of Germany.
        Germany = "germany",
    }
}

impl Cloud {
    /// Whether the report is offered: the requirements are recommended in sovereign clouds, but
    /// nothing is measured there.
    #[must_use]
    pub const fn is_offered(self) -> bool {
        matches!(self, Self::Global)
    }
}

/// Whether an event is an operation of a user on one of the two channels.
fn is_of_user(event: &Event<'_>, channel: Channel, wanted: Channel) -> bool {
    event.counts() && channel == wanted && event.auth != AuthType::AppOnly
}

fn add(ratio: Ratio, with_mfa: bool) -> Ratio {
    Ratio::new(ratio.part + u64::from(with_mfa), ratio.whole + 1)
}

fn sorted_users(mut users: Vec<PortalUser>) -> Vec<PortalUser> {
    users.sort_by(|left, right| {
        let later = right.last.cmp(&left.last);
        later.then_with(|| (left.user_id, &left.upn).cmp(&(right.user_id, &right.upn)))
    });
    users
}

fn sorted_apps(mut apps: Vec<AppDay>) -> Vec<AppDay> {
    apps.sort_by(|left, right| {
        let later = right.day.cmp(&left.day);
        later.then_with(|| (left.app_id, &left.app_name).cmp(&(right.app_id, &right.app_name)))
    });
    apps
}
