//! What is known of an app's case: the input of every decision.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::answer::Answer;
use crate::attestation::permission::Requested;
use crate::day::Day;
use crate::id::Id;
use crate::word::words;

/// Everything that was handed in for one app, and the days on which things happened.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Case {
    /// The app.
    pub app: App,
    /// Whether the publisher is who it says.
    pub verification: Verification,
    /// Whether the program's terms are accepted.
    pub consent: Consent,
    /// What the publisher states, by statement id.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub statements: BTreeMap<Id, bool>,
    /// The attestation, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attestation: Option<Attestation>,
    /// What happened when.
    pub dates: Dates,
    /// What belongs to the app.
    pub scope: Scope,
    /// The initial documents.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<Document>,
    /// The evidence.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// What was said of single controls.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub reviews: BTreeMap<Id, Review>,
    /// The penetration-test report.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pentest: Option<PentestReport>,
    /// Reports on external frameworks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub external: Vec<ExternalReport>,
    /// The permissions that the app requests; `None` while nobody listed them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permissions: Option<Vec<Permission>>,
    /// The recorded draw of the sample, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub draw: Option<RecordedDraw>,
}

impl Case {
    /// The day on which something counts as handed in: the day that is recorded, or today. What was
    /// handed in before the case began, for an earlier one, is handed in anew with its start, so
    /// that its age counts anew. Source: acceptance C14.
    #[must_use]
    pub fn handed_in_on(&self, recorded: Option<Day>, today: Day) -> Day {
        let day = recorded.unwrap_or(today);
        self.dates.started_on.map_or(day, |started_on| day.max(started_on))
    }
}

/// The app and its publisher.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct App {
    /// The id under which the app is published.
    pub id: String,
    /// The name.
    pub name: String,
    /// The kind of app, one of the edition's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Id>,
    /// The publisher's name.
    pub publisher: String,
}

/// Whether the publisher is verified. Source: framework overview, prerequisites.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Verification {
    /// Verified, with the partner id tied to the app registration.
    Verified {
        /// The partner id.
        partner_id: String,
    },
    /// Verification has no meaning for this app, with the reason.
    NotApplicable {
        /// Why not.
        reason: String,
    },
    /// Not verified.
    #[default]
    Unverified,
    /// Verified once, and withdrawn.
    Withdrawn,
}

words! {
    /// Whether the terms of the program are accepted.
    #[derive(Default)]
    pub enum Consent {
        /// They are accepted.
        Given = "given",
        /// They are not.
        #[default]
        Missing = "missing",
    }
}

/// The publisher's attestation.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Attestation {
    /// When it was submitted; its life and freshness count from here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub submitted_on: Option<Day>,
    /// Answers to yes-or-no questions, by question id. A question that is absent is unanswered.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub answers: BTreeMap<Id, Answer>,
    /// Any other answer that is not blank, as text.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub texts: BTreeMap<Id, String>,
    /// The permissions that it lists, with the type where it says one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub permissions: Vec<Permission>,
    /// Answers that another answer rules out: the ruling question, then the answered one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ruled_out: Vec<(Id, Id)>,
}

impl Attestation {
    /// The answer to a yes-or-no question.
    #[must_use]
    pub fn answer(&self, question: &Id) -> Answer {
        self.answers.get(question).copied().unwrap_or(Answer::Unanswered)
    }
}

/// What happened when. Days that did not come yet are `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Dates {
    /// The case began.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub started_on: Option<Day>,
    /// The initial documents were accepted; the clock of the assessment counts from here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub documents_accepted_on: Option<Day>,
    /// The last piece of evidence came in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence_complete_on: Option<Day>,
    /// The app holds a certificate of this day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certified_on: Option<Day>,
    /// Another case of the same app is open since this day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other_case_since: Option<Day>,
    /// The penetration test is booked to begin on this day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pentest_starts_on: Option<Day>,
}

/// What belongs to the app.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Scope {
    /// The environments that deliver the app or that it talks to.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub environments: Vec<Environment>,
    /// Environments connected to those.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub connections: Vec<Connection>,
    /// Services outside the app that it connects to; `None` while nobody listed them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub services: Option<Vec<Service>>,
    /// Whether a separate disaster-recovery site exists.
    pub recovery_site: Answer,
    /// Whether a remote backup site exists.
    pub backup_site: Answer,
    /// The components of the inventory.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub components: Vec<Component>,
    /// Public addresses: IP ranges, URLs, endpoints.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub footprint: Vec<String>,
}

