//! The decision as a page of paper: what was decided, on what, by whom.

use askama::Template;
use attestor_core::certification::lifecycle;
use attestor_core::day::Day;
use attestor_core::desk::act::{Grounds, Ruling};
use attestor_core::desk::decision::{assessment_digest, grounds};
use attestor_core::desk::file::{CaseFile, Decision, Stage};
use attestor_core::desk::guard::Rules;
use attestor_core::desk::status::counts;
use axum::extract::Path;

use super::standing::{Domain, Sheet};
use crate::phrases::Arg;
use crate::store::desk::CASE;
use crate::store::record::{Entry, RecordFilter};
use crate::web::desk::frame::Frame;
use crate::web::desk::special::{May, Moment, Prose, framework_title, prose, told};
use crate::web::desk::visit::DeskVisit;
use crate::web::shape::Mark;
use crate::web::visit::{Refusal, Reply};

/// A letter.
pub(super) struct Letter {
    /// Whether it is only what a proposal would make.
    pub(super) draft: bool,
    /// What was decided, in one sentence.
    pub(super) heading: String,
    /// What that means.
    pub(super) lead: String,
    /// The decision in one word.
    pub(super) mark: Mark,
    /// App, publisher, program, days.
    pub(super) facts: Vec<(String, String)>,
    /// The words of who proposed it, or why it ended.
    pub(super) words: String,
    /// The reasons, unless the app is certified.
    pub(super) reasons: Vec<Prose>,
    /// Where the app runs.
    pub(super) scope: Vec<(String, String)>,
    /// What was looked at.
    pub(super) looked: Vec<(String, String)>,
    /// The domains, as far as who reads may see them.
    pub(super) domains: Vec<Domain>,
    /// Who signed: what as, name, when.
    pub(super) signed: Vec<(String, String, Moment)>,
    /// What the decision rests on.
    pub(super) digests: Vec<(String, String)>,
    /// Where it stands in the record.
    pub(super) record: String,
    /// The digest of that entry.
    pub(super) entry: String,
    /// Whether working it out again gives the same.
    pub(super) replay: Option<Mark>,
}

#[derive(Template)]
#[template(path = "web/desk/letter.html")]
struct Paper<'v> {
    frame: Frame<'v>,
    case: String,
    letter: Option<Letter>,
}

/// How a case came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Certified,
    Rejected,
    TimedOut,
    Withdrawn,
    Revoked,
}

impl End {
    const fn word(self) -> &'static str {
        match self {
            Self::Certified => "certified",
            Self::Rejected => "rejected",
            Self::TimedOut => "failed-timeout",
            Self::Withdrawn => "withdrawn",
            Self::Revoked => "revoked",
        }
    }

    /// How the case ended; `None` while it goes on.
    const fn of(stage: Stage) -> Option<Self> {
        match stage {
            Stage::Certified => Some(Self::Certified),
            Stage::Rejected => Some(Self::Rejected),
            Stage::FailedTimeout => Some(Self::TimedOut),
            Stage::Withdrawn => Some(Self::Withdrawn),
            Stage::Revoked => Some(Self::Revoked),
            Stage::NotStarted
            | Stage::InitialDocuments
            | Stage::DocumentsReview
            | Stage::EvidenceOpen
            | Stage::FinalReview
            | Stage::DecisionProposed => None,
        }
    }

    const fn of_ruling(ruling: Ruling) -> Self {
        match ruling {
            Ruling::Certify => Self::Certified,
            Ruling::Reject => Self::Rejected,
        }
    }

    const fn look(self) -> (&'static str, &'static str) {
        match self {
            Self::Certified => ("ok", "check"),
            Self::Rejected | Self::TimedOut | Self::Revoked => ("bad", "cross"),
            Self::Withdrawn => ("none", "dash"),
        }
    }

    /// The kind of the act in the record.
    const fn act(self) -> &'static str {
        match self {
            Self::Certified | Self::Rejected => "confirm",
            Self::TimedOut => "time_out",
            Self::Withdrawn => "withdraw",
            Self::Revoked => "revoke",
        }
    }
}

/// Shows the letter of a case.
pub(super) async fn show(visit: DeskVisit, Path(case): Path<String>) -> Reply {
    let file = visit.case(&case).await?;
    let rules = visit.desk().rules(&file)?;
    let letter = match End::of(file.stage()) {
        None => None,
        Some(end) => {
            let entry = entry(&visit, &case, end).await?;
            Some(decided(&visit, &file, rules, end, entry.as_ref()))
        }
    };
    let heading = letter.as_ref().map(|it| it.heading.clone());
    let title = heading.unwrap_or_else(|| visit.t("desk-letter-none"));
    let case_address = format!("/desk/cases/{case}");
    let way = [
        ("/desk/cases".to_owned(), visit.t("desk-nav-cases")),
        (case_address.clone(), file.case.app.name.clone()),
        (format!("{case_address}/decision"), visit.t("desk-screen-decision")),
    ];
    let frame = visit.frame(title).with_way(&way, &visit.t("desk-letter"));
    visit.page(&Paper { frame, case: case_address, letter })
}

