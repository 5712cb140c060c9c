//! Lexicons: the terms by which the rows, answers and days of a language are recognized.
//!
//! A lexicon holds distinctive words, not whole labels. Every lexicon also knows the English terms
//! and the words that no translation changes, because translators leave cells as they are.

mod read;

use std::collections::HashMap;
use std::sync::Arc;

use super::controls::Outcome;
use super::fold::fold;
use super::permission::PermissionType;
use super::terms::Terms;
use super::wording::{Wording, Wordings};
use crate::answer::Answer;
use crate::attestation::question::{Question, Questionnaire};
use crate::digest::Digest;
use crate::fault::Fault;

/// The language of the sources, whose terms every lexicon knows.
const SOURCE_LOCALE: &str = "en-US";

/// The locale of the lexicon that knows no language.
const UNKNOWN_LOCALE: &str = "und";

/// The number of the rules by which rows are recognized. A change of the rules that gives some page
/// another recognition counts it up, so that none of the older ones is used.
const RULES: &str = "1";

/// The terms of one language, ready for lookup.
#[derive(Debug, Clone)]
pub struct Lexicon {
    /// The locale, such as `fr-FR`; `und` for the one that knows English and anchors only.
    pub locale: Arc<str>,
    /// Whether the labels of the page's language are known, not only English and anchors.
    pub(super) knows_labels: bool,
    pub(super) labels: Terms,
    pub(super) controls: Terms,
    pub(super) months: Vec<(String, i8)>,
    answers: HashMap<String, Answer>,
    choices: HashMap<usize, Vec<(String, Arc<str>)>>,
    permission_types: HashMap<String, PermissionType>,
    permission_names: HashMap<String, String>,
    results: HashMap<String, Outcome>,
}

impl Lexicon {
    /// Whether it is the one for pages in a language that no other knows.
    pub(super) fn is_unknown(&self) -> bool {
        &*self.locale == UNKNOWN_LOCALE
    }

    /// The answer that a text means; a blank is [`Answer::Unanswered`], other words are `None`.
    pub(super) fn answer(&self, text: &str) -> Option<Answer> {
        if text.is_empty() {
            return Some(Answer::Unanswered);
        }
        if text.len() > 80 {
            return None;
        }
        self.answers.get(&key(text)).copied()
    }

    /// The code of the choice that a text means.
    pub(super) fn choice(&self, question: usize, text: &str) -> Option<&Arc<str>> {
        if text.len() > 200 {
            return None;
        }
        let folded = key(text);
        let choices = self.choices.get(&question)?;
        choices.iter().find(|(term, _)| *term == folded).map(|(_, code)| code)
    }

    /// The type of permission that a text means.
    pub(super) fn permission_type(&self, text: &str) -> Option<PermissionType> {
        self.permission_types.get(&key(text)).copied()
    }

    /// The name of a permission whose name was translated.
    pub(super) fn permission_name(&self, text: &str) -> Option<&str> {
        self.permission_names.get(&key(text)).map(String::as_str)
    }

    /// The result that a text of the certification table means.
    pub(super) fn result(&self, text: &str) -> Option<Outcome> {
        self.results.get(&key(text)).copied()
    }
}

/// Letters and digits where there are any; otherwise the text itself, so that a dash is a word.
fn key(text: &str) -> String {
    let folded = fold(text);
    if folded.is_empty() { text.trim().to_owned() } else { folded }
}

/// The lexicons of all languages.
#[derive(Debug, Clone)]
pub struct Lexicons {
    lexicons: Vec<Lexicon>,
    unknown: Lexicon,
    /// Of all that the recognition of rows depends on.
    digest: Digest,
}

