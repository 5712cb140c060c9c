//! The same SQL on one machine and on a cluster gives the same: a scheduler and two executors in this
//! process, on real tables in a folder.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests stop at once")]
#![allow(clippy::indexing_slicing, reason = "tests stop at once")]

#[path = "../../attestor-lake/tests/lake/made.rs"]
mod made;
#[path = "cluster/statements.rs"]
mod statements;

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use attestor_cluster::{Cluster, Executor, execute, schedule};
use attestor_core::day::Day;
use attestor_core::mfa::key::Key;
use attestor_core::mfa::rule::MfaRule;
use attestor_core::mfa::zone::Zone;
use attestor_lake::{AccountRow, Answer, Fault, Import, Lake, Limits, Place};
use made::{Made, log};
use statements::{IN_ORDER, IN_SOME_ORDER};
use tokio::net::TcpListener;

const NOW: i64 = 1_790_000_000_000;

const LIMITS: Limits = Limits { rows: 20_000, time: Duration::from_secs(50) };

fn rule() -> Arc<MfaRule> {
    let text = include_str!("../../../frameworks/mfa/rule.yaml");
    Arc::new(MfaRule::load("rule.yaml", text).expect("the rule is in its form"))
}

async fn import(lake: &mut Lake, folder: &Path, organization: &str, text: &str) {
    let log = folder.join("log.ndjson");
    fs::write(&log, text).unwrap();
    let import = Import {
        organization,
        from: &[log.display().to_string()],
        channels: made::channels(),
        rule: rule(),
        rejects: &folder.join("rejects.ndjson"),
        now: NOW,
    };
    lake.import(&import).await.unwrap();
}

/// Twelve days of one organization, put together, the first three dropped; four of another, as they
/// came. The folder's name is none that an address holds as it is.
async fn lake(folder: &Path) -> Lake {
    let place = Place::folder(&folder.join("a lake of größe 100 %")).unwrap();
    let mut lake = Lake::open(&place).await.unwrap();
    for seed in 1..4 {
        let text = log(&Made { requests: 900, days: 12, seed });
        import(&mut lake, folder, "Contoso", &text).await;
    }
    for seed in 4..6 {
        let text = log(&Made { requests: 300, days: 4, seed });
        import(&mut lake, folder, "Fabrikam & Söhne / Nord", &text).await;
    }
    let compacted = lake.compact("Contoso", Day::parse("2026-11-13"), NOW).await.unwrap();
    assert_eq!((compacted.days, compacted.dropped, compacted.deleted), (9, 3, 0));
    for organization in ["Contoso", "Fabrikam & Söhne / Nord"] {
        lake.refresh(organization, (&Zone::utc(), &rule()), NOW).await.unwrap();
    }
    lake.name_accounts(&[1, 2, 3].map(account)).unwrap();
    lake
}

/// The account of one of the users of the logs.
fn account(user: u8) -> AccountRow {
    let id = format!("00000000-0000-4000-8000-{user:012}");
    AccountRow {
        organization: Arc::from("Contoso"),
        day: Day::parse("2026-11-22").unwrap(),
        user_id: Key::parse(&id).unwrap(),
        upn: format!("u{id}@example.org"),
        enabled: true,
        guest: user == 3,
        admin: None,
        registered: Some(user == 1),
        enforced: Some(user < 3),
        enforced_by: String::new(),
    }
}

/// A scheduler and so many executors, until the test ends.
async fn cluster(folder: &Path, executors: usize) -> Cluster {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(schedule(listener));
    for at in 0..executors {
        let work = folder.join(format!("work-{at}"));
        fs::create_dir(&work).unwrap();
        // Free now; nobody else is after it.
        let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let executor = Executor {
            scheduler: ("127.0.0.1".to_owned(), port),
            bind: free,
            host: Some("127.0.0.1".to_owned()),
            cores: 2,
            work,
        };
        tokio::spawn(execute(executor));
    }
    format!("ballista://127.0.0.1:{port}").parse().unwrap()
}

