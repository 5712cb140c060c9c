//! Scope, permissions, connections, documents and samples on the desk.

use attestor_core::certification::case::{Component, Judgment, Permission, Service, ServiceOwner};
use attestor_core::desk::act::{Act, Interest, Ruling};
use attestor_core::desk::file::{CaseFile, Stage};
use attestor_core::desk::refusal::Rule;
use attestor_core::desk::standing::Move;
use attestor_core::party::Party;

use crate::case::{a_component, a_permission, a_service, an_environment, id};
use crate::play::{Play, SMALL, a_file, interest, propose};
use crate::program::M365;

fn accepted() -> Play {
    let mut play = Play::open(M365, "2027-01-04");
    play.accepted();
    play
}

/// A12: an edited inventory needs a new draw with an analyst's reason.
#[test]
fn a12_inventory_edit_asks_for_a_new_draw_with_a_reason() {
    let mut play = accepted();
    let redraw = |reason: &str| Act::Redraw { reason: reason.to_owned(), draw: None };
    assert_eq!(play.refuses("analyst", redraw("again")), Rule::AlreadySo);
    let first = play.file.case.draw.clone().unwrap();
    let mut components = play.file.case.scope.components.clone();
    components.push(a_component("machine-2", "paas"));
    play.does("publisher", Act::SetInventory { components });
    assert!(play.rules().assess(&play.file, play.today).sample_outdated.is_some());
    assert_eq!(play.refuses("analyst", redraw(" ")), Rule::WordsMissing);
    play.does("analyst", redraw("a machine was added"));
    let second = play.file.case.draw.clone().unwrap();
    assert_ne!(first.population, second.population);
    assert_eq!(second.redraw_reason.as_deref(), Some("a machine was added"));
    assert_eq!(play.refuses("analyst", redraw("again")), Rule::AlreadySo);
}

/// Machines of one stratum.
fn machines(count: usize) -> Vec<Component> {
    (1..=count).map(|number| a_component(&format!("machine-{number}"), "paas")).collect()
}

/// A13: a sample of 2 is raised to 3, later to 4, then to the whole stratum; the first ones stay.
#[test]
fn a13_enlarged_sample_keeps_the_first_one_and_is_drawn_again_the_same() {
    let mut play = accepted();
    play.does("publisher", Act::SetInventory { components: machines(6) });
    let reason = || "six machines".to_owned();
    play.does("analyst", Act::Redraw { reason: reason(), draw: None });
    let enlarge = |component: &str, reason: &str| {
        let reason = reason.to_owned();
        Act::EnlargeSample { component: id(component), reason, to: Some(999) }
    };
    let drawn = |play: &Play| {
        let draw = play.rules().assess(&play.file, play.today).draw;
        let stratum = draw.strata.iter().find(|it| it.drawn.contains(&id("machine-1")));
        stratum.or(draw.strata.first()).unwrap().drawn.clone()
    };
    let mut before = drawn(&play);
    assert_eq!(before.len(), 2);
    assert_eq!(play.refuses("analyst", enlarge("machine-1", " ")), Rule::WordsMissing);
    assert_eq!(play.refuses("analyst", enlarge("nothing", "x")), Rule::NotThere);
    assert_eq!(play.refuses("publisher", enlarge("machine-1", "x")), Rule::WrongSide);
    for size in [3, 4, 6] {
        play.does("analyst", enlarge("machine-1", "their patch levels differ"));
        let after = drawn(&play);
        assert_eq!(after.len(), size);
        assert_eq!(after[..before.len()], before[..], "the first ones stay, in order");
        before = after;
    }
    assert_eq!(play.refuses("analyst", enlarge("machine-1", "again")), Rule::AlreadySo);
    let sizes: Vec<u64> =
        play.file.case.draw.as_ref().unwrap().enlarged.iter().map(|it| it.to).collect();
    assert_eq!(sizes, [3, 4, 6], "the server counts, whatever a client says");
    let again = CaseFile::of(&play.file.id, &play.file.organization, &play.record).unwrap();
    assert_eq!(again, play.file);
    play.does("publisher", Act::SetInventory { components: machines(8) });
    play.does("analyst", Act::Redraw { reason: reason(), draw: None });
    assert_eq!(drawn(&play).len(), 6, "what was found stays found");
}

