//! One card a report: its facts, whether it counts, and what it leaves open.

use std::collections::BTreeMap;

use attestor_core::answer::Answer;
use attestor_core::certification::case::{About, ExternalReport};
use attestor_core::certification::controls::ControlOutcome;
use attestor_core::certification::decision::Assessment;
use attestor_core::certification::external::{
    ExternalOutcome, ExternalVerdict, Remainder, judge, remainder, unproved_claims,
};
use attestor_core::day::Day;
use attestor_core::desk::file::{CaseFile, Opinion};
use attestor_core::framework::Framework;

use crate::phrases::Arg;
use crate::web::desk::files;
use crate::web::desk::special::{Back, May, Prose, framework_title, prose, said_by, told};
use crate::web::desk::visit::DeskVisit;
use crate::web::shape::{Date, Mark};

/// A report.
pub(super) struct Report {
    /// Its place in the case.
    pub(super) path: String,
    /// Framework and edition.
    pub(super) title: String,
    /// Whether it counts.
    pub(super) mark: Mark,
    /// Whether it counts, for the title of the page.
    pub(super) counts: bool,
    /// The rule that decided.
    pub(super) why: Prose,
    /// The last day.
    pub(super) until: Option<Date>,
    /// What the analyst said, and who when.
    pub(super) opinion: Option<(String, String)>,
    /// Name and value of each fact.
    pub(super) facts: Vec<(String, String)>,
    /// From which system and portal it was taken; empty for one that was handed in as a file.
    pub(super) origin: String,
    /// The name of the file.
    pub(super) file: String,
    /// Its digest.
    pub(super) digest: String,
    /// Where it is sent.
    pub(super) address: String,
    /// What it covers.
    pub(super) cover: Option<Cover>,
    /// The analyst's form: whether the report is set aside now, and what was typed.
    pub(super) judge: Option<(bool, String)>,
    /// Whether the publisher may take it back.
    pub(super) may_remove: bool,
}

/// What a report covers.
pub(super) struct Cover {
    /// In one sentence.
    pub(super) fact: String,
    /// Controls with what still needs own evidence.
    pub(super) gaps: Vec<Gap>,
    /// Controls for which an analyst decides.
    pub(super) decides: Vec<String>,
}

/// A control with what a report leaves open of it.
pub(super) struct Gap {
    /// The control.
    pub(super) control: String,
    /// Its title.
    pub(super) title: String,
    /// What needs own evidence.
    pub(super) open: Vec<String>,
}

/// What all cards are made from.
pub(super) struct Sheet<'a> {
    pub(super) visit: &'a DeskVisit,
    pub(super) file: &'a CaseFile,
    pub(super) program: &'a Framework,
    pub(super) may: May,
    pub(super) back: &'a Back,
    /// Where reports come from that were taken from a system, by the digest of their file.
    pub(super) origins: &'a BTreeMap<String, String>,
}

