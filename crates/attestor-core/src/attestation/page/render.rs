//! Writing a page in any language, such that reading it gives the same facts.
//!
//! [`page`] writes the published form: front matter, head, zones with tables. Answers of closed
//! lists, labels and headings are in the page's language; free texts keep theirs, with a mark;
//! identifiers and addresses stay. [`export`] gives a page that nobody changed back byte by byte.
//! Read [`Original`], then `zones`, `escape`, `mark`.

mod escape;
pub(super) mod mark;
mod zones;

use std::borrow::Cow;
use std::fmt::Write as _;
use std::sync::Arc;

use super::Page;
use super::facts::{Facts, Tier};
use super::outline::{Note, Table};
use super::permission;
use super::wording::{Wording, Wordings};
use crate::attestation::question::{Form, Questionnaire};
use crate::attestation::text::Text;

/// What a page is written from.
#[derive(Debug, Clone)]
pub struct Original<'a> {
    /// What the page says.
    pub facts: &'a Facts,
    /// The heading, usually the app's name.
    pub title: &'a str,
    /// The locale of the texts that stand neither in `texts` nor in `reasons`.
    pub lang: &'a str,
    /// Free texts with their language, by question.
    pub texts: Vec<(Arc<str>, Text)>,
    /// The reasons for permissions, one for each permission of the facts.
    pub reasons: Vec<Text>,
    /// Tables that the facts only count, with the number of their zone.
    pub tables: Vec<&'a Table>,
    /// Answers in own words below the headings of the form of 2021, with the number of their zone.
    pub notes: Vec<&'a Note>,
}

impl<'a> Original<'a> {
    /// Facts whose texts are all in one language.
    #[must_use]
    pub const fn new(facts: &'a Facts, title: &'a str, lang: &'a str) -> Self {
        Self {
            facts,
            title,
            lang,
            texts: Vec::new(),
            reasons: Vec::new(),
            tables: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// A page that was read. Its free texts keep the language that they are marked with.
    #[must_use]
    pub fn of(page: &'a Page) -> Self {
        let marked = page.rows.iter().filter_map(|row| {
            let id = row.question.as_ref()?;
            Some((Arc::clone(id), mark::read(&row.answer, page)))
        });
        let quoted = || page.outline.tables.iter().filter(|table| table.quoted);
        let (lists, tables): (Vec<_>, Vec<_>) =
            quoted().partition(|table| permission::is_permission_table(table));
        // The form of 2022 quotes nothing but sentences of its own.
        let early = page.facts.generation == Form::Form2021;
        let notes = page.outline.own_words().filter(|_| early);
        let cells = lists.into_iter().flat_map(permission::reasons);
        Self {
            texts: marked.collect(),
            reasons: cells.map(|cell| mark::read(&cell, page)).collect(),
            notes: notes.collect(),
            tables: tables.into_iter().filter(|table| !table.rows.is_empty()).collect(),
            ..Self::new(&page.facts, &page.title, mark::language(page))
        }
    }

    /// A free text with its language; one that was changed since is in the original's.
    fn text(&self, question: &str, body: &str) -> Text {
        let known = self.texts.iter().find(|(id, text)| &**id == question && text.body == body);
        known.map_or_else(|| Text::source(body, self.lang), |(_, text)| text.clone())
    }

    fn reason(&self, number: usize, body: &str) -> Text {
        let known = self.reasons.get(number).filter(|text| text.body == body);
        known.cloned().unwrap_or_else(|| Text::source(body, self.lang))
    }
}

/// The text of an imported page for facts: its own bytes while the facts are those of the page,
/// otherwise the page written anew in its language, or in English where we have no words for it.
#[must_use]
pub fn export<'p>(
    page: &'p Page,
    facts: &Facts,
    wordings: &Wordings,
    questionnaire: &Questionnaire,
) -> Option<Cow<'p, str>> {
    if *facts == page.facts {
        return Some(Cow::Borrowed(&page.text));
    }
    let own = wordings.get(mark::language(page)).or_else(|| wordings.get("en-US"))?;
    let original = Original { facts, ..Original::of(page) };
    Some(Cow::Owned(self::page(&original, own, questionnaire)))
}

