//! The clock of the assessment as a line, in units of a drawing 1120 wide.

use attestor_core::day::Day;

use super::{DayText, Maker};
use crate::phrases::Arg;

const LEFT: i32 = 20;
const WIDTH: i32 = 1080;
/// Labels nearer than this would touch, so the later one moves down a row.
const LABEL_WIDTH: i32 = 150;
const LABEL_TOP: i32 = 84;
const ROW_HEIGHT: i32 = 40;

/// The clock of the assessment.
#[derive(Debug, Clone)]
pub(crate) struct Timeline {
    /// The heading.
    pub(crate) heading: String,
    /// Day and days left.
    pub(crate) fact: String,
    /// How much of the line has passed.
    pub(crate) passed: i32,
    /// Where today is.
    pub(crate) today_x: i32,
    /// The anchor of today's label.
    pub(crate) today_anchor: &'static str,
    /// Today's label.
    pub(crate) today: String,
    /// Where ticks stand.
    pub(crate) ticks: Vec<i32>,
    /// What happened and what is due.
    pub(crate) marks: Vec<Mark>,
    /// The drawing's height.
    pub(crate) height: i32,
}

/// A day on the line.
#[derive(Debug, Clone)]
pub(crate) struct Mark {
    /// Where.
    pub(crate) x: i32,
    /// The anchor of its labels.
    pub(crate) anchor: &'static str,
    /// The lines of its labels.
    pub(crate) label_y: i32,
    /// The line of its day.
    pub(crate) day_y: i32,
    /// The name.
    pub(crate) label: String,
    /// The day without its year.
    pub(crate) short: String,
    /// The day, and which day of the clock it is.
    pub(crate) day: DayText,
    /// Which day of the clock.
    pub(crate) number: String,
    /// The shape: `done`, `ahead` or `deadline`.
    pub(crate) shape: &'static str,
}

/// The line; `None` before the clock begins.
pub(super) fn timeline(maker: &Maker<'_>) -> Option<Timeline> {
    let clock = maker.subject.assessment.clock?;
    let length = clock.began_on.days_until(clock.deadline).max(1);
    let at = |day: i32| LEFT + WIDTH * day.clamp(0, length) / length;
    let marks = marks(maker, clock.began_on, clock.deadline, &at);
    let lowest = marks.iter().map(|mark| mark.day_y).max().unwrap_or(LABEL_TOP);
    let today_x = at(clock.day);
    let args = [
        ("day", Arg::from(i64::from(clock.day))),
        ("length", Arg::from(i64::from(length))),
        ("left", Arg::from(i64::from(clock.days_left.abs()))),
    ];
    let late = clock.days_left < 0;
    let key = if late { "report-clock-late" } else { "report-clock-fact" };
    Some(Timeline {
        heading: maker.text("report-clock", &[("length", Arg::from(i64::from(length)))]),
        fact: maker.text(key, if late { args.get(1..).unwrap_or_default() } else { &args }),
        passed: today_x - LEFT,
        today_x,
        today_anchor: anchor(today_x),
        today: maker.text("report-clock-today", &[("day", Arg::from(i64::from(clock.day)))]),
        ticks: (0..=12).map(|tick| LEFT + WIDTH * tick / 12).collect(),
        marks,
        height: lowest + 8,
    })
}

fn anchor(x: i32) -> &'static str {
    match x {
        ..=80 => "start",
        1040.. => "end",
        _ => "middle",
    }
}

/// What happened and what is due while the clock runs, in order.
fn marks(maker: &Maker<'_>, began: Day, deadline: Day, at: &impl Fn(i32) -> i32) -> Vec<Mark> {
    let dates = &maker.subject.case.dates;
    let expected = maker.subject.assessment.clock.map(|clock| clock.expected);
    let days = [
        (Some(began), "report-mark-accepted"),
        (expected, "report-mark-expected"),
        (dates.pentest_starts_on, "report-mark-pentest"),
        (dates.evidence_complete_on, "report-mark-complete"),
        (Some(deadline), "report-mark-deadline"),
    ];
    let mut days: Vec<(Day, &str)> = days
        .into_iter()
        .filter_map(|(day, key)| Some((day?, key)))
        .filter(|(day, _)| (began..=deadline).contains(day))
        .collect();
    days.sort_by_key(|(day, _)| *day);
    let mut ends: Vec<i32> = Vec::new();
    days.into_iter()
        .map(|(day, key)| {
            let x = at(began.days_until(day));
            let row = ends.iter().position(|end| x - *end >= LABEL_WIDTH).unwrap_or(ends.len());
            match ends.get_mut(row) {
                Some(end) => *end = x,
                None => ends.push(x),
            }
            mark(maker, day, key, x, i32::try_from(row).unwrap_or(0))
        })
        .collect()
}

fn mark(maker: &Maker<'_>, day: Day, key: &str, x: i32, row: i32) -> Mark {
    let began = maker.subject.assessment.clock.map_or(day, |clock| clock.began_on);
    let shape = match key {
        "report-mark-deadline" => "deadline",
        _ if day <= maker.today() => "done",
        _ => "ahead",
    };
    let label_y = LABEL_TOP + row * ROW_HEIGHT;
    Mark {
        x,
        anchor: anchor(x),
        label_y,
        day_y: label_y + 16,
        label: maker.word(key),
        short: maker.teller.phrases.short_day(day),
        day: maker.day(day),
        number: maker
            .text("report-clock-day", &[("day", Arg::from(i64::from(began.days_until(day))))]),
        shape,
    }
}
