//! What a list of cases shows, as its address says it.

use attestor_core::desk::file::Stage;
use attestor_core::party::Party;

use crate::store::desk::{CaseFilter, CaseRow};
use crate::web::desk::visit::DeskVisit;
use crate::web::desk::work::rows::Names;
use crate::web::visit::Refusal;

/// What is wanted.
pub(super) struct Wanted {
    /// What the store is asked for.
    pub(super) filter: CaseFilter,
    /// The letters of the name as they were typed.
    pub(super) name: String,
    stage: String,
    party: String,
    analyst: String,
    open: String,
}

/// A value of a filter.
pub(super) struct Choice {
    /// The value.
    pub(super) value: String,
    /// Its words.
    pub(super) text: String,
    /// Whether it is the wanted one.
    pub(super) chosen: bool,
}

impl Wanted {
    /// What an address asks for. A value that is none is a bad request.
    pub(super) fn read(visit: &DeskVisit) -> Result<Self, Refusal> {
        let asked = |name: &str| visit.query.get(name).map_or("", |text| text.trim()).to_owned();
        let (stage, party) = (asked("stage"), asked("move"));
        let (analyst, open, name) = (asked("analyst"), asked("open"), asked("name"));
        let is_stage = stage.is_empty() || Stage::parse(&stage).is_some();
        let is_party = party.is_empty() || Party::parse(&party).is_some();
        if !is_stage || !is_party {
            return Err(Refusal::BadRequest);
        }
        let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let filter = CaseFilter {
            organization: (!visit.worker.is_staff()).then(|| visit.worker.organization.clone()),
            state: some(&stage),
            whose_move: some(&party),
            analyst: match analyst.as_str() {
                "" => None,
                "mine" => Some(visit.worker.account.clone()),
                "none" => Some(String::new()),
                account => Some(account.to_owned()),
            },
            app_id: some(&asked("app")),
            name: some(&name),
            open: match open.as_str() {
                "all" => None,
                "over" => Some(false),
                // Who asks for a stage or a name looks for cases that are over, too.
                "" if !stage.is_empty() || !name.is_empty() => None,
                _ => Some(true),
            },
            after: after(&asked("after"))?,
        };
        Ok(Self { filter, name, stage, party, analyst, open })
    }

    /// The query of the first part; empty for no filter.
    pub(super) fn query(&self) -> String {
        let pairs = [
            ("stage", &self.stage),
            ("move", &self.party),
            ("analyst", &self.analyst),
            ("name", &self.name),
            ("open", &self.open),
        ];
        let mut form = url::form_urlencoded::Serializer::new(String::new());
        form.extend_pairs(pairs.iter().filter(|(_, value)| !value.is_empty()));
        let query = form.finish();
        if query.is_empty() { query } else { format!("?{query}") }
    }

    /// The query of the part behind a row.
    pub(super) fn behind(&self, row: &CaseRow) -> String {
        let query = self.query();
        let mark = if query.is_empty() { '?' } else { '&' };
        let due = row.due_on.as_deref().unwrap_or("9999-12-31");
        format!("{query}{mark}after={due}~{}", row.case_id)
    }

    /// The stages.
    pub(super) fn stages(&self, visit: &DeskVisit) -> Vec<Choice> {
        let words = Stage::ALL.iter().map(|it| (it.as_str(), format!("desk-stage-{it}")));
        choices(visit, &self.stage, words)
    }

    /// Who may have to act.
    pub(super) fn moves(&self, visit: &DeskVisit) -> Vec<Choice> {
        let words = [Party::Publisher, Party::Analyst, Party::Platform];
        let words = words.iter().map(|it| (it.as_str(), format!("desk-party-{it}")));
        choices(visit, &self.party, words)
    }

    /// Open, over, or both.
    pub(super) fn opens(&self, visit: &DeskVisit) -> Vec<Choice> {
        let words = ["open", "over", "all"].map(|it| (it, format!("desk-cases-{it}-only")));
        choices(visit, &self.open, words.into_iter())
    }

    /// The analysts: for the certification body, with the own and nobody's first.
    pub(super) fn analysts(&self, visit: &DeskVisit, names: &Names) -> Vec<Choice> {
        if !visit.worker.is_staff() {
            return Vec::new();
        }
        let own = [("mine", visit.t("desk-cases-mine")), ("none", visit.t("desk-case-nobody"))];
        let own = own.into_iter().map(|(value, text)| (value.to_owned(), text));
        let others = names.analysts().into_iter();
        let others = others.map(|(account, name)| (account.to_owned(), name.to_owned()));
        let choice =
            |(value, text): (String, String)| Choice { chosen: value == self.analyst, value, text };
        own.chain(others).map(choice).collect()
    }
}

fn choices<'w>(
    visit: &DeskVisit,
    wanted: &str,
    words: impl Iterator<Item = (&'w str, String)>,
) -> Vec<Choice> {
    let choice = |(value, key): (&str, String)| Choice {
        value: value.to_owned(),
        text: visit.t(&key),
        chosen: value == wanted,
    };
    words.map(choice).collect()
}

/// The last row of the part before: its day and its case.
fn after(text: &str) -> Result<Option<(String, String)>, Refusal> {
    if text.is_empty() {
        return Ok(None);
    }
    let (day, case_id) = text.split_once('~').ok_or(Refusal::BadRequest)?;
    Ok(Some((day.to_owned(), case_id.to_owned())))
}
