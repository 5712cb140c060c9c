//! What a document can stand behind: certificates, reports and statements of a portal.

use attestor_core::day::Day;
use attestor_core::id::{Id, Spot};
use attestor_core::trust::document::{Access, Certificate, Report, State, Statement};
use attestor_core::trust::model::Trust;
use attestor_core::trust::standing::last_day;
use attestor_core::trust::unit::Unit;

/// The kind of an item, as addresses name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ItemKind {
    /// A certificate.
    Certificate,
    /// A report.
    Report,
    /// A statement of applicability.
    Statement,
}

impl ItemKind {
    /// The word in addresses and tables.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Certificate => "certificate",
            Self::Report => "report",
            Self::Statement => "statement",
        }
    }

    /// The kind with exactly this word.
    pub(crate) fn parse(word: &str) -> Option<Self> {
        let all = [Self::Certificate, Self::Report, Self::Statement];
        all.into_iter().find(|kind| kind.as_str() == word)
    }

    /// Who may open documents of the kind, where nobody says anything else.
    pub(crate) const fn usual_access(self) -> Access {
        match self {
            Self::Certificate => Access::Public,
            Self::Report | Self::Statement => Access::Agreement,
        }
    }
}

/// An item of a portal.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Item<'t> {
    /// Its kind.
    pub(crate) kind: ItemKind,
    /// Its id.
    pub(crate) id: &'t str,
    /// What its owner said of it; a statement stands where its certificate does.
    pub(crate) state: State,
    /// Who may open its document, where the portal says so.
    pub(crate) access: Option<Access>,
    /// Its title in its languages.
    pub(crate) title: Option<&'t Unit>,
    /// The number of a certificate; of a statement, that of its certificate.
    pub(crate) number: Option<&'t str>,
    /// The first day that it speaks of.
    pub(crate) from: Option<Day>,
    /// The last day that it speaks of, inclusive.
    pub(crate) until: Option<Day>,
    /// The day on which it was issued.
    pub(crate) issued: Option<Day>,
    /// The published item that took its place, if it was superseded and there is one.
    pub(crate) newer: Option<&'t str>,
}

impl<'t> Item<'t> {
    /// The item of a portal with a kind and an id.
    pub(crate) fn find(trust: &'t Trust, kind: ItemKind, id: &str) -> Option<Self> {
        match kind {
            ItemKind::Certificate => {
                let found = trust.certificates.iter().find(|it| it.id.value == *id);
                found.map(|it| Self::of_certificate(trust, it))
            }
            ItemKind::Report => {
                let found = trust.reports.iter().find(|it| it.id.value == *id);
                found.map(|it| Self::of_report(trust, it))
            }
            ItemKind::Statement => {
                let found = trust.statements.iter().find(|it| it.id.value == *id);
                found.and_then(|it| Self::of_statement(trust, it))
            }
        }
    }

    /// All items of a portal: certificates, then reports, then statements.
    pub(crate) fn all(trust: &'t Trust) -> Vec<Self> {
        let certificates = trust.certificates.iter().map(|it| Self::of_certificate(trust, it));
        let reports = trust.reports.iter().map(|it| Self::of_report(trust, it));
        let statements = trust.statements.iter().filter_map(|it| Self::of_statement(trust, it));
        certificates.chain(reports).chain(statements).collect()
    }

    fn of_certificate(trust: &'t Trust, it: &'t Certificate) -> Self {
        Self {
            kind: ItemKind::Certificate,
            id: it.id.value.as_str(),
            state: it.state,
            access: None,
            title: title(trust, it.title.as_ref()),
            number: it.number.as_deref(),
            from: day(it.issued.as_ref()),
            until: last_day(it, trust.edition_of(it)),
            issued: day(it.issued.as_ref()),
            newer: newer_certificate(trust, it).map(|it| it.id.value.as_str()),
        }
    }

    fn of_report(trust: &'t Trust, it: &'t Report) -> Self {
        Self {
            kind: ItemKind::Report,
            id: it.id.value.as_str(),
            state: it.state,
            access: Some(it.access),
            title: title(trust, it.title.as_ref()),
            number: None,
            from: day(it.period_from.as_ref()),
            until: day(it.period_to.as_ref()),
            issued: day(it.issued.as_ref()),
            newer: newer_report(trust, it).map(|it| it.id.value.as_str()),
        }
    }

    fn of_statement(trust: &'t Trust, it: &'t Statement) -> Option<Self> {
        let certificate = certificate(trust, &it.certificate.value)?;
        let newer = newer_certificate(trust, certificate).and_then(|newer| {
            trust.statements.iter().find(|other| other.certificate.value == newer.id.value)
        });
        Some(Self {
            kind: ItemKind::Statement,
            id: it.id.value.as_str(),
            newer: newer.map(|it| it.id.value.as_str()),
            ..Self::of_certificate(trust, certificate)
        })
    }
}

fn certificate<'t>(trust: &'t Trust, id: &Id) -> Option<&'t Certificate> {
    trust.certificates.iter().find(|it| it.id.value == *id)
}

fn title<'t>(trust: &'t Trust, id: Option<&Spot<Id>>) -> Option<&'t Unit> {
    trust.text(&id?.value)
}

fn day(spot: Option<&Spot<Day>>) -> Option<Day> {
    spot.map(|spot| spot.value)
}

/// The newest published certificate of the offering that a superseded one belongs to.
fn newer_certificate<'t>(trust: &'t Trust, old: &Certificate) -> Option<&'t Certificate> {
    let is_newer = |it: &&Certificate| it.state == State::Published && it.offering == old.offering;
    let all = trust.certificates.iter().filter(is_newer);
    all.filter(|_| old.state == State::Superseded).max_by_key(|it| day(it.issued.as_ref()))
}

/// The newest published report of the same kind and offering.
fn newer_report<'t>(trust: &'t Trust, old: &Report) -> Option<&'t Report> {
    let is_newer = |it: &&Report| {
        it.state == State::Published && it.offering == old.offering && it.kind == old.kind
    };
    let all = trust.reports.iter().filter(is_newer);
    all.filter(|_| old.state == State::Superseded)
        .max_by_key(|it| (day(it.period_to.as_ref()), day(it.issued.as_ref())))
}
