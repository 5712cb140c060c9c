//! The report of an organization.

use askama::Template;
use attestor_core::day::Day;
use axum::extract::Path;
use axum::http::StatusCode;

use super::chart::{self, Chart};
use super::metric::{self, Metric};
use super::trend::{Trend, trend};
use super::why::{self, Item, moment};
use super::{Asked, address, files};
use crate::actions::mfa::report::Report;
use crate::phrases::{Arg, Phrases};
use crate::web::desk_frame::DeskFrame;
use crate::web::seat::Seat;
use crate::web::shape::Link;
use crate::web::visit::Reply;

#[derive(Template)]
#[template(path = "web/mfa/report.html")]
struct Page<'s> {
    frame: DeskFrame<'s>,
    lead: String,
    made: String,
    /// The report's day and the last one that can be asked for.
    day: Day,
    today: Day,
    banners: Vec<Banner>,
    /// Whether anything is measured.
    offered: bool,
    metrics: Vec<Metric>,
    charts: Vec<Chart>,
    trend: Option<Trend>,
    why: Vec<Item>,
    forecast: Vec<String>,
    files: Vec<files::File>,
}

/// Something to know before reading the numbers.
struct Banner {
    class: &'static str,
    title: String,
    text: String,
    link: Option<Link>,
}

/// The page.
pub(super) async fn show(seat: Seat, Path(organization): Path<String>) -> Reply {
    let asked = Asked::of(&seat, &organization).await?;
    let report = asked.reports.report(&organization, asked.day).await?;
    let days = asked.reports.days(&organization).await?;
    let phrases = seat.phrases();
    let frame = DeskFrame::new(&seat, phrases.word("mfa-title"));
    let page = Page {
        lead: lead(phrases, &report),
        made: phrases.text("mfa-made", &[("moment", Arg::from(&moment(phrases, &report.made.at)))]),
        day: report.day,
        today: asked.today,
        banners: banners(phrases, &report, days),
        offered: report.offered,
        metrics: metric::all(phrases, &report),
        charts: chart::both(phrases, &report),
        trend: trend(phrases, &report),
        why: why::all(phrases, &report),
        forecast: why::forecast(phrases, &report),
        files: files::all(phrases, &report),
        frame,
    };
    seat.page(StatusCode::OK, &page)
}

fn lead(phrases: &Phrases, report: &Report) -> String {
    let first = report.days.first().map_or(report.day.plus_days(-7), |it| it.day);
    let (first, last) = (phrases.day(first), phrases.day(report.day.plus_days(-1)));
    let day = phrases.day(report.day);
    let args = [
        ("organization", Arg::from(&report.organization)),
        ("first", Arg::from(&first)),
        ("last", Arg::from(&last)),
        ("zone", Arg::from(&report.zone)),
        ("day", Arg::from(&day)),
    ];
    phrases.text("mfa-lead", &args)
}

fn banners(phrases: &Phrases, report: &Report, days: Option<(Day, Day)>) -> Vec<Banner> {
    let banner = |class, key: &str| Banner {
        class,
        title: phrases.word(&format!("{key}-title")),
        text: phrases.word(key),
        link: None,
    };
    if !report.offered {
        return vec![banner("warn", "mfa-not-offered")];
    }
    let mut banners = Vec::new();
    if report.approximation {
        banners.push(banner("", "mfa-approximation"));
    }
    let has_activity = report.portal.share.whole > 0
        || report.api.share.whole > 0
        || report.api.app_only_omitted > 0;
    match days {
        _ if has_activity => {}
        None => banners.push(banner("", "mfa-empty")),
        Some((first, last)) => banners.push(nothing(phrases, report, (first, last))),
    }
    banners
}

/// There is nothing in the window: where the logs have something is told, and led to.
fn nothing(phrases: &Phrases, report: &Report, (first, last): (Day, Day)) -> Banner {
    let (from, to) = (phrases.day(first), phrases.day(last));
    let next = last.plus_days(1);
    let day = phrases.day(next);
    let link = (next < report.day).then(|| Link {
        address: format!("{}?day={next}", address(&report.organization)),
        text: phrases.text("mfa-nothing-show", &[("day", Arg::from(&day))]),
    });
    Banner {
        class: "",
        title: phrases.word("mfa-nothing-title"),
        text: phrases.text("mfa-nothing", &[("first", Arg::from(&from)), ("last", Arg::from(&to))]),
        link,
    }
}
