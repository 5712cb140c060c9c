//! Everything that can be done to a case. The form in JSON is the API's, and the record's.

mod kinds;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::answer::Answer;
use crate::certification::case::{
    App, Attestation, Case, Component, Connection, Environment, ExternalReport, FixProof, Judgment,
    PentestReport, Permission, RecordedDraw, Service, Target, Verdict, Verification,
};
use crate::certification::decision::Outcome;
use crate::day::Day;
use crate::digest::Digest;
use crate::id::Id;
use crate::instant::Instant;
use crate::word::words;

use super::role::Role;
use super::thread::Visibility;

words! {
    /// On which side of the desk somebody acts.
    pub enum Side {
        /// For the publisher whose app it is.
        Publisher = "publisher",
        /// For the certification body.
        Analyst = "analyst",
        /// For the certification body, answering for its analysts.
        Lead = "lead",
        /// Nobody: time passed.
        Platform = "platform",
    }
}

impl Side {
    /// The side on which a role acts; `None` for roles that have no part in cases.
    #[must_use]
    pub const fn of(role: Role) -> Option<Self> {
        match role {
            Role::Publisher => Some(Self::Publisher),
            Role::Analyst => Some(Self::Analyst),
            Role::LeadAnalyst | Role::ProgramOwner => Some(Self::Lead),
            Role::Auditor | Role::CustomerAdmin => None,
        }
    }

    /// Whether it is the certification body's.
    #[must_use]
    pub const fn is_staff(self) -> bool {
        matches!(self, Self::Analyst | Self::Lead)
    }
}

/// Who acts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// The account; `system` for the platform.
    pub account: String,
    /// The name to show. Kept with the act, so that it reads the same for ever.
    pub name: String,
    /// On which side.
    pub side: Side,
}

/// An act with its place in the record of its case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Recorded {
    /// The place, from 1, without gaps.
    pub number: u64,
    /// When.
    pub at: Instant,
    /// Who.
    pub actor: Actor,
    /// What.
    pub act: Act,
}

/// A file that was handed in. The bytes are kept elsewhere, under their digest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileRef {
    /// The digest of the bytes.
    pub digest: Digest,
    /// The name to show and to save under; without folders.
    pub name: String,
    /// How many bytes. Set by the server.
    #[serde(default)]
    pub size_bytes: u64,
    /// The type by content. Set by the server.
    #[serde(default)]
    pub media_type: String,
}

/// A verdict on a control as an analyst gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Judged {
    /// The control.
    pub control: Id,
    /// The verdict; never "not in place", which is the publisher's word.
    pub verdict: Verdict,
    /// Why; shown to the publisher. May be empty for an approval only.
    #[serde(default)]
    pub reason: String,
    /// An external framework whose report is accepted for the control.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external: Option<Id>,
}

/// Words about something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Said {
    /// What it is about: `case`, `documents`, `scope`, `permissions`, `connections`, `pentest`,
    /// `external`, or `control:` with a control's id.
    pub about: String,
    /// The piece of evidence or document that it points at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<Id>,
    /// The thread that it answers; `None` begins one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thread: Option<Id>,
    /// Who may read it.
    pub visibility: Visibility,
    /// The words, as plain text with line breaks.
    pub words: String,
}

/// A piece of evidence as it is handed in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Piece {
    /// The file.
    pub file: FileRef,
    /// The kind, one of the edition's.
    pub kind: Id,
    /// The form, one of the edition's.
    pub form: Id,
    /// When it was captured.
    pub captured_on: Day,
    /// What it is for.
    pub targets: Vec<Target>,
    /// The components it was taken from.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub components: BTreeSet<Id>,
    /// What can be seen on it.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub shows: BTreeSet<Id>,
    /// Figures that it states.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub figures: BTreeMap<Id, String>,
    /// When the process that it shows was built.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub process_built_on: Option<Day>,
    /// How many runs of the process it shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub runs: Option<u16>,
    /// The piece whose newer version this is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<Id>,
}

words! {
    /// What is proposed and decided.
    pub enum Ruling {
        /// The app is certified.
        Certify = "certify",
        /// It is not.
        Reject = "reject",
    }
}

words! {
    /// Whether somebody has an interest in the outcome.
    pub enum Interest {
        /// None.
        None = "none",
        /// There is one; who has it neither proposes nor confirms.
        Conflict = "conflict",
    }
}

