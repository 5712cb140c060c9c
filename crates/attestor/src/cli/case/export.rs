//! `attestor case export`: a case becomes a dossier.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use super::super::{Exit, Format, Out, Stop};
use super::AtDesk;
use crate::store::Missing;

/// Writes a case as a dossier with all its files.
///
/// The files are the same bytes that were handed in. Words, drafts and verdicts in conversation stay
/// with the desk: `attestor record export --subject case --id ID` has them.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  attestor case export 2fk7g0q9x1ab my-app")]
pub(crate) struct Export {
    /// The case.
    id: String,
    /// The folder; it is made, or it is empty.
    dir: PathBuf,
    #[command(flatten)]
    kept: AtDesk,
}

/// Runs the command.
pub(super) fn run(args: &Export, out: &mut Out) -> Result<Exit, Stop> {
    let exported = args.kept.open_with_files(Missing::Refused, |desk, files, waiting| {
        waiting.on(desk.export(files, &args.id, &args.dir))
    });
    let exported = match exported {
        Ok(exported) => exported,
        Err(why) => return super::refused(why, out),
    };
    for path in &exported.erased {
        out.say(format_args!("{path} was erased when its time was over"));
    }
    match out.format {
        Format::Table => out.line(format_args!(
            "wrote {} files of the dossier and {} that it names to {}",
            exported.dossier,
            exported.files,
            args.dir.display()
        )),
        Format::Json | Format::Jsonl => out.json(&json!({
            "dossier": exported.dossier,
            "files": exported.files,
            "erased": exported.erased,
        })),
    }
    Ok(Exit::Done)
}
