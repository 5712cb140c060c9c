//! Public samples of logs: every record is read, or refused for a reason that is known.

use std::collections::BTreeMap;

use attestor_core::mfa::event::{AuthType, Event, MfaBasis};
use attestor_core::mfa::source::{Reader, Records, SourceKind};

use super::{rule, sample};

/// The events of a file, and how often each reason to refuse was met.
fn read(bytes: &[u8]) -> (Vec<Event<'static>>, BTreeMap<&'static str, usize>) {
    let rule = rule();
    let mut reader = Reader::new(&rule);
    let (mut events, mut rejects) = (Vec::new(), BTreeMap::new());
    let mut records = Records::new();
    let mut take = |item: Result<attestor_core::mfa::source::Record<'_>, _>| {
        let event = item
            .map_err(|reject: attestor_core::mfa::source::Reject| reject.reason)
            .and_then(|record| reader.read(&record.body));
        match event {
            Ok(event) => events.push(event.into_owned()),
            Err(reason) => *rejects.entry(reason.code()).or_insert(0) += 1,
        }
    };
    for chunk in bytes.chunks(997) {
        records.push(chunk, &mut take);
    }
    records.finish(&mut take);
    (events, rejects)
}

#[test]
fn envelopes_of_azure_monitor_are_read() {
    let Some(bytes) = sample("panther/azure_monitor_envelope_signin.ndjson") else { return };
    let (events, rejects) = read(&bytes);
    assert_eq!((events.len(), rejects), (26, BTreeMap::new()));
    assert!(events.iter().all(|event| event.source == SourceKind::AzureMonitor));
    let count = |auth| events.iter().filter(|event| event.auth == auth).count();
    assert_eq!(count(AuthType::AppOnly), 8);
    assert_eq!(count(AuthType::AppUser), 6);
    // Two records say it only beside their status; none has a step for a second factor.
    let with: Vec<MfaBasis> =
        events.iter().filter(|event| event.mfa).map(|event| event.basis).collect();
    assert_eq!(with, [MfaBasis::ResultDetail; 2]);
}

#[test]
fn requests_of_partner_center_are_read() {
    let Some(bytes) = sample("partner-center/partnerRequests.json") else { return };
    let (events, rejects) = read(&bytes);
    assert_eq!(rejects, BTreeMap::new());
    let told: Vec<(bool, String)> =
        events.iter().map(|event| (event.mfa, event.request_id.to_string())).collect();
    assert_eq!(
        told,
        [
            (true, "6c583d8d-46cd-420c-ae3d-35b6dfdcdb21".to_owned()),
            (false, "09f8e434-a9ce-43ea-a9ac-270fbb22371a".to_owned()),
        ]
    );
    assert!(events.iter().all(|event| event.correlation_id.is_none()));
}

#[test]
fn totals_are_recognized_and_not_counted() {
    for name in ["applicationmfaadoptionstatus", "nonMfaCompliantPartnerPrincipals"] {
        let Some(bytes) = sample(&format!("partner-center/{name}.json")) else { return };
        let (events, rejects) = read(&bytes);
        assert_eq!(events.len(), 0, "{name}");
        assert_eq!(rejects.keys().collect::<Vec<_>>(), [&"totals"], "{name}");
    }
}

#[test]
fn rows_about_other_things_than_sign_ins_are_refused() {
    let Some(bytes) = sample("otrf/AADAuditEvents.json") else { return };
    let (events, rejects) = read(&bytes);
    assert_eq!((events.len(), rejects), (0, BTreeMap::from([("not-a-sign-in", 4)])));
}
