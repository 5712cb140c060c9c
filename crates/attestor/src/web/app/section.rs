//! The six parts of the questionnaire, with what was answered and what was not.

use attestor_core::attestation::page::shown;
use attestor_core::attestation::question::Section;

use super::answer::{self, RowView, State};
use super::certification;
use super::version::Version;
use crate::phrases::Arg;
use crate::web::shape::Bar;
use crate::web::visit::Visit;

/// A part of the questionnaire.
pub(super) struct SectionView {
    /// Its name in addresses.
    pub(super) id: &'static str,
    pub(super) title: String,
    /// Who said it, and how much of it.
    pub(super) said: String,
    pub(super) rows: Vec<RowView>,
    /// The questions that were left blank.
    pub(super) blank: Vec<String>,
    pub(super) blank_text: String,
    pub(super) bar: Bar,
    /// How many questions have an answer.
    pub(super) answered: usize,
    /// How many stand on the page.
    pub(super) asked: usize,
}

/// Rows with what their answers speak for.
type Rows = Vec<(RowView, State)>;

/// The sections of a page in the questionnaire's order; rows of no section stand last.
pub(super) fn sections(visit: &Visit, version: &Version) -> Vec<SectionView> {
    let rows = shown::rows(&version.page, &visit.site.reader.questionnaire);
    let all = Section::ALL.iter().copied().map(Some).chain(std::iter::once(None));
    let mut parts: Vec<(Option<Section>, Rows)> =
        all.map(|section| (section, Vec::new())).collect();
    for shown in &rows {
        if let Some((_, part)) = parts.iter_mut().find(|(section, _)| *section == shown.section) {
            let (mut row, state) = answer::row(visit, shown);
            row.marks.extend(certification::check(visit, &version.page.facts, shown.question));
            part.push((row, state));
        }
    }
    if let Some((_, part)) = parts.last_mut() {
        part.extend(
            shown::notes(&version.page).iter().map(|note| answer::note(visit, version, note)),
        );
    }
    let views = parts.into_iter().filter(|(_, rows)| !rows.is_empty());
    views.map(|(section, rows)| view(visit, section, rows)).collect()
}

fn view(visit: &Visit, section: Option<Section>, rows: Rows) -> SectionView {
    let asked = rows.len();
    let bar = bar(visit, &rows);
    let (blank, rows): (Vec<_>, Vec<_>) =
        rows.into_iter().partition(|(_, state)| *state == State::Blank);
    let answered = rows.len();
    let count = |count: usize| visit.phrases().formats().count(count);
    let (said_answered, said_asked, said_blank) =
        (count(answered), count(asked), count(blank.len()));
    let said = [("answered", Arg::from(&said_answered)), ("asked", Arg::from(&said_asked))];
    let left = [("count", Arg::from(blank.len())), ("shown", Arg::from(&said_blank))];
    let id = section.map_or("other", Section::as_str);
    SectionView {
        id,
        title: visit.phrases().word(&format!("web-section-{id}")),
        said: visit.phrases().text("web-declared", &said),
        blank_text: visit.phrases().text("web-blank-rows", &left),
        rows: rows.into_iter().map(|(row, _)| row).collect(),
        blank: blank.into_iter().map(|(row, _)| row.label).collect(),
        bar,
        answered,
        asked,
    }
}

fn bar(visit: &Visit, rows: &[(RowView, State)]) -> Bar {
    let count = |state: State| rows.iter().filter(|(_, one)| *one == state).count();
    let counts = [
        ("ok", "good", count(State::Good)),
        ("warn", "look", count(State::Look)),
        ("info", "neutral", count(State::Neutral)),
        ("mute", "na", count(State::NotApplicable)),
        ("none", "blank", count(State::Blank)),
    ];
    let label =
        visit.phrases().text("web-bar", &counts.map(|(_, name, count)| (name, count.into())));
    Bar::new(label, &counts.map(|(class, _, count)| (class, count)))
}
