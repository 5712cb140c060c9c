//! What a page does not tell of something that it names: taken from before. Each function gives the
//! names of the facts that it took.

use super::super::document::{Certificate, Report};
use super::super::model::{CertificationBody, Edition, Provider, Service};
use super::{is_said, keep};

/// The names of the facts that were taken.
fn named<const N: usize>(taken: [(bool, &'static str); N]) -> Vec<&'static str> {
    taken.into_iter().filter(|(taken, _)| *taken).map(|(_, name)| name).collect()
}

/// Takes a list from before where the page has none.
fn keep_all<T: Clone>(before: &[T], now: &mut Vec<T>) -> bool {
    let takes = now.is_empty() && !before.is_empty();
    if takes {
        now.extend_from_slice(before);
    }
    takes
}

pub(super) fn provider(before: &Provider, now: &mut Provider) -> Vec<&'static str> {
    named([(keep(before.legal_entity.as_ref(), &mut now.legal_entity), "legal_entity")])
}

pub(super) fn edition(before: &Edition, now: &mut Edition) -> Vec<&'static str> {
    named([
        (keep(before.published.as_ref(), &mut now.published), "published"),
        (keep(before.ends.as_ref(), &mut now.ends), "ends"),
    ])
}

pub(super) fn service(before: &Service, now: &mut Service) -> Vec<&'static str> {
    let more: Vec<_> =
        before.clouds.iter().filter(|it| !now.clouds.contains(it)).cloned().collect();
    let has_more = !more.is_empty();
    now.clouds.extend(more);
    named([
        (has_more, "clouds"),
        (keep(before.group.as_ref(), &mut now.group), "group"),
        (keep(before.detail.as_ref(), &mut now.detail), "detail"),
        (keep_all(&before.aliases, &mut now.aliases), "aliases"),
    ])
}

/// A page knows a body only by the address of its directory.
pub(super) fn body(before: &CertificationBody, now: &mut CertificationBody) -> Vec<&'static str> {
    let other = before.name != now.name;
    now.name.clone_from(&before.name);
    named([
        (other, "name"),
        (keep(before.accreditation.as_ref(), &mut now.accreditation), "accreditation"),
        (keep(before.directory.as_ref(), &mut now.directory), "directory"),
    ])
}

pub(super) fn certificate(before: &Certificate, now: &mut Certificate) -> Vec<&'static str> {
    let said = is_said(before.state, now.state);
    now.state = before.state;
    named([
        (said, "state"),
        (keep(before.number.as_ref(), &mut now.number), "number"),
        (keep(before.body.as_ref(), &mut now.body), "body"),
        (keep(before.scope.as_ref(), &mut now.scope), "scope"),
        (keep_all(&before.clouds, &mut now.clouds), "clouds"),
        (keep(before.issued.as_ref(), &mut now.issued), "issued"),
        (keep(before.expires.as_ref(), &mut now.expires), "expires"),
        (keep_all(&before.surveillance, &mut now.surveillance), "surveillance"),
    ])
}

pub(super) fn report(before: &Report, now: &mut Report) -> Vec<&'static str> {
    let said = is_said(before.state, now.state);
    let other = before.access != now.access;
    now.state = before.state;
    now.access = before.access;
    named([
        (said, "state"),
        (other, "access"),
        (keep(before.period_from.as_ref(), &mut now.period_from), "period_from"),
        (keep(before.period_to.as_ref(), &mut now.period_to), "period_to"),
        (keep(before.issued.as_ref(), &mut now.issued), "issued"),
        (keep(before.bridges.as_ref(), &mut now.bridges), "bridges"),
    ])
}