#[test]
fn an_enlarged_sample_asks_the_publisher_again() {
    let mut play = accepted();
    play.does("publisher", Act::SetInventory { components: machines(6) });
    play.does("analyst", Act::Redraw { reason: "six machines".to_owned(), draw: None });
    play.file.case.dates.evidence_complete_on = Some(play.today);
    assert_eq!(play.stage(), Stage::FinalReview);
    let reason = "they differ".to_owned();
    play.does("analyst", Act::EnlargeSample { component: id("machine-2"), reason, to: None });
    assert_eq!(play.stage(), Stage::EvidenceOpen);
    assert_eq!(play.standing().party, Party::Publisher);
}

#[test]
fn the_same_inventory_gives_the_same_draw() {
    assert_eq!(accepted().file.case.draw, accepted().file.case.draw);
}

#[test]
fn scope_grows_and_does_not_shrink_once_the_documents_are_accepted() {
    let mut play = accepted();
    let lost =
        |play: &mut Play, act: Act| assert_eq!(play.refuses("publisher", act), Rule::ScopeFixed);
    lost(&mut play, Act::State { statement: id("eu-personal-data"), holds: Some(false) });
    lost(&mut play, Act::SetServices { services: Vec::new() });
    lost(&mut play, Act::SetFootprint { footprint: Vec::new() });
    let mut environments = play.file.case.scope.environments.clone();
    environments.push(an_environment("iaas"));
    play.does("publisher", Act::SetEnvironments { environments });
    let mut services = play.file.case.scope.services.clone().unwrap();
    services.push(a_service("mail.example.org", ServiceOwner::ThirdParty));
    play.does("publisher", Act::SetServices { services });
}

#[test]
fn an_environment_with_machines_is_not_taken_away() {
    let mut play = Play::open(SMALL, "2027-01-04");
    play.start().describe();
    let act = Act::SetEnvironments { environments: Vec::new() };
    assert_eq!(play.refuses("publisher", act), Rule::NotThere);
}

#[test]
fn evidence_no_longer_names_machines_that_are_gone() {
    let mut play = Play::open(SMALL, "2027-01-04");
    play.start().describe();
    let control = play.controls(attestor_core::desk::status::ControlStatus::Open).remove(0);
    play.adds(&control).does("publisher", Act::SetInventory { components: Vec::new() });
    assert!(play.file.case.evidence.iter().all(|it| it.components.is_empty()));
    assert!(play.file.pieces.iter().all(|it| it.facts.components.is_empty()));
}

#[test]
fn judgments_on_permissions_come_from_analysts_and_stay_with_the_name() {
    let mut play = accepted();
    let judgment = Some(Judgment::Accepted);
    let by_publisher =
        vec![Permission { judgment, ..a_permission("Mail.Read") }, a_permission("User.Read")];
    play.does("publisher", Act::SetPermissions { permissions: by_publisher });
    let judgments = |play: &Play| -> Vec<Option<Judgment>> {
        play.file.case.permissions.iter().flatten().map(|it| it.judgment).collect()
    };
    assert_eq!(judgments(&play), [None, None]);
    let judge = |judgment| Act::JudgePermission {
        permission: "mail.read".to_owned(),
        judgment,
        reason: "Mail.ReadBasic would do".to_owned(),
    };
    play.does("analyst", judge(Some(Judgment::OverBroad)));
    assert_eq!(judgments(&play), [Some(Judgment::OverBroad), None]);
    let fewer = vec![a_permission("User.Read")];
    play.does("publisher", Act::SetPermissions { permissions: fewer });
    let again = vec![a_permission("Mail.Read")];
    play.does("publisher", Act::SetPermissions { permissions: again });
    assert_eq!(judgments(&play), [Some(Judgment::OverBroad)]);
    play.does("analyst", judge(None));
    assert_eq!(judgments(&play), [None]);
    assert!(play.file.permissions.is_empty());
}

