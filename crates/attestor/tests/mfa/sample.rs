//! Logs with the numbers of the published examples: 2 of 10 operations in the portal, and 2 of 5
//! requests at the API beside 5 of an application alone.

use std::fmt::Write as _;
use std::path::Path;

use serde_json::Value;

use super::run::{attestor, json};

/// The portal and the API of the logs.
pub const PORTAL: &str = "fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd";
pub const API: &str = "00000003-0000-0000-c000-000000000000";

/// A day of the report whose window holds the samples.
pub const DAY: &str = "2026-11-22";

/// A request of the log with claims.
fn request(at: u32, channel: &str, day: u32, user: Option<&str>, mfa: bool) -> String {
    let who = user.map_or(r#""authType":"appOnly""#.to_owned(), |user| {
        format!(
            r#""userId":"00000000-0000-4000-8000-{user:0>12}","upn":"User{user}@contoso.example""#
        )
    });
    let claim = if mfa { r#"["pwd","mfa"]"# } else { r#"["pwd"]"# };
    format!(
        "{{\"requestId\":\"10000000-0000-4000-8000-{at:012}\",\"time\":\"2026-11-{day:02}T10:00:{:02}Z\",\
         \"channel\":\"{channel}\",{who},\"tenantId\":\"6e6aef4a-4ca9-40a8-b5bf-b53a1923c540\",\
         \"applicationId\":\"60a00bf2-0644-4279-83b3-87ddf96f2509\",\"applicationName\":\"=Fabrikam\",\
         \"operation\":\"Get /v1/customers\",\"sourceIp\":\"192.0.2.1\",\"amr\":{claim}}}\n",
        at % 60
    )
}

/// The published examples as one log: the portal's week, and the API's.
pub fn requests() -> String {
    let mut text = String::new();
    let mut add = |count: u32, channel: &str, day: u32, user: Option<&str>, mfa: bool| {
        let first = u32::try_from(text.lines().count()).unwrap();
        for at in first..first + count {
            text.push_str(&request(at, channel, day, user, mfa));
        }
    };
    add(3, "portal", 15, Some("1"), false);
    add(5, "portal", 16, Some("2"), false);
    add(2, "portal", 17, Some("1"), true);
    add(3, "api", 15, Some("3"), false);
    add(5, "api", 16, None, false);
    add(2, "api", 17, Some("3"), true);
    // A day too early, which no window of the report holds.
    add(1, "portal", 14, Some("4"), false);
    text
}

/// So many requests at the API on one day.
pub fn many(count: u32) -> String {
    let mut text = String::new();
    for at in 0..count {
        let minute = at / 60 % 60;
        let line = request(at, "api", 20, Some("5"), at % 3 == 0);
        let time = format!("T{:02}:{minute:02}:{:02}Z", at / 3600, at % 60);
        writeln!(text, "{}", line.trim_end().replace(&format!("T10:00:{:02}Z", at % 60), &time))
            .unwrap();
    }
    text
}

/// Runs a command on sign-in logs in a folder; its JSON.
pub fn mfa(folder: &Path, args: &[&str]) -> Value {
    json(folder, &with_folder(args, &["--format", "json"]))
}

/// A command on sign-in logs with its folder.
pub fn with_folder<'a>(args: &[&'a str], more: &[&'a str]) -> Vec<&'a str> {
    [&["mfa"], args, &["--data-dir", "data"], more].concat()
}

/// Takes a log in that has to be good.
pub fn ingest(folder: &Path, name: &str, text: &str) -> Value {
    std::fs::write(folder.join(name), text).unwrap();
    let args = ["ingest", name, "--org", "Contoso", "--portal-id", PORTAL, "--api-id", API];
    let output = attestor(folder, &with_folder(&args, &["--format", "json"]));
    let talk = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{talk}");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// How many events there are, and how many different ones.
pub fn counted(folder: &Path) -> (u64, u64) {
    let sql = "select count(*) as n, count(distinct request_id) as d from events";
    let found = mfa(folder, &["query", sql]);
    let number = |name: &str| found[0][name].as_str().unwrap().parse().unwrap();
    (number("n"), number("d"))
}
