//! One sign-in or request as a fact, whatever log it came from. Source: MFA facts 1.4.

use std::borrow::Cow;
use std::collections::HashSet;

use super::key::Key;
use super::source::SourceKind;
use crate::word::words;

/// One sign-in or request. Texts are empty where the log has none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event<'a> {
    /// The log it was read from.
    pub source: SourceKind,
    /// The request's id; of a record without one, the digest of the record.
    pub request_id: Key,
    /// What ties requests together.
    pub correlation_id: Option<Key>,
    /// When, in microseconds of UTC since 1970; years 1970 to 9998.
    pub ts: i64,
    /// The user's object id; `None` for requests of applications by themselves.
    pub user_id: Option<Key>,
    /// The user's principal name in lower case.
    pub upn: Cow<'a, str>,
    /// The directory (tenant) that the log states.
    pub directory_id: Option<Key>,
    /// The application that asked.
    pub app_id: Option<Key>,
    /// Its name.
    pub app_name: Cow<'a, str>,
    /// The application that was asked.
    pub resource_id: Option<Key>,
    /// The channel, where the log itself states it; [`Channels::of`] decides.
    pub stated_channel: Option<Channel>,
    /// In whose name the request was made, as far as the log tells; [`AuthType::on`] says the rest.
    pub auth: AuthType,
    /// 0 for success. Others carry no operation and are not counted.
    pub error_code: i64,
    /// Whether the request counts as made with multifactor authentication.
    pub mfa: bool,
    /// What decided [`Event::mfa`].
    pub basis: MfaBasis,
    /// What was done; of sign-ins, the name of the resource.
    pub operation: Cow<'a, str>,
    /// The address it came from, as written.
    pub source_ip: Cow<'a, str>,
    /// The kind of client as the log names it; `ROPC` for the resource owner password grant.
    pub client_app: Cow<'a, str>,
    /// What conditional access did.
    pub ca_status: CaStatus,
    /// Who issued the token.
    pub issuer: TokenIssuer,
}

impl Event<'_> {
    /// Whether the event is an operation that the report counts: it did not fail.
    #[must_use]
    pub const fn counts(&self) -> bool {
        self.error_code == 0
    }

    /// The same event without anything borrowed.
    #[must_use]
    pub fn into_owned(self) -> Event<'static> {
        Event {
            upn: Cow::Owned(self.upn.into_owned()),
            app_name: Cow::Owned(self.app_name.into_owned()),
            operation: Cow::Owned(self.operation.into_owned()),
            source_ip: Cow::Owned(self.source_ip.into_owned()),
            client_app: Cow::Owned(self.client_app.into_owned()),
            ..self
        }
    }
}

words! {
    /// The way into the partner's data that a request took.
    pub enum Channel {
        /// The portal in a browser: metric B.
        Portal = "portal",
        /// The API or its SDK: metric C.
        Api = "api",
        /// Anything else; the report does not count it.
        Other = "other",
    }
}

/// Which applications and resources are the portal and the API, as configured for an organization.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Channels {
    /// Ids of the portal, as an application or as a resource.
    pub portal: HashSet<Key>,
    /// Ids of the API, as an application or as a resource.
    pub api: HashSet<Key>,
}

impl Channels {
    /// The channel of an event: what its log states; otherwise the portal if its resource or its
    /// application is one of the portal's, the API likewise, or [`Channel::Other`].
    #[must_use]
    pub fn of(&self, event: &Event<'_>) -> Channel {
        let is_in = |ids: &HashSet<Key>| {
            [event.resource_id, event.app_id].iter().flatten().any(|id| ids.contains(id))
        };
        match event.stated_channel {
            Some(stated) => stated,
            None if is_in(&self.portal) => Channel::Portal,
            None if is_in(&self.api) => Channel::Api,
            None => Channel::Other,
        }
    }
}

words! {
    /// In whose name a request was made.
    pub enum AuthType {
        /// A user's own, in a browser.
        User = "user",
        /// An application's in the name of a user.
        AppUser = "appUser",
        /// An application's or managed identity's own. Left out of part and whole of metric C.
        AppOnly = "appOnly",
    }
}

impl AuthType {
    /// The type on a channel: whoever is not an application alone is a user in the portal, and an
    /// application with a user at the API. Events are stored with this one.
    #[must_use]
    pub const fn on(self, channel: Channel) -> Self {
        match (self, channel) {
            (Self::AppOnly, _) => Self::AppOnly,
            (_, Channel::Portal) => Self::User,
            (_, Channel::Api) => Self::AppUser,
            (other, Channel::Other) => other,
        }
    }
}

words! {
    /// What decided whether a request counts as made with multifactor authentication.
    pub enum MfaBasis {
        /// The claims of the token, for or against. Rule 1.
        Claim = "claim",
        /// A federated identity provider's claim of multifactor authentication. Rules 1 and 3.
        Federated = "federated",
        /// The log's own mark, for or against. Rule 2.
        MfaCompliant = "mfaCompliant",
        /// A step of the sign-in that was a second factor and succeeded. Rule 3.
        Step = "step",
        /// The words of a result. Rule 3.
        ResultDetail = "resultDetail",
        /// A first step that is strong by itself. Rule 3.
        StrongPrimary = "strongPrimary",
        /// Only the requirement says so; there were no steps to look at. Rule 4.
        Inferred = "inferred",
        /// The sign-in failed, so that nothing was done with it.
        Failed = "failed",
        /// Nothing speaks for multifactor authentication.
        None = "none",
    }
}

words! {
    /// What conditional access did at a sign-in. Words that are new one day become `other`.
    pub enum CaStatus {
        /// A policy applied and was satisfied.
        Success = "success",
        /// A policy applied and was not satisfied.
        Failure = "failure",
        /// No policy applied.
        NotApplied = "notApplied",
        /// A word that is not known here, report-only results among them.
        Other = "other",
        /// The log does not say.
        Unstated = "unstated",
    }
}

words! {
    /// Who issued the token of a sign-in. Words that are new one day become `other`.
    pub enum TokenIssuer {
        /// Microsoft Entra ID.
        AzureAd = "AzureAD",
        /// A federated identity provider.
        Federated = "ADFederationServices",
        /// A word that is not known here.
        Other = "other",
        /// The log does not say.
        Unstated = "unstated",
    }
}

impl CaStatus {
    /// The status that a log's word stands for; capitals do not matter.
    #[must_use]
    pub fn read(word: &str) -> Self {
        match word {
            "" => Self::Unstated,
            _ if word.eq_ignore_ascii_case("success") => Self::Success,
            _ if word.eq_ignore_ascii_case("failure") => Self::Failure,
            _ if word.eq_ignore_ascii_case("notApplied") => Self::NotApplied,
            _ => Self::Other,
        }
    }
}

impl TokenIssuer {
    /// The issuer that a log's word stands for; capitals do not matter.
    #[must_use]
    pub fn read(word: &str) -> Self {
        match word {
            "" => Self::Unstated,
            _ if word.eq_ignore_ascii_case("AzureAD") => Self::AzureAd,
            _ if word.to_ascii_lowercase().starts_with("adfederationservices") => Self::Federated,
            _ => Self::Other,
        }
    }
}
