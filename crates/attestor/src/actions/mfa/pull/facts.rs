//! The directory, piece by piece, as a snapshot of the day.
//!
//! A piece that the application may not read is left out and told. If one cannot be read right now,
//! nothing is kept, so that the last whole snapshot goes on to count.

use std::collections::{BTreeMap, BTreeSet};

use attestor_core::day::Day;
use attestor_core::mfa::directory::FactKind;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;
use serde_json::json;
use serde_json::value::RawValue;

use super::forms::{Account, Member, Named, Role};
use super::page;
use super::per_user::per_user_states;
use crate::actions::mfa::Mfa;
use crate::actions::mfa::directory::FactFile;
use crate::graph::{Graph, Trouble};
use crate::stop::Stop;

/// A piece of the directory.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Piece {
    /// Accounts.
    Users,
    /// Who registered for multifactor authentication.
    Registrations,
    /// Per-user settings.
    PerUserStates,
    /// Security defaults.
    SecurityDefaults,
    /// Conditional access policies.
    Policies,
    /// Roles with their members.
    Roles,
    /// Groups that policies name, with their members.
    Groups,
    /// Domains.
    Domains,
}

impl Piece {
    /// Its word, as in the lists of what a report misses.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Users => "users",
            Self::Registrations => "registrations",
            Self::PerUserStates => "per-user-states",
            Self::SecurityDefaults => "security-defaults",
            Self::Policies => "policies",
            Self::Roles => "roles",
            Self::Groups => "groups",
            Self::Domains => "domains",
        }
    }

    /// The permission of the application that suffices.
    pub(crate) const fn permission(self) -> &'static str {
        match self {
            Self::Users | Self::Roles | Self::Groups | Self::Domains => "Directory.Read.All",
            Self::Registrations => "AuditLog.Read.All",
            Self::PerUserStates | Self::SecurityDefaults | Self::Policies => "Policy.Read.All",
        }
    }

    const fn kind(self) -> FactKind {
        match self {
            Self::Users => FactKind::User,
            Self::Registrations => FactKind::Registration,
            Self::PerUserStates => FactKind::PerUserState,
            Self::SecurityDefaults => FactKind::SecurityDefaults,
            Self::Policies => FactKind::Policy,
            Self::Roles => FactKind::Role,
            Self::Groups => FactKind::Group,
            Self::Domains => FactKind::Domain,
        }
    }
}

/// What became of the directory.
#[derive(Debug)]
pub(crate) struct PulledFacts {
    /// The day of the snapshot.
    pub(crate) day: Day,
    /// How many facts of each kind; nothing where it was not kept.
    pub(crate) read: BTreeMap<&'static str, u64>,
    /// How many facts could not be read.
    pub(crate) rejected: u64,
    /// What did not come, and why.
    pub(crate) troubles: Vec<(Piece, Trouble)>,
    /// Whether a snapshot was kept.
    pub(crate) kept: bool,
}

/// The snapshot as it grows.
struct Growing<'a> {
    graph: &'a mut Graph,
    files: Vec<FactFile>,
    troubles: Vec<(Piece, Trouble)>,
    /// Groups whose members are to be read.
    groups: BTreeSet<String>,
    /// Enabled accounts.
    accounts: Vec<String>,
}

impl Mfa {
    /// Takes the directory in as it is today.
    pub(super) async fn pull_facts(
        &mut self,
        graph: &mut Graph,
        organization: &str,
    ) -> Result<PulledFacts, Stop> {
        let day = self.clock.today();
        let mut growing = Growing {
            graph,
            files: Vec::new(),
            troubles: Vec::new(),
            groups: BTreeSet::new(),
            accounts: Vec::new(),
        };
        growing.all().await;
        let Growing { files, troubles, .. } = growing;
        let mut pulled =
            PulledFacts { day, read: BTreeMap::new(), rejected: 0, troubles, kept: false };
        if files.is_empty() || pulled.troubles.iter().any(|(_, trouble)| trouble.passes()) {
            return Ok(pulled);
        }
        // What was handed in for the same day by hand stays beside it.
        let mut all = self.facts_of(organization, day).await?;
        all.retain(|kept| !kept.name.starts_with(NAME));
        all.extend(files);
        let facts = self.keep_facts(organization, day, &all).await?;
        pulled.rejected = u64::try_from(facts.rejected.len()).unwrap_or(u64::MAX);
        pulled.read = facts.read;
        pulled.kept = true;
        Ok(pulled)
    }
}

/// How the names of files begin that come from here.
const NAME: &str = "Microsoft Graph: ";

