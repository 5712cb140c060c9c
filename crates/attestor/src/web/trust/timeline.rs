//! Validity of certificates and the audit cycle as a picture; the facts stand in words beside it.

use attestor_core::day::Day;
use attestor_core::trust::document::Certificate;
use attestor_core::trust::standing::{Cycle, Standing};

use super::center::name;
use crate::actions::trust::view::OfferingView;
use crate::phrases::Arg;
use crate::web::visit::Visit;

/// The width of the picture, and where its bars begin and end.
const WIDTH: i64 = 720;
const LEFT: i64 = 120;
const RIGHT: i64 = 700;
/// The height of a row, and of the scale above the first.
const ROW: i64 = 30;
const HEAD: i64 = 34;
/// The least distance between two years of the scale.
const APART: i64 = 44;

/// The picture.
pub(super) struct Timeline {
    pub(super) width: i64,
    pub(super) height: i64,
    /// The same in words, for who does not see it.
    pub(super) label: String,
    /// The audit cycle in words.
    pub(super) cycle: String,
    pub(super) ticks: Vec<Tick>,
    pub(super) bars: Vec<Bar>,
    /// Where today is.
    pub(super) today: i64,
}

/// A year on the scale.
pub(super) struct Tick {
    pub(super) x: i64,
    pub(super) text: String,
}

/// A certificate.
pub(super) struct Bar {
    pub(super) name: String,
    pub(super) text_y: i64,
    pub(super) x: i64,
    pub(super) y: i64,
    pub(super) width: i64,
    /// The class of its color.
    pub(super) class: &'static str,
    /// Where its audits stand.
    pub(super) audits: Vec<i64>,
    pub(super) audit_y: i64,
}

/// The days that a picture shows.
#[derive(Clone, Copy)]
struct Scale {
    first: Day,
    days: i64,
}

impl Scale {
    /// All days of the certificates, and today; a little room on both sides.
    fn of(spans: &[(Day, Day)], today: Day) -> Self {
        let days = spans.iter().flat_map(|(from, to)| [*from, *to]).chain([today]);
        let (first, last) =
            days.fold((today, today), |(first, last), day| (first.min(day), last.max(day)));
        let first = first.plus_days(-20);
        Self { first, days: i64::from(first.days_until(last.plus_days(20))).max(1) }
    }

    /// Where a day stands; outside of the picture, its edge.
    fn x(self, day: Day) -> i64 {
        let days = i64::from(self.first.days_until(day)).clamp(0, self.days);
        LEFT + (RIGHT - LEFT) * days / self.days
    }

    /// The first days of years, far enough apart to be read.
    fn ticks(self) -> Vec<Tick> {
        let (year, ..) = self.first.parts();
        let mut ticks: Vec<Tick> = Vec::new();
        for year in (year..).take(60) {
            let Some(day) = Day::new(year, 1, 1) else { break };
            if i64::from(self.first.days_until(day)) > self.days {
                break;
            }
            let is_near = ticks.last().is_some_and(|it| self.x(day) - it.x < APART);
            if day >= self.first && !is_near {
                ticks.push(Tick { x: self.x(day), text: year.to_string() });
            }
        }
        ticks
    }
}

/// The picture of an offering; none where no certificate has days.
pub(super) fn timeline(visit: &Visit, offering: &OfferingView<'_>) -> Option<Timeline> {
    let today = visit.today;
    let dated = offering.certificates.iter().filter_map(|(it, standing)| {
        let from = it.issued.as_ref()?.value;
        Some((*it, *standing, (from, offering.last_day(it)?.max(from))))
    });
    let dated: Vec<(&Certificate, Standing, (Day, Day))> = dated.collect();
    let spans: Vec<(Day, Day)> = dated.iter().map(|(.., span)| *span).collect();
    if spans.is_empty() {
        return None;
    }
    let scale = Scale::of(&spans, today);
    let rows = dated.iter().zip(0_i64..);
    let bars: Vec<Bar> =
        rows.map(|((it, standing, span), row)| bar(scale, it, (*standing, *span), row)).collect();
    let rows = i64::try_from(bars.len()).unwrap_or(0);
    Some(Timeline {
        width: WIDTH,
        height: HEAD + ROW * rows + 8,
        label: label(visit, &dated),
        cycle: cycle(visit, offering),
        ticks: scale.ticks(),
        today: scale.x(today),
        bars,
    })
}

fn bar(
    scale: Scale,
    it: &Certificate,
    (standing, (from, to)): (Standing, (Day, Day)),
    row: i64,
) -> Bar {
    let y = HEAD + ROW * row;
    let x = scale.x(from);
    let audits = it.surveillance.iter().map(|day| scale.x(day.value)).collect();
    let class = match standing {
        Standing::Published => "ok",
        Standing::Expiring => "warn",
        Standing::Expired | Standing::Withdrawn => "bad",
        Standing::Future => "info",
        Standing::Superseded | Standing::Undated | Standing::Draft => "mute",
    };
    Bar {
        name: name(it),
        text_y: y + 15,
        x,
        y: y + 5,
        width: (scale.x(to) - x).max(2),
        class,
        audits,
        audit_y: y + 11,
    }
}

/// `HS 710245: June 1, 2025 – July 9, 2028. …`
fn label(visit: &Visit, dated: &[(&Certificate, Standing, (Day, Day))]) -> String {
    let day = |day| visit.phrases().formats().day_short(day);
    let words = dated.iter().map(|(it, standing, (from, to))| {
        let mark = super::marks::standing(visit, *standing, Some(*to));
        format!("{}: {} – {} ({})", name(it), day(*from), day(*to), mark.text)
    });
    let title = visit.phrases().word("trust-timeline");
    format!("{title}. {}", words.collect::<Vec<_>>().join("; "))
}

fn cycle(visit: &Visit, offering: &OfferingView<'_>) -> String {
    let (key, last, due) = match offering.cycle {
        Cycle::Unknown => return visit.phrases().word("trust-cycle-unknown"),
        Cycle::Running { last, due } => ("trust-cycle-running", last, due),
        Cycle::Overdue { last, due } => ("trust-cycle-overdue", last, due),
    };
    let (last, due) = (visit.phrases().day(last), visit.phrases().day(due));
    visit.phrases().text(key, &[("last", Arg::from(&last)), ("due", Arg::from(&due))])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    #[test]
    fn a_scale_holds_all_days_and_its_years_can_be_read() {
        let today = day("2026-11-22");
        let scale = Scale::of(&[(day("2023-09-29"), day("2028-07-09"))], today);
        assert!(scale.x(day("2023-09-29")) > LEFT && scale.x(day("2028-07-09")) < RIGHT);
        assert!(scale.x(today) < scale.x(day("2027-01-01")));
        assert_eq!((scale.x(day("1900-01-01")), scale.x(day("2999-01-01"))), (LEFT, RIGHT));
        let years: Vec<String> = scale.ticks().into_iter().map(|it| it.text).collect();
        assert_eq!(years, ["2024", "2025", "2026", "2027", "2028"]);
        let long = Scale::of(&[(day("1990-01-01"), today)], today).ticks();
        assert!(long.windows(2).all(|pair| pair[1].x - pair[0].x >= APART), "{}", long.len());
    }

    #[test]
    fn one_day_is_a_scale_as_well() {
        let today = day("2026-11-22");
        let scale = Scale::of(&[(today, today)], today);
        assert!((LEFT..=RIGHT).contains(&scale.x(today)));
    }
}
