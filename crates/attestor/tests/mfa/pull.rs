//! Sign-ins come from a server in the manner of Microsoft Graph.

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

use super::graph::{CLIENT, Contents, DIRECTORY, Fake, SECRET, Whim, sign_in};
use super::run::folder;
use super::sample::{PORTAL, counted, mfa};

/// A command that pulls from the server, with the secret in its environment.
pub fn pulling(fake: &Fake, folder: &Path, more: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_attestor"));
    let ids = ["--directory-id", DIRECTORY, "--client-id", CLIENT, "--portal-id", PORTAL];
    let servers = ["--graph", fake.url.as_str(), "--login", fake.url.as_str()];
    command
        .current_dir(folder)
        .args(["mfa", "pull", "--org", "Contoso", "--data-dir", "data", "--format", "json"])
        .args(ids)
        .args(servers)
        .args(more)
        .env("ATTESTOR_GRAPH_SECRET", SECRET)
        .env("NO_PROXY", "127.0.0.1");
    command
}

/// What a pull from the server says, with its exit code.
pub fn pull(fake: &Fake, folder: &Path, more: &[&str]) -> (Option<i32>, Value) {
    let Output { status, stdout, stderr } = pulling(fake, folder, more).output().unwrap();
    let talk = String::from_utf8_lossy(&stderr);
    let said = serde_json::from_slice(&stdout).unwrap_or_else(|_| panic!("{status}: {talk}"));
    (status.code(), said)
}

/// Sign-ins of all four kinds: seven interactive ones, five, four and three of the others.
pub fn contents() -> Contents {
    let mut contents = Contents::default();
    let kinds = ["interactiveUser", "nonInteractiveUser", "servicePrincipal", "managedIdentity"];
    let mut number = 0;
    for (kind, count) in kinds.into_iter().zip([7, 5, 4, 3]) {
        let rows = (0..count).map(|at| {
            number += 1;
            sign_in(number, kind, &format!("2026-11-{:02}T10:00:00Z", 20 - at), at % 2 == 0)
        });
        contents.sign_ins.insert(kind, rows.collect());
    }
    contents
}

/// What became of a kind.
pub fn of<'v>(said: &'v Value, kind: &str) -> &'v Value {
    let all = said["sign_ins"].as_array().unwrap();
    all.iter().find(|one| one["kind"] == kind).unwrap()
}

fn added(said: &Value) -> u64 {
    said["sign_ins"].as_array().unwrap().iter().map(|one| one["added"].as_u64().unwrap()).sum()
}

#[test]
fn all_kinds_of_sign_ins_come_by_pages_and_the_next_pull_adds_only_what_is_new() {
    let (folder, fake) = (folder(), Fake::start(contents()));
    let (_, said) = pull(&fake, folder.path(), &["--from", "2026-11-01"]);
    assert_eq!(added(&said), 19, "{said:#}");
    assert_eq!(of(&said, "managedIdentity")["added"], 3);
    assert_eq!(counted(folder.path()), (19, 19));

    // One that is late, one that is new, one that is new and too old to be looked for.
    for (number, time) in [
        (100, "2026-11-20T05:00:00Z"),
        (101, "2026-11-21T05:00:00Z"),
        (102, "2026-11-12T05:00:00Z"),
    ] {
        let row = sign_in(number, "interactiveUser", time, true);
        fake.contents().sign_ins.get_mut("interactiveUser").unwrap().push(row);
    }
    fake.asked("");
    let (_, said) = pull(&fake, folder.path(), &[]);
    assert_eq!(added(&said), 2, "{said:#}");
    assert_eq!(of(&said, "interactiveUser")["from"], "2026-11-20T04:00:00.000000Z");
    assert_eq!(of(&said, "interactiveUser")["read"], 3);
    assert_eq!(counted(folder.path()), (21, 21));
    // A day that is asked for is read again, and counts nothing twice.
    let (_, said) = pull(&fake, folder.path(), &["--from", "2026-11-01"]);
    assert_eq!((added(&said), counted(folder.path())), (1, (22, 22)));
}

#[test]
fn sign_ins_from_the_server_are_counted_as_those_from_files() {
    let (folder, fake) = (folder(), Fake::start(contents()));
    pull(&fake, folder.path(), &["--from", "2026-11-01"]);
    let report = mfa(folder.path(), &["report", "--org", "Contoso", "--day", "2026-11-22"]);
    // From November 15 on: six of seven interactive ones, five others of users.
    assert_eq!((&report["portal"]["part"], &report["portal"]["whole"]), (&6.into(), &11.into()));
    assert_eq!(report["approximation"], true);
}

#[test]
fn whims_of_the_server_lose_nothing() {
    let mut contents = contents();
    let path = "/beta/auditLogs/signIns";
    contents.whims = vec![
        (path, 1, Whim::Later(429, Some(1))),
        (path, 3, Whim::Expire),
        (path, 5, Whim::Later(503, None)),
        (path, 7, Whim::Cut),
        (path, 9, Whim::Break),
        (path, 11, Whim::Later(504, None)),
    ];
    let (folder, fake) = (folder(), Fake::start(contents));
    let (_, said) = pull(&fake, folder.path(), &["--from", "2026-11-01"]);
    assert!(fake.contents().whims.is_empty(), "{:?}", fake.contents().whims);
    for one in said["sign_ins"].as_array().unwrap() {
        assert_eq!(one["why"], Value::Null, "{said:#}");
    }
    assert_eq!(counted(folder.path()), (19, 19));
    assert_eq!(fake.asked("/oauth2/v2.0/token").len(), 2, "one token was renewed");
}

