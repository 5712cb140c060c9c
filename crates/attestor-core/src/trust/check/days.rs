//! Days that cannot be.

use crate::day::Day;
use crate::id::{Id, Spot};

use super::super::document::{BRIDGE_MONTHS, Certificate, Report, ReportKind};
use super::super::model::Trust;
use super::{Faults, say};

pub(super) fn check(trust: &Trust, faults: &Faults) {
    for edition in &trust.editions {
        if let (Some(published), Some(ends)) = (edition.published, edition.ends)
            && ends < published
        {
            let words = format!("the edition ends on {ends}, before it was published");
            say(faults, &edition.id.place, words);
        }
    }
    for row in trust.offerings.iter().flat_map(|offering| &offering.services) {
        in_order(row.from.as_ref(), row.until.as_ref(), "leaves scope before it joins", faults);
    }
    for certificate in &trust.certificates {
        of_certificate(trust, certificate, faults);
    }
    for report in &trust.reports {
        let (from, to) = (report.period_from.as_ref(), report.period_to.as_ref());
        in_order(from, to, "ends before it begins", faults);
        in_order(from, report.issued.as_ref(), "was issued before its period began", faults);
        bridge(trust, report, faults);
    }
}

fn in_order(first: Option<&Spot<Day>>, second: Option<&Spot<Day>>, words: &str, faults: &Faults) {
    if let (Some(first), Some(second)) = (first, second)
        && second.value < first.value
    {
        let words = format!("{} is before {}: it {words}", second.value, first.value);
        say(faults, &second.place, words);
    }
}

fn of_certificate(trust: &Trust, certificate: &Certificate, faults: &Faults) {
    let (issued, expires) = (certificate.issued.as_ref(), certificate.expires.as_ref());
    in_order(issued, expires, "expires before it was issued", faults);
    for audit in &certificate.surveillance {
        in_order(issued, Some(audit), "was under surveillance before it was issued", faults);
        in_order(Some(audit), expires, "expires before a surveillance audit", faults);
    }
    let edition = trust.edition_of(certificate);
    if let (Some(issued), Some(published)) = (issued, edition.and_then(|it| it.published))
        && issued.value < published
    {
        let words = format!("{} is before {published}, when its edition appeared", issued.value);
        say(faults, &issued.place, words);
    }
    if let (Some(issued), Some(ends)) = (issued, edition.and_then(|it| it.ends))
        && issued.value > ends
    {
        let words = format!("{} is after {ends}, when its edition ended", issued.value);
        say(faults, &issued.place, words);
    }
}

/// A bridge letter names its report, and ends at most three months behind it.
fn bridge(trust: &Trust, report: &Report, faults: &Faults) {
    let place = &report.id.place;
    match (report.kind, &report.bridges) {
        (ReportKind::BridgeLetter, None) => {
            say(faults, place, "a bridge letter names the report whose end it bridges (`bridges`)");
        }
        (ReportKind::BridgeLetter, Some(bridged)) => {
            within(trust, report, bridged, faults);
        }
        (_, Some(bridged)) => {
            say(faults, &bridged.place, "only a bridge letter bridges; this is another kind");
        }
        (_, None) => {}
    }
}

fn within(trust: &Trust, letter: &Report, bridged: &Spot<Id>, faults: &Faults) {
    let Some(report) = trust.reports.iter().find(|it| it.id.value == bridged.value) else { return };
    if report.kind == ReportKind::BridgeLetter {
        say(faults, &bridged.place, "a bridge letter cannot bridge another one");
        return;
    }
    let (Some(end), Some(to)) = (&report.period_to, &letter.period_to) else {
        let words = "a bridge letter and its report both say when their periods end (`period_to`)";
        say(faults, &letter.id.place, words);
        return;
    };
    let last = end.value.plus_months(BRIDGE_MONTHS);
    if to.value > last {
        let words = format!(
            "{} is more than {BRIDGE_MONTHS} months after {}, the end of the report; the last day is {last}",
            to.value, end.value
        );
        say(faults, &to.place, words);
    }
}
