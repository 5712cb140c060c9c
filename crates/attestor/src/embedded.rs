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

/// The files under `locales/`.
#[derive(rust_embed::Embed)]
#[folder = "../../locales"]
struct Locales;

/// Names and texts of the files of a folder under `frameworks/`, sorted by name, or the words of a
/// failure. The folder's name ends with `/`.
pub(crate) fn framework_texts(folder: &str) -> Result<Vec<(String, String)>, String> {
    let paths = Frameworks::iter().filter(|path| path.starts_with(folder));
    sorted(paths, |path| Ok((format!("frameworks/{path}"), framework_text(path)?)))
}

/// Names and texts of the lexicons of all languages, sorted by name, or the words of a failure.
pub(crate) fn lexicon_texts() -> Result<Vec<(String, String)>, String> {
    let paths = Locales::iter().filter(|path| path.ends_with("/lexicon.yaml"));
    sorted(paths, |path| {
        let missing = || format!("the binary lacks its own file locales/{path}");
        let bytes = Locales::get(path).ok_or_else(missing)?.data.into_owned();
        let text = String::from_utf8(bytes).map_err(|_| missing())?;
        Ok((format!("locales/{path}"), text))
    })
}

fn sorted(
    paths: impl Iterator<Item = Cow<'static, str>>,
    text: impl Fn(&str) -> Result<(String, String), String>,
) -> Result<Vec<(String, String)>, String> {
    let mut paths: Vec<Cow<'static, str>> = paths.collect();
    paths.sort();
    paths.iter().map(|path| text(path)).collect()
}
