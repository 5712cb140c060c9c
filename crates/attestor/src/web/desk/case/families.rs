//! Controls by family: one cell a control, each leads to its page.

use attestor_core::certification::controls::ControlOutcome;
use attestor_core::day::Day;
use attestor_core::desk::status::{ControlStatus, status};

use crate::phrases::Arg;
use crate::web::desk::look::Look;
use crate::web::desk::nav::Here;
use crate::web::desk::words::status_mark;
use crate::web::shape::Mark;

/// A family.
pub(super) struct Family {
    /// Its name.
    pub(super) title: String,
    /// Its domain.
    pub(super) domain: String,
    /// Its controls.
    pub(super) cells: Vec<Cell>,
    /// How many are approved.
    pub(super) approved: String,
    /// How old the oldest evidence is; empty for none.
    pub(super) oldest: String,
    /// By when it has to be handed in or renewed; `None` for no such day.
    pub(super) hand_in: Option<Mark>,
}

/// A control.
pub(super) struct Cell {
    /// Where it leads.
    pub(super) address: String,
    /// The control and where it stands.
    pub(super) label: String,
    /// Color and symbol.
    pub(super) mark: Mark,
}

/// What a cell means.
pub(super) struct Key {
    /// Color, symbol and word.
    pub(super) mark: Mark,
    /// How many controls stand so.
    pub(super) count: String,
}

/// The families with controls that are asked of the app.
pub(super) fn families(look: &Look<'_>) -> Vec<Family> {
    let mut found: Vec<Family> = Vec::new();
    let all = &look.assessment.controls;
    for family in &look.rules.program.families {
        let own = |it: &&ControlOutcome<'_>| it.family.id.value == family.id.value;
        let own: Vec<&ControlOutcome<'_>> =
            all.iter().filter(own).filter(|it| it.state.is_applicable()).collect();
        if !own.is_empty() {
            found.push(row(look, &own, &family.title));
        }
    }
    found
}

fn row(look: &Look<'_>, own: &[&ControlOutcome<'_>], title: &str) -> Family {
    let states: Vec<ControlStatus> = own.iter().map(|it| status(look.file, it)).collect();
    let approved = states.iter().filter(|it| it.is_approved()).count();
    let asked = states.iter().filter(|it| **it != ControlStatus::NotApplicable).count();
    let args = [("approved", Arg::from(approved)), ("asked", Arg::from(asked))];
    let oldest = own.iter().filter_map(|it| it.oldest_capture).min();
    let cells = own.iter().zip(&states).map(|(it, status)| cell(look, it, *status));
    let domain = own.first().map(|it| &it.family.domain.value);
    let domains = &look.rules.program.edition.domains;
    let domain = domains.iter().find(|it| Some(&it.id.value) == domain);
    Family {
        title: title.to_owned(),
        domain: domain.map(|it| it.title.clone()).unwrap_or_default(),
        cells: cells.collect(),
        approved: look.text("desk-family-approved", &args),
        oldest: oldest.map_or_else(String::new, |day| age(look, day)),
        hand_in: own.iter().filter_map(|it| it.hand_in_by).min().map(|day| hand_in(look, day)),
    }
}

fn age(look: &Look<'_>, day: Day) -> String {
    look.text("desk-family-days", &[("days", Arg::Count(day.days_until(look.visit.today).into()))])
}

/// By when captured evidence has to be in: a week before it is a warning.
fn hand_in(look: &Look<'_>, day: Day) -> Mark {
    let near = look.visit.today.days_until(day) <= 7;
    let (class, symbol) = if near { ("warn", "clock") } else { ("", "clock") };
    let day = look.phrases().short_day(day);
    Mark::new(class, symbol, look.text("desk-family-hand-in", &[("day", Arg::from(&day))]))
}

fn cell(look: &Look<'_>, outcome: &ControlOutcome<'_>, status: ControlStatus) -> Cell {
    let control = outcome.control;
    let mark = status_mark(look.phrases(), status);
    Cell {
        address: format!("{}/{}", Here::Controls.address(&look.file.id), control.id.value),
        label: format!("{} {}: {}", control.id.value, control.title, mark.text),
        mark,
    }
}

/// What the cells mean, with their counts; only what there is.
pub(super) fn keys(look: &Look<'_>) -> Vec<Key> {
    let states: Vec<ControlStatus> =
        look.assessment.controls.iter().map(|it| status(look.file, it)).collect();
    let known = ControlStatus::ALL.iter().filter(|it| **it != ControlStatus::NotApplicable);
    known
        .map(|wanted| (wanted, states.iter().filter(|it| *it == wanted).count()))
        .filter(|(_, count)| *count > 0)
        .map(|(wanted, count)| Key {
            mark: status_mark(look.phrases(), *wanted),
            count: count.to_string(),
        })
        .collect()
}

/// How many controls are approved.
pub(super) fn approved(look: &Look<'_>) -> String {
    let counts = look.standing.counts;
    let args = [("approved", Arg::from(counts.approved)), ("in_scope", Arg::from(counts.in_scope))];
    look.text("desk-clock-approved", &args)
}
