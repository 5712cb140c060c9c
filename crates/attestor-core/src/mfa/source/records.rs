//! A stream cut into records, in chunks of any size and in bounded memory.
//!
//! The first bytes tell the form: `[` is a list; `{` is a page with a list in it, or records one
//! after the other; anything else is a table with a head. See [`Records`].

use memchr::memchr;

use super::row::{Header, Row, cells};
use super::{Body, Reason, Record, Reject};

mod scan;
mod shape;
mod values;

use shape::{Shape, shape};
use values::{Top, Values};

/// The most bytes of one record: 4 MiB. The largest honest one has about 100 kB.
pub const MAX_RECORD: usize = 4 * 1024 * 1024;

/// Cuts a stream into records: one JSON object a line; pages with a list named `value`, `records`
/// or `items`, one or many; a list of objects; objects over several lines; a table with a head.
///
/// Memory stays within [`MAX_RECORD`]; a longer record is rejected, and reading goes on behind it.
#[derive(Debug)]
pub struct Records {
    form: Form,
    /// The bytes of a record whose end has not come yet.
    held: Vec<u8>,
    /// Where the first held byte stands, or the next byte if none is held.
    place: Place,
    limit: usize,
}

/// A place in the stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) line: u64,
    pub(super) offset: u64,
}

impl Place {
    /// The place behind some bytes.
    pub(super) fn after(self, bytes: &[u8]) -> Self {
        let lines = memchr::memchr_iter(b'\n', bytes).count();
        Self { line: self.line + lines as u64, offset: self.offset + bytes.len() as u64 }
    }

    /// A reject here.
    pub(super) const fn reject(self, reason: Reason) -> Reject {
        Reject { line: self.line, offset: self.offset, reason }
    }
}

#[derive(Debug)]
enum Form {
    /// Nothing but blanks came so far.
    Unknown,
    /// An object came, but not as much of it that its form shows.
    Object,
    /// One record a line.
    Lines(Lines),
    /// Values within other values.
    Values(Values),
}

/// Records that end with their line.
#[derive(Debug, Default)]
struct Lines {
    /// Whether the rest of a line is passed over, because it is too long.
    skipping: bool,
    /// Whether a line break may stand in quotation marks, as in tables.
    table: Option<Table>,
}

/// What is known about a table.
#[derive(Debug, Default)]
struct Table {
    header: Option<Header>,
    /// Whether the number of quotation marks of the record so far is odd.
    open: bool,
}

impl Table {
    /// Counts the quotation marks of more bytes of a record.
    fn see(&mut self, bytes: &[u8]) {
        self.open ^= memchr::memchr_iter(b'"', bytes).count() % 2 == 1;
    }
}

