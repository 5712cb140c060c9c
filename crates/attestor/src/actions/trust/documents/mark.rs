//! Names a reader on every page of a PDF: bytes and a mark in, bytes out.
//!
//! Read in this order: [`mark`]; `pages` (which pages there are), `sheet` (where a page's corners
//! are, whichever way it is turned), `words` (what is written, and in which letters).
//!
//! The reader of PDFs works on strangers' bytes. Its bounds are here: the size of the file, the
//! pages, and how much the streams that hold the structure may unpack to, one by one and together.

mod pages;
mod sheet;
pub(crate) mod words;

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fmt;

use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId, Stream};

use self::pages::Page;
use self::sheet::Sheet;
pub(crate) use self::words::Reader;

/// The most bytes of a PDF, inclusive.
pub(crate) const MOST_BYTES: usize = 32 << 20;
/// The most pages, inclusive.
pub(crate) const MOST_PAGES: usize = 2_000;
/// What one stream of the structure may unpack to, in bytes.
const STREAM_BYTES: usize = 4 << 20;
/// What all of them may unpack to together, in bytes.
const STRUCTURE_BYTES: usize = 32 << 20;
/// How often a file may have been continued; each time costs another reading of its tables.
const MOST_PARTS: usize = 200;

/// Why a PDF cannot be marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unmarkable {
    /// It is larger than [`MOST_BYTES`].
    TooLarge,
    /// It is encrypted.
    Encrypted,
    /// It has more than [`MOST_PAGES`] pages.
    TooManyPages,
    /// Its structure unpacks to more than the bounds.
    TooDense,
    /// It cannot be read, or a page of it cannot be found.
    Unreadable,
}

impl fmt::Display for Unmarkable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooLarge => "too-large",
            Self::Encrypted => "encrypted",
            Self::TooManyPages => "too-many-pages",
            Self::TooDense => "too-dense",
            Self::Unreadable => "unreadable",
        })
    }
}

impl From<lopdf::Error> for Unmarkable {
    fn from(error: lopdf::Error) -> Self {
        match error {
            lopdf::Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded { .. }) => {
                Self::TooDense
            }
            _ => Self::Unreadable,
        }
    }
}

thread_local! {
    /// What the structure of the file that this thread reads may still unpack to, in bytes.
    static LEFT: Cell<usize> = const { Cell::new(0) };
}

/// The PDF with the reader named on every page. The file is written anew: what older states of it
/// held is gone, and so is the worth of a signature on it.
pub(crate) fn mark(bytes: &[u8], reader: &Reader<'_>) -> Result<Vec<u8>, Unmarkable> {
    let mut document = load(bytes)?;
    let pages = pages::all(&document, MOST_PAGES)?;
    let before = document.try_add_object(Stream::new(Dictionary::new(), b"q\n".to_vec()))?;
    let mut marks: BTreeMap<Sheet, ObjectId> = BTreeMap::new();
    for page in pages {
        let id = match marks.get(&page.sheet) {
            Some(id) => *id,
            None => {
                let id = document.try_add_object(words::form(page.sheet, reader))?;
                marks.insert(page.sheet, id);
                id
            }
        };
        put(&mut document, page, before, id)?;
    }
    let mut marked = Vec::with_capacity(bytes.len());
    document.save_to(&mut marked).map_err(|_| Unmarkable::Unreadable)?;
    Ok(marked)
}

/// Marks a PDF for a try, and looks whether what comes out can be read with as many pages. Gives
/// their number.
pub(crate) fn can_be_marked(bytes: &[u8]) -> Result<usize, Unmarkable> {
    let count = pages::all(&load(bytes)?, MOST_PAGES)?.len();
    let reader = Reader { name: "Reader", organization: "Organization", at: "", id: "000000" };
    let marked = mark(bytes, &reader)?;
    // A file near the bound may grow beyond it; what was read once is read again here all the same.
    let again = pages::all(&read(&marked)?, MOST_PAGES)?.len();
    if again == count { Ok(count) } else { Err(Unmarkable::Unreadable) }
}

fn load(bytes: &[u8]) -> Result<Document, Unmarkable> {
    if bytes.len() > MOST_BYTES {
        return Err(Unmarkable::TooLarge);
    }
    read(bytes)
}

fn read(bytes: &[u8]) -> Result<Document, Unmarkable> {
    let is_part = |window: &[u8]| window == b"startxref" || window == b"/XRefStm ";
    if bytes.windows(9).filter(|window| is_part(window)).count() > MOST_PARTS {
        return Err(Unmarkable::TooDense);
    }
    LEFT.set(STRUCTURE_BYTES);
    let options = LoadOptions {
        filter: Some(within_bounds),
        max_decompressed_size: Some(STREAM_BYTES),
        ..LoadOptions::default()
    };
    let document = Document::load_mem_with_options(bytes, options);
    if LEFT.get() == 0 {
        return Err(Unmarkable::TooDense);
    }
    let document = document?;
    if document.is_encrypted() || document.was_encrypted() {
        return Err(Unmarkable::Encrypted);
    }
    Ok(document)
}

/// Takes what a stream of objects unpacks to from what is left, before it is read; one that is too
/// much is left out, and nothing is left from then on.
fn within_bounds(id: ObjectId, object: &mut Object) -> Option<(ObjectId, Object)> {
    let Object::Stream(stream) = object else { return Some((id, object.clone())) };
    if stream.dict.has_type(b"ObjStm") {
        let unpacked = stream.get_plain_content_with_limit(STREAM_BYTES.min(LEFT.get()));
        let size = unpacked.map_or(STRUCTURE_BYTES, |it| it.len());
        LEFT.set(LEFT.get().saturating_sub(size));
        if LEFT.get() == 0 {
            return None;
        }
    }
    // Streams stay where they are; what is given back counts for parts of other streams only.
    Some((id, Object::Null))
}

/// Puts a mark on a page: what the page shows is closed in, so that nothing it left open turns or
/// hides the mark.
fn put(
    document: &mut Document,
    page: Page,
    before: ObjectId,
    mark: ObjectId,
) -> Result<(), Unmarkable> {
    let Page { id, mut resources, contents, .. } = page;
    let pictures = resources.get(b"XObject").ok();
    let pictures = pictures.and_then(|it| document.dereference(it).ok()).map(|(_, it)| it);
    let mut pictures = match pictures {
        Some(Object::Dictionary(own)) => own.clone(),
        _ => Dictionary::new(),
    };
    let mut name = "ReaderMark".to_owned();
    while pictures.has(name.as_bytes()) {
        name.push('_');
    }
    pictures.set(name.clone(), Object::Reference(mark));
    resources.set("XObject", Object::Dictionary(pictures));
    let after = format!("\nQ q /{name} Do Q\n").into_bytes();
    let after = document.try_add_object(Stream::new(Dictionary::new(), after))?;
    let mut all = vec![Object::Reference(before)];
    all.extend(contents);
    all.push(Object::Reference(after));
    let page = document.get_object_mut(id).and_then(Object::as_dict_mut)?;
    page.set("Resources", Object::Dictionary(resources));
    page.set("Contents", Object::Array(all));
    Ok(())
}

#[cfg(test)]
mod tests;
