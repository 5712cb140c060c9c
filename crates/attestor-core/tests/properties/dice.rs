//! Random cases, made from a list of random words so that a failing one shrinks by itself.

use std::collections::BTreeSet;

use attestor_core::answer::Answer;
use attestor_core::certification::case::{
    About, Case, Component, Connection, Evidence, ExternalReport, Finding, FixProof, Judgment,
    Method, Permission, Review, Segmentation, Target, TestedOn, Verdict,
};
use attestor_core::framework::{Bound, Control, Part};
use attestor_core::id::Id;
use proptest::collection::vec;
use proptest::prelude::{Strategy, any};

use crate::case::{
    a_complete_case_on, a_component, a_finding, a_permission, a_report, good_figure, id, today,
};
use crate::program::program;

/// A random case of the repository's program.
pub(crate) fn a_random_case() -> impl Strategy<Value = Case> {
    vec(any::<u32>(), 1..600).prop_map(|words| Dice { words, at: 0 }.case())
}

/// Random pieces of evidence for a case.
pub(crate) fn more_evidence(case: &Case, words: Vec<u32>) -> Vec<Evidence> {
    let mut dice = Dice { words, at: 0 };
    let count = 1 + dice.roll(8);
    (0..count).map(|number| dice.evidence(case, &format!("MORE-{number}"))).collect()
}

struct Dice {
    words: Vec<u32>,
    at: usize,
}

impl Dice {
    /// A number below `sides`; 0, the calmest choice, once the words are used up.
    fn roll(&mut self, sides: usize) -> usize {
        let word = self.words.get(self.at).copied().unwrap_or_default();
        self.at += 1;
        word as usize % sides
    }

    /// True one time in `sides`.
    fn rarely(&mut self, sides: usize) -> bool {
        self.roll(sides) == sides - 1
    }

    fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.roll(list.len())]
    }

    fn case(&mut self) -> Case {
        let hosting: &[&[&str]] = &[&["paas"], &["iaas"], &["isv-hosted"], &["paas", "iaas"]];
        let hosting = *self.pick(hosting);
        let mut case = a_complete_case_on(program(), hosting);
        case.scope.components.extend((0..self.roll(12)).map(|at| self.component(at, hosting)));
        if !self.rarely(3) {
            let all: BTreeSet<Id> =
                case.scope.components.iter().map(|component| component.id.clone()).collect();
            case.evidence.iter_mut().for_each(|item| item.components.clone_from(&all));
        }
        let lost = 2 + self.roll(20);
        case.evidence.retain(|_| !self.rarely(lost));
        let extra = self.roll(20);
        for number in 0..extra {
            let item = self.evidence(&case, &format!("EXTRA-{number}"));
            case.evidence.push(item);
        }
        self.statements(&mut case);
        self.verdicts(&mut case);
        self.reports(&mut case);
        self.test(&mut case);
        case
    }

    fn component(&mut self, at: usize, hosting: &[&str]) -> Component {
        let environment = *self.pick(hosting);
        Component {
            operating_system: (*self.pick(&["Linux", "Windows"])).to_owned(),
            location: (*self.pick(&["eu-1", "us-1"])).to_owned(),
            ..a_component(&format!("machine-{at}"), environment)
        }
    }

    fn statements(&mut self, case: &mut Case) {
        let names: Vec<Id> = case.statements.keys().cloned().collect();
        for name in names {
            match self.roll(6) {
                4 => drop(case.statements.remove(&name)),
                5 => drop(case.statements.insert(name, false)),
                _ => {}
            }
        }
        if self.rarely(6) {
            case.scope.services = Some(Vec::new());
        }
        if self.rarely(3) {
            let segmentation = *self.pick(Segmentation::ALL);
            let name = "office".to_owned();
            case.scope.connections.push(Connection { name, segmentation, can_harm: Answer::No });
        }
        if self.rarely(4) {
            let judgment = Some(*self.pick(Judgment::ALL));
            let permission = Permission { judgment, ..a_permission("Mail.Read") };
            case.permissions = Some(vec![permission]);
        }
        case.dates.started_on = self.rarely(3).then(|| today().plus_days(-(self.roll(50) as i32)));
        if self.rarely(10) {
            case.documents.pop();
        }
    }

    fn verdicts(&mut self, case: &mut Case) {
        for _ in 0..self.roll(4) {
            let name = self.control().id.value.clone();
            let external = self.rarely(2).then(|| id("fedramp"));
            let verdict = *self.pick(Verdict::ALL);
            case.reviews.insert(name, Review { verdict, reason: "said so".to_owned(), external });
        }
    }

    fn reports(&mut self, case: &mut Case) {
        if self.rarely(5) {
            case.external.clear();
        }
        for _ in 0..self.roll(3) {
            let framework = *self.pick(&["iso27001", "pci-dss", "soc2", "fedramp"]);
            let issued_on = today().plus_days(-(self.roll(500) as i32));
            let about = *self.pick(About::ALL);
            let mut report = ExternalReport { issued_on, about, ..a_report(framework) };
            if self.rarely(3) {
                report.excluded.extend(["A.8.7", "A.5.1", "CC6.1", "CC8.1"].map(id));
            }
            case.external.push(report);
        }
    }

    fn test(&mut self, case: &mut Case) {
        if self.rarely(8) {
            case.pentest = None;
        }
        let findings: Vec<Finding> = (0..self.roll(4)).map(|at| self.finding(at)).collect();
        let (method, place) = (self.rarely(10), self.rarely(10));
        let Some(report) = &mut case.pentest else { return };
        report.findings = findings;
        report.method = if method { Method::Automatic } else { Method::Manual };
        report.web_tested_on = if place { TestedOn::Uat } else { TestedOn::Production };
    }

    fn finding(&mut self, at: usize) -> Finding {
        let proof = self.rarely(2).then(|| *self.pick(FixProof::ALL));
        let fixed_on = proof.map(|_| today().plus_days(-(self.roll(60) as i32)));
        let class = self.rarely(4).then(|| id("sql-injection"));
        let cvss = self.roll(101) as u8;
        Finding { id: format!("F-{at}"), class, fixed_on, proof, ..a_finding(cvss) }
    }

    fn control(&mut self) -> &'static Control {
        let all: Vec<&Control> = program().controls().map(|(_, control)| control).collect();
        all[self.roll(all.len())]
    }

    /// A piece for a random control: mostly of a right kind and form, sometimes not.
    fn evidence(&mut self, case: &Case, name: &str) -> Evidence {
        let control = self.control();
        let part = self.pick(&control.parts);
        let rules = &program().evidence;
        let kind = if self.rarely(8) {
            self.pick(&rules.kinds).id.value.clone()
        } else {
            self.pick(&control.evidence).value.clone()
        };
        let form = if self.rarely(8) {
            self.pick(&rules.forms).id.value.clone()
        } else {
            self.pick(&rules.kind(&kind).unwrap().forms).value.clone()
        };
        let mut shows: BTreeSet<Id> = ["full-screen", "user", "timestamp"].map(id).into();
        if self.rarely(8) {
            shows.pop_first();
        }
        let captured_on = today().plus_days(5 - self.roll(135) as i32);
        let submitted_on = self.rarely(3).then(|| captured_on.plus_days(self.roll(120) as i32));
        let built = self.rarely(6).then(|| today().plus_days(-(self.roll(700) as i32)));
        Evidence {
            id: id(name),
            file: format!("evidence/{name}"),
            targets: self.targets(control, part),
            components: self.some_of(&case.scope.components),
            figures: self.figures(part),
            kind,
            form,
            captured_on,
            submitted_on,
            shows,
            process_built_on: built,
            runs: built.map(|_| 1 + self.roll(2) as u16),
        }
    }

    /// One part, every part, or a gap that an external framework leaves.
    fn targets(&mut self, control: &Control, part: &Part) -> Vec<Target> {
        let gaps: Vec<&Id> = control
            .external
            .iter()
            .flat_map(|(_, cover)| cover.gaps.iter().map(|gap| &gap.key.value))
            .collect();
        let part = match self.roll(4) {
            0 | 1 => Some(part.key.value.clone()),
            2 => None,
            _ => gaps.get(self.roll(5)).map(|gap| (*gap).clone()),
        };
        vec![Target { control: control.id.value.clone(), part }]
    }

    fn some_of(&mut self, components: &[Component]) -> BTreeSet<Id> {
        let all = !self.rarely(3);
        let taken = components.iter().filter(|_| all || self.rarely(2));
        taken.map(|component| component.id.clone()).collect()
    }

    fn figures(&mut self, part: &Part) -> std::collections::BTreeMap<Id, String> {
        let mut figures = std::collections::BTreeMap::new();
        for check in &part.checks {
            let text = match self.roll(5) {
                0 | 1 => good_figure(check),
                2 => continue,
                3 => bad_figure(&check.bound),
                _ => "unreadable".to_owned(),
            };
            figures.insert(check.fact.clone(), text);
        }
        figures
    }
}

/// A figure that just breaks its bound.
fn bad_figure(bound: &Bound) -> String {
    match bound {
        Bound::AtMost(limit) => (limit + 1).to_string(),
        Bound::AtLeast(limit) => (limit - 1).to_string(),
        Bound::OneOf(_) => "DES".to_owned(),
        Bound::NotOlderThan(_) => "2019-01-01".to_owned(),
    }
}
