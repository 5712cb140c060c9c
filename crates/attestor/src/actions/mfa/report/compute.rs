//! From rows and facts to a report.

use std::collections::BTreeMap;

use attestor_core::day::Day;
use attestor_core::mfa::diagnosis::{Activity, Case, Cause, Diagnosis, Evidence as Spoken};
use attestor_core::mfa::directory::{Account, Directory, Mechanism as Found, Scene};
use attestor_core::mfa::event::Channel;
use attestor_core::mfa::key::Key;
use attestor_core::mfa::metric::{
    self, Counts as Sum, MAX_ROWS, Rollups, TREND_DAYS, WINDOW_DAYS, Window, forecast,
    forecast_configuration,
};
use attestor_core::mfa::moment::Micros;
use attestor_core::mfa::zone::Zone;
use attestor_core::ratio::Ratio;

use super::document::{
    AccountLacking, Accounts, ApiRequests, CauseCount, Counted, Counts, DayCounts, EnforcedBy,
    Evidence, Forecast, Made, Marks, Matching, Mechanism, NearPolicy, Report, Requests, Share,
    Span, TrendPoint, UserWithout,
};
use crate::actions::mfa::directory::Facts;
use crate::actions::mfa::settings::{self, Settings};
use crate::actions::mfa::{Mfa, directory, stop};
use crate::stop::Stop;

impl Mfa {
    /// Computes the report of an organization for a day from all that is known now.
    pub(crate) async fn compute(&mut self, organization: &str, day: Day) -> Result<Report, Stop> {
        let settings = self.settings(organization).await?;
        // The marks come first: what changes meanwhile makes another report later.
        self.lake.catch_up().await.map_err(stop)?;
        let from = self.marks(organization, self.lake.version()).await?;
        let window = Window::of(day, &settings.zone());
        let mut report = self.empty(&settings, window, from);
        if report.offered {
            self.fill(&settings, window, &mut report).await?;
        }
        Ok(report)
    }

    /// What tells the state of all that a report is made from.
    pub(super) async fn marks(&self, organization: &str, log_version: u64) -> Result<Marks, Stop> {
        let settings =
            self.lake.document_marks(settings::KIND, organization).await.map_err(stop)?;
        let directory =
            self.lake.document_marks(directory::KIND, organization).await.map_err(stop)?;
        let both = format!("{settings} {directory}");
        let documents = attestor_core::digest::Digest::of(both.as_bytes()).to_string();
        Ok(Marks { log_version, documents })
    }

    /// A report without any number.
    fn empty(&self, settings: &Settings, window: Window, from: Marks) -> Report {
        Report {
            organization: settings.organization.clone(),
            day: window.day,
            zone: settings.zone.clone(),
            window: Span {
                from: Micros(window.start).to_string(),
                to: Micros(window.end).to_string(),
            },
            rule: self.rule.id.clone(),
            settings: Counted {
                cloud: settings.cloud.clone(),
                portal_ids: settings.portal_ids.clone(),
                api_ids: settings.api_ids.clone(),
            },
            offered: settings.is_offered(),
            approximation: false,
            sources: Vec::new(),
            configuration: Accounts::none(),
            portal: Requests { share: Share::NONE, reaches_all: Forecast::NoActivity },
            api: ApiRequests {
                share: Share::NONE,
                app_only_omitted: 0,
                reaches_all: Forecast::NoActivity,
            },
            days: Vec::new(),
            trend: Vec::new(),
            causes: Vec::new(),
            users_without: 0,
            users: Vec::new(),
            made: Made { at: self.clock.now().to_string(), from },
        }
    }

