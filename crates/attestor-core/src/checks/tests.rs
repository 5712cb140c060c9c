//! Acceptance section I, row by row.

use core::net::IpAddr;

use super::crypto::{CryptoUse, HashPurpose, Need, Primitive, RsaUse, uses};
use super::encryption_profile::EncryptionProfile;
use super::hsts::{Site, sites};
use super::plain_http::{Content, Peer, PlainHttp, Prober, Traffic, exchanges};
use super::tls::{Listener, Protocol, compression, protocols};
use super::tls_profile::TlsProfile;
use super::*;

pub(super) const TLS: &str =
    include_str!("../../../../frameworks/m365-certification/tls-profile.yaml");
pub(super) const ENCRYPTION: &str =
    include_str!("../../../../frameworks/m365-certification/encryption-profile.yaml");

fn tls() -> TlsProfile {
    TlsProfile::load("tls-profile.yaml", TLS).unwrap()
}

pub(super) fn encryption() -> EncryptionProfile {
    EncryptionProfile::load("encryption-profile.yaml", ENCRYPTION).unwrap()
}

fn listener(port: u16, protocols: &[Protocol]) -> Listener {
    Listener {
        host: "app.example.com".into(),
        port,
        protocols: protocols.to_vec(),
        compression: vec![],
    }
}

fn site(on_https: &[&str], on_http: &[&str]) -> Site {
    let bytes = |values: &[&str]| values.iter().map(|value| value.as_bytes().to_vec()).collect();
    Site { host: "app.example.com".into(), on_https: bytes(on_https), on_http: bytes(on_http) }
}

fn sentences(checked: &Checked) -> Vec<String> {
    let reasons = checked.rows.iter().flat_map(|row| &row.reasons);
    reasons.map(|reason| format!("{}: {}", reason.rule, reason.fact)).collect()
}

#[test]
fn i1_to_i3_the_lowest_version_on_any_port_counts() {
    use Protocol::{Tls10, Tls11, Tls12, Tls13};
    let odd_port = [listener(443, &[Tls12, Tls13]), listener(8443, &[Tls10])];
    for (row, listeners, verdict) in [
        ("I1", vec![listener(443, &[Tls12, Tls13])], Verdict::Pass),
        ("I2", vec![listener(443, &[Tls12, Tls11])], Verdict::Fail),
        ("I3", odd_port.to_vec(), Verdict::Fail),
        ("no TLS", vec![listener(443, &[])], Verdict::Fail),
    ] {
        let checked = protocols(&tls(), &listeners);
        assert_eq!(checked.verdict, Some(verdict), "{row}");
        assert_eq!((checked.control.as_str(), checked.rows.len()), ("DAT-TRN-01", listeners.len()));
    }
    let checked = protocols(&tls(), &odd_port);
    assert_eq!(checked.rows[0].verdict, Verdict::Pass);
    assert_eq!(checked.rows[1].subject, "app.example.com:8443");
}

#[test]
fn i2_message_names_the_version_of_the_profile_text() {
    let checked = protocols(&tls(), &[listener(443, &[Protocol::Tls11])]);
    let words = "TLS-FLOOR: the lowest version offered is TLS 1.1, the control asks for TLS 1.2 or \
                 newer only (the profile's text still names TLS 1.1)";
    assert_eq!(sentences(&checked), [words]);
}

#[test]
fn i4_compression_fails() {
    let deflate = Listener { compression: vec![0, 1], ..listener(443, &[Protocol::Tls12]) };
    let checked = compression(&tls(), &[deflate]);
    assert_eq!((checked.control.as_str(), checked.verdict), ("DAT-TRN-02", Some(Verdict::Fail)));
    assert_eq!(sentences(&checked), ["TLS-COMPRESSION: TLS compression is on: method 1 (DEFLATE)"]);
    let off = compression(&tls(), &[listener(443, &[Protocol::Tls12])]);
    assert_eq!(off.verdict, Some(Verdict::Pass));
}

#[test]
fn i5_to_i7_hsts_holds_for_180_days_on_https() {
    for (row, site, verdict) in [
        ("I5", site(&["max-age=15552000"], &[]), Verdict::Pass),
        ("I5", site(&["max-age=15551999"], &[]), Verdict::Fail),
        ("I6", site(&["max-age=\"31536000\"; includeSubDomains"], &[]), Verdict::Pass),
        ("I7", site(&[], &["max-age=31536000"]), Verdict::Fail),
        ("none", site(&[], &[]), Verdict::Fail),
        ("broken", site(&["max-age=31536000, preload"], &[]), Verdict::Fail),
        ("the first of two counts", site(&["max-age=1", "max-age=31536000"], &[]), Verdict::Fail),
        ("taken back", site(&["max-age=0"], &[]), Verdict::Fail),
    ] {
        let checked = sites(&tls(), &[site]);
        assert_eq!(checked.verdict, Some(verdict), "{row}: {:?}", sentences(&checked));
        assert_eq!(checked.control, "DAT-TRN-02");
    }
    let only_http = sites(&tls(), &[site(&[], &["max-age=31536000"])]);
    assert!(sentences(&only_http)[0].contains("on the plain HTTP answer only"));
}

