//! Whose turn it is, and the forms for it.

use attestor_core::desk::act::{Interest, Ruling};
use attestor_core::desk::file::{CaseFile, Stage};

use crate::phrases::Arg;
use crate::web::desk::special::{Back, Choice, May, Moment, choices};
use crate::web::desk::visit::DeskVisit;

/// What may be done next, and by whom.
pub(super) struct Steps {
    /// The fact of the page.
    pub(super) title: String,
    /// Whose turn it is.
    pub(super) turn: String,
    /// Why the last proposal was sent back.
    pub(super) returned: String,
    /// What the worker declared.
    pub(super) own: String,
    /// What others declared, for the certification body.
    pub(super) others: Vec<(String, String)>,
    /// The form for the own interest.
    pub(super) declare: Option<Declare>,
    /// The form for a proposal.
    pub(super) propose: Option<Propose>,
    /// The proposal that waits.
    pub(super) waiting: Option<Waiting>,
    /// The form to take the certificate back: what was typed.
    pub(super) revoke: Option<String>,
    /// Whether there is a letter.
    pub(super) has_letter: bool,
}

/// The form for the own interest.
pub(super) struct Declare {
    pub(super) interests: Vec<Choice>,
    pub(super) words: String,
}

/// The form for a proposal.
pub(super) struct Propose {
    pub(super) rulings: Vec<Choice>,
    pub(super) ruling: String,
    pub(super) words: String,
}

/// A proposal that waits for the second person.
pub(super) struct Waiting {
    pub(super) ruling: String,
    pub(super) words: String,
    pub(super) by: String,
    pub(super) at: Moment,
    pub(super) outcome: String,
    /// Name and digest of what it rests on.
    pub(super) digests: Vec<(String, String)>,
    pub(super) assessment: String,
    /// Whether the worker may confirm it.
    pub(super) may_confirm: bool,
    /// Why not.
    pub(super) why_not: String,
    pub(super) reason: String,
}

/// The steps of a decision as the worker sees them.
pub(super) fn steps(visit: &DeskVisit, file: &CaseFile, may: May, back: &Back) -> Steps {
    let stage = file.stage();
    let key = stage.as_str().replace('_', "-");
    let interest = file.interests.get(&visit.worker.account).map(|(interest, _)| *interest);
    let has_letter = file.decision.is_some() || file.ended.is_some();
    let word = |it: Interest| visit.t(&format!("desk-decision-interest-{it}"));
    let can_propose = matches!(stage, Stage::EvidenceOpen | Stage::FinalReview);
    Steps {
        title: visit.t(&format!("desk-decision-title-{key}")),
        turn: turn(visit, file, may),
        returned: file
            .proposal_returned
            .clone()
            .filter(|_| may.staff && can_propose)
            .unwrap_or_default(),
        own: interest.filter(|_| may.decide).map_or_else(String::new, word),
        others: if may.staff { others(visit, file) } else { Vec::new() },
        declare: may.decide.then(|| declare(visit, interest, back)),
        propose: (may.decide && can_propose && interest == Some(Interest::None))
            .then(|| propose(visit, back)),
        waiting: may.staff.then(|| waiting(visit, file, may, back)).flatten(),
        revoke: (may.revoke && stage == Stage::Certified)
            .then(|| back.value(("revoke", "reason"), "")),
        has_letter,
    }
}

/// Whose turn it is, in one sentence.
fn turn(visit: &DeskVisit, file: &CaseFile, may: May) -> String {
    let me = &visit.worker.account;
    let key = match (file.stage(), &file.proposal) {
        (stage, _) if stage.is_over() => "over",
        (_, Some(_)) if !may.staff => "body",
        (_, Some(proposal)) if proposal.by.account == *me => "other",
        (_, Some(_)) if may.decide => "second",
        (_, Some(_)) => "another",
        (Stage::FinalReview | Stage::EvidenceOpen, None) if may.decide => "first",
        (Stage::FinalReview, None) => "body",
        (_, None) => "later",
    };
    visit.t(&format!("desk-decision-turn-{key}"))
}

