//! Every path that is written in a source: in `use` lines, expressions, types and macros.

use std::iter::Peekable;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree, token_stream};

/// A path as written, with the modules of its own file that it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mention {
    /// The names between the double colons; `*` for a glob import.
    pub(crate) segments: Vec<String>,
    /// The line of the first name of this branch.
    pub(crate) line: usize,
    /// The inline modules around it, outermost first.
    pub(crate) inside: Vec<String>,
}

impl Mention {
    /// Whether it takes everything that a module has.
    pub(crate) fn is_glob(&self) -> bool {
        self.segments.last().is_some_and(|last| last == "*")
    }

    /// Whether the path starts with these names.
    pub(crate) fn starts_with(&self, names: &[&str]) -> bool {
        self.segments.len() >= names.len()
            && self.segments.iter().zip(names).all(|(segment, name)| segment == name)
    }
}

type Tokens = Peekable<token_stream::IntoIter>;

/// All paths, in the order of the text. A single name is a path of one segment.
pub(super) fn mentions(stream: TokenStream) -> Vec<Mention> {
    let mut walk = Walk { found: Vec::new(), inside: Vec::new() };
    walk.stream(stream);
    walk.found
}

struct Walk {
    found: Vec<Mention>,
    inside: Vec<String>,
}

impl Walk {
    fn stream(&mut self, stream: TokenStream) {
        let mut tokens = stream.into_iter().peekable();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Ident(name) if name == "mod" => self.module(&mut tokens),
                TokenTree::Ident(name) => {
                    let line = name.span().start().line;
                    self.path(vec![name.to_string()], line, &mut tokens);
                }
                TokenTree::Group(group) => self.stream(group.stream()),
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
        }
    }

    fn module(&mut self, tokens: &mut Tokens) {
        let Some(TokenTree::Ident(name)) = tokens.next() else { return };
        if let Some(TokenTree::Group(_)) = tokens.peek() {
            self.inside.push(name.to_string());
            if let Some(TokenTree::Group(body)) = tokens.next() {
                self.stream(body.stream());
            }
            self.inside.pop();
        }
    }

    /// Goes on behind the names read so far, as long as double colons follow.
    fn path(&mut self, mut segments: Vec<String>, line: usize, tokens: &mut Tokens) {
        while double_colon(tokens) {
            match tokens.peek() {
                Some(TokenTree::Ident(name)) => segments.push(name.to_string()),
                Some(TokenTree::Punct(star)) if star.as_char() == '*' => {
                    segments.push("*".to_owned());
                }
                Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                    let branches = group.clone();
                    tokens.next();
                    return self.branches(&segments, &branches);
                }
                _ => break,
            }
            tokens.next();
        }
        self.found.push(Mention { segments, line, inside: self.inside.clone() });
    }

    /// The branches of `a::{b, c::d}`, each as a whole path.
    fn branches(&mut self, stem: &[String], group: &Group) {
        let mut tokens = group.stream().into_iter().peekable();
        while let Some(token) = tokens.next() {
            let name = match &token {
                TokenTree::Ident(name) => name.to_string(),
                TokenTree::Punct(star) if star.as_char() == '*' => "*".to_owned(),
                TokenTree::Punct(_) | TokenTree::Literal(_) | TokenTree::Group(_) => continue,
            };
            let mut segments = stem.to_vec();
            segments.push(name);
            self.path(segments, token.span().start().line, &mut tokens);
        }
    }
}

/// Takes `::` if it comes next.
fn double_colon(tokens: &mut Tokens) -> bool {
    let colon = |token: Option<&TokenTree>| matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == ':');
    if !colon(tokens.peek()) {
        return false;
    }
    let mut ahead = tokens.clone();
    ahead.next();
    if !colon(ahead.peek()) {
        return false;
    }
    tokens.next();
    tokens.next();
    true
}
