//! A conditional access policy, as far as it matters here.

use std::collections::HashSet;

use super::fact::{RawConditions, RawGrant, RawGuests, RawPolicy, RawUsers};
use crate::mfa::key::Key;
use crate::mfa::moment;
use crate::mfa::source::Reason;
use crate::mfa::source::value::{Text, Words};
use crate::word::words;

words! {
    /// Whether a policy is in force.
    pub enum PolicyState {
        /// It is.
        Enabled = "enabled",
        /// It only writes down what it would do, which enforces nothing.
        ReportOnly = "enabledForReportingButNotEnforced",
        /// It is not.
        Disabled = "disabled",
        /// A word that is not known here; it enforces nothing.
        Other = "other",
    }
}

/// A policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// Its id.
    pub id: Key,
    /// Its name.
    pub name: String,
    /// Whether it is in force.
    pub state: PolicyState,
    /// When it was created or last changed, in microseconds of UTC, if the file says so.
    pub modified: Option<i64>,
    /// Whether it depends on places, devices, risks or clients, so that it does not always ask.
    pub conditional: bool,
    /// What it demands.
    pub grant: Grant,
    /// Whom it includes.
    pub(super) include: Audience,
    /// Whom it excludes.
    pub(super) exclude: Audience,
    /// Which applications it covers.
    pub(super) apps: Apps,
}

/// What a policy demands, with regard to multifactor authentication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grant {
    /// Multifactor authentication, by a control or an authentication strength.
    Mfa,
    /// Multifactor authentication or something else instead.
    Weakened,
    /// A third party's custom control, which never counts.
    Custom,
    /// Nothing of the kind.
    Nothing,
}

/// A set of accounts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Audience {
    pub(super) all: bool,
    pub(super) guests: bool,
    pub(super) users: HashSet<Key>,
    pub(super) groups: HashSet<Key>,
    pub(super) roles: HashSet<Key>,
}

/// A set of applications.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Apps {
    pub(super) all: bool,
    pub(super) include: HashSet<Key>,
    pub(super) exclude: HashSet<Key>,
}

impl Policy {
    /// Whether the policy, where it applies, makes its users use multifactor authentication.
    #[must_use]
    pub fn enforces(&self) -> bool {
        self.state == PolicyState::Enabled && self.grant == Grant::Mfa
    }

    /// Whether the policy is in force and asks for a third party's custom control.
    #[must_use]
    pub fn is_custom(&self) -> bool {
        self.state == PolicyState::Enabled && self.grant == Grant::Custom
    }

    /// Reads a policy; `strengths` are those that demand multifactor authentication.
    pub(super) fn read(raw: &RawPolicy<'_>, strengths: &HashSet<Key>) -> Result<Self, Reason> {
        let id = Key::of(&raw.id.0).ok_or(Reason::Missing("id"))?;
        let conditions = raw.conditions.as_ref().ok_or(Reason::Missing("conditions"))?;
        let no_users = RawUsers::default();
        let users = conditions.users.as_ref().unwrap_or(&no_users);
        let moment = |text: &Text<'_>| moment::parse(text.trimmed()).ok();
        Ok(Self {
            id,
            name: raw.name.0.clone().into_owned(),
            state: state(raw.state.trimmed()),
            modified: moment(&raw.modified).max(moment(&raw.created)),
            conditional: is_conditional(conditions),
            grant: raw.grant.as_ref().map_or(Grant::Nothing, |grant| self::grant(grant, strengths)),
            include: audience(&users.included(), has_guests(users.include_guests.as_ref())),
            exclude: audience(&users.excluded(), has_guests(users.exclude_guests.as_ref())),
            apps: apps(conditions),
        })
    }
}

fn state(word: &str) -> PolicyState {
    let known = PolicyState::ALL.iter().find(|state| state.as_str().eq_ignore_ascii_case(word));
    known.copied().unwrap_or(PolicyState::Other)
}

