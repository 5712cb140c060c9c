//! The shares, their lists and their forecast: rows of acceptance J, and both ways give the same.

use std::borrow::Cow;
use std::collections::BTreeMap;

use attestor_core::day::Day;
use attestor_core::mfa::event::{AuthType, CaStatus, Channel, Event, MfaBasis, TokenIssuer};
use attestor_core::mfa::key::Key;
use attestor_core::mfa::metric::{
    Cloud, Forecast, Newest, Rollups, Shares, Window, forecast, forecast_configuration,
    portal_users, shares, summary,
};
use attestor_core::mfa::moment::{DAY, parse};
use attestor_core::mfa::source::SourceKind;
use attestor_core::mfa::zone::Zone;
use attestor_core::ratio::Ratio;
use proptest::prelude::*;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// The report's day in the tests.
fn report() -> Day {
    day("2026-11-22")
}

pub(super) fn event(at: &str, user: &str, mfa: bool) -> Event<'static> {
    let ts = parse(at).unwrap();
    Event {
        source: SourceKind::Requests,
        request_id: Key::digest(format!("{at}{user}{mfa}").as_bytes()),
        correlation_id: None,
        ts,
        user_id: Key::of(user),
        upn: Cow::Owned(format!("{user}@contoso.example")),
        directory_id: None,
        app_id: Key::of("app"),
        app_name: Cow::Borrowed("Connector"),
        resource_id: None,
        stated_channel: None,
        auth: AuthType::AppUser,
        error_code: 0,
        mfa,
        basis: if mfa { MfaBasis::Claim } else { MfaBasis::None },
        operation: Cow::Borrowed("Get /customers"),
        source_ip: Cow::Borrowed("192.0.2.1"),
        client_app: Cow::Borrowed("Browser"),
        ca_status: CaStatus::Unstated,
        issuer: TokenIssuer::Unstated,
    }
}

/// So many operations of a user on a day.
fn times(count: usize, at: &str, user: &str, mfa: bool) -> Vec<Event<'static>> {
    let moment = |second: usize| event(&format!("{at}T10:00:{second:02}Z"), user, mfa);
    (0..count).map(moment).collect()
}

