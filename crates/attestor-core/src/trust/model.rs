//! Who offers what under which standard: providers, standards, services, offerings, customers.

use crate::day::Day;
use crate::id::{Id, Spot};
use crate::word::words;

use super::document::{Certificate, Question, Report, Resource, Statement};
use super::page::layout::Layout;
use super::record::record;
use super::unit::Unit;

record! {
    /// Everything that the files of one folder say. Each list may stand in any file of the folder,
    /// and in several; an absent list is an empty one.
    #[derive(Default)]
    pub struct Trust {
        /// Who offers services.
        items providers: Vec<Provider>,
        /// Standards, whatever their edition.
        items standards: Vec<Standard>,
        /// Editions of the standards.
        items editions: Vec<Edition>,
        /// Clouds that services run in.
        items clouds: Vec<Cloud>,
        /// Services and groups of services.
        items services: Vec<Service>,
        /// Who issues certificates.
        items bodies: Vec<CertificationBody>,
        /// What a provider shows under an edition.
        items offerings: Vec<Offering>,
        /// Certificates.
        items certificates: Vec<Certificate>,
        /// Audit reports of every kind.
        items reports: Vec<Report>,
        /// Statements of applicability.
        items statements: Vec<Statement>,
        /// Questions that are asked often, in the order in which they are shown.
        items questions: Vec<Question>,
        /// What else there is to read.
        items resources: Vec<Resource>,
        /// Systems of customers, with the services that they use.
        items systems: Vec<System>,
        /// Texts for people, in their languages.
        items texts: Vec<Unit>,
        /// How pages are laid out.
        items pages: Vec<Layout>,
    }
}

record! {
    /// Who offers services.
    pub struct Provider {
        /// The id.
        required id: Spot<Id>,
        /// The name for people.
        required name: String,
        /// The legal entity behind the name.
        optional legal_entity: Option<String>,
    }
}

record! {
    /// A standard, whatever its edition.
    pub struct Standard {
        /// The id, such as `iso27001`.
        required id: Spot<Id>,
        /// The title for people.
        required title: String,
        /// Who issues it.
        items bodies: Vec<String>,
    }
}

record! {
    /// An edition of a standard.
    pub struct Edition {
        /// The id; where a catalog of its items is known, the id of the catalog.
        required id: Spot<Id>,
        /// The standard.
        required standard: Spot<Id>,
        /// The year of its title.
        required year: u16,
        /// The day on which it was published.
        optional published: Option<Day>,
        /// The last day of certificates to it.
        optional ends: Option<Day>,
    }
}

words! {
    /// Who a cloud is for.
    pub enum CloudKind {
        /// Everybody.
        Public = "public",
        /// Authorities.
        Government = "government",
        /// The military.
        Defense = "defense",
        /// One country, under its law.
        Sovereign = "sovereign",
    }
}

record! {
    /// A cloud that services run in.
    pub struct Cloud {
        /// The id.
        required id: Spot<Id>,
        /// The name for people.
        required name: String,
        /// Who it is for.
        required kind: CloudKind,
    }
}

record! {
    /// A service, or a group of services.
    pub struct Service {
        /// The id.
        required id: Spot<Id>,
        /// Who offers it.
        required provider: Spot<Id>,
        /// The name in the language of the source; never translated by a machine.
        required name: String,
        /// The text that names it in every language.
        optional text: Option<Spot<Id>>,
        /// Other and former names.
        items aliases: Vec<String>,
        /// The group that it belongs to, which is a service as well.
        optional group: Option<Spot<Id>>,
        /// The clouds that it runs in.
        items clouds: Vec<Spot<Id>>,
        /// The ways in which it is delivered, where its name alone does not say so.
        optional clause: Option<String>,
        /// What of it is meant, where it is not all.
        optional detail: Option<String>,
        /// Where more is said of it.
        optional link: Option<String>,
    }
}

record! {
    /// Who issues certificates.
    pub struct CertificationBody {
        /// The id.
        required id: Spot<Id>,
        /// The name for people.
        required name: String,
        /// Who accredited it, and under which number.
        optional accreditation: Option<String>,
        /// Where its certificates can be looked up.
        optional directory: Option<String>,
    }
}

