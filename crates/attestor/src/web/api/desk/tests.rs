//! The API of the desk as programs meet it: the whole service in-process, guard included, over a new
//! database, with a clock that is moved.

mod answers;
mod canary;
mod described;
mod hammered;
mod journey;
mod offerings;
mod roles;
mod strange;
mod systems;

use std::sync::Arc;
use std::time::Duration;

use attestor_core::desk::role::Role;
use attestor_core::instant::Instant;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request};
use serde_json::{Value as Json, json};
use tempfile::TempDir;
use tower::ServiceExt as _;

use crate::clock::Clock;
use crate::people::secret;
use crate::runtime::Waiting;
use crate::store::people::{AccountRow, NewSession, NewToken, OrganizationRow};
use crate::store::suite::server::Server;
use crate::store::{Missing, Place, Store};
use crate::vault::{Keys, Limits, Vault, VaultSettings};
use crate::web::serve::Settings;
use crate::web::{self, Site};

/// Noon of a day.
const START: &str = "2026-11-23T12:00:00Z";

/// What a client gets.
pub(super) struct Got {
    pub(super) status: u16,
    pub(super) headers: HeaderMap,
    pub(super) body: String,
}

impl Got {
    pub(super) fn json(&self) -> Json {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("no JSON: {}", self.body))
    }

    pub(super) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The last part of the problem's type.
    pub(super) fn kind(&self) -> String {
        let whole = self.json();
        let kind = whole["type"].as_str().unwrap_or_else(|| panic!("no problem: {}", self.body));
        kind.rsplit('/').next().unwrap().to_owned()
    }
}

/// A running desk with a member in every role, who have a token each: the role's word.
pub(super) struct Office {
    pub(super) app: Router,
    described: described::Described,
    pub(super) site: Arc<Site>,
    pub(super) clock: Clock,
    pub(super) waiting: Waiting,
    _folder: TempDir,
}

/// Two publishers, a customer, and the certification body.
pub(super) const MEMBERS: [(&str, &str, Role); 9] = [
    ("publisher", "contoso", Role::Publisher),
    ("rival", "fabrikam", Role::Publisher),
    ("analyst", "body", Role::Analyst),
    ("second", "body", Role::Analyst),
    ("lead", "body", Role::LeadAnalyst),
    ("owner", "body", Role::ProgramOwner),
    ("auditor", "body", Role::Auditor),
    ("customer", "customer", Role::CustomerAdmin),
    ("reader", "contoso", Role::Publisher),
];

pub(super) fn settings() -> Settings {
    Settings {
        public_url: "https://desk.example.org".to_owned(),
        contact: None,
        request_timeout: Duration::from_secs(30),
        header_timeout: Duration::from_secs(10),
        max_body: 64 * 1024,
        max_connections: 32,
        grace: Duration::ZERO,
    }
}

impl Office {
    /// Over a database; `None` is SQLite in the office's own folder.
    pub(super) fn new(place: Option<Place>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let waiting = Waiting::new().unwrap();
        let clock = Clock::at(Instant::parse(START).unwrap());
        let place = place.unwrap_or_else(|| Place::Folder(folder.path().to_owned()));
        let (app, site) = waiting.on(async {
            let store = Store::open(&place, Missing::Made).await.unwrap();
            fill(&store).await;
            let vault = vault(folder.path());
            let site = Site::new(store.clone(), &settings()).unwrap();
            let site = Arc::new(site.with_clock(clock.clone()).with_vault(vault));
            let teller = Arc::clone(&site);
            let tell = Arc::new(move |trouble: &_| web::error_page(&teller, trouble));
            let router = web::router(Arc::clone(&site));
            (web::serve::app(router, store, &settings(), tell), site)
        });
        let described = described::Described::new();
        Self { app, described, site, clock, waiting, _folder: folder }
    }

    /// Asks; fields are name and value.
    pub(super) fn ask(
        &self,
        who: &str,
        (method, path): (&str, &str),
        fields: &[(&str, &str)],
        body: &[u8],
    ) -> Got {
        let mut request = Request::builder().method(method).uri(path);
        if !who.is_empty() {
            request = request.header("authorization", format!("Bearer att_{who}"));
        }
        for (name, value) in fields {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::from(body.to_vec())).unwrap();
        let got = self.waiting.on(async {
            let (head, body) = self.app.clone().oneshot(request).await.unwrap().into_parts();
            let bytes = to_bytes(body, usize::MAX).await.unwrap();
            let body = String::from_utf8_lossy(&bytes).into_owned();
            Got { status: head.status.as_u16(), headers: head.headers, body }
        });
        self.described.check((method, path), &got);
        got
    }

    pub(super) fn get(&self, who: &str, path: &str) -> Got {
        self.ask(who, ("GET", path), &[], b"")
    }

