//! May this be done now? And what the server adds to an act before it is recorded.
//!
//! Guards are asked once, with the rules and the day of the act. What passes is recorded and folded.

mod decision;
mod dossier;
mod evidence;
mod limits;
mod pentest;
mod review;
mod scope;
mod start;

use crate::attestation::permission::PermissionRules;
use crate::certification::booking;
use crate::certification::case::{Case, RecordedDraw};
use crate::certification::clock;
use crate::certification::decision::{Assessment, assess};
use crate::certification::sample;
use crate::day::Day;
use crate::framework::{Framework, Library};
use crate::instant::Instant;

use super::act::{Act, Actor, Side};
use super::file::{CaseFile, Stage};
use super::refusal::{Refusal, Rule};

/// What a case is judged by: the program's edition that it is pinned to.
#[derive(Debug, Clone, Copy)]
pub struct Rules<'a> {
    /// The program.
    pub program: &'a Framework,
    /// Which permissions imply which.
    pub permissions: &'a PermissionRules,
}

impl<'a> Rules<'a> {
    /// The assessment of a case on a day; of one that is over, on the day that it was judged by.
    #[must_use]
    pub fn assess(self, file: &'a CaseFile, today: Day) -> Assessment<'a> {
        self.assess_case(&file.case, file.judged_on(today))
    }

    /// The assessment of facts on a day.
    pub(super) fn assess_case(self, case: &'a Case, today: Day) -> Assessment<'a> {
        assess(self.program, self.permissions, case, today)
    }
}

/// One question to the guards.
struct Asked<'a> {
    rules: Rules<'a>,
    file: &'a CaseFile,
    actor: &'a Actor,
    today: Day,
}

/// What guards answer.
type Answered = Result<(), Refusal>;

/// Whether an act may be done on a day.
///
/// # Errors
/// The first rule that refuses.
pub fn check(
    rules: Rules<'_>,
    file: &CaseFile,
    actor: &Actor,
    act: &Act,
    today: Day,
) -> Result<(), Refusal> {
    side(actor, act)?;
    limits::check(act)?;
    let asked = Asked { rules, file, actor, today };
    asked.one_side()?;
    asked.stage(act)?;
    asked.before_start(act)?;
    asked.scope(act)?;
    asked.handed_in(act)?;
    asked.review(act)?;
    asked.pentest(act)?;
    asked.decision(act)
}

/// Whether an act that opens a case may be done; guards that look at a case have none to look at.
///
/// # Errors
/// The first rule that refuses.
pub fn check_open(library: &Library, actor: &Actor, act: &Act) -> Result<(), Refusal> {
    side(actor, act)?;
    limits::check(act)?;
    let Act::Open { app, framework, edition, .. } = act else {
        return Err(Refusal::new(Rule::WrongStage));
    };
    let program = match edition {
        Some(edition) => library.edition(framework.as_str(), edition),
        None => library.framework(framework.as_str()),
    };
    let Some(program) = program else {
        return Err(Refusal::new(Rule::NotOfEdition).with("id", framework));
    };
    start::app(program, app)
}

/// Adds what the server knows and a client cannot say: the draw of a sample, the grounds of a
/// proposal, how a move is charged.
#[must_use]
pub fn complete(
    library: &Library,
    rules: Rules<'_>,
    file: &CaseFile,
    act: Act,
    at: Instant,
) -> Act {
    match act {
        Act::AcceptDocuments { .. } => Act::AcceptDocuments { draw: Some(draw(rules, file, None)) },
        Act::Redraw { reason, .. } => {
            let mut draw = draw(rules, file, Some(reason.clone()));
            // What was found stays found: enlarged strata stay enlarged.
            draw.enlarged = file.case.draw.as_ref().map_or_else(Vec::new, |it| it.enlarged.clone());
            Act::Redraw { reason, draw: Some(draw) }
        }
        Act::EnlargeSample { component, reason, .. } => {
            let to = scope::next_size(rules, file, &component, at.day());
            Act::EnlargeSample { component, reason, to }
        }
        Act::Propose { ruling, words, .. } => {
            let grounds = super::decision::grounds(library, rules, &file.case, at.day());
            Act::Propose { ruling, words, grounds: Some(grounds) }
        }
        Act::MovePentest { starts_on: None, fee_percent } => {
            // Without a firm date, a late move is charged as a cancellation, and is one.
            match open_move(rules, file, at.day()) {
                Some(booking::Request::Cancel) => Act::CancelPentest { fee_percent },
                _ => Act::MovePentest { starts_on: None, fee_percent },
            }
        }
        other => other,
    }
}

/// How moving a booked test without a new date is charged.
fn open_move(rules: Rules<'_>, file: &CaseFile, today: Day) -> Option<booking::Request> {
    let (terms, start) = (rules.program.pentest.as_ref()?, file.pentest.starts_on?);
    let quote = booking::quote(terms, booking::Request::Reschedule, start, today, None);
    Some(quote.charged_as)
}

/// A draw from today's inventory. Seed: the case and the inventory, so that nobody chooses it.
fn draw(rules: Rules<'_>, file: &CaseFile, reason: Option<String>) -> RecordedDraw {
    let components = &file.case.scope.components;
    let population = sample::population_digest(components).to_string();
    let seed = format!("{}/{population}", file.id);
    let drawn = sample::draw(&rules.program.sampling, components, &seed);
    RecordedDraw {
        seed,
        population: drawn.population.to_string(),
        redraw_reason: reason,
        enlarged: Vec::new(),
    }
}

fn side(actor: &Actor, act: &Act) -> Answered {
    if act.sides().contains(&actor.side) {
        return Ok(());
    }
    Err(Refusal::new(Rule::WrongSide).with("side", actor.side))
}

impl Asked<'_> {
    /// Whether the case is in a stage for an act, and in time.
    fn stage(&self, act: &Act) -> Answered {
        let stage = self.file.stage();
        let allowed = stages(act);
        if allowed.contains(&stage) {
            return self.in_time(act);
        }
        let on_proposal = matches!(act, Act::ReturnProposal { .. } | Act::Confirm { .. });
        let rule = match stage {
            _ if stage.is_over() => Rule::CaseEnded,
            Stage::DecisionProposed => Rule::ProposalWaiting,
            _ if on_proposal => Rule::NoProposal,
            _ => Rule::WrongStage,
        };
        Err(Refusal::new(rule).with("stage", stage))
    }

