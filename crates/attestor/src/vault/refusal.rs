//! Why an upload was not taken: one stable code and one sentence for each reason.

use std::error::Error;
use std::fmt;
use std::io;

use attestor_core::digest::Digest;

/// Why an upload was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum UploadRefusal {
    /// The name cannot be shown safely; the words say what is wrong with it.
    Name(&'static str),
    /// The file has no bytes.
    Empty,
    /// The file is larger than this many bytes.
    TooLarge(u64),
    /// The bytes are not those that were announced.
    DigestMismatch {
        /// What was announced.
        announced: Digest,
        /// What arrived.
        arrived: Digest,
    },
    /// Files with this extension are not taken.
    KindNotAllowed(String),
    /// The content is something else than its extension says.
    KindMismatch {
        /// What the extension says.
        extension: String,
        /// What the content is.
        found: &'static str,
    },
    /// The content is a program; the words say of which form.
    Executable(&'static str),
    /// A text that is not plain text in UTF-8; the words say why.
    NotText(&'static str),
    /// The content is also something else; the words say what.
    Polyglot(&'static str),
    /// The content ends too early or is broken; the words say what it should be.
    Damaged(&'static str),
    /// An office document with macros or controls.
    Macros,
    /// XML that declares a document type or entities, or hides them behind an encoding.
    Entities,
    /// An encrypted archive, which nobody could check.
    Encrypted,
    /// More files in archives than this.
    ArchiveEntries(u64),
    /// Archives inside archives deeper than this.
    ArchiveDepth(u32),
    /// More unpacked bytes than this.
    ArchiveSize(u64),
    /// Unpacks to more than this many times its size.
    ArchiveRatio(u64),
    /// A name in an archive that could lead out of it or cannot be shown safely.
    ArchiveName(String),
    /// A link or a device in an archive.
    ArchiveLink(String),
    /// Files of an archive share bytes.
    ArchiveOverlap,
    /// An archive in a form that different programs read differently; the words say which.
    ArchiveForm(&'static str),
    /// A file inside an archive is refused.
    Contained {
        /// Its name in the archive.
        entry: String,
        /// Why it is refused.
        refusal: Box<UploadRefusal>,
    },
    /// The scanner found malware; nothing of it was kept.
    Infected {
        /// The scanner's name for it.
        signature: String,
        /// What was deleted.
        digest: Digest,
    },
    /// The scanner could not be asked; the upload waits, and finishing can be repeated.
    ScannerUnavailable(String),
    /// No upload of this id is under way.
    NotFound,
    /// A piece did not begin where the last one ended.
    WrongOffset(u64),
    /// Finished before all bytes were there.
    Incomplete {
        /// Bytes that are there.
        offset: u64,
        /// Bytes that were announced.
        size: u64,
    },
    /// More bytes came than this many that were announced.
    Surplus(u64),
    /// The file came in too many small pieces.
    TooManyPieces,
    /// The sender broke off.
    BrokenOff(String),
    /// No room is left where files are kept.
    StorageFull,
    /// The place where files are kept does not work.
    StorageUnavailable(String),
}

impl UploadRefusal {
    /// The stable name of the reason; of the innermost one for a file in an archive.
    pub(crate) fn code(&self) -> &'static str {
        match self {
            Self::Name(_) => "upload_name",
            Self::Empty => "upload_empty",
            Self::TooLarge(_) => "upload_too_large",
            Self::DigestMismatch { .. } => "upload_digest_mismatch",
            Self::KindNotAllowed(_) => "upload_kind_not_allowed",
            Self::KindMismatch { .. } => "upload_kind_mismatch",
            Self::Executable(_) => "upload_executable",
            Self::NotText(_) => "upload_not_text",
            Self::Polyglot(_) => "upload_polyglot",
            Self::Damaged(_) => "upload_damaged",
            Self::Macros => "upload_macros",
            Self::Entities => "upload_entities",
            Self::Encrypted => "upload_encrypted",
            Self::ArchiveEntries(_) => "archive_entries",
            Self::ArchiveDepth(_) => "archive_depth",
            Self::ArchiveSize(_) => "archive_size",
            Self::ArchiveRatio(_) => "archive_ratio",
            Self::ArchiveName(_) => "archive_name",
            Self::ArchiveLink(_) => "archive_link",
            Self::ArchiveOverlap => "archive_overlap",
            Self::ArchiveForm(_) => "archive_form",
            Self::Contained { refusal, .. } => refusal.code(),
            Self::Infected { .. } => "upload_infected",
            Self::ScannerUnavailable(_) => "scanner_unavailable",
            Self::NotFound => "upload_not_found",
            Self::WrongOffset(_) => "upload_wrong_offset",
            Self::Incomplete { .. } => "upload_incomplete",
            Self::Surplus(_) => "upload_surplus",
            Self::TooManyPieces => "upload_too_many_pieces",
            Self::BrokenOff(_) => "upload_broken_off",
            Self::StorageFull => "storage_full",
            Self::StorageUnavailable(_) => "storage_unavailable",
        }
    }

    /// Whether the upload stays and can go on; after every other reason its bytes are gone.
    pub(crate) fn keeps_upload(&self) -> bool {
        matches!(
            self,
            Self::ScannerUnavailable(_)
                | Self::WrongOffset(_)
                | Self::Incomplete { .. }
                | Self::BrokenOff(_)
                | Self::StorageFull
                | Self::StorageUnavailable(_)
        )
    }

    /// This reason, for a file inside an archive.
    pub(super) fn inside(self, entry: &str) -> Self {
        Self::Contained { entry: entry.to_owned(), refusal: Box::new(self) }
    }
}

/// The world broke, or a reader below handed a refusal through.
impl From<io::Error> for UploadRefusal {
    fn from(error: io::Error) -> Self {
        let full =
            matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded);
        match error.downcast::<Self>() {
            Ok(refusal) => refusal,
            Err(_) if full => Self::StorageFull,
            Err(error) => Self::StorageUnavailable(error.to_string()),
        }
    }
}

impl Error for UploadRefusal {}

impl fmt::Display for UploadRefusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(why) => write!(f, "the name of the file {why}"),
            Self::Empty => f.write_str("the file is empty"),
            Self::TooLarge(limit) => write!(f, "the file is larger than {} MiB", limit >> 20),
            Self::DigestMismatch { announced, arrived } => {
                write!(f, "the bytes that arrived have the digest {arrived}, not {announced}")
            }
            Self::KindNotAllowed(extension) => {
                write!(f, "files of the kind `{extension}` are not accepted")
            }
            Self::KindMismatch { extension, found } => {
                write!(f, "the name ends in `{extension}`, but the content is {found}")
            }
            Self::Executable(what) => write!(f, "the file is a program ({what})"),
            Self::NotText(why) => write!(f, "the file is not plain text in UTF-8: {why}"),
            Self::Polyglot(what) => write!(f, "the file also holds {what}"),
            Self::Damaged(what) => write!(f, "the file is not a complete {what}"),
            Self::Macros => f.write_str("the document holds macros or controls"),
            Self::Entities => f.write_str(
                "the XML declares a document type, entities or an encoding that is not accepted",
            ),
            Self::Encrypted => f.write_str("the archive is encrypted, so it cannot be checked"),
            Self::NotFound => f.write_str("no upload of this id is under way"),
            Self::WrongOffset(offset) => write!(f, "the next piece begins at byte {offset}"),
            Self::Incomplete { offset, size } => {
                write!(f, "{offset} of {size} bytes have arrived")
            }
            Self::Surplus(size) => write!(f, "more than the announced {size} bytes came"),
            Self::TooManyPieces => f.write_str("the file came in too many small pieces"),
            Self::BrokenOff(why) => write!(f, "the sender broke off: {why}"),
            Self::Infected { signature, .. } => write!(f, "the scanner found `{signature}`"),
            Self::ScannerUnavailable(why) => write!(f, "the virus scanner cannot be asked: {why}"),
            Self::StorageFull => f.write_str("no room is left for files"),
            Self::StorageUnavailable(why) => write!(f, "files cannot be kept right now: {why}"),
            Self::ArchiveEntries(_)
            | Self::ArchiveDepth(_)
            | Self::ArchiveSize(_)
            | Self::ArchiveRatio(_)
            | Self::ArchiveName(_)
            | Self::ArchiveLink(_)
            | Self::ArchiveOverlap
            | Self::ArchiveForm(_)
            | Self::Contained { .. } => self.write_archive(f),
        }
    }
}

impl UploadRefusal {
    /// The sentence of a reason that concerns archives.
    fn write_archive(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ArchiveEntries(limit) => write!(f, "the archive holds more than {limit} files"),
            Self::ArchiveDepth(limit) => {
                write!(f, "archives lie in one another more than {limit} deep")
            }
            Self::ArchiveSize(limit) => {
                write!(f, "the archive unpacks to more than {} MiB", limit >> 20)
            }
            Self::ArchiveRatio(limit) => {
                write!(f, "the archive unpacks to more than {limit} times its size")
            }
            Self::ArchiveName(name) => {
                write!(f, "the archive holds the name `{name}`, which is not accepted")
            }
            Self::ArchiveLink(name) => write!(f, "`{name}` in the archive is a link or a device"),
            Self::ArchiveOverlap => f.write_str("files in the archive share bytes"),
            Self::ArchiveForm(why) => write!(f, "the archive {why}"),
            Self::Contained { entry, refusal } => write!(f, "in the archive, `{entry}`: {refusal}"),
            // All others have their sentence above.
            other => f.write_str(other.code()),
        }
    }
}
