//! From a bill of materials to components.

use std::collections::{BTreeMap, BTreeSet};

use super::CYCLONEDX_FILE;
use super::bom::{Bom, MAX_ITEMS, Part};
use crate::certification::case::Component;
use crate::fault::{Fault, Place, Problem};
use crate::id::Id;

/// The most bytes of a document: 16 MiB.
const MAX_BYTES: usize = 16 * 1024 * 1024;
/// The most levels of components inside components.
const MAX_DEPTH: usize = 16;
/// The most characters of an id before a number makes it unique; an id has 100 at most.
const MAX_ID: usize = 90;
/// The most characters of any other text; what is longer is cut.
const MAX_TEXT: usize = 500;

const VERSIONS: [&str; 3] = ["1.4", "1.5", "1.6"];
const OPERATING_SYSTEM: &str = "operating-system";
const SERVICE: &str = "service";

pub(super) fn components(text: &str, environment: &Id) -> Result<Vec<Component>, Vec<Fault>> {
    let bytes = text.len() as u64;
    if text.len() > MAX_BYTES {
        return Err(vec![whole(Problem::TooLarge { bytes, limit: MAX_BYTES as u64 })]);
    }
    let text = text.trim_start_matches('\u{feff}');
    let bom: Bom = serde_json::from_str(text).map_err(|error| vec![unreadable(&error)])?;
    let mut reading = Reading::default();
    reading.head(&bom);
    let place = Inherited { environment: environment.clone(), location: String::new() };
    reading.parts(&bom.components, &place, 0);
    reading.services(&bom.services, &place, 0);
    if reading.faults.is_empty() { Ok(reading.components) } else { Err(reading.faults) }
}

fn whole(problem: Problem) -> Fault {
    Fault { place: Place { file: CYCLONEDX_FILE.to_owned(), line: 0 }, problem }
}

fn unreadable(error: &serde_json::Error) -> Fault {
    let line = u32::try_from(error.line()).unwrap_or(u32::MAX);
    let reason = error.to_string();
    let place = Place { file: CYCLONEDX_FILE.to_owned(), line };
    Fault { place, problem: Problem::Unreadable { reason } }
}

/// What a nested component has from the one around it.
#[derive(Clone)]
struct Inherited {
    environment: Id,
    location: String,
}

#[derive(Default)]
struct Reading {
    components: Vec<Component>,
    taken: BTreeSet<String>,
    /// The last number that made an id unique, by what was wanted.
    numbers: BTreeMap<String, u64>,
    references: BTreeSet<String>,
    faults: Vec<Fault>,
    is_full: bool,
}

impl Reading {
    fn head(&mut self, bom: &Bom) {
        if bom.format.as_deref() != Some("CycloneDX") {
            let found = bom.format.clone().unwrap_or_default();
            self.add(Problem::NotOneOf { found, allowed: vec!["CycloneDX".to_owned()] });
        }
        let version = bom.version.as_deref().unwrap_or_default();
        if !VERSIONS.contains(&version) {
            let allowed = VERSIONS.iter().map(|&it| it.to_owned()).collect();
            self.add(Problem::NotOneOf { found: version.to_owned(), allowed });
        }
    }

    fn add(&mut self, problem: Problem) {
        self.faults.push(whole(problem));
    }

    fn parts(&mut self, parts: &[Part], around: &Inherited, depth: usize) {
        if self.is_too_deep(parts, depth) {
            return;
        }
        for part in parts {
            let kind = part.kind.as_deref().unwrap_or_default().trim();
            if kind.is_empty() {
                let name = part.name.trim();
                self.add(Problem::Inconsistent(format!("component `{name}` has no type")));
            }
            let place = self.component(part, kind, around);
            let inside = part.components.iter().filter(|it| !is_system(it));
            for nested in inside {
                self.parts(std::slice::from_ref(nested), &place, depth + 1);
            }
        }
    }

