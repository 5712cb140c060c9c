//! The words of the web site: what it asks for is there, nothing is left over, and a language that
//! has a file says everything in it with the same values.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::parsed::{Parsed, parsed};
use crate::embedded;
use crate::languages::Language;
use crate::phrases::FILES;

/// The files of the site, and how every key of theirs begins.
const SITE: [(&str, &str); 4] = [
    ("web.ftl", "web-"),
    ("people.ftl", "people-"),
    ("trust.ftl", "trust-"),
    ("documents.ftl", "documents-"),
];

fn file(language: Language, name: &str) -> Option<BTreeMap<String, Parsed>> {
    let path = format!("{}/{name}", language.tag());
    let text = embedded::locale_text(&path).expect("a text")?;
    Some(parsed(&text).unwrap_or_else(|fault| panic!("{path}: {fault}")))
}

/// What a file of a language lacks or has too much compared with the English one.
fn differences(
    english: &BTreeMap<String, Parsed>,
    own: &BTreeMap<String, Parsed>,
    language: Language,
) -> Vec<String> {
    let extra = own.keys().filter(|key| !english.contains_key(*key));
    let mut found: Vec<String> = extra.map(|key| format!("`{key}` is no key")).collect();
    for (key, wanted) in english {
        let Some(own) = own.get(key) else {
            found.push(format!("`{key}` is missing"));
            continue;
        };
        if own.variables != wanted.variables {
            let (own, wanted) = (&own.variables, &wanted.variables);
            found.push(format!("`{key}` has the values {own:?}, wanted are {wanted:?}"));
        }
        if let Some(names) = own.choices.iter().find(|names| !fits(names, language)) {
            found.push(format!("`{key}` has the forms {names:?}"));
        }
    }
    found
}

/// The plural forms (Unicode CLDR) that a choice by number must have besides `other`, and those
/// that it may have.
fn plurals(language: Language) -> (&'static [&'static str], &'static [&'static str]) {
    match language {
        Language::German | Language::English => (&["one"], &[]),
        // `many` is for whole millions.
        Language::Spanish | Language::French | Language::Italian | Language::Portuguese => {
            (&["one"], &["many"])
        }
        Language::Russian => (&["one", "few"], &["many"]),
        Language::Japanese
        | Language::Korean
        | Language::ChineseSimplified
        | Language::ChineseTraditional => (&[], &[]),
    }
}

/// Whether a choice has the plural forms of the language, or none at all.
fn fits(names: &BTreeSet<String>, language: Language) -> bool {
    let (must, may) = plurals(language);
    let forms = ["zero", "one", "two", "few", "many"];
    let mut used = forms.iter().filter(|form| names.contains(**form)).peekable();
    if used.peek().is_none() {
        return true;
    }
    used.all(|form| must.contains(form) || may.contains(form))
        && must.iter().all(|form| names.contains(*form))
}

/// The texts of the code and of the templates, without tests.
fn sources() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("src"), root.join("templates")];
    let mut texts = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let test = path.file_stem().is_some_and(|name| name == "tests");
            match (test, path.is_dir()) {
                (true, _) => {}
                (false, true) => folders.push(path),
                (false, false) => texts.push(std::fs::read_to_string(path).expect("a text")),
            }
        }
    }
    texts
}

/// What the texts ask for: whole keys in quotes, and beginnings of keys whose ends come from values,
/// such as `web-tier-` of `"web-tier-{tier}"`.
/// Words of dossiers and forms that begin as keys do.
const OTHERS: [&str; 3] = ["web-anonymous", "web-authenticated", "web-on"];

#[derive(Debug, Default)]
struct Asked {
    keys: BTreeSet<String>,
    beginnings: BTreeSet<String>,
}

impl Asked {
    fn by(texts: &[String]) -> Self {
        let mut asked = Self::default();
        for quoted in texts.iter().flat_map(|text| text.split('"')) {
            let (start, open) = match quoted.split_once('{') {
                Some((start, _)) => (start, true),
                None => (quoted, quoted.ends_with('-')),
            };
            let is_key = |(_, own): &(&str, &str)| start.starts_with(own) && start != *own;
            let other = OTHERS.contains(&start);
            if other || !SITE.iter().any(is_key) || !start.bytes().all(of_key) {
                continue;
            }
            let into = if open { &mut asked.beginnings } else { &mut asked.keys };
            into.insert(start.to_owned());
        }
        asked
    }

