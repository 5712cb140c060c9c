//! Logs go in and numbers come out, on real tables in a folder.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests stop at the first surprise"
)]

#[path = "lake/made.rs"]
mod made;
#[path = "lake/twins.rs"]
mod twins;

use std::fs;
use std::path::Path;
use std::sync::Arc;

use attestor_core::day::Day;
use attestor_core::mfa::diagnosis::{Activities, Activity};
use attestor_core::mfa::event::{Channel, Channels, Event};
use attestor_core::mfa::metric::{self, Newest, Rollups, Window};
use attestor_core::mfa::rule::MfaRule;
use attestor_core::mfa::source::{Reader, Records};
use attestor_core::mfa::zone::Zone;
use attestor_lake::{Import, Imported, Lake, Limits, Place};
use made::{Made, log};

const NOW: i64 = 1_790_000_000_000;

fn rule() -> Arc<MfaRule> {
    let text = include_str!("../../../frameworks/mfa/rule.yaml");
    Arc::new(MfaRule::load("rule.yaml", text).expect("the rule is in its form"))
}

async fn open(folder: &Path) -> Lake {
    Lake::open(&Place::folder(&folder.join("lake")).unwrap()).await.unwrap()
}

async fn import(lake: &mut Lake, folder: &Path, organization: &str, logs: &[&str]) -> Imported {
    let mut from = Vec::new();
    for (at, text) in logs.iter().enumerate() {
        let path = folder.join(format!("log-{at}.ndjson"));
        fs::write(&path, text).unwrap();
        from.push(path.display().to_string());
    }
    let import = Import {
        organization,
        from: &from,
        channels: made::channels(),
        rule: rule(),
        rejects: &folder.join("rejects.ndjson"),
        now: NOW,
    };
    lake.import(&import).await.unwrap()
}

/// The events of a log, read without the lake.
fn events(text: &str) -> Vec<Event<'static>> {
    let rule = rule();
    let (mut records, mut reader) = (Records::new(), Reader::new(&rule));
    let mut events = Vec::new();
    let mut take = |record: Result<attestor_core::mfa::source::Record<'_>, _>| {
        if let Some(event) = record.ok().and_then(|record| reader.read(&record.body).ok()) {
            events.push(event.into_owned());
        }
    };
    records.push(text.as_bytes(), &mut take);
    records.finish(&mut take);
    events
}

fn with_channels<'e>(
    events: &'e [Event<'static>],
    channels: &Channels,
) -> Vec<(Channel, &'e Event<'static>)> {
    events.iter().map(|event| (channels.of(event), event)).collect()
}

fn metric_activities(events: &[(Channel, &Event<'static>)], window: &Window) -> Vec<Activity> {
    let (rule, mut all) = (rule(), Activities::default());
    events.iter().for_each(|(channel, event)| all.add(*channel, event, window, &rule));
    all.without()
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

#[tokio::test]
async fn a_log_that_comes_twice_or_overlaps_counts_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut lake = open(folder.path()).await;
    let made = Made { requests: 400, ..Made::default() };
    let text = log(&made);
    let half: String = text.lines().take(200).map(|line| format!("{line}\n")).collect();
    let first = import(&mut lake, folder.path(), "Contoso", &[&half]).await;
    assert_eq!((first.added, first.known), (200, 0));
    let both = import(&mut lake, folder.path(), "Contoso", &[&text, &half]).await;
    assert_eq!((both.added, both.known), (200, 400));
    let again = import(&mut lake, folder.path(), "Contoso", &[&text]).await;
    assert_eq!((again.added, again.known), (0, 400));
    let other = import(&mut lake, folder.path(), "Fabrikam", &[&text]).await;
    assert_eq!((other.added, other.known), (400, 0), "organizations do not know each other's");
}

#[tokio::test]
async fn the_lake_and_plain_sums_give_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let mut lake = open(folder.path()).await;
    let text = log(&Made { requests: 3_000, days: 12, ..Made::default() });
    import(&mut lake, folder.path(), "Contoso", &[&text]).await;
    let events = events(&text);
    let plain = with_channels(&events, &made::channels());
    for zone in ["UTC", "+09:00", "-05:30"] {
        let zone = Zone::parse(zone).unwrap();
        lake.refresh("Contoso", (&zone, &rule()), NOW).await.unwrap();
        for day in ["2026-11-22", "2026-11-19", "2026-11-13", "2027-01-01"].map(day) {
            let window = Window::of(day, &zone);
            let sums = lake.sums("Contoso", day.plus_days(-40), day).await.unwrap();
            let iter = || plain.iter().copied();
            assert_eq!(sums.shares(&window), metric::shares(iter(), &window));
            assert_eq!(sums.summary(&window), metric::summary(iter(), &window, &zone));
            let users = lake.portal_users("Contoso", &window).await.unwrap();
            assert_eq!(users, metric::portal_users(iter(), &window));
            let mut plainly = metric_activities(&plain, &window);
            plainly.iter_mut().for_each(|one| one.newest.clear());
            let (activities, _) = lake.activities("Contoso", &window).await.unwrap();
            assert_eq!(activities, plainly);
            let mut whole = Rollups::default();
            iter().for_each(|(channel, event)| whole.add(channel, event, &zone));
            assert_eq!(sums.trend(day), whole.trend(day));
            for limit in [1, 17, 10_000] {
                let mut newest = Newest::new(limit);
                iter().for_each(|(channel, event)| newest.take(channel, event, &window));
                let newest: Vec<_> =
                    newest.finish().into_iter().map(|event| (event.ts, event.request_id)).collect();
                let found = lake.newest_requests("Contoso", &window, limit).await.unwrap();
                let found: Vec<_> =
                    found.into_iter().map(|request| (request.ts, request.request_id)).collect();
                assert_eq!(found, newest);
            }
        }
    }
}

#[tokio::test]
async fn only_days_that_changed_are_added_up_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut lake = open(folder.path()).await;
    let text = log(&Made { requests: 500, days: 5, ..Made::default() });
    import(&mut lake, folder.path(), "Contoso", &[&text]).await;
    assert_eq!(lake.refresh("Contoso", (&Zone::utc(), &rule()), NOW).await.unwrap(), 5);
    assert_eq!(lake.refresh("Contoso", (&Zone::utc(), &rule()), NOW).await.unwrap(), 0);
    let one_more = log(&Made { requests: 10, days: 1, seed: 7 });
    import(&mut lake, folder.path(), "Contoso", &[&one_more]).await;
    assert_eq!(lake.refresh("Contoso", (&Zone::utc(), &rule()), NOW).await.unwrap(), 1);
}

