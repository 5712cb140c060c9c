//! What no single file can know: ids that stand twice, references that lead nowhere, weights and
//! rules that do not fit together.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::fault::{Fault, Place, Problem, nearest};
use crate::id::{Id, Spot};

use super::catalog::Catalog;
use super::condition::Expression;
use super::control::{Control, Coverage, Duty, Rule};
use super::edition::{Duties, Edition};
use super::load::{Framework, Library};

type Faults = RefCell<Vec<Fault>>;

fn add(faults: &Faults, place: &Place, problem: Problem) {
    faults.borrow_mut().push(Fault { place: place.clone(), problem });
}

/// Reports ids that stand twice.
pub(super) fn unique<'a>(
    kind: &'static str,
    ids: impl Iterator<Item = &'a Spot<Id>>,
    faults: &Faults,
) {
    let mut seen: BTreeMap<&Id, &Place> = BTreeMap::new();
    for spot in ids {
        if let Some(first) = seen.get(&spot.value) {
            let problem =
                Problem::DuplicateId { kind, id: spot.value.to_string(), first: (*first).clone() };
            add(faults, &spot.place, problem);
            continue;
        }
        seen.insert(&spot.value, &spot.place);
    }
}

/// The ids that a reference of one kind may name.
struct Known<'a> {
    kind: &'static str,
    ids: Vec<&'a Id>,
}

impl<'a> Known<'a> {
    fn new(kind: &'static str, ids: impl Iterator<Item = &'a Spot<Id>>) -> Self {
        Self { kind, ids: ids.map(|spot| &spot.value).collect() }
    }

    fn check(&self, spot: &Spot<Id>, faults: &Faults) {
        if self.ids.contains(&&spot.value) {
            return;
        }
        let near =
            nearest(spot.value.as_str(), self.ids.iter().map(|id| id.as_str())).map(str::to_owned);
        add(
            faults,
            &spot.place,
            Problem::UnknownReference { kind: self.kind, id: spot.value.to_string(), near },
        );
    }

    fn check_all<'b>(&self, spots: impl IntoIterator<Item = &'b Spot<Id>>, faults: &Faults) {
        for spot in spots {
            self.check(spot, faults);
        }
    }
}

/// Checks one program as a whole.
pub(super) fn framework(
    folder: &str,
    program: &Framework,
    catalogs: &BTreeMap<Id, Catalog>,
    faults: &Faults,
) {
    let Edition { framework, edition, .. } = &program.edition;
    if *framework != *folder && format!("{framework}@{edition}") != folder {
        let place = Place { file: format!("{folder}/edition.yaml"), line: 0 };
        let words = format!(
            "the framework `{framework}`, edition `{edition}`, stands in the folder `{folder}`"
        );
        add(faults, &place, Problem::Inconsistent(words));
    }
    duplicates(program, faults);
    conditions(program, faults);
    handed_in(program, faults);
    scoring(program, faults);
    hard_fails(program, faults);
    pentest(program, faults);
    external(program, catalogs, faults);
    controls(program, catalogs, faults);
}

fn duplicates(program: &Framework, faults: &Faults) {
    let edition = &program.edition;
    unique("domain", edition.domains.iter().map(|domain| &domain.id), faults);
    unique("app kind", edition.app_kinds.iter().map(|kind| &kind.id), faults);
    unique("statement", program.statements.iter().map(|statement| &statement.id), faults);
    unique("condition", program.conditions.iter().map(|condition| &condition.id), faults);
    unique("hosting type", program.hosting.iter().map(|hosting| &hosting.id), faults);
    unique("document", program.documents.iter().map(|document| &document.id), faults);
    unique("form", program.evidence.forms.iter().map(|form| &form.id), faults);
    unique("kind of evidence", program.evidence.kinds.iter().map(|kind| &kind.id), faults);
    unique("group", program.scoring.groups.iter().map(|group| &group.id), faults);
    unique("hard fail", program.hard_fails.iter().map(|hard_fail| &hard_fail.id), faults);
    unique("external framework", program.external.iter().map(|external| &external.id), faults);
    unique("change", program.changes.iter().map(|change| &change.id), faults);
    unique("family", program.families.iter().map(|family| &family.id), faults);
    unique("guideline", program.windows.guidelines.iter().map(|guideline| &guideline.id), faults);
    let credits = program.scoring.extra_credit.iter().map(|credit| &credit.id);
    unique("control", program.controls().map(|(_, control)| &control.id).chain(credits), faults);
    let mut seen = Vec::new();
    for window in program.windows.all() {
        if seen.contains(&window.id.value) {
            let words = format!("the window `{}` stands twice", window.id.value);
            add(faults, &window.id.place, Problem::Inconsistent(words));
        }
        seen.push(window.id.value);
    }
}

