//! Who has how many cases, and how old they are: for leads.

use std::collections::BTreeMap;

use attestor_core::day::Day;
use attestor_core::desk::file::Stage;
use attestor_core::instant::Instant;
use attestor_core::party::Party;

use super::rows::Names;
use crate::phrases::Arg;
use crate::stop::Stop;
use crate::store::desk::CaseCount;
use crate::web::desk::visit::DeskVisit;
use crate::web::desk::words::stage_mark;
use crate::web::shape::{Bar, Link, Mark};

/// What leads look at.
pub(super) struct Load {
    /// One row an analyst, who has most on top; nobody is one of them.
    pub(super) people: Vec<Person>,
    /// One row a stage with open cases.
    pub(super) stages: Vec<StageRow>,
}

/// How much an analyst has.
pub(super) struct Person {
    /// The name, and their cases.
    pub(super) name: Link,
    /// How many cases.
    pub(super) cases: String,
    /// In how many it is the analyst's move.
    pub(super) moves: String,
    /// How many controls wait.
    pub(super) waiting: String,
    /// The first day on which one is due; empty for none.
    pub(super) first_due: String,
    /// Own moves and others, of the most that anybody has.
    pub(super) bar: Bar,
}

/// How many cases stand in a stage.
pub(super) struct StageRow {
    /// The stage.
    pub(super) stage: Mark,
    /// How many.
    pub(super) cases: String,
    /// How old the oldest is.
    pub(super) oldest: String,
    /// The first day on which one is due; empty for none.
    pub(super) first_due: String,
    /// How many of all.
    pub(super) bar: Bar,
}

/// Counts everything that is open. One statement.
pub(super) async fn load(visit: &DeskVisit, names: &Names) -> Result<Load, Stop> {
    let counts = visit.desk().store().case_counts(None).await?;
    Ok(Load { people: people(visit, names, &counts), stages: stages(visit, &counts) })
}

/// What is added up.
#[derive(Default)]
struct Sum {
    cases: i64,
    moves: i64,
    waiting: i64,
    first_due: String,
    oldest: String,
}

impl Sum {
    fn add(&mut self, count: &CaseCount) {
        self.cases += count.cases;
        self.waiting += count.waiting;
        if count.whose_move == Party::Analyst.as_str() {
            self.moves += count.cases;
        }
        earliest(&mut self.first_due, &count.first_due);
        earliest(&mut self.oldest, &count.oldest);
    }
}

fn earliest(known: &mut String, other: &str) {
    if !other.is_empty() && (known.is_empty() || other < known.as_str()) {
        other.clone_into(known);
    }
}

fn size(count: i64) -> usize {
    usize::try_from(count).unwrap_or(0)
}

fn people(visit: &DeskVisit, names: &Names, counts: &[CaseCount]) -> Vec<Person> {
    let mut sums: BTreeMap<&str, Sum> = BTreeMap::new();
    for count in counts {
        sums.entry(&count.analyst).or_default().add(count);
    }
    let most = sums.values().map(|sum| sum.cases).max().unwrap_or(0);
    let mut all: Vec<(&str, Sum)> = sums.into_iter().collect();
    all.sort_by_key(|(_, sum)| std::cmp::Reverse(sum.cases));
    let nobody = visit.t("desk-case-nobody");
    let row = |(account, sum): (&str, Sum)| {
        let name = if account.is_empty() { &nobody } else { names.analyst(account) };
        let asked = if account.is_empty() { "none" } else { account };
        let parts = [
            ("info", size(sum.moves)),
            ("mute", size(sum.cases - sum.moves)),
            ("none", size(most - sum.cases)),
        ];
        Person {
            name: Link { address: format!("/desk/cases?analyst={asked}"), text: name.to_owned() },
            cases: sum.cases.to_string(),
            moves: sum.moves.to_string(),
            waiting: sum.waiting.to_string(),
            first_due: day(visit, &sum.first_due),
            bar: Bar::new(name.to_owned(), &parts),
        }
    };
    all.into_iter().map(row).collect()
}

fn stages(visit: &DeskVisit, counts: &[CaseCount]) -> Vec<StageRow> {
    let all: i64 = counts.iter().map(|count| count.cases).sum();
    let mut rows = Vec::new();
    for &stage in Stage::ALL {
        let mut sum = Sum::default();
        counts.iter().filter(|it| it.state == stage.as_str()).for_each(|it| sum.add(it));
        if sum.cases == 0 {
            continue;
        }
        let mark = stage_mark(visit.phrases(), stage);
        let parts = [("info", size(sum.cases)), ("none", size(all - sum.cases))];
        rows.push(StageRow {
            bar: Bar::new(mark.text.clone(), &parts),
            stage: mark,
            cases: sum.cases.to_string(),
            oldest: age(visit, &sum.oldest),
            first_due: day(visit, &sum.first_due),
        });
    }
    rows
}

fn day(visit: &DeskVisit, text: &str) -> String {
    Day::parse(text).map_or_else(String::new, |day| visit.phrases().day(day))
}

fn age(visit: &DeskVisit, opened_at: &str) -> String {
    let Some(at) = Instant::parse(opened_at) else { return String::new() };
    let days = at.day().days_until(visit.today);
    visit.phrases().text("desk-family-days", &[("days", Arg::Count(days.into()))])
}
