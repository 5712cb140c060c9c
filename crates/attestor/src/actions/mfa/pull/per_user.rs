//! Per-user settings, which the server gives account by account: twenty of them in one question.

use std::collections::HashMap;
use std::time::Duration;

use serde::Deserialize;
use serde_json::json;

use super::facts::segment;
use crate::graph::{Graph, Trouble, Waits, asked_for};

/// The most questions in one.
const AT_ONCE: usize = 20;

#[derive(Deserialize)]
struct Answers {
    responses: Vec<Answer>,
}

#[derive(Deserialize)]
struct Answer {
    id: String,
    status: u16,
    #[serde(default)]
    headers: HashMap<String, String>,
    #[serde(default)]
    body: Option<Body>,
}

impl Answer {
    /// How long the server asks to wait.
    fn after(&self) -> Option<Duration> {
        let field = |wanted: &str| {
            let mut fields = self.headers.iter();
            fields
                .find(|(name, _)| name.eq_ignore_ascii_case(wanted))
                .map(|(_, text)| text.as_str())
        };
        asked_for(field("retry-after")?, field("date"))
    }
}

#[derive(Default, Deserialize)]
struct Body {
    #[serde(default, rename = "perUserMfaState")]
    state: Option<String>,
    #[serde(default)]
    error: Option<Word>,
}

#[derive(Deserialize)]
struct Word {
    #[serde(default)]
    code: String,
}

/// The settings of accounts, one fact a line.
pub(super) async fn per_user_states(
    graph: &mut Graph,
    accounts: &[String],
) -> Result<String, Trouble> {
    let mut text = String::new();
    for some in accounts.chunks(AT_ONCE) {
        let mut open: Vec<&String> = some.iter().collect();
        let mut waits = Waits::new();
        while !open.is_empty() {
            let mut later = Later::default();
            for answer in answers(graph, &open).await? {
                let account = answer.id.parse().ok().and_then(|at: usize| open.get(at).copied());
                let Some(account) = account else { continue };
                take(answer, account, &mut text, &mut later)?;
            }
            let busy = Trouble::Busy { status: 429 };
            if !later.accounts.is_empty() && !waits.wait(&busy, later.after).await {
                return Err(busy);
            }
            open = later.accounts;
        }
    }
    Ok(text)
}

/// The accounts that the server puts off, and for how long.
#[derive(Default)]
struct Later<'a> {
    accounts: Vec<&'a String>,
    after: Option<Duration>,
}

fn take<'a>(
    answer: Answer,
    account: &'a String,
    text: &mut String,
    later: &mut Later<'a>,
) -> Result<(), Trouble> {
    let after = answer.after();
    let body = answer.body.unwrap_or_default();
    match (answer.status, body.state) {
        (200, Some(state)) => {
            let fact = json!({"userId": account, "perUserMfaState": state});
            text.push_str(&format!("{fact}\n"));
        }
        // The account went away in between.
        (404, _) => {}
        (429 | 503 | 504, _) => {
            later.accounts.push(account);
            later.after = later.after.max(after);
        }
        (status, _) => {
            let code = body.error.map(|word| word.code).unwrap_or_default();
            return Err(Trouble::denied(status, &code));
        }
    }
    Ok(())
}

async fn answers(graph: &mut Graph, asked: &[&String]) -> Result<Vec<Answer>, Trouble> {
    let requests: Vec<_> = (0..)
        .zip(asked)
        .map(|(at, account): (usize, &&String)| {
            let url = format!("/users/{}/authentication/requirements", segment(account));
            json!({"id": at.to_string(), "method": "GET", "url": url})
        })
        .collect();
    let body = json!({"requests": requests}).to_string();
    let url = graph.address("beta/$batch", &[]);
    let bytes = graph.post(&url, body.as_bytes()).await?;
    let read: Result<Answers, _> = serde_json::from_slice(&bytes);
    read.map(|answers| answers.responses).map_err(|error| Trouble::NotAPage(error.to_string()))
}
