//! A catalog of controls: read into types of its own, and checked as a whole.

use serde::Deserialize;

use crate::fault::Fault;
use crate::framework::{self, CatalogItem};
use crate::id::{Id, Spot};

use super::{inspect, read};

#[derive(Deserialize)]
struct Document {
    catalog: Catalog,
}

/// A catalog. Keys that are not named here are left out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct Catalog {
    /// The id of this state of the catalog.
    pub uuid: String,
    /// What it is.
    pub metadata: Metadata,
    /// Parameters of all controls.
    pub params: Vec<Param>,
    /// Controls without a group.
    pub controls: Vec<Control>,
    /// Groups.
    pub groups: Vec<Group>,
    /// What controls refer to.
    pub back_matter: BackMatter,
}

/// What a document is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct Metadata {
    /// The title.
    pub title: String,
    /// When it changed last, as written.
    pub last_modified: String,
    /// The version of the document.
    pub version: String,
    /// The version of OSCAL.
    pub oscal_version: String,
    /// Properties.
    pub props: Vec<Prop>,
}

impl Metadata {
    /// Whether the document holds what a profile chose of a larger catalog.
    #[must_use]
    pub fn is_resolved_profile(&self) -> bool {
        self.props.iter().any(|it| it.name == "resolution-tool")
    }
}

/// Controls about one subject.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct Group {
    /// The id, if it has one.
    pub id: Option<String>,
    /// The title.
    pub title: String,
    /// Parameters.
    pub params: Vec<Param>,
    /// Texts.
    pub parts: Vec<Part>,
    /// Groups inside.
    pub groups: Vec<Group>,
    /// Controls.
    pub controls: Vec<Control>,
}

/// A control.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct Control {
    /// The id.
    pub id: String,
    /// The title.
    pub title: String,
    /// Parameters.
    pub params: Vec<Param>,
    /// Properties.
    pub props: Vec<Prop>,
    /// Links.
    pub links: Vec<Link>,
    /// Texts.
    pub parts: Vec<Part>,
    /// Enhancements.
    pub controls: Vec<Control>,
}

impl Control {
    /// Whether the control was taken back.
    #[must_use]
    pub fn is_withdrawn(&self) -> bool {
        self.props.iter().any(|it| {
            it.name == "status" && matches!(it.value.to_ascii_lowercase().as_str(), "withdrawn")
        })
    }
}

/// A place in the text of controls that an organization fills in.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct Param {
    /// The id.
    pub id: String,
    /// What is to be filled in.
    pub label: Option<String>,
    /// A choice of texts.
    pub select: Option<Select>,
}

/// A choice of texts.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct Select {
    /// The texts.
    pub choice: Vec<String>,
}

/// A property.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct Prop {
    /// The name.
    pub name: String,
    /// The value.
    pub value: String,
}

/// A link.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct Link {
    /// Where it leads; `#` and an id inside of the document.
    pub href: String,
    /// What it is for.
    pub rel: Option<String>,
}

/// A text of a control.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct Part {
    /// The id, if it has one.
    pub id: Option<String>,
    /// What the text is.
    pub name: String,
    /// The text.
    pub prose: Option<String>,
    /// Links.
    pub links: Vec<Link>,
    /// Texts inside.
    pub parts: Vec<Part>,
}

/// What controls refer to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct BackMatter {
    /// Documents.
    pub resources: Vec<Resource>,
}

/// A document that controls refer to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct Resource {
    /// The id.
    pub uuid: String,
    /// Where it can be had.
    pub rlinks: Vec<Link>,
}

impl Catalog {
    /// Reads and checks a catalog.
    ///
    /// # Errors
    /// A value of another kind than OSCAL has is one fault with its line, and ends the reading.
    /// Otherwise every fault: keys that are missing, ids that stand twice or are no tokens,
    /// parameters and links that lead nowhere.
    pub fn load(file: &str, text: &str) -> Result<Self, Vec<Fault>> {
        let Document { catalog } = read(file, text)?;
        let faults = inspect::catalog(file, &catalog);
        if faults.is_empty() { Ok(catalog) } else { Err(faults) }
    }

    /// All controls and enhancements, in order, an enhancement behind its control.
    #[must_use]
    pub fn all_controls(&self) -> Vec<&Control> {
        let mut found = Vec::new();
        let mut open: Vec<Step<'_>> = Vec::new();
        open.extend(self.groups.iter().rev().map(Step::Group));
        open.extend(self.controls.iter().rev().map(Step::Control));
        while let Some(step) = open.pop() {
            match step {
                Step::Group(group) => {
                    open.extend(group.groups.iter().rev().map(Step::Group));
                    open.extend(group.controls.iter().rev().map(Step::Control));
                }
                Step::Control(control) => {
                    found.push(control);
                    open.extend(control.controls.iter().rev().map(Step::Control));
                }
            }
        }
        found
    }

    /// The controls that stand today, as the catalog of an external framework.
    #[must_use]
    pub fn framework(&self, standard: &Id, edition: &str) -> framework::Catalog {
        let title = &self.metadata.title;
        framework_of(&self.all_controls(), (standard, edition, title))
    }
}

/// Those of some controls that stand today, as the catalog of an external framework: its id, edition
/// and title.
pub(super) fn framework_of(
    controls: &[&Control],
    (standard, edition, title): (&Id, &str, &str),
) -> framework::Catalog {
    let standing = controls.iter().filter(|it| !it.is_withdrawn());
    let item = |it: &&Control| {
        let id = Spot::made(Id::parse(&it.id)?);
        Some(CatalogItem { id, title: Some(it.title.clone()) })
    };
    framework::Catalog {
        standard: standard.clone(),
        edition: edition.to_owned(),
        title: title.to_owned(),
        certificates_end: None,
        items: standing.filter_map(item).collect(),
    }
}

enum Step<'a> {
    Group(&'a Group),
    Control(&'a Control),
}
