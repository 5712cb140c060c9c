//! One ring a domain: how many of its controls are approved; the points for who may see them.

use attestor_core::certification::score::DomainScore;
use attestor_core::desk::status::{ControlStatus, status};
use attestor_core::ratio::Ratio;

use crate::phrases::Arg;
use crate::web::desk::look::Look;
use crate::web::shape::Mark;

/// A ring.
pub(super) struct Ring {
    /// The domain.
    pub(super) title: String,
    /// The arcs.
    pub(super) arcs: Vec<Arc>,
    /// The figure in the middle.
    pub(super) big: String,
    /// What the ring shows, in words.
    pub(super) label: String,
    /// How many controls are approved.
    pub(super) fact: String,
    /// The points; empty for who may not see them.
    pub(super) points: String,
    /// The turn of the pass mark's tick in degrees, and the mark in words.
    pub(super) mark: Option<(String, String)>,
    /// The status.
    pub(super) tag: Mark,
    /// What keeps the rest open.
    pub(super) note: String,
}

/// A part of the circle.
pub(super) struct Arc {
    /// Its class.
    pub(super) class: &'static str,
    /// Its length in thousandths of the circle.
    pub(super) length: u64,
    /// How far it begins behind the top, negative, in thousandths.
    pub(super) offset: String,
}

/// How many controls of a domain stand where.
#[derive(Default)]
struct Counts {
    asked: usize,
    approved: usize,
    review: usize,
    back: usize,
    failed: usize,
    open: usize,
}

/// The rings, in the order of the domains.
pub(super) fn rings(look: &Look<'_>) -> Vec<Ring> {
    look.assessment.domains.iter().map(|score| ring(look, score)).collect()
}

fn counts(look: &Look<'_>, score: &DomainScore<'_>) -> Counts {
    let mut counts = Counts::default();
    let own = |it: &&attestor_core::certification::controls::ControlOutcome<'_>| {
        it.family.domain.value == score.domain.id.value
    };
    for outcome in look.assessment.controls.iter().filter(own) {
        let place = match status(look.file, outcome) {
            ControlStatus::NotApplicable => continue,
            ControlStatus::Open => &mut counts.open,
            ControlStatus::Submitted => &mut counts.review,
            ControlStatus::RevisionRequested => &mut counts.back,
            ControlStatus::Failed => &mut counts.failed,
            ControlStatus::Approved
            | ControlStatus::ApprovedByExternal
            | ControlStatus::AutomatedPass => &mut counts.approved,
        };
        *place += 1;
        counts.asked += 1;
    }
    counts
}

fn ring(look: &Look<'_>, score: &DomainScore<'_>) -> Ring {
    let counts = counts(look, score);
    let args = [("approved", Arg::from(counts.approved)), ("asked", Arg::from(counts.asked))];
    let fact = look.text("desk-ring-fact", &args);
    let shown = format!("{}/{}", counts.approved, counts.asked);
    Ring {
        title: score.domain.title.clone(),
        arcs: arcs(&counts),
        big: if counts.asked == 0 { "–".to_owned() } else { shown },
        label: format!("{}: {fact}", score.domain.title),
        points: if look.shows_scores() { points(look, score.points) } else { String::new() },
        mark: look.shows_marks().then(|| mark(look, score.domain.pass_mark_percent)),
        tag: tag(look, &counts),
        note: note(look, &counts),
        fact,
    }
}

fn points(look: &Look<'_>, points: Ratio) -> String {
    let share = look.phrases().formats().percent(points.part, points.whole).unwrap_or_default();
    let args = [
        ("part", Arg::from(points.part)),
        ("whole", Arg::from(points.whole)),
        ("share", Arg::from(&share)),
    ];
    look.text("desk-ring-points", &args)
}

/// The tick of a pass mark, turned by 3.6 degrees a per cent.
fn mark(look: &Look<'_>, percent: u8) -> (String, String) {
    let tenths = u32::from(percent) * 36;
    let text = look.text("desk-ring-mark", &[("mark", Arg::Count(percent.into()))]);
    (format!("{}.{}", tenths / 10, tenths % 10), text)
}

fn arcs(counts: &Counts) -> Vec<Arc> {
    let parts = [
        ("s-ok", counts.approved),
        ("s-info", counts.review),
        ("s-warn", counts.back),
        ("s-bad", counts.failed),
    ];
    let share = |part: usize| Ratio::new(part as u64, counts.asked as u64).tenths().unwrap_or(0);
    let mut before = 0;
    let mut arcs = Vec::new();
    for (class, count) in parts {
        let (from, to) = (share(before), share(before + count));
        before += count;
        if to > from {
            arcs.push(Arc { class, length: to - from, offset: format!("-{from}") });
        }
    }
    arcs
}

fn tag(look: &Look<'_>, counts: &Counts) -> Mark {
    let open = counts.asked - counts.approved;
    if counts.asked == 0 {
        return Mark::new("", "dash", look.t("desk-ring-not-asked"));
    }
    if open == 0 {
        return Mark::new("ok", "check", look.t("desk-ring-all"));
    }
    let class = if counts.failed > 0 || counts.back > 0 { "warn" } else { "info" };
    let symbol = if class == "warn" { "alert" } else { "clock" };
    Mark::new(class, symbol, look.counted("desk-ring-open", open))
}

fn note(look: &Look<'_>, counts: &Counts) -> String {
    let parts = [
        ("desk-ring-note-back", counts.back),
        ("desk-ring-note-failed", counts.failed),
        ("desk-ring-note-review", counts.review),
        ("desk-ring-note-nothing", counts.open),
    ];
    let told = parts.iter().filter(|(_, count)| *count > 0);
    let told: Vec<String> = told.map(|(key, count)| look.counted(key, *count)).collect();
    told.join(" ")
}
