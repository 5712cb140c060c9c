//! Microsoft Graph over HTTP: an application signs in, asks for pages, waits when it is told to.
//!
//! Read in this order:
//! - [`Access`]: who asks whom. [`Graph`]: asking.
//! - [`Trouble`]: why there is no answer. `token`: signing in. `wait`: how often, how long.

mod server;
mod token;
mod trouble;
mod wait;

use std::time::Duration;

use reqwest::header::{ACCEPT, CONTENT_TYPE, DATE, RETRY_AFTER};
use reqwest::redirect::Policy;
use reqwest::{Client, Method, Response, StatusCode};
use serde_json::value::RawValue;
use url::Url;

use crate::clock::Clock;
use crate::stop::Stop;
use token::Tokens;

pub(crate) use server::{client_id, directory_id, server};
pub(crate) use token::Secret;
pub(crate) use trouble::Trouble;
pub(crate) use wait::{Waits, asked_for};

/// The most bytes of an answer: 64 MiB. A page of 1,000 sign-ins has about 4 MiB.
const MOST_BYTES: usize = 64 << 20;

/// How long a connection may take, and how long an answer may be silent.
const CONNECT: Duration = Duration::from_secs(30);
const SILENCE: Duration = Duration::from_secs(120);

/// Who asks whom.
#[derive(Debug, Clone)]
pub(crate) struct Access {
    /// The directory, by its id or one of its domains.
    pub(crate) directory_id: String,
    /// The application that asks.
    pub(crate) client_id: String,
    /// What it signs in with.
    pub(crate) secret: Secret,
    /// The server that is asked.
    pub(crate) graph: Url,
    /// The server that it signs in at.
    pub(crate) login: Url,
}

/// A server of Microsoft Graph, and an application that asks it.
pub(crate) struct Graph {
    client: Client,
    server: Url,
    tokens: Tokens,
}

/// An answer that cannot be used.
enum Failed {
    /// Asking again is no use.
    ForGood(Trouble),
    /// Asking again may help; the server may say when.
    ForNow(Trouble, Option<Duration>),
    /// The token is not taken any more.
    Token,
}

impl Graph {
    /// Prepares for asking. Nobody is asked yet.
    pub(crate) fn new(access: Access, clock: Clock) -> Result<Self, Stop> {
        let client = Client::builder()
            .user_agent(concat!("attestor/", env!("CARGO_PKG_VERSION")))
            .connect_timeout(CONNECT)
            .read_timeout(SILENCE)
            // Neither token nor secret goes to a server that was not named.
            .redirect(Policy::none())
            .build()
            .map_err(|error| Stop::Failure(format!("cannot prepare for HTTPS: {error}")))?;
        let server = access.graph.clone();
        Ok(Self { client, server, tokens: Tokens::new(access, clock) })
    }

    /// Signs in, if that was not done yet.
    pub(crate) async fn sign_in(&mut self) -> Result<(), Trouble> {
        let mut waits = Waits::new();
        loop {
            let (trouble, after) = match self.tokens.current(&self.client).await {
                Ok(_) => return Ok(()),
                Err(Failed::ForNow(trouble, after)) => (trouble, after),
                Err(Failed::ForGood(trouble)) => return Err(trouble),
                Err(Failed::Token) => return Err(Trouble::Login(String::new())),
            };
            if !waits.wait(&trouble, after).await {
                return Err(trouble);
            }
        }
    }

    /// The address of a path with a query.
    pub(crate) fn address(&self, path: &str, query: &[(&str, &str)]) -> Url {
        let mut url = self.server.clone();
        url.set_path(path);
        if !query.is_empty() {
            url.query_pairs_mut().extend_pairs(query);
        }
        url
    }

    /// The address that an answer names for what follows; only on the server that is asked, for the
    /// token goes there too.
    pub(crate) fn next(&self, link: &str) -> Result<Url, Trouble> {
        match self.server.join(link) {
            Ok(url) if url.origin() == self.server.origin() => Ok(url),
            Ok(url) => Err(Trouble::OtherServer(url.host_str().unwrap_or("?").to_owned())),
            Err(_) => Err(Trouble::NotAPage("its address of the next page is none".to_owned())),
        }
    }

    /// The JSON at an address. Waits and asks again as long as that may help.
    pub(crate) async fn get(&mut self, url: &Url) -> Result<Vec<u8>, Trouble> {
        self.ask(Method::GET, url, &[]).await
    }

    /// The JSON that answers a body of JSON.
    pub(crate) async fn post(&mut self, url: &Url, body: &[u8]) -> Result<Vec<u8>, Trouble> {
        self.ask(Method::POST, url, body).await
    }

    async fn ask(&mut self, method: Method, url: &Url, body: &[u8]) -> Result<Vec<u8>, Trouble> {
        let (mut waits, mut is_renewed) = (Waits::new(), false);
        loop {
            match self.once(method.clone(), url, body).await {
                Ok(answer) => return Ok(answer),
                Err(Failed::ForGood(trouble)) => return Err(trouble),
                Err(Failed::Token) if is_renewed => {
                    return Err(Trouble::Denied { status: 401, code: String::new() });
                }
                Err(Failed::Token) => {
                    is_renewed = true;
                    self.tokens.forget();
                }
                Err(Failed::ForNow(trouble, after)) => {
                    if !waits.wait(&trouble, after).await {
                        return Err(trouble);
                    }
                }
            }
        }
    }

    async fn once(&mut self, method: Method, url: &Url, body: &[u8]) -> Result<Vec<u8>, Failed> {
        let token = self.tokens.current(&self.client).await?;
        let mut request = self
            .client
            .request(method, url.clone())
            .bearer_auth(token)
            .header(ACCEPT, "application/json");
        if !body.is_empty() {
            request = request.header(CONTENT_TYPE, "application/json").body(body.to_vec());
        }
        let answer = request.send().await.map_err(|error| away(&error))?;
        let (status, after) = (answer.status(), retry_after(&answer));
        let bytes = bytes(answer).await;
        match status {
            StatusCode::OK => {
                let bytes = bytes?;
                match serde_json::from_slice::<&RawValue>(&bytes) {
                    Ok(_) => Ok(bytes),
                    Err(error) => Err(Failed::ForNow(Trouble::NotAPage(error.to_string()), None)),
                }
            }
            StatusCode::UNAUTHORIZED => Err(Failed::Token),
            _ => Err(trouble::of(status, &bytes.unwrap_or_default(), after)),
        }
    }
}

/// What a connection that broke means.
fn away(error: &reqwest::Error) -> Failed {
    let why = if error.is_timeout() {
        "it did not answer in time".to_owned()
    } else {
        // The innermost words tell the most; the outer ones would repeat the address.
        let mut cause: &dyn std::error::Error = error;
        while let Some(inner) = cause.source() {
            cause = inner;
        }
        cause.to_string()
    };
    Failed::ForNow(Trouble::Away(why), None)
}

/// How long the server asks to wait.
fn retry_after(answer: &Response) -> Option<Duration> {
    let field = |name| answer.headers().get(name)?.to_str().ok();
    asked_for(field(RETRY_AFTER)?, field(DATE))
}

/// The body of an answer, up to a bound.
async fn bytes(mut answer: Response) -> Result<Vec<u8>, Failed> {
    let mut bytes = Vec::new();
    while let Some(piece) = answer.chunk().await.map_err(|error| away(&error))? {
        if bytes.len() + piece.len() > MOST_BYTES {
            return Err(Failed::ForGood(Trouble::TooLarge));
        }
        bytes.extend_from_slice(&piece);
    }
    Ok(bytes)
}