impl Lexicons {
    /// Reads lexicon files, pairs of name and text, in any order.
    ///
    /// # Errors
    /// Every fault of every file at once: unknown keys, terms of questions, choices or controls
    /// that do not exist, twelve months that are not twelve, a locale that stands twice.
    pub fn load<S: AsRef<str>>(
        files: &[(S, S)],
        questionnaire: &Questionnaire,
    ) -> Result<Self, Vec<Fault>> {
        let drafts = read::load(files, questionnaire)?;
        let english = drafts.iter().find(|draft| &*draft.locale == SOURCE_LOCALE);
        let compile = |draft: &read::Draft| compile(Some(draft), english, questionnaire);
        let lexicons = drafts.iter().map(compile).collect();
        let unknown = compile_unknown(english, questionnaire);
        Ok(Self { lexicons, unknown, digest: digest(files, questionnaire) })
    }

    /// Adds our own words for pages, each to the lexicon of its locale. What a lexicon already
    /// knows keeps its meaning.
    #[must_use]
    pub fn learn(mut self, wordings: &Wordings) -> Self {
        for wording in wordings.all() {
            let known = self.lexicons.iter_mut().find(|known| known.locale == wording.locale);
            if let Some(lexicon) = known {
                lexicon.learn(wording);
                let learned = wording.learned();
                let parts = [(&*wording.locale, learned.as_bytes()), ("", self.digest.as_bytes())];
                self.digest = Digest::of_parts(parts);
            }
        }
        self
    }

    /// The lexicon of a locale, or of another locale of the same language and script; case does
    /// not matter. Chinese of Taiwan, Hong Kong and Macao has another script than that of China.
    #[must_use]
    pub fn get(&self, locale: &str) -> Option<&Lexicon> {
        let wanted = locale.to_ascii_lowercase();
        let exact = self.lexicons.iter().find(|known| known.locale.eq_ignore_ascii_case(&wanted));
        let same = |known: &&Lexicon| script(&known.locale.to_ascii_lowercase()) == script(&wanted);
        exact.or_else(|| self.lexicons.iter().find(same))
    }

    /// All lexicons, in the order of their locales.
    #[must_use]
    pub fn all(&self) -> &[Lexicon] {
        &self.lexicons
    }

    /// The digest of all that the recognition of rows depends on: the questionnaire, the terms of all
    /// languages, the words that were learned, and the rules.
    pub(super) const fn digest(&self) -> &Digest {
        &self.digest
    }

    /// The lexicon for pages in a language that no other knows.
    #[must_use]
    pub(super) const fn unknown(&self) -> &Lexicon {
        &self.unknown
    }
}

/// The digest of questionnaire, lexicon files and rules.
fn digest<S: AsRef<str>>(files: &[(S, S)], questionnaire: &Questionnaire) -> Digest {
    let asked = format!("{:?} {:?}", questionnaire.questions(), questionnaire.controls());
    let texts = files.iter().map(|(_, text)| ("lexicon", text.as_ref().as_bytes()));
    let others = [("rules", RULES.as_bytes()), ("questionnaire", asked.as_bytes())];
    Digest::of_parts(others.into_iter().chain(texts))
}

/// The language of a locale in lower case, and whether it is written in traditional Chinese.
fn script(locale: &str) -> (&str, bool) {
    let language = locale.split(['-', '_']).next().unwrap_or("");
    let traditional = ["tw", "hk", "mo", "hant"];
    let parts = locale.split(['-', '_']).skip(1);
    (language, language == "zh" && parts.into_iter().any(|part| traditional.contains(&part)))
}

fn compile_unknown(english: Option<&read::Draft>, questionnaire: &Questionnaire) -> Lexicon {
    let lexicon = compile(None, english, questionnaire);
    Lexicon { locale: UNKNOWN_LOCALE.into(), knows_labels: false, ..lexicon }
}

