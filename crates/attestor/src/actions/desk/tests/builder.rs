//! A desk on a database, and people who work at it.

use std::collections::BTreeMap;
use std::sync::Arc;

use attestor_core::certification::case::{
    App, Attestation, Component, Environment, Role as Purpose, Target, Verdict, Verification,
};
use attestor_core::desk::act::{Act, FileRef, Interest, Judged, Piece, Ruling, Said};
use attestor_core::desk::file::CaseFile;
use attestor_core::desk::role::Role;
use attestor_core::desk::thread::Visibility;
use attestor_core::digest::Digest;
use attestor_core::framework::{Bound, Framework};
use attestor_core::id::Id;
use attestor_core::instant::Instant;

use super::super::evidence::files;
use super::super::seats::seat;
use super::super::{Desk, Refused, Worker};
use crate::clock::Clock;
use crate::runtime::Waiting;
use crate::store::evidence::FileRow;
use crate::store::suite::server::Server;
use crate::store::{Missing, Place, Store};

/// A program of ten controls and 30 days.
const SMALL: &str = "small-team-baseline";

/// Who works at the certification body, and publishers.
const MEMBERS: [(&str, &str, Role); 7] = [
    ("publisher", "contoso", Role::Publisher),
    ("stranger", "fabrikam", Role::Publisher),
    ("analyst", "body", Role::Analyst),
    ("second", "body", Role::Analyst),
    ("lead_analyst", "body", Role::LeadAnalyst),
    ("program_owner", "body", Role::ProgramOwner),
    ("auditor", "body", Role::Auditor),
];

pub(super) struct Bench {
    pub(super) desk: Desk,
    pub(super) clock: Clock,
    pub(super) waiting: Waiting,
    _folder: Option<tempfile::TempDir>,
}

/// Does the same on SQLite and, where it is installed, on PostgreSQL.
pub(super) fn everywhere(test: impl Fn(&Bench)) {
    test(&Bench::sqlite());
    let Some(server) = Server::shared() else { return };
    test(&Bench::at(&Place::Url(server.database("desk")), None));
}

pub(super) fn id(text: &str) -> Id {
    Id::parse(text).expect("an id")
}

/// The worker of a role's name; `second` is another analyst, `stranger` another publisher.
pub(super) fn worker(name: &str) -> Worker {
    let role = match name {
        "second" => Role::Analyst,
        "stranger" => Role::Publisher,
        name => Role::parse(name).expect("a role"),
    };
    let organization = match (name, role) {
        ("stranger", _) => "fabrikam",
        (_, Role::Publisher) => "contoso",
        (_, Role::CustomerAdmin) => "customer",
        _ => "body",
    };
    let (account, organization) = (name.to_owned(), organization.to_owned());
    Worker { name: account.clone(), account, organization, role }
}

pub(super) fn say(words: &str) -> Act {
    let (about, words) = ("case".to_owned(), words.to_owned());
    let visibility = Visibility::Shared;
    Act::Say { said: Said { about, item: None, thread: None, visibility, words } }
}

pub(super) fn interest(interest: Interest) -> Act {
    Act::DeclareInterest { interest, words: "none".to_owned() }
}

pub(super) fn open_act(app: &str) -> Act {
    let name = format!("App {app}");
    let app = App { id: app.to_owned(), name, ..App::default() };
    Act::Open { app, framework: id(SMALL), certified_on: None, edition: None }
}

fn file(name: &str) -> FileRef {
    FileRef {
        digest: Digest::of(name.as_bytes()),
        name: name.to_owned(),
        size_bytes: 1,
        media_type: "text/plain".to_owned(),
    }
}

