//! Logs and directories made for tests, and the way they come in: as commands bring them.

use std::fs;

use attestor_core::day::Day;
use attestor_lake::Import;
use serde_json::{Value as Json, json};

use super::rule;
use crate::actions::mfa::Mfa;
use crate::actions::mfa::report::Replay;
use crate::actions::mfa::settings::Settings;
use crate::web::desk::tests::Bureau;

/// The id of the portal in sign-ins.
pub(super) const PORTAL: &str = "fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd";

/// What brings logs in beside a running site.
pub(super) struct Logs<'b>(&'b Bureau);

impl<'b> Logs<'b> {
    /// Beside a site.
    pub(super) const fn open(bureau: &'b Bureau) -> Self {
        Self(bureau)
    }

    fn with<T>(&self, act: impl AsyncFnOnce(&mut Mfa) -> T) -> T {
        let Self(bureau) = self;
        bureau.on(async {
            let opened = Mfa::open((bureau.folder(), None), rule(), bureau.clock.clone()).await;
            act(&mut opened.expect("a lake")).await
        })
    }

    /// Takes a log in.
    pub(super) fn import(&self, organization: &str, text: &str) {
        let path = self.0.folder().join("log.ndjson");
        fs::write(&path, text).expect("a file");
        self.with(async |mfa| {
            let settings = mfa.settings(organization).await.expect("settings");
            mfa.keep_settings(&settings).await.expect("kept");
            let import = Import {
                organization,
                from: &[path.display().to_string()],
                channels: settings.channels(),
                rule: mfa.rule.clone(),
                rejects: &mfa.rejects(),
                now: mfa.now(),
            };
            let done = mfa.lake.import(&import).await.expect("imported");
            assert_eq!((done.rejected(), done.added > 0), (0, true), "{done:?}");
        });
    }

    /// Takes a directory in.
    pub(super) fn directory(&self, organization: &str, day: Day, facts: &[Json]) {
        let path = self.0.folder().join("facts.ndjson");
        let lines: Vec<String> = facts.iter().map(ToString::to_string).collect();
        fs::write(&path, lines.join("\n")).expect("a file");
        let paths = [path.display().to_string()];
        let kept = self.with(async |mfa| mfa.keep_directory(organization, day, &paths).await);
        assert!(kept.expect("kept").rejected.is_empty());
    }

    /// Changes what is set for an organization.
    pub(super) fn set(&self, organization: &str, change: impl FnOnce(&mut Settings)) {
        self.with(async |mfa| {
            let mut settings = mfa.settings(organization).await.expect("settings");
            change(&mut settings);
            mfa.keep_settings(&settings).await.expect("kept");
        });
    }

    /// Computes a kept report again.
    pub(super) fn replay(&self, organization: &str, day: Day) -> Option<Replay> {
        self.with(async |mfa| mfa.replay(organization, day).await.expect("replayed"))
    }
}

fn id(number: u32) -> String {
    format!("00000000-0000-4000-8000-{number:012}")
}

/// A request of the log with claims: of a user by number and name, or of an app alone.
pub(super) fn request(
    time: &str,
    channel: &str,
    user: Option<(u32, &str)>,
    with_mfa: bool,
) -> String {
    let mut claims = json!({
        "amr": if with_mfa { vec!["pwd", "mfa"] } else { vec!["pwd"] },
        "appid": id(900), "app_displayname": "Fabrikam Sync",
    });
    match user {
        Some((number, upn)) => {
            claims["oid"] = json!(id(number));
            claims["upn"] = json!(upn);
        }
        None => claims["idtyp"] = json!("app"),
    }
    let record = json!({
        "requestId": format!("{time} {channel}"), "time": time, "channel": channel,
        "operation": "Get /v1/customers", "sourceIp": "192.0.2.7", "claims": claims,
    });
    record.to_string()
}

/// A sign-in of Microsoft Graph at the portal without a second factor.
pub(super) fn graph(time: &str) -> String {
    let record = json!({
        "id": "s-1", "createdDateTime": time, "userId": id(1), "userPrincipalName": "jane@contoso.example",
        "appId": PORTAL, "resourceId": PORTAL, "status": {"errorCode": 0},
        "signInEventTypes": ["interactiveUser"],
        "authenticationRequirement": "singleFactorAuthentication",
    });
    record.to_string()
}

/// The operations and requests of the worked examples: 3 and 5 without, 2 with; 3 without, 5 of an
/// app alone, 2 with.
pub(super) fn examples() -> String {
    let jane = Some((1, "jane@contoso.example"));
    let john = Some((2, "john@contoso.example"));
    let of = |time: &str, many: u32, channel: &str, user, with_mfa| {
        let one = |at: u32| request(&format!("{time}:{at:02}Z"), channel, user, with_mfa);
        (1..=many).map(one).collect::<Vec<_>>().join("\n")
    };
    [
        of("2026-11-15T09:12", 3, "portal", jane, false),
        of("2026-11-16T14:40", 5, "portal", john, false),
        of("2026-11-17T10:00", 2, "portal", jane, true),
        of("2026-11-15T08:00", 3, "api", jane, false),
        of("2026-11-16T08:00", 5, "api", None, false),
        of("2026-11-17T08:00", 2, "api", jane, true),
    ]
    .join("\n")
}

/// 110 accounts, 10 of them disabled; a policy holds 90 of the others to multifactor authentication.
pub(super) fn directory() -> Vec<Json> {
    let name = |number: u32| match number {
        1 => "jane@contoso.example".to_owned(),
        2 => "john@contoso.example".to_owned(),
        other => format!("user{other}@contoso.example"),
    };
    let mut facts: Vec<Json> = (1..=110)
        .map(|number| {
            json!({
                "id": id(number), "userPrincipalName": name(number),
                "accountEnabled": number <= 100, "userType": "Member",
                "createdDateTime": "2026-01-01T00:00:00Z",
            })
        })
        .collect();
    let states =
        (1..=110).map(|number| json!({"userId": id(number), "perUserMfaState": "disabled"}));
    facts.extend(states);
    let excluded: Vec<String> = std::iter::once(2).chain(92..=100).map(id).collect();
    facts.push(json!({
        "id": id(700), "displayName": "Everybody with MFA", "state": "enabled",
        "modifiedDateTime": "2026-06-01T00:00:00Z",
        "conditions": {
            "users": {"includeUsers": ["All"], "excludeUsers": excluded},
            "applications": {"includeApplications": ["All"]},
        },
        "grantControls": {"operator": "OR", "builtInControls": ["mfa"]},
    }));
    facts.push(json!({"id": "defaults", "isEnabled": false}));
    facts.push(json!({"id": "contoso.example", "authenticationType": "Managed"}));
    facts
}
