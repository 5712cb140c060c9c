//! How long the catalog's index takes at 10,000 apps: an answer with all counts in under 0.3 ms.
//! Run with `cargo bench -p attestor-core --bench find_apps`.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a benchmark fails by panicking")]

use std::collections::BTreeSet;

use attestor_core::answer::Answer;
use attestor_core::attestation::catalog::facet::{Facet, Freshness};
use attestor_core::attestation::catalog::index::{Index, Query, Sort};
use attestor_core::attestation::catalog::listing::{Listing, joined};
use attestor_core::day::Day;
use divan::Bencher;

/// Apps in the catalog.
const APPS: usize = 10_000;

fn main() {
    divan::main();
}

/// Numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    /// A number below `sides`; small ones are frequent.
    fn rarely_large(&mut self, sides: usize) -> usize {
        let limit = 1 + self.roll(sides);
        let limit = 1 + self.roll(limit);
        self.roll(limit)
    }
}

/// A word of letters for a number.
fn word(mut number: usize) -> String {
    let mut word = String::new();
    for _ in 0..4 {
        word.push(char::from(b'a' + (number % 26) as u8));
        number = number / 26 + number % 7;
    }
    format!("{word}{number}")
}

fn listing(number: usize, dice: &mut Dice) -> Listing {
    let name = format!("{} {}", word(dice.rarely_large(3000)), word(number));
    let mut terms: BTreeSet<String> = (0..150).map(|_| word(dice.rarely_large(30_000))).collect();
    terms.extend(name.split(' ').map(str::to_owned));
    let mut facets = BTreeSet::from([
        (Facet::Tier, ["attested", "certified"][dice.roll(8) / 7].to_owned()),
        (Facet::StoresData, ["yes", "no", "na", "unanswered"][dice.roll(4)].to_owned()),
        (Facet::Hosting, ["paas", "iaas", "isv-hosted", "hybrid"][dice.roll(4)].to_owned()),
    ]);
    facets.extend((0..3).map(|_| (Facet::HostProduct, format!("product-{}", dice.roll(8)))));
    facets.extend((0..8).map(|_| (Facet::Framework, format!("framework-{}", dice.roll(30)))));
    facets.extend(
        (0..20).map(|_| (Facet::Permission, format!("Permission.{}", dice.rarely_large(1200)))),
    );
    Listing {
        app_id: format!("WA{number:09}"),
        sort_key: name.clone().into_bytes(),
        name,
        publisher: Some(word(dice.roll(3000))),
        tier: None,
        stores_data: Answer::Yes,
        updated: Day::new(2026, 1, 1).map(|day| day.plus_days(-(dice.roll(1500) as i32))),
        locale: "en-US".to_owned(),
        current: 1,
        versions: 1,
        permission_count: 20,
        facets: facets.into_iter().collect(),
        registrations: Vec::new(),
        terms: joined(&terms),
    }
}

fn listings() -> Vec<Listing> {
    let mut dice = Dice(7);
    (0..APPS).map(|number| listing(number, &mut dice)).collect()
}

fn find(bencher: Bencher<'_, '_>, query: &Query) {
    let index = Index::new(listings());
    let today = Day::new(2026, 1, 1).unwrap();
    let query = Query { limit: 50, ..query.clone() };
    assert!(index.find(&query, today).total > 0);
    bencher.bench(|| index.find(&query, today).total);
}

#[divan::bench]
fn everything(bencher: Bencher<'_, '_>) {
    find(bencher, &Query::default());
}

#[divan::bench(args = ["a", "ab", "a b c"])]
fn words(bencher: Bencher<'_, '_>, words: &str) {
    find(bencher, &Query { words: words.to_owned(), ..Query::default() });
}

#[divan::bench]
fn chosen_facets_by_day(bencher: Bencher<'_, '_>) {
    let chosen = vec![
        (Facet::Tier, "attested".to_owned()),
        (Facet::StoresData, "no".to_owned()),
        (Facet::StoresData, "yes".to_owned()),
        (Facet::Permission, "Permission.0".to_owned()),
    ];
    let freshness = vec![Freshness::Months12, Freshness::Older];
    find(bencher, &Query { chosen, freshness, sort: Sort::Newest, ..Query::default() });
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn making_the_index(bencher: Bencher<'_, '_>) {
    bencher.with_inputs(listings).bench_values(Index::new);
}
