//! What readers look for is on the pages.

use crate::client::Site;

/// The order in which parts stand on a page.
fn stand_in_order(html: &str, parts: &[&str]) {
    let mut rest = html;
    for part in parts {
        let at = rest.find(part).unwrap_or_else(|| panic!("`{part}` does not follow in\n{rest}"));
        rest = &rest[at..];
    }
}

#[test]
fn an_app_of_the_sources_is_read_in_french() {
    let site = Site::of_demo();
    let html = site.page("/fr-fr/apps/WA104381421");
    assert!(html.contains("<html lang=\"fr-FR\""));
    stand_in_order(&html, &["iGlobe CRM pour Teams", "9 décembre 2021", "Conformité", "ISO 27001"]);
    assert!(html.contains("<code translate=\"no\">Calendars.ReadWrite</code>"));
    assert!(html.contains("hreflang=\"ko-KR\""));
    assert!(html.contains("application/ld+json"));
}

#[test]
fn blanks_are_not_noes() {
    let site = Site::of_demo();
    let html = site.page("/en-us/apps/WA200000148");
    assert!(html.contains("<small>of 62</small>"), "{html}");
    assert!(html.contains("The publisher has not answered 17 questions"), "{html}");
    // "Unsupported systems: no" speaks for an app and "yes" against it, whatever the word is.
    assert!(html.contains("tag ok"));
}

#[test]
fn words_are_found_in_korean_japanese_and_without_accents() {
    let site = Site::of_demo();
    for (path, found) in [
        ("/ko-kr/apps?q=%EB%B9%84%EC%84%9C", "WA200000148"),
        ("/en-us/apps?q=brujula", "WA299000106"),
        ("/en-us/apps?q=BR%C3%9AJULA", "WA299000106"),
    ] {
        let html = site.page(path);
        assert!(html.contains(found), "{path}");
        assert!(!html.contains("WA104381421"), "{path}");
    }
    assert!(site.page("/en-us/apps?q=qqqq").contains("No app matches"));
}

#[test]
fn filters_narrow_the_list_and_stay_in_addresses() {
    let site = Site::of_demo();
    let html = site.page("/en-us/apps?tier=certified&stores_data=no");
    assert!(html.contains("value=\"certified\" checked"));
    assert!(html.contains("/en-us/apps?stores_data=no"), "each filter can go alone");
    assert_eq!(site.get("/en-us/apps?sort=best").status, 400);
    assert_eq!(site.get("/en-us/apps?after=NOTHERE").status, 404);
}

#[test]
fn languages_are_chosen_by_address_header_and_cookie() {
    let site = Site::of_demo();
    let to = |path: &str, fields: &str| {
        let answer = site.ask("GET", path, fields);
        (answer.status, answer.field("location").unwrap_or_default().to_owned())
    };
    assert_eq!(to("/", "Accept-Language: ko\r\n"), (302, "/ko-kr/".to_owned()));
    let chosen = "Accept-Language: ko\r\nCookie: a=b; language=it-IT\r\n";
    assert_eq!(to("/apps?q=x", chosen), (302, "/it-it/apps?q=x".to_owned()));
    assert_eq!(to("/KO-kr/apps?q=x", ""), (308, "/ko-kr/apps?q=x".to_owned()));
    assert_eq!(to("/xx-yy/apps", "").0, 404);
}

#[test]
fn an_unchanged_page_is_not_sent_again() {
    let site = Site::of_demo();
    let first = site.get("/ja-jp/apps");
    let tag = first.field("etag").expect("a tag").to_owned();
    let again = site.ask("GET", "/ja-jp/apps", &format!("If-None-Match: {tag}\r\n"));
    assert_eq!((again.status, again.body.as_str()), (304, ""));
    let other = site.ask("GET", "/ja-jp/apps?sort=newest", &format!("If-None-Match: {tag}\r\n"));
    assert_eq!(other.status, 200);
    assert_eq!(site.ask("HEAD", "/ja-jp/apps", "").status, 200);
}

#[test]
fn errors_are_told_in_the_language_of_the_address() {
    let site = Site::of_demo();
    let answer = site.get("/en-us/apps/WA000");
    assert_eq!(answer.status, 404);
    assert!(answer.body.contains("There is nothing at this address"));
    let id = answer.field("x-request-id").expect("an id").to_owned();
    assert!(answer.body.contains(&id));
    assert_eq!(site.ask("POST", "/en-us/apps", "Content-Length: 0\r\n").status, 405);
}

#[test]
fn analysts_checks_are_set_apart_from_declarations() {
    let site = Site::of_demo();
    let html = site.page("/en-us/apps/WA299000103");
    stand_in_order(&html, &["Declared by the publisher", "Certification", "Checked by an analyst"]);
    assert!(html.contains("#i-seal\"/></svg>Checked</span>"), "an answer with a checked control");
    let failed = site.page("/en-us/apps/WA299000102");
    assert!(failed.contains("It is shown as certified, and a domain failed"));
}
