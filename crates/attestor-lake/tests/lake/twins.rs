//! Each statement of SQL beside the same in plain Rust, on rows made by chance, in three zones.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use attestor_core::day::Day;
use attestor_core::mfa::diagnosis::Activities;
use attestor_core::mfa::event::{AuthType, Channel, Event};
use attestor_core::mfa::key::Key;
use attestor_core::mfa::metric::{self, Rollups, Window};
use attestor_core::mfa::moment::Micros;
use attestor_core::mfa::zone::Zone;
use attestor_lake::{Export, Lake};
use proptest::collection::vec;
use proptest::prelude::*;

use super::made::channels;
use super::{NOW, day, events, import, open, rule};

/// What a row is made of; each number chooses among few, so that rows fall together.
#[derive(Debug, Clone)]
struct Chance {
    minute: u32,
    user: u8,
    app: u8,
    channel: u8,
    kind: u8,
    mfa: bool,
    failed: bool,
}

fn chance() -> impl Strategy<Value = Chance> {
    // Twelve days, most of them at the edges of days.
    let minute = (0..12_u32, prop_oneof![0..3_u32, 890..910_u32, 1430..1440_u32])
        .prop_map(|(day, minute)| day * 1440 + minute);
    (minute, 0..6_u8, 0..3_u8, 0..3_u8, 0..6_u8, any::<bool>(), prop::bool::weighted(0.1)).prop_map(
        |(minute, user, app, channel, kind, mfa, failed)| Chance {
            minute,
            user,
            app,
            channel,
            kind,
            mfa,
            failed,
        },
    )
}

impl Chance {
    /// The row as a line of a log: of sign-ins, or of requests with claims.
    fn line(&self, at: usize) -> String {
        let (day, minute) = (10 + self.minute / 1440, self.minute % 1440);
        let time = format!("2026-11-{day:02}T{:02}:{:02}:30Z", minute / 60, minute % 60);
        let id = format!("{:08x}-0000-4000-8000-{:012}", (at * 7919) % 65_536, at);
        // Nobody, four with ids, and somebody of whom only a name is known, with a mark in it.
        let (user, upn) = match self.user {
            0 => (String::new(), String::new()),
            5 => (String::new(), "O'Neil@example.org".to_owned()),
            user => (format!("00000000-0000-4000-8000-{user:012}"), format!("u{user}@example.org")),
        };
        let app = format!("10000000-0000-4000-8000-{:012}", self.app);
        let code = if self.failed { 50_074 } else { 0 };
        if self.kind < 3 {
            return self.sign_in(&[&id, &time, &user, &upn, &app], code);
        }
        let channel = ["portal", "api", "other"][usize::from(self.channel)];
        let claim = match (self.mfa, self.kind) {
            (true, 5) => r#""authnmethodsreferences":["http://schemas.example/multipleauthn"]"#,
            (true, _) => r#""amr":["pwd","mfa"]"#,
            (false, _) => r#""amr":["pwd"]"#,
        };
        format!(
            r#"{{"requestId":"{id}","time":"{time}","channel":"{channel}","userId":"{user}","upn":"{upn}","tenantId":"2000000{}-0000-4000-8000-000000000000","applicationId":"{app}","applicationName":"App {}","operation":"Get /{at}","sourceIp":"192.0.2.{}","errorCode":{code},{claim}}}"#,
            self.kind, self.app, self.app
        )
    }

    fn sign_in(&self, [id, time, user, upn, app]: &[&str; 5], code: u32) -> String {
        let ids = channels();
        let some = |keys: std::collections::HashSet<Key>| keys.into_iter().next().unwrap();
        let other = Key::of("00000002-0000-0000-c000-000000000000").unwrap();
        let resource = [some(ids.portal), some(ids.api), other][usize::from(self.channel)];
        let need = if self.mfa { "multiFactor" } else { "singleFactor" };
        let issuer = ["AzureAD", "ADFederationServices", "AzureAD"][usize::from(self.kind)];
        let client = ["Browser", "Browser", "IMAP4"][usize::from(self.kind)];
        let status = ["success", "notApplied", "notApplied"][usize::from(self.app)];
        format!(
            r#"{{"id":"{id}","createdDateTime":"{time}","userId":"{user}","userPrincipalName":"{upn}","servicePrincipalId":"s","appId":"{app}","appDisplayName":"","resourceId":"{resource}","ipAddress":"::1","clientAppUsed":"{client}","conditionalAccessStatus":"{status}","tokenIssuerType":"{issuer}","status":{{"errorCode":{code}}},"authenticationRequirement":"{need}Authentication"}}"#
        )
    }
}

type Rows<'e> = Vec<(Channel, &'e Event<'static>)>;

