//! Controls: what must be in place, what shows it, what it weighs and where it does not apply.

use crate::day::Length;
use crate::fault::Problem;
use crate::id::{Id, Spot};
use crate::source::{Decode, Fields, Kind, Node, Sink, list, nonempty_list};
use crate::word::words;

use crate::basis::Basis;

/// Controls about one subject; one file.
#[derive(Debug, Clone, PartialEq)]
pub struct Family {
    /// The id, also the file's name.
    pub id: Spot<Id>,
    /// The title for people.
    pub title: String,
    /// The id of its domain.
    pub domain: Spot<Id>,
    /// The place among all families; lower comes first.
    pub order: u16,
    /// The controls, in order.
    pub controls: Vec<Control>,
}

impl Decode for Family {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let id = fields.required("family");
        let title = fields.required("title");
        let domain = fields.required("domain");
        let order = fields.required("order");
        let controls = fields.some_items("controls");
        fields.finish();
        Some(Self { id: id?, title: title?, domain: domain?, order: order?, controls: controls? })
    }
}

words! {
    /// What decides a control.
    pub enum Rule {
        /// Evidence for each part of one path.
        Evidence = "evidence",
        /// Every requested permission is justified, needed and in its narrowest form.
        PermissionsNeeded = "permissions-needed",
        /// The requested permissions equal those of the attestation.
        PermissionsAgree = "permissions-agree",
        /// A manual, independent report in its age limit covers what it must.
        PenTestReport = "pen-test-report",
        /// Serious findings were closed in time.
        SeriousFixedInTime = "serious-fixed-in-time",
        /// The test covers every public address of the app.
        FootprintTested = "footprint-tested",
        /// The test covers the internal network.
        InternalNetworkTested = "internal-network-tested",
        /// The web test covers every class of a known list.
        ClassesCovered = "classes-covered",
        /// Serious findings were retested by the testing firm.
        SeriousRetested = "serious-retested",
        /// The test tried to cross the segmentation.
        SegmentationTested = "segmentation-tested",
        /// The test ran on the environment that customers use, or on equal code.
        RightEnvironment = "right-environment",
        /// No open finding of the control's class.
        FindingClass = "finding-class",
    }
}

words! {
    /// Who has to show a control on one hosting type.
    pub enum Duty {
        /// The publisher shows evidence.
        Applies = "applies",
        /// The provider's report is enough.
        Provider = "provider",
        /// The publisher for its part, the provider's report for the rest.
        Split = "split",
        /// Nobody: the control leaves the sum of points.
        NotApplicable = "not-applicable",
    }
}

/// Points of a control, 1 (low) to 3 (high) by the risk when it is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weight {
    /// The points.
    pub points: u8,
    /// How far the figure carries.
    pub basis: Basis,
}

impl Decode for Weight {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let points = fields.required("points");
        let basis = fields.required("basis");
        fields.finish();
        Some(Self { points: points?, basis: basis? })
    }
}

/// One control.
#[derive(Debug, Clone, PartialEq)]
pub struct Control {
    /// The id.
    pub id: Spot<Id>,
    /// The title for people.
    pub title: String,
    /// What must be in place.
    pub requirement: String,
    /// Where it is written.
    pub source: String,
    /// What decides it.
    pub rule: Rule,
    /// The class of findings, for [`Rule::FindingClass`].
    pub finding_class: Option<Spot<Id>>,
    /// What it weighs.
    pub weight: Weight,
    /// The kinds of evidence that count.
    pub evidence: Vec<Spot<Id>>,
    /// Whether evidence must cover the drawn components; with how far that carries.
    pub sampled: Option<Basis>,
    /// Conditions that must all hold for it to apply.
    pub applies_if: Vec<Spot<Id>>,
    /// The duty on each hosting type that has own duties.
    pub hosting: Vec<(Spot<Id>, Duty, Basis)>,
    /// The parts; a control without parts has one, `all`.
    pub parts: Vec<Part>,
    /// Ways to meet it: each names the parts that together suffice.
    pub paths: Vec<Vec<Spot<Id>>>,
    /// What external frameworks cover.
    pub external: Vec<(Spot<Id>, ExternalCover)>,
    /// How far it can be checked without a person.
    pub automation: (AutomationLevel, Vec<String>),
    /// A remark for analysts.
    pub note: Option<String>,
}

impl Control {
    /// The duty on a hosting type. A type that the control does not name applies.
    #[must_use]
    pub fn duty(&self, hosting: &Id) -> Duty {
        self.hosting
            .iter()
            .find(|(id, ..)| id.value == *hosting)
            .map_or(Duty::Applies, |&(_, duty, _)| duty)
    }

    /// What an external framework covers; `None` when the control does not name it.
    #[must_use]
    pub fn cover(&self, framework: &Id) -> Option<&ExternalCover> {
        self.external.iter().find(|(id, _)| id.value == *framework).map(|(_, cover)| cover)
    }

    /// The part with this key.
    #[must_use]
    pub fn part(&self, key: &str) -> Option<&Part> {
        self.parts.iter().find(|part| part.key.value == *key)
    }
}

