//! What an edition hides from publishers is in none of their reports.

use attestor_core::framework::Framework;

use super::sample_case::rich;
use super::{program, with_view};
use crate::languages::{Formats, Language};
use crate::phrases::{DEFAULT_LOCALE, Phrases};
use crate::report::{Audience, html, markdown, text, wire};

/// The program with an unusual pass mark and heavy weights.
fn canary() -> Framework {
    program(|path, text| match path {
        "m365-certification/edition.yaml" => {
            text.replace("pass_mark_percent: 80", "pass_mark_percent: 83")
        }
        "m365-certification/scoring.yaml" => text.replace("max: 3", "max: 211"),
        _ if path.starts_with("m365-certification/controls/") => {
            text.replace("points: 3,", "points: 211,")
        }
        _ => text,
    })
}

fn reports(program: &Framework, audience: Audience) -> Vec<(&'static str, String)> {
    with_view(program, &rich(program), audience, |view, _| {
        vec![
            ("page", html::render(view).expect("a page")),
            ("markdown", markdown::render(view)),
            ("text", unwrapped(&text::render(view, text::Color::Off))),
        ]
    })
}

/// The words of a text without its line ends.
fn unwrapped(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The shares and sums of points of the canary, as people would read them.
fn figures(program: &Framework) -> Vec<String> {
    let formats = Formats::of(Language::English).expect("formats");
    let number = |points: u64| formats.number(points.cast_signed());
    with_view(program, &rich(program), Audience::Analyst, |_, subject| {
        let domains = subject.assessment.domains.iter();
        domains
            .filter_map(|score| score.points.tenths().map(|tenths| (score.points, tenths)))
            .filter(|(points, _)| points.part != points.whole)
            .flat_map(|(points, tenths)| {
                let share = format!("{}.{} %", tenths / 10, tenths % 10);
                let (part, whole) = (number(points.part), number(points.whole));
                [share, format!("{part} of {whole} points")]
            })
            .collect()
    })
}

#[test]
fn publishers_see_neither_points_nor_pass_marks() {
    let program = canary();
    let figures = figures(&program);
    assert!(figures.len() >= 4, "the canary has open domains");
    for (name, report) in reports(&program, Audience::Publisher) {
        // Digests may hold any digits, and numbers of days may be 83.
        for secret in ["83 %", "83%", "Pass mark", " 211", "points\"", "of points", "Weighs"] {
            assert!(!report.contains(secret), "`{secret}` stands in the {name}");
        }
        for secret in &figures {
            assert!(!report.contains(secret), "`{secret}` stands in the {name}");
        }
        assert!(!report.contains("class=\"mark\""));
    }
}

#[test]
fn analysts_see_points_and_pass_marks() {
    let program = canary();
    for (name, report) in reports(&program, Audience::Analyst) {
        assert!(report.contains("Pass mark 83 %"), "{name}");
        for figure in figures(&program).iter().filter(|figure| figure.contains("points")) {
            assert!(report.contains(figure), "`{figure}` is missing in the {name}");
        }
    }
}

#[test]
fn an_edition_that_shows_its_marks_shows_them_to_publishers() {
    let program = program(|path, text| match path {
        "m365-certification/edition.yaml" => text.replace(": hidden", ": shown"),
        _ => text,
    });
    for (name, report) in reports(&program, Audience::Publisher) {
        assert!(report.contains("Pass mark 80 %"), "{name}");
    }
}

#[test]
fn json_for_publishers_has_no_pass_mark() {
    let program = canary();
    let phrases = Phrases::load(DEFAULT_LOCALE).expect("phrases");
    let json = |audience| {
        with_view(&program, &rich(&program), audience, |_, subject| {
            serde_json::to_string(&wire::of(&phrases, subject)).expect("JSON")
        })
    };
    assert!(json(Audience::Publisher).contains("\"pass_mark\":null"));
    assert!(!json(Audience::Publisher).contains("\"pass_mark\":83"));
    assert!(json(Audience::Analyst).contains("\"pass_mark\":83"));
}
