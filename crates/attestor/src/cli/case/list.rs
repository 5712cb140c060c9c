//! `attestor case list`: cases, what is due first on top.

use attestor_core::desk::file::Stage;
use clap::Args;
use serde_json::{Value as Json, json};

use super::super::{Exit, Format, Out, Stop};
use super::AtDesk;
use crate::store::Missing;
use crate::store::desk::{CaseFilter, CaseRow};

/// Lists cases, what is due first on top.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  attestor case list --open --stage evidence_open")]
pub(crate) struct List {
    /// Only cases that go on.
    #[arg(long)]
    open: bool,
    /// Only cases in this stage.
    #[arg(long, value_name = "STAGE", value_parser = stage)]
    stage: Option<Stage>,
    /// Only cases of apps with these letters in their name.
    #[arg(long, value_name = "LETTERS")]
    name: Option<String>,
    /// How many at most.
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u16).range(1..=1000))]
    limit: u16,
    /// Go on behind this case of the list before.
    #[arg(long, value_name = "DUE:CASE", value_parser = after)]
    after: Option<(String, String)>,
    #[command(flatten)]
    kept: AtDesk,
}

fn stage(text: &str) -> Result<Stage, String> {
    let known = || Stage::ALL.iter().map(|one| one.as_str()).collect::<Vec<_>>().join(", ");
    Stage::parse(text).ok_or_else(|| format!("stages are {}", known()))
}

fn after(text: &str) -> Result<(String, String), String> {
    let (day, case) = text.split_once(':').ok_or("take what the list before said")?;
    Ok((day.to_owned(), case.to_owned()))
}

/// Runs the command.
pub(super) fn run(args: &List, out: &mut Out) -> Result<Exit, Stop> {
    let filter = CaseFilter {
        state: args.stage.map(|stage| stage.to_string()),
        name: args.name.as_ref().map(|name| name.to_lowercase()),
        open: args.open.then_some(true),
        after: args.after.clone(),
        ..CaseFilter::default()
    };
    let limit = i64::from(args.limit);
    let mut rows = args.kept.open(Missing::Refused, |desk, waiting| {
        waiting.on(desk.store().cases(&filter, limit + 1))
    })?;
    let more = rows.len() > usize::from(args.limit);
    rows.truncate(usize::from(args.limit));
    let next = rows.last().filter(|_| more).map(behind);
    match out.format {
        Format::Table => table(&rows, next.as_deref(), out),
        Format::Json => {
            let cases: Vec<Json> = rows.iter().map(wire).collect();
            out.json(&json!({"cases": cases, "next": next}));
        }
        Format::Jsonl => rows.iter().for_each(|row| out.json(&wire(row))),
    }
    Ok(Exit::Done)
}

fn behind(row: &CaseRow) -> String {
    format!("{}:{}", row.due_on.as_deref().unwrap_or("9999-12-31"), row.case_id)
}

fn table(rows: &[CaseRow], next: Option<&str>, out: &mut Out) {
    for row in rows {
        let due = row.due_on.as_deref().unwrap_or("-");
        let CaseRow { case_id, state, app_name, whose_move, .. } = row;
        out.line(format_args!("{due:<10}  {case_id:<12}  {state:<17}  {app_name}"));
        out.line(format_args!("{:26}whose move: {whose_move}", ""));
    }
    match next {
        Some(next) => out.say(format_args!("there are more: --after {next}")),
        None if rows.is_empty() => out.say("no case matches"),
        None => {}
    }
}

fn wire(row: &CaseRow) -> Json {
    json!({
        "case_id": row.case_id,
        "organization_id": row.organization_id,
        "app_id": row.app_id,
        "app": row.app_name,
        "framework": row.framework,
        "edition": row.edition,
        "stage": row.state,
        "whose_move": row.whose_move,
        "due_on": row.due_on,
        "analyst": row.analyst,
        "opened_at": row.opened_at,
        "changed_at": row.changed_at,
        "number": row.number,
        "open": row.open,
        "waiting": row.waiting,
    })
}
