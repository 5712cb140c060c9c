//! Opening a case: for an app of the catalog, or one that is not there yet.

use askama::Template;
use attestor_core::attestation::catalog::index::{Index, Query};
use attestor_core::certification::case::App;
use attestor_core::desk::act::Act;
use attestor_core::id::Id;
use axum::http::StatusCode;

use super::may_open;
use crate::store::people::OrganizationRow;
use crate::web::desk::form::Typed;
use crate::web::desk::frame::Frame;
use crate::web::desk::nav::Here;
use crate::web::desk::refused::NotDone;
use crate::web::desk::visit::DeskVisit;
use crate::web::visit::{Refusal, Reply};

/// How many apps of the catalog are offered.
const OFFERED: usize = 8;

#[derive(Template)]
#[template(path = "web/desk/case_new.html")]
struct Page<'v> {
    frame: Frame<'v>,
    not_done: Option<NotDone>,
    find: String,
    found: Vec<Offer>,
    from_catalog: bool,
    typed: Filled,
    kinds: Vec<Choice>,
    programs: Vec<Choice>,
    organizations: Vec<Choice>,
}

/// An app of the catalog.
struct Offer {
    address: String,
    name: String,
    publisher: String,
    id: String,
}

/// What stands in the fields.
#[derive(Default)]
struct Filled {
    id: String,
    name: String,
    publisher: String,
}

/// A value of a list.
struct Choice {
    value: String,
    text: String,
    chosen: bool,
}

/// The form. `?find=` looks for apps of the catalog, `?app=` takes one.
pub(super) async fn show(visit: DeskVisit) -> Reply {
    let asked = |name: &str| visit.query.get(name).cloned().unwrap_or_default();
    let typed = Typed::of(vec![("id".to_owned(), asked("app"))]);
    page(&visit, &typed, None).await
}

/// Opens a case, and leads to its start.
pub(super) async fn open(visit: DeskVisit, typed: Typed) -> Reply {
    let index = visit.site.catalog.index().await?;
    let organization = if visit.worker.is_staff() {
        typed.get("organization").to_owned()
    } else {
        visit.worker.organization.clone()
    };
    let act = match act(&typed, &index) {
        Ok(act) if !organization.is_empty() => act,
        Ok(_) => return refused(&visit, &typed, "desk-cases-no-organization").await,
        Err(key) => return refused(&visit, &typed, key).await,
    };
    let known = visit.desk().store().organization(&organization).await?;
    if known.is_none_or(|it| it.kind != PUBLISHER) {
        return refused(&visit, &typed, "desk-cases-no-organization").await;
    }
    match visit.desk().open(&visit.worker, &organization, act).await {
        Ok(file) => visit.done(&Here::Start.address(&file.id), "desk-done-opened"),
        Err(other) => {
            let told = NotDone::of(other, visit.phrases())?;
            page(&visit, &typed, Some(told)).await
        }
    }
}

/// The kind of organizations that have cases.
const PUBLISHER: &str = "publisher";

async fn refused(visit: &DeskVisit, typed: &Typed, key: &str) -> Reply {
    let told = NotDone::fault(visit.phrases(), key);
    page(visit, typed, Some(told)).await
}

/// The act of a form. What the catalog knows of the app is taken from there.
fn act(typed: &Typed, index: &Index) -> Result<Act, &'static str> {
    let filled = filled(typed, index);
    let framework = Id::parse(typed.get("program")).ok_or("desk-cases-no-program")?;
    let kind = match typed.get("kind") {
        "" => None,
        kind => Some(Id::parse(kind).ok_or("desk-cases-no-kind")?),
    };
    let app = App { id: filled.id, name: filled.name, kind, publisher: filled.publisher };
    Ok(Act::Open { app, framework, certified_on: None, edition: None })
}

fn filled(typed: &Typed, index: &Index) -> Filled {
    let id = typed.get("id");
    match index.get(id) {
        Some(listing) => Filled {
            id: listing.app_id.clone(),
            name: listing.name.clone(),
            publisher: listing.publisher.clone().unwrap_or_default(),
        },
        None => Filled {
            id: id.to_owned(),
            name: typed.get("name").to_owned(),
            publisher: typed.get("publisher").to_owned(),
        },
    }
}

async fn page(visit: &DeskVisit, typed: &Typed, not_done: Option<NotDone>) -> Reply {
    if !may_open(visit) {
        return Err(Refusal::NotFound);
    }
    let index = visit.site.catalog.index().await?;
    let find = visit.query.get("find").cloned().unwrap_or_default();
    let organizations = if visit.worker.is_staff() {
        visit.desk().store().organizations().await?
    } else {
        Vec::new()
    };
    let way = [("/desk/cases".to_owned(), visit.t("desk-nav-cases"))];
    let title = visit.t("desk-cases-open");
    let status = not_done.as_ref().map_or(StatusCode::OK, |told| told.status);
    let filled = filled(typed, &index);
    let page = Page {
        frame: visit.frame(title.clone()).with_way(&way, &title),
        not_done,
        found: found(visit, &index, &find),
        find,
        from_catalog: index.get(&filled.id).is_some(),
        typed: filled,
        kinds: kinds(visit, typed.get("kind")),
        programs: programs(visit, typed.get("program")),
        organizations: publishers(organizations, typed.get("organization")),
    };
    visit.page_with(status, &page)
}

/// Apps of the catalog with these words.
fn found(visit: &DeskVisit, index: &Index, words: &str) -> Vec<Offer> {
    if words.trim().is_empty() {
        return Vec::new();
    }
    let query = Query { words: words.to_owned(), limit: OFFERED, ..Query::default() };
    let offer = |it: &&attestor_core::attestation::catalog::listing::Listing| Offer {
        address: format!("/desk/cases/new?app={}", it.app_id),
        name: it.name.clone(),
        publisher: it.publisher.clone().unwrap_or_default(),
        id: it.app_id.clone(),
    };
    index.find(&query, visit.today).listings.iter().map(offer).collect()
}

/// The programs, newest edition of each once.
fn programs(visit: &DeskVisit, chosen: &str) -> Vec<Choice> {
    let mut found: Vec<Choice> = Vec::new();
    for program in &visit.desk().library().frameworks {
        let id = program.edition.framework.to_string();
        let known = found.iter().any(|it| it.value == id);
        let begun = program.edition.since <= visit.today;
        if !known && begun {
            let text = program.edition.title.clone();
            found.push(Choice { chosen: id == chosen, value: id, text });
        }
    }
    found
}

/// The kinds of apps of all programs.
fn kinds(visit: &DeskVisit, chosen: &str) -> Vec<Choice> {
    let mut found: Vec<Choice> = Vec::new();
    for kind in visit.desk().library().frameworks.iter().flat_map(|it| &it.edition.app_kinds) {
        let id = kind.id.value.to_string();
        if !found.iter().any(|it| it.value == id) {
            let text = kind.title.clone();
            found.push(Choice { chosen: id == chosen, value: id, text });
        }
    }
    found
}

fn publishers(all: Vec<OrganizationRow>, chosen: &str) -> Vec<Choice> {
    let own = all.into_iter().filter(|it| it.kind == PUBLISHER);
    let choice = |it: OrganizationRow| Choice {
        chosen: it.organization_id == chosen,
        value: it.organization_id,
        text: it.name,
    };
    own.map(choice).collect()
}
