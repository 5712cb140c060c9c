//! Documents, sample, permissions and external reports.

use attestor_core::certification::case::Permission;
use attestor_core::certification::documents::DocumentOutcome;
use attestor_core::certification::external::{ExternalOutcome, ExternalVerdict};
use attestor_core::certification::permissions::{self, Listed};
use attestor_core::certification::sample::Stratum;

use super::status::{self, Icon, Tag, Tone};
use super::{DayText, Maker};
use crate::phrases::Arg;
use crate::report::plain::clean;
use crate::report::teller::Said;

/// An initial document.
#[derive(Debug, Clone)]
pub(crate) struct DocumentRow {
    /// The title.
    pub(crate) title: String,
    /// What it must hold.
    pub(crate) text: String,
    /// Where it stands.
    pub(crate) tag: Tag,
    /// The path in the dossier; empty when there is none.
    pub(crate) file: String,
    /// The last day on which it counts.
    pub(crate) until: Option<DayText>,
    /// Why.
    pub(crate) reasons: Vec<Said>,
}

/// The documents, in the order of the program.
pub(super) fn documents(maker: &Maker<'_>) -> Vec<DocumentRow> {
    let row = |outcome: &DocumentOutcome<'_>| DocumentRow {
        title: outcome.rule.title.clone(),
        text: outcome.rule.text.clone(),
        tag: maker.tag(status::document(outcome.state)),
        file: outcome.file.map_or_else(String::new, clean),
        until: outcome.fresh_until.map(|day| maker.day(day)),
        reasons: maker.teller.tell_all(&outcome.reasons, None),
    };
    maker.subject.assessment.documents.iter().map(row).collect()
}

/// The sample.
#[derive(Debug, Clone)]
pub(crate) struct SampleView {
    /// What was drawn from what.
    pub(crate) fact: String,
    /// The seed.
    pub(crate) seed: String,
    /// The digest of the inventory.
    pub(crate) population: String,
    /// The properties that make a stratum.
    pub(crate) columns: Vec<String>,
    /// The strata.
    pub(crate) strata: Vec<StratumRow>,
    /// That the recorded draw no longer belongs to the inventory.
    pub(crate) outdated: Option<Said>,
}

/// A stratum.
#[derive(Debug, Clone)]
pub(crate) struct StratumRow {
    /// The values of the properties.
    pub(crate) key: Vec<String>,
    /// How many components it has.
    pub(crate) population: String,
    /// How many were drawn.
    pub(crate) size: String,
    /// The drawn components.
    pub(crate) drawn: Vec<String>,
}

