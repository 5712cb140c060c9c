//! `attestor case replay`: a decision worked out again.

use clap::Args;
use serde_json::json;

use super::super::{Exit, Format, Out, Stop};
use super::AtDesk;
use crate::actions::desk::Refused;
use crate::actions::desk::replay::{Compared, Replayed};
use crate::store::Missing;

/// Works a decision out again, from the record alone.
///
/// The case is put together from its acts up to the last proposal, and assessed on the proposal's day
/// with the edition that it is pinned to. The exit code is 1 where anything comes out different.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  attestor case replay 2fk7g0q9x1ab")]
pub(crate) struct Replay {
    /// The case.
    id: String,
    #[command(flatten)]
    kept: AtDesk,
}

/// Runs the command.
pub(super) fn run(args: &Replay, out: &mut Out) -> Result<Exit, Stop> {
    let replayed = args.kept.open(Missing::Refused, |desk, waiting| {
        if waiting.on(desk.store().case(&args.id))?.is_none() {
            return Err(Refused::NotFound);
        }
        Ok(waiting.on(desk.replay(&args.id))?)
    });
    match replayed {
        Ok(Some(replayed)) => Ok(show(&replayed, out)),
        Ok(None) => {
            out.say("no decision was proposed, so there is none to work out again");
            Ok(Exit::Refused)
        }
        Err(why) => super::refused(why, out),
    }
}

fn show(replayed: &Replayed, out: &mut Out) -> Exit {
    let differences = replayed.differences();
    match out.format {
        Format::Table => table(replayed, &differences, out),
        Format::Json | Format::Jsonl => {
            out.json(&json!({"same": differences.is_empty(), "differences": differences, "replay": replayed}));
        }
    }
    if differences.is_empty() { Exit::Done } else { Exit::Refused }
}

fn table(replayed: &Replayed, differences: &[&str], out: &mut Out) {
    let Replayed { case_id, number, assessed_on, ruling, confirmed, .. } = replayed;
    let word = if *confirmed { "decided" } else { "proposed" };
    out.line(format_args!(
        "case {case_id}: {ruling}, {word}; act {number}, assessed {assessed_on}"
    ));
    let mut line = |name: &str, compared: &Compared| {
        let Compared { recorded, now, same } = compared;
        let mark = if *same { "same" } else { "DIFFERS" };
        out.line(format_args!("  {name:<11}{mark:<8} {recorded}"));
        if !same {
            let now = now.as_deref().unwrap_or("cannot be worked out: the edition is not loaded");
            out.line(format_args!("  {:<11}{:<8} {now}", "", "now"));
        }
    };
    line("edition", &replayed.edition);
    line("case", &replayed.facts);
    line("assessment", &replayed.assessment);
    line("outcome", &replayed.outcome);
    match differences {
        [] => out.say("the same decision comes out"),
        some => out.say(format_args!("another one comes out: {}", some.join(", "))),
    }
}
