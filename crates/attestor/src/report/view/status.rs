//! Status as people read it: a word, a shape and a color, never a color alone.

use attestor_core::certification::controls::ControlState;
use attestor_core::certification::documents::DocumentState;
use attestor_core::certification::hard_fails::HardFailState;
use attestor_core::certification::steps::StepKind;

/// The color family of a status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    /// Good.
    Ok,
    /// Needs work.
    Warn,
    /// Bad.
    Bad,
    /// Worth knowing.
    Info,
    /// Neither.
    Mute,
}

impl Tone {
    /// The class in the style sheet.
    pub(crate) const fn class(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Warn => "warn",
            Self::Bad => "bad",
            Self::Info => "info",
            Self::Mute => "mute",
        }
    }
}

/// A shape. Each has a symbol in the HTML report and a sign in plain text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Icon {
    /// Done.
    Check,
    /// Refused.
    Cross,
    /// On its way.
    Dots,
    /// Too old, or a matter of time.
    Clock,
    /// Sent back.
    Back,
    /// Not asked.
    Dash,
    /// Nothing there.
    Empty,
    /// Covered by something else.
    Swap,
    /// A danger.
    Alert,
    /// A document.
    Page,
    /// A question.
    Question,
}

impl Icon {
    /// The id of the symbol in the HTML report.
    pub(crate) const fn id(self) -> &'static str {
        match self {
            Self::Check => "check",
            Self::Cross => "cross",
            Self::Dots => "dots",
            Self::Clock => "clock",
            Self::Back => "back",
            Self::Dash => "dash",
            Self::Empty => "empty",
            Self::Swap => "swap",
            Self::Alert => "alert",
            Self::Page => "page",
            Self::Question => "question",
        }
    }

    /// The sign in plain text, one column wide.
    pub(crate) const fn sign(self) -> char {
        match self {
            Self::Check => '+',
            Self::Cross => 'x',
            Self::Dots => '~',
            Self::Clock => 'o',
            Self::Back => '<',
            Self::Dash => '-',
            Self::Empty => '.',
            Self::Swap => '=',
            Self::Alert => '!',
            Self::Page => '.',
            Self::Question => '?',
        }
    }
}

/// A status: word, shape and color.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tag {
    /// The color.
    pub(crate) tone: Tone,
    /// The shape.
    pub(crate) icon: Icon,
    /// The word.
    pub(crate) text: String,
}

impl Tag {
    /// The class in the style sheet.
    pub(crate) const fn class(&self) -> &'static str {
        self.tone.class()
    }

    /// The id of the symbol.
    pub(crate) const fn symbol(&self) -> &'static str {
        self.icon.id()
    }
}

/// Look and key of a control's state.
pub(super) fn control(state: ControlState) -> (Tone, Icon, String) {
    let (tone, icon) = match state {
        ControlState::Met => (Tone::Ok, Icon::Check),
        ControlState::Alternative => (Tone::Ok, Icon::Swap),
        ControlState::NotApplicable => (Tone::Mute, Icon::Dash),
        ControlState::Missing => (Tone::Mute, Icon::Empty),
        ControlState::Incomplete => (Tone::Info, Icon::Dots),
        ControlState::Stale => (Tone::Warn, Icon::Clock),
        ControlState::Returned => (Tone::Warn, Icon::Back),
        ControlState::NotMet => (Tone::Bad, Icon::Cross),
    };
    (tone, icon, format!("state-{state}"))
}

/// Look and key of a hard-fail condition's state.
pub(super) fn hard_fail(state: HardFailState) -> (Tone, Icon, String) {
    let (tone, icon) = match state {
        HardFailState::Holds => (Tone::Ok, Icon::Check),
        HardFailState::NotShown => (Tone::Warn, Icon::Question),
        HardFailState::Fails => (Tone::Bad, Icon::Cross),
        HardFailState::NotApplicable => (Tone::Mute, Icon::Dash),
    };
    (tone, icon, format!("hard-fail-{state}"))
}

/// Look and key of a document's state.
pub(super) fn document(state: DocumentState) -> (Tone, Icon, String) {
    let (tone, icon) = match state {
        DocumentState::Present => (Tone::Ok, Icon::Check),
        DocumentState::Missing => (Tone::Bad, Icon::Cross),
        DocumentState::Stale => (Tone::Warn, Icon::Clock),
        DocumentState::Returned => (Tone::Warn, Icon::Back),
        DocumentState::NotDue => (Tone::Mute, Icon::Dash),
    };
    (tone, icon, format!("document-state-{state}"))
}

/// Look and key of a step's kind.
pub(super) fn step(kind: StepKind) -> (Tone, Icon, String) {
    let (tone, icon) = match kind {
        StepKind::HardFail => (Tone::Bad, Icon::Alert),
        StepKind::Start | StepKind::Scope | StepKind::Mend => (Tone::Warn, Icon::Alert),
        StepKind::Decision => (Tone::Info, Icon::Question),
        StepKind::Document => (Tone::Mute, Icon::Page),
        StepKind::Complete => (Tone::Info, Icon::Dots),
        StepKind::Begin => (Tone::Mute, Icon::Empty),
    };
    (tone, icon, format!("step-{kind}"))
}

impl super::Maker<'_> {
    /// A tag from a look and the key of its word.
    pub(super) fn tag(&self, (tone, icon, key): (Tone, Icon, String)) -> Tag {
        Tag { tone, icon, text: self.word(&key) }
    }
}