fn sorted(mut answer: Answer) -> Answer {
    answer.rows.sort();
    answer
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cluster_answers_as_one_machine_does() {
    let folder = tempfile::tempdir().unwrap();
    let lake = lake(folder.path()).await;
    let cluster = cluster(folder.path(), 2).await;
    for sql in IN_ORDER {
        let here = lake.query(sql, LIMITS).await.unwrap();
        let there = cluster.query(&lake, sql, LIMITS).await.unwrap();
        assert!(!here.rows.is_empty(), "a comparison of nothing: {sql}");
        assert_eq!(here, there, "{sql}");
    }
    for sql in IN_SOME_ORDER {
        let here = sorted(lake.query(sql, LIMITS).await.unwrap());
        let there = sorted(cluster.query(&lake, sql, LIMITS).await.unwrap());
        assert!(!here.rows.is_empty(), "a comparison of nothing: {sql}");
        assert_eq!(here, there, "{sql}");
    }
    let none = "select ts from events where organization = 'Nobody' order by ts";
    assert_eq!(
        lake.query(none, LIMITS).await.unwrap(),
        cluster.query(&lake, none, LIMITS).await.unwrap(),
        "of nothing, too, it gives the columns"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn files_that_were_taken_away_are_not_read() {
    let folder = tempfile::tempdir().unwrap();
    let lake = lake(folder.path()).await;
    let cluster = cluster(folder.path(), 1).await;
    let on_disk: usize = fs::read_dir(folder.path().join("a lake of größe 100 %/events"))
        .unwrap()
        .flatten()
        .filter_map(|day| fs::read_dir(day.path()).ok())
        .map(|files| files.flatten().filter(|file| is_parquet(&file.path())).count())
        .sum();
    let sql = "select count(distinct day), count(*) from events where organization = 'Contoso'";
    let answer = cluster.query(&lake, sql, LIMITS).await.unwrap();
    assert_eq!(answer, lake.query(sql, LIMITS).await.unwrap());
    assert_eq!(answer.rows[0][0].as_deref(), Some("9"));
    assert!(on_disk > 40, "the old files are still there to be read by mistake: {on_disk}");
}

fn is_parquet(path: &Path) -> bool {
    path.extension().is_some_and(|kind| kind == "parquet")
}

#[tokio::test(flavor = "multi_thread")]
async fn limits_hold_and_ids_and_times_are_in_their_form() {
    let folder = tempfile::tempdir().unwrap();
    let lake = lake(folder.path()).await;
    let cluster = cluster(folder.path(), 1).await;
    let few = Limits { rows: 3, ..LIMITS };
    let sql = "select ts, request_id, organization, day from events order by ts desc, request_id";
    let answer = cluster.query(&lake, sql, few).await.unwrap();
    assert_eq!(answer, lake.query(sql, few).await.unwrap());
    assert_eq!((answer.rows.len(), answer.cut), (3, true));
    let [Some(ts), Some(id), Some(_), Some(day)] = answer.rows[0].as_slice() else {
        panic!("something is null: {answer:?}");
    };
    assert!(ts.starts_with("2026-11-21T") && ts.ends_with('Z'), "{ts}");
    assert_eq!((id.len(), id.matches('-').count(), day.as_str()), (36, 4, "2026-11-21"));
    let exactly = cluster.query(&lake, &format!("{sql} limit 3"), few).await.unwrap();
    assert!(!exactly.cut, "there are no more than these");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_told_before_anything_is_sent() {
    let folder = tempfile::tempdir().unwrap();
    let lake = lake(folder.path()).await;
    let nobody: Cluster = "ballista://127.0.0.1:1".parse().unwrap();
    for sql in [
        "insert into events select * from events",
        "drop table events",
        "set datafusion.execution.batch_size = 1",
        "copy events to '/tmp/a.parquet'",
        "select nothing from events",
        "select from where",
        "explain analyze select count(*) from events",
    ] {
        let here = cluster_fault(&nobody, &lake, sql).await;
        assert!(matches!(here, Fault::Query(_)), "{sql}: {here}");
    }
    let away = cluster_fault(&nobody, &lake, "select count(*) from events").await;
    assert!(matches!(away, Fault::Cluster { .. }), "{away}");
    assert!(away.to_string().contains("`ballista://127.0.0.1:1`"), "{away}");
    let tables = "select table_name from information_schema.tables where table_name = 'daily'";
    let known = nobody.query(&lake, tables, LIMITS).await.unwrap();
    assert_eq!(known.rows, [[Some("daily".to_owned())]], "what is known here needs no cluster");
}

async fn cluster_fault(cluster: &Cluster, lake: &Lake, sql: &str) -> Fault {
    cluster.query(lake, sql, LIMITS).await.expect_err(sql)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cluster_without_executors_ends_at_the_time_limit() {
    let folder = tempfile::tempdir().unwrap();
    let lake = lake(folder.path()).await;
    let idle = cluster(folder.path(), 0).await;
    let soon = Limits { time: Duration::from_secs(1), ..LIMITS };
    let fault = idle.query(&lake, "select count(*) from events", soon).await.unwrap_err();
    assert!(matches!(fault, Fault::TooLong), "{fault}");
}

#[test]
fn only_an_address_is_an_address() {
    for wrong in ["ballista://", "ballista://a", "ballista://a:b", "ballista://:1", "a:1", ""] {
        assert!(wrong.parse::<Cluster>().is_err(), "{wrong}");
    }
    for right in ["ballista://a:1", "ballista://[::1]:50050", "ballista://10.0.0.1:50050/"] {
        assert!(right.parse::<Cluster>().is_ok(), "{right}");
    }
}
