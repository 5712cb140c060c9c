//! What a report holds, as it is kept and handed out: `docs/formats/mfa-report.md` describes it.

use std::collections::BTreeSet;

use attestor_core::day::Day;
use attestor_core::mfa::diagnosis::Cause;
use attestor_core::mfa::directory::{MissReason, Missing};
use attestor_core::mfa::key::Key;
use attestor_core::mfa::source::SourceKind;
use attestor_core::ratio::Ratio;
use serde::{Deserialize, Serialize, Serializer, ser::SerializeStruct as _};

/// The report of an organization for a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Report {
    /// Whose report it is.
    pub(crate) organization: String,
    /// The report's day; the window ends before it.
    pub(crate) day: Day,
    /// Where a day begins: `UTC` or an offset.
    pub(crate) zone: String,
    /// The seven days that the numbers of requests are made of.
    pub(crate) window: Span,
    /// The id of the rule that says what counts as multifactor authentication.
    pub(crate) rule: String,
    /// What was set for the organization when the report was made.
    pub(crate) settings: Counted,
    /// Whether the report is made for the organization's cloud. Nothing is measured where it is not.
    pub(crate) offered: bool,
    /// Whether the numbers count sign-ins, of which one may stand for many operations.
    pub(crate) approximation: bool,
    /// The kinds of logs behind the numbers.
    pub(crate) sources: Vec<SourceKind>,
    /// Metric A: enabled accounts that must use multifactor authentication.
    pub(crate) configuration: Accounts,
    /// Metric B: operations in the portal.
    pub(crate) portal: Requests,
    /// Metric C: requests of applications with a user at the API.
    pub(crate) api: ApiRequests,
    /// Each day of the window, the first one first.
    pub(crate) days: Vec<DayCounts>,
    /// The rolling shares of the last thirty report days, the report's own last.
    pub(crate) trend: Vec<TrendPoint>,
    /// How many users and requests each primary cause has, in the order of the causes.
    pub(crate) causes: Vec<CauseCount>,
    /// How many users made requests without multifactor authentication.
    pub(crate) users_without: u64,
    /// Those users with the causes, most requests without first; at most 10,000.
    pub(crate) users: Vec<UserWithout>,
    /// When the report was made, and from what.
    pub(crate) made: Made,
}

/// A time from and to; the end is exclusive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Span {
    /// The first moment.
    pub(crate) from: String,
    /// The first moment that is no part of it.
    pub(crate) to: String,
}

/// What was set for the organization.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Counted {
    /// The cloud.
    pub(crate) cloud: String,
    /// Applications or resources that are the portal.
    pub(crate) portal_ids: Vec<String>,
    /// Applications or resources that are the API.
    pub(crate) api_ids: Vec<String>,
}

/// A part of a whole. In JSON the share floored to tenths of a per cent stands beside them, or null
/// where there is no whole; it is never read back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub(crate) struct Share {
    /// The part.
    pub(crate) part: u64,
    /// The whole.
    pub(crate) whole: u64,
}

impl Share {
    /// No activity.
    pub(crate) const NONE: Self = Self { part: 0, whole: 0 };

    /// The share as a ratio.
    pub(crate) const fn ratio(self) -> Ratio {
        Ratio::new(self.part, self.whole)
    }

    /// What is left to the whole.
    pub(crate) const fn rest(self) -> u64 {
        self.whole.saturating_sub(self.part)
    }
}

impl From<Ratio> for Share {
    fn from(ratio: Ratio) -> Self {
        Self { part: ratio.part, whole: ratio.whole }
    }
}

impl Serialize for Share {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut share = serializer.serialize_struct("Share", 3)?;
        share.serialize_field("part", &self.part)?;
        share.serialize_field("whole", &self.whole)?;
        share.serialize_field("percent", &percent(self.ratio()))?;
        share.end()
    }
}

/// Floored to tenths, as a number with one digit behind the point; `None` without a whole.
fn percent(ratio: Ratio) -> Option<serde_json::Number> {
    let tenths = ratio.tenths()?;
    format!("{}.{}", tenths / 10, tenths % 10).parse().ok()
}

/// Metric A.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Accounts {
    /// The share of the enabled accounts.
    #[serde(flatten)]
    pub(crate) share: Share,
    /// The day of the directory; `None` where no accounts were handed in.
    pub(crate) as_of: Option<Day>,
    /// All accounts, disabled ones among them.
    pub(crate) accounts: u64,
    /// Of the part, those that only a policy with conditions holds to it.
    pub(crate) conditional_only: u64,
    /// Of the part, those that only security defaults hold to it, which ask by risk.
    pub(crate) risk_based_only: u64,
    /// Enabled ones of which it cannot be told. They are not in the part.
    pub(crate) unknown: u64,
    /// What would have to be handed in to tell.
    pub(crate) missing: BTreeSet<Missing>,
    /// When the share reaches 100 %.
    pub(crate) reaches_all: Forecast,
    /// How many accounts each mechanism holds to it, most first; one account may have several.
    pub(crate) enforced_by: Vec<EnforcedBy>,
    /// Enabled accounts that nothing known holds to it, by name; at most 10,000.
    pub(crate) lacking: Vec<AccountLacking>,
}

/// What makes accounts use multifactor authentication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct EnforcedBy {
    /// The mechanism.
    #[serde(flatten)]
    pub(crate) by: Mechanism,
    /// How many enabled accounts.
    pub(crate) accounts: u64,
}

