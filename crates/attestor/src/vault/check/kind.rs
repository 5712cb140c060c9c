//! The kinds of file that are taken, by extension, and what the first bytes say.

use super::super::refusal::UploadRefusal;

/// A kind of file that is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A PDF document.
    Pdf,
    /// A PNG picture.
    Png,
    /// A JPEG picture.
    Jpeg,
    /// A GIF picture.
    Gif,
    /// A WebP picture.
    Webp,
    /// A text document of Office Open XML.
    Docx,
    /// A workbook of Office Open XML.
    Xlsx,
    /// A presentation of Office Open XML.
    Pptx,
    /// A text document of OpenDocument.
    Odt,
    /// A workbook of OpenDocument.
    Ods,
    /// A presentation of OpenDocument.
    Odp,
    /// A ZIP archive.
    Zip,
    /// Plain text; also what has no extension.
    Text,
    /// Markdown.
    Markdown,
    /// A table as text.
    Csv,
    /// JSON, also one value a line.
    Json,
    /// YAML.
    Yaml,
    /// XML.
    Xml,
    /// A message as it was sent.
    Email,
    /// A web page.
    Html,
}

/// What the first bytes say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    /// One of the containers that are taken.
    Container(Container),
    /// A program, of this form.
    Program(&'static str),
    /// Something that is never taken.
    Other(&'static str),
    /// Nothing known: text, perhaps.
    Unknown,
}

/// A form of content that first bytes tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Container {
    /// A PDF document.
    Pdf,
    /// A PNG picture.
    Png,
    /// A JPEG picture.
    Jpeg,
    /// A GIF picture.
    Gif,
    /// A WebP picture.
    Webp,
    /// A ZIP archive, which office documents are too.
    Zip,
}

impl Container {
    /// What people call it.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Pdf => "a PDF document",
            Self::Png => "a PNG picture",
            Self::Jpeg => "a JPEG picture",
            Self::Gif => "a GIF picture",
            Self::Webp => "a WebP picture",
            Self::Zip => "a ZIP archive",
        }
    }
}

/// Extensions and the kinds that they stand for.
const EXTENSIONS: &[(&str, Kind)] = &[
    ("pdf", Kind::Pdf),
    ("png", Kind::Png),
    ("jpg", Kind::Jpeg),
    ("jpeg", Kind::Jpeg),
    ("gif", Kind::Gif),
    ("webp", Kind::Webp),
    ("docx", Kind::Docx),
    ("xlsx", Kind::Xlsx),
    ("pptx", Kind::Pptx),
    ("odt", Kind::Odt),
    ("ods", Kind::Ods),
    ("odp", Kind::Odp),
    ("zip", Kind::Zip),
    ("txt", Kind::Text),
    ("log", Kind::Text),
    ("md", Kind::Markdown),
    ("csv", Kind::Csv),
    ("json", Kind::Json),
    ("yaml", Kind::Yaml),
    ("yml", Kind::Yaml),
    ("xml", Kind::Xml),
    ("eml", Kind::Email),
    ("html", Kind::Html),
    ("htm", Kind::Html),
];

impl Kind {
    /// The kind that a name's extension stands for; text for a name without one.
    pub(crate) fn of_name(name: &str) -> Result<Self, UploadRefusal> {
        let file = name.rsplit('/').next().unwrap_or(name);
        let Some((_, extension)) = file.rsplit_once('.') else { return Ok(Self::Text) };
        let known = EXTENSIONS.iter().find(|(known, _)| known.eq_ignore_ascii_case(extension));
        let refused = || UploadRefusal::KindNotAllowed(extension.to_owned());
        known.map(|(_, kind)| *kind).ok_or_else(refused)
    }