words! {
    /// What an environment is for.
    pub enum Role {
        /// It serves customers.
        Production = "production",
        /// It takes over in a disaster.
        DisasterRecovery = "disaster-recovery",
        /// It keeps backups.
        Backup = "backup",
        /// It supports the others: build, monitoring, administration.
        Support = "support",
    }
}

/// A place where a part of the app runs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Environment {
    /// The id that components name.
    pub id: Id,
    /// The name for people.
    pub name: String,
    /// The hosting type, one of the edition's.
    pub hosting: Id,
    /// What it is for.
    pub role: Role,
}

words! {
    /// How a connected environment is kept apart.
    pub enum Segmentation {
        /// Not at all.
        None = "none",
        /// The publisher says so.
        Claimed = "claimed",
        /// A test or configuration proves it.
        Proved = "proved",
    }
}

/// An environment that is connected to those in scope. Source: framework overview, scope.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Connection {
    /// The connected environment, by the publisher's name for it.
    pub name: String,
    /// How it is kept apart.
    pub segmentation: Segmentation,
    /// Whether it could harm the environments in scope all the same. Unanswered counts as yes.
    #[serde(default)]
    pub can_harm: Answer,
}

words! {
    /// Who publishes a service that the app connects to.
    pub enum ServiceOwner {
        /// The platform's owner.
        Microsoft = "microsoft",
        /// The app's publisher.
        Own = "own",
        /// Somebody else.
        ThirdParty = "third-party",
    }
}

/// A service that the app connects to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// Its host name or address.
    pub host: String,
    /// Who publishes it.
    pub owner: ServiceOwner,
    /// What the connection is for; `None` is not explained.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
}

/// A device or system in scope.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Component {
    /// The id.
    pub id: Id,
    /// The environment it belongs to.
    pub environment: Id,
    /// Its operating system; empty where it has none.
    pub operating_system: String,
    /// Its main function.
    pub function: String,
    /// Its type: server, firewall, router, app service.
    pub device_type: String,
    /// Where it is.
    pub location: String,
}

/// A sample that was drawn before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordedDraw {
    /// The seed of the draw.
    pub seed: String,
    /// The digest of the population it was drawn from, in hexadecimal digits.
    pub population: String,
    /// Why this draw took the place of an earlier one, after the inventory changed; an analyst's
    /// words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub redraw_reason: Option<String>,
    /// How the sample was enlarged since, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub enlarged: Vec<Enlargement>,
}

/// More components of a stratum are looked at, because those of the sample differ. Source: framework
/// overview, "sampling"; acceptance A13.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Enlargement {
    /// A component of the stratum.
    pub component: Id,
    /// How many components of the stratum are looked at.
    pub to: u64,
    /// Why; an analyst's words.
    pub reason: String,
}

/// An initial document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Which document it is.
    pub kind: Id,
    /// The path in the dossier.
    pub file: String,
    /// The day it is of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dated_on: Option<Day>,
}

/// A piece of evidence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// The id, unique in the case.
    pub id: Id,
    /// The path in the dossier.
    pub file: String,
    /// The kind.
    pub kind: Id,
    /// The form.
    pub form: Id,
    /// When it was captured.
    pub captured_on: Day,
    /// When it was handed in; `None` is on the day of the assessment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub submitted_on: Option<Day>,
    /// What it is for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
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
    /// When the process that it shows was built, for processes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub process_built_on: Option<Day>,
    /// How many runs of the process it shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub runs: Option<u16>,
}

/// A control, a part of it, or a gap that an external framework leaves in it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// The control.
    pub control: Id,
    /// The part or gap; `None` is every part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<Id>,
}

words! {
    /// What was said of a control.
    pub enum Verdict {
        /// The analyst approved it.
        Approved = "approved",
        /// The analyst sent it back.
        RevisionRequested = "revision-requested",
        /// The analyst failed it.
        Failed = "failed",
        /// The analyst took it out of scope.
        NotApplicable = "not-applicable",
        /// The publisher says that it is not in place.
        NotInPlace = "not-in-place",
    }
}

