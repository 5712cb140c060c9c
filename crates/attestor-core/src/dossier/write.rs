//! A case as the files of a dossier. Reading them gives the same case.

use std::fmt::{Display, Write as _};

use super::MAIN_FILE;
use super::inventory::COLUMNS;
use crate::answer::Answer;
use crate::certification::case::{
    Attestation, Case, Component, Evidence, ExternalReport, Finding, PentestReport, Permission,
    Verification,
};
use crate::certification::external;
use crate::framework::{Framework, Library};

/// The files of a case, with their paths; files with nothing in them are left out.
#[must_use]
pub fn write(library: &Library, framework: &Framework, case: &Case) -> Vec<(String, String)> {
    let mut files = vec![(MAIN_FILE.to_owned(), main_file(framework, case))];
    let mut add = |path: &str, text: String| {
        if !text.is_empty() {
            files.push((path.to_owned(), text));
        }
    };
    if let Some(attestation) = &case.attestation {
        add("attestation.yaml", attestation_file(attestation));
    }
    add("scope.yaml", scope(case));
    add("inventory.csv", inventory(&case.scope.components));
    add("documents.yaml", documents(case));
    add("evidence.yaml", evidence(&case.evidence));
    if let Some(report) = &case.pentest {
        add("pentest.yaml", pentest(report));
    }
    add("external.yaml", external_file(&case.external));
    for (at, report) in
        case.external.iter().enumerate().filter(|(_, report)| report.soa_rows.is_some())
    {
        add(&soa_path(at), soa(library, framework, report));
    }
    if let Some(permissions) = &case.permissions {
        add("permissions.yaml", permissions_file(permissions));
    }
    add("controls.yaml", controls(case));
    files
}

/// A YAML text that grows line by line. Every value is quoted, so that it means itself.
#[derive(Default)]
struct Yaml(String);

impl Yaml {
    fn line(&mut self, indent: usize, text: impl Display) -> &mut Self {
        // Writing to a string cannot fail.
        let _ = writeln!(self.0, "{:indent$}{text}", "");
        self
    }

    fn value(&mut self, indent: usize, key: &str, value: impl Display) -> &mut Self {
        let text = value.to_string();
        if text.is_empty() {
            return self;
        }
        self.line(indent, format_args!("{key}: {}", quoted(&text)))
    }

    fn optional(&mut self, indent: usize, key: &str, value: Option<&impl Display>) -> &mut Self {
        if let Some(value) = value {
            self.value(indent, key, value);
        }
        self
    }

    fn list<T: Display>(
        &mut self,
        indent: usize,
        key: &str,
        items: impl Iterator<Item = T>,
    ) -> &mut Self {
        let items: Vec<String> = items.map(|item| quoted(&item.to_string())).collect();
        if items.is_empty() {
            return self;
        }
        self.line(indent, format_args!("{key}: [{}]", items.join(", ")))
    }
}

/// A text in double quotes, in which YAML reads back exactly the same characters.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => {
                quoted.push('\\');
                quoted.push(letter);
            }
            _ if letter.is_control() || matches!(letter, '\u{feff}' | '\u{2028}' | '\u{2029}') => {
                let _ = write!(quoted, "\\u{:04x}", u32::from(letter));
            }
            _ => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

fn main_file(framework: &Framework, case: &Case) -> String {
    let mut yaml = Yaml::default();
    yaml.line(0, "dossier: 1").value(0, "framework", &framework.edition.framework).value(
        0,
        "edition",
        &framework.edition.edition,
    );
    let app = &case.app;
    let empty =
        app.id.is_empty() && app.name.is_empty() && app.publisher.is_empty() && app.kind.is_none();
    yaml.line(0, if empty { "app: {}" } else { "app:" });
    yaml.value(2, "id", &app.id)
        .value(2, "name", &app.name)
        .optional(2, "kind", app.kind.as_ref())
        .value(2, "publisher", &app.publisher);
    verification(&mut yaml, &case.verification);
    yaml.value(0, "consent", case.consent);
    if !case.statements.is_empty() {
        yaml.line(0, "statements:");
    }
    for (id, value) in &case.statements {
        yaml.line(2, format_args!("{id}: {}", if *value { "yes" } else { "no" }));
    }
    if let Some(attestation) = &case.attestation {
        yaml.line(0, "attestation:").line(2, "file: attestation.yaml").optional(
            2,
            "submitted_on",
            attestation.submitted_on.as_ref(),
        );
    }
    dates(&mut yaml, case);
    yaml.0
}

