//! The fact of the page in one line, and whose move it is.

use attestor_core::desk::file::Stage;
use attestor_core::desk::standing::Move;
use attestor_core::party::Party;

use crate::phrases::Arg;
use crate::web::desk::look::Look;
use crate::web::desk::nav::Here;
use crate::web::desk::words::party_mark;
use crate::web::shape::{Link, Mark};

/// The head of the page.
pub(super) struct Head {
    /// How the case stands, in one line.
    pub(super) fact: String,
    /// App, edition, analyst, end.
    pub(super) about: Vec<String>,
    /// Whose move it is.
    pub(super) party: Mark,
    /// What is next; leads there when it is the move of who looks.
    pub(super) next: Link,
    /// Whether it is the move of who looks.
    pub(super) own: bool,
}

pub(super) fn head(look: &Look<'_>) -> Head {
    let standing = look.standing;
    let own = look.is_own_move();
    Head {
        fact: fact(look),
        about: about(look),
        party: party_mark(look.phrases(), standing.party, own),
        next: Link {
            address: next_page(standing.next).address(&look.file.id),
            text: look.t(&format!("desk-move-{}", standing.next)),
        },
        own,
    }
}

/// The page on which a move is made.
pub(in crate::web::desk) const fn next_page(next: Move) -> Here {
    match next {
        Move::Attest | Move::ReviewAttestation | Move::Verify | Move::Start | Move::Renew => {
            Here::Start
        }
        Move::HandInDocuments | Move::ReviewDocuments => Here::Documents,
        Move::DecideScope => Here::Scope,
        Move::HandInEvidence | Move::Revise | Move::Complete => Here::Controls,
        Move::ReviewControls => Here::Review,
        Move::Propose | Move::Confirm => Here::Decision,
        Move::TimeOut | Move::Nothing => Here::Overview,
    }
}

fn fact(look: &Look<'_>) -> String {
    let stage = look.standing.stage;
    let left = look.assessment.clock.map_or(0, |clock| i64::from(clock.days_left));
    let key = match stage {
        Stage::EvidenceOpen if left < 0 => "desk-fact-late",
        Stage::EvidenceOpen if left == 0 => "desk-fact-last-day",
        Stage::EvidenceOpen => "desk-fact-days-left",
        Stage::FinalReview => "desk-fact-final-review",
        _ => return look.t(&format!("desk-fact-{stage}")),
    };
    let waiting = Arg::from(look.standing.counts.submitted);
    look.text(key, &[("days", Arg::Count(left)), ("waiting", waiting)])
}

fn about(look: &Look<'_>) -> Vec<String> {
    let file = look.file;
    let edition = &look.rules.program.edition;
    let args = [("title", Arg::from(&edition.title)), ("edition", Arg::from(&edition.edition))];
    let mut about = vec![file.case.app.name.clone(), look.text("desk-case-edition", &args)];
    about.push(match &file.analyst {
        Some((_, name)) => look.text("desk-case-analyst", &[("name", Arg::from(name))]),
        None => look.t("desk-case-no-analyst-yet"),
    });
    if let Some(due) = look.standing.due.filter(|_| look.standing.party != Party::Nobody) {
        let day = look.day(due).text;
        about.push(look.text("desk-case-due", &[("day", Arg::from(&day))]));
    }
    about
}

/// The sample in a sentence.
pub(super) fn sample(look: &Look<'_>) -> String {
    let draw = &look.assessment.draw;
    if draw.strata.is_empty() {
        return look.t("desk-case-sample-none");
    }
    let args = [
        ("drawn", Arg::from(draw.size())),
        ("all", Arg::from(look.file.case.scope.components.len())),
        ("strata", Arg::from(draw.strata.len())),
    ];
    look.text("desk-case-sample", &args)
}