/// What a proposal rests on. Set by the server, so that it can be worked out again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grounds {
    /// The day of the assessment.
    pub assessed_on: Day,
    /// What the assessment found.
    pub outcome: Outcome,
    /// The digest of the program's edition.
    pub edition: Digest,
    /// The digest of the facts of the case.
    pub case: Digest,
    /// The digest of everything that the assessment says.
    pub assessment: Digest,
}

/// The record has one word for an act, and JSON the same as `act`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case", deny_unknown_fields)]
pub enum Act {
    // Before the start
    /// Opens a case for an app.
    Open {
        /// The app.
        app: App,
        /// The program.
        framework: Id,
        /// The day of the certificate that the app holds. Set by the server.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        certified_on: Option<Day>,
        /// The edition; the newest, set by the server, where none is named.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        edition: Option<String>,
    },
    /// Takes over a case as a dossier states it: everything that was handed in, with its days.
    TakeDossier {
        /// The facts.
        case: Box<Case>,
        /// The files, by their paths in the dossier.
        files: BTreeMap<String, FileRef>,
    },
    /// Corrects name, kind or publisher of the app before the start.
    DescribeApp {
        /// The app; its id stays.
        app: App,
    },
    /// States whether the publisher is who it says.
    Verify {
        /// The result.
        verification: Verification,
    },
    /// Hands in the attestation.
    Attest {
        /// The attestation; the day of submission is set by the server where none is given.
        attestation: Attestation,
    },
    /// Accepts the attestation for its form: whether it is true is the publisher's answer.
    ApproveAttestation {},
    /// Gives the attestation back.
    ReturnAttestation {
        /// Why.
        reason: String,
    },
    /// Accepts the terms of the program.
    Consent {},
    /// Starts the certification.
    Start {},
    /// Ends the case without a decision.
    Withdraw {
        /// Why.
        reason: String,
    },

    // Scope
    /// States something that only the publisher knows; `None` takes it back.
    State {
        /// The statement, one of the edition's.
        statement: Id,
        /// Whether it holds.
        holds: Option<bool>,
    },
    /// Describes the environments.
    SetEnvironments {
        /// All of them.
        environments: Vec<Environment>,
    },
    /// Describes what is connected to them.
    SetConnections {
        /// All of them.
        connections: Vec<Connection>,
    },
    /// Lists the services outside the app.
    SetServices {
        /// All of them; what an analyst said of a service that stays is kept.
        services: Vec<Service>,
    },
    /// States which further sites exist.
    SetSites {
        /// A separate site for disasters.
        recovery_site: Answer,
        /// A remote site for backups.
        backup_site: Answer,
    },
    /// Lists the public addresses.
    SetFootprint {
        /// All of them.
        footprint: Vec<String>,
    },
    /// Takes the inventory.
    SetInventory {
        /// All components.
        components: Vec<Component>,
    },
    /// Draws the sample anew, after the inventory changed.
    Redraw {
        /// Why.
        reason: String,
        /// The draw. Set by the server.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        draw: Option<RecordedDraw>,
    },
    /// Looks at more components of a stratum, because those of the sample differ. Those that were
    /// drawn stay.
    EnlargeSample {
        /// A component of the stratum.
        component: Id,
        /// Why; shown to the publisher.
        reason: String,
        /// How many are looked at then: the next figure of the table, at last all. Set by the server.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<u64>,
    },

    // Initial documents
    /// Adds a document.
    AddDocument {
        /// Which document, one of the edition's.
        kind: Id,
        /// The file.
        file: FileRef,
        /// The day it is of.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        dated_on: Option<Day>,
    },
    /// Takes a document back.
    RemoveDocument {
        /// The document.
        document: Id,
    },
    /// Hands in the initial documents.
    SubmitDocuments {},
    /// Gives documents back.
    ReturnDocuments {
        /// Why, for all.
        reason: String,
        /// Why, for single ones.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        documents: BTreeMap<Id, String>,
    },
    /// Accepts the initial documents: scope and sample are fixed and the clock starts.
    AcceptDocuments {
        /// The draw. Set by the server.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        draw: Option<RecordedDraw>,
    },

    // Evidence
    /// Adds a piece of evidence, or a newer version of one.
    AddEvidence {
        /// The piece.
        piece: Box<Piece>,
    },
    /// Changes what is said of a piece, not its file.
    DescribeEvidence {
        /// The piece.
        evidence: Id,
        /// What is said of it now; its file must be the same.
        piece: Box<Piece>,
    },
    /// Takes a piece back.
    RemoveEvidence {
        /// The piece.
        evidence: Id,
    },
    /// Hands in a control for review, or hands it in anew.
    SubmitControl {
        /// The control.
        control: Id,
        /// What changed since the last round.
        #[serde(default)]
        note: String,
    },
    /// States that a control is not in place.
    DeclareNotInPlace {
        /// The control.
        control: Id,
        /// Why.
        reason: String,
    },
    /// States that all evidence is in.
    CompleteEvidence {},

