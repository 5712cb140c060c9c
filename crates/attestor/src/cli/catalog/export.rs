//! `attestor catalog export`: the catalog's site as files.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use serde_json::json;

use super::super::{Exit, Format, Out, Stop};
use super::Kept;
use super::progress::Shown;
use crate::actions::export_site::{self, Exported, Order};
use crate::languages::Language;
use crate::runtime::Waiting;
use crate::store::{Missing, Store};
use crate::web::serve::Settings;
use crate::web::{self, Site};

/// The address that the files name if no other is given.
const PUBLIC_URL: &str = "http://127.0.0.1:8080";

/// Writes the catalog as a web site of plain files, for any host that only sends files.
///
/// An export in the folder is exchanged for the new one when that is whole. Search, filters and
/// comparisons need `attestor serve` and are left out.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  attestor catalog export --static site --public-url https://catalog.example.org"
)]
pub(crate) struct Export {
    /// The folder of the site.
    #[arg(long = "static", value_name = "DIR")]
    folder: PathBuf,
    /// Where people will reach the files; feeds and site maps name it.
    #[arg(long, value_name = "URL", value_parser = public_url)]
    public_url: Option<String>,
    /// Only these languages, such as `fr-fr`; all eleven otherwise.
    #[arg(long, value_name = "LANGUAGE", num_args = 1.., value_parser = language)]
    language: Vec<Language>,
    #[command(flatten)]
    kept: Kept,
}

fn language(text: &str) -> Result<Language, String> {
    let known = || Language::all().map(Language::path).collect::<Vec<_>>().join(", ");
    Language::of_tag(text).ok_or_else(|| format!("the languages are {}", known()))
}

fn public_url(text: &str) -> Result<String, String> {
    let web = text.starts_with("https://") || text.starts_with("http://");
    let plain = !text.contains(|letter: char| letter.is_whitespace() || "\"<>?#".contains(letter));
    if web && plain {
        Ok(text.trim_end_matches('/').to_owned())
    } else {
        Err("it begins with https:// and has neither `?` nor `#`".to_owned())
    }
}

/// Runs the command.
pub(super) fn run(args: &Export, out: &mut Out) -> Result<Exit, Stop> {
    if args.public_url.is_none() {
        out.say(format_args!(
            "feeds and site maps will name {PUBLIC_URL}; --public-url gives the real address"
        ));
    }
    let waiting = Waiting::new()?;
    let store = waiting.on(Store::open(&args.kept.place()?, Missing::Refused))?;
    let exported = waiting.on(export(args, &store));
    waiting.on(store.close());
    let Exported { files, bytes } = exported?;
    match out.format {
        Format::Table => {
            let folder = args.folder.display();
            out.line(format_args!("wrote {files} files, {bytes} bytes, to {folder}"));
        }
        Format::Json | Format::Jsonl => out.json(&json!({"files": files, "bytes": bytes})),
    }
    Ok(Exit::Done)
}

async fn export(args: &Export, store: &Store) -> Result<Exported, Stop> {
    let public_url = args.public_url.as_deref().unwrap_or(PUBLIC_URL);
    let all = || Language::all().collect();
    let languages: Vec<Language> =
        if args.language.is_empty() { all() } else { args.language.clone() };
    let left_out = Language::all().filter(|language| !languages.contains(language));
    let left_out = left_out.map(Language::path).collect();
    let site = Site::new(store.clone(), &settings(public_url))?.fixed(languages);
    let beginnings = web::export::beginnings(&site).await?;
    let order = Order { beginnings, left_out, public_url, folder: &args.folder };
    let mut shown = Shown::new("files");
    let exported =
        export_site::export(web::router(Arc::new(site)), &order, |now| shown.tell(now)).await;
    shown.end();
    exported
}

/// Only the address matters: nobody waits, nobody connects.
fn settings(public_url: &str) -> Settings {
    Settings {
        public_url: public_url.to_owned(),
        contact: None,
        request_timeout: Duration::MAX,
        header_timeout: Duration::MAX,
        max_body: 0,
        max_connections: 0,
        grace: Duration::ZERO,
    }
}
