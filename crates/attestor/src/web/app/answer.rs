//! One question with its answer: word, shape and color by what the answer speaks for.

use std::sync::Arc;

use attestor_core::answer::Answer;
use attestor_core::attestation::page::facts::Value;
use attestor_core::attestation::page::shown::{ShownNote, ShownRow};
use attestor_core::attestation::question::{Good, Question};
use attestor_core::day::Day;

use super::version::Version;
use crate::languages::{Language, typography};
use crate::web::address::{outside, spoken};
use crate::web::catalog::line::foreign;
use crate::web::shape::{Link, Mark};
use crate::web::visit::Visit;

/// How long a report on a standard counts as recent; the last day counts.
const REPORT_MONTHS: u16 = 12;
/// From how many letters on an answer is set as running text.
const LONG: usize = 60;

/// Up to how many letters a text may be a name.
const NAME: usize = 24;

/// What an answer speaks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::web) enum State {
    /// For the app.
    Good,
    /// Worth a look.
    Look,
    /// Neither.
    Neutral,
    /// The question does not apply.
    NotApplicable,
    /// Nobody answered.
    Blank,
}

/// A question with its answer, in final words.
#[derive(Debug, Default)]
pub(in crate::web) struct RowView {
    pub(in crate::web) label: String,
    /// The language of the label; empty where it is the page's.
    pub(in crate::web) lang: String,
    pub(in crate::web) marks: Vec<Mark>,
    pub(in crate::web) link: Option<Link>,
    pub(in crate::web) text: String,
    /// The language of the text; empty where it is the page's.
    pub(in crate::web) text_lang: String,
    /// The tag that names the language of the text; empty where it is the page's.
    pub(in crate::web) tongue: String,
    /// Whether the text is an identifier.
    pub(in crate::web) verbatim: bool,
    /// Whether it is running text.
    pub(in crate::web) long: bool,
}

/// A row of the page in the visit's language, and what its answer speaks for.
pub(in crate::web) fn row(visit: &Visit, shown: &ShownRow<'_>) -> (RowView, State) {
    let question = shown.question.and_then(|id| visit.site.reader.questionnaire.get(id));
    let (label, lang) = label(visit, shown);
    let mut view = RowView { label, lang, ..RowView::default() };
    let state = match (question, shown.value) {
        (Some(question), Some(value)) => answer(visit, question, value, shown, &mut view),
        _ if shown.text.body.is_empty() => State::Blank,
        _ => own_words(visit, shown, &mut view),
    };
    (view, state)
}

/// An answer in own words of the form of 2021, below its heading.
pub(super) fn note(visit: &Visit, version: &Version, note: &ShownNote<'_>) -> (RowView, State) {
    let known = visit.phrases().word(&format!("web-heading-{}", note.heading));
    let label = if known.starts_with('[') { note.heading.replace('-', " ") } else { known };
    let text_lang = foreign(&version.row.locale, visit.language);
    let tongue = language_name(&text_lang);
    let text = note.body.clone();
    (RowView { label, text, text_lang, tongue, long: true, ..RowView::default() }, State::Neutral)
}

/// Our own words for a known question; the page's words for any other.
pub(in crate::web) fn label(visit: &Visit, shown: &ShownRow<'_>) -> (String, String) {
    let words = shown.question.and_then(|id| question_words(visit, id));
    let own = || (shown.label.body.to_owned(), foreign(shown.label.lang, visit.language));
    words.map_or_else(own, |words| (words, String::new()))
}

/// The words for a question in the visit's language.
pub(in crate::web) fn question_words(visit: &Visit, id: &str) -> Option<String> {
    let wording = visit.site.wording(visit.language)?;
    let words = wording.question_label(&visit.site.reader.questionnaire, id)?;
    Some(typography(visit.language, words).into_owned())
}

fn answer(
    visit: &Visit,
    question: &Question,
    value: &Value,
    shown: &ShownRow<'_>,
    view: &mut RowView,
) -> State {
    if value.is_blank() {
        view.marks.push(Mark::new("none", "empty", visit.phrases().word("web-answer-blank")));
        return State::Blank;
    }
    match value {
        Value::Answer(answer) => {
            let state = spoken_for(*answer, question.good);
            view.marks.push(answer_mark(visit, *answer, state));
            state
        }
        Value::Day(day) => dated(visit, *day, view),
        Value::Link(target) => linked(target, view),
        Value::Id(id) => verbatim(id, view),
        Value::Code(code) => chosen(visit, question, std::slice::from_ref(code), view),
        Value::Codes(codes) => chosen(visit, question, codes, view),
        Value::Text(_) | Value::Blank => own_words(visit, shown, view),
        Value::Unreadable(text) => unreadable(visit, text, view),
    }
}

