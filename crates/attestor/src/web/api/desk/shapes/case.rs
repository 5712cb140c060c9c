//! Cases as JSON.

use std::collections::BTreeMap;

use attestor_core::desk::act::Actor;
use attestor_core::desk::file::{self, AttestationReview, CaseFile};
use attestor_core::desk::standing::{Standing, standing};
use serde::Serialize;
use serde_json::Value as Json;
use utoipa::ToSchema;

use super::super::call::Call;
use super::{Person, Stands};
use crate::stop::Stop;
use crate::store::desk::CaseRow;

/// A case in a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api::desk) struct CaseLine {
    /// The id.
    id: String,
    /// The publisher's organization.
    organization_id: String,
    /// The app's id.
    app_id: String,
    /// The app's name.
    app_name: String,
    /// The program.
    framework: String,
    /// The edition that the case is pinned to.
    edition: String,
    /// The stage.
    stage: String,
    /// Who has to act.
    whose_move: String,
    /// By when, as of the last act.
    due_on: Option<String>,
    /// The analyst's account; for the certification body only.
    #[serde(skip_serializing_if = "Option::is_none")]
    analyst: Option<String>,
    /// When it was opened.
    opened_at: String,
    /// When it last changed.
    changed_at: String,
    /// The number of its last act.
    number: i64,
    /// Whether it goes on.
    open: bool,
    /// How many controls wait for the analyst.
    waiting: i64,
    /// Where the whole case stands.
    url: String,
}

impl CaseLine {
    pub(in crate::web::api::desk) fn of(row: CaseRow, call: &Call) -> Self {
        Self {
            url: format!("{}/api/v1/cases/{}", call.site.settings.public_url, row.case_id),
            id: row.case_id,
            organization_id: row.organization_id,
            app_id: row.app_id,
            app_name: row.app_name,
            framework: row.framework,
            edition: row.edition,
            stage: row.state,
            whose_move: row.whose_move,
            due_on: row.due_on,
            analyst: row.analyst.filter(|_| call.is_staff()),
            opened_at: row.opened_at,
            changed_at: row.changed_at,
            number: row.number,
            open: row.open,
            waiting: row.waiting,
        }
    }
}

/// A part of the list of cases, what is due first on top.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api::desk) struct CaseList {
    /// The cases.
    pub(in crate::web::api::desk) cases: Vec<CaseLine>,
    /// What to send as `after` for the next part; absent at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::web::api::desk) cursor: Option<String>,
}

/// What was done.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api::desk) struct Did {
    /// The case.
    case: String,
    /// The number of the act: its place in the record of the case.
    number: u64,
    /// The tag of the case now, for `If-Match`.
    etag: String,
    /// Where the case stands now.
    standing: Stands,
}

impl Did {
    pub(in crate::web::api::desk) fn of(file: &CaseFile, call: &Call) -> Result<Self, Stop> {
        let rules = call.rules(file)?;
        let assessment = rules.assess(file, call.desk().clock().today());
        Ok(Self::standing_so(file, &standing(rules.program, file, &assessment), call))
    }

    /// The same where it is known how the case stands.
    pub(in crate::web::api::desk) fn standing_so(
        file: &CaseFile,
        standing: &Standing,
        call: &Call,
    ) -> Self {
        Self {
            case: file.id.clone(),
            number: file.number,
            etag: call.etag(file),
            standing: standing.into(),
        }
    }
}

/// The clock of the assessment.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api::desk) struct Clock {
    /// The day on which it began to count.
    began_on: String,
    /// The last day.
    deadline: String,
    /// Which day it is, counted from 0.
    day: i32,
    /// How many days are left; less than 0 when it is too late.
    days_left: i32,
}

/// What somebody of the certification body said of something.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api::desk) struct Opinion {
    /// Whether it is fine.
    fine: bool,
    /// Why.
    reason: String,
    /// Who said it.
    by: Person,
    /// When.
    at: String,
}

/// A penetration test through the program.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api::desk) struct Pentest {
    /// Where it stands.
    stage: String,
    /// The testing firm.
    firm: Option<String>,
    /// Days of testing.
    days: Option<u16>,
    /// The price of all days, in hundredths.
    price: Option<u64>,
    /// The currency.
    currency: Option<String>,
    /// The booked first day.
    starts_on: Option<String>,
    /// Fees so far, in hundredths.
    charged: u64,
}

impl From<&file::Pentest> for Pentest {
    fn from(pentest: &file::Pentest) -> Self {
        let scope = pentest.scope.as_ref();
        let charged = pentest.charges.iter().map(|it| it.amount);
        Self {
            stage: pentest.stage.to_string(),
            firm: scope.map(|it| it.firm.clone()),
            days: scope.map(|it| it.days),
            price: scope.map(file::PentestScope::price),
            currency: scope.map(|it| it.currency.clone()),
            starts_on: pentest.starts_on.map(|day| day.to_string()),
            charged: charged.fold(0, u64::saturating_add),
        }
    }
}

/// A proposed decision.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api::desk) struct Proposal {
    /// `certify` or `reject`.
    ruling: String,
    /// Words for the letter.
    words: String,
    /// The day of the assessment that it rests on.
    assessed_on: String,
    /// The digest of the program's edition.
    edition_digest: String,
    /// The digest of the facts of the case.
    case_digest: String,
    /// The digest of everything that the assessment says: what `confirm` names.
    assessment_digest: String,
    /// Who proposed it.
    by: Person,
    /// When.
    at: String,
}

