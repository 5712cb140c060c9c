//! What a control asks for, why it is in or out, and what is lacking today.

use attestor_core::certification::conditions::{Conditions, Known};
use attestor_core::certification::controls::ControlOutcome;
use attestor_core::certification::reason::Reason;
use attestor_core::desk::role::Right;
use attestor_core::framework::{Bound, FactCheck, Part, Rule};
use attestor_core::id::{Id, Spot};

use super::look::{Look, label};
use super::sample;
use crate::phrases::{Arg, Phrases};
use crate::web::shape::Mark;

/// What a control asks for.
pub(in crate::web::desk) struct Requirement {
    /// Its id.
    pub(in crate::web::desk) id: String,
    /// Its title.
    pub(in crate::web::desk) title: String,
    /// What must be in place.
    pub(in crate::web::desk) text: String,
    /// Where it is written.
    pub(in crate::web::desk) source: String,
    /// Its family and domain.
    pub(in crate::web::desk) family: String,
    /// Its points, for who may see them.
    pub(in crate::web::desk) weight: Option<String>,
    /// A remark of the program, for analysts.
    pub(in crate::web::desk) note: Option<String>,
    /// Why it is asked, or why not.
    pub(in crate::web::desk) scope: Vec<String>,
    /// Whether facts of the case decide it, without evidence.
    pub(in crate::web::desk) by_facts: bool,
    /// Its parts.
    pub(in crate::web::desk) parts: Vec<PartView>,
    /// Which parts suffice together; empty where there is one way.
    pub(in crate::web::desk) ways: String,
    /// The kinds of evidence that count.
    pub(in crate::web::desk) kinds: Vec<KindView>,
    /// What is lacking today.
    pub(in crate::web::desk) lacks: Vec<String>,
    /// What shows it.
    pub(in crate::web::desk) shown_by: Vec<String>,
}

/// A part of a control.
pub(in crate::web::desk) struct PartView {
    /// What it asks for.
    pub(in crate::web::desk) text: String,
    /// Whether it is shown.
    pub(in crate::web::desk) mark: Mark,
    /// Figures that evidence must state.
    pub(in crate::web::desk) checks: Vec<String>,
}

/// A kind of evidence.
pub(in crate::web::desk) struct KindView {
    /// Its name.
    pub(in crate::web::desk) name: String,
    /// The forms in which it counts, each with what it must show.
    pub(in crate::web::desk) forms: Vec<String>,
    /// How old it may be.
    pub(in crate::web::desk) age: String,
}

impl Requirement {
    /// What a control asks for.
    pub(in crate::web::desk) fn of(look: &Look<'_>, outcome: &ControlOutcome<'_>) -> Self {
        let (control, phrases) = (outcome.control, look.phrases());
        let applies = outcome.state.is_applicable();
        let tell = |reason: &Reason| tell(reason, phrases);
        let (met, lacks): (Vec<&Reason>, Vec<&Reason>) =
            outcome.reasons.iter().partition(|reason| reason.rule.is_met());
        let points = Arg::from(i64::from(control.weight.points));
        let weight = phrases.text("desk-control-weight", &[("points", points)]);
        Self {
            id: control.id.value.to_string(),
            title: control.title.clone(),
            text: control.requirement.clone(),
            source: control.source.clone(),
            family: family(look, outcome),
            weight: look.may(Right::ScoresRead).then_some(weight),
            note: control.note.clone().filter(|_| look.may(Right::InternalNotes)),
            scope: scope(look, outcome),
            by_facts: control.rule != Rule::Evidence,
            parts: if applies { parts(look, outcome) } else { Vec::new() },
            ways: ways(outcome, phrases),
            kinds: control
                .evidence
                .iter()
                .filter_map(|kind| kind_view(look, &kind.value))
                .collect(),
            lacks: if applies { lacks.into_iter().map(tell).collect() } else { Vec::new() },
            shown_by: met.into_iter().map(tell).collect(),
        }
    }
}

/// A reason in words, with the part that it is about.
pub(in crate::web::desk) fn tell(reason: &Reason, phrases: &Phrases) -> String {
    let words = phrases.reason(reason).replace('`', "");
    match reason.facts.iter().find(|(name, _)| *name == "part") {
        Some((_, part)) => {
            let part = label(part);
            let args = [("part", Arg::from(&part)), ("words", Arg::from(&words))];
            phrases.text("desk-lack-of-part", &args)
        }
        None => words,
    }
}

fn family(look: &Look<'_>, outcome: &ControlOutcome<'_>) -> String {
    let family = outcome.family;
    let domains = &look.program().edition.domains;
    let domain = domains.iter().find(|it| it.id.value == family.domain.value);
    let domain = domain.map_or("", |it| it.title.as_str());
    format!("{domain} · {}", family.title)
}

