//! The facts behind verdicts, each of which prints as one sentence without a full stop.

use core::net::IpAddr;
use std::fmt;

use super::crypto::{HashPurpose, Need, RsaUse, StartValues};
use super::hsts::HeaderFault;
use super::tls::Protocol;

/// What was observed, and what was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// About a listener or a site.
    Wire(WireFact),
    /// About unencrypted traffic.
    PlainHttp(PlainHttpFact),
    /// About the encryption of stored data.
    Crypto(CryptoFact),
}

impl fmt::Display for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Wire(fact) => fact.fmt(f),
            Self::PlainHttp(fact) => fact.fmt(f),
            Self::Crypto(fact) => fact.fmt(f),
        }
    }
}

impl From<WireFact> for Fact {
    fn from(fact: WireFact) -> Self {
        Self::Wire(fact)
    }
}

impl From<PlainHttpFact> for Fact {
    fn from(fact: PlainHttpFact) -> Self {
        Self::PlainHttp(fact)
    }
}

impl From<CryptoFact> for Fact {
    fn from(fact: CryptoFact) -> Self {
        Self::Crypto(fact)
    }
}

/// A fact about a TLS listener or a site that answers over HTTPS.
#[expect(
    missing_docs,
    reason = "each field is named for what it holds, and the variant says the rest"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WireFact {
    /// The lowest protocol version that a listener offers.
    LowestProtocol { found: Protocol, floor: Protocol, profile_text_floor: Protocol },
    /// A listener with which no TLS handshake was possible.
    NoTls,
    /// A listener chose only compression methods that are allowed.
    NoCompression,
    /// A listener chose a compression method that is not allowed, given by its number.
    Compression { method: u8 },
    /// A site promises HTTPS for some time.
    HstsFor { seconds: u64, least_seconds: u64 },
    /// A site sends no HSTS header.
    HstsMissing,
    /// A site sends the header over plain HTTP only, where browsers ignore it.
    HstsOnHttpOnly,
    /// A site sends a header that browsers ignore, because it is not in its form.
    HstsBroken { fault: HeaderFault },
}

impl fmt::Display for WireFact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::LowestProtocol { found, floor, profile_text_floor } => {
                write!(f, "the lowest version offered is {}, ", found.label())?;
                write!(f, "the control asks for {} or newer only", floor.label())?;
                if floor == profile_text_floor {
                    return Ok(());
                }
                write!(f, " (the profile's text still names {})", profile_text_floor.label())
            }
            Self::NoTls => f.write_str("no TLS handshake was possible"),
            Self::NoCompression => f.write_str("TLS compression is off"),
            Self::Compression { method } => {
                let name = match method {
                    1 => " (DEFLATE)",
                    64 => " (LZS)",
                    _ => "",
                };
                write!(f, "TLS compression is on: method {method}{name}")
            }
            Self::HstsFor { seconds, least_seconds } => {
                write!(f, "HSTS holds for {seconds} seconds, at least {least_seconds} are asked for")
            }
            Self::HstsMissing => f.write_str("no Strict-Transport-Security header"),
            Self::HstsOnHttpOnly => f.write_str(
                "Strict-Transport-Security stands on the plain HTTP answer only, where it has no effect",
            ),
            Self::HstsBroken { fault } => {
                write!(f, "the Strict-Transport-Security header has no effect: {fault}")
            }
        }
    }
}

/// A fact about unencrypted traffic.
#[expect(
    missing_docs,
    reason = "each field is named for what it holds, and the variant says the rest"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlainHttpFact {
    /// Plain HTTP for a purpose that the profile allows; carries the exception's words.
    Excepted { text: String },
    /// Plain HTTP for a purpose that the profile does not allow.
    NoException,
    /// An answer over plain HTTP that is not a redirect.
    NotARedirect { status: u16 },
    /// A redirect to something other than HTTPS.
    RedirectNotToHttps { location: String },
    /// A redirect that carries a sensitive header field.
    SensitiveHeader { name: String },
    /// A redirect that carries sensitive content.
    SensitiveContent,
    /// A health probe over plain HTTP by a prober that can use HTTPS.
    ProberCanUseHttps,
    /// Traffic said to be local that goes to another machine's address.
    NotLocal { address: IpAddr },
}

