//! Pages, files and data of reports on real tables: the worked examples of the documents, who may
//! read what, and reports that stand.

mod made;

use attestor_core::day::Day;
use attestor_core::desk::role::Role;
use attestor_core::mfa::rule::MfaRule;
use axum::http::StatusCode;
use serde_json::{Value as Json, json};

use self::made::{Logs, PORTAL, graph, request};
use crate::web::desk::tests::{Bureau, Got, Person};

/// The rule, as commands take it.
pub(in crate::web) fn rule() -> MfaRule {
    let text = include_str!("../../../../../frameworks/mfa/rule.yaml");
    MfaRule::load("rule.yaml", text).expect("the rule is in its form")
}

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

/// A site with the logs and accounts of the worked examples, and somebody who reads all.
fn contoso() -> (Bureau, Person) {
    let bureau = Bureau::with_reports();
    let logs = Logs::open(&bureau);
    logs.import("Contoso", &made::examples());
    logs.directory("Contoso", day("2026-11-21"), &made::directory());
    let owner = bureau.person("Attestation Board", "Olga Owner", Role::ProgramOwner);
    (bureau, owner)
}

fn json_of(got: &Got) -> Json {
    assert_eq!(got.status, StatusCode::OK, "{}", got.body);
    serde_json::from_str(&got.body).expect("JSON")
}

const REPORT: &str = "/mfa/Contoso?day=2026-11-22";

#[test]
fn the_page_shows_the_worked_examples_with_their_arithmetic() {
    let (bureau, owner) = contoso();
    let got = bureau.get(&owner, REPORT);
    assert_eq!(got.status, StatusCode::OK, "{}", got.body);
    for words in [
        "90<small>%</small>",
        "90 of 100 enabled accounts. 10 of 110 accounts are disabled and not counted.",
        "20<small>%</small>",
        "2 of 10 operations were made after an MFA check.",
        "40<small>%</small>",
        "2 of 5 requests carried an MFA claim. 5 app-only requests are not counted.",
        "8 operations without MFA",
        "Nov 16: 0 with MFA, 0 without, 5 app-only",
        "No policy covers the user, or one leaves the user out",
        "Policy “Everybody with MFA”",
        "10 enabled accounts are not held to MFA",
        "in the report of November 24, 2026",
        "john@contoso.example",
    ] {
        assert!(got.has(words), "{words}\n{}", got.body);
    }
    assert!(!got.has("sign-in based approximation") && !got.has("not offered"));
}

#[test]
fn the_report_has_the_same_numbers_as_data() {
    let (bureau, owner) = contoso();
    let report = json_of(&bureau.get(&owner, "/api/v1/mfa/Contoso/report?day=2026-11-22"));
    assert_eq!(report["configuration"]["percent"], json!(90.0));
    assert_eq!((&report["portal"]["part"], &report["portal"]["whole"]), (&json!(2), &json!(10)));
    assert_eq!(report["api"]["percent"], json!(40.0));
    assert_eq!(report["api"]["app_only_omitted"], json!(5));
    assert_eq!(report["window"]["from"], json!("2026-11-15T00:00:00.000000Z"));
    assert_eq!(report["configuration"]["enforced_by"][0]["accounts"], json!(90));
    assert_eq!(report["configuration"]["lacking"][0]["near"][0]["why"], json!("excluded"));
    let file = bureau.get(&owner, "/mfa/Contoso/files/report.json?day=2026-11-22");
    assert_eq!(json_of(&file), report);
}

