//! What an analyst keeps back until the review is sent.

use attestor_core::desk::thread::{Kept, Pending, Visibility};
use attestor_core::id::Id;

use crate::phrases::Arg;
use crate::web::desk::controls::look::Look;
use crate::web::desk::threads::cut;

/// How much of kept words is shown.
const LETTERS: usize = 160;

/// Everything that is kept back, with the forms to send and drop it.
pub(in crate::web::desk) struct KeptView {
    /// How many, in words: “Pending (3)”.
    pub(in crate::web::desk) title: String,
    /// All of it.
    pub(in crate::web::desk) rows: Vec<KeptRow>,
    /// Where all is sent.
    pub(in crate::web::desk) send: String,
    /// Where one is dropped.
    pub(in crate::web::desk) drop: String,
    /// The number of the last act that the page shows.
    pub(in crate::web::desk) seen: u64,
}

/// Something that is kept back.
pub(in crate::web::desk) struct KeptRow {
    /// Its id among the drafts.
    pub(in crate::web::desk) id: String,
    /// What it is about.
    pub(in crate::web::desk) about: String,
    /// Where that is.
    pub(in crate::web::desk) address: String,
    /// A verdict, or for whom words are.
    pub(in crate::web::desk) what: String,
    /// The words.
    pub(in crate::web::desk) words: String,
    /// Whether something newer was handed in since.
    pub(in crate::web::desk) outdated: bool,
}

/// What who looks keeps back.
pub(in crate::web::desk) fn kept(look: &Look<'_>) -> KeptView {
    let rows: Vec<KeptRow> = look.kept().iter().map(|pending| row(look, pending)).collect();
    KeptView {
        title: look.phrases().text("desk-review-pending", &[("count", Arg::from(rows.len()))]),
        rows,
        send: look.address("/review/send"),
        drop: look.address("/review/drop"),
        seen: look.file.number,
    }
}

fn row(look: &Look<'_>, pending: &Pending) -> KeptRow {
    let t = |key: &str| look.phrases().word(key);
    let (about, what, words) = match &pending.what {
        Kept::Said(said) => {
            let internal = said.visibility == Visibility::Internal;
            let what = if internal { "desk-internal" } else { "desk-shared" };
            (said.about.clone(), t(what), cut(&said.words, LETTERS))
        }
        Kept::Judged(judged) => {
            let what = match &judged.external {
                Some(_) => t("desk-judge-external"),
                None => t(&format!("desk-judge-{}", judged.verdict)),
            };
            (format!("control:{}", judged.control), what, cut(&judged.reason, LETTERS))
        }
    };
    let control = about.strip_prefix("control:").and_then(Id::parse);
    let address = match &control {
        Some(control) => look.address(&format!("/review/{control}")),
        None if about == "case" => look.address("#threads"),
        None => look.address(&format!("/{about}#threads")),
    };
    let newer = control
        .as_ref()
        .is_some_and(|control| look.file.evidence_for(control).any(|piece| piece.at > pending.at));
    KeptRow {
        id: pending.id.to_string(),
        about: control.map_or(about, |control| control.to_string()),
        address,
        what,
        words,
        outdated: newer,
    }
}