    fn services(&mut self, services: &[Part], around: &Inherited, depth: usize) {
        if self.is_too_deep(services, depth) {
            return;
        }
        for service in services {
            let place = self.component(service, SERVICE, around);
            self.services(&service.services, &place, depth + 1);
        }
    }

    /// Takes one component. Gives what is inherited from it.
    fn component(&mut self, part: &Part, kind: &str, around: &Inherited) -> Inherited {
        let environment = self.environment(part).unwrap_or_else(|| around.environment.clone());
        let location = part.property("attestor:location").map_or(around.location.clone(), short);
        let place = Inherited { environment, location };
        let id = self.id(part);
        if self.components.len() >= MAX_ITEMS {
            if !std::mem::replace(&mut self.is_full, true) {
                self.add(Problem::TooMany { limit: MAX_ITEMS });
            }
            return place;
        }
        let Some(id) = id else { return place };
        self.components.push(Component {
            id,
            environment: place.environment.clone(),
            operating_system: system_of(part),
            function: part.property("attestor:function").map(short).unwrap_or_default(),
            device_type: short(kind),
            location: place.location.clone(),
        });
        place
    }

    fn is_too_deep(&mut self, parts: &[Part], depth: usize) -> bool {
        let deep = depth >= MAX_DEPTH && !parts.is_empty();
        if deep {
            self.add(Problem::TooDeep { limit: MAX_DEPTH });
        }
        deep
    }

    fn environment(&mut self, part: &Part) -> Option<Id> {
        let found = part.property("attestor:environment")?;
        let id = Id::parse(found);
        if id.is_none() {
            self.add(Problem::NotAnId { found: found.to_owned() });
        }
        id
    }

    /// The id of a component; `None` and a fault where the document gives one reference twice or
    /// neither reference nor name.
    fn id(&mut self, part: &Part) -> Option<Id> {
        let title = part.title();
        let reference = part.reference.as_deref().map(str::trim).filter(|it| !it.is_empty());
        if let Some(reference) = reference
            && !self.references.insert(reference.to_owned())
        {
            let words = format!("the bom-ref `{reference}` stands twice; again at `{title}`");
            self.add(Problem::Inconsistent(words));
            return None;
        }
        if title.is_empty() {
            self.add(Problem::Inconsistent("a component has no name".to_owned()));
            return None;
        }
        self.free_id(&safe(reference.unwrap_or(&title)))
    }

    /// The wanted id, or the first with a number that nothing has.
    fn free_id(&mut self, wanted: &str) -> Option<Id> {
        let base = if wanted.is_empty() { "component" } else { wanted };
        let mut number = self.numbers.get(base).copied().unwrap_or(0);
        loop {
            number += 1;
            let name = if number == 1 { base.to_owned() } else { format!("{base}-{number}") };
            if self.taken.insert(name.clone()) {
                self.numbers.insert(base.to_owned(), number);
                return Id::parse(&name);
            }
        }
    }
}

fn is_system(part: &Part) -> bool {
    part.kind.as_deref() == Some(OPERATING_SYSTEM)
}

/// The operating system of a component: itself, or the first one inside it.
fn system_of(part: &Part) -> String {
    if is_system(part) {
        return short(&part.title());
    }
    part.components.iter().find(|it| is_system(it)).map(|it| short(&it.title())).unwrap_or_default()
}

fn short(text: &str) -> String {
    text.chars().take(MAX_TEXT).collect()
}

/// The letters that an id may have; others become one `-` between them.
fn safe(text: &str) -> String {
    let mut id = String::new();
    for letter in text.chars() {
        let fits = letter.is_ascii_alphanumeric() || matches!(letter, '_' | '.' | '(' | ')');
        match fits {
            true => id.push(letter),
            false if id.is_empty() || id.ends_with('-') => {}
            false => id.push('-'),
        }
        if id.len() >= MAX_ID {
            break;
        }
    }
    id.trim_end_matches('-').to_owned()
}
