use std::collections::BTreeMap;

use super::*;

/// The settings of some flags, variables and a file's text.
fn gather(
    flags: &[(Key, &str)],
    variables: &[(&str, &str)],
    text: Option<&str>,
) -> Result<Vec<Given>, Stop> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = text.map(|text| {
        let path = folder.path().join("attestor.toml");
        std::fs::write(&path, text).expect("written");
        path
    });
    let variables: BTreeMap<&str, &str> = variables.iter().copied().collect();
    let variable = |name: &str| variables.get(name).map(|text| (*text).to_owned());
    let flags = flags.iter().map(|(key, text)| (*key, (*text).to_owned())).collect();
    Sources { flags, file, variable: &variable }.gather()
}

fn words(stop: Stop) -> String {
    match stop {
        Stop::Usage(words) => words,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_nearest_source_wins() {
    let flag = [(Key::Grace, "1")];
    let variable = [("ATTESTOR_GRACE", "2")];
    let file = Some("listen = \"[::1]:80\"\ngrace = 3\n");
    for (flags, variables, text, value, origin) in [
        (&flag[..], &variable[..], file, "1", "--grace"),
        (&[], &variable[..], file, "2", "ATTESTOR_GRACE"),
        (&[], &[("ATTESTOR_GRACE", "")], file, "3", "attestor.toml:2"),
        (&[], &[], None, "20", "default"),
    ] {
        let all = gather(flags, variables, text).expect("settings");
        let grace = all.iter().find(|one| one.key == Key::Grace).expect("a value");
        assert_eq!(grace.text, value);
        assert!(grace.origin.to_string().ends_with(origin), "{}", grace.origin);
    }
}

#[test]
fn every_default_is_within_its_bounds() {
    let config = Config::read(&gather(&[], &[], None).expect("settings")).expect("good");
    assert_eq!(config.listen, "127.0.0.1:8080");
    assert_eq!((config.public_url, config.contact), (None, None));
}

#[test]
fn an_unknown_setting_names_its_line_and_the_nearest_one() {
    let text = "listen = \"127.0.0.1:1\"\n\nlisen = 1\nzzzzzzzzzz = 2\n[grace]\n";
    let words = words(gather(&[], &[], Some(text)).expect_err("faults"));
    let lines: Vec<&str> = words.lines().collect();
    assert_eq!(lines.len(), 3, "{words}");
    assert!(words.contains(":3: unknown setting `lisen`; did you mean `listen`?"), "{words}");
    assert!(words.contains(":4: unknown setting `zzzzzzzzzz`; there are listen, "), "{words}");
    assert!(words.contains(":5: `grace` is of the kind table"), "{words}");
}

#[test]
fn a_file_that_is_no_toml_names_the_line() {
    let words = words(gather(&[], &[], Some("grace = 1\nlisten = \n")).expect_err("a fault"));
    assert!(words.contains("attestor.toml:2: no TOML: "), "{words}");
}

#[test]
fn every_bad_value_names_where_it_came_from() {
    let all = gather(
        &[(Key::Listen, "8080"), (Key::LogFormat, "xml")],
        &[("ATTESTOR_PUBLIC_URL", "catalog.example.org"), ("ATTESTOR_CONTACT", "me")],
        Some("max_body = 5\ngrace = \"soon\"\n"),
    );
    let words = words(Config::read(&all.expect("settings")).expect_err("faults"));
    for (start, name) in [
        ("--listen", "listen"),
        ("--log-format", "log_format"),
        ("ATTESTOR_PUBLIC_URL", "public_url"),
        ("ATTESTOR_CONTACT", "contact"),
        ("attestor.toml:1", "max_body"),
        ("attestor.toml:2", "grace"),
    ] {
        assert!(words.contains(&format!("{start}: `{name}` is ")), "{start}: {words}");
    }
    assert_eq!(words.lines().count(), 6, "{words}");
}

#[test]
fn public_addresses_are_roots_of_hosts() {
    for (text, read) in [
        ("https://catalog.example.org", Some("https://catalog.example.org")),
        ("https://catalog.example.org/", Some("https://catalog.example.org")),
        ("http://[::1]:8080", Some("http://[::1]:8080")),
        ("https://catalog.example.org/apps", None),
        ("https://user@catalog.example.org", None),
        ("https://catalog.example.org/?a", None),
        ("ftp://catalog.example.org", None),
        ("/apps", None),
    ] {
        let all = gather(&[(Key::PublicUrl, text)], &[], None).expect("settings");
        let config = Config::read(&all).ok().and_then(|config| config.public_url);
        assert_eq!(config.as_deref(), read, "{text}");
    }
}

#[test]
fn the_stronger_of_url_and_file_says_which_database() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("url");
    std::fs::write(&path, "postgres://from-file/a\n").expect("written");
    let file = path.display().to_string();
    let url = ("ATTESTOR_DATABASE", "postgres://from-variable/a");
    let all = gather(&[(Key::DatabaseFile, &file)], &[url], None).expect("settings");
    let place = Config::read(&all).expect("good").place();
    assert!(matches!(place, Place::Url(url) if url == "postgres://from-file/a"));
    let both = gather(&[], &[url, ("ATTESTOR_DATABASE_FILE", &file)], None);
    assert!(words(both.expect_err("two")).starts_with("both `database` and `database_file`"));
}

#[test]
fn no_form_of_a_setting_shows_the_secret() {
    let all = gather(&[(Key::Database, "postgres://u:hidden@h/d")], &[], None).expect("settings");
    let config = Config::read(&all).expect("good");
    assert!(!format!("{all:?} {config:?}").contains("hidden"));
}
