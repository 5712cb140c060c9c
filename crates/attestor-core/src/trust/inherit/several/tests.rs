use proptest::prelude::*;

use super::*;
use crate::framework::SourceFile;
use crate::trust::inherit::tests::{controls, models, without};
use crate::trust::inherit::{Share, Why};
use crate::trust::load;

const EXAMPLE: &str = include_str!("../../../../tests/trust/example.yaml");

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn trust(from: &str, to: &str) -> Trust {
    assert!(EXAMPLE.contains(from), "{from}");
    let text = EXAMPLE.replacen(from, to, 1);
    load::load(&[SourceFile { path: "trust.yaml".to_owned(), text }], &BTreeMap::new()).unwrap()
}

fn used(organization: &str, service: &str) -> Used {
    let (service, cloud) = (Id::made(service), Id::made("public"));
    Used { organization: organization.to_owned(), service, cloud }
}

fn content(uses: &[(&str, &str)]) -> Content {
    let uses = uses.iter().map(|(organization, service)| used(organization, service)).collect();
    Content { uses, ..Content::default() }
}

fn framework() -> Id {
    Id::made("iso27001-2022")
}

#[test]
fn the_weakest_of_all_portals_decides_and_each_certificate_speaks_for_its_own() {
    let row = "applicable: true, implemented: true";
    let (whole, shared) = (trust(row, "applicable: true, duty: provider"), trust(row, row));
    let portals = [
        Told { organization: "fabrikam", trust: &whole },
        Told { organization: "northwind", trust: &shared },
    ];
    let asked = controls(&["A.5.1"]);
    let share = |uses: &[(&str, &str)]| {
        let content = content(uses);
        let found = inherit(&portals, &content, (&framework(), &asked), day("2026-03-01"));
        found[0].share
    };
    assert_eq!(share(&[("fabrikam", "tidewater")]), Share::Inherited);
    assert_eq!(share(&[("northwind", "tidewater")]), Share::Shared);
    let both = [("fabrikam", "tidewater"), ("northwind", "tidewater")];
    assert_eq!(share(&both), Share::Shared);
    assert_eq!(share(&[("fabrikam", "tidewater"), ("fabrikam", "nothing")]), Share::Customer);
    assert_eq!(share(&[]), Share::Customer);
}

#[test]
fn a_portal_that_is_gone_leaves_everything_to_review() {
    let asked = controls(&["A.5.1", "A.7.1"]);
    let content = content(&[("fabrikam", "tidewater")]);
    let found = inherit(&[], &content, (&framework(), &asked), day("2026-03-01"));
    for standing in &found {
        assert_eq!(standing.share, Share::NeedsReview);
        assert_eq!(standing.layers[0].why, Why::PortalWithdrawn);
        assert_eq!(standing.layers[0].portal, Some("fabrikam"));
    }
}

#[test]
fn own_texts_are_those_of_the_framework() {
    let told = trust("harbor", "harbor");
    let portals = [Told { organization: "fabrikam", trust: &told }];
    let asked = controls(&["A.5.1"]);
    let mut content = content(&[("fabrikam", "tidewater")]);
    content.set_own(&Id::made("soc2"), &Id::made("A.5.1"), "Another framework's.");
    let lacks = |content: &Content| {
        inherit(&portals, content, (&framework(), &asked), day("2026-03-01"))[0].lacks_own_text()
    };
    assert!(lacks(&content));
    content.set_own(&framework(), &Id::made("A.5.1"), "Ours.");
    assert!(!lacks(&content));
}

/// What two models give together for each control: 0 nothing, 1 shared, 2 inherited.
fn given(models: &[Option<&Trust>], asked: &[Asked]) -> Vec<u8> {
    let names = ["fabrikam", "northwind"];
    let told = names.into_iter().zip(models);
    let portals: Vec<Told<'_>> = told
        .filter_map(|(organization, trust)| trust.map(|trust| Told { organization, trust }))
        .collect();
    let content = content(&[("fabrikam", "tidewater"), ("northwind", "lantern")]);
    let found = inherit(&portals, &content, (&framework(), asked), day("2026-06-10"));
    let given = |it: &Standing<'_>| match it.share {
        Share::Customer | Share::NeedsReview => 0,
        Share::Shared => 1,
        Share::Inherited => 2,
    };
    found.iter().map(given).collect()
}

proptest! {
    #[test]
    fn taking_away_from_one_of_two_portals_never_gives_more(
        (one, other) in (models(), models()), what in 0..7_u8, at in 0..12_usize
    ) {
        let asked = controls(&["A.5.0", "A.5.1", "A.5.2", "A.5.3"]);
        let before = given(&[Some(&one), Some(&other)], &asked);
        let less = (what < 6).then(|| without(&other, what, at));
        let after = given(&[Some(&one), less.as_ref()], &asked);
        for (before, after) in before.iter().zip(&after) {
            prop_assert!(after <= before, "{what} {at}");
        }
    }
}
