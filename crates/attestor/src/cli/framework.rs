//! `attestor framework`: the program's own data, checked and shown.

use std::path::PathBuf;

use attestor_core::framework::{Control, Family, Framework, Library};
use attestor_core::id::Id;
use attestor_core::ratio::Ratio;
use clap::{Args, Subcommand};
use serde::Serialize;

use super::{Exit, Format, Out, Stop};
use crate::world;

/// About certification programs.
#[derive(Debug, Subcommand)]
pub(crate) enum FrameworkCommand {
    /// Load programs strictly; every fault of every file at once, with file and line.
    #[command(
        after_help = "Examples:\n  attestor framework check\n  attestor framework check frameworks/small-team-baseline"
    )]
    Check(CheckArgs),
    /// Print what a program asks.
    #[command(
        after_help = "Examples:\n  attestor framework show\n  attestor framework show --control OPS-MAL-01"
    )]
    Show(ShowArgs),
}

/// Where programs are.
#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    /// A folder with programs, or with one program; those in the binary when not given.
    path: Option<PathBuf>,
}

/// What to show.
#[derive(Debug, Args)]
pub(crate) struct ShowArgs {
    /// A folder with programs, or with one program; those in the binary when not given.
    path: Option<PathBuf>,
    /// The program; needed when there are several and no control is named.
    #[arg(long, value_name = "ID")]
    program: Option<String>,
    /// One control with everything that is known of it.
    #[arg(long, value_name = "ID")]
    control: Option<String>,
}

/// Runs the command.
pub(crate) fn run(command: &FrameworkCommand, out: &mut Out) -> Result<Exit, Stop> {
    match command {
        FrameworkCommand::Check(args) => check(&world::library(args.path.as_deref())?, out),
        FrameworkCommand::Show(args) => show(args, &world::library(args.path.as_deref())?, out),
    }
}

#[derive(Serialize)]
struct Summary {
    framework: String,
    edition: String,
    title: String,
    domains: usize,
    families: usize,
    controls: usize,
    hard_fails: usize,
    documents: usize,
    digest: String,
}

fn summary(program: &Framework) -> Summary {
    Summary {
        framework: program.edition.framework.to_string(),
        edition: program.edition.edition.clone(),
        title: program.edition.title.clone(),
        domains: program.edition.domains.len(),
        families: program.families.len(),
        controls: program.controls().count(),
        hard_fails: program.hard_fails.len(),
        documents: program.documents.len(),
        digest: program.digest.to_string(),
    }
}

fn check(library: &Library, out: &mut Out) -> Result<Exit, Stop> {
    let programs: Vec<Summary> = library.frameworks.iter().map(summary).collect();
    match out.format {
        Format::Json | Format::Jsonl => out.json(&programs),
        Format::Table => {
            for program in &programs {
                let Summary { framework, edition, domains, families, controls, digest, .. } =
                    program;
                out.line(format_args!("{framework} {edition}: {controls} controls in {families} families and {domains} domains"));
                out.line(format_args!("  sha256 {digest}"));
            }
            for (id, catalog) in &library.catalogs {
                out.line(format_args!("{id}: {} items", catalog.items.len()));
            }
        }
    }
    if programs.is_empty() {
        return Err(Stop::Usage(
            "there is no program in this folder; a program is a folder with edition.yaml"
                .to_owned(),
        ));
    }
    Ok(Exit::Done)
}

fn show(args: &ShowArgs, library: &Library, out: &mut Out) -> Result<Exit, Stop> {
    if let Some(id) = &args.control {
        let wanted = Id::parse(id);
        let found = wanted.and_then(|id| {
            library
                .frameworks
                .iter()
                .find_map(|program| program.control(&id).map(|found| (program, found)))
        });
        let Some((program, (family, control))) = found else {
            return Err(Stop::Usage(format!(
                "there is no control `{id}`; `attestor framework show` lists them"
            )));
        };
        match out.format {
            Format::Json | Format::Jsonl => out.json(&detail(program, family, control)),
            Format::Table => print_control(&detail(program, family, control), out),
        }
        return Ok(Exit::Done);
    }
    let chosen = match &args.program {
        Some(id) => library.framework(id),
        None => library.framework("m365-certification").or_else(|| library.frameworks.first()),
    };
    let Some(program) = chosen else {
        return Err(Stop::Usage(
            "there is no such program; `attestor framework check` lists them".to_owned(),
        ));
    };
    print_program(program, out);
    Ok(Exit::Done)
}

#[derive(Serialize)]
struct ProgramShown {
    #[serde(flatten)]
    summary: Summary,
    control_list: Vec<ControlShown>,
}

