//! A new case begins with what an earlier one said of the same app.
//!
//! Source: submission guide 2022, "cloning"; process, "cloning": from a fully certified app only, and
//! never across kinds of apps. Answers, scope, documents and external reports are taken over with
//! their days, so that the rules of age decide about them anew. Evidence, verdicts, permissions'
//! judgments and the sample are not: they belong to the assessment that is over.

use std::collections::{BTreeMap, BTreeSet};

use crate::certification::case::{Case, Dates, Verification};
use crate::digest::Digest;
use crate::framework::Framework;

use super::act::{Act, FileRef, Side};
use super::file::{CaseFile, Stage};
use super::refusal::{Refusal, Rule};

/// The act by which a case takes over what another one said. Files whose digests are not among
/// `kept` are left out with what names them; so is what the new edition does not know.
///
/// # Errors
/// The other case is not certified, of another publisher or program, or of another kind of app.
pub fn taking_over(
    program: &Framework,
    (from, to): (&CaseFile, &CaseFile),
    side: Side,
    kept: &BTreeSet<Digest>,
) -> Result<Act, Refusal> {
    fits(from, to)?;
    let mut case = facts(program, from, to);
    let has_file = |path: &str| from.files.get(path).is_some_and(|it| kept.contains(&it.digest));
    case.documents.retain(|it| has_file(&it.file));
    case.external.retain(|it| has_file(&it.file));
    if side.is_staff() {
        case.verification = to.case.verification.clone();
    }
    let documents = case.documents.iter().map(|it| &it.file);
    let named: BTreeSet<&String> =
        documents.chain(case.external.iter().map(|it| &it.file)).collect();
    let files: BTreeMap<String, FileRef> = from
        .files
        .iter()
        .filter(|(path, _)| named.contains(path))
        .map(|(path, file)| (path.clone(), file.clone()))
        .collect();
    Ok(Act::TakeDossier { case: Box::new(case), files })
}

fn fits(from: &CaseFile, to: &CaseFile) -> Result<(), Refusal> {
    if from.organization != to.organization || from.id == to.id {
        return Err(Refusal::new(Rule::NotThere).with("id", &from.id));
    }
    if from.stage() != Stage::Certified {
        return Err(Refusal::new(Rule::WrongStage).with("stage", from.stage()));
    }
    if from.framework != to.framework {
        return Err(Refusal::new(Rule::NotOfEdition).with("id", &from.framework));
    }
    if from.case.app.kind != to.case.app.kind {
        let kind = from.case.app.kind.as_ref().map(ToString::to_string).unwrap_or_default();
        return Err(Refusal::new(Rule::NotOfEdition).with("id", kind));
    }
    Ok(())
}

/// What is taken over, apart from files that are gone.
fn facts(program: &Framework, from: &CaseFile, to: &CaseFile) -> Case {
    let mut case = Case {
        app: to.case.app.clone(),
        verification: Verification::default(),
        dates: Dates::default(),
        statements: from.case.statements.clone(),
        attestation: from.case.attestation.clone(),
        scope: from.case.scope.clone(),
        documents: from.case.documents.clone(),
        external: from.case.external.clone(),
        permissions: from.case.permissions.clone(),
        ..Case::default()
    };
    let attested = case.attestation.iter_mut().flat_map(|it| &mut it.permissions);
    for row in case.permissions.iter_mut().flatten().chain(attested) {
        row.judgment = None;
    }
    case.statements.retain(|id, _| program.statements.iter().any(|it| it.id.value == *id));
    case.documents.retain(|it| program.documents.iter().any(|own| own.id.value == it.kind));
    case.external.retain(|it| program.external_framework(&it.framework).is_some());
    case
}