#[test]
fn an_unexplained_connection_stays_so_when_it_is_listed_anew() {
    let mut play = Play::open(SMALL, "2027-01-04");
    play.start().describe();
    let host = "api.example.com".to_owned();
    let reason = "what for?".to_owned();
    play.does("analyst", Act::JudgeService { host, explained: false, reason });
    let services = vec![a_service("API.example.com", ServiceOwner::Own)];
    play.does("publisher", Act::SetServices { services: Vec::new() })
        .does("publisher", Act::SetServices { services })
        .does("publisher", Act::SubmitDocuments {})
        .does("analyst", Act::AcceptDocuments { draw: None })
        .hands_in_all()
        .approves_all()
        .does("publisher", Act::CompleteEvidence {})
        .does("analyst", interest(Interest::None));
    assert_eq!(play.refuses("analyst", propose(Ruling::Certify)), Rule::RulingNotAllowed);
    let host = "API.example.com".to_owned();
    play.does("analyst", Act::JudgeService { host, explained: true, reason: String::new() })
        .does("analyst", propose(Ruling::Certify));
}

#[test]
fn a_service_without_a_purpose_is_a_service() {
    let service =
        Service { host: "a.example.org".to_owned(), owner: ServiceOwner::Microsoft, purpose: None };
    let mut play = Play::open(SMALL, "2027-01-04");
    play.does("publisher", Act::SetServices { services: vec![service] });
}

#[test]
fn documents_that_are_given_back_are_handed_in_again() {
    let mut play = Play::open(SMALL, "2027-01-04");
    play.start().describe().does("publisher", Act::SubmitDocuments {});
    let add = |name: &str| Act::AddDocument {
        kind: id("app-description"),
        file: a_file(name),
        dated_on: None,
    };
    assert_eq!(play.refuses("publisher", add("late.pdf")), Rule::WrongStage);
    let documents = [(id("D1"), "which app?".to_owned())].into();
    play.does("analyst", Act::ReturnDocuments { reason: "see below".to_owned(), documents });
    assert_eq!(play.stage(), Stage::InitialDocuments);
    assert_eq!(play.file.documents[0].returned.as_deref(), Some("which app?"));
    play.does("publisher", add("app-description.pdf"))
        .does("publisher", Act::RemoveDocument { document: id("D1") });
    let paths: Vec<&str> = play.file.documents.iter().map(|it| it.path.as_str()).collect();
    assert_eq!(paths.last(), Some(&"documents/2/app-description.pdf"));
    assert!(play.file.files.contains_key("documents/app-description.pdf"), "the old one is kept");
    play.does("publisher", Act::SubmitDocuments {})
        .does("analyst", Act::AcceptDocuments { draw: None });
    assert_eq!(play.file.documents_returned, None);
}

/// C8: shared hosting waits for the program's owner.
#[test]
fn c8_shared_hosting_is_the_owners_move() {
    let mut play = Play::open(M365, "2027-01-04");
    play.start().describe();
    let mut environments = play.file.case.scope.environments.clone();
    environments.push(an_environment("shared"));
    play.does("publisher", Act::SetEnvironments { environments });
    let standing = play.standing();
    assert_eq!((standing.party, standing.next), (Party::Owner, Move::DecideScope));
    assert_eq!(play.refuses("publisher", Act::SubmitDocuments {}), Rule::DocumentsLacking);
}

#[test]
fn a_report_that_is_set_aside_stands_for_nothing_and_comes_back() {
    let mut play = accepted();
    let path = play.file.case.external[0].file.clone();
    let judge = |accepted, reason: &str| Act::JudgeExternal {
        path: path.clone(),
        accepted,
        reason: reason.to_owned(),
    };
    assert_eq!(play.refuses("analyst", judge(true, "")), Rule::AlreadySo);
    play.does("analyst", judge(false, "another company"))
        .does("analyst", judge(false, "another app"));
    assert!(play.file.case.external.is_empty());
    assert_eq!(play.file.set_aside[&path].1.reason, "another app");
    play.does("analyst", judge(true, ""));
    assert_eq!(play.file.case.external.len(), 1);
    play.does("publisher", Act::RemoveExternal { path });
    assert!(play.file.case.external.is_empty() && play.file.set_aside.is_empty());
}
