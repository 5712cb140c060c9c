//! One cell of a table: what a person sees, the English source, and where its link leads.

use super::bilingual::split_sources;

/// A cell as a person sees it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// The text without marks, tags and entities, trimmed.
    pub text: String,
    /// The English source on a side-by-side page; empty elsewhere.
    pub source: String,
    /// The target of the first link, as it stands.
    pub link: Option<String>,
    /// The first tag that names a language, such as `<span lang="ko-KR">`, as it stands.
    pub mark: Option<String>,
}

impl Cell {
    /// Reads the Markdown of a cell.
    pub(super) fn read(markdown: &str) -> Self {
        let (shown, source) = split_sources(markdown);
        let (text, link) = plain(&shown);
        let source = if source.is_empty() { source } else { plain(&source).0 };
        Self { text, source, link, mark: mark(&shown) }
    }

    /// Whether nothing stands in the cell.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.text.is_empty() && self.link.is_none()
    }
}

/// The first tag that names a language.
fn mark(markdown: &str) -> Option<String> {
    let at = markdown.find("<span lang=")?;
    let tag = markdown.get(at..)?;
    let end = tag.find('>')?;
    tag.get(..=end).map(str::to_owned)
}

/// The cells between unescaped pipes, without the outer ones, and whether the row is closed.
pub(super) fn split_row(row: &str) -> (Vec<&str>, bool) {
    let row = row.trim();
    let inner = row.strip_prefix('|').unwrap_or(row);
    let mut cells = Vec::with_capacity(6);
    let (mut start, mut escaped) = (0, false);
    for (at, byte) in inner.bytes().enumerate() {
        if byte == b'|' && !escaped {
            cells.push(inner.get(start..at).unwrap_or(""));
            start = at + 1;
        }
        escaped = byte == b'\\' && !escaped;
    }
    let last = inner.get(start..).unwrap_or("");
    let closed = start > 0 && last.trim().is_empty();
    if !closed {
        cells.push(last);
    }
    (cells, closed)
}

/// The text of some Markdown with inline HTML, and the target of its first link.
pub(super) fn plain(markdown: &str) -> (String, Option<String>) {
    let special = |byte: u8| matches!(byte, b'[' | b'<' | b'&' | b'\\' | b'*');
    if !markdown.bytes().any(special) {
        return (trim(markdown).to_owned(), None);
    }
    let mut plain = Plain { text: String::with_capacity(markdown.len()), link: None };
    plain.take(markdown, 0);
    (trim(&plain.text).to_owned(), plain.link)
}

/// White space and the invisible marks that pages indent with.
fn trim(text: &str) -> &str {
    let blank = |letter: char| letter.is_whitespace() || matches!(letter, '\u{200b}' | '\u{feff}');
    text.trim_matches(blank)
}

/// Links in the text of links end here.
const MAX_DEPTH: u8 = 3;

struct Plain {
    text: String,
    link: Option<String>,
}

impl Plain {
    fn take(&mut self, markdown: &str, depth: u8) {
        let special = |byte: u8| matches!(byte, b'[' | b'<' | b'&' | b'\\' | b'*');
        let mut rest = markdown;
        while let Some(at) = rest.bytes().position(special) {
            self.text.push_str(rest.get(..at).unwrap_or(""));
            let found = rest.get(at..).unwrap_or("");
            rest = match found.as_bytes().first() {
                Some(b'[') => self.bracket(found, depth),
                Some(b'<') => self.tag(found),
                Some(b'&') => self.entity(found),
                Some(b'\\') => self.escape(found),
                Some(_) | None => self.star(found),
            };
        }
        self.text.push_str(rest);
    }

