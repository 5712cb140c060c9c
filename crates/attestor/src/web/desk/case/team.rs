//! Who works on a case.

use attestor_core::desk::role::{Right, Role};

use crate::stop::Stop;
use crate::web::desk::look::Look;
use crate::web::desk::visit::DeskVisit;

/// Who works on a case.
pub(super) struct Team {
    /// The publisher's organization.
    pub(super) publisher: String,
    /// Who opened the case.
    pub(super) opened_by: String,
    /// The analyst; empty for none.
    pub(super) analyst: String,
    /// Whom who looks may give it to; empty for who may not.
    pub(super) choices: Vec<Choice>,
}

/// Somebody to choose.
pub(super) struct Choice {
    /// The account.
    pub(super) account: String,
    /// The name.
    pub(super) name: String,
    /// Whether they have it.
    pub(super) chosen: bool,
}

/// The team. Two statements at most.
pub(super) async fn team(look: &Look<'_>) -> Result<Team, Stop> {
    let file = look.file;
    let store = look.visit.desk().store();
    let organization = store.organization(&file.organization).await?;
    let own = file.analyst.as_ref();
    let choices = if look.may(Right::CaseLead) && !file.stage().is_over() {
        let people = analysts(look.visit).await?.into_iter();
        let is_own = |account: &str| own.is_some_and(|(chosen, _)| chosen == account);
        people.map(|(account, name)| Choice { chosen: is_own(&account), account, name }).collect()
    } else {
        Vec::new()
    };
    Ok(Team {
        publisher: organization.map_or_else(|| file.case.app.publisher.clone(), |it| it.name),
        opened_by: file.opened_by.name.clone(),
        analyst: own.map(|(_, name)| name.clone()).unwrap_or_default(),
        choices,
    })
}

/// Who may review cases: account and name, by name. One statement.
pub(in crate::web::desk) async fn analysts(
    visit: &DeskVisit,
) -> Result<Vec<(String, String)>, Stop> {
    let members = visit.desk().store().members().await?;
    let reviews = |role: &str| {
        matches!(Role::parse(role), Some(Role::Analyst | Role::LeadAnalyst | Role::ProgramOwner))
    };
    let mut found: Vec<(String, String)> = members
        .into_iter()
        .filter(|member| reviews(&member.role))
        .map(|member| (member.account_id, member.name))
        .collect();
    found.sort_by(|left, right| left.1.cmp(&right.1).then_with(|| left.0.cmp(&right.0)));
    found.dedup();
    Ok(found)
}
