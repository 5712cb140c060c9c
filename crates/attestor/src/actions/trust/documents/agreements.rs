//! Agreements: the owner writes versions, readers accept the newest.

use attestor_core::digest::Digest;
use serde_json::json;

use super::Refused;
use super::standing::reader;
use crate::actions::trust::Portals;
use crate::people::caller::Caller;
use crate::store::trust::agreements::AgreementRow;

/// The subject of entries about agreements; their id is that of the organization.
const AGREEMENT: &str = "agreement";
/// The most letters of a title, inclusive.
pub(crate) const MOST_TITLE: usize = 200;
/// The most letters of a text, inclusive.
pub(crate) const MOST_TEXT: usize = 20_000;

impl Portals {
    /// Writes the next version of the agreement of the caller's organization; `seen` is the number of
    /// the version that the form was made from, 0 for none. Gives its number. Readers of older
    /// versions have to accept it before their next download.
    pub(crate) async fn write_agreement(
        &self,
        caller: &Caller,
        seen: i64,
        title: &str,
        body: &str,
    ) -> Result<i64, Refused> {
        let organization = caller.organization().ok_or(Refused::NotFound)?;
        let title = checked("title", title, MOST_TITLE)?;
        let body = checked("body", body, MOST_TEXT)?;
        let digest = digest(&title, &body);
        let mut work = self.store().begin().await?;
        work.hold_record().await?;
        let last = work.agreement(organization).await?;
        let number = last.as_ref().map_or(0, |last| last.version);
        if number != seen {
            return Err(Refused::field("", "agreement-newer"));
        }
        if last.is_some_and(|last| last.body_digest == digest) {
            return Err(Refused::field("body", "agreement-same"));
        }
        let new = AgreementRow {
            version: number + 1,
            title,
            body,
            body_digest: digest,
            published_at: self.clock().now().to_string(),
            published_by: caller.account_id.clone(),
        };
        let content =
            json!({"version": new.version, "digest": new.body_digest, "name": caller.name});
        let about = (organization, AGREEMENT, organization);
        self.note_document(&mut work, caller, about, ("agreement_written", &content)).await?;
        work.put_agreement(organization, &new).await?;
        work.commit().await?;
        Ok(new.version)
    }

    /// Keeps that the caller accepts a version of an organization's agreement: the newest, or nothing
    /// is kept. To accept twice is the same as once.
    pub(crate) async fn accept_agreement(
        &self,
        caller: &Caller,
        organization: &str,
        version: i64,
    ) -> Result<(), Refused> {
        let reader = reader(Some(caller)).ok_or(Refused::NotFound)?;
        let mut work = self.store().begin().await?;
        work.hold_record().await?;
        let newest = work.agreement(organization).await?.ok_or(Refused::NotFound)?;
        if newest.version != version {
            return Err(Refused::field("", "agreement-newer"));
        }
        let at = self.clock().now().to_string();
        let content = json!({
            "version": version, "digest": newest.body_digest, "name": caller.name,
            "reader_organization": reader.organization,
        });
        let about = (organization, AGREEMENT, organization);
        self.note_document(&mut work, caller, about, ("agreement_accepted", &content)).await?;
        let what = (organization, version, newest.body_digest.as_str());
        if work.accept((reader, &caller.name), what, &at).await? {
            work.commit().await?;
        }
        Ok(())
    }
}

/// The digest by which acceptances name a version: of its title and its text.
fn digest(title: &str, body: &str) -> String {
    Digest::of(format!("{title}\n\n{body}").as_bytes()).to_string()
}

/// A text of a form, with line ends as everywhere else.
pub(super) fn checked(field: &'static str, text: &str, most: usize) -> Result<String, Refused> {
    let text = text.replace("\r\n", "\n");
    let text = text.trim();
    let odd = |letter: char| letter.is_control() && letter != '\n' && letter != '\t';
    if text.is_empty() {
        Err(Refused::field(field, "empty"))
    } else if text.chars().count() > most {
        Err(Refused::field(field, "long"))
    } else if text.contains(odd) {
        Err(Refused::field(field, "letters"))
    } else {
        Ok(text.to_owned())
    }
}
