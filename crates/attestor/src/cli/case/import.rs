//! `attestor case import`: a dossier becomes a case.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use super::super::{Exit, Format, Out, Stop};
use super::AtDesk;
use crate::store::Missing;

/// Makes a case of a dossier's folder, with all its files.
///
/// The publisher's organization is found by its name, or made. The app must have no other open case.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  attestor case import my-app --publisher Contoso")]
pub(crate) struct Import {
    /// The folder with `dossier.yaml`.
    dir: PathBuf,
    /// The name of the publisher's organization.
    #[arg(long, value_name = "NAME", value_parser = name)]
    publisher: String,
    #[command(flatten)]
    kept: AtDesk,
}

fn name(text: &str) -> Result<String, String> {
    let name = text.trim();
    if name.is_empty() || name.chars().count() > 200 || name.chars().any(char::is_control) {
        return Err("a name has 1 to 200 letters".to_owned());
    }
    Ok(name.to_owned())
}

/// Runs the command.
pub(super) fn run(args: &Import, out: &mut Out) -> Result<Exit, Stop> {
    // Looked at first, so that a slip of the pen does not leave an empty database.
    if !args.dir.is_dir() {
        return Err(Stop::Usage(format!("{} is not a folder", args.dir.display())));
    }
    let imported = args.kept.open_with_files(Missing::Made, |desk, files, waiting| {
        waiting.on(desk.import(files, &args.dir, &args.publisher))
    });
    let file = match imported {
        Ok(file) => file,
        Err(why) => return super::refused(why, out),
    };
    match out.format {
        Format::Table => {
            out.say(format_args!(
                "imported {} with {} files",
                file.case.app.name,
                file.files.len()
            ));
            out.line(&file.id);
        }
        Format::Json | Format::Jsonl => out.json(&json!({
            "case_id": file.id,
            "organization_id": file.organization,
            "app": file.case.app.name,
            "number": file.number,
            "files": file.files.len(),
        })),
    }
    Ok(Exit::Done)
}
