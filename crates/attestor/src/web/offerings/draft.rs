//! The draft in words: its findings, what it changes, what was taken over.

use attestor_core::trust::change::fields::{Apart, Difference, differences};
use attestor_core::trust::model::Trust;

use crate::actions::trust::Portal;
use crate::actions::trust::publication::finding::{Finding, Findings, Kept};
use crate::phrases::Arg;
use crate::web::desk_frame::DeskFrame;
use crate::web::seat::Seat;
use crate::web::visit::Refusal;

/// The most differences that a page shows.
const MOST: usize = 300;

/// The draft.
pub(super) struct Draft {
    pub(super) number: i64,
    pub(super) lead: String,
    pub(super) digest: String,
    pub(super) findings: Vec<Line>,
    pub(super) changes: Vec<Changed>,
    pub(super) left_out: String,
    pub(super) taken: Vec<String>,
    pub(super) address: String,
}

/// A finding.
pub(super) struct Line {
    pub(super) id: String,
    /// What it is about.
    pub(super) place: String,
    /// What it is.
    pub(super) text: String,
    /// What only the source says.
    pub(super) source: String,
    /// What only the translation says.
    pub(super) translation: String,
}

/// An item that is different.
pub(super) struct Changed {
    pub(super) list: String,
    pub(super) id: String,
    pub(super) what: String,
    pub(super) fields: Vec<Fact>,
}

/// A fact that is different.
pub(super) struct Fact {
    pub(super) name: String,
    pub(super) old: String,
    pub(super) new: String,
}

impl Draft {
    /// The draft of an organization beside what it publishes.
    pub(super) async fn read(
        seat: &Seat,
        frame: &DeskFrame<'_>,
        organization: &str,
        published: Option<&Portal>,
    ) -> Result<Option<Self>, Refusal> {
        let lines = seat.site.portals.store().version_lines(organization, (i64::MAX, 1)).await?;
        let Some(line) = lines.into_iter().find(|it| it.state == "draft") else { return Ok(None) };
        let row = seat.site.portals.version(organization, line.number).await;
        let row = row.map_err(super::refused)?;
        let trust = seat.site.portals.trust_of(&row)?;
        let findings = Findings::read(&row.findings);
        let none = Trust::default();
        let old = published.map_or(&none, |it| &it.trust);
        let all = differences(old, &trust);
        let args = [
            ("number", Arg::from(line.number)),
            ("source", Arg::from(&line.source)),
            ("by", Arg::from(&line.made_by)),
        ];
        Ok(Some(Self {
            number: line.number,
            lead: frame.text("offerings-draft-lead", &args),
            digest: findings.digest().unwrap_or_default(),
            findings: findings.findings.iter().map(|it| finding(frame, it)).collect(),
            left_out: left_out(frame, all.len()),
            changes: changed(frame, all),
            taken: findings.taken.iter().map(|it| taken(frame, it)).collect(),
            address: format!("/offerings/versions/{}", line.number),
        }))
    }
}

/// How many differences are not shown; empty where all are.
pub(super) fn left_out(frame: &DeskFrame<'_>, count: usize) -> String {
    match count.saturating_sub(MOST) {
        0 => String::new(),
        more => frame.text("offerings-changes-more", &[("count", Arg::from(more))]),
    }
}

/// Differences in words.
pub(super) fn changed(frame: &DeskFrame<'_>, all: Vec<Difference>) -> Vec<Changed> {
    let one = |it: Difference| Changed {
        what: frame.t(match it.apart {
            Apart::Added => "offerings-apart-added",
            Apart::Removed => "offerings-apart-removed",
            Apart::Changed => "offerings-apart-changed",
        }),
        list: frame.t(&format!("offerings-list-{}", it.list)),
        id: it.id,
        fields: it
            .fields
            .into_iter()
            .map(|it| Fact { name: it.name, old: it.old, new: it.new })
            .collect(),
    };
    all.into_iter().take(MOST).map(one).collect()
}

fn finding(frame: &DeskFrame<'_>, it: &Finding) -> Line {
    if it.is_disagreement() {
        return Line {
            id: it.id.clone(),
            place: it.about.clone(),
            text: frame.t(&format!("offerings-about-{}", it.code)),
            source: it.source_only.join(", "),
            translation: it.translation_only.join(", "),
        };
    }
    let place = match it.line {
        0 => it.file.clone(),
        line => format!("{}:{line}", it.file),
    };
    let about = [("about", Arg::from(&it.about))];
    Line {
        id: it.id.clone(),
        place,
        text: frame.text(&format!("offerings-met-{}", it.code), &about),
        source: String::new(),
        translation: String::new(),
    }
}

fn taken(frame: &DeskFrame<'_>, it: &Kept) -> String {
    let list = frame.t(&format!("offerings-list-{}", it.list));
    let facts = it.facts.join(", ");
    let args =
        [("list", Arg::from(&list)), ("id", Arg::from(&it.id)), ("facts", Arg::from(&facts))];
    frame.text(&format!("offerings-taken-{}", it.how), &args)
}
