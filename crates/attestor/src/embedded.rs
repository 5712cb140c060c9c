//! The program's data, compiled into the binary.

use std::borrow::Cow;

use attestor_core::attestation::page::lexicon::Lexicons;
use attestor_core::attestation::question::Questionnaire;

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

/// The questionnaire of the Microsoft 365 certification, inside `frameworks/`.
const QUESTIONNAIRE: &str = "m365-certification/questionnaire/";

/// The questionnaire and the lexicons of all languages, with which pages are read.
pub(crate) fn page_data() -> Result<(Questionnaire, Lexicons), Stop> {
    let wanted = |path: &String| path.starts_with(QUESTIONNAIRE);
    let files = texts("frameworks/", Frameworks::iter(), wanted, |path| Frameworks::get(path))?;
    let questionnaire = Questionnaire::load(&files).map_err(Stop::Faults)?;
    let wanted = |path: &String| path.ends_with("/lexicon.yaml");
    let files = texts("locales/", Locales::iter(), wanted, |path| Locales::get(path))?;
    let lexicons = Lexicons::load(&files, &questionnaire).map_err(Stop::Faults)?;
    Ok((questionnaire, lexicons))
}

/// Names and texts of the wanted files of a folder, sorted by path.
fn texts(
    folder: &str,
    paths: impl Iterator<Item = Cow<'static, str>>,
    wanted: impl Fn(&String) -> bool,
    get: impl Fn(&str) -> Option<rust_embed::EmbeddedFile>,
) -> Result<Vec<(String, String)>, Stop> {
    let mut paths: Vec<String> = paths.map(Cow::into_owned).filter(wanted).collect();
    paths.sort();
    let mut texts = Vec::with_capacity(paths.len());
    for path in paths {
        let missing = || Stop::Failure(format!("the binary lacks its own file {folder}{path}"));
        let bytes = get(&path).ok_or_else(missing)?.data.into_owned();
        let text = String::from_utf8(bytes).map_err(|_| missing())?;
        texts.push((format!("{folder}{path}"), text));
    }
    Ok(texts)
}
