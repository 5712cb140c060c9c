//! The names that a source introduces: functions, types, variants, fields, modules, variables.

use proc_macro2::{TokenStream, TokenTree};

/// A name and the line where it is introduced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Name {
    /// The name as written.
    pub(crate) text: String,
    /// Its line.
    pub(crate) line: usize,
}

/// Words behind which a new name stands.
const INTRODUCING: &[&str] =
    &["fn", "struct", "enum", "union", "trait", "mod", "type", "const", "static", "let", "mut"];

/// All names, also those inside macros. Names in patterns deeper than `let name` are not seen.
pub(super) fn introduced(stream: TokenStream) -> Vec<Name> {
    let mut names = Vec::new();
    collect(stream, false, &mut names);
    names
}

fn collect(stream: TokenStream, variants: bool, names: &mut Vec<Name>) {
    let tokens: Vec<TokenTree> = stream.into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        let before = |back: usize| at.checked_sub(back).and_then(|at| tokens.get(at));
        match token {
            TokenTree::Group(group) => {
                let of_enum = matches!(before(2), Some(TokenTree::Ident(word)) if word == "enum");
                collect(group.stream(), of_enum, names);
            }
            TokenTree::Ident(name) => {
                let announced = matches!(before(1), Some(TokenTree::Ident(word)) if INTRODUCING.iter().any(|known| word == known));
                let labeled = is_colon(tokens.get(at + 1))
                    && !is_colon(tokens.get(at + 2))
                    && !is_colon(before(1));
                let variant = variants && starts_item(before(1));
                if announced || labeled || variant {
                    names.push(Name { text: name.to_string(), line: name.span().start().line });
                }
            }
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

/// Whether a variant's name can stand behind this token: a comma, an attribute, or nothing.
fn starts_item(before: Option<&TokenTree>) -> bool {
    match before {
        None | Some(TokenTree::Group(_)) => true,
        Some(TokenTree::Punct(punct)) => punct.as_char() == ',',
        Some(TokenTree::Ident(_) | TokenTree::Literal(_)) => false,
    }
}

fn is_colon(token: Option<&TokenTree>) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == ':')
}

/// The lower-case words of a name or text: `passMark`, `pass_mark` and `PassMark` give the same.
pub(crate) fn words_of(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut last_lower = false;
    for letter in name.chars() {
        let starts = !letter.is_alphabetic() || (letter.is_uppercase() && last_lower);
        if starts {
            words.push(String::new());
        }
        if letter.is_alphabetic()
            && let Some(word) = words.last_mut()
        {
            word.extend(letter.to_lowercase());
        }
        last_lower = letter.is_lowercase();
    }
    words.retain(|word| !word.is_empty());
    words
}
