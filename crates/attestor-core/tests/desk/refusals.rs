//! Every rule that refuses, refusing.

use attestor_core::certification::case::{Case, Verdict};
use attestor_core::desk::act::{Act, Interest, Ruling};
use attestor_core::desk::refusal::Rule;
use attestor_core::desk::status::ControlStatus;
use attestor_core::desk::thread::Visibility;
use attestor_core::digest::Digest;

use crate::case::{day, id};
use crate::play::{
    Play, SMALL, a_file, attestation_of, interest, judge, propose, said, submit, verified,
};
use crate::program::M365;

/// An act that a rule refuses, with the case it is refused in.
fn refused_by(rule: Rule) -> (Play, &'static str, Act) {
    let at = |steps: fn(&mut Play)| {
        let mut play = Play::open(SMALL, "2026-01-10");
        steps(&mut play);
        play
    };
    let fresh = || at(|_| {});
    let accepted = || {
        at(|play| {
            play.accepted();
        })
    };
    let decidable = || {
        at(|play| {
            play.decidable();
        })
    };
    let proposed = || {
        at(|play| {
            play.decidable()
                .does("analyst", interest(Interest::None))
                .does("second", interest(Interest::None))
                .does("analyst", propose(Ruling::Certify));
        })
    };
    let one = |play: &Play| play.controls(ControlStatus::Open).remove(0);
    let with = |play: Play, act: fn(&str) -> Act| {
        let control = one(&play);
        (play, act(&control))
    };
    match rule {
        Rule::WrongSide => (fresh(), "analyst", Act::Consent {}),
        Rule::WrongStage => (fresh(), "publisher", Act::SubmitDocuments {}),
        Rule::CaseEnded => {
            let mut play = fresh();
            play.does("publisher", Act::Withdraw { reason: "no".to_owned() });
            (play, "publisher", Act::Consent {})
        }
        Rule::TimeOver => {
            let mut play = accepted();
            play.on("2026-03-12");
            (play, "publisher", Act::CompleteEvidence {})
        }
        Rule::TimeNotOver => (accepted(), "system", Act::TimeOut {}),
        Rule::NotThere => (fresh(), "publisher", Act::RemoveDocument { document: id("D9") }),
        Rule::NotOfEdition => {
            let holds = Some(true);
            (fresh(), "publisher", Act::State { statement: id("likes-cheese"), holds })
        }
        Rule::WordsMissing => (fresh(), "publisher", Act::Withdraw { reason: " ".to_owned() }),
        Rule::WordsTooLong => (fresh(), "publisher", Act::Withdraw { reason: "x".repeat(20_001) }),
        Rule::TooMany => {
            let footprint = vec![String::new(); 2_001];
            (fresh(), "publisher", Act::SetFootprint { footprint })
        }
        Rule::Twice => {
            let mut environments = fresh().facts().scope.environments;
            environments.push(environments[0].clone());
            (fresh(), "publisher", Act::SetEnvironments { environments })
        }
        Rule::NotStartable => (fresh(), "publisher", Act::Start {}),
        Rule::AttestationUnreviewed => {
            let mut play = fresh();
            play.does("publisher", Act::Attest { attestation: attestation_of("2026-01-09") })
                .does("analyst", Act::Verify { verification: verified() })
                .does("publisher", Act::Consent {});
            (play, "publisher", Act::Start {})
        }
        Rule::DocumentsLacking => (
            at(|play| {
                play.start();
            }),
            "publisher",
            Act::SubmitDocuments {},
        ),
        Rule::NothingHandedIn => {
            let (play, act) = with(accepted(), submit);
            (play, "publisher", act)
        }
        Rule::NotSubmitted => {
            let (play, act) = with(accepted(), |it| judge(it, Verdict::Approved));
            (play, "analyst", act)
        }
        Rule::NotShown => {
            let mut play = accepted();
            let control = one(&play);
            let mut stale = play.pieces(&control).remove(0);
            stale.captured_on = day("2024-01-01");
            play.does("publisher", Act::AddEvidence { piece: Box::new(stale) })
                .does("publisher", submit(&control));
            (play, "analyst", judge(&control, Verdict::Approved))
        }
        Rule::NotApplicable => {
            let mut play = accepted();
            let control = one(&play);
            play.does("analyst", judge(&control, Verdict::NotApplicable));
            (play, "publisher", submit(&control))
        }
        Rule::ScopeFixed => (accepted(), "publisher", Act::SetFootprint { footprint: Vec::new() }),
        Rule::ControlsWaiting => {
            let mut play = accepted();
            play.hands_in_all()
                .does("publisher", Act::CompleteEvidence {})
                .does("analyst", interest(Interest::None));
            (play, "analyst", propose(Ruling::Certify))
        }
        Rule::AlreadySubmitted => {
            let mut play = accepted();
            let control = one(&play);
            play.hands_in(&control);
            (play, "publisher", submit(&control))
        }
        Rule::EvidenceInUse => {
            let mut play = accepted();
            let control = one(&play);
            play.approves(&control);
            (play, "publisher", Act::RemoveEvidence { evidence: id("E1") })
        }
        Rule::InternalNotYours => {
            let said = said("case", Visibility::Internal, "hush");
            (fresh(), "publisher", Act::Say { said })
        }
        Rule::NothingKept => (accepted(), "analyst", Act::SendReview {}),
        Rule::AlreadySo => {
            let mut play = fresh();
            play.does("publisher", Act::Say { said: said("case", Visibility::Shared, "hello") });
            (play, "publisher", Act::Reopen { thread: id("T1") })
        }
        Rule::PentestTooEarly => {
            let mut play = Play::open(M365, "2027-01-04");
            play.accepted();
            play.file.pentest = Default::default();
            play.does("publisher", Act::RequestPentest {});
            (play, "analyst", crate::pentests::scope(10))
        }
        Rule::FeeChanged => {
            let play = crate::pentests::booked("2026-05-01");
            (play, "publisher", Act::CancelPentest { fee_percent: 1 })
        }
        Rule::DayPast => {
            let mut play = crate::pentests::scoped("2026-05-01");
            play.today = day("2026-05-01");
            let starts_on = day("2026-05-01");
            (play, "publisher", Act::BookPentest { starts_on })
        }
        Rule::DayFuture => {
            let kind = id("app-description");
            let dated_on = Some(day("2026-01-11"));
            let file = a_file("later.pdf");
            (fresh(), "publisher", Act::AddDocument { kind, file, dated_on })
        }
        Rule::InterestUndeclared => (decidable(), "analyst", propose(Ruling::Certify)),
        Rule::InterestConflict => {
            let mut play = decidable();
            play.does("analyst", interest(Interest::Conflict));
            (play, "analyst", propose(Ruling::Certify))
        }
        Rule::SamePerson => {
            let play = proposed();
            let assessment = play.proposed();
            (play, "analyst", Act::Confirm { assessment })
        }
        Rule::RulingNotAllowed => {
            let mut play = accepted();
            play.does("publisher", Act::CompleteEvidence {})
                .does("analyst", interest(Interest::None));
            (play, "analyst", propose(Ruling::Certify))
        }
        Rule::AssessmentChanged => {
            (proposed(), "second", Act::Confirm { assessment: Digest::of(b"another") })
        }
        Rule::NoProposal => {
            (decidable(), "second", Act::ReturnProposal { reason: "why?".to_owned() })
        }
        Rule::ProposalWaiting => (proposed(), "publisher", Act::CompleteEvidence {}),
    }
}