impl Bench {
    pub(super) fn sqlite() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let place = Place::Folder(folder.path().to_owned());
        Self::at(&place, Some(folder))
    }

    fn at(place: &Place, folder: Option<tempfile::TempDir>) -> Self {
        let waiting = Waiting::for_server().expect("a runtime");
        let store = waiting.on(Store::open(place, Missing::Made)).expect("opened");
        let clock = Clock::at(Instant::parse("2027-01-04T12:00:00Z").expect("an instant"));
        waiting.on(seat(&store, &MEMBERS));
        let desk = Desk::new(store, clock.clone()).expect("a desk");
        Self { desk, clock, waiting, _folder: folder }
    }

    /// A desk that has read nothing, on the same database.
    pub(super) fn another_desk(&self) -> Desk {
        Desk::new(self.desk.store().clone(), self.clock.clone()).expect("a desk")
    }

    pub(super) fn case(&self, case_id: &str) -> Arc<CaseFile> {
        self.waiting.on(self.desk.case(case_id)).expect("read").expect("a case")
    }

    pub(super) fn try_open(&self, who: &str, app: &str) -> Result<String, Refused> {
        let opened = self.waiting.on(self.desk.open(&worker(who), "contoso", open_act(app)));
        opened.map(|file| file.id.clone())
    }

    pub(super) fn open(&self, who: &str, app: &str) -> String {
        self.try_open(who, app).expect("opened")
    }

    /// Makes the files of an act known to the publisher, as their uploads would.
    pub(super) fn knows_files_of(&self, act: &Act) {
        let mut act = act.clone();
        for file in files(&mut act) {
            let row = FileRow { size_bytes: file.size_bytes, media_type: file.media_type.clone() };
            self.waiting.on(async {
                let mut work = self.desk.store().begin().await.expect("begun");
                let at = self.clock.now().to_string();
                work.add_file(("contoso", file.digest), &row, &at).await.expect("a row");
                work.commit().await.expect("kept");
            });
        }
    }

    pub(super) fn does(&self, who: &str, case_id: &str, act: Act) {
        let kind = act.kind();
        self.knows_files_of(&act);
        let done = self.waiting.on(self.desk.act(&worker(who), case_id, None, act));
        if let Err(refused) = done {
            panic!("{who}: {kind}: {refused:?}");
        }
    }

    fn program(&self) -> &Framework {
        self.desk.library().framework(SMALL).expect("the program")
    }

    /// A case whose initial documents are accepted.
    pub(super) fn accepted(&self) -> String {
        let case_id = self.open("publisher", "app-1");
        let verification = Verification::Verified { partner_id: "4711".to_owned() };
        for (who, act) in [
            ("publisher", Act::Attest { attestation: Attestation::default() }),
            ("analyst", Act::ApproveAttestation {}),
            ("analyst", Act::Verify { verification }),
            ("publisher", Act::Consent {}),
            ("publisher", Act::Start {}),
        ] {
            self.does(who, &case_id, act);
        }
        self.describe(&case_id);
        self.does("publisher", &case_id, Act::SubmitDocuments {});
        self.does("analyst", &case_id, Act::AcceptDocuments { draw: None });
        case_id
    }

    fn describe(&self, case_id: &str) {
        let (environment, hosting) = (id("main"), id("own"));
        let name = "main".to_owned();
        let role = Purpose::Production;
        let main = Environment { id: environment.clone(), name, hosting, role };
        let machine = Component {
            id: id("machine"),
            environment,
            operating_system: "Linux".to_owned(),
            function: "web".to_owned(),
            device_type: "server".to_owned(),
            location: "eu-1".to_owned(),
        };
        self.does("publisher", case_id, Act::SetEnvironments { environments: vec![main] });
        self.does("publisher", case_id, Act::SetInventory { components: vec![machine] });
        for statement in &self.program().statements {
            let statement = statement.id.value.clone();
            self.does("publisher", case_id, Act::State { statement, holds: Some(true) });
        }
        for document in &self.program().documents {
            let kind = document.id.value.clone();
            let dated_on = Some(self.clock.today());
            let file = file(&format!("{kind}.pdf"));
            self.does("publisher", case_id, Act::AddDocument { kind, file, dated_on });
        }
    }

    /// Pieces that show every control.
    pub(super) fn pieces(&self) -> Vec<Piece> {
        let rules = &self.program().evidence;
        let today = self.clock.today();
        let figure = |bound: &Bound| match bound {
            Bound::AtMost(limit) | Bound::AtLeast(limit) => limit.to_string(),
            Bound::OneOf(allowed) => allowed[0].clone(),
            Bound::NotOlderThan(_) => today.to_string(),
        };
        let controls = self.program().controls();
        let parts = controls.flat_map(|(_, it)| it.parts.iter().map(move |part| (it, part)));
        let piece = |(control, part): (&attestor_core::framework::Control, _)| {
            let part: &attestor_core::framework::Part = part;
            let kind = control.evidence[0].value.clone();
            let form = rules.kind(&kind).expect("a kind").forms[0].value.clone();
            let figures: BTreeMap<Id, String> =
                part.checks.iter().map(|it| (it.fact.clone(), figure(&it.bound))).collect();
            let target =
                Target { control: control.id.value.clone(), part: Some(part.key.value.clone()) };
            Piece {
                file: file(&format!("{}.pdf", control.id.value)),
                shows: rules.form(&form).expect("a form").must_show.iter().cloned().collect(),
                kind,
                form,
                captured_on: today,
                targets: vec![target],
                components: [id("machine")].into(),
                figures,
                process_built_on: None,
                runs: None,
                replaces: None,
            }
        };
        parts.map(piece).collect()
    }

    /// A case that two analysts decided.
    pub(super) fn decided(&self, ruling: Ruling) -> String {
        let case_id = self.accepted();
        for piece in self.pieces() {
            self.does("publisher", &case_id, Act::AddEvidence { piece: Box::new(piece) });
        }
        self.does("publisher", &case_id, Act::CompleteEvidence {});
        let controls: Vec<Id> = self.case(&case_id).progress.keys().cloned().collect();
        let judged = |control: Id| Judged {
            control,
            verdict: Verdict::Approved,
            reason: String::new(),
            external: None,
        };
        let verdicts = controls.into_iter().map(judged).collect();
        self.does("analyst", &case_id, Act::Judge { verdicts });
        self.does("analyst", &case_id, interest(Interest::None));
        self.does("second", &case_id, interest(Interest::None));
        let words = "Thank you.".to_owned();
        self.does("analyst", &case_id, Act::Propose { ruling, words, grounds: None });
        let file = self.case(&case_id);
        let assessment = file.proposal.as_ref().expect("a proposal").grounds.assessment;
        self.does("second", &case_id, Act::Confirm { assessment });
        case_id
    }
}
