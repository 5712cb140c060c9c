//! One row a permission: who asks for it, why, and what is said of it.

use attestor_core::attestation::permission::{
    Findings, Narrower, PermissionName, PermissionRules, Requested, check, narrower,
};
use attestor_core::certification::case::{Judgment, Permission};
use attestor_core::certification::permissions::listed;
use attestor_core::desk::file::CaseFile;

use crate::actions::permission_list::catalog;
use crate::phrases::Arg;
use crate::web::desk::special::{Back, Choice, May, choices, said_by, yes_no};
use crate::web::desk::visit::DeskVisit;
use crate::web::shape::Mark;
use crate::web::visit::Refusal;

/// A permission.
pub(super) struct Row {
    /// Its name.
    pub(super) name: String,
    /// Its type; empty where nobody says it.
    pub(super) kind: String,
    /// That it reaches beyond the user's own data.
    pub(super) broad: Option<Mark>,
    /// Whether the app requests it.
    pub(super) requested: Mark,
    /// Whether the attestation lists it.
    pub(super) attested: Mark,
    /// The publisher's reason; may be empty.
    pub(super) reason: String,
    /// What is said of that reason.
    pub(super) justified: Mark,
    /// The permission that gives it already; may be empty.
    pub(super) implied: String,
    /// Narrower ones that exist.
    pub(super) narrower: Vec<String>,
    /// What the analyst says.
    pub(super) verdict: Mark,
    /// The analyst's words.
    pub(super) words: String,
    /// Who said it, and when.
    pub(super) by: String,
    /// The analyst's form.
    pub(super) judge: Option<Judge>,
    /// Whether something about it is to be done.
    pub(super) is_open: bool,
}

/// The analyst's form for a permission.
pub(super) struct Judge {
    /// The verdicts.
    pub(super) verdicts: Vec<Choice>,
    /// The narrower ones to suggest.
    pub(super) narrower: Vec<Choice>,
    /// The words.
    pub(super) reason: String,
    /// Whether it stands open.
    pub(super) open: bool,
}

/// What all rows are made from.
struct Sheet<'a> {
    visit: &'a DeskVisit,
    file: &'a CaseFile,
    rules: &'a PermissionRules,
    requested: &'a [Permission],
    attested: &'a [Permission],
    findings: Findings,
    narrower: Vec<Narrower>,
    may: May,
    back: &'a Back,
}

/// The rows: what the app requests in its order, then what only the attestation lists.
pub(super) fn rows(
    visit: &DeskVisit,
    file: &CaseFile,
    rules: &PermissionRules,
    may: May,
    back: &Back,
) -> Result<Vec<Row>, Refusal> {
    let counted = listed(&file.case).map_or(&[] as &[Permission], |(_, rows)| rows);
    let counted: Vec<Requested> = counted.iter().map(|row| row.requested.clone()).collect();
    let requested = file.case.permissions.as_deref().unwrap_or_default();
    let attested = file.case.attestation.as_ref().map_or(&[] as &[_], |it| &it.permissions);
    let findings = check(&counted, rules);
    let narrower = narrower(&counted, rules, catalog()?);
    let sheet = Sheet { visit, file, rules, requested, attested, findings, narrower, may, back };
    let only_attested = attested.iter().filter(|row| !has(requested, &row.requested.name));
    Ok(requested.iter().chain(only_attested).map(|row| sheet.row(row)).collect())
}

fn has(rows: &[Permission], name: &PermissionName) -> bool {
    rows.iter().any(|row| row.requested.name == *name)
}

impl Sheet<'_> {
    fn row(&self, permission: &Permission) -> Row {
        let row = &permission.requested;
        let name = &row.name;
        let opinion = self.file.permissions.get(&name.as_str().to_lowercase());
        let implied = self.findings.implied.iter().find(|it| it.row == *row);
        let narrower = self.narrower(name);
        let is_requested = has(self.requested, name);
        let counts = is_requested || self.file.case.permissions.is_none();
        let bad = implied.is_some()
            || self.findings.unjustified.iter().any(|it| it.row == *row)
            || permission.judgment != Some(Judgment::Accepted);
        let word = |key: &str| self.visit.t(key);
        Row {
            name: name.to_string(),
            kind: row.kind.map_or_else(String::new, |it| word(&format!("permission-kind-{it}"))),
            broad: self
                .rules
                .reaches_far(name)
                .then(|| Mark::new("warn", "alert", word("desk-permissions-broad"))),
            requested: yes_no(self.visit, is_requested),
            attested: yes_no(self.visit, has(self.attested, name)),
            reason: row.justification.clone().unwrap_or_default(),
            justified: self.justified(row),
            implied: implied.map_or_else(String::new, |it| it.covered_by.to_string()),
            verdict: self.verdict(permission.judgment),
            words: opinion.map_or_else(String::new, |it| it.reason.clone()),
            by: opinion.map_or_else(String::new, |it| said_by(self.visit, &it.by, it.at)),
            judge: self.may.review.then(|| self.judge(permission, &narrower)),
            is_open: counts && bad,
            narrower,
        }
    }

    fn narrower(&self, name: &PermissionName) -> Vec<String> {
        let found = self.narrower.iter().find(|it| it.row.name == *name);
        found.map_or_else(Vec::new, |it| it.alternatives.iter().map(ToString::to_string).collect())
    }

    fn justified(&self, row: &Requested) -> Mark {
        let blank = row.justification.as_deref().is_none_or(|text| text.trim().is_empty());
        let fault = self.findings.unjustified.iter().any(|it| it.row == *row);
        let (class, symbol, key) = match (blank, fault) {
            (true, _) => ("warn", "alert", "desk-permissions-reason-none"),
            (false, true) => ("warn", "alert", "desk-permissions-reason-empty"),
            (false, false) => ("ok", "check", "desk-permissions-reason-given"),
        };
        Mark::new(class, symbol, self.visit.t(key))
    }

    fn verdict(&self, judgment: Option<Judgment>) -> Mark {
        let (class, symbol, key) = match judgment {
            None => ("none", "empty", "desk-permissions-unjudged"),
            Some(Judgment::Accepted) => ("ok", "check", "judgment-accepted"),
            Some(Judgment::OverBroad) => ("bad", "cross", "judgment-over-broad"),
        };
        Mark::new(class, symbol, self.visit.t(key))
    }

    fn judge(&self, permission: &Permission, narrower: &[String]) -> Judge {
        let name = permission.requested.name.as_str();
        let typed = self.back.of("verdict").filter(|typed| typed.get("permission") == name);
        let known = permission.judgment.map_or("", Judgment::as_str);
        let judgment = typed.map_or(known, |typed| typed.get("judgment"));
        let words = [("", "desk-permissions-unjudged")]
            .into_iter()
            .chain([("accepted", "judgment-accepted"), ("over-broad", "judgment-over-broad")]);
        let verdicts = words.map(|(value, key)| (value.to_owned(), self.visit.t(key)));
        let none = (String::new(), self.visit.t("desk-permissions-narrower-none"));
        let each = narrower.iter().map(|name| (name.clone(), name.clone()));
        Judge {
            verdicts: choices(verdicts, judgment),
            narrower: choices(
                std::iter::once(none).chain(each),
                typed.map_or("", |typed| typed.get("narrower")),
            ),
            reason: typed.map_or_else(String::new, |typed| typed.raw("reason").to_owned()),
            open: typed.is_some(),
        }
    }
}

/// How many permissions a list has, in words.
pub(super) fn counted(visit: &DeskVisit, count: usize) -> String {
    visit.phrases().text("desk-permissions-count", &[("count", Arg::from(count))])
}
