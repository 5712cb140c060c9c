//! The statement of applicability: every control, in or out, and why.

use askama::Template;
use attestor_core::desk::applicability::{Row as Stated, rows};
use attestor_core::framework::Framework;
use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;

use crate::phrases::Arg;
use crate::web::desk::frame::Frame;
use crate::web::desk::refused::NotDone;
use crate::web::desk::special::{Here, Room, frame, framework_title, plain, told, yes_no};
use crate::web::desk::visit::DeskVisit;
use crate::web::shape::Mark;
use crate::web::table::{Cell, Form, Table};
use crate::web::visit::{Refusal, Reply};

/// The titles of the columns, by key.
const TITLES: [&str; 8] = [
    "desk-soa-domain",
    "desk-soa-family",
    "desk-soa-control",
    "desk-soa-title",
    "desk-soa-applies",
    "desk-soa-why",
    "desk-soa-status",
    "desk-soa-references",
];

#[derive(Template)]
#[template(path = "web/desk/applicability.html")]
struct Applicability<'v> {
    frame: Frame<'v>,
    room: Room,
    not_done: Option<NotDone>,
    rows: Vec<Line>,
}

/// A control.
struct Line {
    domain: String,
    family: String,
    control: String,
    title: String,
    applies: bool,
    mark: Mark,
    why: String,
    status: String,
    references: String,
}

/// Shows the statement as a page.
pub(super) async fn show(visit: DeskVisit, Path(case): Path<String>) -> Reply {
    let (room, lines, title) = statement(&visit, &case).await?;
    visit.page(&Applicability { frame: title, not_done: None, rows: lines, room })
}

async fn statement<'v>(
    visit: &'v DeskVisit,
    case: &str,
) -> Result<(Room, Vec<Line>, Frame<'v>), Refusal> {
    let file = visit.case(case).await?;
    let rules = visit.desk().rules(&file)?;
    let assessment = rules.assess(&file, visit.today);
    let stated = rows(rules.program, &file, &assessment);
    let lines: Vec<Line> = stated.iter().map(|row| line(visit, rules.program, row)).collect();
    let inside = lines.iter().filter(|it| it.applies).count();
    let args = [("inside", Arg::from(inside)), ("all", Arg::from(lines.len()))];
    let title = visit.phrases().text("desk-soa-fact", &args);
    let room = Room::new(visit, &file, Here::External);
    let frame = frame(visit, &room, title);
    Ok((room, lines, frame))
}

fn line(visit: &DeskVisit, program: &Framework, row: &Stated<'_>) -> Line {
    let condition = |id: &&attestor_core::id::Id| {
        program.condition(id).map_or_else(|| id.to_string(), |it| it.text.clone())
    };
    let mut why: Vec<String> =
        row.why.iter().map(|reason| plain(&told(visit, program, reason))).collect();
    if why.is_empty() {
        why.extend(row.conditions.iter().map(condition));
    }
    if why.is_empty() {
        why.push(visit.t("desk-soa-everybody"));
    }
    let reference = |(framework, items): &(&attestor_core::id::Id, Vec<&attestor_core::id::Id>)| {
        let items: Vec<&str> = items.iter().map(|item| item.as_str()).collect();
        format!("{}: {}", framework_title(program, framework), items.join(", "))
    };
    Line {
        domain: row.domain.to_owned(),
        family: row.family.to_owned(),
        control: row.control.to_string(),
        title: row.title.to_owned(),
        applies: row.applies,
        mark: yes_no(visit, row.applies),
        why: why.join(" "),
        status: visit.t(&format!("desk-soa-status-{}", row.status.as_str().replace('_', "-"))),
        references: row.external.iter().map(reference).collect::<Vec<_>>().join("; "),
    }
}

fn titles(visit: &DeskVisit) -> Vec<String> {
    TITLES.iter().map(|key| visit.t(key)).collect()
}

/// Sends the statement as comma-separated values.
pub(super) async fn csv(visit: DeskVisit, Path(case): Path<String>) -> Reply {
    send(&visit, &case, Form::Csv).await
}

/// Sends the statement as a workbook.
pub(super) async fn xlsx(visit: DeskVisit, Path(case): Path<String>) -> Reply {
    send(&visit, &case, Form::Xlsx).await
}

async fn send(visit: &DeskVisit, case: &str, form: Form) -> Reply {
    let (_, lines, _) = statement(visit, case).await?;
    let table = Table {
        titles: titles(visit),
        rows: lines.into_iter().map(|line| cells(visit, line)).collect(),
    };
    let bytes = table.bytes(form, visit.today).await?;
    Ok(download(visit, "statement-of-applicability", form, bytes))
}

/// A file to take along, with the day in its name.
pub(in crate::web::desk) fn download(
    visit: &DeskVisit,
    name: &str,
    form: Form,
    bytes: Vec<u8>,
) -> axum::response::Response {
    let name = format!("attachment; filename=\"{name}-{}.{}\"", visit.today, form.ending());
    let mut answer = ([(header::CONTENT_TYPE, form.media_type())], bytes).into_response();
    if let Ok(name) = HeaderValue::from_str(&name) {
        answer.headers_mut().insert(header::CONTENT_DISPOSITION, name);
    }
    answer
}

fn cells(visit: &DeskVisit, line: Line) -> Vec<Cell> {
    let applies = visit.t(if line.applies { "desk-soa-in" } else { "desk-soa-out" });
    [
        line.domain,
        line.family,
        line.control,
        line.title,
        applies,
        line.why,
        line.status,
        line.references,
    ]
    .map(Cell::Text)
    .to_vec()
}