fn conditions(program: &Framework, faults: &Faults) {
    let statements =
        Known::new("statement", program.statements.iter().map(|statement| &statement.id));
    for condition in &program.conditions {
        expression(&condition.when, &statements, faults);
    }
}

fn expression(expression_: &Expression, statements: &Known<'_>, faults: &Faults) {
    match expression_ {
        Expression::Fact(_) | Expression::Answer(_) => {}
        Expression::Statement { id, .. } => statements.check(id, faults),
        Expression::All(parts) | Expression::Any(parts) | Expression::FirstKnown(parts) => {
            for part in parts {
                expression(part, statements, faults);
            }
        }
        Expression::Not(part) => expression(part, statements, faults),
    }
}

fn handed_in(program: &Framework, faults: &Faults) {
    let conditions =
        Known::new("condition", program.conditions.iter().map(|condition| &condition.id));
    conditions
        .check_all(program.documents.iter().filter_map(|document| document.when.as_ref()), faults);
    let forms = Known::new("form", program.evidence.forms.iter().map(|form| &form.id));
    forms.check_all(program.evidence.kinds.iter().flat_map(|kind| &kind.forms), faults);
}

fn known_controls(program: &Framework) -> Known<'_> {
    Known::new("control", program.controls().map(|(_, control)| &control.id))
}

fn scoring(program: &Framework, faults: &Faults) {
    let controls = known_controls(program);
    let domains = Known::new("domain", program.edition.domains.iter().map(|domain| &domain.id));
    let members = || program.scoring.groups.iter().flat_map(|group| group.paths.iter().flatten());
    controls.check_all(members(), faults);
    unique("member of a group", members(), faults);
    domains.check_all(program.scoring.extra_credit.iter().map(|credit| &credit.domain), faults);
    for group in &program.scoring.groups {
        let mut of_group = group.paths.iter().flatten().filter_map(|id| program.control(&id.value));
        let first = of_group.next().map(|(family, _)| &family.domain);
        if of_group.any(|(family, _)| Some(&family.domain) != first) {
            let words = format!("the group `{}` reaches over two domains", group.id.value);
            add(faults, &group.id.place, Problem::Inconsistent(words));
        }
    }
}

fn hard_fails(program: &Framework, faults: &Faults) {
    let controls = known_controls(program);
    let groups = Known::new("group", program.scoring.groups.iter().map(|group| &group.id));
    controls.check_all(
        program.hard_fails.iter().filter_map(|hard_fail| hard_fail.control.as_ref()),
        faults,
    );
    groups.check_all(
        program.hard_fails.iter().filter_map(|hard_fail| hard_fail.group.as_ref()),
        faults,
    );
}

fn pentest(program: &Framework, faults: &Faults) {
    let Some(rules) = &program.pentest else { return };
    let severities =
        Known::new("severity", rules.severities.rows().iter().map(|severity| &severity.id));
    severities.check_all(&rules.serious, faults);
    unique("failing class", rules.failing_classes.iter().map(|class| &class.id), faults);
}

fn external(program: &Framework, catalogs: &BTreeMap<Id, Catalog>, faults: &Faults) {
    let known = Known { kind: "catalog", ids: catalogs.keys().collect() };
    let frameworks =
        Known::new("external framework", program.external.iter().map(|external| &external.id));
    for framework in &program.external {
        unique("edition", framework.editions.iter().map(|edition| &edition.id), faults);
        known.check_all(framework.editions.iter().map(|edition| &edition.catalog), faults);
    }
    frameworks.check_all(program.claims.iter().map(|claim| &claim.framework), faults);
}

fn controls(program: &Framework, catalogs: &BTreeMap<Id, Catalog>, faults: &Faults) {
    let domains = Known::new("domain", program.edition.domains.iter().map(|domain| &domain.id));
    let lists = Lists {
        conditions: Known::new(
            "condition",
            program.conditions.iter().map(|condition| &condition.id),
        ),
        kinds: Known::new("kind of evidence", program.evidence.kinds.iter().map(|kind| &kind.id)),
        external: Known::new(
            "external framework",
            program.external.iter().map(|external| &external.id),
        ),
        catalogs,
    };
    for family in &program.families {
        domains.check(&family.domain, faults);
    }
    for (_, control) in program.controls() {
        lists.control(control, faults);
        duties(program, control, faults);
        weight(program, control, faults);
        finding_class(program, control, faults);
    }
}

/// What the references of a control may name.
struct Lists<'a> {
    conditions: Known<'a>,
    kinds: Known<'a>,
    external: Known<'a>,
    catalogs: &'a BTreeMap<Id, Catalog>,
}

