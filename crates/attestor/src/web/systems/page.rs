//! One system: what it stands on, and what that leaves to do.

use askama::Template;
use attestor_core::trust::inherit::{Layer, Share, Standing, Why};
use axum::extract::Path;
use axum::http::StatusCode;

use super::cover::{Cover, cover};
use super::edit::Fault;
use super::picture::{Picture, picture};
use super::rows::{Choice, Family, Filter, Names, controls};
use super::{Asked, here, wire};
use crate::phrases::Arg;
use crate::web::address;
use crate::web::desk_frame::DeskFrame;
use crate::web::seat::Seat;
use crate::web::shape::{Figure, Link};
use crate::web::visit::Reply;

#[derive(Template)]
#[template(path = "web/systems/system.html")]
struct Page<'s> {
    frame: DeskFrame<'s>,
    here: String,
    name: String,
    number: i64,
    fault: String,
    /// Framework and day in words.
    about: String,
    framework: String,
    frameworks: Vec<(String, String, bool)>,
    day: String,
    figures: Vec<Figure>,
    /// What waits for a look, in one sentence; empty for nothing.
    waits: String,
    /// Whether that can be confirmed now.
    confirms: bool,
    picture: Option<Picture>,
    uses: Vec<Line>,
    filters: Vec<(Link, bool)>,
    /// The families to choose from; empty where all are shown.
    parts: Vec<(Link, bool)>,
    families: Vec<Family>,
    files: Vec<(String, &'static str)>,
    targets: Vec<Link>,
    cover: Option<Cover>,
}

/// A service that the system uses.
struct Line {
    name: String,
    provider: String,
    address: String,
    /// Whether no portal tells of it any more.
    gone: bool,
    value: String,
}

/// The page.
pub(super) async fn show(seat: Seat, Path(id): Path<String>) -> Reply {
    page(&seat, &id, None).await
}

/// The page, with what is wrong with a form.
pub(super) async fn page(seat: &Seat, id: &str, fault: Option<Fault>) -> Reply {
    let asked = Asked::of(seat, id).await?;
    let portals = &seat.site.portals;
    let questions = portals.asked(asked.framework);
    let content = &asked.system.content;
    let standings =
        portals.standings(&asked.published, content, (asked.framework.0, &questions), asked.day);
    let status = fault.as_ref().map_or(StatusCode::OK, |it| it.status);
    let fault = fault.map_or_else(String::new, |it| it.text);
    seat.page(status, &view(seat, &asked, &standings, fault))
}

fn view<'s>(
    seat: &'s Seat,
    asked: &Asked<'_>,
    standings: &[Standing<'_>],
    fault: String,
) -> Page<'s> {
    let (phrases, system) = (seat.phrases(), &asked.system);
    let way = [("/systems".to_owned(), phrases.word("systems-title"))];
    let mut frame = DeskFrame::new(seat, system.name.clone()).with_way(&way, &system.name);
    frame.said = (seat.asked("said") == "kept").then(|| frame.t("systems-said-kept"));
    let (id, catalog) = asked.framework;
    let day = phrases.day(asked.day);
    let about = [("framework", Arg::from(&catalog.title)), ("day", Arg::from(&day))];
    let review = wire::count(standings, Share::NeedsReview);
    let waits = [("count", Arg::from(review))];
    let shown = Filter::parse(&seat.asked("share"));
    let wanted = seat.asked("family");
    let controls =
        controls(phrases, (&asked.published, catalog), standings, (shown, wanted.as_str()));
    let (targets, cover) = cover(seat, asked, standings);
    let kept = system.content.kept.values().flat_map(|kept| kept.values());
    let frameworks = seat.site.portals.frameworks();
    let file = |form: &'static str| {
        let ending = form.to_ascii_lowercase();
        (format!("{}/files/controls.{ending}{}", here(system), asked.query("", "")), form)
    };
    Page {
        about: phrases.text("systems-about", &about),
        here: here(system),
        name: system.name.clone(),
        number: system.number,
        fault,
        framework: id.to_string(),
        frameworks: frameworks
            .map(|(it, catalog)| (it.to_string(), catalog.title.clone(), it == id))
            .collect(),
        day: asked.day.to_string(),
        figures: figures(seat, asked, standings),
        waits: if review == 0 { String::new() } else { phrases.text("systems-waits", &waits) },
        confirms: asked.day == asked.today && kept.into_iter().any(|it| *it == Share::NeedsReview),
        picture: picture(seat, &asked.published, &system.name, standings),
        uses: uses(asked),
        filters: filters(seat, asked, standings, shown),
        parts: parts(seat, asked, &controls.choices),
        families: controls.families,
        files: vec![file("CSV"), file("XLSX"), file("JSON")],
        targets,
        cover,
        frame,
    }
}

