//! One file, as a stream: does its content agree with what it should be, and is it nothing else?

use memchr::memmem;

use super::super::refusal::UploadRefusal;
use super::kind::{Container, Found, Kind, of_head};
use super::scan::{EndScan, TextScan, WordScan};

/// How much of the beginning and of the end is looked at.
const EDGE_BYTES: usize = 1024;

/// What declares in XML what its readers should fetch or multiply.
const DECLARATIONS: &[&[u8]] = &[b"<!DOCTYPE", b"<!ENTITY"];

/// A web page says which standard it follows; nothing reads it as XML.
const ENTITIES: &[&[u8]] = &[b"<!ENTITY"];

/// What a file should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Expected {
    /// A kind that is taken by itself.
    Kind(Kind),
    /// XML inside an office document.
    XmlPart,
    /// Bytes that nothing runs: fonts, drawings, settings of a printer.
    Inert,
}

/// Looks at one file while it passes.
#[derive(Debug)]
pub(super) struct Inspection {
    expected: Expected,
    extension: String,
    head: Vec<u8>,
    tail: Vec<u8>,
    size: u64,
    judged: bool,
    text: Option<TextScan>,
    words: Option<WordScan>,
    end: Option<EndScan>,
}

impl Inspection {
    /// Begins to look at a file of this name.
    pub(super) fn new(expected: Expected, name: &str) -> Self {
        let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
        let declarations = match expected {
            Expected::Kind(Kind::Xml) | Expected::XmlPart => Some(DECLARATIONS),
            Expected::Kind(Kind::Html) => Some(ENTITIES),
            Expected::Kind(_) | Expected::Inert => None,
        };
        let is_archive = matches!(expected, Expected::Kind(kind) if kind.is_archive());
        Self {
            expected,
            extension: extension.to_owned(),
            head: Vec::new(),
            tail: Vec::new(),
            size: 0,
            judged: false,
            text: is_text(expected).then(TextScan::default),
            words: declarations.map(WordScan::new),
            end: (!is_archive).then(EndScan::default),
        }
    }

    /// Takes the next piece; how the bytes are cut does not matter.
    pub(super) fn take(&mut self, piece: &[u8]) -> Result<(), UploadRefusal> {
        self.size = self.size.saturating_add(piece.len() as u64);
        let missing = EDGE_BYTES.saturating_sub(self.head.len());
        self.head.extend(piece.iter().take(missing));
        self.keep_tail(piece);
        if self.head.len() == EDGE_BYTES && !self.judged {
            self.judge_head()?;
        }
        if let Some(end) = &mut self.end {
            end.take(piece);
        }
        if let Some(words) = &mut self.words
            && words.meets(piece)
        {
            return Err(UploadRefusal::Entities);
        }
        // A program or a picture is called by its name before it is called no text.
        if let Some(text) = &mut self.text {
            text.take(piece).map_err(|refusal| self.named().unwrap_or(refusal))?;
        }
        Ok(())
    }

    /// The beginning of the file, up to a bound.
    pub(super) fn head(&self) -> &[u8] {
        &self.head
    }

    /// The end of the file has come.
    pub(super) fn finish(&mut self) -> Result<(), UploadRefusal> {
        if self.size == 0 {
            return self.finish_empty();
        }
        self.judge_head()?;
        if let Some(text) = &self.text {
            text.finish()?;
        }
        if self.end.as_ref().is_some_and(|end| end.has_archive(self.size)) {
            return Err(UploadRefusal::Polyglot("a ZIP archive"));
        }
        match self.expected {
            Expected::Kind(kind) => kind.container().map_or(Ok(()), |it| self.is_whole(it)),
            Expected::XmlPart | Expected::Inert => Ok(()),
        }
    }

    /// A text without a word is whole; nothing else is.
    fn finish_empty(&self) -> Result<(), UploadRefusal> {
        match self.expected {
            Expected::Kind(kind) => {
                let damaged = |it: Container| Err(UploadRefusal::Damaged(noun(it)));
                kind.container().map_or(Ok(()), damaged)
            }
            Expected::XmlPart | Expected::Inert => Ok(()),
        }
    }

    fn keep_tail(&mut self, piece: &[u8]) {
        self.tail.extend_from_slice(
            piece.get(piece.len().saturating_sub(EDGE_BYTES)..).unwrap_or(piece),
        );
        let surplus = self.tail.len().saturating_sub(EDGE_BYTES);
        self.tail.drain(..surplus);
    }

    /// Compares the beginning with what the file should be.
    fn judge_head(&mut self) -> Result<(), UploadRefusal> {
        self.judged = true;
        if let Some(refusal) = self.named() {
            return Err(refusal);
        }
        let pdf = memmem::find(&self.head, b"%PDF-");
        if pdf.is_some_and(|at| at > 0) && self.expected != Expected::Kind(Kind::Zip) {
            return Err(UploadRefusal::Polyglot("a PDF document"));
        }
        match self.expected {
            Expected::Kind(Kind::Xml) | Expected::XmlPart => judge_xml(&self.head),
            Expected::Kind(_) | Expected::Inert => Ok(()),
        }
    }

