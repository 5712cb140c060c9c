//! `attestor trust links`: whether the addresses of a provider's files lead somewhere.

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::super::Format;
use super::{Exit, Out, Stop, folder};
use crate::actions::trust::links::client::{Answer, Reach};
use crate::actions::trust::links::{addresses, try_all};
use crate::runtime::Waiting;
use crate::world;

/// Tries every address that stands in the files of a folder.
///
/// Machines of private networks are not asked without `--private`. Exit code 1 when an address is
/// broken; one that is unclear may work for people.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  attestor trust links offering")]
pub(crate) struct LinksArgs {
    /// The folder of the files.
    folder: PathBuf,
    /// Also ask machines of private networks, and this one.
    #[arg(long)]
    private: bool,
}

#[derive(Serialize)]
struct Line {
    address: String,
    state: &'static str,
    detail: String,
}

/// Runs the command.
pub(super) fn run(args: &LinksArgs, out: &mut Out) -> Result<Exit, Stop> {
    let trust = folder::read(&args.folder, &world::library(None)?)?;
    let wanted: Vec<String> = addresses(&trust).into_iter().collect();
    let reach = if args.private { Reach::Any } else { Reach::Public };
    let tried = Waiting::new()?.on(try_all(reach, wanted))?;
    let lines: Vec<Line> = tried
        .into_iter()
        .map(|it| {
            let (state, detail) = match it.answer {
                Answer::Works(status) => ("works", status.to_string()),
                Answer::Broken(why) => ("broken", why),
                Answer::NoHost => ("broken", "no-host".to_owned()),
                Answer::Unclear(why) | Answer::Away(why) => ("unclear", why),
            };
            Line { address: it.address, state, detail }
        })
        .collect();
    match out.format {
        Format::Json | Format::Jsonl => out.json(&lines),
        Format::Table => {
            for Line { address, state, detail } in &lines {
                out.line(format_args!("{state:<8} {detail:<9} {address}"));
            }
        }
    }
    let broken = lines.iter().filter(|it| it.state == "broken").count();
    out.say(format_args!("tried {} addresses, {broken} broken", lines.len()));
    Ok(if broken == 0 { Exit::Done } else { Exit::Refused })
}
