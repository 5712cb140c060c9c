use proptest::prelude::*;

use super::super::load;
use super::*;
use crate::framework::SourceFile;

const EXAMPLE: &str = include_str!("../../../tests/trust/example.yaml");

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn trust(from: &str, to: &str) -> Trust {
    assert!(EXAMPLE.contains(from), "{from}");
    let text = EXAMPLE.replacen(from, to, 1);
    let file = SourceFile { path: "trust.yaml".to_owned(), text };
    load::load(&[file], &BTreeMap::new()).unwrap()
}

pub(super) fn controls(ids: &[&str]) -> Vec<Asked> {
    let edition = Id::made("iso27001-2022");
    let ask = |id: &&str| {
        let items = vec![Id::made(id)];
        let by = StandsFor { edition: edition.clone(), items, is_whole: true };
        Asked { control: Id::made(id), by: vec![by] }
    };
    ids.iter().map(ask).collect()
}

/// Share and reason of A.5.1 for the example's shop, with one text in the place of another.
fn found(from: &str, to: &str, on: &str) -> (Share, Why) {
    let trust = trust(from, to);
    let asked = controls(&["A.5.1"]);
    let found = inherit(&trust, &trust.systems[0], &asked, day(on));
    (found[0].share, found[0].layers[0].why)
}

#[test]
fn a_control_is_shared_unless_somebody_says_otherwise() {
    let row = "applicable: true, implemented: true";
    for (to, expected) in [
        (row, (Share::Shared, Why::BothDo)),
        ("applicable: true, duty: provider", (Share::Inherited, Why::ProviderDoes)),
        ("applicable: true, duty: customer", (Share::Customer, Why::CustomerDoes)),
        ("applicable: true, implemented: false", (Share::Customer, Why::NotImplemented)),
        ("applicable: false", (Share::Customer, Why::NotApplicable)),
    ] {
        assert_eq!(found(row, to, "2026-03-01"), expected, "{to}");
    }
}

#[test]
fn what_ends_needs_review_the_same_day() {
    let whole = "from: 2025-01-01}";
    for (from, to, on, expected) in [
        (whole, whole, "2028-03-01", (Share::Shared, Why::BothDo)),
        (whole, whole, "2028-03-02", (Share::NeedsReview, Why::CertificateExpired)),
        (whole, "until: 2026-05-31}", "2026-05-31", (Share::Shared, Why::BothDo)),
        (whole, "until: 2026-05-31}", "2026-06-01", (Share::NeedsReview, Why::LeftScope)),
        (
            "state: published, number",
            "state: withdrawn, number",
            "2026-06-01",
            (Share::NeedsReview, Why::CertificateWithdrawn),
        ),
        (
            "state: published, number",
            "state: draft, number",
            "2026-06-01",
            (Share::Customer, Why::NotYetValid),
        ),
        (whole, whole, "2025-02-28", (Share::Customer, Why::NotYetValid)),
        (
            "services: [tidewater, lantern]",
            "services: [lantern]",
            "2026-06-01",
            (Share::Customer, Why::NotCovered),
        ),
        (
            "services: [tidewater, lantern]",
            "services: [harbor]",
            "2026-06-01",
            (Share::Shared, Why::BothDo),
        ),
        (
            "services: [tidewater, lantern]",
            "services: [harbor], clouds: [government]",
            "2026-06-01",
            (Share::Customer, Why::NotCovered),
        ),
        ("certificate: main", "certificate: main", "2026-06-01", (Share::Shared, Why::BothDo)),
    ] {
        assert_eq!(found(from, to, on), expected, "{to} {on}");
    }
}

#[test]
fn a_silent_statement_leaves_the_control_with_the_customer() {
    let trust = trust("harbor", "harbor");
    let asked = controls(&["A.7.1", "A.5.1"]);
    let found = inherit(&trust, &trust.systems[0], &asked, day("2026-03-01"));
    assert_eq!((found[0].share, found[0].layers[0].why), (Share::Customer, Why::NoRow));
    assert_eq!(found[0].own, None);
    assert!(!found[1].lacks_own_text());
}

#[test]
fn the_service_that_covers_least_decides() {
    let uses = "uses: [{service: tidewater, cloud: public}]";
    let two = "uses: [{service: tidewater, cloud: public}, {service: lantern, cloud: public}]";
    let both = trust(uses, two);
    let asked = controls(&["A.5.1"]);
    let found = inherit(&both, &both.systems[0], &asked, day("2027-02-01"));
    assert_eq!(found[0].share, Share::NeedsReview, "one of two left the scope");
    assert_eq!(found[0].layers[0].share, Share::Shared);
    let none = trust(uses, "uses: []");
    assert_eq!(
        inherit(&none, &none.systems[0], &asked, day("2026-03-01"))[0].share,
        Share::Customer
    );
}

