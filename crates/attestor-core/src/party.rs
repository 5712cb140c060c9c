//! Who has to act next.

use crate::word::words;

words! {
    /// Whose move it is. Every state of a case, certificate or document names exactly one.
    pub enum Party {
        /// The software vendor whose app is assessed.
        Publisher = "publisher",
        /// The analyst who reviews the case.
        Analyst = "analyst",
        /// The owner of the certification program.
        Owner = "owner",
        /// The system itself: reminders, expiry, erasure.
        Platform = "platform",
        /// Nobody: the state is final.
        Nobody = "nobody",
    }
}
