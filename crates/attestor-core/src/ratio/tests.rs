use super::*;

#[test]
fn share_is_floored_so_that_all_means_all() {
    assert_eq!(Ratio::new(2999, 3000).to_string(), "99.9 %");
    assert_eq!(Ratio::new(3000, 3000).to_string(), "100.0 %");
    assert_eq!(Ratio::new(63, 78).tenths(), Some(807));
}

#[test]
fn mark_is_inclusive_and_exact() {
    assert!(Ratio::new(8, 10).reaches(80));
    assert!(!Ratio::new(62, 78).reaches(80));
    assert!(Ratio::new(0, 0).reaches(80));
}

#[test]
fn largest_counts_do_not_overflow() {
    assert_eq!(Ratio::new(u64::MAX, u64::MAX).tenths(), Some(1000));
    assert!(Ratio::new(u64::MAX, u64::MAX).reaches(100));
}

#[test]
fn shares_compare_without_rounding() {
    assert_eq!(Ratio::new(1, 3).compare(Ratio::new(333, 1000)), Some(Ordering::Greater));
    assert_eq!(Ratio::new(1, 3).compare(Ratio::new(0, 0)), None);
}
