//! What follows from the scope: the sample, and which controls are asked, with the reason for each.

use attestor_core::certification::case::Enlargement;
use attestor_core::certification::sample::Stratum;

use crate::phrases::Arg;
use crate::web::desk::look::Look;
use crate::web::shape::Mark;

/// The sample.
pub(super) struct SampleView {
    /// The titles of the properties by which components are alike.
    pub(super) titles: Vec<String>,
    /// The groups.
    pub(super) strata: Vec<StratumView>,
    /// The recorded draw in a sentence; empty for none.
    pub(super) recorded: String,
    /// Why the draw no longer belongs to the inventory; empty where it does.
    pub(super) outdated: String,
    /// How it was enlarged since, a sentence each.
    pub(super) enlarged: Vec<String>,
}

/// A group of which more can be looked at.
pub(super) struct Enlargeable {
    /// A component of it.
    pub(super) component: String,
    /// The group in words.
    pub(super) text: String,
    /// Whether it was chosen before.
    pub(super) chosen: bool,
}

/// A group of like components.
pub(super) struct StratumView {
    /// The values of the properties.
    pub(super) key: Vec<String>,
    /// How many there are.
    pub(super) population: String,
    /// How many are looked at.
    pub(super) size: String,
    /// Which.
    pub(super) drawn: Vec<String>,
}

/// Which controls are asked.
pub(super) struct Asked {
    /// How many, in words.
    pub(super) heading: String,
    /// The controls that are not asked.
    pub(super) out: Vec<ControlRow>,
    /// The controls that are asked.
    pub(super) inside: Vec<ControlRow>,
}

/// A control in or out.
pub(super) struct ControlRow {
    /// Its id.
    pub(super) id: String,
    /// Its title.
    pub(super) title: String,
    /// Its family.
    pub(super) family: String,
    /// In or out.
    pub(super) mark: Mark,
    /// Why.
    pub(super) why: String,
}

/// The sample.
pub(super) fn sample(look: &Look<'_>) -> SampleView {
    let draw = &look.assessment.draw;
    let keys = &look.rules.program.sampling.strata;
    let strata = draw.strata.iter().map(|it| StratumView {
        key: it.key.clone(),
        population: it.population.to_string(),
        size: it.drawn.len().to_string(),
        drawn: it.drawn.iter().map(ToString::to_string).collect(),
    });
    let recorded = look.file.case.draw.as_ref().map(|it| {
        let reason = it.redraw_reason.clone().unwrap_or_default();
        let args = [
            ("seed", Arg::from(&it.seed)),
            ("population", Arg::from(&it.population)),
            ("reason", Arg::from(&reason)),
        ];
        let key = if reason.is_empty() { "desk-sample-recorded" } else { "desk-sample-redrawn" };
        look.text(key, &args)
    });
    let outdated = look.assessment.sample_outdated.as_ref();
    let enlarged = |it: &Enlargement| {
        let args = [
            ("component", Arg::from(it.component.as_str())),
            ("to", Arg::from(it.to)),
            ("reason", Arg::from(&it.reason)),
        ];
        look.text("desk-sample-enlarged", &args)
    };
    SampleView {
        titles: keys.iter().map(|key| look.t(&format!("stratum-{key}"))).collect(),
        strata: strata.collect(),
        recorded: recorded.unwrap_or_default(),
        outdated: outdated.map(|it| look.reason(it)).unwrap_or_default(),
        enlarged: look.file.case.draw.iter().flat_map(|it| &it.enlarged).map(enlarged).collect(),
    }
}

/// The groups that are not looked at as a whole.
pub(super) fn enlargeable(look: &Look<'_>, chosen: &str) -> Vec<Enlargeable> {
    let size = |it: &Stratum| u64::try_from(it.drawn.len()).unwrap_or(u64::MAX);
    let strata = look.assessment.draw.strata.iter().filter(|it| size(it) < it.population);
    let group = |it: &Stratum| {
        let component = it.drawn.first()?.to_string();
        let key: Vec<&str> =
            it.key.iter().map(String::as_str).filter(|value| !value.is_empty()).collect();
        let key = key.join(", ");
        let args = [
            ("key", Arg::from(&key)),
            ("size", Arg::from(it.drawn.len())),
            ("population", Arg::from(it.population)),
            ("component", Arg::from(&component)),
        ];
        let text = look.text("desk-sample-enlarge-option", &args);
        Some(Enlargeable { text, chosen: component == chosen, component })
    };
    strata.filter_map(group).collect()
}

/// Which controls are asked.
pub(super) fn asked(look: &Look<'_>) -> Asked {
    let all = look.assessment.controls.iter();
    let (inside, out): (Vec<_>, Vec<_>) = all.partition(|it| it.state.is_applicable());
    let args = [("in", Arg::from(inside.len())), ("out", Arg::from(out.len()))];
    let row = |it: &&attestor_core::certification::controls::ControlOutcome<'_>| {
        let is_in = it.state.is_applicable();
        // Whether it is asked is said by reasons about conditions and hosting only.
        let why = it.reasons.iter().filter(|reason| {
            let rule = reason.rule.as_str();
            rule.starts_with("condition-") || rule.starts_with("hosting-") || !is_in
        });
        let why: Vec<String> = why.map(|reason| look.reason(reason)).collect();
        let (class, symbol, key) =
            if is_in { ("ok", "check", "desk-scope-in") } else { ("", "dash", "desk-scope-out") };
        ControlRow {
            id: it.control.id.value.to_string(),
            title: it.control.title.clone(),
            family: it.family.title.clone(),
            mark: Mark::new(class, symbol, look.t(key)),
            why: if why.is_empty() && is_in {
                look.t("desk-scope-every-app")
            } else {
                why.join(" ")
            },
        }
    };
    Asked {
        heading: look.text("desk-scope-controls", &args),
        out: out.iter().map(row).collect(),
        inside: inside.iter().map(row).collect(),
    }
}
