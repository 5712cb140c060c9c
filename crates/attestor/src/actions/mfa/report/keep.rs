//! Reports that stand: each is kept beside the tables under its day.
//!
//! A report is kept once its window is over. On its own day, what comes in late makes it anew; from
//! the next day on it stands as it was made last, until somebody asks for a fresh one. A report that
//! was made later than on its day stands as long as nothing changes that it was made from.

use attestor_core::day::Day;
use attestor_core::instant::Instant;
use attestor_core::mfa::metric::Window;
use serde_json::Value;

use super::Report;
use crate::actions::mfa::{Mfa, stop};
use crate::stop::Stop;

/// The kind of the documents in the lake.
const KIND: &str = "reports";

/// What computing a report again showed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Replay {
    /// When the kept one was made.
    pub(crate) kept_at: String,
    /// The fields that are not the same, as pointers of JSON; empty if all are.
    pub(crate) differences: Vec<String>,
}

impl Mfa {
    /// The report of an organization for a day: the kept one where it stands, otherwise a new one,
    /// which is kept if its window is over.
    pub(crate) async fn report(&mut self, organization: &str, day: Day) -> Result<Report, Stop> {
        if let Some(kept) = self.standing(organization, day).await? {
            return Ok(kept);
        }
        self.fresh_report(organization, day).await
    }

    /// Computes the report and keeps it in the place of an earlier one, if its window is over.
    pub(crate) async fn fresh_report(
        &mut self,
        organization: &str,
        day: Day,
    ) -> Result<Report, Stop> {
        let report = self.compute(organization, day).await?;
        let has_events = self.lake.days(organization).map_err(stop)?.is_some();
        let is_known = has_events || report.configuration.as_of.is_some();
        if is_known && self.is_over(&report, day) {
            let bytes = serde_json::to_vec(&report);
            let bytes = bytes.map_err(|error| Stop::Failure(error.to_string()))?;
            self.lake.keep_document(KIND, organization, &name(day), bytes).await.map_err(stop)?;
        }
        Ok(report)
    }

    /// Computes a kept report again and tells what is not the same; `None` if none is kept.
    pub(crate) async fn replay(
        &mut self,
        organization: &str,
        day: Day,
    ) -> Result<Option<Replay>, Stop> {
        let Some(kept) = self.kept_report(organization, day).await? else { return Ok(None) };
        let mut again = self.compute(organization, day).await?;
        let kept_at = kept.made.at.clone();
        again.made = kept.made.clone();
        let value = |report: &Report| serde_json::to_value(report);
        let (kept, again) = (value(&kept), value(&again));
        let both = kept.and_then(|kept| Ok((kept, again?)));
        let (kept, again) = both.map_err(|error| Stop::Failure(error.to_string()))?;
        let mut differences = Vec::new();
        compare(&kept, &again, "", &mut differences);
        Ok(Some(Replay { kept_at, differences }))
    }

    /// The kept report of a day.
    pub(crate) async fn kept_report(
        &self,
        organization: &str,
        day: Day,
    ) -> Result<Option<Report>, Stop> {
        let found = self.lake.document(KIND, organization, &name(day)).await.map_err(stop)?;
        let wrong = |error| {
            Stop::Failure(format!(
                "the kept report of {day} cannot be read: {error}; it is left as it is, and \
                 `attestor mfa report --fresh` makes it anew"
            ))
        };
        found.map(|bytes| serde_json::from_slice(&bytes).map_err(wrong)).transpose()
    }

    /// The kept report of a day, if it stands: it was made on its day, which is over, or nothing has
    /// changed since.
    pub(crate) async fn standing(
        &self,
        organization: &str,
        day: Day,
    ) -> Result<Option<Report>, Stop> {
        let Some(kept) = self.kept_report(organization, day).await? else { return Ok(None) };
        let settings = self.settings(organization).await?;
        let end_of_day = Window::of(day.plus_days(1), &settings.zone()).end;
        let was_in_time = micros(&kept.made.at).is_some_and(|at| at < end_of_day);
        if was_in_time && self.now().saturating_mul(1000) >= end_of_day {
            return Ok(Some(kept));
        }
        let version = self.lake.latest_version().await.map_err(stop)?;
        let now = self.marks(organization, version).await?;
        Ok((kept.made.from == now).then_some(kept))
    }

    /// The days of which reports are kept, the oldest first.
    pub(crate) async fn kept_days(&self, organization: &str) -> Result<Vec<Day>, Stop> {
        let names = self.lake.document_names(KIND, organization).await.map_err(stop)?;
        Ok(names.iter().filter_map(|name| Day::parse(name.strip_suffix(".json")?)).collect())
    }

    fn is_over(&self, report: &Report, day: Day) -> bool {
        let zone = attestor_core::mfa::zone::Zone::parse(&report.zone);
        let zone = zone.unwrap_or_else(attestor_core::mfa::zone::Zone::utc);
        self.now().saturating_mul(1000) >= Window::of(day, &zone).end
    }
}

fn name(day: Day) -> String {
    format!("{day}.json")
}

fn micros(at: &str) -> Option<i64> {
    let seconds = i64::try_from(Instant::parse(at)?.seconds()).ok()?;
    seconds.checked_mul(1_000_000)
}

/// The pointers to what is not the same, no deeper than needed.
fn compare(left: &Value, right: &Value, at: &str, found: &mut Vec<String>) {
    match (left, right) {
        (Value::Object(left), Value::Object(right)) => {
            for (name, value) in left {
                let other = right.get(name).unwrap_or(&Value::Null);
                compare(value, other, &format!("{at}/{name}"), found);
            }
            let added = right.keys().filter(|name| !left.contains_key(*name));
            found.extend(added.map(|name| format!("{at}/{name}")));
        }
        (Value::Array(left), Value::Array(right)) if left.len() == right.len() => {
            for (place, (one, other)) in left.iter().zip(right).enumerate() {
                compare(one, other, &format!("{at}/{place}"), found);
            }
        }
        (left, right) if left == right => {}
        _ => found.push(at.to_owned()),
    }
}
