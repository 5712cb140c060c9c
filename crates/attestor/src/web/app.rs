//! The page of an app: what its publisher declares, what was checked, what nobody answered.
//!
//! Read in this order: `version` (which version speaks), `section` and `answer` (questions with
//! their answers), `permissions`, `certification`, `notes`, `head`.

pub(super) mod answer;
pub(super) mod certification;
mod head;
mod notes;
pub(super) mod permissions;
mod section;
pub(super) mod version;

use askama::Template;
use attestor_core::attestation::catalog::index::Index;
use axum::extract::Path;

use self::certification::DomainRow;
use self::head::Head;
use self::notes::Note;
use self::permissions::PermissionView;
use self::section::SectionView;
use self::version::Version;
use super::frame::Frame;
use super::shape::{Figure, Link};
use super::visit::{Reply, Visit};

#[derive(Template)]
#[template(path = "web/app.html")]
struct App<'v> {
    frame: Frame<'v>,
    app: Head,
    notes: Vec<Note>,
    figures: Vec<Figure>,
    legend: Vec<Key>,
    sections: Vec<SectionView>,
    permissions: Vec<PermissionView>,
    registrations: Vec<Link>,
    domains: Vec<DomainRow>,
}

/// What a color of the bars means.
struct Key {
    class: &'static str,
    text: String,
}

/// Shows an app: `?version=N` shows one of its versions, otherwise the newest in the page's
/// language, otherwise the current one.
pub(super) async fn show(visit: Visit, Path((_, id)): Path<(String, String)>) -> Reply {
    let number = version::asked(visit.uri.query().unwrap_or_default())?;
    let make = async |index: &Index| {
        let version = version::find(&visit, index, &id, number).await?;
        Ok(app(&visit, index, &version))
    };
    visit.page(make).await
}

fn app<'v>(visit: &'v Visit, index: &Index, version: &Version) -> App<'v> {
    let frame = head::frame(visit, version);
    let sections = section::sections(visit, version);
    let permissions = permissions::rows(&frame, visit, version);
    App {
        app: head::head(&frame, visit, index, version),
        notes: notes::notes(&frame, visit, version),
        figures: head::figures(&frame, visit, version, &sections, &permissions),
        legend: legend(&frame),
        registrations: permissions::registrations(&frame, version),
        domains: certification::rows(visit, version),
        sections,
        permissions,
        frame,
    }
}

fn legend(frame: &Frame<'_>) -> Vec<Key> {
    let key = |(class, state): (&'static str, &str)| Key {
        class,
        text: frame.t(&format!("web-state-{state}")),
    };
    let states =
        [("ok", "good"), ("warn", "look"), ("info", "neutral"), ("mute", "na"), ("none", "blank")];
    states.into_iter().map(key).collect()
}
