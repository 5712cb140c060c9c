//! Addresses: one place that puts texts into paths and queries.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What stands in a path or a value of a query as it is.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A text as one part of a path or as a value of a query.
pub(super) fn part(text: &str) -> String {
    utf8_percent_encode(text, PLAIN).to_string()
}

/// A query with its `?`; empty without pairs.
pub(super) fn query<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let pairs: Vec<String> =
        pairs.into_iter().map(|(name, value)| format!("{}={}", part(name), part(value))).collect();
    if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
}

/// The target of a publisher's link, when it is one that a browser may open; nothing else becomes a
/// link, whatever it says.
pub(super) fn outside(link: &str) -> Option<&str> {
    let link = link.trim();
    let scheme = link.split_once("://")?.0;
    let web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    (web && !link.contains(|letter: char| letter.is_control() || letter.is_whitespace()))
        .then_some(link)
}

/// An address for people: without scheme, `www.` and the last slash.
pub(super) fn spoken(link: &str) -> &str {
    let rest = link.split_once("://").map_or(link, |(_, rest)| rest);
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    rest.strip_suffix('/').unwrap_or(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_cannot_leave_their_part_of_an_address() {
        assert_eq!(part("a/b?c&d=é"), "a%2Fb%3Fc%26d%3D%C3%A9");
        assert_eq!(query([("q", "a b"), ("tier", "x&y")]), "?q=a%20b&tier=x%26y");
        assert_eq!(query([]), "");
    }

    #[test]
    fn only_web_addresses_become_links() {
        for (link, wanted) in [
            ("https://example.org/a", Some("https://example.org/a")),
            (" HTTP://example.org", Some("HTTP://example.org")),
            ("javascript:alert(1)", None),
            ("javascript://x/%0aalert(1)", None),
            ("data:text/html,x", None),
            ("https://exa\nmple.org", None),
            ("//example.org", None),
            ("example.org", None),
        ] {
            assert_eq!(outside(link), wanted, "{link}");
        }
    }

    #[test]
    fn addresses_are_spoken_without_what_is_always_there() {
        assert_eq!(spoken("https://www.example.org/"), "example.org");
        assert_eq!(spoken("http://example.org/a/b"), "example.org/a/b");
    }
}