fn verification(yaml: &mut Yaml, verification: &Verification) {
    yaml.line(0, "publisher_verification:");
    match verification {
        Verification::Verified { partner_id } => {
            yaml.line(2, "state: verified").value(2, "partner_id", partner_id)
        }
        Verification::NotApplicable { reason } => {
            yaml.line(2, "state: not-applicable").value(2, "reason", reason)
        }
        Verification::Unverified => yaml.line(2, "state: unverified"),
        Verification::Withdrawn => yaml.line(2, "state: withdrawn"),
    };
}

fn dates(yaml: &mut Yaml, case: &Case) {
    let dates = &case.dates;
    let days = [
        ("started_on", dates.started_on),
        ("documents_accepted_on", dates.documents_accepted_on),
        ("evidence_complete_on", dates.evidence_complete_on),
        ("certified_on", dates.certified_on),
        ("other_case_since", dates.other_case_since),
        ("pentest_starts_on", dates.pentest_starts_on),
    ];
    if days.iter().any(|(_, day)| day.is_some()) {
        yaml.line(0, "case:");
    }
    for (key, day) in days {
        yaml.optional(2, key, day.as_ref());
    }
}

fn attestation_file(attestation: &Attestation) -> String {
    let mut yaml = Yaml::default();
    let answered = attestation.answers.iter().filter(|(_, answer)| **answer != Answer::Unanswered);
    let rows: Vec<(String, String)> = answered
        .map(|(id, answer)| (id.to_string(), answer.to_string()))
        .chain(attestation.texts.iter().map(|(id, text)| (id.to_string(), text.clone())))
        .collect();
    yaml.line(0, if rows.is_empty() { "answers: {}" } else { "answers:" });
    for (id, value) in rows {
        yaml.value(2, &id, value);
    }
    permissions(&mut yaml, &attestation.permissions);
    yaml.0
}

fn permissions_file(list: &[Permission]) -> String {
    let mut yaml = Yaml::default();
    if list.is_empty() {
        yaml.line(0, "permissions: []");
    }
    permissions(&mut yaml, list);
    yaml.0
}

fn permissions(yaml: &mut Yaml, list: &[Permission]) {
    if list.is_empty() {
        return;
    }
    yaml.line(0, "permissions:");
    for permission in list {
        let row = &permission.requested;
        yaml.line(0, format_args!("- name: {}", quoted(row.name.as_str())));
        yaml.optional(2, "type", row.kind.as_ref()).optional(
            2,
            "justification",
            row.justification.as_ref(),
        );
        yaml.optional(2, "app", row.app.as_ref()).optional(
            2,
            "judgment",
            permission.judgment.as_ref(),
        );
    }
}

fn scope(case: &Case) -> String {
    let scope = &case.scope;
    let mut yaml = Yaml::default();
    if scope.environments.is_empty() {
        return yaml.0;
    }
    yaml.line(0, "environments:");
    for environment in &scope.environments {
        yaml.line(0, format_args!("- id: {}", quoted(environment.id.as_str())));
        yaml.value(2, "name", &environment.name).value(2, "hosting", &environment.hosting).value(
            2,
            "role",
            environment.role,
        );
    }
    yaml.value(0, "recovery_site", scope.recovery_site).value(0, "backup_site", scope.backup_site);
    if !scope.connections.is_empty() {
        yaml.line(0, "connections:");
    }
    for connection in &scope.connections {
        yaml.line(0, format_args!("- name: {}", quoted(&connection.name)));
        yaml.value(2, "segmentation", connection.segmentation).value(
            2,
            "can_harm",
            connection.can_harm,
        );
    }
    services(&mut yaml, case);
    yaml.list(0, "footprint", scope.footprint.iter());
    if let Some(draw) = &case.draw {
        yaml.line(0, "sample:").value(2, "seed", &draw.seed).value(
            2,
            "population",
            &draw.population,
        );
        yaml.optional(2, "redraw_reason", draw.redraw_reason.as_ref());
        if !draw.enlarged.is_empty() {
            yaml.line(2, "enlarged:");
        }
        for one in &draw.enlarged {
            yaml.line(2, format_args!("- component: {}", quoted(one.component.as_str())));
            yaml.line(4, format_args!("to: {}", one.to)).value(4, "reason", &one.reason);
        }
    }
    yaml.0
}

