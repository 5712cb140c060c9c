//! An app's page in two languages side by side, with a warning where a translation lost a number.

mod pairs;

use askama::Template;
use attestor_core::attestation::catalog::index::Index;
use attestor_core::attestation::page::kept::Keeper;
use attestor_core::attestation::page::shown;
use axum::extract::Path;

use self::pairs::Pair;
use super::app::answer::language_name;
use super::app::version::{self, Version};
use super::frame::Frame;
use super::visit::{Refusal, Reply, Visit};
use super::wish;
use crate::languages::Language;
use crate::phrases::Arg;
use crate::store::VersionRow;

/// The language in which pages are written first.
const SOURCE: Language = Language::English;

#[derive(Template)]
#[template(path = "web/bilingual.html")]
struct Bilingual<'v> {
    frame: Frame<'v>,
    heading: String,
    here: String,
    choices: Vec<Choice>,
    left: String,
    right: String,
    warnings: Option<String>,
    pairs: Vec<Pair>,
}

/// A version that can stand on a side.
struct Choice {
    number: i64,
    text: String,
    left: bool,
    right: bool,
}

/// The numbers of the versions that are asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Wanted {
    left: Option<i64>,
    right: Option<i64>,
}

impl Wanted {
    fn parse(query: &str) -> Result<Self, Refusal> {
        Ok(Self { left: wish::number(query, "left")?, right: wish::number(query, "right")? })
    }
}

/// Shows a page in two languages: without numbers the reader's version beside its own sources, if
/// it has them, otherwise beside a version in another language.
pub(super) async fn show(visit: Visit, Path((_, id)): Path<(String, String)>) -> Reply {
    let wanted = Wanted::parse(visit.uri.query().unwrap_or_default())?;
    visit.page(async |index| bilingual(&visit, index, &id, wanted).await).await
}

/// Three statements: the versions, and one or two of their pages.
async fn bilingual<'v>(
    visit: &'v Visit,
    index: &Index,
    id: &str,
    wanted: Wanted,
) -> Result<Bilingual<'v>, Refusal> {
    let right = version::find(visit, index, id, wanted.right).await?;
    let beside = shown::origin(&right.page).bilingual;
    let left = left(&right.all, &right.row, wanted.left, beside)?;
    let keeper = Keeper::new(&visit.site.reader.lexicons);
    let pairs = match left {
        Some(left) if left.number == right.row.number => pairs::of_page(visit, &right, &keeper),
        Some(left) => {
            let (page, _) = version::read(visit, id, left.number).await?;
            pairs::of_pages(visit, &page, &right.page, &keeper)
        }
        None => Vec::new(),
    };
    Ok(page(visit, &right, left, wanted, pairs))
}

/// What stands on the left: the version that is asked for, the page itself where it has sources, or
/// the newest version in another language, English first.
fn left<'a>(
    all: &'a [VersionRow],
    right: &'a VersionRow,
    wanted: Option<i64>,
    beside: bool,
) -> Result<Option<&'a VersionRow>, Refusal> {
    if let Some(number) = wanted {
        let found = all.iter().find(|version| version.number == number);
        let found = found.ok_or(Refusal::NotFound)?;
        return Ok(Some(found).filter(|found| beside || found.number != right.number));
    }
    if beside {
        return Ok(Some(right));
    }
    let others = all.iter().filter(|version| version.locale != right.locale);
    let rank = |version: &&VersionRow| {
        let source = Language::of_tag(&version.locale) == Some(SOURCE);
        (source, version.updated_on.clone(), version.number)
    };
    Ok(others.max_by_key(rank))
}

fn page<'v>(
    visit: &'v Visit,
    right: &Version,
    left: Option<&VersionRow>,
    wanted: Wanted,
    pairs: Vec<Pair>,
) -> Bilingual<'v> {
    let (id, name) = (&right.listing.app_id, &right.listing.name);
    let heading = visit.phrases().text("web-bilingual-title", &[("app", Arg::from(name))]);
    let app = format!("apps/{}", super::address::part(id));
    let way = [("apps", visit.phrases().word("web-nav-catalog")), (&*app, name.clone())];
    let here = visit.phrases().word("web-bilingual");
    let mut frame = Frame::new(visit, heading.clone()).with_way(&way, &here);
    frame.hidden = wanted != Wanted::default();
    let itself = left.is_some_and(|left| left.number == right.row.number);
    let title = |locale: &str| {
        let name = Some(language_name(locale)).filter(|name| !name.is_empty());
        name.unwrap_or_else(|| frame.t("web-language-unknown"))
    };
    let source = || visit.phrases().word("web-bilingual-source");
    let warned = pairs.iter().filter(|pair| !pair.lost.is_empty()).count();
    Bilingual {
        here: format!("{}/bilingual", frame.app(id)),
        left: left
            .map_or_else(String::new, |row| if itself { source() } else { title(&row.locale) }),
        right: title(&right.row.locale),
        choices: choices(visit, right, left),
        warnings: (warned > 0).then(|| warnings(visit, warned)),
        pairs,
        heading,
        frame,
    }
}

fn warnings(visit: &Visit, count: usize) -> String {
    let shown = visit.phrases().formats().count(count);
    let args = [("count", Arg::from(count)), ("shown", Arg::from(&shown))];
    visit.phrases().text("web-bilingual-warnings", &args)
}

fn choices(visit: &Visit, right: &Version, left: Option<&VersionRow>) -> Vec<Choice> {
    let choice = |row: &VersionRow| Choice {
        number: row.number,
        text: super::history::name(visit, row),
        left: left.is_some_and(|left| left.number == row.number),
        right: row.number == right.row.number,
    };
    right.all.iter().map(choice).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(number: i64, locale: &str) -> VersionRow {
        VersionRow {
            number,
            locale: locale.to_owned(),
            form: String::new(),
            updated_on: None,
            page_digest: String::new(),
            added_at: String::new(),
        }
    }

    #[test]
    fn the_other_side_is_the_page_s_own_source_or_another_language() {
        let all = [version(1, "en-US"), version(2, "fr-FR"), version(3, "ko-KR")];
        let [english, french, _] = &all;
        let number = |right, wanted, beside| {
            left(&all, right, wanted, beside).map(|row| row.map(|row| row.number)).ok()
        };
        assert_eq!(number(french, None, true), Some(Some(2)));
        assert_eq!(number(french, None, false), Some(Some(1)));
        assert_eq!(number(english, None, false), Some(Some(3)));
        assert_eq!(number(french, Some(3), true), Some(Some(3)));
        assert_eq!(number(french, Some(2), false), Some(None));
        assert_eq!(number(french, Some(9), false), None);
        let alone = [version(1, "en-US"), version(2, "en-US")];
        let [first, _] = &alone;
        assert_eq!(left(&alone, first, None, false).ok(), Some(None));
    }
}
