//! One record after the other to events.

use std::borrow::Cow;

use serde::Deserialize;
use serde::de::value::{BorrowedStrDeserializer, MapDeserializer, StringDeserializer};
use serde::de::{Deserializer as _, IntoDeserializer};
use serde_json::error::Category;

use super::convert::{self, Frame};
use super::record::{Envelope, PartnerRequest, Request, SignIn};
use super::total::{RawAppTotal, RawPrincipalTotal};
use super::value::Names;
use super::{Body, Reason, Row, SourceKind};
use crate::mfa::event::Event;
use crate::mfa::rule::MfaRule;

/// Turns records into events. The first record tells which log it is; a record that does not fit
/// is looked at anew, so that a stream may change from one log to another.
#[derive(Debug, Clone)]
pub struct Reader<'r> {
    rule: &'r MfaRule,
    kind: Option<SourceKind>,
}

impl<'r> Reader<'r> {
    /// A reader that does not know the log yet.
    #[must_use]
    pub const fn new(rule: &'r MfaRule) -> Self {
        Self { rule, kind: None }
    }

    /// The log that was read last; `None` before the first event.
    #[must_use]
    pub const fn kind(&self) -> Option<SourceKind> {
        self.kind
    }

    /// Reads one record.
    ///
    /// # Errors
    /// Why the record gives no event; reading can go on with the next.
    pub fn read<'a>(&mut self, body: &Body<'a>) -> Result<Event<'a>, Reason> {
        if let Some(kind) = self.kind {
            match self.read_as(kind, body) {
                Ok(event) => return Ok(event),
                Err(reason) if detect(body) == Ok(kind) => return Err(reason),
                Err(_) => {}
            }
        }
        let kind = detect(body)?;
        let event = self.read_as(kind, body)?;
        self.kind = Some(kind);
        Ok(event)
    }

    /// Reads one record as one of a certain log.
    ///
    /// # Errors
    /// Why the record gives no event.
    pub fn read_as<'a>(&self, kind: SourceKind, body: &Body<'a>) -> Result<Event<'a>, Reason> {
        let bytes = match body {
            Body::Json(bytes) => bytes,
            Body::Row(row) => row.bytes,
        };
        let frame = Frame { kind, rule: self.rule, bytes };
        match kind {
            SourceKind::GraphSignIn | SourceKind::LogAnalytics => {
                convert::sign_in(form::<SignIn<'a>>(body)?, frame)
            }
            SourceKind::AzureMonitor => convert::envelope(form::<Envelope<'a>>(body)?, frame),
            SourceKind::PartnerRequests => {
                convert::partner(form::<PartnerRequest<'a>>(body)?, frame)
            }
            SourceKind::Requests => convert::request(form::<Request<'a>>(body)?, frame),
            SourceKind::PartnerPrincipals => Err(form::<RawPrincipalTotal<'a>>(body)?
                .read()
                .map_or_else(|it| it, Reason::Totals)),
            SourceKind::PartnerSummary => {
                Err(form::<RawAppTotal<'a>>(body)?.read().map_or_else(|it| it, Reason::Totals))
            }
        }
    }
}

/// Which log a record is of, by the names at its top.
///
/// # Errors
/// That the record cannot be read at all, or is of no known log.
pub fn detect(body: &Body<'_>) -> Result<SourceKind, Reason> {
    let mut seen = Seen::default();
    match body {
        Body::Json(bytes) => {
            let text = str::from_utf8(bytes).map_err(|_| Reason::NotUtf8)?;
            let mut json = serde_json::Deserializer::from_str(text);
            let names = json.deserialize_map(Names(|name: &str| seen.see(name)));
            names.and_then(|()| json.end()).map_err(|error| reason(&error))?;
        }
        Body::Row(row) => row.header.0.iter().for_each(|name| seen.see(name)),
    }
    seen.kind().ok_or(Reason::UnknownShape)
}

/// Which of the telling names a record has.
#[derive(Default)]
struct Seen {
    names: u32,
}

/// Names that tell logs apart, in lower case; their place is their bit.
const TELLING: [&str; 12] = [
    "properties",
    "category",
    "createddatetime",
    "timegenerated",
    "requestdatetime",
    "mfacompliant",
    "lastnonmfacompliantrequestdatetime",
    "lastnonmfacompliantlogindatetime",
    "mfacompliantrequestcount",
    "time",
    "appid",
    "id",
];

impl Seen {
    fn see(&mut self, name: &str) {
        let at = TELLING.iter().position(|known| known.eq_ignore_ascii_case(name));
        self.names |= at.map_or(0, |at| 1 << at);
    }

    fn has(&self, name: &str) -> bool {
        let at = TELLING.iter().position(|known| *known == name);
        at.is_some_and(|at| self.names & 1 << at != 0)
    }

    fn kind(&self) -> Option<SourceKind> {
        let rows = [
            (self.has("properties"), SourceKind::AzureMonitor),
            (self.has("timegenerated"), SourceKind::LogAnalytics),
            (self.has("lastnonmfacompliantrequestdatetime"), SourceKind::PartnerPrincipals),
            (self.has("lastnonmfacompliantlogindatetime"), SourceKind::PartnerPrincipals),
            (self.has("mfacompliantrequestcount"), SourceKind::PartnerSummary),
            (self.has("requestdatetime"), SourceKind::PartnerRequests),
            (self.has("createddatetime") && self.has("appid"), SourceKind::GraphSignIn),
            (self.has("createddatetime") && self.has("id"), SourceKind::GraphSignIn),
            (self.has("time"), SourceKind::Requests),
        ];
        rows.into_iter().find(|(found, _)| *found).map(|(_, kind)| kind)
    }
}

/// Reads a record into one of the forms.
pub(in crate::mfa) fn form<'a, T: Deserialize<'a>>(body: &Body<'a>) -> Result<T, Reason> {
    match body {
        Body::Json(bytes) => {
            let text = str::from_utf8(bytes).map_err(|_| Reason::NotUtf8)?;
            serde_json::from_str(text).map_err(|error| reason(&error))
        }
        Body::Row(row) => from_row(*row),
    }
}

fn from_row<'a, T: Deserialize<'a>>(row: Row<'a>) -> Result<T, Reason> {
    let cells = row.cells().ok_or(Reason::NotUtf8)?;
    let cells = cells.into_iter().map(|(name, cell)| (name, Cell(cell)));
    T::deserialize(MapDeserializer::new(cells)).map_err(|error: serde_json::Error| reason(&error))
}

/// A cell as a value: a text, borrowed if it can be.
struct Cell<'a>(Cow<'a, str>);

impl<'a> IntoDeserializer<'a, serde_json::Error> for Cell<'a> {
    type Deserializer = CellDeserializer<'a>;

    fn into_deserializer(self) -> CellDeserializer<'a> {
        CellDeserializer(self.0)
    }
}

