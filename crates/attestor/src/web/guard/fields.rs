//! The header fields of every answer.

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};

use super::RequestId;
use crate::web::serve::Settings;

/// Nothing from elsewhere, no inline scripts and styles, no frames.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; \
    base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; \
    trusted-types attestor";

/// None of the powers that a page could ask a browser for, but passkeys.
const PERMISSIONS_POLICY: &str = "accelerometer=(), autoplay=(), \
    browsing-topics=(), camera=(), clipboard-read=(), display-capture=(), encrypted-media=(), \
    fullscreen=(), gamepad=(), geolocation=(), gyroscope=(), hid=(), identity-credentials-get=(), \
    idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), \
    picture-in-picture=(), publickey-credentials-create=(self), publickey-credentials-get=(self), \
    screen-wake-lock=(), serial=(), storage-access=(), usb=(), \
    window-management=(), xr-spatial-tracking=()";

const EMBEDDING: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The fields that are the same on every answer.
pub(super) struct Fields(HeaderMap);

impl Fields {
    /// The fields for a site; those that promise HTTPS only where it is promised.
    pub(super) fn new(settings: &Settings) -> Self {
        let mut all = HeaderMap::new();
        let mut put = |name, value| all.insert(name, HeaderValue::from_static(value));
        put(header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY);
        put(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
        put(header::REFERRER_POLICY, "strict-origin-when-cross-origin");
        put(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
        put(EMBEDDING, "same-origin");
        put(HeaderName::from_static("permissions-policy"), PERMISSIONS_POLICY);
        if settings.public_url.starts_with("https://") {
            put(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains");
        }
        Self(all)
    }

    /// Puts all fields and the id on an answer, in the place of what a page may have set. Only who
    /// may embed it a page says itself, as a badge is for other sites, and a stricter policy, as a
    /// file that somebody uploaded may do nothing at all.
    pub(super) fn put(&self, headers: &mut HeaderMap, id: &RequestId) {
        for (name, value) in &self.0 {
            let is_own = *name == EMBEDDING || *name == header::CONTENT_SECURITY_POLICY;
            if !is_own || !headers.contains_key(name) {
                headers.insert(name, value.clone());
            }
        }
        if let Ok(value) = HeaderValue::from_str(&id.0) {
            headers.insert(REQUEST_ID, value);
        }
    }
}

/// The id that came with the request if it looks like one, else a new one.
pub(super) fn request_id(headers: &HeaderMap) -> RequestId {
    let given = headers.get(REQUEST_ID).and_then(|value| value.to_str().ok());
    match given.filter(|given| is_id(given)) {
        Some(given) => RequestId(given.to_owned()),
        None => RequestId(new_id()),
    }
}

fn is_id(text: &str) -> bool {
    (8..=64).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// 128 random bits.
fn new_id() -> String {
    let mut bytes = [0_u8; 16];
    // Without random bits an id is dull, not dangerous: it is no secret.
    let _ = getrandom::fill(&mut bytes);
    format!("{:032x}", u128::from_be_bytes(bytes))
}
