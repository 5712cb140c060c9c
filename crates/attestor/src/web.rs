//! The web site: pages, and what they stand on.
//!
//! Read in this order:
//! - [`Site`]: what every page is made from. [`router`]: which address leads to which page.
//! - `visit`: a request in a language; `frame`: what all pages have; `shape`: small parts of pages.
//! - one file a page: `home`, `catalog`, `app`, and so on; templates are in `templates/web/`.
//! - `api`: the same as data; `table`: lists to take along; `feeds`: for readers and crawlers;
//!   `export`: all of it without a server.
//! - `assets`: style, script and icon. `serve`, `guard`, `health`, `log`: the server around it;
//!   `tend`: what it does by itself.
//!
//! Pages only read. Each is a function of the catalog's revision, the address and the day, and its
//! tag (`ETag`) says so.

mod access;
mod address;
mod api;
mod app;
mod app_ids;
mod assets;
mod bilingual;
mod broken;
mod catalog;
mod cell;
mod compare;
mod demo;
mod desk;
mod desk_frame;
mod documents;
pub(crate) mod export;
mod feeds;
mod form;
mod frame;
pub(crate) mod guard;
mod health;
mod history;
mod home;
pub(crate) mod log;
#[cfg(feature = "lake")]
mod mfa;
mod offerings;
mod paging;
mod people;
mod permissions;
mod problem;
mod problems;
mod publishers;
mod seat;
pub(crate) mod serve;
mod shape;
mod systems;
mod table;
mod tend;
mod trust;
mod visit;
mod watching;
pub(crate) mod wish;

use std::sync::Arc;

use attestor_core::attestation::page::wording::{Wording, Wordings};
use attestor_core::attestation::permission::PermissionRules;
use axum::Router;
use axum::routing::get;

use crate::actions::browse::Catalog;
use crate::actions::desk::Desk;
use crate::actions::reader::Reader;
use crate::actions::trust::Portals;
use crate::actions::trust::links::client::Reach;
use crate::actions::trust::mail::Mail;
use crate::clock::Clock;
use crate::disk;
use crate::languages::Language;
use crate::people::People;
use crate::phrases::{Phrasebook, Phrases};
use crate::stop::Stop;
use crate::store::Store;
use crate::vault::Vault;
use crate::world;
use crate::world::catalogs::Catalogs;

pub(crate) use problem::error_page;
pub(crate) use tend::Tending;

/// What pages are made from; shared by all requests.
pub(crate) struct Site {
    /// The apps.
    pub(crate) catalog: Catalog,
    /// The certification desk.
    pub(crate) desk: Desk,
    /// What organizations publish of their offerings.
    pub(crate) portals: Portals,
    /// What pages are read with.
    pub(crate) reader: Arc<Reader>,
    /// Words of questions, choices and answers.
    wordings: Wordings,
    /// What permissions cover.
    permission_rules: PermissionRules,
    /// Words of the site.
    phrases: Arc<Phrasebook>,
    /// Who can sign in.
    pub(crate) people: People,
    /// Evidence files; `None` where nobody hands any in.
    pub(crate) vault: Option<Vault>,
    /// The reports on multifactor authentication; `None` where no logs are kept.
    #[cfg(feature = "lake")]
    pub(crate) reports: Option<Arc<crate::actions::mfa::reports::Reports>>,
    /// How notices are mailed; `None` where no mail server is set.
    pub(crate) mail: Option<Mail>,
    /// Which machines may be asked whether addresses in portals lead somewhere.
    pub(crate) reach: Reach,
    /// What time it is for everything that ends.
    pub(crate) clock: Clock,
    /// Where people reach the site, and how it is served.
    pub(crate) settings: serve::Settings,
    /// Which program makes the pages.
    program: String,
    /// Whether it is the demo's, whose members need no password.
    demo: bool,
    /// The languages of an export, which needs no server; `None` where a server answers.
    fixed: Option<Vec<Language>>,
}

impl Site {
    /// The site over what is kept.
    pub(crate) fn new(store: Store, settings: &serve::Settings) -> Result<Self, Stop> {
        let reader = Arc::new(Reader::load()?);
        Ok(Self {
            wordings: world::wordings(&reader.questionnaire)?,
            permission_rules: world::first_permission_rules()?,
            phrases: Phrasebook::load()?,
            desk: Desk::new(store.clone(), Clock::system())?,
            portals: Portals::new(store.clone(), Clock::system())?,
            people: People::new(store.clone(), Clock::system()),
            vault: None,
            #[cfg(feature = "lake")]
            reports: None,
            mail: None,
            reach: Reach::Nothing,
            clock: Clock::system(),
            catalog: Catalog::new(store),
            settings: settings.clone(),
            program: disk::program(),
            demo: false,
            fixed: None,
            reader,
        })
    }