#[test]
fn files_have_the_names_of_the_public_interfaces() {
    let (bureau, owner) = contoso();
    let file = |name: &str| {
        let got = bureau.get(&owner, &format!("/mfa/Contoso/files/{name}?day=2026-11-22"));
        assert_eq!(got.status, StatusCode::OK, "{name}: {}", got.body);
        let name =
            format!("attachment; filename=\"attestor-mfa-{}", name.split('.').next().unwrap());
        let told = got.headers["content-disposition"].to_str().expect("text");
        assert!(told.starts_with(&name), "{told}");
        got.body
    };
    assert_eq!(
        file("without-mfa-portal.csv"),
        "\u{feff}objectId,tenantId,upn,lastNonMfaCompliantRequestDateTime,channel\r\n\
         00000000-0000-4000-8000-000000000002,,john@contoso.example,2026-11-16T14:40:05.000000Z,portal\r\n\
         00000000-0000-4000-8000-000000000001,,jane@contoso.example,2026-11-15T09:12:03.000000Z,portal\r\n"
    );
    assert_eq!(
        file("api-summary.csv"),
        "\u{feff}loginDate,mfaCompliantRequestCount,totalRequestCount,applicationId,applicationName,channel\r\n\
         2026-11-17,2,2,00000000-0000-4000-8000-000000000900,Fabrikam Sync,api\r\n\
         2026-11-15,0,3,00000000-0000-4000-8000-000000000900,Fabrikam Sync,api\r\n"
    );
    let requests: Json = serde_json::from_str(&file("api-requests.json")).expect("JSON");
    let times: Vec<&str> = requests
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|it| it["requestDateTime"].as_str())
        .collect();
    assert_eq!(times.len(), 5);
    assert!(times.is_sorted_by(|left, right| left >= right), "{times:?}");
    assert_eq!(requests[0]["mfaCompliant"], json!(true));
    let accounts = file("accounts.csv");
    assert_eq!(accounts.lines().count(), 101);
    assert!(accounts.contains("jane@contoso.example,true,policy Everybody with MFA,"));
    assert!(accounts.contains("john@contoso.example,false,,"));
}

#[test]
fn a_name_that_looks_like_a_formula_stays_a_text() {
    let bureau = Bureau::with_reports();
    let user = (7, "=hyperlink(1)@contoso.example");
    let log = [request("2026-11-20T10:00:00Z", "portal", Some(user), false)];
    Logs::open(&bureau).import("Contoso", &log.join("\n"));
    let owner = bureau.person("Attestation Board", "Olga Owner", Role::ProgramOwner);
    let got = bureau.get(&owner, "/mfa/Contoso/files/without-mfa-portal.csv?day=2026-11-22");
    assert!(got.has(",'=hyperlink(1)@contoso.example,"), "{}", got.body);
    let page = bureau.get(&owner, REPORT);
    assert!(page.has("=hyperlink(1)@contoso.example"), "{}", page.body);
}

#[test]
fn lists_as_data_have_the_public_shapes() {
    let (bureau, owner) = contoso();
    let get =
        |address: &str| json_of(&bureau.get(&owner, &format!("/api/v1/mfa/Contoso/{address}")));
    let principals = get("nonMfaCompliantPartnerPrincipals?day=2026-11-22");
    assert_eq!(principals["attributes"]["objectType"], json!("Collection"));
    assert_eq!(principals["totalCount"], json!(3), "the portal and the API, told apart by channel");
    assert_eq!(principals["items"][2]["channel"], json!("api"));
    let adoption = get("applicationmfaadoptionstatus?startDate=2026-11-16&endDate=2026-11-17");
    assert_eq!(adoption.as_array().map(Vec::len), Some(1));
    assert_eq!(adoption[0]["mfaCompliantRequestCount"], json!(2));
    let requests = get("partnerRequests?day=2026-11-22");
    assert_eq!(requests["items"][0]["operationName"], json!("Get /v1/customers"));
    for bad in [
        "report?day=tomorrow",
        "report?day=2026-11-24",
        "report?when=now",
        "applicationmfaadoptionstatus?startDate=2026-11-17&endDate=2026-11-16",
        "applicationmfaadoptionstatus?startDate=2020-01-01&endDate=2026-01-01",
    ] {
        let got = bureau.get(&owner, &format!("/api/v1/mfa/Contoso/{bad}"));
        assert_eq!(got.status, StatusCode::BAD_REQUEST, "{bad}");
    }
}

#[test]
fn the_requests_behind_a_cause_are_shown() {
    let (bureau, owner) = contoso();
    let page = bureau.get(&owner, REPORT);
    let start =
        page.body.split("href=\"/mfa/Contoso/users?").nth(1).expect("a way to the requests");
    let query = start.split('"').next().expect("an address").replace("&#38;", "&");
    let got = bureau.get(&owner, &format!("/mfa/Contoso/users?{query}"));
    assert_eq!(got.status, StatusCode::OK, "{}", got.body);
    assert_eq!(got.body.matches("<tr><th scope=\"row\">").count(), 5, "{}", got.body);
    let broken = bureau.get(&owner, "/mfa/Contoso/users?id=x&day=2026-11-22");
    assert_eq!(broken.status, StatusCode::BAD_REQUEST);
}

