//! Texts with what they were translated from, row by row.

use attestor_core::attestation::page::Page;
use attestor_core::attestation::page::kept::{Keeper, Lost};
use attestor_core::attestation::page::shown::{self, ShownPermission, ShownRow, ShownText};
use attestor_core::attestation::text::Provenance;

use crate::phrases::Arg;
use crate::web::app::version::Version;
use crate::web::catalog::line::foreign;
use crate::web::shape::Mark;
use crate::web::visit::Visit;

/// Two texts that say the same.
pub(super) struct Pair {
    /// Whether it is a question, and its answer follows.
    pub(super) question: bool,
    /// The permission that it is the reason for; empty for none.
    pub(super) permission: String,
    pub(super) left: Side,
    pub(super) right: Side,
    /// What only one of the texts has.
    pub(super) lost: Vec<String>,
}

/// One of the two texts.
#[derive(Default)]
pub(super) struct Side {
    pub(super) text: String,
    /// The language; empty where it is the page's or not known.
    pub(super) lang: String,
    /// Who wrote it, and whether its source has changed since.
    pub(super) marks: Vec<Mark>,
}

/// What all pairs are made with.
struct Maker<'m> {
    visit: &'m Visit,
    keeper: &'m Keeper,
}

/// A page beside its own sources.
pub(super) fn of_page(visit: &Visit, version: &Version, keeper: &Keeper) -> Vec<Pair> {
    let maker = Maker { visit, keeper };
    let page = &version.page;
    let mut pairs = Vec::new();
    for row in shown::rows(page, &visit.site.reader.questionnaire) {
        pairs.push(maker.own(true, "", row.label));
        pairs.push(maker.own(false, "", row.text));
    }
    for note in shown::notes(page) {
        let right = maker.plain(&note.body, &version.row.locale);
        let left = maker.plain(note.source.as_deref().unwrap_or_default(), "");
        pairs.push(maker.pair(false, "", left, right));
    }
    for permission in shown::permissions(page) {
        let reasons = permission.reasons.iter();
        pairs.extend(reasons.map(|one| maker.own(false, &permission.permission.name, one.text)));
    }
    pairs.retain(|pair| !pair.left.text.is_empty() || !pair.right.text.is_empty());
    pairs
}

/// Two pages by their questions and permissions: those of the left one in its order, then those
/// that only the right one has.
pub(super) fn of_pages(visit: &Visit, left: &Page, right: &Page, keeper: &Keeper) -> Vec<Pair> {
    let maker = Maker { visit, keeper };
    let questionnaire = &visit.site.reader.questionnaire;
    let (lefts, rights) = (shown::rows(left, questionnaire), shown::rows(right, questionnaire));
    let mut pairs = Vec::new();
    for (one, other) in matched(&lefts, &rights, |row: &ShownRow<'_>| row.question) {
        pairs.push(maker.both(true, "", one.map(|row| row.label), other.map(|row| row.label)));
        pairs.push(maker.both(false, "", one.map(|row| row.text), other.map(|row| row.text)));
    }
    let (lefts, rights) = (shown::permissions(left), shown::permissions(right));
    let name = |one: &ShownPermission<'_>| Some((one.permission.name.clone(), one.permission.kind));
    let reason = |one: Option<&ShownPermission<'_>>| {
        one.and_then(|one| one.reasons.first()).map(|reason| reason.text.body.to_owned())
    };
    for (one, other) in matched(&lefts, &rights, name) {
        let named = one.or(other).map_or("", |one| one.permission.name.as_str());
        let lang = |one: Option<&ShownPermission<'_>>| {
            let first = one.and_then(|one| one.reasons.first());
            first.map_or_else(String::new, |reason| reason.text.lang.to_owned())
        };
        let side = |one| maker.plain(&reason(one).unwrap_or_default(), &lang(one));
        pairs.push(maker.pair(false, named, side(one), side(other)));
    }
    pairs.retain(|pair| !pair.left.text.is_empty() || !pair.right.text.is_empty());
    pairs
}

/// Entries of two lists by their keys; an entry without a key has no partner and is left out.
fn matched<'a, T, K: PartialEq>(
    lefts: &'a [T],
    rights: &'a [T],
    key: impl Fn(&'a T) -> Option<K>,
) -> Vec<(Option<&'a T>, Option<&'a T>)> {
    let find =
        |list: &'a [T], wanted: &K| list.iter().find(|one| key(one).as_ref() == Some(wanted));
    let mut found = Vec::new();
    for left in lefts {
        if let Some(wanted) = key(left) {
            found.push((Some(left), find(rights, &wanted)));
        }
    }
    for right in rights {
        if key(right).is_some_and(|wanted| find(lefts, &wanted).is_none()) {
            found.push((None, Some(right)));
        }
    }
    found
}

impl Maker<'_> {
    /// A text beside its own source, whose language the page does not name.
    fn own(&self, question: bool, permission: &str, text: ShownText<'_>) -> Pair {
        let left = self.plain(text.source.unwrap_or_default(), "");
        self.pair(question, permission, left, self.shown(text))
    }

    fn both(
        &self,
        question: bool,
        permission: &str,
        left: Option<ShownText<'_>>,
        right: Option<ShownText<'_>>,
    ) -> Pair {
        let side = |text: Option<_>| text.map_or_else(Side::default, |text| self.shown(text));
        self.pair(question, permission, side(left), side(right))
    }

    fn pair(&self, question: bool, permission: &str, left: Side, right: Side) -> Pair {
        let lost = self.keeper.lost(&left.text, &right.text);
        let lost = lost.iter().map(|lost| self.words(lost)).collect();
        Pair { question, permission: permission.to_owned(), left, right, lost }
    }

    fn plain(&self, text: &str, lang: &str) -> Side {
        let lang = foreign(lang, self.visit.language);
        Side { text: text.to_owned(), lang, marks: Vec::new() }
    }

    fn shown(&self, text: ShownText<'_>) -> Side {
        let mut side = self.plain(text.body, text.lang);
        let word = |key: &str| self.visit.phrases().word(key);
        // An original needs no mark; only what somebody or something translated does.
        let mark = match text.provenance {
            Provenance::Source => None,
            Provenance::Human | Provenance::Reviewed => Some(("ok", "check")),
            Provenance::Machine => Some(("warn", "tongue")),
        };
        if let Some((class, symbol)) = mark.filter(|_| !text.body.is_empty()) {
            let key = format!("web-provenance-{}", text.provenance);
            side.marks.push(Mark::new(class, symbol, word(&key)));
        }
        if text.stale {
            side.marks.push(Mark::new("warn", "clock", word("web-translation-stale")));
        }
        side
    }

    /// `Numbers differ: 30 — 90`; a dash stands for none.
    fn words(&self, lost: &Lost) -> String {
        let list = |texts: &[String]| {
            if texts.is_empty() { "–".to_owned() } else { texts.join(" · ") }
        };
        let (left, right) = (list(&lost.left), list(&lost.right));
        let args = [("left", Arg::from(&left)), ("right", Arg::from(&right))];
        self.visit.phrases().text(&format!("web-lost-{}", lost.kind), &args)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_matched_by_key_in_the_order_of_the_left_list() {
        let (lefts, rights) = ([3, 1, 0], [1, 2, 0]);
        let key = |one: &i32| Some(*one).filter(|one| *one > 0);
        let found = matched(&lefts, &rights, key);
        assert_eq!(found, [(Some(&3), None), (Some(&1), Some(&1)), (None, Some(&2))]);
    }
}
