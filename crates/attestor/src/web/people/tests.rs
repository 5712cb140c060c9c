//! Journeys of people through HTTP, on both databases, with a moved clock.

mod passkeys;

use axum::body::Body;
use axum::http::{Request, StatusCode};

use crate::store::Place;
use crate::web::tests::desk::{Browser, Desk, PASSWORD, on, on_both, on_one};

const HOUR: u64 = 60 * 60;

/// Everything that the record tells, as one text.
async fn record(desk: &Desk) -> String {
    let entries = desk.site.people.store().entries_after(0, 10_000).await.expect("read");
    entries.iter().map(|entry| format!("{entry:?}\n")).collect()
}

/// A publisher of a new organization, signed in with one factor.
async fn publisher(desk: &Desk, owner: &mut Browser, email: &str) -> Browser {
    let id = desk.organization(owner, "Fabrikam", "publisher").await;
    let code = desk.invite(owner, &format!("/organizations/{id}/invite"), "publisher").await;
    desk.accept(&code, email).await
}

#[test]
fn from_the_first_start_to_a_publisher_who_signs_in() {
    on_both(async |desk| {
        let mut owner = desk.set_up().await;
        assert!(desk.site.people.setup_code().await.expect("asked").is_none());
        assert_eq!(desk.get(&mut owner, "/organizations").await.status, StatusCode::OK);
        let mut publisher = publisher(desk, &mut owner, "Pat@Example.org").await;
        assert_eq!(desk.get(&mut publisher, "/account").await.status, StatusCode::OK);
        let got = desk.post(&mut publisher, "/sign-out", &[]).await;
        assert_eq!(got.location(), "/sign-in?said=signed-out");
        assert_eq!(publisher.cookie, None);
        let got = desk.get(&mut publisher, "/account?x=1").await;
        assert_eq!(got.location(), "/sign-in?next=%2Faccount%3Fx%3D1");
        let got = desk.sign_in(&mut publisher, " pat@example.org", PASSWORD).await;
        assert_eq!((got.status, got.location()), (StatusCode::SEE_OTHER, "/account"));
        let page = desk.get(&mut publisher, "/account").await;
        assert!(page.body.contains("Fabrikam") && page.body.contains("publisher"));
        assert_eq!(desk.get(&mut publisher, "/organizations").await.status, StatusCode::FORBIDDEN);
        let record = record(desk).await;
        for kind in ["setup_link_made", "organization_made", "account_made", "invited", "accepted"]
        {
            assert!(record.contains(&format!("kind: \"{kind}\"")), "{kind}");
        }
        assert!(!record.contains('@') && !record.contains(PASSWORD), "{record}");
    });
}

#[test]
fn staff_can_do_nothing_before_a_second_factor() {
    on_both(async |desk| {
        let mut owner = desk.set_up().await;
        let code = desk.invite(&mut owner, "/people/invite", "analyst").await;
        let mut analyst = desk.accept(&code, "ana@example.org").await;
        for address in ["/account", "/account/tokens", "/people", "/api/v1/me"] {
            let got = desk.get(&mut analyst, address).await;
            let is_api = address.starts_with("/api/");
            let wanted = if is_api { StatusCode::FORBIDDEN } else { StatusCode::SEE_OTHER };
            assert_eq!(got.status, wanted, "{address}");
            assert!(is_api || got.location() == "/account/security", "{address}");
        }
        // A recovery code alone would be a second factor with nothing behind it.
        let got = desk.post(&mut analyst, "/account/security/recovery-codes", &[]).await;
        assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
        let before = analyst.clone();
        desk.add_app(&mut analyst).await;
        assert_eq!(desk.get(&mut analyst, "/account").await.status, StatusCode::OK);
        assert_ne!(before.cookie, analyst.cookie, "a session that means more has a new secret");
        let old = desk.get(&mut before.clone(), "/account").await;
        assert_eq!(old.location(), "/sign-in?next=%2Faccount");
    });
}

