//! The edition as a whole: its name, domains, hosting types and what publishers may see.

use crate::basis::Basis;
use crate::day::Day;
use crate::id::{Id, Spot};
use crate::source::{Decode, Fields, Node, Sink};
use crate::word::words;

words! {
    /// Whether publishers may see a figure.
    pub enum Visibility {
        /// Shown to everybody who may see the case.
        Shown = "shown",
        /// Shown to the certification body only.
        Hidden = "hidden",
    }
}

/// Something with an id and a title.
#[derive(Debug, Clone, PartialEq)]
pub struct Named {
    /// The id.
    pub id: Spot<Id>,
    /// The title for people.
    pub title: String,
}

impl Decode for Named {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let id = fields.required("id");
        let title = fields.required("title");
        fields.finish();
        Some(Self { id: id?, title: title? })
    }
}

/// A security domain. Each is scored apart and must reach its own pass mark.
#[derive(Debug, Clone, PartialEq)]
pub struct Domain {
    /// The id.
    pub id: Spot<Id>,
    /// The title for people.
    pub title: String,
    /// The share of points to reach, in per cent, inclusive, 0 to 100.
    pub pass_mark_percent: u8,
    /// How far the pass mark carries.
    pub basis: Basis,
}

impl Decode for Domain {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let id = fields.required("id");
        let title = fields.required("title");
        let mark = percent(&mut fields, "pass_mark_percent", sink);
        let basis = fields.required("basis");
        fields.finish();
        Some(Self { id: id?, title: title?, pass_mark_percent: mark?, basis: basis? })
    }
}

/// A whole number from 0 to 100.
pub(super) fn percent(
    fields: &mut Fields<'_, '_>,
    key: &'static str,
    sink: &Sink<'_>,
) -> Option<u8> {
    let line = fields.node(key).map_or(fields.line, |node| node.line);
    let value: u8 = fields.required(key)?;
    if value > 100 {
        let found = value.to_string();
        sink.add_at(line, crate::fault::Problem::NotInBounds { found, min: 0, max: 100 });
        return None;
    }
    Some(value)
}

words! {
    /// Where the duties of a hosting type are written.
    pub enum Duties {
        /// In each control, under the type's id.
        Own = "own",
        /// Nowhere: each part of the app follows its own type.
        PerPart = "per-part",
        /// Nowhere: the program owner decides before the case goes on.
        CaseByCase = "case-by-case",
    }
}

/// A way to host a part of an app.
#[derive(Debug, Clone, PartialEq)]
pub struct HostingType {
    /// The id.
    pub id: Spot<Id>,
    /// The title for people.
    pub title: String,
    /// What the type means.
    pub text: String,
    /// Where its duties are written.
    pub duties: Duties,
    /// Whether the publisher hands in an independent report on the platform.
    pub platform_report: bool,
    /// How far this carries.
    pub basis: Basis,
    /// Where it is written.
    pub source: String,
}

impl Decode for HostingType {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let id = fields.required("id");
        let title = fields.required("title");
        let text = fields.required("text");
        let duties = fields.required("duties");
        let platform_report = fields.required("platform_report");
        let basis = fields.required("basis");
        let source = fields.required("source");
        fields.finish();
        Some(Self {
            id: id?,
            title: title?,
            text: text?,
            duties: duties?,
            platform_report: platform_report?,
            basis: basis?,
            source: source?,
        })
    }
}

/// What `edition.yaml` says.
#[derive(Debug, Clone, PartialEq)]
pub struct Edition {
    /// The program's id.
    pub framework: Id,
    /// The edition's name; a case keeps the edition it started with.
    pub edition: String,
    /// The title for people.
    pub title: String,
    /// The first day on which cases start with this edition.
    pub since: Day,
    /// Where the program is described.
    pub source: String,
    /// Whether publishers see their scores.
    pub scores: Visibility,
    /// Whether publishers see the pass marks.
    pub pass_marks: Visibility,
    /// The kinds of app that can be certified.
    pub app_kinds: Vec<Named>,
    /// The domains, in order.
    pub domains: Vec<Domain>,
}

impl Decode for Edition {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let framework = fields.required("framework");
        let edition = fields.required("edition");
        let title = fields.required("title");
        let since = fields.required("since");
        let source = fields.required("source");
        let publication = fields.required::<Publication>("publication");
        let app_kinds = fields.some_items("app_kinds");
        let domains = fields.some_items("domains");
        fields.finish();
        let publication = publication?;
        Some(Self {
            framework: framework?,
            edition: edition?,
            title: title?,
            since: since?,
            source: source?,
            scores: publication.scores,
            pass_marks: publication.pass_marks,
            app_kinds: app_kinds?,
            domains: domains?,
        })
    }
}

struct Publication {
    scores: Visibility,
    pass_marks: Visibility,
}

impl Decode for Publication {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let scores = fields.required("scores");
        let pass_marks = fields.required("pass_marks");
        let basis = fields.required::<Basis>("basis");
        let source = fields.required::<String>("source");
        fields.finish();
        basis.and(source)?;
        Some(Self { scores: scores?, pass_marks: pass_marks? })
    }
}
