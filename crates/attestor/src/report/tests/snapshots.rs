//! Whole reports as text, reviewed when they change.

use super::sample_case::rich;
use super::{program, with_view};
use crate::phrases::{DEFAULT_LOCALE, Phrases};
use crate::report::{Audience, html, markdown, text, wire};

#[test]
fn markdown_of_a_rich_case() {
    let program = program(|_, text| text);
    let report =
        with_view(&program, &rich(&program), Audience::Publisher, |view, _| markdown::render(view));
    insta::assert_snapshot!(report);
}

#[test]
fn text_of_a_rich_case() {
    let program = program(|_, text| text);
    let case = rich(&program);
    let (plain, colored) = with_view(&program, &case, Audience::Publisher, |view, _| {
        (text::render(view, text::Color::Off), text::render(view, text::Color::On))
    });
    assert!(plain.lines().all(|line| unicode_width::UnicodeWidthStr::width(line) <= 80));
    assert!(!plain.contains('\u{1b}') && colored.contains("\u{1b}[31m"));
    insta::assert_snapshot!(plain);
}

#[test]
fn json_of_a_rich_case_is_the_same_twice() {
    let program = program(|_, text| text);
    let phrases = Phrases::load(DEFAULT_LOCALE).expect("phrases");
    let json = || {
        with_view(&program, &rich(&program), Audience::Publisher, |_, subject| {
            serde_json::to_string_pretty(&wire::of(&phrases, subject)).expect("JSON")
        })
    };
    let first = json();
    assert_eq!(first, json());
    insta::assert_snapshot!(first);
}

#[test]
fn page_is_the_same_twice() {
    let program = program(|_, text| text);
    let page = || {
        with_view(&program, &rich(&program), Audience::Publisher, |view, _| html::render(view))
            .expect("a page")
    };
    assert_eq!(page(), page());
}

/// `ATTESTOR_REPORT_OUT=folder cargo test -p attestor writes_the_pages` leaves pages to look at.
#[test]
fn writes_the_pages_where_it_is_told() {
    let program = program(|_, text| text);
    let case = rich(&program);
    for (audience, name) in [(Audience::Publisher, "publisher"), (Audience::Analyst, "analyst")] {
        let page =
            with_view(&program, &case, audience, |view, _| html::render(view)).expect("a page");
        assert!(page.starts_with("<!doctype html>"));
        if let Some(folder) = std::env::var_os("ATTESTOR_REPORT_OUT") {
            let path = std::path::Path::new(&folder).join(format!("{name}.html"));
            std::fs::write(path, page).expect("a written page");
        }
    }
}