struct CellDeserializer<'a>(Cow<'a, str>);

impl<'de> serde::Deserializer<'de> for CellDeserializer<'de> {
    type Error = serde_json::Error;

    fn deserialize_any<V: serde::de::Visitor<'de>>(
        self,
        visitor: V,
    ) -> serde_json::Result<V::Value> {
        match self.0 {
            Cow::Borrowed(text) => BorrowedStrDeserializer::new(text).deserialize_any(visitor),
            Cow::Owned(text) => StringDeserializer::new(text).deserialize_any(visitor),
        }
    }

    fn deserialize_option<V: serde::de::Visitor<'de>>(
        self,
        visitor: V,
    ) -> serde_json::Result<V::Value> {
        if self.0.is_empty() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// What the parser has to say, as a reason.
fn reason(error: &serde_json::Error) -> Reason {
    let words = error.to_string();
    let words = words.get(..words.floor_char_boundary(200)).unwrap_or_default().to_owned();
    match error.classify() {
        Category::Eof => Reason::Cut,
        Category::Syntax | Category::Io => Reason::NotJson(words),
        Category::Data => match words.strip_prefix("duplicate field `").map(|it| it.split('`')) {
            Some(mut rest) => Reason::DuplicateKey(rest.next().unwrap_or_default().to_owned()),
            None => Reason::WrongType(words),
        },
    }
}
