//! A text of a portal as readers see it: in one language, or in two beside each other.

use attestor_core::attestation::text::Provenance;
use attestor_core::id::Id;
use attestor_core::trust::lint::Disagreement;
use attestor_core::trust::unit::{Translation, Unit};

use crate::actions::trust::view::View;
use crate::phrases::Arg;
use crate::web::address::outside;
use crate::web::app::answer::language_name;
use crate::web::shape::Mark;
use crate::web::visit::{Refusal, Visit};
use crate::web::wish;

/// Which languages are asked for in the address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Nothing is said: the translation in the reader's language, otherwise the source.
    Reader,
    /// The translation.
    Target,
    /// The source.
    Source,
    /// Both, row by row.
    Both,
}

impl Wanted {
    /// Reads `view=target`, `view=source` or `view=both`; an empty one says nothing.
    pub(super) fn parse(query: &str) -> Result<Self, Refusal> {
        let found = wish::pairs(query).find(|(name, _)| name == "view");
        match found.as_ref().map_or("", |(_, value)| value.as_str()) {
            "" => Ok(Self::Reader),
            "target" => Ok(Self::Target),
            "source" => Ok(Self::Source),
            "both" => Ok(Self::Both),
            _ => Err(Refusal::BadRequest),
        }
    }
}

/// A text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Text {
    /// In one language, or in two: the source first.
    pub(super) sides: Vec<Side>,
    /// What the languages disagree about.
    pub(super) told: Vec<String>,
}

impl Text {
    /// Words of the page itself.
    pub(super) fn of(words: String) -> Self {
        let span = Span { text: words, address: String::new(), strong: false };
        let side = Side { lang: String::new(), spans: vec![span], marks: Vec::new() };
        Self { sides: vec![side], told: Vec::new() }
    }

    /// The same, leading somewhere, unless it has links of its own or the address is no web address.
    pub(super) fn linked(mut self, link: Option<&str>) -> Self {
        let Some(address) = link.and_then(outside) else { return self };
        for side in &mut self.sides {
            if side.spans.iter().all(|span| span.address.is_empty()) {
                for span in &mut side.spans {
                    address.clone_into(&mut span.address);
                }
            }
        }
        self
    }
}

/// A text in a language.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Side {
    /// The language; empty where it is not known.
    pub(super) lang: String,
    /// Its pieces.
    pub(super) spans: Vec<Span>,
    /// Who wrote it, and whether its source has changed since.
    pub(super) marks: Vec<Mark>,
}

/// A piece of a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Span {
    /// What it says.
    pub(super) text: String,
    /// Where it leads; empty for nowhere.
    pub(super) address: String,
    /// Whether it stands out.
    pub(super) strong: bool,
}

/// A way to look at the texts of a page.
pub(super) struct Choice {
    /// Its address.
    pub(super) address: String,
    /// The languages by their own names.
    pub(super) text: String,
    /// The language of these words; empty for the page's.
    pub(super) lang: String,
    /// Whether the page is shown like this.
    pub(super) here: bool,
}

/// The texts of a portal for a reader.
pub(super) struct Texts<'p> {
    visit: &'p Visit,
    view: &'p View,
    /// The locale of the translations.
    target: Option<&'p str>,
    shown: Wanted,
}

impl<'p> Texts<'p> {
    /// The texts in the languages that are asked for. A portal in one language has no other view.
    pub(super) fn new(visit: &'p Visit, view: &'p View, wanted: Wanted) -> Self {
        let own = visit.language.tag();
        let target = view.translation_locale(own);
        let shown = match (wanted, target) {
            (_, None) => Wanted::Source,
            (Wanted::Reader, Some(target)) if target == own => Wanted::Target,
            (Wanted::Reader, Some(_)) => Wanted::Source,
            (asked, Some(_)) => asked,
        };
        Self { visit, view, target, shown }
    }

    /// Whether two languages are shown.
    pub(super) fn are_both(&self) -> bool {
        self.shown == Wanted::Both
    }

    /// Says which language is read where it is not the reader's; empty where it is.
    pub(super) fn foreign(&self) -> String {
        let own = self.visit.language.tag();
        let source = self.view.source_locale().unwrap_or(own);
        if self.shown == Wanted::Both || source == own || self.target == Some(own) {
            return String::new();
        }
        let name = language_name(source);
        self.visit.phrases().text("trust-not-in-language", &[("language", Arg::from(&name))])
    }

    /// The ways to look at the texts, for a page at an address; none for a portal in one language.
    pub(super) fn choices(&self, here: &str) -> Vec<Choice> {
        let (Some(target), Some(source)) = (self.target, self.view.source_locale()) else {
            return Vec::new();
        };
        let choice = |name: &str, shown, text, lang: &str| Choice {
            address: format!("{here}?view={name}"),
            text,
            lang: lang.to_owned(),
            here: self.shown == shown,
        };
        let both = self.visit.phrases().word("trust-view-both");
        vec![
            choice("target", Wanted::Target, language_name(target), target),
            choice("source", Wanted::Source, language_name(source), source),
            choice("both", Wanted::Both, both, ""),
        ]
    }

    /// The text with an id; without sides where there is none.
    pub(super) fn text(&self, id: &Id) -> Text {
        let Some(unit) = self.view.text(id) else { return Text::default() };
        let told = self.view.disagreements(id).iter();
        let told = told.filter(|it| self.target == Some(it.locale.as_str()));
        Text { sides: self.sides(unit), told: told.map(|it| self.words(it)).collect() }
    }

