//! Frameworks that somebody brings along: OSCAL catalogs, profiles that choose of them, and mappings
//! between them and those that are known.
//!
//! A file is named by its framework: `nist-800-53.json` is `nist-800-53`. Profiles choose from the
//! catalogs beside them; mappings (`.yaml`) lead between any two that are known or brought along.

use std::collections::{BTreeMap, BTreeSet};

use serde::de::IgnoredAny;

use super::crosswalk::Mapping;
use super::oscal::catalog::Catalog;
use super::oscal::profile::Profile;
use crate::fault::{Fault, Place, Problem};
use crate::framework::{self, SourceFile};
use crate::id::{Id, Spot};
use crate::source;

/// What was brought along.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Brought {
    /// The controls of catalogs and profiles, by the names of their files without ending.
    pub catalogs: BTreeMap<Id, framework::Catalog>,
    /// The mappings as they were written, in the order of the files.
    pub mappings: Vec<Mapping>,
}

/// Reads files: `.json` as OSCAL, `.yaml` and `.yml` as mappings; others are left alone. `known` are
/// the frameworks that are there already.
///
/// # Errors
/// Every fault of all files: what its own reader says; a name that is no id, or that of a known
/// framework; a profile whose catalog is not there; a mapping from or to what nobody knows.
pub fn load(
    files: &[SourceFile],
    known: &BTreeMap<Id, framework::Catalog>,
) -> Result<Brought, Vec<Fault>> {
    let mut reading = Reading {
        known,
        names: BTreeMap::new(),
        catalogs: Vec::new(),
        profiles: Vec::new(),
        brought: Brought::default(),
        faults: Vec::new(),
    };
    for file in files.iter().filter(|file| ending(&file.path) == "json") {
        reading.oscal(file);
    }
    reading.choose();
    for file in files.iter().filter(|file| matches!(ending(&file.path), "yaml" | "yml")) {
        reading.mapping(file);
    }
    if reading.faults.is_empty() { Ok(reading.brought) } else { Err(reading.faults) }
}

/// The files so far.
struct Reading<'a> {
    known: &'a BTreeMap<Id, framework::Catalog>,
    /// The file of each framework.
    names: BTreeMap<Id, String>,
    /// Catalogs by the names of their files.
    catalogs: Vec<(String, Catalog)>,
    profiles: Vec<(Id, String, Profile)>,
    brought: Brought,
    faults: Vec<Fault>,
}

impl Reading<'_> {
    /// A catalog or a profile.
    fn oscal(&mut self, file: &SourceFile) {
        let Some(id) = self.name(&file.path) else { return };
        let path = &file.path;
        let top: BTreeMap<String, IgnoredAny> =
            serde_json::from_str(&file.text).unwrap_or_default();
        if top.contains_key("profile") {
            if let Some(profile) = self.read(Profile::load(path, &file.text)) {
                self.profiles.push((id, path.clone(), profile));
            }
            return;
        }
        // What is neither says so, and a damaged file where it is damaged.
        if let Some(catalog) = self.read(Catalog::load(path, &file.text)) {
            let edition = catalog.metadata.version.clone();
            self.brought.catalogs.insert(id.clone(), catalog.framework(&id, &edition));
            self.catalogs.push((path.clone(), catalog));
        }
    }

    /// What the profiles choose.
    fn choose(&mut self) {
        for (id, path, profile) in std::mem::take(&mut self.profiles) {
            let Some(catalog) = profile.catalog_among(&self.catalogs) else {
                let words = "none of the catalogs beside it has the file name that it refers to";
                self.say(&path, words.to_owned());
                continue;
            };
            let chosen = profile.framework(&path, &id, catalog);
            if let Some(chosen) = self.read(chosen) {
                self.brought.catalogs.insert(id, chosen);
            }
        }
    }

    fn mapping(&mut self, file: &SourceFile) {
        let Some(mapping) = self.read(source::read::<Mapping>(&file.path, &file.text)) else {
            return;
        };
        let (from, to) = (self.items(&mapping.from), self.items(&mapping.to));
        let (Some(from), Some(to)) = (from, to) else { return };
        let faults = mapping.faults(&from.iter().collect(), &to.iter().collect());
        if faults.is_empty() {
            self.brought.mappings.push(mapping);
        }
        self.faults.extend(faults);
    }

    /// The items of a framework.
    fn items(&mut self, named: &Spot<Id>) -> Option<BTreeSet<Id>> {
        let id = &named.value;
        let found = self.brought.catalogs.get(id).or_else(|| self.known.get(id));
        let Some(catalog) = found else {
            let problem =
                Problem::UnknownReference { kind: "framework", id: id.to_string(), near: None };
            self.faults.push(Fault { place: named.place.clone(), problem });
            return None;
        };
        Some(catalog.items.iter().map(|item| item.id.value.clone()).collect())
    }

    /// The framework that a file is named by.
    fn name(&mut self, path: &str) -> Option<Id> {
        let name = path.rsplit('/').next().unwrap_or(path);
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let Some(id) = Id::parse(stem) else {
            self.say(path, format!("`{stem}` is no id of a framework: letters, digits, `-._()`"));
            return None;
        };
        if self.known.contains_key(&id) {
            self.say(path, format!("the framework `{id}` is there already; name the file anew"));
            return None;
        }
        if let Some(first) = self.names.insert(id.clone(), path.to_owned()) {
            self.say(path, format!("{first} is of the framework `{id}`, too"));
            return None;
        }
        Some(id)
    }

    fn read<T>(&mut self, read: Result<T, Vec<Fault>>) -> Option<T> {
        read.map_err(|faults| self.faults.extend(faults)).ok()
    }

    fn say(&mut self, path: &str, words: String) {
        let place = Place { file: path.to_owned(), line: 0 };
        self.faults.push(Fault { place, problem: Problem::Inconsistent(words) });
    }
}

fn ending(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, ending)| ending)
}

#[cfg(test)]
mod tests;
