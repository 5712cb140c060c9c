//! Cases in the store: the acts of each are entries of the record, its row is what lists need.

use super::Store;
use super::gate::{Row, Value, Work};
use super::record::{Entry, Told};
use crate::stop::Stop;

/// The subject of a case's entries in the record.
pub(crate) const CASE: &str = "case";

const PUT: &str = "
insert into certification (case_id, organization_id, app_id, app_name, framework, edition, state,
  whose_move, due_on, analyst, opened_at, changed_at, number, open, waiting)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";

const CHANGE: &str = "
update certification
set app_name = $2, state = $3, whose_move = $4, due_on = $5, analyst = $6, changed_at = $7,
  number = $8, open = $9, waiting = $10
where case_id = $1 and number = $8 - 1";

const ONE: &str = "
select case_id, organization_id, app_id, app_name, framework, edition, state, whose_move, due_on,
  analyst, opened_at, changed_at, number, open, waiting
from certification
where case_id = $1";

/// The order: what is due first, then what changed last; the id makes it whole.
const LIST: &str = "
select case_id, organization_id, app_id, app_name, framework, edition, state, whose_move, due_on,
  analyst, opened_at, changed_at, number, open, waiting
from certification
where (cast($1 as text) is null or organization_id = $1)
  and (cast($2 as text) is null or state = $2)
  and (cast($3 as text) is null or whose_move = $3)
  and (cast($4 as text) is null or coalesce(analyst, '') = $4)
  and (cast($5 as text) is null or app_id = $5)
  and (cast($6 as text) is null or lower(app_name) like $6 escape '!')
  and ($7 = 2 or open = $7)
  and (coalesce(due_on, '9999-12-31'), case_id) > ($8, $9)
order by coalesce(due_on, '9999-12-31'), case_id
limit $10";

const COUNTS: &str = "
select state, whose_move, coalesce(analyst, ''), count(*), coalesce(min(due_on), ''),
  cast(sum(waiting) as bigint), min(opened_at)
from certification
where open = 1 and (cast($1 as text) is null or organization_id = $1)
group by state, whose_move, coalesce(analyst, '')
order by state, whose_move, 3";

const CERTIFIED: &str = "
select case_id
from certification
where organization_id = $1 and app_id = $2 and state = 'certified'
order by opened_at desc, case_id desc
limit 1";

const LATE: &str = "
select case_id
from certification
where open = 1 and due_on < $1 and state in ('evidence_open', 'final_review', 'decision_proposed')
order by due_on, case_id
limit 1000";

const IDS: &str = "
select case_id
from certification
where case_id > $1
order by case_id
limit $2";

/// A case as lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CaseRow {
    /// The id.
    pub(crate) case_id: String,
    /// The publisher's organization.
    pub(crate) organization_id: String,
    /// The app.
    pub(crate) app_id: String,
    /// Its name.
    pub(crate) app_name: String,
    /// The program.
    pub(crate) framework: String,
    /// The edition.
    pub(crate) edition: String,
    /// The stage, one of the core's words.
    pub(crate) state: String,
    /// Whose move it is, one of the core's words.
    pub(crate) whose_move: String,
    /// By when, as of the last change.
    pub(crate) due_on: Option<String>,
    /// The analyst's account.
    pub(crate) analyst: Option<String>,
    /// When it was opened.
    pub(crate) opened_at: String,
    /// When it last changed.
    pub(crate) changed_at: String,
    /// The number of its last act.
    pub(crate) number: i64,
    /// Whether it goes on.
    pub(crate) open: bool,
    /// How many controls wait for the analyst.
    pub(crate) waiting: i64,
}

impl CaseRow {
    fn read(row: &Row) -> Result<Self, Stop> {
        Ok(Self {
            case_id: row.text(0)?,
            organization_id: row.text(1)?,
            app_id: row.text(2)?,
            app_name: row.text(3)?,
            framework: row.text(4)?,
            edition: row.text(5)?,
            state: row.text(6)?,
            whose_move: row.text(7)?,
            due_on: row.maybe_text(8)?,
            analyst: row.maybe_text(9)?,
            opened_at: row.text(10)?,
            changed_at: row.text(11)?,
            number: row.number(12)?,
            open: row.number(13)? == 1,
            waiting: row.number(14)?,
        })
    }
}

/// Which cases a list has, and from where on.
#[derive(Debug, Clone, Default)]
pub(crate) struct CaseFilter {
    /// Of this organization only.
    pub(crate) organization: Option<String>,
    /// In this stage only.
    pub(crate) state: Option<String>,
    /// Where this party has to act only.
    pub(crate) whose_move: Option<String>,
    /// With this analyst only; an empty one is nobody.
    pub(crate) analyst: Option<String>,
    /// Of this app only.
    pub(crate) app_id: Option<String>,
    /// With these letters in the app's name, in lower case.
    pub(crate) name: Option<String>,
    /// Only those that go on, or only those that are over.
    pub(crate) open: Option<bool>,
    /// Behind this day and case: the last of the list before.
    pub(crate) after: Option<(String, String)>,
}

/// How many open cases stand alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CaseCount {
    /// The stage.
    pub(crate) state: String,
    /// Whose move it is.
    pub(crate) whose_move: String,
    /// The analyst's account; empty for none.
    pub(crate) analyst: String,
    /// How many.
    pub(crate) cases: i64,
    /// The earliest day on which one is due; empty for none.
    pub(crate) first_due: String,
    /// How many of their controls wait for the analyst.
    pub(crate) waiting: i64,
    /// When the oldest was opened.
    pub(crate) oldest: String,
}

