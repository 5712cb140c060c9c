//! The parts of CycloneDX that an inventory needs. Other keys are passed over.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

/// The most items of one list.
pub(super) const MAX_ITEMS: usize = 100_000;

/// A bill of materials.
#[derive(Debug, Deserialize)]
pub(super) struct Bom {
    /// Always `CycloneDX`.
    #[serde(rename = "bomFormat")]
    pub(super) format: Option<String>,
    /// The version of the form.
    #[serde(rename = "specVersion")]
    pub(super) version: Option<String>,
    /// The components.
    #[serde(default, deserialize_with = "bounded")]
    pub(super) components: Vec<Part>,
    /// The services.
    #[serde(default, deserialize_with = "bounded")]
    pub(super) services: Vec<Part>,
}

/// A component or a service.
#[derive(Debug, Deserialize)]
pub(super) struct Part {
    /// What it is called.
    pub(super) name: String,
    /// The id in the document.
    #[serde(rename = "bom-ref")]
    pub(super) reference: Option<String>,
    /// The kind of component; services have none.
    #[serde(rename = "type")]
    pub(super) kind: Option<String>,
    /// Its version.
    pub(super) version: Option<String>,
    /// What the form has no place for.
    #[serde(default, deserialize_with = "bounded")]
    pub(super) properties: Vec<Property>,
    /// What it is made of.
    #[serde(default, deserialize_with = "bounded")]
    pub(super) components: Vec<Part>,
    /// The services inside a service.
    #[serde(default, deserialize_with = "bounded")]
    pub(super) services: Vec<Part>,
}

impl Part {
    /// The value of a property; the first one where it stands several times.
    pub(super) fn property(&self, name: &str) -> Option<&str> {
        let found = self.properties.iter().find(|it| it.name == name)?;
        Some(found.value.trim()).filter(|value| !value.is_empty())
    }

    /// Name and version, as people write them.
    pub(super) fn title(&self) -> String {
        match self.version.as_deref().map(str::trim).filter(|version| !version.is_empty()) {
            Some(version) => format!("{} {version}", self.name.trim()),
            None => self.name.trim().to_owned(),
        }
    }
}

/// A name with a value.
#[derive(Debug, Deserialize)]
pub(super) struct Property {
    /// The name.
    #[serde(default)]
    pub(super) name: String,
    /// The value.
    #[serde(default)]
    pub(super) value: String,
}

/// A list of at most [`MAX_ITEMS`].
fn bounded<'de, D: Deserializer<'de>, T: Deserialize<'de>>(list: D) -> Result<Vec<T>, D::Error> {
    list.deserialize_seq(Items(PhantomData))
}

struct Items<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Items<T> {
    type Value = Vec<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<T>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            if items.len() == MAX_ITEMS {
                return Err(A::Error::custom(format!("more than {MAX_ITEMS} items in one list")));
            }
            items.push(item);
        }
        Ok(items)
    }
}