#[test]
fn a_page_that_stays_broken_is_told_and_what_came_before_is_kept() {
    let mut contents = contents();
    let path = "/beta/auditLogs/signIns";
    contents.whims = (2..5).map(|at| (path, at, Whim::Cut)).collect();
    let (folder, fake) = (folder(), Fake::start(contents));
    let (code, said) = pull(&fake, folder.path(), &["--from", "2026-11-01"]);
    assert_eq!(code, Some(1));
    let one = of(&said, "interactiveUser");
    assert!(one["why"].as_str().unwrap().contains("not a page of JSON"), "{said:#}");
    assert_eq!((&one["added"], counted(folder.path()).0), (&2.into(), 14));
    // The next pull goes on at that page.
    fake.asked("");
    let (_, said) = pull(&fake, folder.path(), &[]);
    assert_eq!(of(&said, "interactiveUser")["resumed"], true);
    let asked = fake.asked("interactiveUser");
    assert!(asked[0].ends_with("|2"), "{asked:?}");
    assert_eq!(counted(folder.path()), (19, 19));
}

#[test]
fn a_page_at_another_server_is_not_followed() {
    for whim in [Whim::Astray, Whim::Circle] {
        let mut contents = contents();
        contents.whims = vec![("/beta/auditLogs/signIns", 1, whim.clone())];
        let (folder, fake) = (folder(), Fake::start(contents));
        let (code, said) = pull(&fake, folder.path(), &["--from", "2026-11-01"]);
        assert_eq!(code, Some(1));
        let why = of(&said, "interactiveUser")["why"].as_str().unwrap();
        let expected = if whim == Whim::Astray { "`graph.example.org`" } else { "circle" };
        assert!(why.contains(expected), "{why}");
        assert_eq!(counted(folder.path()).0, 14);
        // Nothing leads there the next time.
        pull(&fake, folder.path(), &["--from", "2026-11-01"]);
        assert_eq!(counted(folder.path()), (19, 19));
    }
}

#[test]
fn a_missing_license_or_permission_is_told_in_words_and_the_rest_goes_on() {
    let mut contents = contents();
    let premium = Whim::Refuse(403, "Authentication_RequestFromNonPremiumTenantOrB2CTenant");
    contents.always = [
        ("/beta/auditLogs/signIns", premium.clone()),
        ("/v1.0/reports", premium),
        ("/v1.0/identity/conditionalAccess", Whim::Refuse(403, "Authorization_RequestDenied")),
    ]
    .into();
    let domain = serde_json::json!([{"id": "contoso.example", "authenticationType": "Managed"}]);
    contents.objects.insert("/v1.0/domains".to_owned(), domain);
    let (folder, fake) = (folder(), Fake::start(contents));
    let (code, said) = pull(&fake, folder.path(), &[]);
    assert_eq!(code, Some(1));
    let why = of(&said, "nonInteractiveUser")["why"].as_str().unwrap();
    assert!(why.contains("Microsoft Entra ID P1 or P2"), "{why}");
    let missing = said["directory"]["missing"].as_array().unwrap();
    let policies = missing.iter().find(|one| one["piece"] == "policies").unwrap();
    let advice = policies["advice"].as_str().unwrap();
    assert!(advice.contains("Policy.Read.All"), "{advice}");
    assert_eq!(said["directory"]["read"], serde_json::json!({"domain": 1}));
}

#[test]
fn a_wrong_secret_is_told_and_never_shown() {
    let (folder, fake) = (folder(), Fake::start(contents()));
    let wrong = "hunter2-is-not-it";
    std::fs::write(folder.path().join("secret.txt"), format!("{wrong}\n")).unwrap();
    let file = ["--client-secret-file", "secret.txt"];
    let output = pulling(&fake, folder.path(), &file).output().unwrap();
    let talk = [output.stdout, output.stderr].concat();
    let talk = String::from_utf8_lossy(&talk);
    assert_eq!(output.status.code(), Some(2), "{talk}");
    assert!(talk.contains("AADSTS7000215") && talk.contains("the secret is wrong"), "{talk}");
    assert!(!talk.contains(wrong) && !talk.contains(SECRET), "{talk}");
    // The good one works from a file with a line break at its end.
    std::fs::write(folder.path().join("secret.txt"), format!("{SECRET}\r\n")).unwrap();
    let (_, said) =
        pull(&fake, folder.path(), &["--client-secret-file", "secret.txt", "--from", "2026-11-01"]);
    assert_eq!(added(&said), 19);
    let kept = find(folder.path(), SECRET.as_bytes());
    assert!(kept.iter().all(|path| path.ends_with("secret.txt")), "{kept:?}");
}

/// The files below a folder that hold some bytes.
fn find(folder: &Path, bytes: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(find(&path, bytes));
        } else if std::fs::read(&path).unwrap().windows(bytes.len()).any(|it| it == bytes) {
            found.push(path.display().to_string());
        }
    }
    found
}

#[test]
fn without_a_secret_or_a_server_the_command_says_what_to_do() {
    let (folder, fake) = (folder(), Fake::start(contents()));
    let output = pulling(&fake, folder.path(), &[]).env_remove("ATTESTOR_GRAPH_SECRET").output();
    let output = output.unwrap();
    assert_eq!(output.status.code(), Some(2));
    let talk = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(talk.contains("ATTESTOR_GRAPH_SECRET"), "{talk}");
    let open = ["--graph", "http://graph.microsoft.com"];
    let output = super::run::attestor(folder.path(), &[&["mfa", "pull"], &open[..]].concat());
    let talk = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(talk.contains("https://"), "{talk}");
}
