//! The JSON of acts, as JSON Schema. The core knows no schemas, so they stand here; tests hold that
//! every act, written and read, fits.

mod facts;

use serde_json::{Map, Value as Json, json};

/// A reference to a schema of this description.
fn of(name: &str) -> Json {
    json!({"$ref": format!("#/components/schemas/{name}")})
}

#[expect(clippy::needless_pass_by_value, reason = "schemas are put together from the inside")]
fn list(item: Json) -> Json {
    json!({"type": "array", "items": item})
}

/// An object whose names are ids.
#[expect(clippy::needless_pass_by_value, reason = "schemas are put together from the inside")]
fn map(value: Json) -> Json {
    let names = json!({"pattern": ID});
    json!({"type": "object", "propertyNames": names, "additionalProperties": value})
}

/// The form of ids.
const ID: &str = r"^[A-Za-z0-9\-_.()]{1,100}$";

fn id() -> Json {
    json!({"type": "string", "pattern": ID})
}

fn text() -> Json {
    json!({"type": "string"})
}

/// Words that must not be blank.
fn words() -> Json {
    json!({"type": "string", "minLength": 1, "maxLength": 20000})
}

fn day() -> Json {
    json!({"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"})
}

fn digest() -> Json {
    json!({"type": "string", "pattern": "^[0-9a-f]{64}$"})
}

fn truth() -> Json {
    json!({"type": "boolean"})
}

fn whole(most: u64) -> Json {
    json!({"type": "integer", "minimum": 0, "maximum": most})
}

fn one_of(words: &[&str]) -> Json {
    json!({"type": "string", "enum": words})
}

/// The same, or nothing.
#[expect(clippy::needless_pass_by_value, reason = "schemas are put together from the inside")]
fn or_null(schema: Json) -> Json {
    json!({"anyOf": [schema, {"type": "null"}]})
}

/// An object that has these fields, may have those, and no others.
fn object(needed: &[(&str, Json)], allowed: &[(&str, Json)]) -> Json {
    let all =
        needed.iter().chain(allowed).map(|(name, schema)| ((*name).to_owned(), schema.clone()));
    let required: Vec<&str> = needed.iter().map(|(name, _)| *name).collect();
    json!({
        "type": "object", "properties": all.collect::<Map<_, _>>(), "required": required,
        "additionalProperties": false,
    })
}

