//! A server on this machine in the manner of Microsoft Graph, with its tokens, pages and whims.

use std::collections::{BTreeMap, HashMap};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse as _, Response};
use serde_json::{Value, json};

/// What the application signs in with. Its signs have to be written otherwise in a form.
pub const SECRET: &str = "s3cret~ä+/=&value";
pub const DIRECTORY: &str = "6e6aef4a-4ca9-40a8-b5bf-b53a1923c540";
pub const CLIENT: &str = "60a00bf2-0644-4279-83b3-87ddf96f2509";

/// Something that the server does once, or from then on, instead of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whim {
    /// Asks to wait: status and seconds.
    Later(u16, Option<u32>),
    /// Forgets the token.
    Expire,
    /// Sends half of the page.
    Cut,
    /// Breaks the connection within the page.
    Break,
    /// Names a next page at another server.
    Astray,
    /// Names the same page as the next one.
    Circle,
    /// Never answers.
    Hang,
    /// Refuses with a status and a code.
    Refuse(u16, &'static str),
}

/// What the server has and what it was asked.
#[derive(Debug, Default)]
pub struct Contents {
    /// Sign-ins by kind, in any order.
    pub sign_ins: BTreeMap<&'static str, Vec<Value>>,
    /// Lists and single objects by path.
    pub objects: HashMap<String, Value>,
    /// Per-user settings by account.
    pub states: HashMap<String, &'static str>,
    /// How many rows a page has.
    pub page: usize,
    /// What happens at the so-and-so-many-th request for a path that begins like this, once.
    pub whims: Vec<(&'static str, usize, Whim)>,
    /// What happens always at a path.
    pub always: HashMap<&'static str, Whim>,
    /// How many seconds a token is said to last.
    pub lasts: u64,
    /// The token that is good now, by its number.
    pub token: usize,
    /// What was asked, in order.
    pub asked: Vec<String>,
    /// Told when a request hangs.
    pub hanging: Option<Sender<()>>,
}

/// The server as it runs; it goes with the test.
pub struct Fake {
    pub url: String,
    contents: Arc<Mutex<Contents>>,
    hangs: Receiver<()>,
    _runtime: tokio::runtime::Runtime,
}

impl Fake {
    pub fn start(mut contents: Contents) -> Self {
        let (send, hangs) = channel();
        contents.hanging = Some(send);
        contents.page = contents.page.max(2);
        contents.lasts = contents.lasts.max(3600);
        let contents = Arc::new(Mutex::new(contents));
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap();
        let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let router =
            Router::new().fallback(answer).with_state((url.clone(), Arc::clone(&contents)));
        runtime.spawn(async move { axum::serve(listener, router).await });
        Self { url, contents, hangs, _runtime: runtime }
    }

    pub fn contents(&self) -> MutexGuard<'_, Contents> {
        self.contents.lock().unwrap()
    }

    /// Waits until a request hangs.
    pub fn until_it_hangs(&self) {
        self.hangs.recv_timeout(std::time::Duration::from_secs(60)).expect("a request that hangs");
    }

    /// The addresses that were asked for since the last time and hold a word.
    pub fn asked(&self, word: &str) -> Vec<String> {
        let asked = std::mem::take(&mut self.contents().asked);
        asked.into_iter().filter(|one| one.contains(word)).collect()
    }
}

type Shared = (String, Arc<Mutex<Contents>>);

