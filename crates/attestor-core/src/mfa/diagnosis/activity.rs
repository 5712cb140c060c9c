//! What users did in a window, summed up for their diagnosis.

use std::collections::HashMap;

use crate::mfa::event::{AuthType, CaStatus, Channel, Event, MfaBasis, TokenIssuer};
use crate::mfa::key::Key;
use crate::mfa::metric::{Window, order};
use crate::mfa::rule::MfaRule;

/// The most requests that are kept as evidence for one user.
const MAX_EVIDENCE: usize = 10;

/// What one user did in a window, on the portal and the API.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Activity {
    /// The user's object id.
    pub user_id: Option<Key>,
    /// The user's principal name.
    pub upn: String,
    /// All operations.
    pub requests: u64,
    /// Those without multifactor authentication.
    pub without: u64,
    /// Of those, the ones that no policy applied to.
    pub not_applied: u64,
    /// Of those, the ones from clients that cannot ask for a second factor.
    pub legacy: u64,
    /// Of those, the ones with a token of a federated identity provider.
    pub federated: u64,
    /// Operations with a federated identity provider's claim of multifactor authentication.
    pub claims: u64,
    /// The last operation without, in microseconds of UTC.
    pub last_without: Option<i64>,
    /// The newest operations without, by time and id, the latest first; at most ten.
    pub newest: Vec<(i64, Key)>,
}

/// The activities of all users, by id, or by name where there is no id.
#[derive(Debug, Clone, Default)]
pub struct Activities {
    users: HashMap<(Option<Key>, String), Activity>,
}

impl Activities {
    /// Adds an event, if it is a user's on the portal or the API within the window.
    pub fn add(&mut self, channel: Channel, event: &Event<'_>, window: &Window, rule: &MfaRule) {
        let counts = event.counts() && event.auth != AuthType::AppOnly && window.holds(event.ts);
        if !counts || channel == Channel::Other {
            return;
        }
        let name = if event.user_id.is_some() { "" } else { &*event.upn };
        let activity = self.users.entry((event.user_id, name.to_owned())).or_default();
        activity.user_id = event.user_id;
        if activity.upn.is_empty() {
            activity.upn.push_str(&event.upn);
        }
        activity.add(event, rule);
    }

    /// The users with operations without multifactor authentication; most of those first, then by
    /// id and name.
    #[must_use]
    pub fn without(self) -> Vec<Activity> {
        let mut users: Vec<Activity> =
            self.users.into_values().filter(|activity| activity.without > 0).collect();
        users.sort_by(|left, right| {
            let more = right.without.cmp(&left.without);
            more.then_with(|| (left.user_id, &left.upn).cmp(&(right.user_id, &right.upn)))
        });
        users
    }

    /// The users whose identity provider proved to send the claim.
    pub fn claim_proven(&self) -> impl Iterator<Item = Key> {
        let proven = self.users.values().filter(|activity| activity.claims > 0);
        proven.filter_map(|activity| activity.user_id)
    }
}

impl Activity {
    fn add(&mut self, event: &Event<'_>, rule: &MfaRule) {
        self.requests += 1;
        self.claims += u64::from(event.mfa && event.basis == MfaBasis::Federated);
        if event.mfa {
            return;
        }
        self.without += 1;
        self.not_applied += u64::from(event.ca_status == CaStatus::NotApplied);
        self.legacy += u64::from(rule.is_legacy(&event.client_app));
        self.federated += u64::from(event.issuer == TokenIssuer::Federated);
        self.last_without = self.last_without.max(Some(event.ts));
        let place = (event.ts, event.request_id);
        let at = self.newest.partition_point(|known| order(*known, place).is_lt());
        self.newest.insert(at, place);
        self.newest.truncate(MAX_EVIDENCE);
    }
}
