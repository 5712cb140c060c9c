//! The day on which a number reaches 100 %, if what was done last goes on.

use std::collections::BTreeMap;

use super::WINDOW_DAYS;
use super::rollups::rolling;
use crate::day::Day;
use crate::ratio::Ratio;

/// The farthest day that is told, in days from the report's day. What takes longer is no forecast.
const HORIZON_DAYS: u64 = 366;

/// When a number reaches 100 %.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Forecast {
    /// There is nothing to take a share of.
    NoActivity,
    /// It is there already.
    Reached,
    /// The report of this day is the first to show it.
    On(Day),
    /// Not as things are: the last day with activity was itself below 100 %, or a configuration
    /// did not move. Carries that day.
    NotAsOf(Day),
}

/// The forecast for metrics B and C from the share of each day.
///
/// It supposes that every coming day is like the last day with activity in the window. If that day
/// was all with multifactor authentication, the number is 100 % as soon as the last day that was
/// not has left the window: eight days after it, for the window of day D holds D−7 to D−1. If that
/// day was not, the number never gets there. Days without activity tell nothing.
#[must_use]
pub fn forecast(daily: &BTreeMap<Day, Ratio>, day: Day) -> Forecast {
    let sum = rolling(daily, day);
    if sum.whole == 0 {
        return Forecast::NoActivity;
    }
    let is_below = |ratio: &Ratio| ratio.part < ratio.whole;
    let mut window = daily.range(day.plus_days(-WINDOW_DAYS)..day).rev();
    let mut active = window.by_ref().filter(|(_, ratio)| ratio.whole > 0);
    let Some((&last, share)) = active.next() else { return Forecast::NoActivity };
    if is_below(share) {
        return Forecast::NotAsOf(last);
    }
    match active.find(|(_, ratio)| is_below(ratio)) {
        Some((below, _)) => Forecast::On(below.plus_days(WINDOW_DAYS + 1)),
        None => Forecast::Reached,
    }
}

/// The forecast for metric A from the snapshots of days, that of the report's day among them.
///
/// It supposes that the accounts that are left are done at the speed of the last seven days: what
/// was left on the oldest snapshot of these days, less what is left now, over the days between
/// them. Days are rounded up. Nothing done in these days, or more than a year to go, is no forecast.
#[must_use]
pub fn forecast_configuration(snapshots: &BTreeMap<Day, Ratio>, day: Day) -> Forecast {
    let Some(now) = snapshots.get(&day).filter(|ratio| ratio.whole > 0) else {
        return Forecast::NoActivity;
    };
    let left = |ratio: &Ratio| ratio.whole.saturating_sub(ratio.part);
    let left_now = left(now);
    if left_now == 0 {
        return Forecast::Reached;
    }
    let Some((&since, then)) = snapshots.range(day.plus_days(-WINDOW_DAYS)..day).next() else {
        return Forecast::NotAsOf(day);
    };
    let done = left(then).saturating_sub(left_now);
    let days = u64::try_from(since.days_until(day)).unwrap_or(0);
    let to_go = left_now.checked_mul(days).filter(|_| done > 0).map(|work| work.div_ceil(done));
    match to_go.filter(|days| *days <= HORIZON_DAYS).and_then(|days| i32::try_from(days).ok()) {
        Some(days) => Forecast::On(day.plus_days(days)),
        None => Forecast::NotAsOf(day),
    }
}
