//! Which version of an app's page speaks, and what it says.

use attestor_core::attestation::catalog::identity::app_id;
use attestor_core::attestation::catalog::index::Index;
use attestor_core::attestation::catalog::listing::Listing;
use attestor_core::attestation::page::{Page, finding::Finding};

use crate::languages::Language;
use crate::store::VersionRow;
use crate::web::visit::{Refusal, Visit};
use crate::web::wish;

/// A version of an app's page, read.
pub(in crate::web) struct Version {
    /// The app in the catalog.
    pub(in crate::web) listing: Listing,
    /// All its versions, in the order in which they came in.
    pub(in crate::web) all: Vec<VersionRow>,
    /// This one.
    pub(in crate::web) row: VersionRow,
    /// The page.
    pub(in crate::web) page: Page,
    /// What the reader noticed.
    pub(in crate::web) findings: Vec<Finding>,
    /// Whether the version was asked for by its number.
    pub(in crate::web) chosen: bool,
}

/// The number that a query asks for.
pub(super) fn asked(query: &str) -> Result<Option<i64>, Refusal> {
    let number = wish::pairs(query).find(|(name, _)| name == "version").map(|(_, value)| value);
    number.map(|number| number.parse().map_err(|_| Refusal::BadRequest)).transpose()
}

/// Reads a version of an app: two statements. An id in another form is no address.
pub(in crate::web) async fn find(
    visit: &Visit,
    index: &Index,
    id: &str,
    number: Option<i64>,
) -> Result<Version, Refusal> {
    if app_id(id).as_deref() != Some(id) {
        return Err(Refusal::NotFound);
    }
    let listing = index.get(id).ok_or(Refusal::NotFound)?;
    let all = visit.site.catalog.store().versions(id).await?;
    let row = match number {
        Some(number) => all.iter().find(|row| row.number == number),
        None => choose(&all, listing, visit.language),
    };
    let row = row.ok_or(Refusal::NotFound)?.clone();
    let (page, findings) = read(visit, id, row.number).await?;
    Ok(Version { listing: listing.clone(), all, row, page, findings, chosen: number.is_some() })
}

/// Reads the kept page of a version. One statement.
pub(in crate::web) async fn read(
    visit: &Visit,
    id: &str,
    number: i64,
) -> Result<(Page, Vec<Finding>), Refusal> {
    let kept = visit.site.catalog.store().page(id, number).await?;
    Ok(visit.site.reader.read(&kept.ok_or(Refusal::NotFound)?))
}

/// The newest version in a language, by the day of its page; else the current one.
fn choose<'a>(
    all: &'a [VersionRow],
    listing: &Listing,
    language: Language,
) -> Option<&'a VersionRow> {
    let own = all.iter().filter(|row| Language::of_tag(&row.locale) == Some(language));
    let newest = own.max_by_key(|row| (row.updated_on.clone(), row.number));
    newest.or_else(|| all.iter().find(|row| row.number == listing.current))
}
