//! The catalog: search, filters with counts, pages, the choice of what to compare.

pub(super) mod filter;
pub(super) mod line;

use askama::Template;
use attestor_core::attestation::catalog::index::{Found, Index, Sort};

use self::filter::{Chip, FacetView, chips, facets};
use self::line::{Line, line};
use super::frame::Frame;
use super::shape::Link;
use super::visit::{Refusal, Reply, Visit};
use super::wish::Wish;
use crate::phrases::Arg;

/// How many apps a page has.
const APPS: usize = 25;
/// The forms in which the list can be taken along.
const DOWNLOADS: [(&str, &str); 3] = [("csv", "CSV"), ("xlsx", "XLSX"), ("json", "JSON")];

#[derive(Template)]
#[template(path = "web/catalog.html")]
struct Catalog<'v> {
    frame: Frame<'v>,
    heading: String,
    words: String,
    sort: &'static str,
    sorts: Vec<SortView>,
    facets: Vec<FacetView>,
    chips: Vec<Chip>,
    found: String,
    range: String,
    apps: Vec<Line>,
    downloads: Vec<Link>,
    first: Option<String>,
    next: Option<String>,
    removal: Option<Link>,
}

/// A way to order the list.
struct SortView {
    address: String,
    text: String,
    here: bool,
}

/// Shows the catalog.
pub(super) async fn show(visit: Visit) -> Reply {
    let wish = Wish::parse(visit.uri.query().unwrap_or_default()).ok_or(Refusal::BadRequest)?;
    visit.page(async |index| catalog(&visit, index, &wish)).await
}

fn catalog<'v>(visit: &'v Visit, index: &Index, wish: &Wish) -> Result<Catalog<'v>, Refusal> {
    if wish.after.as_deref().is_some_and(|after| index.get(after).is_none()) {
        return Err(Refusal::NotFound);
    }
    let heading = visit.phrases().word("web-catalog-title");
    let mut frame = Frame::new(visit, heading.clone()).with_way(&[], &heading);
    frame.description = frame.t("web-catalog-description");
    frame.hidden = !wish.is_plain();
    let query = wish.query(APPS);
    let found = index.find(&query, visit.today);
    let chips = chips(&frame, visit, wish);
    Ok(Catalog {
        words: wish.words.clone(),
        sort: wish.sort_name(),
        sorts: sorts(&frame, wish),
        facets: facets(&frame, visit, wish, &found),
        found: count(visit, &found),
        range: range(visit, &found),
        apps: found.listings.iter().map(|one| line(&frame, one, visit.today).pickable()).collect(),
        downloads: downloads(&frame, wish),
        first: wish.after.as_ref().map(|_| frame.to(&format!("apps{}", wish.first().to_query()))),
        next: next(&frame, wish, &found),
        removal: removal(&frame, &chips),
        chips,
        heading,
        frame,
    })
}

fn count(visit: &Visit, found: &Found<'_>) -> String {
    let shown = visit.phrases().formats().count(found.total);
    let args = [("count", Arg::from(found.total)), ("shown", Arg::from(&shown))];
    visit.phrases().text("web-found", &args)
}

/// `1–25 of 2,833`.
fn range(visit: &Visit, found: &Found<'_>) -> String {
    let number = |count| visit.phrases().formats().count(count);
    let (first, last) = (number(found.first + 1), number(found.first + found.listings.len()));
    let total = number(found.total);
    let args =
        [("first", Arg::from(&first)), ("last", Arg::from(&last)), ("total", Arg::from(&total))];
    visit.phrases().text("web-range", &args)
}

fn next(frame: &Frame<'_>, wish: &Wish, found: &Found<'_>) -> Option<String> {
    let next = wish.behind(found.next.as_deref()?);
    Some(frame.to(&format!("apps{}", next.to_query())))
}

fn sorts(frame: &Frame<'_>, wish: &Wish) -> Vec<SortView> {
    let with_words = !wish.words.is_empty();
    let all = [Sort::Relevance, Sort::Name, Sort::Newest];
    let offered = all.into_iter().filter(|sort| with_words || *sort != Sort::Relevance);
    let current = wish.sorted();
    offered
        .map(|sort| {
            let other = wish.by(sort);
            SortView {
                address: frame.to(&format!("apps{}", other.to_query())),
                text: frame.t(&format!("web-sort-{}", other.sort_name())),
                here: sort == current,
            }
        })
        .collect()
}

fn downloads(frame: &Frame<'_>, wish: &Wish) -> Vec<Link> {
    let query = wish.first().to_query();
    let link = |(ending, text): &(&str, &str)| Link {
        address: frame.to(&format!("apps.{ending}{query}")),
        text: (*text).to_owned(),
    };
    DOWNLOADS.iter().map(link).collect()
}

/// Without a match, the last filter can go with one click.
fn removal(frame: &Frame<'_>, chips: &[Chip]) -> Option<Link> {
    let chip = chips.last()?;
    let text = frame.text("web-remove-one", &[("filter", Arg::from(&chip.text))]);
    Some(Link { address: chip.address.clone(), text })
}
