//! What each error means: the addresses that `type` of `application/problem+json` names.

use askama::Template;
use axum::extract::Path;

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
    let known = KINDS.iter().find(|(name, _)| *name == kind).ok_or(Refusal::NotFound)?;
    visit.page(async |_| Ok(page(&visit, known))).await
}

fn page<'v>(visit: &'v Visit, (name, status): &(&'static str, &'static str)) -> Kind<'v> {
    let heading = visit.phrases().word(&format!("web-problem-{name}"));
    let mut frame = Frame::new(visit, heading.clone()).with_way(&[], &heading);
    frame.description = frame.t(&format!("web-problem-{name}-text"));
    let others = KINDS.iter().filter(|(other, _)| other != name).map(|(other, _)| Link {
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
    use crate::web::problem::kind;

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
}
