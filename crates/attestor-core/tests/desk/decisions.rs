//! Two people decide, without an interest, on an assessment that can be worked out again.

use attestor_core::certification::decision::Outcome;
use attestor_core::desk::act::{Act, Actor, Interest, Ruling, Side};
use attestor_core::desk::decision::grounds;
use attestor_core::desk::file::Stage;
use attestor_core::desk::refusal::Rule;

use crate::play::{Play, SMALL, interest, propose, who};
use crate::program::library;

fn decidable() -> Play {
    let mut play = Play::open(SMALL, "2027-01-04");
    play.decidable();
    play
}

fn proposed() -> Play {
    let mut play = decidable();
    play.does("analyst", interest(Interest::None))
        .does("second", interest(Interest::None))
        .does("analyst", propose(Ruling::Certify));
    play
}

#[test]
fn a_decision_keeps_the_digests_of_all_it_rests_on() {
    let mut play = proposed();
    let assessment = play.proposed();
    play.on("2027-01-06").does("second", Act::Confirm { assessment });
    let decision = play.file.decision.as_ref().unwrap();
    let kept = &decision.proposal.grounds;
    assert_eq!(kept.outcome, Outcome::Certifiable);
    assert_eq!(*kept, grounds(library(), play.rules(), &play.file.case, kept.assessed_on));
}

#[test]
fn who_has_an_interest_neither_proposes_nor_confirms() {
    let mut play = proposed();
    let assessment = play.proposed();
    play.does("second", interest(Interest::Conflict));
    let confirm = || Act::Confirm { assessment };
    assert_eq!(play.refuses("second", confirm()), Rule::InterestConflict);
    assert_eq!(play.refuses("third", confirm()), Rule::InterestUndeclared);
    play.does("third", interest(Interest::None)).does("analyst", interest(Interest::Conflict));
    assert_eq!(play.refuses("third", confirm()), Rule::InterestConflict);
    assert_eq!(play.stage(), Stage::DecisionProposed);
}

#[test]
fn a_conflict_is_declared_with_words() {
    let declared = Act::DeclareInterest { interest: Interest::Conflict, words: String::new() };
    assert_eq!(decidable().refuses("analyst", declared), Rule::WordsMissing);
}

#[test]
fn who_handed_in_for_the_publisher_does_not_judge_the_case() {
    let mut play = decidable();
    let both = Actor { side: Side::Analyst, ..who("publisher") };
    let refusal = play.attempt_as(&both, interest(Interest::None)).unwrap_err();
    assert_eq!(refusal.rule, Rule::InterestConflict);
}

#[test]
fn a_proposal_that_is_sent_back_leaves_everything_open() {
    let mut play = proposed();
    play.does("second", Act::ReturnProposal { reason: "look again".to_owned() });
    assert_eq!(play.stage(), Stage::FinalReview);
    assert_eq!(play.file.proposal_returned.as_deref(), Some("look again"));
    play.does("second", propose(Ruling::Certify));
    let assessment = play.proposed();
    play.does("analyst", Act::Confirm { assessment });
    assert_eq!(play.stage(), Stage::Certified);
}

#[test]
fn a_withdrawn_verification_refuses_the_certificate() {
    let mut play = decidable();
    let verification = attestor_core::certification::case::Verification::Withdrawn;
    play.does("analyst", Act::Verify { verification }).does("analyst", interest(Interest::None));
    assert_eq!(play.refuses("analyst", propose(Ruling::Certify)), Rule::RulingNotAllowed);
}

#[test]
fn nobody_else_than_two_people_of_the_body_decides() {
    for account in ["publisher", "system"] {
        assert_eq!(decidable().refuses(account, propose(Ruling::Certify)), Rule::WrongSide);
    }
}
