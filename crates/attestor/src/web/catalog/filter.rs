//! Filters with their counts, and those that are chosen.

use attestor_core::attestation::catalog::facet::{Facet, Freshness};
use attestor_core::attestation::catalog::index::Found;

use crate::phrases::Arg;
use crate::web::frame::Frame;
use crate::web::visit::Visit;
use crate::web::wish::{FRESHNESS, Wish};

/// How many values of a facet are shown at once.
const SHOWN: usize = 8;
/// The most values of a facet; the rest is found by search.
const MOST: usize = 60;

/// A facet with its values.
pub(super) struct FacetView {
    pub(super) name: &'static str,
    pub(super) title: String,
    pub(super) shown: Vec<ValueView>,
    pub(super) more: Vec<ValueView>,
    pub(super) more_text: String,
}

/// A value with the number of apps that have it.
pub(super) struct ValueView {
    pub(super) value: String,
    pub(super) text: String,
    /// Whether it is an identifier, which is never translated.
    pub(super) verbatim: bool,
    pub(super) chosen: bool,
    pub(super) count: String,
    number: usize,
}

/// A filter that is chosen, with the address of the list without it.
pub(super) struct Chip {
    pub(super) address: String,
    pub(super) text: String,
    pub(super) verbatim: bool,
}

/// All facets with the counts of what was found.
pub(super) fn facets(
    frame: &Frame<'_>,
    visit: &Visit,
    wish: &Wish,
    found: &Found<'_>,
) -> Vec<FacetView> {
    let mut views: Vec<FacetView> = Vec::new();
    for facet in Facet::ALL {
        let counted = found.counts.iter().find(|(one, _)| one == facet);
        let values = counted.map_or(&[][..], |(_, values)| values);
        let values = values.iter().take(MOST).map(|(value, count)| {
            let chosen = wish.chosen.iter().any(|(one, have)| one == facet && have == value);
            view(visit, *facet, value, *count, chosen)
        });
        views.push(facet_view(frame, facet.as_str(), values.collect()));
    }
    let fresh = found.freshness.iter().map(|(kind, count)| ValueView {
        value: kind.as_str().to_owned(),
        text: fresh_name(visit, *kind),
        verbatim: false,
        chosen: wish.freshness.contains(kind),
        count: visit.phrases().formats().count(*count),
        number: *count,
    });
    views.push(facet_view(frame, FRESHNESS, fresh.collect()));
    views.retain(|view| !view.shown.is_empty());
    views
}

fn view(visit: &Visit, facet: Facet, value: &str, count: usize, chosen: bool) -> ValueView {
    let (text, verbatim) = name(visit, facet, value);
    let formats = visit.phrases().formats();
    ValueView {
        value: value.to_owned(),
        text,
        verbatim,
        chosen,
        count: formats.count(count),
        number: count,
    }
}

/// Chosen values stand first, so that none hides among the rest.
fn facet_view(frame: &Frame<'_>, name: &'static str, mut values: Vec<ValueView>) -> FacetView {
    values.retain(|value| value.chosen || value.number > 0);
    values.sort_by_key(|value| !value.chosen);
    let chosen = values.iter().filter(|value| value.chosen).count();
    let more = values.split_off(values.len().min(SHOWN.max(chosen)));
    let more_text = frame.text("web-facet-more", &[("count", Arg::from(more.len()))]);
    let title = frame.t(&format!("web-facet-{}", name.replace('_', "-")));
    FacetView { name, title, shown: values, more, more_text }
}

/// The filters that are chosen, words first.
pub(super) fn chips(frame: &Frame<'_>, visit: &Visit, wish: &Wish) -> Vec<Chip> {
    let chip = |name: &str, value: &str, (text, verbatim): (String, bool)| Chip {
        address: frame.to(&format!("apps{}", wish.without(name, value).to_query())),
        text,
        verbatim,
    };
    let words = (!wish.words.is_empty()).then(|| chip("q", "", (wish.words.clone(), true)));
    let chosen = wish
        .chosen
        .iter()
        .map(|(facet, value)| chip(facet.as_str(), value, name(visit, *facet, value)));
    let fresh = wish
        .freshness
        .iter()
        .map(|kind| chip(FRESHNESS, kind.as_str(), (fresh_name(visit, *kind), false)));
    words.into_iter().chain(chosen).chain(fresh).collect()
}

/// What a value is called, and whether it is an identifier.
pub(in crate::web) fn name(visit: &Visit, facet: Facet, value: &str) -> (String, bool) {
    let phrases = visit.phrases();
    let known = |key: String| {
        let text = phrases.word(&key);
        if text.starts_with('[') { value.to_owned() } else { text }
    };
    match facet {
        Facet::Tier => (known(format!("web-tier-{value}")), false),
        Facet::HostProduct => (known(format!("web-product-{value}")), false),
        Facet::StoresData => (known(format!("web-answer-{value}")), false),
        Facet::Hosting => (choice(visit, "hosting_model", value), false),
        Facet::Framework => (framework(visit, value), false),
        Facet::Permission => (value.to_owned(), true),
    }
}

/// The words for the code of a choice; the code itself where there are none.
fn choice(visit: &Visit, question: &str, code: &str) -> String {
    let wording = visit.site.wording(visit.language);
    let all = &visit.site.reader.questionnaire;
    wording.map_or(code, |wording| wording.choice_label(all, question, code)).to_owned()
}

/// A standard or law by its short name, which is the same in every language.
pub(in crate::web) fn framework(visit: &Visit, question: &str) -> String {
    let key = format!("web-standard-{question}");
    let text = visit.phrases().word(&key);
    if text.starts_with('[') { question.to_owned() } else { text }
}

fn fresh_name(visit: &Visit, kind: Freshness) -> String {
    visit.phrases().word(&format!("web-fresh-{kind}"))
}
