//! A case as people play it: acts by name, days as text.

use attestor_core::certification::case::{
    Attestation, Case, Evidence, Target, Verdict, Verification,
};
use attestor_core::day::Day;
use attestor_core::desk::act::{
    Act, Actor, FileRef, Interest, Judged, Piece, Recorded, Ruling, Said, Side,
};
use attestor_core::desk::file::{CaseFile, Stage};
use attestor_core::desk::guard::{self, Rules};
use attestor_core::desk::refusal::{Refusal, Rule};
use attestor_core::desk::standing::{Standing, standing};
use attestor_core::desk::status::{ControlStatus, status};
use attestor_core::desk::thread::Visibility;
use attestor_core::digest::Digest;
use attestor_core::instant::Instant;

use crate::case::{a_complete_case_on, day, id};
use crate::program::{library, permission_rules};

/// A small program: ten controls, no penetration test.
pub(crate) const SMALL: &str = "small-team-baseline";

/// Who acts: `publisher`, `analyst`, `second`, `lead`, `system`, each with an account of that name.
pub(crate) fn who(account: &str) -> Actor {
    let side = match account {
        "publisher" => Side::Publisher,
        "lead" => Side::Lead,
        "system" => Side::Platform,
        _ => Side::Analyst,
    };
    Actor { account: account.to_owned(), name: account.to_owned(), side }
}

/// Noon of a day.
pub(crate) fn noon(day: Day) -> Instant {
    Instant::parse(&format!("{day}T12:00:00Z")).unwrap()
}

/// A file with some bytes.
pub(crate) fn a_file(name: &str) -> FileRef {
    FileRef {
        digest: Digest::of(name.as_bytes()),
        name: name.to_owned(),
        size_bytes: 10,
        media_type: "application/pdf".to_owned(),
    }
}

/// A case and everything that was done to it.
#[derive(Clone)]
pub(crate) struct Play {
    pub(crate) program: &'static str,
    pub(crate) file: CaseFile,
    pub(crate) record: Vec<Recorded>,
    pub(crate) today: Day,
}

impl Play {
    /// Opens a case of a program on a day.
    pub(crate) fn open(program: &'static str, on: &str) -> Self {
        Self::open_with(program, on, None)
    }

    /// Opens one of an app that holds a certificate.
    pub(crate) fn open_with(program: &'static str, on: &str, certified_on: Option<&str>) -> Self {
        let edition = library().framework(program).unwrap().edition.edition.clone();
        let act = Act::Open {
            app: a_complete_case_on(library().framework(program).unwrap(), &[]).app,
            framework: id(program),
            certified_on: certified_on.map(day),
            edition: Some(edition),
        };
        guard::check_open(library(), &who("publisher"), &act).unwrap();
        let today = day(on);
        let one = Recorded { number: 1, at: noon(today), actor: who("publisher"), act };
        let file = CaseFile::of("case-1", "contoso", std::slice::from_ref(&one)).unwrap();
        Self { program, file, record: vec![one], today }
    }