/// The entry of the record that ended the case.
async fn entry(visit: &DeskVisit, case: &str, end: End) -> Result<Option<Entry>, Refusal> {
    let filter = RecordFilter {
        subject: Some(CASE.to_owned()),
        subject_id: Some(case.to_owned()),
        kind: Some(end.act().to_owned()),
        ..RecordFilter::default()
    };
    Ok(visit.desk().store().find_entries(&filter, 1).await?.into_iter().next())
}

/// The letter that a proposal would make today.
pub(super) fn draft(
    visit: &DeskVisit,
    file: &CaseFile,
    ruling: Ruling,
    words: &str,
) -> Result<Letter, Refusal> {
    let rules = visit.desk().rules(file)?;
    let maker = Maker { visit, file, rules, end: End::of_ruling(ruling), day: visit.today };
    let rests_on = grounds(visit.desk().library(), rules, &file.case, visit.today);
    let mut letter = maker.letter(&rests_on, words);
    letter.draft = true;
    Ok(letter)
}

fn decided(
    visit: &DeskVisit,
    file: &CaseFile,
    rules: Rules<'_>,
    end: End,
    entry: Option<&Entry>,
) -> Letter {
    let ended = file.ended.as_ref();
    let decision = file.decision.as_ref();
    let at = ended.map(|it| it.at).or(decision.map(|it| it.at)).unwrap_or(file.changed_at);
    let maker = Maker { visit, file, rules, end, day: at.day() };
    let rests_on = decision.map_or_else(
        || grounds(visit.desk().library(), rules, &file.case, at.day()),
        |it| it.proposal.grounds.clone(),
    );
    let words = match (ended, decision) {
        (Some(ended), _) => ended.reason.as_str(),
        (None, Some(decision)) => decision.proposal.words.as_str(),
        (None, None) => "",
    };
    let mut letter = maker.letter(&rests_on, words);
    letter.signed = decision.map_or_else(Vec::new, |it| signed(visit, it));
    letter.replay = decision.map(|_| maker.replay(&rests_on));
    if let Some(entry) = entry {
        let number = visit.phrases().formats().number(entry.number);
        letter.record =
            visit.phrases().text("desk-letter-record", &[("number", Arg::from(&number))]);
        letter.entry.clone_from(&entry.digest);
    }
    letter
}

fn signed(visit: &DeskVisit, decision: &Decision) -> Vec<(String, String, Moment)> {
    let proposal = &decision.proposal;
    let as_what = |key: &str| visit.t(key);
    vec![
        (
            as_what("desk-letter-proposed"),
            proposal.by.name.clone(),
            Moment::new(proposal.at, visit.phrases()),
        ),
        (
            as_what("desk-letter-confirmed"),
            decision.by.name.clone(),
            Moment::new(decision.at, visit.phrases()),
        ),
    ]
}

/// What a letter is made from.
struct Maker<'a> {
    visit: &'a DeskVisit,
    file: &'a CaseFile,
    rules: Rules<'a>,
    end: End,
    /// The day of the decision or of the end.
    day: Day,
}

