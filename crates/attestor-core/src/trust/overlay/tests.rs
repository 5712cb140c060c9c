use std::collections::BTreeMap;

use crate::framework::SourceFile;
use crate::trust::load;
use crate::trust::model::Trust;

const BELOW: &str = "providers:\n- {id: harborline, name: Harborline}\nclouds:\n- {id: public, name: public, kind: public}\n- {id: far, name: Far, kind: sovereign}\n";
const OVER: &str = "clouds:\n- {id: public, name: Public, kind: public}\n- {id: near, name: Near, kind: government}\nservices:\n- {id: quay, provider: harborline, name: Quay, clouds: [near]}\n";

fn file(text: &str) -> [SourceFile; 1] {
    [SourceFile { path: "one.yaml".to_owned(), text: text.to_owned() }]
}

fn below() -> Trust {
    load::load(&file(BELOW), &BTreeMap::new()).expect("a model")
}

#[test]
fn the_same_id_takes_the_place_and_another_is_added() {
    let trust = load::over(below(), &file(OVER), &BTreeMap::new()).expect("a model");
    let names: Vec<_> = trust.clouds.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["Public", "Far", "Near"]);
    assert_eq!((trust.providers.len(), trust.services.len()), (1, 1));
}

#[test]
fn nothing_over_a_model_is_the_model() {
    assert_eq!(load::over(below(), &[], &BTreeMap::new()), Ok(below()));
}

#[test]
fn what_stands_twice_or_leads_nowhere_is_a_fault() {
    let twice = "clouds:\n- {id: near, name: Near, kind: public}\n- {id: near, name: N, kind: public}\n- {id: public, name: One, kind: public}\n- {id: public, name: Two, kind: public}\nservices:\n- {id: quay, provider: nobody, name: Quay}\n";
    let faults = load::over(below(), &file(twice), &BTreeMap::new()).expect_err("faults");
    // The last of two that take one place wins; the two that are new stand twice.
    assert_eq!(faults.iter().map(|it| it.place.line).collect::<Vec<_>>(), [3, 7], "{faults:?}");
}