impl Lists<'_> {
    fn control(&self, control: &Control, faults: &Faults) {
        self.conditions.check_all(&control.applies_if, faults);
        self.kinds.check_all(&control.evidence, faults);
        self.external.check_all(control.external.iter().map(|(id, _)| id), faults);
        let gaps =
            control.external.iter().flat_map(|(_, cover)| cover.gaps.iter().map(|gap| &gap.key));
        unique("part", control.parts.iter().map(|part| &part.key).chain(gaps), faults);
        let parts = Known::new("part", control.parts.iter().map(|part| &part.key));
        parts.check_all(control.paths.iter().flatten(), faults);
        for (id, cover) in &control.external {
            if cover.coverage == Coverage::Part && cover.gaps.is_empty() {
                let words = "coverage `part` needs at least one gap".to_owned();
                add(faults, &id.place, Problem::Inconsistent(words));
            }
            self.refs(&cover.refs, faults);
        }
    }

    fn refs(&self, refs: &[(Spot<Id>, Vec<Spot<Id>>)], faults: &Faults) {
        for (catalog, ids) in refs {
            let Some(items) = self.catalogs.get(&catalog.value) else {
                Known { kind: "catalog", ids: self.catalogs.keys().collect() }
                    .check(catalog, faults);
                continue;
            };
            Known::new("item", items.items.iter().map(|item| &item.id)).check_all(ids, faults);
        }
    }
}

/// Each hosting type with own duties stands in each control, and no other does.
fn duties(program: &Framework, control: &Control, faults: &Faults) {
    let own = || program.hosting.iter().filter(|hosting| hosting.duties == Duties::Own);
    let known = Known::new("hosting type with own duties", own().map(|hosting| &hosting.id));
    known.check_all(control.hosting.iter().map(|(id, ..)| id), faults);
    for hosting in own() {
        if !control.hosting.iter().any(|(id, ..)| id.value == hosting.id.value) {
            let words = format!(
                "`{}` has no duty on the hosting type `{}`",
                control.id.value, hosting.id.value
            );
            add(faults, &control.id.place, Problem::Inconsistent(words));
        }
    }
    let provided =
        control.hosting.iter().filter(|(_, duty, _)| matches!(duty, Duty::Provider | Duty::Split));
    for (id, ..) in provided {
        let reports =
            program.hosting_type(&id.value).is_some_and(|hosting| hosting.platform_report);
        if !reports {
            let words = format!(
                "`{}` rests on a platform report, which `{}` does not have",
                control.id.value, id.value
            );
            add(faults, &id.place, Problem::Inconsistent(words));
        }
    }
}

fn weight(program: &Framework, control: &Control, faults: &Faults) {
    let (min, max) = program.scoring.weights;
    let points = control.weight.points;
    if points < min || points > max {
        let (min, max) = (i64::from(min), i64::from(max));
        add(
            faults,
            &control.id.place,
            Problem::NotInBounds { found: points.to_string(), min, max },
        );
    }
}

fn finding_class(program: &Framework, control: &Control, faults: &Faults) {
    let place = &control.id.place;
    let needs_pentest =
        !matches!(control.rule, Rule::Evidence | Rule::PermissionsNeeded | Rule::PermissionsAgree);
    let Some(rules) = &program.pentest else {
        if needs_pentest {
            let words = format!(
                "`{}` is decided by the penetration test, and pentest.yaml is missing",
                control.id.value
            );
            add(faults, place, Problem::Inconsistent(words));
        }
        return;
    };
    match (control.rule == Rule::FindingClass, &control.finding_class) {
        (true, Some(class)) => {
            Known::new("failing class", rules.failing_classes.iter().map(|class| &class.id))
                .check(class, faults);
        }
        (false, None) => {}
        (true, None) | (false, Some(_)) => {
            let words =
                "`finding_class` belongs to `decided_by: finding-class`, and the other way round";
            add(faults, place, Problem::Inconsistent(words.to_owned()));
        }
    }
}

/// Checks that crosswalks map every item of their source to items of their target.
pub(super) fn crosswalks(library: &Library, faults: &Faults) {
    let known = Known { kind: "catalog", ids: library.catalogs.keys().collect() };
    for crosswalk in &library.crosswalks {
        known.check_all([&crosswalk.from, &crosswalk.to], faults);
        let (Some(from), Some(to)) = (
            library.catalogs.get(&crosswalk.from.value),
            library.catalogs.get(&crosswalk.to.value),
        ) else {
            continue;
        };
        unique("source item", crosswalk.pairs.iter().map(|(from, _)| from), faults);
        Known::new("item", from.items.iter().map(|item| &item.id))
            .check_all(crosswalk.pairs.iter().map(|(from, _)| from), faults);
        let targets = Known::new("item", to.items.iter().map(|item| &item.id));
        targets.check_all(crosswalk.pairs.iter().flat_map(|(_, to)| to), faults);
        targets.check_all(&crosswalk.new_in_target, faults);
        for item in &from.items {
            if crosswalk.forward(&item.id.value).is_empty() {
                let words = format!("`{}` is mapped to nothing", item.id.value);
                add(faults, &crosswalk.from.place, Problem::Inconsistent(words));
            }
        }
    }
}
