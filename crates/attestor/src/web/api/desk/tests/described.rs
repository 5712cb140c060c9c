//! What the description says is what is answered, and what acts look like.

use std::collections::{BTreeSet, HashMap};
use std::sync::Mutex;

use attestor_core::desk::act::Act;
use jsonschema::Validator;
use serde_json::{Value as Json, json};

use super::Got;
use crate::web::api::desk::routes;
use crate::web::api::openapi;

/// The description, to hold every answer of the tests against it.
pub(super) struct Described {
    whole: Json,
    known: Mutex<HashMap<String, Validator>>,
}

impl Described {
    pub(super) fn new() -> Self {
        let whole = openapi::whole("https://desk.example.org").expect("a description");
        Self { whole, known: Mutex::default() }
    }

    /// A schema of the description by its place.
    fn validator(&self, pointer: &str) -> Validator {
        let mut root = self.whole.pointer(pointer).unwrap_or_else(|| panic!("{pointer}")).clone();
        root["components"] = self.whole["components"].clone();
        jsonschema::validator_for(&root).unwrap_or_else(|error| panic!("{pointer}: {error}"))
    }

    fn hold(&self, pointer: &str, value: &Json) {
        let mut known = self.known.lock().expect("a lock");
        let validator = known.entry(pointer.to_owned()).or_insert_with(|| self.validator(pointer));
        if let Err(error) = validator.validate(value) {
            panic!("{pointer}: {error} at {}: {value}", error.instance_path());
        }
    }

    /// Holds an answer of an address of the desk against its description.
    pub(super) fn check(&self, (method, path): (&str, &str), got: &Got) {
        let path = path.split('?').next().unwrap_or_default();
        let fits = |template: &str| {
            let (own, parts) = (template.split('/'), path.split('/'));
            own.clone().count() == parts.clone().count()
                && own.zip(parts).all(|(own, part)| own.starts_with('{') || own == part)
        };
        let routes = routes();
        let listed = routes.listed().find(|it| it.method.as_str() == method && fits(it.path));
        let Some(listed) = listed else { return };
        let method = method.to_ascii_lowercase();
        let place =
            format!("/paths/{}/{method}/responses/{}", listed.path.replace('/', "~1"), got.status);
        let response =
            self.whole.pointer(&place).unwrap_or_else(|| panic!("{place} is not described"));
        let form = got.header("content-type");
        let Some(content) = response.get("content") else {
            assert_eq!(got.body, "", "{place} has a body");
            return;
        };
        assert!(content.get(form).is_some(), "{place}: {form} is not described");
        if form.ends_with("json") {
            let schema = format!("{place}/content/{}/schema", form.replace('/', "~1"));
            self.hold(&schema, &got.json());
        }
    }
}

fn file() -> Json {
    json!({"digest": "ab".repeat(32), "name": "a.pdf", "size_bytes": 7, "media_type": "application/pdf"})
}

fn piece() -> Json {
    json!({
        "file": file(), "kind": "record", "form": "document", "captured_on": "2026-11-20",
        "targets": [{"control": "OPS-MAL-01", "part": "all"}], "components": ["host-1"],
        "shows": ["timestamp"], "figures": {"days_kept": "90"}, "process_built_on": "2026-01-01",
        "runs": 2, "replaces": "E1",
    })
}

fn pentest() -> Json {
    json!({
        "file": "", "firm": "Fabrikam Testing", "independent": "yes", "method": "manual",
        "ended_on": "2026-10-01", "submitted_on": "2026-10-02", "covers": ["external"],
        "class_list": "2021", "web_tested_on": "uat", "infrastructure_tested_on": "production",
        "code_digests": ["a", "b"], "footprint": ["app.example.org"], "patch_windows": {"high": 30},
        "findings": [{"id": "1", "title": "T", "class": "c", "cvss_tenths": 75,
                      "fixed_on": "2026-10-03", "proof": "own"}],
    })
}

fn external() -> Json {
    json!({
        "framework": "soc2", "edition": "2017", "file": "", "about": "app", "issued_on": "2026-06-01",
        "audited_on": "2026-06-01", "period_began_on": "2025-06-01", "report_type": "2", "level": 1,
        "package": "p", "assessor": "accredited", "reassessment": "no", "covers_environment": "yes",
        "soa_rows": 93, "assessed": ["CC1"], "excluded": ["CC2"],
    })
}

