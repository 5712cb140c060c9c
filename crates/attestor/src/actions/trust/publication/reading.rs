//! Files that somebody sends for a portal become a model: pages, YAML files, or both in a ZIP archive.

use attestor_core::fault::{Fault, Problem};
use attestor_core::framework::{Library, SourceFile};
use attestor_core::source;
use attestor_core::trust::model::Trust;
use attestor_core::trust::page::facts;
use attestor_core::trust::page::finding::FindingKind;
use attestor_core::trust::{load, merge};

use super::files::{self, Files, SentFile, fault};
use super::finding::{Finding, Findings};

/// The language of the sources of pages.
const SOURCE_LOCALE: &str = "en-US";

/// The name that faults give a kept version.
const KEPT: &str = "trust.yaml";

/// What was read.
#[derive(Debug)]
pub(in crate::actions) struct Read {
    /// The model, checked as a whole.
    pub(in crate::actions) trust: Trust,
    /// What was found in it.
    pub(super) findings: Findings,
    /// The names of the files.
    pub(super) source: String,
}

/// Reads files into a model. YAML files alone say everything that a portal says. A page comes on top
/// of the published portal, and YAML files beside pages lie over them.
///
/// # Errors
/// Every fault of all files; then nothing is read.
pub(in crate::actions) fn read(
    sent: Vec<SentFile>,
    kept: Option<&Trust>,
    library: &Library,
) -> Result<Read, Vec<Fault>> {
    let source: Vec<String> = sent.iter().map(|it| it.name.clone()).collect();
    let Files { pages, yaml } = files::read(sent)?;
    let mut trust = match kept {
        _ if pages.is_empty() => load::load(&yaml, &library.catalogs)?,
        Some(kept) => kept.clone(),
        None => Trust::default(),
    };
    let (mut met, mut taken) = (Vec::new(), Vec::new());
    let mut faults = Vec::new();
    for page in &pages {
        match on_top(&trust, page, library) {
            Ok((merged, found)) => {
                trust = merged.trust;
                taken.extend(merged.taken);
                met.extend(found);
            }
            Err(found) => faults.extend(found),
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    if !pages.is_empty() && !yaml.is_empty() {
        trust = load::over(trust, &yaml, &library.catalogs)?;
    }
    let strange = not_of_portals(&trust);
    if !strange.is_empty() {
        return Err(strange);
    }
    let findings = Findings::of(met, &trust, taken);
    Ok(Read { trust, findings, source: source.join(", ") })
}

/// A page on top of a model, and what was met on it.
fn on_top(
    trust: &Trust,
    page: &SourceFile,
    library: &Library,
) -> Result<(merge::Merged, Vec<Finding>), Vec<Fault>> {
    let (read, met) = facts::import(&page.text, SOURCE_LOCALE, &library.catalogs);
    if read.texts.is_empty() && met.iter().any(|it| it.kind == FindingKind::NoStandard) {
        let why = "there is no text in two languages and no standard in it";
        let words = format!("it is no page of an offering: {why}");
        return Err(vec![fault(&page.path, Problem::Inconsistent(words))]);
    }
    let named = |faults: Vec<Fault>| -> Vec<Fault> {
        faults.into_iter().map(|fault| of_file(&page.path, fault)).collect()
    };
    load::check(&read, &library.catalogs).map_err(named)?;
    let merged = merge::merge(trust, read, &library.catalogs).map_err(named)?;
    load::check(&merged.trust, &library.catalogs).map_err(named)?;
    let found = met.iter().map(|it| Finding::of_page(&page.path, it)).collect();
    Ok((merged, found))
}

/// A fault without a file is one of the page that came last.
fn of_file(file: &str, mut fault: Fault) -> Fault {
    if fault.place.file.is_empty() {
        file.clone_into(&mut fault.place.file);
    }
    fault
}

/// What no portal holds, or what every one does.
fn not_of_portals(trust: &Trust) -> Vec<Fault> {
    let system = |it: &attestor_core::trust::model::System| Fault {
        place: it.id.place.clone(),
        problem: Problem::Inconsistent(format!(
            "the system `{}` is a customer's; a portal holds none",
            it.id.value
        )),
    };
    let mut faults: Vec<Fault> = trust.systems.iter().map(system).collect();
    if trust.offerings.is_empty() && faults.is_empty() {
        faults.push(fault("", Problem::Inconsistent("there is no offering in it".to_owned())));
    }
    faults
}

/// Whether a version can be read again as it is kept.
pub(super) fn is_readable(content: &str, library: &Library) -> Result<(), Vec<Fault>> {
    let bytes = content.len() as u64;
    if bytes > source::MAX_BYTES {
        return Err(vec![fault(KEPT, Problem::TooLarge { bytes, limit: source::MAX_BYTES })]);
    }
    let files = [SourceFile { path: KEPT.to_owned(), text: content.to_owned() }];
    load::load(&files, &library.catalogs).map(drop)
}

/// For tests: nothing that is sent ends the program.
#[cfg(test)]
pub(super) fn tried(name: &str, bytes: &[u8], library: &Library) -> Result<Read, Vec<Fault>> {
    read(vec![SentFile { name: name.to_owned(), bytes: bytes.to_vec() }], None, library)
}
