//! `external.yaml` and the statements of applicability that it names.

use std::collections::BTreeSet;

use super::inventory::Csv;
use super::{Guide, Reading, is_inside};
use crate::answer::Answer;
use crate::certification::case::{About, ExternalReport};
use crate::certification::external;
use crate::day::Day;
use crate::fault::{Place, Problem};
use crate::framework::{Catalog, Framework};
use crate::id::{Id, Spot};
use crate::source::{Decode, Fields, Node, Sink};

/// The columns of a statement of applicability.
const SOA_COLUMNS: [&str; 3] = ["id", "applicable", "reason"];

/// What `external.yaml` says.
pub(super) struct ExternalFile(pub(super) Vec<Given>);

/// A report as it is given.
pub(super) struct Given {
    pub(super) file: Spot<String>,
    soa: Option<Spot<String>>,
    report: ExternalReport,
}

impl Decode for ExternalFile {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let reports = fields.items("reports");
        fields.finish();
        reports.map(Self)
    }
}

impl Decode for Given {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let framework = fields.required("framework");
        let edition = fields.optional("edition");
        let file = fields.required("file");
        let about = fields.optional::<About>("about");
        let issued_on = fields.required::<Day>("issued_on");
        let audited_on = fields.optional("audited_on");
        let period_began_on = fields.optional::<Day>("period_began_on");
        let report_type = fields.optional("type");
        let level = fields.optional("level");
        let package = fields.optional("package");
        let assessor = fields.optional("assessor");
        let reassessment = fields.optional::<Answer>("reassessment");
        let covers = fields.optional::<Answer>("covers_environment");
        let soa = fields.optional("soa");
        let assessed = fields
            .node("assessed")
            .map_or(Some(None), |node| crate::source::list::<Id>(node, sink).map(Some));
        let line = fields.line;
        fields.finish();
        let (issued_on, period_began_on) = (issued_on?, period_began_on?);
        if period_began_on.is_some_and(|began_on| began_on > issued_on) {
            sink.add_at(
                line,
                Problem::Inconsistent("the report is issued before its period began".to_owned()),
            );
        }
        let report = ExternalReport {
            framework: framework?,
            edition: edition?,
            file: String::new(),
            about: about?.unwrap_or(About::App),
            issued_on,
            audited_on: audited_on?,
            period_began_on,
            report_type: report_type?,
            level: level?,
            package: package?,
            assessor: assessor?,
            reassessment: reassessment?.unwrap_or_default(),
            covers_environment: covers?.unwrap_or_default(),
            soa_rows: None,
            assessed: assessed?.map(|ids| ids.into_iter().collect::<BTreeSet<_>>()),
            excluded: BTreeSet::new(),
        };
        Some(Self { file: file?, soa: soa?, report })
    }
}

impl Reading<'_> {
    /// The report with the rows of its statement of applicability.
    pub(super) fn external(
        &mut self,
        given: Given,
        guide: Guide<'_>,
        framework: Option<&Framework>,
    ) -> ExternalReport {
        let mut report = ExternalReport { file: given.file.value, ..given.report };
        let Some(soa) = given.soa else { return report };
        if !is_inside(&soa.value) {
            self.add(&soa.place, Problem::OutsideFolder { path: soa.value });
            return report;
        }
        let Some(text) = self.text(&soa.value).flatten() else {
            self.add(&soa.place, Problem::NoSuchFile { path: soa.value });
            return report;
        };
        let mut table = Csv::open(&soa.value, &text);
        let rows = soa_rows(&mut table);
        self.faults.borrow_mut().append(&mut table.faults);
        if let Some(catalog) = catalog_of(&report, rows.len(), guide, framework) {
            self.unknown_items(&soa.value, &rows, catalog);
        }
        report.soa_rows = u16::try_from(rows.len()).ok();
        report.excluded =
            rows.into_iter().filter(|row| !row.applicable).map(|row| row.id).collect();
        report
    }

    /// Rows that belong to no item of the report's edition.
    fn unknown_items(&self, file: &str, rows: &[SoaRow], catalog: &Catalog) {
        for row in rows.iter().filter(|row| !catalog.has(&row.id)) {
            let place = Place { file: file.to_owned(), line: row.line };
            let id = row.id.to_string();
            self.add(&place, Problem::UnknownReference { kind: "item", id, near: None });
        }
    }
}

/// The catalog of a report's edition, when the statement has as many rows as that edition. Another
/// number is a rule's matter, not a fault of the file.
fn catalog_of<'a>(
    report: &ExternalReport,
    rows: usize,
    guide: Guide<'a>,
    framework: Option<&Framework>,
) -> Option<&'a Catalog> {
    let rules = framework?.external_framework(&report.framework)?;
    let edition = external::edition_of(rules, report)?;
    let whole = edition.soa_rows.map(usize::from) == Some(rows);
    guide.library.catalogs.get(&edition.catalog.value).filter(|_| whole)
}

struct SoaRow {
    line: u32,
    id: Id,
    applicable: bool,
}

fn soa_rows(table: &mut Csv<'_>) -> Vec<SoaRow> {
    let Some(columns) = table.columns(&SOA_COLUMNS) else { return Vec::new() };
    let mut rows: Vec<SoaRow> = Vec::new();
    for record in table.records() {
        let line = Csv::line(&record);
        let Some(id) = table.id(&record, record.cell(&columns, "id")) else { continue };
        let applicable = match record.cell(&columns, "applicable") {
            "yes" => true,
            "no" => false,
            other => {
                let allowed = ["yes", "no"].map(str::to_owned).to_vec();
                table.add(line, Problem::NotOneOf { found: other.to_owned(), allowed });
                continue;
            }
        };
        if rows.iter().any(|row| row.id == id) {
            table.add(line, Problem::DuplicateKey { key: id.to_string() });
            continue;
        }
        rows.push(SoaRow { line, id, applicable });
    }
    rows
}