/// Why a control is asked: conditions that hold, and the duty in each environment.
fn scope(look: &Look<'_>, outcome: &ControlOutcome<'_>) -> Vec<String> {
    let phrases = look.phrases();
    if !outcome.state.is_applicable() {
        return outcome.reasons.iter().map(|reason| tell(reason, phrases)).collect();
    }
    let conditions = Conditions::of(look.program(), &look.file.case);
    let holding = outcome.control.applies_if.iter().filter(|id| {
        // One that nobody answered is told among what is lacking.
        conditions.get(&id.value) == Known::True
    });
    let mut told: Vec<String> = holding
        .filter_map(|id| look.program().condition(&id.value))
        .map(|it| phrases.text("desk-scope-condition", &[("condition", Arg::from(&it.text))]))
        .collect();
    for environment in &look.file.case.scope.environments {
        let duty = outcome.control.duty(&environment.hosting);
        let hosting = look.program().hosting_type(&environment.hosting);
        let hosting = hosting.map_or_else(String::new, |it| it.title.clone());
        let args =
            [("environment", Arg::from(&environment.name)), ("hosting", Arg::from(&hosting))];
        told.push(phrases.text(&format!("desk-duty-{duty}"), &args));
    }
    if told.is_empty() {
        told.push(phrases.word("desk-scope-always"));
    }
    told
}

fn parts(look: &Look<'_>, outcome: &ControlOutcome<'_>) -> Vec<PartView> {
    let control = outcome.control;
    if control.rule != Rule::Evidence || control.parts.iter().all(|part| part.text.is_empty()) {
        return Vec::new();
    }
    let index = look.evidence();
    let sampled = sample::needed(look, control);
    let view = |part: &Part| {
        let shown = index.lacks(control, part, &sampled).is_empty();
        let (class, symbol, key) = if shown {
            ("ok", "check", "desk-part-shown")
        } else {
            ("none", "empty", "desk-part-open")
        };
        PartView {
            text: part.text.clone(),
            mark: Mark::new(class, symbol, look.phrases().word(key)),
            checks: part.checks.iter().map(|check| check_text(check, look.phrases())).collect(),
        }
    };
    control.parts.iter().map(view).collect()
}

/// A figure with its bound, in words.
pub(in crate::web::desk) fn check_text(check: &FactCheck, phrases: &Phrases) -> String {
    let figure = label(check.fact.as_str());
    let (key, bound) = bound(&check.bound);
    let args = [("figure", Arg::from(&figure)), ("bound", Arg::from(&bound))];
    phrases.text(key, &args)
}

fn bound(bound: &Bound) -> (&'static str, String) {
    match bound {
        Bound::AtMost(limit) => ("desk-bound-most", limit.to_string()),
        Bound::AtLeast(limit) => ("desk-bound-least", limit.to_string()),
        Bound::OneOf(allowed) => ("desk-bound-one-of", allowed.join(", ")),
        Bound::NotOlderThan(length) => ("desk-bound-age", length.to_string()),
    }
}

/// Which parts suffice together, where there is more than one way.
fn ways(outcome: &ControlOutcome<'_>, phrases: &Phrases) -> String {
    let paths = &outcome.control.paths;
    if paths.len() < 2 {
        return String::new();
    }
    let joined = |path: &Vec<Spot<Id>>| {
        path.iter().map(|key| label(key.value.as_str())).collect::<Vec<_>>().join(" + ")
    };
    let ways: Vec<String> = paths.iter().map(joined).collect();
    let or = format!(" {} ", phrases.word("desk-or"));
    phrases.text("desk-ways", &[("ways", Arg::from(&ways.join(&or)))])
}

fn kind_view(look: &Look<'_>, id: &Id) -> Option<KindView> {
    let (rules, phrases) = (&look.program().evidence, look.phrases());
    let kind = rules.kind(id)?;
    let window = look.program().windows.get(kind.max_age.unwrap_or(rules.max_age));
    let form = |form: &Spot<Id>| {
        let form = rules.form(&form.value)?;
        if form.must_show.is_empty() {
            return Some(form.title.clone());
        }
        let shows: Vec<String> =
            form.must_show.iter().map(|what| label(what.as_str()).to_lowercase()).collect();
        let shows = shows.join(", ");
        let args = [("form", Arg::from(&form.title)), ("shows", Arg::from(&shows))];
        Some(phrases.text("desk-form-shows", &args))
    };
    let length = window.length.to_string();
    Some(KindView {
        name: label(id.as_str()),
        forms: kind.forms.iter().filter_map(form).collect(),
        age: phrases.text("desk-kind-age", &[("length", Arg::from(&length))]),
    })
}
