//! The program's data, compiled into the binary.

use std::borrow::Cow;

use attestor_core::framework::SourceFile;

/// The files under `frameworks/`.
#[derive(rust_embed::Embed)]
#[folder = "../../frameworks"]
struct Frameworks;

/// The files under `locales/`.
#[derive(rust_embed::Embed)]
#[folder = "../../locales"]
struct Locales;

/// The example dossier of `attestor demo`.
#[derive(rust_embed::Embed)]
#[folder = "demo"]
struct Demo;

/// The pages of the demo catalog, in a folder for each language.
#[derive(rust_embed::Embed)]
#[folder = "demo-catalog"]
struct DemoCatalog;

/// Logs and directories of the demo, in a folder for each organization.
#[cfg(feature = "lake")]
#[derive(rust_embed::Embed)]
#[folder = "demo-mfa"]
struct DemoMfa;

/// What publishers of the demo publish of their offerings, in a folder for each organization.
#[derive(rust_embed::Embed)]
#[folder = "demo-trust"]
struct DemoTrust;

/// The commented files of `attestor init`.
#[derive(rust_embed::Embed)]
#[folder = "starter"]
struct Starter;

/// The JSON Schema of the files of a dossier.
pub(crate) const DOSSIER_SCHEMA: &str = include_str!("../../../docs/formats/dossier.schema.json");

/// The text of one file under `frameworks/`. Paths use `/`.
pub(crate) fn framework_text(path: &str) -> Result<String, String> {
    text("frameworks", path, Frameworks::get(path))
}

/// Every file under `frameworks/`, by path.
pub(crate) fn frameworks() -> Result<Vec<SourceFile>, String> {
    let read = |path: Cow<'static, str>| {
        let text = text("frameworks", &path, Frameworks::get(&path))?;
        Ok(SourceFile { path: path.into_owned(), text })
    };
    Frameworks::iter().map(read).collect()
}

/// The text of one file under `locales/`; `None` for one that the locale does not have yet.
pub(crate) fn locale_text(path: &str) -> Result<Option<String>, String> {
    Locales::get(path).map(|file| text("locales", path, Some(file))).transpose()
}

/// Every file under `locales/` with this name, with its path.
pub(crate) fn locale_files(name: &str) -> Result<Vec<(String, String)>, String> {
    let wanted = Locales::iter().filter(|path| path.rsplit('/').next() == Some(name));
    wanted
        .map(|path| Ok((path.to_string(), text("locales", &path, Locales::get(&path))?)))
        .collect()
}

/// The files of the example dossier, with their bytes.
pub(crate) fn demo() -> impl Iterator<Item = (Cow<'static, str>, Cow<'static, [u8]>)> {
    Demo::iter().filter_map(|path| Demo::get(&path).map(|file| (path, file.data)))
}

/// The pages of the demo catalog: path and bytes, the older versions of an app first.
pub(crate) fn demo_pages() -> impl Iterator<Item = (Cow<'static, str>, Cow<'static, [u8]>)> {
    let mut paths: Vec<Cow<'static, str>> = DemoCatalog::iter().collect();
    // A name that ends with a day is an older version, so it goes before the current page.
    paths.sort_by_key(|path| (!is_dated(path), path.clone()));
    paths.into_iter().filter_map(|path| DemoCatalog::get(&path).map(|file| (path, file.data)))
}

/// The logs and directories of the demo. Days in them are counted from today: see `demo_days`.
#[cfg(feature = "lake")]
pub(crate) fn demo_mfa() -> impl Iterator<Item = (String, String)> {
    DemoMfa::iter().filter_map(|path| {
        let text = String::from_utf8(DemoMfa::get(&path)?.data.into_owned()).ok()?;
        Some((path.into_owned(), text))
    })
}

/// The text of one file under `demo-trust/`. Days in it are counted from today: see `demo_days`.
pub(crate) fn demo_trust(path: &str) -> Result<String, String> {
    text("demo-trust", path, DemoTrust::get(path))
}

/// The bytes of one file under `demo-trust/`.
pub(crate) fn demo_trust_file(path: &str) -> Result<Vec<u8>, String> {
    let file = DemoTrust::get(path);
    let missing = || format!("the binary lacks its own file demo-trust/{path}");
    Ok(file.ok_or_else(missing)?.data.into_owned())
}

/// Whether a file name ends with a day, such as `-2025-03-14.md`.
fn is_dated(path: &str) -> bool {
    let mut parts = path.trim_end_matches(".md").rsplitn(4, '-');
    [2, 2, 4].into_iter().all(|length| {
        let digits = |part: &str| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
        parts.next().is_some_and(digits)
    })
}

/// The files of a new dossier, with their bytes.
pub(crate) fn starter() -> impl Iterator<Item = (Cow<'static, str>, Cow<'static, [u8]>)> {
    Starter::iter().filter_map(|path| Starter::get(&path).map(|file| (path, file.data)))
}

fn text(
    folder: &str,
    path: &str,
    file: Option<rust_embed::EmbeddedFile>,
) -> Result<String, String> {
    let missing = || format!("the binary lacks its own file {folder}/{path}");
    let bytes: Cow<'static, [u8]> = file.ok_or_else(missing)?.data;
    String::from_utf8(bytes.into_owned()).map_err(|_| missing())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn older_versions_of_demo_pages_come_first() {
        let paths: Vec<Cow<'static, str>> = demo_pages().map(|(path, _)| path).collect();
        assert!(paths.iter().any(|path| is_dated(path)), "{paths:?}");
        assert!(paths.iter().map(|path| is_dated(path)).is_sorted_by(|one, next| one >= next));
        assert!(!is_dated("en-US/pebblewick-expenses.md"));
    }

    #[test]
    fn demo_pages_have_all_languages_of_the_program() {
        let languages: Vec<String> = demo_pages()
            .filter_map(|(path, _)| path.split_once('/').map(|(folder, _)| folder.to_owned()))
            .collect();
        for (path, _) in locale_files("page.yaml").unwrap_or_default() {
            let locale = path.split('/').next().unwrap_or_default();
            assert!(languages.iter().any(|folder| folder == locale), "{locale}");
        }
    }
}
