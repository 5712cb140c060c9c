//! Each form of record, with the traps that real logs set.

use attestor_core::mfa::event::TokenIssuer;
use attestor_core::mfa::event::{AuthType, CaStatus, Channel, Channels, Event, MfaBasis};
use attestor_core::mfa::key::Key;
use attestor_core::mfa::moment::Micros;
use attestor_core::mfa::source::{Body, Reader, Reason, Records, SourceKind, Total, detect};

use super::rule;

const GRAPH: &str = r#"{"id":"6c583d8d-46cd-420c-ae3d-35b6dfdcdb21","createdDateTime":"2026-11-20T10:00:00.1234567Z",
"userPrincipalName":"Alex@Contoso.example","userId":"adc77aa5-7968-4c57-9f48-361018265c1a","servicePrincipalId":"",
"signInEventTypes":["nonInteractiveUser"],"isInteractive":false,"appId":"60a00bf2-0644-4279-83b3-87ddf96f2509",
"appDisplayName":"Connector","ipAddress":"192.0.2.1","clientAppUsed":"Browser","correlationId":"c-1",
"conditionalAccessStatus":"success","tokenIssuerType":"AzureAD","resourceDisplayName":"Partner API",
"resourceId":"11111111-0000-4000-8000-000000000002","authenticationRequirement":"multiFactorAuthentication",
"mfaDetail":{},"status":{"errorCode":0,"failureReason":null,"additionalDetails":null},
"authenticationDetails":[{"succeeded":true,"authenticationMethod":"Password","authenticationStepResultDetail":"Correct password","authenticationStepRequirement":"Primary authentication"},
{"succeeded":true,"authenticationMethod":"Mobile app notification","authenticationStepResultDetail":"MFA completed in Azure AD","authenticationStepRequirement":"Multifactor authentication"}]}"#;

fn read(text: &str) -> Result<Event<'static>, Reason> {
    let rule = rule();
    Reader::new(&rule).read(&Body::Json(text.as_bytes())).map(Event::into_owned)
}

#[test]
fn sign_ins_of_graph_are_read() {
    let event = read(GRAPH).unwrap();
    assert_eq!(event.source, SourceKind::GraphSignIn);
    assert_eq!(Micros(event.ts).to_string(), "2026-11-20T10:00:00.123456Z");
    assert_eq!(event.upn, "alex@contoso.example");
    assert_eq!(event.correlation_id, Key::of("c-1"));
    assert_eq!((event.auth, event.error_code), (AuthType::AppUser, 0));
    assert_eq!((event.mfa, event.basis), (true, MfaBasis::ResultDetail));
    assert_eq!((event.ca_status, event.issuer), (CaStatus::Success, TokenIssuer::AzureAd));
    assert_eq!((&*event.operation, &*event.source_ip), ("Partner API", "192.0.2.1"));
}

#[test]
fn rows_of_log_analytics_are_read_through_their_texts() {
    let row = r#"{"TimeGenerated":"2026-11-20T10:00:00Z","Id":"a","Type":"AADNonInteractiveUserSignInLogs",
        "AADTenantId":"6e6aef4a-4ca9-40a8-b5bf-b53a1923c540","TenantId":"x","UserId":"u-1","UserPrincipalName":"a@contoso.example",
        "ResultType":"0","IPAddress":"192.0.2.1","ResourceIdentity":"11111111-0000-4000-8000-000000000002",
        "ResourceId":"/tenants/x/providers/Microsoft.aadiam","ConditionalAccessStatus":"reportOnlySuccess",
        "Status":"{\"errorCode\":0,\"additionalDetails\":\"x \\\" y\"}","MfaDetail":"",
        "AuthenticationDetails":"[{\"succeeded\":true,\"authenticationStepRequirement\":\"Multi-factor authentication\"}]"}"#;
    let event = read(row).unwrap();
    assert_eq!(event.source, SourceKind::LogAnalytics);
    assert_eq!((event.mfa, event.basis), (true, MfaBasis::Step));
    assert_eq!(event.auth, AuthType::AppUser);
    assert_eq!(event.ca_status, CaStatus::Other);
    assert_eq!(event.resource_id, Key::of("11111111-0000-4000-8000-000000000002"));
    assert_eq!(event.directory_id, Key::of("6e6aef4a-4ca9-40a8-b5bf-b53a1923c540"));
    assert_eq!(read(&row.replace("\"[{", "\"[[{")).unwrap_err().code(), "wrong-type");
}

