//! The demo's portal: complete, and the same story on every day.

use attestor_core::framework::{Library, SourceFile};
use attestor_core::trust::lint::lint;
use attestor_core::trust::model::Trust;
use attestor_core::trust::standing::{Cycle, Standing, cycle, standing};
use attestor_core::trust::{load, write};

use super::*;

fn library() -> Library {
    world::library(None).expect("the frameworks")
}

fn on(day: &str) -> (Trust, Day) {
    let today = Day::parse(day).expect("a day");
    (model(&library(), today), today)
}

#[test]
fn page_and_files_are_whole() {
    let (trust, _) = on("2026-11-22");
    let counts = (
        (trust.texts.len(), trust.services.len(), trust.certificates.len(), trust.reports.len()),
        (trust.questions.len(), trust.resources.len(), trust.offerings.len(), trust.clouds.len()),
    );
    assert_eq!(counts, ((77, 7, 9, 8), (5, 9, 2, 3)));
    let rows: Vec<usize> = trust.statements.iter().map(|it| it.rows.len()).collect();
    assert_eq!(rows, [93, 11]);
}

#[test]
fn languages_disagree_three_times_and_no_more() {
    let (trust, _) = on("2026-11-22");
    let told: Vec<_> = lint(&trust).iter().map(|it| format!("{} {}", it.text, it.code)).collect();
    assert_eq!(told, ["harborline-104 numbers", "harborline-109 editions", "harborline-154 links"]);
}

#[test]
fn every_day_tells_the_same_story() {
    for day in ["2026-11-22", "2027-02-28", "2028-06-01"] {
        let (trust, today) = on(day);
        let states = trust.certificates.iter();
        let states = states.map(|it| standing(it, trust.edition_of(it), today)).collect::<Vec<_>>();
        assert_eq!(
            states,
            [
                Standing::Published,
                Standing::Expiring,
                Standing::Undated,
                Standing::Expired,
                Standing::Superseded,
                Standing::Withdrawn,
                Standing::Future,
                Standing::Draft,
                Standing::Expired,
            ],
            "{day}"
        );
        let cycles = trust.offerings.iter().map(|it| cycle(&trust, it, today)).collect::<Vec<_>>();
        assert!(
            matches!(cycles[..], [Cycle::Running { .. }, Cycle::Overdue { .. }]),
            "{day}: {cycles:?}"
        );
    }
}

#[test]
fn what_is_published_is_one_file_that_reads_the_same() {
    let (trust, _) = on("2026-11-22");
    let files = [SourceFile { path: "trust.yaml".to_owned(), text: write::yaml(&trust) }];
    let again = load::load(&files, &library().catalogs).expect("a model");
    assert_eq!(write::yaml(&again), write::yaml(&trust));
}
