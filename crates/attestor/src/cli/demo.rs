//! `attestor demo`: the main job on an example, and a catalog to look at, in one command.

use std::net::TcpListener;
use std::path::{Path, PathBuf};

use attestor_core::day::Day;
use clap::Args;

use super::{Exit, Out, Stop, config, serve};
use crate::actions::assess::{self, Question};
use crate::actions::demo_desk::{self, Filling};
use crate::actions::demo_trust;
use crate::actions::desk::Desk;
use crate::actions::import_pages;
use crate::actions::reader::Reader;
use crate::actions::report::{self, Form};
use crate::actions::trust::Portals;
use crate::clock::{self, Clock};
use crate::config::Config;
use crate::disk::{self, DiskFolder};
use crate::embedded;
use crate::people::People;
use crate::phrases::{DEFAULT_LOCALE, Phrases};
use crate::report::Audience;
use crate::runtime::Waiting;
use crate::store::{Missing, Place, Store};
use crate::vault::Vault;

/// The day on which the example is assessed, so that its dates tell the same story every day.
const DAY: &str = "2026-11-16";

/// Where the site of the example listens, unless another program does.
const ADDRESS: &str = "127.0.0.1:8080";

/// Assess an example app, write its report, and show an example catalog as a web site.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  attestor demo\n  attestor demo --no-serve")]
pub(crate) struct DemoArgs {
    /// Where the example goes.
    #[arg(long, value_name = "DIR", default_value = "attestor-demo")]
    dir: PathBuf,
    /// Only prepare the example; do not start the web site.
    #[arg(long)]
    no_serve: bool,
    /// Host and port of the web site [default: 127.0.0.1:8080, or a free port where that is taken].
    #[arg(long, value_name = "HOST:PORT", conflicts_with = "no_serve")]
    listen: Option<String>,
    /// A folder of further frameworks for the systems of the example's customer.
    #[arg(long, value_name = "DIR", conflicts_with = "no_serve")]
    catalogs: Option<PathBuf>,
}

/// Runs the command.
pub(crate) fn run(args: &DemoArgs, out: &mut Out) -> Result<Exit, Stop> {
    assess(args, out)?;
    let data = args.dir.join("data");
    let apps = fill(&args.dir.join("pages"), &data)?;
    let config = config::of_folder(ADDRESS, &data.to_string_lossy())?;
    fill_desk(&config, &args.dir.join("dossier"), out)?;
    fill_trust(&config, out)?;
    #[cfg(feature = "lake")]
    super::mfa::fill_demo(&args.dir.join("mfa"), &data)?;
    let shown = data.display();
    out.say(format_args!(
        "\nThe example catalog has {apps} pages in eleven languages, in {shown}."
    ));
    if args.no_serve {
        out.say("See it in a browser:");
        out.say(format_args!("  attestor serve --data-dir {shown}"));
        return Ok(Exit::Done);
    }
    out.say("Its web site runs until you press Ctrl-C. Try:");
    for (path, what) in TRY.iter().chain(MFA) {
        out.say(format_args!("  {path:<32} {what}"));
    }
    let listen = args.listen.clone().unwrap_or_else(|| free(ADDRESS));
    let mut config = config::of_folder(&listen, &data.to_string_lossy())?;
    config.catalogs.clone_from(&args.catalogs);
    serve::start(&config, serve::Purpose::Demo, out)
}

/// What to look at first.
const TRY: [(&str, &str); 7] = [
    ("/demo", "the certification desk, as publisher, analyst, lead, …"),
    ("/fr-fr/apps/WA104381421", "an app in French"),
    ("/ko-kr/apps/WA200000148", "one in Korean, with many blanks"),
    ("/ko-kr/apps?q=비서", "a search in Korean"),
    ("/ko-kr/trust/harborline", "what a provider is certified for, in two languages"),
    ("/en-us/apps?permission=User.Read", "who asks for a permission"),
    ("/en-us/compare?id=WA104381421&id=WA200000148", "two apps side by side"),
];

/// What to look at of sign-in logs.
#[cfg(feature = "lake")]
const MFA: &[(&str, &str)] = &[("/demo", "and as customer: who signed in without a second factor")];
#[cfg(not(feature = "lake"))]
const MFA: &[(&str, &str)] = &[];

/// Assesses the example app, prints the result and writes the report.
fn assess(args: &DemoArgs, out: &mut Out) -> Result<(), Stop> {
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
    let shown = dossier.display();
    out.say(format_args!(
        "\nThe example app is invented. Its dossier ({count} files) is in {shown}."
    ));
    out.say("Change a file there and run:");
    out.say(format_args!("  attestor assess {shown} --on {DAY} --report report.html"));
    out.line(format_args!("\nReport: {}", whole.display()));
    Ok(())
}

/// Fills the example catalog; pages that it has already change nothing. Gives the number of pages.
fn fill(pages: &Path, data: &Path) -> Result<usize, Stop> {
    let files = embedded::demo_pages().map(|(path, bytes)| (path.into_owned(), bytes.into_owned()));
    let count = disk::write_all(pages, files)?;
    let waiting = Waiting::new()?;
    let store = waiting.on(Store::open(&Place::Folder(data.to_owned()), Missing::Made))?;
    let reader = Reader::load()?;
    let import = import_pages::import(&store, &reader, pages, clock::now(), |_| {});
    let imported = waiting.on(import);
    waiting.on(store.close());
    imported.map(|_| count)
}

/// Makes the members and cases of the desk, unless they are there.
fn fill_desk(config: &Config, dossier: &Path, out: &mut Out) -> Result<(), Stop> {
    let waiting = Waiting::new()?;
    let store = waiting.on(Store::open(&config.place(), Missing::Made))?;
    let vault = serve::evidence(config, out)?;
    let made = waiting.on(desk_of(&store, &vault, dossier));
    waiting.on(store.close());
    made
}

/// Publishes the trust portal of the example's publisher, with days counted from today, and gives it
/// readers.
fn fill_trust(config: &Config, out: &mut Out) -> Result<(), Stop> {
    let waiting = Waiting::new()?;
    let store = waiting.on(Store::open(&config.place(), Missing::Made))?;
    let vault = serve::evidence(config, out)?;
    let portals = Portals::new(store.clone(), Clock::system())?;
    let filled = waiting.on(demo_trust::fill(&portals, &vault));
    waiting.on(store.close());
    filled
}

async fn desk_of(store: &Store, vault: &Vault, dossier: &Path) -> Result<(), Stop> {
    let people = People::new(store.clone(), Clock::system());
    let added = people.add_demo(&demo_desk::organizations()).await;
    match added {
        Ok(true) => {}
        Ok(false) => return Ok(()),
        Err(refused) => return Err(Stop::Failure(format!("the demo's people: {refused:?}"))),
    }
    let desk = Desk::new(store.clone(), Clock::system())?;
    let all = embedded::demo().map(|(path, bytes)| (path.into_owned(), bytes.into_owned()));
    let files = demo_desk::keep_files(&desk, vault, all).await?;
    let told_on = Day::parse(DAY).ok_or_else(|| Stop::Failure(format!("{DAY} is not a day")))?;
    let folder = DiskFolder::open(dossier)?;
    Filling { desk: &desk, dossier: &folder, files: &files, told_on }.run().await
}

/// The address, or one with a free port where another program listens already.
fn free(address: &str) -> String {
    match TcpListener::bind(address) {
        Ok(_) => address.to_owned(),
        Err(_) => "127.0.0.1:0".to_owned(),
    }
}
