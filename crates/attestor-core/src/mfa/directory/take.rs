//! One record after the other into the directory.

use std::collections::HashSet;

use serde::Deserializer as _;

use super::fact::{
    RawAssignment, RawDefaults, RawDomain, RawExport, RawGroup, RawMember, RawPolicy,
    RawRegistration, RawState, RawUser,
};
use super::{Directory, Group, PerUserState, Policy, Registration, User};
use crate::mfa::key::Key;
use crate::mfa::moment;
use crate::mfa::rule::MfaRule;
use crate::mfa::source::value::{Names, Text};
use crate::mfa::source::{Body, Reason, form};
use crate::word::words;

words! {
    /// The kinds of facts about a directory.
    pub enum FactKind {
        /// An account.
        User = "user",
        /// A registration for multifactor authentication.
        Registration = "registration",
        /// A per-user setting.
        PerUserState = "per-user-state",
        /// Security defaults.
        SecurityDefaults = "security-defaults",
        /// A conditional access policy.
        Policy = "policy",
        /// A group with members.
        Group = "group",
        /// A role with members.
        Role = "role",
        /// A role that somebody was given.
        RoleAssignment = "role-assignment",
        /// A domain.
        Domain = "domain",
    }
}

impl FactKind {
    /// The kind of a record, by the names at its top, with capitals or without.
    ///
    /// # Errors
    /// That the record cannot be read, or is no fact that is known here.
    pub fn detect(body: &Body<'_>) -> Result<Self, Reason> {
        let mut names = HashSet::new();
        let mut see = |name: &str| {
            names.insert(name.to_ascii_lowercase());
        };
        match body {
            Body::Row(row) => row.header.0.iter().for_each(|name| see(name)),
            Body::Json(bytes) => {
                let text = str::from_utf8(bytes).map_err(|_| Reason::NotUtf8)?;
                let mut json = serde_json::Deserializer::from_str(text);
                // What is broken here is told by the reader of the kind, or is nothing at all.
                let _ = json.deserialize_map(Names(see));
            }
        }
        let has = |name: &str| names.contains(name);
        let rows = [
            (has("accountenabled"), Self::User),
            (has("ismfaregistered"), Self::Registration),
            (has("perusermfastate"), Self::PerUserState),
            (has("grantcontrols") || has("conditions"), Self::Policy),
            (has("isenabled"), Self::SecurityDefaults),
            (has("principalid") && has("roledefinitionid"), Self::RoleAssignment),
            (has("roletemplateid"), Self::Role),
            (has("members"), Self::Group),
            (has("authenticationtype"), Self::Domain),
        ];
        let found = rows.into_iter().find(|(found, _)| *found).map(|(_, kind)| kind);
        found.ok_or(Reason::UnknownShape)
    }
}