async fn answer(
    State((url, contents)): State<Shared>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let whim = {
        let mut contents = contents.lock().unwrap();
        let text = percent_encoding::percent_decode_str(&uri.to_string())
            .decode_utf8_lossy()
            .replace('+', " ");
        contents.asked.push(text);
        if uri.path().ends_with("/oauth2/v2.0/token") {
            return granted(&mut contents, &uri, &body);
        }
        contents.whim(uri.path())
    };
    let mut contents = match whim {
        Some(Whim::Hang) => {
            contents.lock().unwrap().hanging.as_ref().unwrap().send(()).unwrap();
            return std::future::pending().await;
        }
        Some(Whim::Later(status, after)) => return later(status, after),
        Some(Whim::Refuse(status, code)) => return refused(status, code),
        Some(Whim::Expire) => {
            let mut contents = contents.lock().unwrap();
            contents.token += 1;
            contents
        }
        _ => contents.lock().unwrap(),
    };
    let good = format!("Bearer token-{}", contents.token);
    if headers.get(header::AUTHORIZATION).is_none_or(|given| given != good.as_str()) {
        return refused(401, "InvalidAuthenticationToken");
    }
    let value = match (method, uri.path()) {
        (Method::POST, "/beta/$batch") => contents.batch(&body),
        (Method::GET, "/beta/auditLogs/signIns") => contents.page_of_sign_ins(&url, &uri),
        (Method::GET, path) => contents.object(&url, path, &uri),
        _ => None,
    };
    let Some(mut value) = value else { return refused(404, "Request_ResourceNotFound") };
    match whim {
        Some(Whim::Astray) => value["@odata.nextLink"] = json!("https://graph.example.org/x"),
        Some(Whim::Circle) => value["@odata.nextLink"] = json!(format!("{url}{uri}")),
        _ => {}
    }
    let text = value.to_string();
    match whim {
        Some(Whim::Cut) => text[..text.len() / 2].to_owned().into_response(),
        Some(Whim::Break) => {
            let half = text[..text.len() / 2].to_owned();
            ([(header::CONTENT_LENGTH, text.len().to_string())], half).into_response()
        }
        _ => text.into_response(),
    }
}

fn later(status: u16, after: Option<u32>) -> Response {
    let status = StatusCode::from_u16(status).unwrap();
    match after {
        Some(after) => (status, [(header::RETRY_AFTER, after.to_string())]).into_response(),
        None => status.into_response(),
    }
}

fn refused(status: u16, code: &str) -> Response {
    let words = json!({"error": {"code": code, "message": "some words"}});
    (StatusCode::from_u16(status).unwrap(), words.to_string()).into_response()
}

fn granted(contents: &mut Contents, uri: &Uri, body: &[u8]) -> Response {
    let form: HashMap<String, String> = url::form_urlencoded::parse(body).into_owned().collect();
    let is_good = form["grant_type"] == "client_credentials"
        && form["client_id"] == CLIENT
        && form["client_secret"] == SECRET
        && form["scope"].ends_with("/.default")
        && uri.path() == format!("/{DIRECTORY}/oauth2/v2.0/token");
    if !is_good {
        let words = "AADSTS7000215: Invalid client secret provided.";
        let words = json!({"error": "invalid_client", "error_description": words});
        return (StatusCode::UNAUTHORIZED, words.to_string()).into_response();
    }
    contents.token += 1;
    let token = format!("token-{}", contents.token);
    json!({"token_type": "Bearer", "expires_in": contents.lasts, "access_token": token})
        .to_string()
        .into_response()
}

impl Contents {
    /// What happens now at a path.
    fn whim(&mut self, path: &str) -> Option<Whim> {
        if let Some((_, whim)) = self.always.iter().find(|(begin, _)| path.starts_with(**begin)) {
            return Some(whim.clone());
        }
        for (begin, left, _) in &mut self.whims {
            if path.starts_with(*begin) {
                *left = left.saturating_sub(1);
            }
        }
        let due =
            self.whims.iter().position(|(begin, left, _)| path.starts_with(*begin) && *left == 0);
        due.map(|at| self.whims.remove(at).2)
    }

