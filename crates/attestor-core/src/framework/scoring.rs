//! How points become a verdict.

use crate::fault::Problem;
use crate::id::{Id, Spot};
use crate::source::{Decode, Fields, Kind, Node, Sink, nonempty_list};

use super::Weight;
use crate::basis::Basis;

/// Controls that are alternatives of each other. The group is met as soon as one path is met whole.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// The id.
    pub id: Spot<Id>,
    /// The title for people.
    pub title: String,
    /// Ways to meet the group: each names controls that together suffice.
    pub paths: Vec<Vec<Spot<Id>>>,
    /// How far the group carries.
    pub basis: Basis,
}

impl Decode for Group {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let id = fields.required("id");
        let title = fields.required("title");
        let basis = fields.required("basis");
        let paths = match fields.node("paths").map(|node| (node, &node.kind)) {
            Some((_, Kind::List(rows))) if !rows.is_empty() => {
                let read: Vec<_> = rows.iter().map(|row| nonempty_list(row, sink)).collect();
                read.into_iter().collect()
            }
            Some((node, _)) => {
                sink.add(node, Problem::EmptyList);
                None
            }
            None => {
                sink.add_at(fields.line, Problem::MissingKey { key: "paths" });
                None
            }
        };
        fields.finish();
        Some(Self { id: id?, title: title?, paths: paths?, basis: basis? })
    }
}

/// Something that adds to the points reached without adding to the points possible.
#[derive(Debug, Clone, PartialEq)]
pub struct ExtraCredit {
    /// The id; evidence for it names it like a control.
    pub id: Spot<Id>,
    /// The domain that it adds to.
    pub domain: Spot<Id>,
    /// The title for people.
    pub title: String,
    /// The points.
    pub weight: Weight,
}

impl Decode for ExtraCredit {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let id = fields.required("id");
        let domain = fields.required("domain");
        let title = fields.required("title");
        let weight = fields.required("weight");
        fields.finish();
        Some(Self { id: id?, domain: domain?, title: title?, weight: weight? })
    }
}

/// The scoring rules. Pass marks stand with their domains.
#[derive(Debug, Clone, PartialEq)]
pub struct Scoring {
    /// The lowest and highest points of a control, inclusive.
    pub weights: (u8, u8),
    /// Alternatives.
    pub groups: Vec<Group>,
    /// Extra credit; empty where the edition grants none.
    pub extra_credit: Vec<ExtraCredit>,
}

impl Scoring {
    /// The group that a control belongs to.
    #[must_use]
    pub fn group_of(&self, control: &Id) -> Option<&Group> {
        self.groups.iter().find(|group| group.paths.iter().flatten().any(|id| id.value == *control))
    }
}

struct WeightBounds(u8, u8);

impl Decode for WeightBounds {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let min = fields.required("min");
        let max = fields.required("max");
        let basis = fields.required::<Basis>("basis");
        fields.finish();
        basis?;
        Some(Self(min?, max?))
    }
}

impl Decode for Scoring {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let source = fields.required::<String>("source");
        let weights = fields.required::<WeightBounds>("weights");
        let groups = fields.items("groups");
        let extra_credit = fields.items("extra_credit");
        fields.finish();
        source?;
        let weights = weights?;
        Some(Self { weights: (weights.0, weights.1), groups: groups?, extra_credit: extra_credit? })
    }
}
