//! What TLS listeners offer: protocol versions and compression.

use super::tls_profile::TlsProfile;
use super::{Checked, Reason, Row, WireFact};
use crate::word::words;

words! {
    /// A version of TLS or of its ancestor SSL, oldest first.
    pub enum Protocol {
        /// SSL 2.0.
        Ssl2 = "ssl2",
        /// SSL 3.0.
        Ssl3 = "ssl3",
        /// TLS 1.0.
        Tls10 = "1.0",
        /// TLS 1.1.
        Tls11 = "1.1",
        /// TLS 1.2.
        Tls12 = "1.2",
        /// TLS 1.3.
        Tls13 = "1.3",
    }
}

impl Protocol {
    /// The name in sentences, such as `TLS 1.2`.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Ssl2 => "SSL 2.0",
            Self::Ssl3 => "SSL 3.0",
            Self::Tls10 => "TLS 1.0",
            Self::Tls11 => "TLS 1.1",
            Self::Tls12 => "TLS 1.2",
            Self::Tls13 => "TLS 1.3",
        }
    }
}

/// What one listener offered when a client asked for each version by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listener {
    /// The host name or address.
    pub host: String,
    /// The port.
    pub port: u16,
    /// The versions with which a handshake was possible, in any order. Empty means none.
    pub protocols: Vec<Protocol>,
    /// The numbers of the compression methods that the listener chose in those handshakes.
    /// Empty means that it never chose one other than "none".
    pub compression: Vec<u8>,
}

impl Listener {
    fn subject(&self) -> String {
        if self.host.contains(':') {
            return format!("[{}]:{}", self.host, self.port);
        }
        format!("{}:{}", self.host, self.port)
    }
}

/// Whether every listener offers only versions that are new enough. The lowest one offered counts,
/// on every port. A listener without TLS fails; whether its plain HTTP is allowed is
/// [`plain_http`](super::plain_http)'s question.
///
/// Source: control DAT-TRN-01, acceptance I1, I2, I3.
#[must_use]
pub fn protocols(profile: &TlsProfile, listeners: &[Listener]) -> Checked {
    let rule = &profile.protocol;
    let row = |listener: &Listener| {
        let reason = match listener.protocols.iter().min() {
            None => Reason::met_if(false, &rule.rule.id, WireFact::NoTls),
            Some(&found) => {
                let (floor, profile_text_floor) = (rule.floor, rule.profile_text_floor);
                let fact = WireFact::LowestProtocol { found, floor, profile_text_floor };
                Reason::met_if(found >= floor, &rule.rule.id, fact)
            }
        };
        Row::new(&listener.subject(), vec![reason])
    };
    Checked::new(&rule.control, listeners.iter().map(row).collect())
}

/// Whether no listener compresses.
///
/// Source: control DAT-TRN-02, acceptance I4.
#[must_use]
pub fn compression(profile: &TlsProfile, listeners: &[Listener]) -> Checked {
    let rule = &profile.compression;
    let row = |listener: &Listener| {
        let bad =
            listener.compression.iter().filter(|method| !rule.allowed_methods.contains(method));
        let mut reasons: Vec<Reason> = bad
            .map(|&method| Reason::met_if(false, &rule.rule.id, WireFact::Compression { method }))
            .collect();
        if reasons.is_empty() {
            reasons.push(Reason::met_if(true, &rule.rule.id, WireFact::NoCompression));
        }
        Row::new(&listener.subject(), reasons)
    };
    Checked::new(&rule.control, listeners.iter().map(row).collect())
}
