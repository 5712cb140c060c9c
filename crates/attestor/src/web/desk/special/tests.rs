//! What tests of the special screens stand on, and what holds for all of them.

use attestor_core::desk::act::{Act, Ruling};
use attestor_core::desk::guard;
use serde_json::json;

use crate::store::desk::CASE;
use crate::store::record::Told;
use crate::web::desk::tests::{Bureau, Person};

/// Records an act that no guard is asked about, as if all that it stands on had come before.
pub(in crate::web::desk) fn force(place: &Bureau, person: &Person, case: &str, act: &Act) {
    let at = place.clock.now();
    let actor = person.worker.actor().expect("a side");
    let content = json!({ "name": actor.name, "side": actor.side, "act": act }).to_string();
    place.on(async {
        let store = place.site.desk.store();
        let mut row = store.case(case).await.expect("read").expect("a case");
        row.number += 1;
        row.changed_at = at.to_string();
        let organization = row.organization_id.clone();
        let told = Told {
            at,
            actor: &actor.account,
            role: person.worker.role.as_str(),
            organization: Some(&organization),
            subject: CASE,
            subject_id: case,
            kind: act.kind(),
            content: &content,
        };
        let mut work = store.begin().await.expect("begun");
        assert!(work.put_case(told, &row).await.expect("kept"));
        work.commit().await.expect("kept");
    });
}

/// A decision in a case that runs, with its grounds as the server would set them.
pub(in crate::web::desk) fn decide(
    place: &Bureau,
    (first, second): (&Person, &Person),
    case: &str,
    (ruling, words): (Ruling, &str),
) {
    let file = place.on(place.site.desk.case(case)).expect("read").expect("a case");
    let rules = place.site.desk.rules(&file).expect("rules");
    let proposal = Act::Propose { ruling, words: words.to_owned(), grounds: None };
    let library = place.site.desk.library();
    let proposal = guard::complete(library, rules, &file, proposal, place.clock.now());
    let Act::Propose { grounds: Some(grounds), .. } = &proposal else { panic!("no grounds") };
    let confirm = Act::Confirm { assessment: grounds.assessment };
    force(place, first, case, &proposal);
    force(place, second, case, &confirm);
}

/// The screens of a case.
const SCREENS: [&str; 10] = [
    "permissions",
    "connections",
    "external",
    "external/applicability",
    "external/applicability.csv",
    "pentest",
    "decision",
    "letter",
    "record",
    "record.jsonl",
];

/// What an edition hides from publishers, as pages write it.
const HIDDEN: [&str; 5] = ["Pass mark", " points<", " points ·", "Not reached", "pass_mark"];

#[test]
fn publishers_see_no_pass_mark_and_no_points_that_the_edition_hides() {
    let place = Bureau::new();
    let (publisher, analyst, lead) = (place.publisher(), place.analyst(), place.lead());
    let case = place.running(&publisher, &analyst).id.clone();
    for decided in [false, true] {
        if decided {
            decide(&place, (&analyst, &lead), &case, (Ruling::Reject, "Too little is shown."));
        }
        for screen in SCREENS {
            let page = place.get(&publisher, &format!("/desk/cases/{case}/{screen}"));
            assert!(page.status.is_success(), "{screen}: {}", page.status);
            for hidden in HIDDEN {
                assert!(!page.has(hidden), "{screen} says `{hidden}`");
            }
        }
        let page = place.get(&analyst, &format!("/desk/cases/{case}/decision"));
        assert!(page.has("Pass mark 80 %") && page.has(" points<"), "{}", page.body);
    }
    let letter = place.get(&analyst, &format!("/desk/cases/{case}/letter"));
    assert!(letter.has("Pass mark 80 %"), "{}", letter.body);
}

#[test]
fn every_screen_is_for_the_own_organization_only_and_has_all_its_words() {
    let place = Bureau::new();
    let (publisher, analyst) = (place.publisher(), place.analyst());
    let stranger = place.person("Fabrikam", "Frida", attestor_core::desk::role::Role::Publisher);
    let case = place.running(&publisher, &analyst).id.clone();
    for screen in SCREENS {
        let address = format!("/desk/cases/{case}/{screen}");
        for person in [&publisher, &analyst] {
            let page = place.get(person, &address);
            assert!(page.status.is_success(), "{screen}: {}", page.status);
            let lost = page.body.split("[desk-").nth(1).map(|rest| rest.get(..40));
            assert_eq!(lost, None, "{screen} lacks words");
        }
        assert_eq!(place.get(&stranger, &address).status, 404, "{screen}");
    }
}
