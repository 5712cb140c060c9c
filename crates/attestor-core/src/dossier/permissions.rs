//! `permissions.yaml`: what the app requests.

use crate::attestation::permission::{PermissionKind, PermissionName, Requested};
use crate::certification::case::Permission;
use crate::fault::Problem;
use crate::source::{Decode, Fields, Node, Sink};

/// What `permissions.yaml` says.
pub(super) struct PermissionsFile(pub(super) Vec<Permission>);

impl Decode for PermissionsFile {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let permissions = fields.items("permissions");
        fields.finish();
        permissions.map(Self)
    }
}

impl Decode for Permission {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let line = fields.line;
        let name = fields.required::<String>("name");
        let kind = fields.optional::<PermissionKind>("type");
        let justification = fields.optional("justification");
        let app = fields.optional("app");
        let judgment = fields.optional("judgment");
        fields.finish();
        let text = name?;
        let Some(name) = PermissionName::parse(&text).filter(PermissionName::is_identifier) else {
            let words =
                format!("`{text}` is not the name of a permission; names are never translated");
            sink.add_at(line, Problem::Inconsistent(words));
            return None;
        };
        let requested = Requested { name, kind: kind?, justification: justification?, app: app? };
        Some(Self { requested, judgment: judgment? })
    }
}
