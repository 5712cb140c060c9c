//! `attestor trust export`: an offering as its page, as JSON, or for other tools.

use std::path::PathBuf;

use attestor_core::day::Day;
use attestor_core::trust::oscal::component;
use attestor_core::trust::page::write;
use clap::Args;

use super::super::day_arg::day;
use super::super::out::Asked;
use super::{Exit, Out, Stop, folder};
use crate::clock;
use crate::world;

/// Writes an offering as its page (`--format page`), with all facts as JSON (`--format json`), or as
/// an OSCAL component definition (`--format oscal`). Without a form, the page.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  attestor trust export offering --format page\n  attestor trust export offering --format oscal --on 2026-06-30"
)]
pub(crate) struct ExportArgs {
    /// The folder of the files.
    folder: PathBuf,
    /// The page to write; needed when there are several.
    #[arg(long, value_name = "ID")]
    page: Option<String>,
    /// The day on which certificates must hold, for OSCAL; today when not given.
    #[arg(long, value_name = "DAY", value_parser = day)]
    on: Option<Day>,
}

/// Runs the command.
pub(super) fn run(args: &ExportArgs, asked: Asked, out: &mut Out) -> Result<Exit, Stop> {
    let trust = folder::read(&args.folder, &world::library(None)?)?;
    match asked {
        Asked::Json | Asked::Jsonl => out.json(&trust),
        Asked::Oscal => {
            let on = args.on.unwrap_or_else(clock::today);
            out.json(&component::definition(&trust, on));
        }
        Asked::Page | Asked::Table | Asked::Csv => {
            let wanted = |id: &str| args.page.as_deref().is_none_or(|page| page == id);
            let mut pages = trust.pages.iter().filter(|page| wanted(page.id.value.as_str()));
            match (pages.next(), pages.next()) {
                (Some(page), None) => out.text(&write::write(&trust, page)),
                (None, _) => return Err(Stop::Usage("there is no such page".to_owned())),
                (Some(_), Some(_)) => {
                    let ids: Vec<&str> =
                        trust.pages.iter().map(|page| page.id.value.as_str()).collect();
                    let words = format!("name one page with `--page`: {}", ids.join(", "));
                    return Err(Stop::Usage(words));
                }
            }
        }
    }
    Ok(Exit::Done)
}
