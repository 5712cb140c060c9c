//! From a form of the page to an act.

use attestor_core::attestation::page::kind::Kind;
use attestor_core::attestation::page::read_bytes;
use attestor_core::certification::case::{Attestation, Verification};
use attestor_core::desk::act::Act;
use attestor_core::desk::file::CaseFile;
use attestor_core::dossier;

use super::questions;
use crate::web::desk::form::Typed;
use crate::web::desk::visit::DeskVisit;
use crate::web::visit::Refusal;

/// The act that a publisher's form asks for, or the key of what is wrong with it.
pub(super) async fn of_publisher(
    visit: &DeskVisit,
    file: &CaseFile,
    typed: &Typed,
) -> Result<Result<Act, &'static str>, Refusal> {
    let act = match typed.get("do") {
        "attest-catalog" => from_catalog(visit, file).await?.map(attest),
        "attest-page" => from_page(visit, typed.raw("page")).map(attest),
        "attest-answers" => Ok(attest(questions::attestation(visit, typed))),
        "consent" if typed.is_ticked("agree") => Ok(Act::Consent {}),
        "consent" => Err("desk-start-not-agreed"),
        "start" => Ok(Act::Start {}),
        "withdraw" => Ok(Act::Withdraw { reason: typed.get("withdraw").to_owned() }),
        _ => return Err(Refusal::BadRequest),
    };
    Ok(act)
}

/// The act that a form of the certification body asks for.
pub(super) fn of_staff(typed: &Typed) -> Result<Act, &'static str> {
    match typed.get("do") {
        "approve" => Ok(Act::ApproveAttestation {}),
        "return" => Ok(Act::ReturnAttestation { reason: typed.get("reason").to_owned() }),
        "verify" => verification(typed).map(|verification| Act::Verify { verification }),
        _ => Err("desk-start-choose"),
    }
}

fn attest(attestation: Attestation) -> Act {
    Act::Attest { attestation }
}

fn verification(typed: &Typed) -> Result<Verification, &'static str> {
    let (partner_id, why) = (typed.get("partner_id"), typed.get("why"));
    match typed.get("verification") {
        "verified" if partner_id.is_empty() => Err("desk-start-partner-missing"),
        "verified" => Ok(Verification::Verified { partner_id: partner_id.to_owned() }),
        "not-applicable" if why.is_empty() => Err("desk-start-why-missing"),
        "not-applicable" => Ok(Verification::NotApplicable { reason: why.to_owned() }),
        "unverified" => Ok(Verification::Unverified),
        "withdrawn" => Ok(Verification::Withdrawn),
        _ => Err("desk-start-choose"),
    }
}

/// The attestation that the current page of the app in the catalog states.
async fn from_catalog(
    visit: &DeskVisit,
    file: &CaseFile,
) -> Result<Result<Attestation, &'static str>, Refusal> {
    let index = visit.site.catalog.index().await?;
    let Some(listing) = index.get(&file.case.app.id) else {
        return Ok(Err("desk-start-not-in-catalog"));
    };
    let store = visit.site.catalog.store();
    let Some(kept) = store.page(&listing.app_id, listing.current).await? else {
        return Ok(Err("desk-start-not-in-catalog"));
    };
    let reader = &visit.site.reader;
    Ok(Ok(dossier::attested(&reader.facts(&kept), &reader.questionnaire)))
}

/// The attestation that a page states.
fn from_page(visit: &DeskVisit, text: &str) -> Result<Attestation, &'static str> {
    let reader = &visit.site.reader;
    let (page, _) = read_bytes(text.as_bytes(), &reader.questionnaire, &reader.lexicons);
    if page.kind != Kind::App || page.facts.answers.is_empty() {
        return Err("desk-start-page-unread");
    }
    Ok(dossier::attested(&page.facts, &reader.questionnaire))
}