/// An act with its fields.
fn act(kind: &str, needed: &[(&str, Json)], allowed: &[(&str, Json)]) -> (String, Json) {
    let mut whole = vec![("act", json!({"type": "string", "const": kind}))];
    whole.extend(needed.iter().cloned());
    let name: String = kind.split('_').map(capital).collect();
    (format!("Act{name}"), object(&whole, allowed))
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Every schema of the desk that no handler makes.
pub(in crate::web::api) fn all() -> Vec<(String, Json)> {
    let acts = acts();
    let choices: Vec<Json> = acts.iter().map(|(name, _)| of(name)).collect();
    let whole = json!({
        "description": "Everything that can be done to a case. Fields that the server sets may be left out.",
        "oneOf": choices,
    });
    let opening = object(
        &[("app", of("AppFacts")), ("framework", id())],
        &[("organization_id", or_null(text())), ("edition", or_null(text()))],
    );
    let own = [("Act".to_owned(), whole), ("Opening".to_owned(), opening)];
    own.into_iter().chain(acts).chain(facts::all()).collect()
}

fn acts() -> Vec<(String, Json)> {
    [before_start(), scope(), documents(), evidence(), review(), more(), pentest(), decision()]
        .concat()
}

fn before_start() -> Vec<(String, Json)> {
    vec![
        act(
            "take_dossier",
            &[
                ("case", of("CaseFacts")),
                ("files", json!({"type": "object", "additionalProperties": of("FileRef")})),
            ],
            &[],
        ),
        act("describe_app", &[("app", of("AppFacts"))], &[]),
        act("verify", &[("verification", of("Verification"))], &[]),
        act("attest", &[("attestation", of("Attestation"))], &[]),
        act("approve_attestation", &[], &[]),
        act("return_attestation", &[("reason", words())], &[]),
        act("consent", &[], &[]),
        act("start", &[], &[]),
        act("withdraw", &[("reason", words())], &[]),
    ]
}

fn scope() -> Vec<(String, Json)> {
    vec![
        // A field that may be null may be left out as well.
        act("state", &[("statement", id())], &[("holds", or_null(truth()))]),
        act("set_environments", &[("environments", list(of("Environment")))], &[]),
        act("set_connections", &[("connections", list(of("Connection")))], &[]),
        act("set_services", &[("services", list(of("Service")))], &[]),
        act("set_sites", &[("recovery_site", of("YesNo")), ("backup_site", of("YesNo"))], &[]),
        act("set_footprint", &[("footprint", list(text()))], &[]),
        act("set_inventory", &[("components", list(of("Component")))], &[]),
        act("redraw", &[("reason", words())], &[("draw", or_null(of("RecordedDraw")))]),
        act(
            "enlarge_sample",
            &[("component", id()), ("reason", words())],
            &[("to", or_null(whole(u64::from(u32::MAX))))],
        ),
    ]
}

fn documents() -> Vec<(String, Json)> {
    vec![
        act(
            "add_document",
            &[("kind", id()), ("file", of("FileRef"))],
            &[("dated_on", or_null(day()))],
        ),
        act("remove_document", &[("document", id())], &[]),
        act("submit_documents", &[], &[]),
        act("return_documents", &[("reason", words())], &[("documents", map(text()))]),
        act("accept_documents", &[], &[("draw", or_null(of("RecordedDraw")))]),
    ]
}

fn evidence() -> Vec<(String, Json)> {
    vec![
        act("add_evidence", &[("piece", of("Piece"))], &[]),
        act("describe_evidence", &[("evidence", id()), ("piece", of("Piece"))], &[]),
        act("remove_evidence", &[("evidence", id())], &[]),
        act("submit_control", &[("control", id())], &[("note", text())]),
        act("declare_not_in_place", &[("control", id()), ("reason", words())], &[]),
        act("complete_evidence", &[], &[]),
    ]
}

fn review() -> Vec<(String, Json)> {
    vec![
        act("say", &[("said", of("Said"))], &[]),
        act("draft", &[("said", of("Said"))], &[]),
        act("draft_verdict", &[("judged", of("Judged"))], &[]),
        act("drop_draft", &[("draft", id())], &[]),
        act("send_review", &[], &[]),
        act("judge", &[("verdicts", list(of("Judged")))], &[]),
        act("resolve", &[("thread", id())], &[]),
        act("reopen", &[("thread", id())], &[]),
        act("assign", &[], &[("analyst", or_null(text())), ("name", text())]),
    ]
}

fn more() -> Vec<(String, Json)> {
    let judgment = or_null(one_of(&["accepted", "over-broad"]));
    vec![
        act("set_permissions", &[("permissions", list(of("PermissionFacts")))], &[]),
        act(
            "judge_permission",
            &[("permission", text())],
            &[("judgment", judgment), ("reason", text())],
        ),
        act("judge_service", &[("host", text()), ("explained", truth())], &[("reason", text())]),
        act("add_external", &[("report", of("ExternalReport")), ("file", of("FileRef"))], &[]),
        act("remove_external", &[("path", text())], &[]),
        act("judge_external", &[("path", text()), ("accepted", truth())], &[("reason", text())]),
    ]
}

fn pentest() -> Vec<(String, Json)> {
    vec![
        act("request_pentest", &[], &[]),
        act(
            "scope_pentest",
            &[
                ("firm", words()),
                ("days", whole(65_535)),
                ("day_rate", whole(u64::MAX)),
                ("currency", text()),
            ],
            &[],
        ),
        act("book_pentest", &[("starts_on", day())], &[]),
        act("move_pentest", &[("fee_percent", whole(255))], &[("starts_on", or_null(day()))]),
        act("cancel_pentest", &[("fee_percent", whole(255))], &[]),
        act("report_pentest", &[("report", of("PentestReport")), ("file", of("FileRef"))], &[]),
        act(
            "fix_finding",
            &[("finding", text()), ("fixed_on", day()), ("proof", one_of(&["firm-retest", "own"]))],
            &[],
        ),
    ]
}

fn decision() -> Vec<(String, Json)> {
    let ruling = one_of(&["certify", "reject"]);
    vec![
        act(
            "declare_interest",
            &[("interest", one_of(&["none", "conflict"]))],
            &[("words", text())],
        ),
        act(
            "propose",
            &[("ruling", ruling)],
            &[("words", text()), ("grounds", or_null(of("Grounds")))],
        ),
        act("return_proposal", &[("reason", words())], &[]),
        act("confirm", &[("assessment", digest())], &[]),
        act("revoke", &[("reason", words())], &[]),
    ]
}
