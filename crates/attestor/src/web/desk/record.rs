//! The record: who did what, when, with digests; of one case or of everything.
//!
//! `line`: from an entry to words. `shared`: what a worker is shown of a case.
//! `files`: the same to take along.

mod files;
mod line;
mod shared;

use askama::Template;
use attestor_core::day::Day;
use attestor_core::desk::file::CaseFile;
use attestor_core::desk::role::Right;
use axum::extract::Path;

use super::frame::Frame;
use super::special::{Here, Room, frame};
use super::visit::DeskVisit;
use crate::phrases::Arg;
use crate::store::desk::CASE;
use crate::store::record::{Entry, RecordFilter};
use crate::web::access::{Need, Routes};
use crate::web::address;
use crate::web::shape::Mark;
use crate::web::visit::{Refusal, Reply};

/// How many entries a page has.
const PAGE: i64 = 50;

/// The addresses of this room.
pub(super) fn routes() -> Routes {
    let (all, case) = (Need::Right(Right::RecordRead), Need::Case(Right::CaseRead));
    Routes::new()
        .get("/desk/record", all, show)
        .get("/desk/record.csv", all, files::csv)
        .get("/desk/record.jsonl", all, files::json_lines)
        .get("/desk/cases/{case}/record", case, show_case)
        .get("/desk/cases/{case}/record.csv", case, files::case_csv)
        .get("/desk/cases/{case}/record.jsonl", case, files::case_json_lines)
}

#[derive(Template)]
#[template(path = "web/desk/record.html")]
struct Record<'v> {
    frame: Frame<'v>,
    room: Option<Room>,
    here: String,
    wish: Wish,
    chain: String,
    mark: Mark,
    lines: Vec<line::Line>,
    next: Option<String>,
    downloads: String,
}

/// What is sought, as it was typed.
#[derive(Debug, Clone, Default)]
struct Wish {
    actor: String,
    kind: String,
    from: String,
    until: String,
    text: String,
}

impl Wish {
    fn of(visit: &DeskVisit) -> Self {
        let typed = |name: &str| {
            visit.query.get(name).map_or_else(String::new, |text| text.trim().to_owned())
        };
        Self {
            actor: typed("actor"),
            kind: typed("kind"),
            from: typed("from"),
            until: typed("until"),
            text: typed("q"),
        }
    }

    /// The same as a filter; days that are none do not count.
    fn filter(&self, case: Option<&str>) -> RecordFilter {
        let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let midnight = |day: Day| format!("{day}T00:00:00Z");
        RecordFilter {
            subject: case.map(|_| CASE.to_owned()),
            subject_id: case.map(str::to_owned),
            actor: some(&self.actor),
            kind: some(&self.kind.replace('-', "_")),
            from: Day::parse(&self.from).map(midnight),
            until: Day::parse(&self.until).map(|day| midnight(day.plus_days(1))),
            text: some(&self.text),
            before: None,
        }
    }

    /// The query that seeks the same, from a place on.
    fn query(&self, before: Option<i64>) -> String {
        let before = before.map_or_else(String::new, |before| before.to_string());
        let all = [
            ("actor", self.actor.as_str()),
            ("kind", &self.kind),
            ("from", &self.from),
            ("until", &self.until),
            ("q", &self.text),
            ("before", &before),
        ];
        address::query(all.into_iter().filter(|(_, value)| !value.is_empty()))
    }
}

/// Where the page before ended.
fn before(visit: &DeskVisit) -> Option<i64> {
    visit.query.get("before").and_then(|text| text.parse().ok())
}

async fn show(visit: DeskVisit) -> Reply {
    let title = visit.t("desk-record-title");
    let frame = visit.frame(title.clone()).with_way(&[], &title);
    page(&visit, None, frame, None).await
}

async fn show_case(visit: DeskVisit, Path(case): Path<String>) -> Reply {
    let file = visit.case(&case).await?;
    let args = [("app", Arg::from(&file.case.app.name))];
    let title = visit.phrases().text("desk-record-case-title", &args);
    let room = Room::new(&visit, &file, Here::Record);
    let frame = frame(&visit, &room, title);
    page(&visit, Some(&file), frame, Some(room)).await
}

async fn page(
    visit: &DeskVisit,
    file: Option<&CaseFile>,
    frame: Frame<'_>,
    room: Option<Room>,
) -> Reply {
    let wish = Wish::of(visit);
    let case = file.map(|file| file.id.as_str());
    let filter = RecordFilter { before: before(visit), ..wish.filter(case) };
    let entries = visit.desk().store().find_entries(&filter, PAGE).await?;
    let end = visit.desk().store().record_end().await?;
    let is_full = entries.len() >= usize::try_from(PAGE).unwrap_or_default();
    let next = entries.last().filter(|_| is_full).map(|last| wish.query(Some(last.entry_id)));
    let sound = is_sound(&entries);
    let here = room.as_ref().map_or_else(|| "/desk/record".to_owned(), |room| room.here.clone());
    let chain = chain(visit, file, entries.len(), end);
    let lines = line::lines(visit, file, &here, &entries).await?;
    visit.page(&Record {
        downloads: wish.query(None),
        mark: mark(visit, sound),
        frame,
        room,
        here,
        wish,
        chain,
        lines,
        next,
    })
}

/// Whether each entry has the digest that it must have, and names that of the entry before where
/// both are here.
fn is_sound(entries: &[Entry]) -> bool {
    let own = entries.iter().all(|it| it.expected_digest().to_string() == it.digest);
    let pairs = entries.iter().zip(entries.iter().skip(1));
    let linked = |(later, earlier): (&Entry, &Entry)| {
        later.entry_id != earlier.entry_id + 1 || later.previous == earlier.digest
    };
    own && pairs.into_iter().all(linked)
}

fn mark(visit: &DeskVisit, sound: bool) -> Mark {
    if sound {
        Mark::new("ok", "check", visit.t("desk-record-sound"))
    } else {
        Mark::new("bad", "alert", visit.t("desk-record-broken"))
    }
}

/// What the record is, and how far this page was checked.
fn chain(visit: &DeskVisit, file: Option<&CaseFile>, checked: usize, end: i64) -> String {
    let words = visit.phrases();
    let number = |count: i64| words.formats().number(count);
    let (key, last) = match file {
        Some(file) => ("desk-record-chain-case", i64::try_from(file.number).unwrap_or(i64::MAX)),
        None => ("desk-record-chain", end),
    };
    let last = number(last);
    words.text(key, &[("last", Arg::from(&last)), ("checked", Arg::from(checked))])
}

/// The entries that a worker may see, of those of a case.
fn visible<'e>(
    visit: &DeskVisit,
    file: Option<&CaseFile>,
    entries: &'e [Entry],
) -> Result<Vec<&'e Entry>, Refusal> {
    match file {
        None => Ok(entries.iter().collect()),
        Some(file) => shared::shown(&visit.worker, file, entries),
    }
}

#[cfg(test)]
mod tests;
