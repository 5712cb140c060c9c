//! How the portal's own page is laid out: headings and paragraphs of its sections.

use attestor_core::id::Id;
use attestor_core::trust::model::{Offering, Trust};
use attestor_core::trust::page::layout::{Form, Line};
use attestor_core::trust::page::section::Section;

use crate::web::trust::texts::{Text, Texts};

/// The lines of the page of an offering, by section; empty for an offering without a page.
pub(super) struct Outline<'t> {
    lines: Vec<(Section, &'t Line)>,
}

/// Texts that stand together.
pub(super) struct Paragraph {
    pub(super) texts: Vec<Text>,
}

impl<'t> Outline<'t> {
    pub(super) fn of(trust: &'t Trust, offering: &Offering) -> Self {
        let page = trust.pages.iter().find(|it| it.offering.value == offering.id.value);
        let mut section = None;
        let mut lines = Vec::new();
        for line in page.iter().flat_map(|page| &page.lines) {
            if line.form == Form::Section {
                section = Some(Section::of(line.anchor.as_deref().unwrap_or_default()));
            }
            lines.extend(section.map(|section| (section, line)));
        }
        Self { lines }
    }

    fn of_form(&self, section: Section, form: Form) -> impl Iterator<Item = &'t Line> {
        let own = self.lines.iter();
        own.filter(move |(at, line)| *at == section && line.form == form).map(|(_, line)| *line)
    }

    /// The heading of a section.
    pub(super) fn heading(&self, section: Section) -> Option<&'t Id> {
        let line = self.of_form(section, Form::Section).next()?;
        Some(&line.texts.first()?.value)
    }

    /// The texts of the paragraphs of a section.
    pub(super) fn laid(&self, section: Section) -> Vec<&'t Id> {
        let lines = self.of_form(section, Form::Paragraph);
        lines.flat_map(|line| &line.texts).map(|text| &text.value).collect()
    }

    /// Whether a text stands in a paragraph of the page.
    pub(super) fn is_laid(&self, id: &Id) -> bool {
        let lines = self.lines.iter().filter(|(_, line)| line.form == Form::Paragraph);
        lines.flat_map(|(_, line)| &line.texts).any(|text| text.value == *id)
    }

    /// The paragraphs of a section.
    pub(super) fn paragraphs(&self, texts: &Texts<'_>, section: Section) -> Vec<Paragraph> {
        let lines = self.of_form(section, Form::Paragraph);
        let paragraph = |line: &Line| {
            let own = line.texts.iter().map(|id| texts.text(&id.value));
            Paragraph { texts: own.map(|it| it.linked(line.link.as_deref())).collect() }
        };
        lines.map(paragraph).collect()
    }
}
