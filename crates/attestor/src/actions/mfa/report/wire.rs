//! The report as JSON: `docs/formats/mfa-report.md` describes it.

use attestor_core::mfa::directory::Configuration;
use attestor_core::mfa::metric::Forecast;
use attestor_core::mfa::moment::Micros;
use attestor_core::ratio::Ratio;
use serde_json::{Value, json};

use super::Report;

/// The report as JSON.
pub(crate) fn json(report: &Report) -> Value {
    let window = &report.window;
    let mut value = json!({
        "organization": report.settings.organization,
        "day": window.day,
        "zone": report.settings.zone,
        "window": {
            "from": Micros(window.start).to_string(),
            "to": Micros(window.end).to_string(),
        },
        "offered": report.settings.is_offered(),
        "approximation": report.is_approximation(),
        "sources": report.sources,
        "configuration": share(Ratio::new(0, 0)),
        "portal": share(report.shares.portal),
        "api": share(report.shares.api),
        "trend": report.trend.iter().map(|day| json!({
            "day": day.day, "portal": share(day.portal), "api": share(day.api),
        })).collect::<Vec<_>>(),
        "causes": report.causes().iter().map(|(cause, (users, requests))| json!({
            "cause": cause, "users": users, "requests": requests,
        })).collect::<Vec<_>>(),
        "users": report.users.iter().map(|(activity, diagnosis)| json!({
            "user_id": activity.user_id,
            "upn": activity.upn,
            "requests": activity.requests,
            "without": activity.without,
            "last_without": activity.last_without.map(|at| Micros(at).to_string()),
            "cause": diagnosis.primary,
            "matching": diagnosis.matched.iter().map(|one| one.cause).collect::<Vec<_>>(),
            "missing": diagnosis.missing,
        })).collect::<Vec<_>>(),
    });
    if let Some((taken, configuration)) = &report.configuration {
        put(&mut value, "configuration", configured(configuration));
        put_in(&mut value, "configuration", "as_of", json!(taken));
    }
    put_in(&mut value, "portal", "reaches_all", forecast(report.forecasts.0));
    put_in(&mut value, "api", "reaches_all", forecast(report.forecasts.1));
    let omitted = json!(report.shares.app_only_omitted);
    put_in(&mut value, "api", "app_only_omitted", omitted);
    value
}

fn share(ratio: Ratio) -> Value {
    json!({"part": ratio.part, "whole": ratio.whole, "percent": percent(ratio)})
}

/// Floored to tenths, as a number with one digit behind the point; `None` without a whole.
fn percent(ratio: Ratio) -> Option<serde_json::Number> {
    let tenths = ratio.tenths()?;
    format!("{}.{}", tenths / 10, tenths % 10).parse().ok()
}

fn configured(found: &Configuration) -> Value {
    let mut value = share(found.ratio());
    for (name, count) in [
        ("accounts", found.accounts),
        ("conditional_only", found.conditional_only),
        ("risk_based_only", found.risk_based_only),
        ("unknown", found.unknown),
    ] {
        put(&mut value, name, json!(count));
    }
    put(&mut value, "missing", json!(found.missing));
    value
}

fn forecast(forecast: Forecast) -> Value {
    match forecast {
        Forecast::NoActivity => json!({"state": "no-activity"}),
        Forecast::Reached => json!({"state": "reached"}),
        Forecast::On(day) => json!({"state": "on", "day": day}),
        Forecast::NotAsOf(day) => json!({"state": "not-as-of", "day": day}),
    }
}

fn put(value: &mut Value, name: &str, what: Value) {
    if let Some(object) = value.as_object_mut() {
        object.insert(name.to_owned(), what);
    }
}

fn put_in(value: &mut Value, inside: &str, name: &str, what: Value) {
    if let Some(object) = value.get_mut(inside) {
        put(object, name, what);
    }
}
