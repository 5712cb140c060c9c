//! Published pages: reading never fails, and nothing on a page is lost.
//!
//! [`read`] gives a [`Page`] for every text, with a [`Finding`] for everything that was repaired,
//! could not be read, or deserves a look. Read the parts in the order of the work:
//! - [`kind`](mod@kind): what a page is about, and the entries of pages about many apps.
//! - `bilingual`: side-by-side pages become pages with marked sources.
//! - [`outline`]: lines become zones, tables and notes; torn rows are mended.
//! - [`cell`]: cells become text, source and link.
//! - [`lexicon`], `terms`, `fold`: words by which a language's rows and answers are recognized.
//! - `language`: the lexicon that a page is read with.
//! - `align`, [`rows`]: rows are aligned with the questionnaire, by words, form and order.
//! - `value`, `date`, [`permission`], [`controls`]: answers get their types.
//! - [`facts`], [`finding`]: what comes out.
//!
//! [`recognition`] is kept beside a page, so that reading it again is fast.
//!
//! [`kept`] warns where a translation lost a number. [`shown`] puts rows and answers side by side
//! for people. The other way round, [`wording`] holds our own words for pages, and [`render`] writes
//! a page from facts in every language, such that reading it gives the same facts.

mod align;
mod bilingual;
pub mod cell;
pub mod controls;
mod date;
pub mod facts;
pub mod finding;
mod fold;
mod head;
pub mod kept;
pub mod kind;
mod language;
pub mod lexicon;
pub mod outline;
pub mod permission;
pub mod recognition;
pub mod render;
pub mod rows;
pub mod shown;
mod terms;
mod value;
pub mod wording;

use std::sync::Arc;

use self::facts::{Facts, Value};
use self::finding::{Finding, FindingKind, Findings, quote};
use self::kind::{Entry, Kind};
use self::lexicon::Lexicons;
use self::outline::{Outline, Table};
use self::recognition::Recognition;
use self::rows::{Context, Row};
use crate::attestation::question::{Form, Questionnaire};

/// The zone of the certification table.
const CERTIFICATION: &str = "certification";
/// The zones of each form; those of the certification table may stand on both.
const ZONES_2021: [&str; 2] = ["mcas", "identity"];
const ZONES_2022: [&str; 4] = ["security", "compliance", "privsection", "zerotrust"];
const ZONES_BOTH: [&str; 3] = ["general", "data", CERTIFICATION];

/// A page as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The text as it came in.
    pub text: String,
    /// What the page is about.
    pub kind: Kind,
    /// What a page about many apps lists, in its order; empty for an app page.
    pub entries: Vec<Entry>,
    /// The locale that the page names.
    pub locale: Option<String>,
    /// The locale of the lexicon it was read with; `None` when there is none for its language.
    pub lexicon: Option<Arc<str>>,
    /// The heading of the page, usually the app's name.
    pub title: String,
    /// All rows with two columns, known and unknown, in the order of the page; a page about many
    /// apps has entries instead.
    pub rows: Vec<Row>,
    /// Zones, tables and notes as they stand.
    pub outline: Outline,
    /// What the page says.
    pub facts: Facts,
}

/// Reads a page from bytes; what is not UTF-8 is replaced, with a finding.
#[must_use]
pub fn read_bytes(
    bytes: &[u8],
    questionnaire: &Questionnaire,
    lexicons: &Lexicons,
) -> (Page, Vec<Finding>) {
    read_known(bytes, Known { questionnaire, lexicons, recognition: None })
}

/// Reads a page like [`read_bytes`], with the same result, but takes language and questions from
/// what was recognized before. Where that does not fit the page, the questionnaire or the lexicons,
/// the page is recognized afresh.
#[must_use]
pub fn read_recognized(
    bytes: &[u8],
    questionnaire: &Questionnaire,
    lexicons: &Lexicons,
    recognition: &Recognition,
) -> (Page, Vec<Finding>) {
    read_known(bytes, Known { questionnaire, lexicons, recognition: Some(recognition) })
}

/// Reads a page. Any text gives a page; an empty one gives a page without rows. The findings stand
/// in the order of their lines.
#[must_use]
pub fn read(
    text: &str,
    questionnaire: &Questionnaire,
    lexicons: &Lexicons,
) -> (Page, Vec<Finding>) {
    read_text(text, Known { questionnaire, lexicons, recognition: None })
}

/// What is known before a page is read.
#[derive(Clone, Copy)]
struct Known<'a> {
    questionnaire: &'a Questionnaire,
    lexicons: &'a Lexicons,
    /// What an earlier reading recognized.
    recognition: Option<&'a Recognition>,
}

fn read_known(bytes: &[u8], known: Known<'_>) -> (Page, Vec<Finding>) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return read_text(text, known);
    }
    let (page, mut findings) = read_text(&String::from_utf8_lossy(bytes), known);
    findings.insert(0, Finding { line: 0, kind: FindingKind::NotUtf8 });
    (page, findings)
}

fn read_text(text: &str, known: Known<'_>) -> (Page, Vec<Finding>) {
    let mut findings = Findings::default();
    let page = match kind::contents(text, &mut findings) {
        Some(entries) => contents(text, entries, known),
        None => markdown(text, known, &mut findings),
    };
    let mut findings = findings.0;
    findings.sort();
    (page, findings)
}

/// A table of contents in YAML, which names no language.
fn contents(text: &str, entries: Vec<Entry>, known: Known<'_>) -> Page {
    let form = Form::Form2022;
    let lexicon = known.lexicons.unknown();
    let context = Context { questionnaire: known.questionnaire, lexicon, form };
    let outline = Outline::default();
    let facts = head::facts(&outline, "", &context, &mut Findings::default());
    Page {
        text: text.to_owned(),
        kind: Kind::Contents,
        entries,
        locale: None,
        lexicon: None,
        title: String::new(),
        rows: Vec::new(),
        outline,
        facts,
    }
}

