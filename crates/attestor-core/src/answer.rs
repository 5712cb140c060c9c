//! The four answer states, which never collapse into one another.

use crate::word::words;

words! {
    /// The answer to a yes-or-no question of the attestation.
    ///
    /// A blank is not a no, and "not applicable" is neither: each is stored, compared and shown
    /// as itself. Source: acceptance B7.
    #[derive(Default)]
    pub enum Answer {
        /// The publisher said yes.
        Yes = "yes",
        /// The publisher said no.
        No = "no",
        /// The publisher said that the question does not apply.
        NotApplicable = "na",
        /// The publisher left the answer blank, or the question was not on the page.
        #[default]
        Unanswered = "unanswered",
    }
}
