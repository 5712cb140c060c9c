use axum::response::Html;
use axum::routing::get;

use super::*;
use crate::runtime::Waiting;

/// A site of three pages, one of which may fail.
fn site(broken: bool) -> Router {
    let apps = "<a href=\"/en-us/apps?after=b\">next</a><a href=\"/en-us/apps?sort=name\">sort</a>\
        <a href=\"/fr-fr/\">fr</a><a href=\"/gone\">gone</a>";
    let next = "<a href=\"/en-us/apps\">first</a>";
    let list = move |uri: axum::http::Uri| async move {
        Html(if uri.query().is_some() { next } else { apps })
    };
    let other = move || async move {
        if broken { Err(StatusCode::INTERNAL_SERVER_ERROR) } else { Ok(Html("x")) }
    };
    Router::new()
        .route("/en-us/apps", get(list))
        .route("/fr-fr/", get(|| async { Html("fr") }))
        .route("/other", get(other))
}

fn run(folder: &Path, broken: bool) -> Result<Exported, Stop> {
    let order = Order {
        beginnings: vec!["/en-us/apps".to_owned(), "/other".to_owned()],
        left_out: vec!["fr-fr"],
        public_url: "https://a.example",
        folder,
    };
    Waiting::new()?.on(export(site(broken), &order, |_| {}))
}

fn text(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).unwrap()
}

#[test]
fn pages_lead_to_files_and_to_nothing_that_is_not_there() {
    let here = tempfile::tempdir().unwrap();
    let folder = here.path().join("site");
    let exported = run(&folder, false).unwrap();
    assert_eq!(exported.files, 3);
    let first = text(&folder, "en-us/apps/index.html");
    assert_eq!(
        first,
        "<a href=\"../../en-us/apps/page/2/\">next</a><a href=\"../../en-us/apps/\">sort</a>\
         <a>fr</a><a>gone</a>"
    );
    let second = text(&folder, "en-us/apps/page/2/index.html");
    assert_eq!(second, "<a href=\"../../../../en-us/apps/\">first</a>");
    assert!(!folder.join("fr-fr").exists());
}

#[test]
fn an_export_that_fails_leaves_the_old_one() {
    let here = tempfile::tempdir().unwrap();
    let folder = here.path().join("site");
    run(&folder, false).unwrap();
    let before = text(&folder, "other/index.html");
    assert!(matches!(run(&folder, true), Err(Stop::Failure(_))));
    assert_eq!(text(&folder, "other/index.html"), before);
    assert_eq!(fs::read_dir(here.path()).unwrap().count(), 1, "nothing is left beside it");
    run(&folder, false).unwrap();
}

#[test]
fn a_folder_with_other_things_is_refused() {
    let here = tempfile::tempdir().unwrap();
    fs::write(here.path().join("thesis.txt"), "years of work").unwrap();
    assert!(matches!(run(here.path(), false), Err(Stop::Usage(_))));
    assert_eq!(text(here.path(), "thesis.txt"), "years of work");
}
