//! One ring a domain: how much of it is shown, and what keeps the rest open.

use attestor_core::certification::controls::{ControlOutcome, ControlState};
use attestor_core::certification::score::DomainScore;
use attestor_core::ratio::Ratio;

use super::Maker;
use super::status::{Icon, Tag, Tone};
use crate::phrases::Arg;

/// A ring.
#[derive(Debug, Clone)]
pub(crate) struct Ring {
    /// The domain.
    pub(crate) title: String,
    /// The arcs, in thousandths of the circle.
    pub(crate) arcs: Vec<Arc>,
    /// The size of the figure: `count` or `share`.
    pub(crate) size: &'static str,
    /// The figure in the middle.
    pub(crate) big: String,
    /// What the figure is of.
    pub(crate) small: String,
    /// The fact beside the ring.
    pub(crate) fact: String,
    /// The points, where they may be shown.
    pub(crate) points: Option<String>,
    /// How far the pass mark is turned, in degrees, where it may be shown.
    pub(crate) mark: Option<Mark>,
    /// The status.
    pub(crate) tag: Tag,
    /// What keeps the rest open.
    pub(crate) note: String,
}

/// A part of the circle.
#[derive(Debug, Clone)]
pub(crate) struct Arc {
    /// The class in the style sheet.
    pub(crate) class: &'static str,
    /// Its length in thousandths.
    pub(crate) length: u64,
    /// How far it begins behind the top, in thousandths.
    pub(crate) offset: u64,
}

/// A pass mark.
#[derive(Debug, Clone)]
pub(crate) struct Mark {
    /// The turn of its tick, in degrees.
    pub(crate) turn: String,
    /// The mark in words.
    pub(crate) text: String,
}

/// The rings, in the order of the domains.
pub(super) fn rings(maker: &Maker<'_>) -> Vec<Ring> {
    maker.subject.assessment.domains.iter().map(|score| ring(maker, score)).collect()
}

/// How many controls of a domain are shown, begun, in trouble, absent, and open without anything.
struct Counts {
    asked: usize,
    shown: usize,
    begun: usize,
    mend: usize,
    absent: usize,
    nothing: usize,
}

fn counts(maker: &Maker<'_>, score: &DomainScore<'_>) -> Counts {
    let own: Vec<&ControlOutcome<'_>> = maker
        .subject
        .assessment
        .controls
        .iter()
        .filter(|it| it.family.domain.value == score.domain.id.value && it.state.is_applicable())
        .collect();
    let count =
        |states: &[ControlState]| own.iter().filter(|it| states.contains(&it.state)).count();
    Counts {
        asked: own.len(),
        shown: count(&[ControlState::Met, ControlState::Alternative]),
        begun: count(&[ControlState::Incomplete]),
        mend: count(&[ControlState::Stale, ControlState::Returned]),
        absent: count(&[ControlState::NotMet]),
        nothing: count(&[ControlState::Missing]),
    }
}

fn ring(maker: &Maker<'_>, score: &DomainScore<'_>) -> Ring {
    let counts = counts(maker, score);
    let points = maker.subject.shows_points();
    let (big, small) = match points.then(|| score.points.tenths()).flatten() {
        Some(_) => (percent(score.points), maker.word("report-ring-of-points")),
        None if counts.asked == 0 => ("–".to_owned(), maker.word("report-ring-nothing")),
        None => {
            let asked = [("asked", Arg::from(counts.asked))];
            (counts.shown.to_string(), maker.text("report-ring-of", &asked))
        }
    };
    let args = [("shown", Arg::from(counts.shown)), ("asked", Arg::from(counts.asked))];
    Ring {
        title: score.domain.title.clone(),
        arcs: if points { point_arcs(maker, score) } else { control_arcs(&counts) },
        size: if points { "share" } else { "count" },
        big,
        small,
        fact: maker.text("report-ring-fact", &args),
        points: points.then(|| points_text(maker, score.points)),
        mark: maker.subject.shows_marks().then(|| mark(maker, score.domain.pass_mark_percent)),
        tag: tag(maker, &counts, score),
        note: note(maker, &counts),
    }
}

fn percent(points: Ratio) -> String {
    points.tenths().map_or_else(String::new, |tenths| format!("{}.{} %", tenths / 10, tenths % 10))
}

fn points_text(maker: &Maker<'_>, points: Ratio) -> String {
    let args = [("part", Arg::from(points.part)), ("whole", Arg::from(points.whole))];
    maker.text("report-ring-points", &args)
}

/// The tick of a pass mark, turned by 3.6 degrees a per cent.
fn mark(maker: &Maker<'_>, mark: u8) -> Mark {
    let tenths = u32::from(mark) * 36;
    let args = [("mark", Arg::from(i64::from(mark)))];
    Mark {
        turn: format!("{}.{}", tenths / 10, tenths % 10),
        text: maker.text("report-ring-mark", &args),
    }
}

fn point_arcs(maker: &Maker<'_>, score: &DomainScore<'_>) -> Vec<Arc> {
    let below = maker.subject.shows_marks() && !score.passed;
    let class = if below { "s-warn" } else { "s-ok" };
    let length = score.points.tenths().unwrap_or_default();
    if length == 0 { Vec::new() } else { vec![Arc { class, length, offset: 0 }] }
}

fn control_arcs(counts: &Counts) -> Vec<Arc> {
    let parts = [
        ("s-ok", counts.shown),
        ("s-info", counts.begun),
        ("s-warn", counts.mend),
        ("s-bad", counts.absent),
    ];
    let share = |part: usize| Ratio::new(part as u64, counts.asked as u64).tenths().unwrap_or(0);
    let mut before = 0;
    let mut arcs = Vec::new();
    for (class, count) in parts {
        let (offset, end) = (share(before), share(before + count));
        before += count;
        if end > offset {
            arcs.push(Arc { class, length: end - offset, offset });
        }
    }
    arcs
}

fn tag(maker: &Maker<'_>, counts: &Counts, score: &DomainScore<'_>) -> Tag {
    let open = counts.asked - counts.shown;
    let args = [("count", Arg::from(open))];
    let (tone, icon, text) = if counts.asked == 0 {
        (Tone::Mute, Icon::Dash, maker.word("report-ring-not-asked"))
    } else if open == 0 {
        (Tone::Ok, Icon::Check, maker.word("report-ring-all"))
    } else if counts.absent > 0 || (maker.subject.shows_marks() && !score.passed) {
        (Tone::Warn, Icon::Alert, maker.text("report-ring-open", &args))
    } else {
        (Tone::Info, Icon::Dots, maker.text("report-ring-open", &args))
    };
    Tag { tone, icon, text }
}

fn note(maker: &Maker<'_>, counts: &Counts) -> String {
    let parts = [
        ("report-ring-note-nothing", counts.nothing),
        ("report-ring-note-begun", counts.begun),
        ("report-ring-note-mend", counts.mend),
        ("report-ring-note-absent", counts.absent),
    ];
    let sentences: Vec<String> = parts
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(key, count)| maker.text(key, &[("count", Arg::from(*count))]))
        .collect();
    if sentences.is_empty() && counts.asked > 0 {
        return maker.word("report-ring-note-none");
    }
    sentences.join(" ")
}