/// What a yes or no speaks for; "yes" is not good by itself.
pub(in crate::web) const fn spoken_for(answer: Answer, good: Option<Good>) -> State {
    match (answer, good) {
        (Answer::Yes, Some(Good::Yes)) | (Answer::No, Some(Good::No)) => State::Good,
        (Answer::Yes, Some(Good::No)) | (Answer::No, Some(Good::Yes)) => State::Look,
        (Answer::Yes | Answer::No, None) => State::Neutral,
        (Answer::NotApplicable, _) => State::NotApplicable,
        (Answer::Unanswered, _) => State::Blank,
    }
}

/// The word for an answer in the color of what it speaks for.
pub(in crate::web) fn answer_mark(visit: &Visit, answer: Answer, state: State) -> Mark {
    let (class, symbol) = match state {
        State::Good => ("ok", "check"),
        State::Look => ("warn", "alert"),
        State::Neutral => ("info", "info"),
        State::NotApplicable => ("", "dash"),
        State::Blank => ("none", "empty"),
    };
    Mark::new(class, symbol, visit.phrases().word(&format!("web-answer-{answer}")))
}

fn dated(visit: &Visit, day: Day, view: &mut RowView) -> State {
    view.text = visit.phrases().day(day);
    if visit.today <= day.plus_months(REPORT_MONTHS) {
        return State::Neutral;
    }
    view.marks.push(Mark::new("warn", "clock", visit.phrases().word("web-old-report")));
    State::Look
}

/// A web address as a link, anything else as the text that it is.
fn linked(target: &str, view: &mut RowView) -> State {
    let Some(target) = outside(target) else { return verbatim(target, view) };
    view.link = Some(Link { address: target.to_owned(), text: spoken(target).to_owned() });
    State::Neutral
}

fn verbatim(text: &str, view: &mut RowView) -> State {
    view.text = text.to_owned();
    view.verbatim = true;
    State::Neutral
}

fn unreadable(visit: &Visit, text: &str, view: &mut RowView) -> State {
    view.marks.push(Mark::new("warn", "alert", visit.phrases().word("web-answer-unreadable")));
    view.text = text.to_owned();
    State::Look
}

fn chosen(visit: &Visit, question: &Question, codes: &[Arc<str>], view: &mut RowView) -> State {
    view.text = choices(visit, &question.id, codes);
    State::Neutral
}

/// The words for the codes of a question, as a list.
pub(in crate::web) fn choices(visit: &Visit, question: &str, codes: &[Arc<str>]) -> String {
    let wording = visit.site.wording(visit.language);
    let all = &visit.site.reader.questionnaire;
    let words = |code| wording.map_or(code, |wording| wording.choice_label(all, question, code));
    let words: Vec<&str> = codes.iter().map(|code| words(code.as_ref())).collect();
    words.join(separator(visit.language))
}

/// What parts the members of a list.
const fn separator(language: Language) -> &'static str {
    match language {
        Language::Japanese | Language::ChineseSimplified | Language::ChineseTraditional => "、",
        Language::German
        | Language::English
        | Language::Spanish
        | Language::French
        | Language::Italian
        | Language::Korean
        | Language::Portuguese
        | Language::Russian => ", ",
    }
}

/// The publisher's own words in their own language.
fn own_words(visit: &Visit, shown: &ShownRow<'_>, view: &mut RowView) -> State {
    view.text = shown.text.body.to_owned();
    view.text_lang = foreign(shown.text.lang, visit.language);
    let letters = view.text.chars().count();
    // A name is a name in every language; running text is not.
    view.tongue = if letters > NAME { language_name(&view.text_lang) } else { String::new() };
    view.long = letters > LONG;
    State::Neutral
}

/// The name of a language that stands in `lang`, in that language; the tag itself where it is none
/// of ours.
pub(in crate::web) fn language_name(lang: &str) -> String {
    Language::of_tag(lang).map_or_else(|| lang.to_owned(), |one| one.own_name().to_owned())
}
