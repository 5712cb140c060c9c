//! Which of an app's versions speaks for it today.

use crate::attestation::page::facts::Facts;
use crate::attestation::question::Form;
use crate::day::Day;

/// The language that is taken where a page of the same day stands in several.
const FIRST_LOCALE: &str = "en-US";

/// By what versions of an app are ranked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The day of the page, see [`page_day`].
    pub updated: Option<Day>,
    /// The form of the page.
    pub form: Form,
    /// The locale of the page; empty where it names none.
    pub locale: String,
}

impl Standing {
    /// Whether a version that comes in takes the place of the current one: the later day, then the
    /// newer form, then the language (English first, then by code) decides; of two that are equal
    /// in all, the one that comes in. A version without a day loses to every day.
    #[must_use]
    pub fn replaces(&self, current: &Self) -> bool {
        let newer = (self.updated, self.form).cmp(&(current.updated, current.form));
        newer.is_gt() || (newer.is_eq() && rank(&self.locale) <= rank(&current.locale))
    }
}

/// The day of a page: of the publisher's last change, else of the front matter.
#[must_use]
pub fn page_day(facts: &Facts) -> Option<Day> {
    facts.last_updated.or(facts.ms_date)
}

fn rank(locale: &str) -> (bool, &str) {
    (locale != FIRST_LOCALE, locale)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn standing(day: &str, form: Form, locale: &str) -> Standing {
        Standing { updated: Day::parse(day), form, locale: locale.to_owned() }
    }

    #[test]
    fn the_later_day_then_the_newer_form_then_the_language_decides() {
        use Form::{Form2021, Form2022};
        let current = standing("2022-02-17", Form2022, "fr-FR");
        for (day, form, locale, replaces) in [
            ("2022-02-18", Form2021, "ko-KR", true),
            ("2022-02-16", Form2022, "en-US", false),
            ("2022-02-17", Form2021, "en-US", false),
            ("2022-02-17", Form2022, "en-US", true),
            ("2022-02-17", Form2022, "de-DE", true),
            ("2022-02-17", Form2022, "fr-FR", true),
            ("2022-02-17", Form2022, "ko-KR", false),
            ("", Form2022, "en-US", false),
        ] {
            let found = standing(day, form, locale).replaces(&current);
            assert_eq!(found, replaces, "{day} {form} {locale}");
        }
    }
}
