//! Conditions: when a document or a control applies, as expressions over what is known of an app.

use crate::fault::Problem;
use crate::id::{Id, Spot};
use crate::source::{Decode, Fields, Kind, Node, Sink, nonempty_list};
use crate::word::words;

use crate::basis::Basis;

words! {
    /// Something that the scope of a case shows by itself.
    pub enum Fact {
        /// The app or a part of it connects to a service that the platform's owner does not publish.
        ConnectsOutside = "connects-outside-microsoft",
        /// Segmentation keeps a connected environment out of scope.
        SegmentationLimitsScope = "segmentation-limits-scope",
        /// The app asks for permissions.
        RequestsPermissions = "requests-permissions",
        /// A part runs on the publisher's own hardware.
        HasIsvHostedPart = "has-isv-hosted-part",
        /// A part runs on a hosting type that needs a platform report.
        HasCloudPart = "has-cloud-part",
    }
}

/// Something that the publisher states in the dossier, because nothing else shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// The id, the key under `statements` in the dossier.
    pub id: Spot<Id>,
    /// The statement in words; the dossier says `yes` or `no` to it.
    pub text: String,
}

impl Decode for Statement {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let id = fields.required("id");
        let text = fields.required("text");
        fields.finish();
        Some(Self { id: id?, text: text? })
    }
}

/// A named condition.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    /// The id.
    pub id: Spot<Id>,
    /// The condition in words.
    pub text: String,
    /// How far it carries.
    pub basis: Basis,
    /// Where it is written.
    pub source: String,
    /// When it holds.
    pub when: Expression,
}

impl Decode for Condition {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let id = fields.required("id");
        let text = fields.required("text");
        let basis = fields.required("basis");
        let source = fields.required("source");
        let when = fields.required("when");
        fields.finish();
        Some(Self { id: id?, text: text?, basis: basis?, source: source?, when: when? })
    }
}

/// An expression that is true, false or unknown.
#[derive(Debug, Clone, PartialEq)]
pub enum Expression {
    /// A fact that the scope shows.
    Fact(Fact),
    /// A statement of the publisher. `otherwise` is its value while nothing is stated.
    Statement {
        /// The statement's id.
        id: Spot<Id>,
        /// The value while the publisher has not stated anything; `None` is unknown.
        otherwise: Option<bool>,
    },
    /// The answer to a question of the attestation: yes is true, no is false, else unknown.
    Answer(Id),
    /// False when a part is false, else unknown when a part is unknown, else true.
    All(Vec<Expression>),
    /// True when a part is true, else unknown when a part is unknown, else false.
    Any(Vec<Expression>),
    /// The first part that is not unknown.
    FirstKnown(Vec<Expression>),
    /// The opposite; unknown stays unknown.
    Not(Box<Expression>),
}

impl Decode for Expression {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let Kind::Map(entries) = &node.kind else {
            sink.add(node, Problem::WrongKind { expected: "a map", found: node.kind.name() });
            return None;
        };
        let Some((key, line, value)) = entries.first() else {
            sink.add(node, Problem::Inconsistent("an expression is empty".to_owned()));
            return None;
        };
        if key == "statement" {
            return statement(node, sink);
        }
        if entries.len() > 1 {
            sink.add(node, Problem::Inconsistent("an expression has exactly one key".to_owned()));
            return None;
        }
        match key.as_str() {
            "fact" => Fact::decode(value, sink).map(Self::Fact),
            "answer" => Id::decode(value, sink).map(Self::Answer),
            "all" => nonempty_list(value, sink).map(Self::All),
            "any" => nonempty_list(value, sink).map(Self::Any),
            "first_known" => nonempty_list(value, sink).map(Self::FirstKnown),
            "not" => Self::decode(value, sink).map(|part| Self::Not(Box::new(part))),
            _ => {
                let known = ["fact", "statement", "answer", "all", "any", "first_known", "not"];
                let known = known.iter().map(|&word| word.to_owned()).collect();
                sink.add_at(*line, Problem::UnknownKey { key: key.clone(), known });
                None
            }
        }
    }
}

fn statement(node: &Node, sink: &Sink<'_>) -> Option<Expression> {
    let mut fields = Fields::of(node, sink)?;
    let id = fields.required("statement");
    let otherwise = fields.optional("else");
    fields.finish();
    Some(Expression::Statement { id: id?, otherwise: otherwise? })
}
