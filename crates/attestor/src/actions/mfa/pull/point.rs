//! Where the next pull goes on: a document beside the tables, moved only after what came before it
//! is in them.

use std::collections::BTreeMap;

use attestor_core::mfa::moment::{self, Micros};
use serde::{Deserialize, Serialize};

use super::super::{Mfa, stop};
use crate::stop::Stop;

/// The kind of the documents in the lake; each is named by its directory.
const KIND: &str = "resume";

/// Where reading stands, by kind of sign-ins.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Point {
    pub(super) kinds: BTreeMap<String, Reached>,
}

/// Where reading stands for one kind.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Reached {
    /// The newest sign-in before which all were read that had come by then.
    #[serde(default)]
    pub(super) newest: Option<Moment>,
    /// A reading that did not come to its end.
    #[serde(default)]
    pub(super) under_way: Option<UnderWay>,
}

/// A reading that did not come to its end. Pages come with the newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct UnderWay {
    /// From when on it reads.
    pub(super) from: Moment,
    /// The newest sign-in that it met.
    #[serde(default)]
    pub(super) newest: Option<Moment>,
    /// The address of the page that it reads next; empty for the first one.
    pub(super) next: String,
}

impl UnderWay {
    /// One that begins at its first page.
    pub(super) const fn new(from: Moment) -> Self {
        Self { from, newest: None, next: String::new() }
    }
}

/// A moment, written as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub(super) struct Moment(pub(super) i64);

impl TryFrom<String> for Moment {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        moment::parse(&text).map(Self).map_err(|_| format!("`{text}` is not a time"))
    }
}

impl From<Moment> for String {
    fn from(moment: Moment) -> Self {
        Micros(moment.0).to_string()
    }
}

impl Mfa {
    pub(super) async fn point(&self, organization: &str, directory: &str) -> Result<Point, Stop> {
        let name = format!("{directory}.json");
        let found = self.lake.document(KIND, organization, &name).await.map_err(stop)?;
        let Some(bytes) = found else { return Ok(Point::default()) };
        let wrong = |error| Stop::Failure(format!("where the last pull ended: {error}"));
        serde_json::from_slice(&bytes).map_err(wrong)
    }

    pub(super) async fn keep_point(
        &self,
        organization: &str,
        directory: &str,
        point: &Point,
    ) -> Result<(), Stop> {
        let bytes = serde_json::to_vec_pretty(point);
        let bytes = bytes.map_err(|error| Stop::Failure(error.to_string()))?;
        let name = format!("{directory}.json");
        self.lake.keep_document(KIND, organization, &name, bytes).await.map_err(stop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_reads_back_as_it_was_kept() {
        let under_way = UnderWay {
            from: Moment(1_700_000_000_000_000),
            newest: Some(Moment(1_700_000_000_000_001)),
            next: "https://graph.microsoft.com/beta/x?$skiptoken=1".to_owned(),
        };
        let reached = Reached { newest: None, under_way: Some(under_way) };
        let point = Point { kinds: BTreeMap::from([("servicePrincipal".to_owned(), reached)]) };
        let text = serde_json::to_string(&point).unwrap();
        assert!(text.contains("2023-11-14T22:13:20.000001Z"), "{text}");
        assert_eq!(serde_json::from_str::<Point>(&text).unwrap(), point);
        assert!(serde_json::from_str::<Point>(&text.replace("2023", "x")).is_err());
    }
}
