//! What a translation must keep: numbers, days, web addresses and names of standards.
//!
//! [`Keeper::lost`] compares two texts. It only warns: a number that one text spells out as a word
//! is told too. `items` parts a text, `date` finds days among the parts.

mod date;
mod items;

use self::date::Found;
use self::items::{Item, items};
use super::lexicon::Lexicons;
use crate::word::words;

words! {
    /// What is compared.
    pub enum Kept {
        /// A web address, without its scheme and the language in its path.
        Address = "address",
        /// A standard with its number, such as `ISO 27001`.
        Standard = "standard",
        /// A day or a month of a year.
        Date = "date",
        /// Any other number.
        Number = "number",
    }
}

/// What stands in one of two texts only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lost {
    /// What it is.
    pub kind: Kept,
    /// What only the first text has, in its order.
    pub left: Vec<String>,
    /// What only the second text has, in its order.
    pub right: Vec<String>,
}

/// Compares texts and their translations, with the names of the months in all languages.
#[derive(Debug, Clone)]
pub struct Keeper {
    months: Vec<(String, i8)>,
}

/// Something that a translation must keep.
#[derive(Debug, PartialEq, Eq)]
struct Token {
    kind: Kept,
    text: String,
    /// A day whose month and number could be exchanged.
    exchanged: Option<String>,
}

impl Token {
    const fn new(kind: Kept, text: String) -> Self {
        Self { kind, text, exchanged: None }
    }

    fn same(&self, other: &Self) -> bool {
        let is = |text: &Option<String>, other: &Self| text.as_ref() == Some(&other.text);
        self.kind == other.kind
            && (self.text == other.text || is(&self.exchanged, other) || is(&other.exchanged, self))
    }
}

impl Keeper {
    /// A keeper that knows the months of these languages.
    #[must_use]
    pub fn new(lexicons: &Lexicons) -> Self {
        let months = lexicons.all().iter().flat_map(|lexicon| lexicon.months.iter().cloned());
        Self { months: months.collect() }
    }

    /// What stands in one of two texts only, by kind; nothing for a text without a translation.
    #[must_use]
    pub fn lost(&self, left: &str, right: &str) -> Vec<Lost> {
        if left.trim().is_empty() || right.trim().is_empty() {
            return Vec::new();
        }
        let (left, mut right) = (self.tokens(left), self.tokens(right));
        let mut only_left = Vec::new();
        for token in left {
            match right.iter().position(|other| token.same(other)) {
                Some(at) => drop(right.remove(at)),
                None => only_left.push(token),
            }
        }
        let of = |tokens: &[Token], kind: Kept| -> Vec<String> {
            let own = tokens.iter().filter(|token| token.kind == kind);
            own.map(|token| token.text.clone()).collect()
        };
        let all = Kept::ALL.iter().map(|kind| Lost {
            kind: *kind,
            left: of(&only_left, *kind),
            right: of(&right, *kind),
        });
        all.filter(|lost| !lost.left.is_empty() || !lost.right.is_empty()).collect()
    }

    fn tokens(&self, text: &str) -> Vec<Token> {
        let (addresses, rest) = addresses(text);
        let mut tokens: Vec<Token> =
            addresses.into_iter().map(|one| Token::new(Kept::Address, one)).collect();
        let all = items(&rest);
        let mut rest = all.as_slice();
        while let Some((first, behind)) = rest.split_first() {
            let found = date::find(rest, &self.months).map(dated).or_else(|| standard(rest));
            rest = match (found, first) {
                (Some((token, taken)), _) => {
                    tokens.push(token);
                    rest.get(taken.max(1)..).unwrap_or_default()
                }
                (None, Item::Number(digits)) => {
                    tokens.push(Token::new(Kept::Number, digits.clone()));
                    behind
                }
                (None, Item::Word(_) | Item::Sign(_)) => behind,
            };
        }
        tokens
    }
}

fn dated(found: Found) -> (Token, usize) {
    let Found { text, exchanged, taken } = found;
    (Token { kind: Kept::Date, text, exchanged }, taken)
}

/// A standard at the beginning of the items, and how many of them it takes.
fn standard(items: &[Item]) -> Option<(Token, usize)> {
    let is = |at: usize, word: &str| matches!(items.get(at), Some(Item::Word(it)) if it == word);
    let sign = |at: usize, sign: char| items.get(at) == Some(&Item::Sign(sign));
    let number = |at: usize| match items.get(at) {
        Some(Item::Number(digits)) => Some(digits.as_str()),
        Some(Item::Word(_) | Item::Sign(_)) | None => None,
    };
    let token = |text: String, taken| Some((Token::new(Kept::Standard, text), taken));
    // `PCI-DSS`, `ISO-27001`.
    let behind = if sign(1, '-') { 2 } else { 1 };
    if is(0, "iso") {
        let at = if sign(1, '/') && is(2, "iec") { 3 } else { behind };
        return token(format!("ISO {}", number(at)?), at + 1);
    }
    if is(0, "soc") {
        return token(format!("SOC {}", number(behind)?), behind + 1);
    }
    if is(0, "pci") && is(behind, "dss") {
        return token("PCI DSS".to_owned(), behind + 1);
    }
    if is(0, "nist") {
        let at = if is(1, "sp") { 2 } else { 1 };
        let first = number(at)?;
        let part = if sign(at + 1, '-') { number(at + 2) } else { None };
        return match part {
            Some(part) => token(format!("NIST {first}-{part}"), at + 3),
            None => token(format!("NIST {first}"), at + 1),
        };
    }
    None
}

/// The web addresses of a text, and the text without them.
fn addresses(text: &str) -> (Vec<String>, String) {
    const STARTS: [&str; 3] = ["https://", "http://", "www."];
    let (mut found, mut plain, mut rest) = (Vec::new(), String::new(), text);
    while let Some(at) = STARTS.iter().filter_map(|start| rest.find(start)).min() {
        let Some((before, from)) = rest.split_at_checked(at) else { break };
        let inside = |letter: char| letter.is_ascii_graphic() && !"<>\"'()[]{}|".contains(letter);
        let end = from.find(|letter| !inside(letter)).unwrap_or(from.len());
        let Some((address, behind)) = from.split_at_checked(end) else { break };
        plain.push_str(before);
        plain.push(' ');
        found.push(plain_address(address));
        rest = behind;
    }
    plain.push_str(rest);
    (found, plain)
}

/// An address in lower case without scheme, `www.`, end marks and the language in its path.
fn plain_address(address: &str) -> String {
    let address = address.trim_end_matches(['.', ',', ';', ':', '!', '?', '/', '*', '_']);
    let address = address.to_ascii_lowercase();
    let rest = address.split_once("://").map_or(address.as_str(), |(_, rest)| rest);
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    let parts: Vec<&str> = rest.split('/').filter(|part| !is_language(part)).collect();
    parts.join("/")
}

/// `fr-fr`, `zh-tw`.
fn is_language(part: &str) -> bool {
    let two = |text: &str| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_lowercase());
    part.split_once('-').is_some_and(|(language, country)| two(language) && two(country))
}

#[cfg(test)]
mod tests;
