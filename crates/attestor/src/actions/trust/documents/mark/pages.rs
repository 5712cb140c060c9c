//! The pages of a PDF. Strict: a page that a lenient reader would skip would stay without a mark.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::Unmarkable;
use super::sheet::Sheet;

/// How deep the tree of pages may be.
const MOST_DEEP: usize = 64;

/// A page as far as a mark needs it.
pub(super) struct Page {
    pub(super) id: ObjectId,
    /// What it shows with, its own or its folder's.
    pub(super) resources: Dictionary,
    /// What it shows, in order.
    pub(super) contents: Vec<Object>,
    pub(super) sheet: Sheet,
}

/// What pages have from the folders above them.
#[derive(Clone, Default)]
struct Inherited<'d> {
    resources: Option<&'d Dictionary>,
    media: Option<[f32; 4]>,
    crop: Option<[f32; 4]>,
    turned: i64,
}

/// All pages, each once.
pub(super) fn all(document: &Document, most: usize) -> Result<Vec<Page>, Unmarkable> {
    let root = document.catalog()?.get(b"Pages").and_then(Object::as_reference)?;
    let mut walk = Walk { document, seen: BTreeSet::new(), pages: Vec::new(), most };
    walk.node(root, &Inherited::default(), 0)?;
    if walk.pages.is_empty() { Err(Unmarkable::Unreadable) } else { Ok(walk.pages) }
}

struct Walk<'d> {
    document: &'d Document,
    seen: BTreeSet<ObjectId>,
    pages: Vec<Page>,
    most: usize,
}

impl<'d> Walk<'d> {
    fn node(
        &mut self,
        id: ObjectId,
        above: &Inherited<'d>,
        depth: usize,
    ) -> Result<(), Unmarkable> {
        let node = self.document.get_dictionary(id)?;
        let Ok(kids) = node.get_deref(b"Kids", self.document) else {
            return self.page(id, node, above);
        };
        if depth >= MOST_DEEP || !self.seen.insert(id) {
            return Err(Unmarkable::Unreadable);
        }
        let inherited = self.inherited(node, above);
        for kid in kids.as_array()? {
            self.node(kid.as_reference()?, &inherited, depth + 1)?;
        }
        Ok(())
    }

    fn page(
        &mut self,
        id: ObjectId,
        page: &'d Dictionary,
        above: &Inherited<'d>,
    ) -> Result<(), Unmarkable> {
        if !self.seen.insert(id) {
            return Ok(());
        }
        if self.pages.len() >= self.most {
            return Err(Unmarkable::TooManyPages);
        }
        let own = self.inherited(page, above);
        self.pages.push(Page {
            id,
            resources: own.resources.cloned().unwrap_or_default(),
            contents: self.contents(page)?,
            sheet: Sheet::of(own.media, own.crop, own.turned),
        });
        Ok(())
    }

    /// What a page shows: one stream or several.
    fn contents(&self, page: &Dictionary) -> Result<Vec<Object>, Unmarkable> {
        let Ok(contents) = page.get(b"Contents") else { return Ok(Vec::new()) };
        match self.document.dereference(contents) {
            Ok((_, Object::Array(all))) => Ok(all.clone()),
            Ok((Some(id), Object::Stream(_))) => Ok(vec![Object::Reference(id)]),
            Ok((_, Object::Null)) => Ok(Vec::new()),
            // A stream that is not there shows nothing.
            Err(lopdf::Error::ObjectNotFound(_)) => Ok(Vec::new()),
            Ok(_) | Err(_) => Err(Unmarkable::Unreadable),
        }
    }

    fn inherited(&self, node: &'d Dictionary, above: &Inherited<'d>) -> Inherited<'d> {
        let document = self.document;
        let resources = node.get_deref(b"Resources", document).and_then(Object::as_dict).ok();
        let turned = node.get_deref(b"Rotate", document).and_then(Object::as_i64).ok();
        Inherited {
            resources: resources.or(above.resources),
            media: self.corners(node, b"MediaBox").or(above.media),
            crop: self.corners(node, b"CropBox").or(above.crop),
            turned: turned.unwrap_or(above.turned),
        }
    }

    fn corners(&self, node: &Dictionary, key: &[u8]) -> Option<[f32; 4]> {
        let all = node.get_deref(key, self.document).and_then(Object::as_array).ok()?;
        let number = |it: &Object| {
            let (_, it) = self.document.dereference(it).ok()?;
            it.as_float().ok()
        };
        let numbers: Vec<f32> = all.iter().take(5).filter_map(number).collect();
        <[f32; 4]>::try_from(numbers).ok()
    }
}
