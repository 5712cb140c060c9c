//! `attestor config …`: the settings of the web server, shown and checked.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde_json::{Map, json};

use super::{Exit, Format, Out, Stop};
use crate::config::{Config, Given, Key, Sources};

/// What can be done with settings.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Prints every setting and where its value comes from; secrets are only said to be set.
    #[command(after_help = "Example:\n  attestor config show --config attestor.toml")]
    Show(Flags),
    /// Checks all settings and names each one that is wrong.
    #[command(after_help = "Example:\n  attestor config check --config attestor.toml")]
    Check(Flags),
}

/// The settings as flags. Each can be a variable, as `ATTESTOR_DATA_DIR`, or a line of the file.
#[derive(Debug, Args)]
pub(crate) struct Flags {
    /// The TOML file with settings [env: ATTESTOR_CONFIG] [default: attestor.toml in the data
    /// folder, if it is there].
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Host and port to listen on [env: ATTESTOR_LISTEN] [default: 127.0.0.1:8080].
    #[arg(long, value_name = "HOST:PORT")]
    listen: Option<String>,
    /// The folder of the catalog [env: ATTESTOR_DATA_DIR] [default: ./attestor-data].
    #[arg(long, value_name = "DIR")]
    data_dir: Option<String>,
    /// A PostgreSQL database in the place of the folder's. Others can see flags: a file is safer
    /// [env: ATTESTOR_DATABASE].
    #[arg(long, value_name = "URL")]
    database: Option<String>,
    /// A file that holds the URL of the database [env: ATTESTOR_DATABASE_FILE].
    #[arg(long, value_name = "FILE")]
    database_file: Option<String>,
    /// Where people reach the site, for links in feeds and search engines
    /// [env: ATTESTOR_PUBLIC_URL] [default: http:// and the address that it listens on].
    #[arg(long, value_name = "URL")]
    public_url: Option<String>,
    /// Who takes reports of weaknesses, mailto: or https: [env: ATTESTOR_CONTACT].
    #[arg(long, value_name = "URL")]
    contact: Option<String>,
    /// The form of the log: text or json [env: ATTESTOR_LOG_FORMAT] [default: text].
    #[arg(long, value_name = "FORM")]
    log_format: Option<String>,
    /// The least important events of the log: error, warn, info, debug, trace
    /// [env: ATTESTOR_LOG_LEVEL] [default: info].
    #[arg(long, value_name = "LEVEL")]
    log_level: Option<String>,
    /// How long an answer may take [env: ATTESTOR_REQUEST_TIMEOUT] [default: 30].
    #[arg(long, value_name = "SECONDS")]
    request_timeout: Option<String>,
    /// How long a client may take for a header, and keep a connection without a request
    /// [env: ATTESTOR_HEADER_TIMEOUT] [default: 15].
    #[arg(long, value_name = "SECONDS")]
    header_timeout: Option<String>,
    /// The largest body of a request [env: ATTESTOR_MAX_BODY] [default: 1048576].
    #[arg(long, value_name = "BYTES")]
    max_body: Option<String>,
    /// The largest file that can be uploaded [env: ATTESTOR_MAX_UPLOAD] [default: 52428800].
    #[arg(long, value_name = "BYTES")]
    max_upload: Option<String>,
    /// An object store for evidence files, s3:// or az://, in the place of the data folder
    /// [env: ATTESTOR_EVIDENCE_URL].
    #[arg(long, value_name = "URL")]
    evidence_url: Option<String>,
    /// The keys that evidence files are encrypted under, the current one first. Others can see
    /// flags: a file is safer [env: ATTESTOR_EVIDENCE_KEY].
    #[arg(long, value_name = "KEYS")]
    evidence_key: Option<String>,
    /// A file that holds those keys [env: ATTESTOR_EVIDENCE_KEY_FILE] [default: evidence.key in
    /// the data folder, made at the first start].
    #[arg(long, value_name = "FILE")]
    evidence_key_file: Option<String>,
    /// A folder in an object store for the tables of sign-in logs, s3:// or az://, in the place of
    /// `lake` in the data folder [env: ATTESTOR_LAKE].
    #[arg(long, value_name = "URL")]
    lake: Option<String>,
    /// The daemon of ClamAV that looks at every uploaded file, HOST:PORT or unix:/PATH
    /// [env: ATTESTOR_CLAMD].
    #[arg(long, value_name = "ADDRESS")]
    clamd: Option<String>,
    /// The mail server that notices go out over, smtps://user:password@host. Others can see flags: a
    /// variable or the file is safer [env: ATTESTOR_SMTP_URL].
    #[arg(long, value_name = "URL")]
    smtp_url: Option<String>,
    /// Who mails come from; wanted with a mail server [env: ATTESTOR_MAIL_FROM].
    #[arg(long, value_name = "ADDRESS")]
    mail_from: Option<String>,
    /// Which machines may be asked whether addresses in portals lead somewhere: off, public or any
    /// [env: ATTESTOR_LINK_CHECK] [default: public].
    #[arg(long, value_name = "MACHINES")]
    link_check: Option<String>,
    /// A folder of OSCAL catalogs, profiles and mappings, that systems can be held against beside
    /// the frameworks in the program [env: ATTESTOR_CATALOGS].
    #[arg(long, value_name = "DIR")]
    catalogs: Option<String>,
    /// The most connections at one time; further ones wait [env: ATTESTOR_MAX_CONNECTIONS]
    /// [default: 1024].
    #[arg(long, value_name = "COUNT")]
    max_connections: Option<String>,
    /// How long running requests may take after the order to stop [env: ATTESTOR_GRACE]
    /// [default: 20].
    #[arg(long, value_name = "SECONDS")]
    grace: Option<String>,
}

