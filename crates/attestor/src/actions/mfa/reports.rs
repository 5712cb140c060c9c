//! The reports as a server hands them out: many read what is kept, one at a time computes.

use std::path::Path;

use attestor_core::day::Day;
use attestor_core::mfa::key::Key;
use attestor_core::mfa::metric::{MAX_ROWS, Window};
use attestor_core::mfa::rule::MfaRule;
use attestor_lake::RequestWithout;
use tokio::sync::{Mutex, MutexGuard};

use super::downloads::{self, AppAdoption, HeldAccount, PartnerRequest, Principal};
use super::report::Report;
use super::settings::Settings;
use super::{Mfa, stop};
use crate::clock::Clock;
use crate::stop::Stop;

/// The most requests of a user that are shown as evidence.
pub(crate) const MAX_EVIDENCE: usize = 100;

/// The reports of all organizations.
#[derive(Debug)]
pub(crate) struct Reports {
    /// For what is kept, which any number of requests read.
    reading: Mfa,
    /// For the tables. One at a time, so that memory stays bounded however many people ask.
    computing: Mutex<Mfa>,
    clock: Clock,
}

impl Reports {
    /// Opens the lake in the folder of the data, or where an address says.
    pub(crate) async fn open(
        (data, address): (&Path, Option<&str>),
        rule: MfaRule,
        clock: Clock,
    ) -> Result<Self, Stop> {
        let computing = Mfa::open((data, address), rule.clone(), clock.clone()).await?;
        let reading = Mfa::open((data, address), rule, clock.clone()).await?;
        Ok(Self { reading, computing: Mutex::new(computing), clock })
    }

    /// What is set for every organization that has logs or accounts here, by name.
    pub(crate) async fn organizations(&self) -> Result<Vec<Settings>, Stop> {
        self.reading.everyones_settings().await
    }

    /// What is set for an organization; `None` for one that nothing has come in for.
    pub(crate) async fn known(&self, organization: &str) -> Result<Option<Settings>, Stop> {
        self.reading.known_settings(organization).await
    }

    /// Today where the organization's days begin.
    pub(crate) fn today(&self, settings: &Settings) -> Day {
        let micros = i64::try_from(self.clock.now().seconds()).unwrap_or(i64::MAX / 2_000_000);
        settings.zone().day_of(micros.saturating_mul(1_000_000))
    }

    /// The report of a day, kept or new. What is kept and stands is only read.
    pub(crate) async fn report(&self, organization: &str, day: Day) -> Result<Report, Stop> {
        if let Some(kept) = self.reading.standing(organization, day).await? {
            return Ok(kept);
        }
        // Somebody else may have computed it meanwhile; it is looked up again behind the lock.
        self.computing.lock().await.report(organization, day).await
    }

    /// The newest report that is kept, whether or not it would be the same today.
    pub(crate) async fn newest(&self, organization: &str) -> Result<Option<Report>, Stop> {
        let days = self.reading.kept_days(organization).await?;
        let Some(day) = days.last() else { return Ok(None) };
        self.reading.kept_report(organization, *day).await
    }

    /// The first and the last day (UTC) of the logs.
    pub(crate) async fn days(&self, organization: &str) -> Result<Option<(Day, Day)>, Stop> {
        self.tables().await?.lake.days(organization).map_err(stop)
    }

    /// Who made requests without multifactor authentication in the window of a report.
    pub(crate) async fn principals(
        &self,
        settings: &Settings,
        day: Day,
    ) -> Result<Vec<Principal>, Stop> {
        let window = Window::of(day, &settings.zone());
        let mfa = self.tables().await?;
        let found = mfa.lake.principals(&settings.organization, &window).await.map_err(stop)?;
        Ok(found.into_iter().map(Principal::from).collect())
    }

    /// The requests at the API by day and application, from a day to before another one.
    pub(crate) async fn adoption(
        &self,
        settings: &Settings,
        (first, end): (Day, Day),
    ) -> Result<Vec<AppAdoption>, Stop> {
        let mut mfa = self.tables().await?;
        let (organization, now) = (&settings.organization, mfa.now());
        let rule = mfa.rule.clone();
        mfa.lake.refresh(organization, (&settings.zone(), &rule), now).await.map_err(stop)?;
        let sums = mfa.lake.sums(organization, first, end).await.map_err(stop)?;
        Ok(sums.summary_between(first, end).into_iter().map(AppAdoption::from).collect())
    }

    /// The newest requests of applications with a user at the API, at most 10,000.
    pub(crate) async fn requests(
        &self,
        settings: &Settings,
        day: Day,
    ) -> Result<Vec<PartnerRequest>, Stop> {
        let window = Window::of(day, &settings.zone());
        let mfa = self.tables().await?;
        let found = mfa.lake.newest_requests(&settings.organization, &window, MAX_ROWS).await;
        Ok(found.map_err(stop)?.into_iter().map(PartnerRequest::from).collect())
    }

    /// The newest requests of one user without multifactor authentication in the window of a report.
    pub(crate) async fn requests_without(
        &self,
        settings: &Settings,
        day: Day,
        (user_id, upn): (Option<Key>, &str),
    ) -> Result<Vec<RequestWithout>, Stop> {
        let window = Window::of(day, &settings.zone());
        let mfa = self.tables().await?;
        let user = (user_id, upn);
        let found =
            mfa.lake.requests_without(&settings.organization, &window, user, MAX_EVIDENCE).await;
        found.map_err(stop)
    }

    /// Every enabled account with what holds it to multifactor authentication.
    pub(crate) async fn accounts(
        &self,
        settings: &Settings,
        day: Day,
    ) -> Result<Vec<HeldAccount>, Stop> {
        let mut mfa = self.tables().await?;
        downloads::accounts(&mut mfa, settings, day).await
    }

    /// Holds what computes, so that a test sees what needs it.
    #[cfg(test)]
    pub(crate) async fn hold(&self) -> MutexGuard<'_, Mfa> {
        self.computing.lock().await
    }

    /// The tables with everything that has come in.
    async fn tables(&self) -> Result<MutexGuard<'_, Mfa>, Stop> {
        let mut mfa = self.computing.lock().await;
        mfa.lake.catch_up().await.map_err(stop)?;
        Ok(mfa)
    }
}
