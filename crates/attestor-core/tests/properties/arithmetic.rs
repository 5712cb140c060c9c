//! Laws of samples, windows and fees.

use attestor_core::certification::booking::{Request, quote};
use attestor_core::certification::case::Component;
use attestor_core::certification::sample::{draw, enlarged, size};
use attestor_core::framework::WindowId;
use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;

use crate::case::{a_component, today};
use crate::program::program;

fn components() -> impl Strategy<Value = Vec<Component>> {
    let kinds = proptest::collection::vec(0_usize..4, 0..80);
    kinds.prop_map(|kinds| {
        let one = |(at, kind): (usize, &usize)| Component {
            function: format!("function {kind}"),
            ..a_component(&format!("machine-{at}"), "paas")
        };
        kinds.iter().enumerate().map(one).collect()
    })
}

proptest! {
    #![proptest_config(crate::config())]

    #[test]
    fn larger_population_never_gives_a_smaller_sample(population in 0_u64..1000, more in 0_u64..1000) {
        let rules = &program().sampling;
        prop_assert!(size(rules, population) <= size(rules, population + more));
        prop_assert!(size(rules, population) <= population);
    }

    #[test]
    fn sample_grows_up_to_the_whole_population(population in 1_u64..1000) {
        let rules = &program().sampling;
        let mut current = size(rules, population);
        for _ in 0..=rules.table.rows().len() {
            let next = enlarged(rules, population, current);
            prop_assert!(next > current || current == population);
            prop_assert!(next <= population);
            current = next;
        }
        prop_assert_eq!(current, population);
    }

    #[test]
    fn draw_rests_on_seed_and_inventory_alone(
        components in components(),
        seed in "[a-z]{1,8}",
        at in any::<proptest::sample::Index>(),
    ) {
        let rules = &program().sampling;
        let first = draw(rules, &components, &seed);
        let mut turned = components;
        turned.reverse();
        if !turned.is_empty() {
            let middle = at.index(turned.len());
            turned.rotate_left(middle);
        }
        prop_assert_eq!(&first, &draw(rules, &turned, &seed));
        for stratum in &first.strata {
            prop_assert_eq!(stratum.drawn.len() as u64, size(rules, stratum.population));
        }
        prop_assert_eq!(first.size(), first.components().len());
    }

    #[test]
    fn what_is_in_time_was_in_time_before(
        window in select(WindowId::ALL),
        start in -2000_i32..2000,
        day in -2000_i32..2000,
        less in 0_i32..400,
    ) {
        let window = program().windows.get(window);
        let (start, day) = (today().plus_days(start), today().plus_days(day));
        if window.holds(start, day) {
            prop_assert!(window.holds(start, day.plus_days(-less)));
            prop_assert!(window.holds(start.plus_days(less), day));
        }
    }

    #[test]
    fn earlier_request_never_costs_more(
        request in select(Request::ALL),
        days in -5_i32..60,
        earlier in 0_i32..60,
        firm in any::<bool>(),
    ) {
        let rules = program().pentest.as_ref().unwrap();
        let firm_date = firm.then(|| today().plus_days(30));
        let at = |days: i32| quote(rules, request, today(), today().plus_days(-days), firm_date);
        prop_assert!(at(days + earlier).percent <= at(days).percent);
    }
}
