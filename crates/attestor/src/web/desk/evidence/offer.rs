//! The form for a piece of evidence, and what was typed into it as a piece.

use std::collections::{BTreeMap, BTreeSet};

use attestor_core::certification::case::Target;
use attestor_core::certification::controls::ControlOutcome;
use attestor_core::day::Day;
use attestor_core::desk::act::{FileRef, Piece};
use attestor_core::desk::file::{CaseFile, EvidencePiece};
use attestor_core::framework::{Bound, Rule};
use attestor_core::id::Id;

use super::super::controls::Choice;
use super::super::controls::look::{Look, label};
use super::super::controls::one::Again;
use super::super::controls::requirement_text;
use super::super::controls::sample::{Sample, needed};
use super::super::form::Typed;
use crate::phrases::Arg;

/// The form for a piece.
pub(in crate::web::desk) struct OfferForm {
    /// Where it is sent.
    pub(in crate::web::desk) action: String,
    /// Tells its fields from those of other forms of the page.
    pub(in crate::web::desk) key: String,
    /// Where files are uploaded in pieces.
    pub(in crate::web::desk) uploads: String,
    /// A file that was taken already: digest and name.
    pub(in crate::web::desk) taken: Option<(String, String)>,
    /// How large a file may be, in words.
    pub(in crate::web::desk) limit: String,
    /// The kinds of evidence that count.
    pub(in crate::web::desk) kinds: Vec<Choice>,
    /// The forms in which they come.
    pub(in crate::web::desk) forms: Vec<Choice>,
    /// When it was captured, as it was typed.
    pub(in crate::web::desk) captured: String,
    /// Today, the last day to choose.
    pub(in crate::web::desk) today: String,
    /// What it is for; empty where the control has one part only.
    pub(in crate::web::desk) parts: Vec<Choice>,
    /// The components that must be covered.
    pub(in crate::web::desk) components: Vec<Choice>,
    /// Further components, as they were typed.
    pub(in crate::web::desk) further: String,
    /// What can be seen on it.
    pub(in crate::web::desk) shows: Vec<Choice>,
    /// Figures that the parts ask for.
    pub(in crate::web::desk) figures: Vec<FigureField>,
    /// When the process was built, as it was typed.
    pub(in crate::web::desk) built: String,
    /// How many runs it shows, as it was typed.
    pub(in crate::web::desk) runs: String,
    /// Pieces that it can be a newer version of.
    pub(in crate::web::desk) replaces: Vec<Choice>,
}

/// A figure that evidence must state.
pub(in crate::web::desk) struct FigureField {
    /// The name of the field.
    pub(in crate::web::desk) name: String,
    /// What it is, with its bound.
    pub(in crate::web::desk) label: String,
    /// What is typed into it.
    pub(in crate::web::desk) kind: &'static str,
    /// As it was typed.
    pub(in crate::web::desk) value: String,
}

impl OfferForm {
    /// The form for a new piece; `None` where who looks hands nothing in, or facts decide.
    pub(in crate::web::desk) fn of(
        look: &Look<'_>,
        outcome: &ControlOutcome<'_>,
        again: &Again<'_>,
    ) -> Option<Self> {
        let control = outcome.control;
        if !look.may_hand_in() || control.rule != Rule::Evidence || !outcome.state.is_applicable() {
            return None;
        }
        let id = &control.id.value;
        let taken = again.file.as_ref().map(|it| (it.digest.to_string(), it.name.clone()));
        let mut form = Self::fields(look, outcome, again.typed);
        form.action = look.address(&format!("/controls/{id}/evidence"));
        form.taken = taken;
        form.replaces = replaces(look, id, again.typed);
        Some(form)
    }

    /// The form that describes a piece anew, filled with what is said of it.
    pub(super) fn describing(
        look: &Look<'_>,
        outcome: &ControlOutcome<'_>,
        piece: &EvidencePiece,
    ) -> Self {
        let control = &outcome.control.id.value;
        let mut form = Self::fields(look, outcome, &said_of(piece, control));
        form.action = look.address(&format!("/controls/{control}/evidence/{}/describe", piece.id));
        form.key = piece.id.to_string();
        form
    }

    fn fields(look: &Look<'_>, outcome: &ControlOutcome<'_>, typed: &Typed) -> Self {
        let limit = look.visit.site.vault().map_or(0, |vault| vault.limits().size_bytes >> 20);
        Self {
            action: String::new(),
            key: "new".to_owned(),
            uploads: format!("/api/v1/cases/{}/uploads", look.file.id),
            taken: None,
            limit: look.phrases().text("desk-offer-limit", &[("size", Arg::from(limit))]),
            kinds: kinds(outcome, typed),
            forms: forms(look, outcome, typed),
            captured: typed.get("captured").to_owned(),
            today: look.today().to_string(),
            parts: parts(look, outcome, typed),
            components: components(look, outcome, typed),
            further: typed.get("further").to_owned(),
            shows: shows(look, outcome, typed),
            figures: figures(look, outcome, typed),
            built: typed.get("built").to_owned(),
            runs: typed.get("runs").to_owned(),
            replaces: Vec::new(),
        }
    }
}

