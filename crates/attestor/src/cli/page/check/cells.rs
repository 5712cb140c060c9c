//! Facts as named cells, so that two sets of facts can be compared one by one.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;

/// Maps of facts whose entries are cells of their own, with the prefix of their names.
const MAPS: [(&str, &str); 4] =
    [("answers", "a."), ("text_answered", "t."), ("counts", "n."), ("certification", "c.")];

/// Named cells: `a.<question>`, `t.<question>`, `p<number>.<field>` and so on.
pub(super) struct Cells(BTreeMap<String, Json>);

impl Cells {
    /// The cells of a facts object; other values have none.
    pub(super) fn of(facts: &Json) -> Self {
        let mut cells = BTreeMap::new();
        for (key, value) in facts.as_object().into_iter().flatten() {
            let map = MAPS.iter().find(|(name, _)| name == key);
            match (map, value) {
                (Some((_, prefix)), Json::Object(entries)) => {
                    for (name, value) in entries {
                        cells.insert(format!("{prefix}{name}"), value.clone());
                    }
                }
                (None, Json::Array(rows)) if key == "permissions" => {
                    add_permissions(rows, &mut cells);
                }
                _ => {
                    cells.insert(key.clone(), value.clone());
                }
            }
        }
        Self(cells)
    }

    pub(super) fn get(&self, name: &str) -> Option<&Json> {
        self.0.get(name)
    }

    /// The names of cells on either side, sorted.
    pub(super) fn names_with(&self, other: &Self) -> BTreeSet<String> {
        self.0.keys().chain(other.0.keys()).cloned().collect()
    }
}

fn add_permissions(rows: &[Json], cells: &mut BTreeMap<String, Json>) {
    for (number, row) in rows.iter().enumerate() {
        for (field, value) in row.as_object().into_iter().flatten() {
            cells.insert(format!("p{number}.{field}"), value.clone());
        }
    }
}

/// The names of cells in which the page itself is damaged.
pub(super) fn defects(truth: &Json) -> BTreeSet<String> {
    let defects = truth.get("defects").and_then(Json::as_array);
    defects
        .into_iter()
        .flatten()
        .filter_map(|defect| defect.get("cell")?.as_str().map(str::to_owned))
        .collect()
}

/// The name under which cells are counted together: permissions by their field.
pub(super) fn group(name: &str) -> String {
    match name.strip_prefix('p').and_then(|rest| rest.split_once('.')) {
        Some((number, field)) if number.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("permissions.{field}")
        }
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_answer_and_permission_field_is_a_cell() {
        let facts = json!({
            "badge": "attested",
            "answers": {"app_id": "WA1"},
            "permissions": [{"permission": "openid", "type": ""}],
        });
        let cells = Cells::of(&facts);
        let names: Vec<String> = cells.names_with(&Cells::of(&json!(null))).into_iter().collect();
        assert_eq!(names, ["a.app_id", "badge", "p0.permission", "p0.type"]);
        assert_eq!(group("p12.type"), "permissions.type");
        assert_eq!(group("pivots"), "pivots");
    }
}
