//! Conversations about a part of a case: shown in the page that they are about, sent from there.
//!
//! Read in this order:
//! - [`Threads`]: what the template `desk/threads.html` shows; pages put it into their own.
//! - `view`: from threads of a case to final texts. Then what is sent: [`say`], [`resolve`].
//!
//! Words never collide with what others do meanwhile, so that they are sent whatever happened since.

mod view;

use askama::Template;
use attestor_core::desk::act::{Act, Said};
use attestor_core::desk::role::Right;
use attestor_core::desk::thread::Visibility;
use attestor_core::id::Id;
use axum::extract::Path;
use axum::http::StatusCode;

use self::view::{Elsewhere, elsewhere};
pub(in crate::web) use self::view::{Moment, Threads, cut};
use super::form::Typed;
use super::frame::Frame;
use super::nav::{CaseNav, Here};
use super::refused::NotDone;
use super::visit::DeskVisit;
use crate::actions::desk::Refused;
use crate::phrases::Arg;
use crate::web::access::{Need, Routes};
use crate::web::visit::Reply;

/// How often words are sent again when others act at the same moment.
const TRIES: usize = 4;

/// The addresses of this room.
pub(super) fn routes() -> Routes {
    let need = Need::Case(Right::CaseRead);
    Routes::new()
        .get("/desk/cases/{case}/threads", need, show)
        .post("/desk/cases/{case}/threads", need, say)
        .post("/desk/cases/{case}/threads/{thread}/resolve", need, resolve)
        .post("/desk/cases/{case}/threads/{thread}/reopen", need, reopen)
}

/// All conversations of a case.
#[derive(Template)]
#[template(path = "web/desk/threads_all.html")]
struct All<'v> {
    frame: Frame<'v>,
    nav: CaseNav,
    /// Those about the case as a whole.
    threads: Threads,
    /// Where others go on or ended.
    others: Vec<Elsewhere>,
}

/// Words that were not sent, with all that was typed.
#[derive(Template)]
#[template(path = "web/desk/threads_back.html")]
struct Back<'v> {
    frame: Frame<'v>,
    not_done: Option<NotDone>,
    /// Where the form leads.
    action: String,
    /// The page that the words are about.
    place: String,
    typed: Typed,
    may_keep_internal: bool,
}

/// Where words go by the button that was pressed.
fn visibility(to: &str) -> Visibility {
    if to.ends_with("internal") { Visibility::Internal } else { Visibility::Shared }
}

/// What was typed as an act; `None` where an id has not the form of one.
fn said(typed: &Typed) -> Option<Act> {
    let id = |name: &str| match typed.get(name) {
        "" => Some(None),
        text => Id::parse(text).map(Some),
    };
    let to = typed.get("to");
    let said = Said {
        about: typed.get("about").to_owned(),
        item: id("item")?,
        thread: id("thread")?,
        visibility: visibility(to),
        words: typed.get("words").replace("\r\n", "\n"),
    };
    Some(if to.starts_with("draft") { Act::Draft { said } } else { Act::Say { said } })
}

/// The page that words are about, at its conversations.
fn place(case: &str, typed: &Typed) -> String {
    let about = typed.get("about");
    let base = format!("/desk/cases/{case}");
    match about.strip_prefix("control:").and_then(Id::parse) {
        Some(control) if typed.is_ticked("review") => format!("{base}/review/{control}#threads"),
        Some(control) => format!("{base}/controls/{control}#threads"),
        None if about == "case" || !about.bytes().all(|byte| byte.is_ascii_lowercase()) => {
            format!("{base}/threads#threads")
        }
        None => format!("{base}/{about}#threads"),
    }
}

/// Does an act that does not depend on what others did meanwhile.
pub(super) async fn act_anyway(visit: &DeskVisit, case: &str, act: Act) -> Result<u64, Refused> {
    let mut tries = 1;
    loop {
        match visit.act(case, None, act.clone()).await {
            Err(Refused::Conflict { .. }) if tries < TRIES => tries += 1,
            done => return done.map(|file| file.number),
        }
    }
}

/// Shows all conversations of a case: those about the whole, and where the others are.
async fn show(visit: DeskVisit, Path(case): Path<String>) -> Reply {
    let file = visit.case(&case).await?;
    let others = elsewhere(&visit, &file);
    let open: usize = others.iter().map(|it| it.open).sum();
    let threads = Threads::about(&visit, &file, "case");
    let count = [("count", Arg::from(open + threads.open.len()))];
    let nav = CaseNav::new(&visit, &file, Here::Threads);
    let here = visit.t("desk-room-threads");
    let frame = visit.frame(visit.phrases().text("desk-threads-title", &count));
    visit.page(&All { frame: frame.with_way(&nav.way, &here), nav, threads, others })
}

async fn say(visit: DeskVisit, Path(case): Path<String>, typed: Typed) -> Reply {
    let Some(act) = said(&typed) else {
        let fault = NotDone::fault(visit.phrases(), "desk-fault-id");
        return back(&visit, &case, typed, fault);
    };
    let key = match &act {
        Act::Draft { .. } => "desk-done-words-kept",
        Act::Say { said } if said.visibility == Visibility::Internal => "desk-done-noted",
        _ => "desk-done-said",
    };
    match act_anyway(&visit, &case, act).await {
        Ok(_) => visit.done(&place(&case, &typed), key),
        Err(refused) => {
            let not_done = NotDone::of(refused, visit.phrases())?;
            back(&visit, &case, typed, not_done)
        }
    }
}

async fn resolve(visit: DeskVisit, path: Path<(String, String)>, typed: Typed) -> Reply {
    turn(visit, path, typed, ("desk-done-resolved", |thread| Act::Resolve { thread })).await
}

async fn reopen(visit: DeskVisit, path: Path<(String, String)>, typed: Typed) -> Reply {
    turn(visit, path, typed, ("desk-done-reopened", |thread| Act::Reopen { thread })).await
}

/// Ends a thread or takes it up again; one that is already so needs nothing.
async fn turn(
    visit: DeskVisit,
    Path((case, thread)): Path<(String, String)>,
    typed: Typed,
    (key, act): (&str, fn(Id) -> Act),
) -> Reply {
    let Some(thread) = Id::parse(&thread) else {
        return back(&visit, &case, typed, NotDone::fault(visit.phrases(), "desk-fault-id"));
    };
    let so = attestor_core::desk::refusal::Rule::AlreadySo;
    match act_anyway(&visit, &case, act(thread)).await {
        Ok(_) => visit.done(&place(&case, &typed), key),
        Err(Refused::Rule(refusal)) if refusal.rule == so => visit.done(&place(&case, &typed), key),
        Err(refused) => {
            let not_done = NotDone::of(refused, visit.phrases())?;
            back(&visit, &case, typed, not_done)
        }
    }
}

fn back(visit: &DeskVisit, case: &str, typed: Typed, not_done: NotDone) -> Reply {
    let status: StatusCode = not_done.status;
    let page = Back {
        frame: visit.frame(visit.t("desk-words-not-sent")),
        not_done: Some(not_done),
        action: format!("/desk/cases/{case}/threads"),
        place: place(case, &typed),
        may_keep_internal: visit.worker.is_staff(),
        typed,
    };
    visit.page_with(status, &page)
}
