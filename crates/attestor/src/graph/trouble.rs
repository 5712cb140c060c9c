//! Why there is no answer, in words for people.

use std::fmt;
use std::time::Duration;

use reqwest::StatusCode;
use serde::Deserialize;

use super::Failed;

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// The application may not have it.
    Denied {
        /// 401 or 403.
        status: u16,
        /// The server's word for it, or empty.
        code: String,
    },
    /// The directory has no license for it; the server's word for it.
    NoLicense(String),
    /// The application could not sign in; the server's word for it.
    Login(String),
    /// There is no such thing.
    NotFound,
    /// The server does not take the question.
    Refused {
        /// Its status.
        status: u16,
        /// Its word for it, or empty.
        code: String,
    },
    /// The server asked to wait, again and again.
    Busy {
        /// Its status.
        status: u16,
    },
    /// There is no connection, or it broke.
    Away(String),
    /// The answer is not a page of JSON.
    NotAPage(String),
    /// The answer is larger than is taken.
    TooLarge,
    /// The answer goes on at a server that was not named.
    OtherServer(String),
    /// The pages go in a circle.
    Circle,
}

impl Trouble {
    /// Whether the next time may be better without any change by people.
    pub(crate) const fn passes(&self) -> bool {
        match self {
            Self::Busy { .. } | Self::Away(_) | Self::NotAPage(_) => true,
            Self::Denied { .. }
            | Self::NoLicense(_)
            | Self::Login(_)
            | Self::NotFound
            | Self::Refused { .. }
            | Self::TooLarge
            | Self::OtherServer(_)
            | Self::Circle => false,
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Denied { status, code } => {
                write!(f, "the application may not read it ({})", named(*status, code))
            }
            Self::NoLicense(code) => write!(
                f,
                "the directory has no license Microsoft Entra ID P1 or P2, which it needs ({})",
                named(403, code)
            ),
            Self::Login(code) => {
                write!(f, "the application could not sign in ({code}){}", fix(code))
            }
            Self::NotFound => f.write_str("there is no such thing (404)"),
            Self::Refused { status, code } => {
                write!(f, "the server does not take the question ({})", named(*status, code))
            }
            Self::Busy { status } => {
                write!(f, "the server asked to wait again and again ({status})")
            }
            Self::Away(why) => write!(f, "the server cannot be reached: {why}"),
            Self::NotAPage(why) => write!(f, "the answer is not a page of JSON: {why}"),
            Self::TooLarge => f.write_str("the answer is larger than 64 MiB"),
            Self::OtherServer(host) => write!(
                f,
                "the page goes on at `{host}`, which is not the server that was named; \
                 it was not followed"
            ),
            Self::Circle => f.write_str("the pages go in a circle"),
        }
    }
}

/// A status, with the server's word where it has one.
fn named(status: u16, code: &str) -> String {
    if code.is_empty() { status.to_string() } else { format!("{status} {code}") }
}

/// What to do about the most frequent reasons why an application cannot sign in.
fn fix(code: &str) -> &'static str {
    match code {
        "AADSTS7000215" => ": the secret is wrong; it is the value, not the id, of the secret",
        "AADSTS7000222" => ": the secret has expired; make a new one",
        "AADSTS700016" => ": the directory does not know the application",
        "AADSTS90002" | "AADSTS900023" => ": there is no such directory in this cloud",
        _ => "",
    }
}

/// The form of the server's words.
#[derive(Deserialize)]
struct Words {
    error: Word,
}

#[derive(Deserialize)]
struct Word {
    #[serde(default)]
    code: String,
}

/// The form of the words of the server of tokens.
#[derive(Deserialize, Default)]
#[serde(default)]
struct LoginWords {
    error: String,
    error_description: String,
}

impl Trouble {
    /// What a status means that asking again does not change.
    pub(crate) fn denied(status: u16, code: &str) -> Self {
        let code = plain(code);
        match status {
            403 if code.contains("NonPremium") => Self::NoLicense(code),
            401 | 403 => Self::Denied { status, code },
            404 => Self::NotFound,
            _ => Self::Refused { status, code },
        }
    }
}

/// What an answer other than the one that was asked for means.
pub(super) fn of(status: StatusCode, body: &[u8], after: Option<Duration>) -> Failed {
    let code =
        serde_json::from_slice::<Words>(body).map_or_else(|_| String::new(), |it| it.error.code);
    match status.as_u16() {
        status @ (429 | 500 | 502 | 503 | 504) => Failed::ForNow(Trouble::Busy { status }, after),
        status => Failed::ForGood(Trouble::denied(status, &code)),
    }
}

/// What it means that there is no token.
pub(super) fn of_login(status: StatusCode, body: &[u8], after: Option<Duration>) -> Failed {
    let number = status.as_u16();
    if matches!(number, 429 | 500 | 502 | 503 | 504) {
        return Failed::ForNow(Trouble::Busy { status: number }, after);
    }
    let words: LoginWords = serde_json::from_slice(body).unwrap_or_default();
    // The description begins with a number of its own; the rest of it is not repeated.
    let stated = words.error_description.split(':').next().unwrap_or_default();
    let code = match (stated.starts_with("AADSTS"), words.error.is_empty()) {
        (true, _) => plain(stated),
        (false, false) => plain(&words.error),
        (false, true) => number.to_string(),
    };
    Failed::ForGood(Trouble::Login(code))
}

/// A word of the server without anything that could pass for something else.
fn plain(code: &str) -> String {
    let is_plain =
        |letter: &char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '.' | '-');
    code.chars().filter(is_plain).take(80).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(failed: Failed) -> String {
        match failed {
            Failed::ForGood(trouble) | Failed::ForNow(trouble, _) => trouble.to_string(),
            Failed::Token => "token".to_owned(),
        }
    }

    #[test]
    fn licenses_and_permissions_are_told_apart() {
        let body = |code: &str| format!("{{\"error\":{{\"code\":\"{code}\",\"message\":\"x\"}}}}");
        let words = |code| told(of(StatusCode::FORBIDDEN, body(code).as_bytes(), None));
        let license = words("Authentication_RequestFromNonPremiumTenantOrB2CTenant");
        assert!(license.contains("P1 or P2"), "{license}");
        let permission = words("Authorization_RequestDenied");
        assert_eq!(permission, "the application may not read it (403 Authorization_RequestDenied)");
    }

    #[test]
    fn a_login_is_told_by_its_number_and_nothing_else_is_repeated() {
        let body =
            br#"{"error":"invalid_client","error_description":"AADSTS7000215: Invalid: hunter2"}"#;
        let words = told(of_login(StatusCode::UNAUTHORIZED, body, None));
        assert!(words.contains("AADSTS7000215") && words.contains("the secret is wrong"));
        assert!(!words.contains("hunter2"));
        let strange = told(of_login(StatusCode::BAD_REQUEST, b"<html>\x1b[31m", None));
        assert_eq!(strange, "the application could not sign in (400)");
    }
}
