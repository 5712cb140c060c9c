//! From texts to values within their bounds.

use std::path::{Path, PathBuf};
use std::time::Duration;

use axum::http::Uri;
use lettre::message::Mailbox;
use lettre::{AsyncSmtpTransport, Tokio1Executor};

use super::key::Key;
use super::sources::Given;
use super::{Config, Secret, secret_in};

/// The most seconds of a setting.
const HOUR: u64 = 60 * 60;

/// The form of the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LogFormat {
    /// Lines for people.
    Text,
    /// One JSON object a line.
    Json,
}

/// Which machines may be asked whether addresses in portals lead somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LinkCheck {
    /// None.
    Off,
    /// Those with addresses of the Internet.
    Public,
    /// Any, also those of one's own network.
    Any,
}

/// The least important events that the log has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LogLevel {
    /// Only what needs a person.
    Error,
    /// And what may need one.
    Warn,
    /// And every request.
    Info,
    /// And what helps to find a fault.
    Debug,
    /// Everything.
    Trace,
}

impl LogLevel {
    /// The level's word.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warn => "warn",
            Self::Info => "info",
            Self::Debug => "debug",
            Self::Trace => "trace",
        }
    }
}

/// Reads values and gathers what is wrong with them.
pub(super) struct Reader<'a> {
    given: &'a [Given],
    faults: &'a mut Vec<String>,
}

impl<'a> Reader<'a> {
    /// A reader of what was given.
    pub(super) fn new(given: &'a [Given], faults: &'a mut Vec<String>) -> Self {
        Self { given, faults }
    }

    /// All settings; `None` where one that must be there is not or is wrong.
    pub(super) fn config(&mut self) -> Option<Config> {
        // All are read before the first one that is wrong ends it, so that all faults are told.
        let listen = self.value(Key::Listen, listen);
        let data_dir = self.value(Key::DataDir, folder);
        let database = self.value(Key::Database, |text| Ok(Secret(text.to_owned())));
        let database_file = self.value(Key::DatabaseFile, |path| secret_in(Path::new(path)));
        let public_url = self.value(Key::PublicUrl, public_url);
        let contact = self.value(Key::Contact, contact);
        let log_format = self.value(Key::LogFormat, log_format);
        let log_level = self.value(Key::LogLevel, log_level);
        let request_timeout = self.value(Key::RequestTimeout, |text| seconds(text, 1));
        let header_timeout = self.value(Key::HeaderTimeout, |text| seconds(text, 1));
        let max_body = self.value(Key::MaxBody, |text| count(text, 1024, 1 << 30));
        let max_upload = self.value(Key::MaxUpload, |text| count(text, 1024, 1 << 32));
        let evidence_url = self.value(Key::EvidenceUrl, store_url);
        let evidence_key = self.value(Key::EvidenceKey, |text| Ok(Secret(text.to_owned())));
        let evidence_key_file = self.value(Key::EvidenceKeyFile, folder);
        let lake = self.value(Key::Lake, store_url);
        let clamd = self.value(Key::Clamd, |text| Ok(text.to_owned()));
        let smtp_url = self.value(Key::SmtpUrl, smtp_url);
        let mail_from = self.value(Key::MailFrom, mail_from);
        let link_check = self.value(Key::LinkCheck, link_check);
        let catalogs = self.value(Key::Catalogs, folder);
        self.both(Key::SmtpUrl, Key::MailFrom);
        let max_connections = self.value(Key::MaxConnections, |text| count(text, 1, 65_536));
        let grace = self.value(Key::Grace, |text| seconds(text, 0));
        Some(Config {
            listen: listen?,
            data_dir: data_dir?,
            database: database.or(database_file),
            public_url,
            contact,
            log_format: log_format?,
            log_level: log_level?,
            request_timeout: request_timeout?,
            header_timeout: header_timeout?,
            max_body: max_body?,
            max_upload: max_upload?,
            evidence_url,
            evidence_key,
            evidence_key_file,
            lake,
            clamd,
            smtp_url,
            mail_from,
            link_check: link_check?,
            catalogs,
            max_connections: max_connections?,
            grace: grace?,
        })
    }

    /// Two settings that are of no use without each other.
    fn both(&mut self, one: Key, other: Key) {
        let origin = |key: Key| self.given.iter().find(|it| it.key == key).map(|it| &it.origin);
        let (there, missing) = match (origin(one), origin(other)) {
            (Some(origin), None) => ((origin, one), other),
            (None, Some(origin)) => ((origin, other), one),
            (Some(_), Some(_)) | (None, None) => return,
        };
        let ((origin, there), missing) = ((there.0, there.1.name()), missing.name());
        self.faults.push(format!("{origin}: `{there}` is set and `{missing}` is not"));
    }

