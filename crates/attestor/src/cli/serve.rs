//! `attestor serve`: the web site of the catalog.

use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use std::process;
use std::sync::Arc;

use clap::Args;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use super::config::Flags;
use super::{Exit, Out, Stop};
use crate::actions::reader::Reader;
use crate::actions::reread_pages;
use crate::actions::trust::links::client::Reach;
use crate::actions::trust::mail::Mail;
use crate::clock;
use crate::config::{Config, LinkCheck};
use crate::people::People;
use crate::runtime::Waiting;
use crate::store::{Missing, Store};
use crate::vault::{KeyOrigin, Keys, Limits, Vault, VaultSettings};
use crate::web::serve::{End, Settings};
use crate::web::{self, Site, Tending};
use crate::world::catalogs::Catalogs;

/// The exit code after a second signal: 128 and the number of SIGINT, as shells have it.
const INTERRUPTED: i32 = 130;

/// Serves the catalog as a web site until Ctrl-C or SIGTERM.
///
/// Each setting is a flag, else a variable, else a line of a TOML file, else its default;
/// `attestor config show` tells which.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  attestor serve --listen 127.0.0.1:8080 --data-dir attestor-data"
)]
pub(crate) struct ServeArgs {
    #[command(flatten)]
    flags: Flags,
}

/// Runs the command.
pub(crate) fn run(args: &ServeArgs, out: &mut Out) -> Result<Exit, Stop> {
    start(&args.flags.read()?, Purpose::Work, out)
}

/// What a server is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// For work.
    Work,
    /// To look at: members of the demo need no password.
    Demo,
}

/// Serves by these settings until a signal.
pub(super) fn start(config: &Config, purpose: Purpose, out: &mut Out) -> Result<Exit, Stop> {
    web::log::start(config.log_format, config.log_level);
    Waiting::for_server()?.on(serve(config, purpose, out))
}

async fn serve(config: &Config, purpose: Purpose, out: &mut Out) -> Result<Exit, Stop> {
    // Heard from here on, so that a signal during the start is not lost.
    let stop = signals().map_err(|error| format!("cannot listen to signals: {error}"))?;
    // Before anything is made: who has to mend a file finds nothing half begun.
    let folder = config.catalogs.as_deref();
    let catalogs = folder.map(|folder| Catalogs::load(Some(folder))).transpose()?;
    let listener = bind(&config.listen).await?;
    let bound = listener.local_addr().map_err(|error| words(&config.listen, &error))?;
    let store = Store::open(&config.place(), Missing::Made).await?;
    prepare(&store, out).await?;
    let end = answer((config, purpose, catalogs), listener, bound, (&store, stop), out).await;
    store.close().await;
    match end? {
        End::Clean => out.say("stopped"),
        End::Cut(count) => {
            out.say(format_args!("stopped; {count} connections were cut after the time of grace"));
        }
    }
    Ok(Exit::Done)
}

/// A catalog of an older program gets what lists are made from.
async fn prepare(store: &Store, out: &mut Out) -> Result<(), Stop> {
    if !store.lacks_listings().await? {
        return Ok(());
    }
    out.say("reading the kept pages of an older catalog anew");
    let reader = Reader::load()?;
    reread_pages::reread_unlisted(store, &reader, clock::now(), |_| {}).await?;
    Ok(())
}

async fn answer(
    (config, purpose, catalogs): (&Config, Purpose, Option<Catalogs>),
    listener: TcpListener,
    bound: SocketAddr,
    (store, stop): (&Store, oneshot::Receiver<()>),
    out: &mut Out,
) -> Result<End, Stop> {
    let settings = settings(config, bound);
    let vault = evidence(config, out)?;
    let site = Site::new(store.clone(), &settings)?.with_vault(vault);
    let site = site.with_mail(mail(config)?, reach(config, purpose));
    let site = match catalogs {
        Some(catalogs) => site.with_catalogs(catalogs),
        None => site,
    };
    #[cfg(feature = "lake")]
    let site = site.with_reports(super::mfa::reports(config).await?);
    let site = Arc::new(match purpose {
        Purpose::Work => site,
        Purpose::Demo => site.with_demo(),
    });
    let people = site.people.clone();
    seal_secrets(&people, out).await?;
    let teller = Arc::clone(&site);
    let tell = Arc::new(move |trouble: &_| web::error_page(&teller, trouble));
    let app = web::serve::app(web::router(Arc::clone(&site)), store.clone(), &settings, tell);
    out.line(format_args!("Attestor listens on http://{bound}"));
    if let Some(code) = people.setup_code().await? {
        let link = format!("{}/setup?code={code}", settings.public_url);
        out.say(format_args!("nobody can sign in yet; this link works once, for an hour:\n{link}"));
    }
    let stop = async {
        // A lost sender cannot happen before the process ends.
        let _ = stop.await;
    };
    let tending = Tending::begin(site);
    let end = web::serve::serve(listener, app, &settings, stop).await;
    tending.end(settings.grace).await;
    Ok(end)
}

