//! Somebody who writes and repeats what was not acknowledged, always under the same key; and what must
//! be there afterwards: all of it, once.

use std::io;

use serde_json::{Value as Json, json};

use crate::http::{Answer, ask};
use crate::people::{Case, Tokens};
use crate::served::Served;

/// What a writer does next.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Next {
    /// Opens a case of its own.
    Open,
    /// Says something in it.
    Say,
    /// Announces a file for the case that all share.
    Begin,
    /// Sends its bytes to this upload.
    Send(String),
    /// Ends this upload.
    Finish(String),
    /// Names the file as evidence.
    Name(String),
}

/// A request.
struct Request {
    line: String,
    fields: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

/// Somebody who writes.
#[derive(Debug)]
pub(crate) struct Writer {
    name: String,
    token: String,
    case: String,
    /// The day that evidence is of.
    day: String,
    next: Next,
    /// What is acknowledged of words and files: their names in order.
    done: Vec<String>,
}

impl Writer {
    /// One that opens a case and talks.
    pub(crate) fn talker(name: &str, tokens: &Tokens) -> Self {
        Self::of(name, tokens, ("", ""), Next::Open)
    }

    /// One that hands in evidence to a case.
    pub(crate) fn sender(name: &str, tokens: &Tokens, case: &Case) -> Self {
        Self::of(name, tokens, (&case.id, &case.day), Next::Begin)
    }

    fn of(name: &str, tokens: &Tokens, (case, day): (&str, &str), next: Next) -> Self {
        Self {
            name: name.to_owned(),
            token: tokens.publisher.clone(),
            case: case.to_owned(),
            day: day.to_owned(),
            next,
            done: Vec::new(),
        }
    }

    /// How many words and files were acknowledged.
    pub(crate) fn acknowledged(&self) -> usize {
        self.done.len()
    }

    /// The name of what is written now.
    fn now(&self) -> String {
        format!("{}-{}", self.name, self.done.len())
    }

    fn content(name: &str) -> Vec<u8> {
        format!("What {name} shows.\n").repeat(500).into_bytes()
    }

    /// A request with JSON under a key that is always the same for the same deed.
    fn keyed(&self, path: &str, what: &str, body: &Json) -> Request {
        Request {
            line: format!("POST {path}"),
            fields: vec![
                ("Content-Type", "application/json".to_owned()),
                ("Idempotency-Key", format!("{what}-{}", self.now())),
            ],
            body: body.to_string().into_bytes(),
        }
    }

    fn request(&self, address: &str) -> io::Result<Request> {
        let (now, case) = (self.now(), format!("/api/v1/cases/{}", self.case));
        Ok(match &self.next {
            Next::Open => {
                let app = json!({"id": self.name, "name": self.name, "publisher": "Fabrikam"});
                let body = json!({"app": app, "framework": "small-team-baseline"});
                self.keyed("/api/v1/cases", "open", &body)
            }
            Next::Say => {
                let said = json!({"about": "case", "visibility": "shared", "words": now});
                self.keyed(&format!("{case}/acts"), "say", &json!({"act": "say", "said": said}))
            }
            Next::Begin => {
                let size = Self::content(&now).len();
                let body = json!({"name": format!("{now}.txt"), "size_bytes": size});
                self.keyed(&format!("{case}/uploads"), "begin", &body)
            }
            Next::Send(upload) => self.piece(address, &format!("{case}/uploads/{upload}"))?,
            Next::Finish(upload) => {
                let path = format!("{case}/uploads/{upload}/finish");
                Request { body: Vec::new(), ..self.keyed(&path, "finish", &Json::Null) }
            }
            Next::Name(file) => {
                let file: Json = serde_json::from_str(file).expect("a file");
                let piece = json!({
                    "file": file, "kind": "record", "form": "document",
                    "captured_on": self.day, "targets": [{"control": "BASE-ACC-02"}],
                });
                let body = json!({"act": "add_evidence", "piece": piece});
                self.keyed(&format!("{case}/acts"), "name", &body)
            }
        })
    }

    /// The bytes that are not there yet, as somebody sends them who does not know what arrived.
    fn piece(&self, address: &str, upload: &str) -> io::Result<Request> {
        let state = self.send(
            address,
            &Request { line: format!("GET {upload}"), fields: Vec::new(), body: Vec::new() },
        )?;
        let there = if state.is_done() { state.json()["offset"].as_u64() } else { None };
        let there = there.unwrap_or_default();
        let rest = Self::content(&self.now()).split_off(usize::try_from(there).expect("small"));
        Ok(Request {
            line: format!("PATCH {upload}"),
            fields: vec![
                ("Upload-Offset", there.to_string()),
                ("Content-Type", "application/octet-stream".to_owned()),
            ],
            body: rest,
        })
    }

