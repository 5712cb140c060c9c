use std::collections::BTreeSet;

use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::{Just, Strategy, any, prop_assert_eq, proptest};
use proptest::sample::{select, subsequence};

use super::{Found, Index, Query, Sort};
use crate::answer::Answer;
use crate::attestation::catalog::facet::{Facet, Freshness, freshness};
use crate::attestation::catalog::listing::{Listing, joined, parted, publisher_key};
use crate::attestation::catalog::terms::{Search, terms};
use crate::day::Day;

const FACETS: [(Facet, &str); 7] = [
    (Facet::Tier, "attested"),
    (Facet::Tier, "certified"),
    (Facet::HostProduct, "excel"),
    (Facet::HostProduct, "word"),
    (Facet::Permission, "Mail.Read"),
    (Facet::Permission, "User.Read"),
    (Facet::Permission, "user.read"),
];

fn today() -> Day {
    Day::new(2026, 11, 22).expect("a day")
}

fn listing(number: usize) -> Listing {
    let name = format!("App {number}");
    let mut found = BTreeSet::new();
    terms(&name, &mut found);
    Listing {
        app_id: format!("wa{number:03}"),
        sort_key: name.clone().into_bytes(),
        name,
        publisher: None,
        tier: None,
        stores_data: Answer::Unanswered,
        updated: None,
        locale: "en-US".to_owned(),
        current: 1,
        versions: 1,
        facets: Vec::new(),
        registrations: Vec::new(),
        permission_count: 0,
        terms: joined(&found),
    }
}

fn a_listing(number: usize) -> impl Strategy<Value = Listing> {
    let words = ["mail", "maker", "mailer", "인증", "앱", "securite"];
    let name = vec(select(words.to_vec()), 1..3);
    let more = subsequence(words.to_vec(), 0..4);
    let facets = subsequence(FACETS.to_vec(), 0..5);
    (name, more, facets, option::of(0..900_i32)).prop_map(move |(name, more, facets, age)| {
        let name = name.join(" ");
        let mut found = BTreeSet::new();
        terms(&format!("{name} {}", more.join(" ")), &mut found);
        Listing {
            sort_key: name.clone().into_bytes(),
            name,
            updated: age.map(|age| today().plus_days(100 - age)),
            facets: facets.into_iter().map(|(facet, value)| (facet, value.to_owned())).collect(),
            terms: joined(&found),
            ..listing(number)
        }
    })
}

fn listings() -> impl Strategy<Value = Vec<Listing>> {
    // More than one word of bits, and both kinds of values.
    btree_set(0..500_usize, 0..150)
        .prop_flat_map(|numbers| numbers.into_iter().map(a_listing).collect::<Vec<_>>())
}

fn a_query() -> impl Strategy<Value = Query> {
    let words = select(&["", "", "mail", "m", "인증", "앱 mail", "Sécurité", "nothing"][..]);
    let unknown = [(Facet::Permission, "None.Such"), (Facet::Tier, "gold")];
    let choices: Vec<(Facet, &str)> = FACETS.iter().chain(&unknown).copied().collect();
    let chosen = subsequence(choices, 0..4);
    let fresh = subsequence(Freshness::ALL.to_vec(), 0..3);
    let sort = select(&[Sort::Relevance, Sort::Name, Sort::Newest][..]);
    let after = option::of((0..500_usize).prop_map(|number| format!("wa{number:03}")));
    (words, chosen, fresh, sort, after, 0..40_usize).prop_map(
        |(words, chosen, freshness, sort, after, limit)| Query {
            words: words.to_owned(),
            chosen: chosen.into_iter().map(|(facet, value)| (facet, value.to_owned())).collect(),
            freshness,
            sort,
            after,
            limit,
        },
    )
}

/// Whether a listing meets a query, left out what it chooses from one facet or of freshness.
fn meets(one: &Listing, query: &Query, but: Option<Facet>, but_fresh: bool) -> bool {
    let facet_holds = |facet: &Facet| {
        let mut own = query.chosen.iter().filter(|(other, _)| other == facet).peekable();
        Some(*facet) == but || own.peek().is_none() || own.any(|value| one.facets.contains(value))
    };
    Search::parse(&query.words).finds(&parted(&one.terms))
        && Facet::ALL.iter().all(facet_holds)
        && (but_fresh
            || query.freshness.is_empty()
            || query.freshness.contains(&freshness(one.updated, today())))
}

fn in_order<'a>(listings: &'a [Listing], query: &Query) -> Vec<&'a Listing> {
    let in_name = |one: &Listing| {
        let mut found = BTreeSet::new();
        terms(&one.name, &mut found);
        Search::parse(&query.words).finds(&found)
    };
    let mut all: Vec<&Listing> = listings.iter().collect();
    all.sort_by_key(|one| (one.sort_key.clone(), one.app_id.clone()));
    match query.sort {
        Sort::Name => {}
        Sort::Relevance => all.sort_by_key(|one| !in_name(one)),
        Sort::Newest => all.sort_by_key(|one| std::cmp::Reverse(one.updated)),
    }
    all
}

/// How many there are of each, in the order that is promised.
fn counted<T: Copy + Ord>(all: &[T], chosen: &[T]) -> Vec<(T, usize)> {
    let values: BTreeSet<T> = all.iter().chain(chosen).copied().collect();
    values.iter().map(|value| (*value, all.iter().filter(|one| *one == value).count())).collect()
}

type Counts<'a> = Vec<(Facet, Vec<(&'a str, usize)>)>;