#[test]
fn every_rule_refuses_and_a_refused_act_changes_nothing() {
    for &rule in Rule::ALL {
        let (mut play, account, act) = refused_by(rule);
        let before = play.file.clone();
        assert_eq!(play.refuses(account, act), rule);
        assert_eq!(play.file, before, "{rule}");
    }
}

#[test]
fn a_publishers_dossier_says_nothing_that_only_staff_says() {
    let mut play = Play::open(SMALL, "2026-06-30");
    let plain = Case { verification: Default::default(), ..play.facts() };
    let mut judged = plain.clone();
    judged.permissions.as_mut().unwrap()[0].judgment =
        Some(attestor_core::certification::case::Judgment::Accepted);
    let mut dated = plain.clone();
    dated.dates.documents_accepted_on = Some(day("2026-06-01"));
    for case in [judged, dated, play.facts()] {
        let act = crate::dossiers::take(&case);
        assert_eq!(play.clone().refuses("publisher", act.clone()), Rule::WrongSide);
        play.clone().does("analyst2", act);
    }
    play.does("publisher", crate::dossiers::take(&plain));
}

#[test]
fn a_dossier_that_names_a_file_that_did_not_come_along_is_refused() {
    let mut play = Play::open(SMALL, "2026-06-30");
    let Act::TakeDossier { case, mut files } = crate::dossiers::take(&play.facts()) else { return };
    let lost = files.keys().next().cloned().unwrap();
    files.remove(&lost);
    assert_eq!(play.refuses("analyst", Act::TakeDossier { case, files }), Rule::NotThere);
}

#[test]
fn files_of_a_dossier_stay_inside_and_leave_its_own_files_alone() {
    for (path, rule) in [
        ("../secret", Rule::NotThere),
        ("/etc/passwd", Rule::NotThere),
        ("Evidence.yaml", Rule::Twice),
        ("soa-1.csv", Rule::Twice),
    ] {
        let mut play = Play::open(SMALL, "2026-06-30");
        let mut case = play.facts();
        case.documents[0].file = path.to_owned();
        assert_eq!(play.refuses("analyst", crate::dossiers::take(&case)), rule, "{path}");
    }
}
