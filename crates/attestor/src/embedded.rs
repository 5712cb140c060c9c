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
