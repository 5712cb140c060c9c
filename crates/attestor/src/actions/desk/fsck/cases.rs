//! Each case as its entries add up, against its row and its decision.

use std::collections::{BTreeMap, BTreeSet};

use attestor_core::desk::act::Recorded;
use attestor_core::desk::file::CaseFile;
use attestor_core::digest::Digest;

use super::chain::Chain;
use super::{Break, Checked, Desk, End};
use crate::actions::desk::evidence::files_of;
use crate::actions::desk::{recorded, row};
use crate::stop::Stop;
use crate::store::desk::{CASE, CaseRow};

/// How many ids are read at once.
const PIECE: i64 = 1_000;

/// The files that were ever named: digests by organization, with who names each.
pub(super) type Named = BTreeMap<String, BTreeMap<Digest, String>>;

impl Desk {
    pub(super) async fn look_at_cases(
        &self,
        chain: &Chain,
        checked: &mut Checked,
    ) -> Result<Named, End> {
        let mut told: BTreeSet<&str> = chain.cases().collect();
        let mut named = Named::new();
        let mut after = String::new();
        loop {
            let ids = self.store().case_ids(&after, PIECE).await?;
            let Some(last) = ids.last() else { break };
            after.clone_from(last);
            for id in &ids {
                if !told.remove(id.as_str()) {
                    let what = "it has a row and no entry in the record";
                    return Err(Break::new("case", id, what).into());
                }
                self.look_at_case(id, &mut named, checked).await?;
            }
        }
        match told.first() {
            Some(id) => {
                Err(Break::new("case", id, "it has entries in the record and no row").into())
            }
            None => Ok(named),
        }
    }

    async fn look_at_case(
        &self,
        id: &str,
        named: &mut Named,
        checked: &mut Checked,
    ) -> Result<(), End> {
        let broken = |what: String| End::Break(Break::new("case", id, what));
        let gone = || broken("its row was taken away meanwhile".to_owned());
        let row = self.store().case(id).await?.ok_or_else(gone)?;
        let entries = self.store().entries_of(CASE, id, 0).await?;
        let acts = recorded(&entries).map_err(|stop| broken(words(stop)))?;
        if let Some((entry, _)) =
            entries.iter().zip(&acts).find(|(entry, one)| entry.kind != one.act.kind())
        {
            return Err(broken(format!(
                "entry {} is of another kind than its act",
                entry.entry_id
            )));
        }
        let file = CaseFile::of(id, &row.organization_id, &acts);
        let file = file.ok_or_else(|| broken("its first act does not open it".to_owned()))?;
        let rules = self.rules(&file).map_err(|stop| broken(words(stop)))?;
        let wanted = row::of(&file, &row::standing_on(&file, rules, file.changed_at.day()));
        let organization = entries.first().and_then(|entry| entry.organization.as_deref());
        if organization != Some(row.organization_id.as_str()) {
            return Err(broken("its row and its entries name two organizations".to_owned()));
        }
        if let Some((field, is, should)) = difference(&row, &wanted) {
            let words = format!("its row says `{is}` for `{field}`, and its acts say `{should}`");
            return Err(broken(words));
        }
        name_files(&acts, id, named.entry(row.organization_id).or_default());
        checked.cases += 1;
        self.look_at_decision(id, &file.organization, &acts, checked)
    }

    fn look_at_decision(
        &self,
        id: &str,
        organization: &str,
        acts: &[Recorded],
        checked: &mut Checked,
    ) -> Result<(), End> {
        let Some(replayed) = self.replayed(id, organization, acts) else { return Ok(()) };
        checked.decisions += 1;
        let differences = replayed.differences();
        if differences.is_empty() {
            return Ok(());
        }
        let what = format!("worked out again, another one comes out: {}", differences.join(", "));
        Err(Break::new("decision", id, what).into())
    }
}

fn words(stop: Stop) -> String {
    match stop {
        Stop::Failure(words) | Stop::Usage(words) | Stop::Full(words) | Stop::Away(words) => words,
        Stop::Faults(faults) => {
            faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
        }
    }
}

/// The first column of a row that differs from what it should say: its name and both values.
fn difference(is: &CaseRow, should: &CaseRow) -> Option<(&'static str, String, String)> {
    let (is, should) = (columns(is), columns(should));
    let mut pairs = is.into_iter().zip(should);
    let ((name, is), (_, should)) = pairs.find(|((_, is), (_, should))| is != should)?;
    Some((name, is, should))
}

fn columns(row: &CaseRow) -> [(&'static str, String); 15] {
    let maybe = |text: &Option<String>| text.clone().unwrap_or_default();
    [
        ("case_id", row.case_id.clone()),
        ("organization_id", row.organization_id.clone()),
        ("app_id", row.app_id.clone()),
        ("app_name", row.app_name.clone()),
        ("framework", row.framework.clone()),
        ("edition", row.edition.clone()),
        ("number", row.number.to_string()),
        ("opened_at", row.opened_at.clone()),
        ("changed_at", row.changed_at.clone()),
        ("state", row.state.clone()),
        ("open", row.open.to_string()),
        ("whose_move", row.whose_move.clone()),
        ("due_on", maybe(&row.due_on)),
        ("analyst", maybe(&row.analyst)),
        ("waiting", row.waiting.to_string()),
    ]
}

fn name_files(acts: &[Recorded], case_id: &str, named: &mut BTreeMap<Digest, String>) {
    for file in acts.iter().flat_map(|one| files_of(&one.act)) {
        named.entry(file.digest).or_insert_with(|| format!("case {case_id}"));
    }
}
