//! The form for a report, with the fields that its framework asks for.

use std::collections::BTreeSet;

use attestor_core::answer::Answer;
use attestor_core::certification::case::{About, ExternalReport};
use attestor_core::day::Day;
use attestor_core::desk::file::CaseFile;
use attestor_core::framework::{AgeFrom, ExternalFramework, Framework};
use attestor_core::id::Id;

use crate::web::desk::form::Typed;
use crate::web::desk::special::{Back, Choice, Taken, choices, taken};
use crate::web::desk::visit::DeskVisit;
use crate::web::shape::Link;

/// The form: first the framework is chosen, then its fields are shown.
pub(super) struct Add {
    /// The frameworks of the edition.
    pub(super) frameworks: Vec<Link>,
    /// The fields of the chosen one.
    pub(super) fields: Option<Fields>,
}

/// The fields of a framework.
pub(super) struct Fields {
    pub(super) framework: String,
    pub(super) title: String,
    pub(super) editions: Vec<Choice>,
    pub(super) about: Vec<Choice>,
    pub(super) assessors: Vec<Choice>,
    pub(super) types: Vec<Choice>,
    pub(super) packages: Vec<Choice>,
    pub(super) taken: Option<Taken>,
    pub(super) has_level: bool,
    pub(super) has_audit: bool,
    pub(super) has_period: bool,
    pub(super) has_soa: bool,
    typed: Typed,
}

impl Fields {
    /// What was typed into a field.
    pub(super) fn typed(&self, name: &str) -> &str {
        self.typed.raw(name)
    }

    /// Whether a box was ticked.
    pub(super) fn ticked(&self, name: &str) -> bool {
        self.typed.is_ticked(name)
    }
}

/// The form, for the framework that the address or the form that came back names.
pub(super) fn add(visit: &DeskVisit, file: &CaseFile, program: &Framework, back: &Back) -> Add {
    let link = |it: &ExternalFramework| Link {
        address: format!("/desk/cases/{}/external?framework={}#add", file.id, it.id.value),
        text: it.title.clone(),
    };
    let typed = back.of("add").cloned().unwrap_or_default();
    let wanted = match typed.get("framework") {
        "" => visit.query.get("framework").cloned().unwrap_or_default(),
        typed => typed.to_owned(),
    };
    let chosen = program.external.iter().find(|it| it.id.value == wanted.as_str());
    Add {
        frameworks: program.external.iter().map(link).collect(),
        fields: chosen.map(|rules| fields(visit, rules, typed, taken(back.file.as_ref()))),
    }
}

fn fields(
    visit: &DeskVisit,
    rules: &ExternalFramework,
    typed: Typed,
    taken: Option<Taken>,
) -> Fields {
    let newest = rules.editions.last().map_or("", |it| it.id.value.as_str());
    let or = |name: &str, other: &str| match typed.get(name) {
        "" => other.to_owned(),
        typed => typed.to_owned(),
    };
    let same = |value: &str| (value.to_owned(), value.to_owned());
    let other = || ("other".to_owned(), visit.t("desk-external-other"));
    let listed = |all: &[String], name: &str| {
        let each = all.iter().map(|it| same(it));
        let all = each.chain((!all.is_empty()).then(other));
        choices(all, typed.get(name))
    };
    let assessor = (rules.assessor.id.value.to_string(), rules.assessor.title.clone());
    let own = ("self".to_owned(), visit.t("desk-external-assessor-self"));
    let about = About::ALL
        .iter()
        .map(|it| (it.as_str().to_owned(), visit.t(&format!("desk-external-about-{it}"))));
    Fields {
        framework: rules.id.value.to_string(),
        title: rules.title.clone(),
        editions: choices(
            rules.editions.iter().map(|it| same(it.id.value.as_str())),
            &or("edition", newest),
        ),
        about: choices(about, &or("about", About::App.as_str())),
        assessors: choices([assessor, own, other()], typed.get("assessor")),
        types: listed(&rules.types, "report_type"),
        packages: listed(&rules.packages, "package"),
        taken,
        has_level: rules.level.is_some(),
        has_audit: rules.age.as_ref().is_some_and(|age| age.from == AgeFrom::NewestAudit),
        has_period: rules.period_began_within.is_some(),
        has_soa: rules.editions.iter().any(|it| it.soa_rows.is_some()),
        typed,
    }
}

/// The facts of the report that was typed.
pub(super) fn report(program: &Framework, typed: &Typed) -> Result<ExternalReport, &'static str> {
    let framework = Id::parse(typed.get("framework"));
    let framework = framework.filter(|id| program.external_framework(id).is_some());
    let text = |name: &str| Some(typed.get(name).to_owned()).filter(|text| !text.is_empty());
    let answer = |name: &str| if typed.is_ticked(name) { Answer::Yes } else { Answer::Unanswered };
    Ok(ExternalReport {
        framework: framework.ok_or("desk-external-framework-fault")?,
        edition: Id::parse(typed.get("edition")),
        file: String::new(),
        about: About::parse(typed.get("about")).unwrap_or(About::App),
        issued_on: Day::parse(typed.get("issued_on")).ok_or("desk-external-issued-fault")?,
        audited_on: day(typed, "audited_on")?,
        period_began_on: day(typed, "period_began_on")?,
        report_type: text("report_type"),
        level: number(typed, "level")?,
        package: text("package"),
        assessor: Id::parse(typed.get("assessor")),
        reassessment: answer("reassessment"),
        covers_environment: answer("covers_environment"),
        soa_rows: number(typed, "soa_rows")?,
        assessed: Some(ids(typed, "assessed")?).filter(|ids| !ids.is_empty()),
        excluded: ids(typed, "excluded")?,
    })
}

/// A day that may be left out.
fn day(typed: &Typed, name: &str) -> Result<Option<Day>, &'static str> {
    match typed.get(name) {
        "" => Ok(None),
        text => Day::parse(text).map(Some).ok_or("desk-day-fault"),
    }
}

/// A number that may be left out.
fn number<T: std::str::FromStr>(typed: &Typed, name: &str) -> Result<Option<T>, &'static str> {
    match typed.get(name) {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| "desk-number-fault"),
    }
}

/// Ids between spaces, commas or ends of lines.
fn ids(typed: &Typed, name: &str) -> Result<BTreeSet<Id>, &'static str> {
    let words = typed.get(name).split(|letter: char| letter.is_whitespace() || letter == ',');
    let words = words.filter(|word| !word.is_empty());
    words.map(|word| Id::parse(word).ok_or("desk-ids-fault")).collect()
}
