use std::collections::BTreeSet;

use attestor_core::trust::change::{ItemKind, What};
use attestor_core::trust::due::DueKind;

use super::NoticeKind;
use crate::actions::trust::sentence;
use crate::languages::Language;
use crate::phrases::Phrasebook;
use crate::store::trust::NoticeRow;

/// Every kind of notice that can be made.
fn all() -> Vec<NoticeKind> {
    let mut all = vec![
        NoticeKind::PortalWithdrawn,
        NoticeKind::LinkBroken,
        NoticeKind::RequestAsked,
        NoticeKind::RequestGranted,
        NoticeKind::RequestRefused,
        NoticeKind::RequestEnded,
        NoticeKind::SystemReview,
    ];
    all.extend(DueKind::ALL.iter().map(|kind| NoticeKind::Due(*kind)));
    for kind in ItemKind::ALL {
        let of_offerings =
            [What::EditionChanged, What::ServiceJoins, What::ServiceLeaves, What::TextsChanged];
        let of_documents = [What::Replaced, What::Withdrawn, What::Changed];
        let own = match kind {
            ItemKind::Offering => &of_offerings[..],
            ItemKind::Certificate | ItemKind::Report | ItemKind::Statement => &of_documents[..],
        };
        let both = [What::Added, What::Removed];
        all.extend(own.iter().chain(&both).map(|what| NoticeKind::Change(*kind, *what)));
    }
    all
}

#[test]
fn every_notice_has_words_and_leads_somewhere() {
    let book = Phrasebook::load().expect("words");
    let mut words = BTreeSet::new();
    for kind in all() {
        for day in ["", "2027-03-01"] {
            let content = serde_json::json!({"organization": "Fabrikam", "item": "The item",
                "service": "Mail", "cloud": "Public", "day": day, "address": "https://example.org"});
            let row = NoticeRow {
                notice_id: "n".to_owned(),
                account_id: "a".to_owned(),
                kind: kind.word(),
                organization_id: "o".to_owned(),
                item_kind: "report".to_owned(),
                item_id: "i".to_owned(),
                content: content.to_string(),
                at: String::new(),
                seen_at: None,
            };
            let said = sentence::of(book.of(Language::English), &row);
            assert!(!said.starts_with('[') && !said.contains('{'), "{}: {said}", row.kind);
            assert!(sentence::address(&row).starts_with('/'));
        }
        assert!(words.insert(kind.word()), "{} is one kind", kind.word());
    }
}