#[test]
fn a_code_is_good_once_and_a_session_with_one_factor_changes_nothing() {
    on_both(async |desk| {
        let mut owner = desk.set_up().await;
        desk.clock.advance(90);
        let mut again = Browser::default();
        let got = desk.sign_in(&mut again, "owner@example.org", PASSWORD).await;
        assert_eq!(got.location(), "/sign-in/second-factor?next=%2Faccount");
        // Who knows only the password cannot set up a factor of their own.
        for address in ["/account/security", "/account"] {
            let got = desk.get(&mut again, address).await;
            assert!(got.location().starts_with("/sign-in/second-factor"), "{address}");
        }
        let got = desk.post(&mut again, "/account/security/app/remove", &[]).await;
        assert_eq!(got.location(), "/sign-in/second-factor");
        let code = desk.code(&owner.app);
        let show = [("code", code.as_str()), ("next", "/people")];
        let got = desk.post(&mut again, "/sign-in/second-factor", &show).await;
        assert_eq!(got.location(), "/people");
        let mut third = Browser::default();
        desk.sign_in(&mut third, "owner@example.org", PASSWORD).await;
        let got = desk.post(&mut third, "/sign-in/second-factor", &show).await;
        assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(got.body.contains("was used already"));
        desk.clock.advance(30);
        let code = desk.code(&owner.app);
        let got = desk.post(&mut third, "/sign-in/second-factor", &[("code", &code)]).await;
        assert_eq!(got.location(), "/desk");
        assert_eq!(desk.get(&mut owner, "/people").await.status, StatusCode::OK);
    });
}

/// The files below a folder that hold some bytes.
fn holding(folder: &std::path::Path, bytes: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(holding(&path, bytes));
        } else if std::fs::read(&path).expect("read").windows(bytes.len()).any(|it| it == bytes) {
            found.push(path.display().to_string());
        }
    }
    found
}

#[test]
fn the_secret_of_an_authenticator_app_lies_plain_in_no_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path();
    on(&Place::Folder(path.to_owned()), &async |desk: &Desk| {
        let owner = desk.set_up().await;
        let secret = data_encoding::BASE32_NOPAD.decode(owner.app.as_bytes()).expect("letters");
        assert_eq!(secret.len(), 20);
        assert!(!holding(path, b"owner@example.org").is_empty(), "the files are the right ones");
        assert_eq!(holding(path, &secret), Vec::<String>::new());
        assert_eq!(holding(path, owner.app.as_bytes()), Vec::<String>::new());
    });
}

#[test]
fn recovery_codes_are_shown_once_and_good_once() {
    on_both(async |desk| {
        let mut owner = desk.set_up().await;
        let page = desk.post(&mut owner, "/account/security/recovery-codes", &[]).await;
        let codes: Vec<&str> = page.body.split("<li><code>").skip(1).collect();
        assert_eq!(codes.len(), 10);
        let code = codes[0].split('<').next().expect("a code").to_uppercase();
        for wanted in [StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY] {
            let mut browser = Browser::default();
            desk.sign_in(&mut browser, "owner@example.org", PASSWORD).await;
            let fields = [("recovery", code.as_str())];
            let got = desk.post(&mut browser, "/sign-in/second-factor", &fields).await;
            assert_eq!(got.status, wanted);
        }
        assert!(desk.get(&mut owner, "/account/security").await.body.contains("9 codes are left"));
    });
}

#[test]
fn wrong_passwords_unknown_addresses_and_locked_accounts_get_the_same_answer() {
    on_both(async |desk| {
        let mut owner = desk.set_up().await;
        publisher(desk, &mut owner, "pat@example.org").await;
        let mut nobody = Browser::default();
        let unknown = desk.sign_in(&mut nobody, "who@example.org", "wrong password").await;
        for _ in 0..5 {
            let wrong = desk.sign_in(&mut nobody, "pat@example.org", "wrong password").await;
            assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert_eq!(wrong.body.replace("pat@", "who@"), unknown.body);
        }
        let locked = desk.sign_in(&mut nobody, "pat@example.org", PASSWORD).await;
        assert_eq!(locked.body.replace("pat@", "who@"), unknown.body);
        desk.clock.advance(60);
        let open = desk.sign_in(&mut nobody, "pat@example.org", PASSWORD).await;
        assert_eq!(open.status, StatusCode::SEE_OTHER);
        assert!(record(desk).await.contains("kind: \"locked\""));
    });
}