/// The sample.
pub(super) fn sample(maker: &Maker<'_>) -> SampleView {
    let assessment = maker.subject.assessment;
    let draw = &assessment.draw;
    let population: u64 = draw.strata.iter().map(|stratum| stratum.population).sum();
    let args = [
        ("drawn", Arg::from(draw.size())),
        ("population", Arg::from(population)),
        ("strata", Arg::from(draw.strata.len())),
    ];
    let key = if population == 0 { "report-sample-none" } else { "report-sample-fact" };
    let used = if population == 0 { &[] as &[(&str, Arg<'_>)] } else { &args };
    let row = |stratum: &Stratum| StratumRow {
        key: stratum.key.iter().map(|value| shown(value)).collect(),
        population: stratum.population.to_string(),
        size: stratum.drawn.len().to_string(),
        drawn: stratum.drawn.iter().map(ToString::to_string).collect(),
    };
    let columns = maker.subject.program.sampling.strata.iter();
    SampleView {
        fact: maker.text(key, used),
        seed: clean(&draw.seed),
        population: draw.population.to_string(),
        columns: columns.map(|column| maker.word(&format!("stratum-{column}"))).collect(),
        strata: draw.strata.iter().map(row).collect(),
        outdated: assessment.sample_outdated.as_ref().map(|reason| maker.teller.tell(reason)),
    }
}

fn shown(value: &str) -> String {
    let text = clean(value);
    if text.is_empty() { "–".to_owned() } else { text }
}

/// Requested permissions.
#[derive(Debug, Clone)]
pub(crate) struct Permissions {
    /// Where the list comes from, or that there is none.
    pub(crate) fact: String,
    /// The rows.
    pub(crate) rows: Vec<PermissionRow>,
}

/// A permission.
#[derive(Debug, Clone)]
pub(crate) struct PermissionRow {
    /// The name.
    pub(crate) name: String,
    /// The type; a dash when the list does not say.
    pub(crate) kind: String,
    /// The publisher's reason.
    pub(crate) why: String,
    /// Where it stands.
    pub(crate) tag: Tag,
    /// What rules say of it.
    pub(crate) reasons: Vec<Said>,
}

/// The permissions that count.
pub(super) fn permissions(maker: &Maker<'_>) -> Permissions {
    let Some((listed, rows)) = permissions::listed(maker.subject.case) else {
        return Permissions { fact: maker.word("report-permissions-none"), rows: Vec::new() };
    };
    let key = match listed {
        Listed::Requested => "report-permissions-requested",
        Listed::Attested => "report-permissions-attested",
    };
    Permissions {
        fact: maker.text(key, &[("count", Arg::from(rows.len()))]),
        rows: rows.iter().map(|row| permission(maker, row)).collect(),
    }
}

fn permission(maker: &Maker<'_>, row: &Permission) -> PermissionRow {
    let name = row.requested.name.as_str();
    let mut reasons: Vec<Said> = Vec::new();
    for outcome in &maker.subject.assessment.controls {
        let about = outcome.reasons.iter().filter(|reason| {
            reason.facts.iter().any(|(fact, value)| *fact == "permission" && value == name)
        });
        for reason in about {
            let said = maker.teller.tell(reason);
            if !reasons.contains(&said) {
                reasons.push(said);
            }
        }
    }
    let (tone, icon, key) = match (reasons.is_empty(), row.judgment) {
        (false, _) => (Tone::Warn, Icon::Alert, "report-permission-mend".to_owned()),
        (true, Some(judgment)) => (Tone::Ok, Icon::Check, format!("judgment-{judgment}")),
        (true, None) => (Tone::Ok, Icon::Check, "report-permission-clean".to_owned()),
    };
    PermissionRow {
        name: clean(name),
        kind: row
            .requested
            .kind
            .map_or_else(|| "–".to_owned(), |kind| maker.word(&format!("permission-kind-{kind}"))),
        why: row.requested.justification.as_deref().map_or_else(|| "–".to_owned(), shown),
        tag: Tag { tone, icon, text: maker.word(&key) },
        reasons,
    }
}

/// An external report.
#[derive(Debug, Clone)]
pub(crate) struct ExternalRow {
    /// The framework.
    pub(crate) framework: String,
    /// The path in the dossier.
    pub(crate) file: String,
    /// What it is about.
    pub(crate) about: String,
    /// When it was issued.
    pub(crate) issued: DayText,
    /// Whether it counts.
    pub(crate) tag: Tag,
    /// Why.
    pub(crate) said: Said,
}

/// The external reports, in the order of the dossier.
pub(super) fn external(maker: &Maker<'_>) -> Vec<ExternalRow> {
    let row = |outcome: &ExternalOutcome<'_>| {
        let look = match outcome.verdict {
            ExternalVerdict::Accepted { .. } => {
                (Tone::Ok, Icon::Check, "external-verdict-accepted".to_owned())
            }
            ExternalVerdict::Refused => {
                (Tone::Bad, Icon::Cross, "external-verdict-refused".to_owned())
            }
        };
        ExternalRow {
            framework: maker.teller.framework(outcome.report.framework.as_str()),
            file: clean(&outcome.report.file),
            about: maker.word(&format!("about-{}", outcome.report.about)),
            issued: maker.day(outcome.report.issued_on),
            tag: maker.tag(look),
            said: maker.teller.tell(&outcome.decided_by),
        }
    };
    maker.subject.assessment.external.iter().map(row).collect()
}
