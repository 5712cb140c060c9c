//! What the encryption of stored data is worth.

use super::encryption_profile::{EncryptionProfile, is_named};
use super::{Checked, CryptoFact, Reason, Row, Verdict};
use crate::word::words;

words! {
    /// What an RSA key does.
    pub enum RsaUse {
        /// It encrypts another key.
        WrapKey = "wrap-key",
        /// It signs.
        Sign = "sign",
        /// It encrypts the stored data itself.
        EncryptData = "encrypt-data",
    }
}

words! {
    /// Why an algorithm is used.
    pub enum Need {
        /// By choice.
        Choice = "choice",
        /// An old counterpart leaves no choice.
        Compatibility = "compatibility",
    }
}

words! {
    /// What a hash is for. The profile judges both alike; messages tell them apart.
    pub enum HashPurpose {
        /// Protecting something.
        Cryptographic = "cryptographic",
        /// Finding something again, such as a cache key.
        NonCryptographic = "non-cryptographic",
    }
}

words! {
    /// What was seen of the start values of a block cipher.
    pub enum StartValues {
        /// Each message has a fresh random one.
        FreshRandom = "fresh-random",
        /// They are fixed, counted or used again.
        Reused = "reused",
        /// Nothing shows them.
        Unobserved = "unobserved",
    }
}

/// One use of cryptography that was observed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CryptoUse {
    /// Where, such as the name of a data store.
    pub place: String,
    /// What is used.
    pub primitive: Primitive,
    /// Why it is used.
    pub need: Need,
}

/// An algorithm with its parameters. Names are compared without case, spaces, `-` and `_`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Primitive {
    /// A symmetric cipher.
    Cipher {
        /// The cipher's name, without key length and mode.
        name: String,
        /// The key length in bits.
        key_bits: u32,
        /// The mode; `None` when it was not observed, and then it is not judged.
        mode: Option<Mode>,
    },
    /// A hash.
    Hash {
        /// The hash's name.
        name: String,
        /// The length it is cut to, in bits; `None` when it is whole.
        cut_bits: Option<u32>,
        /// What it is for.
        purpose: HashPurpose,
    },
    /// A message authentication code.
    Mac {
        /// The code's name.
        name: String,
        /// The name of the hash inside.
        hash: String,
        /// The key length in bits.
        key_bits: u32,
        /// The length the output is cut to, in bits; `None` when it is whole.
        cut_bits: Option<u32>,
    },
    /// An RSA key.
    Rsa {
        /// The modulus in bits.
        bits: u32,
        /// What the key does.
        used_to: RsaUse,
        /// The padding's name; `None` when it was not observed, and then it is not judged.
        padding: Option<String>,
    },
    /// A key on an elliptic curve.
    Curve {
        /// The curve's name.
        name: String,
    },
}

/// The mode of a block cipher.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mode {
    /// The mode's name.
    pub name: String,
    /// What was seen of its start values.
    pub start_values: StartValues,
}

/// What every observed use is worth. Whatever the profile does not list fails.
///
/// Source: control DAT-RST-01; process section 7.B; sources X-04; acceptance I12, I13, I14.
#[must_use]
pub fn uses(profile: &EncryptionProfile, observed: &[CryptoUse]) -> Checked {
    let rows = observed.iter().map(|one| Row::new(&one.place, weigh(profile, one)));
    Checked::new(&profile.control, rows.collect())
}

fn weigh(profile: &EncryptionProfile, one: &CryptoUse) -> Vec<Reason> {
    match &one.primitive {
        Primitive::Cipher { name, key_bits, mode } => {
            let mut reasons = vec![cipher(profile, name, *key_bits)];
            reasons.extend(mode.iter().flat_map(|mode| block_mode(profile, mode)));
            reasons
        }
        Primitive::Hash { name, cut_bits, purpose } => {
            let mut reasons = vec![hash(profile, name, *purpose, one.need)];
            let rule = &profile.hash_output;
            reasons.extend(cut_bits.map(|bits| output(&rule.rule.id, bits, rule.least_bits)));
            reasons
        }
        Primitive::Mac { name, hash: inner, key_bits, cut_bits } => {
            let rule = &profile.mac;
            let fact = CryptoFact::Mac { name: name.clone() };
            let mut reasons = vec![
                Reason::met_if(is_named(&rule.names, name), &rule.rule.id, fact),
                hash(profile, inner, HashPurpose::Cryptographic, one.need),
                key(&rule.rule.id, *key_bits, rule.least_key_bits),
            ];
            reasons
                .extend(cut_bits.map(|bits| output(&rule.rule.id, bits, rule.least_output_bits)));
            reasons
        }
        Primitive::Rsa { bits, used_to, padding } => {
            let rule = &profile.rsa;
            let fact = CryptoFact::RsaUse { used_to: *used_to };
            let mut reasons = vec![
                key(&rule.rule.id, *bits, rule.least_bits),
                Reason::met_if(rule.uses.contains(used_to), &rule.rule.id, fact),
            ];
            let name = padding.as_ref();
            reasons.extend(name.map(|name| rsa_padding(profile, name, *used_to, one.need)));
            reasons
        }
        Primitive::Curve { name } => vec![curve(profile, name)],
    }
}