/// A whole page in the language of `wording`.
#[must_use]
pub fn page(original: &Original<'_>, wording: &Wording, questionnaire: &Questionnaire) -> String {
    let mut writer = Writer { out: String::with_capacity(16 * 1024), original, wording };
    writer.front_matter();
    writer.head();
    zones::write(&mut writer, questionnaire);
    writer.out
}

/// A page that grows line by line.
struct Writer<'a> {
    out: String,
    original: &'a Original<'a>,
    wording: &'a Wording,
}

impl Writer<'_> {
    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    /// A line with an empty one behind it.
    fn paragraph(&mut self, text: &str) {
        self.line(text);
        self.out.push('\n');
    }

    fn front_matter(&mut self) {
        let facts = self.original.facts;
        let wording = self.wording;
        self.line("---");
        self.line(&format!("title: {}", escape::yaml(self.original.title)));
        if let Some(day) = facts.ms_date {
            let (year, month, day) = day.parts();
            self.line(&format!("ms.date: {month:02}/{day:02}/{year:04}"));
        }
        self.line("ms.topic: article");
        self.line("ms.service: attestation");
        if let Some(tier) = facts.certification_type {
            self.line(&format!("certification_type: {tier}"));
        }
        self.line(&format!("description: {}", escape::yaml(wording.phrase("head.title"))));
        self.line(&format!("zone_pivot_groups: {}", pivot_group(facts)));
        self.line(&format!("ms.contentlocale: {}", wording.locale));
        self.line("---");
    }

    fn head(&mut self) {
        let facts = self.original.facts;
        let wording = self.wording;
        // The heading is the app's name, so it has the language of that answer where they agree.
        let title = self.original.text("app_name", self.original.title.trim());
        let title = mark::write(&title, &wording.locale);
        self.paragraph(&format!("# <a name=\"{}\"></a>{title}", anchor(self.original.title)));
        if let Some(tier) = facts.badge {
            let (picture, words) = match tier {
                Tier::Attested => ("attested", wording.phrase("head.attested")),
                Tier::Certified => ("certified", wording.phrase("head.certified")),
            };
            let words = escape::attribute(words);
            let source = format!("src=\"../media/{picture}.png\" width=\"650\"");
            self.line(&format!("<p></p><img alt=\"{words}\" {source} />"));
        }
        if let Some(day) = facts.last_updated {
            let words = wording.phrase("head.updated").replace("{date}", &wording.day(day));
            self.line(&format!("<p>{words}</p>"));
        }
        let teams = ("head.teams", "https://teams.microsoft.com/l/app", &facts.teams_store_id);
        let store = "https://appsource.microsoft.com/product/office";
        self.out.push('\n');
        for (phrase, place, id) in [teams, ("head.appsource", store, &facts.appsource_id)] {
            let Some(id) = id else { continue };
            let target = escape::attribute(&format!("{place}/{id}"));
            let words = wording.phrase(phrase);
            self.line(&format!("* <a href=\"{target}\" target=\"_blank\">{words}</a>"));
        }
        self.out.push('\n');
    }
}

/// The name of the list of zones, which tells the two forms apart where their own zones are missing.
fn pivot_group(facts: &Facts) -> String {
    let zones = match facts.generation {
        Form::Form2021 => "app-info-data-mcas-identity",
        Form::Form2022 => "app-info-data-security-compliance-privsection-zerotrust",
    };
    let certified = facts.pivots.iter().any(|zone| zone == super::CERTIFICATION);
    let mut group = zones.to_owned();
    if certified {
        let _ = write!(group, "-{}", super::CERTIFICATION);
    }
    group
}

/// ASCII letters and digits in lower case, with a dash for everything else.
fn anchor(title: &str) -> String {
    let letter = |letter: char| {
        if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '-' }
    };
    title.trim().chars().take(80).map(letter).collect()
}

#[cfg(test)]
mod tests;
