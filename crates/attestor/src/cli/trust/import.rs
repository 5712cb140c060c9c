//! `attestor trust import`: a published page becomes files for hand editing.

use std::path::PathBuf;

use attestor_core::trust::document::ResourceKind;
use attestor_core::trust::lint::{Disagreement, lint};
use attestor_core::trust::load;
use attestor_core::trust::model::Trust;
use attestor_core::trust::page::facts;
use attestor_core::trust::page::finding::{Finding, FindingKind};
use clap::Args;
use serde::Serialize;

use super::super::{Format, input};
use super::{Exit, Out, Stop, folder};
use crate::world;

/// The most bytes of one page: 16 MiB.
const MAX_BYTES: u64 = 16 * 1024 * 1024;

/// Reads a published page about an offering, both languages, into files for hand editing.
///
/// What is not in the form of these pages is kept as it is and told. Without a folder, the page is
/// only read and its summary printed. A page tells no days of its certificates: add `issued` and
/// `expires` in the files before somebody rests on them.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  attestor trust import page.md --out offering")]
pub(crate) struct ImportArgs {
    /// A Markdown file; `-` is standard input.
    file: PathBuf,
    /// The new or empty folder to write.
    #[arg(long, short, value_name = "DIR")]
    out: Option<PathBuf>,
    /// The language of the sources.
    #[arg(long, value_name = "LOCALE", default_value = "en-US")]
    source_locale: String,
}

#[derive(Serialize)]
struct Summary<'a> {
    provider: &'a str,
    edition: &'a str,
    locale: &'a str,
    text_pairs: usize,
    services: usize,
    certificates: usize,
    reports: usize,
    faq: usize,
    resources: usize,
    white_papers: usize,
    findings: &'a [Finding],
    lint: &'a [Disagreement],
}

/// Runs the command.
pub(super) fn run(args: &ImportArgs, out: &mut Out) -> Result<Exit, Stop> {
    let library = world::library(None)?;
    let text = input::text(&args.file, MAX_BYTES)?;
    let (trust, findings) = facts::import(&text, &args.source_locale, &library.catalogs);
    if trust.texts.is_empty() && findings.iter().any(|it| it.kind == FindingKind::NoStandard) {
        let why = "there is no text in two languages and no standard in it; nothing was written";
        return Err(Stop::Usage(format!(
            "{} is no page of an offering: {why}",
            args.file.display()
        )));
    }
    load::check(&trust, &library.catalogs).map_err(Stop::Faults)?;
    let disagreements = lint(&trust);
    if let Some(path) = &args.out {
        let files = folder::create(path, &trust)?;
        out.say(format_args!("wrote {files} files into {}", path.display()));
    }
    let summary = summary(&trust, &findings, &disagreements);
    match out.format {
        Format::Json | Format::Jsonl => out.json(&summary),
        Format::Table => print(&summary, out),
    }
    Ok(Exit::Done)
}

fn summary<'a>(trust: &'a Trust, findings: &'a [Finding], lint: &'a [Disagreement]) -> Summary<'a> {
    let of = |kind| trust.resources.iter().filter(|it| it.kind == kind).count();
    let white_papers = of(ResourceKind::WhitePaper);
    let beside = of(ResourceKind::Background) + of(ResourceKind::Reports);
    Summary {
        provider: trust.providers.first().map_or("", |it| &it.name),
        edition: trust.editions.first().map_or("", |it| it.id.value.as_str()),
        locale: trust.pages.first().map_or("", |it| &it.locale),
        text_pairs: trust.texts.len(),
        services: trust.services.len(),
        certificates: trust.certificates.len(),
        reports: trust.reports.len(),
        faq: trust.questions.len(),
        resources: trust.resources.len().saturating_sub(white_papers + beside),
        white_papers,
        findings,
        lint,
    }
}

fn print(summary: &Summary<'_>, out: &mut Out) {
    let Summary { provider, edition, locale, .. } = summary;
    out.line(format_args!("{provider}: {edition}, in {locale}"));
    for (name, count) in [
        ("text pairs", summary.text_pairs),
        ("services", summary.services),
        ("certificates", summary.certificates),
        ("reports", summary.reports),
        ("questions", summary.faq),
        ("resources", summary.resources),
        ("white papers", summary.white_papers),
    ] {
        out.line(format_args!("  {name:<13} {count:>4}"));
    }
    for finding in summary.findings {
        match finding.line {
            0 => out.line(&finding.kind),
            line => out.line(format_args!("line {line}: {}", finding.kind)),
        }
    }
    for disagreement in summary.lint {
        out.line(disagreement);
    }
}