fn on(channel: Channel, events: &[Event<'static>]) -> Shares {
    let window = Window::of(report(), &Zone::utc());
    let found = shares(events.iter().map(|event| (channel, event)), &window);
    let mut rollups = Rollups::default();
    events.iter().for_each(|event| rollups.add(channel, event, &Zone::utc()));
    assert_eq!(rollups.shares(&window), found);
    found
}

/// J2, and the second worked example of the source.
#[test]
fn portal_of_contoso_is_20_percent() {
    let mut events = times(3, "2026-11-15", "jane", false);
    events.extend(times(5, "2026-11-16", "john", false));
    events.extend(times(2, "2026-11-17", "jane", true));
    assert_eq!(on(Channel::Portal, &events).portal.to_string(), "20.0 %");
}

/// J3, and the third worked example of the source.
#[test]
fn api_of_fabrikam_is_40_percent_without_applications_alone() {
    let mut events = times(3, "2026-11-15", "jane", false);
    let alone = times(5, "2026-11-16", "", false);
    events.extend(alone.into_iter().map(|event| Event { auth: AuthType::AppOnly, ..event }));
    events.extend(times(2, "2026-11-17", "jane", true));
    let found = on(Channel::Api, &events);
    assert_eq!((found.api, found.app_only_omitted), (Ratio::new(2, 5), 5));
    assert_eq!(found.api.to_string(), "40.0 %");
}

/// J4.
#[test]
fn only_applications_alone_is_no_activity() {
    let alone = times(5, "2026-11-16", "", false);
    let events: Vec<_> =
        alone.into_iter().map(|event| Event { auth: AuthType::AppOnly, ..event }).collect();
    let found = on(Channel::Api, &events);
    assert_eq!((found.api.tenths(), found.api.to_string().as_str()), (None, "no activity"));
}

/// J5.
#[test]
fn almost_all_is_never_100_percent() {
    assert_eq!(Ratio::new(2999, 3000).to_string(), "99.9 %");
}

/// J6: the window begins with its first moment and ends before the report's day.
#[test]
fn operations_outside_of_the_window_do_not_count() {
    for (at, whole) in [
        ("2026-11-14T23:59:59.999999Z", 0),
        ("2026-11-15T00:00:00Z", 1),
        ("2026-11-21T23:59:59.999999Z", 1),
        ("2026-11-22T00:00:00Z", 0),
    ] {
        assert_eq!(on(Channel::Portal, &[event(at, "jane", true)]).portal.whole, whole, "{at}");
    }
}

#[test]
fn failed_operations_do_not_count() {
    let failed = Event { error_code: 50126, ..event("2026-11-16T10:00:00Z", "jane", false) };
    assert_eq!(on(Channel::Portal, &[failed]).portal.whole, 0);
}

/// J10.
#[test]
fn download_holds_the_newest_requests() {
    let window = Window::of(report(), &Zone::utc());
    for (count, kept) in [(10_001, 10_000), (10_000, 10_000), (3, 3)] {
        let mut newest = Newest::new(10_000);
        let first = event("2026-11-16T10:00:00Z", "jane", true);
        for at in 0..count {
            let id = Key::digest(&usize::to_be_bytes(at));
            let request = Event { ts: first.ts + at as i64 / 2, request_id: id, ..first.clone() };
            newest.take(Channel::Api, &request, &window);
        }
        let rows = newest.finish();
        assert_eq!(rows.len(), kept);
        let places: Vec<_> = rows.iter().map(|row| (-row.ts, row.request_id)).collect();
        assert!(places.is_sorted(), "newest first, then by id");
        assert_eq!(rows[0].ts, first.ts + (count as i64 - 1) / 2);
    }
}

/// J12.
#[test]
fn who_came_without_is_listed_with_the_last_visit() {
    let events = [
        event("2026-11-16T10:00:00Z", "jane", false),
        event("2026-11-18T10:00:00Z", "jane", false),
        event("2026-11-19T10:00:00Z", "jane", true),
        event("2026-11-17T10:00:00Z", "john", false),
    ];
    let window = Window::of(report(), &Zone::utc());
    let rows = portal_users(events.iter().map(|event| (Channel::Portal, event)), &window);
    let told: Vec<_> = rows.iter().map(|row| (row.upn.as_str(), row.last)).collect();
    let at = |text| parse(text).unwrap();
    assert_eq!(
        told,
        [
            ("jane@contoso.example", at("2026-11-18T10:00:00Z")),
            ("john@contoso.example", at("2026-11-17T10:00:00Z")),
        ]
    );
}

/// J13.
#[test]
fn report_is_not_offered_in_sovereign_clouds() {
    let offered: Vec<bool> = Cloud::ALL.iter().map(|cloud| cloud.is_offered()).collect();
    assert_eq!(offered, [true, false, false]);
}

#[test]
fn forecast_is_the_day_the_last_gap_leaves_the_window() {
    let full = Ratio::new(5, 5);
    let half = Ratio::new(2, 4);
    for (days, expected) in [
        (vec![], Forecast::NoActivity),
        (vec![("2026-11-14", half)], Forecast::NoActivity),
        (vec![("2026-11-20", full)], Forecast::Reached),
        (vec![("2026-11-14", half), ("2026-11-20", full)], Forecast::Reached),
        (vec![("2026-11-15", half), ("2026-11-20", full)], Forecast::On(day("2026-11-23"))),
        (vec![("2026-11-19", half), ("2026-11-20", full)], Forecast::On(day("2026-11-27"))),
        (vec![("2026-11-19", full), ("2026-11-20", half)], Forecast::NotAsOf(day("2026-11-20"))),
    ] {
        let days: BTreeMap<Day, Ratio> = days.iter().map(|(at, share)| (day(at), *share)).collect();
        assert_eq!(forecast(&days, report()), expected, "{days:?}");
    }
}

#[test]
fn configuration_goes_on_at_its_speed() {
    for (snapshots, expected) in [
        (vec![("2026-11-22", 100, 100)], Forecast::Reached),
        (vec![("2026-11-22", 90, 100)], Forecast::NotAsOf(report())),
        (vec![("2026-11-15", 76, 100), ("2026-11-22", 90, 100)], Forecast::On(day("2026-11-27"))),
        (vec![("2026-11-15", 95, 100), ("2026-11-22", 90, 100)], Forecast::NotAsOf(report())),
        (vec![("2026-11-22", 0, 0)], Forecast::NoActivity),
    ] {
        let rows = snapshots.iter().map(|(at, part, whole)| (day(at), Ratio::new(*part, *whole)));
        let rows: BTreeMap<Day, Ratio> = rows.collect();
        assert_eq!(forecast_configuration(&rows, report()), expected, "{rows:?}");
    }
}

fn any_event() -> impl Strategy<Value = (Channel, Event<'static>)> {
    let start = parse("2026-10-10T00:00:00Z").unwrap();
    let kinds = (
        prop::sample::select(Channel::ALL),
        prop::sample::select(AuthType::ALL),
        prop::sample::select(vec!["", "u1", "u2", "u3"]),
        prop::sample::select(vec!["", "a1", "a2"]),
        any::<bool>(),
        0i64..5,
        start..start + 50 * DAY,
    );
    kinds.prop_map(|(channel, auth, user, app, mfa, error, ts)| {
        let base = event("2026-11-16T10:00:00Z", user, mfa);
        let error_code = if error == 0 { 50126 } else { 0 };
        let app_name = Cow::Borrowed(app);
        (channel, Event { auth, app_id: Key::of(app), app_name, error_code, ts, ..base })
    })
}

proptest! {
    /// Sums by day give the report that the events give, in any zone.
    #[test]
    fn sums_give_the_same_report(
        events in prop::collection::vec(any_event(), 0..200),
        zone in prop::sample::select(vec!["UTC", "+09:00", "-11:30"]),
    ) {
        let zone = Zone::parse(zone).unwrap();
        let window = Window::of(report(), &zone);
        let all = || events.iter().map(|(channel, event)| (*channel, event));
        let mut rollups = Rollups::default();
        all().for_each(|(channel, event)| rollups.add(channel, event, &zone));
        prop_assert_eq!(rollups.shares(&window), shares(all(), &window));
        prop_assert_eq!(rollups.portal_users(&window), portal_users(all(), &window));
        prop_assert_eq!(rollups.summary(&window), summary(all(), &window, &zone));
        for point in rollups.trend(report()) {
            let found = shares(all(), &Window::of(point.day, &zone));
            prop_assert_eq!((point.portal, point.api), (found.portal, found.api));
        }
    }

    /// Once the forecast's day has come, and every day was like the last one, the number is there;
    /// the day before it is not.
    #[test]
    fn forecast_comes_true(days in prop::collection::vec((0u64..3, 0u64..3), 7)) {
        let share = |(missing, with): &(u64, u64)| Ratio::new(*with, with + missing);
        let first = report().plus_days(-7);
        let mut daily: BTreeMap<Day, Ratio> =
            (0..).zip(&days).map(|(at, pair)| (first.plus_days(at), share(pair))).collect();
        let found = forecast(&daily, report());
        for ahead in 0..10 {
            daily.insert(report().plus_days(ahead), Ratio::new(1, 1));
        }
        if let Forecast::On(day) = found {
            let at = |day| {
                let days = daily.range(Day::plus_days(day, -7)..day);
                days.fold((0, 0), |sum, (_, ratio)| (sum.0 + ratio.part, sum.1 + ratio.whole))
            };
            let (part, whole) = at(day);
            prop_assert_eq!(part, whole);
            let (part, whole) = at(day.plus_days(-1));
            prop_assert!(part < whole && day > report());
        }
    }
}
