//! The days of the assessment as a line, in units of a drawing 1120 wide.

use attestor_core::day::Day;

use crate::phrases::Arg;
use crate::web::desk::look::Look;
use crate::web::shape::Date;

const LEFT: i32 = 20;
const WIDTH: i32 = 1080;
/// Labels nearer than this would touch, so the later one moves down a row.
const LABEL_WIDTH: i32 = 150;
const LABEL_TOP: i32 = 84;
const ROW_HEIGHT: i32 = 40;

/// The line.
pub(super) struct Timeline {
    /// The heading.
    pub(super) heading: String,
    /// Day and days left.
    pub(super) fact: String,
    /// Where today is.
    pub(super) today_x: i32,
    /// How much of the line has passed.
    pub(super) passed: i32,
    /// The anchor of today's label.
    pub(super) today_anchor: &'static str,
    /// Today's label.
    pub(super) today: String,
    /// Where ticks stand.
    pub(super) ticks: Vec<i32>,
    /// What happened and what is due.
    pub(super) marks: Vec<Mark>,
    /// The drawing's height.
    pub(super) height: i32,
}

/// A day on the line.
pub(super) struct Mark {
    /// Where.
    pub(super) x: i32,
    /// The anchor of its labels.
    pub(super) anchor: &'static str,
    /// The line of its name.
    pub(super) label_y: i32,
    /// The line of its day.
    pub(super) day_y: i32,
    /// The name.
    pub(super) label: String,
    /// The day without its year.
    pub(super) short: String,
    /// The day.
    pub(super) day: Date,
    /// Which day of the clock, in words.
    pub(super) number: String,
    /// `done`, `ahead` or `deadline`.
    pub(super) shape: &'static str,
    /// The class of its color in the list.
    pub(super) class: &'static str,
    /// Its symbol in the list.
    pub(super) symbol: &'static str,
}

/// The line; `None` before the clock begins.
pub(super) fn timeline(look: &Look<'_>) -> Option<Timeline> {
    let clock = look.assessment.clock?;
    let length = clock.began_on.days_until(clock.deadline).max(1);
    let at = |day: i32| LEFT + WIDTH * day.clamp(0, length) / length;
    let marks = marks(look, (clock.began_on, clock.deadline), &at);
    let lowest = marks.iter().map(|mark| mark.day_y).max().unwrap_or(LABEL_TOP);
    let today_x = at(clock.day);
    let args = [("day", Arg::Count(clock.day.into())), ("length", Arg::Count(length.into()))];
    let counts = look.standing.counts;
    let done = [("approved", Arg::from(counts.approved)), ("in_scope", Arg::from(counts.in_scope))];
    Some(Timeline {
        heading: look.text("desk-clock", &args),
        fact: look.text("desk-clock-approved", &done),
        today_x,
        passed: today_x - LEFT,
        today_anchor: anchor(today_x),
        today: look.text("desk-clock-today", &args),
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
fn marks(look: &Look<'_>, (began, deadline): (Day, Day), at: &impl Fn(i32) -> i32) -> Vec<Mark> {
    let dates = &look.file.case.dates;
    let expected = look.assessment.clock.map(|clock| clock.expected);
    let days = [
        (Some(began), "desk-clock-accepted"),
        (expected, "desk-clock-expected"),
        (dates.pentest_starts_on.or(look.file.pentest.starts_on), "desk-clock-pentest"),
        (dates.evidence_complete_on, "desk-clock-complete"),
        (Some(deadline), "desk-clock-deadline"),
    ];
    let mut days: Vec<(Day, &str)> = days
        .into_iter()
        .filter_map(|(day, key)| Some((day?, key)))
        .filter(|(day, _)| (began..=deadline).contains(day))
        .collect();
    days.sort_by_key(|(day, _)| *day);
    let mut ends: Vec<i32> = Vec::new();
    let mut found = Vec::new();
    for (day, key) in days {
        let number = began.days_until(day);
        let x = at(number);
        let row = ends.iter().position(|end| x - *end >= LABEL_WIDTH).unwrap_or(ends.len());
        match ends.get_mut(row) {
            Some(end) => *end = x,
            None => ends.push(x),
        }
        found.push(mark(look, (day, number), key, (x, i32::try_from(row).unwrap_or(0))));
    }
    found
}

fn mark(look: &Look<'_>, (day, number): (Day, i32), key: &str, (x, row): (i32, i32)) -> Mark {
    let (shape, class, symbol) = match key {
        "desk-clock-deadline" => ("deadline", "bad", "alert"),
        _ if day <= look.visit.today => ("done", "ok", "check"),
        _ => ("ahead", "info", "clock"),
    };
    let label_y = LABEL_TOP + row * ROW_HEIGHT;
    Mark {
        x,
        anchor: anchor(x),
        label_y,
        day_y: label_y + 16,
        label: look.t(key),
        short: look.phrases().short_day(day),
        day: look.day(day),
        number: look.text("desk-clock-day", &[("day", Arg::Count(number.into()))]),
        shape,
        class,
        symbol,
    }
}
