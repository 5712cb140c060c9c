//! The web site: pages, and what they stand on.
//!
//! Read in this order:
//! - [`Site`]: what every page is made from. [`router`]: which address leads to which page.
//! - `visit`: a request in a language; `frame`: what all pages have; `shape`: small parts of pages.
//! - one file a page: `home`, `catalog`, `app`, and so on; templates are in `templates/web/`.
//! - `api`: the same as data.
//! - `assets`: style, script and icon. `serve`, `guard`, `health`, `log`: the server around it.
//!
//! Pages only read. Each is a function of the catalog's revision, the address and the day, and its
//! tag (`ETag`) says so.

mod address;
mod api;
mod app;
mod app_ids;
mod assets;
mod bilingual;
mod catalog;
mod cell;
mod compare;
mod frame;
pub(crate) mod guard;
mod health;
mod history;
mod home;
pub(crate) mod log;
mod paging;
mod permissions;
mod problem;
mod problems;
mod publishers;
pub(crate) mod serve;
mod shape;
mod visit;
pub(crate) mod wish;

use std::sync::Arc;

use attestor_core::attestation::page::wording::{Wording, Wordings};
use attestor_core::attestation::permission::PermissionRules;
use attestor_core::instant::Instant;
use axum::Router;
use axum::response::{Html, IntoResponse as _, Response};
use axum::routing::get;

use crate::actions::browse::Catalog;
use crate::actions::reader::Reader;
use crate::clock;
use crate::languages::Language;
use crate::phrases::{Phrasebook, Phrases};
use crate::stop::Stop;
use crate::store::Store;
use crate::world;

pub(crate) use problem::error_page;

/// What pages are made from; shared by all requests.
pub(crate) struct Site {
    /// The apps.
    pub(crate) catalog: Catalog,
    /// What pages are read with.
    pub(crate) reader: Arc<Reader>,
    /// Words of questions, choices and answers.
    wordings: Wordings,
    /// What permissions cover.
    permission_rules: PermissionRules,
    /// Words of the site.
    phrases: Arc<Phrasebook>,
    /// Where people reach the site, and how it is served.
    pub(crate) settings: serve::Settings,
    /// When the process began.
    started: Instant,
}

impl Site {
    /// The site over what is kept.
    pub(crate) fn new(store: Store, settings: &serve::Settings) -> Result<Self, Stop> {
        let reader = Arc::new(Reader::load()?);
        Ok(Self {
            wordings: world::wordings(&reader.questionnaire)?,
            permission_rules: world::first_permission_rules()?,
            phrases: Phrasebook::load()?,
            catalog: Catalog::new(store),
            settings: settings.clone(),
            started: clock::now(),
            reader,
        })
    }

    /// The words of a language.
    fn phrases(&self, language: Language) -> &Phrases {
        self.phrases.of(language)
    }

    /// The words for questions and answers in a language.
    fn wording(&self, language: Language) -> Option<&Wording> {
        self.wordings.get(language.tag())
    }
}

/// The rooms whose addresses lead to the reader's language when they name none.
const ROOMS: [&str; 6] = ["apps", "app-ids", "compare", "permissions", "problems", "publishers"];

/// All pages.
#[expect(clippy::needless_pass_by_value, reason = "the handlers will share it")]
pub(crate) fn router(site: Arc<Site>) -> Router {
    let mut router = Router::new();
    for room in ROOMS {
        router = router
            .route(&format!("/{room}"), get(home::choose_language))
            .route(&format!("/{room}/{{*rest}}"), get(home::choose_language));
    }
    router
        .route("/", get(home::choose_language))
        .route("/{language}", get(home::add_slash))
        .route("/{language}/", get(home::show))
        .route("/{language}/apps", get(catalog::show))
        .route("/{language}/apps/{id}", get(app::show))
        .route("/{language}/apps/{id}/history", get(history::show))
        .route("/{language}/apps/{id}/bilingual", get(bilingual::show))
        .route("/{language}/compare", get(compare::show))
        .route("/{language}/app-ids", get(app_ids::list))
        .route("/{language}/app-ids/{id}", get(app_ids::show))
        .route("/{language}/permissions", get(permissions::list))
        .route("/{language}/permissions/{name}", get(permissions::show))
        .route("/{language}/publishers", get(publishers::list))
        .route("/{language}/publishers/{key}", get(publishers::show))
        .route("/{language}/problems/{kind}", get(problems::show))
        .route("/assets/{name}", get(assets::show))
        .merge(api::routes())
        .with_state(site)
}
