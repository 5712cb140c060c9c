//! All controls of a case by family, with filters, and one verdict on several at once.

mod filter;

use askama::Template;
use attestor_core::certification::case::Verdict;
use attestor_core::certification::controls::ControlOutcome;
use attestor_core::desk::act::{Act, Judged};
use attestor_core::desk::file::CaseFile;
use attestor_core::desk::status::{ControlStatus, counts};
use attestor_core::id::Id;
use axum::extract::Path;
use axum::http::StatusCode;

use self::filter::Filter;
use super::complete::Complete;
use super::look::{Look, stand};
use super::marks;
use super::verdict::{VERDICTS, verdict_of};
use crate::actions::desk::Refused;
use crate::phrases::Arg;
use crate::web::desk::form::Typed;
use crate::web::desk::frame::Frame;
use crate::web::desk::nav::{CaseNav, Here};
use crate::web::desk::refused::NotDone;
use crate::web::desk::threads::act_anyway;
use crate::web::desk::visit::{DeskVisit, as_refusal};
use crate::web::desk::words::status_mark;
use crate::web::shape::{Bar, Mark};
use crate::web::visit::Reply;

/// The page.
#[derive(Template)]
#[template(path = "web/desk/controls.html")]
struct Page<'v> {
    frame: Frame<'v>,
    nav: CaseNav,
    not_done: Option<NotDone>,
    /// The state of all controls as a bar.
    bar: Bar,
    /// The same in words.
    legend: Vec<Mark>,
    filter: Filter,
    families: Vec<FamilyRows>,
    /// How many rows are shown of how many.
    shown: String,
    action: String,
    review: Option<String>,
    /// Verdicts for several at once; empty for who gives none.
    verdicts: Vec<Choice>,
    reason: String,
    /// Saying that all evidence is in; `None` for who cannot.
    complete: Option<Complete>,
}

/// A choice of a form.
#[derive(Debug, Clone)]
pub(in crate::web::desk) struct Choice {
    /// What is sent.
    pub(in crate::web::desk) value: String,
    /// What is shown.
    pub(in crate::web::desk) text: String,
    /// Whether it is chosen.
    pub(in crate::web::desk) chosen: bool,
}

/// A family with its controls.
struct FamilyRows {
    id: String,
    title: String,
    rows: Vec<Row>,
}

/// A control.
struct Row {
    id: String,
    title: String,
    address: String,
    mark: Mark,
    rounds: String,
    fresh: Option<Mark>,
    whose: String,
    talk: String,
    kept: bool,
    /// Names the control and how it stood when the page was made.
    pick: String,
    picked: bool,
    status: &'static str,
}

/// Shows the list.
pub(super) async fn show(visit: DeskVisit, Path(case): Path<String>) -> Reply {
    let file = visit.case(&case).await?;
    let page = page(&visit, &file, &Typed::default(), None)?;
    visit.page(&page)
}

/// Gives one verdict on all controls that are ticked.
pub(super) async fn judge(visit: DeskVisit, Path(case): Path<String>, typed: Typed) -> Reply {
    let file = visit.case(&case).await?;
    let done = match verdicts(&typed, &file, &visit) {
        Ok(verdicts) => {
            let act = Act::Judge { verdicts };
            act_anyway(&visit, &case, act).await.map_err(|it| NotDone::of(it, visit.phrases()))
        }
        Err(not_done) => Err(not_done),
    };
    match done {
        Ok(_) => visit.done(&format!("/desk/cases/{case}/controls"), "desk-done-judged-several"),
        Err(not_done) => again(&visit, &case, &typed, not_done?).await,
    }
}

/// The list with why something was not done.
pub(super) async fn again(
    visit: &DeskVisit,
    case: &str,
    typed: &Typed,
    not_done: NotDone,
) -> Reply {
    let status: StatusCode = not_done.status;
    let file = visit.case(case).await?;
    visit.page_with(status, &page(visit, &file, typed, Some(not_done))?)
}

type Said<T> = Result<T, Result<NotDone, crate::web::visit::Refusal>>;

/// The verdicts that were typed; a control that changed since the page was made is a conflict.
fn verdicts(typed: &Typed, file: &CaseFile, visit: &DeskVisit) -> Said<Vec<Judged>> {
    let fault = |key| Err(Ok(NotDone::fault(visit.phrases(), key)));
    let Some(verdict) = verdict_of(typed.get("verdict")) else {
        return fault("desk-fault-verdict");
    };
    let mut judged = Vec::new();
    for pick in typed.all("control") {
        let (control, seen) = pick.split_once('~').unwrap_or((pick, ""));
        let Some(control) = Id::parse(control) else { return fault("desk-fault-id") };
        if seen != stand(file, &control) {
            let conflict = Refused::Conflict { now: file.number };
            return Err(NotDone::of(conflict, visit.phrases()));
        }
        let reason = typed.get("reason").to_owned();
        judged.push(Judged { control, verdict, reason, external: None });
    }
    if judged.is_empty() { fault("desk-fault-none-ticked") } else { Ok(judged) }
}

