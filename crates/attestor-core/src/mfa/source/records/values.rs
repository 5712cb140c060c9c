//! Records within lists and pages, or one after the other, wherever their lines break.

use super::scan::{End, Scan};
use super::shape::LISTS;
use super::{Place, Sink};
use crate::mfa::source::{Body, Reason, Record};

/// The names under which a page gives the address of the next.
const LINKS: [&[u8]; 2] = [b"@odata.nextLink", b"nextLink"];
/// The most bytes of a name, or of an address, that are kept.
const MAX_NAME: usize = 64;
const MAX_LINK: usize = 8 * 1024;

/// What stands at the top of the stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Top {
    /// A list of records.
    List,
    /// Objects with a list of records in each.
    Pages,
    /// Records.
    Objects,
}

/// Where in the stream the next byte stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Spot {
    /// Between the values at the top.
    Top,
    /// Between the records of a list.
    Item,
    /// In a record.
    Record,
    /// In a value of a list that is no record.
    Stray,
    /// In a page, before a name or its end.
    Name,
    /// In a name.
    NameText,
    /// Behind a name.
    Colon,
    /// Before a page's value.
    Value,
    /// In a page's value that does not matter.
    Other,
    /// In the address of the next page.
    Link,
    /// In a number, `true`, `false` or `null`, of a list or of a page.
    Literal,
    /// Behind something that is no JSON, up to the next line.
    Lost,
}

/// The state of reading values.
#[derive(Debug)]
pub(super) struct Values {
    top: Top,
    spot: Spot,
    scan: Scan,
    /// Where the next byte stands.
    place: Place,
    /// Where the value in hand began.
    start: Place,
    /// Where the value began that is not handed over.
    passed: Place,
    too_long: bool,
    in_list: bool,
    has_list: bool,
    name: Vec<u8>,
    link: Vec<u8>,
    next: Option<String>,
}

impl Values {
    pub(super) const fn new(top: Top, place: Place) -> Self {
        Self {
            top,
            spot: Spot::Top,
            scan: Scan::new(),
            place,
            start: place,
            passed: place,
            too_long: false,
            in_list: false,
            has_list: false,
            name: Vec::new(),
            link: Vec::new(),
            next: None,
        }
    }

    /// The address of the next page that the last page named.
    pub(super) fn next_link(&self) -> Option<&str> {
        self.next.as_deref()
    }

    /// Takes a chunk; `held` keeps the beginning of a record for the next one.
    pub(super) fn push(
        &mut self,
        mut chunk: &[u8],
        held: &mut Vec<u8>,
        limit: usize,
        sink: &mut impl Sink,
    ) {
        while let Some(&byte) = chunk.first() {
            let taken = match self.spot {
                Spot::Record => self.record(chunk, held, limit, sink),
                Spot::Stray | Spot::Other | Spot::NameText | Spot::Link => self.value(chunk, sink),
                Spot::Lost => self.lost(chunk),
                Spot::Literal => self.literal(byte),
                _ if byte.is_ascii_whitespace() => 1,
                Spot::Top => self.at_top(byte, sink),
                Spot::Item => self.at_item(byte, sink),
                Spot::Name | Spot::Colon | Spot::Value => self.in_page(byte, sink),
            };
            let (done, rest) = chunk.split_at_checked(taken).unwrap_or((chunk, &[]));
            self.place = self.place.after(done);
            chunk = rest;
        }
    }

    /// The end of the stream: what is open was cut.
    pub(super) fn finish(self, held: &[u8], sink: &mut impl Sink) {
        let ended = matches!(self.spot, Spot::Top | Spot::Lost) && held.is_empty();
        if !ended {
            let place = if self.spot == Spot::Record { self.start } else { self.place };
            if !self.too_long {
                sink(Err(place.reject(Reason::Cut)));
            }
        }
    }

    fn begin(&mut self, spot: Spot) {
        self.spot = spot;
        self.scan = Scan::new();
        self.start = self.place;
        self.too_long = false;
    }

    /// Where things go on behind a value.
    const fn behind(&self) -> Spot {
        match (self.in_list, self.top) {
            (true, _) => Spot::Item,
            (false, Top::Pages) => Spot::Name,
            (false, Top::List | Top::Objects) => Spot::Top,
        }
    }

    fn at_top(&mut self, byte: u8, sink: &mut impl Sink) -> usize {
        match (byte, self.top) {
            (b',', _) => 1,
            (b'[', Top::List) => {
                (self.spot, self.in_list) = (Spot::Item, true);
                1
            }
            (b'{', Top::Pages) => {
                (self.spot, self.has_list, self.in_list) = (Spot::Name, false, false);
                (self.start, self.next) = (self.place, None);
                1
            }
            (b'{', Top::Objects) => {
                self.begin(Spot::Record);
                0
            }
            _ => self.lose(sink),
        }
    }

    fn at_item(&mut self, byte: u8, sink: &mut impl Sink) -> usize {
        match byte {
            b',' => 1,
            b'{' => {
                self.begin(Spot::Record);
                0
            }
            b']' => {
                self.in_list = false;
                self.spot = self.behind();
                1
            }
            b'"' | b'[' => {
                sink(Err(self.place.reject(Reason::NotARecord)));
                self.begin(Spot::Stray);
                self.passed = self.place;
                0
            }
            b'-' | b'0'..=b'9' | b'a'..=b'z' => {
                sink(Err(self.place.reject(Reason::NotARecord)));
                self.begin(Spot::Literal);
                0
            }
            _ => self.lose(sink),
        }
    }

