//! The record as each role meets it.

use attestor_core::desk::act::{Act, Said};
use attestor_core::desk::role::Role;
use attestor_core::desk::thread::Visibility;

use crate::web::desk::tests::{Bureau, Person};

fn said(visibility: Visibility, words: &str) -> Act {
    let said = Said {
        about: "case".to_owned(),
        item: None,
        thread: None,
        visibility,
        words: words.to_owned(),
    };
    Act::Say { said }
}

fn spoken() -> (Bureau, Person, Person, String) {
    let place = Bureau::new();
    let (publisher, analyst) = (place.publisher(), place.analyst());
    let case = place.started(&publisher, &analyst).id.clone();
    place.act(&analyst, &case, said(Visibility::Internal, "Looks thin to me"));
    place.act(&analyst, &case, said(Visibility::Shared, "Where are the backups?"));
    let Act::Say { said } = said(Visibility::Shared, "Half a thought") else { panic!() };
    place.act(&analyst, &case, Act::Draft { said });
    (place, publisher, analyst, case)
}

#[test]
fn publishers_read_the_acts_of_their_case_without_internal_words_and_drafts() {
    let (place, publisher, analyst, case) = spoken();
    for address in ["record", "record.csv", "record.jsonl"] {
        let address = format!("/desk/cases/{case}/{address}");
        let (theirs, ours) = (place.get(&publisher, &address), place.get(&analyst, &address));
        assert!(!theirs.has("Looks thin") && !theirs.has("Half a thought"), "{}", theirs.body);
        assert!(!theirs.has("draft"), "{address}");
        assert!(theirs.has("Anna Analyst") && ours.has("draft") | address.ends_with("record"));
    }
    let page = place.get(&publisher, &format!("/desk/cases/{case}/record"));
    assert!(page.has("Where are the backups?") && page.has("Opened the case"), "{}", page.body);
    assert!(page.has("All hold"), "every digest on the page holds");
    assert!(place.get(&analyst, &format!("/desk/cases/{case}/record")).has("Looks thin"));
}

#[test]
fn what_an_analyst_keeps_back_is_shown_to_nobody_else_in_the_record_of_the_case() {
    let (place, _, analyst, case) = spoken();
    let lead = place.person("Attestation Board", "Lena Lead", Role::LeadAnalyst);
    let second = place.person("Attestation Board", "Sven Second", Role::Analyst);
    let auditor = place.person("Attestation Board", "Otto Auditor", Role::Auditor);
    let draft = [
        ("record", "Half a thought"),
        ("record.csv", ",draft,"),
        ("record.jsonl", "Half a thought"),
    ];
    for (address, words) in draft {
        let address = format!("/desk/cases/{case}/{address}");
        assert!(place.get(&analyst, &address).has(words), "{address}");
        for other in [&lead, &second, &auditor] {
            let got = place.get(other, &address);
            assert!(got.status == 200 && !got.has(words), "{address}: {}", got.body);
        }
    }
}

#[test]
fn the_whole_record_is_for_those_who_may_read_it() {
    let (place, publisher, analyst, case) = spoken();
    let auditor = place.person("Attestation Board", "Otto Auditor", Role::Auditor);
    for person in [&publisher, &analyst] {
        assert_eq!(place.get(person, "/desk/record").status, 403);
        assert_eq!(place.get(person, "/desk/record.jsonl").status, 403);
    }
    let page = place.get(&auditor, "/desk/record");
    assert!(page.has("Half a thought") && page.has(&format!("/desk/cases/{case}/record")));
    let lines = place.get(&auditor, "/desk/record.jsonl");
    let whole = lines.body.lines().count();
    let last: serde_json::Value =
        serde_json::from_str(lines.body.lines().last().expect("a line")).expect("JSON");
    assert_eq!(last["entry_id"], whole, "one line an entry, oldest first");
}

#[test]
fn entries_are_found_by_actor_kind_day_and_text() {
    let (place, _, analyst, case) = spoken();
    let here = format!("/desk/cases/{case}/record");
    let found = |query: &str| {
        let lines = place.get(&analyst, &format!("{here}.jsonl?{query}"));
        lines.body.lines().count()
    };
    assert_eq!(found("kind=say"), 2);
    assert_eq!(found("kind=approve-attestation"), 1);
    assert_eq!(found("q=DOSSIER"), 0);
    assert_eq!(found("q=Environ"), 1);
    assert_eq!(found("from=2026-11-24"), 0);
    assert_eq!(found("until=2026-11-22"), 0);
    let whole = found("");
    let by_analyst = found(&format!("actor={}", analyst.worker.account));
    assert!(by_analyst > 4 && by_analyst < whole, "{by_analyst} of {whole}");
    assert!(place.get(&analyst, &format!("{here}?q=nothing-like-it")).has("No entry"));
}
