//! What the publisher of the demo publishes of its offerings: a page in two languages, and files
//! with what the page does not tell, with days counted from today.

use attestor_core::day::Day;
use attestor_core::framework::{Library, SourceFile};
use attestor_core::trust::load;
use attestor_core::trust::model::Trust;
use attestor_core::trust::page::facts;
use attestor_core::trust::page::finding::Finding;

use super::demo_days::dated;
use crate::embedded;
use crate::stop::Stop;

/// The page, in the form of published pages.
pub(crate) const PAGE: &str = "harborline/iso27001-2022.ko-KR.md";
/// What the page does not tell.
const ADDITIONS: [&str; 2] = ["harborline/additions.yaml", "harborline/statements.yaml"];
/// The language of the page's sources.
const SOURCE_LOCALE: &str = "en-US";

/// What the publisher of the demo publishes on a day, checked as a whole, and what was met while the
/// page was read.
pub(crate) fn model(library: &Library, today: Day) -> Result<(Trust, Vec<Finding>), Stop> {
    let page = embedded::demo_trust(PAGE)?;
    let (page, findings) = facts::import(&page, SOURCE_LOCALE, &library.catalogs);
    let mut files = Vec::with_capacity(ADDITIONS.len());
    for path in ADDITIONS {
        let text = dated(&embedded::demo_trust(path)?, today);
        files.push(SourceFile { path: path.to_owned(), text });
    }
    let trust = load::over(page, &files, &library.catalogs).map_err(Stop::Faults)?;
    Ok((trust, findings))
}

#[cfg(test)]
mod tests;