fn choice(value: &Id, text: String, name: &str, typed: &Typed) -> Choice {
    let chosen = typed.all(name).any(|one| one == value.as_str());
    Choice { value: value.to_string(), text, chosen }
}

fn kinds(outcome: &ControlOutcome<'_>, typed: &Typed) -> Vec<Choice> {
    let kinds = outcome.control.evidence.iter().map(|kind| &kind.value);
    kinds.map(|id| choice(id, label(id.as_str()), "kind", typed)).collect()
}

/// The forms of all kinds that count, each once, in the order of the program.
fn forms(look: &Look<'_>, outcome: &ControlOutcome<'_>, typed: &Typed) -> Vec<Choice> {
    let rules = &look.program().evidence;
    let kinds = outcome.control.evidence.iter().filter_map(|kind| rules.kind(&kind.value));
    let allowed: BTreeSet<&Id> = kinds.flat_map(|kind| &kind.forms).map(|it| &it.value).collect();
    let forms = rules.forms.iter().filter(|form| allowed.contains(&form.id.value));
    forms.map(|form| choice(&form.id.value, form.title.clone(), "form", typed)).collect()
}

/// The parts of a control, and the gaps that external frameworks leave in it.
fn parts(look: &Look<'_>, outcome: &ControlOutcome<'_>, typed: &Typed) -> Vec<Choice> {
    let control = outcome.control;
    let reports = &look.file.case.external;
    let covers = control.external.iter();
    let covers = covers.filter(|(id, _)| reports.iter().any(|it| it.framework == id.value));
    let gaps = covers.flat_map(|(_, cover)| &cover.gaps).map(|gap| &gap.key.value);
    let parts = control.parts.iter().filter(|part| !part.text.is_empty());
    let mut choices: Vec<Choice> =
        parts.map(|part| choice(&part.key.value, part.text.clone(), "part", typed)).collect();
    for gap in gaps {
        if choices.iter().all(|known| known.value != gap.as_str()) {
            let text = label(gap.as_str());
            let text = look.phrases().text("desk-offer-gap", &[("gap", Arg::from(&text))]);
            choices.push(choice(gap, text, "part", typed));
        }
    }
    choices
}

fn components(look: &Look<'_>, outcome: &ControlOutcome<'_>, typed: &Typed) -> Vec<Choice> {
    let sampled = needed(look, outcome.control);
    let named = Sample::of(look, outcome).map(|sample| sample.components).unwrap_or_default();
    let what = |id: &Id| named.iter().find(|it| it.id == id.as_str()).map(|it| it.what.clone());
    let text = |id: &Id| format!("{id} · {}", what(id).unwrap_or_default());
    sampled.into_iter().map(|id| choice(id, text(id), "component", typed)).collect()
}

fn shows(look: &Look<'_>, outcome: &ControlOutcome<'_>, typed: &Typed) -> Vec<Choice> {
    let forms = forms(look, outcome, typed);
    let rules = look.program().evidence.forms.iter();
    let asked = rules.filter(|it| forms.iter().any(|form| form.value == it.id.value.as_str()));
    let what: BTreeSet<&Id> = asked.flat_map(|form| &form.must_show).collect();
    what.into_iter().map(|id| choice(id, label(id.as_str()), "shows", typed)).collect()
}

fn figures(look: &Look<'_>, outcome: &ControlOutcome<'_>, typed: &Typed) -> Vec<FigureField> {
    let mut fields: Vec<FigureField> = Vec::new();
    for check in outcome.control.parts.iter().flat_map(|part| &part.checks) {
        let name = format!("figure-{}", check.fact);
        if fields.iter().any(|field| field.name == name) {
            continue;
        }
        let kind = match check.bound {
            Bound::AtMost(_) | Bound::AtLeast(_) => "number",
            Bound::OneOf(_) => "text",
            Bound::NotOlderThan(_) => "date",
        };
        let value = typed.get(&name).to_owned();
        fields.push(FigureField {
            label: requirement_text(check, look.phrases()),
            name,
            kind,
            value,
        });
    }
    fields
}

fn replaces(look: &Look<'_>, control: &Id, typed: &Typed) -> Vec<Choice> {
    let asked = look.visit.query.get("replaces").map_or("", String::as_str);
    let name = |piece: &EvidencePiece| {
        let file = look.file.files.get(&piece.path);
        format!("{} · {}", piece.id, file.map_or("", |file| file.name.as_str()))
    };
    let choice = |piece: &EvidencePiece| Choice {
        value: piece.id.to_string(),
        text: name(piece),
        chosen: [typed.get("replaces"), asked].contains(&piece.id.as_str()),
    };
    look.file.evidence_for(control).map(choice).collect()
}