#[test]
fn the_twenty_first_try_of_a_minute_has_to_wait() {
    on_one(async |desk| {
        let mut nobody = Browser::default();
        for _ in 0..20 {
            let got = desk.sign_in(&mut nobody, "who@example.org", "wrong").await;
            assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
        }
        let got = desk.sign_in(&mut nobody, "who@example.org", "wrong").await;
        assert_eq!(got.status, StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(got.headers["retry-after"], "60");
    });
}

#[test]
fn sessions_end_when_they_are_idle_and_when_they_are_old() {
    on_both(async |desk| {
        let mut owner = desk.set_up().await;
        let mut pat = publisher(desk, &mut owner, "pat@example.org").await;
        desk.clock.advance(30 * 60 - 1);
        assert_eq!(desk.get(&mut owner, "/people").await.status, StatusCode::OK);
        desk.clock.advance(30 * 60);
        assert_eq!(desk.get(&mut owner, "/people").await.location(), "/sign-in?next=%2Fpeople");
        assert_eq!(desk.get(&mut pat, "/account").await.status, StatusCode::OK);
        for _ in 0..14 {
            desk.clock.advance(12 * HOUR - 1);
            desk.get(&mut pat, "/account").await;
        }
        assert_eq!(desk.get(&mut pat, "/account").await.location(), "/sign-in?next=%2Faccount");
    });
}

#[test]
fn busy_staff_sign_in_anew_after_twelve_hours() {
    on_one(async |desk| {
        let mut owner = desk.set_up().await;
        for minutes in (20..12 * 60).step_by(20) {
            desk.clock.advance(20 * 60);
            assert_eq!(desk.get(&mut owner, "/people").await.status, StatusCode::OK, "{minutes}");
        }
        desk.clock.advance(20 * 60);
        assert_eq!(desk.get(&mut owner, "/people").await.status, StatusCode::SEE_OTHER);
    });
}

#[test]
fn other_sessions_end_with_the_password_and_by_hand() {
    on_both(async |desk| {
        let mut owner = desk.set_up().await;
        let mut one = publisher(desk, &mut owner, "pat@example.org").await;
        let mut other = Browser::default();
        desk.sign_in(&mut other, "pat@example.org", PASSWORD).await;
        let new = "another good password";
        let fields = [("old-password", "not this one"), ("password", new)];
        let got = desk.post(&mut one, "/account/security/password", &fields).await;
        assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!got.body.contains(new), "a password is not written back");
        let fields = [("old-password", PASSWORD), ("password", new)];
        let got = desk.post(&mut one, "/account/security/password", &fields).await;
        assert_eq!(got.location(), "/account/security?said=password");
        assert_eq!(desk.get(&mut other, "/account").await.status, StatusCode::SEE_OTHER);
        assert_eq!(desk.get(&mut one, "/account").await.status, StatusCode::OK);
        desk.sign_in(&mut other, "pat@example.org", new).await;
        desk.post(&mut one, "/account/security/sessions/end-others", &[]).await;
        assert_eq!(desk.get(&mut other, "/account").await.status, StatusCode::SEE_OTHER);
        assert_eq!(desk.get(&mut one, "/account").await.status, StatusCode::OK);
    });
}

#[test]
fn a_session_of_somebody_else_cannot_be_ended() {
    on_one(async |desk| {
        let mut owner = desk.set_up().await;
        let page = desk.get(&mut owner, "/account/security").await;
        let session = page.between("name=\"session\" value=\"", "\"");
        let mut pat = publisher(desk, &mut owner, "pat@example.org").await;
        let fields = [("session", session.as_str())];
        let got = desk.post(&mut pat, "/account/security/sessions/end", &fields).await;
        assert_eq!(got.status, StatusCode::NOT_FOUND);
        assert_eq!(desk.get(&mut owner, "/people").await.status, StatusCode::OK);
    });
}

