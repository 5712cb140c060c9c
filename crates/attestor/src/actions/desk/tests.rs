//! The desk over both databases, as pages and the API use it.

mod builder;
mod erasure;
mod lists;
mod matrix;
mod walk;

use attestor_core::desk::act::{Act, Interest, Ruling};
use attestor_core::desk::file::{CaseFile, Stage};
use attestor_core::desk::refusal::Rule;

use self::builder::{Bench, everywhere, interest, say, worker};
use super::{Desk, Refused, recorded};

#[test]
fn an_app_is_certified_and_another_desk_reads_the_same_case() {
    everywhere(|bench| {
        let id = bench.decided(Ruling::Certify);
        let file = bench.case(&id);
        assert_eq!(file.stage(), Stage::Certified);
        let other = bench.another_desk();
        let read = bench.waiting.on(other.load(&worker("auditor"), &id)).expect("read");
        assert_eq!(*read, *file);
        let entries = bench.waiting.on(bench.desk.store().case_acts(&id, 0)).expect("read");
        let acts = recorded(&entries).expect("acts");
        assert_eq!(CaseFile::of(&id, "contoso", &acts).as_ref(), Some(&*file));
        let row = bench.waiting.on(bench.desk.store().case(&id)).expect("read").expect("a row");
        assert_eq!((row.state.as_str(), row.open, row.waiting), ("certified", false, 0));
    });
}

#[test]
fn an_app_is_rejected() {
    everywhere(|bench| {
        let id = bench.decided(Ruling::Reject);
        assert_eq!(bench.case(&id).stage(), Stage::Rejected);
        bench.open("publisher", "app-1");
    });
}

#[test]
fn an_app_has_one_open_case_and_may_start_again_at_once_after_a_timeout() {
    everywhere(|bench| {
        let id = bench.accepted();
        let again = bench.try_open("publisher", "app-1");
        assert!(matches!(again, Err(Refused::AppHasCase)), "{again:?}");
        bench.clock.advance_days(30);
        assert_eq!(bench.waiting.on(bench.desk.end_late()).expect("asked"), 0);
        bench.clock.advance_days(1);
        assert_eq!(bench.waiting.on(bench.desk.end_late()).expect("asked"), 1);
        assert_eq!(bench.waiting.on(bench.desk.end_late()).expect("asked"), 0);
        assert_eq!(bench.case(&id).stage(), Stage::FailedTimeout);
        bench.open("publisher", "app-1");
    });
}

#[test]
fn who_saw_an_older_case_gets_a_conflict_and_nothing_is_written() {
    everywhere(|bench| {
        let id = bench.open("publisher", "app-1");
        let act =
            |seen, act| bench.waiting.on(bench.desk.act(&worker("publisher"), &id, seen, act));
        act(Some(1), say("hello")).expect("said");
        let refused = act(Some(1), say("again"));
        assert!(matches!(refused, Err(Refused::Conflict { now: 2 })), "{refused:?}");
        let refused = act(Some(3), say("again"));
        assert!(matches!(refused, Err(Refused::Conflict { now: 2 })), "{refused:?}");
        assert_eq!(bench.case(&id).number, 2);
    });
}

#[test]
fn what_an_analyst_keeps_back_is_no_conflict_for_others() {
    everywhere(|bench| {
        let id = bench.open("publisher", "app-1");
        let Act::Say { said } = say("not yet") else { return };
        bench.does("analyst", &id, Act::Draft { said });
        let publisher = worker("publisher");
        let act = bench.desk.act(&publisher, &id, Some(1), say("hello"));
        assert_eq!(bench.waiting.on(act).expect("said").number, 3);
    });
}

#[test]
fn two_desks_on_one_database_catch_up_with_each_other() {
    everywhere(|bench| {
        let id = bench.open("publisher", "app-1");
        let other = bench.another_desk();
        let publisher = worker("publisher");
        for number in 0..6 {
            let desk: &Desk = if number % 2 == 0 { &bench.desk } else { &other };
            let act = desk.act(&publisher, &id, Some(number + 1), say("turn"));
            assert_eq!(bench.waiting.on(act).expect("said").number, number + 2);
        }
    });
}

