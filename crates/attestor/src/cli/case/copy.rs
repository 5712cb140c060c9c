//! `attestor case copy`: a new case begins with what an earlier one said.

use clap::Args;
use serde_json::json;

use super::super::{Exit, Format, Out, Stop};
use super::AtDesk;
use crate::actions::desk::folder::operator;
use crate::store::Missing;

/// Takes over into a case that has not begun what a certified case of the same publisher said:
/// answers, scope, documents and external reports with their days, and no evidence.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  attestor case copy 2fk7g0q9x1ab --from 1aa7c4p2m8xy")]
pub(crate) struct Copy {
    /// The new case.
    id: String,
    /// The certified case.
    #[arg(long, value_name = "ID")]
    from: String,
    #[command(flatten)]
    kept: AtDesk,
}

/// Runs the command.
pub(super) fn run(args: &Copy, out: &mut Out) -> Result<Exit, Stop> {
    let done = args.kept.open(Missing::Refused, |desk, waiting| {
        waiting.on(desk.take_over(&operator(), (&args.id, &args.from), None))
    });
    let file = match done {
        Ok(file) => file,
        Err(why) => return super::refused(why, out),
    };
    let (components, documents) = (file.case.scope.components.len(), file.case.documents.len());
    match out.format {
        Format::Table => out.line(format_args!(
            "case {} has {components} components and {documents} documents of case {}",
            file.id, args.from
        )),
        Format::Json | Format::Jsonl => out.json(&json!({
            "case": file.id,
            "from": args.from,
            "components": components,
            "documents": documents,
        })),
    }
    Ok(Exit::Done)
}
