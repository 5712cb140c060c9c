//! Documents, external reports and the sample as JSON.

use attestor_core::certification::documents::DocumentOutcome;
use attestor_core::certification::external::{ExternalOutcome, ExternalVerdict};
use attestor_core::certification::sample::{Draw, Stratum};
use serde::Serialize;

use super::super::teller::Teller;
use super::{WireReason, tell};

#[derive(Debug, Serialize)]
pub(super) struct WireDocument<'a> {
    id: &'a str,
    title: &'a str,
    state: &'static str,
    file: Option<&'a str>,
    fresh_until: Option<String>,
    reasons: Vec<WireReason<'a>>,
}

impl<'a> WireDocument<'a> {
    pub(super) fn of(teller: &Teller<'_>, outcome: &'a DocumentOutcome<'a>) -> Self {
        Self {
            id: outcome.rule.id.value.as_str(),
            title: &outcome.rule.title,
            state: outcome.state.as_str(),
            file: outcome.file,
            fresh_until: outcome.fresh_until.map(|day| day.to_string()),
            reasons: tell(teller, &outcome.reasons, None),
        }
    }
}

#[derive(Debug, Serialize)]
pub(super) struct WireExternal<'a> {
    framework: &'a str,
    file: &'a str,
    accepted: bool,
    rule: &'static str,
    until: Option<String>,
}

impl<'a> WireExternal<'a> {
    pub(super) fn of(outcome: &ExternalOutcome<'a>) -> Self {
        let until = match outcome.verdict {
            ExternalVerdict::Accepted { until } => Some(until.to_string()),
            ExternalVerdict::Refused => None,
        };
        Self {
            framework: outcome.report.framework.as_str(),
            file: &outcome.report.file,
            accepted: until.is_some(),
            rule: outcome.decided_by.rule.as_str(),
            until,
        }
    }
}

#[derive(Debug, Serialize)]
pub(super) struct WireSample<'a> {
    seed: &'a str,
    /// The digest of the inventory.
    population: String,
    size: usize,
    strata: Vec<WireStratum<'a>>,
}

impl<'a> WireSample<'a> {
    pub(super) fn of(draw: &'a Draw) -> Self {
        Self {
            seed: &draw.seed,
            population: draw.population.to_string(),
            size: draw.size(),
            strata: draw.strata.iter().map(WireStratum::of).collect(),
        }
    }
}

#[derive(Debug, Serialize)]
struct WireStratum<'a> {
    key: &'a [String],
    population: u64,
    sample: usize,
    drawn: Vec<&'a str>,
}

impl<'a> WireStratum<'a> {
    fn of(stratum: &'a Stratum) -> Self {
        Self {
            key: &stratum.key,
            population: stratum.population,
            sample: stratum.drawn.len(),
            drawn: stratum.drawn.iter().map(|id| id.as_str()).collect(),
        }
    }
}
