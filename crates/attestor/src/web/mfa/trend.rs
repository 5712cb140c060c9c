//! The rolling shares of thirty days: as lines, and as a table.

use attestor_core::day::Day;

use crate::actions::mfa::report::Report;
use crate::actions::mfa::report::document::{Share, TrendPoint};
use crate::phrases::{Arg, Phrases};

/// Lines of the rolling shares.
pub(super) struct Trend {
    /// The same in words, for who does not see it.
    pub(super) label: String,
    /// The lines of the scale: height, height of the text, text.
    pub(super) ticks: Vec<(String, String, String)>,
    /// The days below the lines: place and text.
    pub(super) days: Vec<(String, String)>,
    /// The line of the portal, as a path; it breaks where there was no activity.
    pub(super) portal: String,
    /// The line of the API.
    pub(super) api: String,
    /// The rows of the table: the day, the portal, the API.
    pub(super) rows: Vec<(String, String, String)>,
}

/// Where the lines begin and how wide they are; ground and height, in tenths.
const LEFT: u64 = 480;
const WIDTH: u64 = 4600;
const GROUND: u64 = 1500;
const HEIGHT: u64 = 1200;

/// The lines of a report; `None` where no day had any activity.
pub(super) fn trend(phrases: &Phrases, report: &Report) -> Option<Trend> {
    let points = &report.trend;
    if points.iter().all(|it| it.portal.whole == 0 && it.api.whole == 0) {
        return None;
    }
    let share = |share: Share| told(phrases, share);
    let (portal, api) =
        (moved(phrases, points, |it| it.portal), moved(phrases, points, |it| it.api));
    let rows = points.iter().rev();
    Some(Trend {
        label: phrases
            .text("mfa-trend-lines", &[("portal", Arg::from(&portal)), ("api", Arg::from(&api))]),
        ticks: [0_u64, 25, 50, 75, 100].map(|percent| tick(phrases, percent)).to_vec(),
        days: days(phrases, points),
        portal: path(points, |it| it.portal),
        api: path(points, |it| it.api),
        rows: rows.map(|it| (phrases.short_day(it.day), share(it.portal), share(it.api))).collect(),
    })
}

/// A share with its sign, or that there was no activity.
pub(super) fn told(phrases: &Phrases, share: Share) -> String {
    let formats = phrases.formats();
    let tenths = formats.tenths(share.part, share.whole);
    let signed = tenths.map(|tenths| format!("{tenths}{}", formats.percent_sign()));
    signed.unwrap_or_else(|| phrases.word("mfa-no-activity"))
}

fn tick(phrases: &Phrases, percent: u64) -> (String, String, String) {
    let y = GROUND - percent * HEIGHT / 100;
    let text = phrases.formats().percent(percent, 100).unwrap_or_default();
    (tenths(y), tenths(y + 40), text)
}

/// Every seventh day before the last one has its name.
fn days(phrases: &Phrases, points: &[TrendPoint]) -> Vec<(String, String)> {
    let last = points.len().saturating_sub(1);
    let named = points.iter().enumerate().filter(|(at, _)| (last - at).is_multiple_of(7));
    named.map(|(at, it)| (tenths(place(at, points.len())), phrases.short_day(it.day))).collect()
}

fn place(at: usize, all: usize) -> u64 {
    LEFT + WIDTH * at as u64 / (all.saturating_sub(1) as u64).max(1)
}

fn path(points: &[TrendPoint], of: impl Fn(&TrendPoint) -> Share) -> String {
    let mut path = String::new();
    let mut is_down = false;
    for (at, point) in points.iter().enumerate() {
        let Some(share) = of(point).ratio().tenths() else {
            is_down = false;
            continue;
        };
        let y = GROUND - share.min(1000) * HEIGHT / 1000;
        let x = place(at, points.len());
        let pen = if is_down { 'L' } else { 'M' };
        path.push_str(&format!("{pen}{} {}", tenths(x), tenths(y)));
        if !is_down {
            // A day alone is a point: a line of no length with round ends.
            path.push_str("h0");
        }
        is_down = true;
    }
    path
}

/// From the first day with activity to the last one, in words.
fn moved(phrases: &Phrases, points: &[TrendPoint], of: impl Fn(&TrendPoint) -> Share) -> String {
    let active: Vec<(Day, Share)> =
        points.iter().map(|it| (it.day, of(it))).filter(|(_, it)| it.whole > 0).collect();
    let (Some((first, from)), Some((last, to))) = (active.first(), active.last()) else {
        return phrases.word("mfa-no-activity");
    };
    let (from, to) = (told(phrases, *from), told(phrases, *to));
    let (first, last) = (phrases.short_day(*first), phrases.short_day(*last));
    let args = [("from", &from), ("first", &first), ("to", &to), ("last", &last)];
    phrases.text("mfa-trend-move", &args.map(|(name, text)| (name, Arg::from(text))))
}

fn tenths(number: u64) -> String {
    format!("{}.{}", number / 10, number % 10)
}