#[test]
fn of_many_acts_at_once_one_wins_each_number_and_none_is_lost() {
    everywhere(|bench| {
        let id = bench.open("publisher", "app-1");
        let desks: Vec<Desk> = (0..8).map(|_| bench.another_desk()).collect();
        let won = bench.waiting.on(async {
            let tasks: Vec<_> =
                desks.iter().cloned().map(|desk| at_once(desk, id.clone())).collect();
            futures_util::future::join_all(tasks).await
        });
        let mut numbers: Vec<u64> = won.into_iter().flatten().collect();
        numbers.sort_unstable();
        assert_eq!(numbers, (2..=numbers.len() as u64 + 1).collect::<Vec<_>>());
        let file = bench.case(&id);
        assert_eq!(file.number, numbers.len() as u64 + 1);
        assert_eq!(file.threads.len(), numbers.len());
    });
}

/// Five acts with the number that was seen; gives the numbers that they got.
async fn at_once(desk: Desk, id: String) -> Vec<u64> {
    let mut won = Vec::new();
    while won.len() < 5 {
        let seen = desk.load(&worker("publisher"), &id).await.expect("read").number;
        match desk.act(&worker("publisher"), &id, Some(seen), say("mine")).await {
            Ok(file) => won.push(file.number),
            Err(Refused::Conflict { .. }) => tokio::task::yield_now().await,
            Err(other) => panic!("{other:?}"),
        }
    }
    won
}

#[test]
fn cases_of_others_are_not_found() {
    everywhere(|bench| {
        let id = bench.open("publisher", "app-1");
        for who in ["stranger", "customer_admin"] {
            let load = bench.waiting.on(bench.desk.load(&worker(who), &id));
            assert!(matches!(load, Err(Refused::NotFound)), "{who}");
            let act = bench.waiting.on(bench.desk.act(&worker(who), &id, None, say("hello")));
            assert!(matches!(act, Err(Refused::NotFound)), "{who}");
        }
        let auditor = bench.waiting.on(bench.desk.act(&worker("auditor"), &id, None, say("hello")));
        assert!(matches!(auditor, Err(Refused::Forbidden)));
        let for_others = bench.try_open("stranger", "app-2");
        assert!(matches!(for_others, Err(Refused::Forbidden)));
    });
}

#[test]
fn staff_has_no_part_in_cases_of_its_own_organization() {
    everywhere(|bench| {
        let mut own = worker("publisher");
        own.organization = "body".to_owned();
        let open = bench.desk.open(&own, "body", builder::open_act("app-1"));
        let id = bench.waiting.on(open).expect("opened").id.clone();
        let act = bench.waiting.on(bench.desk.act(&worker("analyst"), &id, None, say("hello")));
        assert!(matches!(act, Err(Refused::Forbidden)));
    });
}

#[test]
fn a_publisher_takes_the_newest_edition_and_answers_that_go_together() {
    everywhere(|bench| {
        let Act::Open { app, framework, .. } = builder::open_act("app-1") else { return };
        let edition = Some("2019.1".to_owned());
        let act = Act::Open { app, framework, certified_on: None, edition };
        let open = bench.waiting.on(bench.desk.open(&worker("publisher"), "contoso", act));
        let Err(Refused::Rule(refusal)) = open else { panic!("{open:?}") };
        assert_eq!(refusal.rule, Rule::NotOfEdition);
    });
}

#[test]
fn a_renewal_knows_the_certificate_before_it() {
    everywhere(|bench| {
        bench.decided(Ruling::Certify);
        let id = bench.open("publisher", "app-1");
        assert_eq!(bench.case(&id).case.dates.certified_on, Some(bench.clock.today()));
    });
}

