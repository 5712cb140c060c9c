//! What everybody sees of a portal. Drafts, systems and what only readers of documents get are left
//! out once a version, so that no page can show them.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use attestor_core::day::Day;
use attestor_core::id::{Id, Spot};
use attestor_core::trust::document::{Access, Certificate, Report, State, Statement, Variant};
use attestor_core::trust::lint::{Disagreement, lint};
use attestor_core::trust::model::{Edition, InScope, Offering, Standard, Trust};
use attestor_core::trust::standing::{Cycle, EXPIRING_DAYS, Standing, cycle, last_day, standing};
use attestor_core::trust::unit::{Translation, Unit};

/// What is worked out once a version.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct View {
    /// The model as everybody sees it.
    pub(crate) trust: Trust,
    /// What languages disagree about, by text.
    disagreements: BTreeMap<Id, Vec<Disagreement>>,
    /// Translations whose source has changed since: text and locale.
    stale: BTreeSet<(Id, String)>,
    /// Where each text stands.
    places: HashMap<Id, usize>,
}

impl View {
    /// What everybody sees of a model.
    pub(crate) fn of(whole: &Trust) -> Self {
        let trust = public(whole);
        let mut disagreements: BTreeMap<Id, Vec<Disagreement>> = BTreeMap::new();
        for one in lint(&trust) {
            disagreements.entry(one.text.clone()).or_default().push(one);
        }
        let mut stale = BTreeSet::new();
        for unit in &trust.texts {
            let old = unit.translations.iter().filter(|it| unit.is_stale(it));
            stale.extend(old.map(|it| (unit.id.value.clone(), it.locale.value.clone())));
        }
        let texts = trust.texts.iter().enumerate();
        let places = texts.map(|(at, unit)| (unit.id.value.clone(), at)).collect();
        Self { trust, disagreements, stale, places }
    }

    /// The text with an id.
    pub(crate) fn text(&self, id: &Id) -> Option<&Unit> {
        self.trust.texts.get(*self.places.get(id)?)
    }

    /// What the languages of a text disagree about.
    pub(crate) fn disagreements(&self, id: &Id) -> &[Disagreement] {
        self.disagreements.get(id).map_or(&[], Vec::as_slice)
    }

    /// How many texts of these disagree about something.
    pub(crate) fn disagreeing(&self) -> usize {
        self.disagreements.len()
    }

    /// Whether the source of a translation has changed since.
    pub(crate) fn is_stale(&self, unit: &Unit, translation: &Translation) -> bool {
        self.stale.contains(&(unit.id.value.clone(), translation.locale.value.clone()))
    }

    /// The locale of the sources; none for a model without texts.
    pub(crate) fn source_locale(&self) -> Option<&str> {
        let page = self.trust.pages.first().map(|page| page.source_locale.as_str());
        page.or_else(|| self.trust.texts.first().map(|unit| unit.locale.as_str()))
    }

    /// The locale of the translations for a reader: the reader's own if a text has it, otherwise
    /// the one that the portal was published in; none for a portal in one language.
    pub(crate) fn translation_locale(&self, own: &str) -> Option<&str> {
        let all = || self.trust.texts.iter().flat_map(|unit| &unit.translations);
        let found = all().find(|it| it.locale.value == own).or_else(|| all().next());
        let page = self.trust.pages.first().map(|page| page.locale.as_str());
        let is_there = |locale: &&str| all().any(|it| it.locale.value == **locale);
        match found {
            Some(found) if found.locale.value == own => Some(own_of(found)),
            Some(first) => page.filter(is_there).or(Some(own_of(first))),
            None => None,
        }
    }

    /// The offerings as they stand on a day, in the order of the model.
    pub(crate) fn offerings(&self, today: Day) -> Vec<OfferingView<'_>> {
        self.trust.offerings.iter().map(|it| OfferingView::of(&self.trust, it, today)).collect()
    }

    /// An offering as it stands on a day.
    pub(crate) fn offering(&self, id: &str, today: Day) -> Option<OfferingView<'_>> {
        let found = self.trust.offerings.iter().find(|it| it.id.value.as_str() == id)?;
        Some(OfferingView::of(&self.trust, found, today))
    }
}

