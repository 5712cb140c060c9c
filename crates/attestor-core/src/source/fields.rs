//! Taking maps apart key by key, so that one reading reports every fault.

use std::cell::RefCell;

use super::{Kind, Node};
use crate::fault::{Fault, Place, Problem};

/// Where the faults of one file are collected.
#[derive(Debug)]
pub struct Sink<'a> {
    file: &'a str,
    faults: &'a RefCell<Vec<Fault>>,
}

impl<'a> Sink<'a> {
    /// A sink for the faults of `file`.
    #[must_use]
    pub fn new(file: &'a str, faults: &'a RefCell<Vec<Fault>>) -> Self {
        Self { file, faults }
    }

    /// Adds a fault at a value.
    pub fn add(&self, node: &Node, problem: Problem) {
        self.add_at(node.line, problem);
    }

    /// Adds a fault at a line; 0 is the file as a whole.
    pub fn add_at(&self, line: u32, problem: Problem) {
        self.faults.borrow_mut().push(Fault { place: self.place(line), problem });
    }

    /// The place of a line of this file.
    #[must_use]
    pub fn place(&self, line: u32) -> Place {
        Place { file: self.file.to_owned(), line }
    }
}

/// A value that can be read from a node. Faults go to the sink, and then `None` comes back.
pub trait Decode: Sized {
    /// Reads the value.
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self>;
}

/// The keys of one map, taken one by one; [`Fields::finish`] reports those that nobody asked for.
#[derive(Debug)]
pub struct Fields<'n, 's> {
    /// The line that the map starts on.
    pub line: u32,
    entries: &'n [(String, u32, Node)],
    asked: Vec<&'static str>,
    sink: &'s Sink<'s>,
}

impl<'n, 's> Fields<'n, 's> {
    /// The fields of a map; a fault and `None` when the node is not a map.
    pub fn of(node: &'n Node, sink: &'s Sink<'s>) -> Option<Self> {
        match &node.kind {
            Kind::Map(entries) => Some(Self { line: node.line, entries, asked: Vec::new(), sink }),
            other => {
                sink.add(node, Problem::WrongKind { expected: "a map", found: other.name() });
                None
            }
        }
    }

    /// The value of a key that must be there.
    pub fn required<T: Decode>(&mut self, key: &'static str) -> Option<T> {
        let Some(node) = self.node(key) else {
            self.sink.add_at(self.line, Problem::MissingKey { key });
            return None;
        };
        T::decode(node, self.sink)
    }

    /// The value of a key that may be absent or null. The outer `None` is a fault.
    pub fn optional<T: Decode>(&mut self, key: &'static str) -> Option<Option<T>> {
        match self.node(key) {
            None => Some(None),
            Some(node) if node.kind == Kind::Null => Some(None),
            Some(node) => T::decode(node, self.sink).map(Some),
        }
    }

    /// The items of a list that may be absent; absent gives an empty list.
    pub fn items<T: Decode>(&mut self, key: &'static str) -> Option<Vec<T>> {
        match self.node(key) {
            None => Some(Vec::new()),
            Some(node) => list(node, self.sink),
        }
    }

    /// The items of a list that must be there and may not be empty.
    pub fn some_items<T: Decode>(&mut self, key: &'static str) -> Option<Vec<T>> {
        let Some(node) = self.node(key) else {
            self.sink.add_at(self.line, Problem::MissingKey { key });
            return None;
        };
        nonempty_list(node, self.sink)
    }

    /// The node of a key, for values that need a reader of their own.
    pub fn node(&mut self, key: &'static str) -> Option<&'n Node> {
        self.asked.push(key);
        self.entries.iter().find(|(name, ..)| name == key).map(|(.., node)| node)
    }

    /// Reports every key that was not asked for.
    pub fn finish(self) {
        for (key, line, _) in self.entries {
            if !self.asked.iter().any(|asked| asked == key) {
                let known = self.asked.iter().map(|&asked| asked.to_owned()).collect();
                self.sink.add_at(*line, Problem::UnknownKey { key: key.clone(), known });
            }
        }
    }
}

/// Reads every item of a list; faults of all items are reported before `None` comes back.
pub fn list<T: Decode>(node: &Node, sink: &Sink<'_>) -> Option<Vec<T>> {
    match &node.kind {
        Kind::List(items) => {
            let read: Vec<Option<T>> = items.iter().map(|item| T::decode(item, sink)).collect();
            read.into_iter().collect()
        }
        other => {
            sink.add(node, Problem::WrongKind { expected: "a list", found: other.name() });
            None
        }
    }
}

/// Like [`list`], and an empty list is a fault.
pub fn nonempty_list<T: Decode>(node: &Node, sink: &Sink<'_>) -> Option<Vec<T>> {
    let items = list(node, sink)?;
    if items.is_empty() {
        sink.add(node, Problem::EmptyList);
        return None;
    }
    Some(items)
}

/// Text that is not empty after trimming.
impl Decode for String {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        match &node.kind {
            Kind::Scalar { text, .. } if text.trim().is_empty() => {
                sink.add(node, Problem::EmptyText);
                None
            }
            Kind::Scalar { text, .. } => Some(text.clone()),
            other => {
                sink.add(node, Problem::WrongKind { expected: "a text", found: other.name() });
                None
            }
        }
    }
}

/// `true` or `false`, unquoted; `yes` and `no` are answers, not truth values.
impl Decode for bool {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let text = String::decode(node, sink)?;
        match text.as_str() {
            "true" => Some(true),
            "false" => Some(false),
            _ => {
                sink.add(node, Problem::NotABool { found: text });
                None
            }
        }
    }
}

macro_rules! whole_numbers {
    ($($number:ty),+) => {$(
        impl Decode for $number {
            fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
                let text = String::decode(node, sink)?;
                let number = text.parse::<$number>().ok();
                if number.is_none() {
                    let max = i64::try_from(<$number>::MAX).unwrap_or(i64::MAX);
                    let min = i64::try_from(<$number>::MIN).unwrap_or(i64::MIN);
                    sink.add(node, Problem::NotInBounds { found: text, min, max });
                }
                number
            }
        }
    )+};
}
whole_numbers!(u8, u16, u32, u64, i64);

#[cfg(test)]
mod tests;
