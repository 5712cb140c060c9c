//! The cookie of a session.

use axum::http::{HeaderMap, HeaderValue, header};
use cookie::time::Duration;
use cookie::{Cookie, SameSite};

use crate::people::sessions::Began;
use crate::web::Site;

/// The name of the cookie. Over HTTPS browsers hold its prefix to be a promise: only this host set
/// it, over HTTPS, for all paths.
fn name(site: &Site) -> &'static str {
    if is_secure(site) { "__Host-attestor_session" } else { "attestor_session" }
}

fn is_secure(site: &Site) -> bool {
    site.settings.public_url.starts_with("https://")
}

/// The secret that a browser sends.
pub(in crate::web) fn read(headers: &HeaderMap, site: &Site) -> Option<String> {
    let all = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut cookies = all.flat_map(Cookie::split_parse).filter_map(Result::ok);
    cookies.find(|cookie| cookie.name() == name(site)).map(|cookie| cookie.value().to_owned())
}

/// The header field that gives a browser the secret.
pub(in crate::web) fn give(began: &Began, site: &Site) -> Option<HeaderValue> {
    let seconds = i64::try_from(began.lasts).unwrap_or(i64::MAX);
    field(&began.secret, Duration::seconds(seconds), site)
}

/// The header field that takes the secret away again.
pub(in crate::web) fn take(site: &Site) -> Option<HeaderValue> {
    field("", Duration::ZERO, site)
}

fn field(value: &str, lasts: Duration, site: &Site) -> Option<HeaderValue> {
    let cookie = Cookie::build((name(site), value.to_owned()))
        .path("/")
        .http_only(true)
        .secure(is_secure(site))
        .same_site(SameSite::Lax)
        .max_age(lasts);
    HeaderValue::from_str(&cookie.build().to_string()).ok()
}
