//! The whole service over a database of its own, with a clock that the test moves, and browsers that
//! keep their cookie.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use attestor_core::instant::Instant;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use data_encoding::BASE32_NOPAD;
use totp_rs::{Algorithm, Builder};
use tower::ServiceExt as _;

use crate::actions::desk::files::vault;
use crate::actions::trust::links::client::Reach;
use crate::actions::trust::mail::Mail;
use crate::clock::Clock;
use crate::runtime::Waiting;
use crate::store::suite::server::Server;
use crate::store::{Missing, Place, Store};
use crate::web::serve::Settings;
use crate::web::{self, Site, address};
use crate::world::catalogs::Catalogs;

/// A good password for everybody.
pub(in crate::web) const PASSWORD: &str = "correct horse battery";

/// The service.
pub(in crate::web) struct Desk {
    /// What it is made from.
    pub(in crate::web) site: Arc<Site>,
    /// Its clock.
    pub(in crate::web) clock: Clock,
    app: Router,
}

/// A browser, or a program with a token.
#[derive(Debug, Clone, Default)]
pub(in crate::web) struct Browser {
    /// The session's secret.
    pub(in crate::web) cookie: Option<String>,
    /// The token.
    pub(in crate::web) token: Option<String>,
    /// The secret of the authenticator app, in letters.
    pub(in crate::web) app: String,
}

/// An answer.
#[derive(Debug)]
pub(in crate::web) struct Got {
    /// Its status.
    pub(in crate::web) status: StatusCode,
    /// Its header fields.
    pub(in crate::web) headers: HeaderMap,
    /// Its text.
    pub(in crate::web) body: String,
}

impl Got {
    /// Where it leads; empty where it leads nowhere.
    pub(in crate::web) fn location(&self) -> &str {
        self.headers.get("location").map_or("", |value| value.to_str().expect("text"))
    }

    /// What stands between two texts of the body.
    pub(in crate::web) fn between(&self, start: &str, end: &str) -> String {
        let rest =
            self.body.split_once(start).unwrap_or_else(|| panic!("{start} in {}", self.body)).1;
        rest.split_once(end).expect(end).0.to_owned()
    }
}

/// The settings of the service in tests: reached over HTTPS.
pub(in crate::web) fn settings() -> Settings {
    Settings {
        public_url: "https://desk.example.org".to_owned(),
        contact: None,
        request_timeout: Duration::from_secs(30),
        header_timeout: Duration::from_secs(30),
        max_body: 1 << 20,
        max_connections: 8,
        grace: Duration::ZERO,
    }
}

/// Takes a journey on SQLite, and on PostgreSQL where that is installed.
#[expect(clippy::needless_pass_by_value, reason = "a journey stands where it is taken")]
pub(in crate::web) fn on_both(journey: impl AsyncFn(&Desk)) {
    let folder = tempfile::tempdir().expect("a folder");
    on(&Place::Folder(folder.path().to_owned()), &journey);
    let Some(server) = Server::shared() else { return };
    on(&Place::Url(server.database("desk")), &journey);
}

/// Takes a journey on SQLite only, where the database does not matter.
#[expect(clippy::needless_pass_by_value, reason = "a journey stands where it is taken")]
pub(in crate::web) fn on_one(journey: impl AsyncFn(&Desk)) {
    let folder = tempfile::tempdir().expect("a folder");
    on(&Place::Folder(folder.path().to_owned()), &journey);
}

/// Takes a journey on SQLite, with the frameworks of a folder.
#[expect(clippy::needless_pass_by_value, reason = "a journey stands where it is taken")]
pub(in crate::web) fn on_one_with(frameworks: &Path, journey: impl AsyncFn(&Desk)) {
    let folder = tempfile::tempdir().expect("a folder");
    take(&Place::Folder(folder.path().to_owned()), Some(frameworks), &journey);
}

/// Takes a journey on one database.
pub(in crate::web) fn on(place: &Place, journey: &impl AsyncFn(&Desk)) {
    take(place, None, journey);
}

