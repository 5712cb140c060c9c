//! `attestor mfa pull`: sign-ins and directory come from Microsoft Graph.

use std::path::PathBuf;

use attestor_core::day::Day;
use attestor_core::mfa::moment::Micros;
use clap::Args;
use serde_json::{Value, json};
use url::Url;

use super::super::day_arg::day;
use super::super::{Exit, Format, Out, Stop};
use super::AtLake;
use super::ids::{Ids, UNKNOWN_IDS};
use super::words;
use crate::actions::mfa::pull::{self, Piece, Pulled, PulledSignIns, Step};
use crate::disk;
use crate::graph::{Access, Secret, Trouble, client_id, directory_id, server};

/// Fetches sign-ins of all kinds and the directory from Microsoft Graph.
///
/// An application signs in with its secret, from a file or from the variable
/// ATTESTOR_GRAPH_SECRET. The next time, reading goes on where it ended, and some hours before,
/// because sign-ins come into the log late; nothing is counted twice.
/// `docs/how-to/report-from-microsoft-graph.md` tells which permissions it needs.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  attestor mfa pull --org Contoso --client-secret-file secret.txt \\\n    --directory-id 6e6aef4a-4ca9-40a8-b5bf-b53a1923c540 \\\n    --client-id 60a00bf2-0644-4279-83b3-87ddf96f2509"
)]
pub(crate) struct Pull {
    /// Whose sign-ins and directory they are.
    #[arg(long, value_name = "NAME")]
    org: String,
    /// The directory (tenant) in Microsoft Entra: its id, or one of its domains.
    #[arg(long, value_name = "ID", value_parser = directory_id)]
    directory_id: String,
    /// The application that asks.
    #[arg(long, value_name = "ID", value_parser = client_id)]
    client_id: String,
    /// The file with its secret [otherwise: env ATTESTOR_GRAPH_SECRET].
    #[arg(long, value_name = "FILE")]
    client_secret_file: Option<PathBuf>,
    /// The first day (UTC) that is read; without it, reading goes on where it ended, and begins 30
    /// days back.
    #[arg(long, value_name = "DAY", value_parser = day)]
    from: Option<Day>,
    /// The server of Microsoft Graph; sovereign clouds have their own.
    #[arg(long, value_name = "URL", default_value = "https://graph.microsoft.com", value_parser = server)]
    graph: Url,
    /// The server that applications sign in at.
    #[arg(long, value_name = "URL", default_value = "https://login.microsoftonline.com", value_parser = server)]
    login: Url,
    #[command(flatten)]
    ids: Ids,
    #[command(flatten)]
    at: AtLake,
}

/// The variable with the secret.
const SECRET: &str = "ATTESTOR_GRAPH_SECRET";

/// The most bytes of a file with a secret.
const MOST_BYTES: u64 = 64 * 1024;

/// Runs the command.
pub(super) fn run(args: &Pull, out: &mut Out) -> Result<Exit, Stop> {
    let access = Access {
        directory_id: args.directory_id.clone(),
        client_id: args.client_id.clone(),
        secret: args.secret()?,
        graph: args.graph.clone(),
        login: args.login.clone(),
    };
    let (pulled, is_known) = args.at.open(async |mut mfa| {
        let is_known = args.ids.keep(&args.org, &mut mfa).await?;
        let asked = pull::Pull { organization: &args.org, access, from: args.from };
        // Said once a portion, so that people who wait see it go on.
        let say = &mut |step: Step| {
            out.say(format_args!("{}: {} sign-ins so far", step.kind, step.read));
        };
        Ok((mfa.pull(asked, say).await?, is_known))
    })?;
    match out.format {
        Format::Table => table(&pulled, out),
        Format::Json | Format::Jsonl => out.json(&wire(&pulled)),
    }
    if !is_known {
        out.say(UNKNOWN_IDS);
    }
    Ok(if pulled.is_whole() { Exit::Done } else { Exit::Refused })
}

