//! Values as logs write them: the same thing as a text, a number, a list, or JSON inside a text.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{self, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::mfa::rule::Step;

/// A text; null and absence give an empty one. Numbers and truth values give their own text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::mfa) struct Text<'a>(pub(in crate::mfa) Cow<'a, str>);

impl Text<'_> {
    /// The text without blanks around it.
    pub(in crate::mfa) fn trimmed(&self) -> &str {
        self.0.trim()
    }

    /// The same text without anything borrowed.
    pub(in crate::mfa) fn into_owned(self) -> Text<'static> {
        Text(Cow::Owned(self.0.into_owned()))
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextVisitor).map(Self)
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, a number or null")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text))
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(""))
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(""))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(if value { "true" } else { "false" }))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Self::Value, E> {
        Ok(Cow::Owned(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Self::Value, E> {
        Ok(Cow::Owned(value.to_string()))
    }
}

/// A number, or a word in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::mfa) enum Code<'a> {
    /// A number.
    Number(i64),
    /// A text, a number's text among them; empty for null and absence.
    Word(Cow<'a, str>),
}

impl Default for Code<'_> {
    fn default() -> Self {
        Self::Word(Cow::Borrowed(""))
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Code<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(CodeVisitor)
    }
}

struct CodeVisitor;

impl<'de> Visitor<'de> for CodeVisitor {
    type Value = Code<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number, a text or null")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Code::Word(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Code::Word(Cow::Owned(text.to_owned())))
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Code::default())
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(Code::default())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Self::Value, E> {
        Ok(Code::Number(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Self::Value, E> {
        Ok(Code::Number(i64::try_from(value).unwrap_or(i64::MAX)))
    }
}

/// A truth value, or `None` for null, an empty text and absence.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::mfa) struct Flag(pub(in crate::mfa) Option<bool>);

impl<'de> Deserialize<'de> for Flag {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Text::deserialize(deserializer)?;
        match text.trimmed() {
            "" => Ok(Self(None)),
            text if text.eq_ignore_ascii_case("true") => Ok(Self(Some(true))),
            text if text.eq_ignore_ascii_case("false") => Ok(Self(Some(false))),
            _ => Err(de::Error::custom("expected a truth value")),
        }
    }
}

/// A list of texts; a single text is JSON of a list, or words between blanks and commas. `None`
/// for null and absence.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::mfa) struct Words<'a>(pub(in crate::mfa) Option<Vec<Cow<'a, str>>>);

impl Words<'_> {
    /// The words, in order.
    pub(in crate::mfa) fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().flatten().map(Cow::as_ref)
    }

    /// The words, if the record has the list at all.
    pub(in crate::mfa) fn list(&self) -> Option<impl Iterator<Item = &str>> {
        self.0.as_ref().map(|words| words.iter().map(Cow::as_ref))
    }

    /// The same words without anything borrowed.
    pub(in crate::mfa) fn into_owned(self) -> Words<'static> {
        let owned = |word: Cow<'_, str>| Cow::Owned(word.into_owned());
        Words(self.0.map(|words| words.into_iter().map(owned).collect()))
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Words<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(WordsVisitor).map(Self)
    }
}

struct WordsVisitor;

impl WordsVisitor {
    fn owned<'de, E: de::Error>(text: &str) -> Result<Option<Vec<Cow<'de, str>>>, E> {
        if text.trim_start().starts_with('[') {
            let words: Vec<String> = serde_json::from_str(text).map_err(E::custom)?;
            return Ok(Some(words.into_iter().map(Cow::Owned).collect()));
        }
        let words = text.split([' ', ',', ';']).filter(|word| !word.is_empty());
        Ok(Some(words.map(|word| Cow::Owned(word.to_owned())).collect()))
    }
}

impl<'de> Visitor<'de> for WordsVisitor {
    type Value = Option<Vec<Cow<'de, str>>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of texts, a text or null")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        Self::owned(text)
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut words = Vec::new();
        while let Some(Text(word)) = seq.next_element()? {
            words.push(word);
        }
        Ok(Some(words))
    }
}