impl Proposal {
    fn of(proposal: &file::Proposal, call: &Call) -> Self {
        Self {
            ruling: proposal.ruling.to_string(),
            words: proposal.words.clone(),
            assessed_on: proposal.grounds.assessed_on.to_string(),
            edition_digest: proposal.grounds.edition.to_string(),
            case_digest: proposal.grounds.case.to_string(),
            assessment_digest: proposal.grounds.assessment.to_string(),
            by: Person::of(&proposal.by, call),
            at: proposal.at.to_string(),
        }
    }
}

/// A decision.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api::desk) struct Decision {
    /// What was proposed.
    proposal: Proposal,
    /// The second person.
    by: Person,
    /// When it was decided.
    at: String,
}

/// A case.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api::desk) struct WholeCase {
    /// The id.
    id: String,
    /// The publisher's organization.
    organization_id: String,
    /// The program.
    framework: String,
    /// The edition that the case is pinned to.
    edition: String,
    /// When it was opened.
    opened_at: String,
    /// By whom.
    opened_by: Person,
    /// When it last changed.
    changed_at: String,
    /// The number of its last act.
    number: u64,
    /// Where it stands.
    standing: Stands,
    /// What a decision today would be.
    outcome: String,
    /// The clock, once the initial documents are accepted.
    clock: Option<Clock>,
    /// The review of the attestation: `missing`, `submitted`, `returned`, `approved`.
    attestation: String,
    /// Why the attestation was given back.
    attestation_returned: Option<String>,
    /// Why the documents were given back.
    documents_returned: Option<String>,
    /// The analyst.
    analyst: Option<String>,
    /// The penetration test through the program.
    pentest: Pentest,
    /// What was said of outside connections, by host.
    services: BTreeMap<String, Opinion>,
    /// What was said of permissions, by name in lower case.
    permissions: BTreeMap<String, Opinion>,
    /// Declared interests by account: `none` or `conflict`; for the certification body only.
    #[serde(skip_serializing_if = "Option::is_none")]
    interests: Option<BTreeMap<String, String>>,
    /// The proposal that waits for the second person; for the certification body only.
    #[serde(skip_serializing_if = "Option::is_none")]
    proposal: Option<Proposal>,
    /// Why the last proposal was sent back; for the certification body only.
    #[serde(skip_serializing_if = "Option::is_none")]
    proposal_returned: Option<String>,
    /// The decision.
    decision: Option<Decision>,
    /// Why it ended without one, or after it.
    ended: Option<String>,
    /// The facts that decide, in the form of `take_dossier`.
    #[schema(value_type = Object)]
    facts: Json,
}

impl WholeCase {
    pub(in crate::web::api::desk) fn of(file: &CaseFile, call: &Call) -> Result<Self, Stop> {
        let rules = call.rules(file)?;
        let assessment = rules.assess(file, call.desk().clock().today());
        let staff = call.is_staff();
        let (attestation, attestation_returned) = attestation(&file.attestation);
        let facts = serde_json::to_value(&file.case);
        Ok(Self {
            id: file.id.clone(),
            organization_id: file.organization.clone(),
            framework: file.framework.to_string(),
            edition: file.edition.clone(),
            opened_at: file.opened_at.to_string(),
            opened_by: Person::of(&file.opened_by, call),
            changed_at: file.changed_at.to_string(),
            number: file.number,
            standing: (&standing(rules.program, file, &assessment)).into(),
            outcome: assessment.outcome.to_string(),
            clock: assessment.clock.map(clock),
            attestation,
            attestation_returned,
            documents_returned: file.documents_returned.clone(),
            analyst: file.analyst.as_ref().map(|(_, name)| name.clone()),
            pentest: (&file.pentest).into(),
            services: opinions(&file.services, call),
            permissions: opinions(&file.permissions, call),
            interests: staff.then(|| interests(file)),
            proposal: file.proposal.as_ref().filter(|_| staff).map(|it| Proposal::of(it, call)),
            proposal_returned: file.proposal_returned.clone().filter(|_| staff),
            decision: file.decision.as_ref().map(|it| decision(it, call)),
            ended: file.ended.as_ref().map(|ended| ended.reason.clone()),
            facts: facts.map_err(|error| Stop::Failure(error.to_string()))?,
        })
    }
}

fn attestation(review: &AttestationReview) -> (String, Option<String>) {
    let (word, reason) = match review {
        AttestationReview::Missing => ("missing", None),
        AttestationReview::Submitted => ("submitted", None),
        AttestationReview::Returned { reason } => ("returned", Some(reason.clone())),
        AttestationReview::Approved => ("approved", None),
    };
    (word.to_owned(), reason)
}

fn clock(clock: attestor_core::certification::clock::Clock) -> Clock {
    Clock {
        began_on: clock.began_on.to_string(),
        deadline: clock.deadline.to_string(),
        day: clock.day,
        days_left: clock.days_left,
    }
}

fn opinions(opinions: &BTreeMap<String, file::Opinion>, call: &Call) -> BTreeMap<String, Opinion> {
    let one = |opinion: &file::Opinion| Opinion {
        fine: opinion.fine,
        reason: opinion.reason.clone(),
        by: Person::of(&opinion.by, call),
        at: opinion.at.to_string(),
    };
    opinions.iter().map(|(about, opinion)| (about.clone(), one(opinion))).collect()
}

fn interests(file: &CaseFile) -> BTreeMap<String, String> {
    file.interests.iter().map(|(who, (interest, _))| (who.clone(), interest.to_string())).collect()
}

fn decision(decision: &file::Decision, call: &Call) -> Decision {
    let by: &Actor = &decision.by;
    Decision {
        proposal: Proposal::of(&decision.proposal, call),
        by: Person::of(by, call),
        at: decision.at.to_string(),
    }
}
