//! What can be set.

/// A setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(clippy::enum_variant_names, reason = "one of the settings is a key of another kind")]
pub(crate) enum Key {
    /// Host and port to listen on.
    Listen,
    /// The folder of the catalog.
    DataDir,
    /// The URL of a PostgreSQL database.
    Database,
    /// A file that holds the URL of the database.
    DatabaseFile,
    /// Where people reach the site.
    PublicUrl,
    /// Who takes reports of weaknesses.
    Contact,
    /// The form of the log.
    LogFormat,
    /// The least important events that the log has.
    LogLevel,
    /// Seconds that an answer may take.
    RequestTimeout,
    /// Seconds that a client may take for a header.
    HeaderTimeout,
    /// The most bytes of a request's body.
    MaxBody,
    /// The most bytes of an uploaded file.
    MaxUpload,
    /// The URL of an object store for evidence files.
    EvidenceUrl,
    /// The master keys of the evidence store.
    EvidenceKey,
    /// A file that holds the master keys.
    EvidenceKeyFile,
    /// The URL of a folder in an object store for sign-in logs.
    Lake,
    /// Where the virus scanner listens.
    Clamd,
    /// The mail server that notices go out over.
    SmtpUrl,
    /// Who mails come from.
    MailFrom,
    /// Which machines may be asked whether addresses in portals lead somewhere.
    LinkCheck,
    /// A folder of catalogs of controls.
    Catalogs,
    /// The most connections at one time.
    MaxConnections,
    /// Seconds that running requests may take after the order to stop.
    Grace,
}

impl Key {
    /// All settings, in the order in which they are shown.
    pub(crate) const ALL: [Self; 23] = [
        Self::Listen,
        Self::DataDir,
        Self::Database,
        Self::DatabaseFile,
        Self::PublicUrl,
        Self::Contact,
        Self::LogFormat,
        Self::LogLevel,
        Self::RequestTimeout,
        Self::HeaderTimeout,
        Self::MaxBody,
        Self::MaxUpload,
        Self::EvidenceUrl,
        Self::EvidenceKey,
        Self::EvidenceKeyFile,
        Self::Lake,
        Self::Clamd,
        Self::SmtpUrl,
        Self::MailFrom,
        Self::LinkCheck,
        Self::Catalogs,
        Self::MaxConnections,
        Self::Grace,
    ];

    /// The name in the TOML file.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Listen => "listen",
            Self::DataDir => "data_dir",
            Self::Database => "database",
            Self::DatabaseFile => "database_file",
            Self::PublicUrl => "public_url",
            Self::Contact => "contact",
            Self::LogFormat => "log_format",
            Self::LogLevel => "log_level",
            Self::RequestTimeout => "request_timeout",
            Self::HeaderTimeout => "header_timeout",
            Self::MaxBody => "max_body",
            Self::MaxUpload => "max_upload",
            Self::EvidenceUrl => "evidence_url",
            Self::EvidenceKey => "evidence_key",
            Self::EvidenceKeyFile => "evidence_key_file",
            Self::Lake => "lake",
            Self::Clamd => "clamd",
            Self::SmtpUrl => "smtp_url",
            Self::MailFrom => "mail_from",
            Self::LinkCheck => "link_check",
            Self::Catalogs => "catalogs",
            Self::MaxConnections => "max_connections",
            Self::Grace => "grace",
        }
    }

    /// The setting with a name.
    pub(super) fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.name() == name)
    }

    /// The flag: `--data-dir`.
    pub(super) fn flag(self) -> String {
        format!("--{}", self.name().replace('_', "-"))
    }

    /// The environment variable: `ATTESTOR_DATA_DIR`.
    pub(super) fn variable(self) -> String {
        format!("ATTESTOR_{}", self.name().to_ascii_uppercase())
    }

    /// What holds when nobody says anything.
    pub(super) fn default(self) -> Option<&'static str> {
        match self {
            Self::Listen => Some("127.0.0.1:8080"),
            Self::DataDir => Some("./attestor-data"),
            Self::Database
            | Self::DatabaseFile
            | Self::PublicUrl
            | Self::Contact
            | Self::EvidenceUrl
            | Self::EvidenceKey
            | Self::EvidenceKeyFile
            | Self::Lake
            | Self::Clamd
            | Self::SmtpUrl
            | Self::MailFrom
            | Self::Catalogs => None,
            Self::LinkCheck => Some("public"),
            Self::LogFormat => Some("text"),
            Self::LogLevel => Some("info"),
            Self::RequestTimeout => Some("30"),
            Self::HeaderTimeout => Some("15"),
            Self::MaxBody => Some("1048576"),
            Self::MaxUpload => Some("52428800"),
            Self::MaxConnections => Some("1024"),
            Self::Grace => Some("20"),
        }
    }

    /// Whether the value is never shown.
    pub(crate) fn is_secret(self) -> bool {
        matches!(self, Self::Database | Self::EvidenceKey | Self::SmtpUrl)
    }
}
