//! Bars by day: as a picture with numbers, and as a table.

use super::metric::count;
use crate::actions::mfa::report::Report;
use crate::actions::mfa::report::document::{Counts, DayCounts};
use crate::phrases::{Arg, Phrases};

/// Bars by day.
pub(super) struct Chart {
    /// A name for the parts of the picture.
    pub(super) id: &'static str,
    /// What it shows.
    pub(super) title: String,
    /// How many in all.
    pub(super) about: String,
    /// The same in words, for who does not see it.
    pub(super) label: String,
    /// Where the lines begin.
    pub(super) left: String,
    /// The lines of the scale.
    pub(super) ticks: Vec<Tick>,
    /// One bar a day.
    pub(super) bars: Vec<Column>,
    /// The rows of the table: the day, and a cell a column.
    pub(super) rows: Vec<(String, Vec<String>)>,
    /// Whether requests of applications alone are shown.
    pub(super) has_alone: bool,
}

/// A line of the scale.
pub(super) struct Tick {
    /// How high it is.
    pub(super) y: String,
    /// The height of its text.
    pub(super) text_y: String,
    /// Its number.
    pub(super) text: String,
}

/// A day.
pub(super) struct Column {
    /// Where its bar begins.
    pub(super) x: String,
    /// Its middle.
    pub(super) middle: String,
    /// The day.
    pub(super) day: String,
    /// All of the day; empty for none.
    pub(super) total: String,
    /// How high that number stands.
    pub(super) total_y: String,
    /// The pieces of the bar, from the ground.
    pub(super) pieces: Vec<Piece>,
}

/// A piece of a bar.
pub(super) struct Piece {
    /// The class of its color.
    pub(super) class: &'static str,
    /// Whether it has a pattern.
    pub(super) hatched: bool,
    /// Its upper edge.
    pub(super) y: String,
    /// Its height.
    pub(super) height: String,
    /// Its number; empty where there is no room or it is the whole day.
    pub(super) text: String,
    /// How high that number stands.
    pub(super) text_y: String,
}

/// Ground and height of the picture, in tenths.
const GROUND: u64 = 1500;
const HEIGHT: u64 = 1200;
/// The width of the picture and of a bar.
const WIDTH: u64 = 520;
const BAR: u64 = 40;
/// The least height of a piece with a number in it, in tenths.
const ROOM: u64 = 180;

/// The bars of both channels.
pub(super) fn both(phrases: &Phrases, report: &Report) -> Vec<Chart> {
    let portal = chart(phrases, &report.days, "portal", |day| Counts { app_only: 0, ..day.portal });
    vec![portal, chart(phrases, &report.days, "api", |day| day.api)]
}

fn chart(
    phrases: &Phrases,
    days: &[DayCounts],
    id: &'static str,
    of: impl Fn(&DayCounts) -> Counts,
) -> Chart {
    let counts: Vec<Counts> = days.iter().map(of).collect();
    let whole: u64 = counts.iter().map(|it| all_of(*it)).sum();
    let (step, top) = scale(counts.iter().map(|it| all_of(*it)).max().unwrap_or(0));
    let has_alone = id == "api";
    let letters = count(phrases, top).chars().count() as u64;
    let left = (letters * 7 + 14).max(34);
    let slot = (WIDTH - left.min(WIDTH)) / (days.len() as u64).max(1);
    let place = |at: usize| left + slot * at as u64 + slot.saturating_sub(BAR) / 2;
    let names: Vec<String> = days.iter().map(|it| phrases.short_day(it.day)).collect();
    let bars = counts.iter().zip(&names).enumerate();
    let bars = bars.map(|(at, (it, day))| column(phrases, place(at), (day, *it), top)).collect();
    let ticks = (0..=top / step.max(1)).map(|at| tick(phrases, at * step, top)).collect();
    let rows = counts.iter().zip(&names).map(|(it, day)| {
        let mut cells = vec![count(phrases, it.with_mfa), count(phrases, it.without)];
        if has_alone {
            cells.push(count(phrases, it.app_only));
        }
        (day.clone(), cells)
    });
    let total = count(phrases, whole);
    Chart {
        id,
        title: phrases.word(if has_alone { "mfa-api-days" } else { "mfa-portal-days" }),
        about: phrases.text("mfa-in-days", &[("text", Arg::from(&total))]),
        label: label(phrases, &counts, &names, has_alone),
        left: left.to_string(),
        ticks,
        bars,
        rows: rows.collect(),
        has_alone,
    }
}