/// A mechanism.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "mechanism", rename_all = "kebab-case")]
pub(crate) enum Mechanism {
    /// The per-user setting.
    PerUser,
    /// A conditional access policy.
    Policy {
        /// Its id.
        id: Key,
        /// Its name.
        name: String,
        /// Whether it does not always ask.
        conditional: bool,
    },
    /// Security defaults, which ask by risk.
    SecurityDefaults,
    /// An identity provider that has proved to send the claim.
    Federation,
}

/// An enabled account that nothing known makes use multifactor authentication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct AccountLacking {
    /// The account's object id.
    pub(crate) user_id: Key,
    /// Its principal name.
    pub(crate) upn: String,
    /// Whether it is a guest.
    pub(crate) guest: bool,
    /// The day on which it was created, where that is known.
    pub(crate) created: Option<Day>,
    /// Policies that come near, and why they do not hold the account to it.
    pub(crate) near: Vec<NearPolicy>,
    /// What would have to be handed in to tell; nothing where it is certain.
    pub(crate) missing: BTreeSet<Missing>,
}

/// A policy that comes near.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct NearPolicy {
    /// Its id.
    pub(crate) id: Key,
    /// Its name.
    pub(crate) name: String,
    /// Why it does not hold the account to it.
    pub(crate) why: MissReason,
}

/// Metric B.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Requests {
    /// The share.
    #[serde(flatten)]
    pub(crate) share: Share,
    /// When it reaches 100 %.
    pub(crate) reaches_all: Forecast,
}

/// Metric C.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ApiRequests {
    /// The share.
    #[serde(flatten)]
    pub(crate) share: Share,
    /// Requests of applications alone, which are in neither part nor whole.
    pub(crate) app_only_omitted: u64,
    /// When it reaches 100 %.
    pub(crate) reaches_all: Forecast,
}

/// When a share reaches 100 %.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub(crate) enum Forecast {
    /// There is nothing to take a share of.
    NoActivity,
    /// It is there already.
    Reached,
    /// The report of this day is the first to show it.
    On {
        /// That day.
        day: Day,
    },
    /// Not as things are.
    NotAsOf {
        /// The day that speaks against it.
        day: Day,
    },
}

impl From<attestor_core::mfa::metric::Forecast> for Forecast {
    fn from(forecast: attestor_core::mfa::metric::Forecast) -> Self {
        use attestor_core::mfa::metric::Forecast as Told;
        match forecast {
            Told::NoActivity => Self::NoActivity,
            Told::Reached => Self::Reached,
            Told::On(day) => Self::On { day },
            Told::NotAsOf(day) => Self::NotAsOf { day },
        }
    }
}

/// What a day comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct DayCounts {
    /// The day.
    pub(crate) day: Day,
    /// In the portal.
    pub(crate) portal: Counts,
    /// At the API.
    pub(crate) api: Counts,
}

/// Requests of a day on a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Counts {
    /// With multifactor authentication.
    #[serde(rename = "with")]
    pub(crate) with_mfa: u64,
    /// Without.
    pub(crate) without: u64,
    /// Of applications alone, which are not counted.
    pub(crate) app_only: u64,
}

/// The rolling shares of a report day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct TrendPoint {
    /// The report's day.
    pub(crate) day: Day,
    /// Metric B of its window.
    pub(crate) portal: Share,
    /// Metric C of its window.
    pub(crate) api: Share,
}

/// What a cause comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct CauseCount {
    /// The cause.
    pub(crate) cause: Cause,
    /// The users of whom it is the primary one.
    pub(crate) users: u64,
    /// Their requests without multifactor authentication.
    pub(crate) requests: u64,
}

/// A user with requests without multifactor authentication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct UserWithout {
    /// The user's object id, where the log has it.
    pub(crate) user_id: Option<Key>,
    /// The principal name.
    pub(crate) upn: String,
    /// All requests of the window.
    pub(crate) requests: u64,
    /// Those without multifactor authentication.
    pub(crate) without: u64,
    /// When the last of those was made.
    pub(crate) last_without: Option<String>,
    /// The primary cause.
    pub(crate) cause: Cause,
    /// All causes that match, with what speaks for each.
    pub(crate) matching: Vec<Matching>,
    /// What would have to be handed in to tell the primary cause.
    pub(crate) missing: BTreeSet<Missing>,
}

/// A cause that matches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Matching {
    /// The cause.
    pub(crate) cause: Cause,
    /// What speaks for it. The requests themselves are asked for by user.
    pub(crate) evidence: Vec<Evidence>,
}

/// What speaks for a cause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(crate) enum Evidence {
    /// A request.
    Request {
        /// Its id.
        id: Key,
    },
    /// A policy.
    Policy {
        /// Its id.
        id: Key,
        /// Its name.
        name: String,
    },
    /// The user's registration.
    Registration,
    /// The setting of security defaults.
    SecurityDefaults,
    /// The user's domain.
    Domain,
    /// The account.
    Account {
        /// The day of its creation.
        created: Day,
    },
}

/// When a report was made, and from what. Two reports with the same marks are the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Made {
    /// When.
    pub(crate) at: String,
    /// What it was made from.
    #[serde(flatten)]
    pub(crate) from: Marks,
}

/// What tells the state of all that a report is made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Marks {
    /// The number of the last change to the table of events.
    pub(crate) log_version: u64,
    /// The state of the directory's snapshots and of the settings.
    pub(crate) documents: String,
}
