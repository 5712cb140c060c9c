//! What shows that a provider is certified: certificates, reports, statements, and what is beside.

use crate::day::Day;
use crate::id::{Id, Spot};
use crate::word::words;

use super::record::record;

/// The longest time that a bridge letter may cover behind its report, in months, inclusive.
/// Proposed: no public document says anything. Source: compliance offerings, section 3.
pub const BRIDGE_MONTHS: u16 = 3;

words! {
    /// What a document's owner said of it. Expiry is not said, it is computed.
    pub enum State {
        /// It is being prepared; nobody else sees it.
        Draft = "draft",
        /// It holds.
        Published = "published",
        /// A newer one took its place.
        Superseded = "superseded",
        /// It was taken back.
        Withdrawn = "withdrawn",
    }
}

words! {
    /// Who may open a document.
    pub enum Access {
        /// Everybody.
        Public = "public",
        /// Who is signed in.
        SignedIn = "signed-in",
        /// Who is signed in and accepted an agreement.
        Agreement = "agreement",
        /// Who asked, and was allowed to.
        Approval = "approval",
    }
}

record! {
    /// A certificate of a certification body.
    pub struct Certificate {
        /// The id.
        required id: Spot<Id>,
        /// The offering that it belongs to.
        required offering: Spot<Id>,
        /// What its owner said of it.
        required state: State,
        /// The number that the certification body gave it.
        optional number: Option<String>,
        /// Who issued it.
        optional body: Option<Spot<Id>>,
        /// Its scope, in the words of the certificate.
        optional scope: Option<String>,
        /// The services that it covers.
        items services: Vec<Spot<Id>>,
        /// The clouds that it covers; empty means all clouds in which its services are in scope.
        items clouds: Vec<Spot<Id>>,
        /// Its first day.
        optional issued: Option<Spot<Day>>,
        /// Its last day, inclusive.
        optional expires: Option<Spot<Day>>,
        /// The days of its surveillance audits.
        items surveillance: Vec<Spot<Day>>,
        /// The heading that it stands under.
        optional heading: Option<Spot<Id>>,
        /// Its title.
        optional title: Option<Spot<Id>>,
        /// Where it can be seen.
        optional link: Option<String>,
    }
}

words! {
    /// The kind of an audit report.
    pub enum ReportKind {
        /// The report of an audit.
        Assessment = "assessment",
        /// A report on controls of a service organization.
        Soc = "soc",
        /// A letter that covers the time between two reports; it never replaces one.
        BridgeLetter = "bridge-letter",
        /// The summary of a penetration test.
        PentestSummary = "pentest-summary",
        /// A statement of applicability.
        Soa = "soa",
        /// A certificate that is listed among the reports.
        Certificate = "certificate",
    }
}

record! {
    /// A document of an audit.
    pub struct Report {
        /// The id.
        required id: Spot<Id>,
        /// The offering that it belongs to.
        required offering: Spot<Id>,
        /// Its kind.
        required kind: ReportKind,
        /// What its owner said of it.
        required state: State,
        /// Who may open it.
        required access: Access,
        /// The standards that it speaks about.
        items standards: Vec<Spot<Id>>,
        /// The services that it speaks about.
        items services: Vec<Spot<Id>>,
        /// The first day that it speaks about.
        optional period_from: Option<Spot<Day>>,
        /// The last day that it speaks about, inclusive.
        optional period_to: Option<Spot<Day>>,
        /// The day on which it was issued.
        optional issued: Option<Spot<Day>>,
        /// Of a bridge letter, the report whose end it bridges.
        optional bridges: Option<Spot<Id>>,
        /// The heading that it stands under.
        optional heading: Option<Spot<Id>>,
        /// Its title.
        optional title: Option<Spot<Id>>,
        /// Where it can be had.
        optional link: Option<String>,
    }
}

words! {
    /// How much of a statement of applicability is shown.
    pub enum Variant {
        /// Which rows apply.
        Public = "public",
        /// Every row with its reason and reference.
        Full = "full",
    }
}

words! {
    /// Who does what a row of a statement asks for.
    pub enum Duty {
        /// The provider alone.
        Provider = "provider",
        /// Both.
        Shared = "shared",
        /// The customer alone.
        Customer = "customer",
    }
}

record! {
    /// A statement of applicability: which items of an edition a certificate covers.
    pub struct Statement {
        /// The id.
        required id: Spot<Id>,
        /// The certificate that it belongs to.
        required certificate: Spot<Id>,
        /// The edition whose items its rows are.
        required edition: Spot<Id>,
        /// How much it shows.
        required variant: Variant,
        /// The rows.
        items rows: Vec<SoaRow>,
    }
}

record! {
    /// One row of a statement of applicability.
    pub struct SoaRow {
        /// The item of the edition.
        required id: Spot<Id>,
        /// Whether it applies to what is certified.
        required applicable: bool,
        /// Whether it is done; a statement that does not say gives none.
        optional implemented: Option<bool>,
        /// Who does it; none means that both do, so that nothing is inherited silently.
        optional duty: Option<Duty>,
        /// Why it applies or does not.
        optional reason: Option<String>,
        /// Where it is written down.
        optional reference: Option<String>,
    }
}

record! {
    /// A question that is asked often.
    pub struct Question {
        /// The id.
        required id: Spot<Id>,
        /// The offering that it is about.
        required offering: Spot<Id>,
        /// The text of the question.
        required question: Spot<Id>,
        /// The texts of the answer, in order.
        items answers: Vec<Spot<Id>>,
    }
}

words! {
    /// What a resource is.
    pub enum ResourceKind {
        /// Which item of one framework is which of another.
        Mapping = "mapping",
        /// A standard.
        Standard = "standard",
        /// The story of a customer or an audit.
        CaseStudy = "case-study",
        /// Terms of use.
        Terms = "terms",
        /// A technical paper.
        WhitePaper = "white-paper",
        /// The paper about the offering itself.
        Background = "background",
        /// Where more reports are.
        Reports = "reports",
        /// Anything else.
        Other = "other",
    }
}

record! {
    /// Something to read beside certificates and reports.
    pub struct Resource {
        /// The id.
        required id: Spot<Id>,
        /// The offering that it belongs to.
        required offering: Spot<Id>,
        /// What it is.
        required kind: ResourceKind,
        /// Whether it costs money.
        required priced: bool,
        /// Its title.
        required title: Spot<Id>,
        /// Where it is; none where the page names no address.
        optional link: Option<String>,
    }
}
