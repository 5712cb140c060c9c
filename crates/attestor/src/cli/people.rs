//! `attestor people …`: what only who has the data can do for people.

use clap::{Args, Subcommand};
use serde_json::json;

use super::config::Flags;
use super::{Exit, Format, Out, Stop};
use crate::clock::Clock;
use crate::config::Config;
use crate::people::People;
use crate::runtime::Waiting;
use crate::store::people::MemberRow;
use crate::store::{Missing, Store};

/// What can be done for people from the machine itself.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Prints a new link of the first start, while there is no account. It works once, for an hour.
    #[command(after_help = "Example:\n  attestor people setup-link --data-dir attestor-data")]
    SetupLink(Flags),
    Link(Box<Link>),
    /// Lists who belongs to which organization in which role.
    #[command(after_help = "Example:\n  attestor people list --data-dir attestor-data")]
    List(Flags),
}

/// Prints a link back into an account for who lost password or second factor.
///
/// It works once, for 15 minutes. Its use sets a new password, removes the second factors and ends all
/// sessions. The record tells that it was made.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  attestor people link name@example.org --data-dir attestor-data"
)]
pub(crate) struct Link {
    /// The address that the account signs in with.
    #[arg(value_name = "EMAIL")]
    email: String,
    #[command(flatten)]
    flags: Flags,
}

/// Runs the command.
pub(crate) fn run(command: &Command, out: &mut Out) -> Result<Exit, Stop> {
    match command {
        Command::SetupLink(flags) => {
            let config = flags.read()?;
            let code = with(&config, Missing::Made, async |people| people.setup_code().await)?;
            match code {
                Some(code) => told(out, &format!("{}/setup?code={code}", site(&config))),
                None => {
                    refused(out, "there is an account already; `attestor people link` leads back")
                }
            }
        }
        Command::Link(args) => {
            let config = args.flags.read()?;
            let make = async |people: &People| people.link_code(&args.email).await;
            match with(&config, Missing::Refused, make)? {
                Some(code) => told(out, &format!("{}/sign-in/link?code={code}", site(&config))),
                None => refused(out, "no account signs in with this address"),
            }
        }
        Command::List(flags) => {
            let config = flags.read()?;
            let read = async |people: &People| people.store().members().await;
            list(&with(&config, Missing::Refused, read)?, out);
            Ok(Exit::Done)
        }
    }
}

/// Lets `act` work with the people of a database, and closes it whatever happened.
fn with<T>(
    config: &Config,
    missing: Missing,
    act: impl AsyncFnOnce(&People) -> Result<T, Stop>,
) -> Result<T, Stop> {
    let waiting = Waiting::new()?;
    waiting.on(async {
        let store = Store::open(&config.place(), missing).await?;
        let result = act(&People::new(store.clone(), Clock::system())).await;
        store.close().await;
        result
    })
}

/// Where people reach the site.
fn site(config: &Config) -> String {
    config.public_url.clone().unwrap_or_else(|| format!("http://{}", config.listen))
}

fn told(out: &mut Out, link: &str) -> Result<Exit, Stop> {
    match out.format {
        Format::Table => out.line(link),
        Format::Json | Format::Jsonl => out.json(&json!({"link": link})),
    }
    Ok(Exit::Done)
}

fn refused(out: &mut Out, why: &str) -> Result<Exit, Stop> {
    out.say(why);
    Ok(Exit::Refused)
}

fn list(members: &[MemberRow], out: &mut Out) {
    let row = |member: &MemberRow| {
        json!({
            "name": member.name,
            "email": member.email,
            "role": member.role,
            "organization": member.organization,
            "second_factor": member.has_second_factor,
        })
    };
    match out.format {
        Format::Table => {
            for member in members {
                let MemberRow { name, email, role, organization, .. } = member;
                let factor = if member.has_second_factor { "" } else { ", no second factor" };
                out.line(format_args!("{name} <{email}>: {role} of {organization}{factor}"));
            }
        }
        Format::Json => out.json(&members.iter().map(row).collect::<Vec<_>>()),
        Format::Jsonl => members.iter().for_each(|member| out.json(&row(member))),
    }
}