    async fn fill(
        &mut self,
        settings: &Settings,
        window: Window,
        report: &mut Report,
    ) -> Result<(), Stop> {
        let (organization, day) = (settings.organization.as_str(), window.day);
        let (zone, now) = (settings.zone(), self.now());
        self.lake.refresh(organization, (&zone, &self.rule), now).await.map_err(stop)?;
        let since = day.plus_days(-(TREND_DAYS + WINDOW_DAYS));
        let sums = self.lake.sums(organization, since, day).await.map_err(stop)?;
        requests(&sums, &window, report);
        report.sources = self.lake.sources(organization, &window).await.map_err(stop)?;
        report.approximation = report.sources.iter().any(|kind| !kind.has_operations());
        let (activities, proven) =
            self.lake.activities(organization, &window).await.map_err(stop)?;
        let apps = settings.apps();
        let scene = Scene { apps: &apps, claim_proven: &proven };
        let snapshot = self.directory(organization, day).await?;
        let nothing = Directory::default();
        let facts = snapshot.as_ref().map_or(&nothing, |(_, facts)| &facts.directory);
        self.users(&activities, (facts, scene), window, report);
        if let Some((taken, facts)) = &snapshot {
            accounts(*taken, facts, &scene, report);
            let shares = self.earlier_shares(organization, day, &scene).await?;
            report.configuration.reaches_all = configuration_forecast(shares, report);
        }
        Ok(())
    }

    /// Metric A of the snapshots of the directory in the seven days before a day.
    async fn earlier_shares(
        &self,
        organization: &str,
        day: Day,
        scene: &Scene<'_>,
    ) -> Result<BTreeMap<Day, Ratio>, Stop> {
        let mut shares = BTreeMap::new();
        for earlier in self.directory_days(organization).await? {
            if earlier < day.plus_days(-WINDOW_DAYS) || earlier >= day {
                continue;
            }
            let Some((taken, facts)) = self.directory(organization, earlier).await? else {
                continue;
            };
            if let Some(found) = facts.directory.configuration(scene) {
                shares.insert(taken, found.ratio());
            }
        }
        Ok(shares)
    }