    /// A page of sign-ins, the newest first. Without a filter for the kind there are interactive ones
    /// only, as the real one has it.
    fn page_of_sign_ins(&self, url: &str, uri: &Uri) -> Option<Value> {
        let query: HashMap<String, String> =
            url::form_urlencoded::parse(uri.query()?.as_bytes()).into_owned().collect();
        let (kind, from, at) = match query.get("$skiptoken") {
            Some(token) => {
                let mut parts = token.split('|');
                let (kind, from) = (parts.next()?.to_owned(), parts.next()?.to_owned());
                (kind, from, parts.next()?.parse().ok()?)
            }
            None => {
                assert!(query["$top"].parse::<u32>().unwrap() <= 1000, "{query:?}");
                let filter = query.get("$filter")?;
                let from = filter.split("createdDateTime ge ").nth(1)?.split(' ').next()?;
                let kind = filter.split("t eq '").nth(1)?.split('\'').next();
                (kind.unwrap_or("interactiveUser").to_owned(), from.to_owned(), 0)
            }
        };
        let mut rows: Vec<&Value> =
            self.sign_ins.get(kind.as_str()).into_iter().flatten().collect();
        rows.retain(|row| {
            row["createdDateTime"].as_str().unwrap() >= from.trim_end_matches(".000000Z")
        });
        rows.sort_by_key(|row| std::cmp::Reverse(row["createdDateTime"].as_str().unwrap()));
        let page: Vec<&Value> = rows.iter().skip(at).take(self.page).copied().collect();
        let mut value = json!({"@odata.context": "x", "value": page});
        if at + self.page < rows.len() {
            let token = format!("{kind}|{from}|{}", at + self.page);
            let path = "/beta/auditLogs/signIns";
            value["@odata.nextLink"] = json!(format!("{url}{path}?$skiptoken={token}"));
        }
        Some(value)
    }

    /// A list by pages of three, or a single object.
    fn object(&self, url: &str, path: &str, uri: &Uri) -> Option<Value> {
        let found = self.objects.get(path)?;
        let Some(rows) = found.as_array() else { return Some(found.clone()) };
        let at: usize =
            uri.query().and_then(|it| it.split("$skiptoken=").nth(1)?.parse().ok()).unwrap_or(0);
        let page: Vec<&Value> = rows.iter().skip(at).take(3).collect();
        let mut value = json!({"@odata.context": "x", "value": page});
        if at + 3 < rows.len() {
            value["@odata.nextLink"] = json!(format!("{url}{path}?$skiptoken={}", at + 3));
        }
        Some(value)
    }

    /// Answers of many questions, in another order than asked; the first of all is put off once.
    fn batch(&mut self, body: &[u8]) -> Option<Value> {
        let asked: Value = serde_json::from_slice(body).unwrap();
        let asked = asked["requests"].as_array().unwrap();
        assert!(asked.len() <= 20, "{}", asked.len());
        let mut answers = Vec::new();
        for one in asked.iter().rev() {
            let account = one["url"].as_str()?.split('/').nth(2)?;
            let account = percent_encoding::percent_decode_str(account).decode_utf8().ok()?;
            let state = self.states.get(account.as_ref()).copied();
            answers.push(match state {
                Some("put off once") => {
                    self.states.insert(account.into_owned(), "enforced");
                    json!({"id": one["id"], "status": 429, "headers": {"Retry-After": "0"}})
                }
                Some(state) => {
                    json!({"id": one["id"], "status": 200, "body": {"perUserMfaState": state}})
                }
                None => json!({"id": one["id"], "status": 404, "body": {"error": {"code": "x"}}}),
            });
        }
        Some(json!({"responses": answers}))
    }
}

/// A sign-in at the portal.
pub fn sign_in(number: u32, kind: &str, time: &str, mfa: bool) -> Value {
    let alone = matches!(kind, "servicePrincipal" | "managedIdentity");
    let user =
        if alone { String::new() } else { format!("00000000-0000-4000-8000-{:012}", number % 5) };
    let requirement = if mfa { "multiFactorAuthentication" } else { "singleFactorAuthentication" };
    json!({
        "id": format!("20000000-0000-4000-8000-{number:012}"),
        "createdDateTime": time,
        "userId": user,
        "userPrincipalName": if alone { String::new() } else { format!("u{}@contoso.example", number % 5) },
        "servicePrincipalId": if alone { "30000000-0000-4000-8000-000000000001" } else { "" },
        "signInEventTypes": [kind],
        "appId": "60a00bf2-0644-4279-83b3-87ddf96f2509",
        "resourceId": super::sample::PORTAL,
        "ipAddress": "192.0.2.7",
        "status": {"errorCode": 0},
        "authenticationRequirement": requirement,
    })
}
