//! The versions of the own portal: which there were, and how one differs from another.

use askama::Template;
use attestor_core::trust::change::fields::differences;
use attestor_core::trust::model::Trust;
use axum::extract::Path;
use axum::http::StatusCode;

use super::draft::{Changed, changed, left_out};
use super::{publisher, refused};
use crate::phrases::Arg;
use crate::store::trust::VersionLine;
use crate::web::desk_frame::DeskFrame;
use crate::web::seat::Seat;
use crate::web::visit::{Refusal, Reply};

/// How many versions a page lists.
const PAGE: usize = 50;

#[derive(Template)]
#[template(path = "web/offerings/versions.html")]
struct List<'s> {
    frame: DeskFrame<'s>,
    lines: Vec<Line>,
    next: String,
}

/// A version in the list.
struct Line {
    number: i64,
    state: String,
    source: String,
    made: String,
    made_by: String,
    published: String,
    published_by: String,
    accepted: bool,
}

#[derive(Template)]
#[template(path = "web/offerings/version.html")]
struct Page<'s> {
    frame: DeskFrame<'s>,
    line: Line,
    digest: String,
    base: String,
    pages: Vec<Download>,
    against: String,
    changes: Vec<Changed>,
    left_out: String,
    others: Vec<i64>,
}

/// A file to take along.
struct Download {
    address: String,
    text: String,
}

fn line(frame: &DeskFrame<'_>, row: &VersionLine) -> Line {
    Line {
        number: row.number,
        state: frame.t(&format!("offerings-state-{}", row.state)),
        source: row.source.clone(),
        made: frame.time(&row.made_at),
        made_by: row.made_by.clone(),
        published: row.published_at.as_deref().map(|at| frame.time(at)).unwrap_or_default(),
        published_by: row.published_by.clone().unwrap_or_default(),
        accepted: row.accepted.is_some(),
    }
}

/// The list, the newest first.
pub(super) async fn list(seat: Seat) -> Reply {
    let who = publisher(seat.caller()?)?;
    let before: i64 = seat.asked("before").parse().unwrap_or(i64::MAX);
    let most = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let store = seat.site.portals.store();
    let mut rows = store.version_lines(who.organization, (before, most)).await?;
    let has_more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let last = rows.last().filter(|_| has_more).map(|it| it.number);
    let next = last.map_or_else(String::new, |last| format!("/offerings/versions?before={last}"));
    let frame = frame(&seat, "offerings-versions-title", None);
    let lines = rows.iter().map(|row| line(&frame, row)).collect();
    seat.page(StatusCode::OK, &List { lines, next, frame })
}

fn frame<'s>(seat: &'s Seat, key: &str, number: Option<i64>) -> DeskFrame<'s> {
    let word = |key: &str| seat.phrases().word(key);
    let mut way = vec![("/offerings".to_owned(), word("offerings-title"))];
    let title = match number {
        Some(number) => {
            way.push(("/offerings/versions".to_owned(), word("offerings-versions-title")));
            seat.phrases().text(key, &[("number", Arg::from(number))])
        }
        None => word(key),
    };
    DeskFrame::new(seat, title.clone()).with_way(&way, &title)
}

/// One version beside another: the one that the query names, or the one that was published before.
pub(super) async fn show(seat: Seat, Path(number): Path<i64>) -> Reply {
    let who = publisher(seat.caller()?)?;
    let portals = &seat.site.portals;
    let row = portals.version(who.organization, number).await.map_err(refused)?;
    let rows = portals.store().version_lines(who.organization, (i64::MAX, 200)).await?;
    let own = rows.iter().find(|it| it.number == number).ok_or(Refusal::NotFound)?;
    let trust = portals.trust_of(&row)?;
    let before = rows.iter().find(|it| it.number < number && it.published_at.is_some());
    let other = seat.asked("against").parse().ok().or(before.map(|it| it.number));
    let old = match other {
        Some(other) => {
            let row = portals.version(who.organization, other).await.map_err(refused)?;
            portals.trust_of(&row)?
        }
        None => Trust::default(),
    };
    let all = differences(&old, &trust);
    let frame = frame(&seat, "offerings-version-title", Some(number));
    let against = match other {
        Some(other) => frame.text("offerings-against", &[("number", Arg::from(other))]),
        None => frame.t("offerings-against-nothing"),
    };
    let base = format!("/offerings/versions/{number}");
    let page = |it: &attestor_core::trust::page::layout::Layout| Download {
        address: format!("{base}/{}.md", it.id.value),
        text: format!("{} ({})", it.offering.value, it.locale),
    };
    seat.page(
        StatusCode::OK,
        &Page {
            line: line(&frame, own),
            digest: own.digest.clone(),
            pages: trust.pages.iter().map(page).collect(),
            base,
            against,
            left_out: left_out(&frame, all.len()),
            changes: changed(&frame, all),
            others: rows.iter().map(|it| it.number).filter(|it| *it != number).collect(),
            frame,
        },
    )
}
