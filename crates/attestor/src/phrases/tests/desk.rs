//! The words of the desk: what it asks for is there, nothing is left over, and every word of the
//! core has one.

use std::collections::{BTreeMap, BTreeSet};

use attestor_core::answer::Answer;
use attestor_core::certification::case::{Role, Segmentation, ServiceOwner, Verdict};
use attestor_core::desk::act::Side;
use attestor_core::desk::file::{PentestStage, Stage};
use attestor_core::desk::refusal::Rule;
use attestor_core::desk::standing::Move;
use attestor_core::desk::status::ControlStatus;
use attestor_core::party::Party;

use super::super::{Arg, DEFAULT_LOCALE, Phrases};
use super::parsed::{Parsed, parsed};
use crate::embedded;

/// The keys that lists of the core ask for: their beginning, and the words.
fn lists() -> Vec<(&'static str, Vec<&'static str>)> {
    vec![
        ("desk-refused", Rule::ALL.iter().map(|it| it.as_str()).collect()),
        ("desk-stage", Stage::ALL.iter().map(|it| it.as_str()).collect()),
        ("desk-move", Move::ALL.iter().map(|it| it.as_str()).collect()),
        ("desk-status", ControlStatus::ALL.iter().map(|it| it.as_str()).collect()),
        ("desk-pentest-stage", PentestStage::ALL.iter().map(|it| it.as_str()).collect()),
        ("desk-party", Party::ALL.iter().map(|it| it.as_str()).collect()),
        ("desk-verdict", Verdict::ALL.iter().map(|it| it.as_str()).collect()),
        ("desk-side", Side::ALL.iter().map(|it| it.as_str()).collect()),
        ("desk-answer", Answer::ALL.iter().map(|it| it.as_str()).collect()),
        ("desk-role", Role::ALL.iter().map(|it| it.as_str()).collect()),
        ("desk-segmentation", Segmentation::ALL.iter().map(|it| it.as_str()).collect()),
        ("desk-owner", ServiceOwner::ALL.iter().map(|it| it.as_str()).collect()),
    ]
}

fn messages() -> BTreeMap<String, Parsed> {
    let text = embedded::locale_text(&format!("{DEFAULT_LOCALE}/desk.ftl")).expect("a text");
    parsed(&text.expect("a file")).expect("a clean file")
}

#[test]
fn every_word_of_the_core_has_words_on_the_desk() {
    let there: BTreeSet<String> = messages().into_keys().collect();
    for (beginning, words) in lists() {
        for word in words {
            let key = format!("{beginning}-{word}");
            assert!(there.contains(&key), "{key}");
        }
    }
}

/// The facts that a rule always gives.
fn facts(rule: Rule) -> &'static [&'static str] {
    match rule {
        Rule::WrongSide => &["side"],
        Rule::WrongStage | Rule::CaseEnded => &["stage"],
        Rule::TimeOver | Rule::TimeNotOver => &["deadline"],
        Rule::NotThere
        | Rule::NotOfEdition
        | Rule::Twice
        | Rule::AlreadySubmitted
        | Rule::ScopeFixed => &["id"],
        Rule::WordsTooLong | Rule::TooMany => &["found", "most"],
        Rule::NotShown | Rule::NotApplicable => &["control"],
        Rule::ControlsWaiting => &["count", "controls"],
        Rule::EvidenceInUse => &["id", "control"],
        Rule::PentestTooEarly => &["approved", "in_scope"],
        Rule::FeeChanged => &["shown", "now"],
        Rule::DayPast | Rule::DayFuture => &["day"],
        Rule::WordsMissing
        | Rule::NotStartable
        | Rule::AttestationUnreviewed
        | Rule::DocumentsLacking
        | Rule::NothingHandedIn
        | Rule::NotSubmitted
        | Rule::InternalNotYours
        | Rule::NothingKept
        | Rule::AlreadySo
        | Rule::InterestUndeclared
        | Rule::InterestConflict
        | Rule::SamePerson
        | Rule::RulingNotAllowed
        | Rule::AssessmentChanged
        | Rule::NoProposal
        | Rule::ProposalWaiting => &[],
    }
}

#[test]
fn a_refusal_names_only_facts_of_its_rule_in_a_whole_sentence() {
    let (messages, phrases) = (messages(), Phrases::load(DEFAULT_LOCALE).expect("phrases"));
    for &rule in Rule::ALL {
        let key = format!("desk-refused-{rule}");
        let given: BTreeSet<String> = facts(rule).iter().map(|&it| it.to_owned()).collect();
        let used = &messages.get(&key).expect("a message").variables;
        assert!(used.is_subset(&given), "{rule}: uses {used:?}, given {given:?}");
        let args: Vec<(&str, Arg<'_>)> =
            facts(rule).iter().map(|&name| (name, Arg::Text("x"))).collect();
        let text = phrases.text(&key, &args);
        assert!(text.ends_with(['.', ':']) && !text.contains(['{', '[']), "{rule}: {text}");
    }
}

#[test]
fn no_line_of_the_desk_is_without_a_value() {
    for (key, message) in messages() {
        assert!(key.starts_with("desk-"), "{key}");
        assert!(message.choices.iter().all(|names| names.contains("other") || !names.is_empty()));
    }
}
