//! Section L: offerings, what their page says, and what a customer inherits.

use std::path::Path;

use attestor_core::framework::SourceFile;
use attestor_core::trust::crosswalk::{self, Extent, Mapping, coverage};
use attestor_core::trust::document::ResourceKind;
use attestor_core::trust::inherit::{Share, asked, inherit};
use attestor_core::trust::lint::{About, lint};
use attestor_core::trust::load;
use attestor_core::trust::model::Trust;
use attestor_core::trust::page::{facts, write};
use attestor_core::trust::standing::{self, Cycle};
use attestor_core::trust::write as files;

use crate::case::{day, id};
use crate::program::library;

pub(crate) const ROWS: &[&str] = &["L1", "L2", "L3", "L4", "L5", "L6"];

/// The published page and its text, or `None` and a visible line where the seeds are not here.
fn seed() -> Option<(Trust, String)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../shared/seeds/002_8b302cd4ee3d1980.txt");
    let Ok(text) = std::fs::read_to_string(path) else {
        eprintln!("skipped: the seeds are not beside the project");
        return None;
    };
    Some((facts::import(&text, "en-US", &library().catalogs).0, text))
}

#[test]
fn l1_page_is_read_completely() {
    let Some((trust, text)) = seed() else { return };
    let white = trust.resources.iter().filter(|it| it.kind == ResourceKind::WhitePaper).count();
    let beside = |kind| matches!(kind, ResourceKind::Background | ResourceKind::Reports);
    let own = trust.resources.iter().filter(|it| !beside(it.kind)).count() - white;
    assert_eq!(trust.texts.len(), 101);
    assert_eq!(trust.services.len(), 17);
    assert_eq!(trust.services.iter().filter(|it| it.link.is_some()).count(), 4);
    assert_eq!(trust.certificates.len(), 8);
    assert_eq!(trust.reports.len(), 10);
    assert_eq!(trust.questions.len(), 5);
    assert_eq!((own, white), (8, 2));
    let page = write::write(&trust, &trust.pages[0]);
    assert!(page == text, "the page comes back byte by byte");
    let again = load::load(&files::files(&trust), &library().catalogs).unwrap();
    assert!(again == trust, "the files say the same");
    assert_eq!(trust.editions[0].ends.unwrap().to_string(), "2025-10-31");
}

#[test]
fn l2_eight_pairs_disagree() {
    let Some((trust, _)) = seed() else { return };
    let found = lint(&trust);
    let mut pairs: Vec<&str> = found.iter().map(|it| it.text.as_str()).collect();
    pairs.dedup();
    let expected = ["114", "117", "118", "152", "161", "167", "183", "189"];
    assert_eq!(pairs, expected.map(|number| format!("09517-{number}")), "{found:#?}");
    let standards: Vec<(&str, String, String)> = found
        .iter()
        .filter(|it| it.code == About::Standards)
        .map(|it| (it.text.as_str(), it.source_only.join(" "), it.translation_only.join(" ")))
        .collect();
    assert_eq!(standards.len(), 8);
    assert_eq!(standards[0], ("09517-114", "27018".into(), "27001".into()));
    assert_eq!(standards[2], ("09517-118", "27017 27018".into(), "27001".into()));
    assert_eq!(standards[7], ("09517-189", String::new(), "27001".into()));
}

#[test]
fn l6_offering_is_overdue_after_its_cycle() {
    let text = "
providers: [{id: harborlight, name: Harborlight}]
standards: [{id: iso27001, title: ISO/IEC 27001}]
editions: [{id: iso27001-2022, standard: iso27001, year: 2022}]
offerings:
- {id: own, provider: harborlight, edition: iso27001-2022, cycle_months: 12, audits: [2025-01-31]}
";
    let file = SourceFile { path: "trust.yaml".to_owned(), text: text.to_owned() };
    let trust = load::load(&[file], &library().catalogs).unwrap();
    let (last, due) = (day("2025-01-31"), day("2026-01-31"));
    let on = |it: &str| standing::cycle(&trust, &trust.offerings[0], day(it));
    assert_eq!(on("2026-01-31"), Cycle::Running { last, due });
    assert_eq!(on("2026-02-28"), Cycle::Overdue { last, due });
    assert_eq!(on("2025-01-30"), Cycle::Unknown);
}

