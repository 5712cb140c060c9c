//! The entries of tables and lists.

use std::sync::Arc;

use super::super::cell::Cell;
use super::super::finding::{FindingKind, Findings, quote};
use super::super::fold::Label;
use super::super::outline::{Outline, Table};
use super::super::permission::find_app_id;
use super::super::rows::Context;
use super::scan::{Item, Scan};
use super::{Entry, Kind, MAX_DEPTH, MAX_ENTRIES};

/// All entries in the order of the page. Rows and points that are none become findings.
pub(in super::super) fn entries(
    kind: Kind,
    outline: &Outline,
    scan: &Scan,
    context: &Context<'_>,
    findings: &mut Findings,
) -> Vec<Entry> {
    let mut list = List { kind, path: Vec::new(), entries: Vec::new(), findings };
    let mut tables = super::plain_tables(outline).peekable();
    for item in &scan.items {
        while let Some(table) = tables.next_if(|table| table.line < item.line) {
            list.table(table, context);
        }
        list.item(item);
    }
    tables.for_each(|table| list.table(table, context));
    let mut entries = list.entries;
    if entries.len() > MAX_ENTRIES {
        findings.add(0, FindingKind::TooManyEntries { limit: MAX_ENTRIES });
        entries.truncate(MAX_ENTRIES);
    }
    entries
}

struct List<'f> {
    kind: Kind,
    /// Names above, each with its depth: levels of headings, then columns of points.
    path: Vec<(usize, Arc<str>)>,
    entries: Vec<Entry>,
    findings: &'f mut Findings,
}

/// Points stand below all headings.
const BELOW_HEADINGS: usize = 100;

impl List<'_> {
    fn item(&mut self, item: &Item) {
        let depth = if item.is_point() { BELOW_HEADINGS + item.indent } else { item.level };
        self.path.retain(|(above, _)| *above < depth);
        let in_contents = self.kind == Kind::Contents;
        if item.name.is_empty() || (item.is_point() && item.target.is_none() && !in_contents) {
            self.misfit(item.line, &item.name);
        } else if item.is_point() || in_contents {
            let section = self.section();
            let registration = [Some(item.name.as_str()), item.target.as_deref()];
            let registration = registration.into_iter().flatten().find_map(find_app_id);
            let above = || section.iter().rev().find_map(|name| find_app_id(name));
            let entry = Entry {
                line: item.line,
                name: item.name.clone(),
                target: item.target.clone(),
                app_id: item.target.as_deref().and_then(store_id).map(str::to_owned),
                registration: registration.or_else(above).map(str::to_ascii_lowercase),
                publisher: None,
                other: Some(item.behind.clone())
                    .filter(|text| !text.is_empty())
                    .into_iter()
                    .collect(),
                section,
            };
            self.push(entry);
        }
        if self.path.len() < MAX_DEPTH {
            self.path.push((depth, quote(&item.name).into()));
        }
    }

    fn section(&self) -> Vec<Arc<str>> {
        self.path.iter().map(|(_, name)| Arc::clone(name)).collect()
    }

    fn push(&mut self, entry: Entry) {
        if self.entries.len() <= MAX_ENTRIES {
            self.entries.push(entry);
        }
    }

    fn misfit(&mut self, line: u32, found: &str) {
        self.findings.add(line, FindingKind::UnknownEntry { found: quote(found) });
    }

    fn table(&mut self, table: &Table, context: &Context<'_>) {
        self.path.retain(|(depth, _)| *depth < BELOW_HEADINGS);
        let columns = Columns::of(table, context);
        for (line, cells) in &table.rows {
            match columns.entry(cells) {
                Some(entry) => {
                    let section = self.section();
                    self.push(Entry { line: *line, section, ..entry });
                }
                None => {
                    let texts: Vec<&str> = cells.iter().map(|cell| cell.text.as_str()).collect();
                    self.misfit(*line, &texts.join(" | "));
                }
            }
        }
    }
}

/// Which columns of a table hold names and publishers.
struct Columns {
    name: usize,
    publisher: Option<usize>,
}

