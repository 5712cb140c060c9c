//! `attestor schema`: the JSON Schema of the forms that people write by hand.

use clap::{Args, ValueEnum};

use super::{Exit, Out, Stop};
use crate::embedded;

/// A form with a schema.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Form {
    /// The files of a dossier, each under `$defs`.
    Dossier,
}

/// The JSON Schema of a form, for editors and checks.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  attestor schema dossier > dossier.schema.json")]
pub(crate) struct SchemaArgs {
    /// The form.
    form: Form,
}

/// Runs the command.
pub(crate) fn run(args: &SchemaArgs, out: &mut Out) -> Result<Exit, Stop> {
    match args.form {
        Form::Dossier => out.line(embedded::DOSSIER_SCHEMA.trim_end()),
    }
    Ok(Exit::Done)
}
