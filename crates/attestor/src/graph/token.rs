//! Signing in with a secret, and the token that comes of it.

use std::fmt;

use reqwest::header::CONTENT_TYPE;
use reqwest::{Client, StatusCode};
use serde::Deserialize;
use url::Url;

use super::{Access, Failed, Trouble, away, bytes, retry_after, trouble};
use crate::clock::Clock;

/// What an application signs in with. It is never shown.
#[derive(Clone)]
pub(crate) struct Secret(String);

impl Secret {
    /// A secret, without the blanks around it; `None` where nothing is left.
    pub(crate) fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        (!text.is_empty()).then(|| Self(text.to_owned()))
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

/// How many seconds before its end a token is renewed.
const EARLY: u64 = 300;

/// The token, and how to get a new one.
pub(super) struct Tokens {
    access: Access,
    clock: Clock,
    /// The token, and the second from which a new one is asked for.
    token: Option<(String, u64)>,
}

/// What the server says of a new token.
#[derive(Deserialize)]
struct Granted {
    access_token: String,
    #[serde(default)]
    expires_in: u64,
}

impl Tokens {
    pub(super) fn new(access: Access, clock: Clock) -> Self {
        Self { access, clock, token: None }
    }

    /// A new token is asked for the next time.
    pub(super) fn forget(&mut self) {
        self.token = None;
    }

    /// The token; a new one where there is none or it ends soon.
    pub(super) async fn current(&mut self, client: &Client) -> Result<String, Failed> {
        let now = self.clock.now().seconds();
        match &self.token {
            Some((token, until)) if now < *until => Ok(token.clone()),
            Some(_) | None => {
                let granted = self.granted(client).await?;
                let lasts = granted.expires_in;
                // A token that lasts no longer than that is renewed at its half.
                let until = now.saturating_add(lasts.saturating_sub(EARLY).max(lasts / 2));
                self.token = Some((granted.access_token.clone(), until));
                Ok(granted.access_token)
            }
        }
    }

    async fn granted(&self, client: &Client) -> Result<Granted, Failed> {
        let answer = client
            .post(self.address())
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(self.form())
            .send()
            .await
            .map_err(|error| away(&error))?;
        let (status, after) = (answer.status(), retry_after(&answer));
        let bytes = bytes(answer).await;
        if status == StatusCode::OK {
            let bytes = bytes?;
            // What came is not told: it may hold a token.
            let wrong = |_| Failed::ForNow(Trouble::NotAPage("no token in it".to_owned()), None);
            return serde_json::from_slice(&bytes).map_err(wrong);
        }
        Err(trouble::of_login(status, &bytes.unwrap_or_default(), after))
    }

    fn address(&self) -> Url {
        let mut url = self.access.login.clone();
        url.set_path(&format!("{}/oauth2/v2.0/token", self.access.directory_id));
        url
    }

    fn form(&self) -> String {
        let scope = format!("{}.default", self.access.graph);
        url::form_urlencoded::Serializer::new(String::new())
            .append_pair("grant_type", "client_credentials")
            .append_pair("client_id", &self.access.client_id)
            .append_pair("client_secret", &self.access.secret.0)
            .append_pair("scope", &scope)
            .finish()
    }
}