    /// A text that has no other language, in the language of the sources.
    pub(super) fn plain(&self, body: &str) -> Text {
        let lang = self.view.source_locale().unwrap_or_default();
        let side = Side { lang: lang.to_owned(), spans: spans(body), marks: Vec::new() };
        Text { sides: vec![side], told: Vec::new() }
    }

    /// The words of a text in the language that is read first, without links and marks.
    pub(super) fn words_of(&self, id: &Id) -> String {
        let text = self.text(id);
        let first = text.sides.into_iter().next_back().map(|side| side.spans);
        first.into_iter().flatten().map(|span| span.text).collect()
    }

    fn sides(&self, unit: &Unit) -> Vec<Side> {
        let source = || self.side(&unit.locale, &unit.body, Vec::new());
        let mut found = unit.translations.iter();
        let found = found.rfind(|it| self.target == Some(it.locale.value.as_str()));
        let target = || match found {
            Some(it) => self.side(&it.locale.value, &it.body, self.marks(unit, it)),
            None => self.side(&unit.locale, &unit.body, vec![self.mark("trust-not-translated")]),
        };
        match self.shown {
            Wanted::Both => vec![source(), target()],
            Wanted::Target => vec![target()],
            Wanted::Source | Wanted::Reader => vec![source()],
        }
    }

    fn side(&self, locale: &str, body: &str, marks: Vec<Mark>) -> Side {
        let is_plain = locale.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        let lang = if is_plain && locale != "und" { locale.to_owned() } else { String::new() };
        Side { lang, spans: spans(body), marks }
    }

    /// Beside each other, who wrote it; alone, only what a reader should beware of.
    fn marks(&self, unit: &Unit, translation: &Translation) -> Vec<Mark> {
        let word = |key: &str| self.visit.phrases().word(key);
        let mark = match translation.provenance {
            Provenance::Source => None,
            Provenance::Human | Provenance::Reviewed => {
                Some(("ok", "check")).filter(|_| self.are_both())
            }
            Provenance::Machine => Some(("warn", "tongue")),
        };
        let mut marks = Vec::new();
        if let Some((class, symbol)) = mark {
            let key = format!("web-provenance-{}", translation.provenance);
            marks.push(Mark::new(class, symbol, word(&key)));
        }
        if self.view.is_stale(unit, translation) {
            marks.push(Mark::new("warn", "clock", word("web-translation-stale")));
        }
        marks
    }

    fn mark(&self, key: &str) -> Mark {
        Mark::new("none", "tongue", self.visit.phrases().word(key))
    }

    /// `Numbers differ: 93 | 114`; a dash stands for none.
    fn words(&self, it: &Disagreement) -> String {
        let list = |texts: &[String]| {
            if texts.is_empty() { "–".to_owned() } else { texts.join(" · ") }
        };
        let (source, translation) = (list(&it.source_only), list(&it.translation_only));
        let args = [("source", Arg::from(&source)), ("translation", Arg::from(&translation))];
        self.visit.phrases().text(&format!("trust-differs-{}", it.code), &args)
    }
}

/// The pieces of a text of one line: links and words that stand out; anything else is words.
fn spans(body: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut parts = body.split("**").peekable();
    let mut inside = false;
    while let Some(part) = parts.next() {
        // What is never closed does not stand out.
        links(part, inside && parts.peek().is_some(), &mut found);
        inside = !inside;
    }
    found
}

fn links(text: &str, strong: bool, found: &mut Vec<Span>) {
    let mut push = |text: &str, address: &str| {
        if !text.is_empty() {
            found.push(Span { text: text.to_owned(), address: address.to_owned(), strong });
        }
    };
    let mut rest = text;
    while let Some((before, label, target, behind)) = link(rest) {
        push(before, "");
        push(label, outside(target).unwrap_or_default());
        rest = behind;
    }
    push(rest, "");
}

/// The first link of a text: what stands before it, its label, its address, what stands behind it.
fn link(text: &str) -> Option<(&str, &str, &str, &str)> {
    let (left, right) = text.split_once("](")?;
    let (before, label) = left.rsplit_once('[')?;
    let (target, behind) = right.split_once(')')?;
    Some((before, label, target, behind))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(body: &str) -> Vec<(String, String, bool)> {
        spans(body).into_iter().map(|it| (it.text, it.address, it.strong)).collect()
    }

    fn one(text: &str, address: &str, strong: bool) -> (String, String, bool) {
        (text.to_owned(), address.to_owned(), strong)
    }

    #[test]
    fn texts_have_links_and_words_that_stand_out() {
        let link = "https://harborline.example/x";
        assert_eq!(
            told("In the [list](https://harborline.example/x), or **ask us**."),
            [
                one("In the ", "", false),
                one("list", link, false),
                one(", or ", "", false),
                one("ask us", "", true),
                one(".", "", false),
            ]
        );
    }

    #[test]
    fn what_is_no_link_stays_words() {
        assert_eq!(told("[a](javascript:x) b"), [one("a", "", false), one(" b", "", false)]);
        assert_eq!(told("a ](b"), [one("a ](b", "", false)]);
        assert_eq!(told("[x](y"), [one("[x](y", "", false)]);
        assert_eq!(told("a ** b"), [one("a ", "", false), one(" b", "", false)]);
        assert_eq!(told(""), []);
    }

    #[test]
    fn views_are_asked_for_by_name() {
        for (query, wanted) in [
            ("", Some(Wanted::Reader)),
            ("view=", Some(Wanted::Reader)),
            ("view=both", Some(Wanted::Both)),
            ("a=b&view=source", Some(Wanted::Source)),
            ("view=target", Some(Wanted::Target)),
            ("view=x", None),
        ] {
            assert_eq!(Wanted::parse(query).ok(), wanted, "{query}");
        }
    }
}
