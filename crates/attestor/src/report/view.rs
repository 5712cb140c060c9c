//! The view model: every text and position that a report shows, ready to lay out.
//!
//! Templates have no arithmetic, no dates and no decisions; all of that happens here, once.
//! Publishers' own texts are cleaned on the way in (see [`super::plain`]).

mod control;
mod family;
mod footing;
mod handed_in;
mod head;
mod ring;
mod status;
mod step;
mod timeline;

pub(crate) use control::ControlCard;
pub(crate) use family::{DomainBlock, FamilyRow};
pub(crate) use footing::{CalendarRow, Footing};
pub(crate) use handed_in::{DocumentRow, ExternalRow, Permissions, SampleView};
pub(crate) use head::{Header, Verdict};
pub(crate) use ring::Ring;
pub(crate) use status::{Icon, Tag, Tone};
pub(crate) use step::{HardFailRow, StepRow, Steps};
pub(crate) use timeline::Timeline;

use attestor_core::day::Day;

use super::Subject;
use super::teller::{Said, Teller};
use crate::phrases::{Arg, Phrases};

/// Everything that a report shows.
pub(crate) struct View<'p> {
    phrases: &'p Phrases,
    /// App, publisher, program and day.
    pub(crate) header: Header,
    /// The fact that stands on top.
    pub(crate) verdict: Verdict,
    /// The clock of the assessment; `None` before it begins.
    pub(crate) timeline: Option<Timeline>,
    /// One ring a domain.
    pub(crate) rings: Vec<Ring>,
    /// What to do next.
    pub(crate) steps: Steps,
    /// Conditions that fail outright.
    pub(crate) hard_fails: Vec<HardFailRow>,
    /// What the glyphs mean that occur.
    pub(crate) legend: Vec<Tag>,
    /// Families and controls by domain.
    pub(crate) domains: Vec<DomainBlock>,
    /// Initial documents.
    pub(crate) documents: Vec<DocumentRow>,
    /// The sample.
    pub(crate) sample: SampleView,
    /// How connected environments were judged.
    pub(crate) connections: Vec<Said>,
    /// Requested permissions.
    pub(crate) permissions: Permissions,
    /// External reports.
    pub(crate) external: Vec<ExternalRow>,
    /// The next days that matter.
    pub(crate) upcoming: Vec<CalendarRow>,
    /// Days that matter.
    pub(crate) calendar: Vec<CalendarRow>,
    /// How all this was computed.
    pub(crate) footing: Footing,
}

impl<'p> View<'p> {
    /// The view of a subject in the language of `phrases`.
    pub(crate) fn of(phrases: &'p Phrases, subject: &Subject<'_>) -> Self {
        let maker = Maker { subject, teller: Teller { phrases, program: subject.program } };
        let assessment = subject.assessment;
        Self {
            phrases,
            header: head::header(&maker),
            verdict: head::verdict(&maker),
            timeline: timeline::timeline(&maker),
            rings: ring::rings(&maker),
            steps: step::steps(&maker),
            hard_fails: step::hard_fails(&maker),
            legend: family::legend(&maker),
            domains: family::domains(&maker),
            documents: handed_in::documents(&maker),
            sample: handed_in::sample(&maker),
            connections: maker.teller.tell_all(&assessment.scope.notes, None),
            permissions: handed_in::permissions(&maker),
            external: handed_in::external(&maker),
            upcoming: footing::upcoming(&maker),
            calendar: footing::calendar(&maker),
            footing: footing::footing(&maker),
        }
    }

    /// A text of the report without values, such as a heading.
    pub(crate) fn word(&self, key: &str) -> String {
        self.phrases.word(key)
    }

    /// That there are more reasons.
    pub(crate) fn more(&self, count: usize) -> String {
        self.phrases.text("report-more", &[("count", Arg::from(count))])
    }

    /// The language of the report.
    pub(crate) fn locale(&self) -> &str {
        self.phrases.locale()
    }

    /// Every control of the report.
    pub(crate) fn controls(&self) -> impl Iterator<Item = &ControlCard> {
        self.domains.iter().flat_map(|domain| &domain.families).flat_map(|family| &family.controls)
    }
}

/// What all parts of the view are made from.
struct Maker<'a> {
    subject: &'a Subject<'a>,
    teller: Teller<'a>,
}

impl Maker<'_> {
    fn word(&self, key: &str) -> String {
        self.teller.phrases.word(key)
    }

    fn text(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.teller.phrases.text(key, args)
    }

    fn today(&self) -> Day {
        self.subject.assessment.today
    }

    fn day(&self, day: Day) -> DayText {
        DayText { iso: day.to_string(), text: self.teller.phrases.day(day) }
    }

    /// How far a day is from today, in words.
    fn distance(&self, day: Day) -> String {
        let days = i64::from(self.today().days_until(day));
        match days {
            0 => self.word("report-today"),
            1.. => self.text("report-in-days", &[("days", Arg::Count(days))]),
            _ => self.text("report-days-ago", &[("days", Arg::Count(-days))]),
        }
    }
}

/// A day for people and for machines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DayText {
    /// `YYYY-MM-DD`.
    pub(crate) iso: String,
    /// In the form of the locale.
    pub(crate) text: String,
}
