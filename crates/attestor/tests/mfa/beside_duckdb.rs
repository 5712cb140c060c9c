//! The results of a report, in the lake's SQL and as the report tells them, equal DuckDB's on the same
//! month of requests and sign-ins: `benches/mfa/run` with few rows.

use std::process::Command;

use super::run::{repository, skipped};

/// Exit code of the script where Python's packages cannot be had.
const NOT_TO_BE_HAD: i32 = 77;

#[test]
fn every_result_is_the_one_that_duckdb_finds_in_the_same_rows() {
    let output = Command::new(repository().join("benches/mfa/run"))
        .args(["--small", "--only", "check"])
        .env("ATTESTOR_PROGRAM", env!("CARGO_BIN_EXE_attestor"))
        .env_remove("ATTESTOR_BENCH_DATA")
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stdout);
    let talk = String::from_utf8_lossy(&output.stderr);
    if output.status.code() == Some(NOT_TO_BE_HAD) {
        let in_gate = std::env::var_os("CI").is_some_and(|value| value == "true");
        assert!(!in_gate, "skipped: no duckdb, numpy and pyarrow for Python: {talk}");
        return skipped("Python's duckdb, numpy and pyarrow cannot be had");
    }
    assert!(output.status.success(), "{told}{talk}");
    assert!(told.contains("equal: 8 results and the report"), "{told}{talk}");
    assert!(told.contains("equal: the sign-ins"), "{told}{talk}");
}
