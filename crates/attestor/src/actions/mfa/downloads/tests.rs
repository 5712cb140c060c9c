use serde_json::Value;

use super::*;

/// A row of the interface and a row of a table are one: the same names, the same values.
fn same<R: Row>(row: &R) {
    let Ok(Value::Object(fields)) = serde_json::to_value(row) else { panic!("an object") };
    let texts = fields.values().map(|value| match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    });
    assert_eq!(fields.keys().collect::<Vec<_>>(), R::names());
    assert_eq!(texts.collect::<Vec<_>>(), row.cells());
}

#[test]
fn the_names_of_the_interface_are_those_of_the_export() {
    let key = Key::of("00000000-0000-4000-8000-000000000001");
    let text = || "a".to_owned();
    same(&Principal::from(attestor_lake::Principal {
        user_id: key,
        directory_id: None,
        upn: text(),
        channel: Channel::Portal,
        last: 1,
    }));
    same(&AppAdoption {
        login_date: Day::EPOCH,
        mfa_compliant_request_count: 1,
        total_request_count: 2,
        application_id: key,
        application_name: text(),
        channel: Channel::Api,
    });
    same(&PartnerRequest::from(ApiRequest {
        request_id: key.unwrap_or_default(),
        correlation_id: None,
        operation: text(),
        ts: 1,
        source_ip: text(),
        user_id: key,
        upn: text(),
        directory_id: None,
        app_id: None,
        mfa: true,
    }));
}
