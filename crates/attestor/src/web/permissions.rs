//! The Graph permissions that apps ask for: all of them with counts, and one with its apps.

use askama::Template;
use attestor_core::attestation::catalog::index::Index;
use attestor_core::attestation::permission::PermissionName;
use axum::extract::Path;

use super::address;
use super::app::permissions::is_broad;
use super::catalog::line::{Line, line};
use super::frame::Frame;
use super::paging::{Pager, Part};
use super::shape::{Bar, Figure, Mark};
use super::visit::{Refusal, Reply, Visit};
use crate::phrases::Arg;

#[derive(Template)]
#[template(path = "web/permissions.html")]
struct Permissions<'v> {
    frame: Frame<'v>,
    heading: String,
    shown: String,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "web/permission.html")]
struct Permission<'v> {
    frame: Frame<'v>,
    name: String,
    marks: Vec<Mark>,
    figures: Vec<Figure>,
    filter: String,
    narrower: Vec<Row>,
    wider: Vec<Row>,
    apps: Vec<Line>,
    pager: Option<Pager>,
}

/// A permission with the number of apps that ask for it.
struct Row {
    name: String,
    address: String,
    marks: Vec<Mark>,
    bar: Bar,
    count: String,
}

/// Shows all permissions.
pub(super) async fn list(visit: Visit) -> Reply {
    visit.page(async |index| Ok(all(&visit, index))).await
}

/// Shows a permission with the apps that ask for it; the case of its letters does not matter.
pub(super) async fn show(visit: Visit, Path((_, name)): Path<(String, String)>) -> Reply {
    visit.page(async |index| one(&visit, index, &name)).await
}

fn all<'v>(visit: &'v Visit, index: &Index) -> Permissions<'v> {
    let heading = visit.phrases().word("web-permissions-title");
    let mut frame = Frame::new(visit, heading.clone()).with_way(&[], &heading);
    frame.description = frame.t("web-permissions-lead");
    let rows = rows(&frame, visit, index.len(), &index.permissions());
    Permissions { shown: visit.phrases().formats().count(rows.len()), heading, rows, frame }
}

/// Permissions with their counts; the longest bar is that of the most frequent.
fn rows(frame: &Frame<'_>, visit: &Visit, whole: usize, counted: &[(&str, usize)]) -> Vec<Row> {
    let most = counted.iter().map(|(_, count)| *count).max().unwrap_or_default();
    counted.iter().map(|(name, count)| row(frame, visit, whole, most, (name, *count))).collect()
}

fn row(
    frame: &Frame<'_>,
    visit: &Visit,
    whole: usize,
    most: usize,
    (name, count): (&str, usize),
) -> Row {
    let label = of_all(visit, count, whole);
    Row {
        address: frame.permission(name),
        marks: broad(frame, visit, name),
        bar: Bar::new(label, &[("info", count), ("none", most.saturating_sub(count))]),
        count: visit.phrases().formats().count(count),
        name: name.to_owned(),
    }
}

fn broad(frame: &Frame<'_>, visit: &Visit, name: &str) -> Vec<Mark> {
    let mark = || Mark::new("warn", "alert", frame.t("web-broad"));
    is_broad(visit, name).then(mark).into_iter().collect()
}

/// `12 of 2,833 apps`.
fn of_all(visit: &Visit, count: usize, whole: usize) -> String {
    let formats = visit.phrases().formats();
    let (part, all) = (formats.count(count), formats.count(whole));
    visit.phrases().text("web-apps-of", &[("part", Arg::from(&part)), ("whole", Arg::from(&all))])
}

fn one<'v>(visit: &'v Visit, index: &Index, name: &str) -> Result<Permission<'v>, Refusal> {
    let counted = index.permissions();
    let same = |(other, _): &&(&str, usize)| other.eq_ignore_ascii_case(name);
    let (name, count) = *counted.iter().find(same).ok_or(Refusal::NotFound)?;
    let heading = ("permissions", visit.phrases().word("web-permissions-title"));
    let title = visit.phrases().text("web-permission-title", &[("permission", Arg::from(name))]);
    let mut frame = Frame::new(visit, title).with_way(&[heading], name);
    frame.description = frame.text("web-permission-lead", &[("permission", Arg::from(name))]);
    let part = Part::asked(visit.uri.query().unwrap_or_default(), count)?;
    let apps = part.of(index.with_permission(name));
    let below = format!("permissions/{}", address::part(name));
    let (narrower, wider) = neighbors(visit, name, &counted);
    Ok(Permission {
        marks: broad(&frame, visit, name),
        figures: figures(&frame, visit, count, index.len()),
        filter: frame.to(&format!("apps{}", address::query([("permission", name)]))),
        narrower: rows(&frame, visit, index.len(), &narrower),
        wider: rows(&frame, visit, index.len(), &wider),
        apps: apps.into_iter().map(|one| line(&frame, one, visit.today)).collect(),
        pager: part.pager(&frame, visit, &below),
        name: name.to_owned(),
        frame,
    })
}

fn figures(frame: &Frame<'_>, visit: &Visit, count: usize, whole: usize) -> Vec<Figure> {
    let formats = visit.phrases().formats();
    let wide = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    let share = formats.percent(wide(count), wide(whole)).unwrap_or_default();
    let figure = |key: &str, value: String, more: String| Figure {
        name: frame.t(key),
        value,
        more,
        address: String::new(),
    };
    vec![
        figure("web-permission-apps", formats.count(count), of_all(visit, count, whole)),
        figure("web-permission-share", share, String::new()),
    ]
}

/// A permission's name with the number of apps that ask for it.
type Counted<'a> = (&'a str, usize);

/// The permissions of the catalog that this one covers, and those that cover it.
fn neighbors<'a>(
    visit: &Visit,
    name: &str,
    counted: &[Counted<'a>],
) -> (Vec<Counted<'a>>, Vec<Counted<'a>>) {
    let rules = &visit.site.permission_rules;
    let Some(own) = PermissionName::parse(name) else { return (Vec::new(), Vec::new()) };
    let mut found = (Vec::new(), Vec::new());
    for one in counted {
        let Some(other) = PermissionName::parse(one.0) else { continue };
        if rules.cover(&own, &other).is_some() {
            found.0.push(*one);
        }
        if rules.cover(&other, &own).is_some() {
            found.1.push(*one);
        }
    }
    found
}
