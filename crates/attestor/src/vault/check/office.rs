//! Which parts a document of an office program may have, and which it must have.

use super::super::refusal::UploadRefusal;
use super::content::Expected;
use super::kind::Kind;
use super::layout::Entry;

/// What a file in an archive must be, by its name and by what the archive is.
pub(super) fn expected(archive: Kind, entry: &Entry) -> Result<Expected, UploadRefusal> {
    let name = entry.name.to_ascii_lowercase();
    match archive {
        Kind::Docx | Kind::Xlsx | Kind::Pptx => open_xml(&name),
        Kind::Odt | Kind::Ods | Kind::Odp => open_document(&name),
        _ if is_left_by_finder(&name) => Ok(Expected::Inert),
        _ => Kind::of_name(&entry.name).map(Expected::Kind),
    }
}

/// Whether an archive has the parts of what it should be.
pub(super) fn check_parts(archive: Kind, entries: &[Entry]) -> Result<(), UploadRefusal> {
    let has = |wanted: &str| entries.iter().any(|entry| entry.name == wanted);
    let below = |folder: &str| entries.iter().any(|entry| entry.name.starts_with(folder));
    let whole = match archive {
        Kind::Docx => has("[Content_Types].xml") && below("word/"),
        Kind::Xlsx => has("[Content_Types].xml") && below("xl/"),
        Kind::Pptx => has("[Content_Types].xml") && below("ppt/"),
        Kind::Odt | Kind::Ods | Kind::Odp => {
            let first = |entry: &Entry| entry.name == "mimetype" && entry.at == 0;
            entries.iter().any(|entry| first(entry) && entry.is_stored) && has("content.xml")
        }
        _ => return Ok(()),
    };
    if whole {
        return Ok(());
    }
    let found = "another kind of archive";
    Err(UploadRefusal::KindMismatch { extension: extension(archive).to_owned(), found })
}

/// Whether the beginning of a part says what it must.
pub(super) fn check_beginning(
    archive: Kind,
    entry: &Entry,
    head: &[u8],
) -> Result<(), UploadRefusal> {
    let document = matches!(archive, Kind::Odt | Kind::Ods | Kind::Odp);
    if document && entry.name == "mimetype" && head != archive.media_type().as_bytes() {
        let found = "another kind of document";
        let extension = extension(archive).to_owned();
        return Err(UploadRefusal::KindMismatch { extension, found });
    }
    Ok(())
}

/// Whether a part tells in words that its document has macros.
pub(super) fn tells_of_macros(archive: Kind, entry: &Entry) -> bool {
    matches!(archive, Kind::Docx | Kind::Xlsx | Kind::Pptx) && entry.name == "[Content_Types].xml"
}

/// Parts of Office Open XML.
fn open_xml(name: &str) -> Result<Expected, UploadRefusal> {
    let macros = ["vbaproject", "vbadata", "/macrosheets/", "/activex/", "/ctrlprops/"];
    if macros.iter().any(|it| name.contains(it)) {
        return Err(UploadRefusal::Macros);
    }
    match ending(name) {
        "xml" | "rels" | "vml" | "svg" => Ok(Expected::XmlPart),
        "emf" | "wmf" | "tif" | "tiff" | "bmp" | "wdp" | "odttf" | "fntdata" | "ttf" | "otf" => {
            Ok(Expected::Inert)
        }
        "bin" if name.contains("/printersettings/") => Ok(Expected::Inert),
        _ => Kind::of_name(name).map(Expected::Kind),
    }
}

/// Parts of OpenDocument.
fn open_document(name: &str) -> Result<Expected, UploadRefusal> {
    if name.starts_with("basic/") || name.starts_with("scripts/") || name.contains("/scripts/") {
        return Err(UploadRefusal::Macros);
    }
    match ending(name) {
        "xml" | "rdf" | "svg" => Ok(Expected::XmlPart),
        "emf" | "wmf" | "tif" | "tiff" | "bmp" | "svm" | "ttf" | "otf" => Ok(Expected::Inert),
        "" if name.starts_with("objectreplacements/") || name == "layout-cache" => {
            Ok(Expected::Inert)
        }
        _ => Kind::of_name(name).map(Expected::Kind),
    }
}

/// What a Mac puts beside the files of an archive.
fn is_left_by_finder(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    file == ".ds_store" || (name.starts_with("__macosx/") && file.starts_with("._"))
}

fn ending(name: &str) -> &str {
    let file = name.rsplit('/').next().unwrap_or(name);
    file.rsplit_once('.').map_or("", |(_, ending)| ending)
}

fn extension(archive: Kind) -> &'static str {
    match archive {
        Kind::Docx => "docx",
        Kind::Xlsx => "xlsx",
        Kind::Pptx => "pptx",
        Kind::Odt => "odt",
        Kind::Ods => "ods",
        Kind::Odp => "odp",
        _ => "zip",
    }
}