#[test]
fn members_read_their_own_report_and_few_read_all() {
    let (bureau, owner) = contoso();
    Logs::open(&bureau).import("northwind", &made::examples());
    let publisher = bureau.publisher();
    let customer = bureau.person("Northwind", "Nora North", Role::CustomerAdmin);
    let auditor = bureau.person("Attestation Board", "Arno Auditor", Role::Auditor);
    let analyst = bureau.analyst();
    let status = |person: &Person, address: &str| bureau.get(person, address).status;
    let addresses = [
        "/mfa/{}",
        "/mfa/{}/files/api-summary.csv",
        "/mfa/{}/users?upn=x",
        "/api/v1/mfa/{}/report",
    ];
    for address in addresses {
        let (contoso, northwind) =
            (address.replace("{}", "Contoso"), address.replace("{}", "northwind"));
        // The desk's organization has the name of the one, and the id of the other.
        assert_eq!(status(&publisher, &contoso), StatusCode::OK, "{contoso}");
        assert_eq!(status(&publisher, &northwind), StatusCode::NOT_FOUND, "{northwind}");
        assert_eq!(status(&customer, &northwind), StatusCode::OK, "{northwind}");
        assert_eq!(status(&customer, &contoso), StatusCode::NOT_FOUND, "{contoso}");
        assert_eq!(status(&publisher, &address.replace("{}", "contoso")), StatusCode::NOT_FOUND);
        for person in [&owner, &auditor] {
            assert_eq!(status(person, &contoso), StatusCode::OK, "{contoso}");
            assert_eq!(status(person, &address.replace("{}", "nobody")), StatusCode::NOT_FOUND);
        }
        assert_eq!(status(&analyst, &contoso), StatusCode::FORBIDDEN, "{contoso}");
    }
    let all = bureau.get(&auditor, "/mfa");
    assert!(all.has("Contoso") && all.has("northwind"), "{}", all.body);
    assert_eq!(bureau.get(&publisher, "/mfa").location(), "/mfa/Contoso");
    let listed = json_of(&bureau.get(&customer, "/api/v1/mfa"));
    assert_eq!(listed["organizations"].as_array().map(Vec::len), Some(1));
}

#[test]
fn only_app_only_requests_are_no_activity() {
    let bureau = Bureau::with_reports();
    let log: Vec<String> =
        (0..5).map(|at| request(&format!("2026-11-20T10:00:0{at}Z"), "api", None, false)).collect();
    Logs::open(&bureau).import("Contoso", &log.join("\n"));
    let owner = bureau.person("Attestation Board", "Olga Owner", Role::ProgramOwner);
    let got = bureau.get(&owner, REPORT);
    assert_eq!(got.body.matches("no activity</p>").count(), 2, "{}", got.body);
    assert!(got.has("5 app-only requests are not counted.") && !got.has("<small>%</small>"));
    let report = json_of(&bureau.get(&owner, "/api/v1/mfa/Contoso/report?day=2026-11-22"));
    assert_eq!(report["api"]["percent"], Json::Null);
    let before = bureau.get(&owner, "/mfa/Contoso?day=2026-11-10");
    assert!(before.has("There is no activity in these seven days"), "{}", before.body);
    let after = bureau.get(&owner, "/mfa/Contoso");
    assert!(!after.has("There is no activity"), "app-only requests are activity: {}", after.body);
}

#[test]
fn sign_ins_are_told_as_an_approximation() {
    let bureau = Bureau::with_reports();
    let logs = Logs::open(&bureau);
    logs.set("Contoso", |settings| settings.portal_ids = vec![PORTAL.to_owned()]);
    logs.import("Contoso", &graph("2026-11-20T10:00:00Z"));
    let owner = bureau.person("Attestation Board", "Olga Owner", Role::ProgramOwner);
    let got = bureau.get(&owner, REPORT);
    assert!(got.has("A sign-in based approximation"), "{}", got.body);
    assert!(got.has("0 of 1 operations were made after an MFA check."), "{}", got.body);
}

