//! Contents that are not what their names say, more than one thing, broken, or active.

use super::*;

pub(super) fn all() -> Vec<Hostile> {
    [programs(), strangers(), texts(), markup(), polyglots(), broken(), documents()]
        .into_iter()
        .flatten()
        .collect()
}

/// Programs under names that are taken.
fn programs() -> Vec<Hostile> {
    let forms: [(&str, &[u8]); 10] = [
        ("elf", b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0"),
        ("pe", b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0PE\0\0"),
        ("mach32", b"\xfe\xed\xfa\xce\0\0\0\x12"),
        ("mach64", b"\xcf\xfa\xed\xfe\x07\0\0\x01"),
        ("mach-back", b"\xfe\xed\xfa\xcf\x01\0\0\x07"),
        ("java", b"\xca\xfe\xba\xbe\0\0\0\x34"),
        ("wasm", b"\0asm\x01\0\0\0"),
        ("dex", b"dex\n035\0aaaa"),
        ("link", b"L\0\0\0\x01\x14\x02\0\0\0\0\0\xc0"),
        ("mach32-back", b"\xce\xfa\xed\xfe\x07\0\0\0"),
    ];
    let mut all = Vec::new();
    for (form, head) in forms {
        let body = [head, &[0; 3000]].concat();
        for ending in ["pdf", "png", "txt", "docx"] {
            let name = format!("{form}.{ending}");
            all.push(hostile(&name, body.clone(), "upload_executable"));
        }
        let zipped = samples::zip(&[("notes.txt", &body)]);
        all.push(hostile(&format!("{form}.zip"), zipped, "upload_executable"));
    }
    all
}

/// Content of another kind than the name says.
fn strangers() -> Vec<Hostile> {
    let other = "upload_kind_mismatch";
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>";
    let ole = [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[0; 600]].concat();
    vec![
        hostile("png.jpg", samples::png(), other),
        hostile("jpeg.png", samples::jpeg(), other),
        hostile("gif.webp", samples::gif(), other),
        hostile("webp.gif", samples::webp(), other),
        hostile("pdf.txt", samples::pdf(), other),
        hostile("pdf.docx", samples::pdf(), other),
        hostile("png.md", samples::png(), other),
        hostile("zip.txt", samples::zip(&[("a.txt", b"a")]), other),
        hostile("zip.pdf", samples::zip(&[("a.txt", b"a")]), other),
        hostile("zip.docx", samples::zip(&[("a.txt", b"a")]), other),
        hostile("docx.xlsx", samples::docx(), other),
        hostile("xlsx.pptx", samples::xlsx(), other),
        hostile("docx.odt", samples::docx(), other),
        hostile("odt.docx", samples::open_document("text"), other),
        hostile("ods.odt", samples::open_document("spreadsheet"), other),
        hostile("docx.zip", samples::docx(), "upload_kind_not_allowed"),
        hostile("text.pdf", "words", other),
        hostile("text.png", "words", other),
        hostile("html.png", "<html><script>alert(1)</script>", other),
        hostile("svg.png", svg, other),
        hostile("svg.jpg", svg, other),
        hostile("old.docx", ole.clone(), other),
        hostile("old.txt", ole, other),
        hostile("rar.zip", "Rar!\x1a\x07\0xxxx", other),
        hostile("rar.txt", "Rar!\x1a\x07\x01", other),
        hostile("7z.txt", b"7z\xbc\xaf\x27\x1c\0\x04", other),
        hostile("gzip.txt", b"\x1f\x8b\x08\0\0\0\0\0", other),
        hostile("rtf.txt", "{\\rtf1\\ansi{\\object\\objocx}}", other),
        hostile("postscript.txt", "%!PS-Adobe-3.0\n(/etc/passwd) run", other),
        hostile("cabinet.csv", b"MSCF\0\0\0\0\0", other),
        hostile("help.md", "ITSF\x03", other),
        hostile("tiff.jpg", b"II*\0\x08\0\0\0", other),
        hostile("package.txt", "!<arch>\ndebian-binary   ", other),
        hostile("words.xml", "no markup", other),
    ]
}

/// Text that is no plain text.
fn texts() -> Vec<Hostile> {
    let no_text = "upload_not_text";
    let wide = |text: &str, mark: &[u8]| {
        let units = text.encode_utf16().flat_map(u16::to_le_bytes);
        mark.iter().copied().chain(units).collect::<Vec<u8>>()
    };
    let mut late = vec![b'a'; 200_000];
    late[199_990] = 0;
    vec![
        hostile("nul.txt", b"a\0b", no_text),
        hostile("late nul.log", late, no_text),
        hostile("wide.txt", wide("words", b"\xff\xfe"), no_text),
        hostile("wide.csv", wide("=cmd|' /C calc'!A0", b""), no_text),
        hostile("wide.xml", wide("<!DOCTYPE a>", b"\xff\xfe"), no_text),
        hostile("latin.txt", b"caf\xe9", no_text),
        hostile("overlong.txt", b"\xc0\xaf..\xc0\xaf", no_text),
        hostile("surrogate.json", b"\xed\xa0\x80", no_text),
        hostile("cut.md", &"aé".as_bytes()[..2], no_text),
        hostile("noise.yaml", noise(5000, 5), no_text),
        hostile("noise", noise(5000, 9), no_text),
        hostile("empty.txt", b"", "upload_empty"),
        hostile("empty.pdf", b"", "upload_empty"),
    ]
}

/// XML that makes its readers fetch or multiply.
fn markup() -> Vec<Hostile> {
    let bad = "upload_entities";
    let laughs = "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><l>&b;</l>";
    let fetch = "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
    let far = format!("<a>{}<!ENTITY x \"y\"></a>", " ".repeat(65_530));
    let hidden = format!("<?xml version=\"1.0\"{}encoding=\"utf-7\"?><a/>", " ".repeat(2000));
    let wide: Vec<u8> = laughs.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let part = |name: &str, text: &[u8]| samples::docx_with(&[(name, text)]);
    vec![
        hostile("laughs.xml", laughs, bad),
        hostile("fetch.xml", fetch, bad),
        hostile("small letters.xml", "<!doctype a>", bad),
        hostile("far.xml", far, bad),
        hostile("utf-7.xml", "<?xml version='1.0' encoding='UTF-7'?>+ADwAIQ-DOCTYPE", bad),
        hostile("utf-7 tag.xml", "<?xml version='1.0' encoding='UTF-7'?><a/>", bad),
        hostile("ebcdic.xml", "<?xml version='1.0' encoding = \"cp037\"?><a/>", bad),
        hostile("hidden.xml", hidden, bad),
        hostile("page.html", "<html><!ENTITY x SYSTEM 'a'>", bad),
        hostile("laughs.docx", part("word/footer1.xml", laughs.as_bytes()), bad),
        hostile("fetch.docx", part("word/_rels/document.xml.rels", fetch.as_bytes()), bad),
        hostile("drawing.docx", part("word/drawing1.vml", laughs.as_bytes()), bad),
        hostile("svg.docx", part("word/media/image1.svg", laughs.as_bytes()), bad),
        hostile("wide.docx", part("customXml/item1.xml", &wide), "upload_not_text"),
        hostile("xml.zip", samples::zip(&[("a.xml", laughs.as_bytes())]), bad),
    ]
}

/// Files that are two things at once.
fn polyglots() -> Vec<Hostile> {
    let two = "upload_polyglot";
    let zip = samples::zip(&[("payload.txt", b"words")]);
    let empty = samples::zip(&[]);
    let behind = |first: Vec<u8>| [first, zip.clone()].concat();
    let png = samples::png();
    let (begin, end) = png.split_at(png.len() - 12);
    let jpeg = samples::jpeg();
    let (start, rest) = jpeg.split_at(2);
    let comment = b"\xff\xfe\0\x20%PDF-1.4 1 0 obj<<>>endobj aaaaaa";
    vec![
        hostile("png and zip.png", [begin, &zip, end].concat(), two),
        hostile("jpeg and zip.jpg", [behind(jpeg.clone()), b"\xff\xd9".to_vec()].concat(), two),
        hostile("gif and zip.gif", [behind(samples::gif()), b";".to_vec()].concat(), two),
        hostile("pdf and zip.pdf", [behind(samples::pdf()), b"%%EOF".to_vec()].concat(), two),
        hostile("pdf and nothing.pdf", [samples::pdf(), empty].concat(), two),
        hostile("text and end.txt", "words PK\x05\x06 words", two),
        hostile("jpeg and pdf.jpg", [start, comment, rest].concat(), two),
        hostile("text and pdf.txt", "\n%PDF-1.4\n%%EOF", two),
        hostile("page and pdf.html", "<html>\n%PDF-1.7\n</html>", two),
        hostile("gif and pdf.gif", b"GIF89a%PDF-1.4 ;", two),
        hostile("png behind zip.zip", [png.clone(), zip.clone()].concat(), "upload_kind_mismatch"),
        hostile("program and zip.zip", behind(b"MZ\x90\0\x03\0\0\0".to_vec()), "upload_executable"),
        hostile("zip and more.zip", [zip.clone(), b"more".to_vec()].concat(), "archive_form"),
        hostile(
            "pdf late.pdf",
            [b"\n\n".to_vec(), samples::pdf()].concat(),
            "upload_kind_mismatch",
        ),
        hostile(
            "picture.zip",
            samples::zip(&[("a.gif", &[samples::gif(), zip.clone(), b";".to_vec()].concat())]),
            two,
        ),
        hostile("far zip.png", [begin, &zip, &vec![1; 100_000], end].concat(), two),
        hostile("far zip.txt", [zip.clone(), vec![b' '; 100_000]].concat(), "upload_kind_mismatch"),
    ]
}

/// Files that end too early or too late.
fn broken() -> Vec<Hostile> {
    let damaged = "upload_damaged";
    let half = |bytes: Vec<u8>| bytes[..bytes.len() / 2].to_vec();
    let zip = samples::zip(&[("a.txt", &[b'a'; 500]), ("b.txt", b"b")]);
    vec![
        hostile("half.png", half(samples::png()), damaged),
        hostile("tail.png", [samples::png(), b"\0tail".to_vec()].concat(), damaged),
        hostile("half.jpg", half(samples::jpeg()), damaged),
        hostile("half.gif", half(samples::gif()), damaged),
        hostile("half.webp", half(samples::webp()), damaged),
        hostile("long.webp", [samples::webp(), b"tail".to_vec()].concat(), damaged),
        hostile("half.pdf", half(samples::pdf()), damaged),
        hostile("tail.pdf", [samples::pdf(), vec![b' '; 3000]].concat(), damaged),
        hostile("half.zip", half(zip.clone()), damaged),
        hostile("cut.zip", zip[..zip.len() - 1].to_vec(), damaged),
        hostile("half.docx", half(samples::docx()), damaged),
        hostile("head.zip", b"PK\x03\x04", damaged),
        hostile(
            "picture.docx",
            samples::docx_with(&[("word/media/a.png", b"\x89PNG\r\n\x1a\n")]),
            damaged,
        ),
    ]
}

/// Documents that do something when they are opened.
fn documents() -> Vec<Hostile> {
    let part = |name: &str, bytes: &[u8]| samples::docx_with(&[(name, bytes)]);
    let ole = [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[0; 100]].concat();
    let macros = "upload_macros";
    let open = |name: &str| {
        let kind = b"application/vnd.oasis.opendocument.text".as_slice();
        samples::stored(&[("mimetype", kind), ("content.xml", b"<a/>"), (name, b"<a/>")])
    };
    let enabled = b"<Types><Override ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>";
    let types = samples::zip(&[("[Content_Types].xml", enabled), ("word/document.xml", b"<a/>")]);
    vec![
        hostile("project.docx", part("word/vbaProject.bin", &ole), macros),
        hostile("project with capitals.docx", part("word/VBAPROJECT.BIN", b"x"), macros),
        hostile("data.docx", part("word/vbaData.xml", b"<a/>"), macros),
        hostile("control.docx", part("word/activeX/activeX1.xml", b"<a/>"), macros),
        hostile("sheet.docx", part("xl/macrosheets/sheet1.xml", b"<a/>"), macros),
        hostile("form.docx", part("xl/ctrlProps/ctrlProp1.xml", b"<a/>"), macros),
        hostile("types.docx", types, macros),
        hostile("basic.odt", open("Basic/Standard/Module1.xml"), macros),
        hostile("script.odt", open("Scripts/python/a.py"), macros),
        hostile(
            "object.docx",
            part("word/embeddings/oleObject1.bin", &ole),
            "upload_kind_not_allowed",
        ),
        hostile(
            "object as font.docx",
            part("word/fonts/font1.odttf", &ole),
            "upload_kind_mismatch",
        ),
        hostile(
            "program as font.docx",
            part("word/fonts/a.ttf", b"MZ\x90\0\x03\0"),
            "upload_executable",
        ),
        hostile(
            "program as settings.docx",
            part("word/printerSettings/a.bin", b"\x7fELF\x02\0"),
            "upload_executable",
        ),
        hostile("program.docx", part("word/embeddings/a.exe", b"MZ\0"), "upload_kind_not_allowed"),
        hostile(
            "page as picture.docx",
            part("word/media/a.png", b"<html>"),
            "upload_kind_mismatch",
        ),
    ]
}
