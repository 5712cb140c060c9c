//! The questionnaire as data: what is asked, when it is asked, and where it stands on a page.
//!
//! [`Questionnaire::load`] reads the files of `questionnaire/` strictly. The rooms that read and
//! write pages know no question by name, with the exceptions that [`Questionnaire`] lists.

mod read;

use std::collections::HashMap;
use std::sync::Arc;

use crate::fault::Fault;
use crate::word::words;

words! {
    /// A part of the questionnaire.
    pub enum Section {
        /// Who publishes the app and where it runs.
        General = "general",
        /// Customer data that is processed and stored.
        Data = "data",
        /// How app and infrastructure are secured.
        Security = "security",
        /// Standards and laws.
        Compliance = "compliance",
        /// Personal data.
        Privacy = "privacy",
        /// Sign-in and permissions.
        Identity = "identity",
    }
}

words! {
    /// The form of an answer.
    pub enum AnswerType {
        /// Yes or no.
        YesNo = "yesno",
        /// Yes, no or not applicable.
        YesNoNa = "yesnona",
        /// Free text.
        Text = "text",
        /// Several free texts.
        TextList = "text_list",
        /// A country in the page's language.
        Country = "country",
        /// Several countries in the page's language.
        CountryList = "country_list",
        /// A web address.
        Url = "url",
        /// An identifier of a store.
        Id = "id",
        /// A day.
        Date = "date",
        /// One of the question's choices.
        Enum = "enum",
        /// Any number of the question's choices.
        EnumList = "enum_list",
    }
}

impl AnswerType {
    /// Whether the answer is text in the page's own language, which no reader can turn into a code.
    #[must_use]
    pub const fn is_free_text(self) -> bool {
        matches!(self, Self::Text | Self::TextList | Self::Country | Self::CountryList)
    }

    /// Whether the answer is one of the four answer states.
    #[must_use]
    pub const fn is_yes_or_no(self) -> bool {
        matches!(self, Self::YesNo | Self::YesNoNa)
    }
}

words! {
    /// The answer that speaks for an app, where the question has one.
    pub enum Good {
        /// Yes is the better answer.
        Yes = "yes",
        /// No is the better answer.
        No = "no",
    }
}

words! {
    /// The answer of another question on which a question appears.
    pub enum Wanted {
        /// The other answer is yes.
        Yes = "yes",
        /// The other answer is anything else, a blank included.
        OtherThanYes = "other_than_yes",
    }
}

words! {
    /// A generation of the published page.
    pub enum Form {
        /// The form of 2021: general, data, catalog, identity; wide permission tables.
        Form2021 = "form_2021",
        /// The form of 2022: six zones and an optional one about the certification.
        Form2022 = "form_2022",
    }
}

words! {
    /// What a row of the certification table stands for.
    pub enum ControlKind {
        /// A domain, which has a result.
        Domain = "domain",
        /// A control, which is in scope or not applicable.
        Control = "control",
    }
}

/// The condition under which a question appears on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// The id of the other question.
    pub question: Arc<str>,
    /// The answer that makes the question appear.
    pub answer: Wanted,
}

/// Where a question stands on a page form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    /// The key of the page's zone, such as `privsection`.
    pub zone: Arc<str>,
    /// The position within the zone, counted from 1; several zones count separately.
    pub position: u16,
}

/// One of the answers of a question with a closed list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The code in facts, such as `less_than_30_days`.
    pub code: Arc<str>,
    /// The identifier that pages print where it was not translated, such as `LessThan30Days`.
    pub published: String,
}

/// One question of the attestation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The stable id, such as `has_external_firewall`.
    pub id: Arc<str>,
    /// The order in the questionnaire, counted from 1, without gaps.
    pub order: u16,
    /// The part of the questionnaire.
    pub section: Section,
    /// The question in English, in the project's own words.
    pub text: String,
    /// The form of the answer.
    pub kind: AnswerType,
    /// The better answer; `None` where neither is better.
    pub good: Option<Good>,
    /// The control of the certification table that looks at what the question asks, if one does.
    pub checked_by: Option<Arc<str>>,
    /// When it appears on the form of 2022; `None` is always.
    pub shown_if: Option<Condition>,
    /// When it appears on the form of 2021; `None` is always.
    pub shown_if_2021: Option<Condition>,
    /// Its place on the form of 2021, if it is there.
    pub form_2021: Option<Position>,
    /// Its place on the form of 2022, if it is there.
    pub form_2022: Option<Position>,
    /// Whether pages leave the row out although no condition says so.
    pub often_absent: bool,
    /// The choices of a closed list, in the questionnaire's order; empty for other types.
    pub choices: Vec<Choice>,
    /// The code for an answer in own words, where a list of choices allows one.
    pub other_text: Option<Arc<str>>,
    /// Words that no translation changes. A leading `=` means the whole label.
    pub anchors: Vec<String>,
}

impl Question {
    /// The place on a page form, if the question is on it.
    #[must_use]
    pub const fn position(&self, form: Form) -> Option<&Position> {
        match form {
            Form::Form2021 => self.form_2021.as_ref(),
            Form::Form2022 => self.form_2022.as_ref(),
        }
    }

    /// When the question appears on a page form; `None` is always.
    #[must_use]
    pub const fn condition(&self, form: Form) -> Option<&Condition> {
        match form {
            Form::Form2021 => self.shown_if_2021.as_ref(),
            Form::Form2022 => self.shown_if.as_ref(),
        }
    }

    /// Whether a page of this form may leave the row out.
    #[must_use]
    pub const fn may_be_absent(&self, form: Form) -> bool {
        self.often_absent || self.condition(form).is_some()
    }
}

/// A row of the certification table of certified apps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Control {
    /// The stable id, such as `data_at_rest`.
    pub id: Arc<str>,
    /// The order on the page, counted from 1, without gaps.
    pub order: u16,
    /// Domain or control.
    pub kind: ControlKind,
    /// What it is about, in the project's own words.
    pub text: String,
    /// Words that no translation changes; a leading `#` means the end of the row's link.
    pub anchors: Vec<String>,
}

/// The questions and certification rows, each in the order of its file's numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Questionnaire {
    questions: Vec<Question>,
    controls: Vec<Control>,
    by_id: HashMap<Arc<str>, usize>,
    /// The questions of each form in the order of the page.
    on_2021: Vec<usize>,
    on_2022: Vec<usize>,
}

impl Questionnaire {
    /// Reads the files of a questionnaire, pairs of name and text, in any order.
    ///
    /// # Errors
    /// Every fault of every file at once: unknown and missing keys, ids that stand twice, gaps in
    /// the order, conditions on unknown questions, choices that do not fit the type.
    pub fn load<S: AsRef<str>>(files: &[(S, S)]) -> Result<Self, Vec<Fault>> {
        read::load(files)
    }

    /// The question with an id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Question> {
        self.by_id.get(id).and_then(|&at| self.questions.get(at))
    }

    /// The number of a question in [`Questionnaire::questions`].
    pub(crate) fn number(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// All questions in the order of the questionnaire.
    #[must_use]
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// All rows of the certification table in the order of the page.
    #[must_use]
    pub fn controls(&self) -> &[Control] {
        &self.controls
    }

    /// The numbers of the questions that may stand on a page form, in the order of the page: by
    /// zone, where zones follow each other in the order of their first questions, then by position.
    pub(crate) fn on_form(&self, form: Form) -> &[usize] {
        match form {
            Form::Form2021 => &self.on_2021,
            Form::Form2022 => &self.on_2022,
        }
    }
}

#[cfg(test)]
mod tests;
