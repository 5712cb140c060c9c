//! YAML text as a bounded tree in which every value knows its line.

use std::collections::HashSet;

use saphyr_parser::{Event, Parser, ScalarStyle, StrInput};

use super::Sink;
use crate::fault::Problem;

/// The most bytes one YAML file may hold: 4 MiB. The largest honest file is about 100 kB.
pub const MAX_BYTES: u64 = 4 * 1024 * 1024;
/// The deepest nesting of lists and maps.
const MAX_DEPTH: usize = 24;
/// The most values in one file.
const MAX_NODES: usize = 200_000;

/// A value and the line it starts on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// The line, counted from 1.
    pub line: u32,
    /// What stands there.
    pub kind: Kind,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// No value at all, `~` or `null`.
    Null,
    /// A text, number, day or truth value.
    Scalar {
        /// The value as written, without quotation marks.
        text: String,
        /// Whether it stood in quotation marks or in a block, which tells `"null"` from `null`.
        quoted: bool,
    },
    /// A list.
    List(Vec<Node>),
    /// Keys with their lines and values, in the order of the file; each key stands once.
    Map(Vec<(String, u32, Node)>),
}

impl Kind {
    /// The kind's name in messages.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Null => "nothing",
            Self::Scalar { .. } => "a single value",
            Self::List(_) => "a list",
            Self::Map(_) => "a map",
        }
    }
}

/// Reads one YAML document. Faults go to the sink; `None` means that nothing usable was read.
/// An empty text gives a [`Kind::Null`] node. Memory stays within a small multiple of the text.
#[must_use]
pub fn parse(text: &str, sink: &Sink<'_>) -> Option<Node> {
    if text.len() as u64 > MAX_BYTES {
        sink.add_at(0, Problem::TooLarge { bytes: text.len() as u64, limit: MAX_BYTES });
        return None;
    }
    let mut builder = Builder { open: Vec::new(), done: None, count: 0 };
    for event in Parser::<StrInput<'_>>::new_from_str(text) {
        let (event, span) = match event {
            Ok(found) => found,
            Err(error) => {
                sink.add_at(line(error.marker().line()), Problem::Syntax(error.info().to_owned()));
                return None;
            }
        };
        if let Err(problem) = builder.take(event, line(span.start.line()), sink) {
            sink.add_at(line(span.start.line()), problem);
            return None;
        }
    }
    Some(builder.done.unwrap_or(Node { line: 1, kind: Kind::Null }))
}

fn line(line: usize) -> u32 {
    u32::try_from(line).unwrap_or(u32::MAX)
}

/// A list or map whose end has not come yet.
enum Open {
    List {
        line: u32,
        items: Vec<Node>,
    },
    Map {
        line: u32,
        entries: Vec<(String, u32, Node)>,
        /// The keys of `entries`, so that a map with very many keys is still read in linear time.
        names: HashSet<String>,
        key: Option<(String, u32)>,
    },
}

struct Builder {
    open: Vec<Open>,
    done: Option<Node>,
    count: usize,
}

impl Builder {
    fn take(&mut self, event: Event<'_>, line: u32, sink: &Sink<'_>) -> Result<(), Problem> {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                plain(anchor, tag.is_some())?;
                let kind = scalar(text.into_owned(), style);
                self.put(Node { line, kind }, sink)
            }
            Event::SequenceStart(anchor, tag) => {
                plain(anchor, tag.is_some())?;
                self.push(Open::List { line, items: Vec::new() })
            }
            Event::MappingStart(anchor, tag) => {
                plain(anchor, tag.is_some())?;
                let names = HashSet::new();
                self.push(Open::Map { line, entries: Vec::new(), names, key: None })
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(sink),
            Event::Alias(_) => Err(Problem::NotPlain { found: "aliases" }),
            Event::DocumentStart(_) if self.done.is_some() => {
                Err(Problem::Syntax("only one document may stand in a file".to_owned()))
            }
            Event::Nothing
            | Event::StreamStart
            | Event::StreamEnd
            | Event::DocumentStart(_)
            | Event::DocumentEnd => Ok(()),
        }
    }

    fn push(&mut self, open: Open) -> Result<(), Problem> {
        if self.open.len() >= MAX_DEPTH {
            return Err(Problem::TooDeep { limit: MAX_DEPTH });
        }
        self.open.push(open);
        Ok(())
    }

    fn close(&mut self, sink: &Sink<'_>) -> Result<(), Problem> {
        match self.open.pop() {
            Some(Open::List { line, items }) => {
                self.put(Node { line, kind: Kind::List(items) }, sink)
            }
            Some(Open::Map { line, entries, .. }) => {
                self.put(Node { line, kind: Kind::Map(entries) }, sink)
            }
            None => Ok(()),
        }
    }

    fn put(&mut self, node: Node, sink: &Sink<'_>) -> Result<(), Problem> {
        self.count += 1;
        if self.count > MAX_NODES {
            return Err(Problem::TooMany { limit: MAX_NODES });
        }
        match self.open.last_mut() {
            None => self.done = Some(node),
            Some(Open::List { items, .. }) => items.push(node),
            Some(Open::Map { entries, names, key, .. }) => match key.take() {
                None => *key = Some((key_text(&node)?, node.line)),
                Some((name, at)) if !names.insert(name.clone()) => {
                    sink.add_at(at, Problem::DuplicateKey { key: name });
                }
                Some((name, at)) => entries.push((name, at, node)),
            },
        }
        Ok(())
    }
}

fn plain(anchor: usize, tagged: bool) -> Result<(), Problem> {
    match (anchor, tagged) {
        (0, false) => Ok(()),
        (_, true) => Err(Problem::NotPlain { found: "tags" }),
        (_, false) => Err(Problem::NotPlain { found: "anchors" }),
    }
}

fn scalar(text: String, style: ScalarStyle) -> Kind {
    let quoted = !matches!(style, ScalarStyle::Plain);
    if !quoted && matches!(text.as_str(), "" | "~" | "null") {
        return Kind::Null;
    }
    Kind::Scalar { text, quoted }
}

fn key_text(node: &Node) -> Result<String, Problem> {
    match &node.kind {
        Kind::Scalar { text, .. } => Ok(text.clone()),
        other => Err(Problem::WrongKind { expected: "a key", found: other.name() }),
    }
}

#[cfg(test)]
mod tests;
