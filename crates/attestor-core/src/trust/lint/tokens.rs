//! The facts of a text that every language must agree about.

use std::collections::BTreeSet;

use super::About;
use super::names::Names;

/// The facts of one text.
#[derive(Default)]
pub(super) struct Tokens {
    standards: BTreeSet<String>,
    editions: BTreeSet<String>,
    certificate_numbers: BTreeSet<String>,
    numbers: BTreeSet<String>,
    services: BTreeSet<String>,
    links: BTreeSet<String>,
}

impl Tokens {
    pub(super) fn of(body: &str, names: &Names<'_>) -> Self {
        let mut tokens = Self::default();
        let text = tokens.take_links(body);
        tokens.take_numbers(&text);
        tokens.services = names.in_text(&text).map(str::to_owned).collect();
        // Digits inside of names belong to the names.
        let in_names: BTreeSet<&str> =
            tokens.services.iter().flat_map(|name| name.split_whitespace()).collect();
        let numbers = std::mem::take(&mut tokens.numbers);
        let own = numbers.into_iter().filter(|number| !in_names.contains(number.as_str()));
        tokens.numbers = own.collect();
        tokens
    }

    pub(super) const fn about(&self, code: About) -> &BTreeSet<String> {
        match code {
            About::Standards => &self.standards,
            About::Editions => &self.editions,
            About::CertificateNumbers => &self.certificate_numbers,
            About::Numbers => &self.numbers,
            About::Services => &self.services,
            About::Links => &self.links,
        }
    }

    /// Takes the addresses of links out of a text and gives the rest.
    fn take_links(&mut self, body: &str) -> String {
        let mut text = String::with_capacity(body.len());
        let mut rest = body;
        while let Some((before, behind)) = rest.split_once("](") {
            text.push_str(before);
            text.push(' ');
            let (address, next) = behind.split_once(')').unwrap_or((behind, ""));
            self.links.insert(address.trim().to_owned());
            rest = next;
        }
        text.push_str(rest);
        text
    }

    /// Five digits are the number of a standard, four behind its colon the year of an edition, six
    /// behind two capitals the number of a certificate; other digits are a number.
    fn take_numbers(&mut self, text: &str) {
        let mut rest = text;
        let mut before = "";
        let mut behind_standard = false;
        while let Some(at) = rest.find(|letter: char| letter.is_ascii_digit()) {
            let (words, digits) = rest.split_at_checked(at).unwrap_or((rest, ""));
            if !words.is_empty() {
                before = words;
            }
            let length = digits.bytes().take_while(u8::is_ascii_digit).count();
            let (number, next) = digits.split_at_checked(length).unwrap_or((digits, ""));
            let is_standard = length == 5;
            let prefix = capitals(before);
            match (length, prefix) {
                (5, _) => self.standards.insert(number.to_owned()),
                (4, _) if behind_standard && words.trim() == ":" => {
                    self.editions.insert(number.to_owned())
                }
                (6, Some(prefix)) => self.certificate_numbers.insert(format!("{prefix} {number}")),
                _ => self.numbers.insert(number.to_owned()),
            };
            behind_standard = is_standard;
            rest = next;
        }
    }
}

/// Two capital letters and a space at the end of a text.
fn capitals(text: &str) -> Option<&str> {
    let text = text.strip_suffix(' ')?;
    let capitals = text.get(text.len().checked_sub(2)?..)?;
    capitals.bytes().all(|byte| byte.is_ascii_uppercase()).then_some(capitals)
}