    fn value<T>(&mut self, key: Key, read: impl Fn(&str) -> Result<T, String>) -> Option<T> {
        let given = self.given.iter().find(|one| one.key == key)?;
        match read(&given.text) {
            Ok(value) => Some(value),
            Err(words) => {
                let (name, shown) = (key.name(), given.shown().escape_debug());
                self.faults.push(format!("{}: `{name}` is `{shown}`: {words}", given.origin));
                None
            }
        }
    }
}

fn listen(text: &str) -> Result<String, String> {
    let port = text.rsplit_once(':').filter(|(host, _)| !host.is_empty());
    match port.map(|(_, port)| port.parse::<u16>()) {
        Some(Ok(_)) => Ok(text.to_owned()),
        _ => Err("a host and a port are wanted, as 127.0.0.1:8080 or [::1]:8080".to_owned()),
    }
}

fn folder(text: &str) -> Result<PathBuf, String> {
    if text.is_empty() { Err("a folder is wanted".to_owned()) } else { Ok(PathBuf::from(text)) }
}

fn public_url(text: &str) -> Result<String, String> {
    let wanted = || "an address is wanted, as https://catalog.example.org".to_owned();
    let uri: Uri = text.parse().map_err(|_| wanted())?;
    let is_web = matches!(uri.scheme_str(), Some("http" | "https"));
    let host = uri.authority().is_some_and(|host| !host.as_str().contains('@'));
    let bare = uri.query().is_none() && !text.contains(['#', '"', '<', '>']);
    if !(is_web && host && bare) {
        return Err(wanted());
    }
    if uri.path() != "/" {
        return Err("the site stands at the root of its host; leave the path out".to_owned());
    }
    Ok(text.trim_end_matches('/').to_owned())
}

/// The address of an object store, which may hold no secret: those come from the environment.
fn store_url(text: &str) -> Result<String, String> {
    let known = ["s3://", "az://", "azure://", "file://"];
    if known.iter().any(|scheme| text.starts_with(scheme)) && !text.contains('@') {
        return Ok(text.to_owned());
    }
    Err("s3://bucket/prefix, az://container/prefix or file:///folder is wanted".to_owned())
}

fn contact(text: &str) -> Result<String, String> {
    let is_known = text.starts_with("mailto:") || text.starts_with("https://");
    let is_one_word = text.chars().all(|letter| letter.is_ascii_graphic());
    if is_known && is_one_word && !text.ends_with([':', '/']) {
        return Ok(text.to_owned());
    }
    Err("mailto:security@example.org or an https:// address is wanted".to_owned())
}

/// The address of a mail server. It may hold a password, so nothing of it is told.
fn smtp_url(text: &str) -> Result<Secret, String> {
    let wanted = || {
        let one = "smtps://user:password@mail.example.org";
        format!("{one} or smtp://mail.example.org:587?tls=required is wanted")
    };
    let url = url::Url::parse(text).map_err(|_| wanted())?;
    let is_mail = matches!(url.scheme(), "smtp" | "smtps") && url.host_str().is_some();
    if !is_mail || AsyncSmtpTransport::<Tokio1Executor>::from_url(text).is_err() {
        return Err(wanted());
    }
    Ok(Secret(text.to_owned()))
}

fn mail_from(text: &str) -> Result<String, String> {
    match text.parse::<Mailbox>() {
        Ok(_) => Ok(text.to_owned()),
        Err(_) => Err("an address is wanted, as attestor@example.org".to_owned()),
    }
}

fn link_check(text: &str) -> Result<LinkCheck, String> {
    match text {
        "off" => Ok(LinkCheck::Off),
        "public" => Ok(LinkCheck::Public),
        "any" => Ok(LinkCheck::Any),
        _ => Err("one of off, public, any is wanted".to_owned()),
    }
}

fn log_format(text: &str) -> Result<LogFormat, String> {
    match text {
        "text" => Ok(LogFormat::Text),
        "json" => Ok(LogFormat::Json),
        _ => Err("one of text, json is wanted".to_owned()),
    }
}

fn log_level(text: &str) -> Result<LogLevel, String> {
    match text {
        "error" => Ok(LogLevel::Error),
        "warn" => Ok(LogLevel::Warn),
        "info" => Ok(LogLevel::Info),
        "debug" => Ok(LogLevel::Debug),
        "trace" => Ok(LogLevel::Trace),
        _ => Err("one of error, warn, info, debug, trace is wanted".to_owned()),
    }
}

/// Whole seconds; the least and an hour count.
fn seconds(text: &str, least: u64) -> Result<Duration, String> {
    match text.parse::<u64>() {
        Ok(number) if (least..=HOUR).contains(&number) => Ok(Duration::from_secs(number)),
        _ => Err(format!("whole seconds from {least} to {HOUR} are wanted")),
    }
}

/// A whole number; both bounds count.
fn count(text: &str, least: usize, most: usize) -> Result<usize, String> {
    match text.parse::<usize>() {
        Ok(number) if (least..=most).contains(&number) => Ok(number),
        _ => Err(format!("a whole number from {least} to {most} is wanted")),
    }
}
