//! What a reader should know before the answers: who translated them, which version it is, what
//! does not fit.

use attestor_core::attestation::catalog::consistency::{Inconsistency, date, inconsistencies};
use attestor_core::attestation::page::shown;
use attestor_core::attestation::text::Provenance;

use super::answer::language_name;
use super::certification;
use super::version::Version;
use crate::languages::Language;
use crate::phrases::Arg;
use crate::web::frame::Frame;
use crate::web::shape::Link;
use crate::web::visit::Visit;

/// A note above the answers.
pub(super) struct Note {
    pub(super) class: &'static str,
    pub(super) symbol: &'static str,
    pub(super) text: String,
    pub(super) links: Vec<Link>,
    pub(super) list: Vec<String>,
}

/// The notes on a version.
pub(super) fn notes(frame: &Frame<'_>, visit: &Visit, version: &Version) -> Vec<Note> {
    let all =
        [old_version(frame, version), origin(frame, visit, version), unfit(frame, visit, version)];
    all.into_iter().flatten().collect()
}

fn note(class: &'static str, symbol: &'static str, text: String, links: Vec<Link>) -> Note {
    Note { class, symbol, text, links, list: Vec::new() }
}

/// An older version that was asked for, or one in the reader's language that others overtook.
fn old_version(frame: &Frame<'_>, version: &Version) -> Option<Note> {
    let listing = &version.listing;
    if version.row.number == listing.current {
        return None;
    }
    let address = format!("{}?version={}", frame.app(&listing.app_id), listing.current);
    let link = Link { address, text: frame.t("web-note-current") };
    if version.chosen {
        let (number, count) = (version.row.number.to_string(), version.all.len().to_string());
        let args = [("number", Arg::from(&number)), ("count", Arg::from(&count))];
        return Some(note(
            "warn",
            "history",
            frame.text("web-note-old-version", &args),
            vec![link],
        ));
    }
    let current = version.all.iter().find(|row| row.number == listing.current)?;
    if current.updated_on <= version.row.updated_on {
        return None;
    }
    let name = language_name(&current.locale);
    let text = frame.text("web-note-not-newest", &[("language", Arg::from(&name))]);
    Some(note("warn", "history", text, vec![link]))
}

/// Where the words come from, when they are not the publisher's own in the reader's language.
fn origin(frame: &Frame<'_>, visit: &Visit, version: &Version) -> Option<Note> {
    let origin = shown::origin(&version.page);
    let own = Language::of_tag(&version.row.locale) == Some(visit.language);
    let text = if origin.provenance == Provenance::Machine {
        match origin.handed_over.map(|day| visit.phrases().day(day)) {
            Some(day) => frame.text("web-note-machine-on", &[("day", Arg::from(&day))]),
            None => frame.t("web-note-machine"),
        }
    } else if own || version.row.locale.is_empty() {
        return None;
    } else {
        let name = language_name(&version.row.locale);
        frame.text("web-note-other-language", &[("language", Arg::from(&name))])
    };
    Some(note("", "tongue", text, links(frame, version, origin.bilingual)))
}

/// The way to the original and to both languages side by side.
fn links(frame: &Frame<'_>, version: &Version, bilingual: bool) -> Vec<Link> {
    let app = frame.app(&version.listing.app_id);
    let others = version.all.iter().filter(|row| row.number != version.row.number);
    let english = others
        .filter(|row| Language::of_tag(&row.locale) == Some(Language::English))
        .max_by_key(|row| (row.updated_on.clone(), row.number));
    let original = english.map(|row| Link {
        address: format!("{app}?version={}", row.number),
        text: frame.t("web-note-original"),
    });
    let several = version.all.iter().any(|row| row.locale != version.row.locale);
    let beside = (bilingual || several)
        .then(|| Link { address: format!("{app}/bilingual"), text: frame.t("web-bilingual") });
    original.into_iter().chain(beside).collect()
}

/// What does not fit together on the page. Blanks and the page's age are told where they stand.
fn unfit(frame: &Frame<'_>, visit: &Visit, version: &Version) -> Option<Note> {
    let facts = &version.page.facts;
    let found =
        inconsistencies(facts, &version.findings).into_iter().chain(date(facts, visit.today));
    let told = found.filter(|one| {
        !matches!(one, Inconsistency::Blanks { .. } | Inconsistency::StaleDate { .. })
    });
    let list: Vec<String> = told.map(|one| sentence(visit, &one)).collect();
    let text = frame.t("web-note-findings");
    (!list.is_empty()).then(|| Note { list, ..note("warn", "alert", text, Vec::new()) })
}

/// One thing that does not fit, in words.
fn sentence(visit: &Visit, one: &Inconsistency) -> String {
    let phrases = visit.phrases();
    let key = format!("web-finding-{}", one.code());
    match one {
        Inconsistency::PermissionsWithoutSignIn { permissions } => {
            phrases.text(&key, &[("permissions", Arg::from(*permissions))])
        }
        Inconsistency::CertifiedWithFailedDomain { domain } => {
            let label = certification::label(visit, domain);
            phrases.text(&key, &[("domain", Arg::from(&label))])
        }
        Inconsistency::IdsDisagree { kept, other } => {
            phrases.text(&key, &[("kept", Arg::from(kept)), ("other", Arg::from(other))])
        }
        Inconsistency::Blanks { questions } => {
            let shown = phrases.formats().count(questions.len());
            let args = [("count", Arg::from(questions.len())), ("shown", Arg::from(&shown))];
            phrases.text(&key, &args)
        }
        Inconsistency::StaleDate { updated } | Inconsistency::FutureDate { updated } => {
            let day = phrases.day(*updated);
            phrases.text(&key, &[("day", Arg::from(&day))])
        }
    }
}
