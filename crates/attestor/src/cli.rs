//! The command line: one file a command, one place that decides form and exit code.
//!
//! stdout is data, stderr is talk. Exit codes: 0 done, 1 refused or not ready, 2 bad input,
//! 3 failure of the world.

mod assess;
mod at_desk;
mod case;
mod catalog;
#[cfg(feature = "cluster")]
mod cluster;
mod completions;
mod config;
mod day_arg;
mod demo;
mod evidence;
mod external;
mod framework;
mod fsck;
mod init;
mod input;
mod kept;
mod lifecycle;
#[cfg(feature = "lake")]
mod mfa;
mod money;
mod out;
mod page;
mod pentest;
mod people;
mod permissions;
mod record;
mod sample;
mod schema;
mod serve;
mod trust;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

pub(crate) use crate::stop::{Exit, Stop};
pub(crate) use input::Program;
use out::Asked;
pub(crate) use out::{Format, Out};

/// Asks, checks, decides and explains whether an app can be certified.
#[derive(Debug, Parser)]
#[command(name = "attestor", version, about, max_term_width = 100)]
struct Cli {
    /// How results are printed on stdout.
    #[arg(long, global = true, value_enum, default_value_t = Asked::Table)]
    format: Asked,
    #[command(subcommand)]
    command: Command,
}

/// The commands, in the order in which a newcomer meets them.
#[derive(Debug, Subcommand)]
#[expect(clippy::large_enum_variant, reason = "there is one, made once")]
enum Command {
    Demo(demo::DemoArgs),
    Init(init::InitArgs),
    Assess(assess::AssessArgs),
    /// The certification program as data: check it, show it.
    #[command(subcommand)]
    Framework(framework::FrameworkCommand),
    /// Read published pages into facts, or check the reading against known facts.
    #[command(subcommand)]
    Page(page::Command),
    /// Keep published pages: import them, list apps, show one, tell what changed.
    #[command(subcommand)]
    Catalog(catalog::Command),
    /// Cases of the desk: dossiers in and out, where a case stands, a decision worked out again.
    #[command(subcommand)]
    Case(case::Command),
    /// The record of the desk: who changed what, when.
    #[command(subcommand)]
    Record(record::Command),
    Fsck(fsck::FsckArgs),
    /// Files of evidence: new keys, and erasing what is over.
    #[command(subcommand)]
    Evidence(evidence::Command),
    Serve(Box<serve::ServeArgs>),
    /// The settings of the web server: show them, check them.
    #[command(subcommand)]
    Config(Box<config::Command>),
    /// Help people in: the link of the first start, links back into an account, who there is.
    #[command(subcommand)]
    People(people::Command),
    /// Multifactor authentication: sign-in logs in, three shares and their causes out.
    #[cfg(feature = "lake")]
    #[command(subcommand)]
    Mfa(mfa::Command),
    /// What a provider is certified for: pages in and out, and what a customer may rest on.
    #[command(subcommand)]
    Trust(trust::Command),
    /// Machines that answer SQL over sign-in logs together: one scheduler, any number of executors.
    #[cfg(feature = "cluster")]
    #[command(subcommand)]
    Cluster(cluster::Command),
    /// Check the API permissions that an app requests.
    #[command(subcommand)]
    Permissions(permissions::Command),
    Sample(sample::SampleArgs),
    /// A booked penetration test: what moving or cancelling it costs.
    #[command(subcommand)]
    Pentest(pentest::PentestCommand),
    /// Reports on other frameworks: do they count?
    #[command(subcommand)]
    External(external::ExternalCommand),
    /// The life of a certificate: reminders, renewal, expiry.
    #[command(subcommand)]
    Lifecycle(lifecycle::LifecycleCommand),
    Schema(schema::SchemaArgs),
    Completions(completions::CompletionsArgs),
}

/// Reads the arguments, runs the command and turns its end into an exit code.
pub(crate) fn main() -> ExitCode {
    let cli = Cli::parse();
    let asked = cli.format;
    let format = asked.format(cli.command.own_forms());
    let mut out = Out::new(*format.as_ref().unwrap_or(&Format::Table));
    let end = format.and_then(|_| run(cli.command, asked, &mut out));
    out.end(end)
}

impl Command {
    /// The forms that it writes beside those of all commands.
    const fn own_forms(&self) -> &'static [Asked] {
        match self {
            #[cfg(feature = "lake")]
            Self::Mfa(mfa::Command::Export(_)) => &[Asked::Csv],
            Self::Trust(command) => command.own_forms(),
            _ => &[],
        }
    }
}

fn run(command: Command, asked: Asked, out: &mut Out) -> Result<Exit, Stop> {
    match command {
        Command::Demo(args) => demo::run(&args, out),
        Command::Init(args) => init::run(&args, out),
        Command::Assess(args) => assess::run(&args, out),
        Command::Framework(command) => framework::run(&command, out),
        Command::Page(command) => page::run(&command, out),
        Command::Catalog(command) => catalog::run(&command, out),
        Command::Case(command) => case::run(&command, out),
        Command::Record(command) => record::run(&command, out),
        Command::Fsck(args) => fsck::run(&args, out),
        Command::Evidence(command) => evidence::run(&command, out),
        Command::Serve(args) => serve::run(&args, out),
        Command::Config(command) => config::run(&command, out),
        Command::People(command) => people::run(&command, out),
        #[cfg(feature = "lake")]
        Command::Mfa(command) => mfa::run(&command, out),
        Command::Trust(command) => trust::run(&command, asked, out),
        #[cfg(feature = "cluster")]
        Command::Cluster(command) => cluster::run(&command, out),
        Command::Permissions(command) => permissions::run(&command, out),
        Command::Sample(args) => sample::run(&args, out),
        Command::Pentest(command) => pentest::run(&command, out),
        Command::External(command) => external::run(&command, out),
        Command::Lifecycle(command) => lifecycle::run(&command, out),
        Command::Schema(args) => schema::run(&args, out),
        Command::Completions(args) => completions::run(&args),
    }
}
