//! Whether one certificate or report of a portal may be rested on for a service on a day.

use super::Why;
use super::basis::{bases, scope, with_groups};
use super::rows::Statements;
use crate::day::Day;
use crate::id::Id;
use crate::trust::document::{Report, State};
use crate::trust::model::Trust;

/// Whether a service in a cloud may rest on a certificate on a day.
///
/// # Errors
/// Why not: the certificate does not cover the service, does not hold, or the service has left its
/// scope.
pub fn by_certificate(
    trust: &Trust,
    (service, cloud): (&Id, &Id),
    certificate: &Id,
    today: Day,
) -> Result<(), Why> {
    let nothing = Statements::none();
    let found = bases(trust, &nothing, (service, cloud), today);
    let basis = found.iter().find(|it| it.certificate == certificate).ok_or(Why::NotCovered)?;
    basis.holds()
}

/// Whether an audit report speaks for a service in a cloud on a day: it is published and issued, it
/// names the service or a group of it, and the service is in scope of its offering.
///
/// # Errors
/// Why not.
pub fn by_report(
    trust: &Trust,
    (service, cloud): (&Id, &Id),
    report: &Report,
    today: Day,
) -> Result<(), Why> {
    let names = with_groups(trust, service);
    if !report.services.iter().any(|it| names.contains(&&it.value)) {
        return Err(Why::NotCovered);
    }
    match report.state {
        State::Superseded | State::Withdrawn => return Err(Why::CertificateWithdrawn),
        State::Draft => return Err(Why::NotYetValid),
        State::Published => {}
    }
    if report.issued.as_ref().is_none_or(|issued| today < issued.value) {
        return Err(Why::NotYetValid);
    }
    let offering = trust.offering(&report.offering.value).ok_or(Why::NotCovered)?;
    scope(offering, &names, cloud, today).map_or(Ok(()), Err)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::framework::SourceFile;
    use crate::trust::load;

    const EXAMPLE: &str = include_str!("../../../tests/trust/example.yaml");

    fn trust(from: &str, to: &str) -> Trust {
        assert!(EXAMPLE.contains(from), "{from}");
        let text = EXAMPLE.replacen(from, to, 1);
        load::load(&[SourceFile { path: "trust.yaml".to_owned(), text }], &BTreeMap::new()).unwrap()
    }

    #[test]
    fn a_certificate_holds_for_its_services_while_it_holds() {
        let same = "harbor";
        for (from, to, service, on, expected) in [
            (same, same, "tidewater", "2026-11-22", Ok(())),
            (same, same, "tidewater", "2028-03-02", Err(Why::CertificateExpired)),
            (same, same, "tidewater", "2025-02-28", Err(Why::NotYetValid)),
            (same, same, "lantern", "2027-02-01", Err(Why::LeftScope)),
            (same, same, "harbor", "2026-11-22", Err(Why::NotCovered)),
            (
                "state: published, number",
                "state: withdrawn, number",
                "tidewater",
                "2026-11-22",
                Err(Why::CertificateWithdrawn),
            ),
        ] {
            let trust = trust(from, to);
            let used = (&Id::made(service), &Id::made("public"));
            let day = Day::parse(on).unwrap();
            assert_eq!(
                by_certificate(&trust, used, &Id::made("main"), day),
                expected,
                "{service} {on}"
            );
        }
    }

    #[test]
    fn a_report_speaks_for_the_services_that_it_names() {
        let same = "harbor";
        let state = "kind: assessment, state: published";
        for (from, to, service, on, expected) in [
            (same, same, "tidewater", "2026-11-22", Ok(())),
            (same, same, "lantern", "2026-11-22", Err(Why::NotCovered)),
            (same, same, "tidewater", "2026-02-09", Err(Why::NotYetValid)),
            (
                state,
                "kind: assessment, state: superseded",
                "tidewater",
                "2026-11-22",
                Err(Why::CertificateWithdrawn),
            ),
            (
                "cloud: public, from: 2025-01-01}",
                "cloud: public, until: 2026-05-31}",
                "tidewater",
                "2026-11-22",
                Err(Why::LeftScope),
            ),
        ] {
            let trust = trust(from, to);
            let used = (&Id::made(service), &Id::made("public"));
            let day = Day::parse(on).unwrap();
            assert_eq!(by_report(&trust, used, &trust.reports[0], day), expected, "{service} {on}");
        }
    }
}