/// What the lists hold: requests of users that succeeded, in the portal or at the API.
fn counted<'e>(rows: &Rows<'e>, window: &Window) -> Rows<'e> {
    let is_in = |(channel, event): &&(Channel, &Event<'_>)| {
        *channel != Channel::Other
            && event.auth != AuthType::AppOnly
            && event.counts()
            && window.holds(event.ts)
    };
    rows.iter().filter(is_in).copied().collect()
}

/// Users without multifactor authentication: the last time first, then by id, name and channel.
fn principals(rows: &Rows<'_>) -> Vec<(Reverse<i64>, Option<Key>, String, String, Option<Key>)> {
    let mut all: BTreeMap<_, (i64, Option<Key>)> = BTreeMap::new();
    for (channel, event) in rows.iter().filter(|(_, event)| !event.mfa) {
        let who = (event.user_id, event.upn.to_string(), channel.to_string());
        let (last, directory) = all.entry(who).or_default();
        (*last, *directory) = ((*last).max(event.ts), (*directory).max(event.directory_id));
    }
    let row =
        |((id, upn, channel), (last, directory))| (Reverse(last), id, upn, channel, directory);
    let mut rows: Vec<_> = all.into_iter().map(row).collect();
    rows.sort();
    rows
}

/// All rows; the newest few are the first of them.
async fn exported(lake: &Lake, what: Export, days: (Day, Day, &Zone)) -> Vec<Vec<String>> {
    let all = newest(lake, what, days, None).await;
    for few in [0, 1, 4] {
        let first = all.get(..few).unwrap_or(&all);
        assert_eq!(newest(lake, what, days, Some(few)).await, first, "{what:?}: {few}");
    }
    all
}

async fn newest(
    lake: &Lake,
    what: Export,
    days: (Day, Day, &Zone),
    newest: Option<usize>,
) -> Vec<Vec<String>> {
    let both = [Channel::Portal, Channel::Api];
    let mut found = lake.export("Contoso", what, &both, days, newest).await.unwrap();
    let mut rows = Vec::new();
    while let Some(more) = found.next().await.unwrap() {
        rows.extend(more);
    }
    rows
}

fn id(key: Option<Key>) -> String {
    key.map_or_else(String::new, |key| key.to_string())
}

/// Who, what and when, as the files have them.
async fn same_files(lake: &Lake, rows: &Rows<'_>, (window, zone): (&Window, &Zone)) {
    let days = (window.first_day(), window.day, zone);
    let found = exported(lake, Export::Portal, days).await;
    let plain: Vec<Vec<String>> = principals(rows)
        .into_iter()
        .map(|(Reverse(last), user, upn, channel, directory)| {
            vec![id(user), id(directory), upn, Micros(last).to_string(), channel]
        })
        .collect();
    assert_eq!(found, plain, "portal");
    let mut sums: BTreeMap<_, (u64, u64)> = BTreeMap::new();
    for (channel, event) in rows {
        let day = Reverse(zone.day_of(event.ts));
        let key = (day, event.app_id, event.app_name.to_string(), channel.to_string());
        let (part, whole) = sums.entry(key).or_default();
        (*part, *whole) = (*part + u64::from(event.mfa), *whole + 1);
    }
    let plain: Vec<Vec<String>> = sums
        .into_iter()
        .map(|((Reverse(day), app, name, channel), (part, whole))| {
            vec![day.to_string(), part.to_string(), whole.to_string(), id(app), name, channel]
        })
        .collect();
    assert_eq!(exported(lake, Export::Summary, days).await, plain, "summary");
    let mut sorted = rows.clone();
    sorted.sort_by_key(|(_, event)| (Reverse(event.ts), event.request_id));
    let plain: Vec<Vec<String>> = sorted
        .into_iter()
        .map(|(channel, event)| {
            vec![
                event.request_id.to_string(),
                id(event.correlation_id),
                event.operation.to_string(),
                Micros(event.ts).to_string(),
                event.source_ip.to_string(),
                id(event.user_id),
                id(event.directory_id),
                event.upn.to_string(),
                id(event.app_id),
                event.mfa.to_string(),
                channel.to_string(),
            ]
        })
        .collect();
    assert_eq!(exported(lake, Export::Requests, days).await, plain, "requests");
}

