use std::collections::BTreeMap;
use std::path::Path;

use super::super::load;
use super::super::model::{CloudKind, Trust};
use super::super::write as files;
use super::finding::FindingKind;
use super::{facts, write};
use crate::framework::{Catalog, Library, SourceFile};
use crate::id::Id;

/// The page of an invented company, in two languages.
const EXAMPLE: &str = include_str!("../../../tests/trust/example-page.md");

fn catalogs() -> BTreeMap<Id, Catalog> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../frameworks/external");
    let mut files = Vec::new();
    for name in ["iso27001-2013.yaml", "iso27001-2022.yaml"] {
        let text = std::fs::read_to_string(root.join(name)).unwrap();
        files.push(SourceFile { path: format!("external/{name}"), text });
    }
    Library::load(&files).unwrap().catalogs
}

fn import(text: &str) -> (Trust, Vec<FindingKind>) {
    let (trust, findings) = facts::import(text, "en-US", &catalogs());
    (trust, findings.into_iter().map(|finding| finding.kind).collect())
}

fn written(trust: &Trust) -> String {
    write::write(trust, &trust.pages[0])
}

#[test]
fn a_page_gives_its_facts() {
    let (trust, findings) = import(EXAMPLE);
    assert_eq!(findings, []);
    assert_eq!(trust.providers[0].name, "Harborlight");
    assert_eq!(trust.editions[0].id.value, *"iso27001-2022");
    let names: Vec<&str> = trust.services.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["Tidewater", "Harborlight Beacon", "Lantern"]);
    let clouds: Vec<_> = trust.clouds.iter().map(|it| (it.name.as_str(), it.kind)).collect();
    assert_eq!(clouds, [("public", CloudKind::Public), ("Government", CloudKind::Government)]);
    assert_eq!(trust.services[1].aliases, ["Beacon"]);
    assert!(trust.services[1].clause.as_deref().unwrap().starts_with("either as"));
    assert_eq!(trust.certificates.len(), 1);
    assert_eq!(trust.certificates[0].number.as_deref(), Some("HL 700123"));
    assert_eq!(trust.certificates[0].services.len(), 2);
    assert_eq!(trust.reports.len(), 1);
    assert_eq!(trust.reports[0].standards.len(), 2);
    assert_eq!((trust.questions.len(), trust.questions[0].answers.len()), (1, 1));
    assert_eq!(trust.resources.len(), 2);
    assert!(trust.resources[0].priced);
}

#[test]
fn a_page_comes_back_byte_by_byte() {
    assert_eq!(written(&import(EXAMPLE).0), EXAMPLE);
}

#[test]
fn an_imported_page_is_written_and_loaded_the_same() {
    let (trust, _) = import(EXAMPLE);
    let again = load::load(&files::files(&trust), &catalogs()).unwrap();
    assert_eq!(again, trust);
    assert_eq!(written(&again), EXAMPLE);
}

#[test]
fn an_address_that_was_edited_is_written() {
    let (mut trust, _) = import(EXAMPLE);
    trust.certificates[0].link = Some("https://example.org/new".to_owned());
    assert!(written(&trust).contains("](https://example.org/new)"));
}

#[test]
fn a_line_out_of_form_is_kept_with_a_finding() {
    let text = format!("{EXAMPLE}\n| a | table |\n");
    let (trust, findings) = import(&text);
    assert!(matches!(&findings[..], [FindingKind::NotInForm { .. }]), "{findings:?}");
    assert_eq!(written(&trust), text);
}

#[test]
fn a_text_that_stands_twice_keeps_both() {
    let first = EXAMPLE.lines().find(|line| line.starts_with("- <span")).unwrap();
    let text = EXAMPLE.replacen(first, &format!("{first}\n{first}"), 1);
    let (trust, findings) = import(&text);
    assert!(matches!(&findings[..], [FindingKind::TextTwice { .. }]), "{findings:?}");
    assert_eq!(trust.texts.len(), import(EXAMPLE).0.texts.len() + 1);
    assert!(load::check(&trust, &catalogs()).is_ok());
}

#[test]
fn a_page_in_the_language_of_its_sources_fits_together() {
    let text = EXAMPLE.replace("ms.contentlocale: ko-KR", "ms.contentlocale: en-US");
    assert_ne!(text, EXAMPLE);
    let (trust, _) = import(&text);
    assert_eq!(trust.pages[0].locale, "und");
    assert!(load::check(&trust, &catalogs()).is_ok());
    assert_eq!(written(&trust), text);
}

#[test]
fn any_text_is_a_page() {
    for text in
        ["", "---", "---\n", "# x", "---\nx: y\n---\n", "\u{feff}", "- [a](b)", "[](", "[]()"]
    {
        let (trust, findings) = import(text);
        assert!(!findings.is_empty(), "{text}");
        assert!(load::check(&trust, &catalogs()).is_ok(), "{text}");
    }
}