impl fmt::Display for PlainHttpFact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Excepted { text } => write!(f, "plain HTTP is allowed here: {text}"),
            Self::NoException => f.write_str("no exception allows plain HTTP for this purpose"),
            Self::NotARedirect { status } => {
                write!(f, "plain HTTP answers with status {status}, which is no redirect to HTTPS")
            }
            Self::RedirectNotToHttps { location } => {
                write!(f, "the redirect goes to `{location}`, which is not HTTPS")
            }
            Self::SensitiveHeader { name } => {
                write!(f, "the redirect carries the header `{name}` over plain HTTP")
            }
            Self::SensitiveContent => {
                f.write_str("the redirect carries sensitive content over plain HTTP")
            }
            Self::ProberCanUseHttps => {
                f.write_str("the health probe uses plain HTTP although the prober can use HTTPS")
            }
            Self::NotLocal { address } => {
                write!(f, "{address} is not a loopback address, so the traffic leaves the system")
            }
        }
    }
}

/// A fact about the encryption of stored data.
#[expect(
    missing_docs,
    reason = "each field is named for what it holds, and the variant says the rest"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CryptoFact {
    /// A symmetric cipher and its key.
    Cipher { name: String, key_bits: u32 },
    /// The mode of a block cipher.
    Mode { name: String },
    /// A mode that needs fresh random start values, and what was seen of them.
    StartValues { mode: String, seen: StartValues },
    /// A hash and what it is for.
    Hash { name: String, purpose: HashPurpose, need: Need },
    /// The length to which a hash or code is cut.
    OutputBits { bits: u32, least_bits: u32 },
    /// A message authentication code by its name.
    Mac { name: String },
    /// The length of a key.
    KeyBits { bits: u32, least_bits: u32 },
    /// What an RSA key does.
    RsaUse { used_to: RsaUse },
    /// An RSA padding.
    Padding { name: String, need: Need },
    /// An elliptic curve.
    Curve { name: String },
}

impl fmt::Display for CryptoFact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cipher { name, key_bits } => write!(f, "{name} with a key of {key_bits} bits"),
            Self::Mode { name } => write!(f, "the mode {name}"),
            Self::StartValues { mode, seen } => {
                let seen = match seen {
                    StartValues::FreshRandom => "and has them",
                    StartValues::Reused => "and uses others",
                    StartValues::Unobserved => "and nothing shows them",
                };
                write!(f, "the mode {mode} needs fresh random start values {seen}")
            }
            Self::Hash { name, purpose, need } => {
                let purpose = match purpose {
                    HashPurpose::Cryptographic => "",
                    HashPurpose::NonCryptographic => " outside cryptography",
                };
                write!(f, "the hash {name}{purpose}{}", why(*need))
            }
            Self::OutputBits { bits, least_bits } => {
                write!(f, "an output of {bits} bits, at least {least_bits} are asked for")
            }
            Self::Mac { name } => write!(f, "the message authentication code {name}"),
            Self::KeyBits { bits, least_bits } => {
                write!(f, "a key of {bits} bits, at least {least_bits} are asked for")
            }
            Self::RsaUse { used_to } => f.write_str(match used_to {
                RsaUse::WrapKey => "RSA encrypts a key",
                RsaUse::Sign => "RSA signs",
                RsaUse::EncryptData => "RSA encrypts the stored data itself",
            }),
            Self::Padding { name, need } => write!(f, "the padding {name}{}", why(*need)),
            Self::Curve { name } => write!(f, "the curve {name}"),
        }
    }
}

fn why(need: Need) -> &'static str {
    match need {
        Need::Choice => "",
        Need::Compatibility => ", for compatibility",
    }
}
