use std::sync::Arc;

use super::consistency::{Inconsistency, date, inconsistencies};
use super::difference::{Change, Difference, Texts, difference};
use super::facet::{Facet, Freshness, facets, freshness};
use super::identity::{IdSource, Identity, app_id, identity};
use crate::answer::Answer;
use crate::attestation::page::controls::Outcome;
use crate::attestation::page::facts::{Facts, Tier, Value};
use crate::attestation::page::finding::{Finding, FindingKind};
use crate::attestation::page::permission::{Permission, PermissionType};
use crate::attestation::question::{Form, Questionnaire};
use crate::day::Day;

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

fn facts(answers: &[(&str, Value)]) -> Facts {
    Facts {
        generation: Form::Form2022,
        certification_type: None,
        badge: None,
        ms_date: None,
        last_updated: None,
        teams_store_id: None,
        appsource_id: None,
        mcas_dashboard_id: None,
        pivots: Vec::new(),
        answers: answers.iter().map(|(id, value)| (Arc::from(*id), value.clone())).collect(),
        permissions: Vec::new(),
        uses_graph: false,
        certification: Vec::new(),
        counts: Vec::new(),
        has_additional_apis_table: false,
    }
}

fn id(text: &str) -> (&str, Value) {
    ("app_id", Value::Id(text.to_owned()))
}

fn text(question: &'static str, text: &str) -> (&'static str, Value) {
    (question, Value::Text(text.to_owned()))
}

fn permission(name: &str, kind: PermissionType) -> Permission {
    let (app_id, justification) = (String::new(), String::new());
    Permission { name: name.to_owned(), kind: Some(kind), app_id, justification }
}

fn found(id: &str, source: IdSource) -> Option<Identity> {
    Some(Identity { id: id.to_owned(), source })
}

#[test]
fn appsource_wins_over_teams_and_teams_over_the_row() {
    let mut page = facts(&[id("row.id")]);
    assert_eq!(identity(&page), found("row.id", IdSource::Row));
    page.teams_store_id = Some("1C256A65-83A6-4B5C-9CCF-78F8AFB6F1E8".to_owned());
    assert_eq!(
        identity(&page),
        found("1c256a65-83a6-4b5c-9ccf-78f8afb6f1e8", IdSource::TeamsStore)
    );
    page.appsource_id = Some("wa104381050".to_owned());
    assert_eq!(identity(&page), found("WA104381050", IdSource::AppSource));
}

#[test]
fn a_text_that_is_no_id_names_no_app() {
    for text in ["", "..", "-a", "an app", "a/b", "<b>", "후크", &"a".repeat(121)] {
        assert_eq!(app_id(text), None, "{text}");
    }
    assert_eq!(identity(&facts(&[])), None);
    assert_eq!(identity(&facts(&[id("see below")])), None);
    assert_eq!(app_id(" Officeatwork-AG.Designer "), Some("officeatwork-ag.designer".to_owned()));
}

#[test]
fn equal_versions_do_not_differ() {
    let page = facts(&[id("WA1"), text("app_name", "One")]);
    assert!(difference(&page, &page, Texts::Compared).is_empty());
}

#[test]
fn every_kind_of_change_is_told_once() {
    let yes = || Value::Answer(Answer::Yes);
    let mut before = facts(&[("wall", yes()), ("gone", yes()), ("same", yes())]);
    before.generation = Form::Form2021;
    let mut after =
        facts(&[("new", yes()), ("same", yes()), ("wall", Value::Answer(Answer::Unanswered))]);
    before.badge = Some(Tier::Attested);
    after.badge = Some(Tier::Certified);
    after.last_updated = Some(day("2022-02-17"));
    before.permissions = vec![
        permission("User.Read", PermissionType::Delegated),
        permission("Mail.Read", PermissionType::Delegated),
    ];
    after.permissions = vec![
        permission("Mail.Read", PermissionType::Application),
        permission("User.Read", PermissionType::Delegated),
        permission("User.Read", PermissionType::Delegated),
    ];
    after.certification = vec![("gdpr".into(), Outcome::Pass)];
    let Difference {
        form,
        tier,
        updated,
        answers,
        permissions_added,
        permissions_removed,
        certification,
    } = difference(&before, &after, Texts::Compared);
    assert_eq!(form, Some(Change { before: Some(Form::Form2021), after: Some(Form::Form2022) }));
    assert_eq!(tier, Some(Change { before: Some(Tier::Attested), after: Some(Tier::Certified) }));
    assert_eq!(updated, Some(Change { before: None, after: Some(day("2022-02-17")) }));
    let ids: Vec<&str> = answers.iter().map(|(id, _)| &**id).collect();
    assert_eq!(ids, ["new", "wall", "gone"]);
    assert_eq!(
        answers[1].1,
        Change { before: Some(yes()), after: Some(Value::Answer(Answer::Unanswered)) }
    );
    let named = |held: &super::difference::Held| (held.name.clone(), held.kind);
    assert_eq!(
        permissions_added.iter().map(named).collect::<Vec<_>>(),
        [("Mail.Read".to_owned(), Some(PermissionType::Application))]
    );
    assert_eq!(
        permissions_removed.iter().map(named).collect::<Vec<_>>(),
        [("Mail.Read".to_owned(), Some(PermissionType::Delegated))]
    );
    assert_eq!(
        certification,
        [("gdpr".into(), Change { before: None, after: Some(Outcome::Pass) })]
    );
}

