use super::*;
use crate::id::Spot;
use crate::source;

fn certificate(rest: &str) -> Certificate {
    let text = format!("{{id: c, offering: o, state: published{rest}}}");
    source::read("c.yaml", &text).unwrap()
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

#[test]
fn a_certificate_stands_where_its_days_say() {
    let whole = certificate(", issued: 2025-03-01, expires: 2026-09-01");
    for (on, expected) in [
        ("2025-02-28", Standing::Future),
        ("2025-03-01", Standing::Published),
        ("2026-06-02", Standing::Published),
        ("2026-06-03", Standing::Expiring),
        ("2026-09-01", Standing::Expiring),
        ("2026-09-02", Standing::Expired),
    ] {
        assert_eq!(standing(&whole, None, day(on)), expected, "{on}");
        assert_eq!(expected.holds(), ("2025-03-01"..="2026-09-01").contains(&on), "{on}");
    }
}

#[test]
fn an_edition_ends_its_certificates() {
    let edition = Edition {
        id: Spot::made(Id::made("iso27001-2013")),
        standard: Spot::made(Id::made("iso27001")),
        year: 2013,
        published: None,
        ends: Some(day("2025-10-31")),
    };
    let whole = certificate(", issued: 2025-03-01, expires: 2026-09-01");
    assert_eq!(standing(&whole, Some(&edition), day("2025-10-31")), Standing::Expiring);
    assert_eq!(standing(&whole, Some(&edition), day("2025-11-01")), Standing::Expired);
    assert_eq!(standing(&certificate(""), Some(&edition), day("2025-10-31")), Standing::Undated);
}

#[test]
fn what_its_owner_said_comes_first() {
    for (state, expected) in [
        (State::Draft, Standing::Draft),
        (State::Superseded, Standing::Superseded),
        (State::Withdrawn, Standing::Withdrawn),
    ] {
        let whole = certificate(", issued: 2025-03-01, expires: 2026-09-01");
        let found = standing(&Certificate { state, ..whole }, None, day("2026-01-01"));
        assert_eq!(found, expected);
        assert!(!found.holds());
    }
}
