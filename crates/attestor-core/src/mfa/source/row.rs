//! Rows of tables with a head, as CSV has them.

use std::borrow::Cow;

/// The names of a table's columns, in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Header(pub Vec<String>);

/// One row of a table, not yet taken apart.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    /// The names of the columns.
    pub header: &'a Header,
    /// The row as it stands there, without its line break.
    pub bytes: &'a [u8],
}

impl<'a> Row<'a> {
    /// The cells by name, as far as both reach; `None` if the row is not UTF-8.
    pub(super) fn cells(self) -> Option<Vec<(&'a str, Cow<'a, str>)>> {
        let cells = cells(str::from_utf8(self.bytes).ok()?);
        Some(self.header.0.iter().map(String::as_str).zip(cells).collect())
    }
}

/// Takes a line apart: cells between commas, in quotation marks if need be, which are doubled inside.
pub(super) fn cells(line: &str) -> Vec<Cow<'_, str>> {
    let mut cells = Vec::new();
    let mut rest = Some(line);
    while let Some(text) = rest {
        let (cell, after) = match text.strip_prefix('"') {
            Some(inner) => quoted(inner),
            None => plain(text),
        };
        cells.push(cell);
        rest = after;
    }
    cells
}

fn plain(text: &str) -> (Cow<'_, str>, Option<&str>) {
    match text.split_once(',') {
        Some((cell, rest)) => (Cow::Borrowed(cell), Some(rest)),
        None => (Cow::Borrowed(text), None),
    }
}

fn quoted(inner: &str) -> (Cow<'_, str>, Option<&str>) {
    let mut cell = Cow::Borrowed("");
    let mut rest = inner;
    while let Some((before, after)) = rest.split_once('"') {
        cell += before;
        let Some(next) = after.strip_prefix('"') else {
            return (cell, after.split_once(',').map(|(_, rest)| rest));
        };
        cell += "\"";
        rest = next;
    }
    cell += rest;
    (cell, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_taken_apart() {
        for (line, expected) in [
            ("a,b,,c", vec!["a", "b", "", "c"]),
            ("\"a,b\",\"say \"\"hi\"\"\",c", vec!["a,b", "say \"hi\"", "c"]),
            ("", vec![""]),
            ("a,", vec!["a", ""]),
            ("\"open", vec!["open"]),
        ] {
            assert_eq!(cells(line), expected, "{line}");
        }
    }
}