/// What a customer's system has of A.5.1 and A.8.7 on a day, with one text of the example changed.
fn shares(from: &str, to: &str, on: &str) -> (Share, Share) {
    let text = include_str!("../trust/example.yaml").replacen(from, to, 1);
    let file = SourceFile { path: "trust.yaml".to_owned(), text };
    let trust = load::load(&[file], &library().catalogs).unwrap();
    let (edition, library) = (id("iso27001-2022"), library());
    let mappings = crosswalk::mappings(&library.crosswalks);
    let asked = asked(&edition, &library.catalogs[&edition], &mappings);
    assert_eq!(asked.len(), 93);
    let found = inherit(&trust, &trust.systems[0], &asked, day(on));
    let of = |name: &str| found.iter().find(|it| *it.control == *name).unwrap().share;
    (of("A.5.1"), of("A.8.7"))
}

#[test]
fn l3_expired_certificate_needs_review_the_day_after() {
    let (from, to) = ("expires: 2028-03-01", "expires: 2026-09-01");
    assert_eq!(shares(from, to, "2026-09-01").0, Share::Shared);
    assert_eq!(shares(from, to, "2026-09-02").0, Share::NeedsReview);
}

#[test]
fn l4_service_that_leaves_scope_needs_review_the_same_day() {
    let (from, to) = ("from: 2025-01-01}", "until: 2026-08-31}");
    assert_eq!(shares(from, to, "2026-08-31").0, Share::Shared);
    assert_eq!(shares(from, to, "2026-09-01").0, Share::NeedsReview);
}

#[test]
fn l5_silent_statement_leaves_the_control_with_the_customer() {
    let row = "- {id: A.8.7, applicable: false, reason: no machines of that kind}";
    assert_eq!(shares(row, row, "2026-06-30").1, Share::Customer, "not applicable");
    assert_eq!(shares(row, "", "2026-06-30").1, Share::Customer, "silent");
}

/// Rows H11 and H13 in the words of a provider's files: the edition ends its certificates, and a
/// statement has the rows of its own edition.
#[test]
fn editions_and_statements_fit_together() {
    let (from, to) = ("edition: iso27001-2022\n  variant", "edition: iso27001-2013\n  variant");
    let text = include_str!("../trust/example.yaml").replacen(from, to, 1);
    let file = SourceFile { path: "trust.yaml".to_owned(), text };
    let faults = load::load(&[file], &library().catalogs).unwrap_err();
    assert_eq!(faults.len(), 3, "{faults:?}");
    assert!(faults.iter().all(|fault| fault.place.line > 0));
}

/// Rows H17 and H18, and the crosswalk as a whole: 114 items, 93 items, 115 pairs, 11 new.
#[test]
fn crosswalk_between_editions_is_complete() {
    let library = library();
    let (old, new) = (id("iso27001-2013"), id("iso27001-2022"));
    let (from, to) = (&library.catalogs[&old], &library.catalogs[&new]);
    let crosswalk = library.crosswalks.iter().find(|it| it.from.value == old).unwrap();
    assert_eq!((from.items.len(), to.items.len()), (114, 93));
    assert_eq!(crosswalk::gaps(crosswalk, from, to), (vec![], vec![]));
    assert_eq!(crosswalk.new_in_target.len(), 11);
    let mapping = Mapping::of(crosswalk);
    assert_eq!(mapping.pairs.len(), 115);
    let ids = |catalog: &'static attestor_core::framework::Catalog| {
        catalog.items.iter().map(|item| &item.id.value)
    };
    assert_eq!(mapping.faults(&ids(from).collect(), &ids(to).collect()), []);
    let table = coverage(&mapping, &ids(from).cloned().collect(), ids(to));
    let count = |extent| table.iter().filter(|row| row.extent == extent).count();
    assert_eq!(count(Extent::Open), 11, "what is new");
    assert_eq!(count(Extent::Whole) + count(Extent::Together) + count(Extent::Part), 82);
    assert_eq!(coverage(&mapping, &[].into(), ids(to)).len(), 93);
}
