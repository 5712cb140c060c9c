//! What the description of the API says of the desk, beyond what stands beside its handlers: the JSON
//! of acts, who may ask, and the errors that every address can give.

use serde_json::{Map, Value as Json, json};

use super::acts::schema;
use super::routes;
use crate::web::access::Need;

/// Errors that any address of the desk can give.
const ERRORS: [(&str, &str); 4] = [
    ("400", "A parameter or the body is not in its form"),
    ("401", "Nobody is signed in, or the token is of no use"),
    ("403", "The role or the token may not do this"),
    ("404", "There is nothing here for the caller"),
];

/// Errors that only changes give.
const ERRORS_OF_CHANGES: [(&str, &str); 6] = [
    ("409", "It does not fit to what is there now"),
    ("412", "Others acted since the `ETag` of `If-Match`"),
    ("413", "The body is too large"),
    ("415", "The body has another type than is wanted"),
    ("422", "A rule refuses it, or the body is not in its form; `type` says which"),
    ("429", "Too many tries; `Retry-After` says when to come back"),
];

/// Adds what the desk has to say to the description made from the handlers.
#[expect(clippy::indexing_slicing, reason = "an object of JSON grows by index; it never panics")]
pub(in crate::web::api) fn complete(whole: &mut Json) {
    let components = &mut whole["components"];
    for (name, schema) in schema::all() {
        components["schemas"][name] = schema;
    }
    components["securitySchemes"] = json!({
        "token": {"type": "http", "scheme": "bearer", "description": "An access token; it does no more than its scopes and its member's role"},
        "session": {"type": "apiKey", "in": "cookie", "name": "attestor_session", "description": "The session of a browser; over HTTPS the name begins with `__Host-`"},
    });
    for listed in routes().listed() {
        let method = listed.method.as_str().to_ascii_lowercase();
        let pointer = format!("/paths/{}/{method}", listed.path.replace('/', "~1"));
        if let Some(operation) = whole.pointer_mut(&pointer).and_then(Json::as_object_mut) {
            describe(operation, &method, listed.path, listed.need);
        }
    }
}

fn describe(operation: &mut Map<String, Json>, method: &str, path: &str, need: Need) {
    operation.insert("security".to_owned(), json!([{"token": []}, {"session": []}]));
    operation.insert("x-attestor-need".to_owned(), json!(needed(need)));
    let is_change = method != "get";
    let errors = ERRORS.iter().chain(ERRORS_OF_CHANGES.iter().filter(|_| is_change));
    if let Some(responses) = operation.get_mut("responses").and_then(Json::as_object_mut) {
        for (status, words) in errors {
            responses.entry(*status).or_insert_with(|| problem(words));
        }
        if path.contains("/uploads") || path.contains("/files/") || path.ends_with("/dossier") {
            responses.entry("503").or_insert_with(|| problem("Files cannot be taken right now"));
            responses.entry("507").or_insert_with(|| problem("No room is left for files"));
        }
    }
    let mut more = Vec::new();
    if method == "post" {
        more.push(header("Idempotency-Key", "A repeated request with the same key gets the same answer and does nothing; kept for a day"));
    }
    if path.ends_with("/acts") || path.ends_with("/copy") {
        more.push(header("If-Match", "The `ETag` of the case that was looked at"));
    }
    if is_change && path == "/api/v1/systems/{system}" {
        more.push(header("If-Match", "The `ETag` of the system that was looked at"));
    }
    if more.is_empty() {
        return;
    }
    let parameters = operation.entry("parameters").or_insert_with(|| json!([]));
    if let Some(parameters) = parameters.as_array_mut() {
        parameters.extend(more);
    }
}

/// The words of a need.
fn needed(need: Need) -> String {
    match need {
        Need::Public => "nothing".to_owned(),
        Need::SignedIn | Need::OwnSecurity => "a session".to_owned(),
        Need::Account => "an account".to_owned(),
        Need::Right(right) => right.to_string(),
        Need::Case(right) => format!("{right} over the case"),
        Need::Any(rights) => one_of(rights),
        Need::CaseAny(rights) => format!("{} over the case", one_of(rights)),
    }
}

fn one_of(rights: &[attestor_core::desk::role::Right]) -> String {
    rights.iter().map(|right| right.as_str()).collect::<Vec<_>>().join(" or ")
}

fn header(name: &str, words: &str) -> Json {
    json!({
        "name": name, "in": "header", "required": false, "description": words,
        "schema": {"type": "string", "pattern": "^[!-~]{1,255}$"},
    })
}

fn problem(words: &str) -> Json {
    json!({
        "description": words,
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
    })
}
