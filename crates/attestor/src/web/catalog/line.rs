//! One app in a list.

use attestor_core::answer::Answer;
use attestor_core::attestation::catalog::facet::{Freshness, freshness};
use attestor_core::attestation::catalog::listing::Listing;
use attestor_core::attestation::page::facts::Tier;
use attestor_core::day::Day;

use crate::languages::Language;
use crate::phrases::Arg;
use crate::web::frame::Frame;
use crate::web::shape::{Mark, monogram};

/// One app in a list.
pub(in crate::web) struct Line {
    pub(in crate::web) id: String,
    pub(in crate::web) name: String,
    /// The language of the name; empty where it is the page's.
    pub(in crate::web) lang: String,
    pub(in crate::web) address: String,
    pub(in crate::web) publisher: Option<String>,
    pub(in crate::web) monogram: String,
    pub(in crate::web) tags: Vec<Mark>,
    pub(in crate::web) pickable: bool,
    pub(in crate::web) picked: bool,
}

impl Line {
    /// The same with a box to compare it.
    pub(in crate::web) fn pickable(self) -> Self {
        Self { pickable: true, ..self }
    }
}

/// An app as its current version shows it.
pub(in crate::web) fn line(frame: &Frame<'_>, listing: &Listing, today: Day) -> Line {
    Line {
        id: listing.app_id.clone(),
        name: listing.name.clone(),
        lang: foreign(&listing.locale, frame.language),
        address: frame.app(&listing.app_id),
        publisher: listing.publisher.clone(),
        monogram: monogram(&listing.name),
        tags: tags(frame, listing, today),
        pickable: false,
        picked: false,
    }
}

/// What stands in `lang` for a text of a locale on a page in a language; empty where they agree.
pub(in crate::web) fn foreign(locale: &str, language: Language) -> String {
    let plain = locale.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let same = Language::of_tag(locale) == Some(language);
    if same || !plain || locale == "und" { String::new() } else { locale.to_owned() }
}

/// The mark of a tier.
pub(in crate::web) fn tier_mark(frame: &Frame<'_>, tier: Tier) -> Mark {
    match tier {
        Tier::Certified => Mark::new("brass", "seal", frame.t("web-tier-certified")),
        Tier::Attested => Mark::new("info", "check", frame.t("web-tier-attested")),
    }
}

/// The mark of the answer on stored customer data.
pub(in crate::web) fn stores_mark(frame: &Frame<'_>, stores: Answer) -> Mark {
    let (class, symbol) = match stores {
        Answer::Yes => ("info", "info"),
        Answer::No => ("ok", "check"),
        Answer::NotApplicable => ("", "dash"),
        Answer::Unanswered => ("none", "empty"),
    };
    Mark::new(class, symbol, frame.t(&format!("web-stores-{stores}")))
}

fn tags(frame: &Frame<'_>, listing: &Listing, today: Day) -> Vec<Mark> {
    let mut tags: Vec<Mark> = listing.tier.map(|tier| tier_mark(frame, tier)).into_iter().collect();
    tags.push(stores_mark(frame, listing.stores_data));
    if listing.permission_count > 0 {
        let count = listing.permission_count;
        let shown = count.to_string();
        let args = [("count", Arg::from(count)), ("shown", Arg::from(&shown))];
        tags.push(Mark::new("", "key", frame.text("web-permission-count", &args)));
    }
    if freshness(listing.updated, today) == Freshness::Older {
        tags.push(Mark::new("warn", "clock", frame.t("web-stale")));
    }
    tags
}
