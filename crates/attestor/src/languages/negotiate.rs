//! Which language a reader gets who has not said it in the address.
//!
//! The order is cookie, `Accept-Language`, English. Ranges of the header are compared by what a
//! reader of them can read: `zh-HK` is traditional Chinese, `fr-CA` is French.

use icu_locale::{LanguageIdentifier, Locale, LocaleExpander, langid};

use super::Language;

/// The most ranges of a header that are looked at; the rest is not what a browser sends.
const MAX_RANGES: usize = 40;

/// A range of the header with its weight in thousandths.
struct Range {
    /// `None` for `*`.
    wanted: Option<LanguageIdentifier>,
    weight: u16,
}

/// The language for a reader: that of the cookie, else the best of the header (RFC 9110, section
/// 12.5.4), else English. What cannot be read counts as not sent.
pub(crate) fn negotiate(accept_language: Option<&str>, cookie: Option<&str>) -> Language {
    if let Some(chosen) = cookie.and_then(|value| Language::of_tag(value.trim())) {
        return chosen;
    }
    let mut ranges: Vec<Range> =
        accept_language.unwrap_or("").split(',').take(MAX_RANGES).filter_map(range).collect();
    // A stable sort: of equal weights the first one wins.
    ranges.sort_by_key(|range| u16::MAX - range.weight);
    let offered = ranges.iter().filter(|range| range.weight > 0);
    offered.filter_map(|range| best(range, &ranges)).next().unwrap_or_default()
}

/// The language that answers a range, unless another range refuses it.
fn best(range: &Range, ranges: &[Range]) -> Option<Language> {
    let refused = |language: &Language| {
        ranges.iter().any(|range| range.weight == 0 && names(range, *language))
    };
    let Some(wanted) = &range.wanted else {
        let listed = |language: &Language| ranges.iter().any(|range| names(range, *language));
        let rest = std::iter::once(Language::English).chain(Language::all());
        return rest.into_iter().find(|language| !listed(language));
    };
    spoken(wanted).filter(|language| !refused(language))
}

/// Whether a range says nothing that is not so of the language: `zh-Hant` names `zh-TW`.
fn names(range: &Range, language: Language) -> bool {
    let Some(wanted) = &range.wanted else { return false };
    let own = full(language);
    wanted.language == own.language
        && (wanted.script.is_none() || wanted.script == own.script)
        && (wanted.region.is_none() || wanted.region == own.region)
}

/// The language that readers of `wanted` can read.
fn spoken(wanted: &LanguageIdentifier) -> Option<Language> {
    let mut likely = wanted.clone();
    LocaleExpander::new_common().maximize(&mut likely);
    Language::all().find(|language| {
        let own = full(*language);
        // Only Chinese comes in two scripts; in any other script than Han it is simplified.
        let script = likely.script == own.script || *language != Language::ChineseTraditional;
        let other = *language == Language::ChineseSimplified
            && likely.script == full(Language::ChineseTraditional).script;
        likely.language == own.language && script && !other
    })
}

/// A language with its script and region.
const fn full(language: Language) -> LanguageIdentifier {
    match language {
        Language::German => langid!("de-Latn-DE"),
        Language::English => langid!("en-Latn-US"),
        Language::Spanish => langid!("es-Latn-ES"),
        Language::French => langid!("fr-Latn-FR"),
        Language::Italian => langid!("it-Latn-IT"),
        Language::Japanese => langid!("ja-Jpan-JP"),
        Language::Korean => langid!("ko-Kore-KR"),
        Language::Portuguese => langid!("pt-Latn-BR"),
        Language::Russian => langid!("ru-Cyrl-RU"),
        Language::ChineseSimplified => langid!("zh-Hans-CN"),
        Language::ChineseTraditional => langid!("zh-Hant-TW"),
    }
}

/// One range, such as `fr-CA;q=0.8`; `None` when it is not in its form.
fn range(text: &str) -> Option<Range> {
    let (name, weight) = match text.split_once(';') {
        Some((name, parameter)) => (name.trim(), weight(parameter)?),
        None => (text.trim(), 1000),
    };
    if name == "*" {
        return Some(Range { wanted: None, weight });
    }
    // Through a locale, because a range may carry extensions (`th-TH-u-nu-thai`).
    let locale = Locale::try_from_str(name).ok()?;
    Some(Range { wanted: Some(locale.id), weight }).filter(|_| !name.is_empty())
}

/// `q=0.8` in thousandths; `None` for anything but 0 to 1 with up to three decimals.
fn weight(parameter: &str) -> Option<u16> {
    let (name, value) = parameter.split_once('=')?;
    if !name.trim().eq_ignore_ascii_case("q") {
        return None;
    }
    let value = value.trim();
    let (whole, decimals) = value.split_once('.').unwrap_or((value, ""));
    let digits = decimals.bytes().all(|byte| byte.is_ascii_digit());
    if decimals.len() > 3 || !digits {
        return None;
    }
    let thousandths: u16 = format!("{decimals:0<3}").parse().ok()?;
    match (whole, thousandths) {
        ("0", _) => Some(thousandths),
        ("1", 0) => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