fn own_of(translation: &Translation) -> &str {
    &translation.locale.value
}

/// The model without drafts and what belongs to them alone, without systems of customers, without
/// reasons of statements whose full form is a document, and without addresses of files that not
/// everybody may open.
fn public(whole: &Trust) -> Trust {
    let mut trust = whole.clone();
    trust.systems.clear();
    trust.certificates.retain(|it| it.state != State::Draft);
    trust.reports.retain(|it| it.state != State::Draft);
    let certificates: BTreeSet<Id> =
        trust.certificates.iter().map(|it| it.id.value.clone()).collect();
    trust.statements.retain(|it| certificates.contains(&it.certificate.value));
    for statement in trust.statements.iter_mut().filter(|it| it.variant == Variant::Full) {
        for row in &mut statement.rows {
            (row.reason, row.reference) = (None, None);
        }
    }
    let mut closed: BTreeSet<Id> = BTreeSet::new();
    for report in trust.reports.iter_mut().filter(|it| it.access != Access::Public) {
        report.link = None;
        closed.extend(report.title.iter().map(|it| it.value.clone()));
    }
    for line in trust.pages.iter_mut().flat_map(|page| &mut page.lines) {
        if line.texts.iter().any(|text| closed.contains(&text.value)) {
            line.link = None;
        }
    }
    let reports: BTreeSet<Id> = trust.reports.iter().map(|it| it.id.value.clone()).collect();
    for report in &mut trust.reports {
        report.bridges = report.bridges.take().filter(|it| reports.contains(&it.value));
    }
    let hidden = hidden_texts(whole, &trust);
    trust.texts.retain(|unit| !hidden.contains(&unit.id.value));
    for page in &mut trust.pages {
        page.lines.retain(|line| !line.texts.iter().any(|text| hidden.contains(&text.value)));
    }
    trust
}

/// The titles of drafts that nothing else uses.
fn hidden_texts(whole: &Trust, public: &Trust) -> BTreeSet<Id> {
    let certificates = whole.certificates.iter().filter(|it| it.state == State::Draft);
    let certificates = certificates.flat_map(|it| [&it.title, &it.heading]);
    let reports = whole.reports.iter().filter(|it| it.state == State::Draft);
    let reports = reports.flat_map(|it| [&it.title, &it.heading]);
    let drafts = certificates.chain(reports).flatten().map(|it| it.value.clone());
    let used = used_texts(public);
    drafts.filter(|id| !used.contains(id)).collect()
}

fn used_texts(trust: &Trust) -> BTreeSet<&Id> {
    let offerings = trust.offerings.iter().flat_map(|it| it.title.iter().chain(&it.position));
    let services = trust.services.iter().filter_map(|it| it.text.as_ref());
    let certificates = trust.certificates.iter().flat_map(|it| it.title.iter().chain(&it.heading));
    let reports = trust.reports.iter().flat_map(|it| it.title.iter().chain(&it.heading));
    let questions =
        trust.questions.iter().flat_map(|it| std::iter::once(&it.question).chain(&it.answers));
    let resources = trust.resources.iter().map(|it| &it.title);
    let all = offerings.chain(services).chain(certificates).chain(reports);
    all.chain(questions).chain(resources).map(|spot: &Spot<Id>| &spot.value).collect()
}

/// An offering as it stands on a day.
pub(crate) struct OfferingView<'t> {
    trust: &'t Trust,
    today: Day,
    /// What the files say of it.
    pub(crate) offering: &'t Offering,
    /// Its edition.
    pub(crate) edition: Option<&'t Edition>,
    /// Its standard.
    pub(crate) standard: Option<&'t Standard>,
    /// Its audits.
    pub(crate) cycle: Cycle,
    /// Its certificates, and where they stand.
    pub(crate) certificates: Vec<(&'t Certificate, Standing)>,
}