/// The words of one side of a policy's accounts.
struct Side<'a> {
    users: &'a Words<'a>,
    groups: &'a Words<'a>,
    roles: &'a Words<'a>,
}

impl RawUsers<'_> {
    const fn included(&self) -> Side<'_> {
        let (users, groups) = (&self.include_users, &self.include_groups);
        Side { users, groups, roles: &self.include_roles }
    }

    const fn excluded(&self) -> Side<'_> {
        let (users, groups) = (&self.exclude_users, &self.exclude_groups);
        Side { users, groups, roles: &self.exclude_roles }
    }
}

/// Whether kinds of guests hold those that a directory lists as guests.
fn has_guests(raw: Option<&RawGuests<'_>>) -> bool {
    let is_guest = |word: &str| word.to_ascii_lowercase().ends_with("guest");
    raw.is_some_and(|guests| guests.types.iter().any(is_guest))
}

fn audience(raw: &Side<'_>, guests: bool) -> Audience {
    let Side { users, groups, roles } = raw;
    let is = |word: &str| users.iter().any(|user| user.eq_ignore_ascii_case(word));
    Audience {
        all: is("All"),
        guests: guests || is("GuestsOrExternalUsers"),
        users: keys(users),
        groups: keys(groups),
        roles: keys(roles),
    }
}

fn keys(words: &Words<'_>) -> HashSet<Key> {
    words.iter().filter_map(Key::of).collect()
}

fn apps(conditions: &RawConditions<'_>) -> Apps {
    let Some(raw) = &conditions.applications else { return Apps::default() };
    let all = raw.include.iter().any(|app| app.eq_ignore_ascii_case("All"));
    Apps { all, include: keys(&raw.include), exclude: keys(&raw.exclude) }
}

/// Conditions that leave some sign-ins of an included account out.
fn is_conditional(raw: &RawConditions<'_>) -> bool {
    let has = |words: &Words<'_>| words.iter().next().is_some();
    let is = |words: &Words<'_>, word: &str| words.iter().any(|it| it.eq_ignore_ascii_case(word));
    let places = raw.locations.as_ref().is_some_and(|places| {
        has(&places.exclude) || has(&places.include) && !is(&places.include, "All")
    });
    let platforms = raw.platforms.as_ref().is_some_and(|platforms| {
        has(&platforms.exclude) || has(&platforms.include) && !is(&platforms.include, "all")
    });
    let modern = is(&raw.clients, "browser") && is(&raw.clients, "mobileAppsAndDesktopClients");
    let clients = has(&raw.clients) && !is(&raw.clients, "all") && !modern;
    let devices = raw.devices.as_ref().is_some_and(|devices| devices.filter.is_some());
    let filter = raw.applications.as_ref().is_some_and(|apps| apps.filter.is_some());
    let risk = has(&raw.sign_in_risk) || has(&raw.user_risk);
    places || platforms || clients || devices || filter || risk
}

/// The demand of a policy. With the operator `OR`, any other control weakens it.
fn grant(raw: &RawGrant<'_>, strengths: &HashSet<Key>) -> Grant {
    let is_mfa = |word: &&str| word.eq_ignore_ascii_case("mfa");
    let strength = raw.strength.as_ref().map(|strength| {
        let satisfied = strength.satisfied.0.split(',').any(|word| is_mfa(&word.trim()));
        satisfied || Key::of(&strength.id.0).is_some_and(|id| strengths.contains(&id))
    });
    let mfa = raw.built_in.iter().any(|word| is_mfa(&word)) || strength == Some(true);
    let custom = raw.custom.iter().next().is_some();
    let others = raw.built_in.iter().any(|word| !is_mfa(&word))
        || strength == Some(false)
        || raw.terms.iter().next().is_some()
        || custom;
    let is_or = !raw.operator.trimmed().eq_ignore_ascii_case("AND");
    match (mfa, custom) {
        (true, _) if is_or && others => Grant::Weakened,
        (true, _) => Grant::Mfa,
        (false, true) => Grant::Custom,
        (false, false) => Grant::Nothing,
    }
}
