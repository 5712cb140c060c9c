//! `attestor sample`: how many components are looked at, and which.

use std::path::PathBuf;

use attestor_core::certification::sample;
use attestor_core::dossier;
use attestor_core::source::MAX_BYTES;
use clap::Args;
use serde::Serialize;

use super::{Exit, Format, Out, Program, Stop};

/// How many components are looked at, from a number or from an inventory.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  attestor sample --population 24\n  attestor sample --inventory inventory.csv --seed WA104381421"
)]
pub(crate) struct SampleArgs {
    /// The number of components in one stratum.
    #[arg(
        long,
        value_name = "N",
        conflicts_with = "inventory",
        required_unless_present = "inventory"
    )]
    population: Option<u64>,
    /// An inventory in the form of a dossier's inventory.csv; each stratum is drawn by itself.
    #[arg(long, value_name = "FILE")]
    inventory: Option<PathBuf>,
    /// The seed of the draw; the same seed and inventory always give the same components.
    #[arg(long, default_value = "")]
    seed: String,
    #[command(flatten)]
    program: Program,
}

#[derive(Serialize)]
struct Numbers {
    population: u64,
    sample: u64,
}

#[derive(Serialize)]
struct Drawn {
    population: u64,
    sample: usize,
    seed: String,
    population_digest: String,
    strata: Vec<StratumRow>,
}

#[derive(Serialize)]
struct StratumRow {
    key: Vec<String>,
    population: u64,
    sample: usize,
    drawn: Vec<String>,
}

/// Runs the command.
pub(crate) fn run(args: &SampleArgs, out: &mut Out) -> Result<Exit, Stop> {
    let library = args.program.library()?;
    let program = args.program.choose(&library)?;
    if let Some(population) = args.population {
        let sample = sample::size(&program.sampling, population);
        match out.format {
            Format::Json | Format::Jsonl => out.json(&Numbers { population, sample }),
            Format::Table => {
                out.line(format_args!("{sample} of {population} components are looked at"));
            }
        }
        return Ok(Exit::Done);
    }
    let path = args.inventory.clone().unwrap_or_default();
    let text = super::input::text(&path, MAX_BYTES)?;
    let components =
        dossier::components(&path.display().to_string(), &text).map_err(Stop::Faults)?;
    let draw = sample::draw(&program.sampling, &components, &args.seed);
    let strata = draw.strata.iter().map(|stratum| StratumRow {
        key: stratum.key.clone(),
        population: stratum.population,
        sample: stratum.drawn.len(),
        drawn: stratum.drawn.iter().map(ToString::to_string).collect(),
    });
    let drawn = Drawn {
        population: components.len() as u64,
        sample: draw.size(),
        seed: draw.seed.clone(),
        population_digest: draw.population.to_string(),
        strata: strata.collect(),
    };
    match out.format {
        Format::Json | Format::Jsonl => out.json(&drawn),
        Format::Table => table(&drawn, out),
    }
    Ok(Exit::Done)
}

fn table(drawn: &Drawn, out: &mut Out) {
    for stratum in &drawn.strata {
        let key = stratum
            .key
            .iter()
            .map(|part| if part.is_empty() { "-" } else { part })
            .collect::<Vec<_>>()
            .join(" / ");
        out.line(format_args!("{key}: {} of {}", stratum.sample, stratum.population));
        for id in &stratum.drawn {
            out.line(format_args!("  {id}"));
        }
    }
    out.line(format_args!("{} of {} components are looked at", drawn.sample, drawn.population));
}
