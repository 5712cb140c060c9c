//! The own portal on both databases: what comes in, what is refused, what is published.

use std::collections::BTreeSet;
use std::path::PathBuf;

use axum::body::Body;
use axum::http::{Request, StatusCode};

use crate::web::tests::desk::{Browser, Desk, Got, on_both};

/// A portal with two services, a certificate and a report.
pub(in crate::web) const PORTAL: &str = "
providers:
- {id: fabrikam, name: Fabrikam}
standards:
- {id: iso27001, title: ISO/IEC 27001}
editions:
- {id: iso27001-2022, standard: iso27001, year: 2022}
clouds:
- {id: public, name: Public, kind: public}
services:
- {id: mail, provider: fabrikam, name: Mail, clouds: [public]}
- {id: files, provider: fabrikam, name: Files, clouds: [public]}
offerings:
- id: iso
  provider: fabrikam
  edition: iso27001-2022
  cycle_months: 12
  services:
  - {service: mail, cloud: public, from: 2025-01-01}
  - {service: files, cloud: public, from: 2025-01-01}
certificates:
- {id: main, offering: iso, state: published, number: F 1, services: [mail, files], issued: 2026-01-10, expires: 2027-03-01}
reports:
- {id: audit, offering: iso, kind: assessment, state: published, access: agreement, services: [mail], period_from: 2025-01-01, period_to: 2025-12-31, issued: 2026-02-10}
";

/// Sends files as the draft.
pub(in crate::web) async fn send(desk: &Desk, who: &Browser, files: &[(&str, &[u8])]) -> Got {
    let mut body = Vec::new();
    for (name, bytes) in files {
        let head = format!(
            "--b\r\ncontent-disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\
             content-type: application/octet-stream\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--b--\r\n");
    let cookie = format!("__Host-attestor_session={}", who.cookie.as_deref().expect("a session"));
    let request = Request::builder()
        .method("POST")
        .uri("/offerings/draft")
        .header("accept", "text/html")
        .header("host", "desk.example.org")
        .header("sec-fetch-site", "same-origin")
        .header("content-type", "multipart/form-data; boundary=b")
        .header("cookie", cookie);
    desk.send(request.body(Body::from(body)).expect("a request")).await
}

/// Sends YAML as the draft and publishes it.
pub(in crate::web) async fn publish(desk: &Desk, who: &mut Browser, text: &str) {
    let got = send(desk, who, &[("portal.yaml", text.as_bytes())]).await;
    assert_eq!(got.location(), "/offerings?done=offerings-done-draft#draft", "{}", got.body);
    let page = desk.get(who, "/offerings").await;
    let number = page.between("name=\"number\" value=\"", "\"");
    let got = desk.post(who, "/offerings/publish", &[("number", &number)]).await;
    assert_eq!(got.location(), "/offerings?done=offerings-done-published", "{}", got.body);
}

/// A member of a new organization, signed in.
pub(in crate::web) async fn member(
    desk: &Desk,
    owner: &mut Browser,
    (name, kind, role): (&str, &str, &str),
) -> (String, Browser) {
    let id = desk.organization(owner, name, kind).await;
    let code = desk.invite(owner, &format!("/organizations/{id}/invite"), role).await;
    let email = format!("{}@example.org", name.to_lowercase());
    let browser = desk.accept(&code, &email).await;
    (id, browser)
}

async fn bad_imports_change_nothing(desk: &Desk) {
    let mut owner = desk.set_up().await;
    let who = ("Fabrikam", "publisher", "publisher");
    let (organization, mut publisher) = member(desk, &mut owner, who).await;
    publish(desk, &mut publisher, PORTAL).await;
    let published = desk.site.portals.portal(&organization).await.expect("read");
    let published = published.expect("a portal");
    let bad = [
        (
            PORTAL.replace("expires: 2027-03-01", "expires: 2025-03-01"),
            "portal.yaml:22",
            "2025-03-01",
        ),
        (PORTAL.replace("id: files, provider", "id: mail, provider"), "portal.yaml:12", "`mail`"),
        (PORTAL.replace("offering: iso, kind", "offering: ios, kind"), "portal.yaml:24", "`ios`"),
        (PORTAL.replace("name: Mail,", "name: Mail, group: mail,"), "portal.yaml:11", "own group"),
        ("providers: [".to_owned(), "portal.yaml", "YAML"),
        (format!("{PORTAL}systems:\n- {{id: s, name: S}}\n"), "portal.yaml:26", "customer"),
        (
            format!(
                "{PORTAL}statements:\n- {{id: soa, certificate: main, edition: iso27001-2022, variant: public, rows: [{{id: A.5.1.1, applicable: true}}]}}\n"
            ),
            "portal.yaml:26",
            "A.5.1.1",
        ),
    ];
    for (text, place, reason) in &bad {
        let got = send(desk, &publisher, &[("portal.yaml", text.as_bytes())]).await;
        assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY, "{reason}");
        let told = got.between("role=\"alert\"", "</div>").replace("&#96;", "`");
        assert!(told.contains(place) && told.contains(reason), "{place} {reason}: {told}");
    }
    let strange: [(&str, &[u8]); 4] = [
        ("page.md", b"nothing of this kind"),
        ("portal.zip", b"PK no"),
        ("portal.exe", b"MZ"),
        ("portal.yaml", b"\xff\xfe"),
    ];
    for (name, bytes) in strange {
        let got = send(desk, &publisher, &[(name, bytes)]).await;
        assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert!(got.body.contains(name), "{name}");
    }
    let lines = desk.site.portals.store().version_lines(&organization, (i64::MAX, 9)).await;
    assert_eq!(lines.expect("lines").len(), 1, "no draft is there");
    let now = desk.site.portals.portal(&organization).await.expect("read").expect("a portal");
    assert_eq!(now, published);
}

