//! Folding of words, so that spacing, case, accents and punctuation never decide a comparison.

/// Appends the letters and digits of `text` in lower case, without accents on Latin letters.
pub(super) fn fold_into(text: &str, folded: &mut String) {
    for letter in text.chars() {
        if letter.is_ascii() {
            if letter.is_ascii_alphanumeric() {
                folded.push(letter.to_ascii_lowercase());
            }
            continue;
        }
        fold_wide(letter, folded);
    }
}

/// The letters and digits of `text` in lower case, without accents on Latin letters.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// A folded label that still knows where its words begin.
#[derive(Debug, Default)]
pub(super) struct Label {
    /// The folded text.
    pub(super) text: String,
    /// For each byte of the text whether a word begins there. Letters of Chinese, Japanese and
    /// Korean part words, because these languages set Latin words next to their own.
    pub(super) begins: Vec<bool>,
}

impl Label {
    /// Folds a label.
    pub(super) fn new(text: &str) -> Self {
        let mut label = Self {
            text: String::with_capacity(text.len()),
            begins: Vec::with_capacity(text.len()),
        };
        let mut parted = true;
        for letter in text.chars() {
            if letter.is_ascii() {
                if letter.is_ascii_alphanumeric() {
                    label.text.push(letter.to_ascii_lowercase());
                    label.begins.push(parted);
                }
                parted = !letter.is_ascii_alphanumeric();
                continue;
            }
            let before = label.text.len();
            let mut bytes = [0; 4];
            fold_into(letter.encode_utf8(&mut bytes), &mut label.text);
            if label.text.len() > before {
                label.begins.push(parted);
            }
            label.begins.resize(label.text.len(), false);
            parted = label.text.len() == before || letter >= '\u{2e80}';
        }
        label
    }
}

fn fold_wide(letter: char, folded: &mut String) {
    // Chinese, Japanese and Korean letters have neither case nor accents.
    if matches!(letter, '\u{3041}'..='\u{30fa}' | '\u{30fc}'..='\u{d7a3}') {
        folded.push(letter);
        return;
    }
    // Full-width forms of ASCII are the same letters.
    if let Some(narrow) = narrow(letter) {
        if narrow.is_ascii_alphanumeric() {
            folded.push(narrow.to_ascii_lowercase());
        }
        return;
    }
    for lower in letter.to_lowercase() {
        match lower {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' => folded.push('a'),
            'ç' | 'č' | 'ć' => folded.push('c'),
            'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' => folded.push('e'),
            'ì' | 'í' | 'î' | 'ï' => folded.push('i'),
            'ñ' | 'ń' => folded.push('n'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' => folded.push('o'),
            'ù' | 'ú' | 'û' | 'ü' | 'ū' => folded.push('u'),
            'ý' | 'ÿ' => folded.push('y'),
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            'ß' => folded.push_str("ss"),
            'ё' => folded.push('е'),
            other if other.is_alphanumeric() => folded.push(other),
            _ => {}
        }
    }
}

/// The ASCII letter of a full-width form.
fn narrow(letter: char) -> Option<char> {
    let code = u32::from(letter);
    if (0xff01..=0xff5e).contains(&code) { char::from_u32(code - 0xfee0) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spacing_case_and_accents_fold_away() {
        for (text, folded) in [
            ("S/O", "so"),
            ("Édition 2", "edition2"),
            ("앱 이름", "앱이름"),
            ("ＳＯＣ　２", "soc2"),
            ("–", ""),
            ("Ёлка", "елка"),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }
}