    pub(super) fn post(&self, who: &str, path: &str, body: &Json) -> Got {
        let form = [("content-type", "application/json")];
        self.ask(who, ("POST", path), &form, body.to_string().as_bytes())
    }

    /// An act that is done.
    pub(super) fn act(&self, who: &str, case: &str, act: &Json) -> Got {
        let got = self.try_act(who, case, act);
        assert_eq!(got.status, 200, "{who} {act}: {}", got.body);
        got
    }

    pub(super) fn try_act(&self, who: &str, case: &str, act: &Json) -> Got {
        self.post(who, &format!("/api/v1/cases/{case}/acts"), act)
    }

    /// A case of the small program.
    pub(super) fn open(&self, who: &str, app: &str) -> String {
        let got = self.post(who, "/api/v1/cases", &opening(app, "small-team-baseline"));
        assert_eq!(got.status, 201, "{}", got.body);
        let id = got.json()["case"].as_str().unwrap().to_owned();
        assert_eq!(got.header("location"), format!("https://desk.example.org/api/v1/cases/{id}"));
        id
    }

    /// Sends a file in two pieces and gives what acts name.
    pub(super) fn send(&self, who: &str, case: &str, name: &str, bytes: &[u8]) -> Json {
        let path = format!("/api/v1/cases/{case}/uploads");
        let begun = self.post(who, &path, &json!({"name": name, "size_bytes": bytes.len()}));
        assert_eq!(begun.status, 201, "{}", begun.body);
        let id = begun.json()["id"].as_str().unwrap().to_owned();
        let path = format!("{path}/{id}");
        let (first, rest) = bytes.split_at(bytes.len() / 2);
        for (offset, piece) in [(0, first), (first.len(), rest)] {
            let offset = offset.to_string();
            let got = self.ask(who, ("PATCH", &path), &[("upload-offset", &offset)], piece);
            assert_eq!(got.status, 204, "{}", got.body);
        }
        let got = self.ask(who, ("POST", &format!("{path}/finish")), &[], b"");
        assert_eq!(got.status, 200, "{}", got.body);
        got.json()
    }
}

/// What opens a case for an app of a program.
pub(super) fn opening(app: &str, framework: &str) -> Json {
    json!({"app": {"id": app, "name": format!("App {app}"), "publisher": "Contoso"}, "framework": framework})
}

fn vault(folder: &std::path::Path) -> Vault {
    Vault::open(VaultSettings {
        url: None,
        folder: folder.join("evidence"),
        staging: folder.join("uploads"),
        key: Keys::parse(&"7".repeat(64)).unwrap(),
        limits: Limits { size_bytes: 100_000, ..Limits::default() },
        scanner: None,
    })
    .unwrap()
}

async fn fill(store: &Store) {
    let mut work = store.begin().await.unwrap();
    let kinds = [
        ("contoso", "publisher"),
        ("fabrikam", "publisher"),
        ("body", "certification_body"),
        ("customer", "customer"),
    ];
    for (id, kind) in kinds {
        let row = OrganizationRow {
            organization_id: id.to_owned(),
            name: format!("The {id}"),
            kind: kind.to_owned(),
            created_at: START.to_owned(),
            members: 0,
        };
        work.put_organization(&row).await.unwrap();
    }
    for (name, organization, role) in MEMBERS {
        let row = AccountRow {
            account_id: format!("account-{name}"),
            email: format!("{name}@example.org"),
            name: format!("The {name}"),
            language: String::new(),
            password: None,
            totp_secret: None,
            failures: 0,
            locked_until: None,
            is_active: true,
        };
        assert!(work.put_account(&row, START).await.unwrap());
        let place = (row.account_id.as_str(), organization);
        assert!(
            work.put_member(&format!("member-{name}"), place, role.as_str(), START).await.unwrap()
        );
        let scopes = if name == "reader" { "read" } else { "read write review admin" };
        put_ways_in(&mut work, name, scopes).await;
    }
    work.commit().await.unwrap();
}

/// A token `att_NAME`, and a session `NAME` with two factors.
async fn put_ways_in(work: &mut crate::store::gate::Work, name: &str, scopes: &str) {
    let (far, member) = ("2030-01-01T00:00:00Z", format!("member-{name}"));
    work.put_token(NewToken {
        token_id: &format!("token-{name}"),
        secret_digest: &secret::digest(&format!("att_{name}")),
        membership_id: &member,
        name,
        scopes,
        at: START,
        expires_at: far,
    })
    .await
    .unwrap();
    work.put_session(NewSession {
        session_id: &format!("session-{name}"),
        secret_digest: &secret::digest(name),
        account_id: &format!("account-{name}"),
        membership_id: Some(&member),
        factors: 2,
        agent: "",
        at: START,
        expires_at: far,
    })
    .await
    .unwrap();
}

/// A new PostgreSQL database; `None` where there is no server, which is said.
pub(super) fn postgres() -> Option<Place> {
    Some(Place::Url(Server::shared()?.database("api")))
}
