//! The rules of least privilege, as data: what covers what, and which reasons say nothing.

use super::PermissionName;
use super::name::OWN;
use crate::basis::Grounds;
use crate::day::Day;
use crate::fault::{Fault, Problem};
use crate::source::{self, Decode, Fields, Node, Sink};

/// The permission rules of a program, loaded from `permissions.yaml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PermissionRules {
    /// The id of the rule set.
    pub id: String,
    /// The day from which the rule set holds, inclusive.
    pub since: Day,
    /// The id of the resource application whose permissions the catalog lists, in lower case.
    pub resource_app: String,
    actions: Vec<Rung>,
    reaches: Vec<Rung>,
    pairs: Vec<Pair>,
    /// Pairs that are left out on purpose.
    pub not_taken: Vec<NotTaken>,
    pub(super) reasons: Reasons,
}

/// How a permission covers another one: the difference between their names, nearest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Only the action is wider: `User.ReadWrite` and `User.Read`.
    Action,
    /// Only the reach is wider: `User.Read.All` and `User.Read`.
    Reach,
    /// Both are wider: `User.ReadWrite.All` and `User.Read`.
    Both,
    /// A listed pair says so.
    Pair,
}

/// That one permission covers another, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cover {
    /// How they differ.
    pub step: Step,
    /// The ids of the rules that say so: one, or two for [`Step::Both`].
    pub rules: Vec<String>,
}

impl PermissionRules {
    /// Reads the rules; every fault at once. `file` is the name that faults carry.
    pub fn load(file: &str, text: &str) -> Result<Self, Vec<Fault>> {
        source::read(file, text)
    }

    /// Why `wider` covers `narrower`; `None` when it does not. A permission never covers itself.
    #[must_use]
    pub fn cover(&self, wider: &PermissionName, narrower: &PermissionName) -> Option<Cover> {
        self.by_name(wider, narrower).or_else(|| self.by_pair(wider, narrower))
    }

    /// Whether a permission reaches beyond the user's own data: its reach covers that of a
    /// name without one.
    #[must_use]
    pub fn reaches_far(&self, name: &PermissionName) -> bool {
        let Some((resource, _, reach)) = name.parts() else { return false };
        let exempt = |rung: &Rung| rung.except.iter().any(|one| one == resource);
        let over_own = |rung: &Rung| rung.covers.iter().any(|covered| covered == OWN);
        self.reaches.iter().any(|rung| rung.wider == reach && over_own(rung) && !exempt(rung))
    }

    /// The id of every rule with what it rests on, in the order of the file.
    pub fn grounds(&self) -> impl Iterator<Item = (&str, &Grounds)> {
        let rungs = self.actions.iter().chain(&self.reaches);
        rungs
            .map(|rung| (rung.id.as_str(), &rung.grounds))
            .chain(self.pairs.iter().map(|pair| (pair.id.as_str(), &pair.grounds)))
            .chain([(self.reasons.id.as_str(), &self.reasons.grounds)])
    }

    fn by_name(&self, wider: &PermissionName, narrower: &PermissionName) -> Option<Cover> {
        if wider.resource() != narrower.resource() {
            return None;
        }
        let (resource, wide_action, wide_reach) = wider.parts()?;
        let (_, action, reach) = narrower.parts()?;
        let action = climb(&self.actions, resource, wide_action, action)?;
        let reach = climb(&self.reaches, resource, wide_reach, reach)?;
        match (action, reach) {
            (Some(action), Some(reach)) => Some(cover(Step::Both, &[action, reach])),
            (Some(action), None) => Some(cover(Step::Action, &[action])),
            (None, Some(reach)) => Some(cover(Step::Reach, &[reach])),
            (None, None) => None,
        }
    }

    fn by_pair(&self, wider: &PermissionName, narrower: &PermissionName) -> Option<Cover> {
        let holds = |pair: &&Pair| {
            self.is_at_least(wider, &pair.wider)
                && pair.covers.iter().any(|covered| self.is_at_least(covered, narrower))
        };
        self.pairs.iter().find(holds).map(|pair| cover(Step::Pair, &[&pair.id]))
    }

    fn is_at_least(&self, wider: &PermissionName, narrower: &PermissionName) -> bool {
        wider == narrower || self.by_name(wider, narrower).is_some()
    }

    /// Reports rules that contradict each other: circles, and choices that a rule overturns.
    fn check(&self, sink: &Sink<'_>) {
        for rungs in [&self.actions, &self.reaches] {
            for rung in rungs.iter().filter(|rung| is_in_circle(rung, rungs)) {
                let words =
                    format!("`{}` covers itself, by way of another rule or at once", rung.id);
                sink.add_at(rung.line, Problem::Inconsistent(words));
            }
        }
        for pair in &self.pairs {
            let circle =
                pair.covers.iter().find(|covered| self.cover(covered, &pair.wider).is_some());
            if circle.is_some() || pair.covers.contains(&pair.wider) {
                let words = format!("`{}` covers a permission that covers it", pair.wider);
                sink.add_at(pair.line, Problem::Inconsistent(words));
            }
        }
        for choice in &self.not_taken {
            if let Some(cover) = self.cover(&choice.wider, &choice.narrower) {
                let NotTaken { wider, narrower, .. } = choice;
                let rules = cover.rules.join("` and `");
                let words =
                    format!("`{wider}` is said not to cover `{narrower}`, but `{rules}` says so");
                sink.add_at(choice.line, Problem::Inconsistent(words));
            }
        }
    }

