//! What on a page does not fit together. Nothing here stops a page from being kept.

use std::fmt;
use std::sync::Arc;

use super::identity::{app_id, identity};
use crate::answer::Answer;
use crate::attestation::page::controls::Outcome;
use crate::attestation::page::facts::{Facts, Tier, Value};
use crate::attestation::page::finding::{Finding, FindingKind};
use crate::day::{Day, Length};

/// The question whether sign-in goes through the platform's identity service.
const SIGN_IN: &str = "integrates_with_identity_platform";
/// The question whose answer is the app's id in the store.
const APP_ID: &str = "app_id";
/// How long an attestation stays fresh; its last day counts. Publishers answer anew every year.
const FRESH: Length = Length::Years(1);

/// One thing that does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inconsistency {
    /// The app asks for Graph permissions and says that it does not sign in through the platform.
    PermissionsWithoutSignIn {
        /// How many rows of permissions there are.
        permissions: usize,
    },
    /// The page is one of a certified app, and a domain failed.
    CertifiedWithFailedDomain {
        /// The domain's id.
        domain: Arc<str>,
    },
    /// The page names another id than the one under which the app is kept.
    IdsDisagree {
        /// The id under which the app is kept.
        kept: String,
        /// The other one.
        other: String,
    },
    /// Rows were left blank.
    Blanks {
        /// The questions, in the order of the page.
        questions: Vec<Arc<str>>,
    },
    /// The publisher last changed an answer more than a year ago.
    StaleDate {
        /// The day of the last change.
        updated: Day,
    },
    /// The publisher's last change lies in the future.
    FutureDate {
        /// The day of the last change.
        updated: Day,
    },
}

impl Inconsistency {
    /// The name in machine-readable output.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::PermissionsWithoutSignIn { .. } => "permissions_without_sign_in",
            Self::CertifiedWithFailedDomain { .. } => "certified_with_failed_domain",
            Self::IdsDisagree { .. } => "ids_disagree",
            Self::Blanks { .. } => "blanks",
            Self::StaleDate { .. } => "stale_date",
            Self::FutureDate { .. } => "future_date",
        }
    }
}

impl fmt::Display for Inconsistency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PermissionsWithoutSignIn { permissions } => write!(
                f,
                "the page lists {permissions} Graph permissions and says that the app does not \
                 sign in through the platform"
            ),
            Self::CertifiedWithFailedDomain { domain } => {
                write!(f, "the app is shown as certified, and its domain `{domain}` failed")
            }
            Self::IdsDisagree { kept, other } => {
                write!(f, "the page also names the id `{other}`; the app is kept as `{kept}`")
            }
            Self::Blanks { questions } => write!(f, "left blank: {}", questions.join(", ")),
            Self::StaleDate { updated } => {
                write!(f, "last changed on {updated}, more than a year ago")
            }
            Self::FutureDate { updated } => {
                write!(f, "last changed on {updated}, which is still to come")
            }
        }
    }
}

/// What does not fit on a page whatever the day, from its facts and from what the reader noticed.
#[must_use]
pub fn inconsistencies(facts: &Facts, noticed: &[Finding]) -> Vec<Inconsistency> {
    let mut found = Vec::new();
    if !facts.permissions.is_empty() && facts.answer(SIGN_IN) == Answer::No {
        let permissions = facts.permissions.len();
        found.push(Inconsistency::PermissionsWithoutSignIn { permissions });
    }
    let tiers = [facts.badge, facts.certification_type];
    if tiers.contains(&Some(Tier::Certified)) {
        let failed = facts.certification.iter().filter(|(_, outcome)| *outcome == Outcome::Fail);
        found.extend(failed.map(|(domain, _)| Inconsistency::CertifiedWithFailedDomain {
            domain: Arc::clone(domain),
        }));
    }
    found.extend(other_ids(facts, noticed));
    let blank = facts.answers.iter().filter(|(_, value)| value.is_blank());
    let questions: Vec<Arc<str>> = blank.map(|(id, _)| Arc::clone(id)).collect();
    if !questions.is_empty() {
        found.push(Inconsistency::Blanks { questions });
    }
    found
}

/// What does not fit with a day: a date that is stale or still to come. A page changed on the day
/// itself, or exactly a year before, fits.
#[must_use]
pub fn date(facts: &Facts, today: Day) -> Option<Inconsistency> {
    let updated = facts.last_updated?;
    if updated > today {
        return Some(Inconsistency::FutureDate { updated });
    }
    (today > FRESH.after(updated)).then_some(Inconsistency::StaleDate { updated })
}

/// Ids in the row that differ from the one that is kept. The reader has put the id of a store link
/// into the row already, and noticed what stood there; a text that is no id was damaged by a
/// translator and disagrees with nothing. A page with both links has an id in each store.
fn other_ids(facts: &Facts, noticed: &[Finding]) -> Vec<Inconsistency> {
    let Some(identity) = identity(facts) else { return Vec::new() };
    let row = match facts.value(APP_ID) {
        Some(Value::Id(id)) => app_id(id),
        _ => None,
    };
    let replaced = noticed.iter().filter_map(|finding| match &finding.kind {
        FindingKind::IdFromLink { what, text, .. } if &**what == APP_ID => app_id(text),
        _ => None,
    });
    let teams = facts.teams_store_id.as_deref().and_then(app_id);
    row.into_iter()
        .chain(replaced)
        .filter(|other| *other != identity.id && Some(other) != teams.as_ref())
        .map(|other| Inconsistency::IdsDisagree { kept: identity.id.clone(), other })
        .collect()
}