/// A verdict on a control, with its reason.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// The verdict.
    pub verdict: Verdict,
    /// Why.
    pub reason: String,
    /// An external framework whose report the analyst accepts for the control.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external: Option<Id>,
}

words! {
    /// How a penetration test was done.
    pub enum Method {
        /// By people.
        Manual = "manual",
        /// By a scanner.
        Automatic = "automatic",
    }
}

words! {
    /// On which environment the web test ran.
    pub enum TestedOn {
        /// On the live one.
        Production = "production",
        /// On a copy with the same code.
        Uat = "uat",
    }
}

/// The facts of a penetration-test report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PentestReport {
    /// The path in the dossier.
    pub file: String,
    /// The testing firm.
    pub firm: String,
    /// Whether the firm is independent of the publisher.
    #[serde(default)]
    pub independent: Answer,
    /// How it was done.
    pub method: Method,
    /// When it ended.
    pub ended_on: Day,
    /// When the report was handed in; `None` is on the day of the assessment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub submitted_on: Option<Day>,
    /// What was tested: `web-authenticated`, `web-anonymous`, `external`, `internal`, `segmentation`.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub covers: BTreeSet<Id>,
    /// The list of classes that the web test followed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class_list: Option<String>,
    /// Where the web test ran.
    pub web_tested_on: TestedOn,
    /// Where the infrastructure test ran.
    pub infrastructure_tested_on: TestedOn,
    /// Digests of the code on the live environment and on the copy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code_digests: Option<(String, String)>,
    /// The addresses in the test's scope.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub footprint: Vec<String>,
    /// The publisher's documented patch windows in days, by severity.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub patch_windows: BTreeMap<Id, u16>,
    /// The findings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<Finding>,
}

words! {
    /// Who showed that a finding is fixed.
    pub enum FixProof {
        /// The testing firm, in its report or an addendum.
        FirmRetest = "firm-retest",
        /// The publisher.
        Own = "own",
    }
}

/// A finding of a penetration test.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// The id in the report.
    pub id: String,
    /// The title.
    pub title: String,
    /// The class, where it belongs to one that fails at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<Id>,
    /// The CVSS score in tenths, 0 to 100.
    pub cvss_tenths: u8,
    /// When it was fixed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fixed_on: Option<Day>,
    /// Who showed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<FixProof>,
}

/// A report or certificate on an external framework.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExternalReport {
    /// The framework.
    pub framework: Id,
    /// The edition; `None` is the newest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<Id>,
    /// The path in the dossier.
    pub file: String,
    /// Whether it is about the app or about the platform it runs on.
    pub about: About,
    /// When it was issued.
    pub issued_on: Day,
    /// When the newest surveillance audit or annual assessment was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audited_on: Option<Day>,
    /// When its period began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period_began_on: Option<Day>,
    /// The type, such as `1` or `2`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report_type: Option<String>,
    /// The level.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<u8>,
    /// The package.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub package: Option<String>,
    /// Who assessed it: `qsa`, `accredited`, `self`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assessor: Option<Id>,
    /// Whether a reassessment is shown to be under way.
    #[serde(default)]
    pub reassessment: Answer,
    /// Whether the whole environment and its processes are in its scope.
    #[serde(default)]
    pub covers_environment: Answer,
    /// How many rows its statement of applicability has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub soa_rows: Option<u16>,
    /// The items that it shows as assessed; `None` is all of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assessed: Option<BTreeSet<Id>>,
    /// The items that its statement of applicability excludes.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub excluded: BTreeSet<Id>,
}

words! {
    /// What a report is about.
    pub enum About {
        /// The app's own environment.
        App = "app",
        /// The platform that it runs on.
        Platform = "platform",
    }
}

words! {
    /// What was said of a permission.
    pub enum Judgment {
        /// It is needed as it is.
        Accepted = "accepted",
        /// It is broader than the app needs.
        OverBroad = "over-broad",
    }
}

/// A permission that the app requests or attests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Permission {
    /// The row of the list.
    pub requested: Requested,
    /// What was said of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub judgment: Option<Judgment>,
}
