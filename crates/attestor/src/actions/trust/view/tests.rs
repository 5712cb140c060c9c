//! What everybody sees of the demo's portal, and what nobody does.

use attestor_core::trust::document::ReportKind;
use attestor_core::trust::write;

use super::*;
use crate::actions::demo_trust;
use crate::world;

const TODAY: &str = "2026-11-22";

fn view() -> (View, Day) {
    let today = Day::parse(TODAY).expect("a day");
    let library = world::library(None).expect("the frameworks");
    let trust = demo_trust::model(&library, today);
    (View::of(&trust), today)
}

#[test]
fn drafts_and_what_readers_of_documents_get_are_in_no_part_of_it() {
    let (view, _) = view();
    let all = write::yaml(&view.trust);
    for hidden in
        ["certificate-beacon-next", "beacon-next-title", "next ISO", "Cables run", "quay-audit"]
    {
        assert!(!all.contains(hidden), "{hidden}");
    }
    // The public statement and the public report keep what they say.
    assert!(all.contains("beacon-audit"));
    assert_eq!((view.trust.certificates.len(), view.trust.reports.len()), (8, 8));
    assert_eq!(view.trust.statements.iter().map(|it| it.rows.len()).sum::<usize>(), 104);
}

#[test]
fn a_draft_on_the_page_takes_its_line_with_it() {
    let library = world::library(None).expect("the frameworks");
    let today = Day::parse(TODAY).expect("a day");
    let mut trust = demo_trust::model(&library, today);
    let lines = View::of(&trust).trust.pages[0].lines.len();
    let letter = trust.reports.iter_mut().find(|it| it.kind == ReportKind::PentestSummary);
    letter.expect("a report").state = State::Draft;
    let view = View::of(&trust);
    // The heading of the group stands for nothing else, and goes too.
    assert_eq!(view.trust.pages[0].lines.len(), lines - 2);
    assert!(view.text(&Id::parse("harborline-138").expect("an id")).is_none());
}

#[test]
fn languages_are_those_that_a_reader_can_have() {
    let (view, _) = view();
    assert_eq!(view.source_locale(), Some("en-US"));
    for (own, locale) in [("ko-KR", "ko-KR"), ("fr-FR", "ko-KR"), ("en-US", "ko-KR")] {
        assert_eq!(view.translation_locale(own), Some(locale), "{own}");
    }
    let empty = View::of(&Trust::default());
    assert_eq!((empty.source_locale(), empty.translation_locale("ko-KR")), (None, None));
    let next = view.text(&Id::parse("former-next").expect("an id")).expect("a text");
    assert!(view.is_stale(next, &next.translations[0]));
    assert_eq!(view.disagreeing(), 3);
}

#[test]
fn what_presses_is_told_first() {
    let (view, today) = view();
    let told = |id: &str| -> Vec<String> {
        let offering = view.offering(id, today).expect("an offering");
        let words = |it: &Attention<'_>| match it {
            Attention::Overdue { due, .. } => format!("overdue since {due}"),
            Attention::EditionEnded { ends } => format!("edition ended {ends}"),
            Attention::Expired { last, .. } => format!("expired {last}"),
            Attention::Expiring { last, .. } => format!("expiring {last}"),
            Attention::Undated { certificate } => format!("undated {}", certificate.id.value),
            Attention::Leaving { until, .. } => format!("leaving {until}"),
        };
        offering.attention().iter().map(words).collect()
    };
    assert_eq!(
        told("harborline-iso27001-2022"),
        ["expired 2026-09-28", "expiring 2027-01-26", "undated certificate-harborline-124"]
    );
    assert_eq!(
        told("harborline-iso27001-2013"),
        ["overdue since 2025-11-15", "edition ended 2025-10-31"]
    );
}