fn print_program(program: &Framework, out: &mut Out) {
    let shown = ProgramShown {
        summary: summary(program),
        control_list: program
            .controls()
            .map(|(family, control)| detail(program, family, control))
            .collect(),
    };
    if out.format != Format::Table {
        out.json(&shown);
        return;
    }
    out.line(format_args!(
        "{} ({} {})",
        shown.summary.title, shown.summary.framework, shown.summary.edition
    ));
    for domain in &program.edition.domains {
        let own: Vec<&Family> = program
            .families
            .iter()
            .filter(|family| family.domain.value == domain.id.value)
            .collect();
        let points = own
            .iter()
            .flat_map(|family| &family.controls)
            .map(|control| u64::from(control.weight.points))
            .sum();
        out.line(format_args!("\n{}: {} points", domain.title, Ratio::new(points, points).whole));
        for family in own {
            out.line(format_args!("  {}", family.title));
            for control in &family.controls {
                out.line(format_args!(
                    "    {:<12} {} {}",
                    control.id.value.as_str(),
                    control.weight.points,
                    control.title
                ));
            }
        }
    }
}

#[derive(Serialize)]
struct ControlShown {
    id: String,
    framework: String,
    family: String,
    domain: String,
    title: String,
    requirement: String,
    source: String,
    weight: u8,
    weight_basis: &'static str,
    sampled: bool,
    applies_if: Vec<String>,
    hosting: Vec<(String, &'static str, &'static str)>,
    evidence: Vec<String>,
    parts: Vec<(String, String)>,
    paths: Vec<Vec<String>>,
    external: Vec<(String, &'static str, Vec<String>)>,
    note: Option<String>,
}

fn detail(program: &Framework, family: &Family, control: &Control) -> ControlShown {
    let parts = control.parts.iter().filter(|part| !part.text.is_empty());
    let path = |path: &Vec<attestor_core::id::Spot<Id>>| {
        path.iter().map(|key| key.value.to_string()).collect()
    };
    ControlShown {
        id: control.id.value.to_string(),
        framework: program.edition.framework.to_string(),
        family: family.id.value.to_string(),
        domain: family.domain.value.to_string(),
        title: control.title.clone(),
        requirement: control.requirement.clone(),
        source: control.source.clone(),
        weight: control.weight.points,
        weight_basis: control.weight.basis.as_str(),
        sampled: control.sampled.is_some(),
        applies_if: control.applies_if.iter().map(|id| id.value.to_string()).collect(),
        hosting: control
            .hosting
            .iter()
            .map(|(id, duty, basis)| (id.value.to_string(), duty.as_str(), basis.as_str()))
            .collect(),
        evidence: control.evidence.iter().map(|kind| kind.value.to_string()).collect(),
        parts: parts.map(|part| (part.key.value.to_string(), part.text.clone())).collect(),
        paths: control.paths.iter().map(path).collect(),
        external: control
            .external
            .iter()
            .map(|(id, cover)| {
                (
                    id.value.to_string(),
                    cover.coverage.as_str(),
                    cover.gaps.iter().map(|gap| gap.text.clone()).collect(),
                )
            })
            .collect(),
        note: control.note.clone(),
    }
}

fn print_control(shown: &ControlShown, out: &mut Out) {
    out.line(format_args!("{} {}", shown.id, shown.title));
    out.line(format_args!("\n{}\n", shown.requirement));
    let mut row = |name: &str, value: String| {
        if !value.is_empty() {
            out.line(format_args!("{name:<12} {value}"));
        }
    };
    row("family", format!("{}, {}", shown.family, shown.domain));
    row("weight", format!("{} ({})", shown.weight, shown.weight_basis));
    row("source", shown.source.clone());
    row("applies if", shown.applies_if.join(", "));
    row("evidence", shown.evidence.join(", "));
    row(
        "sampled",
        if shown.sampled { "yes, on every drawn component".to_owned() } else { String::new() },
    );
    for (hosting, duty, basis) in &shown.hosting {
        row("hosting", format!("{hosting}: {duty} ({basis})"));
    }
    for (key, text) in &shown.parts {
        row("part", format!("{key}: {text}"));
    }
    if shown.paths.len() > 1 {
        let paths: Vec<String> = shown.paths.iter().map(|path| path.join(" + ")).collect();
        row("any of", paths.join("  or  "));
    }
    for (framework, coverage, gaps) in &shown.external {
        row("external", format!("{framework}: {coverage}"));
        for gap in gaps {
            row("", format!("  own evidence for: {gap}"));
        }
    }
    row("note", shown.note.clone().unwrap_or_default());
}
