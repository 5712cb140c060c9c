//! What tests of the desk's pages stand on: a site over a new store, people who are signed in, forms
//! as browsers send them. The clock stands until it is moved.

use std::sync::Arc;
use std::time::Duration;

use attestor_core::answer::Answer;
use attestor_core::certification::case::{App, Attestation, Component, Environment, Verification};
use attestor_core::desk::act::{Act, FileRef};
use attestor_core::desk::file::CaseFile;
use attestor_core::desk::role::Role;
use attestor_core::digest::Digest;
use attestor_core::id::Id;
use attestor_core::instant::Instant;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use tower::ServiceExt as _;

use crate::actions::desk::Worker;
use crate::clock::Clock;
use crate::people::secret;
use crate::runtime::Waiting;
use crate::store::evidence::FileRow;
use crate::store::people::{AccountRow, NewSession, OrganizationRow};
use crate::store::{Missing, Place, Store};
use crate::vault::{Keys, Limits, Vault, VaultSettings};
use crate::web::serve::Settings;
use crate::web::{self, Site};

/// When the clock of a new place stands.
const NOW: &str = "2026-11-23T09:00:00Z";

/// A site that nobody else uses, and the way to wait for it.
pub(in crate::web) struct Bureau {
    /// Its folder; gone with it.
    #[cfg_attr(not(feature = "lake"), expect(dead_code, reason = "it only has to live"))]
    folder: tempfile::TempDir,
    /// The site.
    pub(in crate::web) site: Arc<Site>,
    /// Its clock.
    pub(in crate::web) clock: Clock,
    router: Router,
    waiting: Waiting,
}

/// Somebody who is signed in.
#[derive(Debug, Clone)]
pub(in crate::web) struct Person {
    /// As the desk knows them.
    pub(in crate::web) worker: Worker,
    cookie: String,
}

/// What a browser gets.
pub(in crate::web) struct Got {
    /// The status.
    pub(in crate::web) status: StatusCode,
    /// The header fields.
    pub(in crate::web) headers: HeaderMap,
    /// The page.
    pub(in crate::web) body: String,
}

impl Got {
    /// Where the answer leads.
    pub(in crate::web) fn location(&self) -> &str {
        self.headers.get(header::LOCATION).map_or("", |value| value.to_str().expect("a text"))
    }

    /// Whether the page has a text.
    pub(in crate::web) fn has(&self, text: &str) -> bool {
        self.body.contains(text)
    }
}

fn settings() -> Settings {
    Settings {
        public_url: "http://desk.example.org".to_owned(),
        contact: None,
        request_timeout: Duration::from_secs(10),
        header_timeout: Duration::from_secs(10),
        max_body: 1024 * 1024,
        max_connections: 8,
        grace: Duration::ZERO,
    }
}

/// A place for files of evidence.
fn vault(folder: &std::path::Path) -> Vault {
    let settings = VaultSettings {
        url: None,
        folder: folder.join("evidence"),
        staging: folder.join("uploads"),
        key: Keys::parse(&"11".repeat(32)).expect("a key"),
        limits: Limits::default(),
        scanner: None,
    };
    Vault::open(settings).expect("a place for files")
}

impl Bureau {
    /// A new site without anybody.
    pub(in crate::web) fn new() -> Self {
        Self::made(|site, _, _| site)
    }

    /// The same with a place for sign-in logs.
    #[cfg(feature = "lake")]
    pub(in crate::web) fn with_reports() -> Self {
        Self::made(|site, folder, waiting| {
            let clock = site.clock.clone();
            let rule = web::mfa::tests::rule();
            let reports = crate::actions::mfa::reports::Reports::open((folder, None), rule, clock);
            let reports = waiting.on(reports).expect("reports");
            site.with_reports(reports)
        })
    }

