//! Reading the rule from its file.

use super::{ClaimRule, Letters, MfaRule};
use crate::basis::Grounds;
use crate::fault::Problem;
use crate::mfa::key::Key;
use crate::source::{Decode, Fields, Node, Sink};

/// Words with the id and the grounds of the rule that they stand in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordList {
    /// The rule's id.
    pub id: String,
    /// The words, by their letters. Never empty.
    pub words: Vec<Letters>,
    /// What they rest on.
    pub grounds: Grounds,
}

impl WordList {
    /// Whether a text is one of the words.
    #[must_use]
    pub fn holds(&self, text: &str) -> bool {
        !text.is_empty() && self.words.iter().any(|word| word.are(text))
    }
}

/// A sentence that a result may say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// The sentence as written.
    pub text: String,
    /// Its letters.
    pub letters: Letters,
    /// Whether it tells of a claim by an identity provider outside of the directory.
    pub federated: bool,
    /// What it rests on.
    pub grounds: Grounds,
}

/// A method of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Method {
    /// Its letters.
    pub letters: Letters,
    /// What it rests on.
    pub grounds: Grounds,
}

/// An authentication strength.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strength {
    /// Its id.
    pub id: Key,
    /// What it rests on.
    pub grounds: Grounds,
}

impl Decode for MfaRule {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let id = fields.required("id");
        let since = fields.required("since");
        let claims = fields.required("claims");
        let requirement = fields.required("requirement");
        let result_details = fields.some_items("result_details");
        let strong_primary = fields.some_items("strong_primary");
        let never_methods = fields.items("never_methods");
        let inferred_from = fields.required("inferred_from");
        let legacy_clients = fields.required("legacy_clients");
        let strengths = fields.items("strengths");
        let grace: Option<Grace> = fields.required("registration_grace");
        fields.finish();
        Some(Self {
            id: id?,
            since: since?,
            claims: claims?,
            requirement: requirement?,
            result_details: result_details?,
            strong_primary: strong_primary?,
            never_methods: never_methods?,
            inferred_from: inferred_from?,
            legacy_clients: legacy_clients?,
            strengths: strengths?,
            grace_days: grace?.0,
        })
    }
}

/// A text with at least one letter.
struct Worded(String, Letters);

impl Decode for Worded {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let text = String::decode(node, sink)?;
        let letters = Letters::of(&text);
        if letters.is_empty() {
            sink.add(node, Problem::EmptyText);
            return None;
        }
        Some(Self(text, letters))
    }
}

impl Decode for ClaimRule {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let id = fields.required("id");
        let amr = fields.some_items("amr");
        let references: Option<Vec<String>> = fields.some_items("references");
        let grounds = Grounds::take(&mut fields);
        fields.finish();
        grounds?;
        let references = references?.iter().map(|end| end.to_ascii_lowercase()).collect();
        Some(Self { id: id?, amr: amr?, references })
    }
}

impl Decode for WordList {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let id = fields.required("id");
        let words: Option<Vec<Worded>> = fields.some_items("words");
        let grounds = Grounds::take(&mut fields);
        fields.finish();
        let words = words?.into_iter().map(|Worded(_, letters)| letters).collect();
        Some(Self { id: id?, words, grounds: grounds? })
    }
}

impl Decode for Phrase {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let text = fields.required("text");
        let federated = fields.optional("federated");
        let grounds = Grounds::take(&mut fields);
        fields.finish();
        let Worded(text, letters) = text?;
        Some(Self { text, letters, federated: federated?.unwrap_or(false), grounds: grounds? })
    }
}

impl Decode for Method {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let method: Option<Worded> = fields.required("method");
        let grounds = Grounds::take(&mut fields);
        fields.finish();
        Some(Self { letters: method?.1, grounds: grounds? })
    }
}

impl Decode for Strength {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let id: Option<String> = fields.required("id");
        let grounds = Grounds::take(&mut fields);
        fields.finish();
        let id = id?;
        let key = Key::parse(&id);
        if key.is_none() {
            sink.add(node, Problem::NotAnId { found: id });
        }
        Some(Self { id: key?, grounds: grounds? })
    }
}

struct Grace(u16);

impl Decode for Grace {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let id: Option<String> = fields.required("id");
        let days = fields.required("days");
        let grounds = Grounds::take(&mut fields);
        fields.finish();
        id?;
        grounds?;
        Some(Self(days?))
    }
}
