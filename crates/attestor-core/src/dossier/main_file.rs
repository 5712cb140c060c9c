//! `dossier.yaml`: the app, its publisher, and what happened when.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::certification::case::{App, Case, Consent, Dates, Verification};
use crate::day::Day;
use crate::fault::{Fault, Place, Problem, nearest};
use crate::framework::Framework;
use crate::id::{Id, Spot};
use crate::source::{Decode, Fields, Kind, Node, Sink};
use crate::word::words;

words! {
    enum VerificationState {
        Verified = "verified",
        NotApplicable = "not-applicable",
        Unverified = "unverified",
        Withdrawn = "withdrawn",
    }
}

/// Where the attestation is.
pub(super) struct AttestationRef {
    pub(super) file: Option<Spot<String>>,
    pub(super) submitted_on: Option<Day>,
}

/// What `dossier.yaml` says.
pub(super) struct Main {
    pub(super) framework: Spot<Id>,
    pub(super) edition: Option<Spot<String>>,
    pub(super) attestation: Option<AttestationRef>,
    app: AppGiven,
    verification: Verification,
    consent: Consent,
    statements: Vec<(Spot<Id>, bool)>,
    dates: Dates,
}

impl Decode for Main {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let form = fields.node("dossier").map(|node| (node.line, u8::decode(node, sink)));
        let framework = fields.required("framework");
        let edition = fields.optional("edition");
        let app = fields.required("app");
        let verification = fields.optional::<VerificationGiven>("publisher_verification");
        let consent = fields.optional("consent");
        let statements = fields.optional::<Statements>("statements");
        let attestation = fields.optional("attestation");
        let dates = fields.optional::<DatesGiven>("case");
        let line = fields.line;
        fields.finish();
        match form {
            Some((_, Some(1))) => {}
            Some((at, Some(_))) => sink.add_at(
                at,
                Problem::Inconsistent("this program reads form 1 of dossiers".to_owned()),
            ),
            Some((_, None)) => {}
            None => sink.add_at(line, Problem::MissingKey { key: "dossier" }),
        }
        Some(Self {
            framework: framework?,
            edition: edition?,
            attestation: attestation?,
            app: app?,
            verification: verification?.map(|given| given.0).unwrap_or_default(),
            consent: consent?.unwrap_or_default(),
            statements: statements?.map(|given| given.0).unwrap_or_default(),
            dates: dates?.map(|given| given.0).unwrap_or_default(),
        })
    }
}

impl Main {
    /// Fills the case; statements and kinds that the program does not have are faults.
    pub(super) fn fill(
        &self,
        case: &mut Case,
        framework: Option<&Framework>,
        faults: &RefCell<Vec<Fault>>,
    ) {
        case.app = App {
            id: self.app.id.clone().unwrap_or_default(),
            name: self.app.name.clone().unwrap_or_default(),
            kind: self.app.kind.as_ref().map(|kind| kind.value.clone()),
            publisher: self.app.publisher.clone().unwrap_or_default(),
        };
        case.verification = self.verification.clone();
        case.consent = self.consent;
        case.dates = self.dates;
        case.statements = self
            .statements
            .iter()
            .map(|(id, value)| (id.value.clone(), *value))
            .collect::<BTreeMap<_, _>>();
        let Some(framework) = framework else { return };
        for (id, _) in &self.statements {
            let known = framework.statements.iter().map(|statement| statement.id.value.as_str());
            check("statement", id, known, faults);
        }
        if let Some(kind) = &self.app.kind {
            check(
                "app kind",
                kind,
                framework.edition.app_kinds.iter().map(|kind| kind.id.value.as_str()),
                faults,
            );
        }
    }
}

fn check<'a>(
    kind: &'static str,
    id: &Spot<Id>,
    known: impl Iterator<Item = &'a str> + Clone,
    faults: &RefCell<Vec<Fault>>,
) {
    if known.clone().any(|word| id.value == *word) {
        return;
    }
    let near = nearest(id.value.as_str(), known).map(str::to_owned);
    let problem = Problem::UnknownReference { kind, id: id.value.to_string(), near };
    faults.borrow_mut().push(Fault { place: id.place.clone(), problem });
}