fn permission() -> Json {
    let requested =
        json!({"name": "Mail.Read", "kind": "delegated", "justification": "j", "app": "a"});
    json!({"requested": requested, "judgment": "over-broad"})
}

fn attestation() -> Json {
    json!({
        "submitted_on": "2026-11-01", "answers": {"stores_data": "yes"}, "texts": {"app_name": "A"},
        "permissions": [permission()], "ruled_out": [["a", "b"]],
    })
}

fn grounds() -> Json {
    let digest = "ab".repeat(32);
    json!({"assessed_on": "2026-11-20", "outcome": "certifiable", "edition": digest, "case": digest, "assessment": digest})
}

fn scope() -> Json {
    json!({
        "environments": [{"id": "live", "name": "Live", "hosting": "own", "role": "production"}],
        "connections": [{"name": "Office", "segmentation": "proved", "can_harm": "no"}],
        "services": [{"host": "example.org", "owner": "own", "purpose": "p"}],
        "recovery_site": "no", "backup_site": "na", "components": [component()], "footprint": ["a"],
    })
}

fn component() -> Json {
    json!({"id": "h1", "environment": "live", "operating_system": "Debian", "function": "web", "device_type": "server", "location": "Oslo"})
}

fn case() -> Json {
    json!({
        "app": {"id": "A1", "name": "App", "kind": "web-app", "publisher": "Contoso"},
        "verification": {"not-applicable": {"reason": "internal"}}, "consent": "given",
        "statements": {"keeps-customer-data": true}, "attestation": attestation(),
        "dates": {"started_on": "2026-11-01", "documents_accepted_on": null}, "scope": scope(),
        "documents": [{"kind": "app-description", "file": "documents/a.md", "dated_on": "2026-11-01"}],
        "evidence": [{"id": "E1", "file": "evidence/a.md", "kind": "record", "form": "document",
                      "captured_on": "2026-11-01", "submitted_on": "2026-11-02",
                      "targets": [{"control": "OPS-MAL-01"}]}],
        "reviews": {"OPS-MAL-01": {"verdict": "failed", "reason": "r", "external": "soc2"}},
        "pentest": pentest(), "external": [external()], "permissions": [permission()],
        "draw": {"seed": "s", "population": "p", "redraw_reason": "r",
                 "enlarged": [{"component": "web-1", "to": 3, "reason": "r"}]},
    })
}

