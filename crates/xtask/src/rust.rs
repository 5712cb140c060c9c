//! A Rust source taken apart as far as the checks need it: paths, functions, tests, names, comments.
//!
//! Paths and names come from the tokens, so that those inside macros count too; functions and test
//! modules come from the syntax tree. Strings and comments are never mistaken for code.

mod names;
mod paths;
mod tree;

use std::ops::RangeInclusive;

use proc_macro2::{LineColumn, TokenStream, TokenTree};

pub(crate) use names::{Name, words_of};
pub(crate) use paths::Mention;
pub(crate) use tree::Function;

/// One Rust file.
#[derive(Debug)]
pub(crate) struct RustFile<'r> {
    /// The path from the root of the repository.
    pub(crate) path: &'r str,
    /// The text as it stands.
    pub(crate) text: &'r str,
    /// Every path that is written in the code, whole: `use a::{b, c}` gives `a::b` and `a::c`.
    pub(crate) mentions: Vec<Mention>,
    /// Every function with a body.
    pub(crate) functions: Vec<Function>,
    /// Every name that the file introduces.
    pub(crate) names: Vec<Name>,
    /// All tokens in the order of the text, groups opened.
    pub(crate) tokens: Vec<TokenTree>,
    tests: Vec<RangeInclusive<usize>>,
    strings: Vec<(LineColumn, LineColumn)>,
}

impl<'r> RustFile<'r> {
    /// Takes a source apart; the line and the words of the parser where it is not Rust.
    pub(crate) fn parse(path: &'r str, text: &'r str) -> Result<Self, (usize, String)> {
        let wrong = |error: &syn::Error| (error.span().start().line, error.to_string());
        let syntax = syn::parse_file(text).map_err(|error| wrong(&error))?;
        let stream: TokenStream = text.parse().map_err(|error: proc_macro2::LexError| {
            (error.span().start().line, error.to_string())
        })?;
        let mut tokens = Vec::new();
        flatten(stream.clone(), &mut tokens);
        let (functions, tests) = tree::functions_and_tests(&syntax);
        Ok(Self {
            path,
            text,
            mentions: paths::mentions(stream.clone()),
            functions,
            names: names::introduced(stream),
            strings: strings(text, &tokens),
            tokens,
            tests,
        })
    }

    /// Whether a line is test code: a test module, or a file that holds nothing but tests.
    pub(crate) fn is_test(&self, line: usize) -> bool {
        self.path.ends_with("/tests.rs")
            || self.path.starts_with("tests/")
            || self.path.contains("/tests/")
            || self.tests.iter().any(|lines| lines.contains(&line))
    }

    /// Whether the character at a column (counted from 0) of a line stands in a string.
    pub(crate) fn is_string(&self, line: usize, column: usize) -> bool {
        let at = LineColumn { line, column };
        self.strings.iter().any(|(start, end)| *start <= at && at < *end)
    }
}

/// Where the strings and characters stand. Doc comments are literals too for the lexer, but start
/// with a slash in the text.
fn strings(text: &str, tokens: &[TokenTree]) -> Vec<(LineColumn, LineColumn)> {
    let lines: Vec<&str> = text.lines().collect();
    tokens
        .iter()
        .filter(|token| matches!(token, TokenTree::Literal(_)))
        .map(|token| (token.span().start(), token.span().end()))
        .filter(|(start, _)| {
            let line = lines.get(start.line.saturating_sub(1));
            line.and_then(|line| line.chars().nth(start.column)) != Some('/')
        })
        .collect()
}

fn flatten(stream: TokenStream, tokens: &mut Vec<TokenTree>) {
    for token in stream {
        let inner = match &token {
            TokenTree::Group(group) => Some(group.stream()),
            TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => None,
        };
        tokens.push(token);
        if let Some(stream) = inner {
            flatten(stream, tokens);
        }
    }
}

#[cfg(test)]
mod tests;