impl Work {
    /// Adds an act to a case and makes its row say what the case is now. False, and nothing is done,
    /// when another act came first or, for a new case, another case of the app is open.
    pub(crate) async fn put_case(&mut self, told: Told<'_>, row: &CaseRow) -> Result<bool, Stop> {
        self.hold_record().await?;
        if !self.put_case_row(row).await? {
            return Ok(false);
        }
        let entry = self.note(told).await?;
        Ok(entry.number == row.number)
    }

    /// The acts of a case behind a number, in order.
    pub(crate) async fn case_acts(
        &mut self,
        case_id: &str,
        after: i64,
    ) -> Result<Vec<Entry>, Stop> {
        self.entries_of(CASE, case_id, after).await
    }

    async fn put_case_row(&mut self, row: &CaseRow) -> Result<bool, Stop> {
        let open = i64::from(row.open);
        if row.number > 1 {
            let values: [Value<'_>; 10] = [
                (&row.case_id).into(),
                (&row.app_name).into(),
                (&row.state).into(),
                (&row.whose_move).into(),
                row.due_on.as_deref().into(),
                row.analyst.as_deref().into(),
                (&row.changed_at).into(),
                row.number.into(),
                open.into(),
                row.waiting.into(),
            ];
            return Ok(self.run(CHANGE, &values).await? == 1);
        }
        if self.open_case(&row.organization_id, &row.app_id).await?.is_some() {
            return Ok(false);
        }
        let values: [Value<'_>; 15] = [
            (&row.case_id).into(),
            (&row.organization_id).into(),
            (&row.app_id).into(),
            (&row.app_name).into(),
            (&row.framework).into(),
            (&row.edition).into(),
            (&row.state).into(),
            (&row.whose_move).into(),
            row.due_on.as_deref().into(),
            row.analyst.as_deref().into(),
            (&row.opened_at).into(),
            (&row.changed_at).into(),
            row.number.into(),
            open.into(),
            row.waiting.into(),
        ];
        self.run(PUT, &values).await.map(|_| true)
    }

    /// The open case of an app.
    async fn open_case(&mut self, organization: &str, app: &str) -> Result<Option<String>, Stop> {
        const OPEN: &str = "
select case_id
from certification
where organization_id = $1 and app_id = $2 and open = 1";
        let row = self.row(OPEN, &[organization.into(), app.into()]).await?;
        row.map(|row| row.text(0)).transpose()
    }
}

impl Store {
    /// The row of a case. One statement.
    pub(crate) async fn case(&self, case_id: &str) -> Result<Option<CaseRow>, Stop> {
        self.row(ONE, &[case_id.into()]).await?.as_ref().map(CaseRow::read).transpose()
    }

    /// The acts of a case behind a number, in order. One statement.
    pub(crate) async fn case_acts(&self, case_id: &str, after: i64) -> Result<Vec<Entry>, Stop> {
        self.entries_of(CASE, case_id, after).await
    }

    /// Cases, what is due first on top. One statement.
    pub(crate) async fn cases(
        &self,
        filter: &CaseFilter,
        limit: i64,
    ) -> Result<Vec<CaseRow>, Stop> {
        let name = filter.name.as_deref().map(contains);
        let (day, case_id) = filter
            .after
            .as_ref()
            .map_or(("", ""), |(day, case_id)| (day.as_str(), case_id.as_str()));
        let values: [Value<'_>; 10] = [
            filter.organization.as_deref().into(),
            filter.state.as_deref().into(),
            filter.whose_move.as_deref().into(),
            filter.analyst.as_deref().into(),
            filter.app_id.as_deref().into(),
            name.as_deref().into(),
            filter.open.map_or(2, i64::from).into(),
            day.into(),
            case_id.into(),
            limit.into(),
        ];
        self.rows(LIST, &values).await?.iter().map(CaseRow::read).collect()
    }

    /// How many open cases stand where, for an organization or for all. One statement.
    pub(crate) async fn case_counts(
        &self,
        organization: Option<&str>,
    ) -> Result<Vec<CaseCount>, Stop> {
        let read = |row: &Row| {
            Ok(CaseCount {
                state: row.text(0)?,
                whose_move: row.text(1)?,
                analyst: row.text(2)?,
                cases: row.number(3)?,
                first_due: row.text(4)?,
                waiting: row.number(5)?,
                oldest: row.text(6)?,
            })
        };
        self.rows(COUNTS, &[organization.into()]).await?.iter().map(read).collect()
    }

    /// The newest certified case of an app. One statement.
    pub(crate) async fn certified_case(
        &self,
        organization: &str,
        app: &str,
    ) -> Result<Option<String>, Stop> {
        let row = self.row(CERTIFIED, &[organization.into(), app.into()]).await?;
        row.map(|row| row.text(0)).transpose()
    }

    /// Open cases whose deadline passed before a day. One statement.
    pub(crate) async fn late_cases(&self, day: &str) -> Result<Vec<String>, Stop> {
        self.rows(LATE, &[day.into()]).await?.iter().map(|row| row.text(0)).collect()
    }

    /// The next ids of cases. One statement.
    pub(crate) async fn case_ids(&self, after: &str, limit: i64) -> Result<Vec<String>, Stop> {
        self.rows(IDS, &[after.into(), limit.into()]).await?.iter().map(|row| row.text(0)).collect()
    }
}

/// The pattern of names that contain these letters.
pub(super) fn contains(letters: &str) -> String {
    let mut pattern = String::from("%");
    for letter in letters.to_lowercase().chars() {
        if matches!(letter, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(letter);
    }
    pattern.push('%');
    pattern
}
