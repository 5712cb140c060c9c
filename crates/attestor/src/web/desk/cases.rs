//! All cases that the worker may see, and opening one.
//!
//! Read in this order: `wanted` (what a list shows, as its address says), `open` (a new case).

mod open;
mod wanted;

#[cfg(test)]
mod tests;

use askama::Template;
use attestor_core::day::Day;
use attestor_core::desk::role::{Relation, Right, grants};
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;
use tokio::task::spawn_blocking;

use self::wanted::{Choice, Wanted};
use super::frame::Frame;
use super::visit::DeskVisit;
use super::work::rows::{self, CaseLine, Names};
use crate::phrases::Arg;
use crate::store::desk::CaseRow;
use crate::web::access::{Need, Routes};
use crate::web::shape::{Figure, Link};
use crate::web::table::{Cell, Table, write_csv};
use crate::web::visit::{Refusal, Reply};

/// How many cases a page of the list has.
const ENTRIES: usize = 20;
/// The most cases of a download.
const MOST: i64 = 10_000;

/// The addresses of this room.
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/desk/cases", Need::Right(Right::CaseRead), list)
        .get("/desk/cases.csv", Need::Right(Right::CaseRead), csv)
        .get("/desk/cases/new", Need::Right(Right::CaseRead), open::show)
        .post("/desk/cases", Need::Right(Right::CaseRead), open::open)
}

#[derive(Template)]
#[template(path = "web/desk/cases.html")]
struct Page<'v> {
    frame: Frame<'v>,
    heading: String,
    name: String,
    stages: Vec<Choice>,
    moves: Vec<Choice>,
    analysts: Vec<Choice>,
    opens: Vec<Choice>,
    figures: Vec<Figure>,
    lines: Vec<CaseLine>,
    behind: Option<Link>,
    first: Option<Link>,
    csv: String,
    filtered: bool,
    may_open: bool,
}

/// The list: rows, counts and names, four statements at most.
async fn list(visit: DeskVisit) -> Reply {
    let wanted = Wanted::read(&visit)?;
    let store = visit.desk().store();
    let limit = i64::try_from(ENTRIES + 1).unwrap_or(i64::MAX);
    let mut rows = store.cases(&wanted.filter, limit).await?;
    let more = rows.len() > ENTRIES;
    rows.truncate(ENTRIES);
    let names = Names::read(&visit).await?;
    let figures = figures(&visit, &wanted).await?;
    let behind = rows.last().filter(|_| more).map(|row| Link {
        address: format!("/desk/cases{}", wanted.behind(row)),
        text: visit.t("web-next"),
    });
    let first = wanted.filter.after.is_some().then(|| Link {
        address: format!("/desk/cases{}", wanted.query()),
        text: visit.t("desk-cases-first"),
    });
    let page = Page {
        frame: visit.frame(visit.t("desk-nav-cases")),
        heading: visit.t(if visit.worker.is_staff() { "desk-cases-all" } else { "desk-cases-own" }),
        name: wanted.name.clone(),
        stages: wanted.stages(&visit),
        moves: wanted.moves(&visit),
        analysts: wanted.analysts(&visit, &names),
        opens: wanted.opens(&visit),
        figures,
        lines: rows.iter().map(|row| rows::line(&visit, &names, row)).collect(),
        behind,
        first,
        csv: format!("/desk/cases.csv{}", wanted.query()),
        filtered: !wanted.query().is_empty(),
        may_open: may_open(&visit),
    };
    visit.page(&page)
}

/// Whether the worker opens cases.
fn may_open(visit: &DeskVisit) -> bool {
    let may = |right| grants(visit.worker.role, right, Relation::None);
    may(Right::CaseHandIn) || may(Right::CaseReview)
}

/// How many open cases wait for whom. One statement.
async fn figures(visit: &DeskVisit, wanted: &Wanted) -> Result<Vec<Figure>, Refusal> {
    let organization = wanted.filter.organization.as_deref();
    let counts = visit.desk().store().case_counts(organization).await?;
    let sum = |party: &str| {
        let own = counts.iter().filter(|it| party.is_empty() || it.whose_move == party);
        own.map(|it| it.cases).sum::<i64>()
    };
    let figure = |party: &str, key: &str| Figure {
        name: visit.t(key),
        value: sum(party).to_string(),
        more: String::new(),
        address: match party {
            "" => "/desk/cases".to_owned(),
            party => format!("/desk/cases?move={party}"),
        },
    };
    Ok(vec![
        figure("", "desk-cases-open-count"),
        figure("publisher", "desk-cases-at-publisher"),
        figure("analyst", "desk-cases-at-analyst"),
    ])
}

/// The list as a table to take along.
async fn csv(visit: DeskVisit) -> Reply {
    let wanted = Wanted::read(&visit)?;
    let rows = visit.desk().store().cases(&wanted.filter, MOST).await?;
    let names = Names::read(&visit).await?;
    let table = table(&visit, &names, &rows);
    let written = spawn_blocking(move || write_csv(&table)).await;
    let failed = |words: String| Refusal::Failed(words.into());
    let bytes = written.map_err(|error| failed(error.to_string()))?.map_err(failed)?;
    let name = format!("attachment; filename=\"attestor-cases-{}.csv\"", visit.today);
    let name = HeaderValue::from_str(&name).map_err(|error| failed(error.to_string()))?;
    let kind = HeaderValue::from_static("text/csv; charset=utf-8; header=present");
    let keep = HeaderValue::from_static("no-store");
    let fields = [
        (header::CONTENT_TYPE, kind),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, keep),
    ];
    Ok((fields, bytes).into_response())
}

/// The titles of the columns, by key.
const TITLES: [&str; 10] = [
    "desk-cases-column-case",
    "desk-cases-column-app",
    "desk-cases-column-app-id",
    "desk-cases-column-publisher",
    "desk-cases-stage",
    "desk-cases-move",
    "desk-party-analyst",
    "desk-cases-column-due",
    "desk-load-waiting",
    "desk-cases-column-edition",
];

fn table(visit: &DeskVisit, names: &Names, rows: &[CaseRow]) -> Table {
    let row = |row: &CaseRow| {
        let line = rows::line(visit, names, row);
        let count = usize::try_from(row.waiting).unwrap_or(0);
        let edition = [("title", Arg::from(&row.framework)), ("edition", Arg::from(&row.edition))];
        vec![
            Cell::Text(row.case_id.clone()),
            Cell::Text(line.app),
            Cell::Text(line.app_id),
            Cell::Text(line.organization),
            Cell::Text(line.stage.text),
            Cell::Text(line.party),
            Cell::Text(line.analyst),
            Cell::Day(row.due_on.as_deref().and_then(Day::parse)),
            Cell::Count(count),
            Cell::Text(visit.phrases().text("desk-case-edition", &edition)),
        ]
    };
    Table {
        titles: TITLES.iter().map(|key| visit.t(key)).collect(),
        rows: rows.iter().map(row).collect(),
    }
}
