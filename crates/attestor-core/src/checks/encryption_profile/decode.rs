//! Reading the profile from its file.

use super::{
    CipherRule, Curve, EllipticRule, EncryptionProfile, HashRule, MacRule, ModeRule, OutputRule,
    PaddingRule, RsaRule,
};
use crate::checks::Rule;
use crate::source::{Decode, Fields, Node, Sink};

impl Decode for EncryptionProfile {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let id = fields.required("id");
        let since = fields.required("since");
        let control = fields.required("control");
        let unlisted = fields.required("unlisted");
        let ciphers = fields.some_items("ciphers");
        let modes = fields.some_items("modes");
        let hashes = fields.some_items("hashes");
        let hash_output = fields.required("hash_output");
        let mac = fields.required("mac");
        let rsa = fields.required("rsa");
        let elliptic = fields.required("elliptic");
        fields.finish();
        let profile = Self {
            id: id?,
            since: since?,
            control: control?,
            unlisted: unlisted?,
            ciphers: ciphers?,
            modes: modes?,
            hashes: hashes?,
            hash_output: hash_output?,
            mac: mac?,
            rsa: rsa?,
            elliptic: elliptic?,
        };
        profile.check(sink);
        Some(profile)
    }
}

/// A rule with an id and grounds and nothing else.
impl Decode for Rule {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let rule = Self::take(&mut fields);
        fields.finish();
        rule
    }
}

impl Decode for CipherRule {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let rule = Rule::take(&mut fields);
        let names = fields.some_items("names");
        let from_bits = fields.required("from_bits");
        let verdict = fields.required("verdict");
        fields.finish();
        Some(Self { rule: rule?, names: names?, from_bits: from_bits?, verdict: verdict? })
    }
}

impl Decode for ModeRule {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let rule = Rule::take(&mut fields);
        let names = fields.some_items("names");
        let fresh_random_iv = fields.optional("fresh_random_iv");
        let verdict = fields.required("verdict");
        fields.finish();
        let fresh_random_iv = fresh_random_iv?.unwrap_or(false);
        Some(Self { rule: rule?, names: names?, fresh_random_iv, verdict: verdict? })
    }
}

impl Decode for HashRule {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let rule = Rule::take(&mut fields);
        let names = fields.some_items("names");
        let verdict = fields.required("verdict");
        let compatibility = fields.optional("compatibility");
        fields.finish();
        Some(Self { rule: rule?, names: names?, verdict: verdict?, compatibility: compatibility? })
    }
}

impl Decode for OutputRule {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let rule = Rule::take(&mut fields);
        let least_bits = fields.required("least_bits");
        fields.finish();
        Some(Self { rule: rule?, least_bits: least_bits? })
    }
}

impl Decode for MacRule {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let rule = Rule::take(&mut fields);
        let names = fields.some_items("names");
        let least_key_bits = fields.required("least_key_bits");
        let least_output_bits = fields.required("least_output_bits");
        fields.finish();
        Some(Self {
            rule: rule?,
            names: names?,
            least_key_bits: least_key_bits?,
            least_output_bits: least_output_bits?,
        })
    }
}

impl Decode for RsaRule {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let rule = Rule::take(&mut fields);
        let least_bits = fields.required("least_bits");
        let uses = fields.some_items("uses");
        let paddings = fields.some_items("paddings");
        fields.finish();
        Some(Self { rule: rule?, least_bits: least_bits?, uses: uses?, paddings: paddings? })
    }
}

impl Decode for PaddingRule {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let rule = Rule::take(&mut fields);
        let names = fields.some_items("names");
        let only_use = fields.optional("use");
        let verdict = fields.required("verdict");
        let compatibility = fields.optional("compatibility");
        fields.finish();
        Some(Self {
            rule: rule?,
            names: names?,
            only_use: only_use?,
            verdict: verdict?,
            compatibility: compatibility?,
        })
    }
}

impl Decode for EllipticRule {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let rule = Rule::take(&mut fields);
        let least_bits = fields.required("least_bits");
        let curves = fields.some_items("curves");
        fields.finish();
        Some(Self { rule: rule?, least_bits: least_bits?, curves: curves? })
    }
}

impl Decode for Curve {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let names = fields.some_items("names");
        let bits = fields.required("bits");
        fields.finish();
        Some(Self { names: names?, bits: bits? })
    }
}