#[test]
fn applications_alone_are_told_by_any_sign() {
    for (from, to) in [
        ("\"nonInteractiveUser\"", "\"servicePrincipal\""),
        ("\"nonInteractiveUser\"", "\"managedIdentity\""),
        (
            "\"adc77aa5-7968-4c57-9f48-361018265c1a\",\"servicePrincipalId\":\"\"",
            "\"\",\"servicePrincipalId\":\"sp\"",
        ),
        (
            "\"adc77aa5-7968-4c57-9f48-361018265c1a\",\"servicePrincipalId\":\"\"",
            "null,\"servicePrincipalId\":\"sp\"",
        ),
    ] {
        let event = read(&GRAPH.replace(from, to)).unwrap();
        assert_eq!((event.auth, event.mfa), (AuthType::AppOnly, false), "{to}");
    }
}

#[test]
fn traps_are_tolerated_or_refused_by_name() {
    for (from, to, code) in [
        ("\"mfaDetail\":{}", "\"mfaDetail\":null", ""),
        ("\"errorCode\":0", "\"errorCode\":\"0\"", ""),
        ("\"interactiveUser\"", "\"unknownFutureValue\"", ""),
        ("\"conditionalAccessStatus\":\"success\"", "\"conditionalAccessStatus\":null", ""),
        ("\"status\":{\"errorCode\":0", "\"status\":{\"errorCode\":\"soon\"", "not-a-number"),
        ("\"status\":", "\"status_\":", "missing"),
        ("\"createdDateTime\":\"2026", "\"createdDateTime\":\"1601", "time-out-of-range"),
        ("\"createdDateTime\":\"2026", "\"createdDateTime\":\"9999", "time-out-of-range"),
        ("\"createdDateTime\":\"2026", "\"createdDateTime\":\"x", "not-a-time"),
        ("\"appDisplayName\":\"Connector\"", "\"appDisplayName\":[]", "wrong-type"),
        ("\"correlationId\":\"c-1\"", "\"id\":\"again\"", "duplicate-key"),
        ("\"userId\"", "userId", "not-json"),
        ("\"userId\":", "\"unknown\":[[[[]]]],\"userId\":", ""),
    ] {
        let found = read(&GRAPH.replace(from, to)).map_or_else(|reason| reason.code(), |_| "");
        assert_eq!(found, code, "{to}");
    }
    assert_eq!(read("{}"), Err(Reason::UnknownShape));
    assert_eq!(read("{\"a\":").unwrap_err().code(), "cut");
    let deep = format!("{{\"a\":{}", "[".repeat(100_000));
    assert_eq!(read(&deep).unwrap_err().code(), "cut");
    let rule = rule();
    let bytes = b"{\"createdDateTime\":\"\xff\"}";
    assert_eq!(Reader::new(&rule).read(&Body::Json(bytes)), Err(Reason::NotUtf8));
}