    /// The folder of everything that is kept.
    #[cfg(feature = "lake")]
    pub(in crate::web) fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    fn made(finish: impl FnOnce(Site, &std::path::Path, &Waiting) -> Site) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let waiting = Waiting::new().expect("a runtime");
        let place = Place::Folder(folder.path().to_owned());
        let store = waiting.on(Store::open(&place, Missing::Made)).expect("a store");
        let clock = Clock::at(Instant::parse(NOW).expect("an instant"));
        let site = Site::new(store, &settings()).expect("a site").with_clock(clock.clone());
        let site = finish(site.with_vault(vault(folder.path())), folder.path(), &waiting);
        let site = Arc::new(site);
        let router = web::router(Arc::clone(&site));
        Self { folder, site, clock, router, waiting }
    }

    /// Waits for something.
    pub(in crate::web) fn on<T>(&self, future: impl Future<Output = T>) -> T {
        self.waiting.on(future)
    }

    /// Somebody with a role in an organization of this name, signed in with two factors.
    pub(in crate::web) fn person(&self, organization: &str, name: &str, role: Role) -> Person {
        let at = self.clock.now();
        let id = name.to_lowercase().replace(' ', "-");
        let account = AccountRow {
            account_id: id.clone(),
            email: format!("{id}@example.org"),
            name: name.to_owned(),
            language: "en-US".to_owned(),
            password: None,
            totp_secret: None,
            failures: 0,
            locked_until: None,
            is_active: true,
        };
        let body = OrganizationRow {
            organization_id: organization.to_lowercase(),
            name: organization.to_owned(),
            kind: role.organization_kind().as_str().to_owned(),
            created_at: at.to_string(),
            members: 0,
        };
        let code = format!("secret-of-{id}");
        self.on(async {
            let store = self.site.people.store();
            let known = store.organization(&body.organization_id).await.expect("read").is_some();
            let mut work = store.begin().await.expect("begun");
            if !known {
                work.put_organization(&body).await.expect("an organization");
            }
            work.put_account(&account, &at.to_string()).await.expect("an account");
            let membership = format!("m-{id}");
            let place = (id.as_str(), body.organization_id.as_str());
            work.put_member(&membership, place, role.as_str(), &at.to_string()).await.expect("in");
            work.put_session(NewSession {
                session_id: &format!("s-{id}"),
                secret_digest: &secret::digest(&code),
                account_id: &id,
                membership_id: Some(&membership),
                factors: 2,
                agent: "test",
                at: &at.plus_seconds(400 * 86_400).to_string(),
                expires_at: &at.plus_seconds(400 * 86_400).to_string(),
            })
            .await
            .expect("a session");
            work.commit().await.expect("kept");
        });
        let worker =
            Worker { account: id, name: name.to_owned(), organization: body.organization_id, role };
        Person { worker, cookie: format!("attestor_session={code}") }
    }

    /// Somebody of the publisher Contoso.
    pub(in crate::web) fn publisher(&self) -> Person {
        self.person("Contoso", "Petra Publisher", Role::Publisher)
    }

    /// An analyst of the certification body.
    pub(in crate::web) fn analyst(&self) -> Person {
        self.person("Attestation Board", "Anna Analyst", Role::Analyst)
    }

    /// A lead analyst of the certification body.
    pub(in crate::web) fn lead(&self) -> Person {
        self.person("Attestation Board", "Lea Lead", Role::LeadAnalyst)
    }

    /// What somebody gets at an address.
    pub(in crate::web) fn get(&self, person: &Person, address: &str) -> Got {
        let request = Request::builder().uri(address).header(header::COOKIE, &person.cookie);
        self.ask(request.body(Body::empty()).expect("a request"))
    }

    /// What somebody gets who sends a form.
    pub(in crate::web) fn post(
        &self,
        person: &Person,
        address: &str,
        fields: &[(&str, &str)],
    ) -> Got {
        let form =
            url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.send(person, address, "application/x-www-form-urlencoded", form.into_bytes())
    }

    /// What somebody gets who sends bytes of a type.
    pub(in crate::web) fn send(
        &self,
        person: &Person,
        address: &str,
        media_type: &str,
        body: Vec<u8>,
    ) -> Got {
        let request = Request::builder()
            .method("POST")
            .uri(address)
            .header(header::COOKIE, &person.cookie)
            .header(header::ORIGIN, "http://desk.example.org")
            .header(header::CONTENT_TYPE, media_type);
        self.ask(request.body(Body::from(body)).expect("a request"))
    }

    fn ask(&self, request: Request<Body>) -> Got {
        self.on(async {
            let answer = self.router.clone().oneshot(request).await.expect("an answer");
            let (head, body) = answer.into_parts();
            let bytes = to_bytes(body, usize::MAX).await.expect("a body");
            let body = String::from_utf8_lossy(&bytes).into_owned();
            Got { status: head.status, headers: head.headers, body }
        })
    }

    /// Opens a case of the publisher's for the first program.
    pub(in crate::web) fn open(&self, person: &Person, app: &str) -> Arc<CaseFile> {
        let act = Act::Open {
            app: App {
                id: app.to_lowercase().replace(' ', "-"),
                name: app.to_owned(),
                kind: None,
                publisher: "Contoso".to_owned(),
            },
            framework: id("m365-certification"),
            certified_on: None,
            edition: None,
        };
        let organization = person.worker.organization.clone();
        self.on(self.site.desk.open(&person.worker, &organization, act)).expect("opened")
    }

    /// Does an act that has to be done.
    pub(in crate::web) fn act(&self, person: &Person, case_id: &str, act: Act) -> Arc<CaseFile> {
        if let Act::AddDocument { file, .. }
        | Act::AddExternal { file, .. }
        | Act::ReportPentest { file, .. } = &act
        {
            self.keep(case_id, file);
        }
        self.on(self.site.desk.act(&person.worker, case_id, None, act)).expect("done")
    }

    /// Makes a file known to the organization of a case, as its upload would.
    pub(in crate::web) fn keep(&self, case_id: &str, file: &FileRef) {
        let row = FileRow { size_bytes: file.size_bytes, media_type: file.media_type.clone() };
        self.on(async {
            let case = self.site.desk.case(case_id).await.expect("read").expect("a case");
            let mut work = self.site.people.store().begin().await.expect("begun");
            let at = self.clock.now().to_string();
            work.add_file((&case.organization, file.digest), &row, &at).await.expect("a file");
            work.commit().await.expect("kept");
        });
    }

    /// Opens and starts a case with one environment and one component.
    pub(in crate::web) fn started(&self, publisher: &Person, analyst: &Person) -> Arc<CaseFile> {
        let case_id = self.open(publisher, "Paper Planes").id.clone();
        let attestation =
            Attestation { submitted_on: Some(self.clock.today()), ..Attestation::default() };
        self.act(publisher, &case_id, Act::Attest { attestation });
        self.act(analyst, &case_id, Act::ApproveAttestation {});
        let verification = Verification::Verified { partner_id: "1234567".to_owned() };
        self.act(analyst, &case_id, Act::Verify { verification });
        self.act(publisher, &case_id, Act::Consent {});
        self.act(publisher, &case_id, Act::Start {});
        self.act(
            publisher,
            &case_id,
            Act::SetSites { recovery_site: Answer::No, backup_site: Answer::No },
        );
        let environments = vec![Environment {
            id: id("production"),
            name: "Production".to_owned(),
            hosting: id("paas"),
            role: attestor_core::certification::case::Role::Production,
        }];
        self.act(publisher, &case_id, Act::SetEnvironments { environments });
        let components = vec![Component {
            id: id("web-1"),
            environment: id("production"),
            operating_system: String::new(),
            function: "web".to_owned(),
            device_type: "app service".to_owned(),
            location: "West Europe".to_owned(),
        }];
        self.act(publisher, &case_id, Act::SetInventory { components })
    }

    /// The same, with every document that is due handed in and accepted: the clock runs.
    pub(in crate::web) fn running(&self, publisher: &Person, analyst: &Person) -> Arc<CaseFile> {
        let case_id = self.started(publisher, analyst).id.clone();
        let file = self.on(self.site.desk.case(&case_id)).expect("read").expect("a case");
        let rules = self.site.desk.rules(&file).expect("rules");
        let due: Vec<Id> = rules
            .assess(&file, self.clock.today())
            .documents
            .iter()
            .filter(|it| it.state != attestor_core::certification::documents::DocumentState::NotDue)
            .map(|it| it.rule.id.value.clone())
            .collect();
        for kind in due {
            let file = file_ref(&format!("{kind}.pdf"));
            let dated_on = Some(self.clock.today());
            self.act(publisher, &case_id, Act::AddDocument { kind, file, dated_on });
        }
        self.act(publisher, &case_id, Act::SubmitDocuments {});
        self.act(analyst, &case_id, Act::AcceptDocuments { draw: None })
    }
}

/// An id that is one.
pub(in crate::web) fn id(text: &str) -> Id {
    Id::parse(text).expect("an id")
}

/// A file with a name, as the vault gives it.
pub(in crate::web) fn file_ref(name: &str) -> FileRef {
    FileRef {
        digest: Digest::of(name.as_bytes()),
        name: name.to_owned(),
        size_bytes: 1,
        media_type: "application/pdf".to_owned(),
    }
}

#[test]
fn nobody_sees_the_desk_without_a_session() {
    let place = Bureau::new();
    let nobody = Person {
        worker: place.publisher().worker,
        cookie: "attestor_session=somebody-else".to_owned(),
    };
    let got = place.get(&nobody, "/desk");
    assert!(
        got.status.is_redirection() || got.status == StatusCode::UNAUTHORIZED,
        "{}",
        got.status
    );
    assert!(!got.has("Petra"));
}

#[test]
fn a_case_runs_once_its_documents_are_accepted() {
    let place = Bureau::new();
    let (publisher, analyst) = (place.publisher(), place.analyst());
    let file = place.running(&publisher, &analyst);
    assert_eq!(file.stage(), attestor_core::desk::file::Stage::EvidenceOpen);
}