    /// After the deadline only words and the end of the case are left, also where all evidence came
    /// in time: on day 61 an undecided case has failed. Source: process, "certification case".
    fn in_time(&self, act: &Act) -> Answered {
        let clock = clock::clock(self.rules.program, &self.file.case.dates, self.today);
        let running = clock.filter(|_| self.file.stage().is_assessment());
        let late = running.filter(|clock| self.today > clock.deadline);
        match (act, late) {
            (Act::TimeOut {}, None) => {
                let deadline = clock.map_or(self.today, |clock| clock.deadline);
                Err(Refusal::new(Rule::TimeNotOver).with("deadline", deadline))
            }
            (Act::TimeOut {} | Act::Say { .. } | Act::Assign { .. }, _) | (_, None) => Ok(()),
            (_, Some(clock)) => Err(Refusal::new(Rule::TimeOver).with("deadline", clock.deadline)),
        }
    }

    /// Who acted for the publisher of a case does not judge it.
    fn one_side(&self) -> Answered {
        let both = self.actor.side.is_staff() && self.file.publishers.contains(&self.actor.account);
        if both { Err(Refusal::new(Rule::InterestConflict)) } else { Ok(()) }
    }

    fn staff(&self) -> bool {
        self.actor.side.is_staff() || self.actor.side == Side::Platform
    }
}

/// The stages in which an act may be done.
fn stages(act: &Act) -> &'static [Stage] {
    use Stage::{
        Certified, DecisionProposed, DocumentsReview, EvidenceOpen, FinalReview, InitialDocuments,
        NotStarted,
    };
    const OPEN: &[Stage] =
        &[NotStarted, InitialDocuments, DocumentsReview, EvidenceOpen, FinalReview];
    const TALK: &[Stage] = &[
        NotStarted,
        InitialDocuments,
        DocumentsReview,
        EvidenceOpen,
        FinalReview,
        DecisionProposed,
        Certified,
    ];
    match act {
        Act::Open { .. } => &[],
        Act::TakeDossier { .. }
        | Act::DescribeApp { .. }
        | Act::Attest { .. }
        | Act::ApproveAttestation {}
        | Act::ReturnAttestation { .. }
        | Act::Consent {}
        | Act::Start {} => &[NotStarted],
        Act::State { .. }
        | Act::SetEnvironments { .. }
        | Act::SetConnections { .. }
        | Act::SetServices { .. }
        | Act::SetSites { .. }
        | Act::SetFootprint { .. }
        | Act::SetInventory { .. }
        | Act::SetPermissions { .. }
        | Act::AddExternal { .. }
        | Act::RemoveExternal { .. } => &[NotStarted, InitialDocuments, EvidenceOpen],
        Act::AddDocument { .. } | Act::RemoveDocument { .. } => &[NotStarted, InitialDocuments],
        Act::SubmitDocuments {} => &[InitialDocuments],
        Act::ReturnDocuments { .. } | Act::AcceptDocuments { .. } => &[DocumentsReview],
        Act::AddEvidence { .. }
        | Act::DescribeEvidence { .. }
        | Act::RemoveEvidence { .. }
        | Act::DeclareNotInPlace { .. } => {
            &[NotStarted, InitialDocuments, DocumentsReview, EvidenceOpen]
        }
        Act::SubmitControl { .. } | Act::CompleteEvidence {} => &[EvidenceOpen],
        Act::Redraw { .. } | Act::EnlargeSample { .. } | Act::Judge { .. } | Act::SendReview {} => {
            &[EvidenceOpen, FinalReview]
        }
        Act::Verify { .. }
        | Act::JudgePermission { .. }
        | Act::JudgeService { .. }
        | Act::JudgeExternal { .. }
        | Act::ReportPentest { .. }
        | Act::FixFinding { .. } => OPEN,
        Act::RequestPentest {}
        | Act::ScopePentest { .. }
        | Act::BookPentest { .. }
        | Act::MovePentest { .. }
        | Act::CancelPentest { .. } => {
            &[InitialDocuments, DocumentsReview, EvidenceOpen, FinalReview]
        }
        Act::Say { .. }
        | Act::Resolve { .. }
        | Act::Reopen { .. }
        | Act::Draft { .. }
        | Act::DraftVerdict { .. }
        | Act::DropDraft { .. }
        | Act::Assign { .. }
        | Act::DeclareInterest { .. } => TALK,
        Act::Propose { .. } => &[EvidenceOpen, FinalReview],
        Act::ReturnProposal { .. } | Act::Confirm { .. } => &[DecisionProposed],
        Act::TimeOut {} => &[EvidenceOpen, FinalReview, DecisionProposed],
        Act::Withdraw { .. } => OPEN,
        Act::Revoke { .. } => &[Certified],
    }
}
