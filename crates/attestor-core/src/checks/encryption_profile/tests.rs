use super::*;
use crate::checks::tests::ENCRYPTION;

fn faults(text: &str) -> Vec<String> {
    let read = EncryptionProfile::load("enc.yaml", text);
    read.unwrap_err().iter().map(ToString::to_string).collect()
}

#[test]
fn names_are_one_in_every_spelling() {
    let names = vec!["SHA-256".to_owned()];
    assert!(is_named(&names, "sha_256"));
    assert!(is_named(&names, "Sha 256"));
    assert!(!is_named(&names, "SHA-2567"));
}

#[test]
fn two_rows_for_one_key_length_are_refused() {
    let found = faults(&ENCRYPTION.replace("from_bits: 128", "from_bits: 256"));
    assert!(found[0].contains("two rows cover 256"), "{found:?}");
}

#[test]
fn names_on_two_rows_and_unknown_verdicts_are_refused() {
    let found = faults(&ENCRYPTION.replace("[MD5, MD4, MD2]", "[MD5, sha1]"));
    assert!(found[0].contains("name `sha1` stands twice"), "{found:?}");
    let found = faults(&ENCRYPTION.replace("verdict: below-control", "verdict: maybe"));
    assert!(found.iter().all(|fault| fault.contains("`maybe` is not one of")), "{found:?}");
}
