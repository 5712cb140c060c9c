//! Who may be named in an act, and who confirms: members of the certification body, as of now.
//!
//! Roles say what a worker may do; this looks at who an act is about. A membership that ended, or one
//! of a publisher, makes nobody an analyst of a case.

use attestor_core::desk::act::Act;
use attestor_core::desk::refusal::{Refusal, Rule};
use attestor_core::desk::role::{OrganizationKind, Relation, Right, Role, grants};

use super::{Desk, Refused, Worker};
use crate::stop::Stop;

impl Desk {
    /// An act that gives a case to somebody names an analyst of the certification body, by the name
    /// of their account; who confirms a decision is a member that decides.
    pub(super) async fn seated(&self, worker: &Worker, act: Act) -> Result<Act, Refused> {
        match act {
            Act::Assign { analyst: Some(account), .. } => {
                let seat = self.seat(&account, Right::CaseReview).await?;
                let none = || Refusal::new(Rule::NotThere).with("id", &account);
                let name = seat.ok_or_else(|| Refused::Rule(none()))?;
                Ok(Act::Assign { analyst: Some(account), name })
            }
            Act::Confirm { .. } => {
                let seat = self.seat(&worker.account, Right::CaseDecide).await?;
                seat.map(|_| act).ok_or(Refused::Forbidden)
            }
            other => Ok(other),
        }
    }

    /// The name of an account, if it is a member of the certification body with a right over cases of
    /// others. One statement.
    async fn seat(&self, account: &str, right: Right) -> Result<Option<String>, Stop> {
        let members = self.store().memberships_of(account).await?;
        let seat = members.into_iter().find(|it| {
            let may = |role| grants(role, right, Relation::Other);
            it.kind == OrganizationKind::CertificationBody.as_str()
                && Role::parse(&it.role).is_some_and(may)
        });
        Ok(seat.map(|it| it.name))
    }
}

/// Organizations and their members, for tests that have no people: account, organization, role.
#[cfg(test)]
pub(crate) async fn seat(store: &crate::store::Store, all: &[(&str, &str, Role)]) {
    use crate::store::people::{AccountRow, OrganizationRow};
    let (at, mut made) = ("2020-01-01T00:00:00Z", std::collections::BTreeSet::new());
    let mut work = store.begin().await.expect("begun");
    for (account, organization, role) in all {
        if made.insert(*organization) {
            let row = OrganizationRow {
                organization_id: (*organization).to_owned(),
                name: (*organization).to_owned(),
                kind: role.organization_kind().as_str().to_owned(),
                created_at: at.to_owned(),
                members: 0,
            };
            work.put_organization(&row).await.expect("an organization");
        }
        let row = AccountRow {
            account_id: (*account).to_owned(),
            email: format!("{account}@example.org"),
            name: format!("The {account}"),
            language: String::new(),
            password: None,
            totp_secret: None,
            failures: 0,
            locked_until: None,
            is_active: true,
        };
        work.put_account(&row, at).await.expect("an account");
        let member = format!("member-{account}");
        let put = work.put_member(&member, (account, organization), role.as_str(), at).await;
        assert!(put.expect("a member"), "{account}");
    }
    work.commit().await.expect("kept");
}
