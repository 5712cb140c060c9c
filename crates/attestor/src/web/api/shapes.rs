//! The JSON of apps and of the versions of their pages.

mod version;

use attestor_core::attestation::catalog::facet::{Facet, freshness};
use attestor_core::attestation::catalog::listing::{Listing, publisher_key};
use attestor_core::day::Day;
use serde::Serialize;
use utoipa::ToSchema;

pub(super) use version::{
    Before, ChangedAnswer, ChangedOutcome, Difference, FoundOnPage, Version, VersionList,
    WholeVersion,
};

use crate::web::address;

/// An app as its current version shows it.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(example = json!({
    "id": "WA104381050",
    "name": "Contoso Forms",
    "publisher": "Contoso",
    "publisher_key": "contoso",
    "tier": "certified",
    "stores_data": "yes",
    "updated_on": "2026-03-14",
    "freshness": "within_12_months",
    "locale": "en-US",
    "current_version": 3,
    "versions": 3,
    "host_products": ["teams"],
    "hosting": ["paas"],
    "frameworks": ["iso_27001_certified"],
    "permission_count": 2,
    "links": {"self": "https://catalog.example.org/api/v1/apps/WA104381050",
              "page": "https://catalog.example.org/en-us/apps/WA104381050"}
}))]
pub(in crate::web) struct App {
    /// The id: from AppSource, else from the Teams store, else from the page.
    pub(in crate::web) id: String,
    /// The name.
    pub(in crate::web) name: String,
    /// The publisher's name.
    pub(in crate::web) publisher: Option<String>,
    /// The publisher in addresses.
    pub(in crate::web) publisher_key: Option<String>,
    /// `attested` or `certified`.
    pub(in crate::web) tier: Option<&'static str>,
    /// Whether customer data is stored: `yes`, `no`, `na` or `unanswered`.
    pub(in crate::web) stores_data: &'static str,
    /// The day on which the publisher last changed an answer.
    pub(in crate::web) updated_on: Option<String>,
    /// How long ago that is: `within_3_months`, `within_12_months`, `older` or `unknown`.
    pub(in crate::web) freshness: &'static str,
    /// The locale of the current version's page; empty where it names none.
    pub(in crate::web) locale: String,
    /// The number of the current version.
    pub(in crate::web) current_version: i64,
    /// How many versions there are.
    pub(in crate::web) versions: i64,
    /// The products in which the app runs.
    pub(in crate::web) host_products: Vec<String>,
    /// Who runs the servers.
    pub(in crate::web) hosting: Vec<String>,
    /// Standards and laws with which the publisher says to comply, by question.
    pub(in crate::web) frameworks: Vec<String>,
    /// How many permissions it asks for, each name once.
    pub(in crate::web) permission_count: usize,
    /// Where it stands.
    pub(in crate::web) links: Links,
}

/// Where an app stands.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web) struct Links {
    /// The app as data.
    #[serde(rename = "self")]
    pub(in crate::web) own: String,
    /// The app for people.
    pub(in crate::web) page: String,
}

impl App {
    /// An app of the index, with the address of its page below a language.
    pub(in crate::web) fn new(
        listing: &Listing,
        public_url: &str,
        language: &str,
        today: Day,
    ) -> Self {
        let id = address::part(&listing.app_id);
        let key = listing.publisher.as_deref().map(publisher_key);
        Self {
            id: listing.app_id.clone(),
            name: listing.name.clone(),
            publisher: listing.publisher.clone(),
            publisher_key: key.filter(|key| !key.is_empty()),
            tier: listing.tier.map(|tier| tier.as_str()),
            stores_data: listing.stores_data.as_str(),
            updated_on: listing.updated.map(|day| day.to_string()),
            freshness: freshness(listing.updated, today).as_str(),
            locale: listing.locale.clone(),
            current_version: listing.current,
            versions: listing.versions,
            host_products: values(listing, Facet::HostProduct),
            hosting: values(listing, Facet::Hosting),
            frameworks: values(listing, Facet::Framework),
            permission_count: listing.permission_count,
            links: Links {
                own: format!("{public_url}/api/v1/apps/{id}"),
                page: format!("{public_url}/{language}/apps/{id}"),
            },
        }
    }
}

/// What an app has of a facet.
pub(in crate::web) fn values(listing: &Listing, facet: Facet) -> Vec<String> {
    let own = listing.facets.iter().filter(|(one, _)| *one == facet);
    own.map(|(_, value)| value.clone()).collect()
}

/// An app with what it asks for.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct WholeApp {
    /// The app.
    #[serde(flatten)]
    pub(super) app: App,
    /// The names of its permissions.
    pub(super) permissions: Vec<String>,
    /// The ids of the app registrations that ask for them.
    pub(super) registrations: Vec<String>,
}

/// A part of the list of apps.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct AppList {
    /// The apps, in the order that was asked for.
    pub(super) apps: Vec<App>,
    /// What to send as `after` for the next part; absent at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) cursor: Option<String>,
    /// How many apps there are on all parts, where `total=true` asks for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) total: Option<usize>,
    /// How many apps have each value of each facet, where `facets=true` asks for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) facets: Option<Vec<FacetCounts>>,
}

/// A facet with the number of apps that have each value, the most frequent first.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct FacetCounts {
    /// The facet: the name of the parameter that filters by it.
    pub(super) facet: &'static str,
    /// The values.
    pub(super) values: Vec<ValueCount>,
}

/// A value with its number of apps.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct ValueCount {
    /// The value.
    pub(super) value: String,
    /// How many apps have it.
    pub(super) apps: usize,
}

/// An app in the list of something else.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct AppName {
    /// The id.
    pub(super) id: String,
    /// The name.
    pub(super) name: String,
    /// The publisher's name.
    pub(super) publisher: Option<String>,
    /// `attested` or `certified`.
    pub(super) tier: Option<&'static str>,
}

impl From<&Listing> for AppName {
    fn from(listing: &Listing) -> Self {
        Self {
            id: listing.app_id.clone(),
            name: listing.name.clone(),
            publisher: listing.publisher.clone(),
            tier: listing.tier.map(|tier| tier.as_str()),
        }
    }
}
