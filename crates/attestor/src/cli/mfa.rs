//! `attestor mfa …`: the report on multifactor authentication, from logs to numbers.

mod compact;
mod directory;
mod export;
mod ids;
mod ingest;
mod pull;
mod query;
mod report;
mod words;

use std::path::Path;

use attestor_core::mfa::rule::MfaRule;
use clap::{Args, Subcommand};

use super::kept::Kept;
use super::{Exit, Out, Stop};
use crate::actions::mfa::Mfa;
use crate::actions::mfa::reports::Reports;
use crate::actions::{demo_days, demo_mfa};
use crate::clock::{self, Clock};
use crate::config::{Config, Key};
use crate::runtime::Waiting;
use crate::{disk, embedded};

/// What can be done with sign-in logs.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Ingest(ingest::Ingest),
    Directory(directory::Directory),
    Pull(Box<pull::Pull>),
    Report(report::Report),
    Query(query::Query),
    Export(export::Export),
    Compact(compact::Compact),
}

/// The rule's file under `frameworks/`.
const RULE: &str = "mfa/rule.yaml";

/// Where logs are kept.
#[derive(Debug, Args)]
struct AtLake {
    #[command(flatten)]
    kept: Kept,
    /// A folder in an object store for the tables, `s3://…` or `az://…`, in the place of `lake` in
    /// the folder of the data [env: ATTESTOR_LAKE].
    #[arg(long, value_name = "URL")]
    lake: Option<String>,
}

impl AtLake {
    /// Opens the lake and lets `act` work with it.
    fn open<T>(&self, act: impl AsyncFnOnce(Mfa) -> Result<T, Stop>) -> Result<T, Stop> {
        let flags = self.lake.iter().map(|url| (Key::Lake, url.clone())).collect();
        let config = self.kept.config_with(flags)?;
        let rule = MfaRule::load(RULE, &embedded::framework_text(RULE)?).map_err(Stop::Faults)?;
        // Reading, packing and looking up go on side by side.
        Waiting::for_server()?.on(async {
            let place = (config.data_dir.as_path(), config.lake.as_deref());
            act(Mfa::open(place, rule, Clock::system()).await?).await
        })
    }
}

/// Fills the demo's lake with its example, moved to the last seven days. The files stand in a folder
/// afterwards, to be tried with the commands here.
pub(crate) fn fill_demo(folder: &Path, data: &Path) -> Result<(), Stop> {
    let today = clock::today();
    let texts = embedded::demo_mfa()
        .map(|(path, text)| (path, demo_days::dated(&text, today).into_bytes()));
    disk::write_all(folder, texts)?;
    let rule = MfaRule::load(RULE, &embedded::framework_text(RULE)?).map_err(Stop::Faults)?;
    Waiting::for_server()?.on(async {
        let mut mfa = Mfa::open((data, None), rule, Clock::system()).await?;
        demo_mfa::fill(&mut mfa, folder, today).await
    })
}

/// The reports for a server, over the lake of its settings.
pub(super) async fn reports(config: &Config) -> Result<Reports, Stop> {
    let rule = MfaRule::load(RULE, &embedded::framework_text(RULE)?).map_err(Stop::Faults)?;
    Reports::open((&config.data_dir, config.lake.as_deref()), rule, Clock::system()).await
}

/// Runs the command.
pub(crate) fn run(command: &Command, out: &mut Out) -> Result<Exit, Stop> {
    match command {
        Command::Ingest(args) => ingest::run(args, out),
        Command::Directory(args) => directory::run(args, out),
        Command::Pull(args) => pull::run(args, out),
        Command::Report(args) => report::run(args, out),
        Command::Query(args) => query::run(args, out),
        Command::Export(args) => export::run(args, out),
        Command::Compact(args) => compact::run(args, out),
    }
}
