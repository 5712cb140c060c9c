//! Every page that links lead to is there, and is a good page.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::client::Site;

/// The most pages of one walk; the demo has fewer.
const MOST: usize = 900;

/// The values of an attribute, with entities undone.
pub(crate) fn values(html: &str, attribute: &str) -> Vec<String> {
    let begin = format!(" {attribute}=\"");
    let found = html.split(begin.as_str()).skip(1);
    found
        .map(|rest| rest.split('"').next().unwrap_or_default())
        .map(|value| value.replace("&#38;", "&").replace("&amp;", "&").replace("&#39;", "'"))
        .collect()
}

fn check(path: &str, html: &str) {
    assert_eq!(html.matches("<h1").count(), 1, "one heading: {path}");
    assert!(!html.contains(">[web-") && !html.contains("\"[web-"), "missing words: {path}");
    let ids = values(html, "id");
    let different: BTreeSet<&String> = ids.iter().collect();
    assert_eq!(ids.len(), different.len(), "ids stand twice: {path}");
    for attribute in ["aria-labelledby", "for", "form"] {
        for named in values(html, attribute) {
            assert!(ids.contains(&named), "{attribute}={named} leads nowhere: {path}");
        }
    }
    for link in values(html, "href").iter().filter_map(|href| href.strip_prefix('#')) {
        let symbol = link.starts_with("i-");
        assert!(symbol || ids.iter().any(|id| id == link), "#{link} leads nowhere: {path}");
    }
    for forbidden in [" style=\"", "<script>", " onclick=", "javascript:"] {
        assert!(!html.contains(forbidden), "{forbidden} stands on {path}");
    }
}

#[test]
fn every_link_leads_to_a_good_page() {
    let site = Site::of_demo();
    let mut from: BTreeMap<String, String> = BTreeMap::new();
    let mut waiting = VecDeque::from(["/fr-fr/".to_owned()]);
    while let Some(path) = waiting.pop_front() {
        let answer = site.get(&path);
        let origin = from.get(&path).map_or("", String::as_str);
        assert!(answer.status < 400, "{path} gives {}; linked from {origin}", answer.status);
        let is_page = answer.field("content-type").is_some_and(|form| form.contains("html"));
        // One language is walked; that the others are there is seen from it.
        if !is_page || !path.starts_with("/fr-fr/") {
            continue;
        }
        check(&path, &answer.body);
        for link in values(&answer.body, "href") {
            let link = link.split('#').next().unwrap_or_default().to_owned();
            let is_own = link.starts_with('/') && !link.starts_with("//");
            if is_own && from.len() < MOST && !from.contains_key(&link) {
                from.insert(link.clone(), path.clone());
                waiting.push_back(link);
            }
        }
    }
    assert!(from.len() > 100, "only {} links were found", from.len());
}
