//! The journal's chain: each row carries the digest of itself and of the row before, so that a row
//! that was changed or taken out later shows.

use attestor_core::digest::Digest;
use attestor_core::instant::Instant;

/// A page came in.
pub(super) const VERSION_ADDED: &str = "version_added";

/// A kept page was read anew, with another result.
pub(super) const VERSION_REREAD: &str = "version_reread";

/// One row of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Link {
    /// The row's number, from 1, without gaps.
    pub(super) number: i64,
    /// The digest of the row before; empty for the first.
    pub(super) previous: String,
    /// The digest of this row.
    pub(super) digest: String,
}

/// The end of the chain as it was read: number and digest of the last row.
#[derive(Debug, Clone, Default)]
pub(super) struct End(pub(super) Option<(i64, String)>);

/// What a row tells.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told<'a> {
    /// When it happened.
    pub(super) at: Instant,
    /// What happened.
    pub(super) change: &'static str,
    /// The app.
    pub(super) app_id: &'a str,
    /// The version's number.
    pub(super) version: i64,
    /// The digest of the version's page.
    pub(super) page: Digest,
}

impl End {
    /// Goes on by one row.
    pub(super) fn next(&mut self, told: Told<'_>) -> Link {
        let (last, previous) = self.0.take().unwrap_or_default();
        let number = last + 1;
        let (at, version) = (told.at.to_string(), told.version.to_string());
        let page = told.page.to_string();
        let parts = [
            ("previous", previous.as_str()),
            ("at", &at),
            ("change", told.change),
            ("app_id", told.app_id),
            ("number", &version),
            ("page_digest", &page),
        ];
        let parts = parts.iter().map(|(name, text)| (*name, text.as_bytes()));
        let digest = Digest::of_parts(parts).to_string();
        self.0 = Some((number, digest.clone()));
        Link { number, previous, digest }
    }
}