fn take(place: &Place, frameworks: Option<&Path>, journey: &impl AsyncFn(&Desk)) {
    Waiting::new().expect("a runtime").on(async {
        let store = Store::open(place, Missing::Made).await.expect("opened");
        let clock = Clock::at(Instant::parse("2026-11-22T09:00:00Z").expect("an instant"));
        let site = Site::new(store.clone(), &settings()).expect("a site").with_clock(clock.clone());
        let folder = tempfile::tempdir().expect("a folder");
        // Mail is only sent by what tends the site; here nobody takes any.
        let mail = Mail::new("smtp://127.0.0.1:9", "attestor@example.org").expect("a way");
        let catalogs = Catalogs::load(frameworks).expect("frameworks");
        let site = site.with_mail(Some(mail), Reach::Nothing).with_catalogs(catalogs);
        let site = Arc::new(site.with_vault(vault(folder.path()).expect("a vault")));
        let teller = Arc::clone(&site);
        let tell = Arc::new(move |trouble: &_| web::error_page(&teller, trouble));
        let router = web::router(Arc::clone(&site));
        let app = web::serve::app(router, store.clone(), &settings(), tell);
        journey(&Desk { site, clock, app }).await;
        store.close().await;
    });
}

impl Desk {
    /// Sends a request as it is.
    pub(in crate::web) async fn send(&self, request: Request<Body>) -> Got {
        let (head, body) = self.app.clone().oneshot(request).await.expect("an answer").into_parts();
        let bytes = to_bytes(body, usize::MAX).await.expect("a body");
        let body = String::from_utf8(bytes.to_vec()).expect("text");
        Got { status: head.status, headers: head.headers, body }
    }

    /// Opens an address whose answer is no text: status, header fields, bytes.
    pub(in crate::web) async fn bytes(
        &self,
        browser: &Browser,
        address: &str,
    ) -> (StatusCode, HeaderMap, Vec<u8>) {
        let mut request = Request::builder().uri(address).header("host", "desk.example.org");
        if let Some(cookie) = &browser.cookie {
            request = request.header("cookie", format!("__Host-attestor_session={cookie}"));
        }
        if let Some(token) = &browser.token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        let request = request.body(Body::empty()).expect("a request");
        let (head, body) = self.app.clone().oneshot(request).await.expect("an answer").into_parts();
        let bytes = to_bytes(body, usize::MAX).await.expect("a body");
        (head.status, head.headers, bytes.to_vec())
    }

    /// Sends a form with a file as a browser does.
    pub(in crate::web) async fn upload(
        &self,
        browser: &Browser,
        address: &str,
        fields: &[(&str, &str)],
        (name, bytes): (&str, &[u8]),
    ) -> Got {
        let mut body = Vec::new();
        for (field, value) in fields {
            let head = format!("--x\r\ncontent-disposition: form-data; name=\"{field}\"\r\n\r\n");
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(value.as_bytes());
            body.extend_from_slice(b"\r\n");
        }
        let head = "--x\r\ncontent-disposition: form-data; name=\"file\"; filename=";
        body.extend_from_slice(format!("{head}\"{name}\"\r\n\r\n").as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n--x--\r\n");
        let cookie = browser.cookie.clone().unwrap_or_default();
        let request = Request::builder()
            .method("POST")
            .uri(address)
            .header("accept", "text/html")
            .header("host", "desk.example.org")
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "multipart/form-data; boundary=x")
            .header("cookie", format!("__Host-attestor_session={cookie}"));
        self.send(request.body(Body::from(body)).expect("a request")).await
    }