    fn asks_for(&self, key: &str) -> bool {
        self.keys.contains(key) || self.beginnings.iter().any(|start| key.starts_with(start))
    }

    /// Keys that are asked for and not there, and keys that are there and not asked for.
    fn gaps(&self, there: &BTreeSet<String>) -> (Vec<String>, Vec<String>) {
        let missing = self.keys.difference(there);
        let starts = |start: &&String| !there.iter().any(|key| key.starts_with(start.as_str()));
        let missing = missing.chain(self.beginnings.iter().filter(starts)).cloned();
        let unused = there.iter().filter(|key| !self.asks_for(key)).cloned();
        (missing.collect(), unused.collect())
    }
}

const fn of_key(byte: u8) -> bool {
    matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_')
}

#[test]
fn the_site_asks_for_every_key_and_every_key_is_there() {
    let mut there: BTreeSet<String> = BTreeSet::new();
    for (name, own) in SITE {
        let keys = file(Language::English, name).unwrap_or_default().into_keys();
        let (known, strangers): (Vec<_>, Vec<_>) = keys.partition(|key| key.starts_with(own));
        assert_eq!(strangers, Vec::<String>::new(), "keys of {name} begin with `{own}`");
        there.extend(known);
    }
    let gaps = Asked::by(&sources()).gaps(&there);
    assert_eq!(gaps, (Vec::new(), Vec::new()), "(missing, unused)");
}

#[test]
fn every_language_has_the_words_of_the_public_site() {
    for language in Language::all() {
        for name in ["web.ftl", "trust.ftl"] {
            assert!(file(language, name).is_some(), "{language:?}: {name}");
        }
    }
}

#[test]
fn every_language_says_all_that_its_files_say_in_english() {
    let mut found = Vec::new();
    for name in FILES {
        let english = file(Language::English, name).unwrap_or_default();
        for language in Language::all() {
            let Some(own) = file(language, name) else { continue };
            let faults = differences(&english, &own, language);
            let told = faults.iter().map(|fault| format!("{}/{name}: {fault}", language.tag()));
            found.extend(told);
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

const ENGLISH: &str = "\
a = { $x } and { $y }
b = B
n = { $count ->
    [one] { $count } app
   *[other] { $count } apps
  }
";

fn faults(text: &str, language: Language) -> Vec<String> {
    let (english, own) = (parsed(ENGLISH).expect("English"), parsed(text).expect("a text"));
    differences(&english, &own, language)
}

#[test]
fn keys_and_values_that_a_translation_lacks_or_invents_are_told() {
    let whole = "a = { $y } { $x }\nb = B\nn = { $count } 앱\n";
    assert_eq!(faults(whole, Language::Korean), Vec::<String>::new());
    let found = faults("a = { $x }\nc = C\nn = { $count } x\n", Language::French);
    let wanted = ["`c` is no key", "`a` has the values", "`b` is missing"];
    assert_eq!(found.len(), wanted.len(), "{found:?}");
    assert!(found.iter().zip(wanted).all(|(fault, start)| fault.starts_with(start)), "{found:?}");
}

#[test]
fn plural_forms_that_a_language_does_not_have_are_told() {
    let two = ENGLISH;
    assert_eq!(faults(two, Language::German), Vec::<String>::new());
    assert_eq!(faults(two, Language::Russian).len(), 1);
    assert_eq!(faults(two, Language::Korean).len(), 1);
    let three = two.replace("   *[other]", "    [few] { $count } x\n   *[many]");
    assert_eq!(faults(&three, Language::Russian), Vec::<String>::new());
    assert_eq!(faults(&three, Language::German).len(), 1);
}

#[test]
fn keys_in_quotes_and_keys_with_a_known_beginning_count_as_asked_for() {
    let text = r#"t("web-home"); format!("web-tier-{it}"); "web-no-{it}"; "web-"; "other-key""#;
    let asked = Asked::by(&[text.to_owned()]);
    let there = ["web-tier-certified", "web-left-over"].map(str::to_owned).into_iter().collect();
    let (missing, unused) = asked.gaps(&there);
    assert_eq!(missing, ["web-home", "web-no-"]);
    assert_eq!(unused, ["web-left-over"]);
}