#[tokio::test]
async fn two_imports_of_one_log_at_once_count_once() {
    let folder = tempfile::tempdir().unwrap();
    let text = log(&Made { requests: 300, ..Made::default() });
    let (mut one, mut other) = (open(folder.path()).await, open(folder.path()).await);
    let (left, right) = (folder.path().join("left"), folder.path().join("right"));
    fs::create_dir_all(&left).unwrap();
    fs::create_dir_all(&right).unwrap();
    let logs = [text.as_str()];
    let (one, other) = tokio::join!(
        import(&mut one, &left, "Contoso", &logs),
        import(&mut other, &right, "Contoso", &logs),
    );
    assert_eq!(one.added + other.added, 300);
    assert_eq!(one.known + other.known, 300);
    let lake = open(folder.path()).await;
    let limits = Limits { rows: 10, time: std::time::Duration::from_secs(60) };
    let counted = lake.query("select count(*), count(distinct request_id) from events", limits);
    let counted = counted.await.unwrap();
    assert_eq!(counted.rows, [[Some("300".to_owned()), Some("300".to_owned())]]);
}

#[tokio::test]
async fn compacting_changes_no_number() {
    let folder = tempfile::tempdir().unwrap();
    let mut lake = open(folder.path()).await;
    for seed in 1..5 {
        let text = log(&Made { requests: 100, days: 3, seed });
        import(&mut lake, folder.path(), "Contoso", &[&text]).await;
    }
    let window = Window::of(day("2026-11-22"), &Zone::utc());
    lake.refresh("Contoso", (&Zone::utc(), &rule()), NOW).await.unwrap();
    let before = lake.sums("Contoso", window.first_day(), window.day).await.unwrap();
    let newest = lake.newest_requests("Contoso", &window, 50).await.unwrap();
    let compacted = lake.compact("Contoso", None, NOW).await.unwrap();
    assert_eq!((compacted.days, compacted.files_before, compacted.files_after), (3, 12, 3));
    lake.refresh("Contoso", (&Zone::utc(), &rule()), NOW).await.unwrap();
    assert_eq!(lake.sums("Contoso", window.first_day(), window.day).await.unwrap(), before);
    assert_eq!(lake.newest_requests("Contoso", &window, 50).await.unwrap(), newest);
    let last = day("2026-11-21");
    let dropped = lake.compact("Contoso", Some(last), NOW).await.unwrap();
    assert_eq!(dropped.dropped, 2);
    lake.refresh("Contoso", (&Zone::utc(), &rule()), NOW).await.unwrap();
    let after = lake.sums("Contoso", window.first_day(), window.day).await.unwrap();
    assert!(after.rows().all(|(key, _)| key.day == day("2026-11-21")));
}

#[tokio::test]
async fn bad_records_are_told_and_good_ones_kept() {
    let folder = tempfile::tempdir().unwrap();
    let mut lake = open(folder.path()).await;
    let good = log(&Made { requests: 5, ..Made::default() });
    let text = format!("{{\"id\": 5,,}}\n{good}not json at all\n{{\"a\":1");
    let imported = import(&mut lake, folder.path(), "Contoso", &[&text]).await;
    assert_eq!((imported.added, imported.rejected()), (5, 3));
    let told = fs::read_to_string(imported.rejects.unwrap()).unwrap();
    let lines: Vec<serde_json::Value> =
        told.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let lines: Vec<_> = lines.iter().map(|line| line["line"].as_u64().unwrap()).collect();
    assert_eq!(lines, [1, 7, 8]);
}

