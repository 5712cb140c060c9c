//! My work: whose move it is, by due date; for leads, who has how much.
//!
//! Read in this order: `rows` (cases as lines of a list), `load` (what leads look at).

pub(super) mod load;
pub(super) mod rows;

#[cfg(test)]
mod tests;

use askama::Template;
use attestor_core::desk::role::{Relation, Right, grants};
use attestor_core::party::Party;

use self::load::Load;
use self::rows::{CaseLine, Names};
use super::frame::Frame;
use super::visit::DeskVisit;
use crate::phrases::Arg;
use crate::store::desk::{CaseFilter, CaseRow};
use crate::web::access::{Need, Routes};
use crate::web::shape::Link;
use crate::web::visit::{Refusal, Reply};

/// How many cases a part of the page shows.
const SHOWN: i64 = 20;

/// The addresses of this room.
pub(super) fn routes() -> Routes {
    Routes::new().get("/desk", Need::Right(Right::CaseRead), show)
}

#[derive(Template)]
#[template(path = "web/desk/work.html")]
struct Page<'v> {
    frame: Frame<'v>,
    heading: String,
    empty: String,
    parts: Vec<Part>,
    load: Option<Load>,
    new: Option<Link>,
}

/// Cases that wait alike.
struct Part {
    id: &'static str,
    heading: String,
    count: String,
    lines: Vec<CaseLine>,
    more: Option<Link>,
}

async fn show(visit: DeskVisit) -> Reply {
    let names = Names::read(&visit).await?;
    let staff = visit.worker.is_staff();
    let parts =
        if staff { of_staff(&visit, &names).await? } else { of_own(&visit, &names).await? };
    let own = parts.first().map_or(0, |part| part.lines.len());
    let heading = if own == 0 {
        visit.t("desk-work-nothing")
    } else {
        visit.phrases().text("desk-work-heading", &[("count", Arg::from(own))])
    };
    let may = |right| grants(visit.worker.role, right, Relation::None);
    let load = if may(Right::CaseLead) { Some(load::load(&visit, &names).await?) } else { None };
    let new = may(Right::CaseHandIn) || may(Right::CaseReview);
    let page = Page {
        empty: empty(&visit, &parts),
        parts: parts.into_iter().filter(|part| !part.lines.is_empty()).collect(),
        frame: visit.frame(visit.t("desk-work-title")),
        heading,
        load,
        new: new.then(|| Link {
            address: "/desk/cases/new".to_owned(),
            text: visit.t("desk-cases-open"),
        }),
    };
    visit.page(&page)
}

/// What stands in the place of an empty first part: the next deadline of all, where there is one.
fn empty(visit: &DeskVisit, parts: &[Part]) -> String {
    if parts.first().is_some_and(|part| !part.lines.is_empty()) {
        return String::new();
    }
    let lines = parts.iter().flat_map(|part| &part.lines);
    let next = lines.filter_map(|line| line.due.as_ref()).min_by_key(|date| date.iso.clone());
    match next {
        Some(date) => visit.phrases().text("desk-work-next", &[("day", Arg::from(&date.text))]),
        None => visit.t("desk-work-no-deadline"),
    }
}

/// For a publisher: where it is their move, then where they wait. Two statements.
async fn of_own(visit: &DeskVisit, names: &Names) -> Result<Vec<Part>, Refusal> {
    let filter = |party: Party| CaseFilter {
        organization: Some(visit.worker.organization.clone()),
        whose_move: Some(party.to_string()),
        open: Some(true),
        ..CaseFilter::default()
    };
    let own = read(visit, &filter(Party::Publisher)).await?;
    let theirs = read(visit, &filter(Party::Analyst)).await?;
    Ok(vec![
        part(visit, names, ("own", "desk-work-own"), own, "move=publisher"),
        part(visit, names, ("waits", "desk-work-waits"), theirs, "move=analyst"),
    ])
}

/// For the certification body: own cases, cases of nobody, and own ones that wait for the publisher.
/// Two statements.
async fn of_staff(visit: &DeskVisit, names: &Names) -> Result<Vec<Part>, Refusal> {
    let filter = |analyst: &str, party: Option<Party>| CaseFilter {
        analyst: Some(analyst.to_owned()),
        whose_move: party.map(|party| party.to_string()),
        open: Some(true),
        ..CaseFilter::default()
    };
    let me = visit.worker.account.clone();
    let own = read(visit, &filter(&me, None)).await?;
    let (own, waits): (Vec<_>, Vec<_>) =
        own.into_iter().partition(|row| row.whose_move == Party::Analyst.as_str());
    let nobodys = read(visit, &filter("", None)).await?;
    let mine = "analyst=mine&move=analyst";
    Ok(vec![
        part(visit, names, ("own", "desk-work-own"), own, mine),
        part(visit, names, ("free", "desk-work-free"), nobodys, "analyst=none"),
        part(
            visit,
            names,
            ("waits", "desk-work-waits-staff"),
            waits,
            "analyst=mine&move=publisher",
        ),
    ])
}

async fn read(visit: &DeskVisit, filter: &CaseFilter) -> Result<Vec<CaseRow>, Refusal> {
    Ok(visit.desk().store().cases(filter, SHOWN + 1).await?)
}

fn part(
    visit: &DeskVisit,
    names: &Names,
    (id, key): (&'static str, &str),
    mut rows: Vec<CaseRow>,
    query: &str,
) -> Part {
    let shown = usize::try_from(SHOWN).unwrap_or(usize::MAX);
    let more = (rows.len() > shown)
        .then(|| Link { address: format!("/desk/cases?{query}"), text: visit.t("desk-work-more") });
    rows.truncate(shown);
    Part {
        id,
        heading: visit.t(key),
        count: rows.len().to_string(),
        lines: rows.iter().map(|row| rows::line(visit, names, row)).collect(),
        more,
    }
}