#[test]
fn the_report_is_not_offered_in_a_sovereign_cloud() {
    let (bureau, owner) = contoso();
    Logs::open(&bureau).set("Contoso", |settings| settings.cloud = "us-government".to_owned());
    let got = bureau.get(&owner, REPORT);
    assert_eq!(got.status, StatusCode::OK);
    assert!(got.has("The report is not offered in this cloud"), "{}", got.body);
    assert!(!got.has("class=\"card pad metric\"") && !got.has("/files/"), "{}", got.body);
    let report = json_of(&bureau.get(&owner, "/api/v1/mfa/Contoso/report?day=2026-11-22"));
    assert_eq!((&report["offered"], &report["portal"]["whole"]), (&json!(false), &json!(0)));
    let requests = bureau.get(&owner, "/api/v1/mfa/Contoso/partnerRequests?day=2026-11-22");
    assert_eq!(requests.status, StatusCode::NOT_FOUND);
}

#[test]
fn a_report_of_its_day_stands_and_a_late_log_shows_in_a_replay() {
    let (bureau, owner) = contoso();
    let portal = |address: &str| {
        let report = json_of(&bureau.get(&owner, address));
        report["portal"]["whole"].clone()
    };
    let today = "/api/v1/mfa/Contoso/report?day=2026-11-23";
    assert_eq!(portal(today), json!(7), "the first day has left the window");
    let late = |second: u8| {
        request(
            &format!("2026-11-20T10:00:0{second}Z"),
            "portal",
            Some((1, "jane@contoso.example")),
            false,
        )
    };
    let logs = Logs::open(&bureau);
    logs.import("Contoso", &late(1));
    assert_eq!(portal(today), json!(8), "on its day, a report is made anew");
    let earlier = "/api/v1/mfa/Contoso/report?day=2026-11-22";
    assert_eq!(portal(earlier), json!(11));
    bureau.clock.advance_days(1);
    logs.import("Contoso", &late(2));
    assert_eq!(portal(today), json!(8), "from the next day on it stands");
    assert_eq!(portal(earlier), json!(12), "made later than on its day, it does not");
    let replay = logs.replay("Contoso", day("2026-11-23")).expect("a kept report");
    assert!(replay.differences.contains(&"/portal/whole".to_owned()), "{replay:?}");
    let same = logs.replay("Contoso", day("2026-11-22")).expect("a kept report");
    assert_eq!(same.differences, Vec::<String>::new());
    assert_eq!(logs.replay("Contoso", day("2026-11-01")), None);
}

#[test]
fn what_is_kept_is_read_without_computing() {
    let (bureau, owner) = contoso();
    assert_eq!(bureau.get(&owner, REPORT).status, StatusCode::OK);
    let reports = bureau.site.reports.clone().expect("reports");
    // Somebody holds what computes; a kept report needs nothing of it.
    let held = bureau.on(reports.hold());
    let kept = bureau.on(reports.report("Contoso", day("2026-11-22"))).expect("a report");
    drop(held);
    assert_eq!(kept.portal.share.whole, 10);
}

#[test]
fn shares_have_one_digit_and_are_rounded_down() {
    let formats = crate::languages::Formats::of(crate::languages::Language::English).expect("data");
    assert_eq!(formats.tenths(2999, 3000).as_deref(), Some("99.9"));
    assert_eq!(formats.tenths(90, 100).as_deref(), Some("90"));
    assert_eq!(formats.tenths(1, 1).as_deref(), Some("100"));
    assert_eq!(formats.tenths(0, 3).as_deref(), Some("0"));
    assert_eq!(formats.tenths(0, 0), None);
}

#[test]
fn every_cause_and_every_missing_file_has_words() {
    use attestor_core::mfa::diagnosis::Cause;
    use attestor_core::mfa::directory::{MissReason, Missing};
    let phrases = crate::phrases::Phrases::load("en-US").expect("phrases");
    let causes =
        Cause::ALL.iter().flat_map(|it| [format!("mfa-cause-{it}"), it.fix_key(), it.verify_key()]);
    let missing = Missing::ALL.iter().map(|it| format!("mfa-missing-{it}"));
    let near = MissReason::ALL.iter().map(|it| format!("mfa-near-{it}"));
    for key in causes.chain(missing).chain(near) {
        assert!(!phrases.word(&key).starts_with('['), "{key}");
    }
    for one in Missing::ALL.iter().filter(|it| it.needs_license()) {
        let words = phrases.word(&format!("mfa-missing-{one}"));
        assert!(words.contains("license"), "{one}: {words}");
    }
}