impl Maker<'_> {
    fn t(&self, key: &str) -> String {
        self.visit.t(key)
    }

    fn text(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.visit.phrases().text(key, args)
    }

    fn letter(&self, rests_on: &Grounds, words: &str) -> Letter {
        let (class, symbol) = self.end.look();
        let word = self.end.word();
        let assessment = self.rules.assess(self.file, rests_on.assessed_on);
        let program = self.rules.program;
        let may = May::of(self.visit, self.file);
        let sheet = Sheet { visit: self.visit, file: self.file, program, may };
        let reasons = assessment.reasons.iter().map(|it| prose(&told(self.visit, program, it)));
        let app = [("app", Arg::from(&self.file.case.app.name))];
        let has_reasons = matches!(self.end, End::Rejected | End::TimedOut);
        let decided = matches!(self.end, End::Certified | End::Rejected);
        Letter {
            draft: false,
            heading: self.text(&format!("desk-letter-heading-{word}"), &app),
            lead: self.t(&format!("desk-letter-lead-{word}")),
            mark: Mark::new(class, symbol, self.t(&format!("desk-letter-mark-{word}"))),
            facts: self.facts(rests_on),
            words: words.to_owned(),
            reasons: if has_reasons { reasons.collect() } else { Vec::new() },
            scope: self.scope(),
            looked: self.looked(&assessment),
            domains: if decided { sheet.domains(&assessment) } else { Vec::new() },
            signed: Vec::new(),
            digests: self.digests(rests_on),
            record: String::new(),
            entry: String::new(),
            replay: None,
        }
    }

    fn facts(&self, rests_on: &Grounds) -> Vec<(String, String)> {
        let (words, app) = (self.visit.phrases(), &self.file.case.app);
        let program = self.rules.program;
        let day = |day: Day| Some(words.day(day));
        let certified = match (&self.file.decision, self.end) {
            (Some(it), End::Certified | End::Revoked) => Some(it.at.day()),
            (None, End::Certified) => Some(self.day),
            _ => None,
        };
        let certificate = certified.map(|on| lifecycle::certificate(program, on));
        let certificate = certificate.filter(|_| self.end == End::Certified);
        let edition = [
            ("program", Arg::from(&program.edition.title)),
            ("edition", Arg::from(&program.edition.edition)),
        ];
        let facts = [
            ("app", Some(app.name.clone())),
            ("app-id", Some(app.id.clone())),
            ("publisher", Some(app.publisher.clone())),
            ("program", Some(words.text("desk-letter-edition", &edition))),
            ("case", Some(self.file.id.clone())),
            ("decided", day(self.day)),
            ("certified-on", certified.filter(|_| self.end == End::Revoked).and_then(day)),
            ("valid-until", certificate.as_ref().and_then(|it| day(it.expires))),
            ("assessed", day(rests_on.assessed_on)),
        ];
        let named = |(name, value): (&str, Option<String>)| {
            let value = value.filter(|value| !value.is_empty())?;
            Some((words.word(&format!("desk-letter-fact-{name}")), value))
        };
        facts.into_iter().filter_map(named).collect()
    }

    fn scope(&self) -> Vec<(String, String)> {
        let scope = &self.file.case.scope;
        let hosting = |id| {
            let known = self.rules.program.hosting_type(id);
            known.map_or_else(|| id.to_string(), |it| it.title.clone())
        };
        let environments = scope.environments.iter().map(|it| {
            let role = self.t(&format!("desk-letter-role-{}", it.role));
            (it.name.clone(), format!("{}, {role}", hosting(&it.hosting)))
        });
        let components =
            self.text("desk-letter-components", &[("count", Arg::from(scope.components.len()))]);
        let rows = [(self.t("desk-letter-inventory"), components)];
        let footprint = (!scope.footprint.is_empty())
            .then(|| (self.t("desk-letter-addresses"), scope.footprint.join(", ")));
        environments.chain(rows).chain(footprint).collect()
    }

    fn looked(
        &self,
        assessment: &attestor_core::certification::decision::Assessment<'_>,
    ) -> Vec<(String, String)> {
        let case = &self.file.case;
        let counts = counts(self.file, assessment);
        let count = |key: &str, count: usize| self.text(key, &[("count", Arg::from(count))]);
        let controls =
            [("approved", Arg::from(counts.approved)), ("asked", Arg::from(counts.in_scope))];
        let reports: Vec<String> = case
            .external
            .iter()
            .map(|it| framework_title(self.rules.program, &it.framework))
            .collect();
        let pentest = case.pentest.as_ref().map(|it| {
            let ended = self.visit.phrases().day(it.ended_on);
            let args = [("firm", Arg::from(&it.firm)), ("ended", Arg::from(&ended))];
            self.text("desk-letter-pentest", &args)
        });
        let none = || self.t("desk-letter-nothing");
        let rows = [
            ("controls", self.text("desk-letter-controls", &controls)),
            ("evidence", count("desk-letter-pieces", case.evidence.len())),
            ("documents", count("desk-letter-documents", case.documents.len())),
            ("sample", count("desk-letter-drawn", assessment.draw.size())),
            ("external", if reports.is_empty() { none() } else { reports.join(", ") }),
            ("pentest", pentest.unwrap_or_else(none)),
        ];
        rows.map(|(name, text)| (self.t(&format!("desk-letter-looked-{name}")), text)).to_vec()
    }

    fn digests(&self, rests_on: &Grounds) -> Vec<(String, String)> {
        let all = [
            ("edition", rests_on.edition),
            ("case", rests_on.case),
            ("assessment", rests_on.assessment),
        ];
        let named = |(name, digest): (&str, attestor_core::digest::Digest)| {
            (self.t(&format!("desk-letter-digest-{name}")), digest.to_string())
        };
        all.map(named).to_vec()
    }

    /// Whether the assessment, worked out again, says the same.
    fn replay(&self, rests_on: &Grounds) -> Mark {
        let again = assessment_digest(&self.rules.assess(self.file, rests_on.assessed_on));
        if again == rests_on.assessment {
            Mark::new("ok", "check", self.t("desk-letter-replay-same"))
        } else {
            Mark::new("bad", "alert", self.t("desk-letter-replay-other"))
        }
    }
}
