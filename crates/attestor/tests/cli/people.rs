//! What an operator does for people from the machine itself.

use super::run::{attestor, folder, json};

#[test]
fn the_link_of_the_first_start_is_new_each_time() {
    let folder = folder();
    let made = || {
        let args = ["people", "setup-link", "--data-dir", "data"];
        let args = [&args[..], &["--public-url", "https://desk.example.org", "--format", "json"]];
        json(folder.path(), &args.concat())["link"].as_str().unwrap().to_owned()
    };
    let (first, second) = (made(), made());
    assert!(first.starts_with("https://desk.example.org/setup?code="), "{first}");
    assert_eq!(first.len(), second.len());
    assert_ne!(first, second);
}

#[test]
fn nobody_is_led_back_into_an_account_that_is_not_there() {
    let folder = folder();
    json(folder.path(), &["people", "setup-link", "--data-dir", "data", "--format", "json"]);
    let args = ["people", "link", "who@example.org", "--data-dir", "data"];
    let output = attestor(folder.path(), &args);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    let listed = json(folder.path(), &["people", "list", "--data-dir", "data", "--format", "json"]);
    assert_eq!(listed, serde_json::json!([]));
}
