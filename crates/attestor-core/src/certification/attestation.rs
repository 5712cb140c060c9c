//! The life of an accepted attestation. Source: submission guide 2022, "attestation"; acceptance B5,
//! B6.

use crate::day::Day;
use crate::framework::Framework;
use crate::party::Party;
use crate::word::words;

use super::start;

words! {
    /// Where an accepted attestation stands.
    pub enum AttestationState {
        /// It is valid: page and badge are public.
        Attested = "attested",
        /// Its year is over: page and badge are gone.
        Expired = "expired",
    }
}

impl AttestationState {
    /// Whether page and badge are public.
    #[must_use]
    pub const fn is_shown(self) -> bool {
        match self {
            Self::Attested => true,
            Self::Expired => false,
        }
    }

    /// Whether the publisher may submit a new one: at any time, after the end too.
    #[must_use]
    pub const fn may_renew(self) -> bool {
        match self {
            Self::Attested | Self::Expired => true,
        }
    }

    /// Whose move it is.
    #[must_use]
    pub const fn whose_move(self) -> Party {
        match self {
            Self::Attested | Self::Expired => Party::Publisher,
        }
    }
}

/// Where an attestation stands on `today`. Its year counts from its submission, however late it was
/// approved; the last day counts.
#[must_use]
pub fn state(program: &Framework, submitted_on: Day, today: Day) -> AttestationState {
    if today <= start::attestation_expires(program, submitted_on) {
        AttestationState::Attested
    } else {
        AttestationState::Expired
    }
}
