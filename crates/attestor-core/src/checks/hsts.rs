//! Whether sites promise to be reachable over HTTPS only: the Strict-Transport-Security header.

use std::collections::BTreeSet;
use std::fmt;

use super::tls_profile::TlsProfile;
use super::{Checked, Reason, Row, WireFact};

/// What a header promises. Source: RFC 6797, section 6.1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hsts {
    /// How long the promise holds, in seconds; the largest number stands for anything larger.
    /// 0 takes the promise back.
    pub max_age_seconds: u64,
    /// Whether it holds for all names below the site's own.
    pub include_subdomains: bool,
}

/// Why browsers ignore a header. Prints as a part of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HeaderFault {
    /// A directive that is not in its form; counted from 1.
    Malformed {
        /// The place among the directives.
        place: usize,
    },
    /// A directive that stands twice; carries its name in lower case.
    Repeated(String),
    /// There is no `max-age`.
    NoMaxAge,
    /// `max-age` has no value, or one that is not a row of digits.
    BadMaxAge,
    /// `includeSubDomains` has a value, which it must not have.
    ValueOnFlag,
}

impl fmt::Display for HeaderFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed { place } => write!(f, "directive {place} is not in its form"),
            Self::Repeated(name) => write!(f, "`{name}` stands twice"),
            Self::NoMaxAge => f.write_str("`max-age` is missing"),
            Self::BadMaxAge => f.write_str("`max-age` is not a whole number of seconds"),
            Self::ValueOnFlag => f.write_str("`includeSubDomains` takes no value"),
        }
    }
}

/// Reads the value of one header field as browsers do: names in any case, values bare or quoted,
/// unknown directives ignored, every directive at most once, `max-age` required.
///
/// Source: RFC 6797, sections 6.1 and 8.1.
///
/// ```
/// use attestor_core::checks::hsts;
///
/// let found = hsts::parse(b"max-age=\"31536000\"; includeSubDomains").unwrap();
/// assert_eq!((found.max_age_seconds, found.include_subdomains), (31_536_000, true));
/// ```
pub fn parse(value: &[u8]) -> Result<Hsts, HeaderFault> {
    let mut max_age = None;
    let mut include_subdomains = false;
    let mut seen = BTreeSet::new();
    let mut rest = value;
    for place in 1.. {
        let (found, after) = directive(rest).ok_or(HeaderFault::Malformed { place })?;
        if let Some((name, value)) = found {
            if !seen.insert(name.clone()) {
                return Err(HeaderFault::Repeated(name));
            }
            match name.as_str() {
                "max-age" => max_age = Some(seconds(value.as_deref())?),
                "includesubdomains" if value.is_some() => return Err(HeaderFault::ValueOnFlag),
                "includesubdomains" => include_subdomains = true,
                _ => {}
            }
        }
        match after {
            [b';', after @ ..] => rest = after,
            _ => break,
        }
    }
    let max_age_seconds = max_age.ok_or(HeaderFault::NoMaxAge)?;
    Ok(Hsts { max_age_seconds, include_subdomains })
}

/// A directive's name in lower case and its value.
type Directive = (String, Option<Vec<u8>>);

/// Takes one directive, which may be empty, off the front; what is left starts with `;` or is
/// empty. `None` when it is not in its form.
fn directive(text: &[u8]) -> Option<(Option<Directive>, &[u8])> {
    let text = text.trim_ascii_start();
    let (name, after) = token(text);
    let after = after.trim_ascii_start();
    if name.is_empty() {
        return ends(after).then_some((None, after));
    }
    let name = String::from_utf8_lossy(name).to_ascii_lowercase();
    let [b'=', after @ ..] = after else {
        return ends(after).then_some((Some((name, None)), after));
    };
    let (value, after) = value(after.trim_ascii_start())?;
    let after = after.trim_ascii_start();
    ends(after).then_some((Some((name, Some(value))), after))
}

fn ends(text: &[u8]) -> bool {
    matches!(text, [] | [b';', ..])
}

/// Takes a value off the front: a token, or a quoted text with backslash escapes.
fn value(text: &[u8]) -> Option<(Vec<u8>, &[u8])> {
    let [b'"', inner @ ..] = text else {
        let (bare, after) = token(text);
        return (!bare.is_empty()).then(|| (bare.to_vec(), after));
    };
    let mut found = Vec::new();
    let mut rest = inner;
    loop {
        match rest {
            [b'"', after @ ..] => return Some((found, after)),
            [b'\\', escaped, after @ ..] if escaped.is_ascii() => {
                found.push(*escaped);
                rest = after;
            }
            [plain, after @ ..]
                if *plain != b'\\' && (*plain == b'\t' || !plain.is_ascii_control()) =>
            {
                found.push(*plain);
                rest = after;
            }
            _ => return None,
        }
    }
}

/// The longest token at the front, perhaps empty, and what follows it.
fn token(text: &[u8]) -> (&[u8], &[u8]) {
    let is_token = |byte: &u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(byte);
    let length = text.iter().take_while(|byte| is_token(byte)).count();
    text.split_at_checked(length).unwrap_or((text, &[]))
}

fn seconds(value: Option<&[u8]>) -> Result<u64, HeaderFault> {
    let digits = value.filter(|digits| !digits.is_empty()).ok_or(HeaderFault::BadMaxAge)?;
    if !digits.iter().all(u8::is_ascii_digit) {
        return Err(HeaderFault::BadMaxAge);
    }
    Ok(digits.iter().fold(0_u64, |sum, digit| {
        sum.saturating_mul(10).saturating_add(u64::from(digit.saturating_sub(b'0')))
    }))
}

/// What a site answered. Header fields are the values of `Strict-Transport-Security` as received,
/// in order; of several, browsers read the first only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// The host name, with the port when it is not 443.
    pub host: String,
    /// The header fields on the answer over HTTPS. Empty means that there was none.
    pub on_https: Vec<Vec<u8>>,
    /// The header fields on the answer over plain HTTP, which have no effect.
    pub on_http: Vec<Vec<u8>>,
}

/// Whether every site promises HTTPS for long enough.
///
/// Source: control DAT-TRN-02; sources X-21; acceptance I5, I6, I7, I11.
#[must_use]
pub fn sites(profile: &TlsProfile, sites: &[Site]) -> Checked {
    let rule = &profile.hsts;
    let row = |site: &Site| {
        let (met, fact) = promise(site, rule.least_seconds);
        Row::new(&site.host, vec![Reason::met_if(met, &rule.rule.id, fact)])
    };
    Checked::new(&rule.control, sites.iter().map(row).collect())
}

fn promise(site: &Site, least_seconds: u64) -> (bool, WireFact) {
    let Some(first) = site.on_https.first() else {
        let only_http = !site.on_http.is_empty();
        return (false, if only_http { WireFact::HstsOnHttpOnly } else { WireFact::HstsMissing });
    };
    match parse(first) {
        Err(fault) => (false, WireFact::HstsBroken { fault }),
        Ok(hsts) => {
            let seconds = hsts.max_age_seconds;
            (seconds >= least_seconds, WireFact::HstsFor { seconds, least_seconds })
        }
    }
}

#[cfg(test)]
mod tests;
