//! Paths and references: what a file of the dossier may name.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::certification::case::Case;
use crate::fault::{Fault, Place, Problem, nearest};
use crate::framework::Framework;
use crate::id::Id;
use crate::source::{Kind, Node};

/// Whether a path stays inside its folder: relative, with `/` between its parts, without `..`, `.`
/// or empty parts, without a drive or control characters.
#[must_use]
pub fn is_inside(path: &str) -> bool {
    let part = |part: &str| !part.is_empty() && part != "." && part != "..";
    let plain = !path.chars().any(|letter| letter.is_control() || matches!(letter, '\\' | ':'));
    !path.is_empty() && path.len() <= 1000 && plain && path.split('/').all(part)
}

/// A row with the places that messages point at.
#[derive(Debug)]
pub(super) struct Row<T> {
    /// The row.
    pub(super) value: T,
    /// Where its file is named.
    pub(super) file: Place,
}

/// The line on which each word of each file stands first, so that a reference that leads nowhere
/// can be pointed at.
#[derive(Debug, Default)]
pub(super) struct Words(BTreeMap<&'static str, BTreeMap<String, u32>>);

impl Words {
    /// Learns every single value of a file.
    pub(super) fn learn(&mut self, file: &'static str, node: &Node) {
        match &node.kind {
            Kind::Null => {}
            Kind::Scalar { text, .. } => self.learn_word(file, text, node.line),
            Kind::List(items) => items.iter().for_each(|item| self.learn(file, item)),
            Kind::Map(entries) => {
                for (key, line, value) in entries {
                    self.learn_word(file, key, *line);
                    self.learn(file, value);
                }
            }
        }
    }

    /// Learns one word.
    pub(super) fn learn_word(&mut self, file: &'static str, word: &str, line: u32) {
        self.0.entry(file).or_default().entry(word.to_owned()).or_insert(line);
    }

    /// The line of a word; 0 when it does not stand there.
    fn line(&self, file: &str, word: &str) -> u32 {
        self.0.get(file).and_then(|words| words.get(word)).copied().unwrap_or(0)
    }
}

/// Checks what the files of a case name against the program and against each other.
pub(super) fn case(program: &Framework, case: &Case, words: &Words, faults: &RefCell<Vec<Fault>>) {
    let names = Names { program, words, faults };
    names.scope(case);
    names.documents(case);
    names.evidence(case);
    names.pentest(case);
    names.reviews(case);
    for report in &case.external {
        let known = program.external.iter().map(|external| external.id.value.as_str());
        names.check("external.yaml", "external framework", &report.framework, known);
    }
}

struct Names<'a> {
    program: &'a Framework,
    words: &'a Words,
    faults: &'a RefCell<Vec<Fault>>,
}

