//! Facts of a page that stand outside of its tables: dates, tier and ids.

use super::bilingual::split_sources;
use super::date;
use super::facts::{Facts, Tier};
use super::finding::{FindingKind, Findings, quote};
use super::outline::{Note, Outline, visible};
use super::rows::Context;
use crate::day::Day;

/// The facts of the front matter and of the head of the page; the rest is empty.
pub(super) fn facts(
    outline: &Outline,
    text: &str,
    context: &Context<'_>,
    findings: &mut Findings,
) -> Facts {
    let head = head(outline);
    let certification_type = outline
        .front("certification_type")
        .and_then(|word| Tier::parse(&word.to_ascii_lowercase()));
    let badge = badge(head);
    if let (Some(named), Some(shown)) = (certification_type, badge)
        && named != shown
    {
        let (named, shown) = (named.to_string(), shown.to_string());
        findings.add(0, FindingKind::TierDisagrees { named, shown });
    }
    Facts {
        generation: context.form,
        certification_type,
        badge,
        ms_date: ms_date(outline, findings),
        last_updated: last_updated(head, context, findings),
        teams_store_id: link_id(head, "teams.microsoft.com/l/app/"),
        appsource_id: link_id(head, "appsource.microsoft.com/"),
        mcas_dashboard_id: dashboard_id(text),
        pivots: outline.zones.iter().map(|zone| zone.key.clone()).collect(),
        answers: Vec::new(),
        permissions: Vec::new(),
        uses_graph: false,
        certification: Vec::new(),
        counts: Vec::new(),
        has_additional_apis_table: false,
    }
}

/// The notes before the first zone; without zones, all notes.
fn head(outline: &Outline) -> &[Note] {
    let first = outline.zones.first().map_or(u32::MAX, |zone| zone.line);
    let end = outline.notes.iter().take_while(|note| note.line < first).count();
    outline.notes.get(..end).unwrap_or(&outline.notes)
}

fn badge(head: &[Note]) -> Option<Tier> {
    let shows = |file: &str| head.iter().any(|note| note.text.contains(file));
    if shows("media/certified") {
        return Some(Tier::Certified);
    }
    shows("media/attested").then_some(Tier::Attested)
}

/// `MM/DD/YYYY`, whatever the language.
fn ms_date(outline: &Outline, findings: &mut Findings) -> Option<Day> {
    let found = outline.front("ms.date")?;
    let read = date::read(found, &[]);
    if read.is_none() {
        let kind = FindingKind::UnreadableDate { what: "ms_date".into(), found: quote(found) };
        findings.add(1, kind);
    }
    read.map(|read| read.day)
}

/// The first day in the head of the page.
fn last_updated(head: &[Note], context: &Context<'_>, findings: &mut Findings) -> Option<Day> {
    let mut unread: Option<(u32, String)> = None;
    for note in head.iter().filter(|note| !note.text.contains("<img")) {
        let text = visible(&note.text);
        if !text.bytes().any(|byte| byte.is_ascii_digit()) || text.contains("://") {
            continue;
        }
        let source = || date::read(&split_sources(&note.text).1, &context.lexicon.months);
        if let Some(read) = date::read(&text, &context.lexicon.months).or_else(source) {
            return Some(read.day);
        }
        if note.text.starts_with("<p>") {
            unread.get_or_insert((note.line, quote(&text)));
        }
    }
    if let Some((line, found)) = unread {
        findings.add(line, FindingKind::UnreadableDate { what: "last_updated".into(), found });
    }
    None
}

/// The last part of the path of the first link that holds `place`.
fn link_id(head: &[Note], place: &str) -> Option<String> {
    let behind = head.iter().find_map(|note| note.text.split_once(place))?.1;
    let end = |letter: char| letter.is_whitespace() || "\"'<>()?#&".contains(letter);
    let path = behind.split(end).next()?.trim_end_matches('/');
    let id = path.rsplit('/').next()?;
    (!id.is_empty()).then(|| id.to_owned())
}

/// The digits behind `dashboard/`.
fn dashboard_id(text: &str) -> Option<String> {
    let (_, behind) = text.split_once("#/dashboard/")?;
    let digits = behind.bytes().take_while(u8::is_ascii_digit).count();
    behind.get(..digits).filter(|digits| !digits.is_empty()).map(str::to_owned)
}