/// A model with some certificates, services and rows, and the items that were asked about.
pub(super) fn models() -> impl Strategy<Value = Trust> {
    let service = 0..3_usize;
    let certificate = (proptest::collection::vec(service, 0..3), 0..4_u8, 1..28_u8);
    let row = (0..4_u8, any::<bool>(), 0..4_u8);
    let rows = proptest::collection::vec(proptest::collection::vec(row, 0..6), 0..3);
    let scope = proptest::collection::vec((0..3_usize, 1..28_u8), 0..6);
    (proptest::collection::vec(certificate, 0..4), rows, scope).prop_map(
        |(certificates, rows, scope)| {
            let mut model = trust(
                "uses: [{service: tidewater, cloud: public}]",
                "uses: [{service: tidewater, cloud: public}, {service: lantern, cloud: public}]",
            );
            let ids: Vec<Id> = ["tidewater", "lantern", "harbor"].map(Id::made).to_vec();
            let (first, statement) = (model.certificates[0].clone(), model.statements[0].clone());
            let in_scope = model.offerings[0].services[0].clone();
            model.certificates.clear();
            model.statements.clear();
            for (number, (services, state, last)) in certificates.into_iter().enumerate() {
                let mut one = first.clone();
                one.id.value = Id::made(&format!("c{number}"));
                one.services =
                    services.iter().map(|at| crate::id::Spot::made(ids[*at].clone())).collect();
                one.state = super::super::document::State::ALL[usize::from(state)];
                one.expires.as_mut().unwrap().value = day(&format!("2026-06-{last:02}"));
                model.certificates.push(one);
            }
            for (number, rows) in rows.into_iter().enumerate() {
                let mut one = statement.clone();
                one.certificate.value = Id::made(&format!("c{number}"));
                one.rows.truncate(1);
                let first = one.rows.remove(0);
                one.rows = rows
                    .into_iter()
                    .map(|(id, applicable, duty)| {
                        let mut row = first.clone();
                        row.id.value = Id::made(&format!("A.5.{id}"));
                        row.applicable = applicable;
                        row.duty =
                            super::super::document::Duty::ALL.get(usize::from(duty)).copied();
                        row
                    })
                    .collect();
                one.rows.sort_by(|left, right| left.id.value.cmp(&right.id.value));
                one.rows.dedup_by(|left, right| left.id == right.id);
                model.statements.push(one);
            }
            model.offerings[0].services = scope
                .into_iter()
                .map(|(at, until)| {
                    let mut row = in_scope.clone();
                    row.service.value = ids[at].clone();
                    row.from = None;
                    row.until = Some(crate::id::Spot::made(day(&format!("2026-06-{until:02}"))));
                    row
                })
                .collect();
            model
        },
    )
}

/// What a model gives for each control: 0 nothing, 1 shared, 2 inherited.
fn given(model: &Trust, asked: &[Asked]) -> Vec<u8> {
    let found = inherit(model, &model.systems[0], asked, day("2026-06-10"));
    let given = |it: &Standing<'_>| match it.share {
        Share::Customer | Share::NeedsReview => 0,
        Share::Shared => 1,
        Share::Inherited => 2,
    };
    found.iter().map(given).collect()
}

/// The model with one thing taken away.
pub(super) fn without(model: &Trust, what: u8, at: usize) -> Trust {
    fn take<T>(list: &mut Vec<T>, at: usize) {
        if !list.is_empty() {
            list.remove(at % list.len());
        }
    }
    let mut model = model.clone();
    match what {
        0 => take(&mut model.certificates, at),
        1 => take(&mut model.statements, at),
        2 => take(&mut model.offerings[0].services, at),
        3 => take(&mut model.services, at),
        4 => model.certificates.iter_mut().for_each(|it| take(&mut it.services, at)),
        _ => model.statements.iter_mut().for_each(|it| take(&mut it.rows, at)),
    }
    model
}

proptest! {
    #[test]
    fn taking_away_never_gives_more(model in models(), what in 0..6_u8, at in 0..12_usize) {
        let asked = controls(&["A.5.0", "A.5.1", "A.5.2", "A.5.3"]);
        let (before, after) = (given(&model, &asked), given(&without(&model, what, at), &asked));
        for (before, after) in before.iter().zip(&after) {
            prop_assert!(after <= before, "{what} {at}");
        }
    }
}
