//! Every key is there, none is left over, and every placeable is a fact that somebody gives.

use std::collections::{BTreeMap, BTreeSet};

use attestor_core::attestation::permission::PermissionKind;
use attestor_core::basis::Basis;
use attestor_core::certification::case::{About, Judgment};
use attestor_core::certification::clock::CaseState;
use attestor_core::certification::controls::ControlState;
use attestor_core::certification::decision::Outcome;
use attestor_core::certification::documents::DocumentState;
use attestor_core::certification::hard_fails::HardFailState;
use attestor_core::certification::lifecycle::CertificateState;
use attestor_core::certification::steps::{DueKind, StepKind};
use attestor_core::framework::StratumKey;
use attestor_core::party::Party;

use super::*;
use crate::embedded;
use parsed::parsed;

mod desk;
mod parsed;
mod site;

/// The files of the program and of the reports; `web` looks at the file of the site.
const OWN_FILES: [&str; 2] = ["framework.ftl", "report.ftl"];

/// Keys with the placeables of each, over the files of the program and of the reports.
fn messages() -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    for file in OWN_FILES {
        let text = embedded::locale_text(&format!("{DEFAULT_LOCALE}/{file}")).expect("a text");
        for (key, message) in parsed(&text.expect("a file")).expect("a clean file") {
            assert!(found.insert(key, message.variables).is_none());
        }
    }
    found
}

/// Every rule with the facts that it gives, apart from the part of a control.
const FACTS: &str = "\
publisher-unverified
publisher-withdrawn
attestation-missing
attestation-undated
attestation-future submitted
attestation-stale submitted fresh_until
attestation-inconsistent question follow_up
consent-missing
other-case-open since
recertification-too-early opens
scope-missing
recovery-site-missing
backup-site-missing
inventory-missing environment
hosting-needs-decision environment hosting
hosting-needs-parts environment hosting
connection-in-scope name segmentation
connection-out-of-scope name segmentation
connection-unexplained host
sample-outdated recorded now
document-missing document
document-stale document dated fresh_until
document-undated document
document-future document dated
condition-false condition
condition-unknown condition
hosting-not-applicable hosting
hosting-provider
platform-report-missing
evidence-none
evidence-stale item captured fresh_until
evidence-future item captured
evidence-kind item kind accepted
evidence-form item form accepted
evidence-shows item missing
evidence-history item built
evidence-sample components
evidence-figure-missing figure bound
evidence-figure-broken item figure found bound
met-by-evidence
met-by-facts
met-by-external framework
met-by-alternative controls
declared-absent reason
review-failed reason
review-revision reason
review-not-applicable reason
pentest-report-missing
pentest-report-stale ended fresh_until
pentest-future ended
pentest-not-manual
pentest-not-independent firm
pentest-incomplete missing
pentest-footprint address
pentest-internal missing
pentest-classes
pentest-segmentation missing
pentest-environment test
pentest-fix-late finding title due
pentest-not-retested finding title
pentest-finding-open finding title class
permission-implied permission covered_by
permission-unjustified permission why
permission-over-broad permission
permission-difference permission only
permissions-missing
external-accepted framework until
external-unknown framework
external-type framework
external-assessor framework
external-level framework
external-package framework
external-edition-ended framework edition ended
external-soa-rows edition expected found
external-scope framework
external-issued from until
external-period from until
external-age from until
external-reassessment-age from until
external-future issued
external-claim-unproved framework
hard-fail condition state
domain-below-mark domain
timed-out deadline
all-holds
";

/// The facts that a rule gives.
fn facts(rule: RuleId) -> Vec<&'static str> {
    let line = FACTS.lines().find(|line| line.split(' ').next() == Some(rule.as_str()));
    line.unwrap_or_else(|| panic!("a line for {rule}")).split(' ').skip(1).collect()
}

/// The keys that closed lists of the core ask for.
fn listed() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    let mut add = |prefix: &str, words: Vec<&str>| {
        keys.extend(words.iter().map(|word| format!("{prefix}-{word}")));
    };
    add("reason", RuleId::ALL.iter().map(|it| it.as_str()).collect());
    add("outcome", Outcome::ALL.iter().map(|it| it.as_str()).collect());
    add("case-state", CaseState::ALL.iter().map(|it| it.as_str()).collect());
    add("certificate-state", CertificateState::ALL.iter().map(|it| it.as_str()).collect());
    add("state", ControlState::ALL.iter().map(|it| it.as_str()).collect());
    add("hard-fail", HardFailState::ALL.iter().map(|it| it.as_str()).collect());
    add("document-state", DocumentState::ALL.iter().map(|it| it.as_str()).collect());
    add("external-verdict", vec!["accepted", "refused"]);
    add("step", StepKind::ALL.iter().map(|it| it.as_str()).collect());
    add("due", DueKind::ALL.iter().map(|it| it.as_str()).collect());
    add("party", Party::ALL.iter().map(|it| it.as_str()).collect());
    add("about", About::ALL.iter().map(|it| it.as_str()).collect());
    add("permission-kind", PermissionKind::ALL.iter().map(|it| it.as_str()).collect());
    add("judgment", Judgment::ALL.iter().map(|it| it.as_str()).collect());
    add("basis", Basis::ALL.iter().map(|it| it.as_str()).collect());
    add("stratum", StratumKey::ALL.iter().map(|it| it.as_str()).collect());
    keys
}

