use std::collections::BTreeMap;
use std::collections::BTreeSet;

use proptest::prelude::*;

use super::super::load::load;
use super::*;
use crate::framework::SourceFile;

const HEAD: &str = "
providers: [{id: p, name: P}]
standards: [{id: s, title: S}]
clouds: [{id: public, name: Public, kind: public}]
services: [{id: mail, provider: p, name: Mail, clouds: [public]}]
";

fn read(rest: &str) -> Trust {
    let file = SourceFile { path: "t.yaml".to_owned(), text: format!("{HEAD}{rest}") };
    load(&[file], &BTreeMap::new()).unwrap()
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// A portal whose only certificate and only service end.
fn ending(expires: &str, until: &str, ends: &str) -> Trust {
    read(&format!(
        "
editions: [{{id: e, standard: s, year: 2022, published: 2020-01-01, ends: {ends}}}]
offerings:
- id: o
  provider: p
  edition: e
  cycle_months: 12
  services: [{{service: mail, cloud: public, until: {until}}}]
certificates: [{{id: c, offering: o, state: published, issued: 2026-01-01, expires: {expires}}}]
"
    ))
}

fn keys(trust: &Trust, on: &str) -> Vec<String> {
    due(trust, day(on)).iter().map(Due::key).collect()
}

#[test]
fn a_certificate_is_expiring_for_90_days_and_then_expired() {
    let trust = ending("2026-09-01", "2030-01-01", "2040-01-01");
    assert!(keys(&trust, "2026-06-02").is_empty());
    let expiring = ["certificate-expiring:certificate:c:2026-09-01"];
    assert_eq!(keys(&trust, "2026-06-03"), expiring);
    assert_eq!(keys(&trust, "2026-09-01"), expiring);
    assert_eq!(keys(&trust, "2026-09-02"), ["certificate-expired:certificate:c:2026-09-01"]);
}

#[test]
fn a_service_has_left_on_the_day_after_its_last() {
    let trust = ending("2030-01-01", "2026-05-31", "2040-01-01");
    assert!(keys(&trust, "2026-05-31").is_empty());
    assert_eq!(keys(&trust, "2026-06-01"), ["service-left:offering:o:2026-05-31:mail:public"]);
}

#[test]
fn a_service_that_goes_on_has_not_left() {
    let mut trust = ending("2030-01-01", "2026-05-31", "2040-01-01");
    let mut more = trust.offerings[0].services[0].clone();
    more.until = None;
    more.from = Some(crate::id::Spot::made(day("2026-06-01")));
    trust.offerings[0].services.push(more.clone());
    assert!(keys(&trust, "2026-06-01").is_empty());
    more.from = Some(crate::id::Spot::made(day("2026-06-02")));
    trust.offerings[0].services[1] = more;
    assert_eq!(keys(&trust, "2026-06-01").len(), 1, "there is a day between");
}

#[test]
fn an_edition_that_ended_and_a_late_audit_are_due() {
    let trust = ending("2030-01-01", "2040-01-01", "2026-10-31");
    assert_eq!(
        keys(&trust, "2027-01-02"),
        [
            "certificate-expired:certificate:c:2026-10-31",
            "edition-ended:offering:o:2026-10-31",
            "offering-overdue:offering:o:2027-01-01",
        ]
    );
}

fn some_day() -> impl Strategy<Value = Day> {
    (0..2000_i32).prop_map(|days| day("2024-01-01").plus_days(days))
}

proptest! {
    /// Nothing is due twice, and what has ended never begins again.
    #[test]
    fn what_ended_stays_ended(
        expires in some_day(), until in some_day(), ends in some_day(),
        (on, more) in (some_day(), 0..800_i32),
    ) {
        let [expires, ends] = [expires, ends].map(|it| it.max(day("2026-01-01")).to_string());
        let trust = ending(&expires, &until.to_string(), &ends);
        let ended = |on| -> BTreeSet<String> {
            let all = due(&trust, on);
            let distinct: BTreeSet<String> = all.iter().map(Due::key).collect();
            assert_eq!(distinct.len(), all.len(), "nothing is due twice");
            let stays = |it: &&Due| !matches!(it.kind, DueKind::CertificateExpiring);
            all.iter().filter(stays).map(Due::key).collect()
        };
        let (first, second) = (ended(on), ended(on.plus_days(more)));
        prop_assert!(first.is_subset(&second), "{first:?} {second:?}");
    }
}
