//! Style, script and icon, under names that change with their content.

use std::sync::LazyLock;

use attestor_core::digest::Digest;
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

/// A file that pages use.
pub(super) struct Asset {
    /// Its name in the source.
    name: &'static str,
    /// Its name in addresses, with a part of its digest.
    pub(super) address_name: String,
    media_type: &'static str,
    /// Its text.
    pub(super) text: &'static str,
}

/// All of them.
pub(super) static ASSETS: LazyLock<Vec<Asset>> = LazyLock::new(|| {
    let css =
        concat!(include_str!("../../assets/tokens.css"), include_str!("../../assets/site.css"));
    let desk = concat!(
        include_str!("../../assets/desk.css"),
        include_str!("../../assets/desk-evidence.css"),
        include_str!("../../assets/desk-decision.css"),
        include_str!("../../assets/desk-mfa.css"),
        include_str!("../../assets/desk-systems.css")
    );
    let asset = |name: &'static str, media_type, text: &'static str| {
        let digest = Digest::of(text.as_bytes()).to_string();
        let digest = digest.rsplit(':').next().unwrap_or_default();
        let (stem, ending) = name.split_once('.').unwrap_or((name, ""));
        let short: String = digest.chars().take(12).collect();
        Asset { name, address_name: format!("{stem}.{short}.{ending}"), media_type, text }
    };
    vec![
        asset("site.css", "text/css; charset=utf-8", css),
        asset("trust.css", "text/css; charset=utf-8", include_str!("../../assets/trust.css")),
        asset("desk.css", "text/css; charset=utf-8", desk),
        asset("desk.js", "text/javascript; charset=utf-8", include_str!("../../assets/desk.js")),
        asset("site.js", "text/javascript; charset=utf-8", include_str!("../../assets/site.js")),
        asset(
            "people.js",
            "text/javascript; charset=utf-8",
            include_str!("../../assets/people.js"),
        ),
        asset("icon.svg", "image/svg+xml", include_str!("../../assets/icon.svg")),
    ]
});

/// The address of a file by its name in the source.
pub(super) fn address(name: &str) -> String {
    let asset = ASSETS.iter().find(|asset| asset.name == name);
    format!("/assets/{}", asset.map_or(name, |asset| asset.address_name.as_str()))
}

/// Sends a file, which never changes under its name.
pub(super) async fn show(Path(name): Path<String>) -> Response {
    let Some(asset) = ASSETS.iter().find(|asset| asset.address_name == name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let fields = [
        (header::CONTENT_TYPE, asset.media_type),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    (fields, asset.text).into_response()
}
