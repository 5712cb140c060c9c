//! `attestor trust pull`: the portal of an organization becomes files for hand editing.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use super::super::Format;
use super::kept::{OfOrganization, stop};
use super::{Exit, Out, Stop, folder};

/// Writes what an organization publishes, or one of its versions, into a new or empty folder.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  attestor trust pull --organization Fabrikam --out offering")]
pub(crate) struct PullArgs {
    /// The new or empty folder to write.
    #[arg(long, short, value_name = "DIR")]
    out: PathBuf,
    /// The number of a version; otherwise the published one.
    #[arg(long, value_name = "NUMBER")]
    number: Option<i64>,
    #[command(flatten)]
    of: OfOrganization,
}

/// Runs the command.
pub(super) fn run(args: &PullArgs, out: &mut Out) -> Result<Exit, Stop> {
    let (number, trust) = args.of.open(async |portals, organization| {
        let id = &organization.organization_id;
        if let Some(number) = args.number {
            let row = portals.version(id, number).await.map_err(stop)?;
            return Ok((number, portals.trust_of(&row)?));
        }
        let none = || Stop::Usage(format!("{} publishes nothing", organization.name));
        let portal = portals.portal(id).await?.ok_or_else(none)?;
        Ok((portal.number, portal.trust.clone()))
    })?;
    let files = folder::create(&args.out, &trust)?;
    match out.format {
        Format::Json | Format::Jsonl => out.json(&json!({"number": number, "files": files})),
        Format::Table => {
            let folder = args.out.display();
            out.line(format_args!("wrote version {number} as {files} files into {folder}"));
        }
    }
    Ok(Exit::Done)
}
