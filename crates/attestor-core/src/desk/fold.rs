//! What each act changes. Folding never refuses: what is recorded has happened.

mod decision;
mod evidence;
mod pentest;
mod review;
mod scope;

use self::scope::Given;

use crate::certification::case::{Case, Consent, Dates, ExternalReport};
use crate::id::Id;

use super::act::{Act, FileRef, Recorded, Side};
use super::file::{
    AttestationReview, CaseFile, DocumentPiece, Ended, EvidencePiece, Opinion, PentestStage, Stage,
};

impl CaseFile {
    /// The case that an act opens; `None` for any other act.
    pub(super) fn open(id: &str, organization: &str, first: &Recorded) -> Option<Self> {
        let Act::Open { app, framework, edition, certified_on } = &first.act else { return None };
        let dates = Dates { certified_on: *certified_on, ..Dates::default() };
        let mut file = Self {
            id: id.to_owned(),
            organization: organization.to_owned(),
            framework: framework.clone(),
            edition: edition.clone().unwrap_or_default(),
            opened_at: first.at,
            opened_by: first.actor.clone(),
            number: first.number,
            changed_at: first.at,
            settled: first.number,
            publishers: std::collections::BTreeSet::new(),
            case: Case { app: app.clone(), dates, ..Case::default() },
            files: std::collections::BTreeMap::new(),
            attestation: AttestationReview::Missing,
            documents_submitted: false,
            documents_returned: None,
            documents: Vec::new(),
            pieces: Vec::new(),
            progress: std::collections::BTreeMap::new(),
            threads: Vec::new(),
            pending: std::collections::BTreeMap::new(),
            analyst: None,
            pentest: super::file::Pentest::default(),
            services: std::collections::BTreeMap::new(),
            permissions: std::collections::BTreeMap::new(),
            set_aside: std::collections::BTreeMap::new(),
            interests: std::collections::BTreeMap::new(),
            proposal: None,
            proposal_returned: None,
            decision: None,
            ended: None,
        };
        file.note_side(first);
        Some(file)
    }

    /// Takes the next act.
    pub fn fold(&mut self, one: &Recorded) {
        self.number = one.number;
        self.changed_at = one.at;
        if one.act.is_seen_by_others() {
            self.settled = one.number;
        }
        self.note_side(one);
        self.begin(one);
        self.fold_scope(one);
        self.fold_documents(one);
        self.fold_evidence(one);
        self.fold_review(one);
        self.fold_pentest(one);
        self.fold_decision(one);
    }

    fn note_side(&mut self, one: &Recorded) {
        if one.actor.side == Side::Publisher {
            self.publishers.insert(one.actor.account.clone());
        }
    }

    /// What happens before the start, and how a case ends early.
    fn begin(&mut self, one: &Recorded) {
        match &one.act {
            Act::TakeDossier { case, files } => self.take(one, case, files),
            Act::DescribeApp { app } => {
                let id = std::mem::take(&mut self.case.app.id);
                self.case.app = crate::certification::case::App { id, ..app.clone() };
            }
            Act::Verify { verification } => self.case.verification = verification.clone(),
            Act::Attest { attestation } => {
                let mut attestation = attestation.clone();
                attestation.submitted_on.get_or_insert(one.at.day());
                self.judged_before(&mut attestation.permissions, Given::ByPublisher);
                self.case.attestation = Some(attestation);
                self.attestation = AttestationReview::Submitted;
            }
            Act::ApproveAttestation {} => self.attestation = AttestationReview::Approved,
            Act::ReturnAttestation { reason } => {
                self.attestation = AttestationReview::Returned { reason: reason.clone() };
            }
            Act::Consent {} => self.case.consent = Consent::Given,
            Act::Start {} => self.case.dates.started_on = Some(one.at.day()),
            Act::Withdraw { reason } => self.end(one, Stage::Withdrawn, reason),
            Act::TimeOut {} => self.end(one, Stage::FailedTimeout, ""),
            Act::Revoke { reason } => self.end(one, Stage::Revoked, reason),
            _ => {}
        }
    }

    fn end(&mut self, one: &Recorded, stage: Stage, reason: &str) {
        self.ended = Some(Ended { stage, reason: reason.to_owned(), at: one.at });
    }

    /// The facts of a dossier take the place of all facts; what was said on the desk stays.
    fn take(
        &mut self,
        one: &Recorded,
        case: &Case,
        files: &std::collections::BTreeMap<String, FileRef>,
    ) {
        self.take_facts(one, case);
        self.files = files.clone();
        self.set_aside.clear();
        for thread in self.threads.iter_mut().filter(|it| it.item.is_some()) {
            thread.outdated = true;
        }
        self.attestation = match (&case.attestation, case.dates.started_on) {
            (None, _) => AttestationReview::Missing,
            (Some(_), None) => AttestationReview::Submitted,
            (Some(_), Some(_)) => AttestationReview::Approved,
        };
        self.documents_submitted = false;
        self.documents_returned = None;
        self.take_evidence(one);
        self.documents = Vec::new();
        for document in &case.documents {
            let id = self.free_id('D');
            self.documents.push(DocumentPiece {
                id,
                kind: document.kind.clone(),
                path: document.file.clone(),
                dated_on: document.dated_on,
                by: one.actor.clone(),
                at: one.at,
                returned: None,
                removed: false,
            });
        }
        self.pentest.stage = match case.pentest {
            Some(_) => PentestStage::Reported,
            None => PentestStage::None,
        };
        self.take_progress(one);
    }

