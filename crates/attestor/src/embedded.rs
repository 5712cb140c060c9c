//! The program's data, compiled into the binary.

use std::borrow::Cow;

use crate::cli::Stop;

/// The files under `frameworks/`.
#[derive(rust_embed::Embed)]
#[folder = "../../frameworks"]
struct Frameworks;

/// The text of one file under `frameworks/`. Paths use `/`.
pub(crate) fn framework_text(path: &str) -> Result<String, Stop> {
    let missing = || Stop::Failure(format!("the binary lacks its own file frameworks/{path}"));
    let bytes: Cow<'static, [u8]> = Frameworks::get(path).ok_or_else(missing)?.data;
    String::from_utf8(bytes.into_owned()).map_err(|_| missing())
}

/// The files under `locales/`.
#[derive(rust_embed::Embed)]
#[folder = "../../locales"]
struct Locales;

/// The text of one file under `locales/`; `None` when the binary does not have it.
pub(crate) fn locale_text(path: &str) -> Option<String> {
    String::from_utf8(Locales::get(path)?.data.into_owned()).ok()
}