#[test]
fn a_bad_import_leaves_everything_as_it_was() {
    on_both(bad_imports_change_nothing);
}

async fn versions_come_and_go(desk: &Desk) {
    let mut owner = desk.set_up().await;
    let who = ("Fabrikam", "publisher", "publisher");
    let (organization, mut publisher) = member(desk, &mut owner, who).await;
    publish(desk, &mut publisher, PORTAL).await;
    // A draft that another one replaced is not published.
    send(desk, &publisher, &[("portal.yaml", PORTAL.as_bytes())]).await;
    let more = PORTAL.replace("number: F 1", "number: F 2");
    send(desk, &publisher, &[("portal.yaml", more.as_bytes())]).await;
    let got = desk.post(&mut publisher, "/offerings/publish", &[("number", "2")]).await;
    assert_eq!(got.status, StatusCode::CONFLICT);
    let page = desk.get(&mut publisher, "/offerings").await;
    assert!(page.body.contains("<ins>F 2</ins>"), "what changes is shown");
    let got = desk.post(&mut publisher, "/offerings/publish", &[("number", "3")]).await;
    assert_eq!(got.location(), "/offerings?done=offerings-done-published");
    let got = desk.post(&mut publisher, "/offerings/publish", &[("number", "3")]).await;
    assert_eq!(got.status, StatusCode::CONFLICT, "nothing is published twice");
    // Versions are told, compared and taken along; others do not see them.
    let list = desk.get(&mut publisher, "/offerings/versions").await;
    for state in ["Published", "Superseded", "Discarded"] {
        assert!(list.body.contains(state), "{state}");
    }
    let one = desk.get(&mut publisher, "/offerings/versions/3?against=1").await;
    assert!(one.body.contains("<del>F 1</del>") && one.body.contains("<ins>F 2</ins>"));
    let yaml = desk.get(&mut publisher, "/offerings/versions/1/trust.yaml").await;
    assert!(yaml.body.contains("\"F 1\""));
    for address in ["/offerings/versions/9", "/offerings/versions/1/page.md"] {
        let got = desk.get(&mut publisher, address).await;
        assert_eq!(got.status, StatusCode::NOT_FOUND, "{address}");
    }
    let other = ("Contoso", "publisher", "publisher");
    let (_, mut stranger) = member(desk, &mut owner, other).await;
    let got = desk.get(&mut stranger, "/offerings/versions/1").await;
    assert_eq!(got.status, StatusCode::NOT_FOUND);
    // A draft is discarded, the portal is taken back.
    send(desk, &publisher, &[("portal.yaml", PORTAL.as_bytes())]).await;
    let got = desk.post(&mut publisher, "/offerings/discard", &[("number", "4")]).await;
    assert_eq!(got.location(), "/offerings?done=offerings-done-discarded");
    let got = desk.post(&mut publisher, "/offerings/withdraw", &[]).await;
    assert_eq!(got.location(), "/offerings?done=offerings-done-withdrawn");
    assert!(desk.site.portals.portal(&organization).await.expect("read").is_none());
    let got = desk.post(&mut publisher, "/offerings/withdraw", &[]).await;
    assert_eq!(got.status, StatusCode::NOT_FOUND);
}