    fn users(
        &self,
        activities: &[Activity],
        (directory, scene): (&Directory, Scene<'_>),
        window: Window,
        report: &mut Report,
    ) {
        let mut causes: BTreeMap<Cause, (u64, u64)> = BTreeMap::new();
        for activity in activities {
            let case = Case { directory, scene, rule: &self.rule, window, activity };
            let diagnosis = case.diagnose();
            let sum = causes.entry(diagnosis.primary).or_default();
            *sum = (sum.0 + 1, sum.1 + activity.without);
            report.users_without += 1;
            if report.users.len() < MAX_ROWS {
                report.users.push(user(activity, &diagnosis, directory));
            }
        }
        let count = |(cause, (users, requests))| CauseCount { cause, users, requests };
        report.causes = causes.into_iter().map(count).collect();
    }
}

impl Accounts {
    /// Nothing is known of accounts.
    const fn none() -> Self {
        Self {
            share: Share::NONE,
            as_of: None,
            accounts: 0,
            conditional_only: 0,
            risk_based_only: 0,
            unknown: 0,
            missing: std::collections::BTreeSet::new(),
            reaches_all: Forecast::NoActivity,
            enforced_by: Vec::new(),
            lacking: Vec::new(),
        }
    }
}

/// Metrics B and C, the days and the trend.
fn requests(sums: &Rollups, window: &Window, report: &mut Report) {
    let shares = sums.shares(window);
    let reaches = |channel| forecast(&sums.daily(channel), window.day).into();
    report.portal = Requests { share: shares.portal.into(), reaches_all: reaches(Channel::Portal) };
    report.api = ApiRequests {
        share: shares.api.into(),
        app_only_omitted: shares.app_only_omitted,
        reaches_all: reaches(Channel::Api),
    };
    let (portal, api) = (sums.counts_by_day(Channel::Portal), sums.counts_by_day(Channel::Api));
    let counts = |days: &BTreeMap<Day, Sum>, day| {
        days.get(&day).map_or_else(Counts::default, |sum| Counts {
            with_mfa: sum.m,
            without: sum.n.saturating_sub(sum.m),
            app_only: sum.app_only,
        })
    };
    let days = (1..=WINDOW_DAYS).rev().map(|back| window.day.plus_days(-back));
    report.days = days
        .map(|day| DayCounts { day, portal: counts(&portal, day), api: counts(&api, day) })
        .collect();
    let point = |it: metric::TrendDay| TrendPoint {
        day: it.day,
        portal: it.portal.into(),
        api: it.api.into(),
    };
    report.trend = sums.trend(window.day).into_iter().map(point).collect();
}

/// Metric A, what enforces it, and for whom nothing does.
fn accounts(taken: Day, facts: &Facts, scene: &Scene<'_>, report: &mut Report) {
    let directory = &facts.directory;
    let Some(enabled) = directory.enabled_accounts(scene) else { return };
    let found = directory.configuration_of(&enabled);
    let lacking = enabled.iter().filter(|it| it.enforcement.is_enforced() != Some(true));
    report.configuration = Accounts {
        share: found.ratio().into(),
        as_of: Some(taken),
        accounts: found.accounts,
        conditional_only: found.conditional_only,
        risk_based_only: found.risk_based_only,
        unknown: found.unknown,
        missing: found.missing,
        reaches_all: Forecast::NoActivity,
        enforced_by: enforced_by(&enabled),
        lacking: lacking.take(MAX_ROWS).map(|it| account_lacking(it, directory)).collect(),
    };
}

fn enforced_by(enabled: &[Account<'_>]) -> Vec<EnforcedBy> {
    let mut counts: BTreeMap<Mechanism, u64> = BTreeMap::new();
    for found in enabled.iter().flat_map(|account| &account.enforcement.mechanisms) {
        *counts.entry(mechanism(found)).or_default() += 1;
    }
    let mut all: Vec<EnforcedBy> =
        counts.into_iter().map(|(by, accounts)| EnforcedBy { by, accounts }).collect();
    all.sort_by(|left, right| {
        right.accounts.cmp(&left.accounts).then_with(|| left.by.cmp(&right.by))
    });
    all
}

/// A mechanism as the report tells it.
pub(crate) fn mechanism(found: &Found) -> Mechanism {
    match found {
        Found::PerUser => Mechanism::PerUser,
        Found::Policy { id, name, conditional, .. } => {
            Mechanism::Policy { id: *id, name: name.clone(), conditional: *conditional }
        }
        Found::SecurityDefaults => Mechanism::SecurityDefaults,
        Found::Federation => Mechanism::Federation,
    }
}

fn account_lacking(account: &Account<'_>, directory: &Directory) -> AccountLacking {
    let (user, found) = (account.user, &account.enforcement);
    let near = found.misses.iter().map(|miss| NearPolicy {
        id: miss.policy,
        name: policy_name(directory, miss.policy),
        why: miss.why,
    });
    AccountLacking {
        user_id: user.id,
        upn: user.upn.clone(),
        guest: user.guest,
        created: user.created.map(|at| Zone::utc().day_of(at)),
        near: near.collect(),
        missing: found.missing.clone(),
    }
}

fn policy_name(directory: &Directory, id: Key) -> String {
    let policies = directory.policies.as_ref();
    policies.and_then(|all| all.get(&id)).map_or_else(String::new, |policy| policy.name.clone())
}

fn user(activity: &Activity, diagnosis: &Diagnosis, directory: &Directory) -> UserWithout {
    let evidence = |spoken: &Spoken| match *spoken {
        Spoken::Request(id) => Evidence::Request { id },
        Spoken::Policy(id) => Evidence::Policy { id, name: policy_name(directory, id) },
        Spoken::Registration => Evidence::Registration,
        Spoken::SecurityDefaults => Evidence::SecurityDefaults,
        Spoken::Domain => Evidence::Domain,
        Spoken::Account(created) => Evidence::Account { created },
    };
    let matching = diagnosis.matched.iter().map(|one| Matching {
        cause: one.cause,
        evidence: one.evidence.iter().map(evidence).collect(),
    });
    UserWithout {
        user_id: activity.user_id,
        upn: activity.upn.clone(),
        requests: activity.requests,
        without: activity.without,
        last_without: activity.last_without.map(|at| Micros(at).to_string()),
        cause: diagnosis.primary,
        matching: matching.collect(),
        missing: diagnosis.missing.clone(),
    }
}

fn configuration_forecast(mut shares: BTreeMap<Day, Ratio>, report: &Report) -> Forecast {
    shares.insert(report.day, report.configuration.share.ratio());
    forecast_configuration(&shares, report.day).into()
}