/// A value that stands as such, or as JSON inside a text; null, an empty text and absence give the
/// value's default. `Inner` borrows from the record where it can.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::mfa) struct Nested<T>(pub(in crate::mfa) T);

/// What may stand in a text: read once more from a text that does not live as long as the record.
pub(in crate::mfa) trait FromText: Sized + Default {
    /// Reads the value from JSON.
    fn from_text(text: &str) -> serde_json::Result<Self>;
}

impl<'de, T: Deserialize<'de> + FromText> Deserialize<'de> for Nested<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NestedVisitor(PhantomData)).map(Self)
    }
}

struct NestedVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de> + FromText> Visitor<'de> for NestedVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object, a list, the JSON of one in a text, or null")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        if text.trim().is_empty() {
            return Ok(T::default());
        }
        T::from_text(text).map_err(E::custom)
    }

    fn visit_unit<E>(self) -> Result<T, E> {
        Ok(T::default())
    }

    fn visit_none<E>(self) -> Result<T, E> {
        Ok(T::default())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<T, A::Error> {
        T::deserialize(de::value::SeqAccessDeserializer::new(seq))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::deserialize(de::value::MapAccessDeserializer::new(map))
    }
}

/// What became of a sign-in.
#[derive(Debug, Clone, Default, Deserialize)]
pub(in crate::mfa) struct Status<'a> {
    #[serde(borrow, default, rename = "errorCode", alias = "ErrorCode")]
    pub(in crate::mfa) error_code: Code<'a>,
    #[serde(borrow, default, rename = "additionalDetails", alias = "AdditionalDetails")]
    pub(in crate::mfa) additional: Text<'a>,
}

impl FromText for Status<'_> {
    fn from_text(text: &str) -> serde_json::Result<Self> {
        let status: Status<'_> = serde_json::from_str(text)?;
        let error_code = match status.error_code {
            Code::Number(number) => Code::Number(number),
            Code::Word(word) => Code::Word(Cow::Owned(word.into_owned())),
        };
        Ok(Self { error_code, additional: status.additional.into_owned() })
    }
}

/// One step of `authenticationDetails`.
#[derive(Debug, Clone, Default, Deserialize)]
pub(in crate::mfa) struct RawStep<'a> {
    #[serde(default)]
    succeeded: Flag,
    #[serde(borrow, default, rename = "authenticationMethod")]
    method: Text<'a>,
    #[serde(borrow, default, rename = "authenticationStepResultDetail")]
    result: Text<'a>,
    #[serde(borrow, default, rename = "authenticationStepRequirement")]
    requirement: Text<'a>,
}

impl RawStep<'_> {
    /// The step as the rule sees it.
    pub(in crate::mfa) fn as_step(&self) -> Step<'_> {
        Step {
            succeeded: self.succeeded.0 == Some(true),
            method: &self.method.0,
            result: &self.result.0,
            requirement: &self.requirement.0,
        }
    }

    fn into_owned(self) -> RawStep<'static> {
        RawStep {
            succeeded: self.succeeded,
            method: self.method.into_owned(),
            result: self.result.into_owned(),
            requirement: self.requirement.into_owned(),
        }
    }
}

impl FromText for Vec<RawStep<'_>> {
    fn from_text(text: &str) -> serde_json::Result<Self> {
        let steps: Vec<RawStep<'_>> = serde_json::from_str(text)?;
        Ok(steps.into_iter().map(RawStep::into_owned).collect())
    }
}

/// The names at the top of an object; the values are only skipped.
pub(in crate::mfa) struct Names<F>(pub(in crate::mfa) F);

impl<'de, F: FnMut(&str)> Visitor<'de> for Names<F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        while let Some(Text(name)) = map.next_key()? {
            (self.0)(&name);
            map.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }
}
