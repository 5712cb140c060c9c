//! The rules for data in transit, loaded from `tls-profile.yaml`.

use super::plain_http::Purpose;
use super::tls::Protocol;
use super::{Rule, check_ids};
use crate::day::Day;
use crate::fault::{Fault, Problem};
use crate::source::{self, Decode, Fields, Node, Sink};

/// The rules for data in transit. Source: process section 7.A; sources.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TlsProfile {
    /// The id of the rule set.
    pub id: String,
    /// The day from which the rule set holds, inclusive.
    pub since: Day,
    /// Which protocol versions a listener may offer.
    pub protocol: ProtocolRule,
    /// Which compression a listener may choose.
    pub compression: CompressionRule,
    /// How long a site must promise HTTPS.
    pub hsts: HstsRule,
    /// When plain HTTP is allowed.
    pub plain_http: PlainHttpRule,
}

/// Which protocol versions a listener may offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProtocolRule {
    /// Id and grounds.
    pub rule: Rule,
    /// The control that the rule decides.
    pub control: String,
    /// The oldest version that may be offered, inclusive.
    pub floor: Protocol,
    /// The version that the profile's own text still names; it changes no verdict.
    pub profile_text_floor: Protocol,
}

/// Which compression a listener may choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompressionRule {
    /// Id and grounds.
    pub rule: Rule,
    /// The control that the rule decides.
    pub control: String,
    /// The numbers of the allowed methods; 0 is "none".
    pub allowed_methods: Vec<u8>,
}

/// How long a site must promise HTTPS.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HstsRule {
    /// Id and grounds.
    pub rule: Rule,
    /// The control that the rule decides.
    pub control: String,
    /// The least `max-age` in seconds, inclusive.
    pub least_seconds: u64,
}

/// When plain HTTP is allowed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlainHttpRule {
    /// Id and grounds.
    pub rule: Rule,
    /// The control that the rule decides.
    pub control: String,
    /// The purposes that are allowed; each stands once.
    pub exceptions: Vec<HttpException>,
    /// What a redirect must look like.
    pub redirect: RedirectRule,
}

/// A purpose for which plain HTTP is allowed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HttpException {
    /// Id and grounds.
    pub rule: Rule,
    /// The purpose.
    pub purpose: Purpose,
    /// The exception in words.
    pub text: String,
}

/// What a redirect over plain HTTP must look like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RedirectRule {
    /// What the values rest on.
    pub grounds: crate::basis::Grounds,
    /// The status codes that count as a redirect.
    pub statuses: Vec<u16>,
    /// The header fields that must not stand on it; upper and lower case are one.
    pub sensitive_headers: Vec<String>,
}

impl TlsProfile {
    /// Reads the profile; every fault at once. `file` is the name that faults carry.
    pub fn load(file: &str, text: &str) -> Result<Self, Vec<Fault>> {
        source::read(file, text)
    }

    fn check(&self, sink: &Sink<'_>) {
        let own = [&self.protocol.rule, &self.compression.rule, &self.hsts.rule];
        let plain = [&self.plain_http.rule];
        let exceptions = &self.plain_http.exceptions;
        let rules = own.into_iter().chain(plain);
        check_ids(rules.chain(exceptions.iter().map(|exception| &exception.rule)), sink);
        for (place, exception) in exceptions.iter().enumerate() {
            let same = |other: &&HttpException| other.purpose == exception.purpose;
            if let Some(first) = exceptions.iter().take(place).find(same) {
                let id = exception.purpose.as_str().to_owned();
                let first = sink.place(first.rule.line);
                let problem = Problem::DuplicateId { kind: "purpose", id, first };
                sink.add_at(exception.rule.line, problem);
            }
        }
    }
}

impl Decode for TlsProfile {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let id = fields.required("id");
        let since = fields.required("since");
        let protocol = fields.required("protocol");
        let compression = fields.required("compression");
        let hsts = fields.required("hsts");
        let plain_http = fields.required("plain_http");
        fields.finish();
        let profile = Self {
            id: id?,
            since: since?,
            protocol: protocol?,
            compression: compression?,
            hsts: hsts?,
            plain_http: plain_http?,
        };
        profile.check(sink);
        Some(profile)
    }
}

impl Decode for ProtocolRule {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let rule = Rule::take(&mut fields);
        let control = fields.required("control");
        let floor = fields.required("floor");
        let profile_text_floor = fields.required("profile_text_floor");
        fields.finish();
        Some(Self {
            rule: rule?,
            control: control?,
            floor: floor?,
            profile_text_floor: profile_text_floor?,
        })
    }
}

impl Decode for CompressionRule {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let rule = Rule::take(&mut fields);
        let control = fields.required("control");
        let allowed_methods = fields.some_items("allowed_methods");
        fields.finish();
        Some(Self { rule: rule?, control: control?, allowed_methods: allowed_methods? })
    }
}

impl Decode for HstsRule {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let rule = Rule::take(&mut fields);
        let control = fields.required("control");
        let least_seconds = fields.required("least_seconds");
        fields.finish();
        Some(Self { rule: rule?, control: control?, least_seconds: least_seconds? })
    }
}

impl Decode for PlainHttpRule {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let rule = Rule::take(&mut fields);
        let control = fields.required("control");
        let exceptions = fields.some_items("exceptions");
        let redirect = fields.required("redirect");
        fields.finish();
        Some(Self { rule: rule?, control: control?, exceptions: exceptions?, redirect: redirect? })
    }
}

impl Decode for HttpException {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let rule = Rule::take(&mut fields);
        let purpose = fields.required("purpose");
        let text = fields.required("text");
        fields.finish();
        Some(Self { rule: rule?, purpose: purpose?, text: text? })
    }
}

impl Decode for RedirectRule {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let statuses = fields.some_items("statuses");
        let sensitive_headers = fields.some_items("sensitive_headers");
        let grounds = crate::basis::Grounds::take(&mut fields);
        fields.finish();
        Some(Self { grounds: grounds?, statuses: statuses?, sensitive_headers: sensitive_headers? })
    }
}

#[cfg(test)]
mod tests;