    /// What the case is judged by.
    pub(crate) fn rules(&self) -> Rules<'static> {
        let program = library().framework(self.program).unwrap();
        Rules { program, permissions: permission_rules() }
    }

    /// Goes to a day.
    pub(crate) fn on(&mut self, on: &str) -> &mut Self {
        self.today = day(on);
        self
    }

    /// Does an act, or says which rule refuses; nothing has changed then.
    pub(crate) fn attempt(&mut self, account: &str, act: Act) -> Result<(), Refusal> {
        self.attempt_as(&who(account), act)
    }

    pub(crate) fn attempt_as(&mut self, actor: &Actor, act: Act) -> Result<(), Refusal> {
        guard::check(self.rules(), &self.file, actor, &act, self.today)?;
        let at = noon(self.today);
        let act = guard::complete(library(), self.rules(), &self.file, act, at);
        let number = self.file.number + 1;
        let one = Recorded { number, at, actor: actor.clone(), act };
        self.file.fold(&one);
        self.record.push(one);
        Ok(())
    }

    /// Does an act that must be done.
    pub(crate) fn does(&mut self, account: &str, act: Act) -> &mut Self {
        let told = format!("{account}: {}", act.kind());
        if let Err(refusal) = self.attempt(account, act) {
            panic!("{told}: {refusal:?}");
        }
        self
    }

    /// The rule that refuses an act.
    pub(crate) fn refuses(&mut self, account: &str, act: Act) -> Rule {
        let told = format!("{account}: {act:?}");
        match self.attempt(account, act) {
            Ok(()) => panic!("done: {told}"),
            Err(refusal) => refusal.rule,
        }
    }

    pub(crate) fn stage(&self) -> Stage {
        self.file.stage()
    }

    pub(crate) fn standing(&self) -> Standing {
        let assessment = self.rules().assess(&self.file, self.today);
        standing(self.rules().program, &self.file, &assessment)
    }

    /// Where a control stands.
    pub(crate) fn status(&self, control: &str) -> ControlStatus {
        let assessment = self.rules().assess(&self.file, self.today);
        let outcome = assessment.controls.iter().find(|it| it.control.id.value == *control);
        status(&self.file, outcome.unwrap())
    }

    /// The controls with a status.
    pub(crate) fn controls(&self, wanted: ControlStatus) -> Vec<String> {
        let assessment = self.rules().assess(&self.file, self.today);
        let found = assessment.controls.iter().filter(|it| status(&self.file, it) == wanted);
        found.map(|it| it.control.id.value.to_string()).collect()
    }

    /// The facts of a complete case, with all days around today.
    pub(crate) fn facts(&self) -> Case {
        let hosting = if self.program == SMALL { "own" } else { "paas" };
        let mut case = a_complete_case_on(self.rules().program, &[hosting]);
        let known = &self.rules().program.statements;
        case.statements.retain(|id, _| known.iter().any(|it| it.id.value == *id));
        if self.program == SMALL {
            case.statements.extend(known.iter().map(|it| (it.id.value.clone(), true)));
            case.external.clear();
            case.pentest = None;
        }
        let before = |days: i32| self.today.plus_days(-days);
        case.attestation.as_mut().unwrap().submitted_on = Some(before(1));
        case.documents.iter_mut().for_each(|it| it.dated_on = Some(before(1)));
        case.external.iter_mut().for_each(|it| it.issued_on = before(30));
        case.pentest.iter_mut().for_each(|it| it.ended_on = before(30));
        case
    }

    /// Attests and starts.
    pub(crate) fn start(&mut self) -> &mut Self {
        let facts = self.facts();
        let attestation = facts.attestation.clone().unwrap();
        self.does("publisher", Act::Attest { attestation })
            .does("analyst", Act::ApproveAttestation {})
            .does("analyst", Act::Verify { verification: facts.verification })
            .does("publisher", Act::Consent {})
            .does("publisher", Act::Start {})
    }

    /// Describes the scope and adds all documents.
    pub(crate) fn describe(&mut self) -> &mut Self {
        let facts = self.facts();
        for (statement, holds) in facts.statements {
            self.does("publisher", Act::State { statement, holds: Some(holds) });
        }
        let scope = facts.scope;
        let (recovery_site, backup_site) = (scope.recovery_site, scope.backup_site);
        self.does("publisher", Act::SetEnvironments { environments: scope.environments })
            .does("publisher", Act::SetInventory { components: scope.components })
            .does("publisher", Act::SetServices { services: scope.services.unwrap() })
            .does("publisher", Act::SetSites { recovery_site, backup_site })
            .does("publisher", Act::SetFootprint { footprint: scope.footprint })
            .does("publisher", Act::SetPermissions { permissions: facts.permissions.unwrap() });
        for report in facts.external {
            let file = a_file("report.pdf");
            self.does("publisher", Act::AddExternal { report: Box::new(report), file });
        }
        for it in facts.documents {
            let file = a_file(&format!("{}.pdf", it.kind));
            self.does("publisher", Act::AddDocument { kind: it.kind, file, dated_on: it.dated_on });
        }
        self
    }

    /// Hands the report on the penetration test in, where the program wants one.
    pub(crate) fn report_pentest(&mut self) -> &mut Self {
        if let Some(report) = self.facts().pentest {
            let file = a_file("pentest.pdf");
            self.does("publisher", Act::ReportPentest { report: Box::new(report), file });
        }
        self
    }

    /// Everything up to the acceptance of the initial documents, all on one day.
    pub(crate) fn accepted(&mut self) -> &mut Self {
        self.start()
            .describe()
            .report_pentest()
            .does("publisher", Act::SubmitDocuments {})
            .does("analyst", Act::AcceptDocuments { draw: None })
    }

    /// A complete set of pieces for a control, captured ten days before.
    pub(crate) fn pieces(&self, control: &str) -> Vec<Piece> {
        let mut case = self.facts();
        let shift = crate::case::today().days_until(self.today);
        let evidence = crate::case::evidence_of(&mut case, control);
        evidence.into_iter().map(|it| piece(it, self.today.plus_days(-10), shift)).collect()
    }

    /// Adds all evidence for a control.
    pub(crate) fn adds(&mut self, control: &str) -> &mut Self {
        for piece in self.pieces(control) {
            self.does("publisher", Act::AddEvidence { piece: Box::new(piece) });
        }
        self
    }

    /// Adds all evidence for a control and hands it in.
    pub(crate) fn hands_in(&mut self, control: &str) -> &mut Self {
        self.adds(control).does("publisher", submit(control))
    }

    /// Hands in and approves a control.
    pub(crate) fn approves(&mut self, control: &str) -> &mut Self {
        self.hands_in(control).does("analyst", judge(control, Verdict::Approved))
    }

    /// Hands in all controls that ask for evidence.
    pub(crate) fn hands_in_all(&mut self) -> &mut Self {
        for control in self.controls(ControlStatus::Open) {
            if !self.pieces(&control).is_empty() {
                self.adds(&control);
            }
        }
        for control in self.controls(ControlStatus::Open) {
            if self.file.evidence_for(&id(&control)).next().is_some() {
                self.does("publisher", submit(&control));
            }
        }
        self
    }

    /// Approves all that waits, at once.
    pub(crate) fn approves_all(&mut self) -> &mut Self {
        let waiting = self.controls(ControlStatus::Submitted);
        let verdicts = waiting.iter().map(|it| judged(it, Verdict::Approved)).collect();
        self.does("analyst", Act::Judge { verdicts })
    }

    /// Everything up to the day on which only the decision is left.
    pub(crate) fn decidable(&mut self) -> &mut Self {
        self.accepted().hands_in_all().approves_all().does("publisher", Act::CompleteEvidence {})
    }

    /// The digest that a confirmation names.
    pub(crate) fn proposed(&self) -> Digest {
        self.file.proposal.as_ref().unwrap().grounds.assessment
    }

    /// A proposal by one analyst that another one confirms.
    pub(crate) fn decides(&mut self, ruling: Ruling) -> &mut Self {
        self.does("analyst", interest(Interest::None))
            .does("second", interest(Interest::None))
            .does("analyst", propose(ruling));
        let assessment = self.proposed();
        self.does("second", Act::Confirm { assessment })
    }
}

