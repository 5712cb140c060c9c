//! Plain HTTP: which unencrypted traffic the profile allows.

use core::net::IpAddr;

use super::tls_profile::{RedirectRule, TlsProfile};
use super::{Checked, PlainHttpFact, Reason, Row, Verdict};
use crate::word::words;

words! {
    /// A purpose for which a profile can allow plain HTTP.
    pub enum Purpose {
        /// Sending a client on to HTTPS.
        Redirect = "redirect",
        /// Asking whether a machine is alive.
        HealthProbe = "health-probe",
        /// Fetching revocation lists, OCSP answers or issuer certificates.
        Revocation = "revocation",
        /// Traffic inside one operating system.
        Local = "local",
    }
}

/// Some unencrypted traffic that was observed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlainHttp {
    /// Where, such as `http://app.example.com/`.
    pub endpoint: String,
    /// What it is for, with what was seen.
    pub traffic: Traffic,
}

/// What unencrypted traffic is for, with what was seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Traffic {
    /// An answer to a client from outside.
    Answer {
        /// The status code.
        status: u16,
        /// The value of `Location`; `None` when there is none.
        location: Option<String>,
        /// The names of all header fields of the answer.
        headers: Vec<String>,
        /// What stands in the body.
        content: Content,
    },
    /// A health probe.
    HealthProbe(Prober),
    /// Fetching revocation lists, OCSP answers or issuer certificates.
    Revocation,
    /// Traffic said to stay inside one operating system.
    Local(Peer),
    /// Anything else.
    Other,
}

/// What the body of an answer holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// Nothing, or a fixed note that names the new address.
    Harmless,
    /// Something that belongs to a user or a session.
    Sensitive,
}

/// What a health prober can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prober {
    /// It can use HTTPS.
    CanUseHttps,
    /// It can only use plain HTTP.
    HttpOnly,
}

/// The other end of local traffic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Peer {
    /// A network address.
    Address(IpAddr),
    /// A socket file or pipe, which cannot leave the system.
    SocketFile,
}

/// Whether all plain HTTP is for a purpose that the profile allows.
///
/// Source: control DAT-TRN-01, TLS profile; acceptance I8, I9, I10.
#[must_use]
pub fn exchanges(profile: &TlsProfile, observed: &[PlainHttp]) -> Checked {
    let rows = observed.iter().map(|one| Row::new(&one.endpoint, weigh(profile, &one.traffic)));
    Checked::new(&profile.plain_http.control, rows.collect())
}

fn weigh(profile: &TlsProfile, traffic: &Traffic) -> Vec<Reason> {
    let rule = &profile.plain_http;
    let (purpose, faults) = match traffic {
        Traffic::Answer { status, location, headers, content } => {
            let answer = Answer { status: *status, location: location.as_deref(), headers };
            (Purpose::Redirect, answer.faults(&rule.redirect, *content))
        }
        Traffic::HealthProbe(Prober::CanUseHttps) => {
            (Purpose::HealthProbe, vec![PlainHttpFact::ProberCanUseHttps])
        }
        Traffic::HealthProbe(Prober::HttpOnly) => (Purpose::HealthProbe, Vec::new()),
        Traffic::Revocation => (Purpose::Revocation, Vec::new()),
        Traffic::Local(Peer::SocketFile) => (Purpose::Local, Vec::new()),
        Traffic::Local(Peer::Address(address)) if address.to_canonical().is_loopback() => {
            (Purpose::Local, Vec::new())
        }
        Traffic::Local(Peer::Address(address)) => {
            (Purpose::Local, vec![PlainHttpFact::NotLocal { address: *address }])
        }
        Traffic::Other => {
            return vec![Reason::met_if(false, &rule.rule.id, PlainHttpFact::NoException)];
        }
    };
    let Some(exception) = rule.exceptions.iter().find(|exception| exception.purpose == purpose)
    else {
        return vec![Reason::met_if(false, &rule.rule.id, PlainHttpFact::NoException)];
    };
    if faults.is_empty() {
        let fact = PlainHttpFact::Excepted { text: exception.text.clone() };
        return vec![Reason::met_if(true, &exception.rule.id, fact)];
    }
    let fail = |fact| Reason::new(&exception.rule.id, Verdict::Fail, fact);
    faults.into_iter().map(fail).collect()
}

/// The head of an answer.
struct Answer<'a> {
    status: u16,
    location: Option<&'a str>,
    headers: &'a [String],
}

impl Answer<'_> {
    /// Why the answer is no redirect that the profile allows; empty when it is one.
    fn faults(&self, rule: &RedirectRule, content: Content) -> Vec<PlainHttpFact> {
        let mut facts = Vec::new();
        let location = self.location.unwrap_or_default().trim();
        if !rule.statuses.contains(&self.status) || location.is_empty() {
            facts.push(PlainHttpFact::NotARedirect { status: self.status });
        } else if !is_https(location) {
            facts.push(PlainHttpFact::RedirectNotToHttps { location: location.to_owned() });
        }
        let is_sensitive = |name: &&String| {
            rule.sensitive_headers.iter().any(|bad| bad.eq_ignore_ascii_case(name))
        };
        let sensitive = self.headers.iter().filter(is_sensitive);
        facts.extend(sensitive.map(|name| PlainHttpFact::SensitiveHeader { name: name.clone() }));
        if content == Content::Sensitive {
            facts.push(PlainHttpFact::SensitiveContent);
        }
        facts
    }
}

/// Whether an address names HTTPS. A relative address stays on plain HTTP.
fn is_https(location: &str) -> bool {
    location.split_once("://").is_some_and(|(scheme, _)| scheme.eq_ignore_ascii_case("https"))
}