impl Decode for Control {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let id = fields.required::<Spot<Id>>("id");
        let title = fields.required("title");
        let requirement = fields.required("requirement");
        let source = fields.required("source");
        let rule = fields.optional("decided_by");
        let finding_class = fields.optional("finding_class");
        let weight = fields.required("weight");
        let evidence = fields.some_items("evidence");
        let sampled = fields.optional::<Sampled>("sampled");
        let applies_if = fields.items("applies_if");
        let hosting = fields.node("hosting").map_or(Some(Vec::new()), |node| hosting(node, sink));
        let parts = parts(&mut fields, sink);
        let paths = fields.node("paths").map_or(Some(Vec::new()), |node| paths(node, sink));
        let external = fields.node("external").map_or(Some(Vec::new()), |node| named(node, sink));
        let automation = fields.required::<Automation>("automation");
        let note = fields.optional("note");
        fields.finish();
        let (parts, automation) = (parts?, automation?);
        let paths = with_default_path(paths?, &parts);
        Some(Self {
            id: id?,
            title: title?,
            requirement: requirement?,
            source: source?,
            rule: rule?.unwrap_or(Rule::Evidence),
            finding_class: finding_class?,
            weight: weight?,
            evidence: evidence?,
            sampled: sampled?.map(|sampled| sampled.0),
            applies_if: applies_if?,
            hosting: hosting?,
            parts,
            paths,
            external: external?,
            automation: (automation.0, automation.1),
            note: note?,
        })
    }
}

struct Sampled(Basis);

impl Decode for Sampled {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let basis = fields.required("basis");
        fields.finish();
        basis.map(Self)
    }
}

/// Reads a map of ids to values; the ids keep their places.
fn named<T: Decode>(node: &Node, sink: &Sink<'_>) -> Option<Vec<(Spot<Id>, T)>> {
    let Kind::Map(entries) = &node.kind else {
        sink.add(node, Problem::WrongKind { expected: "a map", found: node.kind.name() });
        return None;
    };
    let read = |(key, line, value): &(String, u32, Node)| {
        let value = T::decode(value, sink);
        let Some(id) = Id::parse(key) else {
            sink.add_at(*line, Problem::NotAnId { found: key.clone() });
            return None;
        };
        Some((Spot { value: id, place: sink.place(*line) }, value?))
    };
    let read: Vec<_> = entries.iter().map(read).collect();
    read.into_iter().collect()
}

struct HostingDuty(Duty, Basis);

impl Decode for HostingDuty {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let duty = fields.required("duty");
        let basis = fields.required("basis");
        fields.finish();
        Some(Self(duty?, basis?))
    }
}

fn hosting(node: &Node, sink: &Sink<'_>) -> Option<Vec<(Spot<Id>, Duty, Basis)>> {
    let rows = named::<HostingDuty>(node, sink)?;
    Some(rows.into_iter().map(|(id, row)| (id, row.0, row.1)).collect())
}

fn paths(node: &Node, sink: &Sink<'_>) -> Option<Vec<Vec<Spot<Id>>>> {
    match &node.kind {
        Kind::List(rows) if !rows.is_empty() => {
            let read: Vec<_> = rows.iter().map(|row| nonempty_list(row, sink)).collect();
            read.into_iter().collect()
        }
        Kind::List(_) => {
            sink.add(node, Problem::EmptyList);
            None
        }
        other => {
            sink.add(node, Problem::WrongKind { expected: "a list", found: other.name() });
            None
        }
    }
}

fn with_default_path(paths: Vec<Vec<Spot<Id>>>, parts: &[Part]) -> Vec<Vec<Spot<Id>>> {
    if paths.is_empty() { vec![parts.iter().map(|part| part.key.clone()).collect()] } else { paths }
}

/// A part of a control that is shown by itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// The key, unique in its control. Evidence names it as `CONTROL/KEY`.
    pub key: Spot<Id>,
    /// What it asks for; empty for the one part of a control without parts.
    pub text: String,
    /// Figures that evidence must state and that must hold.
    pub checks: Vec<FactCheck>,
}

impl Decode for Part {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let key = fields.required("key");
        let text = fields.required("text");
        let checks = fields.items("checks");
        fields.finish();
        Some(Self { key: key?, text: text?, checks: checks? })
    }
}

/// The parts of a control, or its one implied part `all` with the control's own checks.
fn parts(fields: &mut Fields<'_, '_>, sink: &Sink<'_>) -> Option<Vec<Part>> {
    let line = fields.line;
    let checks = fields.items::<FactCheck>("checks");
    let Some(node) = fields.node("parts") else {
        let key = Spot { value: Id::parse("all")?, place: sink.place(line) };
        return Some(vec![Part { key, text: String::new(), checks: checks? }]);
    };
    if checks.is_some_and(|checks| !checks.is_empty()) {
        sink.add_at(
            line,
            Problem::Inconsistent(
                "checks belong to the parts of a control that has parts".to_owned(),
            ),
        );
    }
    nonempty_list(node, sink)
}

