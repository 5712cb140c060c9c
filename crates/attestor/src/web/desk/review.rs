//! Review mode: one control a screen, with keys; what is said there is kept back and sent at once.
//!
//! Read in this order:
//! - `queue`: which controls, in which order. `kept`: what is kept back.
//! - [`show`]: where the queue begins, or that it is empty. [`screen`]: one control.
//! - [`judge`], [`send`], [`drop_one`]: what is done.

mod kept;
mod queue;

use askama::Template;
use attestor_core::desk::act::Act;
use attestor_core::desk::role::Right;
use attestor_core::id::Id;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};

use self::kept::{KeptView, kept};
use self::queue::Queue;
use super::controls::look::Look;
use super::controls::one::Whole;
use super::controls::verdict;
use super::form::Typed;
use super::frame::Frame;
use super::nav::{CaseNav, Here};
use super::refused::NotDone;
use super::threads::{Threads, act_anyway};
use super::visit::DeskVisit;
use crate::phrases::Arg;
use crate::web::access::{Need, Routes};
use crate::web::shape::Link;
use crate::web::visit::{Refusal, Reply};

/// The addresses of this room.
pub(super) fn routes() -> Routes {
    let need = Need::Case(Right::CaseReview);
    Routes::new()
        .get("/desk/cases/{case}/review", need, show)
        .post("/desk/cases/{case}/review/send", need, send)
        .post("/desk/cases/{case}/review/drop", need, drop_one)
        .get("/desk/cases/{case}/review/{control}", need, screen)
        .post("/desk/cases/{case}/review/{control}", need, judge)
}

/// The page without a control: the queue is empty, or something could not be sent.
#[derive(Template)]
#[template(path = "web/desk/review.html")]
struct Overview<'v> {
    frame: Frame<'v>,
    nav: CaseNav,
    not_done: Option<NotDone>,
    /// The first one that waits.
    first: Option<Link>,
    /// The rest of the queue.
    rest: Option<Link>,
    list: String,
    kept: KeptView,
}

/// One control a screen.
#[derive(Template)]
#[template(path = "web/desk/review_control.html")]
struct Screen<'v> {
    frame: Frame<'v>,
    nav: CaseNav,
    not_done: Option<NotDone>,
    whole: Whole,
    threads: Threads,
    /// The place in the queue, in words.
    place: String,
    before: Option<Link>,
    after: Option<Link>,
    /// Where verdicts are sent.
    action: String,
    /// The page of the control.
    control: String,
    kept: KeptView,
}

/// Leads to the first control that waits and on which nothing is kept back, or says that none does.
async fn show(visit: DeskVisit, Path(case): Path<String>) -> Reply {
    let file = visit.case(&case).await?;
    let look = Look::of(&visit, &file)?;
    let queue = Queue::of(&look);
    let asked = visit.query.contains_key("done") || visit.query.contains_key("all");
    match queue.next(&look, None) {
        Some(control) if !asked => {
            let place = look.address(&format!("/review/{control}"));
            Ok(Redirect::to(&place).into_response())
        }
        _ => visit.page(&overview(&look, &queue, None)),
    }
}

fn overview<'v>(look: &Look<'v>, queue: &Queue, not_done: Option<NotDone>) -> Overview<'v> {
    let visit = look.visit;
    let link = |control: &Id| Link {
        address: look.address(&format!("/review/{control}")),
        text: control.to_string(),
    };
    let count = queue.left(look);
    let waiting = look.phrases().text("desk-review-waiting", &[("count", Arg::from(count))]);
    let title = if count == 0 { visit.t("desk-review-empty") } else { waiting };
    let nav = CaseNav::new(visit, look.file, Here::Review);
    Overview {
        frame: visit.frame(title).with_way(&nav.way, &visit.t("desk-review")),
        nav,
        not_done,
        first: queue.next(look, None).map(link),
        rest: queue.rest().first().map(link),
        list: look.address("/controls"),
        kept: kept(look),
    }
}

/// One control.
async fn screen(visit: DeskVisit, Path((case, control)): Path<(String, String)>) -> Reply {
    let control = Id::parse(&control).ok_or(Refusal::NotFound)?;
    answer(&visit, &case, &control, (&Typed::default(), None)).await
}