    fn in_page(&mut self, byte: u8, sink: &mut impl Sink) -> usize {
        self.passed = self.place;
        match (self.spot, byte) {
            (Spot::Name, b',') => {}
            (Spot::Name, b'}') => {
                if !self.has_list {
                    sink(Err(self.start.reject(Reason::UnknownShape)));
                }
                self.spot = Spot::Top;
            }
            (Spot::Name, b'"') => {
                self.name.clear();
                self.spot = Spot::NameText;
                self.scan = Scan::new();
                return 0;
            }
            (Spot::Colon, b':') => self.spot = Spot::Value,
            (Spot::Value, b'[') if LISTS.contains(&self.name.as_slice()) => {
                (self.spot, self.in_list, self.has_list) = (Spot::Item, true, true);
            }
            (Spot::Value, b'"') if LINKS.contains(&self.name.as_slice()) => {
                self.link.clear();
                self.spot = Spot::Link;
                self.scan = Scan::new();
                return 0;
            }
            (Spot::Value, b'{' | b'[' | b'"') => {
                self.spot = Spot::Other;
                self.scan = Scan::new();
                return 0;
            }
            (Spot::Value, b'-' | b'0'..=b'9' | b'a'..=b'z') => {
                self.spot = Spot::Literal;
                return 0;
            }
            _ => return self.lose(sink),
        }
        1
    }

    /// More of a record; hands it over when its end has come.
    fn record(
        &mut self,
        chunk: &[u8],
        held: &mut Vec<u8>,
        limit: usize,
        sink: &mut impl Sink,
    ) -> usize {
        let end = self.scan.feed(chunk);
        let count = match end {
            End::Behind(count) | End::Broken(count) => count,
            End::NotYet => chunk.len(),
        };
        let part = chunk.get(..count).unwrap_or_default();
        if !self.too_long && held.len() + part.len() > limit {
            sink(Err(self.start.reject(Reason::TooLong { limit })));
            self.too_long = true;
        }
        let Place { line, offset } = self.start;
        let record = |bytes| Ok(Record { line, offset, body: Body::Json(bytes) });
        match end {
            End::NotYet if self.too_long => held.clear(),
            End::NotYet => held.extend_from_slice(part),
            End::Behind(_) if self.too_long => {}
            End::Behind(_) if held.is_empty() => sink(record(part)),
            End::Behind(_) => {
                held.extend_from_slice(part);
                sink(record(held));
            }
            End::Broken(_) => sink(Err(self.start.reject(Reason::Cut))),
        }
        if end != End::NotYet {
            held.clear();
            self.spot =
                if matches!(end, End::Broken(_)) { self.found_again() } else { self.behind() };
        }
        count
    }

    /// More of a value that is not handed over.
    fn value(&mut self, chunk: &[u8], sink: &mut impl Sink) -> usize {
        let end = self.scan.feed(chunk);
        let count = match end {
            End::Behind(count) | End::Broken(count) => count,
            End::NotYet => chunk.len(),
        };
        let part = chunk.get(..count).unwrap_or_default();
        let (kept, most) = match self.spot {
            Spot::NameText => (&mut self.name, MAX_NAME),
            _ => (&mut self.link, MAX_LINK),
        };
        if matches!(self.spot, Spot::NameText | Spot::Link) {
            kept.extend(part.iter().take(most.saturating_sub(kept.len())));
        }
        match end {
            End::NotYet => {}
            End::Broken(_) => {
                sink(Err(self.passed.reject(Reason::Cut)));
                self.spot = self.found_again();
            }
            End::Behind(_) => self.value_ended(),
        }
        count
    }

    fn value_ended(&mut self) {
        match self.spot {
            Spot::NameText => {
                self.name = unmarked(&self.name).to_vec();
                self.spot = Spot::Colon;
            }
            Spot::Link => {
                self.next = serde_json::from_slice(&self.link).ok();
                self.spot = Spot::Name;
            }
            _ => self.spot = self.behind(),
        }
    }

    /// Passes over a number or a word.
    fn literal(&mut self, byte: u8) -> usize {
        if matches!(byte, b',' | b'}' | b']') || byte.is_ascii_whitespace() {
            self.spot = self.behind();
            return 0;
        }
        1
    }

    fn lose(&mut self, sink: &mut impl Sink) -> usize {
        let words = "a value stands where none is expected".to_owned();
        sink(Err(self.place.reject(Reason::NotJson(words))));
        self.spot = Spot::Lost;
        0
    }

    fn lost(&mut self, chunk: &[u8]) -> usize {
        match memchr::memchr(b'\n', chunk) {
            None => chunk.len(),
            Some(at) => {
                self.spot = self.found_again();
                at + 1
            }
        }
    }

    /// Where reading goes on in a new line, after something was broken.
    fn found_again(&mut self) -> Spot {
        self.in_list = self.top == Top::List;
        if self.in_list { Spot::Item } else { Spot::Top }
    }
}

/// A name without its quotation marks.
fn unmarked(name: &[u8]) -> &[u8] {
    let inner = name.strip_prefix(b"\"").unwrap_or(name);
    inner.strip_suffix(b"\"").unwrap_or(inner)
}