    // Review
    /// Says something that others see at once.
    Say {
        /// What.
        said: Said,
    },
    /// Keeps words back until the review is sent.
    Draft {
        /// What.
        said: Said,
    },
    /// Keeps a verdict back until the review is sent.
    DraftVerdict {
        /// The verdict.
        judged: Judged,
    },
    /// Drops something that was kept back.
    DropDraft {
        /// Which, by its id among the drafts of who acts.
        draft: Id,
    },
    /// Sends everything that was kept back, at once.
    SendReview {},
    /// Gives a verdict on one or several controls at once.
    Judge {
        /// The verdicts.
        verdicts: Vec<Judged>,
    },
    /// Ends a thread.
    Resolve {
        /// The thread.
        thread: Id,
    },
    /// Takes a thread up again.
    Reopen {
        /// The thread.
        thread: Id,
    },
    /// Gives the case to an analyst.
    Assign {
        /// The analyst's account; `None` takes it away.
        analyst: Option<String>,
        /// The name to show.
        #[serde(default)]
        name: String,
    },

    // Permissions, connections, external reports
    /// Lists the permissions that the app requests; verdicts on rows that stay are kept.
    SetPermissions {
        /// All of them.
        permissions: Vec<Permission>,
    },
    /// Gives a verdict on a permission.
    JudgePermission {
        /// Its name.
        permission: String,
        /// The verdict; `None` takes it back.
        judgment: Option<Judgment>,
        /// Why, and which narrower one would do.
        #[serde(default)]
        reason: String,
    },
    /// Gives a verdict on the purpose of an outside connection.
    JudgeService {
        /// The host.
        host: String,
        /// Whether it is explained.
        explained: bool,
        /// Why.
        #[serde(default)]
        reason: String,
    },
    /// Hands in a report on an external framework.
    AddExternal {
        /// The facts; the path is set by the server.
        report: Box<ExternalReport>,
        /// The file.
        file: FileRef,
    },
    /// Takes one back.
    RemoveExternal {
        /// Its path.
        path: String,
    },
    /// Refuses a report for a reason that its facts do not show, or takes the refusal back.
    JudgeExternal {
        /// Its path.
        path: String,
        /// Whether it counts as far as the analyst sees.
        accepted: bool,
        /// Why.
        #[serde(default)]
        reason: String,
    },

    // Penetration test
    /// Asks for a test through the program.
    RequestPentest {},
    /// States how much testing is needed and what it costs.
    ScopePentest {
        /// The testing firm.
        firm: String,
        /// Days of testing.
        days: u16,
        /// The price of a day, in hundredths.
        day_rate: u64,
        /// The currency, three letters.
        currency: String,
    },
    /// Books the test.
    BookPentest {
        /// The first day.
        starts_on: Day,
    },
    /// Moves a booked test.
    MovePentest {
        /// The new day; `None` leaves it open.
        starts_on: Option<Day>,
        /// The fee that was shown, in per cent. Another fee refuses the act.
        fee_percent: u8,
    },
    /// Cancels a booked test.
    CancelPentest {
        /// The fee that was shown, in per cent.
        fee_percent: u8,
    },
    /// Hands in the report with its facts.
    ReportPentest {
        /// The facts; the path is set by the server.
        report: Box<PentestReport>,
        /// The file.
        file: FileRef,
    },
    /// Records that a finding is fixed.
    FixFinding {
        /// The finding's id in the report.
        finding: String,
        /// When.
        fixed_on: Day,
        /// Who showed it.
        proof: FixProof,
    },

    // Decision
    /// Declares an interest in the outcome, or none.
    DeclareInterest {
        /// Which.
        interest: Interest,
        /// What it is.
        #[serde(default)]
        words: String,
    },
    /// Proposes a decision.
    Propose {
        /// Which.
        ruling: Ruling,
        /// Words for the letter.
        #[serde(default)]
        words: String,
        /// What it rests on. Set by the server.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        grounds: Option<Grounds>,
    },
    /// Sends a proposal back.
    ReturnProposal {
        /// Why.
        reason: String,
    },
    /// Confirms a proposal: the second person decides.
    Confirm {
        /// The assessment that was looked at; another one refuses the act.
        assessment: Digest,
    },
    /// Ends a case whose time ran out.
    TimeOut {},
    /// Revokes the certificate.
    Revoke {
        /// Why.
        reason: String,
    },
}
