//! The rules for stored data, loaded from `encryption-profile.yaml`.

mod decode;

use super::crypto::RsaUse;
use super::{Rule, Verdict, check_ids};
use crate::day::Day;
use crate::fault::{Fault, Problem};
use crate::source::{self, Sink};

/// The rules for stored data: what each algorithm is worth.
///
/// Names are compared without case, spaces, `-` and `_`. Source: process section 7.B; sources X-04.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EncryptionProfile {
    /// The id of the rule set.
    pub id: String,
    /// The day from which the rule set holds, inclusive.
    pub since: Day,
    /// The control that the profile decides.
    pub control: String,
    /// The rule that fails every algorithm without a row.
    pub unlisted: Rule,
    /// Symmetric ciphers by key length.
    pub ciphers: Vec<CipherRule>,
    /// Modes of block ciphers.
    pub modes: Vec<ModeRule>,
    /// Hashes.
    pub hashes: Vec<HashRule>,
    /// How far a hash may be cut.
    pub hash_output: OutputRule,
    /// Message authentication codes.
    pub mac: MacRule,
    /// RSA.
    pub rsa: RsaRule,
    /// Elliptic curves.
    pub elliptic: EllipticRule,
}

/// What a symmetric cipher is worth from a key length on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CipherRule {
    /// Id and grounds.
    pub rule: Rule,
    /// The cipher's names.
    pub names: Vec<String>,
    /// The least key length in bits, inclusive, up to the next row of the same cipher.
    pub from_bits: u32,
    /// What it is worth.
    pub verdict: Verdict,
}

/// What a mode of block ciphers is worth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModeRule {
    /// Id and grounds.
    pub rule: Rule,
    /// The mode's names.
    pub names: Vec<String>,
    /// Whether each message needs a fresh random start value.
    pub fresh_random_iv: bool,
    /// What it is worth.
    pub verdict: Verdict,
}

/// What a hash is worth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HashRule {
    /// Id and grounds.
    pub rule: Rule,
    /// The hash's names.
    pub names: Vec<String>,
    /// What it is worth.
    pub verdict: Verdict,
    /// What it is worth where an old counterpart leaves no choice; `None` when the same.
    pub compatibility: Option<Verdict>,
}

/// How far a hash may be cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputRule {
    /// Id and grounds.
    pub rule: Rule,
    /// The least output in bits, inclusive.
    pub least_bits: u32,
}

/// Which message authentication codes pass.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MacRule {
    /// Id and grounds.
    pub rule: Rule,
    /// The names that are allowed.
    pub names: Vec<String>,
    /// The least key in bits, inclusive.
    pub least_key_bits: u32,
    /// The least output in bits, inclusive.
    pub least_output_bits: u32,
}

/// What RSA may do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RsaRule {
    /// Id and grounds.
    pub rule: Rule,
    /// The least modulus in bits, inclusive.
    pub least_bits: u32,
    /// What RSA may be used for.
    pub uses: Vec<RsaUse>,
    /// Its paddings.
    pub paddings: Vec<PaddingRule>,
}

/// What an RSA padding is worth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaddingRule {
    /// Id and grounds.
    pub rule: Rule,
    /// The padding's names.
    pub names: Vec<String>,
    /// The only use it fits; `None` for any.
    pub only_use: Option<RsaUse>,
    /// What it is worth.
    pub verdict: Verdict,
    /// What it is worth where an old counterpart leaves no choice; `None` when the same.
    pub compatibility: Option<Verdict>,
}

/// Which elliptic curves pass.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EllipticRule {
    /// Id and grounds.
    pub rule: Rule,
    /// The least size in bits, inclusive.
    pub least_bits: u32,
    /// The curves that are allowed.
    pub curves: Vec<Curve>,
}

/// An elliptic curve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Curve {
    /// The curve's names.
    pub names: Vec<String>,
    /// Its size in bits.
    pub bits: u32,
}

impl EncryptionProfile {
    /// Reads the profile; every fault at once. `file` is the name that faults carry.
    pub fn load(file: &str, text: &str) -> Result<Self, Vec<Fault>> {
        source::read(file, text)
    }

    /// The row of a cipher for a key length: the highest one that the key reaches.
    #[must_use]
    pub fn cipher(&self, name: &str, key_bits: u32) -> Option<&CipherRule> {
        self.ciphers
            .iter()
            .filter(|row| row.from_bits <= key_bits && is_named(&row.names, name))
            .max_by_key(|row| row.from_bits)
    }

    fn check(&self, sink: &Sink<'_>) {
        let single = [&self.unlisted, &self.hash_output.rule, &self.mac.rule];
        let keys = [&self.rsa.rule, &self.elliptic.rule];
        let rules = single.into_iter().chain(keys);
        let rules = rules.chain(self.ciphers.iter().map(|row| &row.rule));
        let rules = rules.chain(self.modes.iter().map(|row| &row.rule));
        let rules = rules.chain(self.hashes.iter().map(|row| &row.rule));
        check_ids(rules.chain(self.rsa.paddings.iter().map(|row| &row.rule)), sink);
        for (place, row) in self.ciphers.iter().enumerate() {
            let same = |other: &CipherRule| {
                other.from_bits == row.from_bits
                    && row.names.iter().any(|name| is_named(&other.names, name))
            };
            if self.ciphers.iter().take(place).any(same) {
                sink.add_at(row.rule.line, Problem::Overlap { at: i64::from(row.from_bits) });
            }
        }
        let modes = self.modes.iter().map(|row| (&row.rule, &row.names));
        check_names(&modes.collect::<Vec<_>>(), sink);
        let hashes = self.hashes.iter().map(|row| (&row.rule, &row.names));
        check_names(&hashes.collect::<Vec<_>>(), sink);
        let paddings = self.rsa.paddings.iter().map(|row| (&row.rule, &row.names));
        check_names(&paddings.collect::<Vec<_>>(), sink);
    }
}

/// Reports names that stand on two rows.
fn check_names(rows: &[(&Rule, &Vec<String>)], sink: &Sink<'_>) {
    for (place, (rule, names)) in rows.iter().enumerate() {
        for name in *names {
            let earlier = rows.iter().take(place).find(|(_, other)| is_named(other, name));
            if let Some((first, _)) = earlier {
                let (id, first) = (name.clone(), sink.place(first.line));
                sink.add_at(rule.line, Problem::DuplicateId { kind: "name", id, first });
            }
        }
    }
}

/// Whether a name is among the given ones, without case, spaces, `-` and `_`.
pub(super) fn is_named(names: &[String], name: &str) -> bool {
    names.iter().any(|known| folded(known).eq(folded(name)))
}

fn folded(name: &str) -> impl Iterator<Item = char> {
    let is_sign = |sign: &char| !matches!(sign, ' ' | '-' | '_');
    name.chars().filter(is_sign).map(|sign| sign.to_ascii_lowercase())
}

#[cfg(test)]
mod tests;