    /// Why the beginning does not fit, if it does not.
    fn named(&self) -> Option<UploadRefusal> {
        let mismatch = |found| {
            let extension = self.extension.clone();
            Some(UploadRefusal::KindMismatch { extension, found })
        };
        let wanted = match self.expected {
            Expected::Kind(kind) => kind.container(),
            Expected::XmlPart | Expected::Inert => None,
        };
        match (of_head(&self.head), wanted) {
            (Found::Program(form), _) => Some(UploadRefusal::Executable(form)),
            (Found::Container(found), Some(wanted)) if found == wanted => None,
            (Found::Container(found), _) => mismatch(found.words()),
            (Found::Other(_), _) if self.is_picture_part() => None,
            (Found::Other(words), _) => mismatch(words),
            (Found::Unknown, None) => None,
            (Found::Unknown, Some(_)) => mismatch("something else"),
        }
    }

    /// TIFF pictures are parts of office documents and taken nowhere else.
    fn is_picture_part(&self) -> bool {
        let tiff = ["tif", "tiff"].iter().any(|it| self.extension.eq_ignore_ascii_case(it));
        let magic = self.head.starts_with(b"II*\0") || self.head.starts_with(b"MM\0*");
        self.expected == Expected::Inert && tiff && magic
    }

    /// Whether a file ends as its kind does.
    fn is_whole(&self, container: Container) -> Result<(), UploadRefusal> {
        let end = self.tail.iter().rposition(|&byte| byte != 0).map_or(0, |at| at + 1);
        let padded = self.tail.get(..end).unwrap_or_default();
        let whole = match container {
            Container::Pdf => memmem::find(&self.tail, b"%%EOF").is_some(),
            Container::Png => {
                self.head.get(12..16) == Some(b"IHDR")
                    && self.tail.ends_with(b"\0\0\0\0IEND\xae\x42\x60\x82")
            }
            Container::Jpeg => padded.ends_with(b"\xff\xd9"),
            Container::Gif => self.size > 13 && padded.ends_with(b";"),
            Container::Webp => self.is_whole_riff(),
            // The walk through the archive finds its end.
            Container::Zip => true,
        };
        if whole { Ok(()) } else { Err(UploadRefusal::Damaged(noun(container))) }
    }

    fn is_whole_riff(&self) -> bool {
        let Some(&[a, b, c, d]) = self.head.get(4..8) else { return false };
        let inner = u64::from(u32::from_le_bytes([a, b, c, d]));
        inner.checked_add(8) == Some(self.size)
    }
}

/// Whether a file should be text throughout.
fn is_text(expected: Expected) -> bool {
    match expected {
        Expected::Kind(kind) => kind.container().is_none(),
        Expected::XmlPart => true,
        Expected::Inert => false,
    }
}

/// What a broken one should have been.
fn noun(container: Container) -> &'static str {
    match container {
        Container::Pdf => "PDF document",
        Container::Png => "PNG picture",
        Container::Jpeg => "JPEG picture",
        Container::Gif => "GIF picture",
        Container::Webp => "WebP picture",
        Container::Zip => "ZIP archive",
    }
}

/// XML begins with markup, in an encoding in which a declaration cannot hide.
fn judge_xml(head: &[u8]) -> Result<(), UploadRefusal> {
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    if !head.is_empty() && !head.starts_with(b"<") {
        let extension = "xml".to_owned();
        return Err(UploadRefusal::KindMismatch { extension, found: "something else" });
    }
    let Some(rest) = head.strip_prefix(b"<?xml") else { return Ok(()) };
    // A declaration so long that its encoding is out of sight has something to hide.
    let end = memmem::find(rest, b"?>").ok_or(UploadRefusal::Entities)?;
    match encoding_of(rest.get(..end).unwrap_or_default()) {
        Some(encoding) if !is_plain_encoding(&encoding) => Err(UploadRefusal::Entities),
        Some(_) | None => Ok(()),
    }
}

/// The encoding that a declaration names, in small letters.
fn encoding_of(declaration: &[u8]) -> Option<String> {
    let at = memmem::find(declaration, b"encoding")?;
    let text = std::str::from_utf8(declaration.get(at + 8..)?).ok()?;
    let value = text.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    value.split(quote).nth(1).map(str::to_ascii_lowercase)
}

/// Encodings in which letters of ASCII are themselves.
fn is_plain_encoding(encoding: &str) -> bool {
    matches!(encoding, "utf-8" | "us-ascii" | "ascii")
        || encoding.starts_with("iso-8859-")
        || encoding.starts_with("windows-125")
}