record! {
    /// What a provider shows under an edition of a standard.
    pub struct Offering {
        /// The id.
        required id: Spot<Id>,
        /// Who offers it.
        required provider: Spot<Id>,
        /// The edition.
        required edition: Spot<Id>,
        /// The title.
        optional title: Option<Spot<Id>>,
        /// What the provider says of the standard, text by text.
        items position: Vec<Spot<Id>>,
        /// The longest time between two audits, in months, 1 to 12.
        required cycle_months: u16,
        /// The days of audits that no certificate and no report tells of.
        items audits: Vec<Spot<Day>>,
        /// The services in scope.
        items services: Vec<InScope>,
    }
}

record! {
    /// A service in a cloud, in scope of an offering for a time.
    pub struct InScope {
        /// The service.
        required service: Spot<Id>,
        /// The cloud.
        required cloud: Spot<Id>,
        /// The first day; none means from the beginning.
        optional from: Option<Spot<Day>>,
        /// The last day, inclusive; none means that no end is known.
        optional until: Option<Spot<Day>>,
    }
}

impl InScope {
    /// Whether the service is in scope on a day.
    #[must_use]
    pub fn is_open_on(&self, day: Day) -> bool {
        self.from.as_ref().is_none_or(|from| from.value <= day)
            && self.until.as_ref().is_none_or(|until| day <= until.value)
    }
}

record! {
    /// A system of a customer, with the services of providers that it stands on.
    pub struct System {
        /// The id.
        required id: Spot<Id>,
        /// The name for people.
        required name: String,
        /// The services that it uses.
        items uses: Vec<Use>,
        /// What the customer does itself for controls that it shares.
        items own: Vec<OwnPart>,
    }
}

record! {
    /// A service that a system uses.
    pub struct Use {
        /// The service.
        required service: Spot<Id>,
        /// The cloud.
        required cloud: Spot<Id>,
    }
}

record! {
    /// What a customer does itself for a control that it shares with its provider.
    pub struct OwnPart {
        /// The control.
        required control: Spot<Id>,
        /// The customer's own text.
        required text: String,
    }
}

impl Trust {
    /// The edition with this id.
    #[must_use]
    pub fn edition(&self, id: &Id) -> Option<&Edition> {
        self.editions.iter().find(|it| it.id.value == *id)
    }

    /// The offering with this id.
    #[must_use]
    pub fn offering(&self, id: &Id) -> Option<&Offering> {
        self.offerings.iter().find(|it| it.id.value == *id)
    }

    /// The service with this id.
    #[must_use]
    pub fn service(&self, id: &Id) -> Option<&Service> {
        self.services.iter().find(|it| it.id.value == *id)
    }

    /// The system with this id.
    #[must_use]
    pub fn system(&self, id: &Id) -> Option<&System> {
        self.systems.iter().find(|it| it.id.value == *id)
    }

    /// The text with this id.
    #[must_use]
    pub fn text(&self, id: &Id) -> Option<&Unit> {
        self.texts.iter().find(|it| it.id.value == *id)
    }

    /// The edition that a certificate is to.
    #[must_use]
    pub fn edition_of(&self, certificate: &Certificate) -> Option<&Edition> {
        self.edition(&self.offering(&certificate.offering.value)?.edition.value)
    }

    /// Takes everything of another file.
    pub(super) fn join(&mut self, other: Self) {
        self.providers.extend(other.providers);
        self.standards.extend(other.standards);
        self.editions.extend(other.editions);
        self.clouds.extend(other.clouds);
        self.services.extend(other.services);
        self.bodies.extend(other.bodies);
        self.offerings.extend(other.offerings);
        self.certificates.extend(other.certificates);
        self.reports.extend(other.reports);
        self.statements.extend(other.statements);
        self.questions.extend(other.questions);
        self.resources.extend(other.resources);
        self.systems.extend(other.systems);
        self.texts.extend(other.texts);
        self.pages.extend(other.pages);
    }
}
