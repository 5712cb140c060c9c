//! `controls.yaml`: what was said of single controls.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::certification::case::{Review, Verdict};
use crate::fault::{Fault, Problem};
use crate::id::{Id, Spot};
use crate::source::{Decode, Fields, Node, Sink};

/// What `controls.yaml` says.
pub(super) struct ControlsFile(Vec<Row>);

struct Row {
    control: Spot<Id>,
    review: Review,
}

impl ControlsFile {
    /// The verdicts by control; a control that stands twice is a fault.
    pub(super) fn into_reviews(self, faults: &RefCell<Vec<Fault>>) -> BTreeMap<Id, Review> {
        let mut reviews = BTreeMap::new();
        let mut places = BTreeMap::new();
        for row in self.0 {
            if let Some(first) = places.insert(row.control.value.clone(), row.control.place.clone())
            {
                let problem = Problem::DuplicateId {
                    kind: "control",
                    id: row.control.value.to_string(),
                    first,
                };
                faults.borrow_mut().push(Fault { place: row.control.place, problem });
                continue;
            }
            reviews.insert(row.control.value, row.review);
        }
        reviews
    }
}

impl Decode for ControlsFile {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let controls = fields.items("controls");
        fields.finish();
        controls.map(Self)
    }
}

impl Decode for Row {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let control = fields.required("control");
        let verdict = fields.required::<Verdict>("verdict");
        let reason = fields.required("reason");
        let external = fields.optional("external");
        fields.finish();
        let review = Review { verdict: verdict?, reason: reason?, external: external? };
        Some(Self { control: control?, review })
    }
}