/// The way that notices are mailed, where one is set.
fn mail(config: &Config) -> Result<Option<Mail>, Stop> {
    config.mail().map(|(url, from)| Mail::new(url, from)).transpose()
}

/// Which machines may be asked about addresses. Those of the demo are invented.
fn reach(config: &Config, purpose: Purpose) -> Reach {
    match (purpose, config.link_check) {
        (Purpose::Demo, _) | (Purpose::Work, LinkCheck::Off) => Reach::Nothing,
        (Purpose::Work, LinkCheck::Public) => Reach::Public,
        (Purpose::Work, LinkCheck::Any) => Reach::Any,
    }
}

/// Secrets of authenticator apps that an older program kept plain are sealed.
async fn seal_secrets(people: &People, out: &mut Out) -> Result<(), Stop> {
    let done = people.seal_plain().await?;
    if done > 0 {
        out.say(format_args!("sealed the secrets of {done} authenticator apps"));
    }
    Ok(())
}

/// Opens the evidence store, and says where its key lies when it was made just now.
pub(super) fn evidence(config: &Config, out: &mut Out) -> Result<Vault, Stop> {
    let (vault, origin) = open_vault(config)?;
    if let KeyOrigin::Made(path) = origin {
        let path = path.display();
        out.say(format_args!("made the key of the evidence store, {path}; keep a copy elsewhere"));
    }
    Ok(vault)
}

/// Opens the evidence store of the settings, and tells where its key came from.
pub(super) fn open_vault(config: &Config) -> Result<(Vault, KeyOrigin), Stop> {
    let file = config.evidence_key_file.as_deref();
    let (key, origin) = Keys::load(config.evidence_key(), file, &config.data_dir)?;
    let size_bytes = u64::try_from(config.max_upload).unwrap_or(u64::MAX);
    let settings = VaultSettings {
        url: config.evidence_url.clone(),
        folder: config.data_dir.join("evidence"),
        staging: config.data_dir.join("uploads"),
        key,
        limits: Limits { size_bytes, ..Limits::default() },
        scanner: config.clamd.clone(),
    };
    Ok((Vault::open(settings)?, origin))
}

fn settings(config: &Config, bound: SocketAddr) -> Settings {
    Settings {
        public_url: config.public_url.clone().unwrap_or_else(|| format!("http://{bound}")),
        contact: config.contact.clone(),
        request_timeout: config.request_timeout,
        header_timeout: config.header_timeout,
        max_body: config.max_body,
        max_connections: config.max_connections,
        grace: config.grace,
    }
}

async fn bind(address: &str) -> Result<TcpListener, Stop> {
    TcpListener::bind(address).await.map_err(|error| words(address, &error))
}

/// Why it cannot listen, and what to do about it.
fn words(address: &str, error: &io::Error) -> Stop {
    Stop::Failure(match error.kind() {
        ErrorKind::AddrInUse => format!(
            "cannot listen on {address}: another program does; stop it or choose another port \
             with --listen"
        ),
        ErrorKind::PermissionDenied => format!(
            "cannot listen on {address}: no right to; choose a port of 1024 or more with --listen"
        ),
        ErrorKind::AddrNotAvailable => format!(
            "cannot listen on {address}: this machine does not have the address; choose another \
             with --listen"
        ),
        _ => format!("cannot listen on {address}: {error}; choose another with --listen"),
    })
}

/// The first signal gives the order to stop, a second one ends the process at once.
#[cfg(unix)]
fn signals() -> io::Result<oneshot::Receiver<()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    let (order, stop) = oneshot::channel();
    tokio::spawn(async move {
        let mut next =
            async || tokio::select! { _ = interrupt.recv() => {}, _ = terminate.recv() => {} };
        next().await;
        let _ = order.send(());
        next().await;
        process::exit(INTERRUPTED);
    });
    Ok(stop)
}

/// The first Ctrl-C gives the order to stop, a second one ends the process at once.
#[cfg(not(unix))]
fn signals() -> io::Result<oneshot::Receiver<()>> {
    let (order, stop) = oneshot::channel();
    tokio::spawn(async move {
        let _ = tokio::signal::ctrl_c().await;
        let _ = order.send(());
        let _ = tokio::signal::ctrl_c().await;
        process::exit(INTERRUPTED);
    });
    Ok(stop)
}