impl Growing<'_> {
    async fn all(&mut self) {
        for piece in [
            Piece::Users,
            Piece::Registrations,
            Piece::SecurityDefaults,
            Piece::Policies,
            Piece::Roles,
            Piece::Domains,
            // These two follow from the ones before.
            Piece::Groups,
            Piece::PerUserStates,
        ] {
            let text = match piece {
                Piece::Users => self.users().await,
                Piece::Registrations => {
                    let path = "v1.0/reports/authenticationMethods/userRegistrationDetails";
                    self.list(path, &[("$top", "999")]).await
                }
                Piece::PerUserStates => per_user_states(self.graph, &self.accounts).await,
                Piece::SecurityDefaults => self.security_defaults().await,
                Piece::Policies => self.policies().await,
                Piece::Roles => self.roles().await,
                Piece::Groups => self.groups().await,
                Piece::Domains => self.list("v1.0/domains", &[]).await,
            };
            match text {
                Ok(text) => self.files.push(FactFile {
                    name: format!("{NAME}{}", piece.as_str()),
                    text,
                    whole: vec![piece.kind()],
                }),
                Err(trouble) => self.troubles.push((piece, trouble)),
            }
        }
    }

    /// All values of a list, one a line.
    async fn list(&mut self, path: &str, query: &[(&str, &str)]) -> Result<String, Trouble> {
        let mut text = String::new();
        let first = self.graph.address(path, query);
        page::all(self.graph, first, |value: Box<RawValue>| add(&mut text, &value)).await?;
        Ok(text)
    }

    async fn users(&mut self) -> Result<String, Trouble> {
        let fields = "id,userPrincipalName,accountEnabled,userType,createdDateTime";
        let text = self.list("v1.0/users", &[("$select", fields), ("$top", "999")]).await?;
        let enabled = |line: &str| {
            let account: Account = serde_json::from_str(line).ok()?;
            account.enabled.unwrap_or(false).then_some(account.id)
        };
        self.accounts = text.lines().filter_map(enabled).collect();
        Ok(text)
    }

    async fn security_defaults(&mut self) -> Result<String, Trouble> {
        let path = "v1.0/policies/identitySecurityDefaultsEnforcementPolicy";
        let url = self.graph.address(path, &[]);
        let bytes = self.graph.get(&url).await?;
        let value: Box<RawValue> = read(&bytes)?;
        let mut text = String::new();
        add(&mut text, &value);
        Ok(text)
    }

    async fn policies(&mut self) -> Result<String, Trouble> {
        let text = self.list("v1.0/identity/conditionalAccess/policies", &[]).await?;
        for line in text.lines() {
            let named: Named = read(line.as_bytes())?;
            let users = named.conditions.unwrap_or_default().users.unwrap_or_default();
            self.groups.extend(users.include_groups.into_iter().flatten());
            self.groups.extend(users.exclude_groups.into_iter().flatten());
        }
        Ok(text)
    }

    async fn roles(&mut self) -> Result<String, Trouble> {
        let mut roles: Vec<Role> = Vec::new();
        let first = self.graph.address("v1.0/directoryRoles", &[("$select", "id,roleTemplateId")]);
        page::all(self.graph, first, |role| roles.push(role)).await?;
        let mut text = String::new();
        for role in roles {
            let path = format!("v1.0/directoryRoles/{}/members", segment(&role.id));
            let members = self.members(&path).await?;
            self.groups.extend(nested(&members));
            let fact = json!({"roleTemplateId": role.template, "members": members});
            text.push_str(&format!("{fact}\n"));
        }
        Ok(text)
    }

    /// The groups that policies and roles name, and the groups within them.
    async fn groups(&mut self) -> Result<String, Trouble> {
        let mut text = String::new();
        let mut seen = BTreeSet::new();
        while let Some(group) = self.groups.pop_first() {
            if !seen.insert(group.clone()) {
                continue;
            }
            let path = format!("v1.0/groups/{}/members", segment(&group));
            let members = match self.members(&path).await {
                Ok(members) => members,
                // A policy may name a group that is gone: it has no members.
                Err(Trouble::NotFound) => Vec::new(),
                Err(trouble) => return Err(trouble),
            };
            self.groups.extend(nested(&members));
            // The server's page does not say whose members they are.
            let fact = json!({"groupId": group, "members": members});
            text.push_str(&format!("{fact}\n"));
        }
        Ok(text)
    }

    async fn members(&mut self, path: &str) -> Result<Vec<Member>, Trouble> {
        let mut members = Vec::new();
        let first = self.graph.address(path, &[("$select", "id"), ("$top", "999")]);
        page::all(self.graph, first, |member| members.push(member)).await?;
        Ok(members)
    }
}

fn nested(members: &[Member]) -> impl Iterator<Item = String> {
    members.iter().filter(|it| it.kind.ends_with(".group")).map(|member| member.id.clone())
}

/// Adds a value as one line.
fn add(text: &mut String, value: &RawValue) {
    // Between the words of JSON a line break means nothing; within texts it is written otherwise.
    text.push_str(&value.get().replace(['\n', '\r'], " "));
    text.push('\n');
}

fn read<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Result<T, Trouble> {
    serde_json::from_slice(bytes).map_err(|error| Trouble::NotAPage(error.to_string()))
}

/// What stands in a path as it is: letters, digits and the dashes of GUIDs.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-');

/// An id as a part of a path.
pub(super) fn segment(id: &str) -> String {
    utf8_percent_encode(id, PLAIN).to_string()
}