    fn keep<'t>(&mut self, found: &'t str) -> &'t str {
        let mut letters = found.chars();
        self.text.extend(letters.next());
        letters.as_str()
    }

    /// `[text](target)` gives its text; any other bracket stays.
    fn bracket<'t>(&mut self, found: &'t str, depth: u8) -> &'t str {
        let Some((text, target, rest)) = link(found) else { return self.keep(found) };
        if depth >= MAX_DEPTH {
            return self.keep(found);
        }
        self.link.get_or_insert_with(|| decoded(target.trim()));
        self.take(text, depth + 1);
        rest
    }

    fn tag<'t>(&mut self, found: &'t str) -> &'t str {
        let tag_like =
            found.as_bytes().get(1).is_some_and(|b| b.is_ascii_alphabetic() || *b == b'/');
        let Some(end) = found.find('>').filter(|_| tag_like) else { return self.keep(found) };
        let (tag, rest) = found.split_at_checked(end + 1).unwrap_or((found, ""));
        if tag.starts_with("<br") {
            self.text.push('\n');
        } else if tag.starts_with("<p") {
            self.text.push(' ');
        }
        if let Some(target) = attribute(tag, "href") {
            self.link.get_or_insert_with(|| decoded(target));
        }
        rest
    }

    fn entity<'t>(&mut self, found: &'t str) -> &'t str {
        let end = found.bytes().take(12).position(|byte| byte == b';');
        let name = end.and_then(|end| found.get(1..end));
        let Some(letter) = name.and_then(entity) else { return self.keep(found) };
        self.text.push(letter);
        found.get(end.unwrap_or(0) + 1..).unwrap_or("")
    }

    fn escape<'t>(&mut self, found: &'t str) -> &'t str {
        let behind = found.get(1..).unwrap_or("");
        if behind.starts_with(['|', '*', '_', '[', ']', '<', '>', '#', '&', '\\', '`']) {
            return self.keep(behind);
        }
        self.keep(found)
    }

    /// `**` is emphasis; a single star is part of the text.
    fn star<'t>(&mut self, found: &'t str) -> &'t str {
        match found.strip_prefix("**") {
            Some(rest) => rest,
            None => self.keep(found),
        }
    }
}

/// A link's target without entities.
fn decoded(target: &str) -> String {
    let mut plain = Plain { text: String::with_capacity(target.len()), link: None };
    let mut rest = target;
    while let Some(at) = rest.find('&') {
        plain.text.push_str(rest.get(..at).unwrap_or(""));
        rest = plain.entity(rest.get(at..).unwrap_or(""));
    }
    plain.text.push_str(rest);
    plain.text
}

/// Text, target and what follows of a link at the start of `found`.
pub(super) fn link(found: &str) -> Option<(&str, &str, &str)> {
    let close = found.find("](")?;
    let text = found.get(1..close)?;
    let behind = found.get(close + 2..)?;
    let mut depth = 0_u32;
    for (at, byte) in behind.bytes().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' if depth == 0 => return Some((text, behind.get(..at)?, behind.get(at + 1..)?)),
            b')' => depth -= 1,
            b'\n' => return None,
            _ => {}
        }
    }
    None
}

/// The value of an attribute in single or double quotation marks.
pub(super) fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let (_, behind) = tag.split_once(name)?;
    let value = behind.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|letter| matches!(letter, '"' | '\''))?;
    value.get(1..)?.split(quote).next()
}

fn entity(name: &str) -> Option<char> {
    match name {
        "nbsp" => Some('\u{a0}'),
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let digits = name.strip_prefix('#')?;
            let code = match digits.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => digits.parse().ok()?,
            };
            char::from_u32(code).filter(|letter| !letter.is_control())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escaped_pipes_part_no_cells() {
        assert_eq!(split_row("| a \\| b | c |"), (vec![" a \\| b ", " c "], true));
        assert_eq!(split_row("| a | b"), (vec![" a ", " b"], false));
        assert_eq!(split_row("|"), (vec![""], false));
    }

    #[test]
    fn links_tags_and_entities_become_text() {
        for (markdown, text, link) in [
            ("[http://a.b/c...](http://a.b/c(1)d)", "http://a.b/c...", Some("http://a.b/c(1)d")),
            ("<a href='x'>Y</a> &#8217; &amp;", "Y ’ &", Some("x")),
            ("**Bold** 2 < 3 [x] a\\|b", "Bold 2 < 3 [x] a|b", None),
            ("&nbsp;&nbsp;in", "in", None),
            ("&unknown; & [", "&unknown; & [", None),
        ] {
            assert_eq!(plain(markdown), (text.to_owned(), link.map(str::to_owned)), "{markdown}");
        }
    }
}