fn cipher(profile: &EncryptionProfile, name: &str, key_bits: u32) -> Reason {
    let fact = CryptoFact::Cipher { name: name.to_owned(), key_bits };
    match profile.cipher(name, key_bits) {
        Some(row) => Reason::new(&row.rule.id, row.verdict, fact),
        None => Reason::new(&profile.unlisted.id, Verdict::Fail, fact),
    }
}

fn block_mode(profile: &EncryptionProfile, mode: &Mode) -> Vec<Reason> {
    let fact = CryptoFact::Mode { name: mode.name.clone() };
    let Some(row) = profile.modes.iter().find(|row| is_named(&row.names, &mode.name)) else {
        return vec![Reason::new(&profile.unlisted.id, Verdict::Fail, fact)];
    };
    let mut reasons = vec![Reason::new(&row.rule.id, row.verdict, fact)];
    if row.fresh_random_iv {
        let verdict = match mode.start_values {
            StartValues::FreshRandom => Verdict::Pass,
            StartValues::Unobserved => Verdict::BelowControl,
            StartValues::Reused => Verdict::Fail,
        };
        let (mode, seen) = (mode.name.clone(), mode.start_values);
        reasons.push(Reason::new(&row.rule.id, verdict, CryptoFact::StartValues { mode, seen }));
    }
    reasons
}

fn hash(profile: &EncryptionProfile, name: &str, purpose: HashPurpose, need: Need) -> Reason {
    let fact = CryptoFact::Hash { name: name.to_owned(), purpose, need };
    match profile.hashes.iter().find(|row| is_named(&row.names, name)) {
        Some(row) => Reason::new(&row.rule.id, by_need(row.verdict, row.compatibility, need), fact),
        None => Reason::new(&profile.unlisted.id, Verdict::Fail, fact),
    }
}

fn by_need(verdict: Verdict, compatibility: Option<Verdict>, need: Need) -> Verdict {
    match need {
        Need::Choice => verdict,
        Need::Compatibility => compatibility.unwrap_or(verdict),
    }
}

fn output(rule: &str, bits: u32, least_bits: u32) -> Reason {
    Reason::met_if(bits >= least_bits, rule, CryptoFact::OutputBits { bits, least_bits })
}

fn key(rule: &str, bits: u32, least_bits: u32) -> Reason {
    Reason::met_if(bits >= least_bits, rule, CryptoFact::KeyBits { bits, least_bits })
}

fn rsa_padding(profile: &EncryptionProfile, name: &str, used_to: RsaUse, need: Need) -> Reason {
    let fact = CryptoFact::Padding { name: name.to_owned(), need };
    let fits =
        profile.rsa.paddings.iter().find(|row| {
            is_named(&row.names, name) && row.only_use.is_none_or(|only| only == used_to)
        });
    match fits {
        Some(row) => Reason::new(&row.rule.id, by_need(row.verdict, row.compatibility, need), fact),
        None => Reason::new(&profile.unlisted.id, Verdict::Fail, fact),
    }
}

fn curve(profile: &EncryptionProfile, name: &str) -> Reason {
    let rule = &profile.elliptic;
    let known = rule.curves.iter().find(|curve| is_named(&curve.names, name));
    let met = known.is_some_and(|curve| curve.bits >= rule.least_bits);
    Reason::met_if(met, &rule.rule.id, CryptoFact::Curve { name: name.to_owned() })
}

#[cfg(test)]
mod tests;
