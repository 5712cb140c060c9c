//! What happens before a handler runs: where the request comes from, who asks, and whether they may.

use std::sync::Arc;

use attestor_core::desk::role::Relation;
use axum::extract::{RawPathParams, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::MethodRouter;

use super::decide::{Answer, Question, decide};
use super::{Caller, Need, cookie, origin};
use crate::stop::Stop;
use crate::web::broken::Broken;
use crate::web::{Site, address};

/// Stands before one address.
#[derive(Clone)]
struct Gate {
    site: Arc<Site>,
    need: Need,
}

/// Puts the gate before a handler.
pub(super) fn around(
    handler: MethodRouter<Arc<Site>>,
    site: &Arc<Site>,
    need: Need,
) -> MethodRouter<Arc<Site>> {
    handler.route_layer(from_fn_with_state(Gate { site: Arc::clone(site), need }, pass))
}

async fn pass(
    State(gate): State<Gate>,
    params: RawPathParams,
    request: Request,
    next: Next,
) -> Response {
    let (mut request, body) = request.into_parts();
    let mut answer = match gate.ask(&params, &request).await {
        Ok((Answer::Go, caller)) => {
            if let Some(caller) = caller {
                request.extensions.insert(caller);
            }
            next.run(Request::from_parts(request, body)).await
        }
        Ok((refused, _)) => turn_away(refused, &request),
        Err(stop) => Broken::of(&stop).into_response(),
    };
    // What is behind a gate is for one person at one time.
    let unkept = HeaderValue::from_static("no-store");
    answer.headers_mut().entry(header::CACHE_CONTROL).or_insert(unkept);
    answer
}

impl Gate {
    async fn ask(
        &self,
        params: &RawPathParams,
        request: &Parts,
    ) -> Result<(Answer, Option<Caller>), Stop> {
        let is_change = !matches!(request.method, Method::GET | Method::HEAD);
        let headers = &request.headers;
        if is_change && bearer(headers).is_none() && !origin::is_own(headers, &self.site) {
            tracing::warn!(target: "attestor", path = request.uri.path(), "a change came from elsewhere");
            return Ok((Answer::Forbidden, None));
        }
        let caller = self.caller(&request.uri, headers).await?;
        let relation = match &caller {
            Some(caller) => self.relation(caller, params).await?,
            None => None,
        };
        let question = Question { need: self.need, relation, is_change };
        Ok((decide(question, caller.as_ref()), caller))
    }

    /// Who asks: by token for programs, which have only the API, else by cookie.
    async fn caller(&self, uri: &Uri, headers: &HeaderMap) -> Result<Option<Caller>, Stop> {
        match bearer(headers) {
            Some(token) if is_api(uri) => self.site.people.token_of(token).await,
            Some(_) => Ok(None),
            None => match cookie::read(headers, &self.site) {
                Some(secret) => self.site.people.signed_in(&secret).await,
                None => Ok(None),
            },
        }
    }

    /// How the case in the path stands to the caller; `None` where the address names none or it is
    /// not there.
    async fn relation(
        &self,
        caller: &Caller,
        params: &RawPathParams,
    ) -> Result<Option<Relation>, Stop> {
        if !matches!(self.need, Need::Case(_) | Need::CaseAny(_)) {
            return Ok(None);
        }
        let case = params.iter().find(|(name, _)| *name == "case").map(|(_, value)| value);
        // The character U+0000 is in no id, and databases refuse to look for it.
        let Some(case) = case.filter(|case| !case.contains('\0')) else { return Ok(None) };
        let organization = self.site.people.store().organization_of_case(case).await?;
        Ok(organization.map(|organization| caller.relation(Some(&organization))))
    }
}

/// The token of a program.
fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

fn is_api(uri: &Uri) -> bool {
    uri.path().starts_with("/api/")
}

/// Leads people on, and tells programs.
fn turn_away(answer: Answer, request: &Parts) -> Response {
    let uri = &request.uri;
    match answer {
        Answer::SignIn if is_api(uri) => {
            let how = [(header::WWW_AUTHENTICATE, "Bearer")];
            (StatusCode::UNAUTHORIZED, how).into_response()
        }
        Answer::SignIn => Redirect::to(&sign_in(request)).into_response(),
        Answer::ShowSecondFactor | Answer::SetUpSecondFactor if is_api(uri) => {
            StatusCode::FORBIDDEN.into_response()
        }
        Answer::ShowSecondFactor => {
            Redirect::to(&with_next("/sign-in/second-factor", request)).into_response()
        }
        Answer::SetUpSecondFactor => Redirect::to("/account/security").into_response(),
        Answer::NotFound => StatusCode::NOT_FOUND.into_response(),
        Answer::Go | Answer::Forbidden => StatusCode::FORBIDDEN.into_response(),
    }
}

fn sign_in(request: &Parts) -> String {
    with_next("/sign-in", request)
}

/// The address with the way back to what was asked for; what would have changed is not repeated.
fn with_next(path: &str, request: &Parts) -> String {
    if request.method != Method::GET {
        return path.to_owned();
    }
    let wanted = request.uri.path_and_query().map_or("/", |whole| whole.as_str());
    format!("{path}{}", address::query([("next", wanted)].into_iter()))
}
