//! `attestor catalog reread`: kept pages, read by today's reader.

use clap::Args;
use serde_json::json;

use super::super::{Exit, Format, Out, Stop};
use super::Kept;
use super::import::counted;
use super::progress::Shown;
use crate::actions::browse::Catalog;
use crate::actions::reader::Reader;
use crate::actions::reread_pages::{self, Reread};
use crate::clock;
use crate::runtime::Waiting;
use crate::store::Missing;

/// Reads all kept pages anew and replaces what is known of those that say something else now.
///
/// The pages themselves stay as they came. What is right already is left alone, so that a command
/// that was stopped can be given again.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  attestor catalog reread")]
pub(crate) struct RereadArgs {
    #[command(flatten)]
    kept: Kept,
}

/// Runs the command.
pub(super) fn run(args: &RereadArgs, out: &mut Out) -> Result<Exit, Stop> {
    let mut shown = Shown::new("apps");
    let reread = args.kept.open(Missing::Refused, |catalog, waiting| {
        let reader = Reader::load()?;
        let tell = |progress| shown.tell(progress);
        waiting.on(reread_pages::reread(catalog.store(), &reader, clock::now(), tell))
    });
    shown.end();
    let Reread { apps, pages, changed } = reread?;
    match out.format {
        Format::Table => {
            let (pages, apps) = (counted(pages, "page"), counted(apps, "app"));
            out.line(format_args!("read {pages} of {apps}, {changed} changed"));
        }
        Format::Json | Format::Jsonl => {
            out.json(&json!({"apps": apps, "pages": pages, "changed": changed}));
        }
    }
    Ok(Exit::Done)
}

/// Reads the pages of an older program's catalog, which has nothing to list its apps by.
pub(super) fn if_unlisted(catalog: &Catalog, waiting: &Waiting) -> Result<(), Stop> {
    if !waiting.on(catalog.store().lacks_listings())? {
        return Ok(());
    }
    let mut shown = Shown::new("apps");
    let reader = Reader::load()?;
    let tell = |progress| shown.tell(progress);
    let done =
        waiting.on(reread_pages::reread_unlisted(catalog.store(), &reader, clock::now(), tell));
    shown.end();
    done.map(|_| ())
}