#[test]
fn texts_of_two_languages_differ_only_by_being_there() {
    let french = facts(&[text("core_functionality", "Lit le courrier"), text("other", "")]);
    let german = facts(&[text("core_functionality", "Liest Post"), text("other", "mehr")]);
    let changed = |texts| difference(&french, &german, texts).answers.len();
    assert_eq!(changed(Texts::Compared), 2);
    assert_eq!(changed(Texts::LeftOut), 1);
}

fn codes(facts: &Facts, noticed: &[Finding]) -> Vec<&'static str> {
    inconsistencies(facts, noticed).iter().map(Inconsistency::code).collect()
}

#[test]
fn permissions_need_sign_in() {
    let answered = |answer| {
        let mut page = facts(&[("integrates_with_identity_platform", Value::Answer(answer))]);
        page.permissions = vec![permission("User.Read", PermissionType::Delegated)];
        codes(&page, &[])
    };
    assert_eq!(answered(Answer::No), ["permissions_without_sign_in"]);
    assert_eq!(answered(Answer::Yes), [""; 0]);
    assert_eq!(answered(Answer::Unanswered), ["blanks"]);
}

#[test]
fn a_failed_domain_does_not_fit_a_certified_app() {
    let mut page = facts(&[]);
    page.certification = vec![("gdpr".into(), Outcome::Fail), ("firewall".into(), Outcome::Pass)];
    assert_eq!(codes(&page, &[]), [""; 0]);
    page.certification_type = Some(Tier::Certified);
    assert_eq!(codes(&page, &[]), ["certified_with_failed_domain"]);
}

#[test]
fn another_id_in_the_row_disagrees_and_a_damaged_one_does_not() {
    let mut page = facts(&[id("WA1")]);
    page.appsource_id = Some("WA1".to_owned());
    page.teams_store_id = Some("wa3".to_owned());
    let noticed = |text: &str| {
        let (what, text, id) = ("app_id".into(), text.to_owned(), "WA1".to_owned());
        vec![Finding { line: 3, kind: FindingKind::IdFromLink { what, text, id } }]
    };
    assert_eq!(codes(&page, &noticed("WA2")), ["ids_disagree"]);
    for same_or_none in ["wa1", "W A 2", "WA3"] {
        assert_eq!(codes(&page, &noticed(same_or_none)), [""; 0], "{same_or_none}");
    }
}

#[test]
fn blanks_are_listed_in_the_order_of_the_page() {
    let page = facts(&[text("b", ""), ("a", Value::Codes(Vec::new())), text("c", "c")]);
    let questions = vec!["b".into(), "a".into()];
    assert_eq!(inconsistencies(&page, &[]), [Inconsistency::Blanks { questions }]);
}

#[test]
fn a_date_is_stale_after_a_year_and_the_anniversary_counts() {
    let mut page = facts(&[]);
    let code = |page: &Facts, on: &str| date(page, day(on)).map(|found| found.code());
    assert_eq!(code(&page, "2026-01-01"), None);
    page.last_updated = Some(day("2024-02-29"));
    for (on, expected) in [
        ("2024-02-28", Some("future_date")),
        ("2024-02-29", None),
        ("2025-02-28", None),
        ("2025-03-01", Some("stale_date")),
    ] {
        assert_eq!(code(&page, on), expected, "{on}");
    }
}

const QUESTIONS: &str = "\
section: compliance
questions:
  - {id: soc, order: 1, text: SOC, type: yesno, good: yes, form_2022: {zone: compliance, position: 1}}
  - {id: iso, order: 2, text: ISO, type: yesno, good: yes, form_2022: {zone: compliance, position: 2}}
";

#[test]
fn facets_are_what_the_page_says() {
    let questionnaire = Questionnaire::load(&[("q.yaml", QUESTIONS)]).expect("sound");
    let mut page = facts(&[
        text("office_365_clients_supported", "Word im Web、Excel 2016, PowerPoint für Mac"),
        ("hosting_model", Value::Code("paas".into())),
        ("soc", Value::Answer(Answer::Yes)),
        ("iso", Value::Answer(Answer::No)),
    ]);
    page.badge = Some(Tier::Certified);
    page.teams_store_id = Some("x".to_owned());
    page.permissions = vec![
        permission("User.Read", PermissionType::Delegated),
        permission("User.Read", PermissionType::Application),
        permission(&"long".repeat(51), PermissionType::Application),
    ];
    let found = facets(&page, &questionnaire);
    let found: Vec<(Facet, &str)> = found.iter().map(|(facet, value)| (*facet, &**value)).collect();
    assert_eq!(
        found,
        [
            (Facet::Tier, "certified"),
            (Facet::HostProduct, "excel"),
            (Facet::HostProduct, "powerpoint"),
            (Facet::HostProduct, "teams"),
            (Facet::HostProduct, "word"),
            (Facet::StoresData, "unanswered"),
            (Facet::Hosting, "paas"),
            (Facet::Framework, "soc"),
            (Facet::Permission, "User.Read"),
        ]
    );
}

#[test]
fn freshness_counts_its_last_day() {
    for (updated, expected) in [
        (None, Freshness::Unknown),
        (Some("2026-12-01"), Freshness::Unknown),
        (Some("2026-11-22"), Freshness::Months3),
        (Some("2026-08-22"), Freshness::Months3),
        (Some("2026-08-21"), Freshness::Months12),
        (Some("2025-11-22"), Freshness::Months12),
        (Some("2025-11-21"), Freshness::Older),
    ] {
        assert_eq!(freshness(updated.map(day), day("2026-11-22")), expected, "{updated:?}");
    }
}
