//! Two versions of a portal side by side, by list, item and fact.

use serde::Serialize;
use serde_json::{Map, Value as Json};

use super::super::model::Trust;
use crate::word::words;

/// The most letters of a fact that are shown.
const LETTERS: usize = 400;

/// A fact that is different.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Field {
    /// Its key in the files.
    pub name: String,
    /// What it was; empty where it was not there. A long one is cut, with `…`.
    pub old: String,
    /// What it is; empty where it is not there any more.
    pub new: String,
}

words! {
    /// How an item is different.
    pub enum Apart {
        /// Only the new version has it.
        Added = "added",
        /// Only the old version has it.
        Removed = "removed",
        /// Both have it.
        Changed = "changed",
    }
}

/// An item that is different.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// The list of the files that it stands in.
    pub list: String,
    /// Its id.
    pub id: String,
    /// How it is different.
    pub apart: Apart,
    /// The facts that are different; none where only one version has it.
    pub fields: Vec<Field>,
}

/// Everything that is different, in the order of the lists and of the new version; what is gone
/// stands last of its list.
#[must_use]
pub fn differences(old: &Trust, new: &Trust) -> Vec<Difference> {
    let (Json::Object(old), Json::Object(new)) = (json(old), json(new)) else { return Vec::new() };
    let none = Json::Array(Vec::new());
    let lists = new.iter().map(|(list, items)| (list, old.get(list).unwrap_or(&none), items));
    lists.flat_map(|(list, before, now)| of_list(list, before, now)).collect()
}

/// The facts of two items that are different, in the order of the keys.
pub(super) fn fields(old: &impl Serialize, new: &impl Serialize) -> Vec<Field> {
    match (json(old), json(new)) {
        (Json::Object(old), Json::Object(new)) => of_item(&old, &new),
        _ => Vec::new(),
    }
}

fn json(value: &impl Serialize) -> Json {
    serde_json::to_value(value).unwrap_or(Json::Null)
}

fn of_list(list: &str, old: &Json, new: &Json) -> Vec<Difference> {
    let (old, new) = (items(old), items(new));
    let difference = |id: &str, apart, fields| Difference {
        list: list.to_owned(),
        id: id.to_owned(),
        apart,
        fields,
    };
    let mut found = Vec::new();
    let before: std::collections::BTreeMap<_, _> = old.iter().copied().collect();
    for (id, item) in &new {
        let Some(known) = before.get(id) else {
            found.push(difference(id, Apart::Added, Vec::new()));
            continue;
        };
        let fields = of_item(known, item);
        if !fields.is_empty() {
            found.push(difference(id, Apart::Changed, fields));
        }
    }
    let now: std::collections::BTreeSet<_> = new.iter().map(|(id, _)| *id).collect();
    let gone = old.iter().filter(|(id, _)| !now.contains(id));
    found.extend(gone.map(|(id, _)| difference(id, Apart::Removed, Vec::new())));
    found
}

/// The items of a list by their ids.
fn items(list: &Json) -> Vec<(&str, &Map<String, Json>)> {
    let items = list.as_array().into_iter().flatten().filter_map(Json::as_object);
    items.filter_map(|item| Some((item.get("id")?.as_str()?, item))).collect()
}

fn of_item(old: &Map<String, Json>, new: &Map<String, Json>) -> Vec<Field> {
    let mut found = Vec::new();
    for (name, now) in new {
        let before = old.get(name).unwrap_or(&Json::Null);
        if before != now {
            found.push(Field { name: name.clone(), old: shown(before), new: shown(now) });
        }
    }
    found
}

/// A fact as people read it.
fn shown(value: &Json) -> String {
    let text = match value {
        Json::Null => String::new(),
        Json::String(text) => text.clone(),
        Json::Array(items) if items.is_empty() => String::new(),
        Json::Array(items) if items.iter().all(|it| !it.is_object() && !it.is_array()) => {
            items.iter().map(shown).collect::<Vec<_>>().join(", ")
        }
        Json::Bool(_) | Json::Number(_) | Json::Array(_) | Json::Object(_) => value.to_string(),
    };
    if text.chars().count() <= LETTERS {
        return text;
    }
    text.chars().take(LETTERS).chain(std::iter::once('…')).collect()
}