fn compile(
    own: Option<&read::Draft>,
    english: Option<&read::Draft>,
    questionnaire: &Questionnaire,
) -> Lexicon {
    let mut lexicon = Lexicon {
        locale: own.map_or_else(|| SOURCE_LOCALE.into(), |draft| Arc::clone(&draft.locale)),
        knows_labels: own.is_some_and(|draft| !draft.questions.is_empty()),
        labels: Terms::new(questionnaire.questions().len()),
        controls: Terms::new(questionnaire.controls().len()),
        months: Vec::new(),
        answers: HashMap::new(),
        choices: HashMap::new(),
        permission_types: HashMap::new(),
        permission_names: HashMap::new(),
        results: HashMap::new(),
    };
    for (number, question) in questionnaire.questions().iter().enumerate() {
        lexicon.add_question(number, question);
    }
    for (number, control) in questionnaire.controls().iter().enumerate() {
        for anchor in control.anchors.iter().filter(|anchor| !anchor.starts_with('#')) {
            lexicon.controls.add(number, anchor);
        }
    }
    // The own language goes first, because its meaning of a word wins over the English one.
    for draft in own.into_iter().chain(english.filter(|_| !same(own, english))) {
        lexicon.add(draft, questionnaire);
    }
    lexicon.months.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    lexicon
}

fn same(own: Option<&read::Draft>, english: Option<&read::Draft>) -> bool {
    own.map(|draft| &draft.locale) == english.map(|draft| &draft.locale)
}

impl Lexicon {
    fn add_question(&mut self, number: usize, question: &Question) {
        for anchor in &question.anchors {
            self.labels.add(number, anchor);
        }
        if !question.choices.is_empty() {
            let published = |choice: &crate::attestation::question::Choice| {
                (key(&choice.published), Arc::clone(&choice.code))
            };
            self.choices.insert(number, question.choices.iter().map(published).collect());
        }
    }

    fn learn(&mut self, wording: &Wording) {
        for (number, label) in wording.questions.iter().enumerate() {
            self.labels.add_whole(number, label);
        }
        for (number, label) in wording.controls.iter().enumerate() {
            self.controls.add_whole(number, label);
        }
        for (number, code, words) in &wording.choices {
            if self.choice(*number, words).is_none() {
                self.choices.entry(*number).or_default().push((key(words), Arc::clone(code)));
            }
        }
        wording.answers.iter().for_each(|(answer, word)| insert(&mut self.answers, word, *answer));
        let kinds = wording.permission_types.iter();
        kinds.for_each(|(kind, word)| insert(&mut self.permission_types, word, *kind));
        let outcomes = wording.outcomes.iter();
        outcomes.for_each(|(outcome, word)| insert(&mut self.results, word, *outcome));
    }

    fn add(&mut self, draft: &read::Draft, questionnaire: &Questionnaire) {
        for (number, terms) in &draft.questions {
            terms.iter().for_each(|term| self.labels.add(*number, term));
        }
        for (number, terms) in &draft.controls {
            terms.iter().for_each(|term| self.controls.add(*number, term));
        }
        for (month, name) in (1_i8..).zip(&draft.months) {
            self.months.push((fold(name), month));
        }
        for (answer, words) in &draft.answers {
            words.iter().for_each(|word| insert(&mut self.answers, word, *answer));
        }
        for (number, code, words) in &draft.choices {
            let question = questionnaire.questions().get(*number);
            let choices = question.map_or(&[][..], |question| &question.choices);
            let Some(choice) = choices.iter().find(|choice| *choice.code == **code) else {
                continue;
            };
            let terms = self.choices.entry(*number).or_default();
            terms.extend(words.iter().map(|word| (key(word), Arc::clone(&choice.code))));
        }
        for (kind, words) in &draft.permission_types {
            words.iter().for_each(|word| insert(&mut self.permission_types, word, *kind));
        }
        for (name, words) in &draft.permission_names {
            words.iter().for_each(|word| insert(&mut self.permission_names, word, name.clone()));
        }
        for (outcome, words) in &draft.results {
            words.iter().for_each(|word| insert(&mut self.results, word, *outcome));
        }
    }
}

fn insert<T>(map: &mut HashMap<String, T>, word: &str, value: T) {
    map.entry(key(word)).or_insert(value);
}

#[cfg(test)]
mod tests;