/// What others declared; words of a conflict included.
fn others(visit: &DeskVisit, file: &CaseFile) -> Vec<(String, String)> {
    let named = |account: &str| {
        let analyst = file.analyst.as_ref().filter(|(id, _)| id == account);
        let by = [file.proposal.as_ref().map(|it| &it.by), file.decision.as_ref().map(|it| &it.by)];
        let acted = by.into_iter().flatten().find(|actor| actor.account == account);
        let remarks = file.threads.iter().flat_map(|it| &it.remarks);
        let spoke = remarks.into_iter().find(|it| it.by.account == account).map(|it| &it.by.name);
        let name = analyst.map(|(_, name)| name).or(acted.map(|it| &it.name)).or(spoke);
        name.map_or_else(|| account.to_owned(), Clone::clone)
    };
    let others = file.interests.iter().filter(|(account, _)| **account != visit.worker.account);
    let row = |(account, (interest, words)): (&String, &(Interest, String))| {
        let word = visit.t(&format!("desk-decision-interest-{interest}"));
        let says = if words.is_empty() { word } else { format!("{word} {words}") };
        (named(account), says)
    };
    others.map(row).collect()
}

fn declare(visit: &DeskVisit, known: Option<Interest>, back: &Back) -> Declare {
    let known = known.map_or("", Interest::as_str);
    let all = Interest::ALL
        .iter()
        .map(|it| (it.as_str().to_owned(), visit.t(&format!("desk-decision-interest-{it}"))));
    Declare {
        interests: choices(all, &back.value(("interest", "interest"), known)),
        words: back.value(("interest", "words"), ""),
    }
}

fn propose(visit: &DeskVisit, back: &Back) -> Propose {
    // A preview shows its form again without anything being wrong.
    let typed = Some(&back.typed).filter(|typed| typed.get("form") == "propose");
    let ruling = typed.map_or("", |typed| typed.get("ruling"));
    let all = Ruling::ALL
        .iter()
        .map(|it| (it.as_str().to_owned(), visit.t(&format!("desk-decision-ruling-{it}"))));
    Propose {
        rulings: choices(all, ruling),
        ruling: ruling.to_owned(),
        words: typed.map_or_else(String::new, |typed| typed.raw("words").to_owned()),
    }
}

fn waiting(visit: &DeskVisit, file: &CaseFile, may: May, back: &Back) -> Option<Waiting> {
    let proposal = file.proposal.as_ref()?;
    let me = &visit.worker.account;
    let why_not = match file.interests.get(me).map(|(interest, _)| *interest) {
        _ if !may.decide => "desk-decision-not-yours",
        _ if proposal.by.account == *me => "desk-decision-same-person",
        None => "desk-decision-undeclared",
        Some(Interest::Conflict) => "desk-decision-conflicted",
        Some(Interest::None) => "",
    };
    let grounds = &proposal.grounds;
    let digest = |key: &str, digest: attestor_core::digest::Digest| {
        (visit.t(&format!("desk-letter-digest-{key}")), digest.to_string())
    };
    Some(Waiting {
        ruling: visit.t(&format!("desk-decision-ruling-{}", proposal.ruling)),
        words: proposal.words.clone(),
        by: proposal.by.name.clone(),
        at: Moment::new(proposal.at, visit.phrases()),
        outcome: visit.phrases().text(
            "desk-decision-found",
            &[
                ("outcome", Arg::from(&visit.t(&format!("outcome-{}", grounds.outcome)))),
                ("day", Arg::from(&visit.phrases().day(grounds.assessed_on))),
            ],
        ),
        digests: vec![
            digest("edition", grounds.edition),
            digest("case", grounds.case),
            digest("assessment", grounds.assessment),
        ],
        assessment: grounds.assessment.to_string(),
        may_confirm: why_not.is_empty(),
        why_not: if why_not.is_empty() { String::new() } else { visit.t(why_not) },
        reason: back.value(("return", "reason"), ""),
    })
}
