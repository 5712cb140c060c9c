//! The decision: what stands against it, who has an interest, proposal, second person; and the letter.
//!
//! `standing`: conditions, domains, and what nobody looked at. `steps`: whose turn it is and the
//! forms. `letter`: the decision as a page of paper.

mod letter;
mod standing;
mod steps;

use askama::Template;
use attestor_core::desk::act::{Act, Interest, Ruling};
use attestor_core::desk::file::CaseFile;
use attestor_core::desk::role::Right;
use attestor_core::digest::Digest;
use axum::extract::Path;

use super::form::Typed;
use super::frame::Frame;
use super::refused::NotDone;
use super::special::{Back, Form, Here, Prose, Room, frame, prose, send, told};
use super::visit::DeskVisit;
use crate::web::access::{Need, Routes};
use crate::web::shape::Mark;
use crate::web::visit::Reply;

/// The addresses of this room.
pub(super) fn routes() -> Routes {
    let (read, decide) = (Need::Case(Right::CaseRead), Need::Case(Right::CaseDecide));
    Routes::new()
        .get("/desk/cases/{case}/decision", read, show)
        .post("/desk/cases/{case}/decision/interest", decide, interest)
        .post("/desk/cases/{case}/decision/preview", decide, preview)
        .post("/desk/cases/{case}/decision/propose", decide, propose)
        .post("/desk/cases/{case}/decision/confirm", decide, confirm)
        .post("/desk/cases/{case}/decision/return", decide, give_back)
        .post("/desk/cases/{case}/decision/revoke", Need::Case(Right::CaseRevoke), revoke)
        .get("/desk/cases/{case}/letter", read, letter::show)
}

#[derive(Template)]
#[template(path = "web/desk/decision.html")]
struct Decision<'v> {
    frame: Frame<'v>,
    room: Room,
    not_done: Option<NotDone>,
    outcome: Mark,
    reasons: Vec<Prose>,
    conditions: Vec<standing::Condition>,
    domains: Vec<standing::Domain>,
    hides: bool,
    unseen: Vec<standing::Unseen>,
    steps: steps::Steps,
    preview: Option<letter::Letter>,
}

async fn show(visit: DeskVisit, Path(case): Path<String>) -> Reply {
    let file = visit.case(&case).await?;
    page(&visit, &file, &Back::default())
}

fn page(visit: &DeskVisit, file: &CaseFile, back: &Back) -> Reply {
    screen(visit, file, back, None)
}

fn screen(
    visit: &DeskVisit,
    file: &CaseFile,
    back: &Back,
    preview: Option<letter::Letter>,
) -> Reply {
    let rules = visit.desk().rules(file)?;
    let assessment = rules.assess(file, visit.today);
    let room = Room::new(visit, file, Here::Decision);
    let sheet = standing::Sheet { visit, file, program: rules.program, may: room.may };
    let steps = steps::steps(visit, file, room.may, back);
    let reasons = assessment.reasons.iter();
    let decision = Decision {
        frame: frame(visit, &room, steps.title.clone()),
        outcome: standing::outcome(visit, assessment.outcome),
        reasons: reasons.map(|it| prose(&told(visit, rules.program, it))).collect(),
        conditions: sheet.conditions(&assessment),
        domains: sheet.domains(&assessment),
        hides: !sheet.shows_all(),
        unseen: if room.may.staff { sheet.unseen(&assessment) } else { Vec::new() },
        not_done: back.not_done.clone(),
        steps,
        preview,
        room,
    };
    visit.page_with(back.status(), &decision)
}

/// A form of this room that became an act, or what is wrong with it.
async fn act(
    visit: &DeskVisit,
    case: &str,
    typed: Typed,
    act: Result<Act, &'static str>,
    done: &'static str,
) -> Reply {
    let act = act.map_err(|key| NotDone::fault(visit.phrases(), key));
    send(visit, case, Form { typed, file: None, act, room: "decision", done }, page).await
}

async fn interest(visit: DeskVisit, Path(case): Path<String>, typed: Typed) -> Reply {
    let words = typed.get("words").to_owned();
    let declared = match Interest::parse(typed.get("interest")) {
        None => Err("desk-decision-interest-fault"),
        Some(Interest::Conflict) if words.is_empty() => Err("desk-decision-interest-words"),
        Some(interest) => Ok(Act::DeclareInterest { interest, words }),
    };
    act(&visit, &case, typed, declared, "desk-done-decision-interest").await
}

/// What a proposal says, before it is made.
fn proposed(typed: &Typed) -> Result<(Ruling, String), &'static str> {
    let ruling = Ruling::parse(typed.get("ruling")).ok_or("desk-decision-ruling-fault")?;
    let words = typed.get("words").replace("\r\n", "\n");
    if ruling == Ruling::Reject && words.is_empty() {
        return Err("desk-decision-words-fault");
    }
    Ok((ruling, words))
}

/// Shows the letter that a proposal would make. Nothing is recorded.
async fn preview(visit: DeskVisit, Path(case): Path<String>, typed: Typed) -> Reply {
    let file = visit.case(&case).await?;
    match proposed(&typed) {
        Ok((ruling, words)) => {
            let letter = letter::draft(&visit, &file, ruling, &words)?;
            screen(&visit, &file, &Back { typed, file: None, not_done: None }, Some(letter))
        }
        Err(key) => {
            let not_done = Some(NotDone::fault(visit.phrases(), key));
            page(&visit, &file, &Back { typed, file: None, not_done })
        }
    }
}

async fn propose(visit: DeskVisit, Path(case): Path<String>, typed: Typed) -> Reply {
    let proposal =
        proposed(&typed).map(|(ruling, words)| Act::Propose { ruling, words, grounds: None });
    act(&visit, &case, typed, proposal, "desk-done-decision-propose").await
}

async fn confirm(visit: DeskVisit, Path(case): Path<String>, typed: Typed) -> Reply {
    let seen = Digest::parse(typed.get("assessment")).ok_or("desk-decision-unseen");
    let confirmed = seen.map(|assessment| Act::Confirm { assessment });
    act(&visit, &case, typed, confirmed, "desk-done-decision-confirm").await
}

async fn give_back(visit: DeskVisit, Path(case): Path<String>, typed: Typed) -> Reply {
    let reason = typed.get("reason").to_owned();
    act(&visit, &case, typed, Ok(Act::ReturnProposal { reason }), "desk-done-decision-return").await
}

async fn revoke(visit: DeskVisit, Path(case): Path<String>, typed: Typed) -> Reply {
    let reason = typed.get("reason").to_owned();
    act(&visit, &case, typed, Ok(Act::Revoke { reason }), "desk-done-decision-revoke").await
}

#[cfg(test)]
mod tests;
