//! The ways between the pages of one case, with what waits on each.

use attestor_core::desk::file::{AttestationReview, CaseFile, PentestStage, Stage};
use attestor_core::desk::role::{Right, grants};
use attestor_core::desk::thread::Thread;

use super::visit::DeskVisit;
use super::words::stage_mark;
use crate::phrases::Arg;
use crate::web::shape::Mark;

/// A page of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::web) enum Here {
    /// The dashboard.
    Overview,
    /// Before the start.
    Start,
    /// Scope and sample.
    Scope,
    /// The initial documents.
    Documents,
    /// Controls and their evidence.
    Controls,
    /// One control a screen, for analysts.
    Review,
    /// Permissions.
    Permissions,
    /// Outside connections.
    Connections,
    /// Reports on external frameworks.
    External,
    /// The penetration test.
    Pentest,
    /// Conversations.
    Threads,
    /// Conditions that fail outright, proposal, decision.
    Decision,
    /// Who changed what, when.
    Record,
}

impl Here {
    /// All of them, in the order of the work.
    const ALL: [Self; 13] = [
        Self::Overview,
        Self::Start,
        Self::Scope,
        Self::Documents,
        Self::Controls,
        Self::Review,
        Self::Permissions,
        Self::Connections,
        Self::External,
        Self::Pentest,
        Self::Threads,
        Self::Decision,
        Self::Record,
    ];

    /// The last part of the address; also the end of the key of its words.
    const fn as_str(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Start => "start",
            Self::Scope => "scope",
            Self::Documents => "documents",
            Self::Controls => "controls",
            Self::Review => "review",
            Self::Permissions => "permissions",
            Self::Connections => "connections",
            Self::External => "external",
            Self::Pentest => "pentest",
            Self::Threads => "threads",
            Self::Decision => "decision",
            Self::Record => "record",
        }
    }

    /// The address of the page of a case.
    pub(in crate::web) fn address(self, case_id: &str) -> String {
        match self {
            Self::Overview => format!("/desk/cases/{case_id}"),
            other => format!("/desk/cases/{case_id}/{}", other.as_str()),
        }
    }
}

/// The ways between the pages of a case.
pub(in crate::web) struct CaseNav {
    /// What the ways are called.
    pub(in crate::web) label: String,
    /// The address of the case; those of its pages begin with it.
    pub(in crate::web) base: String,
    /// The app.
    pub(in crate::web) app: String,
    /// The stage of the case.
    pub(in crate::web) stage: Mark,
    /// One way a page.
    pub(in crate::web) links: Vec<NavLink>,
    /// The way to the case from the front page, for the frame.
    pub(in crate::web) way: Vec<(String, String)>,
}

/// A way to a page of the case.
pub(in crate::web) struct NavLink {
    /// Where.
    pub(in crate::web) address: String,
    /// What is there.
    pub(in crate::web) text: String,
    /// How many things wait or are there; empty for none.
    pub(in crate::web) count: String,
    /// The same in words; empty for none.
    pub(in crate::web) count_words: String,
    /// Whether it is this page.
    pub(in crate::web) here: bool,
}

impl CaseNav {
    /// The ways of a case for who visits, seen from one of its pages.
    pub(in crate::web) fn new(visit: &DeskVisit, file: &CaseFile, here: Here) -> Self {
        let shown = Here::ALL.into_iter().filter(|page| is_shown(visit, file, *page));
        Self {
            label: visit.t("desk-nav-case"),
            base: Here::Overview.address(&file.id),
            app: file.case.app.name.clone(),
            stage: stage_mark(visit.phrases(), file.stage()),
            links: shown.map(|page| link(visit, file, page, here)).collect(),
            way: vec![
                ("/desk/cases".to_owned(), visit.t("desk-nav-cases")),
                (Here::Overview.address(&file.id), file.case.app.name.clone()),
            ],
        }
    }
}

fn link(visit: &DeskVisit, file: &CaseFile, page: Here, here: Here) -> NavLink {
    let found = count(visit, file, page);
    let word =
        |(key, count): (&str, usize)| visit.phrases().text(key, &[("count", Arg::from(count))]);
    NavLink {
        address: page.address(&file.id),
        text: visit.t(&format!("desk-room-{}", page.as_str())),
        count: found.map_or_else(String::new, |(_, count)| count.to_string()),
        count_words: found.map_or_else(String::new, word),
        here: page == here,
    }
}

/// Whether a page has anything for who visits.
fn is_shown(visit: &DeskVisit, file: &CaseFile, page: Here) -> bool {
    let worker = &visit.worker;
    let may = |right| grants(worker.role, right, worker.relation(&file.organization));
    match page {
        Here::Review => may(Right::CaseReview),
        Here::Overview
        | Here::Record
        | Here::Start
        | Here::Scope
        | Here::Documents
        | Here::Controls
        | Here::Permissions
        | Here::Connections
        | Here::External
        | Here::Pentest
        | Here::Threads
        | Here::Decision => true,
    }
}

/// What is counted on a page: the key of its words, and how many; `None` for nothing.
fn count(visit: &DeskVisit, file: &CaseFile, page: Here) -> Option<(&'static str, usize)> {
    let waits = || file.progress.values().filter(|progress| progress.waits).count();
    let (key, count) = match page {
        Here::Documents => {
            let there = file.documents.iter().filter(|document| !document.removed);
            ("desk-count-there", there.count())
        }
        Here::Controls => ("desk-count-review", waits()),
        Here::Review => {
            let kept = file.pending.get(&visit.worker.account).map_or(0, Vec::len);
            ("desk-count-kept", kept)
        }
        Here::Threads => {
            let open =
                file.threads.iter().filter(|thread| is_open(thread, visit.worker.is_staff()));
            ("desk-count-open", open.count())
        }
        Here::External => ("desk-count-there", file.case.external.len() + file.set_aside.len()),
        Here::Connections => {
            ("desk-count-there", file.case.scope.services.as_ref().map_or(0, Vec::len))
        }
        Here::Permissions => {
            ("desk-count-there", file.case.permissions.as_ref().map_or(0, Vec::len))
        }
        Here::Start => {
            let waits = file.stage() == Stage::NotStarted
                && file.attestation == AttestationReview::Submitted;
            ("desk-count-review", usize::from(waits))
        }
        Here::Decision => ("desk-count-open", usize::from(file.proposal.is_some())),
        Here::Pentest => {
            let waits = file.pentest.stage == PentestStage::Requested;
            ("desk-count-open", usize::from(waits))
        }
        Here::Overview | Here::Scope | Here::Record => return None,
    };
    (count > 0).then_some((key, count))
}

/// Whether somebody sees a conversation that goes on.
fn is_open(thread: &Thread, staff: bool) -> bool {
    !thread.resolved && (staff || thread.is_shared())
}
