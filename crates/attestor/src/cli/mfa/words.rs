//! Words of the commands on sign-in logs: kinds of logs and of facts, and why a record was not read.

use attestor_core::mfa::source::SourceKind;

/// What a log is, for people who know where it came from.
pub(super) const fn log(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::GraphSignIn => "sign-ins of Microsoft Graph",
        SourceKind::AzureMonitor => "sign-ins of Azure Monitor",
        SourceKind::LogAnalytics => "sign-ins of Log Analytics",
        SourceKind::PartnerRequests => "API requests of Partner Center",
        SourceKind::PartnerPrincipals => "users without MFA of Partner Center",
        SourceKind::PartnerSummary => "API requests summary of Partner Center",
        SourceKind::Requests => "requests with claims of tokens",
    }
}

/// What records with a code of [`Reason::code`](attestor_core::mfa::source::Reason::code) have in common.
pub(super) fn reject(code: &str) -> &str {
    match code {
        "not-utf8" => "the text is not UTF-8",
        "not-json" => "it is not JSON",
        "cut" => "the file ends inside of the record",
        "too-long" => "the record is too long",
        "duplicate-key" => "a name stands twice",
        "wrong-type" => "a value is of the wrong type",
        "missing" => "a value is missing that must be there",
        "not-a-time" => "the time is in no known form",
        "time-out-of-range" => "the time is before 1970 or after 9998",
        "not-a-number" => "a text stands where a number must",
        "unknown-shape" => "it is of no log that is known here",
        "not-a-sign-in" => "it is not about a sign-in",
        "totals" => "it is a total, which holds no single request",
        "not-a-record" => "something else than a record stands in the list",
        other => other,
    }
}

/// Facts of a kind, so many of them.
pub(super) fn facts(kind: &str, count: u64) -> String {
    let (one, many) = match kind {
        "user" => ("account", "accounts"),
        "registration" => ("registration", "registrations"),
        "per-user-state" => ("per-user setting", "per-user settings"),
        "security-defaults" => ("setting of security defaults", "settings of security defaults"),
        "policy" => ("conditional access policy", "conditional access policies"),
        "group" => ("group", "groups"),
        "role" => ("role with its members", "roles with their members"),
        "role-assignment" => ("role assignment", "role assignments"),
        "domain" => ("domain", "domains"),
        other => (other, other),
    };
    counted(count, one, many)
}

/// A count with its word.
pub(super) fn counted(count: u64, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use attestor_core::mfa::directory::FactKind;
    use attestor_core::mfa::source::{PrincipalTotal, Reason, Total};

    use super::{facts, reject};

    #[test]
    fn every_reason_and_every_kind_has_words() {
        let text = String::new;
        let total = Total::Principal(PrincipalTotal {
            user_id: None,
            directory_id: None,
            upn: text(),
            last: 0,
        });
        let reasons = [
            Reason::NotUtf8,
            Reason::NotJson(text()),
            Reason::Cut,
            Reason::TooLong { limit: 1 },
            Reason::DuplicateKey(text()),
            Reason::WrongType(text()),
            Reason::Missing("id"),
            Reason::NotATime(text()),
            Reason::TimeOutOfRange(text()),
            Reason::NotANumber(text()),
            Reason::UnknownShape,
            Reason::NotASignIn(text()),
            Reason::Totals(total),
            Reason::NotARecord,
        ];
        for reason in reasons {
            assert!(reject(reason.code()).contains(' '), "{}", reason.code());
        }
        for kind in FactKind::ALL {
            assert_ne!(facts(kind.as_str(), 2), format!("2 {kind}"));
        }
    }
}
