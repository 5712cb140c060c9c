//! Catalogs of external frameworks (ids with short titles of our own) and crosswalks between them.

use crate::day::Day;
use crate::fault::Problem;
use crate::id::{Id, Spot};
use crate::source::{Decode, Fields, Node, Sink};

/// An item of an external framework.
#[derive(Debug, Clone, PartialEq)]
pub struct CatalogItem {
    /// The id as the framework prints it.
    pub id: Spot<Id>,
    /// A short title in our own words, where we have one.
    pub title: Option<String>,
}

impl Decode for CatalogItem {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let id = fields.required("id");
        let title = fields.optional("title");
        fields.finish();
        Some(Self { id: id?, title: title? })
    }
}

/// The items of one edition of an external framework.
#[derive(Debug, Clone, PartialEq)]
pub struct Catalog {
    /// The framework's id.
    pub standard: Id,
    /// The edition.
    pub edition: String,
    /// The title for people.
    pub title: String,
    /// The last day of certificates to this edition.
    pub certificates_end: Option<Day>,
    /// The items, in the framework's order.
    pub items: Vec<CatalogItem>,
}

impl Catalog {
    /// Whether the catalog has an item with this id.
    #[must_use]
    pub fn has(&self, id: &Id) -> bool {
        self.items.iter().any(|item| item.id.value == *id)
    }
}

impl Decode for Catalog {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let standard = fields.required("standard");
        let edition = fields.required("edition");
        let title = fields.required("title");
        let expected = fields.optional::<u16>("items_expected");
        let certificates_end = fields.optional("certificates_end");
        let source = fields.required::<String>("source");
        let items = fields.some_items::<CatalogItem>("items");
        let line = fields.line;
        fields.finish();
        source?;
        let items = items?;
        if let Some(expected) = expected?.filter(|&expected| usize::from(expected) != items.len()) {
            let words = format!("{} items stand here, and {expected} are expected", items.len());
            sink.add_at(line, Problem::Inconsistent(words));
        }
        Some(Self {
            standard: standard?,
            edition: edition?,
            title: title?,
            certificates_end: certificates_end?,
            items,
        })
    }
}

/// Which items of one catalog follow from which items of another.
#[derive(Debug, Clone, PartialEq)]
pub struct Crosswalk {
    /// The catalog to start from.
    pub from: Spot<Id>,
    /// The catalog to arrive at.
    pub to: Spot<Id>,
    /// Items of the target that nothing maps to.
    pub new_in_target: Vec<Spot<Id>>,
    /// Each source item with its targets.
    pub pairs: Vec<(Spot<Id>, Vec<Spot<Id>>)>,
}

impl Crosswalk {
    /// The items that follow from `id`; empty when nothing does.
    #[must_use]
    pub fn forward(&self, id: &Id) -> Vec<&Id> {
        let row = self.pairs.iter().find(|(from, _)| from.value == *id);
        row.map_or_else(Vec::new, |(_, to)| to.iter().map(|spot| &spot.value).collect())
    }

    /// The items that `id` follows from; empty when it is new.
    #[must_use]
    pub fn backward(&self, id: &Id) -> Vec<&Id> {
        let reaches = |to: &[Spot<Id>]| to.iter().any(|spot| spot.value == *id);
        self.pairs.iter().filter(|(_, to)| reaches(to)).map(|(from, _)| &from.value).collect()
    }
}

struct Pair(Spot<Id>, Vec<Spot<Id>>);

impl Decode for Pair {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let from = fields.required("from");
        let to = fields.some_items("to");
        fields.finish();
        Some(Self(from?, to?))
    }
}

impl Decode for Crosswalk {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let from = fields.required("from");
        let to = fields.required("to");
        let source = fields.required::<String>("source");
        let new_in_target = fields.items("new_in_target");
        let pairs = fields.some_items::<Pair>("pairs");
        fields.finish();
        source?;
        let pairs = pairs?.into_iter().map(|pair| (pair.0, pair.1)).collect();
        Some(Self { from: from?, to: to?, new_in_target: new_in_target?, pairs })
    }
}
