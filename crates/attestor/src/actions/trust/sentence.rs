//! A notice in words, and where it leads: the same on pages and in mails.

use attestor_core::day::Day;
use serde_json::{Map, Value as Json};

use crate::phrases::{Arg, Phrases};
use crate::store::trust::NoticeRow;

/// Every value that the words of a notice may have.
const NAMES: [&str; 6] = ["organization", "item", "service", "cloud", "day", "address"];

/// The sentence of a notice.
pub(crate) fn of(phrases: &Phrases, row: &NoticeRow) -> String {
    let words: Map<String, Json> = serde_json::from_str(&row.content).unwrap_or_default();
    let value = |name: &str| {
        let text = words.get(name).and_then(Json::as_str).unwrap_or_default();
        match Day::parse(text) {
            Some(day) if name == "day" => phrases.day(day),
            Some(_) | None => text.to_owned(),
        }
    };
    let values = NAMES.map(|name| (name, value(name)));
    let has_day = !values.iter().any(|(name, text)| *name == "day" && text.is_empty());
    let mut args: Vec<(&str, Arg<'_>)> =
        values.iter().map(|(name, text)| (*name, Arg::from(text.as_str()))).collect();
    args.push(("has-day", Arg::from(if has_day { "yes" } else { "no" })));
    phrases.text(&format!("watching-notice-{}", row.kind), &args)
}

/// Where a notice leads: a path on this site.
pub(crate) fn address(row: &NoticeRow) -> String {
    let NoticeRow { organization_id, item_kind, item_id, .. } = row;
    match row.kind.as_str() {
        "link-broken" => "/offerings/links".to_owned(),
        "request-asked" => "/offerings/requests".to_owned(),
        "system-review" => format!("/systems/{item_id}"),
        "portal-withdrawn" => "/watching".to_owned(),
        kind if kind.ends_with("-removed") => format!("/trust/{organization_id}"),
        _ => item(organization_id, item_kind, item_id),
    }
}

/// Where an item of a portal is shown.
pub(crate) fn item(organization: &str, kind: &str, item: &str) -> String {
    if kind == "offering" {
        return format!("/trust/{organization}/{item}");
    }
    format!("/documents/{organization}/{kind}/{item}")
}