impl Sheet<'_> {
    /// The reports that stand, then those that were set aside.
    pub(super) fn reports(&self, assessment: &Assessment<'_>) -> Vec<Report> {
        let standing =
            assessment.external.iter().map(|it| self.report(it, None, &assessment.controls));
        let aside = self.file.set_aside.values().map(|(report, opinion)| {
            let judged = judge(self.program, report, self.visit.today);
            self.report(&judged, Some(opinion), &assessment.controls)
        });
        standing.chain(aside).collect()
    }

    /// Frameworks that the attestation claims and no report shows.
    pub(super) fn claims(&self) -> Vec<String> {
        let unproved = unproved_claims(self.program, &self.file.case);
        unproved.map(|id| framework_title(self.program, id)).collect()
    }

    fn report(
        &self,
        outcome: &ExternalOutcome<'_>,
        aside: Option<&Opinion>,
        controls: &[ControlOutcome<'_>],
    ) -> Report {
        let report = outcome.report;
        let until = match outcome.verdict {
            ExternalVerdict::Accepted { until } if aside.is_none() => Some(until),
            ExternalVerdict::Accepted { .. } | ExternalVerdict::Refused => None,
        };
        let kept = self.file.files.get(&report.file);
        let typed = self.back.of("verdict").filter(|typed| typed.get("path") == report.file);
        let typed = typed.map_or_else(String::new, |typed| typed.raw("reason").to_owned());
        Report {
            title: self.title(report),
            mark: self.mark(until, aside),
            counts: until.is_some(),
            why: prose(&told(self.visit, self.program, &outcome.decided_by)),
            until: until.map(|day| Date::new(day, self.visit.phrases())),
            opinion: aside.map(|it| (it.reason.clone(), said_by(self.visit, &it.by, it.at))),
            facts: self.facts(report),
            origin: kept.map_or_else(String::new, |it| {
                self.origins.get(&it.digest.to_string()).cloned().unwrap_or_default()
            }),
            file: kept.map_or_else(|| report.file.clone(), |it| it.name.clone()),
            digest: kept.map_or_else(String::new, |it| it.digest.to_string()),
            address: kept.map_or_else(String::new, |it| files::address(self.file, it.digest)),
            cover: until.map(|_| self.cover(report, controls)),
            judge: self.may.review.then_some((aside.is_some(), typed)),
            may_remove: self.may.hand_in,
            path: report.file.clone(),
        }
    }

    fn title(&self, report: &ExternalReport) -> String {
        let title = framework_title(self.program, &report.framework);
        report.edition.as_ref().map_or(title.clone(), |edition| format!("{title}:{edition}"))
    }

    fn mark(&self, until: Option<Day>, aside: Option<&Opinion>) -> Mark {
        let (class, symbol, key) = match (aside, until) {
            (Some(_), _) => ("warn", "alert", "desk-external-aside"),
            (None, Some(_)) => ("ok", "check", "external-verdict-accepted"),
            (None, None) => ("bad", "cross", "external-verdict-refused"),
        };
        Mark::new(class, symbol, self.visit.t(key))
    }

    fn facts(&self, report: &ExternalReport) -> Vec<(String, String)> {
        let words = self.visit.phrases();
        let day = |day: Option<Day>| day.map(|day| words.day(day));
        let answer = |answer: Answer| match answer {
            Answer::Yes => Some(words.word("desk-yes")),
            Answer::No => Some(words.word("desk-no")),
            _ => None,
        };
        let facts = [
            ("about", Some(words.word(&format!("about-{}", report.about)))),
            ("issued", day(Some(report.issued_on))),
            ("audited", day(report.audited_on)),
            ("period", day(report.period_began_on)),
            ("type", report.report_type.clone()),
            ("level", report.level.map(|level| level.to_string())),
            ("package", report.package.clone()),
            ("assessor", report.assessor.as_ref().map(|id| self.assessor(report, id.as_str()))),
            ("covers", answer(report.covers_environment)),
            ("reassessment", answer(report.reassessment)),
            ("soa-rows", report.soa_rows.map(|rows| rows.to_string())),
        ];
        let named = |(name, value): (&str, Option<String>)| {
            Some((words.word(&format!("desk-external-fact-{name}")), value?))
        };
        facts.into_iter().filter_map(named).collect()
    }

    fn assessor(&self, report: &ExternalReport, id: &str) -> String {
        let rules = self.program.external_framework(&report.framework);
        let known = rules.filter(|rules| rules.assessor.id.value == *id);
        known.map_or_else(|| id.to_owned(), |rules| rules.assessor.title.clone())
    }

    fn cover(&self, report: &ExternalReport, controls: &[ControlOutcome<'_>]) -> Cover {
        let mut cover = Cover { fact: String::new(), gaps: Vec::new(), decides: Vec::new() };
        if report.about == About::Platform {
            cover.fact = self.visit.t("desk-external-platform");
            return cover;
        }
        let mut whole = 0_usize;
        let applicable = controls.iter().filter(|it| it.state.is_applicable());
        for control in applicable.map(|it| it.control) {
            match remainder(self.program, control, report) {
                Remainder::Nothing => whole += 1,
                Remainder::AnalystDecides => cover.decides.push(control.id.value.to_string()),
                Remainder::Everything => {}
                Remainder::Gaps(keys) => {
                    let all = control.cover(&report.framework).map_or(&[] as &[_], |it| &it.gaps);
                    let open = all.iter().filter(|gap| keys.contains(&&gap.key.value));
                    cover.gaps.push(Gap {
                        control: control.id.value.to_string(),
                        title: control.title.clone(),
                        open: open.map(|gap| gap.text.clone()).collect(),
                    });
                }
            }
        }
        let args = [
            ("whole", Arg::from(whole)),
            ("gaps", Arg::from(cover.gaps.len())),
            ("decides", Arg::from(cover.decides.len())),
        ];
        cover.fact = self.visit.phrases().text("desk-external-cover", &args);
        cover
    }
}
