//! Scope, permissions, connections, external reports, initial documents.

use crate::certification::case::{Document, Permission};
use crate::id::Id;

use super::super::act::{Act, FileRef, Recorded};
use super::super::file::{CaseFile, DocumentPiece};
use crate::day::Day;

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
                self.services.retain(|host, _| services.iter().any(|it| it.host == *host));
            }
            Act::SetSites { recovery_site, backup_site } => {
                scope.recovery_site = *recovery_site;
                scope.backup_site = *backup_site;
            }
            Act::SetFootprint { footprint } => scope.footprint.clone_from(footprint),
            Act::SetInventory { components } => scope.components.clone_from(components),
            Act::Redraw { draw, .. } => self.case.draw.clone_from(draw),
            Act::SetPermissions { permissions } => self.set_permissions(permissions),
            Act::JudgePermission { permission, judgment, reason } => {
                let fine = *judgment != Some(crate::certification::case::Judgment::OverBroad);
                let rows = self.case.permissions.iter_mut().flatten();
                let attested = self.case.attestation.iter_mut().flat_map(|it| &mut it.permissions);
                let same = |row: &&mut Permission| {
                    row.requested.name.as_str().eq_ignore_ascii_case(permission)
                };
                for row in rows.chain(attested).filter(same) {
                    row.judgment = *judgment;
                }
                let opinion = Self::opinion(one, fine, reason);
                self.permissions.insert(permission.to_lowercase(), opinion);
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
                if let Some(report) = self.external_at(path) {
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

    /// Rows that stay keep what was said of them.
    fn set_permissions(&mut self, permissions: &[Permission]) {
        let before = self.case.permissions.take().unwrap_or_default();
        let judgment = |row: &Permission| {
            let same = before.iter().find(|it| it.requested.name == row.requested.name);
            same.and_then(|it| it.judgment)
        };
        let with = |row: &Permission| Permission { judgment: judgment(row), ..row.clone() };
        self.case.permissions = Some(permissions.iter().map(with).collect());
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
        document.removed = true;
        let path = document.path.clone();
        self.case.documents.retain(|it| it.file != path);
        self.files.remove(&path);
    }
}
