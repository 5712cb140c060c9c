//! The report straight from events, each with its channel.

use std::collections::HashMap;

use super::{AppDay, PortalUser, Shares, Window, add, is_of_user, sorted_apps, sorted_users};
use crate::day::Day;
use crate::mfa::event::{AuthType, Channel, Event};
use crate::mfa::key::Key;
use crate::mfa::zone::Zone;
use crate::ratio::Ratio;

/// Metrics B and C of the events within a window. No event at all is no activity.
pub fn shares<'e, 'a: 'e>(
    events: impl IntoIterator<Item = (Channel, &'e Event<'a>)>,
    window: &Window,
) -> Shares {
    let mut shares = Shares::NONE;
    for (channel, event) in events.into_iter().filter(|(_, event)| window.holds(event.ts)) {
        if is_of_user(event, channel, Channel::Portal) {
            shares.portal = add(shares.portal, event.mfa);
        } else if is_of_user(event, channel, Channel::Api) {
            shares.api = add(shares.api, event.mfa);
        } else if event.counts() && channel == Channel::Api && event.auth == AuthType::AppOnly {
            shares.app_only_omitted += 1;
        }
    }
    shares
}

/// Who used the portal without multifactor authentication within a window, and when last: the
/// latest first, then by id (rows without one first) and name. Everybody, not only the first
/// [`super::MAX_ROWS`].
pub fn portal_users<'e, 'a: 'e>(
    events: impl IntoIterator<Item = (Channel, &'e Event<'a>)>,
    window: &Window,
) -> Vec<PortalUser> {
    let mut last: HashMap<(Option<Key>, &'e str), i64> = HashMap::new();
    for (channel, event) in events {
        if window.holds(event.ts) && is_of_user(event, channel, Channel::Portal) && !event.mfa {
            let seen = last.entry((event.user_id, &event.upn)).or_insert(event.ts);
            *seen = (*seen).max(event.ts);
        }
    }
    let row = |((user_id, upn), last): ((Option<Key>, &str), i64)| PortalUser {
        user_id,
        upn: upn.to_owned(),
        last,
    };
    sorted_users(last.into_iter().map(row).collect())
}

/// The requests of applications with a user at the API within a window, by day and application:
/// the latest day first, then by id (rows without one first) and name.
pub fn summary<'e, 'a: 'e>(
    events: impl IntoIterator<Item = (Channel, &'e Event<'a>)>,
    window: &Window,
    zone: &Zone,
) -> Vec<AppDay> {
    let mut sums: HashMap<(Day, Option<Key>, &'e str), Ratio> = HashMap::new();
    for (channel, event) in events {
        if window.holds(event.ts) && is_of_user(event, channel, Channel::Api) {
            let key = (zone.day_of(event.ts), event.app_id, &*event.app_name);
            let sum = sums.entry(key).or_insert(Ratio::new(0, 0));
            *sum = add(*sum, event.mfa);
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