impl Pull {
    fn secret(&self) -> Result<Secret, Stop> {
        let text = match &self.client_secret_file {
            Some(path) => {
                let wrong = |why| Stop::Usage(format!("{} {why}", path.display()));
                let bytes = disk::text_bytes(path, MOST_BYTES).map_err(wrong)?;
                String::from_utf8(bytes).map_err(|_| wrong("is not UTF-8".to_owned()))?
            }
            None => std::env::var(SECRET).unwrap_or_default(),
        };
        let words = format!("no secret: give `--client-secret-file`, or set {SECRET}");
        Secret::new(&text).ok_or(Stop::Usage(words))
    }
}

fn table(pulled: &Pulled, out: &mut Out) {
    for one in &pulled.sign_ins {
        let (kind, read, added) = (one.kind, one.read, one.added);
        let from = Micros(one.from);
        out.line(format_args!("{kind}: {read} sign-ins from {from}, {added} of them new"));
        if one.resumed {
            out.line("  went on where the last pull was stopped");
        }
        if one.rejected > 0 {
            let files = one.rejects.join(", ");
            out.line(format_args!("  not read: {} (see {files})", one.rejected));
        }
        if let Some(trouble) = &one.trouble {
            out.line(format_args!("  not all: {trouble}"));
            out.line(format_args!("  {}", advice(trouble, "AuditLog.Read.All")));
        }
    }
    let facts = &pulled.facts;
    for (kind, count) in &facts.read {
        out.line(words::facts(kind, *count));
    }
    for (piece, trouble) in &facts.troubles {
        out.line(format_args!("{}: not there, {trouble}", piece.as_str()));
        out.line(format_args!("  {}", advice(trouble, piece.permission())));
    }
    if facts.kept {
        out.line(format_args!("kept as the directory from {} on", facts.day));
    } else {
        out.line("the directory was not kept; the one before, if there is one, goes on to count");
    }
}

/// What to do about some trouble.
fn advice(trouble: &Trouble, permission: &str) -> String {
    match trouble {
        Trouble::Denied { .. } => {
            format!("give the application the permission {permission}, with an admin's consent")
        }
        Trouble::NoLicense(_) => {
            "get the license, or hand in files that another tool exported".to_owned()
        }
        Trouble::Busy { .. } | Trouble::Away(_) | Trouble::NotAPage(_) => {
            "what came is kept; run the command again later".to_owned()
        }
        Trouble::Login(_)
        | Trouble::NotFound
        | Trouble::Refused { .. }
        | Trouble::TooLarge
        | Trouble::OtherServer(_)
        | Trouble::Circle => "what came before is kept; the next pull reads it again".to_owned(),
    }
}

fn wire(pulled: &Pulled) -> Value {
    let facts = &pulled.facts;
    let missing = |(piece, trouble): &(Piece, Trouble)| {
        json!({
            "piece": piece.as_str(),
            "why": trouble.to_string(),
            "advice": advice(trouble, piece.permission()),
        })
    };
    json!({
        "sign_ins": pulled.sign_ins.iter().map(sign_ins).collect::<Vec<_>>(),
        "directory": {
            "day": facts.day,
            "kept": facts.kept,
            "read": facts.read,
            "rejected": facts.rejected,
            "missing": facts.troubles.iter().map(missing).collect::<Vec<_>>(),
        },
    })
}

fn sign_ins(one: &PulledSignIns) -> Value {
    json!({
        "kind": one.kind,
        "from": Micros(one.from).to_string(),
        "resumed": one.resumed,
        "read": one.read,
        "added": one.added,
        "rejected": one.rejected,
        "rejects": one.rejects,
        "why": one.trouble.as_ref().map(ToString::to_string),
        "advice": one.trouble.as_ref().map(|trouble| advice(trouble, "AuditLog.Read.All")),
    })
}
