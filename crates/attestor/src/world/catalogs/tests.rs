use std::fs;

use super::*;

fn id(text: &str) -> Id {
    Id::parse(text).expect("an id")
}

const CATALOG: &str = r#"{"catalog": {"uuid": "11111111-2222-4333-8444-555555555555",
 "metadata": {"title": "Ours", "last-modified": "2026-01-01T00:00:00Z", "version": "2", "oscal-version": "1.1.2"},
 "controls": [{"id": "ac-1", "title": "One"}]}}"#;

#[test]
fn a_folder_adds_frameworks_and_mappings() {
    let folder = tempfile::tempdir().expect("a folder");
    let put = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("kept");
    let bare = Catalogs::load(None).expect("the binary's");
    put("ours.json", CATALOG);
    put("notes.txt", "not read");
    put(".hidden.json", "not read");
    let pair = "pairs:\n- {from: A.5.1, to: ac-1, relation: subset}\n";
    put("to-ours.yaml", &format!("from: iso27001-2022\nto: ours\nsource: us\n{pair}"));
    let found = Catalogs::load(Some(folder.path())).expect("good");
    assert_eq!(found.library.catalogs.len(), bare.library.catalogs.len() + 1);
    assert!(!found.first.contains_key(&id("ours")), "what is kept is read without it");
    assert_eq!(found.mappings.len(), bare.mappings.len() + 2, "it leads both ways");
    put("ours.json", &CATALOG.replace("ac-1", "ac-2"));
    let Err(Stop::Faults(faults)) = Catalogs::load(Some(folder.path())) else {
        panic!("a mapping to what is not there")
    };
    let told = faults[0].to_string();
    assert!(told.contains("to-ours.yaml:5") && told.contains("ac-1"), "{told}");
    fs::write(folder.path().join("bytes.json"), [0xff, 0xfe]).expect("kept");
    assert!(matches!(Catalogs::load(Some(folder.path())), Err(Stop::Faults(_))));
    assert!(Catalogs::load(Some(&folder.path().join("none"))).is_err());
}
