//! Scope, permissions, connections, external reports, initial documents.

use std::collections::BTreeSet;

use crate::certification::case::{Component, Document, Enlargement, Judgment, Permission, Service};
use crate::id::Id;

use super::super::act::{Act, FileRef, Recorded};
use super::super::file::{CaseFile, DocumentPiece};
use crate::day::Day;

/// Whose word a list of permissions is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Given {
    /// The publisher's.
    ByPublisher,
    /// The certification body's.
    ByStaff,
}

impl CaseFile {
    pub(super) fn fold_scope(&mut self, one: &Recorded) {
        let scope = &mut self.case.scope;
        match &one.act {
            Act::State { statement, holds: Some(holds) } => {
                self.case.statements.insert(statement.clone(), *holds);
            }
            Act::State { statement, holds: None } => {
                self.case.statements.remove(statement);
            }
            Act::SetEnvironments { environments } => scope.environments.clone_from(environments),
            Act::SetConnections { connections } => scope.connections.clone_from(connections),
            Act::SetServices { services } => {
                scope.services = Some(services.clone());
                self.rename_services(services);
            }
            Act::SetSites { recovery_site, backup_site } => {
                scope.recovery_site = *recovery_site;
                scope.backup_site = *backup_site;
            }
            Act::SetFootprint { footprint } => scope.footprint.clone_from(footprint),
            Act::SetInventory { components } => self.set_inventory(components),
            Act::Redraw { draw, .. } => self.case.draw.clone_from(draw),
            Act::EnlargeSample { component, reason, to: Some(to) } => {
                self.enlarge(component, reason, *to);
            }
            Act::SetPermissions { permissions } => self.set_permissions(permissions),
            Act::JudgePermission { permission, judgment, reason } => {
                let fine = *judgment != Some(Judgment::OverBroad);
                let rows = self.case.permissions.iter_mut().flatten();
                let attested = self.case.attestation.iter_mut().flat_map(|it| &mut it.permissions);
                let same = |row: &&mut Permission| {
                    row.requested.name.as_str().eq_ignore_ascii_case(permission)
                };
                for row in rows.chain(attested).filter(same) {
                    row.judgment = *judgment;
                }
                let name = permission.to_lowercase();
                match judgment {
                    Some(_) => self.permissions.insert(name, Self::opinion(one, fine, reason)),
                    None => self.permissions.remove(&name),
                };
            }
            Act::JudgeService { host, explained, reason } => {
                self.services.insert(host.clone(), Self::opinion(one, *explained, reason));
            }
            Act::AddExternal { report, file } => {
                let path = self.keep_file("external", file);
                let mut report = (**report).clone();
                report.file = path;
                self.case.external.push(report);
            }
            Act::RemoveExternal { path } => {
                self.external_at(path);
                self.set_aside.remove(path);
            }
            Act::JudgeExternal { path, accepted: false, reason } => {
                let before = self.set_aside.remove(path).map(|(report, _)| report);
                if let Some(report) = self.external_at(path).or(before) {
                    let opinion = Self::opinion(one, false, reason);
                    self.set_aside.insert(path.clone(), (report, opinion));
                }
            }
            Act::JudgeExternal { path, accepted: true, .. } => {
                if let Some((report, _)) = self.set_aside.remove(path) {
                    self.case.external.push(report);
                }
            }
            _ => {}
        }
    }

    /// What was said of a permission stays with its name, also when it was taken out in between.
    fn set_permissions(&mut self, permissions: &[Permission]) {
        let mut permissions = permissions.to_vec();
        self.judged_before(&mut permissions, Given::ByPublisher);
        self.case.permissions = Some(permissions);
    }

    /// Gives rows the judgments that staff passed on permissions of their names. What a publisher
    /// writes there counts for nothing.
    pub(super) fn judged_before(&self, rows: &mut [Permission], given: Given) {
        let listed = self.case.permissions.iter().flatten();
        let attested = self.case.attestation.iter().flat_map(|it| &it.permissions);
        let known: Vec<&Permission> = listed.chain(attested).collect();
        for row in rows {
            let name = row.requested.name.as_str();
            let same = |it: &&&Permission| it.requested.name.as_str().eq_ignore_ascii_case(name);
            let kept = known.iter().filter(same).find_map(|it| it.judgment);
            let said = self
                .permissions
                .get(&name.to_lowercase())
                .map(|opinion| if opinion.fine { Judgment::Accepted } else { Judgment::OverBroad });
            let own = row.judgment.filter(|_| given == Given::ByStaff);
            row.judgment = said.or(kept).or(own);
        }
    }

    /// What was said of a host stays with it, however it is spelled now.
    fn rename_services(&mut self, services: &[Service]) {
        for service in services {
            let said = self.services.keys().find(|it| it.eq_ignore_ascii_case(&service.host));
            let Some(opinion) = said.cloned().and_then(|host| self.services.remove(&host)) else {
                continue;
            };
            self.services.insert(service.host.clone(), opinion);
        }
    }

    /// The publisher shows more components, as long as the clock runs.
    fn enlarge(&mut self, component: &Id, reason: &str, to: u64) {
        let Some(draw) = &mut self.case.draw else { return };
        let (component, reason) = (component.clone(), reason.to_owned());
        draw.enlarged.push(Enlargement { component, to, reason });
        self.case.dates.evidence_complete_on = None;
    }

    /// Evidence no longer names components that are gone.
    fn set_inventory(&mut self, components: &[Component]) {
        let known: BTreeSet<&Id> = components.iter().map(|it| &it.id).collect();
        let pieces = self.pieces.iter_mut().map(|it| &mut it.facts);
        for facts in pieces.chain(&mut self.case.evidence) {
            facts.components.retain(|id| known.contains(id));
        }
        self.case.scope.components = components.to_vec();
    }

    pub(super) fn fold_documents(&mut self, one: &Recorded) {
        match &one.act {
            Act::AddDocument { kind, file, dated_on } => {
                self.add_document(one, kind, file, *dated_on);
            }
            Act::RemoveDocument { document } => self.remove_document(document),
            Act::SubmitDocuments {} => {
                self.documents_submitted = true;
                self.documents_returned = None;
                for document in &mut self.documents {
                    document.returned = None;
                }
            }
            Act::ReturnDocuments { reason, documents } => {
                self.documents_submitted = false;
                self.documents_returned = Some(reason.clone());
                for document in &mut self.documents {
                    document.returned = documents.get(&document.id).cloned();
                }
            }
            Act::AcceptDocuments { draw } => {
                self.documents_submitted = false;
                self.case.dates.documents_accepted_on = Some(one.at.day());
                self.case.draw.clone_from(draw);
            }
            _ => {}
        }
    }

    fn add_document(&mut self, one: &Recorded, kind: &Id, file: &FileRef, dated_on: Option<Day>) {
        let id = self.free_id('D');
        let path = self.keep_file("documents", file);
        self.case.documents.push(Document { kind: kind.clone(), file: path.clone(), dated_on });
        self.documents.push(DocumentPiece {
            id,
            kind: kind.clone(),
            path,
            dated_on,
            by: one.actor.clone(),
            at: one.at,
            returned: None,
            removed: false,
        });
    }

    fn remove_document(&mut self, id: &Id) {
        let Some(document) = self.documents.iter_mut().find(|it| it.id == *id) else { return };
        // The file stays: others may name it, and a later one must not take its path.
        document.removed = true;
        let same = |it: &Document| it.file == document.path && it.kind == document.kind;
        let same = self.case.documents.iter().position(same);
        same.map(|place| self.case.documents.remove(place));
    }
}