/// The words of the filters, with how many controls each has.
fn kinds(standings: &[Standing<'_>]) -> [(&'static str, usize); 5] {
    [
        ("inherited", wire::count(standings, Share::Inherited)),
        ("shared", wire::count(standings, Share::Shared)),
        ("lacks", wire::lacking(standings)),
        ("customer", wire::count(standings, Share::Customer)),
        ("needs-review", wire::count(standings, Share::NeedsReview)),
    ]
}

fn number(seat: &Seat, count: usize) -> String {
    seat.phrases().formats().number(i64::try_from(count).unwrap_or(i64::MAX))
}

fn figures(seat: &Seat, asked: &Asked<'_>, standings: &[Standing<'_>]) -> Vec<Figure> {
    let figure = |(kind, count): (&str, usize)| Figure {
        name: seat.phrases().word(&format!("systems-share-{kind}")),
        value: number(seat, count),
        more: seat.phrases().word(&format!("systems-more-{kind}")),
        address: format!("{}{}#controls", here(&asked.system), asked.query("share", kind)),
    };
    kinds(standings).into_iter().map(figure).collect()
}

fn filters(
    seat: &Seat,
    asked: &Asked<'_>,
    standings: &[Standing<'_>],
    shown: Filter,
) -> Vec<(Link, bool)> {
    let all = ("", "systems-share-all".to_owned(), standings.len());
    let kinds = kinds(standings).into_iter();
    let kinds = kinds.map(|(kind, count)| (kind, format!("systems-share-{kind}"), count));
    let link = |(kind, key, count): (&str, String, usize)| {
        let text = format!("{} {}", seat.phrases().word(&key), number(seat, count));
        let address = format!("{}{}#controls", here(&asked.system), asked.query("share", kind));
        (Link { address, text }, Filter::parse(kind) == shown)
    };
    std::iter::once(all).chain(kinds).map(link).collect()
}

/// The families of a large framework, each of the controls that the filter has.
fn parts(seat: &Seat, asked: &Asked<'_>, choices: &[Choice]) -> Vec<(Link, bool)> {
    let shown = asked.query("share", &seat.asked("share"));
    let link = |it: &Choice| {
        let family = address::part(&it.name);
        let address = format!("{}{shown}&family={family}#controls", here(&asked.system));
        (Link { address, text: format!("{} {}", it.name, number(seat, it.count)) }, it.here)
    };
    choices.iter().map(link).collect()
}

fn uses(asked: &Asked<'_>) -> Vec<Line> {
    let line = |used: &attestor_core::trust::system::Used| {
        let layer = Layer {
            portal: Some(&used.organization),
            service: &used.service,
            cloud: &used.cloud,
            provider: None,
            certificate: None,
            share: Share::Customer,
            why: Why::NotCovered,
        };
        let portal = asked.published.of(&used.organization);
        let names = Names::of(&asked.published, &layer);
        Line {
            gone: portal.is_none_or(|it| it.trust.service(&used.service).is_none()),
            name: names.service,
            provider: names.provider,
            address: names.address,
            value: format!("{} {} {}", used.organization, used.service, used.cloud),
        }
    };
    asked.system.content.uses.iter().map(line).collect()
}
