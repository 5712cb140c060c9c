//! Cases as lines of a list.

use std::collections::HashMap;

use attestor_core::day::Day;
use attestor_core::desk::file::Stage;
use attestor_core::desk::role::Role;
use attestor_core::party::Party;

use crate::phrases::Arg;
use crate::stop::Stop;
use crate::store::desk::CaseRow;
use crate::web::desk::nav::Here;
use crate::web::desk::visit::DeskVisit;
use crate::web::desk::words::stage_mark;
use crate::web::shape::{Date, Link, Mark};

/// Names of analysts and organizations, for lists of the certification body.
#[derive(Default)]
pub(in crate::web::desk) struct Names {
    analysts: HashMap<String, String>,
    organizations: HashMap<String, String>,
}

impl Names {
    /// The names. Two statements for the certification body, one for a publisher.
    pub(in crate::web::desk) async fn read(visit: &DeskVisit) -> Result<Self, Stop> {
        let store = visit.desk().store();
        let members = store.members().await?;
        let staff =
            members.into_iter().filter(|it| Role::parse(&it.role).is_some_and(Role::is_staff));
        let analysts = staff.map(|it| (it.account_id, it.name)).collect();
        let organizations = if visit.worker.is_staff() {
            let all = store.organizations().await?.into_iter();
            all.map(|it| (it.organization_id, it.name)).collect()
        } else {
            HashMap::new()
        };
        Ok(Self { analysts, organizations })
    }

    /// The name of an analyst.
    pub(in crate::web::desk) fn analyst<'n>(&'n self, account: &'n str) -> &'n str {
        self.analysts.get(account).map_or(account, String::as_str)
    }

    /// The analysts, by name.
    pub(in crate::web::desk) fn analysts(&self) -> Vec<(&str, &str)> {
        let mut all: Vec<(&str, &str)> =
            self.analysts.iter().map(|(account, name)| (account.as_str(), name.as_str())).collect();
        all.sort_by(|left, right| left.1.cmp(right.1).then(left.0.cmp(right.0)));
        all
    }

    /// The name of an organization; empty for who knows it anyway.
    pub(in crate::web::desk) fn organization(&self, id: &str) -> &str {
        self.organizations.get(id).map_or("", String::as_str)
    }
}

/// A case as a line of a list.
pub(in crate::web::desk) struct CaseLine {
    /// Its dashboard.
    pub(in crate::web::desk) address: String,
    /// The app.
    pub(in crate::web::desk) app: String,
    /// The id under which it is published.
    pub(in crate::web::desk) app_id: String,
    /// The publisher's organization; empty for publishers.
    pub(in crate::web::desk) organization: String,
    /// The stage.
    pub(in crate::web::desk) stage: Mark,
    /// What is next, and where it is done.
    pub(in crate::web::desk) next: Link,
    /// Whose move it is, in words.
    pub(in crate::web::desk) party: String,
    /// The analyst; empty for none.
    pub(in crate::web::desk) analyst: String,
    /// By when.
    pub(in crate::web::desk) due: Option<Date>,
    /// How far that is.
    pub(in crate::web::desk) left: Option<Mark>,
}

/// The line of a case.
pub(in crate::web::desk) fn line(visit: &DeskVisit, names: &Names, row: &CaseRow) -> CaseLine {
    let phrases = visit.phrases();
    let stage = Stage::parse(&row.state).unwrap_or(Stage::NotStarted);
    let party = Party::parse(&row.whose_move).unwrap_or(Party::Nobody);
    let due = row.due_on.as_deref().and_then(Day::parse);
    CaseLine {
        address: Here::Overview.address(&row.case_id),
        app: row.app_name.clone(),
        app_id: row.app_id.clone(),
        organization: names.organization(&row.organization_id).to_owned(),
        stage: stage_mark(phrases, stage),
        next: next(visit, row, (stage, party)),
        party: phrases.word(&format!("desk-party-{party}")),
        analyst: row.analyst.as_deref().map_or("", |it| names.analyst(it)).to_owned(),
        due: due.map(|day| Date::new(day, phrases)),
        left: due.filter(|_| row.open).map(|day| left(visit, day)),
    }
}

/// How far a day is: over is bad, a week is a warning.
fn left(visit: &DeskVisit, day: Day) -> Mark {
    let days = visit.today.days_until(day);
    let (class, symbol) = match days {
        ..0 => ("bad", "alert"),
        0..=7 => ("warn", "clock"),
        _ => ("", "clock"),
    };
    let key = if days < 0 { "desk-days-over" } else { "desk-days-in" };
    let args = [("days", Arg::Count(days.abs().into()))];
    Mark::new(class, symbol, visit.phrases().text(key, &args))
}

/// What is next: a list knows stage, party and how many controls wait, which says it.
fn next(visit: &DeskVisit, row: &CaseRow, (stage, party): (Stage, Party)) -> Link {
    let waits = row.waiting > 0;
    let (page, key) = match (stage, party) {
        (Stage::NotStarted, Party::Publisher) => (Here::Start, "desk-next-start"),
        (Stage::NotStarted, _) => (Here::Start, "desk-next-look-at-start"),
        (Stage::InitialDocuments, _) => (Here::Documents, "desk-next-documents"),
        (Stage::DocumentsReview, _) => (Here::Documents, "desk-next-review-documents"),
        (Stage::EvidenceOpen, Party::Publisher) => (Here::Controls, "desk-next-evidence"),
        (Stage::EvidenceOpen, Party::Platform) => (Here::Overview, "desk-next-late"),
        (Stage::EvidenceOpen | Stage::FinalReview, _) if waits => {
            (Here::Review, "desk-next-review")
        }
        (Stage::EvidenceOpen, _) => (Here::Controls, "desk-next-evidence"),
        (Stage::FinalReview, _) => (Here::Decision, "desk-next-propose"),
        (Stage::DecisionProposed, _) => (Here::Decision, "desk-next-confirm"),
        (Stage::Certified, _) => (Here::Overview, "desk-next-renew"),
        (Stage::Rejected | Stage::FailedTimeout | Stage::Withdrawn | Stage::Revoked, _) => {
            (Here::Overview, "desk-next-nothing")
        }
    };
    // The page for reviewing is the certification body's.
    let page = match page {
        Here::Review if !visit.worker.is_staff() => Here::Controls,
        other => other,
    };
    let args = [("waiting", Arg::Count(row.waiting))];
    Link { address: page.address(&row.case_id), text: visit.phrases().text(key, &args) }
}