    /// The facts, but for what the case is about and what the dossier's author does not say.
    fn take_facts(&mut self, one: &Recorded, case: &Case) {
        let mut taken = case.clone();
        taken.app.id.clone_from(&self.case.app.id);
        taken.dates.certified_on = self.case.dates.certified_on.or(taken.dates.certified_on);
        let given = if one.actor.side == Side::Publisher {
            taken.verification = self.case.verification.clone();
            Given::ByPublisher
        } else {
            Given::ByStaff
        };
        for row in taken.permissions.iter_mut().flatten() {
            self.judged_before(std::slice::from_mut(row), given);
        }
        if let Some(attestation) = &mut taken.attestation {
            self.judged_before(&mut attestation.permissions, given);
        }
        self.case = taken;
    }

    fn take_evidence(&mut self, one: &Recorded) {
        let piece = |facts: &crate::certification::case::Evidence| EvidencePiece {
            id: facts.id.clone(),
            path: facts.file.clone(),
            facts: facts.clone(),
            by: one.actor.clone(),
            at: one.at,
            version: 1,
            replaces: None,
            replaced_by: None,
            removed: false,
        };
        self.pieces = self.case.evidence.iter().map(piece).collect();
    }

    /// Controls with handed-in evidence wait for the analyst, unless there is a verdict.
    fn take_progress(&mut self, one: &Recorded) {
        self.progress.clear();
        let submitted = self.case.evidence.iter().filter(|it| it.submitted_on.is_some());
        let controls: Vec<Id> = submitted
            .flat_map(|it| it.targets.iter().map(|target| target.control.clone()))
            .collect();
        for control in controls {
            let judged = self.case.reviews.contains_key(&control);
            let progress = self.progress.entry(control).or_default();
            progress.submitted_at = Some(one.at);
            progress.rounds = 1;
            progress.waits = !judged;
        }
        for control in self.case.reviews.keys() {
            self.progress.entry(control.clone()).or_default().judged_at = Some(one.at);
        }
    }

    /// An id that nothing in the case has: the letter and a number.
    fn free_id(&self, letter: char) -> Id {
        // Documents and evidence share their ids, because words point at either.
        let taken = |id: &str| match letter {
            'T' => self.threads.iter().any(|it| it.id == *id),
            _ => {
                self.documents.iter().any(|it| it.id == *id)
                    || self.pieces.iter().any(|it| it.id == *id)
            }
        };
        let count = match letter {
            'D' => self.documents.len(),
            'E' => self.pieces.len(),
            _ => self.threads.len(),
        };
        let names = (count + 1..).map(|number| format!("{letter}{number}"));
        // A letter and digits are always an id, and one of the next numbers is always free.
        let free = names.into_iter().find(|name| !taken(name)).and_then(|name| Id::parse(&name));
        free.unwrap_or_else(|| self.framework.clone())
    }

    /// Keeps a file of a group under a path that nothing else has; gives the path.
    fn keep_file(&mut self, folder: &str, file: &FileRef) -> String {
        let base = format!("{folder}/{}", file.name);
        let further = (2..).map(|number| format!("{folder}/{number}/{}", file.name));
        let path = std::iter::once(base)
            .chain(further)
            .find(|path| !self.files.keys().any(|other| collide(path, other)))
            .unwrap_or_default();
        self.files.insert(path.clone(), file.clone());
        path
    }

    fn opinion(one: &Recorded, fine: bool, reason: &str) -> Opinion {
        Opinion { fine, reason: reason.to_owned(), by: one.actor.clone(), at: one.at }
    }

    fn external_at(&mut self, path: &str) -> Option<ExternalReport> {
        let place = self.case.external.iter().position(|report| report.file == path)?;
        Some(self.case.external.remove(place))
    }
}

/// Whether two paths cannot stand side by side in a folder, also where capitals do not count: they
/// are the same, or one lies below the other.
fn collide(path: &str, other: &str) -> bool {
    let mut left = path.split('/').map(str::to_lowercase);
    let mut right = other.split('/').map(str::to_lowercase);
    loop {
        match (left.next(), right.next()) {
            (Some(left), Some(right)) if left == right => {}
            (Some(_), Some(_)) => return false,
            (None, _) | (_, None) => return true,
        }
    }
}
