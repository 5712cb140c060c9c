//! `attestor trust publish`: files become the portal of an organization.

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::json;

use super::super::{Format, input};
use super::kept::{OfOrganization, operator, stop};
use super::{Exit, Out, Stop};
use crate::actions::trust::publication::Accepted;
use crate::actions::trust::publication::files::{MAX_BYTES, SentFile};
use crate::actions::trust::publication::finding::Findings;
use crate::disk;

/// Publishes the pages and files of a folder as the portal of an organization.
///
/// A fault anywhere refuses all of it. Where languages disagree, or a page is not in its form, the
/// draft is kept and the findings are printed; publish it with `--accept-findings`, or mend them.
/// Exit code 1 when it was not published.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  attestor trust publish offering --organization Fabrikam")]
pub(crate) struct PublishArgs {
    /// The folder, or one file.
    folder: PathBuf,
    /// Publish although there are findings; the record tells that they were accepted.
    #[arg(long)]
    accept_findings: bool,
    #[command(flatten)]
    of: OfOrganization,
}

/// Runs the command.
pub(super) fn run(args: &PublishArgs, out: &mut Out) -> Result<Exit, Stop> {
    let sent = sent(&args.folder)?;
    let accepted = args.accept_findings;
    let (number, findings, published) = args.of.open(async |portals, organization| {
        let who = operator(organization);
        let number = portals.draft(who, sent).await.map_err(stop)?;
        let row = portals.version(who.organization, number).await.map_err(stop)?;
        let findings = Findings::read(&row.findings);
        let may = accepted || findings.findings.is_empty();
        if may {
            portals.publish(who, number, &Accepted::All).await.map_err(stop)?;
        }
        Ok((number, findings, may))
    })?;
    match out.format {
        Format::Json | Format::Jsonl => out.json(&json!({
            "number": number,
            "published": published,
            "findings": findings.findings,
            "taken": findings.taken,
        })),
        Format::Table => {
            for it in &findings.findings {
                match (it.file.as_str(), it.line) {
                    ("", _) => out.line(&it.words),
                    (file, 0) => out.line(format_args!("{file}: {}", it.words)),
                    (file, line) => out.line(format_args!("{file}:{line}: {}", it.words)),
                }
            }
            let count = findings.findings.len();
            out.line(if published {
                format!("published version {number}, {count} findings accepted")
            } else {
                format!("version {number} is a draft; {count} findings are not accepted")
            });
        }
    }
    Ok(if published { Exit::Done } else { Exit::Refused })
}

/// The files of a folder, or the one that is named.
fn sent(folder: &Path) -> Result<Vec<SentFile>, Stop> {
    if folder.is_file() {
        return Ok(vec![file(folder, folder)?]);
    }
    if !folder.is_dir() {
        return Err(Stop::Usage(format!("{} is no folder and no file", folder.display())));
    }
    let mut sent = Vec::new();
    for ending in ["md", "yaml", "yml"] {
        let listed = disk::list(folder, ending);
        if let Some((path, reason)) = listed.broken.into_iter().next() {
            let problem = attestor_core::fault::Problem::Unreadable { reason };
            return Err(input::whole(&path, problem));
        }
        for path in &listed.files {
            sent.push(file(folder, path)?);
        }
    }
    Ok(sent)
}

fn file(folder: &Path, path: &Path) -> Result<SentFile, Stop> {
    let below = path.strip_prefix(folder).ok().filter(|it| !it.as_os_str().is_empty());
    let name = below.map(|it| it.display().to_string());
    let name = name.or_else(|| Some(path.file_name()?.to_string_lossy().into_owned()));
    let size = std::fs::metadata(path).map_err(|error| Stop::io("read", path, &error))?.len();
    if size > MAX_BYTES {
        let limit = MAX_BYTES;
        let problem = attestor_core::fault::Problem::TooLarge { bytes: size, limit };
        return Err(input::whole(path, problem));
    }
    let bytes = std::fs::read(path).map_err(|error| Stop::io("read", path, &error))?;
    Ok(SentFile { name: name.unwrap_or_default(), bytes })
}
