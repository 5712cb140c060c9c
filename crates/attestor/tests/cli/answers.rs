//! Commands that answer one question: their fields, figures and exit codes.

use serde_json::json;

use super::run::{attestor, folder, json as run_json, transcript};

fn split(line: &str) -> Vec<&str> {
    line.split_whitespace().collect()
}

fn answer(line: &str) -> serde_json::Value {
    let mut args = split(line);
    args.extend(["--format", "json"]);
    run_json(folder().path(), &args)
}

#[test]
fn sample_sizes_are_those_of_the_table() {
    for (population, sample) in
        [(0, 0), (1, 1), (5, 1), (6, 2), (10, 2), (11, 3), (30, 3), (31, 4), (500, 4)]
    {
        let found = answer(&format!("sample --population {population}"));
        assert_eq!(found, json!({"population": population, "sample": sample}));
    }
}

#[test]
fn quotes_give_days_percent_and_fee() {
    let row = |line: &str, days: u32, percent: u32, fee: serde_json::Value| {
        let found = answer(&format!("pentest quote --start 2026-06-30 {line}"));
        assert_eq!(
            (&found["days"], &found["percent"], &found["fee"]),
            (&json!(days), &json!(percent), &fee),
            "{line}"
        );
    };
    row(
        "--on 2026-06-23 --action reschedule --firm-date 2026-07-20 --price 10000",
        7,
        50,
        json!(5000),
    );
    row("--on 2026-06-23 --action cancel --price 10000", 7, 90, json!(9000));
    row("--on 2026-06-25 --action reschedule", 5, 90, json!(null));
    row("--on 2026-06-22T23:00 --action cancel --price 99.50", 8, 50, json!(49.75));
    row("--on 2026-07-02 --action reschedule --firm-date 2026-08-01", 0, 100, json!(null));
}

#[test]
fn external_reports_are_accepted_or_refused_with_their_rule() {
    let row = |line: &str, accepted: bool, rule: &str| {
        let found = answer(&format!("external check --on 2026-06-30 {line}"));
        assert_eq!(
            (&found["accepted"], &found["rule"]),
            (&json!(accepted), &json!(rule)),
            "{line}"
        );
    };
    row(
        "--framework soc2 --type 2 --issued 2025-03-30 --period-start 2024-03-30",
        true,
        "external-issued",
    );
    row(
        "--framework soc2 --type 2 --issued 2025-03-29 --period-start 2024-10-01",
        false,
        "external-issued",
    );
    row(
        "--framework soc2 --type 2 --issued 2026-01-10 --period-start 2024-03-29",
        false,
        "external-period",
    );
    row("--framework soc2 --type 1 --issued 2026-05-01", false, "external-type");
    row("--framework pci-dss --issued 2025-06-29", false, "external-age");
    row(
        "--framework pci-dss --issued 2025-06-29 --reassessment",
        true,
        "external-reassessment-age",
    );
    row("--framework pci-dss --issued 2026-06-23 --assessor self", false, "external-assessor");
    row("--framework iso27001 --edition 2013 --issued 2026-01-10", false, "external-edition-ended");
    row(
        "--framework iso27001 --issued 2024-05-01 --surveillance 2026-02-10 --soa-rows 93",
        true,
        "external-age",
    );
    row("--framework iso27001 --issued 2026-01-10 --soa-rows 114", false, "external-soa-rows");
    row("--framework fedramp --issued 2026-01-10 --package readiness", false, "external-package");
}

#[test]
fn certificate_days_follow_from_its_own_day() {
    let found = answer("lifecycle dates --certified 2025-03-15 --on 2026-03-15");
    assert_eq!(found["expires"], "2026-03-15");
    assert_eq!(found["recertification_opens"], "2025-12-15");
    assert_eq!(found["reminders"], json!(["2025-12-15", "2026-01-14", "2026-02-13"]));
    assert_eq!(found["state"], "certified");
    assert_eq!(
        answer("lifecycle dates --certified 2025-03-15 --on 2026-03-16")["state"],
        "revoked_expired"
    );
}

#[test]
fn refusal_and_misuse_have_their_exit_codes() {
    let code = |line: &str| attestor(folder().path(), &split(line)).status.code();
    assert_eq!(
        code("external check --framework pci-dss --issued 2026-06-01 --on 2026-06-30"),
        Some(0)
    );
    assert_eq!(
        code("external check --framework pci-dss --issued 2020-06-01 --on 2026-06-30"),
        Some(1)
    );
    assert_eq!(
        code("external check --framework nope --issued 2020-06-01 --on 2026-06-30"),
        Some(2)
    );
    assert_eq!(code("sample --population many"), Some(2));
    assert_eq!(code("sample --inventory not-there.csv"), Some(2));
    assert_eq!(code("framework show --control OPS-XXX-01"), Some(2));
}

#[test]
fn answers_read_well_as_text() {
    let here = folder();
    let lines = [
        "sample --population 24",
        "pentest quote --start 2026-06-30 --on 2026-06-25 --action reschedule --price 10000",
        "external check --framework pci-dss --issued 2025-06-29 --on 2026-06-30",
        "lifecycle dates --certified 2025-03-15 --on 2026-04-01 --documents-accepted 2026-03-12",
        "framework show --control OPS-MAL-01",
        "framework check nowhere",
        "sample --population 3 --program m365-certificaton",
    ];
    let all: Vec<String> = lines.iter().map(|line| transcript(here.path(), &split(line))).collect();
    insta::assert_snapshot!(all.join("\n"));
}
