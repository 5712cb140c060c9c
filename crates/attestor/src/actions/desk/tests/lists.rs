//! Lists of cases: filters, pages, counts.

use attestor_core::desk::act::Act;

use super::builder::{Bench, everywhere};
use crate::store::desk::CaseFilter;

fn ids(bench: &Bench, filter: &CaseFilter, limit: i64) -> Vec<(String, Option<String>, String)> {
    let rows = bench.waiting.on(bench.desk.store().cases(filter, limit)).expect("read");
    rows.into_iter().map(|row| (row.app_id, row.due_on, row.case_id)).collect()
}

#[test]
fn lists_show_what_is_due_first_and_every_case_once_page_by_page() {
    everywhere(|bench| {
        for number in 2..8 {
            bench.open("publisher", &format!("app-{number}"));
        }
        bench.accepted();
        let all = ids(bench, &CaseFilter::default(), 100);
        assert_eq!(all.len(), 7);
        assert_eq!(all[0].0, "app-1", "the one with a deadline comes first");
        let mut pages = Vec::new();
        let mut after = None;
        loop {
            let page = ids(bench, &CaseFilter { after, ..CaseFilter::default() }, 3);
            let Some((_, due_on, case_id)) = page.last() else { break };
            let due_on = due_on.clone().unwrap_or_else(|| "9999-12-31".to_owned());
            after = Some((due_on, case_id.clone()));
            pages.extend(page);
        }
        assert_eq!(pages, all);
    });
}

#[test]
fn lists_are_filtered_by_all_that_a_row_says() {
    everywhere(|bench| {
        let accepted = bench.accepted();
        let other = bench.open("publisher", "100%_a!");
        let assign = Act::Assign { analyst: Some("analyst".to_owned()), name: "A".to_owned() };
        bench.does("lead_analyst", &accepted, assign);
        bench.does("publisher", &other, Act::Withdraw { reason: "no".to_owned() });
        let text = |text: &str| Some(text.to_owned());
        let none = CaseFilter::default;
        for (filter, wanted) in [
            (CaseFilter { organization: text("contoso"), ..none() }, vec![&accepted, &other]),
            (CaseFilter { organization: text("fabrikam"), ..none() }, vec![]),
            (CaseFilter { state: text("evidence_open"), ..none() }, vec![&accepted]),
            (CaseFilter { whose_move: text("nobody"), ..none() }, vec![&other]),
            (CaseFilter { analyst: text("analyst"), ..none() }, vec![&accepted]),
            (CaseFilter { app_id: text("app-1"), ..none() }, vec![&accepted]),
            (CaseFilter { name: text("%_a!"), ..none() }, vec![&other]),
            (CaseFilter { name: text("p app"), ..none() }, vec![&accepted]),
            (CaseFilter { open: Some(true), ..none() }, vec![&accepted]),
            (CaseFilter { open: Some(false), ..none() }, vec![&other]),
        ] {
            let found: Vec<String> = ids(bench, &filter, 10).into_iter().map(|it| it.2).collect();
            assert_eq!(found.iter().collect::<Vec<_>>(), wanted, "{filter:?}");
        }
    });
}

#[test]
fn counts_say_how_many_open_cases_stand_where() {
    everywhere(|bench| {
        bench.accepted();
        bench.open("publisher", "app-2");
        bench.open("publisher", "app-3");
        let counts = bench.waiting.on(bench.desk.store().case_counts(Some("contoso")));
        let counts = counts.expect("read");
        let said: Vec<_> = counts
            .iter()
            .map(|it| (it.state.as_str(), it.whose_move.as_str(), it.cases, it.first_due.as_str()))
            .collect();
        assert_eq!(
            said,
            [("evidence_open", "publisher", 1, "2027-02-03"), ("not_started", "publisher", 2, ""),]
        );
        let others = bench.waiting.on(bench.desk.store().case_counts(Some("fabrikam")));
        assert_eq!(others.expect("read"), []);
    });
}