/// Who made requests without multifactor authentication, and which.
async fn same_lists(lake: &Lake, rows: &Rows<'_>, window: &Window) {
    let found = lake.principals("Contoso", window).await.unwrap();
    let found: Vec<_> = found
        .into_iter()
        .map(|it| (Reverse(it.last), it.user_id, it.upn, it.channel.to_string(), it.directory_id))
        .collect();
    assert_eq!(found, principals(rows));
    let users: BTreeSet<(Option<Key>, String)> =
        rows.iter().map(|(_, event)| (event.user_id, event.upn.to_string())).collect();
    for (user, upn) in users.into_iter().take(3) {
        let is_theirs = |event: &Event<'_>| event.user_id == user && *event.upn == *upn;
        let mut plain: Vec<_> = rows
            .iter()
            .filter(|(_, event)| !event.mfa && is_theirs(event))
            .map(|(channel, event)| (Reverse(event.ts), event.request_id, *channel))
            .collect();
        plain.sort();
        plain.truncate(3);
        let found = lake.requests_without("Contoso", window, (user, &upn), 3).await.unwrap();
        let found: Vec<_> =
            found.iter().map(|it| (Reverse(it.ts), it.request_id, it.channel)).collect();
        assert_eq!(found, plain, "{upn}");
    }
}

/// What the report is made of, from sums by day.
async fn same_sums(lake: &Lake, rows: &Rows<'_>, (window, zone): (&Window, &Zone)) {
    let iter = || rows.iter().copied();
    let sums = lake.sums("Contoso", window.day.plus_days(-40), window.day).await.unwrap();
    assert_eq!(sums.shares(window), metric::shares(iter(), window));
    assert_eq!(sums.summary(window), metric::summary(iter(), window, zone));
    let mut whole = Rollups::default();
    iter().for_each(|(channel, event)| whole.add(channel, event, zone));
    assert_eq!(sums.trend(window.day), whole.trend(window.day));
    let users = lake.portal_users("Contoso", window).await.unwrap();
    assert_eq!(users, metric::portal_users(iter(), window));
    let (rule, mut plain) = (rule(), Activities::default());
    iter().for_each(|(channel, event)| plain.add(channel, event, window, &rule));
    let (activities, proven) = lake.activities("Contoso", window).await.unwrap();
    assert_eq!(proven, plain.claim_proven().collect());
    let mut plain = plain.without();
    plain.iter_mut().for_each(|one| one.newest.clear());
    assert_eq!(activities, plain);
}

/// Sources come from whole days of UTC: in other zones, a day at the edge counts as a whole.
async fn same_sources(lake: &Lake, rows: &Rows<'_>, window: &Window) {
    let utc = Zone::utc();
    let days = utc.day_of(window.start)..=utc.day_of(window.end - 1);
    let is_in = |(channel, event): &&(Channel, &Event<'_>)| {
        *channel != Channel::Other && event.counts() && days.contains(&utc.day_of(event.ts))
    };
    let kinds = rows.iter().filter(is_in).map(|(_, event)| event.source);
    let plain: BTreeSet<&str> = kinds.map(|kind| kind.as_str()).collect();
    let found = lake.sources("Contoso", window).await.unwrap();
    let found: Vec<&str> = found.iter().map(|kind| kind.as_str()).collect();
    assert_eq!(found, plain.into_iter().collect::<Vec<_>>());
}

async fn same_everywhere(rows: &[Chance]) {
    let folder = tempfile::tempdir().unwrap();
    let mut lake = open(folder.path()).await;
    let mut text = String::new();
    for (at, row) in rows.iter().enumerate() {
        writeln!(text, "{}", row.line(at)).unwrap();
    }
    // Two portions, so that the sums are made of several files.
    let lines: Vec<&str> = text.lines().collect();
    let (one, other) = lines.split_at(lines.len() / 2);
    for part in [one, other] {
        let imported = import(&mut lake, folder.path(), "Contoso", &[&part.join("\n")]).await;
        assert_eq!((imported.added, imported.rejected()), (part.len() as u64, 0));
    }
    let (events, ids) = (events(&text), channels());
    let rows: Rows<'_> = events.iter().map(|event| (ids.of(event), event)).collect();
    let utc = Zone::utc();
    let days: BTreeSet<Day> = events.iter().map(|event| utc.day_of(event.ts)).collect();
    let edges = days.first().copied().zip(days.last().copied());
    assert_eq!(lake.days("Contoso").unwrap(), edges);
    for (name, last) in [("UTC", "2026-11-22"), ("+09:00", "2026-11-18"), ("-05:30", "2026-11-21")]
    {
        let zone = Zone::parse(name).unwrap();
        lake.refresh("Contoso", (&zone, &rule()), NOW).await.unwrap();
        let window = Window::of(day(last), &zone);
        same_sums(&lake, &rows, (&window, &zone)).await;
        same_sources(&lake, &rows, &window).await;
        let counted = counted(&rows, &window);
        same_lists(&lake, &counted, &window).await;
        same_files(&lake, &counted, (&window, &zone)).await;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2, max_shrink_iters: 10, ..ProptestConfig::default() })]

    #[test]
    fn sql_gives_what_plain_rust_gives(rows in vec(chance(), 20..60)) {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        runtime.block_on(same_everywhere(&rows));
    }
}
