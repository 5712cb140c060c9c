//! Write a report in the form that its file name asks for.

use std::path::Path;

use crate::disk;
use crate::phrases::Phrases;
use crate::report::view::View;
use crate::report::{Subject, html, markdown, wire};
use crate::stop::Stop;

/// The forms of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// One self-contained page.
    Html,
    /// Markdown.
    Markdown,
    /// The JSON of `assess --format json`.
    Json,
}

impl Form {
    /// The form of a file name's ending.
    pub(crate) fn of(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "html" | "htm" => Some(Self::Html),
            "md" => Some(Self::Markdown),
            "json" => Some(Self::Json),
            _ => None,
        }
    }
}

/// Writes a report whole or not at all.
pub(crate) fn write(
    path: &Path,
    form: Form,
    subject: &Subject<'_>,
    phrases: &Phrases,
) -> Result<(), Stop> {
    let text = match form {
        Form::Html => html::render(&View::of(phrases, subject))
            .map_err(|error| Stop::Failure(error.to_string()))?,
        Form::Markdown => markdown::render(&View::of(phrases, subject)),
        Form::Json => {
            let wire = wire::of(phrases, subject);
            let mut text = serde_json::to_string_pretty(&wire)
                .map_err(|error| Stop::Failure(error.to_string()))?;
            text.push('\n');
            text
        }
    };
    disk::write_whole(path, text.as_bytes())
}
