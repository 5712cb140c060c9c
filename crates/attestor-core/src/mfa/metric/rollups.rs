//! The report from sums by day, channel, application and user, a small fraction of the events.

use std::collections::{BTreeMap, HashMap};

use super::{
    AppDay, PortalUser, Shares, TREND_DAYS, WINDOW_DAYS, Window, sorted_apps, sorted_users,
};
use crate::day::Day;
use crate::mfa::event::{AuthType, Channel, Event};
use crate::mfa::key::Key;
use crate::mfa::zone::Zone;
use crate::ratio::Ratio;

/// What events are summed up by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RollupKey {
    /// The day in the report's zone; another zone needs other sums.
    pub day: Day,
    /// The channel.
    pub channel: Channel,
    /// The application.
    pub app_id: Option<Key>,
    /// Its name.
    pub app_name: String,
    /// The user's object id.
    pub user_id: Option<Key>,
    /// The user's principal name.
    pub upn: String,
}

/// The sums of one key. Failed events are in none of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Operations of users.
    pub n: u64,
    /// Those made with multifactor authentication.
    pub m: u64,
    /// Operations of applications alone, which are not in `n`.
    pub app_only: u64,
    /// The last operation of a user without multifactor authentication.
    pub last_non_mfa: Option<i64>,
}

impl Counts {
    /// Both sums as one.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            n: self.n + other.n,
            m: self.m + other.m,
            app_only: self.app_only + other.app_only,
            last_non_mfa: self.last_non_mfa.max(other.last_non_mfa),
        }
    }
}

/// Sums by key, in the order of the keys.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rollups {
    rows: BTreeMap<RollupKey, Counts>,
}

/// The rolling shares of one report's day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TrendDay {
    /// The report's day; the window ends before it.
    pub day: Day,
    /// Metric B of its window.
    pub portal: Ratio,
    /// Metric C of its window.
    pub api: Ratio,
}

impl Rollups {
    /// Adds an event; one that failed changes nothing.
    pub fn add(&mut self, channel: Channel, event: &Event<'_>, zone: &Zone) {
        if !event.counts() {
            return;
        }
        let counts = match event.auth {
            AuthType::AppOnly => Counts { app_only: 1, ..Counts::default() },
            AuthType::User | AuthType::AppUser => Counts {
                n: 1,
                m: u64::from(event.mfa),
                app_only: 0,
                last_non_mfa: (!event.mfa).then_some(event.ts),
            },
        };
        let key = RollupKey {
            day: zone.day_of(event.ts),
            channel,
            app_id: event.app_id,
            app_name: event.app_name.clone().into_owned(),
            user_id: event.user_id,
            upn: event.upn.clone().into_owned(),
        };
        self.add_row(key, counts);
    }

    /// Adds the sums of a key to those that are there.
    pub fn add_row(&mut self, key: RollupKey, counts: Counts) {
        let row = self.rows.entry(key).or_default();
        *row = row.plus(counts);
    }

    /// All rows, in the order of their keys.
    pub fn rows(&self) -> impl Iterator<Item = (&RollupKey, Counts)> {
        self.rows.iter().map(|(key, counts)| (key, *counts))
    }

    /// The rows of the days before `day`, so many of them.
    fn before(&self, day: Day, days: i32) -> impl Iterator<Item = (&RollupKey, Counts)> {
        let first = day.plus_days(-days);
        self.rows().filter(move |(key, _)| first <= key.day && key.day < day)
    }

    /// Metrics B and C of a window.
    #[must_use]
    pub fn shares(&self, window: &Window) -> Shares {
        let mut shares = Shares::NONE;
        for (key, counts) in self.before(window.day, WINDOW_DAYS) {
            match key.channel {
                Channel::Portal => shares.portal = plus(shares.portal, counts),
                Channel::Api => {
                    shares.api = plus(shares.api, counts);
                    shares.app_only_omitted += counts.app_only;
                }
                Channel::Other => {}
            }
        }
        shares
    }