#[test]
fn versions_are_kept_compared_discarded_and_withdrawn() {
    on_both(versions_come_and_go);
}

/// The page that the work began with; `None` where it is not there.
fn seed() -> Option<Vec<u8>> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/seeds");
    let entries = std::fs::read_dir(folder).ok()?;
    let mut files = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let file = files.find(|path| {
        path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("002_"))
    });
    std::fs::read(file?).ok()
}

async fn findings_are_accepted(desk: &Desk) {
    let Some(page) = seed() else {
        use std::io::Write as _;
        let _ = writeln!(std::io::stderr(), "skipped: the seeds are not here");
        return;
    };
    let mut owner = desk.set_up().await;
    let who = ("Fabrikam", "publisher", "publisher");
    let (organization, mut publisher) = member(desk, &mut owner, who).await;
    let got = send(desk, &publisher, &[("page.md", &page)]).await;
    assert_eq!(got.location(), "/offerings?done=offerings-done-draft#draft", "{}", got.body);
    let shown = desk.get(&mut publisher, "/offerings").await;
    let lines = shown.body.lines().filter(|line| line.contains("The languages disagree about"));
    let place = |line: &str| {
        Some(line.split_once("<code translate=\"no\">")?.1.split_once('<')?.0.to_owned())
    };
    let texts: BTreeSet<String> = lines.filter_map(place).collect();
    assert_eq!(texts.len(), 8, "{texts:?}");
    let number = [("number", "1")];
    let got = desk.post(&mut publisher, "/offerings/publish", &number).await;
    assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(desk.site.portals.portal(&organization).await.expect("read").is_none());
    // All but one is not all.
    let ids: Vec<&str> = shown
        .body
        .split("name=\"accept\" value=\"")
        .skip(1)
        .filter_map(|rest| rest.split_once('"'))
        .map(|(id, _)| id)
        .collect();
    let mut fields = vec![("number", "1")];
    fields.extend(ids.iter().skip(1).map(|id| ("accept", *id)));
    let got = desk.post(&mut publisher, "/offerings/publish", &fields).await;
    assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
    let wrong = [("number", "1"), ("all", "on"), ("digest", "sha256:00")];
    let got = desk.post(&mut publisher, "/offerings/publish", &wrong).await;
    assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
    fields.extend(ids.first().map(|id| ("accept", *id)));
    let got = desk.post(&mut publisher, "/offerings/publish", &fields).await;
    assert_eq!(got.location(), "/offerings?done=offerings-done-published", "{}", got.body);
    let row = desk.site.portals.version(&organization, 1).await.expect("a version");
    assert_eq!(row.state, "published");
    assert_eq!(
        row.accepted.as_deref(),
        Some(shown.between("name=\"digest\" value=\"", "\"").as_str())
    );
    // The same page again changes nothing, and finds the same.
    send(desk, &publisher, &[("page.md", &page)]).await;
    let again = desk.get(&mut publisher, "/offerings").await;
    assert!(again.body.contains("Nothing is different."), "{}", again.body);
}

#[test]
fn the_findings_of_the_seed_are_listed_and_must_be_accepted() {
    on_both(findings_are_accepted);
}