/// A figure that evidence must state, and the bound that it must keep.
#[derive(Debug, Clone, PartialEq)]
pub struct FactCheck {
    /// The name under `facts` of a piece of evidence.
    pub fact: Id,
    /// The bound.
    pub bound: Bound,
    /// How far the bound carries.
    pub basis: Basis,
}

/// A bound on a stated figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bound {
    /// A whole number, at most this (inclusive).
    AtMost(i64),
    /// A whole number, at least this (inclusive).
    AtLeast(i64),
    /// One of these words, compared without case.
    OneOf(Vec<String>),
    /// A day whose age on the day of the assessment is at most this (inclusive).
    NotOlderThan(Length),
}

impl Decode for FactCheck {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let fact = fields.required("fact");
        let basis = fields.required("basis");
        let at_most = fields.optional("at_most").map(|found| found.map(Bound::AtMost));
        let at_least = fields.optional("at_least").map(|found| found.map(Bound::AtLeast));
        let one_of = fields
            .node("one_of")
            .map_or(Some(None), |node| list(node, sink).map(Bound::OneOf).map(Some));
        let age = fields.optional("not_older_than").map(|found| found.map(Bound::NotOlderThan));
        fields.finish();
        let mut bounds: Vec<Bound> =
            [at_most?, at_least?, one_of?, age?].into_iter().flatten().collect();
        if bounds.len() != 1 {
            let words = "a check has exactly one of at_most, at_least, one_of, not_older_than";
            sink.add(node, Problem::Inconsistent(words.to_owned()));
            return None;
        }
        Some(Self { fact: fact?, bound: bounds.pop()?, basis: basis? })
    }
}

impl Decode for Length {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let days = fields.optional("days").map(|found| found.map(Self::Days));
        let months = fields.optional("months").map(|found| found.map(Self::Months));
        let years = fields.optional("years").map(|found| found.map(Self::Years));
        fields.finish();
        let mut lengths: Vec<Self> = [days?, months?, years?].into_iter().flatten().collect();
        if lengths.len() != 1 {
            sink.add(
                node,
                Problem::Inconsistent("a length has exactly one of days, months, years".to_owned()),
            );
            return None;
        }
        lengths.pop()
    }
}

words! {
    /// How much of a control an external framework covers.
    pub enum Coverage {
        /// Nothing: the framework does not assess it, all evidence is the publisher's own.
        Whole = "whole",
        /// All but the listed gaps.
        Part = "part",
        /// All, if the report shows that it was assessed.
        NoneListed = "none-listed",
        /// Nothing: another framework cannot answer it.
        NotUsable = "not-usable",
        /// Unknown: no gap list is published, the analyst decides.
        AnalystDecides = "analyst-decides",
    }
}

/// What one external framework covers of a control.
#[derive(Debug, Clone, PartialEq)]
pub struct ExternalCover {
    /// How much.
    pub coverage: Coverage,
    /// What still needs own evidence.
    pub gaps: Vec<Gap>,
    /// The items of that framework which stand for the control, by catalog.
    pub refs: Vec<(Spot<Id>, Vec<Spot<Id>>)>,
    /// How far the choice of these items carries; `None` when there are none.
    pub refs_basis: Option<Basis>,
}

impl ExternalCover {
    /// The items in one catalog; empty when there are none.
    #[must_use]
    pub fn refs_in(&self, catalog: &Id) -> &[Spot<Id>] {
        self.refs.iter().find(|(id, _)| id.value == *catalog).map_or(&[], |(_, refs)| refs)
    }
}

struct Refs(Vec<Spot<Id>>);

impl Decode for Refs {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        nonempty_list(node, sink).map(Self)
    }
}

impl Decode for ExternalCover {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let coverage = fields.required("coverage");
        let gaps = fields.items("gaps");
        let refs = fields.node("refs").map_or(Some(Vec::new()), |node| named::<Refs>(node, sink));
        let refs_basis = match &refs {
            Some(refs) if !refs.is_empty() => fields.required("refs_basis").map(Some),
            Some(_) | None => fields.optional("refs_basis"),
        };
        fields.finish();
        let refs = refs?.into_iter().map(|(id, refs)| (id, refs.0)).collect();
        Some(Self { coverage: coverage?, gaps: gaps?, refs, refs_basis: refs_basis? })
    }
}

/// Something that an external framework leaves open. Evidence names it as `CONTROL/KEY`.
#[derive(Debug, Clone, PartialEq)]
pub struct Gap {
    /// The key, unique in its control.
    pub key: Spot<Id>,
    /// What is left open.
    pub text: String,
}

impl Decode for Gap {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let key = fields.required("key");
        let text = fields.required("text");
        fields.finish();
        Some(Self { key: key?, text: text? })
    }
}

words! {
    /// How far a control can be checked without a person.
    pub enum AutomationLevel {
        /// Wholly, from an import or a probe.
        Full = "full",
        /// In part.
        Assist = "assist",
        /// Not at all.
        None = "none",
    }
}

struct Automation(AutomationLevel, Vec<String>);

impl Decode for Automation {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let level = fields.required("level");
        let methods = fields.items("methods");
        fields.finish();
        Some(Self(level?, methods?))
    }
}