fn page<'v>(
    visit: &'v DeskVisit,
    file: &CaseFile,
    typed: &Typed,
    not_done: Option<NotDone>,
) -> Result<Page<'v>, crate::web::visit::Refusal> {
    let look = Look::of(visit, file)?;
    let filter = Filter::of(&look);
    let families = families(&look, &filter, typed);
    let shown: usize = families.iter().map(|family| family.rows.len()).sum();
    let total = look.assessment.controls.len();
    let may_judge = look.may_judge();
    let (bar, legend, title) = summary(&look);
    let here = visit.t("desk-controls");
    let nav = CaseNav::new(visit, file, Here::Controls);
    let counted = [("shown", Arg::from(shown)), ("total", Arg::from(total))];
    Ok(Page {
        frame: visit.frame(title).with_way(&nav.way, &here),
        nav,
        not_done,
        bar,
        legend,
        shown: visit.phrases().text("desk-controls-shown", &counted),
        action: look.address("/controls"),
        review: may_judge.then(|| look.address("/review")),
        verdicts: if may_judge { choices(visit, typed.get("verdict")) } else { Vec::new() },
        reason: typed.raw("reason").to_owned(),
        complete: Complete::of(&look),
        filter,
        families,
    })
}

fn choices(visit: &DeskVisit, chosen: &str) -> Vec<Choice> {
    let choice = |verdict: &Verdict| Choice {
        value: verdict.to_string(),
        text: visit.t(&format!("desk-judge-{verdict}")),
        chosen: verdict.as_str() == chosen,
    };
    VERDICTS.iter().map(choice).collect()
}

/// The bar, its legend, and the fact that the page states.
fn summary(look: &Look<'_>) -> (Bar, Vec<Mark>, String) {
    let phrases = look.phrases();
    let counts = counts(look.file, &look.assessment);
    let size = |count: u64| usize::try_from(count).unwrap_or(usize::MAX);
    let parts = [
        (ControlStatus::Approved, "ok", counts.approved),
        (ControlStatus::Submitted, "info", counts.submitted),
        (ControlStatus::RevisionRequested, "warn", counts.revision_requested),
        (ControlStatus::Failed, "bad", counts.failed),
        (ControlStatus::Open, "none", counts.open),
    ];
    let pieces: Vec<(&'static str, usize)> =
        parts.iter().map(|(_, class, count)| (*class, size(*count))).collect();
    let legend = parts.iter().filter(|(.., count)| *count > 0);
    let legend = legend.map(|(status, _, count)| {
        let mut mark = status_mark(phrases, *status);
        mark.text = format!("{} {}", count, mark.text);
        mark
    });
    let args = [
        ("approved", Arg::from(counts.approved)),
        ("total", Arg::from(counts.in_scope)),
        ("waiting", Arg::from(counts.submitted)),
    ];
    let title = phrases.text("desk-controls-title", &args);
    (Bar::new(title.clone(), &pieces), legend.collect(), title)
}

fn families(look: &Look<'_>, filter: &Filter, typed: &Typed) -> Vec<FamilyRows> {
    let mut families: Vec<FamilyRows> = Vec::new();
    for outcome in &look.assessment.controls {
        let status = look.status(outcome);
        if !filter.shows(outcome, status) {
            continue;
        }
        let id = outcome.family.id.value.as_str();
        if families.last().is_none_or(|family| family.id != id) {
            let title = outcome.family.title.clone();
            families.push(FamilyRows { id: id.to_owned(), title, rows: Vec::new() });
        }
        if let Some(family) = families.last_mut() {
            family.rows.push(row(look, outcome, status, typed));
        }
    }
    families
}

fn row(look: &Look<'_>, outcome: &ControlOutcome<'_>, status: ControlStatus, typed: &Typed) -> Row {
    let phrases = look.phrases();
    let id = &outcome.control.id.value;
    let rounds = look.file.progress.get(id).map_or(0, |progress| progress.rounds);
    let rounds = Some(rounds).filter(|rounds| *rounds > 0).map(|rounds| rounds.to_string());
    let prefix = format!("{id}~");
    Row {
        id: id.to_string(),
        title: outcome.control.title.clone(),
        address: look.address(&format!("/controls/{id}")),
        mark: status_mark(phrases, status),
        rounds: rounds.unwrap_or_default(),
        fresh: marks::freshness(look, outcome).filter(|_| status != ControlStatus::NotApplicable),
        whose: marks::whose_move(status, phrases),
        talk: talk(look, id),
        kept: look.kept_verdict(id).is_some(),
        pick: format!("{prefix}{}", look.stand(id)),
        picked: typed.all("control").any(|pick| pick.starts_with(&prefix)),
        status: status.as_str(),
    }
}

/// How many conversations about a control go on, in words; empty for none.
fn talk(look: &Look<'_>, control: &Id) -> String {
    let staff = look.visit.worker.is_staff();
    let about = CaseFile::about_control(control);
    let threads = look.file.threads_about(&about).filter(|it| !it.resolved);
    match threads.filter(|it| staff || it.is_shared()).count() {
        0 => String::new(),
        count => look.phrases().text("desk-control-talk", &[("count", Arg::from(count))]),
    }
}

/// Refusals of `Desk::load` for addresses that name no control.
pub(super) fn missing() -> crate::web::visit::Refusal {
    as_refusal(Refused::NotFound)
}