const fn all_of(counts: Counts) -> u64 {
    counts.with_mfa + counts.without + counts.app_only
}

/// The step between the lines of a scale and its highest number: at most four round steps.
fn scale(most: u64) -> (u64, u64) {
    let mut unit: u64 = 1;
    loop {
        for step in [unit, unit.saturating_mul(2), unit.saturating_mul(5)] {
            if most.div_ceil(step) <= 4 {
                let lines = most.div_ceil(step).max(1);
                return (step, step.saturating_mul(lines));
            }
        }
        unit = unit.saturating_mul(10);
    }
}

fn tick(phrases: &Phrases, number: u64, top: u64) -> Tick {
    let y = GROUND - height(number, top);
    Tick { y: tenths(y), text_y: tenths(y + 40), text: count(phrases, number) }
}

/// How high a number is, in tenths.
fn height(number: u64, top: u64) -> u64 {
    let high = u128::from(number) * u128::from(HEIGHT) / u128::from(top.max(1));
    u64::try_from(high).unwrap_or(HEIGHT).min(HEIGHT)
}

fn column(phrases: &Phrases, x: u64, (day, it): (&str, Counts), top: u64) -> Column {
    let all = all_of(it);
    let parts =
        [("bad", true, it.without), ("ok", false, it.with_mfa), ("mute", false, it.app_only)];
    let (mut ground, mut sum, mut pieces) = (GROUND, 0, Vec::new());
    for (class, hatched, number) in parts.into_iter().filter(|(.., number)| *number > 0) {
        sum += number;
        let upper = GROUND - height(sum, top);
        let high = ground.saturating_sub(upper);
        let has_text = number < all && high >= ROOM;
        pieces.push(Piece {
            class,
            hatched,
            y: tenths(upper),
            height: tenths(high),
            text: if has_text { count(phrases, number) } else { String::new() },
            text_y: tenths(upper + high / 2 + 40),
        });
        ground = upper;
    }
    Column {
        x: x.to_string(),
        middle: (x + BAR / 2).to_string(),
        day: day.to_owned(),
        total: if all > 0 { count(phrases, all) } else { String::new() },
        total_y: tenths(ground.saturating_sub(50)),
        pieces,
    }
}

fn label(phrases: &Phrases, counts: &[Counts], names: &[String], has_alone: bool) -> String {
    let day = |(it, day): (&Counts, &String)| {
        let n = |number| count(phrases, number);
        let (with_mfa, without, alone) = (n(it.with_mfa), n(it.without), n(it.app_only));
        let mut args = vec![
            ("day", Arg::from(day)),
            ("with", Arg::from(&with_mfa)),
            ("without", Arg::from(&without)),
        ];
        if has_alone {
            args.push(("alone", Arg::from(&alone)));
            return phrases.text("mfa-bar-day-api", &args);
        }
        phrases.text("mfa-bar-day", &args)
    };
    let told: Vec<String> =
        counts.iter().zip(names).filter(|(it, _)| all_of(**it) > 0).map(day).collect();
    let days = if told.is_empty() { phrases.word("mfa-bar-none") } else { told.join("; ") };
    let key = if has_alone { "mfa-api-bars" } else { "mfa-portal-bars" };
    phrases.text(key, &[("days", Arg::from(&days))])
}

fn tenths(number: u64) -> String {
    format!("{}.{}", number / 10, number % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_has_at_most_four_round_steps_and_holds_the_highest() {
        assert_eq!(scale(0), (1, 1));
        assert_eq!(scale(5), (2, 6));
        assert_eq!(scale(4), (1, 4));
        assert_eq!(scale(1_234_567), (500_000, 1_500_000));
        for most in [1, 9, 17, 999, 1001, u64::MAX / 3, u64::MAX] {
            let (step, top) = scale(most);
            assert!(top >= most.min(top) && top.div_ceil(step) <= 4, "{most}: {step} {top}");
        }
    }

    #[test]
    fn pieces_stand_on_each_other_and_reach_the_total() {
        assert_eq!(height(3, 6), 600);
        assert_eq!(height(u64::MAX, 1), HEIGHT);
        assert_eq!(height(1, 0), HEIGHT);
    }
}
