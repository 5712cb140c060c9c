//! `attestor assess`: would this app be certified today, why not, and what is due when?

use std::path::PathBuf;

use attestor_core::attestation::page::finding::Finding;
use attestor_core::certification::decision::Outcome;
use attestor_core::day::Day;
use attestor_core::dossier::MAIN_FILE;
use attestor_core::fault::{Fault, Problem};
use clap::{Args, ValueEnum};

use super::day_arg::day;
use super::{Exit, Format, Out, Stop};
use crate::actions::assess::{self, Question};
use crate::actions::report::{self, Form};
use crate::clock;
use crate::disk::DiskFolder;
use crate::phrases::{DEFAULT_LOCALE, Phrases};
use crate::report::view::View;
use crate::report::{Audience, Subject, text, wire};

/// Would this app be certified today, why not, and what is due when?
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  attestor assess my-app\n  attestor assess my-app --on 2026-11-16 --report report.html\n  attestor assess my-app --format json > assessment.json\n\nExit code 0: would be certified; 1: not; 2: the dossier has faults; 3: failure."
)]
pub(crate) struct AssessArgs {
    /// The dossier's folder.
    dir: PathBuf,
    /// The day of the assessment; today when not given.
    #[arg(long, value_name = "DATE", value_parser = day)]
    on: Option<Day>,
    /// Also write a report; its ending decides the form (.html, .md, .json). May be given again.
    #[arg(long, value_name = "FILE")]
    report: Vec<PathBuf>,
    /// For whom tables and reports are made: publishers do not see points and pass marks that the
    /// edition hides.
    #[arg(long, value_enum, default_value_t = ViewArg::Publisher)]
    view: ViewArg,
    /// A folder with programs, or with one program, in the place of those in the binary.
    #[arg(long, value_name = "DIR")]
    frameworks: Option<PathBuf>,
}

/// For whom.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum ViewArg {
    /// The software vendor.
    Publisher,
    /// The certification body.
    Analyst,
}

/// Runs the command.
pub(crate) fn run(args: &AssessArgs, out: &mut Out) -> Result<Exit, Stop> {
    let mut reports = Vec::new();
    for path in &args.report {
        let Some(form) = Form::of(path) else {
            return Err(Stop::Usage(format!(
                "{} ends neither in .html, .md nor .json",
                path.display()
            )));
        };
        reports.push((path, form));
    }
    let folder = DiskFolder::open(&args.dir)?;
    let audience = match args.view {
        ViewArg::Publisher => Audience::Publisher,
        ViewArg::Analyst => Audience::Analyst,
    };
    let question = Question {
        frameworks: args.frameworks.as_deref(),
        on: args.on.unwrap_or_else(clock::today),
        audience,
    };
    let phrases = Phrases::load(DEFAULT_LOCALE)?;
    let done = assess::assess(&folder, question, |subject, findings| {
        for (path, form) in &reports {
            report::write(path, *form, subject, &phrases)?;
        }
        print(subject, findings, &phrases, out);
        for (path, _) in &reports {
            out.say(format_args!("wrote {}", path.display()));
        }
        Ok(exit(subject))
    });
    match done {
        Err(Stop::Faults(faults)) if is_no_dossier(&faults) => Err(Stop::Usage(format!(
            "{0} has no {MAIN_FILE}; `attestor init {0}` makes a dossier there",
            args.dir.display()
        ))),
        done => done,
    }
}

/// Whether a folder is no dossier at all.
fn is_no_dossier(faults: &[Fault]) -> bool {
    matches!(faults, [only] if only.place.file == MAIN_FILE && only.problem == Problem::MissingFile)
}

/// The exit code of an outcome.
pub(crate) fn exit(subject: &Subject<'_>) -> Exit {
    match subject.assessment.outcome {
        Outcome::Certifiable => Exit::Done,
        Outcome::NotReady
        | Outcome::NotStartable
        | Outcome::Fails
        | Outcome::TimedOut
        | Outcome::NeedsProgramDecision => Exit::Refused,
    }
}

/// Prints an assessment in the form that was asked for.
pub(crate) fn print(subject: &Subject<'_>, findings: &[Finding], phrases: &Phrases, out: &mut Out) {
    match out.format {
        Format::Json | Format::Jsonl => out.json(&wire::of(phrases, subject)),
        Format::Table => {
            let text = text::render(&View::of(phrases, subject), out.color().into());
            out.line(text.trim_end());
        }
    }
    if !findings.is_empty() {
        let count = findings.len();
        let words = if count == 1 { "finding" } else { "findings" };
        out.say(format_args!(
            "{count} {words} on the published page; `attestor page read` lists them"
        ));
    }
}
