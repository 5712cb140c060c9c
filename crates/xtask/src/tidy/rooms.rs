//! Every room has its place on the map: `ARCHITECTURE.md` names each folder under `crates/*/src`.

use std::collections::BTreeSet;

use crate::finding::Finding;
use crate::repo::Repo;

const MAP: &str = "ARCHITECTURE.md";

/// Reports each room that the map does not name.
pub(super) fn check(repo: &Repo) -> Vec<Finding> {
    let Some(map) = repo.text(MAP) else {
        return vec![Finding::new("rooms", MAP, 1, "the map is missing")];
    };
    let named: BTreeSet<&str> =
        map.split(|letter: char| !(letter.is_alphanumeric() || letter == '_')).collect();
    let rooms: BTreeSet<(&str, &str)> = repo.paths().filter_map(room_of).collect();
    rooms
        .into_iter()
        .filter(|(_, room)| !named.contains(room))
        .map(|(package, room)| {
            let message = format!("the room `crates/{package}/src/{room}` is not on the map");
            Finding::new("rooms", MAP, 1, message)
        })
        .collect()
}

/// Package and room of a path such as `crates/attestor/src/cli/out.rs`.
fn room_of(path: &str) -> Option<(&str, &str)> {
    let (package, inner) = path.strip_prefix("crates/")?.split_once("/src/")?;
    inner.split_once('/').map(|(room, _)| (package, room))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: [(&str, &str); 2] =
        [("crates/attestor/src/cli/out.rs", ""), ("crates/attestor/src/main.rs", "")];

    #[test]
    fn a_named_room_passes() {
        let [room, root] = FILES;
        assert_eq!(check(&Repo::of(&[(MAP, "├─ cli/  one file per command"), room, root])), []);
    }

    #[test]
    fn an_unnamed_room_and_a_missing_map_are_reported() {
        let [room, root] = FILES;
        assert_eq!(check(&Repo::of(&[(MAP, "├─ client/"), room, root])).len(), 1);
        assert_eq!(check(&Repo::of(&[room])).len(), 1);
    }
}
