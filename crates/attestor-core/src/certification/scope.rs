//! Which environments are looked at, and what a description of them must not leave out.
//!
//! Source: framework overview, "scope". Everything that delivers the app's code, every back end it
//! talks to, separate disaster-recovery and remote backup sites; and connected environments
//! *unless* segmentation is proved and they cannot do harm.

use crate::answer::Answer;
use crate::framework::{Duties, Framework};

use super::case::{Case, Connection, Environment, Role, Scope, Segmentation, ServiceOwner};
use super::reason::{Reason, RuleId};

/// Whether a connected environment belongs to the scope. A claim alone keeps nothing out.
#[must_use]
pub fn is_in_scope(connection: &Connection) -> bool {
    !(connection.segmentation == Segmentation::Proved && connection.can_harm == Answer::No)
}

/// Whether segmentation keeps at least one connected environment out of scope.
#[must_use]
pub fn segmentation_limits(scope: &Scope) -> bool {
    scope.connections.iter().any(|connection| !is_in_scope(connection))
}

/// What is said of the scope.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ScopeReview {
    /// What must be mended before the initial documents can be accepted.
    pub returned: Vec<Reason>,
    /// What the program owner must decide before the case goes on.
    pub needs_decision: Vec<Reason>,
    /// How each connection was judged.
    pub notes: Vec<Reason>,
}

/// Reviews the scope of a case.
#[must_use]
pub fn review(program: &Framework, case: &Case) -> ScopeReview {
    let scope = &case.scope;
    let mut review = ScopeReview::default();
    if scope.environments.is_empty() {
        review.returned.push(Reason::new(RuleId::ScopeMissing));
    }
    site(
        scope,
        scope.recovery_site,
        Role::DisasterRecovery,
        RuleId::RecoverySiteMissing,
        &mut review,
    );
    site(scope, scope.backup_site, Role::Backup, RuleId::BackupSiteMissing, &mut review);
    for environment in &scope.environments {
        environment_review(program, scope, environment, &mut review);
    }
    for connection in &scope.connections {
        let inside = is_in_scope(connection);
        let rule = if inside { RuleId::ConnectionInScope } else { RuleId::ConnectionOutOfScope };
        let note = Reason::new(rule)
            .with("name", &connection.name)
            .with("segmentation", connection.segmentation);
        review.notes.push(note);
    }
    for service in scope.services.iter().flatten() {
        if service.owner == ServiceOwner::ThirdParty && service.purpose.is_none() {
            let note = Reason::new(RuleId::ConnectionUnexplained).with("host", &service.host);
            review.notes.push(note);
        }
    }
    review
}

/// A site that exists must be described. Source: acceptance C9.
fn site(scope: &Scope, exists: Answer, role: Role, rule: RuleId, review: &mut ScopeReview) {
    let described = scope.environments.iter().any(|environment| environment.role == role);
    if exists == Answer::Yes && !described {
        review.returned.push(Reason::new(rule));
    }
}

fn environment_review(
    program: &Framework,
    scope: &Scope,
    environment: &Environment,
    review: &mut ScopeReview,
) {
    let has_components =
        scope.components.iter().any(|component| component.environment == environment.id);
    if !has_components {
        review
            .returned
            .push(Reason::new(RuleId::InventoryMissing).with("environment", &environment.name));
    }
    let duties = program.hosting_type(&environment.hosting).map(|hosting| hosting.duties);
    let about = |rule: RuleId| {
        Reason::new(rule)
            .with("environment", &environment.name)
            .with("hosting", &environment.hosting)
    };
    match duties {
        Some(Duties::Own) => {}
        Some(Duties::PerPart) => review.returned.push(about(RuleId::HostingNeedsParts)),
        Some(Duties::CaseByCase) | None => {
            review.needs_decision.push(about(RuleId::HostingNeedsDecision));
        }
    }
}
