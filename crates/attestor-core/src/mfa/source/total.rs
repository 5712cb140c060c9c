//! Totals: downloads of Partner Center that hold sums over requests and no request. They are read, so
//! that people learn what was in them, and counted nowhere.

use std::fmt;

use serde::Deserialize;

use super::convert::{lower, short, time, user};
use super::value::{Code, Text};
use super::{Reason, SourceKind};
use crate::day::Day;
use crate::mfa::key::Key;
use crate::mfa::moment::Micros;
use crate::mfa::zone::Zone;

/// One row of totals. Source: MFA facts 1.2.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Total {
    /// The requests of an application on a day.
    Application(AppTotal),
    /// A user without multifactor authentication.
    Principal(PrincipalTotal),
}

/// The requests of applications with a user, by day and application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppTotal {
    /// The day (UTC).
    pub day: Day,
    /// Requests with multifactor authentication; never above `requests`.
    pub with_mfa: u64,
    /// All requests.
    pub requests: u64,
    /// The application; `None` where the row does not say.
    pub app_id: Option<Key>,
    /// Its name, or empty.
    pub app_name: String,
}

/// A user without multifactor authentication, and when last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrincipalTotal {
    /// The user's object id; `None` where the row does not say.
    pub user_id: Option<Key>,
    /// The directory (tenant).
    pub directory_id: Option<Key>,
    /// The principal name in lower case, or empty.
    pub upn: String,
    /// The last request without, in microseconds of UTC.
    pub last: i64,
}

impl Total {
    /// Which download the row is of.
    #[must_use]
    pub const fn kind(&self) -> SourceKind {
        match self {
            Self::Application(_) => SourceKind::PartnerSummary,
            Self::Principal(_) => SourceKind::PartnerPrincipals,
        }
    }
}

impl fmt::Display for Total {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Application(total) => {
                let AppTotal { day, with_mfa, requests, app_id, app_name } = total;
                write!(f, "{with_mfa} of {requests} requests with MFA on {day}")?;
                match (app_id, app_name.as_str()) {
                    (_, name) if !name.is_empty() => write!(f, " by `{name}`"),
                    (Some(id), _) => write!(f, " by {id}"),
                    (None, _) => Ok(()),
                }
            }
            Self::Principal(total) => {
                let last = Micros(total.last);
                match (total.upn.as_str(), total.user_id) {
                    ("", Some(id)) => write!(f, "{id}, last without MFA at {last}"),
                    ("", None) => write!(f, "somebody, last without MFA at {last}"),
                    (upn, _) => write!(f, "{upn}, last without MFA at {last}"),
                }
            }
        }
    }
}

/// A row of the summary by application.
#[derive(Debug, Default, Deserialize)]
pub(super) struct RawAppTotal<'a> {
    #[serde(borrow, default, rename = "loginDate", alias = "LoginDate")]
    day: Text<'a>,
    #[serde(
        borrow,
        default,
        rename = "mfaCompliantRequestCount",
        alias = "MfaCompliantRequestCount"
    )]
    with_mfa: Code<'a>,
    #[serde(borrow, default, rename = "totalRequestCount", alias = "TotalRequestCount")]
    requests: Code<'a>,
    #[serde(borrow, default, rename = "applicationId", alias = "ApplicationId")]
    app_id: Text<'a>,
    #[serde(borrow, default, rename = "applicationName", alias = "ApplicationName")]
    app_name: Text<'a>,
}

/// A row of the users without multifactor authentication.
#[derive(Debug, Default, Deserialize)]
pub(super) struct RawPrincipalTotal<'a> {
    #[serde(borrow, default, rename = "objectId", alias = "ObjectId")]
    user_id: Text<'a>,
    #[serde(borrow, default, rename = "tenantId", alias = "TenantId")]
    directory: Text<'a>,
    #[serde(borrow, default, alias = "Upn", alias = "UPN")]
    upn: Text<'a>,
    #[serde(
        borrow,
        default,
        rename = "lastNonMfaCompliantRequestDateTime",
        alias = "LastNonMfaCompliantRequestDateTime",
        alias = "lastNonMfaCompliantLoginDateTime",
        alias = "LastNonMfaCompliantLoginDateTime"
    )]
    last: Text<'a>,
}

impl RawAppTotal<'_> {
    /// The row, or why it is none.
    pub(super) fn read(self) -> Result<Total, Reason> {
        let requests = count(&self.requests, "totalRequestCount")?;
        let with_mfa = count(&self.with_mfa, "mfaCompliantRequestCount")?;
        if with_mfa > requests {
            let words = format!("{with_mfa} of {requests} requests with MFA");
            return Err(Reason::WrongType(words));
        }
        let day = match Day::parse(self.day.trimmed()) {
            Some(day) => day,
            None => Zone::utc().day_of(time(&self.day, "loginDate")?),
        };
        let (app_id, app_name) = (Key::of(&self.app_id.0), self.app_name.0.into_owned());
        Ok(Total::Application(AppTotal { day, with_mfa, requests, app_id, app_name }))
    }
}

impl RawPrincipalTotal<'_> {
    /// The row, or why it is none.
    pub(super) fn read(self) -> Result<Total, Reason> {
        Ok(Total::Principal(PrincipalTotal {
            user_id: user(&self.user_id),
            directory_id: Key::of(&self.directory.0),
            last: time(&self.last, "lastNonMfaCompliantRequestDateTime")?,
            upn: lower(self.upn.0).into_owned(),
        }))
    }
}

fn count(code: &Code<'_>, key: &'static str) -> Result<u64, Reason> {
    let word = match code {
        Code::Number(number) => {
            return u64::try_from(*number).map_err(|_| Reason::NotANumber(number.to_string()));
        }
        Code::Word(word) => word.trim(),
    };
    if word.is_empty() {
        return Err(Reason::Missing(key));
    }
    word.parse().map_err(|_| Reason::NotANumber(short(word)))
}