    /// Reports ids that stand twice.
    fn check_ids(&self, sink: &Sink<'_>) {
        let rungs = self.actions.iter().chain(&self.reaches).map(|rung| (&rung.id, rung.line));
        let ids: Vec<(&String, u32)> =
            rungs.chain(self.pairs.iter().map(|pair| (&pair.id, pair.line))).collect();
        for (place, (id, line)) in ids.iter().enumerate() {
            let first = ids.iter().take(place).find(|(other, _)| other == id);
            if let Some((_, first)) = first {
                let (id, first) = ((*id).clone(), sink.place(*first));
                sink.add_at(*line, Problem::DuplicateId { kind: "rule", id, first });
            }
        }
    }
}

fn cover(step: Step, rules: &[&str]) -> Cover {
    Cover { step, rules: rules.iter().map(|&rule| rule.to_owned()).collect() }
}

/// The rule by which one part of a name covers another: `Some(None)` when both are the same, and
/// `None` when it does not cover it.
fn climb<'a>(
    rungs: &'a [Rung],
    resource: &str,
    wider: &str,
    narrower: &str,
) -> Option<Option<&'a str>> {
    if wider == narrower {
        return Some(None);
    }
    let rung = rungs.iter().find(|rung| {
        rung.wider == wider
            && rung.covers.iter().any(|covered| covered == narrower)
            && !rung.except.iter().any(|exempt| exempt == resource)
    })?;
    Some(Some(&rung.id))
}

/// Whether a part of a name covers itself, at once or through other rules.
fn is_in_circle(rung: &Rung, rungs: &[Rung]) -> bool {
    let mut reached: Vec<&String> = rung.covers.iter().collect();
    let mut seen = 0;
    while let Some(&part) = reached.get(seen) {
        seen += 1;
        for next in rungs.iter().filter(|other| other.wider == *part) {
            let new: Vec<&String> =
                next.covers.iter().filter(|part| !reached.contains(part)).collect();
            reached.extend(new);
        }
    }
    reached.contains(&&rung.wider)
}

/// A part of a name that covers others, in lower case.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Rung {
    id: String,
    line: u32,
    wider: String,
    covers: Vec<String>,
    except: Vec<String>,
    grounds: Grounds,
}

/// A permission that covers others whose names do not show it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Pair {
    id: String,
    line: u32,
    wider: PermissionName,
    covers: Vec<PermissionName>,
    grounds: Grounds,
}

/// A pair that is left out on purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotTaken {
    line: u32,
    /// The permission that somebody may expect to cover the other.
    pub wider: PermissionName,
    /// The permission that it does not cover.
    pub narrower: PermissionName,
    /// Why not.
    pub because: String,
}

/// When a reason says nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reasons {
    pub(super) id: String,
    /// The least number of reasons, inclusive, from which one text on all of them says nothing.
    pub(super) same_from_rows: usize,
    /// Texts that say nothing, as written in the data.
    pub(super) fillers: Vec<String>,
    grounds: Grounds,
}

impl Decode for PermissionRules {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let id = fields.required("id");
        let since = fields.required("since");
        let resource_app = fields.required::<String>("resource_app");
        let actions = fields.some_items("actions");
        let reaches = fields.some_items("reaches");
        let pairs = fields.items("pairs");
        let not_taken = fields.items("not_taken");
        let reasons = fields.required("reasons");
        fields.finish();
        let rules = Self {
            id: id?,
            since: since?,
            resource_app: resource_app?.to_lowercase(),
            actions: actions?,
            reaches: reaches?,
            pairs: pairs?,
            not_taken: not_taken?,
            reasons: reasons?,
        };
        rules.check(sink);
        rules.check_ids(sink);
        Some(rules)
    }
}

impl Decode for Rung {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let id = fields.required("id");
        let wider = fields.required::<String>("wider");
        let covers = fields.some_items::<String>("covers");
        let except = fields.items::<String>("except");
        let grounds = Grounds::take(&mut fields);
        fields.finish();
        Some(Self {
            id: id?,
            line: node.line,
            wider: wider?.to_lowercase(),
            covers: lower(&covers?),
            except: lower(&except?),
            grounds: grounds?,
        })
    }
}

fn lower(words: &[String]) -> Vec<String> {
    words.iter().map(|word| word.to_lowercase()).collect()
}

impl Decode for Pair {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let id = fields.required("id");
        let wider = fields.required("wider");
        let covers = fields.some_items("covers");
        let grounds = Grounds::take(&mut fields);
        fields.finish();
        Some(Self { id: id?, line: node.line, wider: wider?, covers: covers?, grounds: grounds? })
    }
}

impl Decode for NotTaken {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let wider = fields.required("wider");
        let narrower = fields.required("narrower");
        let because = fields.required("because");
        fields.finish();
        Some(Self { line: node.line, wider: wider?, narrower: narrower?, because: because? })
    }
}

impl Decode for Reasons {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let id = fields.required("id");
        let same_from_rows = fields.required::<u16>("same_from_rows");
        let fillers = fields.items("fillers");
        let grounds = Grounds::take(&mut fields);
        fields.finish();
        Some(Self {
            id: id?,
            same_from_rows: usize::from(same_from_rows?),
            fillers: fillers?,
            grounds: grounds?,
        })
    }
}

#[cfg(test)]
mod tests;
