//! `attestor demo`: the main job on an example, in one command.

use std::path::PathBuf;

use attestor_core::day::Day;
use clap::Args;

use super::{Exit, Out, Stop};
use crate::actions::assess::{self, Question};
use crate::actions::report::{self, Form};
use crate::disk::{self, DiskFolder};
use crate::embedded;
use crate::phrases::{DEFAULT_LOCALE, Phrases};
use crate::report::Audience;

/// The day on which the example is assessed, so that its dates tell the same story every day.
const DAY: &str = "2026-11-16";

/// Assess an example app and write its report.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  attestor demo")]
pub(crate) struct DemoArgs {
    /// Where the example goes.
    #[arg(long, value_name = "DIR", default_value = "attestor-demo")]
    dir: PathBuf,
}

/// Runs the command.
pub(crate) fn run(args: &DemoArgs, out: &mut Out) -> Result<Exit, Stop> {
    let dossier = args.dir.join("dossier");
    let files = embedded::demo().map(|(path, bytes)| (path.into_owned(), bytes.into_owned()));
    let count = disk::write_all(&dossier, files)?;
    let folder = DiskFolder::open(&dossier)?;
    let on = Day::parse(DAY).ok_or_else(|| Stop::Failure(format!("{DAY} is not a day")))?;
    let phrases = Phrases::load(DEFAULT_LOCALE)?;
    let question = Question { frameworks: None, on, audience: Audience::Publisher };
    let path = args.dir.join("report.html");
    assess::assess(&folder, question, |subject, findings| {
        report::write(&path, Form::Html, subject, &phrases)?;
        super::assess::print(subject, findings, &phrases, out);
        Ok(())
    })?;
    let whole = path.canonicalize().unwrap_or(path);
    out.say(format_args!(
        "\nThe example app is invented. Its dossier ({count} files) is in {}.",
        dossier.display()
    ));
    out.say("Change a file there and run:");
    out.say(format_args!(
        "  attestor assess {} --on {DAY} --report report.html",
        dossier.display()
    ));
    out.line(format_args!("\nReport: {}", whole.display()));
    Ok(Exit::Done)
}
