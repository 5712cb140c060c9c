//! What no single value of a catalog can know.

use std::collections::HashSet;

use super::catalog::{Catalog, Control, Group, Link, Metadata, Param, Part};
use super::{MAJOR, fault, is_token, is_uuid};
use crate::fault::Fault;

/// The most faults that are told of one document.
const MAX_FAULTS: usize = 1000;
/// Before a parameter in a text.
const INSERT: &str = "{{ insert: param, ";

/// Every fault of a catalog, at most 1000.
pub(super) fn catalog(file: &str, catalog: &Catalog) -> Vec<Fault> {
    let is_part = catalog.metadata.is_resolved_profile();
    let mut inspection = Inspection { file, is_part, faults: Vec::new(), ids: HashSet::new() };
    let faults = document(file, "catalog", &catalog.uuid, &catalog.metadata);
    inspection.faults.extend(faults);
    inspection.ids_of(catalog);
    for resource in &catalog.back_matter.resources {
        if !is_uuid(&resource.uuid) {
            inspection.add("back-matter", &format!("`{}` is no UUID", resource.uuid));
        }
    }
    catalog.groups.iter().for_each(|group| inspection.links_of_group(group));
    catalog.controls.iter().for_each(|control| inspection.links_of_control(control));
    inspection.params("catalog", &catalog.params);
    if catalog.groups.is_empty() && catalog.controls.is_empty() {
        inspection.add("catalog", "there are no controls");
    }
    inspection.faults
}

/// The faults of what every document has.
pub(super) fn document(file: &str, at: &str, uuid: &str, metadata: &Metadata) -> Vec<Fault> {
    let mut faults = Vec::new();
    if !is_uuid(uuid) {
        faults.push(fault(file, at, &format!("`uuid` is no UUID: `{uuid}`")));
    }
    for (key, value) in [
        ("title", &metadata.title),
        ("last-modified", &metadata.last_modified),
        ("version", &metadata.version),
        ("oscal-version", &metadata.oscal_version),
    ] {
        if value.trim().is_empty() {
            faults.push(fault(file, "metadata", &format!("the key `{key}` is missing")));
        }
    }
    let version = &metadata.oscal_version;
    if !version.is_empty() && !is_release(version) {
        let words = format!("OSCAL {version} is not read, only releases of version {MAJOR}");
        faults.push(fault(file, "metadata", &words));
    }
    faults
}

/// Whether a version is a release of the major version that is read, such as `1.0.0` or `1.1.2`;
/// `1.0.0-rc1` is none.
fn is_release(version: &str) -> bool {
    let mut parts = version.split('.');
    let is_major = parts.next() == Some(MAJOR);
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|it| it.is_ascii_digit());
    is_major && parts.clone().count() == 2 && parts.all(is_number)
}

struct Inspection<'a> {
    file: &'a str,
    /// Whether the document is a part of a catalog, whose controls may link to others of it.
    is_part: bool,
    faults: Vec<Fault>,
    /// Ids of groups, controls, parts, parameters and resources.
    ids: HashSet<&'a str>,
}

impl<'a> Inspection<'a> {
    fn add(&mut self, at: &str, words: &str) {
        if self.faults.len() < MAX_FAULTS {
            self.faults.push(fault(self.file, at, words));
        }
    }

    fn keep(&mut self, at: &str, id: &'a str) {
        if !is_token(id) {
            self.add(at, &format!("the id `{id}` is no token"));
        } else if !self.ids.insert(id) {
            self.add(at, &format!("the id `{id}` stands twice"));
        }
    }

    fn ids_of(&mut self, catalog: &'a Catalog) {
        self.ids.extend(catalog.back_matter.resources.iter().map(|it| it.uuid.as_str()));
        catalog.params.iter().for_each(|param| self.keep("catalog", &param.id));
        catalog.groups.iter().for_each(|group| self.ids_of_group(group));
        catalog.controls.iter().for_each(|control| self.ids_of_control(control));
    }

    fn ids_of_group(&mut self, group: &'a Group) {
        let at = group.id.as_deref().unwrap_or("a group");
        if let Some(id) = &group.id {
            self.keep("group", id);
        }
        if group.title.is_empty() {
            self.add(at, "the key `title` is missing");
        }
        group.params.iter().for_each(|param| self.keep(at, &param.id));
        group.parts.iter().for_each(|part| self.ids_of_part(at, part));
        group.groups.iter().for_each(|inner| self.ids_of_group(inner));
        group.controls.iter().for_each(|control| self.ids_of_control(control));
    }

    fn ids_of_control(&mut self, control: &'a Control) {
        self.keep("control", &control.id);
        if control.title.is_empty() {
            self.add(&control.id, "the key `title` is missing");
        }
        control.params.iter().for_each(|param| self.keep(&control.id, &param.id));
        control.parts.iter().for_each(|part| self.ids_of_part(&control.id, part));
        control.controls.iter().for_each(|inner| self.ids_of_control(inner));
    }

    fn ids_of_part(&mut self, at: &str, part: &'a Part) {
        if let Some(id) = &part.id {
            self.keep(at, id);
        }
        if part.name.is_empty() {
            self.add(at, "a part has no `name`");
        }
        part.parts.iter().for_each(|inner| self.ids_of_part(at, inner));
    }

    fn links_of_group(&mut self, group: &Group) {
        let at = group.id.as_deref().unwrap_or("a group");
        self.params(at, &group.params);
        group.parts.iter().for_each(|part| self.links_of_part(at, part));
        group.groups.iter().for_each(|inner| self.links_of_group(inner));
        group.controls.iter().for_each(|control| self.links_of_control(control));
    }

    fn links_of_control(&mut self, control: &Control) {
        self.links(&control.id, &control.links);
        self.params(&control.id, &control.params);
        control.parts.iter().for_each(|part| self.links_of_part(&control.id, part));
        control.controls.iter().for_each(|inner| self.links_of_control(inner));
    }

    fn links_of_part(&mut self, at: &str, part: &Part) {
        self.links(at, &part.links);
        if let Some(prose) = &part.prose {
            self.inserts(at, prose);
        }
        part.parts.iter().for_each(|inner| self.links_of_part(at, inner));
    }

    fn params(&mut self, at: &str, params: &[Param]) {
        for choice in params.iter().filter_map(|it| it.select.as_ref()).flat_map(|it| &it.choice) {
            self.inserts(at, choice);
        }
    }

    fn links(&mut self, at: &str, links: &[Link]) {
        for link in links {
            let inside = link.href.strip_prefix('#');
            let leads_nowhere = |id: &str| {
                let may_be_elsewhere = self.is_part && !is_uuid(id);
                !self.ids.contains(id) && !may_be_elsewhere
            };
            if inside.is_some_and(leads_nowhere) {
                self.add(at, &format!("the link `{}` leads nowhere", link.href));
            }
        }
    }

    fn inserts(&mut self, at: &str, text: &str) {
        for behind in text.split(INSERT).skip(1) {
            let id = behind.split("}}").next().unwrap_or_default().trim();
            if !self.ids.contains(id) {
                self.add(at, &format!("there is no parameter `{id}`"));
            }
        }
    }
}
