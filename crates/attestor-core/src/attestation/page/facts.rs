//! What a page says, in words that no language changes.

use std::sync::Arc;

use super::controls::Outcome;
use super::permission::Permission;
use crate::answer::Answer;
use crate::attestation::question::Form;
use crate::day::Day;
use crate::word::words;

words! {
    /// How far an app was looked at.
    pub enum Tier {
        /// The publisher answered the questionnaire.
        Attested = "attested",
        /// An analyst checked evidence.
        Certified = "certified",
    }
}

/// An answer in the type of its question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// One of the four answer states.
    Answer(Answer),
    /// A day.
    Day(Day),
    /// A web address, the target of the link where there is one.
    Link(String),
    /// An identifier of a store.
    Id(String),
    /// The code of a choice.
    Code(Arc<str>),
    /// The codes of choices, sorted, each once; empty for a blank.
    Codes(Vec<Arc<str>>),
    /// Text in the page's language; empty for a blank.
    Text(String),
    /// A blank of a question that is neither a list nor text nor yes or no.
    Blank,
    /// Something stands there that could not be read; a finding names it.
    Unreadable(String),
}

impl Value {
    /// Whether the row was left blank.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Answer(answer) => *answer == Answer::Unanswered,
            Self::Codes(codes) => codes.is_empty(),
            Self::Text(text) => text.is_empty(),
            Self::Blank => true,
            Self::Day(_) | Self::Link(_) | Self::Id(_) | Self::Code(_) | Self::Unreadable(_) => {
                false
            }
        }
    }
}

/// The facts of a page. Where something is not on the page, the field is `None` or empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// The form of the page.
    pub generation: Form,
    /// The tier that the front matter names.
    pub certification_type: Option<Tier>,
    /// The tier of the picture.
    pub badge: Option<Tier>,
    /// The date of the front matter.
    pub ms_date: Option<Day>,
    /// The day on which the publisher last changed an answer.
    pub last_updated: Option<Day>,
    /// The app's id in the Teams store, from the link.
    pub teams_store_id: Option<String>,
    /// The app's id in AppSource, from the link.
    pub appsource_id: Option<String>,
    /// The app's number in the embedded catalog.
    pub mcas_dashboard_id: Option<String>,
    /// The keys of the page's zones, in order.
    pub pivots: Vec<String>,
    /// Question ids with the answers on the page, in its order. A question that is not on the page
    /// is absent.
    pub answers: Vec<(Arc<str>, Value)>,
    /// Graph permissions, in the page's order.
    pub permissions: Vec<Permission>,
    /// Whether there is a permission table with rows.
    pub uses_graph: bool,
    /// Results of domains and controls by id, in the page's order.
    pub certification: Vec<(Arc<str>, Outcome)>,
    /// The numbers of rows of other tables, by heading, for orientation only.
    pub counts: Vec<(String, usize)>,
    /// Whether there is a table of further APIs, on the form of 2022.
    pub has_additional_apis_table: bool,
}

impl Facts {
    /// The answer to a question, if the question is on the page.
    #[must_use]
    pub fn value(&self, question: &str) -> Option<&Value> {
        self.answers.iter().find(|(id, _)| &**id == question).map(|(_, value)| value)
    }

    /// The answer state of a yes-or-no question. A question that is not on the page, that is of
    /// another type, or whose answer could not be read is [`Answer::Unanswered`].
    #[must_use]
    pub fn answer(&self, question: &str) -> Answer {
        match self.value(question) {
            Some(Value::Answer(answer)) => *answer,
            _ => Answer::Unanswered,
        }
    }

    /// The text of an answer in the page's language or of an address; `None` where there is none.
    #[must_use]
    pub fn text(&self, question: &str) -> Option<&str> {
        match self.value(question) {
            Some(Value::Text(text) | Value::Link(text) | Value::Id(text)) if !text.is_empty() => {
                Some(text)
            }
            _ => None,
        }
    }

    /// The codes of an answer with a closed list; empty where there are none.
    #[must_use]
    pub fn codes(&self, question: &str) -> &[Arc<str>] {
        match self.value(question) {
            Some(Value::Codes(codes)) => codes,
            Some(Value::Code(code)) => std::slice::from_ref(code),
            _ => &[],
        }
    }

    /// The day that answers a question; `None` where there is none.
    #[must_use]
    pub fn day(&self, question: &str) -> Option<Day> {
        match self.value(question) {
            Some(Value::Day(day)) => Some(*day),
            _ => None,
        }
    }

    /// The app's name.
    #[must_use]
    pub fn app_name(&self) -> Option<&str> {
        self.text("app_name")
    }

    /// The publisher's name.
    #[must_use]
    pub fn publisher(&self) -> Option<&str> {
        self.text("partner_company_name")
    }
}