#[test]
fn invitations_work_once_for_seven_days_for_whom_they_are_meant() {
    on_both(async |desk| {
        let mut owner = desk.set_up().await;
        let code = desk.invite(&mut owner, "/people/invite", "auditor").await;
        desk.accept(&code, "ada@example.org").await;
        let address = format!("/invitations?code={code}");
        let mut nobody = Browser::default();
        assert_eq!(desk.get(&mut nobody, &address).await.status, StatusCode::NOT_FOUND);
        let fields = [("role", "analyst"), ("email", "ana@example.org")];
        let page = desk.post(&mut owner, "/people/invite", &fields).await;
        let meant = page.between("/invitations?code=", "</code>");
        let mut fields = [
            ("code", meant.as_str()),
            ("name", "Eve"),
            ("email", "eve@example.org"),
            ("password", PASSWORD),
        ];
        let got = desk.post(&mut nobody, "/invitations", &fields).await;
        assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(got.body.contains("for another address") && got.body.contains("value=\"Eve\""));
        fields[2].1 = "ana@example.org";
        desk.clock.advance(7 * 24 * HOUR);
        let got = desk.post(&mut nobody, "/invitations", &fields).await;
        assert_eq!(got.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn a_withdrawn_invitation_is_gone_and_roles_above_the_own_are_not_given() {
    on_both(async |desk| {
        let mut owner = desk.set_up().await;
        let code = desk.invite(&mut owner, "/people/invite", "lead_analyst").await;
        let mut lead = desk.accept(&code, "lee@example.org").await;
        desk.add_app(&mut lead).await;
        let got = desk.post(&mut lead, "/people/invite", &[("role", "program_owner")]).await;
        assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
        let code = desk.invite(&mut lead, "/people/invite", "analyst").await;
        let page = desk.get(&mut lead, "/people").await;
        let id = page.between("name=\"invitation\" value=\"", "\"");
        let got = desk.post(&mut owner, "/people/withdraw", &[("invitation", &id)]).await;
        assert_eq!(got.location(), "/people?said=withdrawn");
        let address = format!("/invitations?code={code}");
        assert_eq!(desk.get(&mut Browser::default(), &address).await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn a_member_who_goes_loses_sessions_and_tokens_and_the_last_owner_stays() {
    on_both(async |desk| {
        let mut owner = desk.set_up().await;
        let mut pat = publisher(desk, &mut owner, "pat@example.org").await;
        let fields = [("token-name", "CI"), ("read", "on"), ("days", "1")];
        let page = desk.post(&mut pat, "/account/tokens", &fields).await;
        let token = page.between("<code translate=\"no\">att_", "</code>");
        let mut program = Browser { token: Some(format!("att_{token}")), ..Browser::default() };
        assert_eq!(desk.get(&mut program, "/api/v1/me").await.status, StatusCode::OK);
        let member = |page: &str| {
            page.split("name=\"membership\" value=\"")
                .nth(1)
                .map(|rest| rest.split('"').next().expect("an id").to_owned())
        };
        let page = desk.get(&mut pat, "/people").await;
        let id = member(&page.body).expect("a member");
        let organization = desk.get(&mut owner, "/organizations").await;
        let organization = organization
            .body
            .split("/organizations/")
            .filter_map(|rest| rest.split('"').next())
            .filter(|id| id.len() == 32)
            .collect::<Vec<_>>();
        let mut ended = 0;
        for place in organization {
            let address = format!("/organizations/{place}/end");
            let got = desk.post(&mut owner, &address, &[("membership", &id)]).await;
            ended += usize::from(got.status == StatusCode::SEE_OTHER);
        }
        assert_eq!(ended, 1, "only in its own organization is a membership found");
        assert_eq!(desk.get(&mut pat, "/account").await.status, StatusCode::SEE_OTHER);
        assert_eq!(desk.get(&mut program, "/api/v1/me").await.status, StatusCode::UNAUTHORIZED);
        let page = desk.get(&mut owner, "/people").await;
        let own = member(&page.body).expect("a member");
        let got = desk.post(&mut owner, "/people/end", &[("membership", &own)]).await;
        assert!(got.body.contains("last program owner"), "{}", got.body);
    });
}

#[test]
fn tokens_do_what_their_scopes_say_until_they_end() {
    on_both(async |desk| {
        let mut owner = desk.set_up().await;
        let mut pat = publisher(desk, &mut owner, "pat@example.org").await;
        for fields in [
            [("token-name", "CI"), ("review", "on"), ("days", "1")],
            [("token-name", "CI"), ("read", "on"), ("days", "366")],
            [("token-name", " "), ("read", "on"), ("days", "1")],
        ] {
            let got = desk.post(&mut pat, "/account/tokens", &fields).await;
            assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
        }
        let mut make = async |scope: &str| {
            let fields = [("token-name", "CI"), (scope, "on"), ("days", "2")];
            let page = desk.post(&mut pat, "/account/tokens", &fields).await;
            let token = page.between("<code translate=\"no\">att_", "</code>");
            Browser { token: Some(format!("att_{token}")), ..Browser::default() }
        };
        let (mut read, mut write) = (make("read").await, make("write").await);
        let me = desk.get(&mut read, "/api/v1/me").await;
        assert_eq!(me.status, StatusCode::OK);
        let me: serde_json::Value = serde_json::from_str(&me.body).expect("JSON");
        assert_eq!(me["role"], "publisher");
        assert_eq!(me["scopes"][0], "read");
        assert_eq!(desk.get(&mut write, "/api/v1/me").await.status, StatusCode::FORBIDDEN);
        // A token is for programs: no page takes it.
        let got = desk.get(&mut read, "/account").await;
        assert_eq!(got.location(), "/sign-in?next=%2Faccount");
        desk.clock.advance(2 * 24 * HOUR);
        let got = desk.get(&mut read, "/api/v1/me").await;
        assert_eq!(got.status, StatusCode::UNAUTHORIZED);
        assert_eq!(got.headers["www-authenticate"], "Bearer");
        assert_eq!(got.headers["content-type"], "application/problem+json");
        let all = record(desk).await;
        assert!(all.contains("kind: \"token_made\"") && !all.contains("att_"));
    });
}

#[test]
fn changes_from_other_sites_are_refused() {
    on_one(async |desk| {
        let owner = desk.set_up().await;
        let cookie = format!("__Host-attestor_session={}", owner.cookie.expect("a cookie"));
        let cases: [(&[(&str, &str)], bool); 7] = [
            (&[("sec-fetch-site", "same-origin")], true),
            (&[("sec-fetch-site", "none")], true),
            (&[("sec-fetch-site", "cross-site")], false),
            (&[("sec-fetch-site", "same-site"), ("origin", "https://desk.example.org")], false),
            (&[("origin", "https://desk.example.org")], true),
            (&[("origin", "https://example.com")], false),
            (&[], false),
        ];
        for (fields, taken) in cases {
            let mut request = Request::post("/people/invite")
                .header("cookie", &cookie)
                .header("host", "desk.example.org")
                .header("content-type", "application/x-www-form-urlencoded");
            for (name, value) in fields {
                request = request.header(*name, *value);
            }
            let request = request.body(Body::from("role=auditor")).expect("a request");
            let wanted = if taken { StatusCode::OK } else { StatusCode::FORBIDDEN };
            assert_eq!(desk.send(request).await.status, wanted, "{fields:?}");
        }
    });
}

#[test]
fn the_cookie_promises_what_browsers_hold_it_to() {
    on_one(async |desk| {
        let mut owner = desk.set_up().await;
        desk.post(&mut owner, "/sign-out", &[]).await;
        let got = desk.sign_in(&mut owner, "owner@example.org", PASSWORD).await;
        let set = got.headers["set-cookie"].to_str().expect("text");
        assert!(set.starts_with("__Host-attestor_session="), "{set}");
        for part in ["HttpOnly", "SameSite=Lax", "Secure", "Path=/", "Max-Age=43200"] {
            assert!(set.split("; ").any(|one| one == part), "{part} in {set}");
        }
        assert!(!set.contains("Domain"));
        let page = desk.get(&mut owner, "/sign-in/second-factor").await;
        assert_eq!(page.headers["cache-control"], "no-store");
    });
}

#[test]
fn an_operator_leads_somebody_back_once() {
    on_both(async |desk| {
        let mut owner = desk.set_up().await;
        let people = &desk.site.people;
        assert_eq!(people.link_code("who@example.org").await.expect("asked"), None);
        let code = people.link_code("Owner@example.org").await.expect("asked").expect("a code");
        let fields = [("code", code.as_str()), ("password", "a quite new password")];
        let mut back = Browser::default();
        let got = desk.post(&mut back, "/sign-in/link", &fields).await;
        assert_eq!(got.location(), "/account/security?said=back");
        assert_eq!(desk.get(&mut owner, "/people").await.status, StatusCode::SEE_OTHER);
        assert_eq!(desk.get(&mut back, "/people").await.location(), "/account/security");
        let got = desk.post(&mut Browser::default(), "/sign-in/link", &fields).await;
        assert_eq!(got.status, StatusCode::NOT_FOUND);
        let code = people.link_code("owner@example.org").await.expect("asked").expect("a code");
        desk.clock.advance(15 * 60);
        let fields = [("code", code.as_str()), ("password", "a quite new password")];
        let got = desk.post(&mut Browser::default(), "/sign-in/link", &fields).await;
        assert_eq!(got.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn the_first_start_cannot_be_taken_twice_and_names_what_is_wrong() {
    on_both(async |desk| {
        let first = desk.site.people.setup_code().await.expect("asked").expect("a code");
        let second = desk.site.people.setup_code().await.expect("asked").expect("a code");
        let mut nobody = Browser::default();
        let gone = desk.get(&mut nobody, &format!("/setup?code={first}")).await;
        assert_eq!(gone.status, StatusCode::NOT_FOUND);
        assert!(gone.body.contains("attestor people setup-link"));
        let fields = [("code", second.as_str()), ("email", "nobody"), ("password", "short")];
        let got = desk.post(&mut nobody, "/setup", &fields).await;
        assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
        for fault in ["f-organization", "f-name", "f-email", "f-password"] {
            assert!(got.body.contains(&format!("href=\"#{fault}\"")), "{fault}");
        }
        desk.clock.advance(HOUR);
        let late = desk.get(&mut nobody, &format!("/setup?code={second}")).await;
        assert_eq!(late.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn somebody_with_an_account_joins_and_acts_for_either_organization() {
    on_both(async |desk| {
        let mut owner = desk.set_up().await;
        let mut pat = publisher(desk, &mut owner, "pat@example.org").await;
        let id = desk.organization(&mut owner, "Northwind", "customer").await;
        let invite = format!("/organizations/{id}/invite");
        let code = desk.invite(&mut owner, &invite, "customer_admin").await;
        let page = desk.get(&mut pat, &format!("/invitations?code={code}")).await;
        assert!(page.body.contains("Join with this account"));
        let got = desk.post(&mut pat, "/invitations/join", &[("code", &code)]).await;
        assert_eq!(got.location(), "/account?said=joined");
        let page = desk.get(&mut pat, "/people").await;
        assert!(page.body.contains("<h1><bdi>Northwind</bdi></h1>"), "{}", page.body);
        let page = desk.get(&mut pat, "/account").await;
        let other = page.between("name=\"membership\" value=\"", "\"");
        desk.post(&mut pat, "/account/membership", &[("membership", &other)]).await;
        let page = desk.get(&mut pat, "/people").await;
        assert!(page.body.contains("<h1><bdi>Fabrikam</bdi></h1>"), "{}", page.body);
        let got = desk.post(&mut owner, "/account/membership", &[("membership", &other)]).await;
        assert_eq!(got.status, StatusCode::NOT_FOUND);
    });
}