impl Columns {
    /// The column whose head the lexicon knows; otherwise names stand first, and the publisher in
    /// the only other column of plain text.
    fn of(table: &Table, context: &Context<'_>) -> Self {
        let named = |question: &str| named_column(table, question, context);
        let width = table.rows.iter().map(|(_, cells)| cells.len()).max().unwrap_or(0).min(50);
        let mut texts = (0..width).filter(|at| is_text_column(table, *at));
        let name = named("app_name").or_else(|| texts.next()).unwrap_or(0);
        let mut others = (0..width).filter(|at| *at != name && is_text_column(table, *at));
        let only = others.next().filter(|_| others.next().is_none());
        Self { name, publisher: named("partner_company_name").or(only) }
    }

    /// The entry of a row: it has a name, and a link, an id or a publisher.
    fn entry(&self, cells: &[Cell]) -> Option<Entry> {
        let text = |at: usize| cells.get(at).map(|cell| cell.text.clone());
        let name = text(self.name).filter(|name| !name.is_empty())?;
        let publisher = self.publisher.filter(|at| *at != self.name).and_then(text);
        let publisher = publisher.filter(|text| !text.is_empty());
        let link = |page: fn(&str) -> bool| {
            cells.iter().filter_map(|c| c.link.as_deref()).find(|link| page(link))
        };
        let target =
            link(super::is_page).or_else(|| link(super::is_store)).or_else(|| link(|_| true));
        let registration = cells.iter().find_map(super::registration);
        let app_id = cells.iter().find_map(|cell| app_id(cell));
        if target.is_none() && registration.is_none() && app_id.is_none() && publisher.is_none() {
            return None;
        }
        let taken = |at: usize, cell: &Cell| {
            at == self.name
                || Some(at) == self.publisher
                || cell.text.is_empty()
                || find_app_id(&cell.text)
                    .is_some_and(|id| id.len() == cell.text.len() && Some(id) == registration)
                || app_id == Some(cell.text.as_str())
        };
        let others = cells.iter().enumerate().filter(|(at, cell)| !taken(*at, cell));
        Some(Entry {
            line: 0,
            name,
            target: target.map(str::to_owned),
            app_id: app_id.map(str::to_owned),
            registration: registration.map(str::to_ascii_lowercase),
            publisher,
            section: Vec::new(),
            other: others.map(|(_, cell)| cell.text.clone()).collect(),
        })
    }
}

/// The column whose head names a question better than any other column.
fn named_column(table: &Table, question: &str, context: &Context<'_>) -> Option<usize> {
    let number = context.questionnaire.number(question)?;
    let scores = table.head.iter().take(50).enumerate().map(|(at, cell)| {
        let scores = context.lexicon.labels.scores(&Label::new(&cell.text));
        (scores.get(number).copied().unwrap_or(0), at)
    });
    scores
        .filter(|(score, _)| *score > 0)
        .max_by_key(|(score, at)| (*score, std::cmp::Reverse(*at)))
        .map(|(_, at)| at)
}

/// Whether most cells of a column that are not blank hold words: neither picture nor id.
fn is_text_column(table: &Table, at: usize) -> bool {
    let cells = || table.rows.iter().filter_map(|(_, cells)| cells.get(at));
    let filled = cells().filter(|cell| !cell.text.is_empty());
    let words = |cell: &&Cell| {
        let picture = cell.text.starts_with('!') && cell.link.is_some();
        let address = cell.text.contains("://");
        !picture
            && !address
            && find_app_id(&cell.text).is_none()
            && app_id(cell).is_none_or(|id| id != cell.text)
    };
    // A column of links with the same text, such as "Details", names nothing.
    let mut texts = cells().filter(|cell| cell.link.is_some()).map(|cell| cell.text.as_str());
    let first = texts.next();
    let same = first.is_some()
        && table.rows.len() > 1
        && texts.clone().count() > 0
        && texts.all(|text| Some(text) == first);
    let (count, all) =
        (cells().filter(words).filter(|cell| !cell.text.is_empty()).count(), filled.count());
    !same && all > 0 && count * 2 > all
}

/// The id in the store: `WA` with digits as the text, or the end of a link to the store.
fn app_id(cell: &Cell) -> Option<&str> {
    let text = cell.text.as_str();
    let digits = text.strip_prefix("WA").filter(|rest| !rest.is_empty());
    if digits.is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit())) {
        return Some(text);
    }
    cell.link.as_deref().and_then(store_id)
}

/// The last part of the path of a link to AppSource.
fn store_id(link: &str) -> Option<&str> {
    let (_, behind) = link.split_once("appsource.microsoft.com/")?;
    let path = behind.split(['?', '#']).next()?.trim_end_matches('/');
    path.rsplit('/').next().filter(|id| !id.is_empty())
}
