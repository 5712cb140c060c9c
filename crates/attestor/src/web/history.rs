//! The versions of an app, and what changed from one to another.

mod change;

use askama::Template;
use attestor_core::attestation::catalog::identity::app_id;
use attestor_core::attestation::catalog::index::Index;
use attestor_core::attestation::question::Form;
use attestor_core::day::Day;
use axum::extract::Path;

use self::change::{Changes, changes};
use super::app::answer::language_name;
use super::frame::Frame;
use super::shape::Date;
use super::visit::{Refusal, Reply, Visit};
use super::wish;
use crate::actions::show_app::before;
use crate::languages::Language;
use crate::phrases::Arg;
use crate::store::VersionRow;

#[derive(Template)]
#[template(path = "web/history.html")]
struct History<'v> {
    frame: Frame<'v>,
    heading: String,
    here: String,
    choices: Vec<Choice>,
    changes: Option<Changes>,
    groups: Vec<Group>,
}

/// A version that can be compared.
struct Choice {
    number: i64,
    text: String,
    from: bool,
    to: bool,
}

/// The versions in one language, the newest first.
struct Group {
    title: String,
    lang: String,
    rows: Vec<Row>,
}

/// A version.
struct Row {
    address: String,
    text: String,
    updated: Option<Date>,
    added: Option<Date>,
    form: String,
    current: bool,
}

/// Which versions are compared.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Wanted {
    from: Option<i64>,
    to: Option<i64>,
}

impl Wanted {
    fn parse(query: &str) -> Result<Self, Refusal> {
        Ok(Self { from: wish::number(query, "from")?, to: wish::number(query, "to")? })
    }
}

/// Shows the history of an app: without numbers the current version against the one before it in
/// its language.
pub(super) async fn show(visit: Visit, Path((_, id)): Path<(String, String)>) -> Reply {
    let wanted = Wanted::parse(visit.uri.query().unwrap_or_default())?;
    visit.page(async |index| history(&visit, index, &id, wanted).await).await
}

/// Three statements: the versions, and two of their pages.
async fn history<'v>(
    visit: &'v Visit,
    index: &Index,
    id: &str,
    wanted: Wanted,
) -> Result<History<'v>, Refusal> {
    let known = app_id(id).filter(|known| known == id).and_then(|known| index.get(&known));
    let listing = known.ok_or(Refusal::NotFound)?;
    let versions = visit.site.catalog.store().versions(id).await?;
    let (from, to) = pair(&versions, listing.current, wanted)?;
    let frame = frame(visit, id, &listing.name, wanted);
    let changes = match from {
        Some(from) => Some(changes(&frame, visit, id, from, to).await?),
        None => None,
    };
    Ok(History {
        heading: frame.title.clone(),
        here: format!("{}/history", frame.app(id)),
        choices: choices(visit, &versions, from, to),
        groups: groups(&frame, visit, id, &versions, listing.current),
        changes,
        frame,
    })
}

fn frame<'v>(visit: &'v Visit, id: &str, name: &str, wanted: Wanted) -> Frame<'v> {
    let title = visit.phrases().text("web-history-title", &[("app", Arg::from(name))]);
    let app = format!("apps/{}", super::address::part(id));
    let way = [("apps", visit.phrases().word("web-nav-catalog")), (&*app, name.to_owned())];
    let here = visit.phrases().word("web-history");
    let mut frame = Frame::new(visit, title).with_way(&way, &here);
    frame.hidden = wanted != Wanted::default();
    frame
}

/// The two versions that are compared; no earlier one for the first of its language.
fn pair(
    versions: &[VersionRow],
    current: i64,
    wanted: Wanted,
) -> Result<(Option<&VersionRow>, &VersionRow), Refusal> {
    let find = |number: i64| {
        versions.iter().find(|version| version.number == number).ok_or(Refusal::NotFound)
    };
    let to = find(wanted.to.unwrap_or(current))?;
    let from = match wanted.from {
        Some(number) => Some(find(number)?),
        None => before(versions, to),
    };
    Ok((from, to))
}

/// By what versions of one language follow each other: the pages' days, then when they came in.
fn age(version: &VersionRow) -> (Option<&str>, i64) {
    (version.updated_on.as_deref(), version.number)
}

/// `Version 3 · December 9, 2021 · Français`.
pub(super) fn name(visit: &Visit, version: &VersionRow) -> String {
    let number = version.number.to_string();
    let number = visit.phrases().text("web-version", &[("number", Arg::from(&number))]);
    let day = version.updated_on.as_deref().and_then(Day::parse);
    let day = day.map(|day| visit.phrases().formats().day_short(day));
    let language = Some(language_name(&version.locale)).filter(|name| !name.is_empty());
    let parts: Vec<String> = [Some(number), day, language].into_iter().flatten().collect();
    parts.join(" · ")
}

