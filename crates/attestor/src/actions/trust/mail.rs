//! Notices by mail: one mail for each account and run, as plain text, with where to read more.
//!
//! A notice that was mailed is never mailed again; one that could not be is tried again in the next
//! run, for a week.

#[cfg(test)]
pub(crate) mod tests;

use std::collections::BTreeMap;
use std::time::Duration;

use attestor_core::instant::Instant;
use lettre::message::Mailbox;
use lettre::message::header::ContentType;
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};

use super::{Portals, sentence};
use crate::languages::Language;
use crate::phrases::{Arg, Phrasebook, Phrases};
use crate::stop::Stop;
use crate::store::people::AccountRow;
use crate::store::trust::NoticeRow;

/// How long a server may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// The seconds after which a notice is too old to be mailed: a week.
const TOO_OLD: u64 = 7 * 24 * 60 * 60;

/// The most notices that one mail tells in words.
const MOST: usize = 50;

/// A way to send mail.
#[derive(Clone)]
pub(crate) struct Mail {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Mail {
    /// A way over the server of a URL: `smtps://user:password@host`, or
    /// `smtp://host:587?tls=required`. Nothing is sent yet.
    ///
    /// # Errors
    /// A URL or a sender that is not in its form. The words hold nothing of the URL.
    pub(crate) fn new(url: &str, from: &str) -> Result<Self, Stop> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url);
        let transport = transport
            .map_err(|_| Stop::Usage("`smtp_url` is no address of a mail server".to_owned()))?;
        let from = from.parse().map_err(|_| Stop::Usage("`mail_from` is no address".to_owned()))?;
        Ok(Self { transport: transport.timeout(Some(PATIENCE)).build(), from })
    }

    /// Sends a text; the words of a failure hold no secret.
    async fn send(&self, to: Mailbox, subject: String, body: String) -> Result<(), String> {
        let message = Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(subject)
            .header(ContentType::TEXT_PLAIN)
            .body(body)
            .map_err(|error| error.to_string())?;
        self.transport.send(message).await.map(drop).map_err(|error| {
            let kind = if error.is_permanent() { "refused for good" } else { "not taken now" };
            error.status().map_or_else(|| kind.to_owned(), |code| format!("{kind}, {code}"))
        })
    }
}

/// What mails are made with.
#[derive(Clone, Copy)]
pub(crate) struct Writing<'a> {
    /// The way out.
    pub(crate) mail: &'a Mail,
    /// The words.
    pub(crate) phrasebook: &'a Phrasebook,
    /// Where people reach the site.
    pub(crate) public_url: &'a str,
}

impl Portals {
    /// Mails what is new to everybody who has not seen it, until it is over, which is asked before
    /// each mail. Gives how many mails were sent.
    pub(crate) async fn mail_notices(
        &self,
        writing: Writing<'_>,
        is_over: impl Fn() -> bool,
    ) -> Result<usize, Stop> {
        let now = self.clock().now();
        let since = now.seconds().saturating_sub(TOO_OLD);
        let since = Instant::from_seconds(since).to_string();
        let mut by_account: BTreeMap<String, Vec<NoticeRow>> = BTreeMap::new();
        for row in self.store().notices_to_mail(&since).await? {
            by_account.entry(row.account_id.clone()).or_default().push(row);
        }
        let mut sent = 0;
        for (account, rows) in by_account {
            if is_over() {
                break;
            }
            let Some(account) = self.store().account(&account).await? else { continue };
            match write(writing, &account, &rows).await {
                Ok(()) => {
                    sent += 1;
                    self.were_mailed(&rows, now).await?;
                }
                Err(reason) => {
                    tracing::error!(target: "attestor", account = account.account_id.as_str(), reason = reason.as_str(), "notices were not mailed; they are tried again");
                }
            }
        }
        Ok(sent)
    }

    /// Keeps that notices were mailed: all or none.
    async fn were_mailed(&self, rows: &[NoticeRow], now: Instant) -> Result<(), Stop> {
        let mut work = self.store().begin().await?;
        for row in rows {
            work.notice_was_mailed(&row.notice_id, &now.to_string()).await?;
        }
        work.commit().await
    }
}

async fn write(
    writing: Writing<'_>,
    account: &AccountRow,
    rows: &[NoticeRow],
) -> Result<(), String> {
    let language = Language::of_tag(&account.language).unwrap_or(Language::English);
    let phrases = writing.phrasebook.of(language);
    let address = account.email.parse().map_err(|_| "the address is none".to_owned())?;
    let (subject, body) = (subject(phrases, rows.len()), body(writing, phrases, rows));
    writing.mail.send(Mailbox::new(None, address), subject, body).await
}

fn subject(phrases: &Phrases, count: usize) -> String {
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    phrases.text("watching-mail-subject", &[("count", Arg::from(count))])
}

fn body(writing: Writing<'_>, phrases: &Phrases, rows: &[NoticeRow]) -> String {
    let mut text = String::new();
    for row in rows.iter().take(MOST) {
        let said = sentence::of(phrases, row);
        let address = sentence::address(row);
        text.push_str(&format!("{said}\n{}{address}\n\n", writing.public_url));
    }
    let all = format!("{}/watching", writing.public_url);
    text.push_str(&phrases.text("watching-mail-all", &[("address", Arg::from(all.as_str()))]));
    text.push('\n');
    text
}
