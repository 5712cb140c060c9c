//! The columns of the tables, as they are in files. `docs/formats/lake.md` describes them for readers
//! with other tools.

use deltalake::kernel::{DataType, StructField};

use super::{DAY, ORGANIZATION, PART};

/// The columns of `events`. The narrow ones that every number needs come first, the wide ones that
/// only the list of requests needs come last.
pub(crate) fn events() -> Vec<StructField> {
    vec![
        must("ts", DataType::TIMESTAMP),
        must("channel", DataType::STRING),
        must("channel_stated", DataType::BOOLEAN),
        must("auth_type", DataType::STRING),
        must("error_code", DataType::LONG),
        must("mfa", DataType::BOOLEAN),
        may("user_id", DataType::BINARY),
        may("app_id", DataType::BINARY),
        must("app_name", DataType::STRING),
        may("resource_id", DataType::BINARY),
        must("mfa_basis", DataType::STRING),
        must("source", DataType::STRING),
        must("client_app", DataType::STRING),
        must("ca_status", DataType::STRING),
        must("token_issuer", DataType::STRING),
        may("directory_id", DataType::BINARY),
        must("upn", DataType::STRING),
        must("operation", DataType::STRING),
        must("source_ip", DataType::STRING),
        must("request_id", DataType::BINARY),
        may("correlation_id", DataType::BINARY),
        must(ORGANIZATION, DataType::STRING),
        must(DAY, DataType::DATE),
    ]
}

/// The columns of `daily`.
pub(crate) fn daily() -> Vec<StructField> {
    vec![
        must("channel", DataType::STRING),
        must("auth_type", DataType::STRING),
        must("requests", DataType::LONG),
        must("with_mfa", DataType::LONG),
        may("user_id", DataType::BINARY),
        must("upn", DataType::STRING),
        may("app_id", DataType::BINARY),
        must("app_name", DataType::STRING),
        may("last_without_mfa", DataType::TIMESTAMP),
        must("not_applied", DataType::LONG),
        must("legacy", DataType::LONG),
        must("federated", DataType::LONG),
        must("claims", DataType::LONG),
        // Of which files of `events` the row is the sum.
        must("files", DataType::STRING),
        must(ORGANIZATION, DataType::STRING),
        must(PART, DataType::STRING),
        must(DAY, DataType::DATE),
    ]
}

fn must(name: &str, kind: DataType) -> StructField {
    StructField::not_null(name, kind)
}

fn may(name: &str, kind: DataType) -> StructField {
    StructField::nullable(name, kind)
}
