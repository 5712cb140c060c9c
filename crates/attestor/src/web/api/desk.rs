//! The API of the certification desk: what its pages do, for programs.
//!
//! Read in this order:
//! - [`routes`]: which address does what, and what it needs.
//! - `call`: a request of somebody who may ask. `refusal`: why something is not done.
//! - `once`: requests that come twice. `shapes`: the JSON that is answered.
//! - `cases`, `acts`, `parts`, `uploads`, `dossier`, `record`, `people`, `documents`, `mfa`, `offerings`,
//!   `systems`: the addresses.
//! - `description`: what OpenAPI says of all this; `acts/schema`: the JSON of every act.
//!
//! Whatever changes a case is one act (`core::desk::act`) and goes the one way in that pages go too.

pub(super) mod acts;
mod call;
pub(super) mod cases;
pub(super) mod description;
pub(super) mod documents;
pub(super) mod dossier;
#[cfg(feature = "lake")]
pub(super) mod mfa;
pub(super) mod offerings;
mod once;
pub(super) mod parts;
pub(super) mod people;
pub(super) mod record;
mod refusal;
mod shapes;
pub(super) mod systems;
pub(super) mod uploads;

#[cfg(test)]
mod tests;

use attestor_core::desk::role::Right;

use crate::web::access::{Need, Routes};

/// One of them is needed for any act at all; which one, the act says.
const ACT: Need = Need::CaseAny(&[
    Right::CaseHandIn,
    Right::CaseReview,
    Right::CaseLead,
    Right::CaseDecide,
    Right::CaseRevoke,
]);

/// Publishers hand in, and the certification body may for them.
const HAND_IN: Need = Need::CaseAny(&[Right::CaseHandIn, Right::CaseReview]);

/// Who may see a case.
const READ: Need = Need::Case(Right::CaseRead);

/// All addresses of the API of the desk.
pub(in crate::web) fn routes() -> Routes {
    cases_and_people().merge(portal_documents()).merge(of_systems()).merge(reports())
}

/// Systems of the own organization.
fn of_systems() -> Routes {
    let need = Need::Right(Right::SystemsEdit);
    Routes::new()
        .get("/api/v1/systems", need, systems::list)
        .post("/api/v1/systems", need, systems::make)
        .get("/api/v1/systems/{system}", need, systems::show)
        .patch("/api/v1/systems/{system}", need, systems::change)
        .delete("/api/v1/systems/{system}", need, systems::end)
        .get("/api/v1/systems/{system}/inheritance", need, systems::inheritance)
        .get("/api/v1/systems/{system}/coverage", need, systems::coverage)
}

/// Without the lake there are no reports.
#[cfg(not(feature = "lake"))]
fn reports() -> Routes {
    Routes::new()
}

/// Reports on multifactor authentication. Whose somebody may read, the handler looks at.
#[cfg(feature = "lake")]
fn reports() -> Routes {
    let need = Need::Right(Right::MfaRead);
    let summary = "/api/v1/mfa/{organization}/applicationmfaadoptionstatus";
    let principals = "/api/v1/mfa/{organization}/nonMfaCompliantPartnerPrincipals";
    Routes::new()
        .get("/api/v1/mfa", need, mfa::organizations)
        .get("/api/v1/mfa/{organization}/report", need, mfa::report)
        .get(principals, need, mfa::principals)
        .get(summary, need, mfa::adoption)
        .get("/api/v1/mfa/{organization}/partnerRequests", need, mfa::requests)
}

/// Documents behind portals. What a reader needs besides an account, the handlers look at.
fn portal_documents() -> Routes {
    let need = Need::Account;
    let item = "/api/v1/documents/{organization}/{kind}/{item}/requests";
    Routes::new()
        .get("/api/v1/documents/{organization}", need, documents::list)
        .get("/api/v1/documents/{organization}/agreement", need, documents::agreement)
        .post("/api/v1/documents/{organization}/acceptances", need, documents::accept)
        .post(item, need, documents::ask)
        .get("/api/v1/documents/{organization}/{kind}/{item}/file", need, documents::file)
}

fn cases_and_people() -> Routes {
    Routes::new()
        .get("/api/v1/cases", Need::Right(Right::CaseRead), cases::list)
        .post("/api/v1/cases", Need::Any(&[Right::CaseHandIn, Right::CaseReview]), cases::open)
        .get("/api/v1/cases/{case}", READ, cases::show)
        .post("/api/v1/cases/{case}/acts", ACT, acts::act)
        .post("/api/v1/cases/{case}/copy", HAND_IN, acts::copy)
        .get("/api/v1/cases/{case}/dossier", READ, dossier::show)
        .get("/api/v1/cases/{case}/controls", READ, parts::controls)
        .get("/api/v1/cases/{case}/controls/{control}", READ, parts::control)
        .get("/api/v1/cases/{case}/evidence", READ, parts::evidence)
        .get("/api/v1/cases/{case}/documents", READ, parts::documents)
        .get("/api/v1/cases/{case}/threads", READ, parts::threads)
        .get("/api/v1/cases/{case}/assessment", READ, parts::assessment)
        .get("/api/v1/cases/{case}/record", READ, record::of_case)
        .get("/api/v1/cases/{case}/files/{digest}", READ, uploads::file)
        .post("/api/v1/cases/{case}/uploads", HAND_IN, uploads::begin)
        .get("/api/v1/cases/{case}/uploads/{upload}", HAND_IN, uploads::state)
        .patch("/api/v1/cases/{case}/uploads/{upload}", HAND_IN, uploads::append)
        .delete("/api/v1/cases/{case}/uploads/{upload}", HAND_IN, uploads::cancel)
        .post("/api/v1/cases/{case}/uploads/{upload}/finish", HAND_IN, uploads::finish)
        .get("/api/v1/offerings", PUBLISH, offerings::list)
        .post("/api/v1/offerings", PUBLISH, offerings::draft)
        .get("/api/v1/offerings/{number}", PUBLISH, offerings::show)
        .post("/api/v1/offerings/{number}/publish", PUBLISH, offerings::publish)
        .get("/api/v1/record", Need::Right(Right::RecordRead), record::list)
        .get("/api/v1/me", Need::Account, people::me)
        .get("/api/v1/tokens", Need::Right(Right::TokensOwn), people::tokens)
        .post("/api/v1/tokens", Need::Right(Right::TokensOwn), people::make_token)
        .delete("/api/v1/tokens/{token}", Need::Right(Right::TokensOwn), people::end_token)
        .get("/api/v1/organizations", Need::Account, people::organizations)
        .post("/api/v1/organizations", Need::Right(Right::Organizations), people::make)
        .get("/api/v1/organizations/{id}/members", MANAGE, people::members)
        .delete("/api/v1/organizations/{id}/members/{member}", MANAGE, people::end_member)
        .get("/api/v1/organizations/{id}/invitations", MANAGE, people::invitations)
        .post("/api/v1/organizations/{id}/invitations", MANAGE, people::invite)
        .delete("/api/v1/organizations/{id}/invitations/{invitation}", MANAGE, people::withdraw)
}

/// The own organization's portal.
const PUBLISH: Need = Need::Right(Right::OfferingsPublish);

/// Whose people somebody manages, the handler looks at.
const MANAGE: Need = Need::Right(Right::PeopleOwn);
