//! `attestor fsck`: everything that is kept, recomputed.

use clap::Args;

use super::at_desk::AtDesk;
use super::{Exit, Format, Out, Stop};
use crate::actions::desk::fsck::{Checked, Depth};
use crate::store::Missing;

/// Recomputes everything that is kept and names the first break.
///
/// The chains of the record and of the catalog's journal, every case from its acts against its row,
/// every decision, every file. Nothing is changed. The exit code is 1 where a break is found.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  attestor fsck --data-dir /var/lib/attestor")]
pub(crate) struct FsckArgs {
    /// Do not read the contents of files; see only that they are there.
    #[arg(long)]
    quick: bool,
    #[command(flatten)]
    kept: AtDesk,
}

/// Runs the command.
pub(crate) fn run(args: &FsckArgs, out: &mut Out) -> Result<Exit, Stop> {
    let depth = if args.quick { Depth::Quick } else { Depth::Whole };
    let checked: Checked =
        args.kept.open_with_files(Missing::Refused, |desk, files, waiting| {
            waiting.on(desk.fsck(files, depth))
        })?;
    match out.format {
        Format::Table => table(&checked, out),
        Format::Json | Format::Jsonl => out.json(&checked),
    }
    Ok(if checked.first_break.is_none() { Exit::Done } else { Exit::Refused })
}

fn table(checked: &Checked, out: &mut Out) {
    let Checked { journal, entries, cases, decisions, files, erased, first_break, warnings } =
        checked;
    let mut line = |count: u64, what: &str| out.line(format_args!("{count:>9}  {what}"));
    line(*journal, "rows of the catalog's journal");
    line(*entries, "entries of the record");
    line(*cases, "cases");
    line(*decisions, "decisions worked out again");
    line(*files, "files");
    line(*erased, "erased files");
    for warning in warnings {
        out.say(format_args!("warning: {warning}"));
    }
    match first_break {
        Some(found) => {
            out.line(format_args!("first break: {} {}: {}", found.part, found.at, found.what));
        }
        None => out.line("no break"),
    }
}