fn answer(status: u16, location: Option<&str>, headers: &[&str]) -> Traffic {
    Traffic::Answer {
        status,
        location: location.map(str::to_owned),
        headers: headers.iter().map(|&name| name.to_owned()).collect(),
        content: Content::Harmless,
    }
}

fn local(address: &str) -> Traffic {
    Traffic::Local(Peer::Address(address.parse::<IpAddr>().unwrap()))
}

#[test]
fn i8_to_i10_plain_http_passes_for_the_listed_purposes_only() {
    let to = Some("https://app.example.com/");
    let sensitive = Traffic::Answer {
        status: 301,
        location: to.map(str::to_owned),
        headers: vec![],
        content: Content::Sensitive,
    };
    for (row, traffic, verdict) in [
        ("I8", answer(301, to, &["Location", "Content-Length"]), Verdict::Pass),
        ("I8", answer(301, to, &["Location", "set-cookie"]), Verdict::Fail),
        ("content", sensitive, Verdict::Fail),
        ("to http", answer(301, Some("http://app.example.com/"), &[]), Verdict::Fail),
        ("relative", answer(308, Some("/login"), &[]), Verdict::Fail),
        ("no redirect", answer(200, None, &[]), Verdict::Fail),
        ("upper case", answer(307, Some("HTTPS://app.example.com"), &[]), Verdict::Pass),
        ("I9", Traffic::HealthProbe(Prober::CanUseHttps), Verdict::Fail),
        ("old prober", Traffic::HealthProbe(Prober::HttpOnly), Verdict::Pass),
        ("I10", Traffic::Revocation, Verdict::Pass),
        ("I10", local("127.0.0.1"), Verdict::Pass),
        ("I10", local("::1"), Verdict::Pass),
        ("mapped", local("::ffff:127.0.0.1"), Verdict::Pass),
        ("socket", Traffic::Local(Peer::SocketFile), Verdict::Pass),
        ("elsewhere", local("10.0.0.7"), Verdict::Fail),
        ("other", Traffic::Other, Verdict::Fail),
    ] {
        let observed = PlainHttp { endpoint: "http://app.example.com/".into(), traffic };
        let checked = exchanges(&tls(), &[observed]);
        assert_eq!(checked.verdict, Some(verdict), "{row}: {:?}", sentences(&checked));
    }
}

#[test]
fn exception_taken_out_of_the_data_is_no_longer_allowed() {
    let mut profile = tls();
    profile.plain_http.exceptions.retain(|one| one.purpose != plain_http::Purpose::Revocation);
    let observed =
        PlainHttp { endpoint: "http://crl.example.com/".into(), traffic: Traffic::Revocation };
    assert_eq!(exchanges(&profile, &[observed]).verdict, Some(Verdict::Fail));
}

#[test]
fn i11_one_site_of_five_without_hsts_fails_the_control_with_five_rows() {
    let mut five = vec![site(&["max-age=15552000"], &[]); 5];
    five[3] = Site { host: "old.example.com".into(), ..site(&[], &[]) };
    let checked = sites(&tls(), &five);
    assert_eq!((checked.verdict, checked.rows.len()), (Some(Verdict::Fail), 5));
    let failed: Vec<&str> = checked
        .rows
        .iter()
        .filter(|row| row.verdict == Verdict::Fail)
        .map(|row| row.subject.as_str())
        .collect();
    assert_eq!(failed, ["old.example.com"]);
}

fn aes(name: &str, key_bits: u32) -> Primitive {
    Primitive::Cipher { name: name.into(), key_bits, mode: None }
}

fn wrap(bits: u32, padding: Option<&str>) -> Primitive {
    Primitive::Rsa { bits, used_to: RsaUse::WrapKey, padding: padding.map(str::to_owned) }
}

#[test]
fn i12_to_i14_algorithms_are_worth_what_the_profile_says() {
    let cache_key = Primitive::Hash {
        name: "MD5".into(),
        cut_bits: None,
        purpose: HashPurpose::NonCryptographic,
    };
    for (row, primitive, verdict) in [
        ("I12", aes("AES", 128), Verdict::BelowControl),
        ("I12", aes("AES", 256), Verdict::Pass),
        ("I12", aes("3DES", 168), Verdict::Fail),
        ("I13", wrap(1024, None), Verdict::Fail),
        ("I13", wrap(2048, Some("OAEP")), Verdict::Pass),
        ("I14", cache_key, Verdict::Fail),
    ] {
        let one = CryptoUse { place: "database".into(), primitive, need: Need::Choice };
        let checked = uses(&encryption(), &[one]);
        assert_eq!(checked.verdict, Some(verdict), "{row}: {:?}", sentences(&checked));
        assert_eq!(checked.control, "DAT-RST-01");
    }
}

#[test]
fn nothing_looked_at_is_neither_pass_nor_failure() {
    assert_eq!(protocols(&tls(), &[]).verdict, None);
    assert_eq!(sites(&tls(), &[]).verdict, None);
    assert_eq!(uses(&encryption(), &[]).verdict, None);
}

#[test]
fn ipv6_listeners_are_named_in_brackets() {
    let one = Listener { host: "::1".into(), ..listener(443, &[Protocol::Tls13]) };
    assert_eq!(protocols(&tls(), &[one]).rows[0].subject, "[::1]:443");
}
