//! What a running server does by itself, at its start and then from time to time.

use std::sync::Arc;
use std::time::Duration;

use attestor_core::instant::Instant;

use super::Site;
use crate::actions::trust::mail::Writing;

/// How long between two times.
const EVERY: Duration = Duration::from_secs(10 * 60);

/// The seconds after which an upload that nobody goes on with is thrown away.
const ABANDONED: u64 = 24 * 60 * 60;

/// Ends cases whose time ran out, looks at systems whose portals changed, makes the reports of the day,
/// tells who watches portals, and throws away uploads that nobody goes on with. Never ends.
pub(crate) async fn tend(site: Arc<Site>) {
    let mut times = tokio::time::interval(EVERY);
    loop {
        times.tick().await;
        once(&site).await;
    }
}

async fn once(site: &Site) {
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

/// Tells who watches what time has done, tries addresses, and mails what is new. One that fails does
/// not keep the others from being done.
async fn tend_portals(site: &Site) {
    if let Err(stop) = site.portals.tend_notices(site.clock.today()).await {
        tracing::error!(target: "attestor", reason = ?stop, "who watches portals was not told");
    }
    if let Err(stop) = site.portals.tend_links(site.reach).await {
        tracing::error!(target: "attestor", reason = ?stop, "addresses in portals were not tried");
    }
    let Some(mail) = &site.mail else { return };
    let (phrasebook, public_url) = (&*site.phrases, site.settings.public_url.as_str());
    let writing = Writing { mail, phrasebook, public_url };
    match site.portals.mail_notices(writing).await {
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