    /// The media type that the file is served with. What a browser could run is plain text.
    pub(crate) fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Gif => "image/gif",
            Self::Webp => "image/webp",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pptx => {
                "application/vnd.openxmlformats-officedocument.presentationml.presentation"
            }
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Self::Odp => "application/vnd.oasis.opendocument.presentation",
            Self::Zip => "application/zip",
            Self::Text | Self::Xml | Self::Html => "text/plain",
            Self::Markdown => "text/markdown",
            Self::Csv => "text/csv",
            Self::Json => "application/json",
            Self::Yaml => "application/yaml",
            Self::Email => "message/rfc822",
        }
    }

    /// Whether other files lie inside.
    pub(crate) fn is_archive(self) -> bool {
        self.container() == Some(Container::Zip)
    }

    /// What the first bytes must be; `None` for text.
    pub(super) fn container(self) -> Option<Container> {
        match self {
            Self::Pdf => Some(Container::Pdf),
            Self::Png => Some(Container::Png),
            Self::Jpeg => Some(Container::Jpeg),
            Self::Gif => Some(Container::Gif),
            Self::Webp => Some(Container::Webp),
            Self::Docx
            | Self::Xlsx
            | Self::Pptx
            | Self::Odt
            | Self::Ods
            | Self::Odp
            | Self::Zip => Some(Container::Zip),
            Self::Text
            | Self::Markdown
            | Self::Csv
            | Self::Json
            | Self::Yaml
            | Self::Xml
            | Self::Email
            | Self::Html => None,
        }
    }
}

/// First bytes of programs. Those that are letters count only before bytes that no text has.
const PROGRAMS: &[(&[u8], &str)] = &[
    (b"\x7fELF", "ELF"),
    (b"MZ", "Windows"),
    (b"\xfe\xed\xfa\xce", "Mach-O"),
    (b"\xfe\xed\xfa\xcf", "Mach-O"),
    (b"\xce\xfa\xed\xfe", "Mach-O"),
    (b"\xcf\xfa\xed\xfe", "Mach-O"),
    (b"\xca\xfe\xba\xbe", "Java or Mach-O"),
    (b"\0asm", "WebAssembly"),
    (b"dex\n", "Android"),
    (b"L\0\0\0\x01\x14\x02\0", "Windows shortcut"),
];

/// First bytes of what is never taken.
const OTHERS: &[(&[u8], &str)] = &[
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or encrypted Office document"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"MSCF\0", "a cabinet archive"),
    (b"ITSF", "a Windows help file"),
    (b"!<arch>\n", "an archive of programs"),
    (b"{\\rtf", "an RTF document"),
    (b"%!PS", "a PostScript document"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
];

/// What the first bytes say.
pub(super) fn of_head(head: &[u8]) -> Found {
    if let Some(container) = container_of(head) {
        return Found::Container(container);
    }
    let begins = |(bytes, _): &&(&[u8], &str)| head.starts_with(bytes);
    let letters = |bytes: &[u8]| bytes.iter().all(|byte| matches!(byte, b' '..=b'~' | b'\n'));
    let program = PROGRAMS.iter().find(begins);
    if let Some((_, words)) = program.filter(|(bytes, _)| !letters(bytes) || !is_texty(head)) {
        return Found::Program(words);
    }
    let other = OTHERS.iter().find(begins).map(|(_, words)| *words);
    other.map_or(Found::Unknown, Found::Other)
}

fn container_of(head: &[u8]) -> Option<Container> {
    const FIRST: &[(&[u8], Container)] = &[
        (b"%PDF-", Container::Pdf),
        (b"\x89PNG\r\n\x1a\n", Container::Png),
        (b"\xff\xd8\xff", Container::Jpeg),
        (b"GIF87a", Container::Gif),
        (b"GIF89a", Container::Gif),
        (b"PK\x03\x04", Container::Zip),
        (b"PK\x05\x06", Container::Zip),
    ];
    if head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP") {
        return Some(Container::Webp);
    }
    FIRST.iter().find(|(bytes, _)| head.starts_with(bytes)).map(|(_, container)| *container)
}

/// Whether bytes could be text: no NUL, and UTF-8 up to a cut character at the end.
fn is_texty(head: &[u8]) -> bool {
    let cut = |error: std::str::Utf8Error| error.error_len().is_none();
    !head.contains(&0) && std::str::from_utf8(head).map_or_else(cut, |_| true)
}