fn choices(
    visit: &Visit,
    versions: &[VersionRow],
    from: Option<&VersionRow>,
    to: &VersionRow,
) -> Vec<Choice> {
    let mut sorted: Vec<&VersionRow> = versions.iter().collect();
    sorted.sort_by_key(|version| std::cmp::Reverse(age(version)));
    let choice = |version: &VersionRow| Choice {
        number: version.number,
        text: name(visit, version),
        from: from.is_some_and(|from| from.number == version.number),
        to: to.number == version.number,
    };
    sorted.into_iter().map(choice).collect()
}

/// The versions by language: that of the reader first, then by tag.
fn groups(
    frame: &Frame<'_>,
    visit: &Visit,
    id: &str,
    versions: &[VersionRow],
    current: i64,
) -> Vec<Group> {
    let mut locales: Vec<&str> = versions.iter().map(|version| version.locale.as_str()).collect();
    locales.sort_by_key(|locale| (Language::of_tag(locale) != Some(visit.language), *locale));
    locales.dedup();
    let group = |locale: &str| {
        let mut own: Vec<&VersionRow> =
            versions.iter().filter(|version| version.locale == locale).collect();
        own.sort_by_key(|version| std::cmp::Reverse(age(version)));
        let title = Some(language_name(locale)).filter(|name| !name.is_empty());
        Group {
            title: title.unwrap_or_else(|| frame.t("web-language-unknown")),
            lang: super::catalog::line::foreign(locale, visit.language),
            rows: own.into_iter().map(|one| row(frame, visit, id, one, current)).collect(),
        }
    };
    locales.into_iter().map(group).collect()
}

fn row(frame: &Frame<'_>, visit: &Visit, id: &str, version: &VersionRow, current: i64) -> Row {
    let date = |day: Option<Day>| day.map(|day| Date::new(day, visit.phrases()));
    let number = version.number.to_string();
    let form = Form::parse(&version.form);
    Row {
        address: format!("{}?version={}", frame.app(id), version.number),
        text: frame.text("web-version", &[("number", Arg::from(&number))]),
        updated: date(version.updated_on.as_deref().and_then(Day::parse)),
        added: date(version.added_at.get(..10).and_then(Day::parse)),
        form: form.map_or_else(|| version.form.clone(), |form| form_name(frame, form)),
        current: version.number == current,
    }
}

/// The words for a form of the page.
fn form_name(frame: &Frame<'_>, form: Form) -> String {
    frame.t(&format!("web-page-{form}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(number: i64, locale: &str, day: &str) -> VersionRow {
        VersionRow {
            number,
            locale: locale.to_owned(),
            form: "form_2022".to_owned(),
            updated_on: Some(day.to_owned()).filter(|day| !day.is_empty()),
            page_digest: String::new(),
            added_at: String::new(),
        }
    }

    fn numbers(from: Option<i64>, to: Option<i64>) -> Option<(Option<i64>, i64)> {
        let versions = [
            version(1, "en-US", "2022-01-01"),
            version(2, "fr-FR", "2021-06-01"),
            version(3, "en-US", "2023-01-01"),
            version(4, "en-US", "2022-06-01"),
            version(5, "en-US", ""),
        ];
        let (from, to) = pair(&versions, 3, Wanted { from, to }).ok()?;
        Some((from.map(|one| one.number), to.number))
    }

    #[test]
    fn a_version_is_compared_with_the_one_before_it_in_its_language() {
        assert_eq!(numbers(None, None), Some((Some(4), 3)));
        assert_eq!(numbers(None, Some(4)), Some((Some(1), 4)));
        assert_eq!(numbers(None, Some(1)), Some((Some(5), 1)));
        assert_eq!(numbers(None, Some(2)), Some((None, 2)));
        assert_eq!(numbers(Some(2), Some(3)), Some((Some(2), 3)));
        assert_eq!(numbers(Some(3), None), Some((Some(3), 3)));
    }

    #[test]
    fn versions_that_are_not_there_are_refused() {
        assert_eq!(numbers(None, Some(6)), None);
        assert_eq!(numbers(Some(0), None), None);
        assert!(Wanted::parse("from=x").is_err());
        assert_eq!(Wanted::parse("from=&to=2").ok(), Some(Wanted { from: None, to: Some(2) }));
    }
}
