//! The services in scope by cloud: one row a service, one column a cloud.

use attestor_core::id::Id;
use attestor_core::trust::model::{Cloud, InScope, Service};
use attestor_core::trust::page::section::Section;

use super::Making;
use crate::phrases::Arg;
use crate::web::address::outside;
use crate::web::shape::Mark;
use crate::web::trust::marks;
use crate::web::trust::texts::Text;

/// The table.
pub(super) struct Services {
    pub(super) title: Text,
    /// The clouds with what they are for.
    pub(super) clouds: Vec<(String, String)>,
    pub(super) rows: Vec<Row>,
}

/// A service.
pub(super) struct Row {
    pub(super) name: String,
    pub(super) address: String,
    /// What the page says of it; none where that is its name alone.
    pub(super) text: Option<Text>,
    /// Its group, other names, ways of delivery: sentences.
    pub(super) more: Vec<String>,
    /// Where it stands in each cloud; none where it is not in scope.
    pub(super) cells: Vec<Vec<Mark>>,
}

impl Services {
    pub(super) fn of(making: &Making<'_>) -> Self {
        let trust = &making.portal.view.trust;
        let scope = &making.offering.offering.services;
        let used = |cloud: &&Cloud| scope.iter().any(|row| row.cloud.value == cloud.id.value);
        let clouds: Vec<&Cloud> = trust.clouds.iter().filter(used).collect();
        let own = trust.services.iter();
        let own = own.filter(|it| scope.iter().any(|row| row.service.value == it.id.value));
        let rows = own.map(|it| making.service(it, scope, &clouds)).collect();
        let cloud =
            |it: &&Cloud| (it.name.clone(), making.frame.t(&format!("trust-cloud-{}", it.kind)));
        Self {
            title: making.title(Section::Services),
            clouds: clouds.iter().map(cloud).collect(),
            rows,
        }
    }
}

impl Making<'_> {
    fn service(&self, service: &Service, scope: &[InScope], clouds: &[&Cloud]) -> Row {
        let cells = clouds.iter().map(|cloud| {
            let own = scope.iter().filter(|row| {
                row.service.value == service.id.value && row.cloud.value == cloud.id.value
            });
            own.flat_map(|row| marks::scope(self.visit, row)).collect()
        });
        let link = service.link.as_deref().and_then(outside).unwrap_or_default();
        Row {
            name: service.name.clone(),
            address: link.to_owned(),
            text: service.text.as_ref().and_then(|id| self.said(service, &id.value)),
            more: self.more(service),
            cells: cells.collect(),
        }
    }

    /// What the page says of a service, unless that is its name in every language.
    fn said(&self, service: &Service, id: &Id) -> Option<Text> {
        let unit = self.portal.view.text(id)?;
        let is_name = |body: &str| body == service.name;
        let only_name = is_name(&unit.body) && unit.translations.iter().all(|it| is_name(&it.body));
        (!only_name).then(|| self.texts.text(id))
    }

    fn more(&self, service: &Service) -> Vec<String> {
        let name = |key: &str, value: &str| self.frame.text(key, &[("name", Arg::from(value))]);
        let mut more = Vec::new();
        let group = service.group.as_ref();
        if let Some(group) = group.and_then(|id| self.portal.view.trust.service(&id.value)) {
            more.push(name("trust-service-group", &group.name));
        }
        if !service.aliases.is_empty() {
            more.push(name("trust-service-aliases", &service.aliases.join(", ")));
        }
        // The words of the page hold what it says of delivery; files without a page say it here.
        if service.text.is_none() {
            let own = service.clause.iter().chain(&service.detail);
            more.extend(own.cloned());
        }
        more
    }
}
