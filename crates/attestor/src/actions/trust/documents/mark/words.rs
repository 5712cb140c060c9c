//! What is written on a page, and in which letters.
//!
//! The fonts that every reader of PDFs has know Western European letters only. A name with others is
//! not spelled anew: the id of the account or organization stands for it.

#![expect(clippy::float_arithmetic, reason = "places on a page are no figures that anybody counts")]

use lopdf::{Dictionary, Object, Stream};

use super::sheet::Sheet;

/// The most letters of a name that are written.
const LETTERS: usize = 60;
/// How wide a letter is on the whole, as a share of its height.
const WIDTH: f64 = 0.56;

/// Who reads a document.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reader<'a> {
    /// The name of the account, or its id where the name has letters that cannot be written.
    pub(crate) name: &'a str,
    /// The organization's.
    pub(crate) organization: &'a str,
    /// Day and time.
    pub(crate) at: &'a str,
    /// The id of the download.
    pub(crate) id: &'a str,
}

/// Whether a name can be written with the letters of every reader of PDFs.
pub(crate) fn can_be_written(name: &str) -> bool {
    name.chars().all(|letter| byte(letter).is_some())
}

/// The byte of a letter in the encoding of Western Europe that PDFs know (`WinAnsiEncoding`).
fn byte(letter: char) -> Option<u8> {
    match letter {
        ' '..='~' | '\u{a1}'..='\u{ff}' => u8::try_from(u32::from(letter)).ok(),
        '€' => Some(0x80),
        'Š' => Some(0x8a),
        'Œ' => Some(0x8c),
        'Ž' => Some(0x8e),
        '‘' => Some(0x91),
        '’' => Some(0x92),
        '–' => Some(0x96),
        'š' => Some(0x9a),
        'œ' => Some(0x9c),
        'ž' => Some(0x9e),
        'Ÿ' => Some(0x9f),
        _ => None,
    }
}

/// A text as a PDF has it: what it cannot write is a question mark.
fn written(text: &str) -> String {
    let hex = |letter: char| format!("{:02X}", byte(letter).unwrap_or(b'?'));
    let digits: String = text.chars().map(hex).collect();
    format!("<{digits}>")
}

fn short(name: &str) -> String {
    name.chars().take(LETTERS).collect()
}

/// The picture that is laid over pages of a sheet: a line at the foot, and the name across.
pub(super) fn form(sheet: Sheet, reader: &Reader<'_>) -> Stream {
    let (name, organization) = (short(reader.name), short(reader.organization));
    let who = format!("{name} · {organization}");
    let when = format!("{} · {}", reader.at, reader.id);
    let foot = format!("{who} · {when}");
    let content = [around(sheet), across(sheet, &[&who, &when]), along(sheet, &foot)].concat();
    let mut form = Dictionary::new();
    form.set("Type", Object::Name(b"XObject".to_vec()));
    form.set("Subtype", Object::Name(b"Form".to_vec()));
    let corners = sheet.corners().iter().map(|it| real(*it)).collect();
    form.set("BBox", Object::Array(corners));
    form.set("Resources", Object::Dictionary(resources()));
    Stream::new(form, content.into_bytes())
}

#[expect(clippy::cast_possible_truncation, reason = "numbers of a PDF have this precision")]
fn real(number: f64) -> Object {
    Object::Real(number as f32)
}

fn resources() -> Dictionary {
    let mut font = Dictionary::new();
    for (key, name) in [
        ("Type", "Font"),
        ("Subtype", "Type1"),
        ("BaseFont", "Helvetica"),
        ("Encoding", "WinAnsiEncoding"),
    ] {
        font.set(key, Object::Name(name.as_bytes().to_vec()));
    }
    let mut pale = Dictionary::new();
    pale.set("Type", Object::Name(b"ExtGState".to_vec()));
    pale.set("ca", Object::Real(0.22));
    let one = |name: &str, it: Dictionary| {
        let mut all = Dictionary::new();
        all.set(name, Object::Dictionary(it));
        Object::Dictionary(all)
    };
    let mut resources = Dictionary::new();
    resources.set("Font", one("F", font));
    resources.set("ExtGState", one("Pale", pale));
    resources
}

/// The directions as the page is shown.
fn around(sheet: Sheet) -> String {
    format!("{} cm\n", numbers(&sheet.turn()))
}

/// Lines from the lower left to the upper right, pale, so that what is below can be read.
fn across(sheet: Sheet, lines: &[&str; 2]) -> String {
    let (width, height) = sheet.shown();
    let long = width.hypot(height);
    let (rise, run) = (height / long, width / long);
    let size = lines.iter().map(|line| fitting(line, long * 0.72)).fold(40.0_f64, f64::min);
    let mut content = "q /Pale gs 0.35 g\n".to_owned();
    for (number, line) in (0_u8..).zip(lines) {
        let back = wide(line, size) / 2.0;
        let down = size * 1.25 * f64::from(number);
        let left = width / 2.0 - run * back + rise * down;
        let bottom = height / 2.0 - rise * back - run * down;
        let place = numbers(&[run, rise, -rise, run, left, bottom]);
        content += &text(size, &place, line);
    }
    content + "Q\n"
}

/// A line at the foot of the page.
fn along(sheet: Sheet, line: &str) -> String {
    let (width, height) = sheet.shown();
    let size = fitting(line, width * 0.92).min(7.0);
    let place = numbers(&[1.0, 0.0, 0.0, 1.0, width * 0.04, (height * 0.02).min(10.0)]);
    format!("q 0.5 g\n{}Q\n", text(size, &place, line))
}

fn text(size: f64, place: &str, line: &str) -> String {
    format!("BT /F {} Tf {place} Tm {} Tj ET\n", numbers(&[size]), written(line))
}

fn wide(line: &str, size: f64) -> f64 {
    let letters = u32::try_from(line.chars().count()).unwrap_or(u32::MAX);
    f64::from(letters) * size * WIDTH
}

/// The size in which a line is as wide as that.
fn fitting(line: &str, width: f64) -> f64 {
    width / wide(line, 1.0).max(1.0)
}

fn numbers(all: &[f64]) -> String {
    let words: Vec<String> = all.iter().map(|it| format!("{it:.4}")).collect();
    words.join(" ")
}