/// The settings of a server over a folder, whatever else is set on this machine: an example must
/// never write into somebody's catalog.
pub(super) fn of_folder(listen: &str, data_dir: &str) -> Result<Config, Stop> {
    let flags = vec![(Key::Listen, listen.to_owned()), (Key::DataDir, data_dir.to_owned())];
    Config::read(&Sources { flags, file: None, variable: &|_| None }.gather()?)
}

impl Flags {
    /// Every setting with its source.
    fn gather(&self) -> Result<Vec<Given>, Stop> {
        let variable = |name: &str| std::env::var(name).ok();
        let flags =
            Key::ALL.into_iter().filter_map(|key| Some((key, self.flag(key).clone()?))).collect();
        Sources { flags, file: self.config.clone(), variable: &variable }.gather()
    }

    /// The settings, each within its bounds.
    pub(super) fn read(&self) -> Result<Config, Stop> {
        Config::read(&self.gather()?)
    }

    fn flag(&self, key: Key) -> &Option<String> {
        match key {
            Key::Listen => &self.listen,
            Key::DataDir => &self.data_dir,
            Key::Database => &self.database,
            Key::DatabaseFile => &self.database_file,
            Key::PublicUrl => &self.public_url,
            Key::Contact => &self.contact,
            Key::LogFormat => &self.log_format,
            Key::LogLevel => &self.log_level,
            Key::RequestTimeout => &self.request_timeout,
            Key::HeaderTimeout => &self.header_timeout,
            Key::MaxBody => &self.max_body,
            Key::MaxUpload => &self.max_upload,
            Key::EvidenceUrl => &self.evidence_url,
            Key::EvidenceKey => &self.evidence_key,
            Key::EvidenceKeyFile => &self.evidence_key_file,
            Key::Lake => &self.lake,
            Key::Clamd => &self.clamd,
            Key::SmtpUrl => &self.smtp_url,
            Key::MailFrom => &self.mail_from,
            Key::LinkCheck => &self.link_check,
            Key::Catalogs => &self.catalogs,
            Key::MaxConnections => &self.max_connections,
            Key::Grace => &self.grace,
        }
    }
}

/// Runs the command.
pub(crate) fn run(command: &Command, out: &mut Out) -> Result<Exit, Stop> {
    match command {
        Command::Show(flags) => show(&flags.gather()?, out),
        Command::Check(flags) => {
            let given = flags.gather()?;
            Config::read(&given)?;
            out.line(format_args!("{} settings are good", given.len()));
        }
    }
    Ok(Exit::Done)
}

fn show(all: &[Given], out: &mut Out) {
    let given = |key: Key| all.iter().find(|one| one.key == key);
    if out.format == Format::Table {
        for key in Key::ALL {
            let (value, origin) = given(key)
                .map_or(("-", "not set".to_owned()), |one| (one.shown(), one.origin.to_string()));
            let value = value.replace(char::is_control, " ");
            out.line(format_args!("{:<17} {value:<32} {origin}", key.name()));
        }
        return;
    }
    let mut fields = Map::new();
    for key in Key::ALL {
        let value =
            given(key).map(|one| json!({"value": one.shown(), "origin": one.origin.to_string()}));
        fields.insert(key.name().to_owned(), json!(value));
    }
    out.json(&fields);
}