/// What takes records and rejects.
pub(super) trait Sink: FnMut(Result<Record<'_>, Reject>) {}
impl<F: FnMut(Result<Record<'_>, Reject>)> Sink for F {}

impl Default for Records {
    fn default() -> Self {
        Self::new()
    }
}

impl Records {
    /// A stream of which nothing has come yet.
    #[must_use]
    pub const fn new() -> Self {
        Self::with_limit(MAX_RECORD)
    }

    /// Like [`Records::new`], with another limit for the bytes of a record.
    #[must_use]
    pub const fn with_limit(limit: usize) -> Self {
        let place = Place { line: 1, offset: 0 };
        Self { form: Form::Unknown, held: Vec::new(), place, limit }
    }

    /// Takes the next chunk and hands over every record that it completes, in order. Records do
    /// not outlive the call; most are borrowed from the chunk.
    pub fn push(&mut self, chunk: &[u8], mut sink: impl FnMut(Result<Record<'_>, Reject>)) {
        self.take(chunk, &mut sink);
    }

    /// The end of the stream: hands over what is left, or rejects it as cut.
    pub fn finish(mut self, mut sink: impl FnMut(Result<Record<'_>, Reject>)) {
        if matches!(self.form, Form::Object) {
            // The first object may be the only one, over many lines and without a break behind it.
            let alone = self.held.contains(&b'\n') && scan::is_whole(&self.held);
            self.settle(if alone { Shape::Objects } else { Shape::Lines }, &mut sink);
        }
        match self.form {
            Form::Unknown | Form::Object => {}
            Form::Lines(_) => self.last_line(&mut sink),
            Form::Values(values) => values.finish(&self.held, &mut sink),
        }
    }

    /// The address of the next page that the last page named, if any.
    #[must_use]
    pub fn next_link(&self) -> Option<&str> {
        match &self.form {
            Form::Values(values) => values.next_link(),
            Form::Unknown | Form::Object | Form::Lines(_) => None,
        }
    }

    fn take(&mut self, chunk: &[u8], sink: &mut impl Sink) {
        match &mut self.form {
            Form::Unknown => self.begin(chunk, sink),
            Form::Object => {
                self.held.extend_from_slice(chunk);
                self.look(sink);
            }
            Form::Lines(_) => self.lines(chunk, sink),
            Form::Values(values) => values.push(chunk, &mut self.held, self.limit, sink),
        }
    }

    /// Looks for the first byte that is no blank and no mark of byte order.
    fn begin(&mut self, chunk: &[u8], sink: &mut impl Sink) {
        let is_blank = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, 0xef | 0xbb | 0xbf);
        let blanks = chunk.iter().take_while(|byte| is_blank(byte)).count();
        let (before, rest) = chunk.split_at(blanks);
        self.place = self.place.after(before);
        match rest.first() {
            None => {}
            Some(b'{') => {
                self.form = Form::Object;
                self.take(rest, sink);
            }
            Some(b'[') => {
                self.form = Form::Values(Values::new(Top::List, self.place));
                self.take(rest, sink);
            }
            Some(_) => {
                self.form = Form::Lines(Lines { table: Some(Table::default()), skipping: false });
                self.take(rest, sink);
            }
        }
    }

    /// Looks whether what is held shows its form. No more than a record's bytes are asked, so that
    /// the answer does not depend on how many came at once.
    fn look(&mut self, sink: &mut impl Sink) {
        let asked = self.held.get(..self.limit).unwrap_or(&self.held);
        match shape(asked) {
            Some(shape) => self.settle(shape, sink),
            None if self.held.len() > self.limit => self.settle(Shape::Lines, sink),
            None => {}
        }
    }

    fn settle(&mut self, shape: Shape, sink: &mut impl Sink) {
        self.form = match shape {
            Shape::Lines => Form::Lines(Lines::default()),
            Shape::Pages => Form::Values(Values::new(Top::Pages, self.place)),
            Shape::Objects => Form::Values(Values::new(Top::Objects, self.place)),
        };
        let held = std::mem::take(&mut self.held);
        self.take(&held, sink);
    }

    fn lines(&mut self, mut chunk: &[u8], sink: &mut impl Sink) {
        while let Some(at) = memchr(b'\n', chunk) {
            let (line, rest) = chunk.split_at(at);
            let rest = rest.get(1..).unwrap_or_default();
            chunk = rest;
            self.line(line, sink);
        }
        self.hold(chunk, sink);
    }

    /// Keeps the beginning of a line; one that grows too long is rejected at once.
    fn hold(&mut self, bytes: &[u8], sink: &mut impl Sink) {
        let Form::Lines(lines) = &mut self.form else { return };
        if lines.skipping {
            self.place.offset += bytes.len() as u64;
            return;
        }
        if self.held.len() + bytes.len() <= self.limit {
            self.held.extend_from_slice(bytes);
            if let Some(table) = &mut lines.table {
                table.see(bytes);
            }
            return;
        }
        sink(Err(self.place.reject(Reason::TooLong { limit: self.limit })));
        lines.skipping = true;
        if let Some(table) = &mut lines.table {
            table.open = false;
        }
        self.place = self.place.after(&self.held).after(bytes);
        self.held.clear();
    }

    /// Takes a line without its break.
    fn line(&mut self, line: &[u8], sink: &mut impl Sink) {
        let Form::Lines(lines) = &mut self.form else { return };
        if lines.skipping {
            lines.skipping = false;
            self.place.line += 1;
            self.place.offset += line.len() as u64 + 1;
            return;
        }
        if let Some(table) = &mut lines.table {
            table.see(line);
            if table.open && self.held.len() + line.len() < self.limit {
                self.held.extend_from_slice(line);
                self.held.push(b'\n');
                return;
            }
            table.open = false;
        }
        let mut held = std::mem::take(&mut self.held);
        let mut next = self.place.after(&held);
        next.line += 1;
        next.offset += line.len() as u64 + 1;
        if held.len() + line.len() > self.limit {
            sink(Err(self.place.reject(Reason::TooLong { limit: self.limit })));
        } else if held.is_empty() {
            self.one(line, sink);
        } else {
            held.extend_from_slice(line);
            self.one(&held, sink);
        }
        self.place = next;
        held.clear();
        self.held = held;
    }

    fn one(&mut self, line: &[u8], sink: &mut impl Sink) {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let Form::Lines(lines) = &mut self.form else { return };
        if line.iter().all(u8::is_ascii_whitespace) {
            return;
        }
        let Place { line: number, offset } = self.place;
        let record = |body| Record { line: number, offset, body };
        let Some(table) = &mut lines.table else {
            sink(Ok(record(Body::Json(line))));
            return;
        };
        match &table.header {
            Some(header) => sink(Ok(record(Body::Row(Row { header, bytes: line })))),
            None => match str::from_utf8(line) {
                Ok(text) => {
                    let names = cells(text).iter().map(|name| name.trim().to_owned()).collect();
                    table.header = Some(Header(names));
                }
                Err(_) => {
                    sink(Err(self.place.reject(Reason::NotUtf8)));
                    table.header = Some(Header::default());
                }
            },
        }
    }

    /// The last line, which has no line break: whole objects and rows are taken, others are cut.
    fn last_line(&mut self, sink: &mut impl Sink) {
        let held = std::mem::take(&mut self.held);
        let Form::Lines(lines) = &self.form else { return };
        let cut = match &lines.table {
            Some(table) => table.open,
            None => !scan::is_whole(&held),
        };
        if held.iter().all(u8::is_ascii_whitespace) {
            return;
        }
        if cut {
            sink(Err(self.place.reject(Reason::Cut)));
        } else {
            self.one(&held, sink);
        }
    }
}

#[cfg(test)]
mod tests;
