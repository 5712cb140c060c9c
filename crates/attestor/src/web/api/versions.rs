//! The versions of an app's page: what each says, its bytes, what changed between two.

use attestor_core::attestation::catalog::difference::{Texts, difference};
use attestor_core::attestation::catalog::index::Index;
use attestor_core::attestation::catalog::listing::Listing;
use attestor_core::attestation::page::{Page, shown};
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::call::{Call, listing};
use super::problem::{Problem, Refused};
use super::shapes::{
    Before, ChangedAnswer, ChangedOutcome, Difference, FoundOnPage, Version, VersionList,
    WholeVersion,
};
use crate::facts_json;
use crate::store::{KeptPage, VersionRow};

/// All versions of an app.
#[utoipa::path(
    get,
    path = "/api/v1/apps/{id}/versions",
    tag = "versions",
    params(("id" = String, Path, description = "The app's id", example = "WA104381050")),
    responses(
        (status = 200, description = "The versions, in the order in which they came in", body = VersionList),
        (status = 404, description = "There is no such app", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn list(call: Call, Path(id): Path<String>) -> Response {
    call.json(&[], async |index, _| {
        let (listing, rows) = rows(&call, index, &id).await?;
        let versions = rows.iter().map(|row| Version::new(row, listing.current)).collect();
        Ok(VersionList { versions })
    })
    .await
}

/// A version with everything that its page says.
#[utoipa::path(
    get,
    path = "/api/v1/apps/{id}/versions/{number}",
    tag = "versions",
    params(
        ("id" = String, Path, description = "The app's id", example = "WA104381050"),
        ("number" = i64, Path, description = "The version's number", example = 1),
    ),
    responses(
        (status = 200, description = "Facts, permissions with reasons, findings, origin", body = WholeVersion),
        (status = 404, description = "There is no such app or version", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn show(call: Call, Path((id, number)): Path<(String, String)>) -> Response {
    call.json(&[], async |index, _| whole(&call, index, &id, &number).await).await
}

async fn whole(
    call: &Call,
    index: &Index,
    id: &str,
    number: &str,
) -> Result<WholeVersion, Refused> {
    let (listing, rows) = rows(call, index, id).await?;
    let row = chosen(&rows, "number", number)?;
    let page = page_of(call, listing, row).await?;
    let findings = call.site.catalog.store().findings(&listing.app_id, row.number).await?;
    Ok(WholeVersion {
        version: Version::new(row, listing.current),
        app_id: listing.app_id.clone(),
        facts: facts_json::facts(&page.facts, &call.site.reader.questionnaire),
        permissions: shown::permissions(&page).iter().map(Into::into).collect(),
        findings: findings.into_iter().map(FoundOnPage::from).collect(),
        origin: shown::origin(&page).into(),
    })
}

/// The page of a version, byte for byte as it was published.
#[utoipa::path(
    get,
    path = "/api/v1/apps/{id}/versions/{number}/page",
    tag = "versions",
    params(
        ("id" = String, Path, description = "The app's id", example = "WA104381050"),
        ("number" = i64, Path, description = "The version's number", example = 1),
    ),
    responses(
        (status = 200, description = "The page's bytes", body = String, content_type = "text/markdown"),
        (status = 404, description = "There is no such app or version", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn page(call: Call, Path((id, number)): Path<(String, String)>) -> Response {
    call.reply(&[], "", async |index, _| {
        let (listing, rows) = rows(&call, index, &id).await?;
        let row = chosen(&rows, "number", &number)?;
        let bytes = kept(&call, listing, row).await?.bytes;
        // An id holds nothing that a header field or a file name could not.
        let name = format!("attachment; filename=\"{}-{}.md\"", listing.app_id, row.number);
        let form = [(header::CONTENT_TYPE, "text/markdown; charset=utf-8".to_owned())];
        Ok((form, [(header::CONTENT_DISPOSITION, name)], bytes).into_response())
    })
    .await
}

/// What changed from one version to another.
#[utoipa::path(
    get,
    path = "/api/v1/apps/{id}/versions/{from}/diff/{to}",
    tag = "versions",
    params(
        ("id" = String, Path, description = "The app's id", example = "WA104381050"),
        ("from" = i64, Path, description = "The number of the earlier version", example = 1),
        ("to" = i64, Path, description = "The number of the later version", example = 2),
    ),
    responses(
        (status = 200, description = "Everything that differs", body = Difference),
        (status = 404, description = "There is no such app or version", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn diff(
    call: Call,
    Path((id, from, to)): Path<(String, String, String)>,
) -> Response {
    call.json(&[], async |index, _| {
        let (listing, rows) = rows(&call, index, &id).await?;
        let (from, to) = (chosen(&rows, "from", &from)?, chosen(&rows, "to", &to)?);
        changes(&call, listing, from, to).await
    })
    .await
}

/// Both pages are read anew, by one reader, so that nothing but the pages can differ.
async fn changes(
    call: &Call,
    listing: &Listing,
    from: &VersionRow,
    to: &VersionRow,
) -> Result<Difference, Refused> {
    let before = page_of(call, listing, from).await?;
    let after = page_of(call, listing, to).await?;
    let texts = if from.locale == to.locale { Texts::Compared } else { Texts::LeftOut };
    let all = difference(&before.facts, &after.facts, texts);
    let answers = all.answers.iter().map(|(id, change)| ChangedAnswer {
        question: id.to_string(),
        change: Before::new(change, |value| {
            facts_json::answer(id, value, &call.site.reader.questionnaire)
        }),
    });
    let certification = all.certification.iter().map(|(id, change)| ChangedOutcome {
        id: id.to_string(),
        change: Before::new(change, |outcome| json!(outcome.as_str())),
    });
    Ok(Difference {
        from: Version::new(from, listing.current),
        to: Version::new(to, listing.current),
        texts_compared: texts == Texts::Compared,
        form: all.form.as_ref().map(|change| Before::new(change, |form| json!(form.as_str()))),
        tier: all.tier.as_ref().map(|change| Before::new(change, |tier| json!(tier.as_str()))),
        last_updated: all
            .updated
            .as_ref()
            .map(|change| Before::new(change, |day| json!(day.to_string()))),
        answers: answers.collect(),
        permissions_added: all.permissions_added.iter().map(Into::into).collect(),
        permissions_removed: all.permissions_removed.iter().map(Into::into).collect(),
        certification: certification.collect(),
    })
}

/// An app with its versions. One statement.
async fn rows<'i>(
    call: &Call,
    index: &'i Index,
    id: &str,
) -> Result<(&'i Listing, Vec<VersionRow>), Refused> {
    let listing = listing(index, id)?;
    Ok((listing, call.site.catalog.store().versions(&listing.app_id).await?))
}

/// The version that a part of the path names.
fn chosen<'r>(
    rows: &'r [VersionRow],
    parameter: &str,
    text: &str,
) -> Result<&'r VersionRow, Refused> {
    let number: i64 = text
        .parse()
        .map_err(|_| Refused::parameter(parameter, format!("`{text}` is no number")))?;
    let missing =
        || Refused::NotFound(format!("there is no version {number}, only {}", rows.len()));
    rows.iter().find(|row| row.number == number).ok_or_else(missing)
}

/// The page of a version, as it is kept. One statement.
async fn kept(call: &Call, listing: &Listing, row: &VersionRow) -> Result<KeptPage, Refused> {
    let kept = call.site.catalog.store().page(&listing.app_id, row.number).await?;
    let lost = || Refused::NotFound(format!("version {} is no longer kept", row.number));
    kept.ok_or_else(lost)
}

async fn page_of(call: &Call, listing: &Listing, row: &VersionRow) -> Result<Page, Refused> {
    Ok(call.site.reader.read(&kept(call, listing, row).await?).0)
}