    /// Sends a request of a browser, whose cookie follows the answer.
    pub(in crate::web) async fn ask(
        &self,
        browser: &mut Browser,
        (method, address): (&str, &str),
        body: String,
    ) -> Got {
        let mut request = Request::builder()
            .method(method)
            .uri(address)
            .header("accept", "text/html")
            .header("host", "desk.example.org")
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "application/x-www-form-urlencoded");
        if let Some(cookie) = &browser.cookie {
            request = request.header("cookie", format!("__Host-attestor_session={cookie}"));
        }
        if let Some(token) = &browser.token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        let got = self.send(request.body(Body::from(body)).expect("a request")).await;
        if let Some(set) = got.headers.get("set-cookie") {
            let set = set.to_str().expect("text");
            let value = set.strip_prefix("__Host-attestor_session=").expect("our cookie");
            let value = value.split(';').next().expect("a value");
            browser.cookie = (!value.is_empty()).then(|| value.to_owned());
        }
        got
    }

    /// Opens a page.
    pub(in crate::web) async fn get(&self, browser: &mut Browser, address: &str) -> Got {
        self.ask(browser, ("GET", address), String::new()).await
    }

    /// Sends a form.
    pub(in crate::web) async fn post(
        &self,
        browser: &mut Browser,
        address: &str,
        fields: &[(&str, &str)],
    ) -> Got {
        let body = address::query(fields.iter().copied());
        self.ask(browser, ("POST", address), body.trim_start_matches('?').to_owned()).await
    }

    /// The program owner of a new installation, signed in with two factors.
    pub(in crate::web) async fn set_up(&self) -> Browser {
        let code = self.site.people.setup_code().await.expect("asked").expect("a code");
        let mut owner = Browser::default();
        let fields = [
            ("code", code.as_str()),
            ("organization", "Contoso Certification"),
            ("name", "Olga Owner"),
            ("email", "owner@example.org"),
            ("password", PASSWORD),
        ];
        let got = self.post(&mut owner, "/setup", &fields).await;
        assert_eq!(
            (got.status, got.location()),
            (StatusCode::SEE_OTHER, "/account/security?said=set-up")
        );
        self.add_app(&mut owner).await;
        owner
    }

    /// Sets up an authenticator app, which makes the session one with two factors.
    pub(in crate::web) async fn add_app(&self, browser: &mut Browser) {
        let page = self.get(browser, "/account/security").await;
        browser.app = page.between("class=\"secret\">", "</code>");
        let code = self.code(&browser.app);
        let got = self.post(browser, "/account/security/app", &[("code", &code)]).await;
        assert_eq!(got.location(), "/account/security?said=app");
    }

    /// The code that an authenticator app shows now.
    pub(in crate::web) fn code(&self, app: &str) -> String {
        let secret = BASE32_NOPAD.decode(app.as_bytes()).expect("letters");
        let app = Builder::new().with_algorithm(Algorithm::SHA1).with_digits(6).with_secret(secret);
        app.build().expect("an app").generate(self.clock.now().seconds()).to_string()
    }

    /// Makes an organization and gives its id.
    pub(in crate::web) async fn organization(
        &self,
        owner: &mut Browser,
        name: &str,
        kind: &str,
    ) -> String {
        let got =
            self.post(owner, "/organizations", &[("organization", name), ("kind", kind)]).await;
        let id = got.location().strip_prefix("/organizations/").expect("an organization");
        id.trim_end_matches("?said=organization").to_owned()
    }

    /// The code of an invitation that is made at an address.
    pub(in crate::web) async fn invite(
        &self,
        owner: &mut Browser,
        address: &str,
        role: &str,
    ) -> String {
        let got = self.post(owner, address, &[("role", role), ("email", "")]).await;
        assert_eq!(got.status, StatusCode::OK, "{}", got.body);
        got.between("https://desk.example.org/invitations?code=", "</code>")
    }

    /// A new account that accepts an invitation, signed in with one factor.
    pub(in crate::web) async fn accept(&self, code: &str, email: &str) -> Browser {
        let mut browser = Browser::default();
        let fields =
            [("code", code), ("name", "Some Body"), ("email", email), ("password", PASSWORD)];
        let got = self.post(&mut browser, "/invitations", &fields).await;
        assert_eq!(got.location(), "/account/security?said=welcome", "{}", got.body);
        browser
    }

    /// Signs in with a password.
    pub(in crate::web) async fn sign_in(
        &self,
        browser: &mut Browser,
        email: &str,
        password: &str,
    ) -> Got {
        let fields = [("email", email), ("password", password), ("next", "/account")];
        self.post(browser, "/sign-in", &fields).await
    }
}