struct AppGiven {
    id: Option<String>,
    name: Option<String>,
    kind: Option<Spot<Id>>,
    publisher: Option<String>,
}

impl Decode for AppGiven {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let id = fields.optional("id");
        let name = fields.optional("name");
        let kind = fields.optional("kind");
        let publisher = fields.optional("publisher");
        fields.finish();
        Some(Self { id: id?, name: name?, kind: kind?, publisher: publisher? })
    }
}

struct VerificationGiven(Verification);

impl Decode for VerificationGiven {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let state = fields.required::<VerificationState>("state");
        let partner_id = fields.optional::<String>("partner_id");
        let reason = fields.optional::<String>("reason");
        let line = fields.line;
        fields.finish();
        let (partner_id, reason) = (partner_id?, reason?);
        let missing = |key: &'static str| sink.add_at(line, Problem::MissingKey { key });
        let verification = match state? {
            VerificationState::Unverified => Verification::Unverified,
            VerificationState::Withdrawn => Verification::Withdrawn,
            VerificationState::Verified => Verification::Verified {
                partner_id: partner_id.or_else(|| {
                    missing("partner_id");
                    None
                })?,
            },
            VerificationState::NotApplicable => Verification::NotApplicable {
                reason: reason.or_else(|| {
                    missing("reason");
                    None
                })?,
            },
        };
        Some(Self(verification))
    }
}

words! {
    enum YesNo {
        Yes = "yes",
        No = "no",
    }
}

struct Statements(Vec<(Spot<Id>, bool)>);

impl Decode for Statements {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let Kind::Map(entries) = &node.kind else {
            sink.add(node, Problem::WrongKind { expected: "a map", found: node.kind.name() });
            return None;
        };
        let mut found = Vec::new();
        for (key, line, value) in entries {
            let place: Place = sink.place(*line);
            let Some(id) = Id::parse(key) else {
                sink.add_at(*line, Problem::NotAnId { found: key.clone() });
                continue;
            };
            if let Some(value) = YesNo::decode(value, sink) {
                found.push((Spot { value: id, place }, value == YesNo::Yes));
            }
        }
        Some(Self(found))
    }
}

impl Decode for AttestationRef {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let file = fields.optional("file");
        let submitted_on = fields.optional("submitted_on");
        fields.finish();
        Some(Self { file: file?, submitted_on: submitted_on? })
    }
}

struct DatesGiven(Dates);

impl Decode for DatesGiven {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let started_on = fields.optional("started_on");
        let documents_accepted_on = fields.optional("documents_accepted_on");
        let evidence_complete_on = fields.optional("evidence_complete_on");
        let certified_on = fields.optional("certified_on");
        let other_case_since = fields.optional("other_case_since");
        let pentest_starts_on = fields.optional("pentest_starts_on");
        let line = fields.line;
        fields.finish();
        let dates = Dates {
            started_on: started_on?,
            documents_accepted_on: documents_accepted_on?,
            evidence_complete_on: evidence_complete_on?,
            certified_on: certified_on?,
            other_case_since: other_case_since?,
            pentest_starts_on: pentest_starts_on?,
        };
        order(&dates, line, sink);
        Some(Self(dates))
    }
}

/// Days of a case come in their order.
fn order(dates: &Dates, line: u32, sink: &Sink<'_>) {
    let steps = [
        ("started_on", dates.started_on),
        ("documents_accepted_on", dates.documents_accepted_on),
        ("evidence_complete_on", dates.evidence_complete_on),
    ];
    let known: Vec<(&str, Day)> =
        steps.into_iter().filter_map(|(name, day)| day.map(|day| (name, day))).collect();
    for (earlier, later) in known.iter().zip(known.iter().skip(1)) {
        if later.1 < earlier.1 {
            let words =
                format!("`{}` ({}) lies before `{}` ({})", later.0, later.1, earlier.0, earlier.1);
            sink.add_at(line, Problem::Inconsistent(words));
        }
    }
    if dates.documents_accepted_on.is_some() && dates.started_on.is_none() {
        sink.add_at(line, Problem::MissingKey { key: "started_on" });
    }
}
