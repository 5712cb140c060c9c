//! What the first object of a stream tells about all that follows.

use super::scan::{End, Scan, closing_mark};

/// The names that a page may give its list.
pub(super) const LISTS: [&[u8]; 3] = [b"value", b"records", b"items"];

/// How the records stand in a stream that begins with an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// One a line.
    Lines,
    /// In a list within a page.
    Pages,
    /// One after the other, over several lines or without a break.
    Objects,
}

/// The shape of a stream that begins with these bytes, the first of which is `{`; `None` as long
/// as it cannot be told.
pub(super) fn shape(bytes: &[u8]) -> Option<Shape> {
    let mut rest = bytes.get(1..)?;
    loop {
        rest = rest.trim_ascii_start();
        let (first, after) = rest.split_first()?;
        rest = match first {
            b',' => after,
            b'}' => return closed(bytes, after),
            b'"' => match member(after) {
                Member::Skipped(rest) => rest,
                Member::List => return Some(Shape::Pages),
                Member::Wrong => return Some(Shape::Lines),
                Member::NotYet => return None,
            },
            _ => return Some(Shape::Lines),
        };
    }
}

/// The shape by what follows the first object.
fn closed(bytes: &[u8], after: &[u8]) -> Option<Shape> {
    let object = bytes.len() - after.len();
    let many_lines = bytes.get(..object)?.contains(&b'\n');
    match after.first()? {
        _ if many_lines => Some(Shape::Objects),
        b'{' | b',' => Some(Shape::Objects),
        _ => Some(Shape::Lines),
    }
}

enum Member<'a> {
    Skipped(&'a [u8]),
    List,
    Wrong,
    NotYet,
}

/// Passes over a member of an object, behind the quotation mark that opens its name.
fn member(text: &[u8]) -> Member<'_> {
    let close = closing_mark(text);
    let (name, rest) = text.split_at(close.unwrap_or(text.len()));
    // A name that a line break cuts is no JSON, whether or not a quotation mark follows later.
    if name.contains(&b'\n') {
        return Member::Wrong;
    }
    if close.is_none() {
        return Member::NotYet;
    }
    let rest = rest.get(1..).unwrap_or_default().trim_ascii_start();
    let rest = match rest.split_first() {
        None => return Member::NotYet,
        Some((b':', rest)) => rest.trim_ascii_start(),
        Some(_) => return Member::Wrong,
    };
    match rest.first() {
        None => Member::NotYet,
        Some(b'[') if LISTS.contains(&name) => Member::List,
        Some(b'{' | b'[' | b'"') => match Scan::default().feed(rest) {
            End::Behind(count) => Member::Skipped(rest.get(count..).unwrap_or_default()),
            End::NotYet => Member::NotYet,
            End::Broken(_) => Member::Wrong,
        },
        Some(b'-' | b'0'..=b'9' | b'a'..=b'z') => {
            match rest
                .iter()
                .position(|byte| matches!(byte, b',' | b'}') || byte.is_ascii_whitespace())
            {
                Some(end) => Member::Skipped(rest.get(end..).unwrap_or_default()),
                None => Member::NotYet,
            }
        }
        Some(_) => Member::Wrong,
    }
}
