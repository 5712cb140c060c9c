//! Every length of time in a program, and how its last day counts.

use crate::day::{Day, Length};
use crate::fault::Problem;
use crate::id::{Id, Spot};
use crate::source::{Decode, Fields, Node, Sink};
use crate::word::words;

use crate::basis::Basis;

words! {
    /// The windows that rules ask for by name.
    pub enum WindowId {
        /// Submitting the attestation → starting a certification.
        AttestationFreshness = "attestation-freshness",
        /// Submitting the attestation → the end of its page.
        AttestationValidity = "attestation-validity",
        /// Capturing a piece of evidence → submitting it.
        EvidenceAge = "evidence-age",
        /// Accepting the initial documents → the last piece of evidence.
        Assessment = "assessment",
        /// How long an assessment takes on average.
        AssessmentExpected = "assessment-expected",
        /// The decision → the end of the certificate.
        CertificateValidity = "certificate-validity",
        /// How long before the end of a certificate its renewal may start; whole days.
        Recertification = "recertification",
        /// Submitting evidence → erasing its content.
        EvidenceErasure = "evidence-erasure",
        /// The end of the penetration test → handing in its report.
        PenTestReportAge = "pen-test-report-age",
        /// The end of the test → closing serious findings.
        SeriousFindingFix = "serious-finding-fix",
        /// How long one run shows a newly built process.
        NewProcess = "new-process",
    }
}

words! {
    /// How the last day of a window counts.
    pub enum Compare {
        /// The last day counts.
        NotOlderThan = "not-older-than",
        /// The last day is too late.
        LessThan = "less-than",
        /// Until the end of the last day.
        Within = "within",
    }
}

/// A length of time and how its last day counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Window {
    /// Which window it is.
    pub id: Spot<WindowId>,
    /// From what to what, in words.
    pub text: String,
    /// How long.
    pub length: Length,
    /// How the last day counts.
    pub compare: Compare,
    /// How far the figure carries.
    pub basis: Basis,
    /// Where it is written.
    pub source: String,
}

impl Window {
    /// The last day on which something that began on `start` is still in time.
    #[must_use]
    pub fn last_day(&self, start: Day) -> Day {
        let end = self.length.after(start);
        match self.compare {
            Compare::NotOlderThan | Compare::Within => end,
            Compare::LessThan => end.plus_days(-1),
        }
    }

    /// Whether `day` is in time for something that began on `start`. A day before `start` is.
    #[must_use]
    pub fn holds(&self, start: Day, day: Day) -> bool {
        day <= self.last_day(start)
    }
}

impl Decode for Window {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let id = fields.required("id");
        let text = fields.required("text");
        let length = fields.required("length");
        let compare = fields.required("compare");
        let basis = fields.required("basis");
        let source = fields.required("source");
        fields.finish();
        Some(Self {
            id: id?,
            text: text?,
            length: length?,
            compare: compare?,
            basis: basis?,
            source: source?,
        })
    }
}

/// A length of time that an analyst looks at, and that refuses nothing by itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Guideline {
    /// The id.
    pub id: Spot<Id>,
    /// From what to what.
    pub text: String,
    /// How long.
    pub length: Length,
    /// How far the figure carries.
    pub basis: Basis,
    /// Where it is written.
    pub source: String,
}

impl Decode for Guideline {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let id = fields.required("id");
        let text = fields.required("text");
        let length = fields.required("length");
        let basis = fields.required("basis");
        let source = fields.required("source");
        fields.finish();
        Some(Self { id: id?, text: text?, length: length?, basis: basis?, source: source? })
    }
}

/// All windows of a program; each of [`WindowId::ALL`] is there exactly once.
#[derive(Debug, Clone, PartialEq)]
pub struct Windows {
    windows: Vec<Window>,
    /// Days before the end of an attestation or certificate on which its owner is reminded,
    /// longest first.
    pub reminders_days: Vec<u16>,
    /// Guidelines.
    pub guidelines: Vec<Guideline>,
}

impl Windows {
    /// The window with this id.
    #[must_use]
    #[expect(
        clippy::missing_panics_doc,
        clippy::expect_used,
        reason = "INVARIANT: decoding refuses a list without every id"
    )]
    pub fn get(&self, id: WindowId) -> &Window {
        self.windows.iter().find(|window| window.id.value == id).expect("every window is there")
    }

    /// All windows, in the order of the file.
    #[must_use]
    pub fn all(&self) -> &[Window] {
        &self.windows
    }
}

impl Decode for Windows {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let windows = fields.some_items::<Window>("windows");
        let reminders = fields.some_items::<u16>("reminders_days");
        let basis = fields.required::<Basis>("reminders_basis");
        let guidelines = fields.items("guidelines");
        let line = fields.line;
        fields.finish();
        basis?;
        let (windows, mut reminders) = (windows?, reminders?);
        let mut complete = true;
        for id in WindowId::ALL {
            if !windows.iter().any(|window| window.id.value == *id) {
                sink.add_at(
                    line,
                    Problem::UnknownReference { kind: "window", id: id.to_string(), near: None },
                );
                complete = false;
            }
        }
        let renewal = windows.iter().find(|window| window.id.value == WindowId::Recertification);
        if let Some(window) = renewal.filter(|window| !matches!(window.length, Length::Days(_))) {
            let words = "the renewal window is counted backwards and so in days".to_owned();
            sink.add_at(window.id.place.line, Problem::Inconsistent(words));
            complete = false;
        }
        reminders.sort_unstable_by(|left, right| right.cmp(left));
        complete.then_some(Self { windows, reminders_days: reminders, guidelines: guidelines? })
    }
}