    /// The same with a place for evidence files, whose keys seal the secrets of people.
    pub(crate) fn with_vault(self, vault: Vault) -> Self {
        let people = self.people.with_keys(vault.keys());
        Self { vault: Some(vault), people, ..self }
    }

    /// The same with a way to mail notices, and with machines that may be asked about addresses.
    pub(crate) fn with_mail(self, mail: Option<Mail>, reach: Reach) -> Self {
        Self { mail, reach, ..self }
    }

    /// The same with these frameworks for portals and systems.
    pub(crate) fn with_catalogs(self, catalogs: Catalogs) -> Self {
        let portals = Portals::over(self.portals.store().clone(), self.clock.clone(), catalogs);
        Self { portals, ..self }
    }

    /// The same with the reports on multifactor authentication.
    #[cfg(feature = "lake")]
    pub(crate) fn with_reports(self, reports: crate::actions::mfa::reports::Reports) -> Self {
        Self { reports: Some(Arc::new(reports)), ..self }
    }

    /// Where evidence files are kept.
    pub(crate) fn vault(&self) -> Result<&Vault, Stop> {
        let none = || Stop::Failure("no place for files of evidence is open".to_owned());
        self.vault.as_ref().ok_or_else(none)
    }

    /// The same by another clock.
    #[cfg(test)]
    pub(crate) fn with_clock(self, clock: Clock) -> Self {
        let people = self.people.with_clock(clock.clone());
        let desk = Desk::new(people.store().clone(), clock.clone()).expect("the programs");
        let portals = Portals::new(people.store().clone(), clock.clone()).expect("the catalogs");
        Self { desk, portals, people, clock, ..self }
    }

    /// The same with the demo's door to the desk.
    pub(crate) fn with_demo(self) -> Self {
        Self { demo: true, ..self }
    }

    /// The same for files that work without a server, in these languages.
    pub(crate) fn fixed(self, languages: Vec<Language>) -> Self {
        Self { fixed: Some(languages), ..self }
    }

    /// The languages that a reader can choose.
    fn languages(&self) -> &[Language] {
        self.fixed.as_deref().unwrap_or(&Language::ALL)
    }

    /// The address that finds the reader's language by itself; without a server, the first one's.
    fn default_address(&self, below: &str) -> String {
        let first = self.fixed.as_ref().and_then(|languages| languages.first());
        let path = first.map_or_else(String::new, |language| format!("/{}", language.path()));
        format!("{}{path}/{below}", self.settings.public_url)
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
const ROOMS: [&str; 7] =
    ["apps", "app-ids", "compare", "permissions", "problems", "publishers", "trust"];

/// Every address that somebody may need a right for.
fn registry() -> access::Routes {
    access::Routes::new()
        .merge(people::routes())
        .merge(desk::routes())
        .merge(api::desk::routes())
        .merge(offerings::routes())
        .merge(documents::routes())
        .merge(watching::routes())
        .merge(systems::routes())
        .merge(reports())
}

/// The addresses of reports on multifactor authentication, in a build that makes them.
fn reports() -> access::Routes {
    #[cfg(feature = "lake")]
    return mfa::routes();
    #[cfg(not(feature = "lake"))]
    access::Routes::new()
}

/// All pages.
pub(crate) fn router(site: Arc<Site>) -> Router {
    let front =
        if site.fixed.is_some() { get(export::languages) } else { get(home::choose_language) };
    let mut router = Router::new();
    for room in ROOMS {
        router = router
            .route(&format!("/{room}"), get(home::choose_language))
            .route(&format!("/{room}/{{*rest}}"), get(home::choose_language));
    }
    // Files without a server have nobody to sign in.
    if site.fixed.is_none() {
        router = router.merge(registry().into_router(&site));
    }
    if site.demo {
        router = router.merge(demo::routes().into_router(&site));
    }
    router
        .route("/", front)
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
        .merge(trust::routes())
        .merge(api::routes())
        .merge(table::routes())
        .merge(feeds::routes())
        .with_state(site)
}

#[cfg(test)]
mod tests;
