//! `attestor cluster …`: the machines that answer SQL over the logs together.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::thread::available_parallelism;

use attestor_cluster::{Executor as Doing, execute, schedule};
use clap::{Args, Subcommand};
use tokio::net::TcpListener;

use super::{Exit, Out, Stop};
use crate::actions::mfa::stop;
use crate::config::{LogFormat, LogLevel};
use crate::runtime::Waiting;
use crate::web::log;

/// What a machine can be.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Scheduler(Scheduler),
    Executor(Executor),
}

/// Hands out the work of queries to executors. Runs until it is stopped.
///
/// It trusts whoever connects: keep it in a network of your own.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  attestor cluster scheduler --bind 127.0.0.1:50050")]
pub(crate) struct Scheduler {
    /// Where queries and executors come in.
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:50050")]
    bind: SocketAddr,
}

/// Does the work that a scheduler hands out. Runs until it is stopped.
///
/// It reads every file that a plan names and that its user may read: keep it in a network of your own.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  attestor cluster executor --scheduler 127.0.0.1:50050 --bind 127.0.0.1:50051"
)]
pub(crate) struct Executor {
    /// The scheduler.
    #[arg(long, value_name = "HOST:PORT", value_parser = host_and_port)]
    scheduler: (String, u16),
    /// Where the others fetch what it found.
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:50051")]
    bind: SocketAddr,
    /// The name under which the others reach it; the address that the scheduler sees otherwise.
    #[arg(long, value_name = "HOST")]
    host: Option<String>,
    /// How many pieces of work it does at once, one a processor otherwise.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    cores: Option<u16>,
    /// The folder of what is found on the way, a temporary one otherwise.
    #[arg(long, value_name = "DIR")]
    work: Option<PathBuf>,
}

/// Runs the command.
pub(super) fn run(command: &Command, out: &mut Out) -> Result<Exit, Stop> {
    log::start(LogFormat::Text, LogLevel::Info);
    match command {
        Command::Scheduler(args) => Waiting::for_server()?.on(scheduler(args, out)),
        Command::Executor(args) => executor(args, out),
    }
}

async fn scheduler(args: &Scheduler, out: &mut Out) -> Result<Exit, Stop> {
    let taken = |error| Stop::Failure(format!("cannot take connections at {}: {error}", args.bind));
    let listener = TcpListener::bind(args.bind).await.map_err(taken)?;
    let at = listener.local_addr().map_err(taken)?;
    out.say(format_args!("the scheduler takes queries at ballista://{at}"));
    schedule(listener).await.map_err(stop)?;
    Ok(Exit::Done)
}

fn executor(args: &Executor, out: &mut Out) -> Result<Exit, Stop> {
    let away = |error| Stop::Failure(format!("cannot make a temporary folder: {error}"));
    let temporary = tempfile::tempdir().map_err(away)?;
    let doing = Doing {
        scheduler: args.scheduler.clone(),
        bind: args.bind,
        host: args.host.clone(),
        cores: args
            .cores
            .map_or_else(|| available_parallelism().map_or(1, Into::into), usize::from),
        work: args.work.clone().unwrap_or_else(|| temporary.path().to_owned()),
    };
    let (host, port) = &args.scheduler;
    out.say(format_args!("the executor works for {host}:{port}, and is found at {}", args.bind));
    Waiting::for_server()?.on(execute(doing)).map_err(stop)?;
    Ok(Exit::Done)
}

fn host_and_port(text: &str) -> Result<(String, u16), String> {
    let parts = text.rsplit_once(':').and_then(|(host, port)| Some((host, port.parse().ok()?)));
    parts
        .filter(|(host, _)| !host.is_empty())
        .map(|(host, port)| (host.to_owned(), port))
        .ok_or_else(|| "it is a host and a port, as `127.0.0.1:50050`".to_owned())
}