/// What is said of a piece, as if it had been typed.
fn said_of(piece: &EvidencePiece, control: &Id) -> Typed {
    let facts = &piece.facts;
    let mut pairs: Vec<(String, String)> = Vec::new();
    let mut add = |name: &str, value: String| pairs.push((name.to_owned(), value));
    add("kind", facts.kind.to_string());
    add("form", facts.form.to_string());
    add("captured", facts.captured_on.to_string());
    let own = facts.targets.iter().filter(|target| target.control == *control);
    own.filter_map(|target| target.part.as_ref()).for_each(|part| add("part", part.to_string()));
    let components: Vec<&str> = facts.components.iter().map(Id::as_str).collect();
    facts.components.iter().for_each(|id| add("component", id.to_string()));
    add("further", components.join(", "));
    facts.shows.iter().for_each(|what| add("shows", what.to_string()));
    facts.figures.iter().for_each(|(fact, value)| add(&format!("figure-{fact}"), value.clone()));
    add("built", facts.process_built_on.map(|day| day.to_string()).unwrap_or_default());
    add("runs", facts.runs.map(|runs| runs.to_string()).unwrap_or_default());
    Typed::of(pairs)
}

/// What was typed as a piece; else the key of what is wrong with it.
pub(super) fn piece_of(
    typed: &Typed,
    control: &Id,
    case: &CaseFile,
    file: FileRef,
) -> Result<Piece, &'static str> {
    let id = |name: &str| Id::parse(typed.get(name));
    let runs = Some(typed.get("runs")).filter(|text| !text.is_empty());
    let replaces = match typed.get("replaces") {
        "" => None,
        text => Some(Id::parse(text).ok_or("desk-fault-id")?),
    };
    let piece = Piece {
        file,
        kind: id("kind").ok_or("desk-fault-kind")?,
        form: id("form").ok_or("desk-fault-form-of-evidence")?,
        captured_on: Day::parse(typed.get("captured")).ok_or("desk-fault-captured")?,
        targets: targets(typed, control)?,
        components: components_of(typed)?,
        shows: ids(typed.all("shows")).ok_or("desk-fault-id")?,
        figures: figures_of(typed),
        process_built_on: maybe_day(typed.get("built"))?,
        runs: runs.map(|text| text.parse().map_err(|_| "desk-fault-runs")).transpose()?,
        replaces: replaces.clone(),
    };
    let old = replaces.as_ref().and_then(|id| case.piece(id));
    Ok(with_other_targets(piece, control, old))
}

/// The same piece, also for the other controls that an earlier version or description was for.
pub(super) fn with_other_targets(
    mut piece: Piece,
    control: &Id,
    old: Option<&EvidencePiece>,
) -> Piece {
    let old = old.into_iter().flat_map(|old| &old.facts.targets);
    let others = old.filter(|target| target.control != *control);
    let others: Vec<Target> =
        others.filter(|target| !piece.targets.contains(target)).cloned().collect();
    piece.targets.extend(others);
    piece
}

/// The parts that are ticked; none is the whole control.
fn targets(typed: &Typed, control: &Id) -> Result<Vec<Target>, &'static str> {
    let target = |part: Option<Id>| Target { control: control.clone(), part };
    let parts: BTreeSet<Id> = ids(typed.all("part")).ok_or("desk-fault-id")?;
    if parts.is_empty() {
        return Ok(vec![target(None)]);
    }
    Ok(parts.into_iter().map(|part| target(Some(part))).collect())
}

fn components_of(typed: &Typed) -> Result<BTreeSet<Id>, &'static str> {
    let further = typed.get("further").split([',', ' ', '\n']).map(str::trim);
    let further = further.filter(|text| !text.is_empty());
    ids(typed.all("component").chain(further)).ok_or("desk-fault-component")
}

fn ids<'t>(texts: impl Iterator<Item = &'t str>) -> Option<BTreeSet<Id>> {
    texts.map(Id::parse).collect()
}

fn figures_of(typed: &Typed) -> BTreeMap<Id, String> {
    let named = typed.names().filter_map(|name| {
        let fact = Id::parse(name.strip_prefix("figure-")?)?;
        Some((fact, typed.get(name).to_owned()))
    });
    named.filter(|(_, value)| !value.is_empty()).collect()
}

fn maybe_day(text: &str) -> Result<Option<Day>, &'static str> {
    if text.is_empty() {
        return Ok(None);
    }
    Day::parse(text).map(Some).ok_or("desk-fault-built")
}
