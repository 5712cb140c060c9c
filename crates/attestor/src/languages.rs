//! The languages of the web site: which there are, which one a reader gets, and how each writes
//! days, numbers, shares and lists.
//!
//! Read [`Language`] first, then `negotiate` (which language a reader gets), `formats` (days,
//! numbers, order) and `typography` (spaces before French punctuation).

mod formats;
mod negotiate;
mod typography;

pub(crate) use formats::Formats;
pub(crate) use negotiate::negotiate;
pub(crate) use typography::typography;

/// A language of the site, in the form of one country.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub(crate) enum Language {
    /// German as in Germany.
    German,
    /// English as in the United States: what a text falls back to.
    #[default]
    English,
    /// Spanish as in Spain.
    Spanish,
    /// French as in France.
    French,
    /// Italian as in Italy.
    Italian,
    /// Japanese.
    Japanese,
    /// Korean.
    Korean,
    /// Portuguese as in Brazil.
    Portuguese,
    /// Russian.
    Russian,
    /// Chinese in simplified script.
    ChineseSimplified,
    /// Chinese in traditional script.
    ChineseTraditional,
}

impl Language {
    /// All languages, in the order of their tags.
    pub(crate) const ALL: [Self; 11] = [
        Self::German,
        Self::English,
        Self::Spanish,
        Self::French,
        Self::Italian,
        Self::Japanese,
        Self::Korean,
        Self::Portuguese,
        Self::Russian,
        Self::ChineseSimplified,
        Self::ChineseTraditional,
    ];

    /// All languages, in the order of their tags.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter()
    }

    /// The tag, the first part of the address, and the name in the language itself.
    const fn row(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::German => ("de-DE", "de-de", "Deutsch"),
            Self::English => ("en-US", "en-us", "English"),
            Self::Spanish => ("es-ES", "es-es", "Español"),
            Self::French => ("fr-FR", "fr-fr", "Français"),
            Self::Italian => ("it-IT", "it-it", "Italiano"),
            Self::Japanese => ("ja-JP", "ja-jp", "日本語"),
            Self::Korean => ("ko-KR", "ko-kr", "한국어"),
            Self::Portuguese => ("pt-BR", "pt-br", "Português (Brasil)"),
            Self::Russian => ("ru-RU", "ru-ru", "Русский"),
            Self::ChineseSimplified => ("zh-CN", "zh-cn", "简体中文"),
            Self::ChineseTraditional => ("zh-TW", "zh-tw", "繁體中文"),
        }
    }

    /// The tag, such as `ko-KR`: the name of the folder under `locales/`.
    pub(crate) const fn tag(self) -> &'static str {
        self.row().0
    }

    /// The first part of an address, such as `ko-kr`.
    pub(crate) const fn path(self) -> &'static str {
        self.row().1
    }

    /// The language's name in the language itself.
    pub(crate) const fn own_name(self) -> &'static str {
        self.row().2
    }

    /// What stands in `lang="…"`. The two forms of Chinese choose their fonts by it.
    pub(crate) const fn html_lang(self) -> &'static str {
        self.tag()
    }

    /// What stands in `dir="…"`. All eleven are written from left to right.
    #[expect(clippy::unused_self, reason = "a language from right to left may follow")]
    pub(crate) const fn dir(self) -> &'static str {
        "ltr"
    }

    /// The language whose address begins with exactly this part; `None` for `ko-KR` and `ko`.
    pub(crate) fn of_path(path: &str) -> Option<Self> {
        Self::all().find(|language| language.path() == path)
    }

    /// The language with this tag, whatever its case; `None` for other countries, such as `pt-PT`.
    pub(crate) fn of_tag(tag: &str) -> Option<Self> {
        Self::all().find(|language| language.tag().eq_ignore_ascii_case(tag))
    }
}

#[cfg(test)]
mod tests;
