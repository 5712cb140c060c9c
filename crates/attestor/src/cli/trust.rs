//! `attestor trust`: what a provider is certified for, and what a customer may rest on.

mod coverage;
mod export;
mod folder;
mod import;
mod inherit;
mod kept;
mod links;
mod lint;
mod oscal;
mod publish;
mod pull;
mod soa;
mod workbook;

use clap::Subcommand;

use super::out::Asked;
use super::{Exit, Out, Stop};

/// What can be done with offerings.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Read a published page about an offering, both languages, into files for hand editing.
    Import(import::ImportArgs),
    /// Tell where two languages of one text disagree about facts.
    Lint(lint::LintArgs),
    /// Write an offering as its page, as JSON, or as an OSCAL component definition.
    Export(export::ExportArgs),
    /// Tell which controls a system inherits, shares or keeps on a day.
    Inherit(inherit::InheritArgs),
    /// Tell what is covered of one framework by what is covered of another.
    Coverage(coverage::CoverageArgs),
    /// Read a statement of applicability from a table.
    Soa(soa::SoaArgs),
    /// Publish files as the portal of an organization.
    Publish(publish::PublishArgs),
    /// Write the portal of an organization into files.
    Pull(pull::PullArgs),
    /// Try the addresses that stand in the files.
    Links(links::LinksArgs),
}

impl Command {
    /// The forms that it writes beside those of all commands.
    pub(crate) const fn own_forms(&self) -> &'static [Asked] {
        match self {
            Self::Export(_) => &[Asked::Page, Asked::Oscal],
            Self::Import(_)
            | Self::Lint(_)
            | Self::Inherit(_)
            | Self::Coverage(_)
            | Self::Soa(_)
            | Self::Publish(_)
            | Self::Pull(_)
            | Self::Links(_) => &[],
        }
    }
}

/// Runs the command.
pub(crate) fn run(command: &Command, asked: Asked, out: &mut Out) -> Result<Exit, Stop> {
    match command {
        Command::Import(args) => import::run(args, out),
        Command::Lint(args) => lint::run(args, out),
        Command::Export(args) => export::run(args, asked, out),
        Command::Inherit(args) => inherit::run(args, out),
        Command::Coverage(args) => coverage::run(args, out),
        Command::Soa(args) => soa::run(args, out),
        Command::Publish(args) => publish::run(args, out),
        Command::Pull(args) => pull::run(args, out),
        Command::Links(args) => links::run(args, out),
    }
}
