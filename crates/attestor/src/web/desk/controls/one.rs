//! One control: what it asks for, what was handed in, what is said of it, and what can be done.

use askama::Template;
use attestor_core::desk::act::FileRef;
use attestor_core::id::Id;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};

use super::list::missing;
use super::look::Look;
use super::marks;
use super::panel::{PublisherPanel, VerdictPanel};
use super::requirement::Requirement;
use super::sample::Sample;
use crate::phrases::Arg;
use crate::web::desk::evidence::offer::OfferForm;
use crate::web::desk::evidence::piece::{PieceView, pieces};
use crate::web::desk::form::Typed;
use crate::web::desk::frame::Frame;
use crate::web::desk::nav::{CaseNav, Here};
use crate::web::desk::refused::NotDone;
use crate::web::desk::threads::Threads;
use crate::web::desk::visit::DeskVisit;
use crate::web::desk::words::status_mark;
use crate::web::shape::{Link, Mark};
use crate::web::visit::{Refusal, Reply};

/// A control in full.
pub(in crate::web::desk) struct Whole {
    /// What it asks for.
    pub(in crate::web::desk) asks: Requirement,
    /// Where it stands.
    pub(in crate::web::desk) mark: Mark,
    /// Whose move it is; empty for nobody's.
    pub(in crate::web::desk) whose: String,
    /// How often it was handed in, in words; empty for never.
    pub(in crate::web::desk) rounds: String,
    /// The components that must be covered.
    pub(in crate::web::desk) sample: Option<Sample>,
    /// What was handed in, newest first.
    pub(in crate::web::desk) pieces: Vec<PieceView>,
    /// What was said of it.
    pub(in crate::web::desk) threads: Threads,
    /// The forms of an analyst.
    pub(in crate::web::desk) verdict: Option<VerdictPanel>,
}

impl Whole {
    /// A control as it stands; `None` for one that the edition does not have.
    pub(in crate::web::desk) async fn of(
        look: &Look<'_>,
        control: &Id,
        typed: &Typed,
    ) -> Option<Self> {
        let outcome = look.outcome(control)?;
        let status = look.status(outcome);
        let rounds = look.file.progress.get(control).map_or(0, |progress| progress.rounds);
        let rounds = (rounds > 0).then(|| {
            look.phrases().text("desk-rounds", &[("count", Arg::from(u64::from(rounds)))])
        });
        Some(Self {
            asks: Requirement::of(look, outcome),
            mark: status_mark(look.phrases(), status),
            whose: marks::whose_move(status, look.phrases()),
            rounds: rounds.unwrap_or_default(),
            sample: Sample::of(look, outcome),
            pieces: pieces(look, outcome).await,
            threads: Threads::about_control(look.visit, look.file, control),
            verdict: VerdictPanel::of(look, outcome, typed),
        })
    }
}

/// The page.
#[derive(Template)]
#[template(path = "web/desk/control.html")]
struct Page<'v> {
    frame: Frame<'v>,
    nav: CaseNav,
    not_done: Option<NotDone>,
    whole: Whole,
    publisher: Option<PublisherPanel>,
    offer: Option<OfferForm>,
    before: Option<Link>,
    after: Option<Link>,
    list: String,
    threads: Threads,
}

/// What was typed when a page comes back.
pub(in crate::web::desk) struct Again<'t> {
    /// What was typed.
    pub(in crate::web::desk) typed: &'t Typed,
    /// Why it was not done.
    pub(in crate::web::desk) not_done: Option<NotDone>,
    /// A file that was taken already.
    pub(in crate::web::desk) file: Option<FileRef>,
}

/// Shows a control.
pub(super) async fn show(visit: DeskVisit, Path((case, control)): Path<(String, String)>) -> Reply {
    let control = Id::parse(&control).ok_or_else(missing)?;
    let typed = Typed::default();
    let again = Again { typed: &typed, not_done: None, file: None };
    answer(&visit, &case, &control, again).await
}

/// An address that only takes forms leads to the control when it is opened.
pub(in crate::web::desk) async fn back(Path((case, control)): Path<(String, String)>) -> Reply {
    let control = Id::parse(&control).ok_or_else(missing)?;
    Ok(Redirect::to(&format!("/desk/cases/{case}/controls/{control}")).into_response())
}

/// The page of a control as it is now, with what was typed.
pub(in crate::web::desk) async fn answer(
    visit: &DeskVisit,
    case: &str,
    control: &Id,
    again: Again<'_>,
) -> Reply {
    let file = visit.case(case).await?;
    let look = Look::of(visit, &file)?;
    let status = again.not_done.as_ref().map_or(StatusCode::OK, |it| it.status);
    let page = page(&look, control, again).await?;
    visit.page_with(status, &page)
}

async fn page<'v>(look: &Look<'v>, control: &Id, again: Again<'_>) -> Result<Page<'v>, Refusal> {
    let whole = Whole::of(look, control, again.typed).await.ok_or_else(missing)?;
    let outcome = look.outcome(control).ok_or_else(missing)?;
    let (before, after) = beside(look, control);
    let visit = look.visit;
    let title = [("title", Arg::from(&whole.asks.title)), ("status", Arg::from(&whole.mark.text))];
    let title = look.phrases().text("desk-control-title", &title);
    let nav = CaseNav::new(visit, look.file, Here::Controls);
    let mut way = nav.way.clone();
    way.push((look.address("/controls"), visit.t("desk-controls")));
    Ok(Page {
        frame: visit.frame(title).with_way(&way, control.as_str()),
        nav,
        publisher: PublisherPanel::of(look, outcome, again.typed),
        offer: OfferForm::of(look, outcome, &again),
        not_done: again.not_done,
        before,
        after,
        list: look.address("/controls"),
        threads: whole.threads.clone(),
        whole,
    })
}

/// The controls before and after one, in the order of the program.
fn beside(look: &Look<'_>, control: &Id) -> (Option<Link>, Option<Link>) {
    let all = &look.assessment.controls;
    let place = all.iter().position(|it| it.control.id.value == *control);
    let link = |place: Option<usize>| {
        let id = &all.get(place?)?.control.id.value;
        let address = look.address(&format!("/controls/{id}"));
        Some(Link { address, text: id.to_string() })
    };
    let before = place.and_then(|place| place.checked_sub(1));
    (link(before), link(place.map(|place| place + 1)))
}