impl Directory {
    /// Takes a record with one fact or many, and hands over what became of each. A record with
    /// many is the export of ScubaGear, of which the policies are taken: its roles are not all
    /// roles, and its users say neither whether they are enabled nor what they are called.
    pub fn take_all(
        &mut self,
        body: &Body<'_>,
        rule: &MfaRule,
        mut told: impl FnMut(Result<FactKind, Reason>),
    ) {
        let taken = self.take(body, rule);
        if taken != Err(Reason::UnknownShape) {
            return told(taken);
        }
        let Ok(RawExport { policies: Some(policies) }) = form::<RawExport<'_>>(body) else {
            return told(taken);
        };
        self.know(FactKind::Policy);
        for raw in policies {
            told(self.policy(&raw, rule).map(|()| FactKind::Policy));
        }
    }

    /// Takes one fact. A later fact about the same thing replaces an earlier one; members and
    /// roles add up.
    ///
    /// # Errors
    /// Why the record is no fact; reading can go on with the next.
    pub fn take(&mut self, body: &Body<'_>, rule: &MfaRule) -> Result<FactKind, Reason> {
        let kind = FactKind::detect(body)?;
        match kind {
            FactKind::User => self.user(&form(body)?)?,
            FactKind::Registration => self.registration(&form(body)?)?,
            FactKind::PerUserState => self.state(&form(body)?)?,
            FactKind::SecurityDefaults => {
                let raw: RawDefaults = form(body)?;
                self.security_defaults = Some(raw.enabled.0.ok_or(Reason::Missing("isEnabled"))?);
            }
            FactKind::Policy => self.policy(&form(body)?, rule)?,
            FactKind::Group => self.group(&form(body)?)?,
            FactKind::Role => self.role(&form(body)?)?,
            FactKind::RoleAssignment => {
                let raw: RawAssignment<'_> = form(body)?;
                let role = id(&raw.role, "roleDefinitionId")?;
                let principal = id(&raw.principal, "principalId")?;
                self.roles.get_or_insert_default().entry(role).or_default().insert(principal);
            }
            FactKind::Domain => self.domain(&form(body)?)?,
        }
        Ok(kind)
    }

    /// Says that all facts of a kind were handed in, even if there were none.
    pub fn know(&mut self, kind: FactKind) {
        match kind {
            FactKind::User => drop(self.users.get_or_insert_default()),
            FactKind::Registration => drop(self.registrations.get_or_insert_default()),
            FactKind::PerUserState => drop(self.states.get_or_insert_default()),
            FactKind::SecurityDefaults => {}
            FactKind::Policy => drop(self.policies.get_or_insert_default()),
            FactKind::Group => drop(self.groups.get_or_insert_default()),
            FactKind::Role | FactKind::RoleAssignment => drop(self.roles.get_or_insert_default()),
            FactKind::Domain => drop(self.domains.get_or_insert_default()),
        }
    }

    fn user(&mut self, raw: &RawUser<'_>) -> Result<(), Reason> {
        let user = User {
            id: id(&raw.id, "id")?,
            upn: raw.upn.trimmed().to_lowercase(),
            enabled: raw.enabled.0.ok_or(Reason::Missing("accountEnabled"))?,
            guest: raw.kind.trimmed().eq_ignore_ascii_case("guest"),
            created: moment::parse(raw.created.trimmed()).ok(),
        };
        if !raw.state.trimmed().is_empty() {
            let state = per_user_state(raw.state.trimmed());
            self.states.get_or_insert_default().insert(user.id, state);
        }
        self.users.get_or_insert_default().insert(user.id, user);
        Ok(())
    }

    fn registration(&mut self, raw: &RawRegistration<'_>) -> Result<(), Reason> {
        let found = Registration {
            registered: raw.registered.0,
            capable: raw.capable.0,
            admin: raw.admin.0,
        };
        self.registrations.get_or_insert_default().insert(id(&raw.id, "id")?, found);
        Ok(())
    }

    fn state(&mut self, raw: &RawState<'_>) -> Result<(), Reason> {
        let user = Key::of(&raw.user_id.0).or_else(|| Key::of(&raw.id.0));
        let user = user.ok_or(Reason::Missing("userId"))?;
        self.states.get_or_insert_default().insert(user, per_user_state(raw.state.trimmed()));
        Ok(())
    }

    fn policy(&mut self, raw: &RawPolicy<'_>, rule: &MfaRule) -> Result<(), Reason> {
        let policy = Policy::read(raw, &rule.strength_ids())?;
        self.policies.get_or_insert_default().insert(policy.id, policy);
        Ok(())
    }

    fn group(&mut self, raw: &RawGroup<'_>) -> Result<(), Reason> {
        let group = Key::of(&raw.group_id.0).or_else(|| Key::of(&raw.id.0));
        let group = group.ok_or(Reason::Missing("id"))?;
        let mut members = Group::default();
        for member in raw.members.iter().flatten() {
            let Some((member, is_group)) = member_of(member) else { continue };
            members.members.insert(member);
            if is_group {
                members.nested.insert(member);
            }
            let parents = self.parents.entry(member).or_default();
            if !parents.contains(&group) {
                parents.push(group);
            }
        }
        let known = self.groups.get_or_insert_default().entry(group).or_default();
        known.members.extend(members.members);
        known.nested.extend(members.nested);
        Ok(())
    }

    fn role(&mut self, raw: &RawGroup<'_>) -> Result<(), Reason> {
        let role = id(&raw.template, "roleTemplateId")?;
        let members = raw.members.iter().flatten().filter_map(member_of).map(|(key, _)| key);
        self.roles.get_or_insert_default().entry(role).or_default().extend(members);
        Ok(())
    }

    fn domain(&mut self, raw: &RawDomain<'_>) -> Result<(), Reason> {
        let name = raw.id.trimmed().to_lowercase();
        if name.is_empty() {
            return Err(Reason::Missing("id"));
        }
        let federated = raw.authentication.trimmed().eq_ignore_ascii_case("federated");
        self.domains.get_or_insert_default().insert(name, federated);
        Ok(())
    }
}

fn id(text: &Text<'_>, key: &'static str) -> Result<Key, Reason> {
    Key::of(&text.0).ok_or(Reason::Missing(key))
}

fn member_of(member: &RawMember<'_>) -> Option<(Key, bool)> {
    match member {
        RawMember::Id(id) => Some((Key::of(id)?, false)),
        RawMember::Object(object) => {
            Some((Key::of(&object.id.0)?, object.kind.trimmed().ends_with(".group")))
        }
    }
}

fn per_user_state(word: &str) -> PerUserState {
    let known = PerUserState::ALL.iter().find(|state| state.as_str().eq_ignore_ascii_case(word));
    known.copied().unwrap_or(PerUserState::Other)
}
