//! `attestor trust coverage`: what is covered of one framework by what is covered of another.

use std::collections::BTreeSet;
use std::path::PathBuf;

use attestor_core::framework::{Catalog, Library};
use attestor_core::id::Id;
use attestor_core::source;
use attestor_core::trust::crosswalk::{Covered, Extent, Mapping, coverage, mappings};
use clap::Args;
use serde::Serialize;

use super::super::{Format, input};
use super::oscal::Catalogs;
use super::{Exit, Out, Stop};

/// Tells what is covered of one framework by what is covered of another.
///
/// Without `--mapping`, the crosswalks in the binary are used, either way round. Without `--have`,
/// everything of the first framework counts as covered.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  attestor trust coverage --from iso27001-2013 --to iso27001-2022 --have A.5.1.1,A.5.1.2"
)]
pub(crate) struct CoverageArgs {
    /// The framework of what is covered.
    #[arg(long, value_name = "ID")]
    from: String,
    /// The framework that is asked about.
    #[arg(long, value_name = "ID")]
    to: String,
    /// The covered items.
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    have: Vec<String>,
    /// A file with the mapping: `from`, `to`, `source` and `pairs` of `from`, `to`, `relation`.
    #[arg(long, value_name = "FILE")]
    mapping: Option<PathBuf>,
    #[command(flatten)]
    catalogs: Catalogs,
}

#[derive(Serialize)]
struct Answer<'a> {
    from: &'a str,
    to: &'a str,
    whole: usize,
    together: usize,
    part: usize,
    open: usize,
    items: &'a [Covered<'a>],
}

/// Runs the command.
pub(super) fn run(args: &CoverageArgs, out: &mut Out) -> Result<Exit, Stop> {
    let library = args.catalogs.library()?;
    let (from, have) = input::catalog(&library, &args.from)?;
    let (to, target) = input::catalog(&library, &args.to)?;
    let mapping = mapping(args, &library, (from, have), (to, target))?;
    let covered = covered(args, have)?;
    let items = coverage(&mapping, &covered, target.items.iter().map(|item| &item.id.value));
    let count = |extent| items.iter().filter(|it| it.extent == extent).count();
    let answer = Answer {
        from: from.as_str(),
        to: to.as_str(),
        whole: count(Extent::Whole),
        together: count(Extent::Together),
        part: count(Extent::Part),
        open: count(Extent::Open),
        items: &items,
    };
    match out.format {
        Format::Json | Format::Jsonl => out.json(&answer),
        Format::Table => print(&answer, out),
    }
    Ok(Exit::Done)
}

fn mapping(
    args: &CoverageArgs,
    library: &Library,
    (from, have): (&Id, &Catalog),
    (to, target): (&Id, &Catalog),
) -> Result<Mapping, Stop> {
    if let Some(path) = &args.mapping {
        let text = input::text(path, source::MAX_BYTES)?;
        let name = path.display().to_string();
        let mapping: Mapping = source::read(&name, &text).map_err(Stop::Faults)?;
        if mapping.from.value != *from || mapping.to.value != *to {
            let found = format!("`{}` to `{}`", mapping.from.value, mapping.to.value);
            return Err(Stop::Usage(format!("{name} leads from {found}")));
        }
        let ids = |catalog: &'_ Catalog| -> BTreeSet<Id> {
            catalog.items.iter().map(|item| item.id.value.clone()).collect()
        };
        let (left, right) = (ids(have), ids(target));
        let faults = mapping.faults(&left.iter().collect(), &right.iter().collect());
        return if faults.is_empty() { Ok(mapping) } else { Err(Stop::Faults(faults)) };
    }
    let all = mappings(&library.crosswalks).into_iter();
    let mut fitting = all.filter(|it| it.from.value == *from && it.to.value == *to);
    fitting.next().ok_or_else(|| {
        Stop::Usage(format!(
            "no crosswalk leads from `{from}` to `{to}`; give one with `--mapping`"
        ))
    })
}

fn covered(args: &CoverageArgs, have: &Catalog) -> Result<BTreeSet<Id>, Stop> {
    if args.have.is_empty() {
        return Ok(have.items.iter().map(|item| item.id.value.clone()).collect());
    }
    let known = |text: &String| {
        Id::parse(text.trim())
            .filter(|id| have.has(id))
            .ok_or_else(|| Stop::Usage(format!("`{text}` is no item of `{}`", args.from)))
    };
    args.have.iter().map(known).collect()
}

fn print(answer: &Answer<'_>, out: &mut Out) {
    let Answer { from, to, whole, together, part, open, items } = answer;
    out.line(format_args!("{from} to {to}: {} items", items.len()));
    out.line(format_args!("{whole} whole, {together} together, {part} in part, {open} open"));
    for row in *items {
        let by: Vec<&str> = row.by.iter().map(|id| id.as_str()).collect();
        out.line(format_args!("{:<10} {:<9} {}", row.item.as_str(), row.extent, by.join(", ")));
    }
}
