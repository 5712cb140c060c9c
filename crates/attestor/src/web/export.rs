//! The site as files: where its walk begins, and the front page without a server.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};

use super::visit::Refusal;
use super::{Site, address, assets};
use crate::stop::Stop;

/// The front page: without a server, nobody knows the reader's language.
#[derive(Template)]
#[template(path = "web/feeds/languages.html")]
struct Languages {
    style: String,
    icon: String,
    choices: Vec<Choice>,
}

/// A language by its own name.
struct Choice {
    address: String,
    lang: &'static str,
    name: &'static str,
}

/// Shows the languages.
pub(super) async fn languages(State(site): State<Arc<Site>>) -> Result<Response, Refusal> {
    let choices = site.languages().iter().map(|language| Choice {
        address: format!("/{}/", language.path()),
        lang: language.html_lang(),
        name: language.own_name(),
    });
    let page = Languages {
        style: assets::address("site.css"),
        icon: assets::address("icon.svg"),
        choices: choices.collect(),
    };
    let html = page.render().map_err(|error| Refusal::Failed(error.to_string().into()))?;
    Ok(([(header::CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response())
}

/// The addresses where a walk through the site begins: it finds all others by links.
pub(crate) async fn beginnings(site: &Site) -> Result<Vec<String>, Stop> {
    let index = site.catalog.index().await?;
    let ids: Vec<String> = index.listings().iter().map(|one| address::part(&one.app_id)).collect();
    let fixed = ["/", "/robots.txt", "/sitemap.xml", "/.well-known/security.txt"];
    let data = [
        "openapi.json",
        "v1/apps",
        "v1/permissions",
        "v1/publishers",
        "v1/registrations",
        "v1/trust",
    ];
    let data = data.iter().map(|name| format!("/api/{name}"));
    let mut all: Vec<String> = fixed.iter().map(|path| (*path).to_owned()).chain(data).collect();
    for id in &ids {
        all.extend([format!("/api/v1/apps/{id}"), format!("/api/v1/apps/{id}/versions")]);
    }
    for language in site.languages() {
        let lists = ["", "apps", "apps.atom", "apps.csv", "apps.xlsx", "apps.json"];
        all.extend(lists.iter().map(|list| format!("/{}/{list}", language.path())));
        all.extend(ids.iter().map(|id| format!("/{}/apps/{id}", language.path())));
    }
    Ok(all)
}