fn markdown(text: &str, mut known: Known<'_>, findings: &mut Findings) -> Page {
    let marked = bilingual::mark_sources(text, findings);
    let outline = outline::outline(&marked, findings);
    let (kind, scan) = kind(&outline, &marked);
    let mut rows = if kind == Kind::App { rows::collect(&outline) } else { Vec::new() };
    let named = outline.front("ms.contentlocale").map(str::to_owned);
    let (questionnaire, lexicons) = (known.questionnaire, known.lexicons);
    known.recognition =
        known.recognition.filter(|before| before.fits(rows.len(), questionnaire, lexicons));
    let lexicon = language::choose(named.as_deref(), &rows, &known, findings);
    let form = form(&outline, findings);
    let context = Context { questionnaire, lexicon, form };
    match known.recognition {
        Some(before) => rows::recall(&mut rows, before, &context, findings),
        None => rows::recognize(&mut rows, &context, findings),
    }
    let mut facts = head::facts(&outline, &marked, &context, findings);
    let mut entries = Vec::new();
    if kind == Kind::App {
        facts.answers = answers(&rows, &context, findings);
        use_store_id(&mut facts, &rows, findings);
        read_tables(&mut facts, &outline, &context, findings);
    } else {
        entries = kind::entries(kind, &outline, &scan, &context, findings);
    }
    if kind == Kind::Contents {
        // A table of contents has neither front matter nor a language of its own.
        findings.0.retain(|finding| {
            !matches!(
                finding.kind,
                FindingKind::NoFrontMatter | FindingKind::UnknownLanguage { named: None }
            )
        });
    }
    Page {
        text: text.to_owned(),
        kind,
        entries,
        locale: named,
        lexicon: (!lexicon.is_unknown()).then(|| Arc::clone(&lexicon.locale)),
        title: outline.title.text.clone(),
        rows,
        outline,
        facts,
    }
}

/// The kind of a page in Markdown; headings and points are looked for only where it is in doubt.
fn kind(outline: &Outline, marked: &str) -> (Kind, kind::Scan) {
    if kind::has_app_zones(outline) {
        return (Kind::App, kind::Scan::default());
    }
    let scan = kind::scan(marked);
    (kind::decide(outline, &scan), scan)
}

/// The form, from the zones; without telling zones from the page's own description of them.
fn form(outline: &Outline, findings: &mut Findings) -> Form {
    let has = |keys: &[&str]| outline.zones.iter().any(|zone| keys.contains(&zone.key.as_str()));
    for zone in &outline.zones {
        let key = zone.key.as_str();
        if ![&ZONES_2021[..], &ZONES_2022, &ZONES_BOTH].iter().any(|keys| keys.contains(&key)) {
            findings.add(zone.line, FindingKind::UnknownZone { zone: quote(key) });
        }
    }
    if has(&ZONES_2022) {
        return Form::Form2022;
    }
    let described = outline.front("zone_pivot_groups").is_some_and(|text| text.contains("mcas"));
    if has(&ZONES_2021) || described { Form::Form2021 } else { Form::Form2022 }
}

fn answers(rows: &[Row], context: &Context<'_>, findings: &mut Findings) -> Vec<(Arc<str>, Value)> {
    let mut answers = Vec::with_capacity(rows.len());
    for row in rows {
        let Some(id) = &row.question else { continue };
        let Some(number) = context.questionnaire.number(id) else { continue };
        let Some(question) = context.questionnaire.questions().get(number) else { continue };
        let question = (number, question);
        let value = value::read(question, &row.answer, row.line, context.lexicon, findings);
        answers.push((Arc::clone(id), value));
    }
    let count = answers.iter().filter(|(_, value)| value.is_blank()).count();
    if count > 0 {
        findings.add(0, FindingKind::BlankAnswers { count });
    }
    answers
}

/// The id of the store's link wins over the id in the row, which translators damage.
fn use_store_id(facts: &mut Facts, rows: &[Row], findings: &mut Findings) {
    let Some(store_id) = &facts.appsource_id else { return };
    for (what, value) in &mut facts.answers {
        let Value::Id(text) = value else { continue };
        if text == store_id {
            continue;
        }
        let line = rows.iter().find(|row| row.question.as_ref() == Some(what));
        let kind = FindingKind::IdFromLink {
            what: Arc::clone(what),
            text: quote(text),
            id: store_id.clone(),
        };
        findings.add(line.map_or(0, |row| row.line), kind);
        text.clone_from(store_id);
    }
}

/// The tables that are not lists of questions.
fn read_tables(
    facts: &mut Facts,
    outline: &Outline,
    context: &Context<'_>,
    findings: &mut Findings,
) {
    let in_zone = |table: &Table, key: &str| {
        table.zone.and_then(|at| outline.zones.get(at)).is_some_and(|zone| zone.key == key)
    };
    for table in outline.tables.iter().filter(|table| !table.rows.is_empty()) {
        if permission::is_permission_table(table) {
            facts.permissions.extend(permission::permissions(table, context.lexicon, findings));
        } else if in_zone(table, CERTIFICATION) {
            let found = controls::outcomes(table, context.lexicon, context.questionnaire, findings);
            facts.certification.extend(found);
            facts.counts.push(("cert_rows".to_owned(), table.rows.len()));
        } else if table.quoted {
            facts.has_additional_apis_table |= in_zone(table, "zerotrust");
            facts.counts.push((table.heading.clone(), table.rows.len()));
        }
    }
    facts.uses_graph = !facts.permissions.is_empty();
}

#[cfg(test)]
mod tests;
