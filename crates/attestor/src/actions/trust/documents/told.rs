//! Who is told of documents and requests, in the transaction that changes them.

use std::sync::Arc;

use attestor_core::id::Id;
use attestor_core::trust::change::{ItemKind, What};

use crate::actions::trust::notices::{self, Notice, NoticeKind};
use crate::actions::trust::{Portal, Portals};
use crate::stop::Stop;
use crate::store::gate::Work;
use crate::store::trust::documents::DocumentRow;
use crate::store::trust::requests::RequestRow;

impl Portals {
    /// Tells who watches that a document took another's place, or was withdrawn.
    pub(super) async fn tell_of(
        &self,
        work: &mut Work,
        portal: Option<&Arc<Portal>>,
        row: &DocumentRow,
        what: What,
    ) -> Result<(), Stop> {
        let (Some(portal), Some(kind)) = (portal, ItemKind::parse(&row.item_kind)) else {
            return Ok(());
        };
        let document = (what, row.document_id.as_str());
        self.tell_of_document(work, portal, (kind, &row.item_id), document).await
    }

    /// Tells who publishes for the organization that somebody asks for a document.
    pub(super) async fn tell_of_question(
        &self,
        work: &mut Work,
        portal: Option<&Arc<Portal>>,
        row: &RequestRow,
    ) -> Result<(), Stop> {
        let kind = NoticeKind::RequestAsked;
        let Some(notice) = of_request(portal, row, kind) else { return Ok(()) };
        notices::tell_publishers(work, &notice, self.clock().now()).await
    }

    /// Tells who asked what became of it.
    pub(super) async fn tell_of_answer(
        &self,
        work: &mut Work,
        portal: Option<&Arc<Portal>>,
        (row, kind): (&RequestRow, NoticeKind),
    ) -> Result<(), Stop> {
        let Some(notice) = of_request(portal, row, kind) else { return Ok(()) };
        notices::tell_account(work, &row.account_id, &notice, self.clock().now()).await.map(drop)
    }
}

fn of_request(portal: Option<&Arc<Portal>>, row: &RequestRow, kind: NoticeKind) -> Option<Notice> {
    let (item_kind, item) = (ItemKind::parse(&row.item_kind)?, Id::parse(&row.item_id)?);
    Some(Notice {
        kind,
        key: format!("request/{}/{}", row.request_id, kind.word()),
        ..notices::about_item(portal?, item_kind, &item)
    })
}
