//! The messages that one language has of its own.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::FILES;
use crate::embedded;
use crate::languages::{Formats, Language};

/// The messages of one language, with nothing below them.
pub(super) struct Layer {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Layer {
    /// Reads the files that the language has, or tells what is wrong with one of them.
    pub(super) fn load(language: Language) -> Result<Self, String> {
        let mut texts = Vec::new();
        for file in FILES {
            texts.extend(embedded::locale_text(&format!("{}/{file}", language.tag()))?);
        }
        Self::of(language, texts)
    }

    /// The messages of texts in the form of Fluent, none of which may stand twice.
    pub(super) fn of<T: Into<String>>(
        language: Language,
        texts: impl IntoIterator<Item = T>,
    ) -> Result<Self, String> {
        let tag = language.tag();
        let id: LanguageIdentifier = tag.parse().map_err(|_| format!("`{tag}` is no locale"))?;
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Reports mark the direction of foreign text themselves.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(number_in(language)));
        for text in texts {
            let resource = FluentResource::try_new(text.into())
                .map_err(|(_, faults)| format!("locales/{tag}: {}", told(&faults)))?;
            bundle
                .add_resource(resource)
                .map_err(|faults| format!("locales/{tag}: {}", told(&faults)))?;
        }
        Ok(Self { language, bundle })
    }

    /// The language of the messages.
    pub(super) fn language(&self) -> Language {
        self.language
    }

    /// The message of `key` with its values; `None` when the language does not have it.
    pub(super) fn say(&self, key: &str, values: &FluentArgs<'_>) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        // A missing value is shown as its name; the tests keep that from happening.
        let mut errors = Vec::new();
        Some(self.bundle.format_pattern(pattern, Some(values), &mut errors).into_owned())
    }
}

fn told(faults: &[impl ToString]) -> String {
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

/// Writes the counts of messages with the separators of the language. Fluent takes a plain
/// function here, which can carry no language, so there is one for each.
fn number_in<M>(language: Language) -> fn(&FluentValue<'_>, &M) -> Option<String> {
    match language {
        Language::German => |value, _| grouped(Language::German, value),
        Language::English => |value, _| grouped(Language::English, value),
        Language::Spanish => |value, _| grouped(Language::Spanish, value),
        Language::French => |value, _| grouped(Language::French, value),
        Language::Italian => |value, _| grouped(Language::Italian, value),
        Language::Japanese => |value, _| grouped(Language::Japanese, value),
        Language::Korean => |value, _| grouped(Language::Korean, value),
        Language::Portuguese => |value, _| grouped(Language::Portuguese, value),
        Language::Russian => |value, _| grouped(Language::Russian, value),
        Language::ChineseSimplified => |value, _| grouped(Language::ChineseSimplified, value),
        Language::ChineseTraditional => |value, _| grouped(Language::ChineseTraditional, value),
    }
}

fn grouped(language: Language, value: &FluentValue<'_>) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let whole: i64 = number.as_string().parse().ok()?;
    Some(Formats::of(language).ok()?.number(whole))
}
