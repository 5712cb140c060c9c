//! Controls by domain and family.

use attestor_core::certification::controls::{ControlOutcome, ControlState};
use attestor_core::certification::reason::RuleId;
use attestor_core::day::Day;

use super::Maker;
use super::control::{ControlCard, card};
use super::status::{self, Icon, Tag, Tone};
use crate::phrases::Arg;

/// How many days before the last day of evidence its family is flagged.
const SOON_DAYS: i32 = 14;

/// The families of one domain.
#[derive(Debug, Clone)]
pub(crate) struct DomainBlock {
    /// The title.
    pub(crate) title: String,
    /// Its families.
    pub(crate) families: Vec<FamilyRow>,
}

/// A family.
#[derive(Debug, Clone)]
pub(crate) struct FamilyRow {
    /// The id.
    pub(crate) id: String,
    /// The title.
    pub(crate) title: String,
    /// One glyph a control.
    pub(crate) cells: Vec<Cell>,
    /// How many are shown.
    pub(crate) count: String,
    /// How old the oldest evidence is.
    pub(crate) oldest: Option<String>,
    /// What is wrong with the age of its evidence.
    pub(crate) flag: Option<Tag>,
    /// Its controls.
    pub(crate) controls: Vec<ControlCard>,
}

/// The glyph of a control.
#[derive(Debug, Clone)]
pub(crate) struct Cell {
    /// The control's id.
    pub(crate) id: String,
    /// Its state.
    pub(crate) tag: Tag,
    /// Id, title and state in words.
    pub(crate) label: String,
}

/// The blocks, in the order of the domains.
pub(super) fn domains(maker: &Maker<'_>) -> Vec<DomainBlock> {
    let program = maker.subject.program;
    let block = |domain: &attestor_core::framework::Domain| {
        let own = program.families.iter().filter(|it| it.domain.value == domain.id.value);
        DomainBlock {
            title: domain.title.clone(),
            families: own.map(|family| row(maker, family)).collect(),
        }
    };
    program.edition.domains.iter().map(block).collect()
}

fn row(maker: &Maker<'_>, family: &attestor_core::framework::Family) -> FamilyRow {
    let own: Vec<&ControlOutcome<'_>> = maker
        .subject
        .assessment
        .controls
        .iter()
        .filter(|it| it.family.id.value == family.id.value)
        .collect();
    let asked = own.iter().filter(|it| it.state.is_applicable()).count();
    let shown = own
        .iter()
        .filter(|it| matches!(it.state, ControlState::Met | ControlState::Alternative))
        .count();
    let args = [("shown", Arg::from(shown)), ("asked", Arg::from(asked))];
    let key = if asked == 0 { "report-family-not-asked" } else { "report-family-count" };
    let used = if asked == 0 { &[] as &[(&str, Arg<'_>)] } else { &args };
    FamilyRow {
        id: family.id.value.to_string(),
        title: family.title.clone(),
        cells: own.iter().map(|it| cell(maker, it)).collect(),
        count: maker.text(key, used),
        oldest: oldest(maker, own.iter().filter_map(|it| it.oldest_capture).min()),
        flag: flag(maker, &own),
        controls: own.iter().map(|it| card(maker, it)).collect(),
    }
}

fn cell(maker: &Maker<'_>, outcome: &ControlOutcome<'_>) -> Cell {
    let tag = maker.tag(status::control(outcome.state));
    let id = outcome.control.id.value.to_string();
    let args = [
        ("id", Arg::from(&id)),
        ("title", Arg::from(&outcome.control.title)),
        ("state", Arg::from(&tag.text)),
    ];
    let label = maker.text("report-cell", &args);
    Cell { id, tag, label }
}

fn oldest(maker: &Maker<'_>, captured: Option<Day>) -> Option<String> {
    let days = i64::from(captured?.days_until(maker.today()));
    Some(maker.text("report-age", &[("days", Arg::Count(days))]))
}

/// Evidence that is too old, or that must be handed in soon.
fn flag(maker: &Maker<'_>, own: &[&ControlOutcome<'_>]) -> Option<Tag> {
    let stale = |it: &&&ControlOutcome<'_>| {
        it.reasons.iter().any(|reason| reason.rule == RuleId::EvidenceStale)
    };
    if own.iter().any(|it| stale(&it)) {
        let text = maker.word("report-flag-stale");
        return Some(Tag { tone: Tone::Warn, icon: Icon::Clock, text });
    }
    let first = own.iter().filter_map(|it| it.hand_in_by).min()?;
    if maker.today().days_until(first) > SOON_DAYS {
        return None;
    }
    let day = maker.teller.phrases.short_day(first);
    let text = maker.text("report-flag-soon", &[("day", Arg::from(&day))]);
    Some(Tag { tone: Tone::Warn, icon: Icon::Clock, text })
}

/// What the glyphs mean that occur, in the order of the states.
pub(super) fn legend(maker: &Maker<'_>) -> Vec<Tag> {
    let controls = &maker.subject.assessment.controls;
    let occurs = |state: &&ControlState| controls.iter().any(|it| it.state == **state);
    ControlState::ALL
        .iter()
        .filter(occurs)
        .map(|state| maker.tag(status::control(*state)))
        .collect()
}
