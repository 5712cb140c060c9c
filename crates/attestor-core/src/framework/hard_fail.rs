//! Conditions that fail an assessment whatever its score.

use crate::fault::Problem;
use crate::id::{Id, Spot};
use crate::source::{Decode, Fields, Node, Sink};
use crate::word::words;

use crate::basis::Basis;

words! {
    /// What sets a hard fail off.
    pub enum Trigger {
        /// A permission that was judged over-broad is still requested.
        PermissionOverBroad = "permission-over-broad",
        /// A penetration test is required and no acceptable report is there.
        PenTestReportMissing = "pen-test-report-missing",
        /// Nothing shows the control, or it is declared not in place.
        ControlAbsent = "control-absent",
        /// Nothing shows any path of the group.
        GroupAbsent = "group-absent",
        /// A finding of a class that fails at once is open.
        FindingOpen = "finding-open",
    }
}

/// A hard-fail condition.
#[derive(Debug, Clone, PartialEq)]
pub struct HardFail {
    /// The id.
    pub id: Spot<Id>,
    /// What must be so, in words.
    pub title: String,
    /// What sets it off.
    pub trigger: Trigger,
    /// The control it is about, where there is one.
    pub control: Option<Spot<Id>>,
    /// The group it is about, for [`Trigger::GroupAbsent`].
    pub group: Option<Spot<Id>>,
}

impl Decode for HardFail {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let id = fields.required("id");
        let title = fields.required("title");
        let trigger = fields.required("on");
        let control = fields.optional("control");
        let group = fields.optional("group");
        fields.finish();
        let found =
            Self { id: id?, title: title?, trigger: trigger?, control: control?, group: group? };
        let whole = match found.trigger {
            Trigger::GroupAbsent => found.group.is_some(),
            Trigger::FindingOpen => true,
            Trigger::ControlAbsent
            | Trigger::PermissionOverBroad
            | Trigger::PenTestReportMissing => found.control.is_some(),
        };
        if !whole {
            let words = format!(
                "the trigger `{}` needs the control or group that it is about",
                found.trigger
            );
            sink.add(node, Problem::Inconsistent(words));
        }
        whole.then_some(found)
    }
}

/// The list in `hard-fails.yaml`.
pub(super) struct HardFails(pub(super) Vec<HardFail>);

impl Decode for HardFails {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let source = fields.required::<String>("source");
        let basis = fields.required::<Basis>("basis");
        let hard_fails = fields.items("hard_fails");
        fields.finish();
        source.and(basis)?;
        hard_fails.map(Self)
    }
}
