//! The statements of `docs/formats/mfa-sql.md`: for PostgreSQL on a real server, for ClickHouse in
//! Python, where its package is.

use std::collections::BTreeMap;
use std::process::Command;

use serde_json::Value;
use sqlx::{Connection as _, PgConnection, Row as _};

use super::run::{folder, repository, skipped};
use super::sample::{DAY, ingest, mfa, requests};
use super::server::Server;

/// The statements of a dialect: the tables first, then each with its name.
fn statements(dialect: &str) -> Vec<(String, String)> {
    let text = std::fs::read_to_string(repository().join("docs/formats/mfa-sql.md")).unwrap();
    let fence = format!("```sql {dialect}");
    let blocks = text.split(&fence).skip(1).map(|rest| {
        let (name, rest) = rest.split_once('\n').unwrap();
        let sql = rest.split("```").next().unwrap();
        (name.trim().to_owned(), sql.replace(":'day'", &format!("'{DAY}'")))
    });
    blocks.collect()
}

/// The sample as rows of the table.
fn inserts() -> String {
    let mut text = String::from(
        "insert into event (request_id, ts, user_id, upn, app_id, app_name, channel, auth_type, mfa) values ",
    );
    let log = requests();
    let rows = log.lines().map(|line| {
        let row: Value = serde_json::from_str(line).unwrap();
        let cell =
            |name: &str| row[name].as_str().map_or("null".to_owned(), |it| format!("'{it}'"));
        let auth = match (row["authType"].as_str(), row["channel"].as_str()) {
            (Some(_), _) => "appOnly",
            (None, Some("portal")) => "user",
            _ => "appUser",
        };
        let upn = row["upn"].as_str().unwrap_or_default().to_lowercase();
        let has_mfa = row["amr"].as_array().unwrap().contains(&"mfa".into());
        format!(
            "({}, {}, {}, '{upn}', {}, {}, {}, '{auth}', {has_mfa})",
            cell("requestId"),
            cell("time"),
            cell("userId"),
            cell("applicationId"),
            cell("applicationName"),
            cell("channel"),
        )
    });
    text.push_str(&rows.collect::<Vec<_>>().join(", "));
    text
}

#[test]
fn the_statements_for_postgresql_give_the_published_numbers() {
    let Some(server) = Server::shared() else { return };
    let url = server.database("logs");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let found = runtime.block_on(async {
        let mut database = PgConnection::connect(&url).await.unwrap();
        let mut found = Found::new();
        for (name, sql) in statements("postgresql") {
            if name.is_empty() {
                sqlx::raw_sql(sqlx::AssertSqlSafe(sql)).execute(&mut database).await.unwrap();
                let accounts = "insert into account select gen_random_uuid(), n > 10, n > 20 \
                                from generate_series(1, 110) as n";
                for sql in [inserts(), accounts.to_owned()] {
                    sqlx::raw_sql(sqlx::AssertSqlSafe(sql)).execute(&mut database).await.unwrap();
                }
                continue;
            }
            let sql = sql.trim().trim_end_matches(';');
            let sql = format!("select to_jsonb(answer) from ({sql}) as answer");
            let rows = sqlx::raw_sql(sqlx::AssertSqlSafe(sql)).fetch_all(&mut database).await;
            let rows = rows.unwrap_or_else(|error| panic!("{name}: {error}"));
            let rows: Vec<Value> = rows
                .iter()
                .map(|row| serde_json::from_str(row.get_unchecked::<&str, _>(0)).unwrap())
                .collect();
            found.insert(name, rows);
        }
        found
    });
    published(&found, "channel");
}

#[test]
fn the_statements_for_clickhouse_give_the_published_numbers() {
    let has_it = Command::new("python3").args(["-c", "import chdb"]).output();
    if !has_it.is_ok_and(|output| output.status.success()) {
        return skipped("Python has no package chdb");
    }
    let folder = folder();
    let log = folder.path().join("week.ndjson");
    std::fs::write(&log, requests()).unwrap();
    let root = repository();
    let output = Command::new("python3")
        .arg(root.join("crates/attestor/tests/mfa/clickhouse.py"))
        .arg(root.join("docs/formats/mfa-sql.md"))
        .arg(log)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    published(&serde_json::from_slice(&output.stdout).unwrap(), "on_channel");
}

type Found = BTreeMap<String, Vec<Value>>;

/// The numbers of the published examples, from the answers by the names of the statements.
fn published(found: &Found, channel: &str) {
    let share = |row: &Value| {
        let number = |name: &str| row[name].as_u64().unwrap();
        (number("part"), number("whole"), row["percent"].as_f64().unwrap())
    };
    assert_eq!(share(&found["configuration"][0]), (90, 100, 90.0));
    let shares = &found["shares"];
    assert_eq!((&shares[0][channel], share(&shares[0])), (&"api".into(), (2, 5, 40.0)));
    assert_eq!(shares[0]["app_only_omitted"], 5);
    assert_eq!((&shares[1][channel], share(&shares[1])), (&"portal".into(), (2, 10, 20.0)));
    assert_eq!(found["portal"].len(), 2);
    assert_eq!(found["portal"][0]["upn"], "user2@contoso.example");
    assert_eq!((found["summary"].len(), found["requests"].len()), (2, 5));
    same_trend(&found["trend"], channel);
}

/// The trend is the one that the report gives from the same requests.
fn same_trend(found: &[Value], name: &str) {
    let folder = folder();
    ingest(folder.path(), "week.ndjson", &requests());
    let report = mfa(folder.path(), &["report", "--org", "Contoso", "--day", DAY]);
    let mut expected = Vec::new();
    for day in report["trend"].as_array().unwrap() {
        for channel in ["api", "portal"] {
            let number = |name: &str| day[channel][name].as_u64().unwrap();
            if number("whole") > 0 {
                let row = (day["day"].clone(), channel.to_owned(), number("part"), number("whole"));
                expected.push(row);
            }
        }
    }
    let found: Vec<_> = found
        .iter()
        .map(|row| {
            let number = |name: &str| row[name].as_u64().unwrap();
            let channel = row[name].as_str().unwrap().to_owned();
            (row["day"].clone(), channel, number("part"), number("whole"))
        })
        .collect();
    assert!(!expected.is_empty());
    assert_eq!(found, expected);
}
