//! `attestor case …`: cases of the desk from the machine itself: in, out, shown, worked out again.

mod copy;
mod export;
mod import;
mod list;
mod replay;
mod show;

use clap::Subcommand;

use super::at_desk::AtDesk;
use super::{Exit, Out, Stop};
use crate::actions::desk::Refused;

/// What can be done with cases.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Import(import::Import),
    Export(export::Export),
    Copy(copy::Copy),
    List(list::List),
    Show(show::Show),
    Replay(replay::Replay),
}

/// Runs the command.
pub(crate) fn run(command: &Command, out: &mut Out) -> Result<Exit, Stop> {
    match command {
        Command::Import(args) => import::run(args, out),
        Command::Export(args) => export::run(args, out),
        Command::Copy(args) => copy::run(args, out),
        Command::List(args) => list::run(args, out),
        Command::Show(args) => show::run(args, out),
        Command::Replay(args) => replay::run(args, out),
    }
}

/// Says why something was not done.
fn refused(refused: Refused, out: &mut Out) -> Result<Exit, Stop> {
    match refused {
        Refused::Failed(stop) => return Err(stop),
        Refused::NotFound => out.say("there is no such case; `attestor case list` names all"),
        Refused::Forbidden => out.say("refused: this is not done from the command line"),
        Refused::Conflict { .. } => {
            out.say("refused: somebody else changed the case meanwhile; try again");
        }
        Refused::AppHasCase => {
            out.say("refused: the app has an open case; `attestor case list --open` names it");
        }
        Refused::Rule(refusal) => {
            let mut words = format!("refused: {}", refusal.rule);
            for (name, value) in &refusal.facts {
                words.push_str(&format!(", {name} {value}"));
            }
            out.say(words);
            for reason in &refusal.reasons {
                out.say(format_args!("  {}", reason.rule));
            }
        }
    }
    Ok(Exit::Refused)
}