impl<'t> OfferingView<'t> {
    fn of(trust: &'t Trust, offering: &'t Offering, today: Day) -> Self {
        let edition = trust.edition(&offering.edition.value);
        let standard = edition.and_then(|edition| {
            trust.standards.iter().find(|it| it.id.value == edition.standard.value)
        });
        let own = trust.certificates.iter();
        let own = own.filter(|it| it.offering.value == offering.id.value);
        let certificates = own.map(|it| (it, standing(it, edition, today))).collect();
        let cycle = cycle(trust, offering, today);
        Self { trust, today, offering, edition, standard, cycle, certificates }
    }

    /// The id.
    pub(crate) fn id(&self) -> &'t str {
        self.offering.id.value.as_str()
    }

    /// How many certificates hold.
    pub(crate) fn holding(&self) -> usize {
        self.certificates.iter().filter(|(_, standing)| standing.holds()).count()
    }

    /// The last day of its edition, if it is over.
    pub(crate) fn ended(&self) -> Option<Day> {
        self.edition?.ends.filter(|ends| self.today > *ends)
    }

    /// The last day of a certificate, inclusive.
    pub(crate) fn last_day(&self, certificate: &Certificate) -> Option<Day> {
        last_day(certificate, self.edition)
    }

    /// Its reports.
    pub(crate) fn reports(&self) -> impl Iterator<Item = &'t Report> {
        let id = &self.offering.id.value;
        self.trust.reports.iter().filter(move |it| it.offering.value == *id)
    }

    /// The statements of its certificates.
    pub(crate) fn statements(&self) -> impl Iterator<Item = (&'t Statement, &'t Certificate)> {
        self.trust.statements.iter().filter_map(|statement| {
            let found = self.certificates.iter().map(|(it, _)| *it);
            let mut found = found.filter(|it| it.id.value == statement.certificate.value);
            Some((statement, found.next()?))
        })
    }

    /// What its readers should know at once, the most pressing first.
    pub(crate) fn attention(&self) -> Vec<Attention<'t>> {
        let mut found = Vec::new();
        if let Cycle::Overdue { last, due } = self.cycle {
            found.push(Attention::Overdue { last, due });
        }
        if let Some(ends) = self.ended() {
            found.push(Attention::EditionEnded { ends });
        }
        for (certificate, standing) in &self.certificates {
            let last = self.last_day(certificate);
            match (standing, last) {
                (Standing::Expired, Some(last)) if self.ended().is_none() => {
                    found.push(Attention::Expired { certificate, last });
                }
                (Standing::Expiring, Some(last)) => {
                    found.push(Attention::Expiring { certificate, last });
                }
                (Standing::Undated, _) => found.push(Attention::Undated { certificate }),
                _ => {}
            }
        }
        let leaving = self.offering.services.iter().filter_map(|row| {
            let until = row.until.as_ref()?.value;
            let days = self.today.days_until(until);
            (row.is_open_on(self.today) && days <= EXPIRING_DAYS)
                .then_some(Attention::Leaving { row, until })
        });
        found.extend(leaving);
        found.sort_by_key(|it| !it.is_over());
        found
    }
}

/// What readers of an offering should know at once.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Attention<'t> {
    /// The next audit was due by a day.
    Overdue {
        /// The newest audit.
        last: Day,
        /// The day.
        due: Day,
    },
    /// The edition of the standard ended.
    EditionEnded {
        /// Its last day.
        ends: Day,
    },
    /// A certificate is over that nothing replaced.
    Expired {
        /// The certificate.
        certificate: &'t Certificate,
        /// Its last day.
        last: Day,
    },
    /// A certificate ends within 90 days.
    Expiring {
        /// The certificate.
        certificate: &'t Certificate,
        /// Its last day.
        last: Day,
    },
    /// A certificate names no last day.
    Undated {
        /// The certificate.
        certificate: &'t Certificate,
    },
    /// A service leaves the scope within 90 days.
    Leaving {
        /// The service and its cloud.
        row: &'t InScope,
        /// Its last day.
        until: Day,
    },
}

impl Attention<'_> {
    /// Whether its day has passed already.
    const fn is_over(&self) -> bool {
        match self {
            Self::Overdue { .. } | Self::EditionEnded { .. } | Self::Expired { .. } => true,
            Self::Expiring { .. } | Self::Undated { .. } | Self::Leaving { .. } => false,
        }
    }
}

#[cfg(test)]
mod tests;
