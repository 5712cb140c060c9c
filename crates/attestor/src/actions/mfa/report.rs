//! The numbers of a day, from the lake and the directory. What they mean stands in the core.

mod wire;

use std::collections::BTreeMap;

use attestor_core::day::Day;
use attestor_core::mfa::diagnosis::{Activity, Case, Cause, Diagnosis};
use attestor_core::mfa::directory::{Configuration, Directory, Scene};
use attestor_core::mfa::event::Channel;
use attestor_core::mfa::metric::{
    AppDay, Forecast, PortalUser, Shares, TREND_DAYS, TrendDay, WINDOW_DAYS, Window, forecast,
};
use attestor_core::mfa::source::SourceKind;
use attestor_core::ratio::Ratio;

use super::settings::Settings;
use super::{Mfa, stop};
use crate::stop::Stop;

pub(crate) use wire::json;

/// The report of a day.
#[derive(Debug)]
pub(crate) struct Report {
    pub(crate) settings: Settings,
    pub(crate) window: Window,
    /// Metric A with the day of the directory; nothing where no accounts were handed in.
    pub(crate) configuration: Option<(Day, Configuration)>,
    /// Metrics B and C.
    pub(crate) shares: Shares,
    /// When B and C reach 100 %.
    pub(crate) forecasts: (Forecast, Forecast),
    /// The shares of each day of the window, for B and C.
    pub(crate) days: (BTreeMap<Day, Ratio>, BTreeMap<Day, Ratio>),
    pub(crate) trend: Vec<TrendDay>,
    pub(crate) portal_users: Vec<PortalUser>,
    pub(crate) summary: Vec<AppDay>,
    /// The kinds of logs behind the numbers.
    pub(crate) sources: Vec<SourceKind>,
    /// Users without multifactor authentication, with the causes.
    pub(crate) users: Vec<(Activity, Diagnosis)>,
}

impl Report {
    /// Whether the numbers count sign-ins, of which one may stand for many operations.
    pub(crate) fn is_approximation(&self) -> bool {
        self.sources.iter().any(|kind| !kind.has_operations())
    }

    /// How many users and requests each primary cause has, in the order of the causes.
    pub(crate) fn causes(&self) -> BTreeMap<Cause, (u64, u64)> {
        let mut causes: BTreeMap<Cause, (u64, u64)> = BTreeMap::new();
        for (activity, diagnosis) in &self.users {
            let sum = causes.entry(diagnosis.primary).or_default();
            *sum = (sum.0 + 1, sum.1 + activity.without);
        }
        causes
    }
}

impl Mfa {
    /// The report of an organization for a day, whose window ends before it.
    pub(crate) async fn report(&mut self, organization: &str, day: Day) -> Result<Report, Stop> {
        let settings = self.settings(organization).await?;
        let (zone, now) = (settings.zone(), self.now());
        let window = Window::of(day, &zone);
        self.lake.refresh(organization, (&zone, &self.rule), now).await.map_err(stop)?;
        let since = day.plus_days(-(TREND_DAYS + WINDOW_DAYS));
        let sums = self.lake.sums(organization, since, day).await.map_err(stop)?;
        let (portal, api) = (sums.daily(Channel::Portal), sums.daily(Channel::Api));
        let (activities, proven) =
            self.lake.activities(organization, &window).await.map_err(stop)?;
        let directory = self.directory(organization, day).await?;
        let channels = settings.channels();
        let apps = channels.portal.union(&channels.api).copied().collect();
        let scene = Scene { apps: &apps, claim_proven: &proven };
        let nothing = Directory::default();
        let facts = directory.as_ref().map_or(&nothing, |(_, facts)| &facts.directory);
        let users = activities
            .into_iter()
            .map(|activity| {
                let case =
                    Case { directory: facts, scene, rule: &self.rule, window, activity: &activity };
                let diagnosis = case.diagnose();
                (activity, diagnosis)
            })
            .collect();
        let configuration = directory.as_ref().and_then(|(taken, facts)| {
            facts.directory.configuration(&scene).map(|found| (*taken, found))
        });
        let in_window = |days: &BTreeMap<Day, Ratio>| {
            days.range(window.first_day()..day).map(|(day, ratio)| (*day, *ratio)).collect()
        };
        Ok(Report {
            window,
            configuration,
            shares: sums.shares(&window),
            forecasts: (forecast(&portal, day), forecast(&api, day)),
            days: (in_window(&portal), in_window(&api)),
            trend: sums.trend(day),
            portal_users: self.lake.portal_users(organization, &window).await.map_err(stop)?,
            summary: sums.summary(&window),
            sources: self.lake.sources(organization, &window).await.map_err(stop)?,
            users,
            settings,
        })
    }
}