#[test]
fn a_case_is_given_to_members_who_review_and_to_nobody_else() {
    everywhere(|bench| {
        let id = bench.open("publisher", "app-1");
        let assign = |account: &str| {
            let analyst = Some(account.to_owned());
            let act = Act::Assign { analyst, name: "Anybody".to_owned() };
            bench.waiting.on(bench.desk.act(&worker("lead_analyst"), &id, None, act))
        };
        for nobody in ["publisher", "stranger", "auditor", "nobody", "", "system"] {
            let refused = assign(nobody);
            let Err(Refused::Rule(refusal)) = refused else { panic!("{nobody}: {refused:?}") };
            assert_eq!(refusal.rule, Rule::NotThere, "{nobody}");
        }
        let given = assign("second").expect("given");
        assert_eq!(given.analyst, Some(("second".to_owned(), "The second".to_owned())));
        bench.does("analyst", &id, interest(Interest::Conflict));
        let refused = assign("analyst");
        assert!(matches!(refused, Err(Refused::Rule(ref it)) if it.rule == Rule::InterestConflict));
        let end = async {
            let mut work = bench.desk.store().begin().await.expect("begun");
            assert!(work.end_member("member-second", "2027-01-04T12:00:00Z").await.expect("ended"));
            work.commit().await.expect("kept");
        };
        bench.waiting.on(end);
        assert!(assign("second").is_err(), "the membership ended");
    });
}

#[test]
fn a_decision_is_confirmed_by_a_member_who_decides() {
    everywhere(|bench| {
        let id = bench.accepted();
        for who in ["analyst", "second"] {
            bench.does(who, &id, interest(Interest::None));
        }
        let words = "It is not in place.".to_owned();
        let propose = Act::Propose { ruling: Ruling::Reject, words, grounds: None };
        bench.does("analyst", &id, propose);
        let assessment = bench.case(&id).proposal.as_ref().expect("one").grounds.assessment;
        let confirm = |who: &str| {
            let mut own = worker("second");
            own.account = who.to_owned();
            let act = Act::Confirm { assessment };
            bench.waiting.on(bench.desk.act(&own, &id, None, act))
        };
        for nobody in ["nobody", "stranger", "auditor"] {
            let refused = confirm(nobody);
            assert!(matches!(refused, Err(Refused::Forbidden)), "{nobody}: {refused:?}");
        }
        assert_eq!(confirm("second").expect("confirmed").stage(), Stage::Rejected);
    });
}

#[test]
fn a_refused_act_leaves_nothing_in_the_record() {
    everywhere(|bench| {
        let id = bench.open("publisher", "app-1");
        let publisher = worker("publisher");
        let act = bench.desk.act(&publisher, &id, None, Act::Start {});
        let refused = bench.waiting.on(act);
        assert!(matches!(refused, Err(Refused::Rule(ref it)) if it.rule == Rule::NotStartable));
        let entries = bench.waiting.on(bench.desk.store().case_acts(&id, 0)).expect("read");
        assert_eq!(entries.len(), 1);
    });
}

#[test]
fn the_record_says_who_did_what_in_which_role() {
    everywhere(|bench| {
        let id = bench.open("publisher", "app-1");
        bench.does("analyst", &id, interest(Interest::None));
        let entries = bench.waiting.on(bench.desk.store().case_acts(&id, 0)).expect("read");
        let entry = &entries[1];
        let said = (entry.actor.as_str(), entry.role.as_str(), entry.kind.as_str(), entry.number);
        assert_eq!(said, ("analyst", "analyst", "declare_interest", 2));
        assert_eq!(entry.organization.as_deref(), Some("contoso"));
        let content = r#"{"name":"analyst","side":"analyst","act":{"act":"declare_interest","interest":"none","words":"none"}}"#;
        assert_eq!(entry.content, content);
    });
}

/// A desk keeps what it read: one more act is one more entry to read.
#[test]
fn a_case_that_was_read_catches_up_by_the_new_acts_only() {
    let bench = Bench::sqlite();
    let id = bench.accepted();
    let other = bench.another_desk();
    let load = || bench.waiting.on(other.case(&id)).expect("read").expect("a case");
    let known = load();
    assert!(std::sync::Arc::ptr_eq(&known, &load()), "nothing happened since");
    bench.does("publisher", &id, say("hello"));
    let acts = bench.waiting.on(bench.desk.store().case_acts(&id, known.number as i64));
    assert_eq!(acts.expect("read").len(), 1);
    assert_eq!(load().number, known.number + 1);
}
