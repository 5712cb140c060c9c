//! Titles, sizes, states and refusals in words.

use attestor_core::day::Day;
use attestor_core::trust::document::State;
use attestor_core::trust::model::Trust;
use attestor_core::trust::standing::EXPIRING_DAYS;
use axum::http::StatusCode;

use crate::actions::trust::documents::Refused;
use crate::actions::trust::documents::access::{FEWEST_DAYS, MOST_DAYS};
use crate::actions::trust::documents::inspect::Unfit;
use crate::actions::trust::documents::items::{Item, ItemKind};
use crate::languages::Language;
use crate::phrases::{Arg, Phrases};
use crate::vault::UploadRefusal;
use crate::web::form::Faults;
use crate::web::shape::Mark;
use crate::web::visit::Refusal;

/// A title in one of its languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Title {
    /// What it says.
    pub(super) text: String,
    /// The tag of its language; empty where it is the page's.
    pub(super) language: String,
}

/// The title of an item in a language as far as there is one, else in its own; its number or id where
/// it has none.
pub(super) fn title(item: &Item<'_>, wanted: Language, phrases: &Phrases) -> Title {
    let own = || {
        let kind = phrases.word(&format!("documents-kind-{}", item.kind.as_str()));
        let text = format!("{kind} {}", item.number.unwrap_or(item.id));
        Title { text, language: String::new() }
    };
    let Some(unit) = item.title else { return own() };
    let shown = unit.shown_in(wanted.tag());
    let text = bare(shown.body);
    if text.is_empty() { own() } else { Title { text, language: shown.locale.to_owned() } }
}

/// The title of an item by its names in the tables; the id where the portal does not have it any more.
pub(super) fn title_of(
    trust: Option<&Trust>,
    (kind, id): (&str, &str),
    wanted: Language,
    phrases: &Phrases,
) -> Title {
    let item = ItemKind::parse(kind).zip(trust).and_then(|(kind, it)| Item::find(it, kind, id));
    item.map_or_else(
        || Title { text: id.to_owned(), language: String::new() },
        |item| title(&item, wanted, phrases),
    )
}

/// A text of one line without its marks: emphasis, code, the addresses of links.
fn bare(text: &str) -> String {
    let mut bare = String::new();
    let mut rest = text;
    while let Some((before, link)) = rest.split_once('[') {
        bare.push_str(before);
        match link.split_once("](").and_then(|(words, end)| Some((words, end.split_once(')')?))) {
            Some((words, (_, after))) if !words.contains('[') => {
                bare.push_str(words);
                rest = after;
            }
            _ => {
                bare.push('[');
                rest = link;
            }
        }
    }
    bare.push_str(rest);
    bare.replace("**", "").replace('`', "").trim().to_owned()
}

/// Where an item stands on a day.
pub(super) fn mark(item: &Item<'_>, today: Day, phrases: &Phrases) -> Mark {
    let (class, symbol, word) = match (item.state, item.kind) {
        (State::Draft, _) => ("none", "empty", "draft"),
        (State::Superseded, _) => ("none", "history", "superseded"),
        (State::Withdrawn, _) => ("bad", "cross", "withdrawn"),
        (State::Published, ItemKind::Report) => ("ok", "check", "published"),
        (State::Published, ItemKind::Certificate | ItemKind::Statement) => match item.until {
            None => ("warn", "alert", "undated"),
            Some(last) if today > last => ("bad", "alert", "expired"),
            Some(last) if today.days_until(last) <= EXPIRING_DAYS => ("warn", "clock", "expiring"),
            Some(_) => ("ok", "check", "published"),
        },
    };
    Mark::new(class, symbol, phrases.word(&format!("documents-state-{word}")))
}

/// A size for people.
pub(super) fn size(bytes: i64, phrases: &Phrases) -> String {
    let (count, key) = match bytes {
        ..1024 => (bytes, "documents-size-bytes"),
        1024..1_048_576 => (bytes >> 10, "documents-size-kib"),
        _ => (bytes >> 20, "documents-size-mib"),
    };
    phrases.text(key, &[("count", Arg::Count(count))])
}

/// The type of a file for people: the ending of its name.
pub(super) fn form(name: &str) -> String {
    name.rsplit_once('.').map_or_else(String::new, |(_, ending)| ending.to_ascii_uppercase())
}

/// What is wrong with a form, with the status of the page that shows it; a refusal that no form can
/// show is handed on.
pub(super) fn told(
    refused: Refused,
    name: &str,
    phrases: &Phrases,
) -> Result<(StatusCode, Faults), Refusal> {
    let unfit = StatusCode::UNPROCESSABLE_ENTITY;
    match refused {
        Refused::NotFound => Err(Refusal::NotFound),
        Refused::Failed(stop) => Err(stop.into()),
        Refused::Fault { field, reason } => Ok((unfit, Faults::one(field, fault(reason, phrases)))),
        Refused::Needed(_) => {
            Ok((StatusCode::CONFLICT, Faults::one("", fault("changed", phrases))))
        }
        Refused::Upload(refusal) => {
            let why = refusal.to_string();
            let args = [("name", Arg::from(name)), ("why", Arg::from(&why))];
            let text = phrases.text("documents-upload-refused", &args);
            Ok((status(&refusal), Faults::one("file", text)))
        }
        Refused::Unfit(why) => {
            let text = format!("{} {}", unfit_words(&why, name, phrases), stays(phrases));
            Ok((unfit, Faults::one("file", text)))
        }
    }
}

fn stays(phrases: &Phrases) -> String {
    phrases.word("documents-stays")
}

fn fault(reason: &str, phrases: &Phrases) -> String {
    let args = [
        ("fewest", Arg::Count(i64::from(FEWEST_DAYS))),
        ("most", Arg::Count(i64::from(MOST_DAYS))),
    ];
    phrases.text(&format!("documents-fault-{reason}"), &args)
}

fn unfit_words(why: &Unfit, name: &str, phrases: &Phrases) -> String {
    let key = format!("documents-unfit-{}", why.code().trim_start_matches("document_"));
    let (sheet, cell, ending) = match why {
        Unfit::Formula { sheet, cell } => (sheet.as_str(), cell.as_str(), ""),
        Unfit::Ending(ending) => ("", "", ending.as_str()),
        Unfit::Pdf(_) | Unfit::Workbook => ("", "", ""),
    };
    let key = if sheet.is_empty() && !cell.is_empty() {
        "documents-unfit-formula-table".to_owned()
    } else {
        key
    };
    let args = [
        ("name", Arg::from(name)),
        ("sheet", Arg::from(sheet)),
        ("cell", Arg::from(cell)),
        ("ending", Arg::from(ending)),
    ];
    phrases.text(&key, &args)
}

fn status(refusal: &UploadRefusal) -> StatusCode {
    match refusal {
        UploadRefusal::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
        UploadRefusal::StorageFull => StatusCode::INSUFFICIENT_STORAGE,
        UploadRefusal::ScannerUnavailable(_) | UploadRefusal::StorageUnavailable(_) => {
            StatusCode::SERVICE_UNAVAILABLE
        }
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_have_no_marks() {
        let cases = [
            ("A **bold** `word`", "A bold word"),
            ("[SOC 2](https://example.org/a) report", "SOC 2 report"),
            ("[a] and [b](c", "[a] and [b](c"),
            ("plain", "plain"),
            ("[[x](y)", "[x"),
        ];
        for (text, wanted) in cases {
            assert_eq!(bare(text), wanted, "{text}");
        }
    }
}