#[test]
fn requests_with_claims_are_read() {
    let claims = |rest: &str| {
        read(&format!("{{\"requestId\":\"r\",\"time\":\"2026-11-20T10:00:00Z\",{rest}}}")).unwrap()
    };
    for (rest, auth, mfa) in [
        (
            r#""channel":"api","claims":{"oid":"u","tid":"t","appid":"a","upn":"A@b.example","unique_name":"a","amr":["pwd","mfa"]}"#,
            AuthType::AppUser,
            true,
        ),
        (r#""channel":"portal","userId":"u","amr":"pwd,mfa""#, AuthType::User, true),
        (
            r#""channel":"api","userId":"u","amr":"[\"pwd\"]","mfaCompliant":true"#,
            AuthType::AppUser,
            false,
        ),
        (r#""channel":"api","userId":"u","mfaCompliant":true"#, AuthType::AppUser, true),
        (
            r#""channel":"api","userId":"u","claims":{"authnmethodsreferences":"http://schemas.microsoft.com/claims/multipleauthn"}"#,
            AuthType::AppUser,
            true,
        ),
        (
            r#""channel":"api","claims":{"oid":"sp","idtyp":"app","amr":["mfa"]}"#,
            AuthType::AppOnly,
            false,
        ),
        (r#""channel":"api","applicationId":"a""#, AuthType::AppOnly, false),
        (
            r#""channel":"api","userId":"u","amr":["mfa"],"errorCode":900421"#,
            AuthType::AppUser,
            false,
        ),
    ] {
        let event = claims(rest);
        assert_eq!((event.auth, event.mfa), (auth, mfa), "{rest}");
        assert_eq!(event.source, SourceKind::Requests);
    }
}

#[test]
fn tables_are_read_as_their_records_are() {
    let table = "requestId,correlationId,operationName,requestDateTime,sourceIpAddress,objectId,tenantId,upn,applicationId,mfaCompliant\r\n\
        6c583d8d-46cd-420c-ae3d-35b6dfdcdb21,,\"Get /a,b\",2020-05-21T21:02:10.31,192.0.2.1,u,t,A@contoso.example,app,True\r\n\
        r2,,x,5/21/2020 9:02:10 PM,192.0.2.1,u,t,a@contoso.example,app,false\n\
        r3,,x,5/21/2020 9:02:10 PM,192.0.2.1,u,t,a@contoso.example,app,maybe\n";
    let rule = rule();
    let mut reader = Reader::new(&rule);
    let mut found = Vec::new();
    let mut records = Records::new();
    records.push(table.as_bytes(), |item| {
        let event = reader.read(&item.unwrap().body);
        found.push(event.map_or_else(
            |reason| reason.code().to_owned(),
            |event| format!("{} {} {}", event.operation, event.mfa, Micros(event.ts)),
        ));
    });
    assert_eq!(
        found,
        [
            "Get /a,b true 2020-05-21T21:02:10.310000Z",
            "x false 2020-05-21T21:02:10.000000Z",
            "wrong-type",
        ]
    );
}

#[test]
fn totals_are_told_by_their_columns() {
    let body = |text: &'static str| detect(&Body::Json(text.as_bytes()));
    for (text, kind) in [
        (r#"{"loginDate":"2020-05-20","mfaCompliantRequestCount":7}"#, SourceKind::PartnerSummary),
        (r#"{"LastNonMfaCompliantLoginDateTime":""}"#, SourceKind::PartnerPrincipals),
    ] {
        assert_eq!(body(text), Ok(kind));
    }
}

#[test]
fn totals_are_read_by_their_columns_and_counted_nowhere() {
    let summary = r#"{"loginDate":"2020-05-19T00:00:00","mfaCompliantRequestCount":7,
        "totalRequestCount":"14","applicationId":"60a00bf2-0644-4279-83b3-87ddf96f2509"}"#;
    let Err(Reason::Totals(Total::Application(total))) = read(summary) else { panic!("a total") };
    assert_eq!(
        (total.with_mfa, total.requests, total.day.to_string()),
        (7, 14, "2020-05-19".into())
    );
    let user = r#"{"objectId":"x","upn":"A@b.example","LastNonMfaCompliantLoginDateTime":"2020-04-21T22:09:53"}"#;
    let Err(Reason::Totals(user)) = read(user) else { panic!("a total") };
    assert_eq!(user.kind(), SourceKind::PartnerPrincipals);
    assert_eq!(user.to_string(), "a@b.example, last without MFA at 2020-04-21T22:09:53.000000Z");
    for (row, code) in [
        (r#"{"loginDate":"2020-05-19","mfaCompliantRequestCount":7}"#, "missing"),
        (r#"{"mfaCompliantRequestCount":1,"totalRequestCount":2}"#, "missing"),
        (r#"{"loginDate":"x","mfaCompliantRequestCount":1,"totalRequestCount":2}"#, "not-a-time"),
        (r#"{"mfaCompliantRequestCount":-1,"totalRequestCount":2}"#, "not-a-number"),
        (r#"{"mfaCompliantRequestCount":3,"totalRequestCount":2}"#, "wrong-type"),
        (r#"{"lastNonMfaCompliantRequestDateTime":"1601-01-01T00:00:00Z"}"#, "time-out-of-range"),
    ] {
        assert_eq!(read(row).unwrap_err().code(), code, "{row}");
    }
}

#[test]
fn channel_is_what_the_log_states_or_what_is_configured() {
    let key = |text| Key::of(text).unwrap();
    let mut channels = Channels::default();
    let mut event = read(GRAPH).unwrap();
    assert_eq!(channels.of(&event), Channel::Other);
    channels.api.insert(key("11111111-0000-4000-8000-000000000002"));
    assert_eq!(channels.of(&event), Channel::Api);
    channels.portal.insert(key("60a00bf2-0644-4279-83b3-87ddf96f2509"));
    assert_eq!(channels.of(&event), Channel::Portal);
    event.stated_channel = Some(Channel::Api);
    assert_eq!(channels.of(&event), Channel::Api);
}
