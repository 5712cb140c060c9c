use super::*;
use crate::checks::tests::TLS;

fn faults(text: &str) -> Vec<String> {
    TlsProfile::load("tls.yaml", text).unwrap_err().iter().map(ToString::to_string).collect()
}

#[test]
fn unknown_versions_and_keys_are_refused_together() {
    let found = faults(&TLS.replace("\"1.2\"", "\"1.4\"").replace("least_seconds", "most_seconds"));
    assert!(found.iter().any(|fault| fault.contains("`1.4` is not one of")), "{found:?}");
    assert!(found.iter().any(|fault| fault.contains("unknown key `most_seconds`")), "{found:?}");
    assert!(found.iter().any(|fault| fault.contains("`least_seconds` is missing")), "{found:?}");
}

#[test]
fn ids_and_purposes_stand_once() {
    let text = TLS
        .replace("TLS-HTTP-PROBE", "TLS-HTTP-REDIRECT")
        .replace("purpose: revocation", "purpose: local");
    let found = faults(&text);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].contains("rule `TLS-HTTP-REDIRECT` stands twice"));
    assert!(found[1].contains("purpose `local` stands twice"));
}
