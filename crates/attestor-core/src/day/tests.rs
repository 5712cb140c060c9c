use super::*;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

#[test]
fn only_the_full_iso_form_is_a_day() {
    for text in [
        "2026-1-01",
        "2026-01-1",
        "26-01-01",
        "2026/01/01",
        "2026-01-01T00:00",
        "",
        "0000-01-01",
        "2026-13-01",
        "+026-01-01",
    ] {
        assert_eq!(Day::parse(text), None, "{text}");
    }
}

#[test]
fn months_are_added_forward_and_clamped() {
    for (start, months, end) in [
        ("2025-11-30", 3, "2026-02-28"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2025-02-28", 15, "2026-05-28"),
        ("2026-01-31", 1, "2026-02-28"),
    ] {
        assert_eq!(day(start).plus_months(months), day(end), "{start} + {months}");
    }
}

#[test]
fn the_calendar_ends_without_overflow() {
    assert_eq!(Day::MAX.plus_days(1), Day::MAX);
    assert_eq!(Day::MAX.plus_months(600), Day::MAX);
}

#[test]
fn days_between_count_calendar_days() {
    assert_eq!(day("2026-05-30").days_until(day("2026-06-30")), 31);
    assert_eq!(day("2026-06-30").days_until(day("2026-06-29")), -1);
    assert_eq!(Length::Days(60).after(day("2027-12-31")), day("2028-02-29"));
}
