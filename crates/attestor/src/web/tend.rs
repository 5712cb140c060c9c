//! What a running server does by itself, at its start and then from time to time, until it is ended.

#[cfg(test)]
mod tests;

use std::sync::Arc;
use std::time::Duration;

use attestor_core::instant::Instant;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::{interval, timeout};

use super::Site;
use crate::actions::trust::mail::Writing;

/// How long between two times.
const EVERY: Duration = Duration::from_secs(10 * 60);

/// The seconds after which an upload that nobody goes on with is thrown away.
const ABANDONED: u64 = 24 * 60 * 60;

/// The work that a server does by itself: ends cases whose time ran out, looks at systems whose portals
/// changed, makes the reports of the day, tells who watches portals, tries their addresses, throws
/// away uploads that nobody goes on with, and mails notices.
pub(crate) struct Tending {
    /// Closed when it is time to end.
    order: watch::Sender<()>,
    work: JoinHandle<()>,
}

impl Tending {
    /// Begins the work; it goes on until [`Self::end`].
    pub(crate) fn begin(site: Arc<Site>) -> Self {
        let (order, ordered) = watch::channel(());
        Self { order, work: tokio::spawn(tend(site, ordered)) }
    }

    /// Ends the work, so that the store can be closed. A mail that is on its way has this long to be
    /// taken and marked; everything else is left where it is, and done after the next start.
    pub(crate) async fn end(self, grace: Duration) {
        let Self { order, mut work } = self;
        drop(order);
        if timeout(grace, &mut work).await.is_err() {
            work.abort();
            // Whether it was cut or ended meanwhile: nothing of it runs any more.
            let _ = work.await;
        }
    }
}

async fn tend(site: Arc<Site>, mut order: watch::Receiver<()>) {
    let mut times = interval(EVERY);
    loop {
        // Each change of the store is one transaction, so that this can be cut anywhere.
        let round = async {
            times.tick().await;
            look_after(&site).await;
        };
        tokio::select! {
            biased;
            _ = order.changed() => return,
            () = round => {}
        }
        mail_notices(&site, &order).await;
    }
}

async fn look_after(site: &Site) {
    match site.desk.end_late().await {
        Ok(0) => {}
        Ok(count) => tracing::info!(target: "attestor", count, "cases ran out of time"),
        Err(stop) => tracing::error!(target: "attestor", reason = ?stop, "cases were not ended"),
    }
    match site.portals.review_systems().await {
        Ok(0) => {}
        Ok(count) => tracing::info!(target: "attestor", count, "systems need review"),
        Err(stop) => {
            tracing::error!(target: "attestor", reason = ?stop, "systems were not reviewed");
        }
    }
    #[cfg(feature = "lake")]
    make_reports(site).await;
    tend_portals(site).await;
    let Some(vault) = &site.vault else { return };
    let before = Instant::from_seconds(site.clock.now().seconds().saturating_sub(ABANDONED));
    match vault.sweep(before).await {
        Ok(gone) if gone.is_empty() => {}
        Ok(gone) => {
            let count = gone.len();
            tracing::info!(target: "attestor", count, "abandoned uploads were thrown away");
        }
        Err(refusal) => {
            tracing::error!(target: "attestor", reason = %refusal, "uploads were not looked at");
        }
    }
}

/// Tells who watches what time has done, and tries addresses. One that fails does not keep the other
/// from being done.
async fn tend_portals(site: &Site) {
    if let Err(stop) = site.portals.tend_notices(site.clock.today()).await {
        tracing::error!(target: "attestor", reason = ?stop, "who watches portals was not told");
    }
    if let Err(stop) = site.portals.tend_links(site.reach).await {
        tracing::error!(target: "attestor", reason = ?stop, "addresses in portals were not tried");
    }
}

/// Mails what is new, until the order to end: between two mails, never within one, which would be sent
/// again.
async fn mail_notices(site: &Site, order: &watch::Receiver<()>) {
    let Some(mail) = &site.mail else { return };
    let (phrasebook, public_url) = (&*site.phrases, site.settings.public_url.as_str());
    let writing = Writing { mail, phrasebook, public_url };
    // An order that is closed is the order to end.
    let is_over = || order.has_changed().is_err();
    match site.portals.mail_notices(writing, is_over).await {
        Ok(0) => {}
        Ok(count) => tracing::info!(target: "attestor", count, "mails with notices were sent"),
        Err(stop) => tracing::error!(target: "attestor", reason = ?stop, "notices were not mailed"),
    }
}

/// Makes today's report of every organization, unless the kept one stands. One that fails does not
/// keep the others from being made.
#[cfg(feature = "lake")]
async fn make_reports(site: &Site) {
    let Some(reports) = &site.reports else { return };
    let failed = |stop| tracing::error!(target: "attestor", reason = ?stop, "a report on multifactor authentication was not made");
    let organizations = match reports.organizations().await {
        Ok(organizations) => organizations,
        Err(stop) => return failed(stop),
    };
    for settings in organizations {
        let today = reports.today(&settings);
        if let Err(stop) = reports.report(&settings.organization, today).await {
            failed(stop);
        }
    }
}
