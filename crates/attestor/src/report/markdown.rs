//! The report as Markdown that also reads well as plain text.

mod escape;

use std::fmt::Write as _;

use super::teller::Said;
use super::view::{ControlCard, StepRow, View};
use escape::{cells, code, plain, sentence};

/// The report as one Markdown document.
pub(crate) fn render(view: &View<'_>) -> String {
    let mut page = Page { view, text: String::new() };
    page.head();
    page.domains();
    page.steps();
    page.hard_fails();
    page.families();
    page.controls();
    page.documents();
    page.sample();
    page.permissions();
    page.external();
    page.calendar();
    page.footing();
    page.text
}

struct Page<'v> {
    view: &'v View<'v>,
    text: String,
}

impl Page<'_> {
    fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end_matches(' '));
        self.text.push('\n');
    }

    fn heading(&mut self, level: usize, title: &str) {
        let marks = "#".repeat(level);
        while !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
        self.line(&format!("{marks} {title}\n"));
    }

    fn section(&mut self, key: &str) {
        let title = self.view.word(key);
        self.heading(2, &title);
    }

    fn said(&mut self, list: &[Said]) {
        for said in list {
            self.line(&format!("- {}", sentence(&said.text)));
        }
    }

    /// A table; nothing at all without rows. Cells are ready Markdown.
    fn table(&mut self, keys: &[&str], rows: &[Vec<String>]) {
        let heads: Vec<String> = keys.iter().map(|key| self.view.word(key)).collect();
        self.table_of(&heads, rows);
    }

    fn table_of(&mut self, heads: &[String], rows: &[Vec<String>]) {
        if rows.is_empty() {
            return;
        }
        self.line(&format!("| {} |", heads.join(" | ")));
        self.line(&format!("|{}", " --- |".repeat(heads.len())));
        for row in rows {
            self.line(&format!("| {} |", row.join(" | ")));
        }
    }

    fn head(&mut self) {
        let (header, verdict) = (&self.view.header, &self.view.verdict);
        let mut text = format!("# {}\n\n{}\n\n", verdict.title, verdict.lead);
        let facts = [
            ("report-app", plain(&header.app)),
            ("report-app-id", code(&header.app_id)),
            ("report-publisher", plain(&header.publisher)),
            ("report-program-label", plain(&header.program)),
            ("report-as-of", header.day.iso.clone()),
        ];
        for (key, value) in facts {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "- {}: {value}", self.view.word(key));
        }
        self.text.push_str(&text);
        self.heading(2, &verdict.why);
        self.said(&verdict.reasons);
        let Some(line) = &self.view.timeline else {
            self.section("report-clock-pending");
            return self.line(&self.view.word("report-clock-none"));
        };
        self.heading(2, &line.heading);
        self.line(&format!("{}\n", line.fact));
        for mark in &line.marks {
            self.line(&format!("- {} ({}): {}", mark.day.iso, mark.number, mark.label));
        }
    }

    fn domains(&mut self) {
        self.section("report-domains");
        let rings = self.view.rings.iter().map(|ring| {
            let marks = ring.mark.iter().map(|mark| mark.text.as_str());
            let points = ring.points.as_deref();
            let facts: Vec<&str> =
                std::iter::once(ring.fact.as_str()).chain(points).chain(marks).collect();
            vec![plain(&ring.title), facts.join("; "), ring.tag.text.clone(), ring.note.clone()]
        });
        let rows: Vec<Vec<String>> = rings.collect();
        self.table(&["report-domain", "report-shown", "report-state", "report-note"], &rows);
    }

    fn steps(&mut self) {
        self.section("report-next");
        if self.view.steps.first.is_empty() {
            return self.line(&self.view.word("report-no-steps"));
        }
        for (at, step) in self.view.steps.all().enumerate() {
            self.step(at + 1, step);
        }
    }

    fn step(&mut self, number: usize, step: &StepRow) {
        let due = step.due.as_ref().map(|due| format!(" ({}, {})", due.iso, step.distance));
        self.line(&format!("{number}. **{}**{}", sentence(&step.title), due.unwrap_or_default()));
        let subject = if step.subject.is_empty() { String::new() } else { code(&step.subject) };
        let about: Vec<&str> = [step.tag.text.as_str(), &subject]
            .into_iter()
            .chain(step.party.as_deref())
            .filter(|text| !text.is_empty())
            .collect();
        self.line(&format!("   {}", about.join(" · ")));
        for said in &step.reasons {
            self.line(&format!("   - {}", sentence(&said.text)));
        }
        if let Some(more) = &step.more {
            self.line(&format!("   - {more}"));
        }
    }

    fn hard_fails(&mut self) {
        if self.view.hard_fails.is_empty() {
            return;
        }
        self.section("report-hard-fails");
        let rows = self.view.hard_fails.iter().map(|row| {
            vec![code(&row.id), plain(&row.title), row.tag.text.clone(), cells(&row.reasons)]
        });
        let rows: Vec<Vec<String>> = rows.collect();
        self.table(&["report-id", "report-condition", "report-state", "report-found"], &rows);
    }

    fn families(&mut self) {
        self.section("report-controls");
        let signs: Vec<String> = self
            .view
            .legend
            .iter()
            .map(|tag| format!("`{}` {}", tag.icon.sign(), tag.text))
            .collect();
        self.line(&format!("{}\n", signs.join(", ")));
        for domain in &self.view.domains {
            self.heading(3, &domain.title);
            let rows = domain.families.iter().map(|family| {
                let signs: String = family.cells.iter().map(|cell| cell.tag.icon.sign()).collect();
                let flag = family
                    .flag
                    .as_ref()
                    .map_or_else(String::new, |flag| format!(" ({})", flag.text));
                let oldest = family.oldest.clone().unwrap_or_else(|| "–".to_owned());
                vec![
                    plain(&family.title),
                    format!("`{signs}`"),
                    family.count.clone(),
                    oldest + &flag,
                ]
            });
            let rows: Vec<Vec<String>> = rows.collect();
            self.table(
                &["report-family", "report-family-controls", "report-shown", "report-oldest"],
                &rows,
            );
        }
    }

    fn controls(&mut self) {
        self.section("report-details");
        let controls: Vec<&ControlCard> = self.view.controls().collect();
        for control in controls {
            self.control(control);
        }
    }

    fn control(&mut self, control: &ControlCard) {
        self.heading(3, &format!("{} {}", control.id, plain(&control.title)));
        self.line(&format!("**{}.** {}\n", control.tag.text, plain(&control.requirement)));
        self.said(&control.reasons);
        for item in &control.evidence {
            let captured = self.view.word("report-captured");
            let line = format!(
                "- {}: {}, {captured} {}",
                code(&item.id),
                code(&item.file),
                item.captured.iso
            );
            self.line(&line);
        }
        let Some(need) = &control.hand_in else { return };
        let rest = [Some(&need.kinds), need.sampled.as_ref(), need.paths.as_ref()];
        let rest: Vec<String> = rest.into_iter().flatten().map(|text| sentence(text)).collect();
        self.line(&format!("\n{}: {}", self.view.word("report-hand-in"), rest.join(" ")));
        if !need.parts.is_empty() {
            self.line("");
        }
        for part in &need.parts {
            self.line(&format!("- {}: {}", code(&part.key), plain(&part.text)));
        }
    }

    fn documents(&mut self) {
        if self.view.documents.is_empty() {
            return;
        }
        self.section("report-documents");
        let rows = self.view.documents.iter().map(|row| {
            let until = row.until.as_ref().map_or_else(|| "–".to_owned(), |day| day.iso.clone());
            vec![
                plain(&row.title),
                row.tag.text.clone(),
                code(&row.file),
                until,
                cells(&row.reasons),
            ]
        });
        let rows: Vec<Vec<String>> = rows.collect();
        let heads = [
            "report-document",
            "report-state",
            "report-file",
            "report-counts-until",
            "report-found",
        ];
        self.table(&heads, &rows);
    }

    fn sample(&mut self) {
        self.section("report-sample");
        let sample = &self.view.sample;
        self.line(&format!("{}\n", sample.fact));
        let extra = ["report-population", "report-drawn", "report-drawn-ids"];
        let heads: Vec<String> = sample
            .columns
            .iter()
            .cloned()
            .chain(extra.iter().map(|key| self.view.word(key)))
            .collect();
        let rows = sample.strata.iter().map(|row| {
            let drawn: Vec<String> = row.drawn.iter().map(|id| code(id)).collect();
            let key = row.key.iter().map(|value| plain(value));
            key.chain([row.population.clone(), row.size.clone(), drawn.join(" ")]).collect()
        });
        let rows: Vec<Vec<String>> = rows.collect();
        self.table_of(&heads, &rows);
        if !rows.is_empty() {
            self.line(&format!("\n- {}: {}", self.view.word("report-seed"), code(&sample.seed)));
            let digest = self.view.word("report-inventory-digest");
            self.line(&format!("- {digest}: {}", code(&sample.population)));
        }
        self.said(sample.outdated.as_slice());
        if !self.view.connections.is_empty() {
            self.heading(3, &self.view.word("report-connections"));
            self.said(&self.view.connections);
        }
    }

    fn permissions(&mut self) {
        self.section("report-permissions");
        self.line(&format!("{}\n", self.view.permissions.fact));
        let rows = self.view.permissions.rows.iter().map(|row| {
            let found = cells(&row.reasons);
            vec![code(&row.name), row.kind.clone(), plain(&row.why), row.tag.text.clone(), found]
        });
        let rows: Vec<Vec<String>> = rows.collect();
        let heads = [
            "report-permission",
            "report-permission-kind",
            "report-permission-why",
            "report-state",
            "report-found",
        ];
        self.table(&heads, &rows);
    }

    fn external(&mut self) {
        self.section("report-external");
        let rows = self.view.external.iter().map(|row| {
            let found = std::slice::from_ref(&row.said);
            vec![
                plain(&row.framework),
                code(&row.file),
                row.about.clone(),
                row.issued.iso.clone(),
                row.tag.text.clone(),
                cells(found),
            ]
        });
        let rows: Vec<Vec<String>> = rows.collect();
        if rows.is_empty() {
            return self.line(&self.view.word("report-external-none"));
        }
        let heads = [
            "report-framework",
            "report-file",
            "report-about",
            "report-issued",
            "report-state",
            "report-found",
        ];
        self.table(&heads, &rows);
    }

    fn calendar(&mut self) {
        self.section("report-calendar");
        let rows = self.view.calendar.iter().map(|row| {
            let subjects =
                if row.subjects.is_empty() { "–".to_owned() } else { plain(&row.subjects) };
            vec![row.day.iso.clone(), row.distance.clone(), row.what.clone(), subjects]
        });
        let rows: Vec<Vec<String>> = rows.collect();
        if rows.is_empty() {
            return self.line(&self.view.word("report-calendar-none"));
        }
        self.table(&["report-day", "report-distance", "report-what", "report-subject"], &rows);
    }

    fn footing(&mut self) {
        self.section("report-how");
        let footing = &self.view.footing;
        self.line(&format!("{}\n", self.view.word("report-statement")));
        if let Some(hidden) = &footing.hidden {
            self.line(&format!("{hidden}\n"));
        }
        let digests = [
            ("report-edition-digest", &footing.edition_digest),
            ("report-dossier-digest", &footing.dossier_digest),
        ];
        for (key, digest) in digests {
            self.line(&format!("- {}: {}", self.view.word(key), code(digest)));
        }
        self.heading(3, &self.view.word("report-assumptions"));
        if footing.assumptions.is_empty() {
            self.line(&self.view.word("report-assumptions-none"));
        }
        for assumption in &footing.assumptions {
            self.line(&format!("- {}", sentence(assumption)));
        }
        self.heading(3, &self.view.word("report-proposals"));
        for it in &footing.proposals {
            self.line(&format!("- {}: {} ({})", plain(&it.text), it.length, it.basis));
        }
        self.heading(3, &self.view.word("report-rules"));
        let rules: Vec<String> = footing.rules.iter().map(|rule| code(rule)).collect();
        self.line(&rules.join(" "));
    }
}