fn services(yaml: &mut Yaml, case: &Case) {
    let Some(services) = &case.scope.services else { return };
    yaml.line(0, if services.is_empty() { "services: []" } else { "services:" });
    for service in services {
        yaml.line(0, format_args!("- host: {}", quoted(&service.host)));
        yaml.value(2, "owner", service.owner).optional(2, "purpose", service.purpose.as_ref());
    }
}

fn inventory(components: &[Component]) -> String {
    if components.is_empty() {
        return String::new();
    }
    let mut text = COLUMNS.join(",");
    text.push('\n');
    for row in components {
        let cells = [
            row.id.as_str(),
            row.environment.as_str(),
            &row.operating_system,
            &row.function,
            &row.device_type,
            &row.location,
        ];
        let cells: Vec<String> = cells.iter().map(|cell| csv_cell(cell)).collect();
        text.push_str(&cells.join(","));
        text.push('\n');
    }
    text
}

fn csv_cell(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

fn documents(case: &Case) -> String {
    let mut yaml = Yaml::default();
    if case.documents.is_empty() {
        return yaml.0;
    }
    yaml.line(0, "documents:");
    for document in &case.documents {
        yaml.line(0, format_args!("- kind: {}", quoted(document.kind.as_str())));
        yaml.value(2, "file", &document.file).optional(2, "dated_on", document.dated_on.as_ref());
    }
    yaml.0
}

fn evidence(items: &[Evidence]) -> String {
    let mut yaml = Yaml::default();
    if items.is_empty() {
        return yaml.0;
    }
    yaml.line(0, "evidence:");
    for item in items {
        yaml.line(0, format_args!("- id: {}", quoted(item.id.as_str())));
        yaml.value(2, "file", &item.file).value(2, "kind", &item.kind).value(2, "form", &item.form);
        yaml.value(2, "captured_on", item.captured_on).optional(
            2,
            "submitted_on",
            item.submitted_on.as_ref(),
        );
        let target = |target: &crate::certification::case::Target| match &target.part {
            None => target.control.to_string(),
            Some(part) => format!("{}/{part}", target.control),
        };
        yaml.list(2, "for", item.targets.iter().map(target));
        yaml.list(2, "components", item.components.iter()).list(2, "shows", item.shows.iter());
        if !item.figures.is_empty() {
            yaml.line(2, "figures:");
        }
        for (name, value) in &item.figures {
            yaml.value(4, name.as_str(), value);
        }
        yaml.optional(2, "process_built_on", item.process_built_on.as_ref()).optional(
            2,
            "runs",
            item.runs.as_ref(),
        );
    }
    yaml.0
}

fn pentest(report: &PentestReport) -> String {
    let mut yaml = Yaml::default();
    yaml.value(0, "file", &report.file).value(0, "firm", &report.firm).value(
        0,
        "independent",
        report.independent,
    );
    yaml.value(0, "method", report.method).value(0, "ended_on", report.ended_on).optional(
        0,
        "submitted_on",
        report.submitted_on.as_ref(),
    );
    yaml.list(0, "covers", report.covers.iter()).optional(
        0,
        "class_list",
        report.class_list.as_ref(),
    );
    yaml.value(0, "web_tested_on", report.web_tested_on).value(
        0,
        "infrastructure_tested_on",
        report.infrastructure_tested_on,
    );
    if let Some((live, copy)) = &report.code_digests {
        yaml.line(0, "code_digests:").value(2, "production", live).value(2, "uat", copy);
    }
    yaml.list(0, "footprint", report.footprint.iter());
    if !report.patch_windows.is_empty() {
        yaml.line(0, "patch_window_days:");
    }
    for (severity, days) in &report.patch_windows {
        yaml.value(2, severity.as_str(), days);
    }
    if !report.findings.is_empty() {
        yaml.line(0, "findings:");
    }
    for found in &report.findings {
        finding(&mut yaml, found);
    }
    yaml.0
}

fn finding(yaml: &mut Yaml, finding: &Finding) {
    yaml.line(0, format_args!("- id: {}", quoted(&finding.id))).value(2, "title", &finding.title);
    yaml.optional(2, "class", finding.class.as_ref());
    let (whole, tenth) = (finding.cvss_tenths / 10, finding.cvss_tenths % 10);
    yaml.value(2, "cvss", format_args!("{whole}.{tenth}"));
    yaml.optional(2, "fixed_on", finding.fixed_on.as_ref()).optional(
        2,
        "proof",
        finding.proof.as_ref(),
    );
}

fn soa_path(at: usize) -> String {
    format!("soa-{}.csv", at + 1)
}

fn external_file(reports: &[ExternalReport]) -> String {
    let mut yaml = Yaml::default();
    if reports.is_empty() {
        return yaml.0;
    }
    yaml.line(0, "reports:");
    for (at, report) in reports.iter().enumerate() {
        yaml.line(0, format_args!("- framework: {}", quoted(report.framework.as_str())));
        yaml.optional(2, "edition", report.edition.as_ref()).value(2, "file", &report.file).value(
            2,
            "about",
            report.about,
        );
        yaml.value(2, "issued_on", report.issued_on).optional(
            2,
            "audited_on",
            report.audited_on.as_ref(),
        );
        yaml.optional(2, "period_began_on", report.period_began_on.as_ref()).optional(
            2,
            "type",
            report.report_type.as_ref(),
        );
        yaml.optional(2, "level", report.level.as_ref()).optional(
            2,
            "package",
            report.package.as_ref(),
        );
        yaml.optional(2, "assessor", report.assessor.as_ref()).value(
            2,
            "reassessment",
            report.reassessment,
        );
        yaml.value(2, "covers_environment", report.covers_environment);
        if report.soa_rows.is_some() {
            yaml.value(2, "soa", soa_path(at));
        }
        if let Some(assessed) = &report.assessed {
            let ids: Vec<String> = assessed.iter().map(|id| quoted(id.as_str())).collect();
            yaml.line(2, format_args!("assessed: [{}]", ids.join(", ")));
        }
    }
    yaml.0
}

/// A statement of applicability with a row for each item of the report's edition.
fn soa(library: &Library, framework: &Framework, report: &ExternalReport) -> String {
    let rules = framework.external_framework(&report.framework);
    let edition = rules.and_then(|rules| external::edition_of(rules, report));
    let catalog = edition.and_then(|edition| library.catalogs.get(&edition.catalog.value));
    let mut text = "id,applicable,reason\n".to_owned();
    for item in catalog.iter().flat_map(|catalog| &catalog.items) {
        let applicable = if report.excluded.contains(&item.id.value) { "no" } else { "yes" };
        let _ = writeln!(text, "{},{applicable},", item.id.value);
    }
    text
}

fn controls(case: &Case) -> String {
    let mut yaml = Yaml::default();
    if case.reviews.is_empty() {
        return yaml.0;
    }
    yaml.line(0, "controls:");
    for (control, review) in &case.reviews {
        yaml.line(0, format_args!("- control: {}", quoted(control.as_str())));
        yaml.value(2, "verdict", review.verdict).value(2, "reason", &review.reason).optional(
            2,
            "external",
            review.external.as_ref(),
        );
    }
    yaml.0
}
