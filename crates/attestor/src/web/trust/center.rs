//! A provider's trust center: its standards, what needs attention, its certified apps, its documents.

use askama::Template;
use attestor_core::attestation::catalog::index::Index;
use attestor_core::attestation::catalog::listing::publisher_key;
use attestor_core::attestation::page::facts::Tier;
use attestor_core::id::{Id, Spot};
use attestor_core::trust::document::{Access, Certificate};

use super::list::{self, OfferingLine};
use super::texts::{Texts, Wanted};
use super::{document, marks, path_of_offering};
use crate::actions::trust::Portal;
use crate::actions::trust::view::{Attention, OfferingView};
use crate::phrases::Arg;
use crate::web::catalog::line::{Line, line};
use crate::web::frame::Frame;
use crate::web::shape::{Date, Mark, monogram};
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "web/trust/center.html")]
pub(super) struct Center<'v> {
    frame: Frame<'v>,
    name: String,
    legal: String,
    monogram: String,
    published: Option<Date>,
    offerings: Vec<OfferingLine>,
    pressing: Vec<Pressing>,
    documents: Vec<Entry>,
    apps: Vec<Line>,
    json: String,
    oscal: String,
}

/// What needs attention.
pub(super) struct Pressing {
    /// `bad`, or `warn`.
    pub(super) class: &'static str,
    /// The sentence.
    pub(super) text: String,
    /// The page about it.
    pub(super) address: String,
}

/// A document that readers can get.
struct Entry {
    kind: String,
    title: String,
    lang: String,
    access: Mark,
    /// Where; empty without a server.
    address: String,
}

pub(super) fn center<'v>(visit: &'v Visit, index: &Index, portal: &Portal) -> Center<'v> {
    let heading = ("trust", visit.phrases().word("trust-title"));
    let mut frame = Frame::new(visit, portal.name.clone()).with_way(&[heading], &portal.name);
    let named = [("provider", Arg::from(&portal.name))];
    frame.description = frame.text("trust-center-lead", &named);
    let organization = super::address::part(&portal.organization);
    let offerings = portal.view.offerings(visit.today);
    let pressing = offerings.iter().flat_map(|it| pressing(&frame, visit, portal, it)).collect();
    let published = portal.published_at.map(|at| Date::new(at.day(), visit.phrases()));
    Center {
        legal: list::legal(portal),
        monogram: monogram(&portal.name),
        published,
        offerings: list::lines(&frame, visit, portal),
        pressing,
        documents: documents(&frame, visit, portal, &offerings),
        apps: apps(&frame, visit, index, portal),
        json: format!("/api/v1/trust/{organization}"),
        oscal: format!("/api/v1/trust/{organization}/oscal"),
        name: portal.name.clone(),
        frame,
    }
}

/// The provider's own apps with a certificate of the program.
fn apps(frame: &Frame<'_>, visit: &Visit, index: &Index, portal: &Portal) -> Vec<Line> {
    let providers = &portal.view.trust.providers;
    let names = providers
        .iter()
        .flat_map(|it| std::iter::once(it.name.as_str()).chain(it.legal_entity.as_deref()));
    let names = std::iter::once(portal.name.as_str()).chain(names);
    let mut keys: Vec<String> = names.map(publisher_key).collect();
    keys.sort_unstable();
    keys.dedup();
    let own = keys.iter().flat_map(|key| index.publisher(key));
    let certified = own.filter(|it| it.tier == Some(Tier::Certified));
    certified.map(|it| line(frame, it, visit.today)).collect()
}

/// What readers of an offering should know at once, in words.
pub(super) fn pressing(
    frame: &Frame<'_>,
    visit: &Visit,
    portal: &Portal,
    it: &OfferingView<'_>,
) -> Vec<Pressing> {
    let address = frame.to(&path_of_offering(portal, it.id()));
    let standard = list::edition_name(it);
    let told = it.attention().into_iter().map(|one| {
        let (class, text) = told(visit, portal, &standard, one);
        Pressing { class, text, address: address.clone() }
    });
    told.collect()
}

fn told(
    visit: &Visit,
    portal: &Portal,
    standard: &str,
    it: Attention<'_>,
) -> (&'static str, String) {
    let day = |day| visit.phrases().day(day);
    let text = |key: &str, args: &[(&str, Arg<'_>)]| visit.phrases().text(key, args);
    let standard = ("standard", Arg::from(standard));
    match it {
        Attention::Overdue { last, due } => {
            let (last, due) = (day(last), day(due));
            let args = [standard, ("last", Arg::from(&last)), ("due", Arg::from(&due))];
            ("bad", text("trust-told-overdue", &args))
        }
        Attention::EditionEnded { ends } => {
            let ends = day(ends);
            ("bad", text("trust-told-edition", &[standard, ("day", Arg::from(&ends))]))
        }
        Attention::Expired { certificate, last } => {
            let (name, last) = (name(certificate), day(last));
            let args = [("certificate", Arg::from(&name)), ("day", Arg::from(&last))];
            ("bad", text("trust-told-expired", &args))
        }
        Attention::Expiring { certificate, last } => {
            let (name, last) = (name(certificate), day(last));
            let args = [("certificate", Arg::from(&name)), ("day", Arg::from(&last))];
            ("warn", text("trust-told-expiring", &args))
        }
        Attention::Undated { certificate } => {
            let name = name(certificate);
            ("warn", text("trust-told-undated", &[("certificate", Arg::from(&name))]))
        }
        Attention::Leaving { row, until } => {
            let service = portal.view.trust.service(&row.service.value);
            let service =
                service.map_or_else(|| row.service.value.to_string(), |it| it.name.clone());
            let until = day(until);
            let args = [("service", Arg::from(&service)), ("day", Arg::from(&until))];
            ("warn", text("trust-told-leaving", &args))
        }
    }
}

/// What a certificate is called: its number, or else its id.
pub(super) fn name(certificate: &Certificate) -> String {
    certificate.number.clone().unwrap_or_else(|| certificate.id.value.to_string())
}

/// The documents behind certificates, reports and statements.
fn documents(
    frame: &Frame<'_>,
    visit: &Visit,
    portal: &Portal,
    offerings: &[OfferingView<'_>],
) -> Vec<Entry> {
    let texts = Texts::new(visit, &portal.view, Wanted::Reader);
    let entry = |kind: &str, item: &Id, title: Option<&Spot<Id>>, access: Access| {
        let text = title.map(|id| texts.text(&id.value)).unwrap_or_default();
        let side = text.sides.into_iter().next_back();
        let (lang, title) = side.map_or_else(
            || (String::new(), item.to_string()),
            |side| (side.lang, side.spans.into_iter().map(|span| span.text).collect()),
        );
        let address = document(portal, kind, item.as_str());
        Entry {
            kind: frame.t(&format!("trust-item-{kind}")),
            title,
            lang,
            access: marks::access(frame, access),
            address: if frame.fixed() { String::new() } else { address },
        }
    };
    let mut entries = Vec::new();
    for it in offerings {
        entries.extend(
            it.reports().map(|report| {
                entry("report", &report.id.value, report.title.as_ref(), report.access)
            }),
        );
    }
    entries
}