    /// Who used the portal without multifactor authentication; see [`super::portal_users`].
    #[must_use]
    pub fn portal_users(&self, window: &Window) -> Vec<PortalUser> {
        let mut last: HashMap<(Option<Key>, &str), i64> = HashMap::new();
        for (key, counts) in self.before(window.day, WINDOW_DAYS) {
            let Some(moment) = counts.last_non_mfa.filter(|_| key.channel == Channel::Portal)
            else {
                continue;
            };
            let seen = last.entry((key.user_id, &key.upn)).or_insert(moment);
            *seen = (*seen).max(moment);
        }
        let row = |((user_id, upn), last): ((Option<Key>, &str), i64)| PortalUser {
            user_id,
            upn: upn.to_owned(),
            last,
        };
        sorted_users(last.into_iter().map(row).collect())
    }

    /// The requests at the API by day and application; see [`super::summary`].
    #[must_use]
    pub fn summary(&self, window: &Window) -> Vec<AppDay> {
        self.summary_between(window.first_day(), window.day)
    }

    /// The same of the days from `first` to before `end`.
    #[must_use]
    pub fn summary_between(&self, first: Day, end: Day) -> Vec<AppDay> {
        let mut sums: HashMap<(Day, Option<Key>, &str), Ratio> = HashMap::new();
        for (key, counts) in self.rows().filter(|(key, _)| first <= key.day && key.day < end) {
            if key.channel == Channel::Api && counts.n > 0 {
                let sum = sums.entry((key.day, key.app_id, &key.app_name));
                let sum = sum.or_insert(Ratio::new(0, 0));
                *sum = plus(*sum, counts);
            }
        }
        let row = |((day, app_id, app_name), share): ((Day, Option<Key>, &str), Ratio)| AppDay {
            day,
            app_id,
            app_name: app_name.to_owned(),
            share,
        };
        sorted_apps(sums.into_iter().map(row).collect())
    }

    /// What each day comes to on a channel, requests of applications alone among it; days without
    /// any request are left out.
    #[must_use]
    pub fn counts_by_day(&self, channel: Channel) -> BTreeMap<Day, Counts> {
        let mut days: BTreeMap<Day, Counts> = BTreeMap::new();
        for (key, counts) in self.rows().filter(|(key, _)| key.channel == channel) {
            let sum = days.entry(key.day).or_default();
            *sum = sum.plus(counts);
        }
        days.retain(|_, counts| counts.n + counts.app_only > 0);
        days
    }

    /// The share of each day with activity on a channel.
    #[must_use]
    pub fn daily(&self, channel: Channel) -> BTreeMap<Day, Ratio> {
        let mut days = BTreeMap::new();
        for (key, counts) in self.rows().filter(|(key, _)| key.channel == channel) {
            if counts.n > 0 {
                let sum = days.entry(key.day).or_insert(Ratio::new(0, 0));
                *sum = plus(*sum, counts);
            }
        }
        days
    }

    /// The rolling shares of the last [`TREND_DAYS`] report days, `day` the last of them, which
    /// need the sums of 36 days before it.
    #[must_use]
    pub fn trend(&self, day: Day) -> Vec<TrendDay> {
        let (portal, api) = (self.daily(Channel::Portal), self.daily(Channel::Api));
        let days = (0..TREND_DAYS).rev().map(|back| day.plus_days(-back));
        days.map(|day| TrendDay { day, portal: rolling(&portal, day), api: rolling(&api, day) })
            .collect()
    }
}

fn plus(ratio: Ratio, counts: Counts) -> Ratio {
    Ratio::new(ratio.part + counts.m, ratio.whole + counts.n)
}

/// The sum of the window before a day.
pub(super) fn rolling(daily: &BTreeMap<Day, Ratio>, day: Day) -> Ratio {
    let window = daily.range(day.plus_days(-WINDOW_DAYS)..day);
    window.fold(Ratio::new(0, 0), |sum, (_, ratio)| {
        Ratio::new(sum.part + ratio.part, sum.whole + ratio.whole)
    })
}
