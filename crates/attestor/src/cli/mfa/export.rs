//! `attestor mfa export`: all rows, to take along.

use std::io::{BufWriter, Write};
use std::path::PathBuf;

use attestor_core::day::Day;
use attestor_core::mfa::event::Channel;
use attestor_core::mfa::metric::WINDOW_DAYS;
use clap::{Args, ValueEnum};

use super::super::day_arg::day;
use super::super::{Exit, Format, Out, Stop};
use super::AtLake;
use crate::actions::mfa::Mfa;
use crate::actions::mfa::export::{self, FileForm, Wanted};
use crate::clock;
use crate::disk::Whole;

/// Writes the rows behind the report, all of them, the newest first.
///
/// The names are those of the public resources, and `channel` tells the portal from the API. Without
/// `--format`, or with `--format csv`, the rows are comma-separated; `json` is one document, `ndjson`
/// one object a line. A file appears whole or not at all.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  attestor mfa export --org Contoso --what requests --from 2026-11-01 --to 2026-12-01 \\\n    -o requests.csv"
)]
pub(crate) struct Export {
    /// Whose rows.
    #[arg(long, value_name = "NAME")]
    org: String,
    /// Which rows.
    #[arg(long, value_enum)]
    what: What,
    /// Requests on which channel: by default the portal for `portal` and the API for the others.
    #[arg(long, value_enum)]
    channel: Option<Which>,
    /// The first day; by default seven days before the end.
    #[arg(long, value_name = "DAY", value_parser = day)]
    from: Option<Day>,
    /// The day that they end before, as of a report; today otherwise.
    #[arg(long, value_name = "DAY", value_parser = day)]
    to: Option<Day>,
    /// Only so many rows, the newest ones; all otherwise.
    #[arg(long, value_name = "COUNT")]
    newest: Option<usize>,
    /// The file; standard output otherwise.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    at: AtLake,
}

/// Which rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum What {
    /// Who made requests without multifactor authentication, and when last.
    Portal,
    /// Requests by day and application.
    Summary,
    /// Every request.
    Requests,
}

/// Which channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Which {
    /// The portal.
    Portal,
    /// The API.
    Api,
    /// Both.
    All,
}

impl Export {
    fn wanted(&self) -> Wanted<'_> {
        let (what, usual) = match self.what {
            What::Portal => (export::Export::Portal, Which::Portal),
            What::Summary => (export::Export::Summary, Which::Api),
            What::Requests => (export::Export::Requests, Which::Api),
        };
        let channels = match self.channel.unwrap_or(usual) {
            Which::Portal => vec![Channel::Portal],
            Which::Api => vec![Channel::Api],
            Which::All => vec![Channel::Portal, Channel::Api],
        };
        let to = self.to.unwrap_or_else(clock::today);
        let from = self.from.unwrap_or_else(|| to.plus_days(-WINDOW_DAYS));
        Wanted { organization: &self.org, what, channels, from, to, newest: self.newest }
    }
}

/// Runs the command.
pub(super) fn run(args: &Export, out: &mut Out) -> Result<Exit, Stop> {
    let form = match out.format {
        Format::Table => FileForm::Csv,
        Format::Json => FileForm::Json,
        Format::Jsonl => FileForm::Lines,
    };
    let rows = args.at.open(async |mut mfa| match &args.output {
        Some(path) => {
            let mut whole = Whole::begin(path)?;
            let rows = written(args, &mut mfa, form, &mut whole).await?;
            whole.finish()?;
            Ok(rows)
        }
        None => written(args, &mut mfa, form, &mut BufWriter::new(std::io::stdout())).await,
    })?;
    if let Some(path) = &args.output {
        out.say(format_args!("{rows} rows in {}", path.display()));
    }
    Ok(Exit::Done)
}

async fn written(
    args: &Export,
    mfa: &mut Mfa,
    form: FileForm,
    into: &mut (dyn Write + Send),
) -> Result<u64, Stop> {
    mfa.export(&args.wanted(), form, into).await
}
