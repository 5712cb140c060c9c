use super::*;
use crate::checks::tests::encryption;

fn verdict(primitive: Primitive, need: Need) -> Verdict {
    let one = CryptoUse { place: "store".into(), primitive, need };
    uses(&encryption(), &[one]).verdict.unwrap()
}

fn cipher(name: &str, key_bits: u32, mode: Option<(&str, StartValues)>) -> Verdict {
    let mode = mode.map(|(name, start_values)| Mode { name: name.into(), start_values });
    verdict(Primitive::Cipher { name: name.into(), key_bits, mode }, Need::Choice)
}

#[test]
fn key_lengths_are_inclusive_and_below_the_first_row_fails() {
    for (name, bits, expected) in [
        ("AES", 256, Verdict::Pass),
        ("aes", 255, Verdict::BelowControl),
        ("AES", 128, Verdict::BelowControl),
        ("AES", 127, Verdict::Fail),
        ("Twofish", 256, Verdict::Pass),
        ("Twofish", 128, Verdict::Fail),
        ("Blowfish", 448, Verdict::Fail),
        ("ChaCha20", 256, Verdict::Fail),
        ("ROT13", 256, Verdict::Fail),
    ] {
        assert_eq!(cipher(name, bits, None), expected, "{name}-{bits}");
    }
}

#[test]
fn modes_and_start_values_count() {
    use StartValues::{FreshRandom, Reused, Unobserved};
    for (mode, expected) in [
        (("GCM", Unobserved), Verdict::Pass),
        (("XTS", Unobserved), Verdict::Pass),
        (("CBC", FreshRandom), Verdict::Pass),
        (("cbc", Unobserved), Verdict::BelowControl),
        (("CBC", Reused), Verdict::Fail),
        (("CTR", FreshRandom), Verdict::BelowControl),
        (("ECB", FreshRandom), Verdict::Fail),
        (("ABC", FreshRandom), Verdict::Fail),
    ] {
        assert_eq!(cipher("AES", 256, Some(mode)), expected, "{mode:?}");
    }
}

#[test]
fn sha1_passes_for_compatibility_only() {
    let hash = |name: &str, cut_bits| Primitive::Hash {
        name: name.into(),
        cut_bits,
        purpose: HashPurpose::Cryptographic,
    };
    for (primitive, need, expected) in [
        (hash("SHA-256", None), Need::Choice, Verdict::Pass),
        (hash("sha512", Some(128)), Need::Choice, Verdict::Pass),
        (hash("SHA-512", Some(127)), Need::Choice, Verdict::Fail),
        (hash("SHA-1", None), Need::Choice, Verdict::Fail),
        (hash("SHA-1", None), Need::Compatibility, Verdict::Pass),
        (hash("MD5", None), Need::Compatibility, Verdict::Fail),
        (hash("CRC32", None), Need::Choice, Verdict::Fail),
    ] {
        assert_eq!(verdict(primitive.clone(), need), expected, "{primitive:?} {need}");
    }
}

#[test]
fn codes_take_key_and_output_from_128_bits_on() {
    let mac = |name: &str, hash: &str, key_bits, cut_bits| {
        let primitive = Primitive::Mac { name: name.into(), hash: hash.into(), key_bits, cut_bits };
        verdict(primitive, Need::Choice)
    };
    assert_eq!(mac("HMAC", "SHA-256", 128, Some(128)), Verdict::Pass);
    assert_eq!(mac("HMAC", "SHA-256", 127, None), Verdict::Fail);
    assert_eq!(mac("HMAC", "SHA-256", 256, Some(127)), Verdict::Fail);
    assert_eq!(mac("HMAC", "SHA-1", 256, None), Verdict::Fail);
    assert_eq!(mac("CMAC", "SHA-256", 256, None), Verdict::Fail);
}

#[test]
fn rsa_wraps_and_signs_with_its_own_paddings() {
    let rsa = |bits, used_to, padding: Option<&str>, need| {
        let padding = padding.map(str::to_owned);
        verdict(Primitive::Rsa { bits, used_to, padding }, need)
    };
    use Need::{Choice, Compatibility};
    assert_eq!(rsa(2048, RsaUse::Sign, Some("PSS"), Choice), Verdict::Pass);
    assert_eq!(rsa(2048, RsaUse::Sign, Some("OAEP"), Choice), Verdict::Fail);
    assert_eq!(rsa(4096, RsaUse::WrapKey, Some("PKCS#1 v1.5"), Choice), Verdict::BelowControl);
    assert_eq!(rsa(4096, RsaUse::WrapKey, Some("PKCS1"), Compatibility), Verdict::Pass);
    assert_eq!(rsa(4096, RsaUse::EncryptData, None, Choice), Verdict::Fail);
    assert_eq!(rsa(2047, RsaUse::WrapKey, None, Choice), Verdict::Fail);
}

#[test]
fn only_listed_curves_pass() {
    let curve = |name: &str| verdict(Primitive::Curve { name: name.into() }, Need::Choice);
    assert_eq!(curve("p256"), Verdict::Pass);
    assert_eq!(curve("secp521r1"), Verdict::Pass);
    assert_eq!(curve("secp192r1"), Verdict::Fail);
}
