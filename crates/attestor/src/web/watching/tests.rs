//! Who watches is told, of each thing once, on both databases.

use axum::http::StatusCode;

use crate::store::trust::NoticeRow;
use crate::web::offerings::tests::{PORTAL, member, publish};
use crate::web::tests::desk::{Desk, PASSWORD, on_both};

async fn account(desk: &Desk, email: &str) -> String {
    let found = desk.site.people.store().account_by_email(email).await.expect("read");
    found.expect("an account").account_id
}

async fn notices(desk: &Desk, account: &str) -> Vec<NoticeRow> {
    desk.site.portals.store().notices_of(account).await.expect("notices")
}

/// The kinds of all notices, sorted.
async fn kinds(desk: &Desk, account: &str) -> Vec<String> {
    let mut kinds: Vec<_> = notices(desk, account).await.into_iter().map(|it| it.kind).collect();
    kinds.sort();
    kinds
}

async fn tend(desk: &Desk) {
    for _ in 0..2 {
        desk.site.portals.tend_notices(desk.clock.today()).await.expect("tended");
    }
}

async fn watchers_are_told(desk: &Desk) {
    let mut owner = desk.set_up().await;
    let who = ("Fabrikam", "publisher", "publisher");
    let (organization, mut publisher) = member(desk, &mut owner, who).await;
    publish(desk, &mut publisher, PORTAL).await;
    let who = ("Northwind", "customer", "customer_admin");
    let (_, mut reader) = member(desk, &mut owner, who).await;
    let account = account(desk, "northwind@example.org").await;
    let watch = [
        ("organization", organization.as_str()),
        ("kind", "offering"),
        ("item", "iso"),
        ("on", "1"),
        ("next", "/watching"),
    ];
    for _ in 0..2 {
        let got = desk.post(&mut reader, "/watching", &watch).await;
        assert_eq!(got.location(), "/watching", "{}", got.body);
    }
    tend(desk).await;
    assert!(kinds(desk, &account).await.is_empty(), "nothing is due yet");
    let text = PORTAL
        .replace(
            "period_to: 2025-12-31, issued: 2026-02-10",
            "period_to: 2026-10-31, issued: 2026-11-20",
        )
        .replace(
            "{service: files, cloud: public, from: 2025-01-01}",
            "{service: files, cloud: public, from: 2025-01-01, until: 2026-11-30}",
        );
    publish(desk, &mut publisher, &text).await;
    let published = ["offering-service-leaves", "report-replaced"];
    assert_eq!(kinds(desk, &account).await, published);
    publish(desk, &mut publisher, &text).await;
    tend(desk).await;
    assert_eq!(kinds(desk, &account).await, published, "the same version tells nothing");
    // 2026-12-01: the service has left, the certificate ends in 90 days.
    desk.clock.advance_days(9);
    tend(desk).await;
    let soon =
        ["certificate-expiring", "offering-service-leaves", "report-replaced", "service-left"];
    assert_eq!(kinds(desk, &account).await, soon);
    // 2027-03-02: it has ended; the days between were slept through.
    desk.clock.advance_days(91);
    tend(desk).await;
    assert_eq!(kinds(desk, &account).await.len(), 5);
    assert!(kinds(desk, &account).await.contains(&"certificate-expired".to_owned()));
    seen(desk, &account).await;
    says_about_mail(desk).await;
    begins_late(desk, &organization).await;
    ends(desk, &organization).await;
}

/// The page shows all of it, and that it was seen.
async fn seen(desk: &Desk, account: &str) {
    let mut reader = crate::web::tests::desk::Browser::default();
    desk.sign_in(&mut reader, "northwind@example.org", PASSWORD).await;
    let page = desk.get(&mut reader, "/watching").await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    assert!(page.body.contains("Watching (5)"), "the door counts");
    assert!(page.body.contains("Fabrikam: The report “audit” was replaced by a newer one."));
    assert!(page.body.contains("its last day is November 30, 2026"), "{}", page.body);
    assert!(page.body.contains("ended on March 1, 2027"));
    let newest = page.between("name=\"newest\" value=\"", "\"");
    let got = desk.post(&mut reader, "/watching/seen", &[("newest", &newest)]).await;
    assert_eq!(got.location(), "/watching?done=watching-done-seen");
    let store = desk.site.portals.store();
    assert_eq!(store.unseen_notices(account).await.expect("a count"), 0);
    let page = desk.get(&mut reader, "/watching").await;
    assert!(!page.body.contains("Watching ("), "nothing is new");
}

/// The page turns mails off and on.
async fn says_about_mail(desk: &Desk) {
    let mut reader = crate::web::tests::desk::Browser::default();
    desk.sign_in(&mut reader, "northwind@example.org", PASSWORD).await;
    for (mail, words) in [
        ("off", "Nothing is mailed to northwind@example.org."),
        ("on", "What is new is also mailed to northwind@example.org."),
    ] {
        let got = desk.post(&mut reader, "/watching/mail", &[("mail", mail)]).await;
        assert_eq!(got.location(), format!("/watching?done=watching-done-mail-{mail}"));
        let page = desk.get(&mut reader, got.location()).await;
        assert!(page.body.contains(words), "{}", page.body);
    }
    let got = desk.post(&mut reader, "/watching/mail", &[("mail", "never")]).await;
    assert_eq!(got.status, StatusCode::BAD_REQUEST);
}

/// Who begins today is told what is so now, once, and not what left long ago.
async fn begins_late(desk: &Desk, organization: &str) {
    let mut publisher = crate::web::tests::desk::Browser::default();
    desk.sign_in(&mut publisher, "fabrikam@example.org", PASSWORD).await;
    let account = account(desk, "fabrikam@example.org").await;
    for item in ["iso", "nothing"] {
        let watch = [("organization", organization), ("kind", "offering"), ("item", item)];
        let got = desk.post(&mut publisher, "/watching", &watch).await;
        let expected = if item == "iso" { StatusCode::SEE_OTHER } else { StatusCode::NOT_FOUND };
        assert_eq!(got.status, expected);
    }
    tend(desk).await;
    assert_eq!(kinds(desk, &account).await, ["certificate-expired"]);
    let off = [("organization", organization), ("kind", "offering"), ("item", "iso"), ("on", "0")];
    desk.post(&mut publisher, "/watching", &off).await;
    let left = desk.site.portals.store().watches_of(&account).await.expect("watches");
    assert!(left.is_empty());
}

/// A portal that is taken back is told once.
async fn ends(desk: &Desk, organization: &str) {
    let mut publisher = crate::web::tests::desk::Browser::default();
    desk.sign_in(&mut publisher, "fabrikam@example.org", PASSWORD).await;
    desk.post(&mut publisher, "/offerings/withdraw", &[]).await;
    let account = account(desk, "northwind@example.org").await;
    let all = notices(desk, &account).await;
    let told: Vec<_> = all.iter().filter(|it| it.kind == "portal-withdrawn").collect();
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].organization_id, organization);
    let mut reader = crate::web::tests::desk::Browser::default();
    desk.sign_in(&mut reader, "northwind@example.org", PASSWORD).await;
    let page = desk.get(&mut reader, "/watching").await;
    assert!(page.body.contains("Fabrikam took its portal back."));
}

#[test]
fn who_watches_is_told_once() {
    on_both(watchers_are_told);
}
