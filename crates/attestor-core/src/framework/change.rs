//! Changes of a certified app, and which of them must be reported.

use crate::basis::Basis;
use crate::id::{Id, Spot};
use crate::source::{Decode, Fields, Node, Sink};
use crate::word::words;

words! {
    /// Whether the program must be told of a change outside a renewal.
    pub enum NoticeDuty {
        /// It must.
        Due = "due",
        /// It need not.
        None = "none",
    }
}

/// A kind of change.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangeRule {
    /// The id.
    pub id: Spot<Id>,
    /// The change in words.
    pub title: String,
    /// Whether it must be reported.
    pub notice: NoticeDuty,
}

impl Decode for ChangeRule {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let id = fields.required("id");
        let title = fields.required("title");
        let notice = fields.required("notice");
        fields.finish();
        Some(Self { id: id?, title: title?, notice: notice? })
    }
}

/// The list in `changes.yaml`.
pub(super) struct Changes(pub(super) Vec<ChangeRule>);

impl Decode for Changes {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let source = fields.required::<String>("source");
        let basis = fields.required::<Basis>("basis");
        let changes = fields.some_items("changes");
        fields.finish();
        source.and(basis)?;
        changes.map(Self)
    }
}
