//! `attestor page write`: a published page in another language.

use std::path::PathBuf;

use attestor_core::attestation::page::kind::Kind;
use attestor_core::attestation::page::render::{Original, export, page};
use attestor_core::attestation::page::{Page, read_bytes};
use clap::Args;
use serde_json::json;

use super::super::{Exit, Format, Out, Stop};
use crate::disk;
use crate::world::{page_data, wordings};

/// Writes a published page of any language and form in another language.
///
/// Answers, labels and headings are in the language that is asked for; free texts keep theirs and
/// are marked with it; identifiers and addresses stay. A page that already is in the language
/// comes back as it is, byte by byte.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  attestor page write page.md --locale ko-KR --out page.ko-KR.md"
)]
pub(crate) struct Write {
    /// A Markdown file; `-` is standard input.
    file: PathBuf,
    /// The language to write, such as `ko-KR`.
    #[arg(long, value_name = "LOCALE")]
    locale: String,
    /// The file to write; without it, the page is printed.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// Runs the command.
pub(super) fn run(args: &Write, out: &mut Out) -> Result<Exit, Stop> {
    let (questionnaire, lexicons) = page_data()?;
    let wordings = wordings(&questionnaire)?;
    let Some(wording) = wordings.get(&args.locale) else {
        let known: Vec<&str> = wordings.all().iter().map(|one| &*one.locale).collect();
        let (asked, known) = (&args.locale, known.join(", "));
        return Err(Stop::Usage(format!("there are no words for `{asked}`; known: {known}")));
    };
    let bytes = super::bytes(&args.file).map_err(Stop::Usage)?;
    let (read, findings) = read_bytes(&bytes, &questionnaire, &lexicons);
    if read.kind != Kind::App {
        let (file, kind) = (args.file.display(), read.kind);
        return Err(Stop::Usage(format!(
            "{file} is no app page but `{kind}`, and cannot be written"
        )));
    }
    let text = if is_in(&read, &wording.locale) {
        export(&read, &read.facts, &wordings, &questionnaire).unwrap_or_default().into_owned()
    } else {
        page(&Original::of(&read), wording, &questionnaire)
    };
    let (answers, count) = (read.facts.answers.len(), findings.len());
    match (&args.out, out.format) {
        (Some(path), _) => disk::write_whole(path, text.as_bytes())?,
        (None, Format::Table) => out.text(&text),
        (None, Format::Json | Format::Jsonl) => {
            out.json(&json!({"locale": &*wording.locale, "page": text}));
        }
    }
    let locale = &wording.locale;
    out.say(format_args!("wrote {answers} answers in {locale}; reading gave {count} findings"));
    Ok(Exit::Done)
}

/// Whether a page names a locale as its own.
fn is_in(page: &Page, locale: &str) -> bool {
    page.locale.as_deref().is_some_and(|named| named.eq_ignore_ascii_case(locale))
}
