//! A signed-in worker asks for a page or sends a form.

use std::collections::HashMap;
use std::sync::Arc;

use askama::Template;
use attestor_core::day::Day;
use attestor_core::desk::act::Act;
use attestor_core::desk::file::CaseFile;
use axum::extract::{FromRequestParts, Query};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};

use super::frame::Frame;
use crate::actions::desk::{Desk, Refused, Worker};
use crate::phrases::Phrases;
use crate::web::Site;
use crate::web::access::Caller;
use crate::web::guard::Allowance;
use crate::web::seat::Seat;
use crate::web::visit::{Refusal, Reply};

/// A request of a worker. Who may ask at all was decided before (`web::access`).
pub(in crate::web) struct DeskVisit {
    /// The request as any page of the desk sees it.
    pub(in crate::web) seat: Seat,
    /// The site.
    pub(in crate::web) site: Arc<Site>,
    /// Who asks.
    pub(in crate::web) worker: Worker,
    /// The query, last of each name.
    pub(in crate::web) query: HashMap<String, String>,
    /// Today.
    pub(in crate::web) today: Day,
}

impl FromRequestParts<Arc<Site>> for DeskVisit {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, site: &Arc<Site>) -> Result<Self, Response> {
        let Ok(seat) = Seat::from_request_parts(parts, site).await;
        let caller = seat.caller.as_ref();
        let caller = caller.ok_or_else(|| StatusCode::UNAUTHORIZED.into_response())?;
        let worker = worker(caller).ok_or_else(|| StatusCode::FORBIDDEN.into_response())?;
        // A worker's form may carry a file; it streams to the vault.
        if let (Some(allowance), Some(vault)) =
            (parts.extensions.get::<Allowance>(), site.vault.as_ref())
        {
            let most = usize::try_from(vault.limits().size_bytes);
            allowance.allow(most.unwrap_or(usize::MAX));
        }
        let query = Query::<HashMap<String, String>>::from_request_parts(parts, site).await;
        let query = query.map_err(IntoResponse::into_response)?.0;
        let today = site.desk.clock().today();
        Ok(Self { site: Arc::clone(site), seat, worker, query, today })
    }
}

impl DeskVisit {
    /// The desk.
    pub(in crate::web) fn desk(&self) -> &Desk {
        &self.site.desk
    }

    /// The words.
    pub(in crate::web) fn phrases(&self) -> &Phrases {
        self.seat.phrases()
    }

    /// The words of a key.
    pub(in crate::web) fn t(&self, key: &str) -> String {
        self.phrases().word(key)
    }

    /// The frame of a page with a title.
    pub(in crate::web) fn frame(&self, title: String) -> Frame<'_> {
        Frame::new(&self.seat, title)
    }

    /// A case as the worker may see it.
    pub(in crate::web) async fn case(&self, case_id: &str) -> Result<Arc<CaseFile>, Refusal> {
        self.desk().load(&self.worker, case_id).await.map_err(as_refusal)
    }

    /// Does an act on a case; `seen` is the number of the act that the page showed as the last one.
    pub(in crate::web) async fn act(
        &self,
        case_id: &str,
        seen: Option<u64>,
        act: Act,
    ) -> Result<Arc<CaseFile>, Refused> {
        self.desk().act(&self.worker, case_id, seen, act).await
    }

    /// Answers with a page that nobody keeps.
    pub(in crate::web) fn page<T: Template>(&self, page: &T) -> Reply {
        self.page_with(StatusCode::OK, page)
    }

    /// The same with another status: 409 and 422 for a form that comes back.
    pub(in crate::web) fn page_with<T: Template>(&self, status: StatusCode, page: &T) -> Reply {
        self.seat.page(status, page)
    }

    /// After something was done: leads to an address, which says so in the words of `key`.
    pub(in crate::web) fn done(&self, address: &str, key: &str) -> Reply {
        let (path, fragment) = address.split_once('#').unwrap_or((address, ""));
        let mark = if path.contains('?') { '&' } else { '?' };
        let hash = if fragment.is_empty() { "" } else { "#" };
        Ok(Redirect::to(&format!("{path}{mark}done={key}{hash}{fragment}")).into_response())
    }
}

/// Who a caller is to the desk; `None` for somebody who belongs to no organization any more.
pub(in crate::web) fn worker(caller: &Caller) -> Option<Worker> {
    let membership = caller.membership.as_ref()?;
    Some(Worker {
        account: caller.account_id.clone(),
        name: caller.name.clone(),
        organization: membership.organization_id.clone(),
        role: membership.role,
    })
}

/// A refusal that no form can show: there is nothing, or it is not allowed.
pub(in crate::web) fn as_refusal(refused: Refused) -> Refusal {
    match refused {
        Refused::NotFound => Refusal::NotFound,
        Refused::Failed(stop) => stop.into(),
        Refused::Forbidden | Refused::Conflict { .. } | Refused::AppHasCase | Refused::Rule(_) => {
            Refusal::BadRequest
        }
    }
}
