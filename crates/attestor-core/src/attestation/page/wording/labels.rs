//! The words of a page for people who look at its facts: by id, one at a time.

use super::Wording;
use crate::attestation::question::{Questionnaire, Section};

impl Wording {
    /// The label of a question; `None` for one that the questionnaire does not have.
    #[must_use]
    pub fn question_label(&self, questionnaire: &Questionnaire, id: &str) -> Option<&str> {
        self.questions.get(questionnaire.number(id)?).map(String::as_str)
    }

    /// The words for a choice of a question; a code that the question does not have stands for
    /// itself.
    #[must_use]
    pub fn choice_label<'a>(
        &'a self,
        questionnaire: &Questionnaire,
        id: &str,
        code: &'a str,
    ) -> &'a str {
        questionnaire.number(id).map_or(code, |number| self.choice(number, code))
    }

    /// The label of a row of the certification table; `None` for one that the questionnaire does
    /// not have.
    #[must_use]
    pub fn control_label(&self, questionnaire: &Questionnaire, id: &str) -> Option<&str> {
        let at = questionnaire.controls().iter().position(|control| *control.id == *id)?;
        self.controls.get(at).map(String::as_str)
    }

    /// The heading of a part of the questionnaire.
    #[must_use]
    pub fn section_heading(&self, section: Section) -> &str {
        let zone = match section {
            Section::General => "general",
            Section::Data => "data",
            Section::Security => "security",
            Section::Compliance => "compliance",
            Section::Privacy => "privsection",
            Section::Identity => "identity",
        };
        self.zone_heading(zone).unwrap_or_default()
    }

    /// The heading of a zone; `None` for a zone that no form knows.
    #[must_use]
    pub fn zone_heading(&self, zone: &str) -> Option<&str> {
        self.zone(zone).map(|words| words.heading.as_str())
    }
}
