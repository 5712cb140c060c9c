//! `attestor record search`: entries with words.

use clap::Args;

use super::super::{Exit, Format, Out, Stop};
use super::{AtDesk, Since, since};
use crate::store::Missing;
use crate::store::entries::EntryFilter;
use crate::store::record::Entry;

/// Finds entries of the record that have all words, the oldest first.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  attestor record search revision --actor a4k2 --kind judge")]
pub(crate) struct Search {
    /// The words; none finds all entries.
    words: Vec<String>,
    /// Only by this account.
    #[arg(long, value_name = "ID")]
    actor: Option<String>,
    /// Only of this kind, such as `judge`.
    #[arg(long, value_name = "WORD")]
    kind: Option<String>,
    /// From this entry or from this day on.
    #[arg(long, value_name = "NUMBER|DAY", value_parser = since)]
    since: Option<Since>,
    #[command(flatten)]
    kept: AtDesk,
}

/// Runs the command.
pub(super) fn run(args: &Search, out: &mut Out) -> Result<Exit, Stop> {
    let mut filter = EntryFilter {
        actor: args.actor.clone(),
        kind: args.kind.clone(),
        words: args.words.iter().map(|word| word.to_lowercase()).collect(),
        ..EntryFilter::default()
    };
    match &args.since {
        Some(Since::Place(place)) => filter.after = place - 1,
        Some(Since::Day(day)) => filter.since = day.to_string(),
        None => {}
    }
    let mut found = 0_usize;
    args.kept.open(Missing::Refused, |desk, waiting| {
        while let Some(entries) = waiting.on(desk.store().matching_entries(&mut filter))? {
            found += entries.len();
            entries.iter().for_each(|entry| show(entry, out));
        }
        Ok::<_, Stop>(())
    })?;
    out.say(format_args!("{found} {}", if found == 1 { "entry" } else { "entries" }));
    Ok(Exit::Done)
}

fn show(entry: &Entry, out: &mut Out) {
    if out.format != Format::Table {
        out.format = Format::Jsonl;
        out.json(&super::wire(entry));
        return;
    }
    let Entry { entry_id, at, actor, subject, subject_id, number, kind, .. } = entry;
    out.line(format_args!("{entry_id:>9}  {at}  {kind:<20}  {subject} {subject_id} #{number}"));
    out.line(format_args!("{:11}by {actor}", ""));
}
