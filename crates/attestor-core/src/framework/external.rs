//! External frameworks: when their reports may stand in for own evidence.

use crate::day::Day;
use crate::id::{Id, Spot};
use crate::source::{Decode, Fields, Node, Sink};
use crate::word::words;

use super::Named;
use crate::basis::Basis;

words! {
    /// From which day the age of a report is counted.
    pub enum AgeFrom {
        /// From its issue.
        Issue = "issue",
        /// From the newest of its issue and its surveillance audit or annual assessment.
        NewestAudit = "newest-audit",
    }
}

/// The general age rule: months are added to the day that counts, and that day is the last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgeRule {
    /// The age in months, inclusive.
    pub months: u16,
    /// The age in months while a reassessment is shown to be under way, inclusive.
    pub reassessment_months: u16,
    /// From which day.
    pub from: AgeFrom,
    /// How far the rule carries.
    pub basis: Basis,
}

impl Decode for AgeRule {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let months = fields.required("months");
        let reassessment_months = fields.required("reassessment_months");
        let from = fields.required("from");
        let basis = fields.required("basis");
        fields.finish();
        Some(Self {
            months: months?,
            reassessment_months: reassessment_months?,
            from: from?,
            basis: basis?,
        })
    }
}

/// A limit in months, inclusive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LimitRule {
    /// The months.
    pub months: u16,
    /// How far the limit carries.
    pub basis: Basis,
}

impl Decode for LimitRule {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let months = fields.required("months");
        let basis = fields.required("basis");
        fields.finish();
        Some(Self { months: months?, basis: basis? })
    }
}

/// An edition of an external framework.
#[derive(Debug, Clone, PartialEq)]
pub struct ExternalEdition {
    /// The edition's name.
    pub id: Spot<Id>,
    /// The catalog with its items.
    pub catalog: Spot<Id>,
    /// How many rows its statement of applicability has; `None` where there is none.
    pub soa_rows: Option<u16>,
    /// The last day on which a certificate to it counts.
    pub accepted_until: Option<Day>,
}

impl Decode for ExternalEdition {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let id = fields.required("id");
        let catalog = fields.required("catalog");
        let soa_rows = fields.optional("soa_rows");
        let accepted_until = fields.optional("accepted_until");
        fields.finish();
        Some(Self {
            id: id?,
            catalog: catalog?,
            soa_rows: soa_rows?,
            accepted_until: accepted_until?,
        })
    }
}

/// An external framework and what its reports must show.
#[derive(Debug, Clone, PartialEq)]
pub struct ExternalFramework {
    /// The id.
    pub id: Spot<Id>,
    /// The title for people.
    pub title: String,
    /// The general age rule; `None` where the framework has rules of its own.
    pub age: Option<AgeRule>,
    /// How long ago it may have been issued.
    pub issued_within: Option<LimitRule>,
    /// How long ago its period may have begun.
    pub period_began_within: Option<LimitRule>,
    /// The editions, oldest first.
    pub editions: Vec<ExternalEdition>,
    /// Who must have assessed it.
    pub assessor: Named,
    /// The level that counts, for frameworks with levels.
    pub level: Option<u8>,
    /// The report types that count; empty where there is one type.
    pub types: Vec<String>,
    /// The packages that count; empty where there is one.
    pub packages: Vec<String>,
}

impl Decode for ExternalFramework {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let id = fields.required("id");
        let title = fields.required("title");
        let age = fields.optional("age");
        let issued_within = fields.optional("issued_within");
        let period_began_within = fields.optional("period_began_within");
        let editions = fields.some_items("editions");
        let assessor = fields.required("assessor");
        let level = fields.optional("level");
        let types = fields.items("types");
        let packages = fields.items("packages");
        fields.finish();
        Some(Self {
            id: id?,
            title: title?,
            age: age?,
            issued_within: issued_within?,
            period_began_within: period_began_within?,
            editions: editions?,
            assessor: assessor?,
            level: level?,
            types: types?,
            packages: packages?,
        })
    }
}

/// An answer of the attestation that claims an external framework.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// The question; answered yes, it claims the framework.
    pub question: Id,
    /// The framework.
    pub framework: Spot<Id>,
}

impl Decode for Claim {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let question = fields.required("question");
        let framework = fields.required("framework");
        fields.finish();
        Some(Self { question: question?, framework: framework? })
    }
}

/// What `external.yaml` says.
pub(super) struct ExternalRules {
    pub(super) frameworks: Vec<ExternalFramework>,
    pub(super) claims: Vec<Claim>,
}

impl Decode for ExternalRules {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let source = fields.required::<String>("source");
        let frameworks = fields.some_items("frameworks");
        let claims = fields.items("claims");
        fields.finish();
        source?;
        Some(Self { frameworks: frameworks?, claims: claims? })
    }
}
