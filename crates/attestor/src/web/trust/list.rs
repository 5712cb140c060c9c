//! All providers that publish a portal.

use askama::Template;

use super::texts::{Texts, Wanted};
use super::{marks, path_of, path_of_offering};
use crate::actions::trust::{Portal, Published};
use crate::phrases::Arg;
use crate::web::frame::Frame;
use crate::web::shape::{Link, Mark, monogram};
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "web/trust/list.html")]
pub(super) struct List<'v> {
    frame: Frame<'v>,
    heading: String,
    found: String,
    providers: Vec<Provider>,
}

/// A provider with its standards.
struct Provider {
    monogram: String,
    link: Link,
    legal: String,
    offerings: Vec<OfferingLine>,
}

/// A standard in short.
pub(super) struct OfferingLine {
    pub(super) link: Link,
    /// The language of its title.
    pub(super) lang: String,
    pub(super) marks: Vec<Mark>,
}

pub(super) fn list<'v>(visit: &'v Visit, published: &Published) -> List<'v> {
    let heading = visit.phrases().word("trust-title");
    let mut frame = Frame::new(visit, heading.clone()).with_way(&[], &heading);
    frame.description = frame.t("trust-lead");
    let formats = visit.phrases().formats();
    let all = published.portals.iter();
    let mut providers: Vec<Provider> = all.map(|it| provider(&frame, visit, it)).collect();
    formats.sort(&mut providers, |it| &it.link.text);
    let shown = formats.count(providers.len());
    let args = [("count", Arg::from(providers.len())), ("shown", Arg::from(&shown))];
    List { found: frame.text("trust-found", &args), heading, providers, frame }
}

fn provider(frame: &Frame<'_>, visit: &Visit, portal: &Portal) -> Provider {
    Provider {
        monogram: monogram(&portal.name),
        link: Link { address: frame.to(&path_of(portal)), text: portal.name.clone() },
        legal: legal(portal),
        offerings: lines(frame, visit, portal),
    }
}

/// The legal entities behind a portal, where they are not its name.
pub(super) fn legal(portal: &Portal) -> String {
    let all = portal.view.trust.providers.iter().filter_map(|it| it.legal_entity.as_deref());
    let all: Vec<&str> = all.filter(|it| *it != portal.name).collect();
    all.join(" · ")
}

/// The standards of a portal, in its order.
pub(super) fn lines(frame: &Frame<'_>, visit: &Visit, portal: &Portal) -> Vec<OfferingLine> {
    let texts = Texts::new(visit, &portal.view, Wanted::Reader);
    let line = |it: &crate::actions::trust::view::OfferingView<'_>| {
        let text = it.offering.title.as_ref().map(|id| texts.text(&id.value)).unwrap_or_default();
        let side = text.sides.into_iter().next_back();
        let (lang, words) = side.map_or_else(
            || (String::new(), edition_name(it)),
            |side| (side.lang, side.spans.into_iter().map(|span| span.text).collect()),
        );
        let address = frame.to(&path_of_offering(portal, it.id()));
        OfferingLine {
            link: Link { address, text: words },
            lang,
            marks: marks::offering(frame, visit, it),
        }
    };
    portal.view.offerings(visit.today).iter().map(line).collect()
}

/// `ISO/IEC 27001:2022`, out of the files; the id of the edition where they do not say.
pub(super) fn edition_name(it: &crate::actions::trust::view::OfferingView<'_>) -> String {
    match (it.standard, it.edition) {
        (Some(standard), Some(edition)) if edition.year > 0 => {
            format!("{} ({})", standard.title, edition.year)
        }
        (Some(standard), _) => standard.title.clone(),
        (None, _) => it.offering.edition.value.to_string(),
    }
}
