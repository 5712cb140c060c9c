//! What each error means: the addresses that `type` of `application/problem+json` names.

use askama::Template;
use axum::extract::Path;

use attestor_core::desk::refusal::Rule;

use super::frame::Frame;
use super::shape::Link;
use super::visit::{Refusal, Reply, Visit};

/// The kinds of errors with the statuses that they come with.
const KINDS: [(&str, &str); 10] = [
    ("bad-request", "400"),
    ("unauthorized", "401"),
    ("forbidden", "403"),
    ("not-found", "404"),
    ("method-not-allowed", "405"),
    ("too-large", "413, 414"),
    ("too-many", "429"),
    ("failure", "500"),
    ("too-slow", "503"),
    ("unavailable", "503"),
];

/// The kinds of errors that only the desk gives, with their statuses; words in English.
const OF_THE_DESK: [(&str, &str); 40] = [
    ("not-signed-in", "401"),
    ("forbidden", "403"),
    ("conflict", "409"),
    ("precondition-failed", "412"),
    ("unsupported-media-type", "415"),
    ("not-in-form", "422"),
    ("too-many", "429"),
    ("key-used", "422"),
    ("app-has-case", "409"),
    ("upload-name", "422"),
    ("upload-empty", "422"),
    ("upload-too-large", "422"),
    ("upload-digest-mismatch", "422"),
    ("upload-kind-not-allowed", "422"),
    ("upload-kind-mismatch", "422"),
    ("upload-executable", "422"),
    ("upload-not-text", "422"),
    ("upload-polyglot", "422"),
    ("upload-damaged", "422"),
    ("upload-macros", "422"),
    ("upload-entities", "422"),
    ("upload-encrypted", "422"),
    ("archive-entries", "422"),
    ("archive-depth", "422"),
    ("archive-size", "422"),
    ("archive-ratio", "422"),
    ("archive-name", "422"),
    ("archive-link", "422"),
    ("archive-overlap", "422"),
    ("archive-form", "422"),
    ("upload-infected", "422"),
    ("scanner-unavailable", "503"),
    ("upload-not-found", "404"),
    ("upload-wrong-offset", "409"),
    ("upload-incomplete", "409"),
    ("upload-surplus", "422"),
    ("upload-too-many-pieces", "422"),
    ("upload-broken-off", "400"),
    ("storage-full", "507"),
    ("storage-unavailable", "503"),
];

/// A kind of error.
struct Known {
    name: String,
    status: &'static str,
    /// The key of its title; that of its text ends in `-text`.
    key: String,
}

/// The kind with a name.
fn known(name: &str) -> Option<Known> {
    let of = |(name, status): &(&str, &'static str), key| Known {
        name: (*name).to_owned(),
        status,
        key,
    };
    if let Some(found) = KINDS.iter().find(|(own, _)| *own == name) {
        return Some(of(found, format!("web-problem-{name}")));
    }
    if let Some(found) = OF_THE_DESK.iter().find(|(own, _)| *own == name) {
        return Some(of(found, format!("problem-{name}")));
    }
    Rule::parse(name.strip_prefix("refused-")?)?;
    Some(Known { name: name.to_owned(), status: "422", key: format!("problem-{name}") })
}

#[derive(Template)]
#[template(path = "web/problem_kind.html")]
struct Kind<'v> {
    frame: Frame<'v>,
    heading: String,
    text: String,
    status: &'static str,
    address: String,
    others: Vec<Link>,
}

/// Explains a kind of error.
pub(super) async fn show(visit: Visit, Path((_, kind)): Path<(String, String)>) -> Reply {
    let known = known(&kind).ok_or(Refusal::NotFound)?;
    visit.page(async |_| Ok(page(&visit, &known))).await
}

fn page<'v>(visit: &'v Visit, Known { name, status, key }: &Known) -> Kind<'v> {
    let heading = visit.phrases().word(key);
    let mut frame = Frame::new(visit, heading.clone()).with_way(&[], &heading);
    frame.description = frame.t(&format!("{key}-text"));
    let others = KINDS.iter().filter(|(other, _)| *other != name.as_str()).map(|(other, _)| Link {
        address: frame.to(&format!("problems/{other}")),
        text: frame.t(&format!("web-problem-{other}")),
    });
    Kind {
        text: frame.description.clone(),
        address: frame.absolute(&format!("/problems/{name}")),
        others: others.collect(),
        heading,
        status,
        frame,
    }
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;

    use super::*;
    use crate::languages::Language;
    use crate::phrases::Phrasebook;
    use crate::web::problem::{kind, kind_for_programs};

    #[test]
    fn every_error_has_a_page_that_names_its_status() {
        for code in [400, 403, 404, 405, 413, 414, 422, 500, 503] {
            let status = StatusCode::from_u16(code).expect("a status");
            let found = KINDS.iter().find(|(name, _)| *name == kind(status));
            let (name, statuses) = found.unwrap_or_else(|| panic!("{code} has no page"));
            let general = *name == "bad-request";
            assert!(general || statuses.contains(status.as_str()), "{code} leads to {name}");
        }
    }

    #[test]
    fn every_type_of_a_problem_has_a_page_in_words() {
        let book = Phrasebook::load().expect("phrases");
        let phrases = book.of(Language::English);
        let rules = Rule::ALL.iter().map(|rule| format!("refused-{rule}"));
        let fixed = OF_THE_DESK.iter().map(|(name, _)| (*name).to_owned());
        let codes = [400, 401, 403, 404, 405, 409, 412, 413, 415, 422, 429, 500, 503];
        let statuses = codes.map(|code| StatusCode::from_u16(code).expect("a status"));
        let general = statuses.map(|status| kind_for_programs(status).to_owned());
        for name in rules.chain(fixed).chain(general) {
            let kind = known(&name).unwrap_or_else(|| panic!("{name} has no page"));
            for key in [kind.key.clone(), format!("{}-text", kind.key)] {
                assert!(!phrases.word(&key).starts_with('['), "{key}");
            }
        }
    }
}
