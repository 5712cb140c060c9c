//! What the sections of a page are about, told by the anchors of their headings. Anchors are made
//! of the source's headings and are the same in every language.

use crate::word::words;

use super::layout::{Form, Line};

words! {
    /// What a section is about.
    pub enum Section {
        /// The standard.
        Overview = "overview",
        /// What the provider says of it.
        Position = "position",
        /// The services in scope.
        Services = "services",
        /// Certificates.
        Certificates = "certificates",
        /// Reports.
        Reports = "reports",
        /// Questions that are asked often.
        Questions = "questions",
        /// More to read.
        Resources = "resources",
        /// White papers.
        WhitePapers = "white-papers",
        /// The paper about the offering.
        Background = "background",
    }
}

/// Words in anchors, and what a section with them is about; the first that fits counts.
const WORDS: &[(&str, Section)] = &[
    ("in-scope", Section::Services),
    ("certificates", Section::Certificates),
    ("reports", Section::Reports),
    ("questions", Section::Questions),
    ("faq", Section::Questions),
    ("white-papers", Section::WhitePapers),
    ("backgrounder", Section::Background),
    ("resources", Section::Resources),
    ("overview", Section::Overview),
];

impl Section {
    /// What the section under an anchor is about; a section of another name is the position.
    #[must_use]
    pub fn of(anchor: &str) -> Self {
        let found = WORDS.iter().find(|(word, _)| anchor.contains(word));
        found.map_or(Self::Position, |(_, section)| *section)
    }
}

/// A line with the section and the group that it stands in.
pub(super) struct Placed<'a> {
    pub(super) number: u32,
    pub(super) line: &'a Line,
    pub(super) section: Option<Section>,
    /// The heading of the group.
    pub(super) group: Option<&'a Line>,
}

/// The lines with their sections; headings themselves stand in the section that they open.
pub(super) fn placed(lines: &[(u32, Line)]) -> Vec<Placed<'_>> {
    let (mut section, mut group) = (None, None);
    let mut found = Vec::with_capacity(lines.len());
    for (number, line) in lines {
        match line.form {
            Form::Section => {
                section = Some(Section::of(line.anchor.as_deref().unwrap_or_default()));
                group = None;
            }
            Form::Group => group = Some(line),
            Form::Title | Form::Paragraph | Form::Item | Form::Raw => {}
        }
        found.push(Placed { number: *number, line, section, group });
    }
    found
}
