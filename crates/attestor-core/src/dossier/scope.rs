//! `scope.yaml`: environments, connections, services, addresses, and a recorded sample.

use crate::answer::Answer;
use crate::certification::case::{
    Case, Connection, Enlargement, Environment, RecordedDraw, Role, Scope, Service,
};
use crate::source::{Decode, Fields, Node, Sink};

/// What `scope.yaml` says.
pub(super) struct ScopeFile {
    scope: Scope,
    draw: Option<RecordedDraw>,
}

impl ScopeFile {
    pub(super) fn fill(self, case: &mut Case) {
        case.scope = self.scope;
        case.draw = self.draw;
    }
}

impl Decode for ScopeFile {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let environments = fields.some_items("environments");
        let connections = fields.items("connections");
        let services = fields
            .node("services")
            .map_or(Some(None), |node| crate::source::list(node, sink).map(Some));
        let recovery_site = fields.optional::<Answer>("recovery_site");
        let backup_site = fields.optional::<Answer>("backup_site");
        let footprint = fields.items("footprint");
        let draw = fields.optional("sample");
        fields.finish();
        let scope = Scope {
            environments: environments?,
            connections: connections?,
            services: services?,
            recovery_site: recovery_site?.unwrap_or_default(),
            backup_site: backup_site?.unwrap_or_default(),
            components: Vec::new(),
            footprint: footprint?,
        };
        Some(Self { scope, draw: draw? })
    }
}

impl Decode for Environment {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let id = fields.required::<crate::id::Id>("id");
        let name = fields.optional::<String>("name");
        let hosting = fields.required("hosting");
        let role = fields.optional::<Role>("role");
        fields.finish();
        let id = id?;
        Some(Self {
            name: name?.unwrap_or_else(|| id.to_string()),
            id,
            hosting: hosting?,
            role: role?.unwrap_or(Role::Production),
        })
    }
}

impl Decode for Connection {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let name = fields.required("name");
        let segmentation = fields.required("segmentation");
        let can_harm = fields.optional::<Answer>("can_harm");
        fields.finish();
        Some(Self {
            name: name?,
            segmentation: segmentation?,
            can_harm: can_harm?.unwrap_or_default(),
        })
    }
}

impl Decode for Service {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let host = fields.required("host");
        let owner = fields.required("owner");
        let purpose = fields.optional("purpose");
        fields.finish();
        Some(Self { host: host?, owner: owner?, purpose: purpose? })
    }
}

impl Decode for RecordedDraw {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let seed = fields.required("seed");
        let population = fields.required("population");
        let redraw_reason = fields.optional("redraw_reason");
        let enlarged = fields.items("enlarged");
        fields.finish();
        let (seed, population) = (seed?, population?);
        Some(Self { seed, population, redraw_reason: redraw_reason?, enlarged: enlarged? })
    }
}

impl Decode for Enlargement {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let component = fields.required("component");
        let to = fields.required::<u64>("to");
        let reason = fields.required("reason");
        fields.finish();
        Some(Self { component: component?, to: to?, reason: reason? })
    }
}