fn piece(item: &Evidence, captured_on: Day, shift: i32) -> Piece {
    let moved = |text: &String| {
        Day::parse(text).map_or_else(|| text.clone(), |day| day.plus_days(shift).to_string())
    };
    Piece {
        file: a_file(&format!("{}.pdf", item.id)),
        kind: item.kind.clone(),
        form: item.form.clone(),
        captured_on,
        targets: item.targets.clone(),
        components: item.components.clone(),
        shows: item.shows.clone(),
        figures: item.figures.iter().map(|(id, text)| (id.clone(), moved(text))).collect(),
        process_built_on: None,
        runs: None,
        replaces: None,
    }
}

pub(crate) fn submit(control: &str) -> Act {
    Act::SubmitControl { control: id(control), note: String::new() }
}

pub(crate) fn judged(control: &str, verdict: Verdict) -> Judged {
    let reason = if verdict == Verdict::Approved { "" } else { "as discussed" };
    Judged { control: id(control), verdict, reason: reason.to_owned(), external: None }
}

pub(crate) fn judge(control: &str, verdict: Verdict) -> Act {
    Act::Judge { verdicts: vec![judged(control, verdict)] }
}

pub(crate) fn interest(interest: Interest) -> Act {
    Act::DeclareInterest { interest, words: "as far as I know".to_owned() }
}

pub(crate) fn propose(ruling: Ruling) -> Act {
    Act::Propose { ruling, words: "Thank you.".to_owned(), grounds: None }
}

pub(crate) fn said(about: &str, visibility: Visibility, words: &str) -> Said {
    Said { about: about.to_owned(), item: None, thread: None, visibility, words: words.to_owned() }
}

pub(crate) fn target(control: &str) -> Vec<Target> {
    vec![Target { control: id(control), part: None }]
}

pub(crate) fn verified() -> Verification {
    Verification::Verified { partner_id: "4711".to_owned() }
}

pub(crate) fn attestation_of(on: &str) -> Attestation {
    Attestation { submitted_on: Some(day(on)), ..Attestation::default() }
}
