//! What a publisher hands in: initial documents, and the kinds and forms of evidence.

use crate::id::{Id, Spot};
use crate::source::{Decode, Fields, Node, Sink};

use super::WindowId;
use crate::basis::Basis;

/// A document that is handed in before evidence.
#[derive(Debug, Clone, PartialEq)]
pub struct DocumentRule {
    /// The id.
    pub id: Spot<Id>,
    /// The title for people.
    pub title: String,
    /// What it must hold.
    pub text: String,
    /// The condition under which it is due; `None` is always.
    pub when: Option<Spot<Id>>,
    /// Whether it is due when the attestation claims an external framework.
    pub when_claimed: bool,
    /// How old it may be when handed in, counted from its date; `None` is any age.
    pub max_age: Option<WindowId>,
    /// Where it is written.
    pub source: String,
}

impl Decode for DocumentRule {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let id = fields.required("id");
        let title = fields.required("title");
        let text = fields.required("text");
        let when = fields.optional("when");
        let when_claimed = fields.optional("when_claimed");
        let max_age = fields.optional("max_age");
        let source = fields.required("source");
        fields.finish();
        Some(Self {
            id: id?,
            title: title?,
            text: text?,
            when: when?,
            when_claimed: when_claimed?.unwrap_or(false),
            max_age: max_age?,
            source: source?,
        })
    }
}

/// A form in which evidence comes.
#[derive(Debug, Clone, PartialEq)]
pub struct FormRule {
    /// The id.
    pub id: Spot<Id>,
    /// The title for people.
    pub title: String,
    /// What a piece in this form must show to count, such as `timestamp`.
    pub must_show: Vec<Id>,
}

impl Decode for FormRule {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let id = fields.required("id");
        let title = fields.required("title");
        let must_show = fields.items("must_show");
        fields.finish();
        Some(Self { id: id?, title: title?, must_show: must_show? })
    }
}

/// A kind of evidence.
#[derive(Debug, Clone, PartialEq)]
pub struct EvidenceKind {
    /// The id.
    pub id: Spot<Id>,
    /// The forms in which it counts.
    pub forms: Vec<Spot<Id>>,
    /// How old it may be; `None` is the general limit.
    pub max_age: Option<WindowId>,
    /// How far the row carries.
    pub basis: Basis,
}

impl Decode for EvidenceKind {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let id = fields.required("id");
        let forms = fields.some_items("forms");
        let max_age = fields.optional("max_age");
        let basis = fields.required("basis");
        fields.finish();
        Some(Self { id: id?, forms: forms?, max_age: max_age?, basis: basis? })
    }
}

/// What counts as evidence.
#[derive(Debug, Clone, PartialEq)]
pub struct EvidenceRules {
    /// The forms.
    pub forms: Vec<FormRule>,
    /// The kinds.
    pub kinds: Vec<EvidenceKind>,
    /// How old a piece may be when it is handed in, counted from its capture.
    pub max_age: WindowId,
}

impl EvidenceRules {
    /// The kind with this id.
    #[must_use]
    pub fn kind(&self, id: &Id) -> Option<&EvidenceKind> {
        self.kinds.iter().find(|kind| kind.id.value == *id)
    }

    /// The form with this id.
    #[must_use]
    pub fn form(&self, id: &Id) -> Option<&FormRule> {
        self.forms.iter().find(|form| form.id.value == *id)
    }
}

impl Decode for EvidenceRules {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let forms = fields.some_items("forms");
        let forms_basis = fields.required::<Basis>("forms_basis");
        let forms_source = fields.required::<String>("forms_source");
        let kinds = fields.some_items("kinds");
        let max_age = fields.required("max_age");
        fields.finish();
        forms_basis.and(forms_source)?;
        Some(Self { forms: forms?, kinds: kinds?, max_age: max_age? })
    }
}
