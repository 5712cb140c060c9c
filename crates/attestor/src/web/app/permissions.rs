//! The Graph permissions of an app with the publisher's reasons.

use std::collections::BTreeSet;

use attestor_core::attestation::page::permission::PermissionType;
use attestor_core::attestation::page::shown::{self, ShownPermission};
use attestor_core::attestation::permission::PermissionName;

use super::version::Version;
use crate::web::catalog::line::foreign;
use crate::web::frame::Frame;
use crate::web::shape::{Link, Mark};
use crate::web::visit::Visit;

/// A permission that an app asks for.
pub(super) struct PermissionView {
    pub(super) name: String,
    pub(super) address: String,
    pub(super) kind: String,
    pub(super) reason: String,
    /// The language of the reason; empty where it is the page's.
    pub(super) lang: String,
    pub(super) marks: Vec<Mark>,
    /// Whether it reaches beyond the user's own data.
    pub(super) broad: bool,
}

/// The permissions in the order of the page.
pub(super) fn rows(frame: &Frame<'_>, visit: &Visit, version: &Version) -> Vec<PermissionView> {
    let shown = shown::permissions(&version.page);
    shown.iter().map(|one| row(frame, visit, one)).collect()
}

fn row(frame: &Frame<'_>, visit: &Visit, shown: &ShownPermission<'_>) -> PermissionView {
    let name = &shown.permission.name;
    let reasons: Vec<&str> = shown.reasons.iter().map(|reason| reason.text.body).collect();
    let lang = shown.reasons.first().map_or("", |reason| reason.text.lang);
    let broad = is_broad(visit, name);
    let mark = || Mark::new("warn", "alert", frame.t("web-broad"));
    PermissionView {
        address: frame.permission(name),
        name: name.clone(),
        kind: shown.permission.kind.map_or_else(String::new, |kind| kind_name(frame, kind)),
        reason: reasons.join("\n"),
        lang: foreign(lang, visit.language),
        marks: broad.then(mark).into_iter().collect(),
        broad,
    }
}

/// Whether a permission reaches beyond the user's own data, as the program's rules have it.
pub(in crate::web) fn is_broad(visit: &Visit, name: &str) -> bool {
    let name = PermissionName::parse(name);
    name.is_some_and(|name| visit.site.permission_rules.reaches_far(&name))
}

/// The words for how a permission is held.
pub(in crate::web) fn kind_name(frame: &Frame<'_>, kind: PermissionType) -> String {
    frame.t(&format!("web-permission-{kind}"))
}

/// The app registrations that ask, each once.
pub(super) fn registrations(frame: &Frame<'_>, version: &Version) -> Vec<Link> {
    let asking = version.page.facts.permissions.iter().map(|one| one.app_id.as_str());
    let ids: BTreeSet<&str> = asking.collect();
    let known = |id: &&str| version.listing.registrations.iter().any(|one| one == id);
    let link = |id: &str| Link { address: frame.registration(id), text: id.to_owned() };
    ids.into_iter().filter(known).map(link).collect()
}
