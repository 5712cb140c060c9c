//! The program's data, compiled into the binary.

use std::borrow::Cow;

/// The files under `frameworks/`.
#[derive(rust_embed::Embed)]
#[folder = "../../frameworks"]
struct Frameworks;

/// The text of one file under `frameworks/`, or the words of a failure. Paths use `/`.
pub(crate) fn framework_text(path: &str) -> Result<String, String> {
    let missing = || format!("the binary lacks its own file frameworks/{path}");
    let bytes: Cow<'static, [u8]> = Frameworks::get(path).ok_or_else(missing)?.data;
    String::from_utf8(bytes.into_owned()).map_err(|_| missing())
}
