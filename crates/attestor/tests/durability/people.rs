//! A program owner and a publisher with a token each, from the setup link on, as people do it.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use data_encoding::BASE32_NOPAD;
use serde_json::{Value as Json, json};
use totp_rs::{Algorithm, Builder};

use crate::http::{Answer, ask};
use crate::served::{Kept, Served};

const PASSWORD: &str = "correct horse battery";

/// The tokens of those who work on cases.
#[derive(Debug, Clone)]
pub(crate) struct Tokens {
    pub(crate) owner: String,
    pub(crate) publisher: String,
    /// The cookie of the publisher's browser.
    pub(crate) cookie: String,
}

/// A browser.
struct Browser<'s> {
    server: &'s Served,
    cookie: String,
}

impl Browser<'_> {
    fn send(&mut self, line: &str, form: &str, body: &str) -> Answer {
        let origin = format!("http://{}", self.server.address);
        let cookie = self.cookie.clone();
        let fields = [
            ("Accept", if form.ends_with("json") { "application/json" } else { "text/html" }),
            ("Content-Type", form),
            ("Origin", origin.as_str()),
            ("Sec-Fetch-Site", "same-origin"),
            ("Cookie", cookie.as_str()),
        ];
        let got = ask(&self.server.address, line, &fields, body.as_bytes()).expect("an answer");
        assert!(got.status < 400, "{line}: {} {}", got.status, got.text());
        if let Some((cookie, _)) = got.field("set-cookie").split_once(';') {
            cookie.clone_into(&mut self.cookie);
        }
        got
    }

    fn form(&mut self, path: &str, pairs: &[(&str, &str)]) -> Answer {
        let all = pairs.iter().copied();
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(all).finish();
        self.send(&format!("POST {path}"), "application/x-www-form-urlencoded", &body)
    }

    fn post(&mut self, path: &str, body: &Json) -> Json {
        self.send(&format!("POST {path}"), "application/json", &body.to_string()).json()
    }

    /// Sets up an authenticator app.
    fn add_app(&mut self) {
        let page = self.send("GET /account/security", "text/html", "").text();
        let rest = page.split_once("class=\"secret\">").expect("a secret").1;
        let letters = rest.split_once('<').expect("its end").0;
        let secret = BASE32_NOPAD.decode(letters.as_bytes()).expect("letters");
        let app = Builder::new().with_algorithm(Algorithm::SHA1).with_digits(6).with_secret(secret);
        let code = app.build().expect("an app").generate(now().as_secs()).to_string();
        self.form("/account/security/app", &[("code", &code)]);
    }

    fn token(&mut self, scopes: &[&str]) -> String {
        let got = self.post("/api/v1/tokens", &json!({"name": "durability", "scopes": scopes}));
        got["token"].as_str().expect("a token").to_owned()
    }
}

/// Now, as authenticator apps count it.
fn now() -> Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970")
}

fn last_part(url: &str) -> String {
    url.trim().rsplit("code=").next().unwrap_or_default().to_owned()
}

/// The link of the first start, which the program says after it began to listen.
fn link_of(kept: &Kept) -> String {
    for _ in 0..200 {
        let words = kept.words();
        if let Some(link) = words.lines().find(|line| line.contains("/setup?code=")) {
            return link.to_owned();
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("no link of the first start");
}

/// Sets a new installation up.
pub(crate) fn set_up(kept: &Kept, server: &Served) -> Tokens {
    let code = last_part(&link_of(kept));
    let mut owner = Browser { server, cookie: String::new() };
    owner.form(
        "/setup",
        &[
            ("code", &code),
            ("organization", "Contoso Certification"),
            ("name", "Olga Owner"),
            ("email", "owner@example.org"),
            ("password", PASSWORD),
        ],
    );
    owner.add_app();
    let kind = json!({"name": "Fabrikam", "kind": "publisher"});
    let made = owner.post("/api/v1/organizations", &kind);
    let id = made["id"].as_str().expect("an id");
    let path = format!("/api/v1/organizations/{id}/invitations");
    let invited = owner.post(&path, &json!({"role": "publisher"}));
    let code = last_part(invited["url"].as_str().expect("an address"));
    let mut publisher = Browser { server, cookie: String::new() };
    let email = "publisher@example.org";
    publisher.form(
        "/invitations",
        &[("code", &code), ("name", "Petra"), ("email", email), ("password", PASSWORD)],
    );
    Tokens {
        owner: owner.token(&["read", "review", "admin"]),
        publisher: publisher.token(&["read", "write"]),
        cookie: publisher.cookie,
    }
}

/// A case that takes evidence.
#[derive(Debug, Clone)]
pub(crate) struct Case {
    pub(crate) id: String,
    /// The day on which it was opened, by the server's clock.
    pub(crate) day: String,
}

/// A case of the small program that takes evidence.
pub(crate) fn started_case(server: &Served, tokens: &Tokens, app: &str) -> Case {
    let body = json!({"app": {"id": app, "name": app, "publisher": "Fabrikam"},
        "framework": "small-team-baseline"});
    let post = |token: &str, path: &str, body: &Json| {
        let bearer = format!("Bearer {token}");
        let fields = [("Authorization", bearer.as_str()), ("Content-Type", "application/json")];
        let body = body.to_string();
        let got = ask(&server.address, &format!("POST {path}"), &fields, body.as_bytes());
        let got = got.expect("an answer");
        assert!(got.is_done(), "{path} {body}: {}", got.text());
        got.json()
    };
    let case = post(&tokens.publisher, "/api/v1/cases", &body)["case"].clone();
    let case = case.as_str().expect("an id").to_owned();
    let verification = json!({"verified": {"partner_id": "1234567"}});
    let live = json!({"id": "live", "name": "Live", "hosting": "own", "role": "production"});
    let host = json!({"id": "host-1", "environment": "live", "operating_system": "Debian",
        "function": "web", "device_type": "server", "location": "Oslo"});
    let (own, body) = (&tokens.publisher, &tokens.owner);
    for (who, act) in [
        (own, json!({"act": "attest", "attestation": {"answers": {}}})),
        (body, json!({"act": "approve_attestation"})),
        (body, json!({"act": "verify", "verification": verification})),
        (own, json!({"act": "consent"})),
        (own, json!({"act": "start"})),
        (own, json!({"act": "state", "statement": "keeps-customer-data", "holds": false})),
        (own, json!({"act": "set_environments", "environments": [live]})),
        (own, json!({"act": "set_services", "services": []})),
        (own, json!({"act": "set_sites", "recovery_site": "no", "backup_site": "no"})),
        (own, json!({"act": "set_inventory", "components": [host]})),
    ] {
        post(who, &format!("/api/v1/cases/{case}/acts"), &act);
    }
    let whole = server.get(own, &format!("/api/v1/cases/{case}")).json();
    let opened = whole["opened_at"].as_str().expect("an instant");
    Case { id: case, day: opened[..10].to_owned() }
}
