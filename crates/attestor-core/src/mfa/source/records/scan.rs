//! Following one JSON value to its end, without looking at what it says.

use memchr::{memchr2, memchr3};

/// How far into a value the bytes so far have led.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Scan {
    depth: u64,
    in_text: bool,
    escaped: bool,
}

/// Where a value ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// Behind so many bytes.
    Behind(usize),
    /// Not yet.
    NotYet,
    /// A line break stands in a text, behind so many bytes: this is no JSON, most likely cut.
    Broken(usize),
}

impl Scan {
    /// Before the first byte.
    pub(super) const fn new() -> Self {
        Self { depth: 0, in_text: false, escaped: false }
    }

    /// Takes more bytes of an object, a list or a text; the first one is its first byte.
    pub(super) fn feed(&mut self, bytes: &[u8]) -> End {
        let mut at = 0;
        while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
            let step = if self.in_text { self.text(rest) } else { self.outside(rest) };
            match step {
                Step::On(count) => at += count,
                Step::Over(count) => return End::Behind(at + count),
                Step::Broken(count) => return End::Broken(at + count),
            }
        }
        End::NotYet
    }

    fn text(&mut self, rest: &[u8]) -> Step {
        if self.escaped {
            self.escaped = false;
            return Step::On(1);
        }
        match mark_in_text(rest) {
            None => Step::On(rest.len()),
            Some((at, b'\\')) => {
                self.escaped = true;
                Step::On(at + 1)
            }
            Some((at, b'"')) => {
                self.in_text = false;
                self.over(at + 1)
            }
            Some((at, _)) => Step::Broken(at + 1),
        }
    }

    fn outside(&mut self, rest: &[u8]) -> Step {
        for (at, byte) in rest.iter().enumerate() {
            match byte {
                b'"' => {
                    self.in_text = true;
                    return Step::On(at + 1);
                }
                b'{' | b'[' => self.depth += 1,
                b'}' | b']' => {
                    self.depth = self.depth.saturating_sub(1);
                    if self.depth == 0 {
                        return Step::Over(at + 1);
                    }
                }
                _ => {}
            }
        }
        Step::On(rest.len())
    }

    const fn over(&self, count: usize) -> Step {
        if self.depth == 0 { Step::Over(count) } else { Step::On(count) }
    }
}

/// The first byte of a text that means something. Most texts are shorter than it takes to set up a
/// search, so that their first bytes are looked at one by one.
fn mark_in_text(rest: &[u8]) -> Option<(usize, u8)> {
    let is_mark = |byte: &u8| matches!(byte, b'"' | b'\\' | b'\n');
    let (near, far) = rest.split_at_checked(NEAR).unwrap_or((rest, &[]));
    let at = near.iter().position(is_mark);
    let at = at.or_else(|| memchr3(b'"', b'\\', b'\n', far).map(|at| near.len() + at))?;
    rest.get(at).map(|byte| (at, *byte))
}

/// The bytes of a text that are looked at one by one.
const NEAR: usize = 24;

enum Step {
    On(usize),
    Over(usize),
    Broken(usize),
}

/// Whether bytes are one whole object and blanks.
pub(super) fn is_whole(bytes: &[u8]) -> bool {
    let bytes = bytes.trim_ascii();
    bytes.first() == Some(&b'{') && Scan::default().feed(bytes) == End::Behind(bytes.len())
}

/// The place of a text's closing quotation mark, behind its opening one; `None` if it is not there.
pub(super) fn closing_mark(text: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        let found = at + memchr2(b'"', b'\\', text.get(at..)?)?;
        match text.get(found) {
            Some(b'\\') => at = found + 2,
            _ => return Some(found),
        }
    }
}