/// The keys that stand in quotes in the code and in the template.
fn quoted() -> BTreeSet<String> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("src/report"), root.join("templates")];
    let mut files = vec![root.join("src/report.rs"), root.join("src/phrases.rs")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    let texts = files.iter().map(|path| std::fs::read_to_string(path).expect("a text"));
    let prefixes = ["report-", "part-"];
    texts
        .flat_map(|text| text.split('"').map(str::to_owned).collect::<Vec<_>>())
        .filter(|text| prefixes.iter().any(|prefix| text.starts_with(prefix)))
        .filter(|text| text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'))
        .filter(|text| !prefixes.contains(&text.as_str()))
        .collect()
}

#[test]
fn every_key_is_there_and_none_is_left_over() {
    let there: BTreeSet<String> = messages().into_keys().collect();
    let asked: BTreeSet<String> = listed().union(&quoted()).cloned().collect();
    let missing: Vec<&String> = asked.difference(&there).collect();
    let unused: Vec<&String> = there.difference(&asked).collect();
    assert_eq!((missing, unused), (Vec::new(), Vec::new()));
}

#[test]
fn every_placeable_of_a_reason_is_a_fact_of_its_rule() {
    let messages = messages();
    for &rule in RuleId::ALL {
        let given: BTreeSet<String> = facts(rule).into_iter().map(str::to_owned).collect();
        let used = messages.get(&format!("reason-{rule}")).expect("a message");
        assert!(used.is_subset(&given), "{rule}: uses {used:?}, given {given:?}");
    }
}

#[test]
fn a_reason_of_every_rule_is_a_whole_sentence() {
    let phrases = Phrases::load(DEFAULT_LOCALE).expect("phrases");
    for &rule in RuleId::ALL {
        let facts = facts(rule).into_iter().map(|name| (name, "2026-02-28".to_owned()));
        let text = phrases.reason(&Reason { rule, facts: facts.collect() });
        assert!(!text.contains(['{', '}', '[', '$']), "{rule}: {text}");
        assert!(!text.contains('\n'), "{rule}: {text}");
        // A placeable may close the sentence with the words of the program or of an analyst.
        assert!(text.ends_with(['.', ':']) || text.ends_with("2026-02-28"), "{rule}: {text}");
    }
}

#[test]
fn days_and_plurals_follow_the_locale() {
    let phrases = Phrases::load(DEFAULT_LOCALE).expect("phrases");
    let day = Day::parse("2026-12-01").expect("a day");
    assert_eq!(phrases.day(day), "December 1, 2026");
    assert_eq!(phrases.short_day(day), "Dec 1");
    let days = |count: i64| phrases.text("report-in-days", &[("days", Arg::Count(count))]);
    assert_eq!((days(1), days(12)), ("in 1 day".to_owned(), "in 12 days".to_owned()));
    assert_eq!(phrases.word("no-such-key"), "[no-such-key]");
}

#[test]
fn a_locale_that_is_not_there_is_refused() {
    assert!(Phrases::load("xx-XX").is_err());
    assert!(Phrases::load("../../etc").is_err());
}

#[test]
fn phrases_are_shared_by_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Phrases>();
    shared::<Phrasebook>();
}

#[test]
fn a_language_without_a_word_says_it_in_english_and_tells() {
    let layer = Arc::new(Layer::load(Language::English).expect("English"));
    let own = Layer::of(Language::French, ["report-today = aujourd’hui"]).expect("French");
    let formats = Formats::of(Language::French).expect("formats");
    let layers = vec![Arc::new(own), layer];
    let phrases = Phrases { language: Language::French, locale: "fr-FR", layers, formats };
    assert_eq!(phrases.text_in("report-today", &[]), ("aujourd’hui".to_owned(), Language::French));
    let (text, language) = phrases.text_in("report-skip", &[]);
    assert_eq!((text.as_str(), language), ("Skip to the report", Language::English));
    assert_eq!(phrases.text_in("no-such-key", &[]), ("[no-such-key]".to_owned(), Language::French));
}

#[test]
fn every_language_is_loaded_and_asked_by_name() {
    let book = Phrasebook::load().expect("phrases");
    for language in Language::all() {
        let phrases = book.of(language);
        assert_eq!(phrases.locale(), language.tag());
        assert!(!phrases.word("report-today").starts_with('['), "{language:?}");
    }
}

#[test]
fn counts_choose_the_plural_of_the_language_and_are_grouped() {
    let source = "apps = { $count ->\n    [one] { $count } приложение\n    [few] { $count } приложения\n   *[many] { $count } приложений\n}";
    let layer = Layer::of(Language::Russian, [source]).expect("Russian");
    let say = |count: i64| {
        let mut values = FluentArgs::new();
        values.set("count", count);
        layer.say("apps", &values).expect("a message")
    };
    assert_eq!((say(1), say(3)), ("1 приложение".to_owned(), "3 приложения".to_owned()));
    assert_eq!((say(21), say(11)), ("21 приложение".to_owned(), "11 приложений".to_owned()));
    assert_eq!(say(12345), "12\u{A0}345 приложений");
}
