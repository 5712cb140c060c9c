//! The scope by its forms.

use attestor_core::certification::case::Component;
use attestor_core::desk::act::Act;
use axum::http::StatusCode;

use crate::web::desk::tests::{Bureau, Got, Person, id};

fn post(bureau: &Bureau, person: &Person, case_id: &str, fields: &[(&str, &str)]) -> Got {
    bureau.post(person, &format!("/desk/cases/{case_id}/scope"), fields)
}

fn is_done(got: &Got) {
    assert_eq!(got.status, StatusCode::SEE_OTHER, "{}", got.body);
}

#[test]
fn a_scope_is_described_by_forms_and_the_sample_follows() {
    let bureau = Bureau::new();
    let publisher = bureau.publisher();
    let case_id = bureau.open(&publisher, "Kite").id.clone();
    let send = |fields: &[(&str, &str)]| is_done(&post(&bureau, &publisher, &case_id, fields));
    send(&[
        ("do", "environments"),
        ("env_name", "Main site"),
        ("env_id", ""),
        ("env_hosting", "paas"),
        ("env_role", "production"),
        ("env_name", ""),
        ("env_id", ""),
        ("env_hosting", "isv-hosted"),
        ("env_role", "production"),
    ]);
    send(&[
        ("do", "connections"),
        ("con_name", "Office"),
        ("con_segmentation", "claimed"),
        ("con_harm", "no"),
    ]);
    send(&[
        ("do", "services"),
        ("svc_host", "mail.example.org"),
        ("svc_owner", "third-party"),
        ("svc_purpose", "Sends mail"),
    ]);
    send(&[("do", "sites"), ("recovery_site", "no"), ("backup_site", "no")]);
    send(&[("do", "footprint"), ("footprint", "192.0.2.0/24\r\n\r\nhttps://kite.example.org\r\n")]);
    send(&[("do", "state"), ("statement", "stores-customer-data"), ("holds", "yes")]);
    let table = "id,environment,operating_system,function,device_type,location\nweb-1,main-site,,web,app service,North\nweb-2,main-site,,web,app service,North\n";
    send(&[("do", "inventory"), ("inventory", table)]);
    let file = bureau.on(bureau.site.desk.case(&case_id)).expect("read").expect("a case");
    let scope = &file.case.scope;
    assert_eq!(scope.environments.len(), 1);
    assert_eq!(scope.environments[0].id.as_str(), "main-site");
    assert_eq!(scope.footprint, ["192.0.2.0/24", "https://kite.example.org"]);
    assert_eq!(scope.components.len(), 2);
    let page = bureau.get(&publisher, &format!("/desk/cases/{case_id}/scope"));
    assert!(page.has("<h1>The scope is described</h1>"), "{}", page.body);
    assert!(page.has("controls are asked of this app"));
    assert!(page.has("<code>web-1</code>") || page.has("<code>web-2</code>"));
}

#[test]
fn a_faulty_inventory_tells_every_fault_and_stays_in_the_field() {
    let bureau = Bureau::new();
    let publisher = bureau.publisher();
    let case_id = bureau.open(&publisher, "Kite").id.clone();
    let table = "id,environment,operating_system,function,device_type,location\nweb 1,x,,,,\n";
    let got = post(&bureau, &publisher, &case_id, &[("do", "inventory"), ("inventory", table)]);
    assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(got.has("The inventory has one fault") && got.has("inventory.csv:2"), "{}", got.body);
    assert!(got.has("web 1,x"));
}

#[test]
fn a_refused_list_keeps_its_rows() {
    let bureau = Bureau::new();
    let publisher = bureau.publisher();
    let case_id = bureau.open(&publisher, "Kite").id.clone();
    let twice = [
        ("do", "services"),
        ("svc_host", "a.example.org"),
        ("svc_owner", "own"),
        ("svc_purpose", "first"),
        ("svc_host", "a.example.org"),
        ("svc_owner", "own"),
        ("svc_purpose", "second"),
    ];
    let got = post(&bureau, &publisher, &case_id, &twice);
    assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(got.has("stands in the list twice"), "{}", got.body);
    assert!(got.has("value=\"first\"") && got.has("value=\"second\""));
}

#[test]
fn the_certification_body_reads_the_scope_and_changes_nothing_but_the_draw() {
    let bureau = Bureau::new();
    let (publisher, analyst) = (bureau.publisher(), bureau.analyst());
    let case_id = bureau.running(&publisher, &analyst).id.clone();
    let page = bureau.get(&analyst, &format!("/desk/cases/{case_id}/scope"));
    assert!(page.has("Recorded draw") && !page.has("value=\"environments\""), "{}", page.body);
    let sites = [("do", "sites"), ("recovery_site", "yes")];
    assert_eq!(post(&bureau, &analyst, &case_id, &sites).status, StatusCode::FORBIDDEN);
    let address = format!("/desk/cases/{case_id}/scope/redraw");
    assert_eq!(bureau.post(&publisher, &address, &[("reason", "x")]).status, StatusCode::FORBIDDEN);
    let reason = [("reason", "A server came in addition.")];
    assert_eq!(bureau.post(&analyst, &address, &reason).status, StatusCode::UNPROCESSABLE_ENTITY);
    let mut components = bureau
        .on(bureau.site.desk.case(&case_id))
        .expect("read")
        .expect("a case")
        .case
        .scope
        .components
        .clone();
    let more = Component { id: id("web-2"), ..components[0].clone() };
    components.push(more);
    bureau.act(&publisher, &case_id, Act::SetInventory { components });
    let page = bureau.get(&analyst, &format!("/desk/cases/{case_id}/scope"));
    assert!(page.has("The inventory changed after the sample was drawn."), "{}", page.body);
    assert!(!page.has("scope/enlarge"), "an outdated draw is drawn anew first");
    is_done(&bureau.post(&analyst, &address, &reason));
    let here = format!("/desk/cases/{case_id}/scope");
    let page = bureau.get(&analyst, &here);
    assert!(page.has("scope/enlarge") && !bureau.get(&publisher, &here).has("scope/enlarge"));
    let component = page.body.split("name=\"component\"><option value=\"").nth(1).expect("a group");
    let component = component.split('"').next().expect("a component").to_owned();
    let form = [("component", component.as_str()), ("reason", "Their patch levels differ.")];
    let enlarge = format!("{here}/enlarge");
    assert_eq!(bureau.post(&publisher, &enlarge, &form).status, StatusCode::FORBIDDEN);
    let empty = bureau.post(&analyst, &enlarge, &[form[0], ("reason", "")]);
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    is_done(&bureau.post(&analyst, &enlarge, &form));
    assert!(bureau.get(&publisher, &here).has("Their patch levels differ."));
    assert!(
        bureau
            .get(&publisher, &format!("/desk/cases/{case_id}/scope"))
            .has("A server came in addition.")
    );
}
