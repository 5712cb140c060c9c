//! The desk of the demo: organizations, members in each role, and cases in several stages, all made
//! through the same acts as real ones.

use std::collections::BTreeMap;

use attestor_core::certification::case::{Case, Verdict};
use attestor_core::day::Day;
use attestor_core::desk::act::{Act, FileRef, Interest, Judged, Ruling, Said};
use attestor_core::desk::role::{OrganizationKind, Role};
use attestor_core::desk::thread::Visibility;
use attestor_core::dossier;
use attestor_core::id::Id;
use serde_json::Value as Json;

use super::desk::{Desk, Refused, Worker};
use crate::disk::DiskFolder;
use crate::people::demo::DemoOrganization;
use crate::stop::Stop;
use crate::store::evidence::FileRow;
use crate::vault::{Offer, Vault};

/// The publisher of the demo, by its id and name.
pub(crate) const PUBLISHER: (&str, &str) = ("harborline", "Harborline Software");

/// The certification body of the demo.
pub(crate) const BODY: (&str, &str) = ("example-body", "Example Certification Body");

/// The customer of the demo, who has people and sign-in logs, but no part in cases.
pub(crate) const CUSTOMER: (&str, &str) = ("contoso", "Contoso");

/// The members of the demo: account, name, role. The names say what each is for.
pub(crate) const MEMBERS: [(&str, &str, Role); 7] = [
    ("demo-publisher", "Demo Publisher", Role::Publisher),
    ("demo-analyst", "Demo Analyst", Role::Analyst),
    ("demo-second", "Demo Second Analyst", Role::Analyst),
    ("demo-lead", "Demo Lead Analyst", Role::LeadAnalyst),
    ("demo-owner", "Demo Program Owner", Role::ProgramOwner),
    ("demo-auditor", "Demo Auditor", Role::Auditor),
    ("demo-customer", "Demo Customer Administrator", Role::CustomerAdmin),
];

/// The organization of a kind, by its id and name.
const fn organization(kind: OrganizationKind) -> (&'static str, &'static str) {
    match kind {
        OrganizationKind::Publisher => PUBLISHER,
        OrganizationKind::CertificationBody => BODY,
        OrganizationKind::Customer => CUSTOMER,
    }
}

/// The organizations with their members.
pub(crate) fn organizations() -> Vec<DemoOrganization> {
    let one = |kind: &OrganizationKind| {
        let (id, name) = organization(*kind);
        let own = |role: Role| role.organization_kind() == *kind;
        let members = MEMBERS.into_iter().filter(|(.., role)| own(*role)).collect();
        DemoOrganization { id, name, kind: *kind, members }
    };
    OrganizationKind::ALL.iter().map(one).collect()
}

/// Keeps the files that the dossier names, under their paths.
pub(crate) async fn keep_files(
    desk: &Desk,
    vault: &Vault,
    files: impl Iterator<Item = (String, Vec<u8>)>,
) -> Result<BTreeMap<String, FileRef>, Stop> {
    let at = desk.clock().now();
    let mut kept = BTreeMap::new();
    let mut work = desk.store().begin().await?;
    for (path, bytes) in files.filter(|(path, _)| path.contains('/')) {
        let name = path.rsplit('/').next().unwrap_or_default().to_owned();
        let offer = Offer {
            organization: PUBLISHER.0.to_owned(),
            name,
            size: None,
            sha256: None,
            by: "demo-publisher".to_owned(),
            at,
        };
        let whole = futures_util::stream::iter([Ok::<_, String>(bytes)]);
        let sealed = vault.take_whole(offer, whole).await;
        let sealed = sealed.map_err(|refusal| Stop::Failure(format!("{path}: {refusal}")))?;
        let media_type = sealed.media_type.to_owned();
        let row = FileRow { size_bytes: sealed.size, media_type: media_type.clone() };
        work.add_file((PUBLISHER.0, sealed.digest), &row, &at.to_string()).await?;
        let (digest, size_bytes) = (sealed.digest, sealed.size);
        kept.insert(path, FileRef { digest, name: sealed.name, size_bytes, media_type });
    }
    work.commit().await?;
    Ok(kept)
}