/// One example of every act, with every field.
fn examples() -> Vec<Json> {
    let said = json!({"about": "control:OPS-MAL-01", "item": "E1", "thread": "T1", "visibility": "internal", "words": "w"});
    let judged =
        json!({"control": "OPS-MAL-01", "verdict": "approved", "reason": "r", "external": "soc2"});
    let draw = json!({"seed": "s", "population": "p", "redraw_reason": "r"});
    let scope = scope();
    let act = |kind: &str, mut fields: Json| {
        fields["act"] = json!(kind);
        fields
    };
    vec![
        act("take_dossier", json!({"case": case(), "files": {"evidence/a.md": file()}})),
        act(
            "describe_app",
            json!({"app": {"id": "A1", "name": "App", "kind": "web-app", "publisher": "Contoso"}}),
        ),
        act("verify", json!({"verification": {"verified": {"partner_id": "1"}}})),
        act("attest", json!({"attestation": attestation()})),
        act("approve_attestation", json!({})),
        act("return_attestation", json!({"reason": "r"})),
        act("consent", json!({})),
        act("start", json!({})),
        act("withdraw", json!({"reason": "r"})),
        act("state", json!({"statement": "keeps-customer-data", "holds": null})),
        act("set_environments", json!({"environments": scope["environments"]})),
        act("set_connections", json!({"connections": scope["connections"]})),
        act("set_services", json!({"services": scope["services"]})),
        act("set_sites", json!({"recovery_site": "yes", "backup_site": "unanswered"})),
        act("set_footprint", json!({"footprint": ["a"]})),
        act("set_inventory", json!({"components": [component()]})),
        act("redraw", json!({"reason": "r", "draw": draw})),
        act("enlarge_sample", json!({"component": "web-1", "reason": "r", "to": 3})),
        act(
            "add_document",
            json!({"kind": "app-description", "file": file(), "dated_on": "2026-11-01"}),
        ),
        act("remove_document", json!({"document": "D1"})),
        act("submit_documents", json!({})),
        act("return_documents", json!({"reason": "r", "documents": {"D1": "why"}})),
        act("accept_documents", json!({"draw": draw})),
        act("add_evidence", json!({"piece": piece()})),
        act("describe_evidence", json!({"evidence": "E1", "piece": piece()})),
        act("remove_evidence", json!({"evidence": "E1"})),
        act("submit_control", json!({"control": "OPS-MAL-01", "note": "n"})),
        act("declare_not_in_place", json!({"control": "OPS-MAL-01", "reason": "r"})),
        act("complete_evidence", json!({})),
        act("say", json!({"said": said})),
        act("draft", json!({"said": said})),
        act("draft_verdict", json!({"judged": judged})),
        act("drop_draft", json!({"draft": "P7"})),
        act("send_review", json!({})),
        act("judge", json!({"verdicts": [judged]})),
        act("resolve", json!({"thread": "T1"})),
        act("reopen", json!({"thread": "T1"})),
        act("assign", json!({"analyst": null, "name": "n"})),
        act("set_permissions", json!({"permissions": [permission()]})),
        act(
            "judge_permission",
            json!({"permission": "Mail.Read", "judgment": "accepted", "reason": "r"}),
        ),
        act("judge_service", json!({"host": "example.org", "explained": false, "reason": "r"})),
        act("add_external", json!({"report": external(), "file": file()})),
        act("remove_external", json!({"path": "p"})),
        act("judge_external", json!({"path": "p", "accepted": true, "reason": "r"})),
        act("request_pentest", json!({})),
        act(
            "scope_pentest",
            json!({"firm": "f", "days": 3, "day_rate": 120_000, "currency": "EUR"}),
        ),
        act("book_pentest", json!({"starts_on": "2026-12-01"})),
        act("move_pentest", json!({"starts_on": null, "fee_percent": 10})),
        act("cancel_pentest", json!({"fee_percent": 100})),
        act("report_pentest", json!({"report": pentest(), "file": file()})),
        act(
            "fix_finding",
            json!({"finding": "1", "fixed_on": "2026-11-01", "proof": "firm-retest"}),
        ),
        act("declare_interest", json!({"interest": "conflict", "words": "w"})),
        act("propose", json!({"ruling": "certify", "words": "w", "grounds": grounds()})),
        act("return_proposal", json!({"reason": "r"})),
        act("confirm", json!({"assessment": "ab".repeat(32)})),
        act("revoke", json!({"reason": "r"})),
    ]
}

#[test]
fn every_act_is_described_as_it_is_read_and_written() {
    let described = Described::new();
    let mut kinds = BTreeSet::new();
    for example in examples() {
        let act: Act = serde_json::from_value(example.clone())
            .unwrap_or_else(|error| panic!("{example}: {error}"));
        assert_eq!(json!(act.kind()), example["act"]);
        kinds.insert(act.kind());
        described.hold("/components/schemas/Act", &example);
        described.hold("/components/schemas/Act", &serde_json::to_value(&act).expect("JSON"));
    }
    // Cases are opened at their own address, and nobody ends one by time.
    let choices =
        described.whole["components"]["schemas"]["Act"]["oneOf"].as_array().expect("a list");
    assert_eq!(kinds.len(), choices.len());
    assert_eq!(kinds.len(), source_kinds() - 2, "an act has no example here");
}

/// How many acts the core knows, by the words of its source.
fn source_kinds() -> usize {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../attestor-core/src/desk/act/kinds.rs");
    let source = std::fs::read_to_string(path).expect("the source");
    let kinds = source.split("pub const fn kind(").nth(1).expect("the function");
    kinds.split("=> \"").count()
        - 1
        - kinds
            .split("pub const fn")
            .skip(1)
            .map(|rest| rest.split("=> \"").count() - 1)
            .sum::<usize>()
}

#[test]
fn what_the_description_does_not_allow_is_not_read() {
    let described = Described::new();
    let validator = described.validator("/components/schemas/Act");
    for mut example in examples() {
        example["surplus"] = json!(1);
        assert!(!validator.is_valid(&example), "{example}");
        assert!(serde_json::from_value::<Act>(example.clone()).is_err(), "{example}");
    }
}

#[test]
fn every_field_that_the_description_needs_is_needed() {
    let described = Described::new();
    let validator = described.validator("/components/schemas/Act");
    for example in examples() {
        for name in example.as_object().expect("an object").keys() {
            let mut less = example.clone();
            less.as_object_mut().expect("an object").shift_remove(name);
            let read = serde_json::from_value::<Act>(less.clone()).is_ok();
            assert_eq!(validator.is_valid(&less), read, "without {name}: {example}");
        }
    }
}