impl Names<'_> {
    /// Adds a fault where `word` stands first.
    fn add(&self, file: &str, word: &str, problem: Problem) {
        let place = Place { file: file.to_owned(), line: self.words.line(file, word) };
        self.faults.borrow_mut().push(Fault { place, problem });
    }

    fn check<'b>(
        &self,
        file: &str,
        kind: &'static str,
        id: &Id,
        known: impl Iterator<Item = &'b str> + Clone,
    ) {
        if known.clone().any(|word| *id == *word) {
            return;
        }
        let near = nearest(id.as_str(), known).map(str::to_owned);
        self.add(file, id.as_str(), Problem::UnknownReference { kind, id: id.to_string(), near });
    }

    fn unique<'b>(&self, file: &str, kind: &'static str, ids: impl Iterator<Item = &'b Id>) {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(id) {
                let first =
                    Place { file: file.to_owned(), line: self.words.line(file, id.as_str()) };
                self.add(
                    file,
                    id.as_str(),
                    Problem::DuplicateId { kind, id: id.to_string(), first },
                );
            }
        }
    }

    fn scope(&self, case: &Case) {
        let scope = &case.scope;
        self.unique(
            "scope.yaml",
            "environment",
            scope.environments.iter().map(|environment| &environment.id),
        );
        self.unique(
            "inventory.csv",
            "component",
            scope.components.iter().map(|component| &component.id),
        );
        for environment in &scope.environments {
            let types = self.program.hosting.iter().map(|hosting| hosting.id.value.as_str());
            self.check("scope.yaml", "hosting type", &environment.hosting, types);
        }
        for component in &scope.components {
            let environments = scope.environments.iter().map(|environment| environment.id.as_str());
            self.check("inventory.csv", "environment", &component.environment, environments);
        }
    }

    fn documents(&self, case: &Case) {
        for document in &case.documents {
            let known = self.program.documents.iter().map(|rule| rule.id.value.as_str());
            self.check("documents.yaml", "document", &document.kind, known);
        }
    }

    fn evidence(&self, case: &Case) {
        let file = "evidence.yaml";
        self.unique(file, "evidence", case.evidence.iter().map(|item| &item.id));
        let components: BTreeSet<&Id> =
            case.scope.components.iter().map(|component| &component.id).collect();
        for item in &case.evidence {
            let rules = &self.program.evidence;
            self.check(
                file,
                "kind of evidence",
                &item.kind,
                rules.kinds.iter().map(|kind| kind.id.value.as_str()),
            );
            self.check(
                file,
                "form",
                &item.form,
                rules.forms.iter().map(|form| form.id.value.as_str()),
            );
            for component in item.components.iter().filter(|id| !components.contains(*id)) {
                let near = nearest(component.as_str(), components.iter().map(|id| id.as_str()))
                    .map(str::to_owned);
                self.add(
                    file,
                    component.as_str(),
                    Problem::UnknownReference {
                        kind: "component",
                        id: component.to_string(),
                        near,
                    },
                );
            }
            for target in &item.targets {
                self.target(file, &target.control, target.part.as_ref());
            }
        }
    }

    /// A control, and a part or gap of it.
    fn target(&self, file: &str, control: &Id, part: Option<&Id>) {
        let credits =
            self.program.scoring.extra_credit.iter().map(|credit| credit.id.value.as_str());
        let Some((_, found)) = self.program.control(control) else {
            let known = self
                .program
                .controls()
                .map(|(_, control)| control.id.value.as_str())
                .chain(credits);
            let known: Vec<&str> = known.collect();
            if !known.contains(&control.as_str()) {
                let near = nearest(control.as_str(), known.iter().copied()).map(str::to_owned);
                let word =
                    part.map_or_else(|| control.to_string(), |part| format!("{control}/{part}"));
                self.add(
                    file,
                    &word,
                    Problem::UnknownReference { kind: "control", id: control.to_string(), near },
                );
            }
            return;
        };
        let Some(part) = part else { return };
        let gaps = found
            .external
            .iter()
            .flat_map(|(_, cover)| cover.gaps.iter().map(|gap| gap.key.value.as_str()));
        let known: Vec<&str> =
            found.parts.iter().map(|part| part.key.value.as_str()).chain(gaps).collect();
        if !known.contains(&part.as_str()) {
            let near = nearest(part.as_str(), known.iter().copied()).map(str::to_owned);
            let id = format!("{control}/{part}");
            self.add(file, &id.clone(), Problem::UnknownReference { kind: "part", id, near });
        }
    }

    fn pentest(&self, case: &Case) {
        let (Some(rules), Some(report)) = (&self.program.pentest, &case.pentest) else { return };
        let classes = || rules.failing_classes.iter().map(|class| class.id.value.as_str());
        for class in report.findings.iter().filter_map(|finding| finding.class.as_ref()) {
            self.check("pentest.yaml", "class of findings", class, classes());
        }
        for severity in report.patch_windows.keys() {
            let known = rules.severities.rows().iter().map(|row| row.id.value.as_str());
            self.check("pentest.yaml", "severity", severity, known);
        }
    }

    fn reviews(&self, case: &Case) {
        for (control, review) in &case.reviews {
            self.target("controls.yaml", control, None);
            if let Some(external) = &review.external {
                let known = self.program.external.iter().map(|it| it.id.value.as_str());
                self.check("controls.yaml", "external framework", external, known);
            }
        }
    }
}