/// The member with an account, as somebody who works on cases.
fn worker(account: &str) -> Option<Worker> {
    let (account, name, role) = MEMBERS.into_iter().find(|(own, ..)| *own == account)?;
    let (organization, _) = organization(role.organization_kind());
    Some(Worker {
        account: account.to_owned(),
        name: name.to_owned(),
        organization: organization.to_owned(),
        role,
    })
}

/// Everything that filling needs.
pub(crate) struct Filling<'a> {
    /// The desk.
    pub(crate) desk: &'a Desk,
    /// The dossier of the demo.
    pub(crate) dossier: &'a DiskFolder,
    /// The files of the dossier as they are kept, by path.
    pub(crate) files: &'a BTreeMap<String, FileRef>,
    /// The day that the dossier is told for.
    pub(crate) told_on: Day,
}

impl Filling<'_> {
    /// Makes the cases. Those of the dossier are moved in time so that today is the day that it is
    /// told for.
    pub(crate) async fn run(&self) -> Result<(), Stop> {
        let done = self.cases().await;
        done.map_err(|refused| Stop::Failure(format!("the demo's desk was refused: {refused:?}")))
    }

    async fn cases(&self) -> Result<(), Refused> {
        let told = self.told()?;
        let running = self.taken(&told, "EX900001", "Harborline Notes").await?;
        self.talk(&running).await?;
        let rejected = self.taken(&told, "EX900002", "Harborline Forms").await?;
        self.reject(&rejected).await?;
        self.begin(&told).await
    }

    /// The facts of the dossier, moved to today.
    fn told(&self) -> Result<Case, Stop> {
        let read = dossier::read(self.dossier, self.desk.programs().guide());
        let days = self.told_on.days_until(self.desk.clock().today());
        moved(&read.map_err(Stop::Faults)?.case, days)
    }

    async fn act(&self, account: &str, case_id: &str, act: Act) -> Result<(), Refused> {
        let worker = worker(account).ok_or(Refused::Forbidden)?;
        self.desk.act(&worker, case_id, None, act).await.map(drop)
    }

    async fn open(&self, case: &Case, id: &str, name: &str) -> Result<String, Refused> {
        let worker = worker("demo-publisher").ok_or(Refused::Forbidden)?;
        let mut app = case.app.clone();
        id.clone_into(&mut app.id);
        name.clone_into(&mut app.name);
        let framework = known("m365-certification")?;
        let act = Act::Open { app, framework, certified_on: None, edition: None };
        Ok(self.desk.open(&worker, PUBLISHER.0, act).await?.id.clone())
    }

    /// A case with everything that the dossier says.
    async fn taken(&self, told: &Case, id: &str, name: &str) -> Result<String, Refused> {
        let case_id = self.open(told, id, name).await?;
        let mut case = told.clone();
        id.clone_into(&mut case.app.id);
        name.clone_into(&mut case.app.name);
        let files = self.files.clone();
        self.act("demo-lead", &case_id, Act::TakeDossier { case: Box::new(case), files }).await?;
        let analyst = Some("demo-analyst".to_owned());
        let assign = Act::Assign { analyst, name: "Demo Analyst".to_owned() };
        self.act("demo-lead", &case_id, assign).await?;
        Ok(case_id)
    }

    /// Rounds of review on the running case.
    async fn talk(&self, case_id: &str) -> Result<(), Refused> {
        let say = |about: &str, visibility, words: &str| Act::Say {
            said: Said {
                about: about.to_owned(),
                item: None,
                thread: None,
                visibility,
                words: words.to_owned(),
            },
        };
        let shared = Visibility::Shared;
        let ask =
            "Which of the two scanners is the one that runs each quarter? The report names both.";
        self.act("demo-analyst", case_id, say("control:OPS-SCN-01", shared, ask)).await?;
        let note = "Same firm as last year; compare with the report of that case before approving.";
        let internal = Visibility::Internal;
        self.act("demo-analyst", case_id, say("pentest", internal, note)).await?;
        let answer = "The authenticated one. We hand in its schedule with the next version.";
        let thread = Some(known("T1")?);
        let said = Said {
            about: "control:OPS-SCN-01".to_owned(),
            item: None,
            thread,
            visibility: shared,
            words: answer.to_owned(),
        };
        self.act("demo-publisher", case_id, Act::Say { said }).await?;
        self.approve_some(case_id).await
    }

    /// Approves every second control that holds and waits.
    async fn approve_some(&self, case_id: &str) -> Result<(), Refused> {
        let Some(file) = self.desk.case(case_id).await? else { return Err(Refused::NotFound) };
        let waiting = file.progress.iter().filter(|(_, progress)| progress.waits);
        let controls: Vec<Id> = waiting.map(|(control, _)| control.clone()).step_by(2).collect();
        for control in controls {
            let judged = Judged {
                control,
                verdict: Verdict::Approved,
                reason: String::new(),
                external: None,
            };
            let verdict = Act::Judge { verdicts: vec![judged] };
            match self.act("demo-analyst", case_id, verdict).await {
                // What does not hold yet stays with the publisher.
                Ok(()) | Err(Refused::Rule(_)) => {}
                Err(other) => return Err(other),
            }
        }
        Ok(())
    }

    /// A rejection by two people.
    async fn reject(&self, case_id: &str) -> Result<(), Refused> {
        for account in ["demo-analyst", "demo-second"] {
            let interest = Interest::None;
            let act = Act::DeclareInterest { interest, words: String::new() };
            self.act(account, case_id, act).await?;
        }
        let words = "The process for patches cannot be built within the window. A new case may start \
                     as soon as it runs.";
        let ruling = Ruling::Reject;
        let propose = Act::Propose { ruling, words: words.to_owned(), grounds: None };
        self.act("demo-analyst", case_id, propose).await?;
        let file = self.desk.case(case_id).await?;
        let proposal = file.as_ref().and_then(|file| file.proposal.as_ref());
        let assessment = proposal.map(|it| it.grounds.assessment).ok_or(Refused::NotFound)?;
        self.act("demo-second", case_id, Act::Confirm { assessment }).await
    }

    /// A case before its start: the attestation waits for the analyst.
    async fn begin(&self, told: &Case) -> Result<(), Refused> {
        let case_id = self.open(told, "EX900003", "Harborline Calendar").await?;
        let Some(mut attestation) = told.attestation.clone() else { return Ok(()) };
        attestation.submitted_on = None;
        self.act("demo-publisher", &case_id, Act::Attest { attestation }).await?;
        self.act("demo-publisher", &case_id, Act::Consent {}).await
    }
}

fn known(id: &str) -> Result<Id, Refused> {
    Id::parse(id).ok_or(Refused::NotFound)
}

/// The same facts, all days moved.
fn moved(case: &Case, days: i32) -> Result<Case, Stop> {
    let broken = |error: serde_json::Error| Stop::Failure(error.to_string());
    let mut json = serde_json::to_value(case).map_err(broken)?;
    move_days(&mut json, days);
    serde_json::from_value(json).map_err(broken)
}

fn move_days(json: &mut Json, days: i32) {
    match json {
        Json::String(text) => {
            if let Some(day) = Day::parse(text) {
                *text = day.plus_days(days).to_string();
            }
        }
        Json::Array(items) => items.iter_mut().for_each(|item| move_days(item, days)),
        Json::Object(fields) => fields.values_mut().for_each(|value| move_days(value, days)),
        Json::Null | Json::Bool(_) | Json::Number(_) => {}
    }
}