async fn answer(
    visit: &DeskVisit,
    case: &str,
    control: &Id,
    (typed, not_done): (&Typed, Option<NotDone>),
) -> Reply {
    let file = visit.case(case).await?;
    let look = Look::of(visit, &file)?;
    let queue = Queue::of(&look);
    let whole = Whole::of(&look, control, typed).await.ok_or(Refusal::NotFound)?;
    let status = not_done.as_ref().map_or(StatusCode::OK, |it| it.status);
    let (before, after) = queue.beside(control);
    let link = |control: &Id| Link {
        address: look.address(&format!("/review/{control}")),
        text: control.to_string(),
    };
    let title = format!("{}: {}", whole.asks.id, whole.asks.title);
    let nav = CaseNav::new(visit, &file, Here::Review);
    let mut steps = nav.way.clone();
    steps.push((look.address("/review?all=1"), visit.t("desk-review")));
    let page = Screen {
        frame: visit.frame(title).with_way(&steps, control.as_str()),
        nav,
        not_done,
        place: queue.place(&look, control),
        before: before.map(link),
        after: after.map(link),
        action: look.address(&format!("/review/{control}")),
        control: look.address(&format!("/controls/{control}")),
        kept: kept(&look),
        threads: whole.threads.clone().in_review(),
        whole,
    };
    visit.page_with(status, &page)
}

/// Keeps a verdict back and leads to the next control that waits.
async fn judge(
    visit: DeskVisit,
    Path((case, control)): Path<(String, String)>,
    typed: Typed,
) -> Reply {
    let control = Id::parse(&control).ok_or(Refusal::NotFound)?;
    let file = visit.case(&case).await?;
    let not_done = match verdict::judged(&typed, &control) {
        Ok(judged) => {
            let act = Act::DraftVerdict { judged };
            match verdict::act_on(&visit, &file, (&control, typed.get("stand")), act).await {
                Ok(_) => return onward(&visit, &case, &control).await,
                Err(refused) => NotDone::of(refused, visit.phrases())?,
            }
        }
        Err(key) => NotDone::fault(visit.phrases(), key),
    };
    answer(&visit, &case, &control, (&typed, Some(not_done))).await
}

/// Leads to the next control that waits, or to what is kept back.
async fn onward(visit: &DeskVisit, case: &str, control: &Id) -> Reply {
    let file = visit.case(case).await?;
    let look = Look::of(visit, &file)?;
    let queue = Queue::of(&look);
    let next = queue.next(&look, Some(control));
    let place = next
        .map_or_else(|| look.address("/review"), |next| look.address(&format!("/review/{next}")));
    visit.done(&place, "desk-done-verdict-kept")
}

/// Sends everything that is kept back, at once.
async fn send(visit: DeskVisit, Path(case): Path<String>, typed: Typed) -> Reply {
    let refused = match visit.act(&case, typed.seen(), Act::SendReview {}).await {
        Ok(_) => {
            return visit.done(&format!("/desk/cases/{case}/review"), "desk-done-review-sent");
        }
        Err(refused) => refused,
    };
    let not_done = NotDone::of(refused, visit.phrases())?;
    overview_again(&visit, &case, not_done).await
}

/// Drops something that is kept back.
async fn drop_one(visit: DeskVisit, Path(case): Path<String>, typed: Typed) -> Reply {
    let not_done = match Id::parse(typed.get("draft")) {
        Some(draft) => match act_anyway(&visit, &case, Act::DropDraft { draft }).await {
            Ok(_) => return visit.done(&dropped_at(&case, &typed), "desk-done-dropped"),
            Err(refused) => NotDone::of(refused, visit.phrases())?,
        },
        None => NotDone::fault(visit.phrases(), "desk-fault-id"),
    };
    overview_again(&visit, &case, not_done).await
}

/// Where dropping leads back to: the page that it was done on.
fn dropped_at(case: &str, typed: &Typed) -> String {
    let base = format!("/desk/cases/{case}");
    match (Id::parse(typed.get("control")), typed.is_ticked("review")) {
        (Some(control), true) => format!("{base}/review/{control}"),
        (Some(control), false) => format!("{base}/controls/{control}"),
        (None, _) => format!("{base}/review?all=1"),
    }
}

async fn overview_again(visit: &DeskVisit, case: &str, not_done: NotDone) -> Reply {
    let file = visit.case(case).await?;
    let look = Look::of(visit, &file)?;
    let status = not_done.status;
    visit.page_with(status, &overview(&look, &Queue::of(&look), Some(not_done)))
}
