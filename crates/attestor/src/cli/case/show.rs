//! `attestor case show`: where a case stands.

use attestor_core::desk::file::CaseFile;
use attestor_core::desk::standing::{Standing, standing};
use clap::Args;
use serde_json::{Value as Json, json};

use super::super::{Exit, Format, Out, Stop};
use super::AtDesk;
use crate::actions::desk::{Desk, Refused};
use crate::store::Missing;

/// Shows where a case stands, and whose move it is.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  attestor case show 2fk7g0q9x1ab")]
pub(crate) struct Show {
    /// The case.
    id: String,
    #[command(flatten)]
    kept: AtDesk,
}

/// Runs the command.
pub(super) fn run(args: &Show, out: &mut Out) -> Result<Exit, Stop> {
    let shown = args.kept.open(Missing::Refused, |desk, waiting| {
        let file = waiting.on(desk.case(&args.id))?.ok_or(Refused::NotFound)?;
        let today = stands(desk, &file)?;
        Ok::<_, Refused>((file, today))
    });
    match shown {
        Ok((file, standing)) => show(&file, standing, out),
        Err(why) => return super::refused(why, out),
    }
    Ok(Exit::Done)
}

fn stands(desk: &Desk, file: &CaseFile) -> Result<Standing, Stop> {
    let rules = desk.rules(file)?;
    let assessment = rules.assess(file, desk.clock().today());
    Ok(standing(rules.program, file, &assessment))
}

fn show(file: &CaseFile, standing: Standing, out: &mut Out) {
    if out.format != Format::Table {
        out.json(&wire(file, standing));
        return;
    }
    let mut line = |name: &str, value: &str| out.line(format_args!("  {name:<14}{value}"));
    line("case", &file.id);
    line("app", &format!("{} ({})", file.case.app.name, file.case.app.id));
    line("publisher", &file.organization);
    line("program", &format!("{} {}", file.framework, file.edition));
    line("stage", standing.stage.as_str());
    line("whose move", &format!("{}: {}", standing.party, standing.next));
    line("due", &standing.due.map_or_else(|| "-".to_owned(), |day| day.to_string()));
    line("opened", &file.opened_at.to_string());
    line("last act", &format!("{}, number {}", file.changed_at, file.number));
    let counts = standing.counts;
    line(
        "controls",
        &format!(
            "{} in scope: {} approved, {} waiting, {} sent back, {} open, {} failed",
            counts.in_scope,
            counts.approved,
            counts.submitted,
            counts.revision_requested,
            counts.open,
            counts.failed
        ),
    );
    let current = file.pieces.iter().filter(|piece| piece.is_current()).count();
    line("files", &format!("{}, {current} pieces of evidence", file.files.len()));
    line("threads", &file.threads.len().to_string());
    if let Some(decision) = &file.decision {
        line("decision", &format!("{} at {}", decision.proposal.ruling, decision.at));
    }
}

fn wire(file: &CaseFile, standing: Standing) -> Json {
    let counts = standing.counts;
    let decision = file.decision.as_ref();
    json!({
        "case_id": file.id,
        "organization_id": file.organization,
        "app": {"id": file.case.app.id, "name": file.case.app.name},
        "framework": file.framework,
        "edition": file.edition,
        "stage": standing.stage,
        "whose_move": standing.party,
        "next": standing.next,
        "due_on": standing.due.map(|day| day.to_string()),
        "opened_at": file.opened_at.to_string(),
        "changed_at": file.changed_at.to_string(),
        "number": file.number,
        "controls": {
            "in_scope": counts.in_scope,
            "approved": counts.approved,
            "submitted": counts.submitted,
            "revision_requested": counts.revision_requested,
            "open": counts.open,
            "failed": counts.failed,
            "not_applicable": counts.not_applicable,
        },
        "files": file.files.len(),
        "evidence": file.pieces.iter().filter(|piece| piece.is_current()).count(),
        "threads": file.threads.len(),
        "decision": decision.map(|it| json!({
            "ruling": it.proposal.ruling,
            "at": it.at.to_string(),
            "grounds": it.proposal.grounds,
        })),
    })
}
