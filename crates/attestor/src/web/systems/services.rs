//! Choosing services: those of all published portals, by name and by provider.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;

use super::{here, own};
use crate::actions::trust::systems::{System, clouds};
use crate::actions::trust::{Portal, Published};
use crate::phrases::Arg;
use crate::web::desk_frame::DeskFrame;
use crate::web::seat::Seat;
use crate::web::visit::Reply;

/// The most services that are shown at once.
const MOST: usize = 100;

/// The most letters that are sought for.
const LETTERS: usize = 100;

#[derive(Template)]
#[template(path = "web/systems/services.html")]
struct Page<'s> {
    frame: DeskFrame<'s>,
    here: String,
    number: i64,
    typed: String,
    providers: Vec<Choice>,
    shown: String,
    lines: Vec<Line>,
}

/// A provider.
struct Choice {
    value: String,
    text: String,
    chosen: bool,
}

/// A service in a cloud.
struct Line {
    name: String,
    /// Provider, cloud and clause.
    about: String,
    /// What the form sends; empty where the system uses it already.
    value: String,
}

/// The list of services.
pub(super) async fn show(seat: Seat, Path(id): Path<String>) -> Reply {
    let system = own(&seat, &id).await?;
    let published = seat.site.portals.published().await?;
    let typed: String = seat.asked("q").chars().take(LETTERS).collect();
    let provider = seat.asked("provider");
    let mut lines = lines(&system, &published, &typed.to_lowercase(), &provider);
    let found = lines.len();
    lines.truncate(MOST);
    let choice = |portal: &std::sync::Arc<Portal>| Choice {
        value: portal.organization.clone(),
        text: portal.name.clone(),
        chosen: portal.organization == provider,
    };
    let title = seat.phrases().word("systems-choose-title");
    let way = [
        ("/systems".to_owned(), seat.phrases().word("systems-title")),
        (here(&system), system.name.clone()),
    ];
    let mut frame = DeskFrame::new(&seat, title.clone()).with_way(&way, &title);
    frame.said = (seat.asked("said") == "kept").then(|| frame.t("systems-said-kept"));
    let counts = [("count", Arg::from(found)), ("shown", Arg::from(lines.len()))];
    let page = Page {
        shown: frame.text("systems-choose-shown", &counts),
        here: here(&system),
        number: system.number,
        providers: published.portals.iter().map(choice).collect(),
        typed,
        lines,
        frame,
    };
    seat.page(StatusCode::OK, &page)
}

/// The services with these letters, by provider and name.
fn lines(system: &System, published: &Published, letters: &str, provider: &str) -> Vec<Line> {
    let of =
        |portal: &&std::sync::Arc<Portal>| provider.is_empty() || portal.organization == provider;
    let mut lines = Vec::new();
    for portal in published.portals.iter().filter(of) {
        for service in &portal.trust.services {
            let names = std::iter::once(&service.name).chain(&service.aliases);
            if !names.into_iter().any(|name| name.to_lowercase().contains(letters)) {
                continue;
            }
            for cloud in clouds(&portal.trust, &service.id.value) {
                let used = system.content.uses.iter().any(|it| {
                    it.organization == portal.organization
                        && it.service == service.id.value
                        && it.cloud == *cloud
                });
                let value = format!("{} {} {cloud}", portal.organization, service.id.value);
                let name = portal.trust.clouds.iter().find(|it| it.id.value == *cloud);
                let name = name.map_or(cloud.as_str(), |it| &it.name);
                let clause =
                    service.clause.as_ref().map_or_else(String::new, |it| format!(" · {it}"));
                lines.push(Line {
                    name: service.name.clone(),
                    about: format!("{} · {name}{clause}", portal.name),
                    value: if used { String::new() } else { value },
                });
            }
        }
    }
    lines
}
