use proptest::prelude::*;

use super::*;

fn age(text: &str) -> Result<u64, HeaderFault> {
    parse(text.as_bytes()).map(|hsts| hsts.max_age_seconds)
}

#[test]
fn legal_spellings_are_read() {
    for (text, seconds, subdomains) in [
        ("max-age=1", 1, false),
        ("MAX-AGE=1;INCLUDESUBDOMAINS", 1, true),
        (" ; max-age = \"15552000\" ;; includeSubDomains ; preload ; ", 15_552_000, true),
        ("max-age=\"3\\1\"", 31, false),
        ("a=\"x;max-age=2\"; max-age=0", 0, false),
        ("preload; other=\"a\\\"b\"; max-age=007", 7, false),
        ("max-age=99999999999999999999999999", u64::MAX, false),
        ("max-age=5;", 5, false),
        ("\tmax-age=5\t", 5, false),
    ] {
        let expected = Hsts { max_age_seconds: seconds, include_subdomains: subdomains };
        assert_eq!(parse(text.as_bytes()), Ok(expected), "{text}");
    }
}

#[test]
fn illegal_headers_name_their_fault() {
    use HeaderFault::{BadMaxAge, Malformed, NoMaxAge, Repeated, ValueOnFlag};
    for (text, fault) in [
        ("", NoMaxAge),
        ("includeSubDomains", NoMaxAge),
        ("max-age=1; Max-Age=1", Repeated("max-age".into())),
        ("max-age=1; a; A", Repeated("a".into())),
        ("max-age", BadMaxAge),
        ("max-age=-1", BadMaxAge),
        ("max-age=1.5", BadMaxAge),
        ("max-age=\"\"", BadMaxAge),
        ("max-age=\" 1\"", BadMaxAge),
        ("max-age=", Malformed { place: 1 }),
        ("max-age=1, max-age=2", Malformed { place: 1 }),
        ("max-age=1; includeSubDomains=true", ValueOnFlag),
        ("max-age=1; a=\"open", Malformed { place: 2 }),
        ("max-age=1; a=\"end\\", Malformed { place: 2 }),
        ("max-age=1 includeSubDomains", Malformed { place: 1 }),
        ("max-age:1", Malformed { place: 1 }),
        ("=1", Malformed { place: 1 }),
    ] {
        assert_eq!(age(text), Err(fault), "{text}");
    }
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = parse(&bytes);
    }

    #[test]
    fn nearly_legal_texts_are_read_or_refused(text in "([a-zA-Z=; \"\\\\0-9,-]|max-age){0,40}") {
        let _ = parse(text.as_bytes());
    }

    #[test]
    fn every_written_age_is_read_back(age in any::<u64>(), quoted in any::<bool>()) {
        let text = if quoted { format!("max-age=\"{age}\"") } else { format!("max-age={age}") };
        prop_assert_eq!(parse(text.as_bytes()).map(|hsts| hsts.max_age_seconds), Ok(age));
    }
}
