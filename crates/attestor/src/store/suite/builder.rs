//! Pages for the behaviors; a test names what matters to it.

use std::collections::BTreeSet;

use attestor_core::answer::Answer;
use attestor_core::attestation::catalog::current::Standing;
use attestor_core::attestation::catalog::facet::Facet;
use attestor_core::attestation::catalog::identity::{IdSource, Identity};
use attestor_core::attestation::catalog::listing::Content;
use attestor_core::attestation::catalog::terms::terms;
use attestor_core::attestation::page::facts::Tier;
use attestor_core::attestation::question::Form;
use attestor_core::day::Day;
use attestor_core::digest::Digest;
use attestor_core::instant::Instant;

use crate::store::{FindingRow, NewPage, PermissionRow};

/// A page of an app; the text makes it differ from the app's other pages.
pub(crate) fn page(app: &str, text: &str) -> NewPage {
    let bytes = format!("{app}\n{text}").into_bytes();
    NewPage {
        identity: Identity { id: app.to_owned(), source: IdSource::AppSource },
        name: format!("App {app}"),
        publisher: Some("Contoso".to_owned()),
        tier: Some(Tier::Attested),
        stores_data: Answer::Yes,
        standing: Standing {
            updated: Day::parse("2022-02-17"),
            form: Form::Form2022,
            locale: "fr-FR".to_owned(),
        },
        digest: Digest::of(&bytes),
        page: bytes,
        facts: r#"{"generation":2}"#.to_owned(),
        recognized: "0123456789abcdef fr-FR 0-7".to_owned(),
        permissions: Vec::new(),
        findings: Vec::new(),
        content: Content {
            facets: vec![(Facet::Tier, "attested".to_owned())],
            terms: BTreeSet::from([app.to_lowercase()]),
            ..Content::default()
        },
    }
}

/// The page on a day.
pub(crate) fn on(day: &str, page: NewPage) -> NewPage {
    let standing = Standing { updated: Day::parse(day), ..page.standing.clone() };
    NewPage { standing, ..page }
}

/// The page with permissions, which are counted too.
pub(crate) fn with_permissions(names: &[&str], page: NewPage) -> NewPage {
    let row = |name: &&str| PermissionRow {
        name: (*name).to_owned(),
        kind: Some("delegated".to_owned()),
        registration: None,
    };
    let mut content = page.content.clone();
    content.facets.extend(names.iter().map(|name| (Facet::Permission, (*name).to_owned())));
    content.permission_count = names.len();
    NewPage { permissions: names.iter().map(row).collect(), content, ..page }
}

/// The page with further words by which its app is found.
pub(crate) fn with_words(words: &str, page: NewPage) -> NewPage {
    let mut content = page.content.clone();
    terms(words, &mut content.terms);
    NewPage { content, ..page }
}

/// A finding with words that are hard on quoting.
pub(crate) fn finding(line: i64) -> FindingRow {
    FindingRow {
        code: "unknown_row".to_owned(), line, message: "`\"'\\ 인증 😀` fits".to_owned()
    }
}

/// A second of 22 November 2026.
pub(crate) fn second(second: u64) -> Instant {
    Instant::from_seconds(1_795_305_600 + second)
}
