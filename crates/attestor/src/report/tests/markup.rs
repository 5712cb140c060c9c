//! The page is well formed, reaches for nothing outside, and shows hostile texts as texts.

use std::collections::BTreeSet;

use attestor_core::certification::case::{Case, Review, Verdict};

use super::sample_case::{id, rich};
use super::{program, with_view};
use crate::report::{Audience, html, markdown, text};

/// Elements without an end.
const VOID: &[&str] = &["meta", "br", "rect", "circle", "path", "use"];

fn page(case: &Case) -> String {
    let program = program(|_, text| text);
    with_view(&program, case, Audience::Analyst, |view, _| html::render(view)).expect("a page")
}

/// The page without its style sheet, which has no elements.
fn body(page: &str) -> String {
    let (before, rest) = page.split_once("<style>").expect("a style");
    let (_, after) = rest.split_once("</style>").expect("its end");
    format!("{before}{after}")
}

/// Every tag with its attributes, in order.
fn tags(page: &str) -> Vec<&str> {
    let starts = page.split('<').skip(1);
    starts.map(|rest| rest.split_once('>').expect("a closed tag").0).collect()
}

#[test]
fn every_element_is_closed_in_order() {
    let page = page(&rich(&program(|_, text| text)));
    let body = body(&page);
    let mut open: Vec<&str> = Vec::new();
    for tag in tags(&body) {
        let name = tag.trim_start_matches('/').split([' ', '/', '\n']).next().expect("a name");
        if tag.starts_with('!') || VOID.contains(&name) || tag.ends_with('/') {
            continue;
        }
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name), "at </{name}>");
            continue;
        }
        open.push(name);
    }
    assert_eq!(open, Vec::<&str>::new());
}

#[test]
fn ids_are_unique_and_every_link_stays_inside() {
    let page = page(&rich(&program(|_, text| text)));
    let values = |name: &str| -> Vec<String> {
        let mark = format!(" {name}=\"");
        let pieces = page.split(&mark).skip(1);
        pieces.map(|rest| rest.split('"').next().expect("a value").to_owned()).collect()
    };
    let ids = values("id");
    let unique: BTreeSet<&String> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len());
    for link in values("href") {
        let target = link.strip_prefix('#').expect("a link inside").to_owned();
        assert!(unique.contains(&target), "no element has the id {target}");
    }
    for name in values("aria-labelledby") {
        assert!(unique.contains(&name), "no element has the id {name}");
    }
}

#[test]
fn page_reaches_for_nothing_outside() {
    let page = page(&rich(&program(|_, text| text)));
    let body = body(&page);
    for sign in
        ["://crm", "src=", "<script", "<link", "style=", "{{", "}}", "{%", "url(", "@import"]
    {
        assert!(!body.contains(sign), "{sign} stands in the page");
    }
    assert!(page.contains("default-src 'none'; style-src 'sha256-"));
    assert_eq!(page.matches("<h1>").count(), 1);
    assert!(page.contains("<html lang=\"en-US\" dir=\"ltr\">"));
    let (tables, captions) = (page.matches("<table").count(), page.matches("<caption").count());
    assert_eq!(tables, captions);
}

/// A case whose every free text is an attack.
fn hostile() -> Case {
    let program = program(|_, text| text);
    let attack = "<script>alert(1)</script>]]>\u{202e}\"'`|*[x](javascript:1)\u{1b}[31m\n# h";
    let mut case = rich(&program);
    case.app.name = attack.repeat(200);
    case.app.publisher = attack.to_owned();
    case.app.id = attack.to_owned();
    for environment in &mut case.scope.environments {
        environment.name = attack.to_owned();
    }
    for connection in &mut case.scope.connections {
        connection.name = attack.to_owned();
    }
    for component in &mut case.scope.components {
        component.function = attack.to_owned();
    }
    for document in &mut case.documents {
        document.file = attack.to_owned();
    }
    for item in &mut case.evidence {
        item.file = attack.to_owned();
    }
    for permission in case.permissions.iter_mut().flatten() {
        permission.requested.justification = Some(attack.to_owned());
    }
    for report in &mut case.external {
        report.file = attack.to_owned();
    }
    for finding in case.pentest.iter_mut().flat_map(|report| &mut report.findings) {
        finding.title = attack.to_owned();
        finding.id = attack.to_owned();
    }
    let review = Review { verdict: Verdict::Failed, reason: attack.to_owned(), external: None };
    case.reviews.insert(id("OPS-CHG-01"), review);
    case
}

#[test]
fn hostile_texts_stay_texts_on_the_page() {
    let case = hostile();
    assert!(case.app.name.len() > 10_000);
    let page = page(&case);
    assert!(!page.contains("<script") && !page.contains('\u{202e}') && !page.contains('\u{1b}'));
    assert!(page.contains("&lt;script&gt;") || page.contains("&#60;script&#62;"));
    let tame = self::page(&rich(&program(|_, text| text)));
    assert_eq!(names(&page), names(&tame), "an attack added an element");
}

/// The names of all elements of a page.
fn names(page: &str) -> BTreeSet<String> {
    let body = body(page);
    let first = |tag: &str| tag.split([' ', '\n']).next().unwrap_or_default().to_owned();
    tags(&body).into_iter().map(first).collect()
}

#[test]
fn hostile_texts_stay_texts_in_markdown_and_terminal() {
    let program = program(|_, text| text);
    let case = hostile();
    let (markdown, plain) = with_view(&program, &case, Audience::Publisher, |view, _| {
        (markdown::render(view), text::render(view, text::Color::Off))
    });
    assert!(!markdown.contains('\u{202e}') && !plain.contains(['\u{202e}', '\u{1b}']));
    assert!(plain.lines().all(|line| unicode_width::UnicodeWidthStr::width(line) <= 80));
    let outside_code = markdown.lines().filter(|line| !line.contains('`'));
    for line in outside_code {
        assert!(!line.contains("<script") || line.contains("\\<script"), "{line}");
        assert!(!line.contains("](javascript") || line.contains("\\](javascript"), "{line}");
    }
}

#[test]
fn an_empty_case_has_a_whole_report() {
    let program = program(|_, text| text);
    let case = Case::default();
    let page = page(&case);
    assert!(page.contains("Unnamed app"));
    let (markdown, plain) = with_view(&program, &case, Audience::Publisher, |view, _| {
        (markdown::render(view), text::render(view, text::Color::Off))
    });
    assert!(!markdown.contains("[report-") && !plain.contains("[report-"));
    assert!(!page.contains("[report-"));
}