fn naive_counts<'a>(listings: &'a [Listing], query: &'a Query) -> Counts<'a> {
    let of = |facet: Facet| {
        let own = |list: &'a [(Facet, String)]| {
            list.iter().filter(move |(other, _)| *other == facet).map(|(_, value)| value.as_str())
        };
        let among = listings.iter().filter(|one| meets(one, query, Some(facet), false));
        let all: Vec<&str> = among.flat_map(|one| own(&one.facets)).collect();
        let mut counts = counted(&all, &own(&query.chosen).collect::<Vec<_>>());
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        (facet, counts)
    };
    Facet::ALL.iter().copied().map(of).collect()
}

fn naive_part(listings: &[Listing], query: &Query) -> (usize, usize, Vec<String>, Option<String>) {
    let all = in_order(listings, query);
    let behind = match &query.after {
        None => 0,
        Some(id) => all.iter().position(|one| one.app_id == *id).map_or(all.len(), |it| it + 1),
    };
    let found = |part: &[&Listing]| -> Vec<String> {
        let met = part.iter().filter(|one| meets(one, query, None, false));
        met.map(|one| one.app_id.clone()).collect()
    };
    let (before, mut rest) = (found(&all[..behind]), found(&all[behind..]));
    let total = before.len() + rest.len();
    let more = rest.len() > query.limit;
    rest.truncate(query.limit);
    let next = rest.last().filter(|_| more).cloned();
    (total, before.len(), rest, next)
}

proptest! {
    #[test]
    fn an_answer_is_what_a_naive_filter_gives((all, query) in (listings(), a_query())) {
        let index = Index::new(all.clone());
        let Found { total, first, listings, next, counts, freshness: fresh } =
            index.find(&query, today());
        let ids: Vec<String> = listings.iter().map(|one| one.app_id.clone()).collect();
        prop_assert_eq!((total, first, ids, next), naive_part(&all, &query));
        prop_assert_eq!(counts, naive_counts(&all, &query));
        let kinds: Vec<Freshness> = all
            .iter()
            .filter(|one| meets(one, &query, None, true))
            .map(|one| freshness(one.updated, today()))
            .collect();
        prop_assert_eq!(fresh, counted(&kinds, &query.freshness));
    }

    #[test]
    fn parts_make_the_whole(
        (all, query, limit) in (listings(), a_query(), 1..20_usize)
    ) {
        let index = Index::new(all);
        let whole = Query { after: None, limit: usize::MAX, ..query.clone() };
        let whole: Vec<&str> =
            index.find(&whole, today()).listings.iter().map(|one| one.app_id.as_str()).collect();
        let mut seen: Vec<String> = Vec::new();
        let mut after = None;
        loop {
            let part = Query { after, limit, ..query.clone() };
            let found = index.find(&part, today());
            prop_assert_eq!(found.first, seen.len());
            seen.extend(found.listings.iter().map(|one| one.app_id.clone()));
            after = found.next;
            if after.is_none() {
                break;
            }
        }
        prop_assert_eq!(seen, whole);
    }

    #[test]
    fn the_order_of_listings_does_not_matter(
        (all, query, turn) in (listings(), a_query(), any::<usize>()).prop_flat_map(
            |(all, query, turn)| (Just(all), Just(query), Just(turn)))
    ) {
        let mut turned = all.clone();
        let middle = turn % all.len().max(1);
        turned.rotate_left(middle);
        let (one, other) = (Index::new(all), Index::new(turned));
        prop_assert_eq!(one.find(&query, today()), other.find(&query, today()));
    }
}

#[test]
fn publishers_are_one_whatever_their_accents_and_case() {
    let by = |number, name: &str| Listing { publisher: Some(name.to_owned()), ..listing(number) };
    let index = Index::new(vec![
        by(1, "Société X"),
        by(2, "SOCIETE X"),
        by(3, "Société X"),
        by(4, "株式会社ABC"),
        by(5, "★"),
        listing(6),
    ]);
    let found: Vec<(&str, &str, usize)> = index.publishers().collect();
    assert_eq!(found, [("societe-x", "Société X", 3), ("株式会社-abc", "株式会社ABC", 1)]);
    let ids = |key: &str| -> Vec<&str> {
        index.publisher(key).iter().map(|one| one.app_id.as_str()).collect()
    };
    assert_eq!(ids("societe-x"), ["wa001", "wa002", "wa003"]);
    assert_eq!(ids("nobody"), [""; 0]);
    assert_eq!(publisher_key("  Müller & Söhne, GmbH "), "muller-sohne-gmbh");
}

#[test]
fn permissions_are_one_whatever_their_case() {
    let asks = |number, names: &[&str]| Listing {
        facets: names.iter().map(|name| (Facet::Permission, (*name).to_owned())).collect(),
        registrations: vec!["0a".to_owned()],
        ..listing(number)
    };
    let index = Index::new(vec![
        asks(1, &["Mail.Read", "User.Read", "user.read"]),
        asks(2, &["User.Read"]),
        listing(3),
    ]);
    assert_eq!(index.permissions(), [("User.Read", 2), ("Mail.Read", 1)]);
    assert_eq!(index.with_permission("USER.READ").len(), 2);
    assert_eq!(index.with_permission("User").len(), 0);
    assert_eq!(index.with_registration("0A").len(), 2);
    assert_eq!(index.with_registration("0b").len(), 0);
}

#[test]
fn apps_are_had_by_their_ids() {
    let index = Index::new((0..200).map(listing).collect());
    assert_eq!(index.len(), 200);
    assert_eq!(index.get("wa150").map(|one| one.name.as_str()), Some("App 150"));
    assert_eq!(index.get("wa999"), None);
    let empty = Index::new(Vec::new());
    assert!(empty.is_empty());
    let query = Query { limit: 10, ..Query::default() };
    assert_eq!(empty.find(&query, today()).total, 0);
}
