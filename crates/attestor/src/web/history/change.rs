//! What changed from one version to another, in words.

use std::sync::Arc;

use attestor_core::attestation::catalog::difference::{
    Change, Difference, Held, Texts, difference,
};
use attestor_core::attestation::page::controls::Outcome;
use attestor_core::attestation::page::facts::Value;

use super::{form_name, name};
use crate::store::VersionRow;
use crate::web::app::answer::{RowView, question_words};
use crate::web::app::permissions::{is_broad, kind_name};
use crate::web::app::{certification, version};
use crate::web::catalog::line::tier_mark;
use crate::web::cell::{absent, cell, mark, text};
use crate::web::frame::Frame;
use crate::web::shape::Mark;
use crate::web::visit::{Refusal, Visit};

/// What changed.
pub(super) struct Changes {
    /// The earlier version.
    pub(super) from: String,
    /// The later version.
    pub(super) to: String,
    /// Whether free texts were left out, because they are in two languages.
    pub(super) without_texts: bool,
    /// Whether both versions say the same.
    pub(super) nothing: bool,
    /// Form, tier, day, then answers, then results.
    pub(super) rows: Vec<ChangedRow>,
    pub(super) permissions: Vec<Moved>,
}

/// Something before and after.
pub(super) struct ChangedRow {
    pub(super) label: String,
    pub(super) was: RowView,
    pub(super) is: RowView,
}

/// A permission that came or went.
pub(super) struct Moved {
    pub(super) name: String,
    pub(super) address: String,
    pub(super) kind: String,
    pub(super) marks: Vec<Mark>,
}

/// Reads two versions and tells what changed. Two statements.
pub(super) async fn changes(
    frame: &Frame<'_>,
    visit: &Visit,
    id: &str,
    from: &VersionRow,
    to: &VersionRow,
) -> Result<Changes, Refusal> {
    let (before, _) = version::read(visit, id, from.number).await?;
    let (after, _) = version::read(visit, id, to.number).await?;
    let texts = if from.locale == to.locale { Texts::Compared } else { Texts::LeftOut };
    let found = difference(&before.facts, &after.facts, texts);
    let locales = (from.locale.as_str(), to.locale.as_str());
    Ok(Changes {
        from: name(visit, from),
        to: name(visit, to),
        without_texts: texts == Texts::LeftOut,
        nothing: found.is_empty(),
        rows: rows(frame, visit, &found, locales),
        permissions: permissions(frame, visit, &found),
    })
}

fn rows(
    frame: &Frame<'_>,
    visit: &Visit,
    found: &Difference,
    locales: (&str, &str),
) -> Vec<ChangedRow> {
    let mut rows: Vec<ChangedRow> = Vec::new();
    if let Some(change) = &found.form {
        let words = |form: &_| text(form_name(frame, *form));
        rows.push(changed(visit, frame.t("web-page-form"), change, words));
    }
    if let Some(change) = &found.tier {
        let words = |tier: &_| mark(tier_mark(frame, *tier));
        rows.push(changed(visit, frame.t("web-facet-tier"), change, words));
    }
    if let Some(change) = &found.updated {
        let words = |day: &_| text(visit.phrases().day(*day));
        rows.push(changed(visit, frame.t("web-facet-freshness"), change, words));
    }
    let answers = found.answers.iter().map(|(id, change)| answer(visit, id, change, locales));
    rows.extend(answers);
    let outcome = |outcome: &Outcome| mark(certification::mark(visit, *outcome));
    let results = found.certification.iter();
    rows.extend(
        results
            .map(|(id, change)| changed(visit, certification::label(visit, id), change, outcome)),
    );
    rows
}

fn changed<T>(
    visit: &Visit,
    label: String,
    change: &Change<T>,
    words: impl Fn(&T) -> RowView,
) -> ChangedRow {
    let side = |side: &Option<T>| side.as_ref().map_or_else(|| absent(visit), &words);
    ChangedRow { label, was: side(&change.before), is: side(&change.after) }
}

fn answer(
    visit: &Visit,
    id: &Arc<str>,
    change: &Change<Value>,
    (before, after): (&str, &str),
) -> ChangedRow {
    ChangedRow {
        label: question_words(visit, id).unwrap_or_else(|| id.to_string()),
        was: cell(visit, id, change.before.as_ref(), before),
        is: cell(visit, id, change.after.as_ref(), after),
    }
}

fn permissions(frame: &Frame<'_>, visit: &Visit, found: &Difference) -> Vec<Moved> {
    let added = Mark::new("info", "key", frame.t("web-permission-added"));
    let removed = Mark::new("", "dash", frame.t("web-permission-removed"));
    let sides = [(&found.permissions_added, added), (&found.permissions_removed, removed)];
    let moved = |(list, mark): (&Vec<Held>, Mark)| -> Vec<Moved> {
        list.iter().map(|held| one(frame, visit, held, mark.clone())).collect()
    };
    sides.into_iter().flat_map(moved).collect()
}

fn one(frame: &Frame<'_>, visit: &Visit, held: &Held, mark: Mark) -> Moved {
    let broad = || Mark::new("warn", "alert", frame.t("web-broad"));
    let broad = is_broad(visit, &held.name).then(broad);
    Moved {
        name: held.name.clone(),
        address: frame.permission(&held.name),
        kind: held.kind.map_or_else(String::new, |kind| kind_name(frame, kind)),
        marks: std::iter::once(mark).chain(broad).collect(),
    }
}