#[tokio::test]
async fn packed_logs_are_read_and_a_cut_one_keeps_what_came() {
    use std::io::Write as _;
    let folder = tempfile::tempdir().unwrap();
    let mut lake = open(folder.path()).await;
    let text = log(&Made { requests: 2_000, ..Made::default() });
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(text.as_bytes()).unwrap();
    let packed = packer.finish().unwrap();
    let path = folder.path().join("cut.json.gz");
    fs::write(&path, &packed[..packed.len() / 2]).unwrap();
    let zstd = folder.path().join("whole.json.zst");
    fs::write(&zstd, zstd::encode_all(text.as_bytes(), 1).unwrap()).unwrap();
    let mut took = async |path: &Path| {
        let import = Import {
            organization: "Contoso",
            from: &[path.display().to_string()],
            channels: made::channels(),
            rule: rule(),
            rejects: &folder.path().join("rejects.ndjson"),
            now: NOW,
        };
        lake.import(&import).await.unwrap()
    };
    let cut = took(&path).await;
    let stopped = cut.logs[0].stopped.as_deref().unwrap();
    assert!(cut.added > 100 && cut.added < 2_000, "{}: {stopped}", cut.added);
    let whole = took(&zstd).await;
    assert_eq!((whole.added + cut.added, whole.known), (2_000, cut.added));
}

#[tokio::test]
async fn queries_only_read_and_end_in_time() {
    let folder = tempfile::tempdir().unwrap();
    let mut lake = open(folder.path()).await;
    let text = log(&Made { requests: 50, ..Made::default() });
    import(&mut lake, folder.path(), "Contoso", &[&text]).await;
    let limits = Limits { rows: 10, time: std::time::Duration::from_secs(60) };
    let answer = lake.query("select user_id, ts from events order by ts", limits).await.unwrap();
    assert_eq!((answer.rows.len(), answer.cut), (10, true));
    assert_eq!(answer.rows[0][0].as_ref().unwrap().len(), 36);
    assert!(answer.rows[0][1].as_ref().unwrap().ends_with('Z'));
    for sql in [
        "drop table events",
        "delete from events",
        "insert into events select * from events",
        "create external table x stored as csv location '/etc/passwd'",
        "copy events to '/dev/null'",
        "set datafusion.execution.batch_size = 1",
        "select * from '/etc/passwd'",
    ] {
        assert!(lake.query(sql, limits).await.is_err(), "{sql}");
    }
    let unknown = lake.query("select * from sign_ins", limits).await.unwrap_err().to_string();
    assert!(unknown.contains("'sign_ins' not found; the tables are daily, events"), "{unknown}");
    let short = Limits { rows: 10, time: std::time::Duration::from_millis(300) };
    let endless = "with recursive n(i) as (select 1 union all select i + 1 from n) \
                   select count(*) from n";
    let end = lake.query(endless, short).await;
    assert!(matches!(end, Err(attestor_lake::Fault::TooLong)), "{end:?}");
}

#[tokio::test]
async fn other_ids_of_the_portal_count_for_what_is_there_already() {
    let folder = tempfile::tempdir().unwrap();
    let (mut lake, mut other) =
        (open(folder.path()).await, open(&folder.path().join("other")).await);
    let text = log(&Made { requests: 300, ..Made::default() });
    let utc = Zone::utc();
    let window = Window::of(day("2026-11-22"), &utc);
    import(&mut lake, folder.path(), "Contoso", &[&text]).await;
    let swapped = Channels { portal: made::channels().api, api: made::channels().portal };
    lake.rechannel("Contoso", &swapped, NOW).await.unwrap();
    lake.refresh("Contoso", (&utc, &rule()), NOW).await.unwrap();
    let found = lake.sums("Contoso", window.first_day(), window.day).await.unwrap();
    let events = events(&text);
    let plain = with_channels(&events, &swapped);
    assert_eq!(found.shares(&window), metric::shares(plain, &window));
    assert!(found.shares(&window).portal.whole > 0);
    let empty = other.rechannel("Nobody", &swapped, NOW).await.unwrap();
    assert_eq!(empty, 0);
}

#[tokio::test]
async fn documents_are_found_by_organization_and_name() {
    let folder = tempfile::tempdir().unwrap();
    let lake = open(folder.path()).await;
    for name in ["Contoso", "Contoso/..", "Кириллица ✓"] {
        assert_eq!(lake.document("settings", name, "a.json").await.unwrap(), None);
        lake.keep_document("settings", name, "a.json", name.into()).await.unwrap();
        let kept = lake.document("settings", name, "a.json").await.unwrap();
        assert_eq!(kept.as_deref(), Some(name.as_bytes()));
        assert_eq!(lake.document_names("settings", name).await.unwrap(), ["a.json"]);
    }
    assert_eq!(lake.everyones_document("settings", "a.json").await.unwrap().len(), 3);
}
