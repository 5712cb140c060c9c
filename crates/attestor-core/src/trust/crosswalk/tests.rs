use super::*;

fn mapping(pairs: &[(&str, &str, Relation)]) -> Mapping {
    let spot = |id: &str| Spot::made(Id::made(id));
    let pair = |&(from, to, relation): &(&str, &str, Relation)| Pair {
        from: spot(from),
        to: spot(to),
        relation,
    };
    Mapping {
        from: spot("one"),
        to: spot("two"),
        source: "a test".to_owned(),
        pairs: pairs.iter().map(pair).collect(),
    }
}

fn extent_of(pairs: &[(&str, &str, Relation)], covered: &[&str]) -> Extent {
    let covered = covered.iter().map(|id| Id::made(id)).collect();
    coverage(&mapping(pairs), &covered, [&Id::made("t")].into_iter()).remove(0).extent
}

#[test]
fn a_relation_says_how_much_is_covered() {
    use Relation::{Equal, Intersects, Subset, Superset};
    for (pairs, covered, expected) in [
        (&[("a", "t", Equal)][..], &["a"][..], Extent::Whole),
        (&[("a", "t", Superset)], &["a"], Extent::Whole),
        (&[("a", "t", Equal)], &[], Extent::Open),
        (&[("a", "t", Subset)], &["a"], Extent::Part),
        (&[("a", "t", Subset), ("b", "t", Subset)], &["a"], Extent::Part),
        (&[("a", "t", Subset), ("b", "t", Subset)], &["a", "b"], Extent::Together),
        (&[("a", "t", Intersects), ("b", "t", Subset)], &["a", "b"], Extent::Part),
        (&[("a", "other", Equal)], &["a"], Extent::Open),
    ] {
        assert_eq!(extent_of(pairs, covered), expected, "{pairs:?} {covered:?}");
    }
}

#[test]
fn a_mapping_turned_twice_is_itself() {
    let pairs = [("a", "t", Relation::Subset), ("b", "t", Relation::Equal)];
    let mapping = mapping(&pairs);
    assert_eq!(mapping.turned().pairs[0].relation, Relation::Superset);
    assert_eq!(mapping.turned().turned(), mapping);
}

#[test]
fn pairs_that_lead_nowhere_or_stand_twice_are_told() {
    let pairs =
        [("a", "t", Relation::Equal), ("a", "t", Relation::Subset), ("x", "t", Relation::Equal)];
    let (from, to) = (Id::made("a"), Id::made("t"));
    let faults = mapping(&pairs).faults(&BTreeSet::from([&from]), &BTreeSet::from([&to]));
    assert_eq!(faults.len(), 2);
}
