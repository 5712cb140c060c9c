//! What the words of a notice are filled with: names of items, services and clouds.

use attestor_core::day::Day;
use attestor_core::id::Id;
use attestor_core::trust::change::ItemKind;
use attestor_core::trust::document::State;
use attestor_core::trust::model::Trust;

/// Names and days, looked up in the newest of several versions that has them.
pub(super) struct Words<'t> {
    trusts: &'t [&'t Trust],
    all: Vec<(&'static str, String)>,
}

impl<'t> Words<'t> {
    /// The words about an item of an organization's portal.
    pub(super) fn of(
        organization: &str,
        trusts: &'t [&'t Trust],
        (kind, item): (ItemKind, &Id),
    ) -> Self {
        let title = trusts.iter().find_map(|trust| found_title(trust, kind, item));
        let title = title.unwrap_or_else(|| item.to_string());
        Self { trusts, all: vec![("organization", organization.to_owned()), ("item", title)] }
    }

    /// And about a service in a cloud, and a day.
    pub(super) fn with(mut self, service: Option<&(Id, Id)>, day: Option<Day>) -> Self {
        if let Some((service, cloud)) = service {
            let name = self.trusts.iter().find_map(|it| Some(it.service(service)?.name.clone()));
            self.all.push(("service", name.unwrap_or_else(|| service.to_string())));
            let mut clouds = self.trusts.iter().flat_map(|it| &it.clouds);
            let name = clouds.find(|it| it.id.value == *cloud).map(|it| it.name.clone());
            self.all.push(("cloud", name.unwrap_or_else(|| cloud.to_string())));
        }
        if let Some(day) = day {
            self.all.push(("day", day.to_string()));
        }
        self
    }

    pub(super) fn all(self) -> Vec<(&'static str, String)> {
        self.all
    }
}

/// Whether a portal has an item that somebody may watch. A draft is nobody's business.
pub(crate) fn has_item(trust: &Trust, kind: ItemKind, item: &str) -> bool {
    let is_seen = |state: State| state != State::Draft;
    match kind {
        ItemKind::Offering => trust.offerings.iter().any(|it| it.id.value == *item),
        ItemKind::Certificate => {
            trust.certificates.iter().any(|it| it.id.value == *item && is_seen(it.state))
        }
        ItemKind::Report => {
            trust.reports.iter().any(|it| it.id.value == *item && is_seen(it.state))
        }
        ItemKind::Statement => trust.statements.iter().any(|it| it.id.value == *item),
    }
}

/// The offering that an item belongs to.
pub(super) fn offering_of(trust: &Trust, kind: ItemKind, item: &Id) -> Option<Id> {
    let certificate = |id: &Id| {
        let found = trust.certificates.iter().find(|it| it.id.value == *id)?;
        Some(found.offering.value.clone())
    };
    match kind {
        ItemKind::Offering => Some(item.clone()),
        ItemKind::Certificate => certificate(item),
        ItemKind::Report => {
            let found = trust.reports.iter().find(|it| it.id.value == *item)?;
            Some(found.offering.value.clone())
        }
        ItemKind::Statement => {
            let found = trust.statements.iter().find(|it| it.id.value == *item)?;
            certificate(&found.certificate.value)
        }
    }
}

/// The name of an item for people, in the language of the source; its id where it has none.
pub(crate) fn item_title(trust: &Trust, kind: ItemKind, item: &str) -> String {
    let title = Id::parse(item).and_then(|id| found_title(trust, kind, &id));
    title.unwrap_or_else(|| item.to_owned())
}

fn found_title(trust: &Trust, kind: ItemKind, item: &Id) -> Option<String> {
    let text = |id: &Option<attestor_core::id::Spot<Id>>| {
        Some(plain(&trust.text(&id.as_ref()?.value)?.body))
    };
    match kind {
        ItemKind::Offering => {
            let offering = trust.offering(item)?;
            text(&offering.title).or_else(|| Some(edition_title(trust, &offering.edition.value)))
        }
        ItemKind::Certificate => {
            let found = trust.certificates.iter().find(|it| it.id.value == *item)?;
            text(&found.title).or_else(|| found.number.clone())
        }
        ItemKind::Report => text(&trust.reports.iter().find(|it| it.id.value == *item)?.title),
        ItemKind::Statement => {
            let found = trust.statements.iter().find(|it| it.id.value == *item)?;
            Some(edition_title(trust, &found.edition.value))
        }
    }
}

fn edition_title(trust: &Trust, edition: &Id) -> String {
    let titled = trust.edition(edition).and_then(|found| {
        let standard = trust.standards.iter().find(|it| it.id.value == found.standard.value)?;
        Some(format!("{}:{}", standard.title, found.year))
    });
    titled.unwrap_or_else(|| edition.to_string())
}

/// A text without the marks of links and of what is stressed.
fn plain(body: &str) -> String {
    let mut text = String::new();
    let mut rest = body;
    while let Some((before, behind)) = rest.split_once("](") {
        text.push_str(&before.replacen('[', "", 1));
        rest = behind.split_once(')').map_or("", |(_, rest)| rest);
    }
    text.push_str(rest);
    text.replace("**", "")
}