    fn send(&self, address: &str, request: &Request) -> io::Result<Answer> {
        let bearer = format!("Bearer {}", self.token);
        let mut fields = vec![("Authorization", bearer.as_str())];
        fields.extend(request.fields.iter().map(|(name, value)| (*name, value.as_str())));
        ask(address, &request.line, &fields, &request.body)
    }

    /// Does what comes next, or repeats it if it was not acknowledged. An answer that is no
    /// acknowledgement leaves it to be repeated.
    pub(crate) fn step(&mut self, address: &str) -> io::Result<Answer> {
        let request = self.request(address)?;
        let answer = self.send(address, &request)?;
        if answer.is_done() {
            self.settle(&answer);
        }
        Ok(answer)
    }

    fn settle(&mut self, answer: &Answer) {
        let text = |name: &str| answer.json()[name].as_str().expect("text").to_owned();
        self.next = match std::mem::replace(&mut self.next, Next::Say) {
            Next::Open => {
                self.case = text("case");
                Next::Say
            }
            Next::Say => {
                self.done.push(self.now());
                Next::Say
            }
            Next::Begin => Next::Send(text("id")),
            Next::Send(upload) => Next::Finish(upload),
            Next::Finish(_) => Next::Name(answer.text()),
            Next::Name(_) => {
                self.done.push(self.now());
                Next::Begin
            }
        };
    }

    /// Writes until something is not acknowledged; gives the answer, if there was one.
    pub(crate) fn run(&mut self, address: &str) -> Option<Answer> {
        loop {
            match self.step(address) {
                Ok(answer) if answer.is_done() => {}
                Ok(answer) => return Some(answer),
                Err(_) => return None,
            }
        }
    }

    /// Repeats what was not acknowledged until it is, and once more: the answer is the same.
    pub(crate) fn catch_up(&mut self, server: &Served) {
        let (next, done) = (self.next.clone(), self.done.len());
        let first = self.step(&server.address).expect("an answer");
        assert!(first.is_done(), "{next:?}: {} {}", first.status, first.text());
        if matches!(next, Next::Send(_)) {
            return;
        }
        let after = std::mem::replace(&mut self.next, next.clone());
        let named = self.done.split_off(done);
        let request = self.request(&server.address).expect("a request");
        let second = self.send(&server.address, &request).expect("an answer");
        assert_eq!((first.status, first.text()), (second.status, second.text()), "{next:?}");
        assert_eq!(second.field("idempotency-replayed"), "true", "{next:?}");
        self.next = after;
        self.done.extend(named);
    }

    /// Everything that was acknowledged is there once, in its order, and nothing else.
    pub(crate) fn assert_kept(&self, server: &Served) {
        if self.next == Next::Open {
            return;
        }
        let own = format!("{}-", self.name);
        let there = if self.next == Next::Say { self.words(server) } else { self.files(server) };
        let there: Vec<String> = there.into_iter().filter(|it| it.starts_with(&own)).collect();
        assert_eq!(there, self.done, "{} of {}", self.name, self.case);
    }

    fn words(&self, server: &Served) -> Vec<String> {
        let (mut words, mut after) = (Vec::new(), "0".to_owned());
        loop {
            let path = format!("/api/v1/cases/{}/record?limit=200&after={after}", self.case);
            let part = server.get(&self.token, &path).json();
            let entries = part["entries"].as_array().expect("entries");
            let said = entries.iter().filter(|entry| entry["kind"] == "say");
            let word = |entry: &Json| entry.pointer("/content/act/said/words").cloned();
            words.extend(said.filter_map(word).filter_map(|it| Some(it.as_str()?.to_owned())));
            match part["cursor"].as_str() {
                Some(cursor) => cursor.clone_into(&mut after),
                None => return words,
            }
        }
    }

    /// The names of the files; the bytes of the last one are those that were sent.
    fn files(&self, server: &Served) -> Vec<String> {
        let path = format!("/api/v1/cases/{}/evidence", self.case);
        let list = server.get(&self.token, &path).json();
        let files: Vec<&Json> =
            list["evidence"].as_array().expect("evidence").iter().map(|it| &it["file"]).collect();
        let name = |file: &&Json| file["name"].as_str().unwrap_or_default().replace(".txt", "");
        if let Some(last) = files.last() {
            let digest = last["digest"].as_str().expect("a digest");
            let path = format!("/api/v1/cases/{}/files/{digest}", self.case);
            let got = server.get(&self.token, &path);
            assert_eq!(got.body, Self::content(&name(last)), "{last}");
        }
        files.iter().map(name).collect()
    }
}
