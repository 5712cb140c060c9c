//! A profile: a choice of a catalog's controls.

use std::collections::{BTreeSet, HashMap};

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::catalog::{BackMatter, Catalog, Control, Metadata, framework_of};
use super::{fault, inspect, read};
use crate::fault::Fault;
use crate::framework;
use crate::id::Id;

#[derive(Deserialize)]
struct Document {
    profile: Profile,
}

/// A profile. What it changes of controls is left out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct Profile {
    /// The id of this state of the profile.
    pub uuid: String,
    /// What it is.
    pub metadata: Metadata,
    /// What is chosen, catalog by catalog.
    pub imports: Vec<Import>,
    /// What is referred to, such as the catalogs.
    pub back_matter: BackMatter,
}

/// What is chosen of one catalog.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct Import {
    /// Where the catalog is.
    pub href: String,
    /// Every control.
    pub include_all: Option<All>,
    /// Some controls.
    pub include_controls: Vec<Selection>,
    /// Controls that are left out again.
    pub exclude_controls: Vec<Selection>,
}

/// Every control.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct All;

impl<'de> Deserialize<'de> for All {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        IgnoredAny::deserialize(deserializer).map(|_| Self)
    }
}

/// Controls by their ids.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct Selection {
    /// The ids.
    pub with_ids: Vec<String>,
    /// `yes` takes the enhancements as well.
    pub with_child_controls: Option<String>,
    /// Patterns, which are not read.
    pub matching: Vec<Matching>,
}

/// A pattern of ids.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct Matching {
    /// The pattern.
    pub pattern: String,
}

impl Profile {
    /// Reads and checks a profile by itself.
    ///
    /// # Errors
    /// As for catalogs; patterns of ids are not read, and a fault.
    pub fn load(file: &str, text: &str) -> Result<Self, Vec<Fault>> {
        let Document { profile } = read(file, text)?;
        let mut faults = inspect::document(file, "profile", &profile.uuid, &profile.metadata);
        if profile.imports.is_empty() {
            faults.push(fault(file, "profile", "the key `imports` is missing"));
        }
        for import in &profile.imports {
            let selections = import.include_controls.iter().chain(&import.exclude_controls);
            for matching in selections.flat_map(|it| &it.matching) {
                let words = format!("patterns such as `{}` are not read", matching.pattern);
                faults.push(fault(file, &import.href, &words));
            }
        }
        if faults.is_empty() { Ok(profile) } else { Err(faults) }
    }

    /// The controls that are chosen of a catalog, in the catalog's order. All imports are taken to
    /// be of this catalog.
    ///
    /// # Errors
    /// Every id that the catalog does not have.
    pub fn choose<'c>(
        &self,
        file: &str,
        catalog: &'c Catalog,
    ) -> Result<Vec<&'c Control>, Vec<Fault>> {
        let all = catalog.all_controls();
        let by_id: HashMap<&str, &Control> =
            all.iter().map(|control| (control.id.as_str(), *control)).collect();
        let mut faults = Vec::new();
        let mut chosen: BTreeSet<&str> = BTreeSet::new();
        for import in &self.imports {
            let mut own: BTreeSet<&str> = BTreeSet::new();
            if import.include_all.is_some() {
                own.extend(by_id.keys());
            }
            for selection in &import.include_controls {
                own.extend(ids(selection, &by_id, file, &mut faults));
            }
            for selection in &import.exclude_controls {
                for id in ids(selection, &by_id, file, &mut faults) {
                    own.remove(id);
                }
            }
            chosen.extend(own);
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        Ok(all.into_iter().filter(|control| chosen.contains(control.id.as_str())).collect())
    }
}

impl Profile {
    /// The chosen controls that stand today, as the catalog of an external framework.
    ///
    /// # Errors
    /// As [`Profile::choose`].
    pub fn framework(
        &self,
        file: &str,
        standard: &Id,
        catalog: &Catalog,
    ) -> Result<framework::Catalog, Vec<Fault>> {
        let Metadata { title, version, .. } = &self.metadata;
        let chosen = self.choose(file, catalog)?;
        Ok(framework_of(&chosen, (standard, version, title)))
    }

    /// Whether this is the catalog that the profile is made of, by the end of an address that it
    /// names, itself or in its back matter, and the name of the catalog's file.
    #[must_use]
    pub fn is_made_of(&self, file: &str) -> bool {
        let file = last(file);
        let names = |import: &Import| self.addresses(&import.href).any(|it| last(it) == file);
        !file.is_empty() && self.imports.iter().all(names)
    }

    /// The catalog that the profile chooses from, of some by the names of their files: the only one,
    /// or the first that the profile is made of.
    #[must_use]
    pub fn catalog_among<'c>(&self, catalogs: &'c [(String, Catalog)]) -> Option<&'c Catalog> {
        let found = match catalogs {
            [only] => Some(only),
            several => several.iter().find(|(file, _)| self.is_made_of(file)),
        };
        found.map(|(_, catalog)| catalog)
    }

    /// The addresses behind one: those of a resource for `#` and its id.
    fn addresses<'p>(&'p self, href: &'p str) -> impl Iterator<Item = &'p str> {
        let id = href.strip_prefix('#');
        let resources = self.back_matter.resources.iter();
        let links = resources.filter(move |it| Some(it.uuid.as_str()) == id);
        let links = links.flat_map(|it| &it.rlinks).map(|link| link.href.as_str());
        std::iter::once(href).chain(links)
    }
}

/// The last part of a path or an address.
fn last(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or_default()
}

fn ids<'c>(
    selection: &Selection,
    by_id: &HashMap<&str, &'c Control>,
    file: &str,
    faults: &mut Vec<Fault>,
) -> Vec<&'c str> {
    let with_children = selection.with_child_controls.as_deref() == Some("yes");
    let mut found = Vec::new();
    for id in &selection.with_ids {
        let Some(control) = by_id.get(id.as_str()) else {
            faults.push(fault(file, "imports", &format!("the catalog has no control `{id}`")));
            continue;
        };
        found.push(control.id.as_str());
        if with_children {
            found.extend(control.controls.iter().map(|inner| inner.id.as_str()));
        }
    }
    found
}
