//! How a page is laid out: its head, and line by line which texts stand where.

use crate::id::{Id, Spot};
use crate::word::words;

use super::super::record::record;

words! {
    /// What a line of a page is.
    pub enum Form {
        /// The title.
        Title = "title",
        /// The heading of a section.
        Section = "section",
        /// The heading of a group in a section.
        Group = "group",
        /// A paragraph.
        Paragraph = "paragraph",
        /// An item of a list.
        Item = "item",
        /// A line that is not in the form; kept as it is.
        Raw = "raw",
    }
}

record! {
    /// A page.
    pub struct Layout {
        /// The id.
        required id: Spot<Id>,
        /// The offering that it shows.
        required offering: Spot<Id>,
        /// The locale that it is shown in.
        required locale: String,
        /// The locale that it was made from.
        required source_locale: String,
        /// The lines of its head, between the two rules.
        items head: Vec<String>,
        /// The lines of its body; empty ones are not kept.
        items lines: Vec<Line>,
    }
}

record! {
    /// A line of a page.
    pub struct Line {
        /// What it is.
        required form: Form,
        /// The name by which others link to it.
        optional anchor: Option<String>,
        /// The texts that stand there, in order.
        items texts: Vec<Spot<Id>>,
        /// The address that the whole line leads to.
        optional link: Option<String>,
        /// A line that is not in the form.
        optional raw: Option<String>,
    }
}
