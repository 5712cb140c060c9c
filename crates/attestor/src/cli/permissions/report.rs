//! How the findings about permissions are printed.

use attestor_core::attestation::permission::{
    Access, Differences, Findings, Narrower, PermissionKind, Requested,
};
use serde::Serialize;

use super::super::Out;

/// Everything that was found.
#[derive(Debug)]
pub(super) struct Report<'a> {
    /// The rows of the first file.
    pub(super) requested: &'a [Requested],
    /// What is wrong with them.
    pub(super) findings: Findings,
    /// Narrower permissions that exist; advice only.
    pub(super) narrower: Vec<Narrower>,
    /// Entries of either file that could not be resolved.
    pub(super) unknown: Vec<&'a Access>,
    /// Where both files differ; `None` when there is one file.
    pub(super) differences: Option<Differences>,
}

impl Report<'_> {
    /// Whether nothing was found.
    pub(super) fn is_clean(&self) -> bool {
        self.findings.implied.is_empty()
            && self.findings.unjustified.is_empty()
            && self.unknown.is_empty()
            && self.differences.as_ref().is_none_or(Differences::is_empty)
    }

    /// Prints one line a finding, and a summary on stderr.
    pub(super) fn table(&self, out: &mut Out) {
        let width = self.width();
        for one in &self.findings.implied {
            let covered_by = &one.covered_by;
            out.line(format_args!("{:width$}  implied by {covered_by}", named(&one.row)));
        }
        for one in &self.findings.unjustified {
            out.line(format_args!("{:width$}  {}", named(&one.row), one.why));
        }
        for one in &self.unknown {
            let Access { resource_app, id, kind } = one;
            out.line(format_args!("{:width$}  unknown {kind} of application {resource_app}", id));
        }
        if let Some(found) = &self.differences {
            for row in &found.only_first {
                out.line(format_args!("{:width$}  only in the first list", named(row)));
            }
            for row in &found.only_second {
                out.line(format_args!("{:width$}  only in the second list", named(row)));
            }
        }
        self.summary(out);
    }

    fn summary(&self, out: &mut Out) {
        let counts = [
            (self.findings.implied.len(), "implied by others"),
            (self.findings.unjustified.len(), "without a reason that names a feature"),
            (self.unknown.len(), "unknown"),
        ];
        let words: Vec<String> =
            counts.iter().map(|(count, what)| format!("{count} {what}")).collect();
        out.say(format_args!("{} permissions: {}", self.requested.len(), words.join(", ")));
        if self.findings.justified.is_none() && !self.requested.is_empty() {
            out.say("no reasons are given, so none was judged");
        }
        if self.differences.as_ref().is_some_and(|found| !found.is_empty()) {
            out.say("the lists differ: correct the attestation or the app (APP-PERM-02)");
        }
    }

    /// The width of the first column.
    fn width(&self) -> usize {
        let rows = self.findings.implied.iter().map(|one| &one.row);
        let rows = rows.chain(self.findings.unjustified.iter().map(|one| &one.row));
        let rows = rows.chain(
            self.differences
                .iter()
                .flat_map(|found| found.only_first.iter().chain(&found.only_second)),
        );
        let ids = self.unknown.iter().map(|one| one.id.chars().count());
        rows.map(|row| named(row).chars().count()).chain(ids).max().unwrap_or_default()
    }

    /// The documented JSON form.
    pub(super) fn wire(&self) -> Wire<'_> {
        let findings = &self.findings;
        let implied = findings.implied.iter().map(|one| WireImplied {
            row: WireRow::short(&one.row),
            covered_by: one.covered_by.as_str(),
            rules: &one.rules,
        });
        let unjustified = findings.unjustified.iter().map(|one| WireUnjustified {
            row: WireRow::short(&one.row),
            reason: one.why.to_string(),
            rule: &one.rule,
        });
        let narrower = self.narrower.iter().map(|one| WireNarrower {
            row: WireRow::short(&one.row),
            alternatives: one.alternatives.iter().map(|name| name.as_str()).collect(),
        });
        let differences = self.differences.as_ref().map(|found| WireDifferences {
            only_first: found.only_first.iter().map(WireRow::short).collect(),
            only_second: found.only_second.iter().map(WireRow::short).collect(),
        });
        Wire {
            permissions: self.requested.iter().map(WireRow::whole).collect(),
            implied: implied.collect(),
            justified: findings.justified,
            unjustified: unjustified.collect(),
            unknown: self.unknown.iter().map(|one| WireAccess::of(one)).collect(),
            narrower: narrower.collect(),
            differences,
        }
    }
}

/// A permission with its type, for people.
pub(super) fn named(row: &Requested) -> String {
    match row.kind {
        None => row.name.to_string(),
        Some(kind) => format!("{} ({kind})", row.name),
    }
}

/// The result as JSON.
#[derive(Debug, Serialize)]
pub(super) struct Wire<'a> {
    permissions: Vec<WireRow<'a>>,
    implied: Vec<WireImplied<'a>>,
    /// Null when the list gives no reasons at all.
    justified: Option<bool>,
    unjustified: Vec<WireUnjustified<'a>>,
    unknown: Vec<WireAccess<'a>>,
    narrower: Vec<WireNarrower<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    differences: Option<WireDifferences<'a>>,
}

/// A permission; the type is null when the list does not say.
#[derive(Debug, Serialize)]
struct WireRow<'a> {
    permission: &'a str,
    #[serde(rename = "type")]
    kind: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    justification: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    app: Option<&'a str>,
}

impl<'a> WireRow<'a> {
    fn short(row: &'a Requested) -> Self {
        Self { justification: None, ..Self::whole(row) }
    }

    fn whole(row: &'a Requested) -> Self {
        Self {
            permission: row.name.as_str(),
            kind: row.kind.map(PermissionKind::as_str),
            justification: row.justification.as_deref(),
            app: row.app.as_deref(),
        }
    }
}

#[derive(Debug, Serialize)]
struct WireImplied<'a> {
    #[serde(flatten)]
    row: WireRow<'a>,
    covered_by: &'a str,
    rules: &'a [String],
}

#[derive(Debug, Serialize)]
struct WireUnjustified<'a> {
    #[serde(flatten)]
    row: WireRow<'a>,
    reason: String,
    rule: &'a str,
}

#[derive(Debug, Serialize)]
struct WireAccess<'a> {
    resource_app: &'a str,
    id: &'a str,
    #[serde(rename = "type")]
    kind: &'a str,
}

impl<'a> WireAccess<'a> {
    fn of(access: &'a Access) -> Self {
        Self { resource_app: &access.resource_app, id: &access.id, kind: &access.kind }
    }
}

#[derive(Debug, Serialize)]
struct WireNarrower<'a> {
    #[serde(flatten)]
    row: WireRow<'a>,
    alternatives: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
struct WireDifferences<'a> {
    only_first: Vec<WireRow<'a>>,
    only_second: Vec<WireRow<'a>>,
}
